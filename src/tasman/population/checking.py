"""A synthetic population against the published figures it should reproduce."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tasman.facts.files import refused
from tasman.population.backcast import back_cast
from tasman.population.calibration import Calibration
from tasman.population.histories import History, Tally
from tasman.population.reading import People, batches, open_people
from tasman.population.tables import count, percent, table, wrapped

NAMED_GAP = (
    "people already in prison, aggregates counted as one term, child sexual offences "
    "of any length, discretionary cancellations, growth since 2012-13, citizens born "
    "elsewhere"
)


@dataclass(frozen=True, slots=True)
class Check:
    """One measure of the population, beside what it should be near."""

    name: str
    model: float
    published: float | None
    tolerance: float
    grade: str
    source: str
    note: str = ""

    @property
    def verdict(self) -> str:
        """Within the tolerance, outside it, or nothing published to compare."""
        if self.published is None:
            return "nothing published"
        near = abs(self.model - self.published) <= self.tolerance + 1e-9
        return "within" if near else "outside"

    def to_dict(self) -> dict[str, Any]:
        """Return the check as plain data."""
        return asdict(self) | {"verdict": self.verdict}


def tally(people: People) -> Tally:
    """Return the counts of a synthetic file that the checks are made of."""
    found = Tally()
    for group in range(people.row_groups):
        for batch in batches(people, group):
            found.add(History.of(batch))
    return found


def checks(found: Tally, calibration: Calibration) -> list[Check]:
    """Return every check of a population against the published record."""
    return [
        *_sentences(found),
        *_people(found, calibration),
        *_scale(found, calibration),
    ]


_STOCK = (
    ("under 24 months", 0, 24, 0.366),
    ("24 to under 60", 24, 60, 0.281),
    ("60 to under 120", 60, 120, 0.221),
    ("120 or more", 120, 10_000, 0.131),
)


def _sentences(found: Tally) -> list[Check]:
    courts = "ABS 4513.0, 2010-11"
    prison = "ABS 4517.0, 2013"
    fitted = "the fitted model of section 2"
    rows = [
        Check(
            "sentence, median months", found.median(), 8, 2, "V", "ABS 4513.0, 2012-13"
        ),
        Check(
            "higher courts, 60 months or more",
            found.share(60, higher=True),
            (900 + 384) / 7077,
            0.03,
            "V",
            courts,
        ),
        Check(
            "higher courts, 120 months or more",
            found.share(120, higher=True),
            384 / 7077,
            0.03,
            "V",
            courts,
        ),
    ]
    for name, low, high, published in _STOCK:
        model = found.stock_share(low, high)
        rows.append(Check(f"in prison, {name}", model, published, 0.03, "V", prison))
    rows.append(
        Check("in prison, median months", found.stock_median(), 36, 2, "V", prison)
    )
    for months, share in ((12, 0.39), (24, 0.20), (60, 0.057), (120, 0.014)):
        name = f"sentence of {months} months or more"
        rows.append(Check(name, found.share(months), share, 0.01, "D", fitted))
    return rows


def _people(found: Tally, calibration: Calibration) -> list[Check]:
    prison = "ABS 4517.0, 2016"
    rows = [
        Check("aged under 25", found.age_share(0, 25), 0.16, 0.01, "V", prison),
        Check("aged 65 or more", found.age_share(65, 200), 0.02, 0.005, "V", prison),
        Check("men", found.of("male"), 0.91, 0.01, "V", "detained, 2022"),
        Check(
            "earlier imprisonment",
            found.of("prior"),
            calibration.number("prior_imprisonment_share"),
            0.02,
            "D",
            calibration["prior_imprisonment_share"].source,
        ),
    ]
    for name, key in (("State", "state"), ("offence", "offence")):
        wanted, made = calibration.shares(key), calibration[key]
        for word, share in wanted.items():
            model = found.of(f"{key}: {word}")
            label = f"{name}: {word.replace('_', ' ')}"
            rows.append(Check(label, model, share, 0.01, made.grade, made.source))
    made = calibration["age_at_arrival"]
    for band, share in calibration.shares("age_at_arrival").items():
        model = found.of(f"arrived: {band}")
        note = f"assumed {share:g}"
        rows.append(
            Check(f"age on arrival {band}", model, None, 0.03, "A", made.source, note)
        )
    return rows


def _scale(found: Tally, calibration: Calibration) -> list[Check]:
    number = calibration.number
    a_year = number("sentenced_to_custody_a_year") * number(
        "nz_born_share_of_prisoners"
    )
    flow = a_year * found.share(12)
    rows = [
        Check(
            "people a year, 12 months or more", flow, 367, 15, "D", "section 7, test 3"
        ),
        Check(
            "cancellations over that flow",
            620 / flow,
            number("k_trigger"),
            0.1,
            "A",
            "620 New Zealand cancellations, 2017",
            f"the gap, in k_trigger: {NAMED_GAP}",
        ),
    ]
    past = back_cast(calibration, flow)
    rows.append(
        Check(
            "share of cancellations, 2014-22",
            past.share_of_cancellations,
            0.525,
            0.075,
            "V",
            "FOI releases and ministers, by financial year",
            "one flow for all years: it misses the fall of 2021-22, when borders were "
            "closed, and the falling share of New Zealanders",
        )
    )
    rows.append(
        Check(
            "removals, 2015 to October 2023",
            past.removals,
            3820,
            382,
            "V",
            "Border Force, all powers",
            "in the middle of the assumed ranges; the count covers removals under "
            "every power",
        )
    )
    return rows


def names_outside(found: list[Check]) -> list[str]:
    """Return the names of the checks that fall outside their tolerance."""
    return [each.name for each in found if each.verdict == "outside"]


def check_file(path: Path) -> tuple[list[Check], Calibration]:
    """Return the checks of a synthetic file, by the calibration it was made with.

    Raises CaseErrors for a file that is not a synthetic population.
    """
    people = open_people(path)
    if not people.synthetic:
        raise refused(
            str(path),
            "is not a synthetic population",
            "Make one: tasman population make --out people.parquet",
        )
    made = Calibration.from_dict(people.made["parameters"])
    return checks(tally(people), made), made


def checks_as_text(found: list[Check], made: Calibration) -> str:
    """Return the checks as a table of at most 80 columns, and what to make of them."""
    rows = [
        (
            each.name,
            _number(each.model),
            "-" if each.published is None else _number(each.published),
            "-" if each.published is None else f"±{_number(each.tolerance)}",
            each.grade,
            each.verdict,
        )
        for each in found
    ]
    headers = ("measure", "model", "published", "within", "grade", "verdict")
    lines = table(headers, rows)
    lines.append("")
    for each in found:
        if each.note:
            lines += wrapped(f"{each.name}: {each.note}.")
    outside = names_outside(found)
    said = f"Outside: {'; '.join(outside)}." if outside else "Nothing is outside."
    lines += ["", *wrapped(said)]
    lines += wrapped(
        f"{percent(made.share_assumed)} of the parameters are assumptions (grade A). "
        "Sources: --format json."
    )
    return "\n".join(lines) + "\n"


def _number(value: float) -> str:
    if value >= 100:
        return count(value)
    return f"{value:.3f}" if value < 2 else f"{value:.1f}"
