"""Small cells of tables about real people: left out, with as many others as hide them.

All tables printed of one file are taken together, for they count the same people. A
count from 1 to 5 is guarded by a *decoy*: another population, made of the same kinds of
people, with one or two of them changed into others that the file holds. Whatever is
printed is true of the file and of every decoy; whatever a decoy would change is left
out. So no sum or difference of what is printed, nor any other reckoning from it, can
tell which of the two is real, and the guarded count differs between them.

Two people who exchange something are a hypercube of two dimensions: the hypercube
method of cell suppression (Repsilber 1999). That a cell is safe when other tables would
be printed alike is the usual definition (Fischetti and Salazar 2000).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt

FEWEST = 6
"""The smallest count that is shown of imported data."""
_NEAREST = 400
"""Kinds of people, the most alike first, among which a decoy is sought."""

Array = npt.NDArray[Any]
Key = tuple[int, ...]
Places = tuple[int, ...]
"""Which traits a table crosses, as places among the traits."""


@dataclass(frozen=True)
class Kinds:
    """The kinds of people in a file: a row of traits for each, and how many there are.

    The first `bands` traits say by what people are counted; the others are answers.
    """

    traits: Array
    persons: Array
    bands: int

    @classmethod
    def of(cls, cells: Sequence[tuple[Key, Key, int]], bands: int) -> Kinds:
        """Return the kinds of a table of bands, answers and numbers of people."""
        rows = [(*band, *answers) for band, answers, _ in cells]
        persons = np.array([count for _, _, count in cells], np.int64)
        return cls(np.array(rows, np.int64).reshape(len(rows), -1), persons, bands)

    def cells(self, places: Places) -> Array:
        """Return the cell of each kind in the table that crosses some traits."""
        code = np.zeros(len(self.persons), np.int64)
        for place in places:
            trait = self.traits[:, place]
            code = code * (int(trait.max(initial=0)) + 1) + trait
        return np.asarray(np.unique(code, return_inverse=True)[1]).reshape(-1)

    def counts(self, cells: Array) -> Array:
        """Return how many people each cell holds."""
        held = np.bincount(cells, weights=self.persons)
        return held.astype(np.int64)


def suppressed(
    kinds: Kinds, tables: Sequence[Places], exchanged: Sequence[Places]
) -> list[set[Key]]:
    """Return, for each table, the cells to leave out.

    No count from 1 to 5 of anyone in a table, in a difference of two tables' counts of
    one subgroup, or in any two answers together, can then be told from the rest.
    `exchanged` are the traits that a decoy's two people may exchange.
    """
    if not len(kinds.persons):
        return [set() for _ in tables]
    cover = _Cover(kinds, tables, exchanged)
    done: set[bytes] = set()
    for places in guarded(kinds, tables):
        for members in small(kinds, places):
            mark = np.packbits(members).tobytes()
            if mark not in done:
                done.add(mark)
                cover.guard(members)
    return [cover.hidden(i, places) for i, places in enumerate(tables)]


def guarded(kinds: Kinds, tables: Sequence[Places]) -> Iterator[Places]:
    """Yield the traits that are guarded when crossed, whether printed or not.

    Every table, each subgroup by itself, and every two answers within a subgroup.
    """
    bands = range(kinds.bands)
    levels = {tuple(p for p in places if p < kinds.bands) for places in tables}
    answers = _different(kinds, range(kinds.bands, kinds.traits.shape[1]))
    for level in sorted(levels, key=lambda level: (len(level), level)):
        assert set(level) <= set(bands)
        if level:
            yield level
        for answer in answers:
            yield (*level, answer)
        for pair in combinations(answers, 2):
            yield (*level, *pair)


def _different(kinds: Kinds, places: Sequence[int]) -> list[int]:
    """Return traits without those that divide people as an earlier one does."""
    seen: dict[bytes, int] = {}
    for place in places:
        seen.setdefault(_first_seen(kinds.cells((place,))).tobytes(), place)
    return list(seen.values())


def _first_seen(cells: Array) -> Array:
    """Return cells numbered in the order in which they are first met."""
    _, first, inverse = np.unique(cells, return_index=True, return_inverse=True)
    return np.asarray(np.argsort(np.argsort(first))[np.asarray(inverse).reshape(-1)])


def small(kinds: Kinds, places: Places) -> Iterator[Array]:
    """Yield who is in each count from 1 to 5: of a cell, or of its line without it."""
    cells = kinds.cells(places)
    counts = kinds.counts(cells)
    for cell in np.flatnonzero((counts > 0) & (counts < FEWEST)):
        yield cells == cell
    for i in range(len(places)):
        lines = kinds.cells(places[:i] + places[i + 1 :])
        others = kinds.counts(lines)[lines] - counts[cells]
        for at in np.flatnonzero((others > 0) & (others < FEWEST)):
            yield (lines == lines[at]) & (cells != cells[at])


class _Cover:
    """What is still printed, and the decoys that it allows."""

    def __init__(
        self, kinds: Kinds, tables: Sequence[Places], exchanged: Sequence[Places]
    ) -> None:
        self.kinds = kinds
        rows: dict[bytes, int] = {}
        found = [_first_seen(kinds.cells(places)) for places in tables]
        self._row = [rows.setdefault(each.tobytes(), len(rows)) for each in found]
        first = {row: i for i, row in reversed([*enumerate(self._row)])}
        self.cells = np.stack([found[first[row]] for row in range(len(rows))])
        self.worth = np.stack([kinds.counts(each)[each] for each in self.cells])
        self.decoys = np.zeros((0, 4), np.int64)
        self._exchanged = _Exchange(kinds.traits, exchanged)

    def hidden(self, table: int, places: Places) -> set[Key]:
        """Return the cells of a table that are left out."""
        out = self.worth[self._row[table]] == 0
        return {tuple(row) for row in self.kinds.traits[out][:, list(places)].tolist()}

    def guard(self, members: Array) -> None:
        """Leave out what is needed for these people's number not to be told."""
        if self._told_apart(members, self.decoys).any():
            return
        if members.all():
            self.worth[:] = 0
            return
        self._leave_out(self._cheapest(members))

    @staticmethod
    def _told_apart(members: Array, decoys: Array) -> Array:
        """Return which decoys have another number of these people."""
        here = members[decoys].astype(np.int8)
        return np.asarray(here[:, 0] + here[:, 1] != here[:, 2] + here[:, 3])

    def _cheapest(self, members: Array) -> Array:
        """Return the decoy that leaves out the fewest people's counts.

        A decoy is four kinds: a person each of the first two become the last two.
        """
        best, price = None, np.inf
        for kind in np.flatnonzero(members):
            unlike = (self.kinds.traits != self.kinds.traits[kind]).sum(axis=1)
            near = np.argsort(unlike, kind="stable")
            outside = near[~members[near]][:_NEAREST]
            found = np.full((len(outside), 4), kind, np.int64)
            found[:, 2] = outside
            swaps = self._exchanged.between(int(kind), near[1 : _NEAREST + 1])
            found = np.concatenate([found, swaps[self._told_apart(members, swaps)]])
            prices = self._prices(found)
            at = int(np.argmin(prices))
            if prices[at] < price:
                best, price = found[at], prices[at]
        assert best is not None
        return best

    def _prices(self, decoys: Array) -> Array:
        cells = self.cells[:, decoys]
        changed = _changed(cells)
        return np.asarray((changed * self.worth[:, decoys]).sum(axis=(0, 2)))

    def _leave_out(self, decoy: Array) -> None:
        cells = self.cells[:, decoy]
        changed = _changed(cells[:, None, :])[:, 0, :]
        for row, at in zip(*np.nonzero(changed), strict=True):
            self.worth[row, self.cells[row] == cells[row, at]] = 0
        self.decoys = np.concatenate([self.decoys, decoy[None, :]])


