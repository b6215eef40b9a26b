"""The people that every contender is given: only what the twelve rules read of them.

Made up by `made_up`, then cut down, so that no contender pays for columns or keys that
no rule reads, and rid of lives that Tasman's loader would refuse as impossible.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
from benchmarks.made_up import Maker

from tasman.facts.arrow import OTHERS, column_names, to_cases
from tasman.facts.case import Facts
from tasman.facts.consistency import impossibilities
from tasman.facts.days import parse_day
from tasman.facts.vocabulary import Person

ONE_DAY = parse_day("2020-01-01")
READ = {
    "sentences": (
        *("kind", "term", "required", "imposed_on", "starts_on"),
        *("quashed_on", "pardoned_on", "pardon_erases"),
    ),
    "findings": ("finding", "holds", "made_on", "ended_on"),
    "offences": ("outcome", "involves_child_sexually", "found_on"),
    "custody": (
        *("place", "basis", "full_time", "australian_offence"),
        *("began_on", "ended_on"),
    ),
    "citizenships": ("country", "began_on", "ended_on"),
}
"""The facts that the twelve rules read, by list."""


def fields_read(name: str) -> dict[str, Any]:
    """The fields of a list that the rules read."""
    of: Any = Person.fields()[name]
    every = of.of.fields()
    return {field: every[field] for field in READ[name]}


def made(
    seed: int, rows: int, *, one_day: bool = False, unknown: float = 0.1
) -> pa.RecordBatch:
    """So many new people, each with an as-at day; all the same day if so asked."""
    batch = cut_down(Maker(seed, unknown).batch(rows))
    if one_day:
        days = pa.array(np.full(rows, ONE_DAY, np.int32)).view(pa.date32())
        batch = batch.set_column(0, "as_at", days)
    return batch


def possible(seed: int, rows: int) -> pa.RecordBatch:
    """So many new people whose lives contradict themselves nowhere."""
    batch = made(seed, rows + rows // 10 + 20)
    fine = [row for row, facts in enumerate(to_cases(batch)) if not impossible(facts)]
    return batch.take(pa.array(fine[:rows]))


def impossible(facts: Facts) -> bool:
    """Whether facts cannot all be true."""
    return any(True for _ in impossibilities(facts))


def cut_down(batch: pa.RecordBatch) -> pa.RecordBatch:
    """The as-at day and the facts that the rules read."""
    columns = {"as_at": batch.column("as_at")}
    for name in READ:
        array = batch.column(name)
        wanted = [c for f in fields_read(name).values() for c in column_names(f)]
        children = {c: array.values.field(c) for c in (OTHERS, *wanted)}
        struct = pa.StructArray.from_arrays(list(children.values()), list(children))
        columns[name] = pa.ListArray.from_arrays(array.offsets, struct)
    return pa.record_batch(columns)


def days_of(batch: pa.RecordBatch) -> np.ndarray:
    """The as-at days."""
    return np.asarray(batch.column("as_at").view(pa.int32()))


def head(batch: pa.RecordBatch, rows: int) -> pa.RecordBatch:
    """The first people, in arrays of their own."""
    return batch.take(pa.array(np.arange(min(rows, batch.num_rows))))
