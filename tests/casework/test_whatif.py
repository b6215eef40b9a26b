"""What-if and its converse: exact for dates and lengths, and true when tried."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.casework.whatif import Question, target_of, ways_to, what_if
from tasman.facts.case import NO, UNKNOWN, YES, Case
from tasman.facts.days import day, iso
from tasman.facts.errors import CaseErrors
from tasman.facts.loading import load_case
from tasman.facts.paths import put
from tasman.facts.vocabulary import Person
from tests.law.au.one_line import case_of
from tests.rules.profile import bounded
from tests.rules.random_facts import random_facts

TODAY = day(2026, 11, 21)
ON = day(2016, 3, 1)
CASE = "examples/arrived-aged-one.yaml"
GAOL = "held gaol sentence 2015-09-01.."


def ways(line, name, wanted, **more):
    return ways_to(case_of(line), name, wanted, today=TODAY, as_at=ON, **more)


def changed(search, path):
    return [w.changes[0].would_be for w in search.ways if w.changes[0].path == path]


def test_setting_a_term_below_the_line_turns_the_duty():
    """Eleven months instead of fourteen: no duty to cancel, and why."""
    result = what_if(load_case(CASE), [("sentences[0].term", "11m")], today=TODAY)
    turned = {t.conclusion: (t.before, t.after) for t in result.turned}
    assert turned["must_be_cancelled"] == ("yes", "no")
    assert turned["migration-act-1958/501(7)(c)"] == ("yes", "no")
    assert result.changes[0].was == "14 months"


def test_setting_a_fact_to_what_it_is_turns_nothing():
    """A what-if that changes nothing changes nothing."""
    result = what_if(load_case(CASE), [("sentences[0].term", "14m")], today=TODAY)
    assert result.turned == ()


def test_a_path_that_leads_nowhere_is_refused():
    """The message names the nearest field."""
    with pytest.raises(CaseErrors, match="term"):
        what_if(load_case(CASE), [("sentences[0].trem", "11m")], today=TODAY)


LINES = [
    (f"gaol 13m 2015-09-01; {GAOL}", "501(7)(c)", NO, ["11 months"]),
    (f"gaol 12m 2015-09-01; {GAOL}", "501(7)(c)", NO, ["11 months"]),
    (f"gaol 9m 2015-09-01; {GAOL}", "501(7)(c)", YES, ["12 months"]),
    (f"gaol 60d 2015-09-01; {GAOL}", "501(7)(c)", YES, ["366 days"]),
    ("gaol 6m 2015-01-01; gaol 5m 2015-09-01", "501(7)(d)", YES, ["7 months"]),
]  # fmt: skip


@pytest.mark.parametrize(("line", "name", "wanted", "terms"), LINES)
def test_lengths_are_found_exactly(line, name, wanted, terms):
    """The nearest length on either side, in the unit in which it was pronounced."""
    assert changed(ways(line, name, wanted), "sentences[0].term") == terms


def test_dates_are_found_exactly():
    """Released on the day itself is unsettled; the day before ends the duty."""
    search = ways(f"gaol 14m 2015-09-01; {GAOL}", "501(3A)", NO)
    assert changed(search, "custody[0].ended_on") == ["2016-02-29"]
    assert changed(search, "custody[0].began_on") == ["2016-03-02"]


def test_every_way_found_does_what_it_says():
    """Each change, put into the case, gives the answer wanted."""
    case = load_case(CASE)
    question = Question(case, today=TODAY)
    search = ways_to(case, "must_be_cancelled", NO, today=TODAY)
    tried = 0
    for way in search.ways:
        first = way.changes[0]
        if first.would_be == "left out" or first.path.startswith("findings"):
            continue
        text = first.would_be.replace(" months", "m").replace(" days", "d")
        assert question.truth(put(case, first.path, text), "must_be_cancelled") == NO
        tried += 1
    assert tried > 4


def test_passing_takes_a_finding_as_well_as_a_shorter_term():
    """No fact of record makes a pass certain: the judgment must be made too."""
    search = ways_to(load_case(CASE), "passes_character_test", YES, today=TODAY)
    paths = [tuple(c.path for c in way.changes) for way in search.ways]
    assert paths[0] == ("findings[+]", "sentences[0].term")
    assert any("finding" in said for said in search.searched)


def test_two_facts_at_once():
    """Two long terms: each must fall below the line."""
    search = ways(
        f"gaol 14m 2015-09-01; gaol 15m 2015-09-02; {GAOL}",
        "501(7)(c)",
        NO,
        only=["sentences[*].term"],
    )
    found = [{c.path for c in way.changes} for way in search.ways]
    assert {"sentences[0].term", "sentences[1].term"} in found
    assert any("pairs" in said for said in search.searched)


def test_what_no_change_can_do_is_left_open_and_said():
    """An empty search still says what was searched."""
    search = ways("no sentences", "501(3A)", YES, only=["born_on"], pairs=0)
    assert search.ways == ()
    assert search.searched


def test_no_change_is_asked_for_where_the_answer_is_already_so():
    """The answer wanted is the answer now: nothing to do."""
    search = ways(f"gaol 14m 2015-09-01; {GAOL}", "501(7)(c)", YES)
    assert (search.now, search.ways) == ("yes", ())


@bounded(6)
@given(st.integers(0, 2**32))
def test_the_search_for_one_fact_misses_no_length(seed):
    """On random people: a length is offered wherever some length would do."""
    rnd = random.Random(seed)
    case = Case(random_facts(rnd, Person, 0.05))
    dates = {"today": TODAY, "as_at": ON, "law_at": ON}
    question = Question(case, **dates)
    now = question.truth(case, "501(7)(c)")
    sentences = case.facts.get("sentences")
    if now == UNKNOWN or sentences is None or not sentences.items:
        return
    wanted = YES - now
    path = "sentences[0].term"
    search = ways_to(case, "501(7)(c)", wanted, only=[path], pairs=0, **dates)
    some = any(
        question.truth(_with_term(case, months), "501(7)(c)") == wanted
        for months in (*range(40), 60, 120, 240, 600)
    )
    offered = any(w.changes[0].path == path for w in search.ways)
    refused = any("contradict" in said for said in search.searched)
    assert offered or not some or refused


@bounded(6)
@given(st.integers(0, 2**32))
def test_the_nearest_day_is_the_nearest(seed):
    """Of a release: no nearer day gives the answer, tried one by one."""
    rnd = random.Random(seed)
    start = ON - rnd.randrange(30, 300)
    left = ON + rnd.randrange(-60, 60)
    line = f"gaol 14m {iso(start)}; held gaol sentence {iso(start)}..{iso(left)}"
    case, dates = case_of(line), {"today": TODAY, "as_at": ON}
    question = Question(case, **dates)
    path = "custody[0].ended_on"
    wanted = YES - question.truth(case, "501(3A)")
    if wanted == UNKNOWN:
        return
    search = ways_to(case, "501(3A)", wanted, only=[path], pairs=0, **dates)
    found = {w.changes[0].would_be for w in search.ways if len(w.changes) == 1}
    good = [
        on
        for on in range(start, start + 500)
        if question.truth(put(case, path, iso(on)), "501(3A)") == wanted
    ]
    below = [on for on in good if on < left][-1:]
    above = [on for on in good if on > left][:1]
    assert {iso(on) for on in (*below, *above)} == found - {"left out"}


def _with_term(case, months):
    from dataclasses import replace

    from tasman.facts.case import Elements

    held = case.facts["sentences"]
    first = {**held.items[0], "term": (months, months, 0, 0)}
    items = (first, *held.items[1:])
    return replace(case, facts={**case.facts, "sentences": Elements(items, held.rest)})


@pytest.mark.parametrize("text", ["passes_character_test", "x=maybe", "=yes="])
def test_a_target_is_a_conclusion_and_an_answer(text):
    """The message says how to write it."""
    with pytest.raises(ValueError, match="passes_character_test=yes"):
        target_of(text)
