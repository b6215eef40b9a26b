"""The calendar of `tasman.rules.calendar` as tables, for machines that look days up."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.terms import MOST_MONTHS
from tasman.rules import calendar

Days = npt.NDArray[np.int32]

MONTH_STARTS: Days = np.array(calendar.MONTH_STARTS, np.int32)
"""The first day of every month in the calendar."""

_EVERY_DAY = np.arange(EARLIEST, NEVER + 1)
MONTH_OF: npt.NDArray[np.int16] = (
    np.searchsorted(MONTH_STARTS, _EVERY_DAY, side="right") - 1
).astype(np.int16)
"""Which month of `MONTH_STARTS` each day is in, from `EARLIEST` on."""

PLACE_BITS = 5
"""Bits for a day's place in its month in the packed tables below."""

DAYS: Days = (
    (MONTH_OF.astype(np.int32) << PLACE_BITS)
    | (_EVERY_DAY - MONTH_STARTS[MONTH_OF]).astype(np.int32)
).astype(np.int32)
"""Each day's month and place in it, packed, from `EARLIEST` on."""

MONTHS: Days = (MONTH_STARTS[:-1] << PLACE_BITS) | (np.diff(MONTH_STARTS) - 1)
"""Each month's first day and its last day's place, packed."""

SPAN_BITS = 4
"""Bits for the slack of a span in `packed_spans`."""


@lru_cache(maxsize=1)
def packed_spans() -> Days:
    """Return the fewest days that k months can span and how many more, packed."""
    fewest, most = spans()
    return (fewest << SPAN_BITS) | (most - fewest)


@lru_cache(maxsize=1)
def spans() -> Days:
    """Return the fewest (row 0) and the most (row 1) days that k months can span."""
    lengths = np.array(calendar.month_lengths(), np.int64)
    table = np.zeros((2, MOST_MONTHS + 1), np.int64)
    sums = np.concatenate([[0], np.cumsum(np.concatenate([lengths, lengths]))])
    first = np.arange(len(lengths))
    for months in range(MOST_MONTHS + 1):
        base = sums[first + months] - sums[first]
        change = lengths[(first + months) % len(lengths)] - lengths
        table[0, months] = (base + np.minimum(change, 0)).min()
        table[1, months] = (base + np.maximum(change, 0)).max()
    return table.astype(np.int32)


@lru_cache(maxsize=32)
def next_open_days(shut: Callable[[int], bool]) -> Days:
    """Return, for each day from `EARLIEST` on, the day itself or the next not shut."""
    table = _EVERY_DAY.astype(np.int32)
    for i in range(len(table) - 2, 0, -1):
        if shut(int(_EVERY_DAY[i])):
            table[i] = table[i + 1]
    return table
