"""Calendar arithmetic of the kernel: `tasman.rules.calendar` by table, unbranched."""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.facts import days as calendar_days
from tasman.facts import terms
from tasman.rules.machine.cache import compiled, inlined
from tasman.rules.machine.memory import read, write

EARLIEST, NEVER = np.int32(calendar_days.EARLIEST), np.int32(calendar_days.NEVER)
MOST_MONTHS, UNBOUNDED = np.int32(terms.MOST_MONTHS), np.int32(terms.UNBOUNDED)
ZERO = np.int32(0)
NO, OPEN, YES = np.int8(0), np.int8(1), np.int8(2)
PLACE, PLACE_BITS = np.int32(31), np.int32(5)
SLACK, SPAN_BITS = np.int32(15), np.int32(4)
"""How `tables` packs a place in a month, and how much a span may vary."""


@inlined
def inside(day: Any) -> Any:
    """Whether a day is one of the calendar, not beyond either end."""
    return (day > EARLIEST) & (day < NEVER)


@inlined
def add_months(start: Any, months: Any, days: Any, starts: Any) -> Any:
    """Return the same day of the month so many months on, or that month's last day."""
    at = np.int64(min(max(start, EARLIEST), NEVER)) - EARLIEST
    here = read(days, at)
    there = np.int32((here >> PLACE_BITS) + months)
    last = np.int32(starts.shape[0] - 1)
    month = read(starts, np.int64(min(max(there, ZERO), last)))
    place = min(np.int32(here & PLACE), np.int32(month & PLACE))
    moved = np.int32((month >> PLACE_BITS) + place)
    moved = max(EARLIEST, min(moved, NEVER))
    moved = EARLIEST if there < 0 else (NEVER if there > last else moved)
    return NEVER if start >= NEVER else (EARLIEST if start <= EARLIEST else moved)


@compiled
def moved(
    out: Any, day: Any, months: Any, days: Any, backwards: int, tables: Any
) -> None:
    """The day a term later or earlier: months first, then days."""
    sign = np.int32(-1 if backwards else 1)
    endless = EARLIEST if backwards else NEVER
    some = ZERO
    for i in range(out.shape[0]):
        some |= read(months, i)
    if some == 0:
        for i in range(out.shape[0]):
            start = read(day, i)
            on = np.int32(start + np.int32(sign * read(days, i)))
            on = max(EARLIEST, min(on, NEVER))
            out_of_time = max(EARLIEST, min(start, NEVER))
            write(out, i, on if inside(start) else out_of_time)
        return
    for i in range(out.shape[0]):
        term = read(months, i)
        month = add_months(read(day, i), np.int32(sign * term), tables[1], tables[2])
        on = np.int32(month + np.int32(sign * read(days, i)))
        on = max(EARLIEST, min(on, NEVER))
        on = on if inside(month) else month
        write(out, i, endless if term >= MOST_MONTHS else on)


@inlined
def term_at_least(
    months: Any,
    days: Any,
    wanted: Any,
    wanted_days: Any,
    first: Any,
    last: Any,
    sign: Any,
    tables: Any,
) -> Any:
    """Say whether a term is at least another: 0 no, 1 not on every calendar, 2 yes."""
    spans, every_day, starts = tables
    endless = (months >= UNBOUNDED) | (days >= UNBOUNDED)
    left = np.int32(days - wanted_days)
    apart = np.int32(abs(np.int32(wanted - months)))
    span = read(spans, np.int64(min(apart, MOST_MONTHS)))
    fewest = np.int32(span >> SPAN_BITS)
    most = np.int32(fewest + np.int32(span & SLACK))
    longer = YES if left >= most else (NO if left < fewest else OPEN)
    shorter = YES if -left <= fewest else (NO if -left > most else OPEN)
    far = YES if months > wanted else NO
    truth = longer if wanted > months else shorter
    truth = far if apart > MOST_MONTHS else truth
    reached = add_months(first, np.int32(sign * months), every_day, starts)
    needed = add_months(first, np.int32(sign * wanted), every_day, starts)
    exact = (first == last) & inside(first) & inside(reached) & inside(needed)
    by_calendar = YES if sign * (reached - needed) + left >= 0 else NO
    truth = by_calendar if exact else truth
    truth = NO if (months <= wanted) & (left <= 0) else truth
    return YES if endless | ((months >= wanted) & (left >= 0)) else truth


@compiled
def covered(first: Any, after: Any, count: int) -> int:
    """Return how many days the half-open spans cover; sorts them in place."""
    for i in range(1, count):
        a, b = first[i], after[i]
        j = i - 1
        while j >= 0 and first[j] > a:
            first[j + 1], after[j + 1] = first[j], after[j]
            j -= 1
        first[j + 1], after[j + 1] = a, b
    total, end = 0, EARLIEST
    for i in range(count):
        a = max(first[i], end)
        if after[i] > a:
            total += after[i] - a
            end = after[i]
    return total


@inlined
def within(first: Any, after: Any, window: Any) -> Any:
    """Return the part of a half-open span within a window of days: maybe empty."""
    start = max(EARLIEST, max(first, window[0]))
    return start, max(start, min(after, window[1]))
