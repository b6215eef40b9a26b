"""The coverage table: every row of the dossier, and the provision that states it."""

from __future__ import annotations

import csv
from collections.abc import Iterable
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


def check_coverage(law: Law, path: Path) -> list[str]:
    """Return a line for each row that names no provision and gives no reason."""
    found = []
    known = set(law.pinpoints)
    for number, row in enumerate(rows(path), 2):
        place = f"{path}:{number}  {row['part']} {row['item']}"
        says = row["pinpoint_or_reason"].strip()
        if says.startswith(NOT_COVERED):
            if len(says) <= len(NOT_COVERED) + 3:
                found.append(f"{place}: say why it is not covered")
            continue
        missing = [pin for pin in says.split(";") if pin.strip() not in known]
        if not says or missing:
            found.append(f"{place}: no provision {'; '.join(missing) or 'named'}")
    return found


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
