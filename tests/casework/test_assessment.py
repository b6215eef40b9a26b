"""The assessment's documented form, its dates, and what it says of what is unknown."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import holidays
import pytest

from tasman.casework import receipts
from tasman.casework.assessment import assess, latest_decision
from tasman.facts.case import Case
from tasman.facts.days import parse_day
from tasman.facts.loading import load_case, parse_case
from tasman.reports.html import as_html
from tasman.reports.text import as_text
from tasman.rules.law import Law

TODAY = parse_day("2026-11-21")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
KEYS = {
    *("schema", "as_at", "law_at", "known_at", "receipt", "passes_character_test"),
    *("limbs", "powers", "consequences", "immunities"),
    *("questions", "not_covered", "warnings"),
}
FIXED_FOR_EVERYONE = {
    # Curfew and monitoring conditions are invalid for all: [2024] HCA 40, [2026] HCA 7.
    "migration-regulations-1994/070 curfew and monitoring",
    # No age and no length of residence protects anyone from s 501.
    "migration-act-1958/501 children",
    "migration-act-1958/501 ten-year residents",
}
CONCLUSION_KEYS = {
    *("provision", "in_force", "truth", "unknown_kinds"),
    *("because", "missing", "citation", "verified"),
}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_is_assessed_in_the_documented_form(path: Path) -> None:
    """Keys as documented; unknown_kinds empty exactly when the truth is definite."""
    plain = assess(load_case(path), today=TODAY).to_dict(reasons=True)
    assert set(plain) >= KEYS
    for group in ("limbs", "powers", "consequences", "immunities"):
        for conclusion in plain[group]:
            assert set(conclusion) >= CONCLUSION_KEYS
            assert conclusion["truth"] in ("yes", "no", "unknown")
            definite = conclusion["truth"] != "unknown"
            assert definite == (not conclusion["unknown_kinds"])
    for power in plain["powers"]:
        assert power["kind"] in ("must", "may", "deemed")
        assert power["kind"] == "deemed" or power["holder"]
    json.dumps(plain)


def test_a_case_of_which_nothing_is_known_is_definite_only_where_all_are() -> None:
    """Of a person of whom nothing is known, only what holds for everyone is said."""
    known = assess(Case({}), today=TODAY)
    definite = {c.provision for c in known.conclusions if c.in_force and c.truth != 1}
    assert definite == FIXED_FOR_EVERYONE


def test_law_at_defaults_to_the_latest_decision_on_or_before_the_as_at_day() -> None:
    """Decisions dated later than the facts are as at do not choose the law."""
    case = parse_case(
        "tasman_case: 1\ndecisions: [{made_on: 2013-05-01}, {made_on: 2016-01-02}]\n",
        "case.yaml",
    )
    assert latest_decision(case, parse_day("2015-01-01")) == parse_day("2013-05-01")
    assessed = assess(case, today=TODAY, as_at=parse_day("2017-01-01"))
    assert assessed.law_at == parse_day("2016-01-02")


def test_the_receipt_names_the_same_hashes_for_the_same_question() -> None:
    """A receipt depends on facts, law and dates, and on nothing else."""
    case = load_case(EXAMPLES[0])
    first, again = (assess(case, today=TODAY).receipt for _ in range(2))
    other = assess(case, today=TODAY, as_at=TODAY - 1).receipt
    assert first == again
    assert first != other


def test_the_receipt_names_the_library_of_holidays(monkeypatch) -> None:
    """Its version stands in the data, the text and the page; another is told apart."""
    case = load_case(EXAMPLES[0])
    found = assess(case, today=TODAY)
    named = f"holidays {holidays.__version__}"
    assert found.receipt.holiday_tables == named
    assert found.to_dict()["receipt"]["holiday_tables"] == named
    assert named in " ".join(as_text(found).split())
    assert named in as_html(found)
    monkeypatch.setattr(metadata, "version", lambda name: f"of {name}")
    receipts.holiday_tables.cache_clear()
    other = assess(case, today=TODAY).receipt
    receipts.holiday_tables.cache_clear()
    assert other == replace(found.receipt, holiday_tables="holidays of holidays")


def test_a_law_without_calendars_names_no_tables() -> None:
    """A receipt names what an answer can rest on, and nothing else."""
    clocks = dict.fromkeys(("as_at", "law_at", "known_at"), TODAY)
    assert receipts.receipt(Law({}), {}, clocks).holiday_tables == ""


def test_assessing_loads_no_heavy_library() -> None:
    """One person's assessment needs no columns, compilers, charts or schemas."""
    script = (
        "import sys; from tasman.cli.main import run; "
        f"run(['assess', {str(EXAMPLES[0])!r}, '--out', '/dev/null'])\n"
        "heavy = {'numpy', 'numba', 'pyarrow', 'duckdb', 'altair', 'pydantic'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip().splitlines()[-1] == "[]"
