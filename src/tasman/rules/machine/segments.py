"""The fallback's operations over the elements of lists, as functions of arrays.

`cap` is the most that each row's membership can be: 1 on the row that stands for any
number of elements not listed, otherwise 2. Arrays have a place for each of `rows`.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from tasman.facts.days import EARLIEST
from tasman.facts.terms import UNBOUNDED
from tasman.rules.machine.arrays import as_truth, held, mask
from tasman.rules.machine.layout import Rows

Array = npt.NDArray[Any]
LOWEST, HIGHEST = -(1 << 31), (1 << 31) - 1
_FITS_BYTE = (1 << 7) - 1


def any_of(rows: Rows, member: Array, cap: Array) -> Array:
    """Return whether each parent has a member."""
    return rows.reduced(np.maximum, np.minimum(member, cap))


def count_of(rows: Rows, member: Array, cap: Array) -> tuple[Array, Array]:
    """Return the fewest and the most members each parent may have."""
    small = np.int8 if rows.longest <= _FITS_BYTE else np.int32
    sure, perhaps = np.minimum(member, cap) == 2, member != 0
    least = rows.reduced(np.add, as_truth(sure).astype(small, copy=False))
    most = rows.reduced(np.add, as_truth(perhaps).astype(small, copy=False))
    most = most.astype(np.int32)
    most[_unlisted(rows, perhaps, cap)] = UNBOUNDED
    return least.astype(np.int32), np.minimum(most, np.int32(UNBOUNDED))


def _unlisted(rows: Rows, among: Array, cap: Array) -> Array:
    """The parents whose row for others is among some rows."""
    return rows.parent.take(np.flatnonzero(among & (cap == 1)))


def total_of(
    rows: Rows, member: Array, least: Array, most: Array, cap: Array
) -> tuple[Array, Array]:
    """Return the bounds of each parent's sum over its members."""
    fits = HIGHEST // max(rows.longest, 1)
    if _simple(least, fits) and _simple(most, fits):
        sure = as_truth(np.minimum(member, cap) == 2).astype(np.int32)
        perhaps = member != 0
        low = rows.reduced(np.add, least * sure)
        high = rows.reduced(np.add, most * as_truth(perhaps).astype(np.int32))
        high[_unlisted(rows, perhaps & (most > 0), cap)] = UNBOUNDED
        bound = np.int32(UNBOUNDED)
        return np.minimum(low, bound), np.minimum(high, bound)
    perhaps = np.minimum(member, cap) == 1
    times = np.where(cap == 1, UNBOUNDED, 1)
    found = []
    for bound_, extreme in ((least, np.minimum), (most, np.maximum)):
        value = bound_.astype(np.int64)
        value = np.where(perhaps, extreme(value, 0) * times, value)
        found.append(_sum(rows, np.where(member != 0, value, 0)).astype(np.int32))
    return found[0], found[1]


def _simple(values: Array, highest: int) -> bool:
    """Whether sums stay numbers of the machine and need holding only at the end."""
    return bool(values.min(initial=0) >= 0 and values.max(initial=0) <= highest)


def _sum(rows: Rows, values: Array) -> Array:
    """Each parent's sum, held at every step within what counts as unbounded."""
    if not len(values) or values.min() >= 0 or values.max() <= 0:
        return held(rows.reduced(np.add, values))
    total = np.zeros(rows.parents, np.int64)
    for parents, at in rows.places():
        total[parents] = held(total.take(parents) + values.take(at))
    return total


def latest_of(
    default: tuple[Array, Array], rows: Rows, member: Array, least: Array, most: Array,
    cap: Array,
) -> tuple[Array, Array]:  # fmt: skip
    """Return the bounds of the latest date over members and a default."""
    found = []
    among = (np.minimum(member, cap) == 2, member != 0)
    for value, within, first in zip((least, most), among, default, strict=True):
        some = value.copy()
        some[np.flatnonzero(~within)] = LOWEST
        latest = rows.reduced(np.maximum, some)
        latest[np.flatnonzero(rows.length == 0)] = LOWEST
        found.append(np.maximum(latest, first))
    return found[0], found[1]


def covered(rows: Rows, start: Array, until: Array, among: Array) -> Array:
    """Return how many days each parent's half-open spans cover, of those among them.

    A span adds what of it lies after every earlier one: so a running maximum of ends
    will do, of numbers that rise with the parent.
    """
    start = np.maximum(start, EARLIEST)
    at = np.flatnonzero(among & (until > start))
    owner, start = rows.parent.take(at) << 32, start.take(at)
    begins = owner + start - LOWEST
    reaches = owner + until.take(at) - LOWEST
    if (begins[1:] < begins[:-1]).any():
        order = begins.argsort(kind="stable")
        owner, begins, reaches = owner[order], begins[order], reaches[order]
    after = begins.copy()
    if len(at):
        np.maximum(after[1:], np.maximum.accumulate(reaches)[:-1], out=after[1:])
    days = np.maximum(reaches - after, 0)
    return np.bincount(owner >> 32, days, rows.parents).astype(np.int32)


def kinds_members(
    rows: Rows, member: Array, kinds: Array, lacks: int, cap: Array
) -> Array:
    """Return the kinds that leave open which elements are members."""
    why = kinds | (mask(cap == 1) & lacks)
    open_ = mask(np.minimum(member, cap) == 1) & why
    return rows.reduced(np.bitwise_or, open_)


def kinds_values(rows: Rows, member: Array, kinds: Array) -> Array:
    """Return the kinds of a value of the elements that may be members."""
    return rows.reduced(np.bitwise_or, mask(member != 0) & kinds)


def kinds_latest(
    default: Array, found: Array, lacks: int, rows: Rows, member: Array,
    member_kinds: Array, least: Array, most: Array, kinds: Array, cap: Array,
) -> Array:  # fmt: skip
    """Return the kinds of a latest date: of what may still move it, place by place."""
    capped = np.minimum(member, cap)
    open_ = member_kinds | (mask(cap == 1) & lacks)
    more = kinds | (mask(capped == 1) & open_)
    first, found = default.copy(), found.copy()
    for parents, at in rows.places():
        before = first.take(parents)
        moves = (member.take(at) != 0) & (most.take(at) > before)
        found[parents] |= mask(moves) & more.take(at)
        sure = np.flatnonzero(capped.take(at) == 2)
        first[parents[sure]] = np.maximum(before, least.take(at))[sure]
    return found
