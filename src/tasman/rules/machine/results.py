"""Room for the results of a batch, and the batch made of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.rules.machine.program import Output

Array = npt.NDArray[Any]
_ALIGNED = 64
"""Results start at multiples of so many rows, as Arrow would have it."""


class Results(list[Array]):
    """The output columns of a program, to be written."""

    @cached_property
    def addresses(self) -> npt.NDArray[np.int64]:
        """Where each column is in memory."""
        places = [r.__array_interface__["data"][0] for r in self]
        return np.array(places or [0], np.int64)


def room(files: Sequence[str], count: int) -> Results:
    """Return room for results: in one piece for each type, which takes few pages."""
    places = -(-count // _ALIGNED) * _ALIGNED
    rooms = {
        file: iter(np.empty((files.count(file), places), dtype))
        for file, dtype in (("T", np.int8), ("I", np.int32))
    }
    return Results(next(rooms[file])[:count] for file in files)


def as_batch(
    outputs: Sequence[Output], results: Results, schema: pa.Schema
) -> pa.RecordBatch:
    """Return the results under their names; equal results share their memory."""
    buffers = [pa.py_buffer(column) for column in results]
    count = len(results[0]) if results else 0
    columns = [c for o in outputs for c in (*o.columns, *_kinds_of(o))]
    made: dict[tuple[int, pa.DataType], pa.Array] = {}
    arrays = []
    for column, type_ in zip(columns, schema.types, strict=True):
        array = made.get((column, type_))
        if array is None:
            array = pa.Array.from_buffers(type_, count, [None, buffers[column]])
            made[column, type_] = array
        arrays.append(array)
    return pa.record_batch(arrays, schema=schema)


def _kinds_of(output: Output) -> tuple[int, ...]:
    return () if output.kinds < 0 else (output.kinds,)
