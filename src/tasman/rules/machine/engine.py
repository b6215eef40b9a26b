"""The machine as its users see it: laws and provisions in; batches through it."""

from __future__ import annotations

import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.days import EARLIEST, NEVER
from tasman.rules.law import Law
from tasman.rules.lowering import Lowering, Window, days_of_change
from tasman.rules.machine.batches import Inputs, day_column, inputs
from tasman.rules.machine.building import build
from tasman.rules.machine.listing import listing
from tasman.rules.machine.program import Program, result_columns
from tasman.rules.machine.results import Results, as_batch, room
from tasman.rules.machine.shapes import ANY, Certainty, Shape

Array = npt.NDArray[Any]
KINDS = "_kinds"
"""What follows a result's name in the column of its kinds of unknown."""

_ROWS_A_TASK = 32_768
_ROWS_A_TASK_OF_ARRAYS = 1 << 16
"""The most for the fallback, which has more to do for each instruction."""
_FEWEST_ALONE = 512
"""Rows of a task in one regime that are worth a program of their own."""
_MOST = 0.6
"""Share of a task in one regime from which its program is run over every row, since
consecutive rows are read faster; the others' rows are then done again."""
_FEW_CHANGES = 12
"""Changes of the law within a batch that are told apart one after the other."""
_WORTH = 1 << 17
"""Rows of a regime after which a program for their shape is worth making: fewer take
less time than it does."""
_SHAPES = 8
"""Programs for shapes that a machine keeps, of all regimes: each takes memory."""
_EVERYONE = np.zeros(0, np.int32)


class Runner(Protocol):
    """A program ready to run: the kernel or the fallback."""

    program: Program

    def run(
        self,
        read: Inputs,
        results: Results,
        persons: Any,
        start: int,
        end: int | None,
    ) -> None:
        """Write the results of some persons."""


