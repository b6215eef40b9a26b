"""Decisions told what their notices say: the power of s 501CA(4) reads either."""

import pytest

from tasman.casework.assessment import assess
from tasman.casework.linked import linked
from tasman.facts.case import NO, UNKNOWN, YES, Elements
from tasman.facts.days import parse_day
from tests.casework.procedure_facts import (
    CANCELLED,
    EMAIL,
    HEARD,
    LAW,
    LETTER,
    MANDATORY,
    UNHEARD,
    case,
    decision,
    notice,
    one,
)

TODAY = parse_day("2026-11-21")


def answered_in_time(*notices, decided=CANCELLED):
    facts = case(*notices, decisions=(decision(**decided),))
    found = assess(facts, today=TODAY, law=LAW)
    value = found.explanation.evaluation.provision("migration-act-1958/501CA(4)(a)")
    return value[0]


ANSWERS = [
    # what the notice says, whether s 501CA(4)(a) is met
    ({**HEARD, "answered_on": "2026-02-05"}, YES),  # day 28
    ({**HEARD, "answered_on": "2026-03-05"}, UNKNOWN),  # late, if the notice was good
    ({**HEARD, "answered_on": "2026-03-05", "defect": "none"}, NO),
    ({**HEARD, "answered_on": "2026-03-05", "defect": "says_received"}, UNKNOWN),
    ({**HEARD, "answered_on": "2026-02-05", "defect": "says_received"}, YES),
    ({**HEARD, "answered_on": "never"}, NO),
    (HEARD, UNKNOWN),
    ({"answered_on": "2026-01-20"}, UNKNOWN),  # no day on which it was given
    ({**LETTER, "answered_on": "2026-02-10"}, YES),  # deemed receipt 2026-01-19
]


@pytest.mark.parametrize(("said", "answer"), ANSWERS)
def test_a_notice_alone_can_open_the_power_to_revoke(said, answer):
    """Sent within 28 days of the notice, or not, or not known without presuming."""
    assert answered_in_time(notice(**MANDATORY, **said)) == answer


def test_what_the_decision_says_is_kept():
    """A decision that speaks for itself takes nothing from its notice."""
    own = {**CANCELLED, "notified_on": "2026-01-08", "representations_on": "never"}
    told = notice(**MANDATORY, **HEARD, answered_on="2026-01-20")
    assert answered_in_time(told, decided=own) == NO
    found = assess(case(told, decisions=(decision(**own),)), today=TODAY, law=LAW)
    assert "answers-differ" in [each.code for each in found.warnings]


def test_two_invitations_settle_nothing():
    """Which of them counts is not settled, so neither is taken over."""
    first = notice(**MANDATORY, **HEARD, answered_on="never")
    again = notice(
        **MANDATORY, **EMAIL, given_on="2026-03-02", answered_on="2026-03-05"
    )
    assert answered_in_time(first, again) == UNKNOWN


def test_what_was_taken_over_is_said():
    """The assessment lists it; the file's own facts stand in the receipt."""
    told = notice(**MANDATORY, **HEARD, answered_on="2026-01-20")
    facts = case(told, decisions=(decision(**CANCELLED),))
    found = assess(facts, today=TODAY, law=LAW)
    assert found.to_dict()["assumed"] == [
        "decisions[0].representations_on: 2026-01-20 (as its notice says)",
        "decisions[0].notified_on: 2026-01-08 (as its notice says)",
    ]
    clocks = {"as_at": TODAY, "law_at": TODAY, "known_at": TODAY}
    assert linked(case(told), LAW, **clocks) == case(told)


def test_a_decision_made_unheard_takes_over_its_answer_too():
    """Seven days, for a decision under s 501(3)."""
    decided = {**CANCELLED, "power": "501(3)", "made_by": "minister"}
    told = notice(**UNHEARD, **HEARD, answered_on="2026-01-15")
    facts = case(told, decisions=(decision(**decided),))
    clocks = {"as_at": TODAY, "law_at": TODAY, "known_at": TODAY}
    known = linked(facts, LAW, **clocks).facts["decisions"]
    assert isinstance(known, Elements)
    assert one(known.items[0]["representations_on"]) == "2026-01-15"
    assert one(known.items[0]["notified_on"]) == "2026-01-08"
