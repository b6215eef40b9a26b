"""What holds of every comparator: apart from the law, in order, never contradictory."""

import random

import pytest

from tasman.casework.causes import put_to
from tasman.facts.days import day
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.law.comparators import (
    COMPARATORS,
    OUTCOMES,
    comparator,
    comparator_law,
)
from tasman.rules.errors import UnknownProvision
from tasman.rules.lint import lint
from tests.rules.random_facts import completed, random_facts

NAMES = list(COMPARATORS)


@pytest.mark.parametrize("name", NAMES)
def test_every_provision_is_cited_dated_and_said_plainly(name):
    """The lint of the law finds nothing in a comparator."""
    found = [str(f) for f in lint(comparator_law(name), comparator(name).acts)]
    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_each_states_its_version_mapping_and_approximations(name):
    """What was simplified is said."""
    each = comparator(name)
    assert each.version and each.mapping and each.approximations


@pytest.mark.parametrize("name", NAMES)
def test_none_is_part_of_the_law_in_force(name):
    """No pinpoint of a comparator stands in the law as released."""
    ours = set(current_law().pinpoints)
    assert ours.isdisjoint(comparator_law(name).pinpoints)


def test_a_wrong_name_is_answered_with_the_right_ones():
    """The message lists the countries there are."""
    with pytest.raises(UnknownProvision, match="uk, ca, de"):
        comparator("britain")


def truths(name, facts, on):
    law = comparator_law(name)
    run = put_to(law, facts, {"as_at": on, "law_at": on, "known_at": day(2026, 11, 21)})
    pins = {o: comparator(name).outcome_pinpoint(o) for o in OUTCOMES}
    return {o: run.provision(p)[0] for o, p in pins.items() if p in law.pinpoints}


@pytest.mark.parametrize(
    "name", [n for n in NAMES if n not in ("echr", "nz-temporary")]
)
@pytest.mark.parametrize("seed", range(12))
def test_two_outcomes_never_hold_at_once_and_none_is_missing(name, seed):
    """On any facts at most one outcome holds; were all known, one would be possible."""
    rnd = random.Random(f"{name} {seed}")
    facts = completed(rnd, Person, random_facts(rnd, Person, 0.1))
    found = truths(name, facts, day(2025, 6, 1))
    assert sum(truth == 2 for truth in found.values()) <= 1
    assert any(truth != 0 for truth in found.values())


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_case_decides_nothing_against_anyone(name):
    """Nothing known: no outcome is certain."""
    assert 2 not in truths(name, {}, day(2025, 6, 1)).values()
