"""The vector machine itself, compiled once for all law: a program's instructions, one
after the other, over one block of persons after the other.

The instructions are listed in `program.py`; `o` is one of them as numbers: its code,
the domain of its rows, then its operands, registers as addresses in their file.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.rules.machine import elements as e
from tasman.rules.machine import lists as l
from tasman.rules.machine import rows as r
from tasman.rules.machine.cache import compiled, spliced
from tasman.rules.machine.memory import (
    int8_at,
    int32_at,
    int32_rows,
    int32s,
    int64_at,
)
from tasman.rules.machine.program import CODES
from tasman.rules.machine.spans import moved

C = CODES
MOST_OPERANDS = 16
WHOLE = 128
"""Registers have room for a multiple of so many rows."""


@compiled
def _at(file: Any, address: int, n: int) -> Any:
    return file[address : address + n]


@compiled
def _elements(
    o: Any, rows: int, t: Any, i: Any, tables: Any, rolls: Any, room: Any
) -> None:
    """Run an instruction on one value after the other.

    What follows the last row is worked out too where any value will do: vectors are
    whole then.
    """
    code, n = o[0], (rows + WHOLE - 1) & -WHOLE
    a, b, c, d = o[2], o[3], o[4], o[5]
    if code == C.both:
        e.both(_at(t, a, n), _at(t, b, n), _at(t, c, n))
    elif code == C.either:
        e.either(_at(t, a, n), _at(t, b, n), _at(t, c, n))
    elif code == C.negate:
        e.negate(_at(t, a, n), _at(t, b, n))
    elif code == C.agree:
        e.agree(_at(t, a, n), _at(t, b, n), _at(t, c, n))
    elif code == C.choose8:
        e.choose8(_at(t, a, n), _at(t, b, n), _at(t, c, n), _at(t, d, n))
    elif code == C.at_most or code == C.less or code == C.equal:
        x0, x1, y0, y1 = _at(i, b, n), _at(i, c, n), _at(i, d, n), _at(i, o[6], n)
        if code == C.at_most:
            e.at_most(_at(t, a, n), x0, x1, y0, y1)
        elif code == C.less:
            e.less(_at(t, a, n), x0, x1, y0, y1)
        else:
            e.equal(_at(t, a, n), x0, x1, y0, y1)
    elif code == C.is_in:
        e.is_in(_at(t, a, n), _at(i, b, n), np.int32(c))
    elif code == C.at_least:
        term = (_at(i, c, n), _at(i, d, n), _at(i, o[6], n), _at(i, o[7], n))
        other = (_at(i, o[8], n), _at(i, o[9], n), _at(i, o[10], n), _at(i, o[11], n))
        anchor = (_at(i, o[12], n), _at(i, o[13], n))
        out, flag = _at(t, a, n), _at(t, b, n)
        alike = c == d and o[6] == o[7] and o[8] == o[9] and o[10] == o[11]
        e.at_least(out, flag, term, other, anchor, o[14], alike, tables, room[0])
    elif code == C.move:
        x, m, y = _at(i, b, n), _at(i, c, n), _at(i, d, n)
        moved(_at(i, a, n), x, m, y, o[6], tables)
    elif code == C.add:
        e.add(_at(i, a, n), _at(i, b, n), _at(i, c, n))
    elif code == C.subtract:
        e.subtract(_at(i, a, n), _at(i, b, n), _at(i, c, n))
    elif code == C.choose32:
        e.choose32(_at(i, a, n), _at(t, b, n), _at(i, c, n), _at(i, d, n), o[6])
    elif code == C.roll:
        e.roll(_at(i, a, n), _at(i, b, n), rolls[c])
    elif code == C.unbounded:
        e.unbounded(_at(i, a, n), _at(i, b, n), _at(t, c, n))
    elif code == C.gather8:
        r.gather(_at(t, a, rows), t[b:], _at(i, c, rows))
    elif code == C.gather32:
        r.gather(_at(i, a, rows), i[b:], _at(i, c, rows))
    elif code == C.map:
        r.map_rows(_at(i, a, rows), _at(i, b, rows), i[c:])
    elif code == C.map_last:
        parent, place = _at(i, b, rows), _at(i, d, rows)
        r.map_last(_at(i, a, rows), parent, i[c:], place, i[o[6] :])
    else:
        _versions(o, n, t, i)


@compiled
def _versions(o: Any, n: int, t: Any, i: Any) -> None:
    """Run an instruction that picks versions."""
    code = o[0]
    a, b, c, d = o[2], o[3], o[4], o[5]
    if code == C.stands:
        since, until = np.int32(d), np.int32(o[6])
        e.stands(_at(t, a, n), _at(i, b, n), _at(i, c, n), since, until)
    elif code == C.known:
        e.known(_at(t, a, n), _at(i, b, n), np.int32(c), np.int32(d))
    elif code == C.cover:
        x, y, on = _at(i, c, n), _at(i, d, n), _at(t, b, n)
        e.cover(_at(i, a, n), on, x, y, np.int32(o[6]), np.int32(o[7]), o[8])
    elif code == C.gap:
        e.gap(_at(t, a, n), _at(i, b, n), _at(i, c, n), _at(i, d, n))
    elif code == C.select8:
        e.select8(_at(t, a, n), _at(t, b, n), _at(t, c, n), d)
    elif code == C.select32:
        e.select32(_at(i, a, n), _at(t, b, n), _at(i, c, n), d, o[6])


@spliced
def _load(o: Any, n: int, t: Any, i: Any, entry: Any, places: Any, first: int) -> None:
    """Read a column into a register."""
    data = entry[r.DATA]
    if o[0] == C.load8:
        null = np.int8(o[4])
        r.load(_at(t, o[2], n), int8_at(data), entry, null, places, first)
    else:
        null32 = np.int32(o[4])
        r.load(_at(i, o[2], n), int32_at(data), entry, null32, places, first)


@spliced
def _enter(
    o: Any, t: Any, i: Any, entry: Any, persons: Any, start: int, count: int
) -> int:
    """Lay out a list's rows."""
    bounds, parent, place, others = i[o[2] :], i[o[3] :], i[o[4] :], t[o[5] :]
    rows = (bounds, parent, place, others, i[o[6] :])
    return r.enter(*rows, entry, persons, start, count)


