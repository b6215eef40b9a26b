"""The clocks of many case files: one list, and the files that could not be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasman.casework.deadline import Deadline
from tasman.casework.deadlines import deadlines
from tasman.facts.errors import CaseErrors
from tasman.facts.loading import load_case
from tasman.rules.law import Law

SCHEMA = "tasman-caseload/1"
SUFFIXES = (".yaml", ".yml", ".json")
_REFORM = re.compile(rb"^tasman_reform:", re.MULTILINE)
_BEGINNING = 2048
"""Bytes of a file in which its first key is looked for."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One clock of one file of a caseload."""

    file: str
    label: str
    deadline: Deadline

    @property
    def order(self) -> tuple[tuple[int, int, str], str]:
        """The place in the list: as among deadlines, then by file."""
        return (self.deadline.order, self.file)

    def to_dict(self) -> dict[str, Any]:
        """Return the entry as plain data."""
        return {"file": self.file, "label": self.label, **self.deadline.to_dict()}


@dataclass(frozen=True, slots=True)
class Caseload:
    """The clocks of all readable files, soonest first, and the errors of the others."""

    entries: tuple[Entry, ...]
    broken: tuple[CaseErrors, ...]
    files: int

    @property
    def overdue(self) -> tuple[Entry, ...]:
        """Those past their safe day and not known to be done."""
        return tuple(each for each in self.entries if each.deadline.overdue != "no")

    def within(self, days: int) -> Caseload:
        """Return the caseload less what falls later than so many days from now.

        What is overdue stays, and so does what has no known day.
        """
        kept = tuple(each for each in self.entries if _soon(each.deadline, days))
        return Caseload(kept, self.broken, self.files)

    def running(self) -> Caseload:
        """Return the caseload less what is done, closed, passed or not started."""
        kept = tuple(each for each in self.entries if each.deadline.running)
        return Caseload(kept, self.broken, self.files)


def _soon(deadline: Deadline, days: int) -> bool:
    return deadline.days_left is None or deadline.days_left <= days


def case_files(paths: Iterable[str | Path]) -> Iterator[Path]:
    """Yield the case files that paths name: files as given, folders searched through.

    A path that does not exist is yielded too, so that reading it reports it. No file
    is yielded twice. Files of reforms in a folder are passed over.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        for each in _below(path) if path.is_dir() else (path,):
            real = each.resolve()
            if real not in seen:
                seen.add(real)
                yield each


def _below(folder: Path) -> list[Path]:
    found = (each for each in folder.rglob("*") if each.suffix in SUFFIXES)
    shown = (each for each in found if not _hidden(each, folder))
    return sorted(each for each in shown if not _states_a_reform(each))


def _states_a_reform(path: Path) -> bool:
    """Whether a file says that it is a reform: beside case files it is no mistake."""
    try:
        with path.open("rb") as file:
            return _REFORM.search(file.read(_BEGINNING)) is not None
    except OSError:
        return False


def _hidden(path: Path, below: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(below).parts)


def read_caseload(
    files: Iterable[Path],
    law: Law,
    *,
    as_at: int,
    known_at: int | None = None,
    each: Callable[[], None] | None = None,
) -> Caseload:
    """Return the clocks of these files; a broken file is kept apart and passed over.

    `each` is called after every file, for a progress bar.
    """
    entries: list[Entry] = []
    broken: list[CaseErrors] = []
    count = 0
    for path in files:
        count += 1
        try:
            case = load_case(path)
        except CaseErrors as errors:
            broken.append(errors)
        else:
            label = case.label or path.stem
            found = deadlines(case, law, as_at=as_at, known_at=known_at)
            entries += [Entry(str(path), label, deadline) for deadline in found]
        if each is not None:
            each()
    ordered = sorted(entries, key=lambda entry: entry.order)
    return Caseload(tuple(ordered), tuple(broken), count)
