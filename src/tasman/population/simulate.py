"""A file of cases through one or several laws, row group by row group, and counted."""

from __future__ import annotations

import hashlib
import json
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyarrow as pa

from tasman._version import __version__
from tasman.facts.files import refused
from tasman.population.counting import Joint, answer_codes, everything
from tasman.population.dimensions import Dimension
from tasman.population.reading import People, batches, need_columns
from tasman.population.regimes import Regime
from tasman.population.resuming import Piece, Progress, follow
from tasman.population.validity import check_values
from tasman.rules.machine import KINDS, Machine


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

    @cached_property
    def digest(self) -> str:
        """What tells this question from every other, whatever file it is asked of."""
        stated = [__version__, self.as_at, self.known_at, self.linked]
        stated += [dimension.name for dimension in self.by]
        for each in self.regimes:
            stated += [each.name, each.law.digest, each.law_at, *each.pinpoints]
        return hashlib.sha256(json.dumps(stated).encode()).hexdigest()

    def key(self, people: People) -> str:
        """Return what tells this question of this file from every other."""
        stated = [self.digest, people.mark, people.changed_ns]
        return hashlib.sha256(json.dumps(stated).encode()).hexdigest()


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
    progress = Progress.of(out, question.key(people), question.tables())

    def pieces(first: int) -> Generator[Piece]:
        return _in_order(question, people, range(first, people.row_groups), threads)

    return follow(progress, people, pieces, on_rows)


def _in_order(
    question: Question, people: People, groups: Sequence[int], threads: int
) -> Generator[Piece]:
    """Yield each row group's rows and tables, in order, a few groups at a time."""
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[Piece]] = deque()
        try:
            for group in groups:
                one = range(group, group + 1)
                waiting.append(pool.submit(count_groups, question, people, one))
                if len(waiting) > threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for each in waiting:
                each.cancel()


def count_groups(question: Question, people: People, groups: range) -> Piece:
    """Return the counts of some row groups that follow each other.

    Raises FactsError naming the first value that no case could have.
    """
    tables, rows = question.tables(), 0
    before = sum(people.group_rows[: groups.start])
    for group in groups:
        for batch in batches(people, group, question.reads()):
            check_values(batch, before + rows)
            for table, found in zip(tables, question.count(batch), strict=True):
                table.merge(found)
            rows += batch.num_rows
    return len(groups), rows, tables