@spliced
def _enter_pairs(o: Any, t: Any, i: Any, count: int) -> int:
    """Lay out a list's rows for each row of a domain."""
    bounds, parent, place, others = i[o[2] :], i[o[3] :], i[o[4] :], t[o[5] :]
    inner = (i[o[6] :], i[o[7] :], t[o[8] :])
    return r.enter_pairs(bounds, parent, place, others, *inner, count)


@compiled
def _over_lists(
    o: Any,
    n: int,
    m: int,
    t: Any,
    i: Any,
    bounds: Any,
    window: Any,
    sums: Any,
    room: Any,
) -> None:
    """Run an instruction over lists, of n parents and m elements."""
    code = o[0]
    a, b, c, d = o[2], o[3], o[4], o[5]
    if code == C.any_of:
        l.any_of(_at(t, a, n), _at(t, b, m), _at(t, c, m), _at(i, d, m), bounds)
    elif code == C.count_of:
        low, high = _at(i, a, n), _at(i, b, n)
        l.count_of(low, high, _at(t, c, m), _at(t, d, m), bounds, sums)
    elif code == C.total_of:
        low, high, member = _at(i, a, n), _at(i, b, n), _at(t, c, m)
        value = (_at(i, d, m), _at(i, o[6], m))
        whose = (_at(t, o[7], m), _at(i, o[8], m), bounds)
        l.total_of(low, high, member, *value, *whose, sums)
    elif code == C.latest_of:
        low, high, value = _at(i, a, n), _at(i, b, n), (_at(i, d, m), _at(i, o[6], m))
        default = (_at(i, o[7], n), _at(i, o[8], n))
        rows = (_at(t, o[9], m), _at(i, o[10], m))
        l.latest_of(low, high, _at(t, c, m), *value, *default, *rows)
    elif code == C.covered_by:
        start, until = (
            (_at(i, d, m), _at(i, o[6], m)),
            (_at(i, o[7], m), _at(i, o[8], m)),
        )
        opens = (_at(i, window[0], n), _at(i, window[1], n))
        closes = (_at(i, window[2], n), _at(i, window[3], n))
        rows = (_at(t, o[9], m), _at(i, o[10], n + 1))
        low, high = _at(i, a, n), _at(i, b, n)
        member = _at(t, c, m)
        l.covered_by(
            low, high, member, start, until, opens, closes, *rows, room, a == b
        )


