"""The kernel's operations over the elements of lists.

`others` marks the row that stands for any number of elements not listed: it is a member
at most perhaps, and counts any number of times. Parents' elements stand together.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.facts.terms import UNBOUNDED
from tasman.rules.machine.cache import compiled
from tasman.rules.machine.memory import copy, fill, read, word, write
from tasman.rules.machine.spans import covered, within

BIG, ZERO, EIGHT = np.int32(UNBOUNDED), np.int32(0), np.int32(8)
LOWEST = np.int32(-(1 << 31))
NONE, ONE, YES = np.int8(0), np.int8(1), np.int8(2)
HALF, LOWER = np.uint64(32), np.uint64((1 << 32) - 1)
MOST, ROOM = np.uint64(UNBOUNDED), np.int64(1 << 31)
ONCE, MANY = np.int64(1 << 32), np.int64(UNBOUNDED << 32)
"""Two numbers in one: the second, in the upper half, is one, or without bound."""
NOTHING, YESES = np.uint64(0), np.uint64(0x0202020202020202)
"""Eight elements none of which is a member, and eight that surely are."""


@compiled
def any_of(out: Any, member: Any, others: Any, parent: Any, bounds: Any) -> None:
    """Whether there is a member."""
    if 2 * member.shape[0] < out.shape[0]:
        _any_of_few(out, member, others, parent)
        return
    longest = ZERO
    for p in range(out.shape[0]):
        first = np.int64(read(bounds, p))
        size = np.int32(read(bounds, p + 1) - first)
        longest = max(longest, size)
        beyond = np.uint64(64 - 8 * min(size, EIGHT)) & np.uint64(63)
        perhaps = (word(member, first) << beyond) if size > 0 else NOTHING
        sure = perhaps & ~(word(others, first) << beyond << np.uint64(1)) & YESES
        write(out, p, YES if sure != 0 else (ONE if perhaps != 0 else NONE))
    if longest > EIGHT:
        for p in range(out.shape[0]):
            for j in range(bounds[p] + 8, bounds[p + 1]):
                out[p] = max(out[p], min(member[j], np.int8(YES - others[j])))


@compiled
def _any_of_few(out: Any, member: Any, others: Any, parent: Any) -> None:
    """`any_of` where few parents have elements: eight at a time are passed over, since
    most are no members.
    """
    fill(out, 0)
    m = member.shape[0]
    for first in range(0, m, 8):
        if word(member, first) == 0:
            continue
        for j in range(first, min(first + 8, m)):
            p = np.uint32(parent[j])
            out[p] = max(out[p], min(member[j], np.int8(YES - others[j])))


@compiled
def count_of(
    low: Any, high: Any, member: Any, others: Any, bounds: Any, sums: Any
) -> None:
    """How many members there are."""
    for j in range(member.shape[0]):
        truth, mark = read(member, j), read(others, j)
        sure = np.int64((truth == 2) & (mark == 0))
        times = MANY if mark else ONCE
        write(sums, j, sure + (times if truth else np.int64(0)))
    _sums(low, high, member.shape[0], bounds, sums)


@compiled
def _sums(low: Any, high: Any, count: int, bounds: Any, sums: Any) -> None:
    """Each parent's sums of two numbers, the second in the upper half: the sum of all
    elements up to its last less that up to its first.

    No number may be below zero, nor a parent's sum fill its half.
    """
    total = np.int64(0)
    for j in range(count):
        more = sums[j]
        sums[j] = total
        total += more
    sums[count] = total
    for p in range(low.shape[0]):
        first, after = np.int64(read(bounds, p)), np.int64(read(bounds, p + 1))
        both = np.uint64(read(sums, after) - read(sums, first))
        write(low, p, np.int32(min(both & LOWER, MOST)))
        write(high, p, np.int32(min(both >> HALF, MOST)))


@compiled
def total_of(
    low: Any,
    high: Any,
    member: Any,
    least: Any,
    most: Any,
    others: Any,
    parent: Any,
    bounds: Any,
    sums: Any,
) -> None:
    """The sum of one bound pair over the members."""
    m = member.shape[0]
    lowest = highest = ZERO
    for j in range(m):
        truth, mark, a, b = (
            read(member, j),
            read(others, j),
            read(least, j),
            read(most, j),
        )
        lowest = min(lowest, min(a, b) if truth else ZERO)
        highest = max(highest, max(a, b) if (truth != 0) & (mark == 0) else ZERO)
        sure = a if (truth == 2) & (mark == 0) else ZERO
        more = BIG if (mark != 0) & (b > 0) else b
        more = more if truth else ZERO
        write(sums, j, np.int64(sure) + (np.int64(more) << np.int64(32)))
    if (lowest < 0) | (np.int64(highest) * m >= ROOM):
        _total_of_any(low, high, member, least, most, others, parent)
    else:
        _sums(low, high, m, bounds, sums)


@compiled
def _total_of_any(
    low: Any, high: Any, member: Any, least: Any, most: Any, others: Any, parent: Any
) -> None:
    """`total_of` where values may be below zero: held within bounds at every step."""
    fill(low, 0)
    fill(high, 0)
    for j in range(member.shape[0]):
        p = np.uint32(parent[j])
        times = np.int64(UNBOUNDED) if others[j] else np.int64(1)
        sure = (member[j] == 2) & (others[j] == 0)
        a, b = np.int64(least[j]), np.int64(most[j])
        a = a if sure else min(a, np.int64(0)) * times
        b = b if sure else max(b, np.int64(0)) * times
        a, b = (a, b) if member[j] != 0 else (np.int64(0), np.int64(0))
        low[p] = max(np.int64(-UNBOUNDED), min(low[p] + a, np.int64(UNBOUNDED)))
        high[p] = max(np.int64(-UNBOUNDED), min(high[p] + b, np.int64(UNBOUNDED)))


@compiled
def latest_of(
    low: Any,
    high: Any,
    member: Any,
    least: Any,
    most: Any,
    default_low: Any,
    default_high: Any,
    others: Any,
    parent: Any,
) -> None:
    """The latest date over the members and the default."""
    copy(low, default_low)
    copy(high, default_high)
    for j in range(member.shape[0]):
        p = np.uint32(parent[j])
        first, last = least[j], most[j]
        first = first if (member[j] == 2) & (others[j] == 0) else LOWEST
        last = last if member[j] != 0 else LOWEST
        low[p], high[p] = max(low[p], first), max(high[p], last)


@compiled
def covered_by(
    low: Any,
    high: Any,
    member: Any,
    start: tuple[Any, Any],
    until: tuple[Any, Any],
    opens: tuple[Any, Any],
    closes: tuple[Any, Any],
    others: Any,
    bounds: Any,
    spans: Any,
    alike: bool,
) -> None:
    """The days that at least one member covers: for certain, and at most.

    `spans` is room for the spans of elements: those of no member are empty. `alike`
    says that both come to the same, and are one.
    """
    for j in range(member.shape[0]):
        truth, mark = read(member, j), read(others, j)
        first, after = read(start[0], j), read(until[1], j)
        write(spans[0], j, first)
        write(spans[1], j, after if truth else first)
        first, after = read(start[1], j), read(until[0], j)
        write(spans[2], j, first)
        write(spans[3], j, after if (truth == 2) & (mark == 0) else first)
    if not alike:
        _covered_in(high, spans[0], spans[1], opens[0], closes[1], bounds, spans)
    _covered_in(low, spans[2], spans[3], opens[1], closes[0], bounds, spans)


@compiled
def _covered_in(
    out: Any, first: Any, after: Any, opens: Any, closes: Any, bounds: Any, room: Any
) -> None:
    """The days of each parent's window that its spans cover: most have two or less."""
    most = ZERO
    for p in range(out.shape[0]):
        at, window = np.int64(read(bounds, p)), (read(opens, p), read(closes, p))
        size = np.int32(read(bounds, p + 1) - read(bounds, p))
        most = max(most, size)
        a = within(read(first, at), read(after, at), window)
        b = within(read(first, at + 1), read(after, at + 1), window)
        one = np.int32(a[1] - a[0]) if size > 0 else ZERO
        two = np.int32(b[1] - b[0]) if size > 1 else ZERO
        both = np.int32(min(a[1], b[1]) - max(a[0], b[0]))
        both = max(both, ZERO) if size > 1 else ZERO
        write(out, p, np.int32(np.int32(one + two) - both))
    if most > 2:
        for p in range(out.shape[0]):
            at, size = np.int64(bounds[p]), bounds[p + 1] - bounds[p]
            if size > 2:
                count = 0
                for j in range(at, at + size):
                    a = within(first[j], after[j], (opens[p], closes[p]))
                    room[4, count], room[5, count] = a
                    count += int(a[1] > a[0])
                out[p] = covered(room[4], room[5], count)


