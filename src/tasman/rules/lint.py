"""What a law must say of itself: citations, sources, dates, marks, plain words."""

from __future__ import annotations

import ast
import linecache
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from tasman.rules.law import Law
from tasman.rules.provisions import Act, Mark, Version

_INNER = ("definition", "status")
"""Kinds that readers meet only inside another provision's reasons."""

_BRANCHES = (ast.If, ast.IfExp, ast.BoolOp, ast.While)
_DATE = re.compile(r"\b(1[89]|20|21)\d\d-\d\d(-\d\d)?\b")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with the law as written: a code, the place and what to do."""

    code: str
    pinpoint: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.where}  {self.pinpoint}: {self.message} [{self.code}]"


def lint(law: Law, acts: Iterable[Act] = ()) -> list[Finding]:
    """Return what is wrong with a law: empty when every provision is in order.

    Overlaps, gaps and cycles cannot be found here: a law with one of them does not
    load.
    """
    found: list[Finding] = []
    for pinpoint in law.pinpoints:
        for version in law.versions(pinpoint):
            found += _version(version)
    for act in acts:
        for name, place, function in _bodies(act):
            found += _body(name, place, function)
    return found


def _version(version: Version) -> Iterable[Finding]:
    def wrong(code: str, message: str) -> Finding:
        return Finding(code, version.pinpoint, version.where, message)

    if not version.citation.strip():
        yield wrong("uncited", "give the citation")
    if not version.sources:
        yield wrong("unsourced", "name the source the text was read in")
    if not version.plain and version.kind not in _INNER:
        yield wrong("no-plain-words", "say it in plain words as well (`plain=`)")
    checked = version.mark in (Mark.VERIFIED, Mark.INFERRED)
    if checked and version.verified_on is None:
        yield wrong("undated-check", "say on which day the text was verified")
    if version.kind in ("duty", "power") and not version.holder:
        yield wrong("no-holder", "say who holds the power or duty")


def _bodies(act: Act) -> Iterable[tuple[str, str, ast.FunctionDef]]:
    """Yield pinpoint, place and syntax of each rule's function."""
    for version in act.versions:
        path, line = version.written_at
        yield version.pinpoint, version.where, _functions(path)[line]


@cache
def _functions(path: str) -> dict[int, ast.FunctionDef]:
    """Return the functions of a source file by the line of their first decorator."""
    tree = ast.parse("".join(linecache.getlines(path)))
    return {
        min([node.lineno, *(d.lineno for d in node.decorator_list)]): node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
    }


def _body(pinpoint: str, where: str, function: ast.FunctionDef) -> Iterable[Finding]:
    """Yield a finding for a date literal or a branch inside a rule's body.

    A function without a decorator makes rules from a table: it may branch on a row.
    """
    written = bool(function.decorator_list)
    for statement in function.body[1 if ast.get_docstring(function) else 0 :]:
        for node in ast.walk(statement):
            if written and isinstance(node, _BRANCHES):
                message = "a rule branches: use choose, & or |"
                yield Finding("branch", pinpoint, where, message)
            text = node.value if isinstance(node, ast.Constant) else None
            if isinstance(text, str) and _DATE.search(text):
                message = (
                    f"the date {text!r} stands in the rule: put it in since or until"
                )
                yield Finding("date-in-body", pinpoint, where, message)
