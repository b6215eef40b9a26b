"""Which Direction governs: the register, the dossier's rows, decided cases."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from tasman.casework.considerations import considerations
from tasman.casework.direction_choice import (
    STILL_TO_COME,
    direction_for,
    in_force,
    setting_of,
)
from tasman.casework.validate_direction import check_direction
from tasman.facts.days import parse_day
from tasman.law.au.directions import ACTS, DIRECTIONS
from tasman.law.au.directions.register import REGISTER
from tasman.rules.evaluate import Evaluation
from tasman.rules.lint import lint
from tests.directions.patterns import KNOWN, case, directions_law

ROOT = Path(__file__).resolve().parents[2]

# au-directions.md section 2.1, test rows.
ROWS = [
    ("delegate", "2014-12-22", 55),
    ("delegate", "2014-12-23", 65),
    ("delegate", "2019-02-27", 65),
    ("tribunal", "2019-02-28", 79),
    ("tribunal", "2021-04-14", 79),
    ("tribunal", "2021-04-15", 90),
    ("tribunal", "2023-03-02", 90),
    ("tribunal", "2023-03-03", 99),
    ("tribunal", "2024-06-20", 99),
    ("tribunal", "2024-06-21", 110),
    ("delegate", "2024-05-10", 99),
    ("tribunal", "2024-07-30", 110),
    ("delegate", "1999-06-15", None),
    ("delegate", "1999-06-16", 17),
    ("delegate", "2001-08-22", 17),
    ("delegate", "2001-08-23", 21),
    ("delegate", "2009-06-14", 21),
    ("delegate", "2009-06-15", 41),
    ("delegate", "2012-08-31", 41),
    ("delegate", "2012-09-01", 55),
    ("tribunal", "2026-11-21", 110),
    *(("minister", entry.since, None) for entry in REGISTER),
]


@pytest.mark.parametrize(("maker", "day", "number"), ROWS)
def test_direction_for(maker, day, number):
    """The one in force when the decision is made; none for the Minister in person."""
    assert direction_for(maker, parse_day(day)).number == number


POWERS = [
    ("501CA(4)", "2014-12-11", None),
    ("501CA(4)", "2014-12-22", None),
    ("501(2)", "2014-12-22", 55),
    ("501CA(4)", "2014-12-23", 65),
    ("501(3A)", "2023-03-03", 99),
    ("501(3)", "2023-03-03", None),
    ("501BA(2)", "2023-03-03", None),
    ("116", "2023-03-03", None),
]


@pytest.mark.parametrize(("power", "day", "number"), POWERS)
def test_the_power_counts(power, day, number):
    """55 did not reach revocation; personal and other powers have no Direction."""
    governing = direction_for("delegate", parse_day(day), power)
    assert governing.number == number
    assert governing.reason


REVIEWS = [
    ("2024-03-28", None),
    ("2024-03-29", "Direction 110 if it decides on or after 2024-06-21"),
    ("2024-06-20", "Direction 110 if it decides on or after 2024-06-21"),
    ("2024-06-21", None),
]


@pytest.mark.parametrize(("day", "says"), REVIEWS)
def test_a_review_may_come_under_the_next_direction(day, says):
    """84 days before a change, the Tribunal may apply either: the report says so."""
    decided_on = parse_day(day)
    report = considerations(
        {},
        directions_law(),
        as_at=decided_on,
        law_at=decided_on,
        known_at=KNOWN,
        decision_maker="delegate",
    )
    found = [text for text in report.warnings if "On review" in text]
    assert found == [] if says is None else says in found[0]


def test_someone_else_does_not_decide():
    """Only a delegate, the Tribunal or the Minister decides."""
    with pytest.raises(ValueError, match="'court' is not one of"):
        direction_for("court", KNOWN)


def test_the_law_and_the_register_agree_every_day():
    """The provisions in force say what the register says, on each edge and gap."""
    edges = [entry.first_day for entry in REGISTER]
    for day in [d + step for d in edges for step in (-1, 0, 1)]:
        law = Evaluation(directions_law(), {}, as_at=day, law_at=day, known_at=KNOWN)
        entry = in_force(day)
        low, high, kinds = law.provision("directions/in force")
        if entry is None:
            assert kinds
        else:
            assert (low, high, kinds) == (entry.number, entry.number, 0)


def test_gaps_are_declared():
    """The two gaps stand in the law with their reason."""
    gaps = {gap.pinpoint: gap.reason for gap in directions_law().gaps}
    assert set(gaps) == {"directions/in force", "directions/in force, revocation"}
    assert all(gaps.values())


def test_the_law_is_in_order():
    """Every provision is cited, sourced, dated, marked and said in plain words."""
    assert lint(directions_law(), ACTS) == []


def test_who_decides_comes_from_the_file_or_is_assumed():
    """A mandatory cancellation leads to revocation; what is assumed is said."""
    day = parse_day("2023-06-01")
    made = {"power": "501(3A)", "made_by": "delegate", "made_on": "2023-05-01"}
    known = setting_of(case(decisions=[made]), day, day)
    assert (known.decision_maker, known.power, known.assumed) == (
        "delegate",
        "501CA(4)",
        (STILL_TO_COME,),
    )
    by_minister = setting_of(
        case(decisions=[{**made, "made_by": "minister"}]), day, day
    )
    assert by_minister.decision_maker == "delegate"
    assert len(by_minister.assumed) == 2
    assumed = setting_of({}, day, day)
    assert (assumed.decision_maker, assumed.power) == ("delegate", "501CA(4)")
    assert len(assumed.assumed) == 2
    early = parse_day("2010-06-01")
    assert setting_of({}, early, early).power == "501(2)"


def decided():
    """The decided cases that the repository holds."""
    text = (ROOT / "tests/decided/decisions.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def test_every_decided_case_agrees():
    """No decided case disagrees; every dated tribunal row is decided and agrees."""
    stated = [row for row in decided() if row["direction"] is not None]
    assert len(stated) == 73
    for row in stated:
        status, expected, reason = check_direction(row)
        dated = row["court"] in ("AATA", "ARTA") and row["date"]
        wanted = {"agreed"} if dated else {"agreed", "undecidable"}
        assert status in wanted, (row["citation"], expected, reason)


def test_how_many_are_decided():
    """45 agree; 28 cannot be decided: 23 courts' and 5 undated tribunal rows."""
    statuses = [
        check_direction(row)[0] for row in decided() if row["direction"] is not None
    ]
    assert statuses.count("agreed") == 45
    assert statuses.count("undecidable") == 28


