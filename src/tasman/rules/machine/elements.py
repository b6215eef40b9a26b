"""The kernel's operations on one element at a time: truths, values, kinds."""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.facts.terms import UNBOUNDED
from tasman.rules.machine.cache import compiled, inlined
from tasman.rules.machine.memory import fill, read, write
from tasman.rules.machine.spans import EARLIEST, MOST_MONTHS, NEVER, term_at_least

NONE = np.int8(0)
ONE = np.int8(1)
YES = np.int8(2)
UNDECIDED = np.int8(3)
LOWEST = np.int32(-(1 << 31))
HIGHEST = np.int32((1 << 31) - 1)
BIG = np.int32(UNBOUNDED)
ZERO, TWO, THIRTY = np.int32(0), np.int32(2), np.int32(30)
TOGETHER = 128
"""Rows passed over at once where the calendar decides none of them."""
FAR = np.int32(1 << 20)
"""More months than any term, few enough to count in days."""


# ---------------------------------------------------------------- truths
@compiled
def negate(out: Any, a: Any) -> None:
    """Not a."""
    for i in range(out.shape[0]):
        out[i] = np.int8(YES - a[i])


@compiled
def both(out: Any, a: Any, b: Any) -> None:
    """A and b: the lesser."""
    for i in range(out.shape[0]):
        out[i] = a[i] if a[i] < b[i] else b[i]


@compiled
def either(out: Any, a: Any, b: Any) -> None:
    """A or b: the greater."""
    for i in range(out.shape[0]):
        out[i] = a[i] if a[i] > b[i] else b[i]


@compiled
def agree(out: Any, a: Any, b: Any) -> None:
    """What a and b agree on."""
    for i in range(out.shape[0]):
        out[i] = a[i] if a[i] == b[i] else ONE


@compiled
def choose8(out: Any, when: Any, yes: Any, no: Any) -> None:
    """One truth or the other; what both agree on while it is unknown which."""
    for i in range(out.shape[0]):
        either_way = yes[i] if yes[i] == no[i] else ONE
        out[i] = yes[i] if when[i] == 2 else (no[i] if when[i] == 0 else either_way)


@compiled
def at_most(out: Any, a0: Any, a1: Any, b0: Any, b1: Any) -> None:
    """A <= b."""
    for i in range(out.shape[0]):
        out[i] = np.int8(np.int8(a1[i] <= b0[i]) + np.int8(a0[i] <= b1[i]))


@compiled
def less(out: Any, a0: Any, a1: Any, b0: Any, b1: Any) -> None:
    """A < b."""
    for i in range(out.shape[0]):
        out[i] = np.int8(np.int8(a1[i] < b0[i]) + np.int8(a0[i] < b1[i]))


@compiled
def equal(out: Any, a0: Any, a1: Any, b0: Any, b1: Any) -> None:
    """A == b."""
    for i in range(out.shape[0]):
        may = np.int8((a0[i] <= b1[i]) & (b0[i] <= a1[i]))
        must = np.int8((a0[i] == b1[i]) & (b0[i] == a1[i]) & (a0[i] == a1[i]))
        out[i] = np.int8(may + must)


@compiled
def is_in(out: Any, choice: Any, mask: Any) -> None:
    """Whether a choice is one of the words of a mask."""
    for i in range(out.shape[0]):
        only = np.int8((choice[i] & ~mask) == 0)
        out[i] = np.int8(only + np.int8((choice[i] & mask) != 0))


@inlined
def _surely(months: Any, days: Any, wanted: Any, wanted_days: Any) -> Any:
    """Whether a term is at least another whatever the calendar: 0 no, 1 unsure, 2 yes.

    k months last from 30 k - 2 days to 31 k; up to MOST_MONTHS, they count for no more
    without a calendar.
    """
    more, left = np.int32(months - wanted), np.int32(days - wanted_days)
    k = min(abs(more), FAR)
    near, bounded = k <= MOST_MONTHS, (months < BIG) & (days < BIG)
    fewest = np.int32(np.int32(k * THIRTY) - TWO) if k > 0 else ZERO
    most = np.int32(k * THIRTY) + k
    yes = (left >= 0) | (-left <= fewest) if more >= 0 else near & (left >= most)
    no = near & (-left > most) if more >= 0 else left < fewest
    return YES if yes else (NONE if no & bounded else ONE)


