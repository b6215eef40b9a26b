"""A long run that can be stopped: how far it has come is kept beside its output.

Whoever does the work hands over pieces in the order of the file, so that a run begun
on one engine may be finished on another.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasman.facts.errors import BadValue, FactsError
from tasman.facts.files import write_atomically
from tasman.population.counting import Joint
from tasman.population.reading import People, still_the_same

SAVE_EVERY_SECONDS = 5.0

Piece = tuple[int, int, list[Joint]]
"""Row groups done, people in them, and their counts."""


class Stopped(BadValue):
    """The work could not go on, but not for the file's sake: what is done stands."""


@dataclass
class Progress:
    """How far a run has come, kept beside its output so that it can go on."""

    path: Path
    key: str
    tables: list[Joint]
    groups: int = 0
    persons: int = 0

    @classmethod
    def of(cls, out: Path, key: str, tables: list[Joint]) -> Progress:
        """Return the progress of an earlier run of the same question, or none."""
        progress = cls(_beside(out), key, tables)
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            saved = json.loads(progress.path.read_text("utf-8"))
            if saved["key"] == key:
                progress._take_up(saved)
        return progress

    def _take_up(self, saved: dict[str, Any]) -> None:
        """Go on from a record, if it is whole: every table counts everyone in it."""
        groups, persons = int(saved["groups"]), int(saved["persons"])
        counts = [
            {int(code): int(count) for code, count in table.items()}
            for table in saved["counts"]
        ]
        whole = all(sum(table.values()) == persons for table in counts)
        if groups < 0 or len(counts) != len(self.tables) or not whole:
            return
        self.groups, self.persons = groups, persons
        for table, found in zip(self.tables, counts, strict=True):
            table.counts.update(found)

    def add(self, piece: Piece) -> None:
        """Count the next piece of the file."""
        groups, persons, tables = piece
        for table, found in zip(self.tables, tables, strict=True):
            table.merge(found)
        self.groups += groups
        self.persons += persons

    def save(self) -> None:
        """Write how far the run has come."""
        plain = {
            "key": self.key,
            "groups": self.groups,
            "persons": self.persons,
            "counts": [table.counts for table in self.tables],
        }
        write_atomically(self.path, json.dumps(plain))

    def forget(self) -> None:
        """Remove the file: the run is over."""
        with suppress(OSError):
            self.path.unlink()


def follow(
    progress: Progress,
    people: People,
    pieces: Callable[[int], Generator[Piece]],
    on_rows: Callable[[int], None],
) -> list[Joint]:
    """Return the counts of a whole file, from wherever an earlier run stopped.

    `pieces` gives those that follow the row groups already done. The record is saved
    after the first, then every few seconds and at the end, until the results stand; a
    file that changes meanwhile is refused, for half of each of two is neither.
    """
    on_rows(progress.persons)
    saved_at = float("-inf")
    try:
        with closing(pieces(progress.groups)) as coming:
            for piece in coming:
                progress.add(piece)
                if time.monotonic() - saved_at > SAVE_EVERY_SECONDS:
                    still_the_same(people)
                    progress.save()
                    saved_at = time.monotonic()
                on_rows(piece[1])
        still_the_same(people)
        progress.save()
    except Stopped:
        progress.save()
        raise
    except FactsError:
        progress.forget()
        raise
    except BaseException:
        _keep(progress, people)
        raise
    return progress.tables


def _keep(progress: Progress, people: People) -> None:
    """Save what is done when something else has gone wrong, which is what is told."""
    with suppress(OSError, FactsError):
        still_the_same(people)
        progress.save()


def finished(out: Path) -> None:
    """Remove the record of progress beside an output that is complete."""
    with suppress(OSError):
        _beside(out).unlink()


def _beside(out: Path) -> Path:
    out = out.resolve()
    return out.with_name(f".{out.name}.progress")
