"""What a made-up population shows of sentences and people, beside the record."""

from __future__ import annotations

from tasman.population.calibration import Calibration
from tasman.population.comparison import Check
from tasman.population.histories import Tally

COURTS = "ABS 4513.0, 2010-11"
PRISON = "ABS 4517.0, 2013"
NOBODY = "nobody"
FITTED = "the fitted model of section 2"

_STOCK = (
    ("under 24 months", 0, 24, 0.366),
    ("24 to under 60", 24, 60, 0.281),
    ("60 to under 120", 60, 120, 0.221),
    ("120 or more", 120, 10_000, 0.131),
)
"""Of determinate sentences: 8,130, 6,244, 4,905 and 2,911 people."""


def sentences(found: Tally) -> list[Check]:
    """Return the sentences of a year beside section 2's table."""
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
            COURTS,
        ),
        Check(
            "higher courts, 120 months or more",
            found.share(120, higher=True),
            384 / 7077,
            0.03,
            "V",
            COURTS,
        ),
    ]
    for name, low, high, published in _STOCK:
        model = found.stock_share(low, high)
        rows.append(Check(f"in prison, {name}", model, published, 0.03, "V", PRISON))
    rows.append(
        Check("in prison, median months", found.stock_median(), 36, 2, "V", PRISON)
    )
    for months, share in ((12, 0.39), (24, 0.20), (60, 0.057), (120, 0.014)):
        name = f"sentence of {months} months or more"
        rows.append(Check(name, found.share(months), share, 0.01, "D", FITTED))
    return rows


_BY_OFFENCE = (
    ("homicide", ("homicide",), 180, "V"),
    ("sexual", ("child_sexual", "adult_sexual"), 84, "V"),
    ("drugs", ("drugs",), 63, "?"),
)
_TOO_SHORT = (
    "the record gives aggregate sentences; ours follow the medians of single court "
    "orders, by rank, and the whole is held to the record's 36 months"
)


def prison_sentences(found: Tally, calibration: Calibration) -> list[Check]:
    """Return the sentences of people in prison on a day beside section 2's table."""
    rows = [
        Check(
            f"in prison, {name}",
            found.share(low) - found.share(high),
            published,
            0.03,
            "V",
            PRISON,
        )
        for name, low, high, published in _STOCK
    ]
    rows.append(Check("in prison, median months", found.median(), 36, 2, "V", PRISON))
    life = calibration["life_share_in_prison"]
    rows.append(
        Check(
            "in prison for life",
            found.of("life"),
            0.047,
            0.005,
            life.grade,
            life.source,
        )
    )
    for name, offences, months, grade in _BY_OFFENCE:
        model = found.median_of(*offences)
        label = f"in prison, median months, {name}"
        rows.append(
            Check(label, model, months, None, grade, PRISON, _TOO_SHORT, NOBODY)
        )
    rows.append(
        Check(
            "in prison for violence",
            found.of("offence: violence"),
            0.24,
            None,
            "V",
            "prisoners born in New Zealand, 2017: acts intended to cause injury",
        )
    )
    return rows


def people(found: Tally, calibration: Calibration) -> list[Check]:
    """Return ages, sexes and earlier imprisonment beside the record."""
    prison = "ABS 4517.0, 2016 by inference"
    prior = calibration["prior_imprisonment_share"]
    rows = [
        Check("aged under 25", found.age_share(0, 25), 0.16, 0.01, "V", prison),
        Check("aged 65 or more", found.age_share(65, 120), 0.02, 0.005, "V", prison),
        Check("median age", found.median_age(), 34, 0.5, "V", prison, absent=NOBODY),
        Check(
            "aged 20 to 39",
            found.age_share(20, 40),
            0.75,
            0.25,
            "V",
            "deportees: most between 20 and 40 (The Spinoff, 2024)",
            "most is read as 50 % to 100 %",
        ),
        Check("men", found.of("male"), 0.91, 0.01, "V", "detained, 2022"),
        Check(
            "earlier imprisonment", found.of("prior"), 0.611, 0.02, "D", prior.source
        ),
    ]
    made = calibration["age_median_by_offence"]
    for offence, age in _PUBLISHED_AGES.items():
        label = f"median age, {offence.replace('_', ' ')}"
        model = found.median_age(offence)
        rows.append(
            Check(label, model, age, 1.5, made.grade, made.source, absent=NOBODY)
        )
    return rows


_PUBLISHED_AGES = {
    "child_sexual": 45,
    "adult_sexual": 45,
    "homicide": 40,
    "robbery": 30,
}


def mixes(found: Tally, calibration: Calibration, in_prison: bool) -> list[Check]:
    """Return what the file holds beside the shares it was drawn from."""
    rows = [_size(found)]
    for name, key in (("State", "state"), ("offence", "offence")):
        if key == "offence" and in_prison:
            continue
        wanted, made = calibration.shares(key), calibration[key]
        for word, share in wanted.items():
            model = found.of(f"{key}: {word}")
            label = f"{name}: {word.replace('_', ' ')}"
            rows.append(Check(label, model, share, 0.01, made.grade, made.source))
    made = calibration["association_share"]
    model = found.of("association")
    share = calibration.number("association_share")
    rows.append(Check("association found", model, share, 0.01, made.grade, made.source))
    rows.append(
        Check(
            "came by 2001-02-26",
            found.of("came to 2001-02-26"),
            0.433,
            None,
            "V",
            "290,000 of 670,000 holders of a special category visa, 2023",
            "of visa holders, who need not be like those sentenced (P47)",
        )
    )
    rows.append(
        Check(
            "P44 Maori or Pacific descent",
            None,
            0.60,
            None,
            "V",
            "more than 60 % of arrivals to July 2018",
            "left out on purpose: no rule may read it",
            absent="not drawn",
        )
    )
    made = calibration["age_at_arrival"]
    bands = calibration.shares("age_at_arrival")
    note = "assumed: " + ", ".join(f"{band} {share:g}" for band, share in bands.items())
    for band in bands:
        model = found.of(f"arrived: {band}")
        rows.append(
            Check(f"age on arrival {band}", model, None, None, "A", made.source, note)
        )
    return rows


ENOUGH = 100_000
"""Made-up people of whom chance moves a share by less than any tolerance here."""


def _size(found: Tally) -> Check:
    """Return how many people there are, and what chance does where they are few."""
    chance = 1 / max(1, found.persons) ** 0.5
    few = (
        f"so few that chance alone moves a share by as much as {chance:.3f}: compare "
        f"{ENOUGH:,} or more"
    )
    note = few if found.persons < ENOUGH else ""
    return Check("people made", found.persons, None, None, "-", "this file", note)
