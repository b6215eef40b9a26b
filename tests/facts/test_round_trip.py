"""Saving a case and loading it gives the same case, whatever the case."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.facts.assumptions import assumed_texts, records_by_name
from tasman.facts.consistency import contradictions
from tasman.facts.fields import ListField
from tasman.facts.loading import load_case, parse_case
from tasman.facts.saving import dump_case
from tasman.facts.template import template
from tasman.facts.vocabulary import Person
from tests.facts import strategies

FIXTURES = Path(__file__).parent / "fixtures"
FORMATS = ("yaml", "json")


def reloaded(case, format):
    text = dump_case(case, format)
    return parse_case(text, "t", format=format, check_possible=False)


@settings(max_examples=60, deadline=None)
@given(strategies.cases(), st.sampled_from(FORMATS))
def test_random_cases_come_back_the_same(case, format):
    case = replace(case, warnings=contradictions(case.facts, case.as_at))
    assert reloaded(case, format) == case


@settings(max_examples=60, deadline=None)
@given(strategies.cases(), strategies.sources(), st.sampled_from(FORMATS))
def test_assumptions_come_back_as_assumptions(case, rnd, format):
    """Elements may agree with what is assumed, differ from it or leave it unknown."""
    assumptions = {}
    for name, record in records_by_name(Person).items():
        stated = strategies.random_facts(rnd, record, 0.8)
        fields = record.fields()
        flat = {k: v for k, v in stated.items() if not isinstance(fields[k], ListField)}
        if flat and rnd.random() < 0.7:
            assumptions[name] = flat
    warnings = contradictions(case.facts, case.as_at)
    texts = assumed_texts(Person, assumptions)
    case = replace(case, warnings=warnings, assumed=texts)
    assert reloaded(case, format) == case


@pytest.mark.parametrize("format", FORMATS)
def test_the_fixture_comes_back_the_same(format):
    case = load_case(FIXTURES / "version-1.yaml")
    assert reloaded(case, format) == case
    assert dump_case(reloaded(case, format)) == dump_case(case)


def test_what_is_saved_is_as_a_person_would_write_it():
    text = dump_case(load_case(FIXTURES / "version-1.yaml"))
    assert "born_on: 1980-02\n" in text
    assert "born_in: [new_zealand, niue]\n" in text
    assert "    arrived_on: {from: 1995-01-01, to: 1995-06-30}\n" in text
    assert "    term: {at_least: 6m, at_most: 12m}\n" in text
    assert "    aggregate: unknown\n" in text
    assert "  - others:\n      kind: fine\n" in text
    assert "visas: []\n" in text


def test_the_template_loads_as_it_stands_and_with_every_example_taken_up():
    text = template()
    assert parse_case(text, "t").facts == {}
    assert max(map(len, text.splitlines())) <= 88
    taken_up = re.sub(r"^# ", "", text, flags=re.MULTILINE)
    case = parse_case(taken_up, "t")
    assert set(case.facts) == set(Person.fields())
    assert case.warnings == ()
    for name, field in Person.fields().items():
        if isinstance(field, ListField):
            assert set(case.facts[name].items[0]) >= set(field.of.fields())
