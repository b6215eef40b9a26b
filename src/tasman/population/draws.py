"""Random draws that depend on the seed, the chunk and their own name, nothing else.

Each quantity has a stream of its own. To change one parameter changes no other draw:
two runs under different laws or assumptions compare the same people.
"""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Whole = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Array = npt.NDArray[Any]


class Draws:
    """The draws of one chunk of people.

    Where some leave the population, others, drawn beyond the chunk, take their places,
    and everyone else keeps theirs.
    """

    def __init__(self, seed: int, chunk: int, rows: int) -> None:
        self.seed, self.chunk, self.rows = seed, chunk, rows
        self._kept = rows
        self._places = self._spares = np.zeros(0, np.int64)

    def _stream(self, name: str) -> np.random.Generator:
        key = [self.seed, self.chunk, zlib.crc32(name.encode())]
        return np.random.Generator(np.random.PCG64(np.random.SeedSequence(key)))

    def without(self, leaving: Flags, kept: int) -> Draws | None:
        """Return the same draws for those who stay; None if too few are drawn."""
        places = np.flatnonzero(leaving[:kept])
        spares = kept + np.flatnonzero(~leaving[kept:])
        if len(spares) < len(places):
            return None
        found = Draws(self.seed, self.chunk, self.rows)
        found._kept, found._places = kept, places
        found._spares = spares[: len(places)]
        return found

    def settled(self, values: Array) -> Array:
        """Return one value for each person who stays, of those drawn for everybody."""
        if not len(self._places):
            return values[: self._kept]
        found = values[: self._kept].copy()
        found[self._places] = values[self._spares]
        return found

    def uniform(self, name: str) -> Floats:
        """Return a number from 0 to 1 for each person."""
        return self.settled(self._stream(name).random(self.rows))

    def normal(self, name: str) -> Floats:
        """Return a standard normal number for each person."""
        return self.settled(self._stream(name).standard_normal(self.rows))

    def chance(self, name: str, share: Any) -> Flags:
        """Return for each person whether something with this share holds."""
        return np.asarray(self.uniform(name) < share)

    def pick(self, name: str, shares: Mapping[str, float]) -> Whole:
        """Return for each person the place of a word drawn by its share."""
        edges = np.cumsum(list(shares.values()))[:-1]
        found = np.searchsorted(edges, self.uniform(name), side="right")
        return np.asarray(found, np.int32)


_GRID = np.linspace(math.log(0.02), math.log(3000.0), 6000)


def _normal_below(z: Floats) -> Floats:
    return np.array([0.5 * (1 + math.erf(each / math.sqrt(2))) for each in z])


@lru_cache(maxsize=64)
def _below(parts: tuple[tuple[float, float, float], ...]) -> Floats:
    """Return the share of a mixture of lognormals below each point of the grid."""
    total = np.zeros(len(_GRID))
    for weight, median, sigma in parts:
        total += weight * _normal_below((_GRID - math.log(median)) / sigma)
    return total


class Mixture:
    """A mixture of lognormal lengths: (weight, median, sigma) of each part."""

    def __init__(self, parts: Sequence[tuple[float, float, float]]) -> None:
        self.parts = tuple(parts)

    def share_below(self, length: Floats) -> Floats:
        """Return the share of the mixture below each length."""
        return np.interp(np.log(length), _GRID, _below(self.parts))

    def at_share(self, share: Floats) -> Floats:
        """Return the length below which each share of the mixture lies."""
        return np.exp(np.interp(share, _below(self.parts), _GRID))

    def belongs(self, length: Floats, part: int) -> Floats:
        """Return how likely a length is to come from one part of the mixture."""
        return self.parts_of(length)[part]

    def parts_of(self, length: Floats) -> Floats:
        """Return how likely a length is to come from each part: a row a part."""
        logs, heights = np.log(length), []
        for weight, median, sigma in self.parts:
            z = (logs - math.log(median)) / sigma
            heights.append(weight / sigma * np.exp(-0.5 * z * z))
        return np.asarray(heights / np.sum(heights, axis=0))

    def weighted_by_length(self) -> Mixture:
        """Return the mixture as met by whoever looks in on a day: long ones more often.

        A lognormal weighted by its own length is one with median m exp(sigma^2).
        """
        longer = [
            (weight * median * math.exp(s * s / 2), median * math.exp(s * s), s)
            for weight, median, s in self.parts
        ]
        whole = sum(weight for weight, _, _ in longer)
        return Mixture([(weight / whole, median, s) for weight, median, s in longer])


def rounded_down(months: Floats) -> tuple[Whole, Whole]:
    """Return terms as courts pronounce them: months, or days below one month.

    Half-years from 24 months on; always down, so that no term crosses a threshold.
    """
    whole = np.floor(months)
    whole = np.where(months >= 24, np.floor(months / 6) * 6, whole)
    days = np.where(whole < 1, np.maximum(1, np.floor(months * 30)), 0)
    return whole.astype(np.int32), days.astype(np.int32)
