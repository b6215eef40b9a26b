"""The parts of a case file before they have a meaning: scalars, lists and mappings.

YAML and JSON are both read into these, so that one checker serves both. Every node
keeps its place in the file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from tasman.facts.errors import BadValue

MOST_DEPTH = 20
MOST_ITEMS = 10_000


class Mark(NamedTuple):
    """A place in a file, counted from 1; (0, 0) is no place."""

    line: int = 0
    column: int = 0


NOWHERE = Mark()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value as text; `null` when the file gives none."""

    text: str
    mark: Mark = NOWHERE
    null: bool = False


@dataclass(frozen=True, slots=True)
class Items:
    """A list of nodes."""

    nodes: tuple[Node, ...]
    mark: Mark = NOWHERE


@dataclass(frozen=True, slots=True)
class Entries:
    """A mapping, as the pairs stand in the file, repeated keys included."""

    pairs: tuple[tuple[Scalar, Node], ...]
    mark: Mark = NOWHERE


Node = Scalar | Items | Entries


class Unreadable(BadValue):
    """A part of a file that cannot be read, and where it stands."""

    def __init__(self, mark: Mark, problem: str, fix: str) -> None:
        super().__init__(problem, fix)
        self.args = (mark, problem, fix)
        self.mark = mark


class Budget:
    """Counts depth and list items, so that no file can ask for unbounded work."""

    def __init__(self) -> None:
        self.items = 0

    def check_depth(self, depth: int, mark: Mark) -> None:
        """Refuse what is nested deeper than any case file."""
        if depth > MOST_DEPTH:
            raise Unreadable(
                mark,
                f"nested more than {MOST_DEPTH} levels deep",
                "A case file needs no more than six.",
            )

    def count_item(self, mark: Mark) -> None:
        """Refuse more list items than any case file holds."""
        self.items += 1
        if self.items > MOST_ITEMS:
            raise Unreadable(
                mark,
                f"more than {MOST_ITEMS:,} list items",
                "One file holds one person's case.",
            )