CHECKS = [
    ({"court": "AATA", "date": "2019-02-18", "direction": 65}, "agreed"),
    ({"court": "AATA", "date": "2019-02-28", "direction": 65}, "disagreed"),
    ({"court": "AATA", "date": "2019-02", "direction": 65}, "undecidable"),
    ({"court": "AATA", "date": "2019-02", "direction": 90}, "disagreed"),
    ({"court": "AATA", "date": None, "direction": 65}, "undecidable"),
    ({"court": "AATA", "date": None, "direction": 110}, "disagreed"),
    ({"court": "FCA", "date": "2019-05-01", "direction": 65}, "undecidable"),
    ({"court": "FCA", "date": "2019-05-01", "direction": 90}, "disagreed"),
    (
        {
            "court": "FCA",
            "date": "2021-11-05",
            "decision_under_review_date": "2021-04-06",
            "direction": 79,
        },
        "agreed",
    ),
    (
        {
            "court": "FCA",
            "date": "2021-11-05",
            "decision_under_review_date": "2021-04-15",
            "direction": 79,
        },
        "disagreed",
    ),
    ({"court": "AATA", "date": "2019-02-18", "direction": None}, "not stated"),
    ({"court": "AATA", "date": "2019-02-18", "direction": 66}, "disagreed"),
    ({"court": "FCA", "power": "501BA", "direction": None}, "agreed"),
    ({"court": "FCA", "power": "501BA", "direction": 90}, "disagreed"),
    ({"court": "AATA", "power": "116(1)(e)", "direction": None}, "agreed"),
]


@pytest.mark.parametrize(("row", "status"), CHECKS)
def test_check_direction(row, status):
    """Tribunals by their own day, courts by the day reviewed, other powers none."""
    full = {"citation": "[2019] AATA 1", "power": "501(3A)+501CA", **row}
    assert check_direction(full)[0] == status


def test_each_direction_has_its_module_and_acts_hold_them():
    """Nine Directions, each an Act whose provisions end when its successor begins."""
    assert list(DIRECTIONS) == [17, 21, 41, 55, 65, 79, 90, 99, 110]
    for earlier, later in pairwise(REGISTER):
        assert earlier.until == later.since
    for direction in DIRECTIONS.values():
        spans = {(v.since, v.until) for v in direction.act.versions}
        assert len(spans) == 1
