"""Whether the columns of a list agree on how many elements each person has.

A Parquet file keeps the length of every list once for each column within it. A reader
takes the first column's word for all of them: where they differ it would give one
person's elements to another. Every row group's totals are compared, and of the file's
first people the length of each list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

import pyarrow as pa
import pyarrow.parquet as pq

from tasman.facts.arrow import schema
from tasman.facts.errors import CaseErrors
from tasman.facts.files import refused

FIRST_ROWS = 1_000
"""The people whose lists are compared one by one: a writer errs for all or none."""


def check_totals(name: str, file: pq.ParquetFile, group: int) -> None:
    """Refuse a row group in which a list's columns hold unequally many elements."""
    found: dict[str, int] = {}
    chunks = file.metadata.row_group(group)
    for place in range(chunks.num_columns):
        chunk = chunks.column(place)
        first, count = chunk.path_in_schema.partition(".")[0], chunk.num_values
        if first in _lists() and found.setdefault(first, count) != count:
            raise _uneven(name, first, f"row group {group + 1}")


def check_first_lists(name: str, file: pq.ParquetFile, leaves: Iterable[str]) -> None:
    """Refuse a file whose first people have lists of more than one length."""
    found: dict[str, list[int | None]] = {}
    for leaf in leaves:
        first = leaf.partition(".")[0]
        if first not in _lists():
            continue
        lengths = [n for batch in _first(file, leaf) for n in _lengths(batch)]
        if found.setdefault(first, lengths) != lengths:
            pairs = zip(found[first], lengths, strict=True)
            row = next(i for i, (one, other) in enumerate(pairs, 1) if one != other)
            raise _uneven(name, first, f"row {row}")


@lru_cache(maxsize=1)
def _lists() -> frozenset[str]:
    return frozenset(each.name for each in schema() if pa.types.is_list(each.type))


def _first(file: pq.ParquetFile, leaf: str) -> Iterator[pa.RecordBatch]:
    every = file.iter_batches(
        FIRST_ROWS, row_groups=[0], columns=[leaf], use_threads=False
    )
    return islice(every, 1)


def _lengths(batch: pa.RecordBatch) -> list[int | None]:
    column = batch.column(0)
    if pa.types.is_null(column.type):
        return [None] * batch.num_rows
    return list(column.value_lengths().to_pylist())


def _uneven(name: str, column: str, where: str) -> CaseErrors:
    return refused(
        name,
        f"the columns of {column} hold different numbers of elements in {where}",
        "Whatever wrote it went wrong: make it again.",
    )
