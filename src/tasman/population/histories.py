"""What a file of cases says of each person's history: the dimensions of every table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.choices import mask_of
from tasman.facts.vocabulary.offending import Sentence
from tasman.population.draws import Floats
from tasman.population.people import MADE

Array = npt.NDArray[Any]

_PRISON = mask_of(Sentence, "kind", "gaol") | mask_of(Sentence, "kind", "life")
_MOST = 5000


def flat(batch: pa.RecordBatch, name: str) -> tuple[Array, Any]:
    """Return the owner of each element of a list, and the elements as a struct."""
    column = batch.column(name)
    lengths = column.value_lengths().fill_null(0).to_numpy(zero_copy_only=False)
    return np.repeat(np.arange(batch.num_rows), lengths), column.flatten()


def numbers(struct: Any, name: str, null: int = 0) -> Array:
    """Return one field of the elements as whole numbers."""
    column = struct.field(name)
    if pa.types.is_date32(column.type):
        column = column.view(pa.int32())
    return np.asarray(column.fill_null(null).to_numpy(zero_copy_only=False))


@dataclass(frozen=True)
class History:
    """The latest prison sentence of each made-up person, and what stands around it."""

    months: Floats
    age: Floats
    arrival_age: Floats
    male: Array
    higher: Array
    prior: Array
    state: Array
    offence: Array

    @classmethod
    def of(cls, batch: pa.RecordBatch) -> History:
        """Return the histories of a batch of a synthetic file."""
        owners, struct = flat(batch, "sentences")
        prison = numbers(struct, "kind") & _PRISON > 0
        imposed = numbers(struct, "imposed_on_from")
        months = (
            numbers(struct, "term_months_at_least")
            + numbers(struct, "term_days_at_least") / 30
        )
        order = np.lexsort((months, imposed, prison, owners))
        last = np.flatnonzero(np.diff(owners[order], append=batch.num_rows))
        pick = order[last]
        earlier = (imposed < imposed[pick][owners]) & prison
        born = batch.column("born_on_from").view(pa.int32()).to_numpy()
        first = numbers(batch.column("stays").flatten(), "arrived_on_from")
        states = numbers(struct, "jurisdiction")[pick]
        life = numbers(struct, "kind")[pick] == mask_of(Sentence, "kind", "life")
        return cls(
            months=np.where(life, -1, months[pick]),
            age=(imposed[pick] - born) / 365.25,
            arrival_age=(first - born) / 365.25,
            male=_flags(batch, "male"),
            higher=_flags(batch, "higher_court"),
            prior=np.bincount(owners[earlier], minlength=batch.num_rows) > 0,
            state=np.log2(states).astype(np.int32),
            offence=np.asarray(batch.column(f"{MADE}offence").to_pylist()),
        )


def _flags(batch: pa.RecordBatch, name: str) -> Array:
    return np.asarray(batch.column(MADE + name).to_numpy(zero_copy_only=False))


ARRIVAL_BANDS = {"0-9": (0, 10), "10-17": (10, 18), "18-29": (18, 30), "30+": (30, 200)}


class Tally:
    """Counts of many histories, in constant memory."""

    def __init__(self) -> None:
        self.persons = 0
        self.counts: Counter[str] = Counter()
        self.lengths = np.zeros((2, _MOST), np.int64)
        self.ages = np.zeros(200, np.int64)

    def add(self, history: History) -> None:
        """Count the histories of one batch."""
        self.persons += len(history.age)
        self.ages += np.bincount(history.age.astype(int), minlength=200)[:200]
        known = history.months >= 0
        place = np.minimum(np.floor(history.months * 10), _MOST - 1).astype(int)
        for court in (0, 1):
            chosen = place[known & (history.higher == bool(court))]
            self.lengths[court] += np.bincount(chosen, minlength=_MOST)
        self.counts["male"] += int(history.male.sum())
        self.counts["prior"] += int(history.prior.sum())
        self._count_words(history)

    def _count_words(self, history: History) -> None:
        from tasman.facts.vocabulary.offending import JURISDICTIONS

        for place, count in zip(
            *np.unique(history.state, return_counts=True), strict=True
        ):
            self.counts[f"state: {JURISDICTIONS[place]}"] += int(count)
        for word, count in zip(
            *np.unique(history.offence, return_counts=True), strict=True
        ):
            self.counts[f"offence: {word}"] += int(count)
        for band, (low, high) in ARRIVAL_BANDS.items():
            inside = (history.arrival_age >= low) & (history.arrival_age < high)
            self.counts[f"arrived: {band}"] += int(inside.sum())

    def of(self, name: str) -> float:
        """Return the share of people counted under a name."""
        return self.counts[name] / max(1, self.persons)

    def age_share(self, low: int, high: int) -> float:
        """Return the share of people of these ages when sentenced."""
        return float(self.ages[low:high].sum() / max(1, self.persons))

    def share(self, months: int, higher: bool = False) -> float:
        """Return the share of sentences of so many months or more."""
        lengths = self.lengths[1] if higher else self.lengths.sum(axis=0)
        return float(lengths[months * 10 :].sum() / max(1, lengths.sum()))

    def median(self) -> float:
        """Return the median sentence, in months."""
        return _median(self.lengths.sum(axis=0))

    def _stock(self) -> Floats:
        return np.asarray(self.lengths.sum(axis=0) * np.arange(_MOST) / 10.0)

    def stock_share(self, low: int, high: int) -> float:
        """Return the share of people in prison, each weighted by length of sentence."""
        stock = self._stock()
        return float(stock[low * 10 : high * 10].sum() / stock.sum())

    def stock_median(self) -> float:
        """Return the median sentence of people in prison, in months."""
        return _median(self._stock())


def _median(weights: Array) -> float:
    reached = np.cumsum(weights) >= weights.sum() / 2
    return float(np.argmax(reached) / 10)
