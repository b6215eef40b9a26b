"""What a file of cases says of each person's history: the dimensions of every table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.choices import mask_of
from tasman.facts.days import parse_day
from tasman.facts.vocabulary.offending import Sentence
from tasman.population.draws import Floats
from tasman.population.people import MADE

Array = npt.NDArray[Any]

_PRISON = mask_of(Sentence, "kind", "gaol") | mask_of(Sentence, "kind", "life")
_PROTECTED_TO = parse_day("2001-02-26")
_MOST = 5000
_A_YEAR = 4
_OLDEST = 120 * _A_YEAR
"""Ages are counted by the quarter."""


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
    protected: Array
    associated: Array

    @classmethod
    def of(cls, batch: pa.RecordBatch, in_prison: bool = False) -> History:
        """Return the histories of a batch of a synthetic file.

        Ages are those at the sentence, or `in_prison` those of the day asked about.
        """
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
        asked = batch.column("as_at").view(pa.int32()).to_numpy()
        return cls(
            months=np.where(life, -1, months[pick]),
            age=((asked if in_prison else imposed[pick]) - born) / 365.25,
            arrival_age=(first - born) / 365.25,
            male=_flags(batch, "male"),
            higher=_flags(batch, "higher_court"),
            prior=np.bincount(owners[earlier], minlength=batch.num_rows) > 0,
            state=np.log2(states).astype(np.int32),
            offence=_words(batch.column(f"{MADE}offence")),
            protected=first <= _PROTECTED_TO,
            associated=batch.column("findings").value_lengths().to_numpy() > 0,
        )


def _words(column: pa.DictionaryArray) -> Array:
    words = np.asarray(column.dictionary.to_pylist())
    return np.asarray(words[column.indices.to_numpy()])


def _flags(batch: pa.RecordBatch, name: str) -> Array:
    return np.asarray(batch.column(MADE + name).to_numpy(zero_copy_only=False))


ARRIVAL_BANDS = {"0-9": (0, 10), "10-17": (10, 18), "18-29": (18, 30), "30+": (30, 200)}


class Tally:
    """Counts of many histories, in constant memory."""

    def __init__(self) -> None:
        self.persons = 0
        self.counts: Counter[str] = Counter()
        self.lengths = np.zeros((2, _MOST), np.int64)
        self.ages = np.zeros(_OLDEST, np.int64)
        self.ages_by_offence: dict[str, Array] = {}
        self.lengths_by_offence: dict[str, Array] = {}

    def add(self, history: History) -> None:
        """Count the histories of one batch."""
        self.persons += len(history.age)
        ages = (history.age * _A_YEAR).astype(int)
        self.ages += _bins(ages, _OLDEST)
        known = history.months >= 0
        place = np.minimum(np.floor(history.months * 10), _MOST - 1).astype(int)
        for court in (0, 1):
            chosen = place[known & (history.higher == bool(court))]
            self.lengths[court] += _bins(chosen, _MOST)
        for word in np.unique(history.offence):
            of_it = history.offence == word
            _more(self.ages_by_offence, word, _bins(ages[of_it], _OLDEST))
            _more(self.lengths_by_offence, word, _bins(place[known & of_it], _MOST))
        self.counts["male"] += int(history.male.sum())
        self.counts["association"] += int(history.associated.sum())
        self.counts["came to 2001-02-26"] += int(history.protected.sum())
        self.counts["life"] += int(np.sum(~known))
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
        """Return the share of people of these ages."""
        inside = self.ages[low * _A_YEAR : high * _A_YEAR]
        return float(inside.sum() / max(1, self.persons))

    def median_age(self, offence: str = "") -> float | None:
        """Return the median age, of all or of those with one offence; None of none."""
        nobody = np.zeros(_OLDEST, np.int64)
        ages = self.ages_by_offence.get(offence, nobody) if offence else self.ages
        return _median(ages, _A_YEAR) if ages.any() else None

    def median_of(self, *offences: str) -> float | None:
        """Return the median sentence for some offences, in months, life apart.

        None where nobody has one.
        """
        nobody = np.zeros(_MOST, np.int64)
        found = [self.lengths_by_offence.get(each, nobody) for each in offences]
        lengths = np.sum(found, axis=0)
        return _median(lengths) if lengths.any() else None

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
        return float(stock[low * 10 : high * 10].sum() / max(1e-9, stock.sum()))

    def stock_median(self) -> float:
        """Return the median sentence of people in prison, in months."""
        return _median(self._stock())


def _bins(places: Array, most: int) -> Array:
    return np.bincount(places, minlength=most)[:most]


def _more(counts: dict[str, Array], word: str, added: Array) -> None:
    counts[word] = counts[word] + added if word in counts else added


def _median(weights: Array, a_unit: int = 10) -> float:
    reached = np.cumsum(weights) >= weights.sum() / 2
    return float(np.argmax(reached) / a_unit)
