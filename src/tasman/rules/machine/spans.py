"""Calendar arithmetic of the kernel: `tasman.rules.calendar` by table."""

from __future__ import annotations

from typing import Any

from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.terms import MOST_MONTHS, UNBOUNDED
from tasman.rules.machine.cache import compiled


@compiled
def add_months(start: int, months: int, month_of: Any, starts: Any) -> int:
    """Return the same day of the month so many months on, or that month's last day."""
    if start >= NEVER:
        return NEVER
    if start <= EARLIEST:
        return EARLIEST
    here = month_of[start - EARLIEST]
    there = here + months
    if there < 0:
        return EARLIEST
    if there >= starts.shape[0] - 1:
        return NEVER
    last = starts[there + 1] - 1
    moved = starts[there] + (start - starts[here])
    moved = min(moved, last)
    return max(EARLIEST, min(moved, NEVER))


@compiled
def move(
    start: int, months: int, days: int, backwards: int, month_of: Any, starts: Any
) -> int:
    """Return the day a term later or earlier: months first, then days."""
    if months >= MOST_MONTHS:
        return EARLIEST if backwards else NEVER
    sign = -1 if backwards else 1
    moved = add_months(start, sign * months, month_of, starts)
    if EARLIEST < moved < NEVER:
        moved = max(EARLIEST, min(moved + sign * days, NEVER))
    return moved


@compiled
def term_at_least(
    months: int,
    days: int,
    wanted: int,
    wanted_days: int,
    first: int,
    last: int,
    backwards: int,
    spans: Any,
    month_of: Any,
    starts: Any,
) -> int:
    """Say whether a term is at least another: 0 no, 1 not on every calendar, 2 yes."""
    if months >= UNBOUNDED or days >= UNBOUNDED:
        return 2
    days -= wanted_days
    if months >= wanted and days >= 0:
        return 2
    if months <= wanted and days <= 0:
        return 0
    if first == last and EARLIEST < first < NEVER:
        sign = -1 if backwards else 1
        reached = add_months(first, sign * months, month_of, starts)
        needed = add_months(first, sign * wanted, month_of, starts)
        if EARLIEST < reached < NEVER and EARLIEST < needed < NEVER:
            return 2 if sign * (reached - needed) + days >= 0 else 0
    if abs(wanted - months) > MOST_MONTHS:
        return 2 if months > wanted else 0
    fewest, most = spans[0, abs(wanted - months)], spans[1, abs(wanted - months)]
    if wanted > months:
        return 2 if days >= most else (0 if days < fewest else 1)
    return 2 if -days <= fewest else (0 if -days > most else 1)


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