@compiled
def kinds_of_members(
    out: Any, member: Any, kinds: Any, others: Any, lacks: int, parent: Any
) -> None:
    """The kinds that leave open which elements are members."""
    fill(out, 0)
    for j in range(member.shape[0]):
        if (member[j] == 1) | ((member[j] == 2) & (others[j] != 0)):
            why = np.int8(lacks) if others[j] else NONE
            out[parent[j]] |= kinds[j] | why


@compiled
def kinds_of_values(out: Any, member: Any, kinds: Any, parent: Any) -> None:
    """Further kinds: those of a value of the elements that may be members."""
    for j in range(member.shape[0]):
        out[parent[j]] |= kinds[j] if member[j] != 0 else NONE


@compiled
def kinds_of_latest(
    out: Any,
    member: Any,
    member_kinds: Any,
    least: Any,
    most: Any,
    kinds: Any,
    default: Any,
    default_kinds: Any,
    others: Any,
    lacks: int,
    bounds: Any,
) -> None:
    """The kinds of a latest date: of what may still move it."""
    for p in range(out.shape[0]):
        first, found = default[p], default_kinds[p]
        for j in range(bounds[p], bounds[p + 1]):
            if member[j] == 0:
                continue
            if most[j] > first:
                found |= kinds[j]
                if member[j] == 1 or others[j]:
                    found |= member_kinds[j] | (np.int8(lacks) if others[j] else NONE)
            if member[j] == 2 and others[j] == 0:
                first = max(first, least[j])
        out[p] = found
