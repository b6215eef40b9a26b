"""How the kernel reads Arrow: which rows a block's lists have, and columns of facts."""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.rules.machine.cache import compiled, inlined
from tasman.rules.machine.memory import (
    bit,
    bits_at,
    copy,
    count_eight,
    fill,
    int32_at,
    put_eight,
    put_word,
    read,
    word,
    write,
)

COLUMN, LIST = 4, 8
"""How many numbers the entry of a column has, and that of a list."""
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


@inlined
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
    if persons.shape[0] == 0 and entry[LIST_PRESENT] != 0 and entry[LIST_VALID] == 0:
        return _enter_run(bounds, parent, place, others, row, entry, start, count)
    if entry[LIST_PRESENT] != 0 and entry[LIST_VALID] == 0:
        chosen = persons[start : start + count]
        return _enter_chosen(bounds, parent, place, others, row, entry, chosen)
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
        _lay(parent, place, p, at, size)
        for j in range(size):
            others[np.uint64(at + j)], row[np.uint64(at + j)] = 0, first + j
        at += size
        others[at - 1] = marked
    bounds[count] = at
    return at if consecutive else ~at


@inlined
def _lay(parent: Any, place: Any, p: int, at: int, size: int) -> None:
    """Say of a parent's rows whose they are and which; eight at once, as few have more.

    What is written beyond the last is written over, or read by nothing.
    """
    put_eight(parent, at, np.int32(p))
    count_eight(place, at, np.int32(0))
    for j in range(8, size):
        parent[np.uint64(at + j)], place[np.uint64(at + j)] = p, j


@compiled
def _enter_run(
    bounds: Any,
    parent: Any,
    place: Any,
    others: Any,
    row: Any,
    entry: Any,
    start: int,
    count: int,
) -> int:
    """`enter` for consecutive persons all of whose lists are known."""
    offsets = int32_at(entry[OFFSETS])
    base = offsets[np.uint64(start)]
    for p in range(count + 1):
        write(bounds, p, np.int32(read(offsets, start + p) - base))
    row[0] = base
    rows = int(bounds[count])
    fill(others[:rows], 0)
    for p in range(count):
        at, after = int(bounds[p]), int(bounds[p + 1])
        _lay(parent, place, p, at, after - at)
        if after > 0:
            others[after - 1] = is_others(entry, base + after - 1)
    return rows


@compiled
def _enter_chosen(
    bounds: Any,
    parent: Any,
    place: Any,
    others: Any,
    row: Any,
    entry: Any,
    persons: Any,
) -> int:
    """`enter` for persons here and there all of whose lists are known."""
    offsets = int32_at(entry[OFFSETS])
    at = 0
    for p in range(persons.shape[0]):
        bounds[p] = at
        first = offsets[np.uint32(persons[p])]
        size = offsets[np.uint64(persons[p]) + np.uint64(1)] - first
        _lay(parent, place, p, at, size)
        count_eight(row, at, np.int32(first))
        put_word(others, at, np.uint64(0))
        for j in range(8, size):
            row[at + j], others[at + j] = first + j, 0
        mark = is_others(entry, max(first + size - 1, 0))
        # Of an empty list it is put where the next one starts, and written over.
        others[np.uint64(at + max(size - 1, 0))] = mark
        at += size
    bounds[persons.shape[0]] = at
    return ~at


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
        owner = np.uint64(person[q])
        first = np.int64(bounds1[owner])
        size = bounds1[owner + np.uint64(1)] - first
        _lay(parent, place, q, at, size)
        put_word(others, at, word(others1, first))
        for r in range(8, size):
            others[np.uint64(at + r)] = others1[np.uint64(first + r)]
        at += size
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
        _load_rows(out, data, entry[VALID], entry[VALID_FROM], null, rows)


@compiled
def _load_rows(
    out: Any, data: Any, valid: int, first: int, null: Any, rows: Any
) -> None:
    """Read values and their validity bits here and there.

    Bits are read in words of 32 from where one starts in memory: such a word lies in
    one page with the byte that is wanted, so that reading all of it does no harm.
    """
    words = int32_at(valid & ~3)
    first += (valid & 3) * 8
    for i in range(out.shape[0]):
        row = read(rows, i)
        at = np.int64(max(row, np.int32(0)))
        bits = read(words, (first + at) >> 5) >> np.int32((first + at) & 31)
        value = read(data, at)
        write(out, i, value if (bits & np.int32(1) != 0) & (row >= 0) else null)


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
            value = read(data, start + i + j)
            write(out, i + j, value if bits & (1 << j) else null)
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
    capacity: Any,
    nests: Any,
    lists: Any,
    persons: Any,
    start: int,
    end: int,
    step: int,
    lengths: Any,
) -> int:
    """Return how many persons from `start` fit a block; -1 - d if domain d cannot.

    `nests` holds, for each domain, how many lists it nests and which. `lengths` is
    room for the lists' lengths.
    """
    n = min(step, end - start)
    for at in range(lists.shape[0]):
        _lengths(lengths[at], lists[at], persons, start, n)
    fits, full = n, 0
    for d in range(1, capacity.shape[0]):
        rows = 0
        for p in range(n):
            rows += _rows_of(nests[d], lengths, p)
        if rows > capacity[d]:
            rows, p = 0, 0
            while rows <= capacity[d]:
                rows += _rows_of(nests[d], lengths, p)
                p += 1
            fits, full = (p - 1, d) if p - 1 < fits else (fits, full)
    return fits if fits > 0 else -1 - full


@inlined
def _rows_of(nest: Any, lengths: Any, p: int) -> int:
    """Return how many rows a person has in a domain."""
    rows = 1
    for j in range(nest[0]):
        rows *= lengths[nest[1 + j], p]
    return rows


@compiled
def _lengths(out: Any, entry: Any, persons: Any, start: int, n: int) -> None:
    """How many rows each person's list has."""
    if persons.shape[0] == 0 and entry[LIST_PRESENT] != 0 and entry[LIST_VALID] == 0:
        offsets = int32_at(entry[OFFSETS])
        for p in range(n):
            size = read(offsets, start + p + 1) - read(offsets, start + p)
            write(out, p, np.int64(size))
        return
    for p in range(n):
        person = np.int64(persons[start + p]) if persons.shape[0] else start + p
        out[p] = length_of(entry, person)
