"""Arrow batches as a program reads them: checked, then as buffers or as arrays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.arrow import CLOCKS, OTHERS
from tasman.facts.errors import BadValue
from tasman.rules.machine.program import Column, Program
from tasman.rules.machine.stored import (
    NO_LIST,
    StoredColumn,
    StoredList,
    stored_column,
    stored_list,
)

Numbers = npt.NDArray[Any]


@dataclass
class Inputs:
    """The columns that a program reads of one batch, and what keeps them alive."""

    count: int
    columns: list[pa.Array | None]
    lists: list[pa.ListArray | None]
    keep: list[Any] = field(default_factory=list)
    _tables: tuple[Numbers, Numbers] | None = None
    already: dict[Any, Any] = field(default_factory=dict)
    """What programs that read the same batch have made of its columns and lists."""
    names: list[tuple[str, str]] = field(default_factory=list)
    list_names: list[str] = field(default_factory=list)

    def tables(self) -> tuple[Numbers, Numbers]:
        """Return where the columns and the lists are in memory, for the kernel."""
        if self._tables is None:
            self._tables = (column_table(self), list_table(self))
        return self._tables

    def stored_column(self, column: int) -> StoredColumn | None:
        """Return a column for the fallback; None if it is not there."""
        name = self.names[column]
        if name not in self.already:
            array, before = self.columns[column], None
            if column:
                before = self.already.get(self.names[column - 1])
            self.already[name] = None if array is None else stored_column(array, before)
        found: StoredColumn | None = self.already[name]
        return found

    def stored_list(self, at: int) -> StoredList:
        """Return a list for the fallback."""
        array, name = self.lists[at], self.list_names[at]
        if array is None:
            return NO_LIST
        if name not in self.already:
            self.already[name] = stored_list(array, others_of(array))
        found: StoredList = self.already[name]
        return found


def inputs(
    program: Program,
    batch: pa.RecordBatch,
    already: dict[Any, Any] | None = None,
) -> Inputs:
    """Return the columns that a program reads; a fact without a column is unknown.

    `already` is shared by the programs that read one batch.
    Raises BadValue when a column has another type, a clock lacks a day, or a list has
    null elements.
    """
    lists = {name: _list(batch, name) for name in program.lists}
    columns = [
        _column(batch, lists.get(column.list), column) for column in program.columns
    ]
    names = [(column.list, column.name) for column in program.columns]
    shared = {} if already is None else already
    return Inputs(
        batch.num_rows,
        columns,
        list(lists.values()),
        already=shared,
        names=names,
        list_names=list(lists),
    )


def _list(batch: pa.RecordBatch, name: str) -> pa.ListArray | None:
    at = batch.schema.get_field_index(name)
    if at < 0:
        return None
    array = batch.column(at)
    if pa.types.is_null(array.type):
        return None
    if pa.types.is_large_list(array.type):
        array = array.cast(pa.list_(array.type.value_type))
    if not pa.types.is_list(array.type) or not pa.types.is_struct(
        array.type.value_type
    ):
        raise BadValue(
            f"column {name} is {array.type}", "It must be a list of structs."
        )
    if array.values.null_count:
        raise BadValue(
            f"column {name} has null elements", "Give each element, or `others`."
        )
    return array


def _column(
    batch: pa.RecordBatch, owner: pa.ListArray | None, column: Column
) -> pa.Array | None:
    name = f"{column.list}.{column.name}" if column.list else column.name
    if column.list:
        if owner is None:
            return None
        at = owner.values.type.get_field_index(column.name)
        array = owner.values.field(at) if at >= 0 else None
    else:
        at = batch.schema.get_field_index(column.name)
        array = batch.column(at) if at >= 0 else None
        if column.name in CLOCKS:
            day_column(batch, column.name)
    if array is None or pa.types.is_null(array.type):
        return None
    wanted = pa.int8() if column.truth else pa.int32()
    if array.type == pa.date32():
        array = array.view(pa.int32())
    if array.type != wanted:
        raise BadValue(f"column {name} is {array.type}", f"It must be {wanted}.")
    return array


def others_of(array: pa.ListArray) -> pa.Array | None:
    """Return which stored elements stand for others; None if none does."""
    at = array.values.type.get_field_index(OTHERS)
    return array.values.field(at) if at >= 0 else None


def _address(buffer: pa.Buffer | None) -> int:
    return 0 if buffer is None else int(buffer.address)


def column_table(read: Inputs) -> npt.NDArray[np.int64]:
    """Return, for each column, where its values and validity bits are in memory."""
    table = np.zeros((max(1, len(read.columns)), 4), np.int64)
    for row, array in zip(table, read.columns, strict=False):
        if array is None:
            continue
        valid, data = array.buffers()
        width = array.type.bit_width // 8
        nulls = valid if array.null_count else None
        row[:] = (
            _address(data) + array.offset * width,
            _address(nulls),
            array.offset,
            1,
        )
    return table


_NO_OFFSETS = np.zeros(2, np.int32)
_NO_MARKS = np.zeros(1 << 10, np.uint8)


def list_table(read: Inputs) -> npt.NDArray[np.int64]:
    """Return, for each list, where its offsets, validity and marks are in memory."""
    table = np.zeros((len(read.lists), 8), np.int64)
    for row, array in zip(table, read.lists, strict=True):
        row[0] = _NO_OFFSETS.ctypes.data
        if array is None:
            continue
        valid, offsets = array.buffers()[:2]
        nulls = valid if array.null_count else None
        row[:4] = (
            _address(offsets) + array.offset * 4,
            _address(nulls),
            array.offset,
            1,
        )
        marks = others_of(array)
        if marks is None or len(marks) == 0:
            marks = pa.array(np.zeros(len(array.values) + 1, np.bool_))
            read.keep.append(marks)
        valid, bits = marks.buffers()
        nulls = valid if marks.null_count else None
        row[4:] = (_address(bits), marks.offset, _address(nulls), marks.offset)
    return table


def day_column(batch: pa.RecordBatch, name: str) -> Numbers:
    """Return a clock's column as day numbers; raises BadValue if a row has no day."""
    at = batch.schema.get_field_index(name)
    if at < 0:
        raise BadValue(f"there is no column {name}", "Add it, or fix the date.")
    column = batch.column(at)
    if column.type == pa.date32():
        column = column.view(pa.int32())
    if column.null_count or column.type != pa.int32():
        raise BadValue(f"column {name} lacks days", "Give every row a day (date32).")
    return np.asarray(column)
