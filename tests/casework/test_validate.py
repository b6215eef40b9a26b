"""Decided cases: the law agrees with each, or the row is explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tasman.casework.checkers import CHECKERS
from tasman.casework.decided import dates_of, facts_of, read_rows
from tasman.casework.validate import DISAGREED, validate
from tasman.cli.main import run
from tasman.facts.days import UNKNOWN_DATE
from tasman.facts.errors import CaseErrors
from tasman.law import current_law

DECIDED = Path(__file__).parents[1] / "decided"
ROWS = DECIDED / "decisions.jsonl"
REASONS = DECIDED / "reasons.json"


def test_every_decided_case_agrees_or_is_explained() -> None:
    """No disagreement without a reason, and no reason without a disagreement."""
    accepted = json.loads(REASONS.read_text())
    report = validate(read_rows(ROWS), current_law(), accepted, CHECKERS)
    assert report.disagreements == []
    assert report.stale == []
    assert sum(check.status == "agreed" for check in report.checks) > 150


def test_the_twelve_months_of_a_decided_case_are_decided_from_its_facts() -> None:
    """[2019] AATA 61: exactly 12 months fails the test, whatever else is not known."""
    [row] = [r for r in read_rows(ROWS) if r["citation"] == "[2019] AATA 61"]
    report = validate([row], current_law())
    [check] = [c for c in report.checks if c.field == "fails_character_test"]
    assert (check.status, check.found) == ("agreed", "yes")


def test_a_row_that_the_law_contradicts_is_reported_and_ends_with_1(
    tmp_path: Path,
) -> None:
    """A planted row: twelve months in 2019, said to pass."""
    row = {
        "citation": "[2019] TEST 1",
        "court": "AATA",
        "date": "2019-01-25",
        "power": "501(3A)+501CA",
        "passes_character_test": True,
        "sentence_facts": [
            {"months": 12, "aggregate": False, "suspended": None, "date": "2018"}
        ],
    }
    file = tmp_path / "rows.jsonl"
    file.write_text(json.dumps(row) + "\n")
    assert run(["validate", str(file)]) == 1
    report = validate([row], current_law())
    assert [c.field for c in report.checks if c.status == DISAGREED] == [
        "fails_character_test"
    ]
    reasons = tmp_path / "reasons.json"
    reasons.write_text(json.dumps({"[2019] TEST 1 fails_character_test": "planted"}))
    assert run(["validate", str(file), "--accept", str(reasons)]) == 0


def test_a_power_used_before_it_existed_is_a_disagreement() -> None:
    """Section 501(3A) was not there in 2013."""
    row = {"citation": "x", "court": "AATA", "date": "2013-01-01", "power": "501(3A)"}
    [check] = validate([row], current_law()).checks
    assert check.status == DISAGREED


def test_rows_give_only_the_facts_they_state() -> None:
    """Null is never a no: an unstated aggregate stays unknown, the list incomplete."""
    row = {"sentence_facts": [{"months": 12, "aggregate": None, "suspended": None}]}
    [sentence], rest = facts_of(row)["sentences"].items, facts_of(row)["sentences"].rest
    assert "aggregate" not in sentence
    assert sentence["imposed_on"] == UNKNOWN_DATE
    assert rest is not None
    assert facts_of({"sentence_facts": []}) == {}
    assert dates_of({"court": "AATA", "date": None}) is None


@pytest.mark.parametrize("text", ["{", "[]", '{"court": "AATA"}'])
def test_a_line_that_is_no_row_is_named(text: str, tmp_path: Path) -> None:
    """The error names file and line."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"citation": "ok"}\n' + text + "\n")
    with pytest.raises(CaseErrors, match=r"rows\.jsonl:2"):
        read_rows(file)
