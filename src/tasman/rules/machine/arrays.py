"""The fallback's operations on one element after the other, as functions of arrays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.terms import MOST_MONTHS, UNBOUNDED
from tasman.rules.machine import tables

Array = npt.NDArray[Any]


# ---------------------------------------------------------------- calendar
def _add_months(start: Array, months: Array) -> Array:
    here = tables.MONTH_OF[np.clip(start, EARLIEST, NEVER) - EARLIEST].astype(np.int64)
    there = here + months
    starts = tables.MONTH_STARTS.astype(np.int64)
    inside = np.clip(there, 0, len(starts) - 2)
    moved = np.minimum(starts[inside] + start - starts[here], starts[inside + 1] - 1)
    moved = np.clip(moved, EARLIEST, NEVER)
    moved = np.where(there >= len(starts) - 1, NEVER, moved)
    moved = np.where(there < 0, EARLIEST, moved)
    return np.where(start >= NEVER, NEVER, np.where(start <= EARLIEST, EARLIEST, moved))


def _move(day: Array, months: Array, days: Array, backwards: int) -> Array:
    sign = -1 if backwards else 1
    moved = _add_months(day, sign * months.astype(np.int64))
    on = np.clip(moved + sign * days.astype(np.int64), EARLIEST, NEVER)
    moved = np.where((moved > EARLIEST) & (moved < NEVER), on, moved)
    return np.where(months >= MOST_MONTHS, EARLIEST if backwards else NEVER, moved)


def at_least(
    m0: Array, m1: Array, d0: Array, d1: Array, n0: Array, n1: Array, e0: Array,
    e1: Array, first: Array, last: Array, backwards: int,
) -> tuple[Array, Array]:  # fmt: skip
    """Whether a term is at least another, and whether the calendar leaves it open."""
    yes = (m0 >= n1) & (d0 >= e1)
    may = (m1 >= n0) & (d1 >= e0)
    may_not = (m0 < n1) & (d0 <= e1) & (d0 < UNBOUNDED)
    short = np.minimum(n0 - m1, 1 << 20) * 28
    no = (m1 < n0) & (d1 - e0 < short) & (d1 < UNBOUNDED)
    truth = np.where(yes, 2, np.where(no, 0, 1)).astype(np.int8)
    flag = np.zeros(len(truth), np.int8)
    rest = np.flatnonzero(~yes & ~no & ~(may & may_not))
    if len(rest):
        anchor = (first[rest], last[rest], backwards)
        low = _long_enough(m0[rest], d0[rest], n1[rest], e1[rest], *anchor)
        high = _long_enough(m1[rest], d1[rest], n0[rest], e0[rest], *anchor)
        truth[rest] = np.where(low == 2, 2, np.where(high == 0, 0, 1))
        flag[rest] = (low == 1) | (high == 1)
    return truth, flag


def _long_enough(
    months: Array, days: Array, wanted: Array, wanted_days: Array, first: Array,
    last: Array, backwards: int,
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
    sign = -1 if backwards else 1
    reached, needed = (_add_months(first, sign * each) for each in (months, wanted))
    exact = (first == last) & (first > EARLIEST) & (first < NEVER)
    for day in (reached, needed):
        exact &= (day > EARLIEST) & (day < NEVER)
    by_calendar = np.where(sign * (reached - needed) + left >= 0, 2, 0)
    truth = np.where(exact, by_calendar, truth)
    truth = np.where((months <= wanted) & (left <= 0), 0, truth)
    return np.where(endless | ((months >= wanted) & (left >= 0)), 2, truth)


def _agreed(a: Array, b: Array) -> Array:
    return np.where(a == b, a, 1)


def _chosen(when: Array, yes: Array, no: Array, both: Array) -> Array:
    return np.where(when == 2, yes, np.where(when == 0, no, both))


def held(total: Array) -> Array:
    """Return numbers held within what counts as unbounded."""
    return np.clip(total, -UNBOUNDED, UNBOUNDED)


ELEMENTS: Mapping[str, Callable[..., Array]] = {
    "map": lambda parent, outer: outer[parent],
    "map_last": lambda parent, outer, place, bounds: bounds[outer[parent]] + place,
    "gather8": lambda value, places: value[places],
    "gather32": lambda value, places: value[places],
    "negate": lambda a: 2 - a,
    "both": np.minimum,
    "either": np.maximum,
    "agree": _agreed,
    "choose8": lambda when, yes, no: _chosen(when, yes, no, _agreed(yes, no)),
    "at_most": lambda a0, a1, b0, b1: (a1 <= b0) * np.int8(1) + (a0 <= b1),
    "less": lambda a0, a1, b0, b1: (a1 < b0) * np.int8(1) + (a0 < b1),
    "equal": lambda a0, a1, b0, b1: (
        ((a0 <= b1) & (b0 <= a1)) * np.int8(1) + ((a0 == b1) & (b0 == a1) & (a0 == a1))
    ),
    "is_in": lambda choice, mask: (
        ((choice & ~mask) == 0) * np.int8(1) + ((choice & mask) != 0)
    ),
    "add": lambda a, b: held(a + b),
    "subtract": lambda a, b: held(a - b),
    "move": _move,
    "choose32": lambda when, yes, no, high: _chosen(
        when, yes, no, np.maximum(yes, no) if high else np.minimum(yes, no)
    ),
    "unbounded": lambda place, others: np.where(others != 0, UNBOUNDED, place),
    "stands": lambda first, last, since, until: (since <= last) & (first < until),
    "gap": lambda days, first, last: days <= last - first,
    "kind_if_open": lambda truth, kind: np.where(truth == 1, kind, 0),
    "kind_if_many": lambda mask, kind: np.where(mask & (mask - 1), kind, 0),
    "kind_of_others": lambda others, kind: np.where(others != 0, kind, 0),
    "kinds": np.bitwise_or,
    "kinds_if_open": lambda truth, a, b: np.where(truth == 1, a | b, 0),
    "kinds_at_least": lambda truth, flag, own, anchor, why: np.where(
        truth == 1, own | np.where(flag != 0, np.where(anchor != 0, anchor, why), 0), 0
    ),
    "kinds_choose": lambda when, yes, no: _chosen(when, yes, no, yes | no),
}
"""What each instruction on elements makes of what it reads."""