def _changed(cells: Array) -> Array:
    """Return which of a decoy's cells would hold another number, table by table."""
    before, after = cells[..., None, :2], cells[..., None, 2:]
    each = cells[..., None]
    return np.asarray((each == before).sum(-1) != (each == after).sum(-1))


class _Exchange:
    """Finds two kinds that two people become by exchanging some of their traits."""

    def __init__(self, traits: Array, exchanged: Sequence[Places]) -> None:
        self._traits = traits
        self._groups = [list(group) for group in exchanged]
        random = np.random.default_rng(1)
        top = int(traits.max(initial=0)) + 1
        width = traits.shape[1]
        values = random.integers(0, 1 << 63, (width, top), np.uint64, endpoint=False)
        parts = values[np.arange(width), traits]
        self._whole = parts.sum(axis=1, dtype=np.uint64)
        self._parts = [
            parts[:, group].sum(axis=1, dtype=np.uint64) for group in self._groups
        ]
        self._order = np.argsort(self._whole)
        self._sorted = self._whole[self._order]

    def between(self, kind: int, others: Array) -> Array:
        """Return the decoys in which one of a kind exchanges traits with another."""
        found = []
        for group, part in zip(self._groups, self._parts, strict=True):
            given = part[others] - part[kind]
            after = self._find(self._whole[kind] + given)
            also = self._find(self._whole[others] - given)
            real = (after >= 0) & (also >= 0) & (after != kind) & (after != others)
            kinds = np.stack(
                [np.full(real.sum(), kind), others[real], after[real], also[real]], 1
            )
            found.append(kinds[self._right(kinds, group)])
        return np.concatenate(found) if found else np.zeros((0, 4), np.int64)

    def _find(self, wanted: Array) -> Array:
        """Return the kind with each sum of traits, or -1."""
        at = np.minimum(np.searchsorted(self._sorted, wanted), len(self._sorted) - 1)
        return np.where(self._sorted[at] == wanted, self._order[at], -1)

    def _right(self, decoys: Array, group: list[int]) -> Array:
        """Return which decoys truly exchange these traits and keep all others."""
        first, second, after, also = (self._traits[decoys[:, i]] for i in range(4))
        mine, theirs = first[:, group], second[:, group]
        first[:, group], second[:, group] = theirs, mine
        return np.asarray((first == after).all(1) & (second == also).all(1))
