"""The fallback's operations on one element after the other, as functions of arrays.

NumPy goes through bytes and comparisons many times faster than through `where`, which
branches. So truths, kinds and numbers are blended by masks. What `ELEMENTS` reads may
be a constant, one number instead of an array.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import numpy.typing as npt

from tasman.facts.terms import UNBOUNDED
from tasman.rules.machine.layout import WRAP

Array = npt.NDArray[Any]
LOWEST, HIGHEST = -(1 << 31), (1 << 31) - 1
_NOT = np.int8(2)


# ---------------------------------------------------------------- truths, kinds
def as_truth(flags: Array) -> Array:
    """Return booleans as bytes, 0 and 1."""
    return flags.view(np.int8)


def mask(flags: Array) -> Array:
    """Return bytes with every bit set where a flag is, for `&`."""
    return np.negative(flags.view(np.int8))


def mask32(flags: Array) -> Array:
    """Return numbers with every bit set where a flag is, for `&`."""
    return np.negative(flags.view(np.int8), dtype=np.int32)


def agreed(a: Array, b: Array) -> Array:
    """Return what two truths agree on: unknown where they do not."""
    return as_truth(np.minimum(a, b) == 2) + as_truth(np.maximum(a, b) != 0)


def chosen(when: Array, yes: Array, no: Array, both: Array) -> Array:
    """Return one byte or another as a truth says."""
    either = (yes & mask(when == 2)) | (no & mask(when == 0))
    return either | (both & mask(when == 1))


def _compared(must: Array, may: Array) -> Array:
    return as_truth(must) + as_truth(may)


def _equal(a0: Array, a1: Array, b0: Array, b1: Array) -> Array:
    must = (a0 == b1) & (b0 == a1) & (a0 == a1)
    return _compared(must, (a0 <= b1) & (b0 <= a1))


def _is_in(choice: Array, words: int) -> Array:
    among = choice & words
    return _compared(among == choice, among != 0)


# ---------------------------------------------------------------- numbers
def held(total: Array) -> Array:
    """Return numbers held within what counts as unbounded."""
    return np.clip(total, -UNBOUNDED, UNBOUNDED)


def choice(when: Array) -> tuple[Array, Array]:
    """Return what the highest of two numbers may be, each, as a truth chooses.

    That is every number where the first may be chosen, or the second, and else the
    lowest there is. Inverted, it is what the lowest of them may be.
    """
    highest = np.int32(HIGHEST)
    return mask32(when == 0) ^ highest, mask32(when == 2) ^ highest


def choose32(yes: Array, no: Array, high: int, caps: tuple[Array, Array]) -> Array:
    """Return `yes` or `no` as a choice says; the wider of them where it is open."""
    if high:
        out, other = np.minimum(yes, caps[0]), np.minimum(no, caps[1])
        return np.maximum(out, other, out=out)
    out, other = np.maximum(yes, ~caps[0]), np.maximum(no, ~caps[1])
    return np.minimum(out, other, out=out)


def unbounded(place: Array, others: Array) -> Array:
    """Return the highest place that each row may have."""
    out = place.copy()
    out[np.flatnonzero(others != 0)] = UNBOUNDED
    return out


def _gathered(value: Array, places: Array) -> Array:
    return value.take(places, mode=WRAP) if np.ndim(value) else value


def _map_last(parent: Array, outer: Array, place: Array, bounds: Array) -> Array:
    return bounds.take(outer.take(parent, mode=WRAP), mode=WRAP) + place


ELEMENTS: Mapping[str, Callable[..., Array]] = {
    "map": lambda parent, outer: outer.take(parent, mode=WRAP),
    "map_last": _map_last,
    "gather8": _gathered,
    "gather32": _gathered,
    "negate": lambda a: _NOT - a,
    "both": np.minimum,
    "either": np.maximum,
    "agree": agreed,
    "choose8": lambda when, yes, no: chosen(when, yes, no, agreed(yes, no)),
    "at_most": lambda a0, a1, b0, b1: _compared(a1 <= b0, a0 <= b1),
    "less": lambda a0, a1, b0, b1: _compared(a1 < b0, a0 < b1),
    "equal": _equal,
    "is_in": _is_in,
    "add": lambda a, b: held(a + b),
    "subtract": lambda a, b: held(a - b),
    "stands": lambda first, last, since, until: as_truth(
        (since <= last) & (first < until)
    ),
    "gap": lambda days, first, last: as_truth(days <= last - first),
    "kind_if_open": lambda truth, kind: mask(truth == 1) & kind,
    "kind_if_many": lambda words, kind: mask((words & (words - 1)) != 0) & kind,
    "kind_of_others": lambda others, kind: mask(others != 0) & kind,
    "kinds": np.bitwise_or,
    "kinds_if_open": lambda truth, a, b: mask(truth == 1) & (a | b),
    "kinds_at_least": lambda truth, flag, own, anchor, why: (
        mask(truth == 1)
        & (own | (mask(flag != 0) & (anchor | (mask(anchor == 0) & why))))
    ),
    "kinds_choose": lambda when, yes, no: chosen(when, yes, no, yes | no),
}
"""What each instruction on elements makes of what it reads."""
