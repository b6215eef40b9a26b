"""Lines of text for people: wrapped at 80 columns, styled where there is colour."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WIDTH = 80
_LABEL = 24


@dataclass(frozen=True, slots=True)
class Line:
    """One line as printed, and its style in the terminal library's words."""

    text: str = ""
    style: str = ""


def wrapped(
    text: str, indent: int = 0, hang: int | None = None, style: str = ""
) -> Iterator[Line]:
    """Yield text as lines, the first indented by `indent` and the rest by `hang`."""
    rest = indent if hang is None else hang
    for line in textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * rest,
        break_on_hyphens=False,
    ):
        yield Line(line, style)


def heading(text: str) -> Line:
    """Return a heading."""
    return Line(text, "bold underline")


def section(title: str) -> Iterator[Line]:
    """Yield an empty line and a heading."""
    yield Line()
    yield heading(title)


def grid(rows: Iterable[tuple[str, str, str]], indent: int = 2) -> Iterator[Line]:
    """Yield rows of label, words and style as two columns."""
    told = list(rows)
    widest = max((len(label) for label, _, _ in told), default=0)
    left = min(widest, _LABEL)
    for label, words, style in told:
        labels = textwrap.wrap(label, left) or [""]
        lines = textwrap.wrap(words, WIDTH - indent - left - 2) or [""]
        for i in range(max(len(labels), len(lines))):
            first = labels[i] if i < len(labels) else ""
            second = lines[i] if i < len(lines) else ""
            yield Line(f"{' ' * indent}{first:{left}}  {second}".rstrip(), style)


def as_plain(lines: Iterable[Line]) -> str:
    """Return lines as plain text."""
    return "".join(f"{line.text}\n" for line in lines)


def show(lines: Iterable[Line]) -> None:
    """Print lines, in colour where standard output is a terminal."""
    if not sys.stdout.isatty():
        sys.stdout.write(as_plain(lines))
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in lines:
        console.print(Text(line.text, style=line.style), soft_wrap=True)