class Machine:
    """Provisions of one or several laws, ready to be put to batches of cases.

    A clock is a day, or the name of a column of days. Several laws share all that they
    do not say differently; their results are named `name: pinpoint`.
    """

    def __init__(
        self,
        laws: Law | Mapping[str, Law],
        pinpoints: Iterable[str],
        *,
        known_at: int | str,
        as_at: int | str = "as_at",
        law_at: int | str = "law_at",
        kinds: bool = False,
        root: str = "Person",
        compiled: bool = True,
        step: int | None = None,
    ) -> None:
        self.laws = {"": laws} if isinstance(laws, Law) else dict(laws)
        self.pinpoints, self.root, self.kinds = tuple(pinpoints), root, kinds
        self.clocks = {"as_at": as_at, "law_at": law_at, "known_at": known_at}
        self.compiled, self.step = compiled, step
        changes = [days_of_change(law, self.pinpoints) for law in self.laws.values()]
        self._changes = np.array(sorted(set().union(*changes)), np.int32)
        self._runners: dict[int | tuple[int, Shape], Runner] = {}
        self._rows: Counter[int] = Counter()
        self._lock = threading.Lock()
        self.program = self._program(None)

    # ------------------------------------------------------------ programs
    def _windows(self, regime: int | None) -> dict[str, Window]:
        """What is known of the clocks: of law-at, also from the regime."""
        windows = {n: (d, d) for n, d in self.clocks.items() if isinstance(d, int)}
        if regime is not None and "law_at" not in windows:
            edges = [EARLIEST, *self._changes.tolist(), NEVER + 1]
            windows["law_at"] = (edges[regime], edges[regime + 1] - 1)
        return windows

    def _program(
        self, regime: int | None, like: Program | None = None, shape: Shape = ANY
    ) -> Program:
        lowering = Lowering(self.root, self._windows(regime))
        steps = {
            f"{name}: {pinpoint}" if name else pinpoint: lowering.output(law, pinpoint)
            for name, law in self.laws.items()
            for pinpoint in self.pinpoints
        }
        return build(steps, kinds=self.kinds, like=like, shape=shape)

    def _runner(self, regime: int | None, shape: Shape = ANY) -> Runner:
        """The program for one regime, or for all; made when first needed."""
        number = -1 if regime is None else regime
        key = number if shape == ANY else (number, shape)
        with self._lock:
            found = self._runners.get(key)
            if found is None:
                program = self.program
                if key != -1:
                    program = self._program(regime, like=program, shape=shape)
                found = self._runners[key] = self._ready(program)
        return found

    def _shape(
        self, regime: int | None, rows: int, found: Callable[[], Shape]
    ) -> Shape:
        """The shape to run so many rows by, once enough of their regime have come."""
        number = -1 if regime is None else regime
        with self._lock:
            self._rows[number] += rows
            if self._rows[number] <= _WORTH:
                return ANY
        shape = found()
        with self._lock:
            made = [key for key in self._runners if isinstance(key, tuple)]
            return shape if (number, shape) in made or len(made) < _SHAPES else ANY

    def _ready(self, program: Program) -> Runner:
        sized = {} if self.step is None else {"step": self.step}
        if self.compiled:
            from tasman.rules.machine.running import Kernel

            return Kernel(program, **sized)
        from tasman.rules.machine.fallback import Fallback

        return Fallback(program, **sized)

    def listing(self) -> str:
        """Return the program for every regime as text."""
        return listing(self.program)

    @cached_property
    def schema(self) -> pa.Schema:
        """The columns of the batches that come out."""
        fields = []
        for output in self.program.outputs:
            type_ = {"truth": pa.int8(), "date": pa.date32()}.get(
                output.type, pa.int32()
            )
            for suffix in result_columns(output.type):
                fields.append(pa.field(output.name + suffix, type_))
            if self.kinds:
                fields.append(pa.field(output.name + KINDS, pa.int8()))
        return pa.schema(fields)

    # ------------------------------------------------------------ running
    def run(self, batch: pa.RecordBatch, threads: int = 1) -> pa.RecordBatch:
        """Return the results for one batch, a row for each of its rows.

        Raises BadValue when a column has the wrong type or a clock has no day.
        """
        results = room(self.program.results, batch.num_rows)
        read = _Reader(batch, self.clocks)
        certainty = self._certainty(read.inputs(self.program))
        regimes = self._regimes(batch)

        size = self._rows_a_task(batch.num_rows, threads)

        def task(start: int) -> None:
            end = min(start + size, batch.num_rows)
            for regime, persons in self._parts(regimes, start, end):
                span = (0, len(persons)) if len(persons) else (start, end)
                shape = self._shape(
                    regime, span[1] - span[0], lambda: certainty.shape(start, end)
                )
                runner = self._runner(regime, shape)
                runner.run(read.inputs(runner.program), results, persons, *span)

        starts = range(0, batch.num_rows, size)
        if threads == 1 or len(starts) == 1:
            for start in starts:
                task(start)
        else:
            with ThreadPoolExecutor(threads) as pool:
                list(pool.map(task, starts))
        return as_batch(self.program.outputs, results, self.schema)

    def _certainty(self, read: Inputs) -> Certainty:
        if not self.compiled:
            return Certainty(self.program, read)
        from tasman.rules.machine.certain import CHECKS

        return Certainty(self.program, read, CHECKS)

    def _rows_a_task(self, count: int, threads: int) -> int:
        if self.compiled:
            return _ROWS_A_TASK
        tasks = max(threads, -(-count // _ROWS_A_TASK_OF_ARRAYS))
        return max(_ROWS_A_TASK, -(-count // tasks))

    def stream(
        self, batches: Iterable[pa.RecordBatch], threads: int = 2
    ) -> Iterator[pa.RecordBatch]:
        """Yield the results for each batch, in order, however many there are.

        At most two batches a thread are held at once.
        """
        with ThreadPoolExecutor(threads) as pool:
            waiting: deque[Future[pa.RecordBatch]] = deque()
            for batch in batches:
                waiting.append(pool.submit(self.run, batch))
                if len(waiting) >= 2 * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()

    def _regimes(self, batch: pa.RecordBatch) -> Array | None:
        """The regime that each row's law-at day falls in; None if it is all one."""
        if isinstance(self.clocks["law_at"], int) or not len(self._changes):
            return None
        days = day_column(batch, self.clocks["law_at"])
        if not len(days):
            return None
        ends = np.array([days.min(), days.max()])
        before, after = np.searchsorted(self._changes, ends, side="right").tolist()
        if after - before > _FEW_CHANGES:
            found = np.searchsorted(self._changes, days, side="right")
            return found.astype(np.uint16)
        regimes = np.full(len(days), before, np.uint16)
        for change in self._changes[before:after]:
            regimes += days >= change
        return regimes

    def _parts(
        self, regimes: Array | None, start: int, end: int
    ) -> Iterator[tuple[int | None, Array]]:
        """Yield regimes and their rows of a task, later ones last; no rows means all.

        Regime None is the program for any regime.
        """
        if regimes is None:
            yield None, _EVERYONE
            return
        counts = np.bincount(regimes[start:end])
        most = int(counts.argmax())
        if counts[most] == end - start:
            yield most, _EVERYONE
            return
        if counts.max() < _FEWEST_ALONE:
            yield None, _EVERYONE
            return
        together = counts[most] >= _MOST * (end - start)
        rest = np.arange(start, end, dtype=np.int32)
        if together:
            yield most, _EVERYONE
            counts[most] = 0
            rest = rest[regimes[start:end] != most]
        if np.count_nonzero(counts) > 1:
            rest = rest[np.argsort(regimes[rest], kind="stable")]
        ends = np.cumsum(counts)
        few: list[Array] = []
        for regime in np.flatnonzero(counts):
            rows = rest[ends[regime] - counts[regime] : ends[regime]]
            if len(rows) < _FEWEST_ALONE:
                few.append(rows)
            else:
                yield int(regime), rows
        if few:
            yield None, np.sort(np.concatenate(few))


class _Reader:
    """One batch, with its clocks under their own names."""

    def __init__(self, batch: pa.RecordBatch, clocks: Mapping[str, int | str]) -> None:
        for name, column in clocks.items():
            if isinstance(column, str) and name != column:
                days = pa.array(day_column(batch, column))
                if batch.schema.get_field_index(name) >= 0:
                    batch = batch.drop_columns([name])
                batch = batch.append_column(name, days)
        self.batch = batch
        self._read: dict[int, Inputs] = {}
        self._filled: dict[tuple[str, str], Array | None] = {}

    def inputs(self, program: Program) -> Inputs:
        """The columns that a program reads."""
        found = self._read.get(id(program))
        if found is None:
            found = inputs(program, self.batch, self._filled)
            self._read[id(program)] = found
        return found
