"""Made-up people for benchmarks: Arrow batches straight from arrays.

Not a population: sizes and shares are chosen to make work, about two sentences and one
time in custody each. A tenth of all facts are unknown or known in part, and a tenth of
all lists are incomplete.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from tasman.facts.arrow import OTHERS, column_names
from tasman.facts.days import NEVER, day
from tasman.facts.fields import Field, ListField, Record
from tasman.facts.vocabulary import Person

LENGTHS = {
    "sentences": 1.2,
    "custody": 0.8,
    "offences": 0.6,
    "findings": 0.15,
    "citizenships": 0.6,
    "stays": 0.6,
    "visas": 0.6,
    "decisions": 0.3,
    "children": 0.3,
    "relatives": 0.3,
    "applications": 0.1,
}
"""Mean number of elements of each list."""

LIKELY = {
    "Sentence.kind": ("gaol", "suspended", "community_order", "periodic_detention"),
    "Sentence.jurisdiction": ("nsw", "vic", "qld"),
    "Custody.place": ("gaol", "gaol", "police_cells"),
    "Custody.basis": ("sentence", "remand"),
    "Custody.country": ("australia",),
    "Offence.outcome": ("convicted", "convicted", "charged"),
    "Citizenship.country": ("new_zealand", "new_zealand", "australia"),
}
"""Words drawn nine times in ten; the tenth draw is from all words."""

SHARES = {"aggregate": 0.1, "full_time": 0.9, "australian_offence": 0.97, "holds": 0.5}
"""Share of yes among known truths, where not a quarter."""

SELDOM = ("quashed_on", "pardoned_on", "replaced_on", "undone_on", "representations_on")
"""Days of what has mostly not happened."""


class Maker:
    """Makes columns; `unknown` is the share of facts not known in full."""

    def __init__(self, seed: int, unknown: float = 0.1) -> None:
        self.rng, self.unknown = np.random.default_rng(seed), unknown

    def batch(self, count: int, clocks: Sequence[str] = ("as_at",)) -> pa.RecordBatch:
        """A batch of so many people, each with the same day for every clock named."""
        first, last = day(2012), day(2025)
        days = self.rng.integers(first, last, count).astype(np.int32)
        columns = {name: pa.array(days).view(pa.date32()) for name in clocks}
        columns |= self.record(Person, count, np.zeros(count, bool))
        return pa.record_batch(columns)

    def record(
        self, record: type[Record], count: int, blank: np.ndarray
    ) -> dict[str, pa.Array]:
        """Columns of so many records; nothing is known of the blank ones."""
        columns: dict[str, pa.Array] = {}
        start = self.rng.integers(day(2005), day(2024), count)
        for name, field in record.fields().items():
            if isinstance(field, ListField):
                columns[name] = self.list(field, count)
            elif names := column_names(field):
                values = self.values(record, field, count, start)
                missing = (self.rng.random(count) < self.unknown / 2) | blank
                dated = field.type == "date"
                for column, value in zip(names, values, strict=True):
                    array = pa.array(value, mask=missing)
                    columns[column] = array.view(pa.date32()) if dated else array
        return columns

    def list(self, field: ListField, count: int) -> pa.Array:
        """A list column; a tenth of the lists end in a row for any number of others."""
        lengths = np.minimum(self.rng.poisson(LENGTHS.get(field.name, 0.3), count), 12)
        if field.name == "sentences":
            lengths += 1
        others = (self.rng.random(count) < self.unknown).astype(np.int64)
        offsets = np.concatenate([[0], np.cumsum(lengths + others)]).astype(np.int32)
        marks = np.zeros(offsets[-1], bool)
        marks[offsets[1:][others == 1] - 1] = True
        children = {OTHERS: pa.array(marks)}
        children |= self.record(field.of, int(offsets[-1]), marks)
        struct = pa.StructArray.from_arrays(list(children.values()), list(children))
        return pa.ListArray.from_arrays(pa.array(offsets), struct)

    def values(
        self, record: type[Record], field: Field, count: int, start: np.ndarray
    ) -> list[np.ndarray]:
        """The bounds of a field, some of them apart."""
        rng = self.rng
        if field.type == "truth":
            yes = rng.random(count) < SHARES.get(field.name, 0.25)
            return [np.where(yes, 2, 0).astype(np.int8)]
        if field.type == "choice":
            return [self.words(f"{record.__name__}.{field.name}", field, count)]
        if field.type == "number":
            value = rng.integers(
                field.least, min(field.most, field.least + 20) + 1, count
            )
            return [value.astype(np.int32)] * 2
        if field.type == "term":
            months = np.minimum(rng.gamma(1.1, 7, count), 300).astype(np.int32)
            days = np.where(rng.random(count) < 0.1, rng.integers(1, 29, count), 0)
            more = np.where(rng.random(count) < self.unknown / 2, 6, 0).astype(np.int32)
            return [months, months + more, days.astype(np.int32), days.astype(np.int32)]
        return self.dates(field.name, count, start)

    def words(self, name: str, field: Field, count: int) -> np.ndarray:
        """Masks of one word each."""
        every = np.arange(len(field.values))
        likely = [field.values.index(word) for word in LIKELY.get(name, field.values)]
        usual = self.rng.random(count) < 0.9
        drawn = np.where(
            usual, self.rng.choice(likely, count), self.rng.choice(every, count)
        )
        return (1 << drawn).astype(np.int32)

    def dates(self, name: str, count: int, start: np.ndarray) -> list[np.ndarray]:
        """Days, some known to the month."""
        rng = self.rng
        if name == "born_on":
            value = rng.integers(day(1950), day(2000), count)
        elif name in SELDOM:
            value = np.where(rng.random(count) < 0.02, start + 300, NEVER)
        elif name.startswith(("ended", "ceased", "departed", "finished")):
            on = rng.integers(30, 1500, count)
            value = np.where(rng.random(count) < 0.3, NEVER, start + on)
        else:
            value = start + rng.integers(-60, 60, count)
        vague = (rng.random(count) < self.unknown / 2) & (value < NEVER)
        return [
            value.astype(np.int32),
            (value + np.where(vague, 30, 0)).astype(np.int32),
        ]
