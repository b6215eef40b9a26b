"""The fallback's parts against plain Python: lists, days, terms, columns, bytes."""

import itertools
import random
from functools import cache

import numpy as np
import pyarrow as pa
import pytest

from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.terms import UNBOUNDED
from tasman.rules import calendar
from tasman.rules.machine import (
    Machine,
    arrays,
    blocks,
    dates,
    fallback,
    segments,
    tables,
)
from tasman.rules.machine.layout import FEW, Rows
from tasman.rules.machine.stored import Source, stored_column, stored_list
from tests.rules.invented import Keeper
from tests.rules.machine.agreement import batch_of, random_cases, random_clocks
from tests.rules.random_law import provisions_of, random_law

TRUTHS = (0, 1, 2)
COLUMNS = {"as_at": "as_at", "law_at": "law_at", "known_at": "known_at"}


def int8(values):
    return np.array(values, np.int8)


def int32(values):
    return np.array(values, np.int32)


# --- Rows of lists ---


def lengths_of(kind, rng):
    """How many rows each parent has: none, few, many, or one of them very many."""
    return {
        "none": np.zeros(5, np.intp),
        "no parents": np.zeros(0, np.intp),
        "few": rng.integers(0, 4, 3 * FEW),
        "many": rng.integers(0, 40, 2 * FEW),
        "one": np.array([0, 3, 700, 0, 1]),
        "fewer than a step is worth": rng.integers(0, 9, FEW // 3),
    }[kind]


EACH_KIND = pytest.mark.parametrize(
    "kind", ["none", "no parents", "few", "many", "one", "fewer than a step is worth"]
)


def rows_of(lengths):
    return Rows(np.concatenate([[0], np.cumsum(lengths)]).astype(np.intp))


@EACH_KIND
def test_rows_know_their_parent_and_place(kind):
    """Parents and places are those of the lists written out one after the other."""
    lengths = lengths_of(kind, np.random.default_rng(1))
    rows = rows_of(lengths)
    pairs = [(p, k) for p, length in enumerate(lengths) for k in range(length)]
    assert list(zip(rows.parent.tolist(), rows.place.tolist(), strict=True)) == pairs
    assert sorted(rows.by_place.tolist()) == list(range(len(pairs)))
    seen = [pair for pair in rows.places() if len(pair[0])]
    assert sum(len(parents) for parents, _ in seen) == len(pairs)
    for place, (parents, at) in enumerate(seen):
        assert [pairs[row] for row in at] == [(p, place) for p in parents]


@EACH_KIND
@pytest.mark.parametrize(
    ("over", "plain"),
    [(np.maximum, max), (np.add, sum), (np.bitwise_or, None)],
)
def test_what_is_taken_over_lists_is_taken_over_all_their_rows(kind, over, plain):
    """Each parent's values are put together, whatever its list's length."""
    rng = np.random.default_rng(2)
    lengths = lengths_of(kind, rng)
    rows = rows_of(lengths)
    values = int32(rng.integers(0, 16, rows.count))
    wanted, at = [], 0
    for length in lengths:
        own = values[at : at + length].tolist()
        at += length
        if plain is None:
            wanted.append(int(np.bitwise_or.reduce(own)) if own else 0)
        else:
            wanted.append(plain(own) if own else 0)
    assert rows.reduced(over, values).tolist() == wanted


def test_more_members_than_a_byte_holds_are_counted():
    """A list of 300 has 300 members, and no fewer for being counted in bytes."""
    rows = rows_of([300, 2])
    rows.others = np.zeros(302, np.int8)
    members = segments.Members(rows, np.full(302, 2, np.int8))
    least, most = segments.count_of(members)
    assert least.tolist() == most.tolist() == [300, 2]


@pytest.mark.parametrize("highest", [30, 1 << 19, UNBOUNDED])
@pytest.mark.parametrize("lowest", [0, -40])
def test_totals_are_held_at_every_step(lowest, highest):
    """Sums of any sign, up to what counts as unbounded, with rows for others."""
    rng = np.random.default_rng(3)
    lengths = rng.integers(0, 7, 400)
    rows = rows_of(lengths)
    member = int8(rng.integers(0, 3, rows.count))
    rows.others = others = int8(rng.integers(0, 2, rows.count))
    least = int32(rng.integers(lowest, highest, rows.count))
    most = least + int32(rng.integers(0, 5, rows.count))
    found = segments.total_of(segments.Members(rows, member), least, most)
    wanted = [], []
    for at, length in zip(rows.ends.tolist(), lengths.tolist(), strict=False):
        sums = [0, 0]
        for row in range(at, at + length):
            sure = member[row] == 2 and not others[row]
            times = UNBOUNDED if others[row] else 1
            for i, (bound, wider) in enumerate(((least, min), (most, max))):
                value = int(bound[row])
                value = value if sure else wider(value, 0) * times
                value = value if member[row] else 0
                sums[i] = max(-UNBOUNDED, min(sums[i] + value, UNBOUNDED))
        for list_, sum_ in zip(wanted, sums, strict=True):
            list_.append(sum_)
    assert tuple(each.tolist() for each in found) == wanted


def test_covered_days_are_those_of_the_calendar():
    """Spans in any order, empty, backward, before the calendar, nested, touching."""
    rnd = random.Random(4)
    lists = [
        [
            (rnd.choice((start, EARLIEST - 9)), start + rnd.randint(-20, 60))
            for start in (rnd.randint(0, 90) for _ in range(rnd.randint(0, 6)))
        ]
        for _ in range(500)
    ]
    rows = rows_of([len(spans) for spans in lists])
    start, until = (int32([s[i] for spans in lists for s in spans]) for i in (0, 1))
    among = np.array([rnd.random() < 0.8 for _ in range(rows.count)])
    kept, at = [], 0
    for spans in lists:
        kept.append([s for i, s in enumerate(spans, at) if among[i]])
        at += len(spans)
    found = segments.covered(rows, start, until, among)
    assert found.tolist() == [calendar.covered(spans) for spans in kept]


# --- Days and terms ---

DAYS = (EARLIEST, EARLIEST + 1, -1, 0, 59, 10_957, NEVER - 40, NEVER - 1, NEVER)
MONTHS = (0, 1, 11, 12, 13, 2399, 2400, UNBOUNDED)
EXTRA_DAYS = (0, 1, 27, 28, 31, 366, UNBOUNDED)


@pytest.mark.parametrize("backwards", [0, 1])
@pytest.mark.parametrize("constant", [False, True])
def test_days_are_moved_as_the_calendar_moves_them(backwards, constant):
    """Every day by every term, a term being a column or the same for all."""
    reference = calendar.take_term if backwards else calendar.add_term
    for months, days in itertools.product(MONTHS, EXTRA_DAYS):
        term = (np.int32(months), np.int32(days))
        if not constant:
            term = tuple(np.full(len(DAYS), each) for each in term)
        found = dates.move(int32(DAYS), *term, backwards).tolist()
        assert found == [reference(day, months, days) for day in DAYS]


def test_a_day_beyond_the_calendar_rolls_to_its_end():
    """The table of open days is not read outside the calendar."""
    table = tables.next_open_days(lambda day: day % 7 == 0)
    found = dates.roll(int32([-(1 << 31), EARLIEST, 14, (1 << 31) - 1]), table)
    assert found.tolist() == [EARLIEST, EARLIEST, 15, NEVER]


@pytest.mark.parametrize("backwards", [0, 1])
@pytest.mark.parametrize("constant", [False, True])
def test_terms_are_compared_as_the_calendar_compares_them(backwards, constant):
    """Exact terms with an exact, an unknown or no anchor, at and about the line."""
    rnd = random.Random(5)
    wanted = (12, 0)
    shapes = list(itertools.product((0, 6, 11, 12, 13, 2400), EXTRA_DAYS))
    drawn = [
        (rnd.choice(shapes), wanted if constant else rnd.choice(shapes), first, last)
        for first, last in [*((day, day) for day in DAYS), (0, 1), (59, 400)]
        for _ in range(60)
    ]
    m, d = (int32([term[i] for term, *_ in drawn]) for i in (0, 1))
    n, e = (int32([other[i] for _, other, *_ in drawn]) for i in (0, 1))
    if constant:
        n, e = np.int32(12), np.int32(0)
    first, last = (int32([row[i] for row in drawn]) for i in (2, 3))
    found, flag = dates.at_least(m, m, d, d, n, n, e, e, first, last, backwards)
    reference = [
        calendar.term_at_least(*term, other, (a, z), bool(backwards))
        for term, other, a, z in drawn
    ]
    assert found.tolist() == reference
    assert {0, 1, 2} == set(reference)
    assert flag.tolist() == [int(truth == 1) for truth in reference]


def test_constant_terms_and_anchors_are_compared_like_columns():
    """Whatever is the same for all may be one number, anchors and days too."""
    months = int32([0, 11, 12, 13, 30])
    for days, anchor in itertools.product((0, 31, 400), ((0, 1), (59, 59))):
        numbers = (days, 12, 31)
        one = [np.int32(number) for number in (*numbers, *anchor)]
        all_ = [np.full(5, number) for number in one]
        found = []
        for d, n, e, first, last in (one, all_):
            bounds = (months, months, d, d, n, n, e, e, first, last)
            found.append([each.tolist() for each in dates.at_least(*bounds, 0)])
        assert found[0] == found[1]
        assert found[0][0] == [
            calendar.term_at_least(each, days, (12, 31), anchor, False)
            for each in months.tolist()
        ]


# --- Bytes ---


def test_truths_are_blended_as_the_tables_say():
    """What two truths agree on, and one truth or another, in every combination."""
    combined = list(itertools.product(TRUTHS, repeat=3))
    when, yes, no = (int8(each) for each in zip(*combined, strict=True))
    agree = [a if a == b else 1 for _, a, b in combined]
    assert arrays.agreed(yes, no).tolist() == agree
    wanted = [(b, both, a)[w] for (w, a, b), both in zip(combined, agree, strict=True)]
    assert arrays.ELEMENTS["choose8"](when, yes, no).tolist() == wanted


@pytest.mark.parametrize("high", [0, 1])
def test_numbers_are_chosen_to_the_last_bit(high):
    """Numbers as far apart as the machine's can be, by every truth."""
    ends = (-(1 << 31), -1, 0, 7, (1 << 31) - 1)
    combined = list(itertools.product(TRUTHS, ends, ends))
    when, yes, no = (int32(each) for each in zip(*combined, strict=True))
    wider = max if high else min
    wanted = [(b, wider(a, b), a)[w] for w, a, b in combined]
    assert arrays.choose32(yes, no, high, arrays.choice(when)).tolist() == wanted


# --- Columns ---


@pytest.mark.parametrize("offset", [0, 3, 8, 13])
@pytest.mark.parametrize("type_", [pa.int8(), pa.int32()])
def test_nulls_are_filled_in_wherever_a_column_starts(offset, type_):
    """Consecutive rows, scattered ones and rows of which nothing is stored."""
    rnd = random.Random(offset)
    plain = [None if rnd.random() < 0.3 else rnd.randint(-9, 99) for _ in range(90)]
    column = stored_column(pa.array(plain, type_).slice(offset), None)
    filled = [77 if value is None else value for value in plain[offset:]]
    assert Source(5, 60).load(column, 77, 55).tolist() == filled[5:60]
    places, blank = np.array([3, 0, 3, 20]), np.array([1])
    found = Source(5, 60, places, blank).load(column, 77, 4).tolist()
    assert found == [filled[8], 77, filled[8], filled[25]]
    assert Source(0, 3).load(None, 77, 3).tolist() == [77] * 3


def test_a_column_is_never_written_to():
    """Filling nulls in leaves the batch as it was, with nulls or without."""
    nulls, whole = pa.array([1, None, 3], pa.int32()), pa.array([4, 5, 6], pa.int32())
    for array in (nulls, whole):
        before = array.to_pylist()
        Source(0, 3).load(stored_column(array, None), 9, 3)
        assert array.to_pylist() == before


def test_bounds_with_the_same_nulls_share_a_bitmap():
    """And those with other nulls do not."""
    low, high = pa.array([1, None], pa.int32()), pa.array([2, None], pa.int32())
    other = pa.array([None, 2], pa.int32())
    first = stored_column(low, None)
    assert stored_column(high, first).known is first.known
    assert stored_column(other, first).known is not first.known


def test_marks_are_read_from_the_middle_of_a_batch():
    """Rows for others are found at any offset; an unknown mark is none."""
    marks = pa.array([True, False, None] * 9)
    rows = pa.StructArray.from_arrays([marks], ["others"])
    list_ = pa.ListArray.from_arrays(pa.array([0, 27], pa.int32()), rows)
    stored = stored_list(list_, marks)
    assert stored.marked(9, 16).tolist() == [True, False, False] * 2 + [True]
    assert stored_list(list_, None).marked(0, 2).tolist() == [False, False]


# --- Registers, and planted bugs ---


@cache
def hunted(seed):
    """A random law with cases, and what the kernel makes of them."""
    law = random_law(seed, 12, nested=0.4)
    pins = provisions_of(law, Keeper)
    cases, clocks = random_cases(seed, Keeper, 40), random_clocks(seed, 40)
    batch = batch_of(cases, Keeper, clocks)
    return law, pins, batch, machine(law, pins, True).run(batch)


def machine(law, pins, compiled):
    return Machine(law, pins, kinds=True, root="Keeper", compiled=compiled, **COLUMNS)


def test_registers_hold_bytes_and_numbers_of_the_machine():
    """No instruction leaves a wider type behind: it would be slower and might differ.

    Rows and parents are indices, in the machine's own size.
    """
    for seed in range(25):
        law, pins, batch, _ = hunted(seed)
        fallen = machine(law, pins, False)
        seen = []

        class Kept(blocks.Block):
            def __init__(self, *operands, seen=seen):
                super().__init__(*operands)
                seen.append(self)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(fallback, "Block", Kept)
            fallen.run(batch)
        for block in seen:
            for operand, place in block.machine._places.items():
                held = block.held[place]
                if isinstance(held, np.ndarray):
                    types = {"T": {"int8"}, "I": {"int32", "int64"}}[operand.file]
                    assert held.dtype.name in types, operand
        assert seen


def _other(found):
    """A result that differs: the next truth, a number one greater."""
    if isinstance(found, tuple):
        return (_other(found[0]), *found[1:])
    if found.dtype == np.int8:
        return np.where(found == 2, np.int8(0), np.int8(found + 1)).astype(np.int8)
    return found + found.dtype.type(1)


_INDICES = {"map", "map_last"}
PLANTS = [
    *((arrays.ELEMENTS, name) for name in arrays.ELEMENTS if name not in _INDICES),
    *((dates, name) for name in ("move", "roll", "at_least")),
    *((blocks, name) for name in ("choose32", "unbounded")),
    *(
        (segments, name)
        for name in ("any_of", "count_of", "total_of", "latest_of", "covered")
    ),
    *((segments, f"kinds_{name}") for name in ("members", "values", "latest")),
]


@pytest.mark.parametrize("plant", PLANTS, ids=[name for _, name in PLANTS])
def test_a_bug_in_any_operation_is_caught(plant, monkeypatch):
    """Kernel and fallback come to differ on a random law, wherever the bug is."""
    where, name = plant
    sound = where[name] if isinstance(where, dict) else getattr(where, name)

    def spoilt(*operands):
        return _other(sound(*operands))

    if isinstance(where, dict):
        monkeypatch.setitem(where, name, spoilt)
    else:
        monkeypatch.setattr(where, name, spoilt)
    for seed in range(60):
        law, pins, batch, wanted = hunted(seed)
        if not machine(law, pins, False).run(batch).equals(wanted):
            return
    pytest.fail(f"a bug in {name} got away")
