"""A synthetic population against the published figures it should reproduce."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from tasman.facts.files import refused
from tasman.population import measures, past_measures
from tasman.population.calibration import Calibration
from tasman.population.comparison import Check, names_outside
from tasman.population.histories import History, Tally
from tasman.population.making import GENERATOR
from tasman.population.reading import People, batches, open_people
from tasman.population.tables import count, percent, table, wrapped

TITLES = {
    "1": "TEST 1. Sentences",
    "2": "TEST 2. People",
    "3": "TEST 3. How many a year",
    "4": "TEST 4. Directions compared on the same people",
    "5": "TEST 5. The past",
    "6": "TEST 6. Share assumed",
    "drawn": "WHAT IT WAS DRAWN FROM",
    "after": "AFTER THE RETURN",
}
"""The tests that the generator must pass, and what is printed beside them."""


def tally(people: People) -> Tally:
    """Return the counts of a synthetic file that the checks are made of."""
    found = Tally()
    in_prison = bool(people.made.get("stock_on"))
    for group in range(people.row_groups):
        for batch in batches(people, group):
            found.add(History.of(batch, in_prison))
    return found


def checks(
    found: Tally,
    calibration: Calibration,
    in_prison: bool = False,
    told_assumed: float | None = None,
) -> list[Check]:
    """Return every check of a population against the published record.

    Tests 3 and 5 count a year's sentences: people in prison on a day have none.
    """
    sections = {"2": measures.people(found, calibration)}
    if in_prison:
        sections["1"] = measures.prison_sentences(found, calibration)
    else:
        sections["1"] = measures.sentences(found)
        sections["3"] = past_measures.flows(found, calibration)
        sections["5"] = past_measures.past(found, calibration)
        sections["after"] = past_measures.after_return(found)
    sections["4"] = past_measures.regimes(calibration)
    sections["6"] = past_measures.assumed(calibration, told_assumed)
    sections["drawn"] = measures.mixes(found, calibration, in_prison)
    return [
        replace(each, test=test) for test in TITLES for each in sections.get(test, ())
    ]


def check_file(path: Path) -> tuple[list[Check], Calibration]:
    """Return the checks of a synthetic file, by the calibration it was made with.

    Raises CaseErrors for a file that is not a synthetic population, or was made by
    another generator than this one.
    """
    people = open_people(path)
    if not people.synthetic:
        raise refused(
            str(path),
            "is not a synthetic population",
            "Make one: tasman population make --out people.parquet",
        )
    made_by = people.made.get("generator", 1)
    if made_by != GENERATOR:
        raise refused(
            str(path),
            f"was made by generator {made_by}; this is generator {GENERATOR}",
            "Make it again: tasman population make --out people.parquet",
        )
    made = Calibration.from_dict(people.made["parameters"])
    told = people.made["share_of_parameters_assumed"]
    found = checks(tally(people), made, bool(people.made["stock_on"]), told)
    return found, made


def checks_as_text(found: list[Check], made: Calibration) -> str:
    """Return the checks as tables of at most 80 columns, and what to make of them."""
    headers = ("measure", "model", "record", "within", "grade", "verdict")
    head, rule, *rows = table(headers, [_cells(each) for each in found])
    lines: list[str] = []
    together = zip(found, rows, strict=True)
    for test, part in groupby(together, key=lambda each: each[0].test):
        members = list(part)
        lines += [TITLES[test], "", head, rule, *(row for _, row in members), ""]
        lines += [*_notes(each for each, _ in members)]
    if not any(each.test == "5" for each in found):
        lines += wrapped(
            "People in prison on one day: tests 3 and 5 are of a year's sentences."
        )
    outside = names_outside(found)
    said = f"Outside: {'; '.join(outside)}." if outside else "Nothing is outside."
    lines += wrapped(said)
    lines += wrapped(
        f"{percent(made.share_assumed)} of the parameters are assumptions (grade A). "
        "Sources: --format json."
    )
    return "\n".join(lines) + "\n"


def _cells(each: Check) -> tuple[str, ...]:
    bounded = each.published is not None and each.tolerance is not None
    return (
        each.name,
        _number(each.model),
        _number(each.published),
        f"±{_number(each.tolerance)}" if bounded else "-",
        each.grade,
        each.verdict,
    )


def _notes(found: Iterator[Check]) -> Iterator[str]:
    """Yield the reasons given, each once, and a line to end them."""
    noted: dict[str, list[str]] = {}
    for each in found:
        if each.note:
            noted.setdefault(each.note, []).append(each.name)
    for note, names in noted.items():
        yield from wrapped(f"{'; '.join(names)}: {note}.")
    if noted:
        yield ""


def _number(value: float | None) -> str:
    if value is None:
        return "-"
    if value >= 100:
        return count(value)
    if value == int(value):
        return f"{value:.0f}"
    return f"{value:.3f}" if value < 2 else f"{value:.1f}"
