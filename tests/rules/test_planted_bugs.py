"""A bug planted in any primitive of the engine is caught by the suite's own properties.

A property test that cannot fail proves nothing. Each bug is hunted with the tables of
examples, then with random cases of the invented law, then with random small laws; the
hunt is bounded, and a bug that gets away fails the test.
"""

from __future__ import annotations

import random
from functools import cache

import pytest

from tasman.facts.case import NO, UNKNOWN, YES
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tests.rules import test_evaluate as examples
from tests.rules.invented import Keeper
from tests.rules.planted import BUGS, Bug
from tests.rules.properties import violations
from tests.rules.random_law import random_law
from tests.rules.tenancy import LAW, Tenant, leases, truth

CASES, LAWS = 300, 120
SHARED = {
    "position",
    "others",
    "members",
    "version selection",
    "clamp",
    "join of values",
    "unknown value",
    "not in force",
    "months",
    "spans of months",
}
"""What is no operation of its own but is part of several."""


@cache
def a_random_law(seed: int) -> Law:
    return random_law(seed, 6)


def by_example() -> str:
    """The first example of the tables that comes out otherwise."""
    tables = {"2(1)": examples.SETTLED, "2(6)": examples.HALF_YEARS}
    for section, table in tables.items():
        for facts, wanted in table:
            if truth(section, leases(facts)) != wanted:
                return f"example {section} {facts}"
    return ""


def by_property() -> str:
    """The first property broken by a random case, on the invented law or another."""
    for seed in range(CASES):
        for broken in violations(LAW, Tenant, random.Random(seed)):
            return f"case {seed}: {broken}"
    for seed in range(LAWS):
        rnd = random.Random(seed)
        for _ in range(3):
            for broken in violations(a_random_law(seed), Keeper, rnd):
                return f"law {seed}: {broken}"
    return ""


def test_the_hunt_finds_nothing_in_the_engine_as_it_is():
    """What follows is not a false alarm."""
    assert not by_example()
    assert not by_property()


@pytest.mark.parametrize("bug", BUGS, ids=str)
def test_a_planted_bug_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch):
    """Within a bounded number of cases."""
    bug.plant(monkeypatch)
    assert by_example() or by_property()


def test_every_primitive_has_a_planted_bug():
    """Every operation of the evaluator, and what several of them share."""
    operations = {name[4:] for name in dir(Evaluation) if name.startswith("_op_")}
    assert {bug.primitive for bug in BUGS} == operations | SHARED


def test_truths_are_the_numbers_that_the_bugs_take_them_for():
    """No is 0, unknown 1 and yes 2: the bugs above play with these numbers."""
    assert (NO, UNKNOWN, YES) == (0, 1, 2)
