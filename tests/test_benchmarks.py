"""The benchmarks compare right answers: who is timed is checked, and a slip is caught.

The contenders that need no more than Tasman does are tried, on few people.
"""

import json

import pytest
from benchmarks import people
from benchmarks.peers import common, registry
from benchmarks.peers.contender import ANSWERS
from benchmarks.scenarios import arrays, checking, json_in, one_person, reform
from hypothesis import given
from hypothesis import strategies as st

from tasman.rules import calendar

FEW = 40
EXPLAINED = "Tasman, one person at a time"
ALL = ("Tasman, kernel", "Tasman, NumPy", EXPLAINED, "DuckDB, by hand")


@pytest.fixture(scope="module", params=ALL)
def contender(request):
    return registry.load(request.param)


def test_what_peers_share_is_what_tasman_says():
    checking.words_and_days()


@given(st.integers(-20_000, 40_000), st.integers(0, 600), st.integers(0, 60))
def test_a_peer_moves_a_day_as_tasman_does(start, months, days):
    assert common.moved(start, months, days) == calendar.add_term(start, months, days)


def test_answers_are_right_from_arrays(contender):
    sure = arrays.checked(contender, 10 * FEW)
    assert sure.unknown > 0 == sure.too_sure


def test_answers_are_right_from_json(contender):
    json_in.check([contender], FEW)


def test_answers_are_right_with_their_reasons(contender):
    one_person.check(contender, 5)


def test_answers_are_right_under_the_reform(contender):
    reform.check(contender, 10 * FEW)


def test_reasons_are_of_the_twelve_rules_and_cite():
    """Every root has a reason with a citation or says that it is not in force."""
    each = registry.load(EXPLAINED)
    _, said = each.explain_json(each.texts(people.possible(5, 1)))
    told = json.loads(said)
    assert len(told["roots"]) == len(ANSWERS)
    for root in told["roots"]:
        reason = told["reasons"][root]
        assert reason["citation"] or not reason["in_force"]


@pytest.mark.parametrize("truth", [0, 2])
def test_one_wrong_answer_is_caught(truth):
    """A definite answer turned round, or one not given, does not pass."""
    each = registry.load("Tasman, kernel")
    batch = people.made(11, FEW)
    right = checking.exact(batch)
    row = list(right["(6)"]).index(truth)
    for wrong in (1, 2 - truth):
        found = each.answers(each.run(batch))
        found["(6)"][row] = wrong
        with pytest.raises(AssertionError, match=r"\(6\)"):
            checking.sureness(each, found, batch, right)


def test_a_definite_answer_where_none_is_right_is_counted():
    each = registry.load("Tasman, kernel")
    batch = people.made(12, FEW)
    right = checking.exact(batch)
    found = each.answers(each.run(batch))
    row = list(right["(6)"]).index(1)
    found["(6)"][row] = 2
    assert checking.sureness(each, found, batch, right).too_sure == 1


def test_impossible_lives_are_not_handed_to_the_loader():
    from tasman.facts.arrow import to_cases

    raw = list(to_cases(people.made(3, 300)))
    assert any(map(people.impossible, raw))
    kept = people.possible(3, 200)
    assert kept.num_rows == 200
    assert not any(map(people.impossible, to_cases(kept)))
