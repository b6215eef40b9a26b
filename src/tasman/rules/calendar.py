"""Calendar arithmetic on day numbers: exact months, spans of months, covered days.

Nothing here turns months into days by a fixed number. The vector machine uses the same
definitions as tables; the tests hold both against `datetime`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import EARLIEST, NEVER, day
from tasman.facts.terms import MOST_MONTHS, UNBOUNDED

_YEARS = range(1800, 2231)
MONTH_STARTS: tuple[int, ...] = tuple(day(y, m) for y in _YEARS for m in range(1, 13))
"""Day number of the first day of every month from 1800-01 on."""

_CYCLE = 4800
"""Months in the 400 years after which the calendar repeats."""
_CYCLE_DAYS = 146_097


def add_months(start: int, months: int) -> int:
    """Return the same day of the month so many months on, or that month's last day.

    `NEVER` and `EARLIEST` absorb; so does leaving the calendar on either side.
    """
    if start >= NEVER:
        return NEVER
    if start <= EARLIEST:
        return EARLIEST
    here = bisect_right(MONTH_STARTS, start) - 1
    there = here + months
    if there < 0:
        return EARLIEST
    if there >= len(MONTH_STARTS) - 1:
        return NEVER
    length = MONTH_STARTS[there + 1] - MONTH_STARTS[there]
    moved = MONTH_STARTS[there] + min(start - MONTH_STARTS[here], length - 1)
    return max(EARLIEST, min(moved, NEVER))


def add_term(start: int, months: int, days: int) -> int:
    """Return the day a term later: months first, then days."""
    moved = NEVER if months >= MOST_MONTHS else add_months(start, months)
    if EARLIEST < moved < NEVER:
        moved = max(EARLIEST, min(moved + days, NEVER))
    return moved


def take_term(end: int, months: int, days: int) -> int:
    """Return the day a term earlier: months first, then days."""
    moved = EARLIEST if months >= MOST_MONTHS else add_months(end, -months)
    if EARLIEST < moved < NEVER:
        moved = max(EARLIEST, min(moved - days, NEVER))
    return moved


@cache
def month_lengths() -> tuple[int, ...]:
    """Return the lengths of the months of one 400-year cycle, from 2000-01 on."""
    years = (date(y, m, 1).toordinal() for y in range(2000, 2400) for m in range(1, 13))
    starts = [*years, date(2400, 1, 1).toordinal()]
    return tuple(b - a for a, b in pairwise(starts))


def span_of_months(months: int) -> tuple[int, int]:
    """Return the fewest and the most days that so many calendar months can span.

    Over every start and every end in the 400-year cycle, clamped ends included:
    12 months span 365 to 366 days.
    """
    cycles, rest = divmod(months, _CYCLE)
    fewest, most = _span_within_cycle(rest)
    return fewest + cycles * _CYCLE_DAYS, most + cycles * _CYCLE_DAYS


@cache
def _span_within_cycle(months: int) -> tuple[int, int]:
    lengths = month_lengths()
    base = sum(lengths[:months])
    fewest, most = base, base
    for i in range(_CYCLE):
        first, last = lengths[i], lengths[(i + months) % _CYCLE]
        fewest = min(fewest, base - max(0, first - last))
        most = max(most, base + max(0, last - first))
        base += last - first
    return fewest, most


def term_at_least(
    months: int,
    days: int,
    threshold: tuple[int, int],
    anchor: tuple[int, int],
    backwards: bool,
) -> int:
    """Say whether a term is at least a threshold of (months, days): NO, UNKNOWN or YES.

    An exact anchor (the day the term starts, or ends if `backwards`) lets the calendar
    decide; without one only what holds from every day does. `days` may be negative.
    """
    if months >= UNBOUNDED or days >= UNBOUNDED:
        return YES
    wanted, days = threshold[0], days - threshold[1]
    if months >= wanted and days >= 0:
        return YES
    if months <= wanted and days <= 0:
        return NO
    if anchor[0] == anchor[1] and EARLIEST < anchor[0] < NEVER:
        decided = _anchored(anchor[0], months, days, wanted, backwards)
        if decided is not None:
            return decided
    fewest, most = span_of_months(abs(wanted - months))
    if wanted > months:
        return YES if days >= most else NO if days < fewest else UNKNOWN
    return YES if -days <= fewest else NO if -days > most else UNKNOWN


def _anchored(
    anchor: int, months: int, days: int, wanted: int, backwards: bool
) -> int | None:
    sign = -1 if backwards else 1
    reached, needed = (
        add_months(anchor, sign * months),
        add_months(anchor, sign * wanted),
    )
    if not (EARLIEST < reached < NEVER and EARLIEST < needed < NEVER):
        return None
    return YES if sign * (reached - needed) + days >= 0 else NO


def covered(spans: Sequence[tuple[int, int]]) -> int:
    """Return how many days at least one half-open span covers."""
    total, end = 0, EARLIEST
    for first, after in sorted(spans):
        first = max(first, end)
        if after > first:
            total += after - first
            end = after
    return total


def next_open(start: int, shut: Callable[[int], bool]) -> int:
    """Return the day itself, or the first day after it that is not shut."""
    if not EARLIEST < start < NEVER:
        return start
    while shut(start):
        start += 1
    return start
