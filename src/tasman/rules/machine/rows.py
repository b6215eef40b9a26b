"""How the kernel reads Arrow: which rows a block's lists have, and columns of facts."""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.rules.machine.cache import compiled
from tasman.rules.machine.memory import bit, bits_at, copy, fill, int32_at

DATA, VALID, VALID_FROM, PRESENT = 0, 1, 2, 3
"""A column's entry: addresses of values and validity, first bit, 1 if it is there."""
OFFSETS, LIST_VALID, LIST_VALID_FROM, LIST_PRESENT = 0, 1, 2, 3
MARKS, MARKS_FROM, MARKS_VALID, MARKS_VALID_FROM = 4, 5, 6, 7
"""A list's entry; the marks are the bits that say which row stands for others."""


@compiled
def length_of(entry: Any, person: int) -> int:
    """Return how many rows a person's list has: one if nothing is known of it."""
    if entry[LIST_PRESENT] == 0:
        return 1
    if entry[LIST_VALID] != 0 and not bit(
        bits_at(entry[LIST_VALID]), entry[LIST_VALID_FROM] + person
    ):
        return 1
    offsets = int32_at(entry[OFFSETS])
    return offsets[np.uint64(person + 1)] - offsets[np.uint64(person)]


@compiled
def is_others(entry: Any, row: int) -> bool:
    """Return whether a stored row stands for others."""
    if entry[MARKS_VALID] != 0 and not bit(
        bits_at(entry[MARKS_VALID]), entry[MARKS_VALID_FROM] + row
    ):
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
    after = -1
    offsets = int32_at(entry[OFFSETS])
    nulls = entry[LIST_VALID] != 0
    for p in range(count):
        bounds[p] = at
        person = np.int64(persons[start + p]) if persons.shape[0] else start + p
        known = entry[LIST_PRESENT] != 0
        if known and nulls:
            known = bit(bits_at(entry[LIST_VALID]), entry[LIST_VALID_FROM] + person)
        if known:
            first = offsets[np.uint64(person)]
            size = offsets[np.uint64(person + 1)] - first
            if size == 0:
                continue
            consecutive &= (at == 0) | (first == after)
            after = first + size
            marked = is_others(entry, after - 1)
        else:
            first, size, marked, consecutive = -1, 1, True, False
        for j in range(size):
            parent[np.uint64(at)], place[np.uint64(at)] = p, j
            others[np.uint64(at)], row[np.uint64(at)] = 0, first + j
            at += 1
        others[at - 1] = marked
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
    """Lay out a list's rows again for each row of a domain; return how many."""
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
        out[i] = outer[np.uint32(parent[i])]


@compiled
def map_last(out: Any, parent: Any, outer: Any, place: Any, bounds: Any) -> None:
    """Where each row's outer loops and its own place stand in another domain."""
    for i in range(out.shape[0]):
        row = outer[np.uint32(parent[i])]
        out[i] = np.int32(bounds[np.uint32(row)] + place[i])


@compiled
def gather(out: Any, value: Any, places: Any) -> None:
    """The values of another domain's rows."""
    for i in range(out.shape[0]):
        out[i] = value[np.uint32(places[i])]


@compiled
def load(out: Any, data: Any, entry: Any, null: Any, rows: Any, start: int) -> None:
    """Read a column at the given rows, or from `start` on; null where it is null."""
    if entry[PRESENT] == 0:
        fill(out, null)
    elif rows.shape[0] == 0:
        if entry[VALID] == 0:
            copy(out, data[start : start + out.shape[0]])
        else:
            valid = bits_at(entry[VALID])
            _load_run(out, data, start, valid, entry[VALID_FROM] + start, null)
    elif entry[VALID] == 0:
        for i in range(out.shape[0]):
            row = rows[i]
            value = data[np.uint64(max(row, 0))]
            out[i] = value if row >= 0 else null
    else:
        valid, first = bits_at(entry[VALID]), entry[VALID_FROM]
        for i in range(out.shape[0]):
            row = max(rows[i], 0)
            value = data[np.uint64(row)]
            out[i] = value if bit(valid, first + row) & (rows[i] >= 0) else null


@compiled
def _load_run(
    out: Any, data: Any, start: int, valid: Any, first: int, null: Any
) -> None:
    """Read consecutive values with their validity bits, eight at a time."""
    n = out.shape[0]
    shift = np.uint8(first & 7)
    byte = first >> 3
    whole = n & ~7
    for i in range(0, whole, 8):
        bits = valid[np.uint64(byte)] >> shift
        byte += 1
        if shift:
            bits |= valid[np.uint64(byte)] << (np.uint8(8) - shift)
        for j in range(8):
            value = data[np.uint64(start + i + j)]
            out[np.uint64(i + j)] = value if bits & (1 << j) else null
    for i in range(whole, n):
        out[i] = data[np.uint64(start + i)] if bit(valid, first + i) else null


@compiled
def store(out: Any, value: Any, persons: Any, start: int) -> None:
    """Write results at the places of a block's persons."""
    if persons.shape[0]:
        for i in range(value.shape[0]):
            out[np.uint32(persons[start + i])] = value[i]
    else:
        copy(out[start : start + value.shape[0]], value)


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
