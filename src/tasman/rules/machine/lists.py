"""The kernel's operations over the elements of lists.

`others` marks the row that stands for any number of elements not listed: it is a member
at most perhaps, and counts any number of times. Parents' elements stand together.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.facts.terms import UNBOUNDED
from tasman.rules.machine.cache import compiled
from tasman.rules.machine.memory import copy, fill
from tasman.rules.machine.spans import covered

BIG = np.int32(UNBOUNDED)
NONE = np.int8(0)
ONE = np.int8(1)


@compiled
def any_of(out: Any, member: Any, others: Any, parent: Any) -> None:
    """Whether there is a member."""
    fill(out, 0)
    most, before = NONE, np.int32(-1)
    for j in range(member.shape[0]):
        p = parent[j]
        capped = ONE if others[j] & (member[j] == 2) else member[j]
        same = most if p == before else NONE
        most = capped if capped > same else same
        out[np.uint32(p)] = most
        before = p


@compiled
def count_of(low: Any, high: Any, member: Any, others: Any, parent: Any) -> None:
    """How many members there are."""
    fill(low, 0)
    fill(high, 0)
    for j in range(member.shape[0]):
        p = parent[j]
        low[p] += np.int32((member[j] == 2) & (others[j] == 0))
        times = BIG if others[j] else np.int32(1)
        more = high[p] + (times if member[j] != 0 else np.int32(0))
        high[p] = min(more, BIG)


@compiled
def total_of(
    low: Any, high: Any, member: Any, least: Any, most: Any, others: Any, parent: Any
) -> None:
    """The sum of one bound pair over the members."""
    fill(low, 0)
    fill(high, 0)
    sum_low, sum_high, before = np.int64(0), np.int64(0), np.int32(-1)
    for j in range(member.shape[0]):
        p = parent[j]
        times = np.int64(UNBOUNDED) if others[j] else np.int64(1)
        sure = (member[j] == 2) & (others[j] == 0)
        a, b = np.int64(least[j]), np.int64(most[j])
        a = a if sure else min(a, np.int64(0)) * times
        b = b if sure else max(b, np.int64(0)) * times
        a, b = (a, b) if member[j] != 0 else (np.int64(0), np.int64(0))
        sum_low = (sum_low if p == before else np.int64(0)) + a
        sum_high = (sum_high if p == before else np.int64(0)) + b
        sum_low = max(np.int64(-UNBOUNDED), min(sum_low, np.int64(UNBOUNDED)))
        sum_high = max(np.int64(-UNBOUNDED), min(sum_high, np.int64(UNBOUNDED)))
        low[np.uint32(p)], high[np.uint32(p)] = sum_low, sum_high
        before = p


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
        p = parent[j]
        if member[j] == 2 and others[j] == 0:
            low[p] = max(low[p], least[j])
        if member[j] != 0:
            high[p] = max(high[p], most[j])


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
    scratch: Any,
) -> None:
    """The days that at least one member covers: for certain, and at most."""
    for p in range(low.shape[0]):
        sure = maybe = 0
        for j in range(bounds[p], bounds[p + 1]):
            if member[j] == 0:
                continue
            scratch[2, maybe] = max(start[0][j], opens[0][p])
            scratch[3, maybe] = min(until[1][j], closes[1][p])
            maybe += 1
            if member[j] == 2 and others[j] == 0:
                scratch[0, sure] = max(start[1][j], opens[1][p])
                scratch[1, sure] = min(until[0][j], closes[0][p])
                sure += 1
        low[p] = covered(scratch[0], scratch[1], sure)
        high[p] = covered(scratch[2], scratch[3], maybe)


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
