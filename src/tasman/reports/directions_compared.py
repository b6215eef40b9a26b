"""Several Directions side by side, as a table to print, and what moved."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from tasman.casework.compare_directions import Cell, Comparison
from tasman.casework.compare_directions import Line as Compared
from tasman.casework.direction_choice import UNVERIFIED, mark_text
from tasman.facts.days import iso
from tasman.law.au.directions.instrument import Statement
from tasman.reports.considerations import NO_PREDICTION, ways
from tasman.reports.layout import WIDTH, Line, as_plain, heading, section, wrapped
from tasman.reports.words import WHAT_IT_IS_NOT

_FIRST, _LEAST = 20, 13
_ANSWERS = {"yes": "engaged", "no": "not engaged", "unknown": "unknown"}
_STAR = "* " + UNVERIFIED


def comparison_text(comparison: Comparison) -> str:
    """Return a comparison as plain text: the table, what moved, and why."""
    return as_plain(lines_of(comparison))


def lines_of(comparison: Comparison) -> Iterator[Line]:
    """Yield a comparison line by line, for a terminal or a file."""
    named = ", ".join(map(str, comparison.numbers))
    yield heading(f"THE SAME FACTS UNDER DIRECTIONS {named}")
    read = (
        f"Facts as at {iso(comparison.as_at)}, each Direction read as if it governed."
    )
    yield from wrapped(read, style="dim")
    yield from wrapped(NO_PREDICTION)
    yield Line()
    yield from _table(comparison)
    yield Line(_STAR)
    yield from section("WHAT MOVED ON THESE FACTS")
    for line in comparison.lines:
        for text in line.moved:
            yield from wrapped(f"{line.label}: {text}.", 2, 6)
    yield from section("TOLERANCE OF LONG RESIDENTS")
    for number, statement in comparison.tolerance:
        yield from _statement(f"Direction {number}, {statement.paragraph}", statement)
    yield from section("WHY: WHAT EACH DIRECTION CHANGED")
    for number, statement in comparison.changes:
        yield from _statement(f"Direction {number}", statement)
    yield Line()
    yield from wrapped(WHAT_IT_IS_NOT, style="dim")


def _statement(place: str, statement: Statement) -> Iterator[Line]:
    doubt = mark_text(statement.mark)
    tail = f" [{doubt}]" if doubt == UNVERIFIED else ""
    return wrapped(f"{place}: {statement.text}{tail}", 2, 6)


def _table(comparison: Comparison) -> Iterator[Line]:
    wide = max(_LEAST, (WIDTH - _FIRST) // max(1, len(comparison.numbers)) - 1)
    heads = [f"Direction {number}" for number in comparison.numbers]
    rule = Line("-" * (_FIRST + (wide + 1) * len(heads)), "dim")
    yield from _row(["", *heads], wide)
    yield rule
    for line in comparison.lines:
        yield from _row([_label(line), *(_cell(cell) for cell in line.cells)], wide)
        yield rule


def _label(line: Compared) -> str:
    return line.label if line.is_head else f"- {line.label}"


def _cell(cell: Cell) -> str:
    if not cell.rank:
        return "absent"
    star = "*" if cell.mark == UNVERIFIED else ""
    gap = "\n" if cell.rank == "factor" else " "
    parts = [f"{cell.rank}{gap}{cell.paragraph}{star}", _ANSWERS[cell.engaged]]
    if cell.engaged != "no":
        parts.append(ways(cell.weighs))
    return "\n".join(parts)


def _row(texts: list[str], wide: int) -> Iterator[Line]:
    widths = [_FIRST - 1, *([wide] * (len(texts) - 1))]
    columns = [
        [piece for part in text.split("\n") for piece in textwrap.wrap(part, width)]
        for text, width in zip(texts, widths, strict=True)
    ]
    for i in range(max(len(column) for column in columns)):
        cells = [column[i] if i < len(column) else "" for column in columns]
        row = " ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True))
        yield Line(row.rstrip())
