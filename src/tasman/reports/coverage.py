"""The coverage table: every row of the dossiers, and what states it.

A row names provisions of the law in force, one after another with `;` between. What
the law in force does not hold is named with a word before it:

- `comparator:NAME/PINPOINT`: a provision of another country's law;
- `reform:NAME`: a named change to the law;
- `statement:INSTRUMENT/PARAGRAPH`: a principle or weighing rule of a Direction;
- `code:MODULE:NAME`: a rule of counting or process, stated by a table or function.

A row that nothing states begins `not covered:` and says why.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from functools import cache
from importlib import import_module
from pathlib import Path

from tasman.rules.law import Law

_ORDER = ("V", "I", "M", "?")
NOT_COVERED = "not covered:"


def rows(path: Path) -> list[dict[str, str]]:
    """Return the table's rows.

    Columns: dossier, part, item, pinpoint_or_reason, mark_in_dossier, mark_now,
    source_read, read_on.
    """
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def references(row: dict[str, str]) -> tuple[str, ...]:
    """Return what a row names, or nothing where it gives a reason."""
    says = row["pinpoint_or_reason"].strip()
    if says.startswith(NOT_COVERED):
        return ()
    return tuple(part.strip() for part in says.split(";") if part.strip())


def check_coverage(law: Law, path: Path) -> list[str]:
    """Return a line for each row that names no rule and gives no reason."""
    found = []
    for number, row in enumerate(rows(path), 2):
        place = f"{path}:{number}  {row['part']} {row['item']}"
        says = row["pinpoint_or_reason"].strip()
        if says.startswith(NOT_COVERED):
            if len(says) <= len(NOT_COVERED) + 3:
                found.append(f"{place}: say why it is not covered")
            continue
        named = references(row)
        missing = [each for each in named if not exists(law, each)]
        if not named or missing:
            found.append(f"{place}: no provision {'; '.join(missing) or 'named'}")
    return found


def exists(law: Law, reference: str) -> bool:
    """Return whether a reference of the table leads to something that is stated."""
    word, colon, rest = reference.partition(":")
    check = _KINDS.get(word)
    return check(rest) if colon and check else reference in _pinpoints(law)


@cache
def _pinpoints(law: Law) -> frozenset[str]:
    return frozenset(law.pinpoints)


def _in_comparator(reference: str) -> bool:
    from tasman.law.comparators import COMPARATORS, comparator_law

    name, _, pinpoint = reference.partition("/")
    return name in COMPARATORS and pinpoint in comparator_law(name).pinpoints


def _is_reform(reference: str) -> bool:
    from tasman.law.reforms import REFORMS

    return reference in REFORMS


def _is_statement(reference: str) -> bool:
    from tasman.law.au.directions import DIRECTIONS

    name, _, paragraph = reference.partition("/")
    return any(
        said.paragraph == paragraph
        for each in DIRECTIONS.values()
        if each.act.slug == name
        for said in (*each.principles, *each.weighing)
    )


def _is_code(reference: str) -> bool:
    module, _, name = reference.partition(":")
    if not module.startswith("tasman."):
        return False
    try:
        return hasattr(import_module(module), name)
    except ModuleNotFoundError:
        return False


_KINDS: dict[str, Callable[[str], bool]] = {
    "comparator": _in_comparator,
    "reform": _is_reform,
    "statement": _is_statement,
    "code": _is_code,
}
"""How a reference is looked up, by the word before it."""


def raised_marks(path: Path) -> Iterable[str]:
    """Yield a line for each mark raised above the dossier's.

    With source and day read.
    """
    for row in rows(path):
        before, now = row["mark_in_dossier"].strip(), row["mark_now"].strip()
        marked = before in _ORDER and now in _ORDER
        if marked and _ORDER.index(now) < _ORDER.index(before):
            read = f"{row['source_read']} read {row['read_on']}"
            yield f"{row['part']} {row['item']}: {before} to {now}, {read}"
