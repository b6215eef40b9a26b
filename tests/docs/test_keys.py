"""Every key, code and form that a program may meet stands in the documentation."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tasman.casework.assessment import assess
from tasman.casework.sections import SECTIONS
from tasman.facts.days import parse_day
from tasman.facts.kinds import KIND_NAMES
from tasman.facts.loading import load_case

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "tasman"
WRITTEN = ("commands.md", "provisions.md", "facts.md")
"""Pages that come from the code: they list names, and explain no format."""
BY_DATA = ("facts", "reasons", "states", "provisions")
"""Objects whose keys are data: paths, pinpoints, states."""
PLAIN = ("to_dict", "told_of", "metadata", "_swings", "hundreds", "_ends")
"""Functions that write plain data, by the end of their names."""
PAGES = {
    "deadlines": "deadlines.md",
    "process": "deadlines.md",
    "direction": "considerations.md",
    "considerations": "considerations.md",
    "coming_back": "status.md",
    "status": "status.md",
    "citizenship": "status.md",
    "entitlements": "status.md",
    "new_zealand": "status.md",
}
"""The page of each part of an assessment that has one; `assessment.md` has the rest."""


@cache
def words(name: str = "") -> set[str]:
    """The words set as code on a page, or on every page that explains."""
    pages = [DOCS / name] if name else [*DOCS.glob("*.md")]
    text = "\n".join(p.read_text("utf-8") for p in pages if p.name not in WRITTEN)
    return {each.rstrip(":") for each in re.findall(r"`([^`\n]+)`", text)}


def keys_of(plain: Any, name: str = "") -> Iterator[str]:
    """The keys of plain data, at every depth, less those that are data."""
    if isinstance(plain, dict):
        for key, inner in plain.items():
            if not (name in BY_DATA and isinstance(plain, dict)):
                yield key
            yield from keys_of(inner, key)
    elif isinstance(plain, list):
        for each in plain:
            yield from keys_of(each)


@cache
def assessments() -> tuple[dict[str, Any], ...]:
    """Each example's assessment as plain data, reasons and every section with it."""
    return tuple(
        assess(
            load_case(path), today=parse_day("2026-11-21"), sections=SECTIONS
        ).to_dict(reasons=True)
        for path in sorted((ROOT / "examples").glob("*.yaml"))
    )


def test_every_key_of_an_assessment_is_on_its_page():
    """Keys that real assessments hold stand on the page of their part."""
    missing = set()
    for plain in assessments():
        for part, inner in plain.items():
            page = PAGES.get(part, "assessment.md")
            if part not in words("assessment.md"):
                missing.add(f"docs/assessment.md does not explain `{part}`")
            for key in {*keys_of(inner, part)} - words(page):
                missing.add(f"docs/{page} does not explain `{key}`")
    assert not missing, "\n".join(sorted(missing))


def calls(*names: str) -> Iterator[ast.Call]:
    """Every call of a function of one of these names in the package."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "id", getattr(node.func, "attr", ""))
                if called in names:
                    yield node


def text_of(node: ast.AST) -> str:
    return str(node.value) if isinstance(node, ast.Constant) else ""


def codes(*names: str) -> set[str]:
    found = {text_of(call.args[0]) for call in calls(*names) if call.args}
    return {code for code in found if re.fullmatch(r"[a-z]+(-[a-z]+)*", code)}


def test_every_warning_code_is_explained():
    """A code that a warning may carry stands with the assessment's keys."""
    found = codes("Warning")
    assert {"future", "out-of-order"} <= found
    assert not found - words("assessment.md")


def test_every_lint_code_is_explained():
    """A code that the law's lint may report stands with the law."""
    found = codes("Finding", "wrong")
    assert {"uncited", "branch"} <= found
    assert not found - words("law.md")


def test_every_kind_of_unknown_is_explained():
    """The kinds of unknown stand with the assessment's keys."""
    assert set(KIND_NAMES.values()) <= words("assessment.md")


def plain_keys() -> Iterator[tuple[str, str]]:
    """Module and key of every literal that the package writes as plain data."""
    for folder in ("rules", "casework", "reports", "population"):
        for path in sorted((SOURCE / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.FunctionDef) and node.name.endswith(PLAIN):
                    for key in literal_keys(node):
                        yield path.stem, key


def literal_keys(function: ast.FunctionDef) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Dict):
            yield from (text_of(key) for key in node.keys if key)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store):
            yield text_of(node.slice)


@pytest.mark.parametrize("module", sorted({module for module, _ in plain_keys()}))
def test_every_key_that_is_written_is_explained(module):
    """A key that some `to_dict` writes stands on a page that explains."""
    keys = {key for name, key in plain_keys() if name == module and key}
    assert keys
    assert not sorted(keys - words()), f"explain the JSON of {module}.py in docs/"


def test_every_form_has_its_name_explained():
    """The name and number of each form of JSON stand in the documentation."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        found |= set(re.findall(r'"(tasman-[a-z-]+/\d+)"', path.read_text("utf-8")))
    assert "tasman-assessment/1" in found
    assert not found - words()