@inlined
def _by_calendar(
    term: Any, other: Any, anchor: Any, sign: Any, tables: Any, i: int
) -> Any:
    """Whether a term is at least another by the calendar: for its least and most."""
    days = (read(anchor[0], i), read(anchor[1], i), sign, tables)
    least, most = (
        (read(term[0], i), read(term[2], i)),
        (read(term[1], i), read(term[3], i)),
    )
    low = term_at_least(*least, read(other[1], i), read(other[3], i), *days)
    high = term_at_least(*most, read(other[0], i), read(other[2], i), *days)
    return low, high


@compiled
def at_least(
    out: Any,
    flag: Any,
    term: Any,
    other: Any,
    anchor: Any,
    backwards: int,
    alike: bool,
    tables: Any,
    places: Any,
) -> None:
    """Whether a term is at least another; `flag` marks what the calendar leaves open.

    Few are close enough that the calendar must decide: their places are listed. `alike`
    says that the bounds of each are one.
    """
    sign = np.int32(-1 if backwards else 1)
    m0, m1, d0, d1 = term
    n0, n1, e0, e1 = other
    n, count = out.shape[0], 0
    for i in range(n if alike else 0):
        truth = _surely(read(m0, i), read(d0, i), read(n0, i), read(e0, i))
        write(out, i, UNDECIDED if truth == 1 else truth)
        write(flag, i, NONE)
    for i in range(0 if alike else n):
        low = _surely(read(m0, i), read(d0, i), read(n1, i), read(e1, i))
        high = _surely(read(m1, i), read(d1, i), read(n0, i), read(e0, i))
        rest = ONE if (low == 0) & (high == 2) else UNDECIDED
        write(out, i, YES if low == 2 else (NONE if high == 0 else rest))
        write(flag, i, NONE)
    for first in range(0, n, TOGETHER):
        after, most = min(first + TOGETHER, n), NONE
        for i in range(first, after):
            most = max(most, out[i])
        if most == UNDECIDED:
            for i in range(first, after):
                places[count] = i
                count += int(out[i] == UNDECIDED)
    for k in range(count):
        i = places[k]
        low, high = _by_calendar(term, other, anchor, sign, tables, i)
        out[i] = YES if low == 2 else (NONE if high == 0 else ONE)
        flag[i] = np.int8((low == 1) | (high == 1))


# ---------------------------------------------------------------- values
@compiled
def add(out: Any, a: Any, b: Any) -> None:
    """A + b, held within what counts as unbounded."""
    for i in range(out.shape[0]):
        out[i] = max(-BIG, min(np.int32(a[i] + b[i]), BIG))


@compiled
def subtract(out: Any, a: Any, b: Any) -> None:
    """A - b, held within what counts as unbounded."""
    for i in range(out.shape[0]):
        out[i] = max(-BIG, min(np.int32(a[i] - b[i]), BIG))


@compiled
def roll(out: Any, day: Any, table: Any) -> None:
    """The day itself, or the next on which offices are open."""
    for i in range(out.shape[0]):
        inside = max(EARLIEST, min(read(day, i), NEVER))
        write(out, i, read(table, np.int64(inside) - EARLIEST))


@compiled
def choose32(out: Any, when: Any, yes: Any, no: Any, high: int) -> None:
    """One bound or the other; the wider of them while it is unknown which."""
    if high:
        for i in range(out.shape[0]):
            wide = yes[i] if yes[i] > no[i] else no[i]
            out[i] = yes[i] if when[i] == 2 else (no[i] if when[i] == 0 else wide)
    else:
        for i in range(out.shape[0]):
            wide = yes[i] if yes[i] < no[i] else no[i]
            out[i] = yes[i] if when[i] == 2 else (no[i] if when[i] == 0 else wide)


@compiled
def unbounded(out: Any, place: Any, others: Any) -> None:
    """The highest place an element may have."""
    for i in range(out.shape[0]):
        out[i] = BIG if others[i] else place[i]


# ---------------------------------------------------------------- versions
@compiled
def stands(out: Any, first: Any, last: Any, since: Any, until: Any) -> None:
    """Whether a version may be the one that its selecting day picks."""
    for i in range(out.shape[0]):
        out[i] = np.int8((since <= last[i]) & (first[i] < until))


@compiled
def known(out: Any, day: Any, since: Any, until: Any) -> None:
    """Drop versions that were not yet, or no longer, known on a day."""
    for i in range(out.shape[0]):
        out[i] &= np.int8((since <= day[i]) & (day[i] < until))


