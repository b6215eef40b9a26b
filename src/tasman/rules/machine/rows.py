"""How the kernel reads Arrow: which rows a block's lists have, and columns of facts."""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.rules.machine.cache import compiled
from tasman.rules.machine.memory import bit, bits_at, int32_at

DATA, VALID, VALID_FROM, PRESENT = 0, 1, 2, 3
"""A column's entry: addresses of values and validity, its first bit, 1 if it is there."""
OFFSETS, LIST_VALID, LIST_VALID_FROM, LIST_PRESENT = 0, 1, 2, 3
MARKS, MARKS_FROM, MARKS_VALID, MARKS_VALID_FROM = 4, 5, 6, 7
"""A list's entry; the marks are the bits that say which row stands for others."""


@compiled
def length_of(entry: Any, person: int) -> int:
    """Return how many rows a person's list has: one if nothing is known of it."""
    if entry[LIST_PRESENT] == 0:
        return 1
    if entry[LIST_VALID] != 0:
        if not bit(bits_at(entry[LIST_VALID]), entry[LIST_VALID_FROM] + person):
            return 1
    offsets = int32_at(entry[OFFSETS])
    return offsets[person + 1] - offsets[person]


@compiled
def is_others(entry: Any, row: int) -> bool:
    """Return whether a stored row stands for others."""
    if entry[MARKS_VALID] != 0:
        if not bit(bits_at(entry[MARKS_VALID]), entry[MARKS_VALID_FROM] + row):
            return False
    return bit(bits_at(entry[MARKS]), entry[MARKS_FROM] + row)


@compiled
def enter(
    bounds: Any,
    parent: Any,
    place: Any,
    others: Any,
    row: Any,
    entry: Any,
    persons: Any,
    start: int,
    count: int,
) -> int:
    """Lay out the rows of a list for a block of persons; return how many there are.

    Row -1 is the one that a list has of which nothing is known. The number returned is
    inverted (~) unless the rows are consecutive as stored.
    """
    at = 0
    consecutive = True
    offsets = int32_at(entry[OFFSETS])
    for p in range(count):
        bounds[p] = at
        person = persons[start + p] if persons.shape[0] else start + p
        known = entry[LIST_PRESENT] != 0
        if known and entry[LIST_VALID] != 0:
            known = bit(bits_at(entry[LIST_VALID]), entry[LIST_VALID_FROM] + person)
        if not known:
            parent[at], place[at], others[at], row[at] = p, 0, 1, -1
            at += 1
            consecutive = False
            continue
        first = offsets[person]
        consecutive &= at == 0 or first == row[at - 1] + 1
        for r in range(first, offsets[person + 1]):
            parent[at], place[at], others[at], row[at] = p, r - first, 0, r
            at += 1
        if at > bounds[p] and is_others(entry, row[at - 1]):
            others[at - 1] = 1
    bounds[count] = at
    return at if consecutive else ~at


@compiled
def enter_pairs(
    bounds: Any,
    parent: Any,
    place: Any,
    others: Any,
    person: Any,
    bounds1: Any,
    others1: Any,
    count: int,
) -> int:
    """Lay out a list's rows again for each row of a domain; return how many there are."""
    at = 0
    for q in range(count):
        bounds[q] = at
        first = bounds1[person[q]]
        for r in range(first, bounds1[person[q] + 1]):
            parent[at], place[at], others[at] = q, r - first, others1[r]
            at += 1
    bounds[count] = at
    return at


@compiled
def map_rows(out: Any, parent: Any, outer: Any) -> None:
    """Where each row's outer loops stand in another domain."""
    for i in range(out.shape[0]):
        out[i] = outer[parent[i]]


@compiled
def map_last(out: Any, parent: Any, outer: Any, place: Any, bounds: Any) -> None:
    """Where each row's outer loops and its own place stand in another domain."""
    for i in range(out.shape[0]):
        out[i] = bounds[outer[parent[i]]] + place[i]


@compiled
def gather(out: Any, value: Any, places: Any) -> None:
    """The values of another domain's rows."""
    for i in range(out.shape[0]):
        out[i] = value[places[i]]


@compiled
def load(out: Any, data: Any, entry: Any, null: Any, rows: Any, start: int) -> None:
    """Read a column at the given rows, or from `start` on; null where it says nothing."""
    n = out.shape[0]
    if entry[PRESENT] == 0:
        out[:] = null
        return
    if rows.shape[0] == 0:
        for i in range(n):
            out[i] = data[start + i]
    else:
        for i in range(n):
            out[i] = data[rows[i]] if rows[i] >= 0 else null
    if entry[VALID] == 0:
        return
    valid, first = bits_at(entry[VALID]), entry[VALID_FROM]
    if rows.shape[0] == 0:
        for i in range(n):
            out[i] = out[i] if bit(valid, first + start + i) else null
    else:
        for i in range(n):
            if rows[i] >= 0 and not bit(valid, first + rows[i]):
                out[i] = null


@compiled
def store(out: Any, value: Any, persons: Any, start: int) -> None:
    """Write results at the places of a block's persons."""
    if persons.shape[0]:
        for i in range(value.shape[0]):
            out[persons[start + i]] = value[i]
    else:
        for i in range(value.shape[0]):
            out[start + i] = value[i]


@compiled
def block_of(
    capacity: Any, nests: Any, lists: Any, persons: Any, start: int, end: int, step: int
) -> int:
    """Return how many persons from `start` fit a block; -1 - d if domain d cannot.

    `nests` holds, for each domain, how many lists it nests and which.
    """
    size = np.zeros(capacity.shape[0], np.int64)
    lengths = np.zeros(lists.shape[0], np.int64)
    for p in range(start, min(start + step, end)):
        person = persons[p] if persons.shape[0] else p
        for at in range(lists.shape[0]):
            lengths[at] = length_of(lists[at], person)
        for d in range(1, capacity.shape[0]):
            rows = 1
            for j in range(nests[d, 0]):
                rows *= lengths[nests[d, 1 + j]]
            size[d] += rows
            if size[d] > capacity[d]:
                return p - start if p > start else -1 - d
    return min(step, end - start)
