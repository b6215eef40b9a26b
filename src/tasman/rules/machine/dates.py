"""The fallback's calendar: days moved by terms, and terms compared, by table."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.terms import MOST_MONTHS, UNBOUNDED
from tasman.rules.machine import tables
from tasman.rules.machine.arrays import Array, as_truth, mask, mask32

CLIP: Any = "clip"
_BITS, _PLACE = tables.PLACE_BITS, (1 << tables.PLACE_BITS) - 1
_SPAN = NEVER - EARLIEST
_FAR = 1 << 14
"""Months that lead beyond the calendar from any day of it, even half of them."""
_BEYOND = 1 << 30
"""More days than any number of months is compared with."""


def _ended(days: tables.Days) -> tables.Days:
    """The table of days, counting months from 1; no months lead back from its ends."""
    days = days + np.int32(1 << _BITS)
    days[0], days[-1] = -_FAR << _BITS, _FAR << _BITS
    return days


_DAYS = _ended(tables.DAYS)
_MONTHS = np.concatenate(
    [[EARLIEST << _BITS], tables.MONTHS, [NEVER << _BITS]], dtype=np.int32
)
"""The table of months, with the ends of the calendar before and after them."""


@lru_cache(maxsize=1)
def _spans() -> tuple[tables.Days, ...]:
    """The fewest and the most days of so many months; past the table, beyond."""
    return tuple(np.append(row, np.int32(_BEYOND)) for row in tables.spans())


def placed(values: Array, at: Array) -> Array:
    """Return values at some rows; a constant is the same in all of them."""
    return values.take(at) if np.ndim(values) else np.full(len(at), values)


def _add_months(start: Array, months: Array) -> Array:
    here = _DAYS.take(np.subtract(start, EARLIEST, dtype=np.intp), mode=CLIP)
    there = (here >> _BITS) + months.clip(-_FAR // 2, _FAR // 2)
    month = _MONTHS.take(there, mode=CLIP)
    moved: Array = np.minimum(here & _PLACE, month & _PLACE)
    moved += month >> _BITS
    return moved.clip(EARLIEST, NEVER, out=moved)


def move(day: Array, months: Array, days: Array, backwards: int) -> Array:
    """Return the day a term later or earlier: months first, then days."""
    fixed = not np.ndim(months)
    if fixed and not months:
        moved = day.clip(EARLIEST, NEVER)
    else:
        moved = _add_months(day, -months if backwards else months)
    days = days.clip(-_SPAN, _SPAN) & mask32((moved > EARLIEST) & (moved < NEVER))
    on: Array = moved - days if backwards else moved + days
    on.clip(EARLIEST, NEVER, out=on)
    end = EARLIEST if backwards else NEVER
    if fixed:
        return np.full_like(on, end) if months >= MOST_MONTHS else on
    on[np.flatnonzero(months >= MOST_MONTHS)] = end
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
        values = [_one_after_other(*pair, rest) for pair in both]
        least, most = _long_enough(backwards, *values).reshape(2, -1)
        truth[rest] = np.where(least == 2, 2, np.where(most == 0, 0, 1))
        flag[rest] = (least == 1) | (most == 1)
    return truth, flag


def _one_after_other(low: Array, high: Array, at: Array) -> Array:
    """Low bounds at some rows, then high ones; one number where they are constant."""
    if low is high and not np.ndim(low):
        return low
    return np.concatenate([placed(low, at), placed(high, at)])


def _long_enough(
    backwards: int, months: Array, days: Array, wanted: Array, wanted_days: Array,
    first: Array, last: Array,
) -> Array:  # fmt: skip
    """Whether a term is at least another, as `calendar.term_at_least` defines it."""
    left, more = days - wanted_days, months - wanted
    fewest, most = (table.take(np.abs(more), mode=CLIP) for table in _spans())
    longer, lacking = more >= 0, -left
    yes = (longer & (lacking <= fewest)) | (~longer & (left >= most))
    no = (longer & (lacking > most)) | (~longer & (left < fewest))
    truth: Array = np.int8(1) + as_truth(yes) - as_truth(no)
    anchored = (first == last) & (first > EARLIEST) & (first < NEVER)
    at = np.flatnonzero(np.broadcast_to(anchored, months.shape))
    if len(at):
        sign = -1 if backwards else 1
        terms = np.concatenate([months.take(at), placed(wanted, at)]) * sign
        reached = _add_months(np.tile(placed(first, at), 2), terms)
        inside = ((reached > EARLIEST) & (reached < NEVER)).reshape(2, -1)
        exact = np.flatnonzero(inside[0] & inside[1])
        before, needed = reached.reshape(2, -1)
        ahead = sign * (before - needed) + placed(left, at)
        truth[at.take(exact)] = 2 * (ahead.take(exact) >= 0)
    truth &= ~mask((more <= 0) & (left <= 0))
    endless = mask((months >= UNBOUNDED) | (days >= UNBOUNDED))
    enough = endless | mask(longer & (left >= 0))
    return (truth & ~enough) | (enough & np.int8(2))
