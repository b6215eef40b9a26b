"""Lemmas about the law, proved over every complete case with so many list elements.

The formulas come from the expressions that decide a single case. That the translation
is faithful is tested first, by asking that it agrees with the engine; each lemma stands
beside a false one, which must fall.
"""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import pytest
import z3
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.case import NO, YES, Elements, Facts
from tasman.facts.days import parse_day
from tasman.facts.fields import Record
from tasman.facts.vocabulary import Person, Sentence
from tasman.law import current_law
from tasman.rules import calendar
from tasman.rules.evaluate import Evaluation
from tasman.rules.handles import months
from tasman.rules.law import Law
from tests.rules import tenancy
from tests.rules.profile import bounded
from tests.rules.properties import about
from tests.rules.random_facts import completed, random_day, random_facts
from tests.rules.z3_model import Model, counterexample, facts_of, pinned, satisfied

TODAY = parse_day("2026-11-21")
DAY_BEFORE, TIGHTENED = parse_day("2014-12-10"), parse_day("2014-12-11")
OBJECTIVE = "501(6) objective limbs"
MOST = 3
"""Elements in each list, the terms of imprisonment among them."""

# --- The translation is faithful ---


def small_case(rnd: random.Random, root: type[Record]) -> Facts:
    """A complete case with at most two elements in a list."""
    facts = completed(rnd, root, random_facts(rnd, root, 0.0))
    return {
        name: Elements(value.items[:2]) if isinstance(value, Elements) else value
        for name, value in facts.items()
    }


def disagreements(
    law: Law, root: type[Record], pins: list[str], rnd: random.Random
) -> list[str]:
    """The truths that no calendar of the formulas can give as the engine does."""
    facts, as_at, law_at = small_case(rnd, root), random_day(rnd), random_day(rnd)
    engine = Evaluation(
        law, facts, as_at=as_at, law_at=law_at, known_at=TODAY, root=root.__name__
    )
    found = []
    for pin in pins:
        model = Model(law, root, TODAY, 2)
        must, may = model.truth(pin, law_at)
        truth = engine.provision(law.find(pin))[0]
        wanted = [must == (truth == YES), may == (truth != NO)]
        if satisfied(pinned(model, facts, as_at) + wanted, model) is None:
            found.append(f"{pin}: the engine says {truth}")
    return found


def truths(law: Law, root: type[Record]) -> list[str]:
    """The truths about the person."""
    return [p for p in about(law, root) if law.versions(p)[0].type == "truth"]


@bounded(12)
@given(st.integers(0, 2**32))
def test_the_formulas_agree_with_the_engine_on_the_invented_law(seed: int):
    """Every truth of it, on complete cases."""
    pins = truths(tenancy.LAW, tenancy.Tenant)
    rnd = random.Random(seed)
    assert not disagreements(tenancy.LAW, tenancy.Tenant, pins, rnd)


PROVED_ABOUT = ["501(3A)", "501(6)", OBJECTIVE, "501(7)(c)", "501(7)(d)"]


@bounded(6)
@given(st.integers(0, 2**32))
def test_the_formulas_agree_with_the_engine_on_the_provisions_proved_about(seed: int):
    """Section 501, on complete cases."""
    assert not disagreements(current_law(), Person, PROVED_ABOUT, random.Random(seed))


@bounded(100)
@given(st.integers(0, 2000), st.integers(0, 2000))
def test_what_the_formulas_say_of_every_calendar_is_true_of_ours(few: int, many: int):
    """Months span 28 to 31 days each, and more of them more days."""
    few, many = sorted((few, many))
    low, high = calendar.span_of_months(few), calendar.span_of_months(many)
    assert 28 * few <= low[0] <= low[1] <= 31 * few
    assert low[0] <= high[0]
    assert low[1] <= high[1]


# --- An invented lemma, true and false ---


def invented(law: Law = tenancy.LAW) -> tuple[Model, Any]:
    """Whoever met the old line of section 2(2) meets the new one."""
    model = Model(law, tenancy.Tenant, TODAY, MOST)
    before = model.truth("2(2)", DAY_BEFORE)
    after = model.truth("2(2)", TIGHTENED)
    return model, (before, after)


def test_a_lower_line_is_met_by_whoever_met_the_higher():
    """24 months are 12 months, whatever the calendar and the days of each term."""
    model, (before, after) = invented()
    assert counterexample(z3.Implies(before[0], after[0]), model) is None
    assert counterexample(z3.Implies(before[1], after[1]), model) is None


def test_a_false_lemma_falls_and_its_case_is_real():
    """The converse: the engine confirms the case that is found."""
    model, (before, after) = invented()
    found = counterexample(z3.Implies(after[0], before[1]), model)
    assert found is not None
    facts = facts_of(model, found)
    as_at = found.eval(model.as_at, True).as_long()
    answers = [
        Evaluation(
            tenancy.LAW,
            facts,
            as_at=as_at,
            law_at=law_at,
            known_at=TODAY,
            root=tenancy.ROOT,
        ).provision("tenancy/2(2)")
        for law_at in (DAY_BEFORE, TIGHTENED)
    ]
    assert answers == [(NO, 0), (YES, 0)]


def test_the_lemma_falls_with_a_reform_that_breaks_it():
    """A new line of 25 months is not met by all who met 24."""
    raised = tenancy.LAW.amend("2(2)", threshold=months(25), since="2014-12-11")
    model, (before, after) = invented(raised)
    assert counterexample(z3.Implies(before[0], after[0]), model) is not None


# --- Section 501 ---


