"""Tables of plain text that fit 80 columns."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

WIDTH = 80


def table(
    headers: Sequence[str], rows: Sequence[Sequence[str]], left: int = 1
) -> list[str]:
    """Return lines of a table; the first `left` columns stand left, the others right.

    The first column gives way where the table would be wider than 80 columns.
    """
    widths = [max(len(row[i]) for row in (headers, *rows)) for i in range(len(headers))]
    spare = WIDTH - sum(widths[1:]) - 2 * (len(widths) - 1)
    widths[0] = max(8, min(widths[0], spare))

    def line(row: Sequence[str]) -> str:
        cells = [
            _cut(cell, width).ljust(width) if i < left else cell.rjust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        return "  ".join(cells).rstrip()

    rule = "  ".join("-" * width for width in widths)
    return [line(headers), rule, *map(line, rows)]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"


def wrapped(text: str, indent: str = "", hanging: str = "") -> list[str]:
    """Return a paragraph as lines of at most 80 columns, the rest further in."""
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent + hanging
    )


def count(number: float) -> str:
    """Return a count as people write it: 12,345."""
    return f"{number:,.0f}"


def percent(share: float) -> str:
    """Return a share as a percentage with one decimal."""
    return f"{100 * share:.1f} %"
