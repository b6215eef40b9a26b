"""The JSON Schema says what the loader accepts."""

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from tasman.facts.fields import ChoiceField, ListField
from tasman.facts.loading import load_case
from tasman.facts.saving import plain_case
from tasman.facts.schema import case_model, json_schema
from tasman.facts.vocabulary import Person
from tests.facts import strategies

SCHEMA = json_schema()
CHECK = jsonschema.Draft202012Validator(SCHEMA)
FIXTURE = Path(__file__).parent / "fixtures" / "version-1.yaml"


def test_it_is_a_valid_schema_and_names_every_field_with_its_doc():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["required"] == ["tasman_case"]
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA
    _names(Person, SCHEMA["properties"])


def _names(record, properties):
    for name, field in record.fields().items():
        assert properties[name]["description"].startswith(field.doc)
        if isinstance(field, ChoiceField):
            assert json.dumps(field.values[0]) in json.dumps(properties[name])
        if isinstance(field, ListField):
            _names(field.of, SCHEMA["$defs"][field.of.__name__]["properties"])


@settings(max_examples=15, deadline=None)
@given(strategies.cases())
def test_every_case_we_save_satisfies_it(case):
    plain = plain_case(case)
    assert [error.message for error in CHECK.iter_errors(plain)] == []
    case_model().model_validate(plain)


def test_the_fixture_satisfies_it():
    CHECK.validate(plain_case(load_case(FIXTURE)))


@pytest.mark.parametrize(
    "facts",
    [
        {"born_on": "11/12/2014"},
        {"born_on": "14m"},
        {"born_on": {}},
        {"born_in": "new zealand"},
        {"sentences": [{"term": "14 monhts"}]},
        {"sentences": [{"kin": "gaol"}]},
        {"sentences": "none"},
        {"stateless": "perhaps"},
        {"sentnces": []},
        {"tasman_case": 2},
    ],
)
def test_what_the_loader_refuses_it_refuses(facts):
    assert not CHECK.is_valid({"tasman_case": 1} | facts)
    assert not CHECK.is_valid(facts)
