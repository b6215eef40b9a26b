"""What can be wrong with a case file, said so that its author can put it right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

MOST_PROBLEMS = 20
"""Problems reported of one file; reading stops there."""
_LONGEST_SHOWN = 60


class FactsError(ValueError):
    """Base of everything that this package raises about a user's input."""


class BadValue(FactsError):
    """A value that cannot be read: what is wrong with it, and what to write."""

    def __init__(self, problem: str, fix: str) -> None:
        super().__init__(problem, fix)
        self.problem, self.fix = problem, fix

    def __str__(self) -> str:
        return f"{self.problem}. {self.fix}"


class CaseError(FactsError):
    """One problem: where it stands, in which field, what it is and what to do.

    Lines and columns count from 1; 0 says that the problem has no place in the file.
    """

    def __init__(
        self, file: str, line: int, column: int, field: str, problem: str, fix: str
    ) -> None:
        super().__init__(file, line, column, field, problem, fix)
        self.file, self.line, self.column = file, line, column
        self.field, self.problem, self.fix = field, problem, fix

    def __str__(self) -> str:
        place = [self.file] if self.file else []
        if self.line:
            place += [str(self.line), str(self.column)]
        said = f"{self.problem}. {self.fix}" if self.fix else f"{self.problem}."
        named = f"{self.field}: {said}" if self.field else said
        return f"{':'.join(place)}  {named}" if place else named


class CaseErrors(FactsError):
    """All the problems found in one file, in the order of its lines."""

    def __init__(self, errors: Iterable[CaseError]) -> None:
        self.errors = tuple(sorted(errors, key=lambda e: (e.line, e.column)))
        super().__init__(self.errors)

    def __str__(self) -> str:
        lines = [str(error) for error in self.errors]
        if len(lines) >= MOST_PROBLEMS:
            lines.append(f"Stopped after {len(lines)} problems: there may be more.")
        return "\n".join(lines)


def quoted(text: str) -> str:
    """Return text from a file as a message may show it: short, and safe to print."""
    if len(text) > _LONGEST_SHOWN:
        text = text[:_LONGEST_SHOWN] + "…"
    return repr(text)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `Did you mean 'x'? ` for the nearest known word, or nothing."""
    near = difflib.get_close_matches(word[:_LONGEST_SHOWN], list(known), 1, 0.6)
    return f"Did you mean {near[0]!r}? " if near else ""