@compiled
def cover(
    out: Any, on: Any, first: Any, last: Any, since: Any, until: Any, start: int
) -> None:
    """Add up the days that versions cover of those the selecting day may be."""
    if start:
        fill(out, 0)
    for i in range(out.shape[0]):
        a = since if since > first[i] else first[i]
        b = until if until <= last[i] else np.int32(last[i] + 1)
        out[i] += np.int32(b - a) if on[i] else np.int32(0)


@compiled
def gap(out: Any, covered_days: Any, first: Any, last: Any) -> None:
    """Whether the selecting day may be one on which no version stands."""
    for i in range(out.shape[0]):
        out[i] = np.int8(covered_days[i] <= last[i] - first[i])


@compiled
def select8(out: Any, on: Any, value: Any, start: int) -> None:
    """What all versions that may stand agree on."""
    if start:
        fill(out, UNDECIDED)
    for i in range(out.shape[0]):
        joined = value[i] if (out[i] == value[i]) | (out[i] == 3) else ONE
        out[i] = joined if on[i] else out[i]


@compiled
def select32(out: Any, on: Any, value: Any, high: int, start: int) -> None:
    """The widest bound of all versions that may stand."""
    if high:
        if start:
            fill(out, LOWEST)
        for i in range(out.shape[0]):
            wider = value[i] if value[i] > out[i] else out[i]
            out[i] = wider if on[i] else out[i]
    else:
        if start:
            fill(out, HIGHEST)
        for i in range(out.shape[0]):
            wider = value[i] if value[i] < out[i] else out[i]
            out[i] = wider if on[i] else out[i]


# ---------------------------------------------------------------- kinds
@compiled
def kind_if_open(out: Any, truth: Any, kind: Any) -> None:
    """A kind where a truth is unknown."""
    for i in range(out.shape[0]):
        out[i] = kind if truth[i] == 1 else NONE


@compiled
def kind_if_differ(out: Any, low: Any, high: Any, kind: Any, start: int) -> None:
    """A kind where bounds differ."""
    if start:
        fill(out, 0)
    for i in range(out.shape[0]):
        out[i] |= kind if low[i] != high[i] else NONE


@compiled
def kind_if_many(out: Any, mask: Any, kind: Any) -> None:
    """A kind where more than one word is possible."""
    for i in range(out.shape[0]):
        out[i] = kind if (mask[i] & (mask[i] - np.int32(1))) != 0 else NONE


@compiled
def kind_of_others(out: Any, others: Any, kind: Any) -> None:
    """A kind on the row that stands for others."""
    for i in range(out.shape[0]):
        out[i] = kind if others[i] else NONE


@compiled
def kinds_of_both(out: Any, a: Any, b: Any) -> None:
    """The kinds of both."""
    for i in range(out.shape[0]):
        out[i] = a[i] | b[i]


@compiled
def kinds_if_open(out: Any, truth: Any, a: Any, b: Any) -> None:
    """The kinds of both where a truth is unknown."""
    for i in range(out.shape[0]):
        out[i] = (a[i] | b[i]) if truth[i] == 1 else NONE


@compiled
def kinds_at_least(
    out: Any, truth: Any, flag: Any, kinds: Any, anchor: Any, why: Any
) -> None:
    """The kinds of a comparison of terms: the anchor's too if the calendar is open."""
    for i in range(out.shape[0]):
        open_ = anchor[i] if anchor[i] else why
        more = open_ if flag[i] else NONE
        out[i] = (kinds[i] | more) if truth[i] == 1 else NONE


@compiled
def kinds_choose(out: Any, when: Any, yes: Any, no: Any) -> None:
    """The kinds of the side chosen; of both while it is unknown which."""
    for i in range(out.shape[0]):
        out[i] = yes[i] if when[i] == 2 else (no[i] if when[i] == 0 else yes[i] | no[i])


@compiled
def kinds_select(out: Any, on: Any, kinds: Any, start: int) -> None:
    """The kinds of every version that may stand."""
    if start:
        fill(out, 0)
    for i in range(out.shape[0]):
        out[i] |= kinds[i] if on[i] else NONE


@compiled
def kinds_differ(out: Any, when: Any, kinds: Any, a: Any, b: Any) -> None:
    """Further kinds, where alternatives differ."""
    for i in range(out.shape[0]):
        out[i] |= kinds[i] if (when[i] == 1) & (a[i] != b[i]) else NONE
