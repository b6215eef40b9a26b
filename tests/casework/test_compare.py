"""Comparisons: what differs, and a cause that really is one."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.casework.causes import Snapshot, cause_of, put_to
from tasman.casework.compare import compare, texts
from tasman.facts.days import day
from tasman.facts.loading import load_case
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.law.comparators import COMPARATORS
from tasman.law.reforms import REFORMS, reform
from tasman.rules.errors import UnknownProvision
from tests.law.au.one_line import case_of
from tests.rules.profile import bounded
from tests.rules.random_facts import random_facts

TODAY = day(2026, 11, 21)
CASE = "examples/arrived-aged-one.yaml"
ACT = "migration-act-1958"
TESTED = [f"{ACT}/{name}" for name in ("501(6)", "501(3A)", "501(7)(d)", "501(2)")]


@bounded(8)
@given(st.integers(0, 2**32))
def test_a_named_cause_is_one(seed):
    """Swapped in alone (or all together), the causes give the other law's answer."""
    rnd = random.Random(seed)
    law = current_law()
    facts = random_facts(rnd, Person, rnd.choice((0.0, 0.1)))
    days = rnd.sample([day(2004, 6, 1), day(2013, 6, 1), day(2019, 6, 1), TODAY], 2)
    chosen = rnd.choice([None, *REFORMS.values()])
    other = law if chosen is None else chosen.apply(law)
    mine, theirs = Snapshot(law, days[0], TODAY), Snapshot(other, days[1], TODAY)
    clocks = {"as_at": day(2020, 1, 1), "law_at": days[1], "known_at": TODAY}
    for pinpoint in TESTED:
        before = put_to(law, facts, {**clocks, "law_at": days[0]}).provision(pinpoint)
        after = put_to(other, facts, clocks).provision(pinpoint)
        cause = cause_of(pinpoint, facts, clocks, mine, theirs)
        if before[0] == after[0]:
            assert not cause.alone and not cause.jointly
            continue
        assert cause.alone or cause.jointly
        for swapped in [(name,) for name in cause.alone] or [cause.jointly]:
            hybrid = put_to(mine.swapped(swapped, theirs), facts, clocks)
            assert hybrid.provision(pinpoint)[0] == after[0]
        for left_out in cause.jointly:
            rest = [name for name in cause.jointly if name != left_out]
            hybrid = put_to(mine.swapped(rest, theirs), facts, clocks)
            assert hybrid.provision(pinpoint)[0] != after[0]


@bounded(6)
@given(st.integers(0, 2**32))
def test_a_snapshot_answers_as_the_law_does_on_its_day(seed):
    """Holding the law still changes no answer of that day."""
    rnd = random.Random(seed)
    law = current_law()
    facts = random_facts(rnd, Person, 0.1)
    on = rnd.choice([day(2001, 1, 1), day(2013, 6, 1), day(2019, 6, 1), TODAY])
    clocks = {"as_at": on, "law_at": on, "known_at": TODAY}
    still = Snapshot(law, on, TODAY)
    held = put_to(still.swapped((), still), facts, clocks)
    live = put_to(law, facts, clocks)
    for pinpoint in TESTED:
        assert held.provision(pinpoint) == live.provision(pinpoint)


def test_the_same_law_twice_differs_in_nothing():
    """Two columns of one day have no difference."""
    found = compare(load_case(CASE), today=TODAY, laws=[TODAY, TODAY])
    assert found.differences == ()
    assert found.columns[0].answers == found.columns[1].answers


def test_a_reform_that_changes_nothing_changes_nothing():
    """Setting a threshold to what it is gives the same answers and the same hash."""
    from tasman.law.reforms import Reform
    from tasman.rules.handles import months

    def same(law):
        return law.amend("501(7)(c)", threshold=months(12))

    idle = Reform("idle", "Idle", "As it is.", "hypothetical", same)
    assert idle.apply(current_law()).digest == current_law().digest
    found = compare(load_case(CASE), today=TODAY, reforms=[idle])
    assert found.differences == ()


def test_two_short_terms_fail_since_2014_because_of_one_paragraph():
    """Example 8: the lower total of s 501(7)(d), with (7A), makes the difference."""
    found = compare(
        case_of("gaol 6m 2010-02-01; gaol 6m 2010-02-01"),
        today=TODAY,
        as_at=day(2016, 1, 1),
        laws=[day(2014, 12, 10), day(2014, 12, 11)],
        conclusions=["501(6) objective limbs"],
    )
    (difference,) = found.differences
    assert (difference.before, difference.after) == ("no", "yes")
    named = difference.cause.alone or difference.cause.jointly
    assert f"{ACT}/501(7)(d)" in named


def test_a_reforms_own_provision_is_the_cause():
    """A ten-year rule changes s 501(3A), and that is what is named."""
    found = compare(load_case(CASE), today=TODAY, reforms=[reform("ten-year-line")])
    said = texts(found.differences)
    assert any(
        "must_be_cancelled yes -> no" in s and "501(3A) alone" in s for s in said
    )


def test_countries_stand_beside_with_their_approximations():
    """Every country gives outcomes, version, mapping and what is approximate."""
    found = compare(load_case(CASE), today=TODAY, countries=list(COMPARATORS))
    for column in found.columns[1:]:
        assert column.kind == "country"
        assert column.outcomes
        assert any("Approximation" in note for note in column.notes)
        assert any("settled or permanent status" in note for note in column.notes)


def test_an_unknown_country_or_conclusion_is_refused():
    """Names are checked before anything is worked out."""
    with pytest.raises(UnknownProvision, match="uk"):
        compare(load_case(CASE), today=TODAY, countries=["narnia"])
    with pytest.raises(UnknownProvision):
        compare(load_case(CASE), today=TODAY, conclusions=["501(99)"])


def test_all_of_it_is_plain_data():
    """The documented form is JSON."""
    import json

    found = compare(
        load_case(CASE),
        today=TODAY,
        laws=[day(2013, 6, 30), TODAY],
        reforms=[reform("came-before-10")],
        countries=["uk"],
    )
    plain = json.loads(json.dumps(found.to_dict()))
    assert [c["kind"] for c in plain["columns"]] == ["law", "law", "reform", "country"]
    assert plain["schema"] == "tasman-comparison/1"


def test_the_direction_is_told_and_a_reform_may_keep_it():
    """R7: Direction 110 guides a decision of 2025, Direction 99 under the reform."""
    found = compare(
        load_case(CASE),
        today=TODAY,
        laws=[day(2023, 6, 1), day(2025, 6, 1)],
        reforms=[reform("keep-direction-99")],
    )
    assert [column.direction for column in found.columns] == ["99", "110", "99"]
