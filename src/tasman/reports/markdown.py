"""Tables of Markdown, for the pages of documentation that are written from the code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def cell(text: str) -> str:
    """Return text as one cell: on one line, its bars escaped."""
    return " ".join(text.split()).replace("|", "\\|")


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Return a table as one part of a page, or nothing where there are no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    if not lines:
        return []
    head = f"| {' | '.join(heads)} |\n|{'---|' * len(heads)}"
    return ["\n".join([head, *lines])]
