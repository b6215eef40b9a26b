"""Values in a batch of cases that no case could have: refused, with the row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.arrow import OTHERS, column_names, to_cases
from tasman.facts.consistency import impossibilities
from tasman.facts.errors import BadValue
from tasman.facts.fields import ChoiceField, Field, ListField, NumberField, Record
from tasman.facts.nodes import NOWHERE
from tasman.facts.reading import Problems
from tasman.facts.vocabulary import Person

Array = npt.NDArray[Any]


def check_values(batch: pa.RecordBatch, first_row: int = 0) -> None:
    """Refuse a batch that holds an impossible value; rows count from 1.

    Raises BadValue naming the column and the first row at fault.
    """
    names = set(batch.schema.names)
    columns = {name: batch.column(name) for name in names}
    for column, bad in _impossible(Person, columns):
        raise _at(column, int(np.argmax(bad)) + first_row)
    for name, field in Person.fields().items():
        if isinstance(field, ListField) and name in names:
            _check_list(name, field, batch.column(name), first_row)


def check_persons(batch: pa.RecordBatch) -> None:
    """Refuse a batch in which some person's facts cannot all be true.

    Raises CaseErrors naming row and fact of each contradiction; rows count from 1.
    """
    problems = Problems("")
    for row, facts in enumerate(to_cases(batch), 1):
        for each in impossibilities(facts):
            problems.add(NOWHERE, f"row {row}, {each.field}", each.problem, each.fix)
    problems.settle()


def _at(column: str, row: int) -> BadValue:
    return BadValue(
        f"column {column} has an impossible value in row {row + 1}",
        "Lower bounds come first; truth is 0, 1 or 2; see: tasman schema.",
    )


def _check_list(
    name: str, field: ListField[Any], column: pa.ListArray, first_row: int
) -> None:
    if pa.types.is_null(column.type):
        return
    struct = column.flatten()
    lengths = column.value_lengths().fill_null(0).to_numpy(zero_copy_only=False)
    owners = np.repeat(np.arange(len(column)), lengths)
    if struct.null_count:
        bad = ~np.asarray(struct.is_valid().to_numpy(zero_copy_only=False))
        raise _at(name, int(owners[np.argmax(bad)]) + first_row)
    inner = {part.name: struct.field(part.name) for part in struct.type}
    for part, bad in _impossible(field.of, inner):
        row = int(owners[np.argmax(bad)]) + first_row
        raise _at(f"{name}.{part}", row)
    if OTHERS in inner and len(struct):
        marks = inner[OTHERS].fill_null(False).to_numpy(zero_copy_only=False)
        last = np.diff(owners, append=len(column)) > 0
        if (bad := np.asarray(marks) & ~last).any():
            row = int(owners[np.argmax(bad)]) + first_row + 1
            raise BadValue(
                f"column {name}.{OTHERS} is set before the end of row {row}'s list",
                "Only the last element may stand for others.",
            )


def _impossible(
    record: type[Record], columns: dict[str, pa.Array]
) -> Iterator[tuple[str, Array]]:
    """Yield each column that holds an impossible value, and where."""
    for field in record.fields().values():
        if isinstance(field, ListField):
            continue
        found = [(n, columns[n]) for n in column_names(field) if n in columns]
        read = [(n, *_values(c)) for n, c in found if not pa.types.is_null(c.type)]
        for name, values, known in read:
            bad = known & ~_possible(field, values)
            if bad.any():
                yield name, bad
        for i in range(0, len(read) - 1, 2):
            (name, low, known), (_, high, also) = read[i], read[i + 1]
            if len(read) == len(column_names(field)):
                bad = known & also & (low > high)
                if bad.any():
                    yield name, bad


def _values(column: pa.Array) -> tuple[Array, Array]:
    if pa.types.is_date32(column.type):
        column = column.view(pa.int32())
    known = np.asarray(column.is_valid().to_numpy(zero_copy_only=False), bool)
    return np.asarray(column.fill_null(0).to_numpy(zero_copy_only=False)), known


def _possible(field: Field[Any], values: Array) -> Array:
    if isinstance(field, ChoiceField):
        return np.asarray((values > 0) & (values <= field.all_values))
    if field.type == "truth":
        return np.asarray((values >= 0) & (values <= 2))
    if isinstance(field, NumberField) or field.type == "term":
        return np.asarray(values >= 0)
    return np.ones(len(values), bool)
