"""Timelines: exact on every day, told with their causes, quick for a heavy record."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.casework.assessment import assess
from tasman.casework.causes import put_to
from tasman.casework.timeline import timeline
from tasman.facts.case import YES, Case
from tasman.facts.days import day
from tasman.facts.kinds import NOT_COVERED
from tasman.facts.loading import load_case
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.law.reforms import reform
from tests.law.au.one_line import case_of
from tests.rules.profile import bounded
from tests.rules.random_facts import random_day, random_facts

TODAY = day(2026, 11, 21)
CASE = "examples/arrived-aged-one.yaml"


@bounded(8)
@given(st.integers(0, 2**32))
def test_a_timeline_says_what_assessing_every_day_says(seed):
    """Random people, random windows: every day's law put to every day's facts."""
    rnd = random.Random(seed)
    case = Case(random_facts(rnd, Person, rnd.choice((0.0, 0.1))))
    first = max(random_day(rnd), day(1999, 6, 1))
    found = timeline(case, today=TODAY, since=first, until=first + 60)
    for on in range(first, first + 61):
        clocks = {"as_at": on, "law_at": on, "known_at": TODAY}
        run = put_to(current_law(), case.facts, clocks)
        for line in found.lines:
            truth, kinds = run.provision(line.provision)
            passes = line.name == "passes_character_test"
            band = line.on(on)
            assert (band.truth, band.kinds) == (YES - truth if passes else truth, kinds)


@pytest.mark.parametrize("seed", range(3))
def test_a_timeline_says_what_an_assessment_says(seed):
    """The same numbers as the assessment of a day picked at random."""
    rnd = random.Random(seed)
    case = Case(random_facts(rnd, Person, 0.1))
    first = day(2012, 1, 1)
    on = first + rnd.randrange(3000)
    found = timeline(case, today=TODAY, since=first, until=first + 3000)
    whole = assess(case, today=TODAY, as_at=on, law_at=on)
    band = found.lines[0].on(on)
    passes = whole.passes_character_test
    assert (band.truth, band.kinds) == (passes.truth, passes.kinds)
    duty = {p.provision: p for p in whole.powers}["migration-act-1958/501(3A)"]
    band = found.lines[1].on(on)
    assert (band.truth, band.kinds) == (duty.truth, duty.kinds)


def test_two_short_terms_begin_to_matter_on_the_day_the_law_changed():
    """Two concurrent terms of six months fail the test from 2014-12-11 (example 8)."""
    case = case_of("gaol 6m 2010-02-01; gaol 6m 2010-02-01")
    line = timeline(
        case,
        today=TODAY,
        conclusions=["501(7)(d)"],
        since=day(2009, 1, 1),
        until=day(2016, 1, 1),
    ).lines[0]
    assert [(b.first, b.text) for b in line.bands] == [
        (day(2009, 1, 1), "no"),
        (day(2014, 12, 11), "yes"),
    ]
    assert line.bands[1].began_with[0].startswith("law: ")
    assert "501(7)(d)" in line.bands[1].began_with[0]


def test_the_case_moves_the_answer_where_the_law_does_not():
    """A sentence of twelve months: from the day it was imposed, and said so."""
    case = case_of("gaol 12m 2016-03-01; held gaol sentence 2016-03-01..2016-09-01")
    duty = timeline(
        case,
        today=TODAY,
        conclusions=["must_be_cancelled"],
        since=day(2016, 1, 1),
        until=day(2017, 1, 1),
    ).lines[0]
    shown = [(b.first, b.text) for b in duty.bands]
    assert shown == [
        (day(2016, 1, 1), "no"),
        (day(2016, 3, 1), "yes"),
        (day(2016, 9, 1), "unknown"),
        (day(2016, 9, 2), "no"),
    ]
    assert "sentenced: gaol 12 months" in duty.bands[1].began_with
    assert duty.bands[3].began_with == ("the day after: out of gaol",)


def test_held_facts_let_only_the_law_move():
    """The made-up example would not have been sent back before 2014-12-11."""
    case = load_case(CASE)
    found = timeline(case, today=TODAY, facts_at=day(2026, 11, 20))
    duty = next(line for line in found.lines if line.name == "must_be_cancelled")
    assert [(b.first, b.text) for b in duty.bands] == [
        (day(1999, 6, 1), "no"),
        (day(2014, 12, 11), "yes"),
    ]
    assert duty.bands[1].began_with[0].startswith("law: 501(3A)")


def test_before_the_law_opens_nothing_is_answered():
    """Days before 1999-06-01 are not covered, and say so."""
    found = timeline(
        load_case(CASE), today=TODAY, since=day(1999, 5, 30), until=day(1999, 6, 2)
    )
    for line in found.lines:
        assert (line.bands[0].last, line.bands[0].kinds) == (
            day(1999, 5, 31),
            NOT_COVERED,
        )


def test_a_window_that_ends_before_it_starts_is_refused():
    """The message names both days."""
    with pytest.raises(ValueError, match="ends on 2010-01-01, before 2011-01-01"):
        timeline(
            load_case(CASE), today=TODAY, since=day(2011, 1, 1), until=day(2010, 1, 1)
        )


def test_a_reform_moves_the_timeline():
    """With mandatory cancellation from two years, fourteen months never bring it."""
    law = reform("duty-from-24-months").apply(current_law())
    found = timeline(load_case(CASE), today=TODAY, law=law)
    duty = next(line for line in found.lines if line.name == "must_be_cancelled")
    assert not any(band.truth == YES for band in duty.bands)


def heavy():
    rnd = random.Random(1)
    parts = []
    for i in range(50):
        year, month = 1999 + i // 2, 1 + i % 2 * 6
        start, out = f"{year}-{month:02d}-10", f"{year}-{month + 2:02d}-10"
        parts.append(f"gaol {rnd.choice((1, 2, 3, 4))}m {start}")
        parts.append(f"held gaol sentence {start}..{out}")
    return case_of("; ".join([*parts, "unknown findings"]))


def test_fifty_sentences_are_followed_through_twenty_seven_years():
    """Three conclusions; how long that takes is measured in benchmarks/."""
    found = timeline(heavy(), today=TODAY)
    assert len(found.lines) == 3
