"""A file of cases through one or several laws, row group by row group, and counted."""

from __future__ import annotations

import hashlib
import json
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyarrow as pa

from tasman._version import __version__
from tasman.facts.errors import FactsError
from tasman.facts.files import refused, write_atomically
from tasman.population.counting import Joint, answer_codes, everything
from tasman.population.dimensions import Dimension
from tasman.population.reading import People, batches, need_columns
from tasman.population.regimes import Regime
from tasman.population.validity import check_values
from tasman.rules.machine import KINDS, Machine

SAVE_EVERY_SECONDS = 5.0


@dataclass
class Question:
    """What is asked of every person: under which laws, on which days, and by what.

    `linked` counts all answers together too: what hiding small cells needs.
    """

    regimes: list[Regime]
    as_at: int | str
    known_at: int
    by: list[Dimension] = field(default_factory=list)
    compiled: bool = True
    linked: bool = False

    def __post_init__(self) -> None:
        self.machines = [self._machine(group) for group in self._groups()]

    def _groups(self) -> list[list[Regime]]:
        """Return the regimes that one machine can run: one day, one set of rules."""
        found: dict[tuple[int | str, tuple[str, ...]], list[Regime]] = {}
        for regime in self.regimes:
            found.setdefault((regime.law_at, regime.pinpoints), []).append(regime)
        return list(found.values())

    def _machine(self, group: list[Regime]) -> tuple[list[Regime], Machine]:
        first = group[0]
        machine = Machine(
            {regime.name: regime.law for regime in group},
            first.pinpoints,
            as_at=self.as_at,
            law_at=first.law_at,
            known_at=self.known_at,
            kinds=True,
            compiled=self.compiled,
        )
        return group, machine

    def tables(self) -> list[Joint]:
        """Return an empty table for each provision; of all together, if linked."""
        names: dict[str, list[str]] = {}
        for regime in self.regimes:
            for pinpoint in regime.pinpoints:
                names.setdefault(pinpoint, []).append(regime.name)
        sizes = tuple(len(each.words) for each in self.by)
        found = [Joint(pin, tuple(regimes), sizes) for pin, regimes in names.items()]
        if self.linked:
            every = [column for table in found for column in table.columns]
            found.append(everything(every, sizes))
        return found

    def reads(self) -> set[tuple[str, str]]:
        """Return the columns that are read, as (list or "", column)."""
        found = {(c.list, c.name) for _, m in self.machines for c in m.program.columns}
        found |= {("", clock) for clock in self._clock_columns()}
        for dimension in self.by:
            found |= set(dimension.reads)
        return found

    def _clock_columns(self) -> set[str]:
        clocks = [self.as_at, *(regime.law_at for regime in self.regimes)]
        return {clock for clock in clocks if isinstance(clock, str)}

    def check(self, people: People) -> list[str]:
        """Refuse a file that cannot answer; return the lists and facts it lacks.

        What it lacks is unknown of everyone in it.
        """
        need_columns(people, sorted(self._clock_columns()), "It holds the days asked.")
        for dimension in self.by:
            tops = {first or name for first, name in dimension.reads}
            need_columns(people, sorted(tops), f"--by {dimension.name} needs it.")
        tops = {c.list or c.name for _, m in self.machines for c in m.program.columns}
        tops -= {"as_at", "law_at", "known_at"}
        have = {name for name in tops if people.schema.get_field_index(name) >= 0}
        if tops and not have:
            raise refused(
                str(people.path),
                "has none of the facts that these provisions read",
                f"They read: {', '.join(sorted(tops)[:8])}.",
            )
        return sorted(tops - have)

    def count(self, batch: pa.RecordBatch) -> list[Joint]:
        """Return the tables of one batch."""
        bands = [each.codes(batch, self.as_at) for each in self.by]
        answers = {}
        for group, machine in self.machines:
            found = machine.run(batch)
            for regime in group:
                for pinpoint in regime.pinpoints:
                    name = f"{regime.name}: {pinpoint}"
                    answers[pinpoint, regime.name] = answer_codes(
                        found.column(name).to_numpy(),
                        found.column(name + KINDS).to_numpy(),
                    )
        tables = self.tables()
        for table in tables:
            given = [answers[column] for column in table.columns]
            table.add(bands, given, batch.num_rows)
        return tables

    def key(self, people: People) -> str:
        """Return what tells this question of this file from every other."""
        sha = hashlib.sha256()
        with people.path.open("rb") as file:
            file.seek(max(0, people.path.stat().st_size - (1 << 16)))
            sha.update(file.read())
        stated = [__version__, people.rows, self.as_at, self.known_at, self.linked]
        stated += [dimension.name for dimension in self.by]
        for each in self.regimes:
            stated += [each.name, each.law.digest, each.law_at, *each.pinpoints]
        sha.update(json.dumps(stated).encode())
        return sha.hexdigest()


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
        progress = cls(out.with_name(f".{out.name}.progress"), key, tables)
        with suppress(OSError, ValueError, KeyError, TypeError):
            saved = json.loads(progress.path.read_text("utf-8"))
            if saved["key"] == key:
                for table, counts in zip(tables, saved["counts"], strict=True):
                    table.counts.update({int(k): int(v) for k, v in counts.items()})
                progress.groups = int(saved["groups"])
                progress.persons = int(saved["persons"])
        return progress

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


def run(
    question: Question,
    people: People,
    out: Path,
    threads: int = 2,
    on_rows: Callable[[int], None] = lambda rows: None,
) -> list[Joint]:
    """Return the counts of a whole file; an interrupted run goes on where it stopped.

    Raises FactsError for a file that cannot answer, before or during the work. `out` is
    where the results will be; only the progress is kept beside it.
    """
    question.check(people)
    progress = Progress.of(out.resolve(), question.key(people), question.tables())
    on_rows(progress.persons)
    saved_at = time.monotonic()
    groups = range(progress.groups, people.row_groups)
    try:
        for rows, tables in _in_order(question, people, groups, threads):
            for table, found in zip(progress.tables, tables, strict=True):
                table.merge(found)
            progress.groups += 1
            progress.persons += rows
            on_rows(rows)
            if time.monotonic() - saved_at > SAVE_EVERY_SECONDS:
                progress.save()
                saved_at = time.monotonic()
    except FactsError:
        progress.forget()
        raise
    except BaseException:
        progress.save()
        raise
    return progress.tables


def finished(out: Path) -> None:
    """Remove the record of progress beside an output that is complete."""
    out = out.resolve()
    with suppress(OSError):
        out.with_name(f".{out.name}.progress").unlink()


def _in_order(
    question: Question, people: People, groups: Sequence[int], threads: int
) -> Iterator[tuple[int, list[Joint]]]:
    """Yield each row group's rows and tables, in order, a few groups at a time."""
    wanted = question.reads()
    starts = [0]
    for group in range(people.row_groups):
        starts.append(starts[-1] + people.rows_of(group))

    def one(group: int) -> tuple[int, list[Joint]]:
        tables, rows = question.tables(), 0
        for batch in batches(people, group, wanted):
            check_values(batch, starts[group] + rows)
            for table, found in zip(tables, question.count(batch), strict=True):
                table.merge(found)
            rows += batch.num_rows
        return rows, tables

    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[tuple[int, list[Joint]]]] = deque()
        try:
            for group in groups:
                waiting.append(pool.submit(one, group))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()
