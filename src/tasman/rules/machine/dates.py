"""The fallback's calendar: days moved by terms, and terms compared, by table."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.terms import MOST_MONTHS, UNBOUNDED
from tasman.rules.machine import tables

Array = npt.NDArray[Any]
CLIP: Any = "clip"
_STARTS = tables.MONTH_STARTS
_LAST = len(_STARTS) - 1
_SPAN = NEVER - EARLIEST
_ENDLESS = 1 << 40


@lru_cache(maxsize=1)
def _spans() -> Array:
    """The fewest and most days of so many months: for more than the table, endless."""
    return np.pad(tables.spans().astype(np.int64), ((0, 0), (0, 1)), "constant",
                  constant_values=_ENDLESS)  # fmt: skip


def placed(values: Array, at: Array) -> Array:
    """Return values at some rows; a constant is the same in all of them."""
    return values.take(at) if np.ndim(values) else np.full(len(at), values)


def _add_months(start: Array, months: Array) -> Array:
    here = tables.MONTH_OF.take(np.subtract(start, EARLIEST, dtype=np.intp), mode=CLIP)
    here = here.astype(np.intp)
    there = here + months.clip(-_LAST - 1, _LAST + 1)
    moved: Array = _STARTS.take(there, mode=CLIP) + (start - _STARTS.take(here))
    moved = np.minimum(moved, _STARTS.take(there + 1, mode=CLIP) - 1)
    moved.clip(EARLIEST, NEVER, out=moved)
    moved[np.flatnonzero((there >= _LAST) | (start >= NEVER))] = NEVER
    before = (there < 0) & (start < NEVER)
    moved[np.flatnonzero(before | (start <= EARLIEST))] = EARLIEST
    return moved


def move(day: Array, months: Array, days: Array, backwards: int) -> Array:
    """Return the day a term later or earlier: months first, then days."""
    moved = _add_months(day, -months if backwards else months)
    days = days.clip(-_SPAN, _SPAN)
    on = (moved - days if backwards else moved + days).clip(EARLIEST, NEVER)
    ends = np.flatnonzero((moved <= EARLIEST) | (moved >= NEVER))
    on[ends] = moved.take(ends)
    endless = np.broadcast_to(months >= MOST_MONTHS, on.shape)
    on[np.flatnonzero(endless)] = EARLIEST if backwards else NEVER
    return on


def roll(day: Array, open_days: Array) -> Array:
    """Return the day itself, or the next on which offices are open."""
    return open_days.take(np.subtract(day, EARLIEST, dtype=np.intp), mode=CLIP)


def at_least(
    m0: Array, m1: Array, d0: Array, d1: Array, n0: Array, n1: Array, e0: Array,
    e1: Array, first: Array, last: Array, backwards: int,
) -> tuple[Array, Array]:  # fmt: skip
    """Return whether a term is at least another, and where the calendar leaves it open.

    Most are decided by months or by days alone; only the rest go to the calendar.
    """
    yes = (m0 >= n1) & (d0 >= e1)
    short = (n0 - m1).clip(0, 1 << 20) * 28
    no = (m1 < n0) & (d1 - e0 < short) & (d1 < UNBOUNDED) & ~yes
    may = (m1 >= n0) & (d1 >= e0)
    may_not = (m0 < n1) & (d0 <= e1) & (d0 < UNBOUNDED)
    truth: Array = np.int8(1) + yes.view(np.int8) - no.view(np.int8)
    flag = np.zeros(len(truth), np.int8)
    rest = np.flatnonzero(~(yes | no | (may & may_not)))
    if len(rest):
        both = ((m0, m1), (d0, d1), (n1, n0), (e1, e0), (first, first), (last, last))
        values = [
            np.concatenate([placed(each, rest) for each in pair], dtype=np.int64)
            for pair in both
        ]
        least, most = _long_enough(backwards, *values).reshape(2, -1)
        truth[rest] = np.where(least == 2, 2, np.where(most == 0, 0, 1))
        flag[rest] = (least == 1) | (most == 1)
    return truth, flag


def _long_enough(
    backwards: int, months: Array, days: Array, wanted: Array, wanted_days: Array,
    first: Array, last: Array,
) -> Array:  # fmt: skip
    """Whether a term is at least another, as `calendar.term_at_least` defines it."""
    left, more = days - wanted_days, months - wanted
    fewest, most = _spans().take(np.abs(more), axis=1, mode=CLIP)
    longer = more >= 0
    enough, too_few = np.where(longer, (-fewest, -most), (most, fewest))
    truth = 1 + (left >= enough).view(np.int8) - (left < too_few).view(np.int8)
    anchored = (first == last) & (first > EARLIEST) & (first < NEVER)
    at = np.flatnonzero(anchored)
    if len(at):
        sign = -1 if backwards else 1
        terms = np.concatenate([months.take(at), wanted.take(at)]) * sign
        days_reached = _add_months(np.tile(first.take(at), 2), terms)
        inside = (days_reached > EARLIEST) & (days_reached < NEVER)
        reached, needed = days_reached.reshape(2, -1)
        exact = np.flatnonzero(inside.reshape(2, -1).all(axis=0))
        ahead = sign * (reached - needed) + left.take(at)
        truth[at.take(exact)] = 2 * (ahead.take(exact) >= 0)
    truth[(more <= 0) & (left <= 0)] = 0
    endless = (months >= UNBOUNDED) | (days >= UNBOUNDED)
    truth[endless | (longer & (left >= 0))] = 2
    return truth