@cache
def model_of_the_law() -> Model:
    """The law as released, of any case on any as-at day."""
    return Model(current_law(), Person, TODAY, MOST)


ON_DAYS = ["2014-12-11", "2016-01-01", "2020-01-01", "2023-02-17", "2026-11-21"]


@pytest.mark.parametrize("law_at", ON_DAYS)
def test_mandatory_cancellation_implies_failing_the_character_test(law_at: str):
    """Section 501(3A) is a duty only towards people who fail section 501(6)."""
    model, on = model_of_the_law(), parse_day(law_at)
    duty, fails = model.truth("501(3A)", on), model.truth("501(6)", on)
    assert counterexample(z3.Implies(duty[0], fails[0]), model) is None
    assert counterexample(z3.Implies(duty[1], fails[1]), model) is None


@pytest.mark.parametrize("law_at", ON_DAYS)
def test_the_duty_arises_in_some_case_and_not_in_every_failure(law_at: str):
    """The lemma is not empty, and its converse is false: both confirmed."""
    model, on = model_of_the_law(), parse_day(law_at)
    duty, fails = model.truth("501(3A)", on), model.truth("501(6)", on)
    for claim, wanted in ((z3.Not(duty[0]), YES), (z3.Implies(fails[0], duty[1]), NO)):
        found = counterexample(claim, model)
        assert found is not None
        as_at = found.eval(model.as_at, True).as_long()
        engine = Evaluation(
            current_law(),
            facts_of(model, found),
            as_at=as_at,
            law_at=on,
            known_at=TODAY,
        )
        assert engine.provision("migration-act-1958/501(3A)")[0] == wanted
        assert engine.provision("migration-act-1958/501(6)")[0] == YES


LIMBS = ["501(6)(a)", "501(6)(aa)", "501(6)(ab)", "501(7)(a)", "501(7)(b)"]
LIMBS += ["501(7)(c)", "501(7)(d)", "501(7)(e)", OBJECTIVE]


@pytest.mark.parametrize("limb", LIMBS)
def test_whoever_failed_before_the_tightening_fails_after_it(limb: str):
    """On the same record: limb by limb, surely and possibly, without exception."""
    model = model_of_the_law()
    before, after = model.truth(limb, DAY_BEFORE), model.truth(limb, TIGHTENED)
    assert counterexample(z3.Implies(before[0], after[0]), model) is None
    assert counterexample(z3.Implies(before[1], after[1]), model) is None


def test_the_tightening_caught_people_who_had_passed():
    """The converse is false: somebody fails who surely passed the day before."""
    model = model_of_the_law()
    before = model.truth(OBJECTIVE, DAY_BEFORE)
    after = model.truth(OBJECTIVE, TIGHTENED)
    assert counterexample(z3.Implies(after[0], before[1]), model) is not None


# --- The same when a day passes for the person too ---

EXCEPTIONS = {
    "sentences": ("quashed_on", "pardoned_on", "replaced_on"),
    "offences": ("quashed_on", "pardoned_on"),
}
"""What may happen on 2014-12-11 itself and undo a failure of the day before: the
exceptions that were found, each a change of the record and none of the law."""


def over_night() -> tuple[Model, Model, Any]:
    """The record as it stands on each of the two days under that day's law."""
    old = Model(current_law(), Person, TODAY, MOST, as_at=DAY_BEFORE)
    new = Model(current_law(), Person, TODAY, MOST, as_at=TIGHTENED)
    before, after = old.truth(OBJECTIVE, DAY_BEFORE), new.truth(OBJECTIVE, TIGHTENED)
    return old, new, z3.Implies(before[0], after[0])


def nothing_on_the_day(model: Model, exceptions: set[tuple[str, str]]) -> list[Any]:
    """That none of these dates of any element is the day of the tightening."""
    return [
        value[0] != TIGHTENED
        for where, (_, value) in model.fields.items()
        if (where.partition("[")[0], where.rpartition(".")[2]) in exceptions
    ]


def all_for_life(model: Model) -> list[Any]:
    """That every sentence is for life, so that no calendar matters."""
    life = Sentence.kind.values.index("life")
    return [
        value[0] == life
        for where, (_, value) in model.fields.items()
        if where.startswith("sentences[") and where.endswith("].kind")
    ]


ALL = {(name, field) for name, fields in EXCEPTIONS.items() for field in fields}


def test_over_night_only_a_change_of_the_record_undoes_a_failure():
    """Without the exceptions, whoever failed the day before fails the day after."""
    old, new, claim = over_night()
    undone = nothing_on_the_day(new, ALL)
    assert satisfied([z3.Not(claim), *undone], old, new) is None


@pytest.mark.parametrize(("name", "field"), sorted(ALL))
def test_each_exception_is_real(name: str, field: str):
    """Allowed alone, it undoes the failure of somebody: the engine confirms it."""
    old, new, claim = over_night()
    undone = nothing_on_the_day(new, ALL - {(name, field)})
    found = satisfied([z3.Not(claim), *undone, *all_for_life(new)], old, new)
    assert found is not None
    new.fields.update(old.fields)
    facts = facts_of(new, found)
    pin = f"migration-act-1958/{OBJECTIVE}"
    answers = [
        Evaluation(current_law(), facts, as_at=on, law_at=on, known_at=TODAY).provision(
            pin
        )[0]
        for on in (DAY_BEFORE, TIGHTENED)
    ]
    assert answers[0] == YES
    assert answers[1] != YES
    assert (TIGHTENED, TIGHTENED) in [row.get(field) for row in facts[name].items]
