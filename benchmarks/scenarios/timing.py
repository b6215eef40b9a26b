"""What work takes, by the clock and of the processor, and medians of it."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterable
from typing import NamedTuple


class Taken(NamedTuple):
    """Seconds: by the clock, and of processor time over all threads."""

    clock: float
    processor: float


def taken(task: Callable[[], object]) -> Taken:
    """What one run of a task takes; rubbish that others left is cleared before."""
    gc.collect()
    return _timed(task)


def _timed(task: Callable[[], object]) -> Taken:
    start, used = time.perf_counter(), time.process_time()
    task()
    used, end = time.process_time() - used, time.perf_counter()
    return Taken(end - start, used)


def each_taken(tasks: Iterable[Callable[[], object]]) -> list[Taken]:
    """What each of many short tasks takes; rubbish is cleared before the first."""
    gc.collect()
    return [_timed(task) for task in tasks]


def median(found: Iterable[Taken]) -> Taken:
    """The median of each."""
    clocks, processors = zip(*found, strict=True)
    return Taken(statistics.median(clocks), statistics.median(processors))
