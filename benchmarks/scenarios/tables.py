"""A Markdown table, and the note below each: the machine, the versions, the rounds."""

from __future__ import annotations

import platform
from collections.abc import Iterable, Sequence

from benchmarks import readme
from benchmarks.peers.contender import Contender
from benchmarks.peers.registry import versions


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The rows under their heads."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def put(section: str, parts: Iterable[str], contenders: list[Contender]) -> None:
    """Print a section of the README; with WRITE=1, put it there."""
    ran_on = f"Python {platform.python_version()}, {versions(contenders)}."
    readme.put(section, "\n\n".join([*parts, ran_on]))


def times(value: float, of: float) -> str:
    """A ratio."""
    ratio = value / of
    return f"{ratio:,.1f}" if ratio < 100 else f"{ratio:,.0f}"


def milliseconds(seconds: float) -> str:
    """A time with about three digits that count."""
    value = seconds * 1e3
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.3g}"
