"""What a second reading of the procedure dossier beside the code corrected."""

from __future__ import annotations

import pytest

from tasman.casework.assessment import assess
from tasman.casework.process import process
from tasman.casework.sections import SECTIONS
from tasman.casework.states import review_of
from tasman.facts.days import parse_day
from tasman.law import current_law
from tests.casework.procedure_facts import clock, notice
from tests.law.au.one_line import case_of

TODAY = parse_day("2026-11-21")
CANCELLED = {"what": "mandatory_cancellation", "power": "501(3A)", "method": "hand"}


@pytest.mark.parametrize("day", ["2016-05-02", "2018-05-02"])
@pytest.mark.parametrize(
    ("maker", "federal", "circuit"),
    [("delegate", False, True), ("minister", True, False)],
)
def test_one_court_hears_a_mandatory_cancellation(
    day: str, maker: str, federal: bool, circuit: bool
) -> None:
    """A delegate's goes to the circuit court, the Minister's to the Federal Court."""
    told = notice(**CANCELLED, made_by=maker, dated_on=day, given_on=day, place="nsw")
    assert (clock("L11", told, as_at=day) is not None) is federal
    assert (clock("L12", told, as_at=day) is not None) is circuit
    review = review_of("501(3A)", maker)
    assert review is not None
    assert review.court.startswith("Federal Court") is federal


def _moves(line: str, as_at: str) -> set[int]:
    day = parse_day(as_at)
    found = process(case_of(line), current_law(), as_at=day, known_at=TODAY)
    return {step.move.number for step in found.next_steps}


@pytest.mark.parametrize(
    ("line", "day", "offered"),
    [
        ("gaol 12m 2016-01-01; held gaol sentence 2016-01-01..", "2016-02-01", True),
        ("gaol 12m 2016-01-01", "2016-02-01", False),  # not in prison
        ("gaol 11m 2016-01-01; held gaol sentence 2016-01-01..", "2016-02-01", False),
        ("gaol 12m 2013-01-01; held gaol sentence 2013-01-01..", "2013-02-01", False),
    ],
)
def test_mandatory_cancellation_is_a_next_step_only_where_the_duty_may_arise(
    line: str, day: str, offered: bool
) -> None:
    """Someone out of prison is not told that a delegate must cancel next."""
    assert (1 in _moves(f"{line}; no decisions", day)) is offered


@pytest.mark.parametrize(
    ("citizen", "told"),
    [("", True), ("; citizen australia 1980-05-05..; no visas; no stays", False)],
)
def test_a_citizen_stands_nowhere_in_the_process(citizen: str, told: bool) -> None:
    """No visa is said to be held, and no next step is named, of a citizen."""
    case = case_of(f"gaol 12m 2016-01-01; no decisions{citizen}")
    found = SECTIONS["process"](case, current_law(), TODAY, TODAY, TODAY)
    assert (found is not None) is told


@pytest.mark.parametrize(
    ("as_at", "warned"), [("2016-02-01", True), ("2016-02-02", False)]
)
def test_the_day_of_the_decision_itself_is_pointed_out(
    as_at: str, warned: bool
) -> None:
    """On the day of a cancellation the visa still counts as held, and that is said."""
    line = "gaol 12m 2016-01-01; held gaol sentence 2016-01-01..; "
    line += "decided 501(3A) cancelled delegate 2016-02-01; "
    line += "visa special_category_444 1995-01-01..2016-02-01"
    found = assess(case_of(line), today=TODAY, as_at=parse_day(as_at))
    codes = [warning.code for warning in found.warnings]
    assert ("decided-that-day" in codes) is warned
    duty = next(c for c in found.powers if c.provision.endswith("/501(3A)"))
    assert (duty.answer == "yes") is warned


@pytest.mark.parametrize(
    ("as_at", "law_at", "warned"),
    [
        ("2017-02-22", None, False),
        ("2017-02-23", None, True),  # s 198(2B) began
        ("2017-02-23", "2016-02-01", False),  # asked for
    ],
)
def test_the_law_of_an_old_decision_is_pointed_out(
    as_at: str, law_at: str | None, warned: bool
) -> None:
    """Powers of the day of the latest decision are not passed off as today's."""
    line = "gaol 12m 2016-01-01; decided 501(3A) cancelled delegate 2016-02-01; "
    line += "visa special_category_444 1995-01-01..2016-02-01"
    day = None if law_at is None else parse_day(law_at)
    found = assess(case_of(line), today=TODAY, as_at=parse_day(as_at), law_at=day)
    assert ("law-of-the-decision" in [w.code for w in found.warnings]) is warned
