"""Whatever the engine states as definite stays so however the unknown facts turn out.

Random facts meet the invented law and random small laws; every completion of the facts
is also put to an oracle that knows no unknowns.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.case import UNKNOWN, Elements
from tasman.facts.fields import Record
from tasman.rules.law import Law
from tests.rules import tenancy
from tests.rules.invented import Keeper
from tests.rules.profile import bounded
from tests.rules.properties import random_case, random_clocks, values, violations
from tests.rules.random_facts import completed, random_facts
from tests.rules.random_law import random_law

seeds = st.integers(0, 2**32)


@bounded(400)
@given(seeds)
def test_the_engine_is_sound_on_the_invented_law(seed: int):
    """Sound, monotone, enclosing, exact on complete cases, honest about kinds."""
    rnd = random.Random(seed)
    found = list(violations(tenancy.LAW, tenancy.Tenant, rnd))
    assert not found, "\n".join(found)


@bounded(400)
@given(seeds)
def test_the_engine_is_sound_on_random_laws(seed: int):
    """The same of laws written at random, each with a few cases."""
    rnd = random.Random(seed)
    law = random_law(seed, rnd.choice((2, 4, 8, 12)))
    found = [text for _ in range(3) for text in violations(law, Keeper, rnd)]
    assert not found, "\n".join(found)


@bounded(100)
@given(seeds)
def test_the_order_of_a_list_does_not_matter(seed: int):
    """The elements written down otherwise give the same answers."""
    rnd = random.Random(seed)
    facts, clocks = random_case(rnd, tenancy.Tenant), random_clocks(rnd)
    turned = {
        name: Elements(tuple(rnd.sample(known.items, len(known.items))), known.rest)
        if isinstance(known, Elements)
        else known
        for name, known in facts.items()
    }
    before = values(tenancy.LAW, tenancy.Tenant, facts, clocks)
    after = values(tenancy.LAW, tenancy.Tenant, turned, clocks)
    assert {p: v[:-1] for p, v in before.items()} == {
        p: v[:-1] for p, v in after.items()
    }


# --- An empty case ---


def definite(answers: Mapping[str, Any], law: Law) -> set[str]:
    """The provisions that are answered yes or no."""
    truths = {pin for pin in answers if law.versions(pin)[0].type == "truth"}
    return {pin for pin in truths if answers[pin][0] != UNKNOWN}


def fixed_for_everyone(
    law: Law, root: type[Record], clocks: dict[str, int], rnd: random.Random
) -> set[str]:
    """The provisions that a hundred people of whom all is known answer alike."""
    answers = [
        values(law, root, completed(rnd, root, random_facts(rnd, root, 0.0)), clocks)
        for _ in range(100)
    ]
    alike = set.intersection(*(definite(each, law) for each in answers))
    return {pin for pin in alike if len({each[pin][0] for each in answers}) == 1}


@bounded(15)
@given(seeds)
def test_an_empty_case_is_definite_only_where_everyone_gets_that_answer(seed: int):
    """Of random laws: what nothing is known of is answered alike for all."""
    rnd = random.Random(seed)
    law, clocks = random_law(seed, 8), random_clocks(rnd)
    answered = definite(values(law, Keeper, {}, clocks), law)
    assert answered <= fixed_for_everyone(law, Keeper, clocks, rnd)


@pytest.mark.parametrize(
    ("law_at", "known_at", "fixed"),
    [
        ("2014-01-01", "2020-01-01", set()),
        ("2014-01-01", "2026-01-01", set()),
        ("2020-01-01", "2026-01-01", {"4(5)"}),  # everyone owes the levy
        ("2024-01-01", "2026-01-01", {"4(5)", "4(6)"}),  # and (6) is not in force
        ("2024-01-01", "2020-01-01", {"4(6)"}),
    ],
)
def test_of_an_empty_case_nothing_is_known_but_what_the_law_gives_everyone(
    law_at: str, known_at: str, fixed: set[str]
):
    """Of the invented law, named one by one."""
    found = tenancy.evaluation({}, law_at=law_at, known_at=known_at)
    answers = {pin: found.provision(pin) for pin in tenancy.PINS}
    wanted = {f"tenancy/{section}" for section in fixed}
    assert definite(answers, tenancy.LAW) == wanted
