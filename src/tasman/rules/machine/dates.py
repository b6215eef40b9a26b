"""The fallback's calendar: days moved by terms, and terms compared, by table."""

from __future__ import annotations

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


def placed(values: Array, at: Array) -> Array:
    """Return values at some rows; a constant is the same in all of them."""
    return values.take(at) if np.ndim(values) else np.full(len(at), values)


def _put(out: Array, where: Array, value: int) -> None:
    out[np.flatnonzero(np.broadcast_to(where, out.shape))] = value


def _add_months(start: Array, months: Array) -> Array:
    here = tables.MONTH_OF.take(np.subtract(start, EARLIEST, dtype=np.intp), mode=CLIP)
    here = here.astype(np.intp)
    there = here + np.clip(months, -_LAST - 1, _LAST + 1)
    moved: Array = _STARTS.take(there, mode=CLIP) + (start - _STARTS.take(here))
    moved = np.minimum(moved, _STARTS.take(there + 1, mode=CLIP) - 1)
    np.clip(moved, EARLIEST, NEVER, out=moved)
    _put(moved, (there >= _LAST) | (start >= NEVER), NEVER)
    _put(moved, ((there < 0) & (start < NEVER)) | (start <= EARLIEST), EARLIEST)
    return moved


def move(day: Array, months: Array, days: Array, backwards: int) -> Array:
    """Return the day a term later or earlier: months first, then days."""
    moved = _add_months(day, -months if backwards else months)
    days = np.clip(days, -_SPAN, _SPAN)
    on = np.clip(moved - days if backwards else moved + days, EARLIEST, NEVER)
    ends = np.flatnonzero((moved <= EARLIEST) | (moved >= NEVER))
    on[ends] = moved.take(ends)
    _put(on, months >= MOST_MONTHS, EARLIEST if backwards else NEVER)
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
    short = np.minimum(n0 - m1, 1 << 20) * 28
    no = (m1 < n0) & (d1 - e0 < short) & (d1 < UNBOUNDED) & ~yes
    may = (m1 >= n0) & (d1 >= e0)
    may_not = (m0 < n1) & (d0 <= e1) & (d0 < UNBOUNDED)
    truth: Array = np.int8(1) + yes.view(np.int8) - no.view(np.int8)
    flag = np.zeros(len(truth), np.int8)
    rest = np.flatnonzero(~(yes | no | (may & may_not)))
    if len(rest):
        low = [placed(each, rest) for each in (m0, d0, n1, e1, first, last)]
        high = [placed(each, rest) for each in (m1, d1, n0, e0, first, last)]
        least = _long_enough(backwards, *low)
        most = _long_enough(backwards, *high)
        truth[rest] = np.where(least == 2, 2, np.where(most == 0, 0, 1))
        flag[rest] = (least == 1) | (most == 1)
    return truth, flag


def _long_enough(
    backwards: int, months: Array, days: Array, wanted: Array, wanted_days: Array,
    first: Array, last: Array,
) -> Array:  # fmt: skip
    """Whether a term is at least another, as `calendar.term_at_least` defines it."""
    months, wanted = months.astype(np.int64), wanted.astype(np.int64)
    endless = (months >= UNBOUNDED) | (days >= UNBOUNDED)
    left = days.astype(np.int64) - wanted_days
    more = np.abs(wanted - months)
    spans = tables.spans()
    fewest, most = (spans[i, np.minimum(more, MOST_MONTHS)] for i in (0, 1))
    longer = np.where(left >= most, 2, np.where(left < fewest, 0, 1))
    shorter = np.where(-left <= fewest, 2, np.where(-left > most, 0, 1))
    truth = np.where(wanted > months, longer, shorter)
    truth = np.where(more > MOST_MONTHS, np.where(months > wanted, 2, 0), truth)
    by_calendar, exact = _by_calendar(months, wanted, left, first, last, backwards)
    truth = np.where(exact, by_calendar, truth)
    truth = np.where((months <= wanted) & (left <= 0), 0, truth)
    return np.where(endless | ((months >= wanted) & (left >= 0)), 2, truth)


def _by_calendar(
    months: Array, wanted: Array, left: Array, first: Array, last: Array, backwards: int
) -> tuple[Array, Array]:
    """What the calendar says from the day a term starts or ends, and where it can."""
    sign = -1 if backwards else 1
    reached, needed = (_add_months(first, sign * each) for each in (months, wanted))
    exact = (first == last) & (first > EARLIEST) & (first < NEVER)
    for day in (reached, needed):
        exact &= (day > EARLIEST) & (day < NEVER)
    return np.where(sign * (reached - needed) + left >= 0, 2, 0), exact