@compiled
def _kinds(o: Any, n: int, m: int, t: Any, i: Any) -> None:
    """Run an instruction on kinds of unknown."""
    code = o[0]
    a, b, c, d = o[2], o[3], o[4], o[5]
    out = _at(t, a, n)
    if code == C.kind_if_open:
        e.kind_if_open(out, _at(t, b, n), np.int8(c))
    elif code == C.kind_if_differ:
        e.kind_if_differ(out, _at(i, b, n), _at(i, c, n), np.int8(d), o[6])
    elif code == C.kind_if_many:
        e.kind_if_many(out, _at(i, b, n), np.int8(c))
    elif code == C.kind_of_others:
        e.kind_of_others(out, _at(t, b, n), np.int8(c))
    elif code == C.kinds:
        e.kinds_of_both(out, _at(t, b, n), _at(t, c, n))
    elif code == C.kinds_if_open:
        e.kinds_if_open(out, _at(t, b, n), _at(t, c, n), _at(t, d, n))
    elif code == C.kinds_at_least:
        x, y = _at(t, d, n), _at(t, o[6], n)
        e.kinds_at_least(out, _at(t, b, n), _at(t, c, n), x, y, np.int8(o[7]))
    elif code == C.kinds_choose:
        e.kinds_choose(out, _at(t, b, n), _at(t, c, n), _at(t, d, n))
    elif code == C.kinds_select:
        e.kinds_select(out, _at(t, b, n), _at(t, c, n), d)
    elif code == C.kinds_differ8:
        e.kinds_differ(out, _at(t, b, n), _at(t, c, n), _at(t, d, n), _at(t, o[6], n))
    elif code == C.kinds_differ32:
        e.kinds_differ(out, _at(t, b, n), _at(t, c, n), _at(i, d, n), _at(i, o[6], n))
    elif code == C.kinds_members:
        x, y = _at(t, b, m), _at(t, c, m)
        l.kinds_of_members(out, x, y, _at(t, d, m), o[6], _at(i, o[7], m))
    elif code == C.kinds_values:
        l.kinds_of_values(out, _at(t, b, m), _at(t, c, m), _at(i, d, m))
    elif code == C.kinds_latest:
        member = (_at(t, b, m), _at(t, c, m))
        value = (_at(i, d, m), _at(i, o[6], m), _at(t, o[7], m))
        default = (_at(i, o[8], n), _at(t, o[9], n))
        bounds = _at(i, o[12], n + 1)
        l.kinds_of_latest(
            out, *member, *value, *default, _at(t, o[10], m), o[11], bounds
        )


