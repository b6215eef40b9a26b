"""Steps in time equal the answer of every single day: on random laws and real law."""

import random
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.moving import CLOCK, Moving
from tests.rules import tenancy
from tests.rules.invented import Keeper
from tests.rules.profile import bounded
from tests.rules.random_facts import random_day, random_facts
from tests.rules.random_law import random_law

seeds = st.integers(0, 2**32)
MODES = ("both", "law", "facts")


def daily(law, facts, pinpoint, first, last, *, root, known_at, as_at, law_at):
    """The value of every day, one evaluation each."""
    found = []
    for day in range(first, last + 1):
        run = Evaluation(
            law,
            facts,
            as_at=day if as_at is None else as_at,
            law_at=day if law_at is None else law_at,
            known_at=known_at,
            root=root,
        )
        found.append(run.provision(pinpoint))
    return found


def stepped(law, facts, pinpoint, first, last, *, root, known_at, as_at, law_at):
    """The same, from steps."""
    moving = Moving(
        law, facts, known_at=known_at, as_at=as_at, law_at=law_at, root=root
    )
    steps = moving.steps(pinpoint, first, last)
    assert steps[0].first == first and steps[-1].last == last
    for before, after in pairwise(steps):
        assert after.first == before.last + 1
        assert after.value != before.value
    return [s.value for s in steps for _ in range(s.first, s.last + 1)]


def disagreements(law, facts, rnd, root, pinpoints, length):
    """The pinpoints whose steps differ from the days, over one random window."""
    first = random_day(rnd)
    fixed = random_day(rnd)
    mode = rnd.choice(MODES)
    how = {
        "root": root.__name__,
        "known_at": random_day(rnd),
        "as_at": fixed if mode == "law" else None,
        "law_at": fixed if mode == "facts" else None,
    }
    for pinpoint in pinpoints:
        wanted = daily(law, facts, pinpoint, first, first + length, **how)
        found = stepped(law, facts, pinpoint, first, first + length, **how)
        if wanted != found:
            yield pinpoint, mode, first


def about(law, root):
    """The provisions about the root record alone."""
    return [
        p for p in law.pinpoints if law.versions(p)[0].arguments == (root.__name__,)
    ]


@bounded(40)
@given(seeds)
def test_steps_equal_days_on_random_laws(seed):
    """Random small laws, random facts, random windows, every kind of value."""
    rnd = random.Random(seed)
    law = random_law(seed, rnd.choice((2, 4, 8)))
    facts = random_facts(rnd, Keeper, rnd.choice((0.0, 0.2)))
    pins = rnd.sample(about(law, Keeper), min(3, len(about(law, Keeper))))
    assert list(disagreements(law, facts, rnd, Keeper, pins, 90)) == []


@bounded(15)
@given(seeds)
def test_steps_equal_days_on_the_invented_law(seed):
    """The law in which every operation of the engine stands."""
    rnd = random.Random(seed)
    facts = random_facts(rnd, tenancy.Tenant, rnd.choice((0.0, 0.2)))
    pins = rnd.sample(about(tenancy.LAW, tenancy.Tenant), 3)
    found = disagreements(tenancy.LAW, facts, rnd, tenancy.Tenant, pins, 90)
    assert list(found) == []


REAL = [
    f"migration-act-1958/{name}"
    for name in ("501(6)", "501(3A)", "501(2)", "501(7)(d)", "5(1) behaviour concern")
]


@bounded(8)
@given(seeds)
def test_steps_equal_days_on_the_real_law(seed):
    """The character test and the duty to cancel, on random people."""
    rnd = random.Random(seed)
    law = current_law()
    pins = [p for p in REAL if p in law.pinpoints]
    facts = random_facts(rnd, Person, rnd.choice((0.0, 0.1)))
    found = disagreements(law, facts, rnd, Person, rnd.sample(pins, 2), 60)
    assert list(found) == []


def test_the_mark_of_the_clock_never_comes_out():
    """No step carries the clock's own kind of unknown."""
    rnd = random.Random(7)
    facts = random_facts(rnd, Person, 0.3)
    moving = Moving(current_law(), facts, known_at=random_day(rnd))
    for pinpoint in REAL[:3]:
        steps = moving.steps(pinpoint, 11000, 20000)
        assert not any(step.value[-1] & CLOCK for step in steps)


def test_a_planted_fault_would_be_seen(monkeypatch):
    """Were what hangs on the clock taken as settled, steps and days would differ."""
    monkeypatch.setattr("tasman.rules.moving.CLOCK", 0)
    seen = 0
    for seed in range(40):
        rnd = random.Random(seed)
        law, facts = random_law(seed, 4), random_facts(rnd, Keeper, 0.1)
        found = disagreements(law, facts, rnd, Keeper, about(law, Keeper)[:2], 60)
        seen += bool(list(found))
    assert seen
