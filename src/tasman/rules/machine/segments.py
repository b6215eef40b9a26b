"""The fallback's operations over the elements of lists, as functions of arrays.

Every array has a place for each of the rows that the members are among.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from tasman.facts.days import EARLIEST
from tasman.facts.terms import UNBOUNDED
from tasman.rules.machine.arrays import HIGHEST, LOWEST, as_truth, held, mask, mask32
from tasman.rules.machine.layout import WRAP, Rows

Array = npt.NDArray[Any]
_FITS_BYTE = (1 << 7) - 1


class Members:
    """Which rows of a list are members: what several instructions ask of them."""

    def __init__(self, rows: Rows, member: Array) -> None:
        self.rows, self.member = rows, member

    @cached_property
    def capped(self) -> Array:
        """How sure it is that each row stands for one member or more."""
        return np.minimum(self.member, self.rows.cap)

    @cached_property
    def sure(self) -> Array:
        """Whether each row is one member for certain."""
        return self.capped == 2

    @cached_property
    def perhaps(self) -> Array:
        """Whether each row may be a member."""
        return self.member != 0

    @cached_property
    def numbers(self) -> tuple[Array, Array]:
        """As numbers: one for each sure member, one for each possible one."""
        flags = as_truth(self.sure), as_truth(self.perhaps)
        return flags[0].astype(np.int32), flags[1].astype(np.int32)

    @cached_property
    def unlisted(self) -> Array:
        """The rows for others that may be members."""
        rows = self.rows.unlisted
        return rows[self.perhaps.take(rows, mode=WRAP)]


def any_of(members: Members) -> Array:
    """Return whether each parent has a member."""
    return members.rows.reduced(np.maximum, members.capped)


def count_of(members: Members) -> tuple[Array, Array]:
    """Return the fewest and the most members each parent may have."""
    rows = members.rows
    small = np.dtype(np.int8 if rows.longest <= _FITS_BYTE else np.int32)
    flags = (as_truth(members.sure), as_truth(members.perhaps))
    least, most = (
        rows.reduced(np.add, each.astype(small, copy=False)).astype(np.int32)
        for each in flags
    )
    most[rows.parent.take(members.unlisted)] = UNBOUNDED
    return least, held(most)


def total_of(members: Members, least: Array, most: Array) -> tuple[Array, Array]:
    """Return the bounds of each parent's sum over its members."""
    rows, either = members.rows, least | most
    within = HIGHEST // max(rows.longest, 1)
    if either.min(initial=0) >= 0 and either.max(initial=0) <= within:
        sure, perhaps = members.numbers
        low = rows.reduced(np.add, least * sure)
        high = rows.reduced(np.add, most * perhaps)
        some = members.unlisted
        high[rows.parent.take(some[most.take(some) > 0])] = UNBOUNDED
        return held(low), held(high)
    times = np.where(rows.cap == 1, UNBOUNDED, 1)
    found = []
    for bound, extreme in ((least, np.minimum), (most, np.maximum)):
        value = bound.astype(np.int64)
        value = np.where(members.sure, value, extreme(value, 0) * times)
        found.append(_sum(rows, np.where(members.perhaps, value, 0)).astype(np.int32))
    return found[0], found[1]


def _sum(rows: Rows, values: Array) -> Array:
    """Each parent's sum, held at every step within what counts as unbounded."""
    if not len(values) or values.min() >= 0 or values.max() <= 0:
        return held(rows.reduced(np.add, values))
    total = np.zeros(rows.parents, np.int64)
    for parents, at in rows.places():
        total[parents] = held(total.take(parents) + values.take(at))
    return total


def latest_of(
    members: Members, least: Array, most: Array, default: tuple[Array, Array]
) -> tuple[Array, Array]:
    """Return the bounds of the latest date over members and a default."""
    found = []
    among = (members.sure, members.perhaps)
    for value, within, first in zip((least, most), among, default, strict=True):
        there = mask32(within)
        some = (value & there) | (~there & np.int32(LOWEST))
        latest = members.rows.reduced(np.maximum, some)
        latest[np.flatnonzero(members.rows.length == 0)] = LOWEST
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


def _open_kinds(members: Members, kinds: Array, lacks: int) -> Array:
    """The kinds that leave it open whether each row is a member."""
    why = kinds | (mask(members.rows.cap == 1) & lacks)
    return mask(members.capped == 1) & why


def kinds_members(members: Members, kinds: Array, lacks: int) -> Array:
    """Return the kinds that leave open which elements are members."""
    return members.rows.reduced(np.bitwise_or, _open_kinds(members, kinds, lacks))


def kinds_values(members: Members, kinds: Array) -> Array:
    """Return the kinds of a value of the elements that may be members."""
    return members.rows.reduced(np.bitwise_or, mask(members.perhaps) & kinds)


def kinds_latest(
    members: Members, open_kinds: Array, least: Array, most: Array, kinds: Array,
    default: tuple[Array, Array], lacks: int,
) -> Array:  # fmt: skip
    """Return the kinds of a latest date: of what may still move it, place by place."""
    more = kinds | _open_kinds(members, open_kinds, lacks)
    first, found = default[0].copy(), default[1].copy()
    for parents, at in members.rows.places():
        before = first.take(parents)
        moves = members.perhaps.take(at) & (most.take(at) > before)
        found[parents] |= mask(moves) & more.take(at)
        sure = np.flatnonzero(members.sure.take(at))
        first[parents[sure]] = np.maximum(before, least.take(at))[sure]
    return found