@spliced
def step(
    at: int,
    s: int,
    size: Any,
    first_row: Any,
    files: Any,
    program: Any,
    facts: Any,
    work: Any,
) -> None:
    """Run one instruction on the block of persons from s on.

    `size` and `first_row` say how many rows each domain has in the block, and where
    they start if they are stored one after the other.
    """
    t, i = files
    codes, bodies, windows, bounds, parents = program
    columns, lists, results, persons, everyone = facts
    sums, room, tables, rolls = work
    o = codes[at * MOST_OPERANDS : (at + 1) * MOST_OPERANDS]
    code, domain = o[0], o[1]
    n = size[domain]
    if code < C.enter:
        if n > 0:
            _elements(o, n, t, i, tables, rolls, room)
    elif code < C.any_of:
        if code == C.load8 or code == C.load32:
            places, first = everyone, s
            if domain != 0:
                first = first_row[domain]
                if first < 0:
                    places = _at(i, o[5], n)
            elif persons.shape[0]:
                places, first = persons[s : s + n], 0
            _load(o, n, t, i, _at(columns, o[3] * r.COLUMN, r.COLUMN), places, first)
        elif code == C.enter:
            count = size[parents[domain]]
            entry = _at(lists, o[7] * r.LIST, r.LIST)
            rows = _enter(o, t, i, entry, persons, s, count)
            size[domain] = rows if rows >= 0 else ~rows
            first_row[domain] = i[o[6]] if rows > 0 else min(rows, 0)
        elif code == C.enter_pairs:
            size[domain] = _enter_pairs(o, t, i, size[parents[domain]])
        elif code == C.out8:
            r.store(int8_at(results[o[3]]), _at(t, o[2], n), persons, s)
        else:
            r.store(int32_at(results[o[3]]), _at(i, o[2], n), persons, s)
    elif code < C.kind_if_open:
        body = bodies[2 * at]
        window = _at(windows, bodies[2 * at + 1] * 4, 4)
        within = _at(i, bounds[body], n + 1)
        _over_lists(o, n, size[body], t, i, within, window, sums, room)
    else:
        _kinds(o, n, size[bodies[2 * at]], t, i)


@spliced
def machine_at(addresses: Any) -> Any:
    """What `addresses` of `run` says: registers, the program, and room and tables."""
    files = (int8_at(addresses[0, 0]), int32_at(addresses[1, 0]))
    codes, bodies = int64_at(addresses[2, 0]), int64_at(addresses[3, 0])
    windows, bounds = int64_at(addresses[4, 0]), int64_at(addresses[5, 0])
    program = (codes, bodies, windows, bounds, int64_at(addresses[8, 0]))
    tables = (_values(addresses[9]), _values(addresses[10]), _values(addresses[11]))
    room, rolls = _rows(addresses[7]), _rows(addresses[12])
    return files, program, (int64_at(addresses[6, 0]), room, tables, rolls)


@spliced
def _values(shape: Any) -> Any:
    return int32s(shape[0], shape[1])


@spliced
def _rows(shape: Any) -> Any:
    return int32_rows(shape[0], shape[1], shape[2])


@spliced
def facts_at(columns: Any, lists: Any, results: Any, persons: Any) -> Any:
    """Where facts and results are, and the persons asked for, as plain memory."""
    chosen = int32s(persons.ctypes.data, persons.shape[0])
    everyone = int32s(persons.ctypes.data, 0)
    read = (int64_at(columns.ctypes.data), int64_at(lists.ctypes.data))
    return (*read, int64_at(results.ctypes.data), chosen, everyone)


@compiled
def run(
    addresses: Any,
    capacity: Any,
    nests: Any,
    columns: Any,
    lists: Any,
    results: Any,
    persons: Any,
    start: int,
    end: int,
    most: int,
    instructions: int,
) -> tuple[int, int]:
    """Run a program on the persons from start to end, `most` at a time.

    All that an instruction needs is taken as plain memory, by `addresses`: counting
    references to arrays costs more than a short instruction. Returns how far it came,
    and the domain whose registers were too small for one person (0 when all is done).
    """
    files, program, work = machine_at(addresses)
    facts = facts_at(columns, lists, results, persons)
    sizes = np.zeros((2, capacity.shape[0]), np.int64)
    size = int64_at(sizes[0].ctypes.data)
    first_row = int64_at(sizes[1].ctypes.data)
    lengths = np.zeros((lists.shape[0], most), np.int64)
    s = start
    while s < end:
        n = r.block_of(capacity, nests, lists, persons, s, end, most, lengths)
        if n < 0:
            return s, -1 - n
        sizes[0, 0] = n
        for at in range(instructions):
            step(at, s, size, first_row, files, program, facts, work)
        s += n
    return end, 0
