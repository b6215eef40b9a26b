"""Random facts, completions and refinements are what the soundness tests need."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.facts.case import Elements
from tasman.facts.vocabulary import Person
from tests.facts import strategies


def is_exact(value):
    if isinstance(value, Elements):
        return value.rest is None and all(
            is_exact(v) for item in value.items for v in item.values()
        )
    if isinstance(value, tuple):
        return value[::2] == value[1::2]
    return isinstance(value, str) or value in (0, 2) or value.bit_count() == 1


@settings(max_examples=40, deadline=None)
@given(strategies.facts(), st.data())
def test_a_completion_is_allowed_and_leaves_nothing_unknown(facts, data):
    whole = data.draw(strategies.completions(Person, facts))
    assert strategies.allows(Person, facts, whole)
    assert all(is_exact(value) for value in whole.values())
    assert set(whole) == {n for n, f in Person.fields().items() if f.type != "text"}


@settings(max_examples=40, deadline=None)
@given(strategies.facts(), st.data())
def test_a_refinement_is_allowed_and_says_no_less(facts, data):
    fuller = data.draw(strategies.refinements(Person, facts))
    assert strategies.allows(Person, facts, fuller)
    whole = data.draw(strategies.completions(Person, fuller))
    assert strategies.allows(Person, facts, whole)


def test_nothing_known_allows_anything_and_a_fact_denied_is_not_allowed():
    assert strategies.allows(Person, {}, {"stateless": 2})
    assert not strategies.allows(Person, {"stateless": 0}, {"stateless": 2})
    assert not strategies.allows(
        Person, {"visas": Elements()}, {"visas": Elements(({},))}
    )
    assert not strategies.allows(Person, {"visas": Elements()}, {})


@settings(max_examples=20, deadline=None)
@given(strategies.sources())
def test_the_days_on_which_the_law_changed_come_often(rnd):
    field = Person.fields()["born_on"]
    days = [strategies.random_value(rnd, field)[0] for _ in range(200)]
    assert sum(day in strategies.EDGES for day in days) > 20
