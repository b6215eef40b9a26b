"""The example cases load, are made up, and are ordinary in every way."""

from pathlib import Path

import jsonschema
import pytest

from tasman.facts.loading import load_case, parse_case
from tasman.facts.saving import dump_case, plain_case
from tasman.facts.schema import json_schema

FOLDER = Path(__file__).parents[2] / "examples"
EXAMPLES = sorted(FOLDER.glob("*.yaml"))


def test_there_are_examples_of_every_kind_the_law_treats_apart():
    assert {path.stem for path in EXAMPLES} >= {
        "aboriginal-born-in-new-zealand",
        "aggregate-2022",
        "arrived-aged-one",
        "foreign-court-permanent-visa",
        "mostly-unknown",
        "new-zealand-sentence-and-return",
        "partner-in-new-zealand",
        "short-concurrent-terms",
        "suspended-sentence",
        "thirty-years-no-conviction",
        "tribunal-revoked-minister-again",
    }


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_a_case_of_a_made_up_person(path):
    case = load_case(path)
    assert case.label
    assert case.about.startswith("This person is made up.")
    assert case.as_at is not None
    assert case.warnings == ()
    assert parse_case(dump_case(case), "again") == case
    assert max(map(len, path.read_text().splitlines())) <= 88
    jsonschema.Draft202012Validator(json_schema()).validate(plain_case(case))
