"""Whether consecutive values hold no unknown, compiled: as fast as they can be read.

It is compiled when first asked for, apart from the machine.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from tasman.rules.machine import rows as r
from tasman.rules.machine.batches import Inputs
from tasman.rules.machine.cache import compiled, inlined
from tasman.rules.machine.memory import int8_at, int32_at, int32s, read
from tasman.rules.machine.shapes import Check, Checks

_TOGETHER = 1 << 10
"""Values gone through before it is asked whether one of them is unknown."""
_ALIKE, _DECIDED, _ONE_WORD = range(3)
_ONE = np.int32(1)


@inlined
def _apart(low: Any, high: Any, start: int, end: int) -> Any:
    found = np.int32(0)
    for i in range(start, end):
        found = np.int32(found | (read(low, i) ^ read(high, i)))
    return found != 0


@inlined
def _undecided(truths: Any, start: int, end: int) -> Any:
    found = np.int8(0)
    for i in range(start, end):
        found = np.int8(found | read(truths, i))
    return (found & ~2) != 0


@inlined
def _not_one_word(masks: Any, start: int, end: int) -> Any:
    """Whether some mask is not one bit."""
    found = False
    for i in range(start, end):
        mask = read(masks, i)
        found |= (mask <= 0) | ((mask & (mask - _ONE)) != 0)
    return found


@compiled
def run(
    what: int, one: Any, other: Any, nulls: tuple[int, int], start: int, end: int
) -> bool:
    """Return whether some consecutive values hold no unknown, given the entries of one
    column, or of two with what a null is in each.
    """
    room = np.empty((2, _TOGETHER), np.int32)
    values, others = int32_at(one[r.DATA]), int32_at(other[r.DATA])
    plain = one[r.VALID] == 0 and other[r.VALID] == 0
    everyone = int32s(one[r.DATA], 0)
    for first in range(start, end, _TOGETHER):
        after = min(first + _TOGETHER, end)
        if what == _DECIDED:
            found = _undecided(int8_at(one[r.DATA]), first, after)
        elif what == _ONE_WORD:
            found = _not_one_word(values, first, after)
        elif plain:
            found = _apart(values, others, first, after)
        else:
            low, high = room[0, : after - first], room[1, : after - first]
            r.load(low, values, one, np.int32(nulls[0]), everyone, first)
            r.load(high, others, other, np.int32(nulls[1]), everyone, first)
            found = _apart(low, high, 0, after - first)
        if found:
            return False
    return True


def _check(
    what: int, read: Inputs, at: int, other: int, nulls: tuple[int, int] = (0, 0)
) -> Check:
    table, _ = read.tables()
    if what == _ALIKE and (table[at] == table[other]).all() and not table[at, r.VALID]:
        return lambda start, end: True

    def check(start: int, end: int) -> bool:
        table, _ = read.tables()  # By way of what keeps the columns in memory.
        return bool(run(what, table[at], table[other], nulls, start, end))

    return check


CHECKS = Checks(
    lambda read, low, high, nulls: _check(_ALIKE, read, low, high, nulls),
    lambda read, at: _check(_DECIDED, read, at, at),
    lambda read, at: _check(_ONE_WORD, read, at, at),
)
"""The checks, compiled."""
