"""Tables written in words to the columns that the machine reads.

A column is named like the fact and holds what a case file would: words, yes and no,
dates (`2014-12` too), lists of structs. Each distinct cell is read once, by the reader
of case files. A null or an empty cell is unknown; a list that is there is complete,
unless its last element has `others` set.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasman.facts.arrow import CLOCKS, OTHERS, field_columns, schema, to_batch
from tasman.facts.cells import node_of
from tasman.facts.errors import BadValue, did_you_mean
from tasman.facts.fields import Field, ListField, Record, TextField
from tasman.facts.nodes import NOWHERE
from tasman.facts.reading import Problems
from tasman.facts.values import read_value
from tasman.facts.vocabulary import Person

Place = Callable[[int], str]
"""Says where the value at an index stands: `row 3, sentences[1].term`."""


def from_words(
    table: Any, *, leave_out: str | Collection[str] = (), record: type[Record] = Person
) -> pa.RecordBatch:
    """Return the machine's batch of a table in words, a row for each of its rows.

    The table may be of any library that speaks Arrow, or a mapping of columns. Clocks
    (`as_at`, `law_at`, `known_at`) may stand beside the facts; `leave_out` names
    columns that say nothing of the law. Raises CaseErrors naming row (from 1) and
    column of what cannot be read.
    """
    batch = _arrow(table)
    problems = Problems("")
    reader = _Reader(problems)
    fields = record.fields()
    columns: dict[str, pa.Array] = {}
    left = {leave_out} if isinstance(leave_out, str) else set(leave_out)
    for name in left.difference(batch.schema.names):
        fix = did_you_mean(name, batch.schema.names) + "It cannot be left out."
        problems.add(NOWHERE, f"column {name}", "there is no such column", fix)
    for name, array in zip(batch.schema.names, batch.columns, strict=True):
        if name in left:
            continue
        if batch.schema.names.count(name) > 1:
            fix = "Give each column a name of its own."
            problems.add(NOWHERE, f"column {name}", "stands twice", fix)
        elif name in CLOCKS:
            columns[name] = reader.clock(name, array)
        elif name in fields:
            columns |= reader.column(fields[name], array, _rows(name))
        else:
            problems.add(NOWHERE, f"column {name}", *_unknown(name, fields, record))
    problems.settle()
    if not columns:
        return to_batch([{}] * batch.num_rows, record)
    return pa.record_batch(columns)


def _unknown(
    name: str, fields: Collection[str], record: type[Record]
) -> tuple[str, str]:
    if name in schema(record).names:
        return (
            "is of the machine's own form, not words",
            "Such columns need no reading: make a RecordBatch of them all.",
        )
    fix = "Name it like the fact, or leave it out with leave_out."
    return "there is no such fact", did_you_mean(name, [*fields, *CLOCKS]) + fix


def _arrow(table: Any) -> pa.RecordBatch:
    """Return any table as one Arrow batch; raises BadValue for what is none."""
    try:
        if isinstance(table, pa.RecordBatch):
            return table
        if isinstance(table, pa.Table):
            found = table
        elif type(table).__module__.partition(".")[0] == "pandas":
            found = pa.Table.from_pandas(table, preserve_index=False)
        else:
            found = pa.table(table)
    except (pa.ArrowException, TypeError, ValueError) as error:
        reason = str(error).splitlines()[0][:160]
        fix = "Give an Arrow, pandas or Polars table, each column of one type."
        raise BadValue(
            f"this is no table that Arrow can read ({reason})", fix
        ) from None
    whole = found.combine_chunks().to_batches()
    if len(whole) > 1:
        raise BadValue("the table is too large for one batch", "Give it in pieces.")
    return whole[0] if whole else pa.RecordBatch.from_pylist([], found.schema)


def _rows(name: str) -> Place:
    return lambda i: f"row {i + 1}, {name}"


class _Reader:
    """Reads columns; what cannot be read is noted with its place."""

    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    def _wrong(self, place: str, problem: str, fix: str) -> None:
        self._problems.add(NOWHERE, place, problem, fix)

    def column(
        self, field: Field[Any], array: pa.Array, at: Place
    ) -> dict[str, pa.Array]:
        """Return the machine's columns of a field; none where they can say nothing."""
        if isinstance(field, TextField) or pa.types.is_null(array.type):
            return {}
        if isinstance(field, ListField):
            found = self._list(field, array, at)
            return {} if found is None else {field.name: found}
        places, values = self._values(field, array, at)
        return {
            name: column.take(places)
            for name, column in field_columns(field, values).items()
        }

    def clock(self, name: str, array: pa.Array) -> pa.Array:
        """Return a clock's days: one exact day for each row."""
        born = Person.fields()["born_on"]
        places, values = self._values(born, array, _rows(name))
        exact = [None if v is None or v[0] != v[1] else v[0] for v in values]
        days = pa.array(exact, pa.int32()).cast(pa.date32()).take(places)
        if days.null_count and not self._problems.found:
            row = pc.index(days.is_null(), True).as_py()
            self._wrong(_rows(name)(row), "is not one day", "Give every row its day.")
        return days

    def _values(
        self, field: Field[Any], array: pa.Array, at: Place
    ) -> tuple[pa.Array, list[Any]]:
        """Return the distinct values of a column, and for each row which it has."""
        places, cells = _distinct(array)
        values = []
        for i, cell in enumerate(cells):
            value = None
            try:
                value = read_value(field, node_of(cell))
            except BadValue as error:
                first = pc.index(places, pa.scalar(i, places.type)).as_py()
                if first >= 0:  # A category that no row is in harms nobody.
                    self._wrong(at(first), error.problem, error.fix)
            values.append(value)
        return places, values

    def _list(
        self, field: ListField[Any], array: pa.Array, at: Place
    ) -> pa.ListArray | None:
        """Return a list column with its elements' columns in the machine's form."""
        inner = array.type.value_type if _is_list(array.type) else array.type
        if _is_list(array.type) and pa.types.is_null(inner):
            inner = pa.struct([pa.field(OTHERS, pa.bool_())])
        elif not _is_list(array.type) or not pa.types.is_struct(inner):
            fix = f"Give a list of structs with fields of {field.of.__name__}."
            self._wrong(f"column {field.name}", f"is {array.type}", fix)
            return None
        array = array.cast(pa.list_(inner))
        elements, offsets = array.flatten(), _offsets(array)

        def place(part: str) -> Place:
            def where(i: int) -> str:
                begins = offsets.to_pylist()
                row = bisect_right(begins, i) - 1
                return f"{at(row)}[{i - begins[row]}]{part}"

            return where

        if elements.null_count:
            first = pc.index(elements.is_null(), True).as_py()
            fix = "Leave it out, or set `others` in a last element."
            self._wrong(place("")(first), "an element that is null", fix)
            return None
        children = self._children(field, elements, place)
        struct = pa.StructArray.from_arrays(
            list(children.values()),
            fields=[pa.field(name, child.type) for name, child in children.items()],
        )
        return pa.ListArray.from_arrays(offsets, struct, mask=array.is_null())

    def _children(
        self,
        field: ListField[Any],
        elements: pa.StructArray,
        place: Callable[[str], Place],
    ) -> dict[str, pa.Array]:
        children: dict[str, pa.Array] = {}
        fields = field.of.fields()
        for part, array in zip(elements.type, elements.flatten(), strict=True):
            name = f"{field.name}.{part.name}"
            if part.name == OTHERS:
                children[OTHERS] = self._others(array, name)
            elif part.name in fields:
                at = place(f".{part.name}")
                children |= self.column(fields[part.name], array, at)
            else:
                known = ", ".join(fields)
                fix = did_you_mean(part.name, fields) + f"It may hold: {known}."
                self._wrong(f"column {name}", "there is no such fact", fix)
        return children or {OTHERS: pa.nulls(len(elements), pa.bool_())}

    def _others(self, array: pa.Array, name: str) -> pa.Array:
        if pa.types.is_boolean(array.type) or pa.types.is_null(array.type):
            return array.cast(pa.bool_())
        self._wrong(f"column {name}", f"is {array.type}", "It must be true or false.")
        return pa.nulls(len(array), pa.bool_())


def _is_list(type_: pa.DataType) -> bool:
    return any(
        is_such(type_)
        for is_such in (
            pa.types.is_list,
            pa.types.is_large_list,
            pa.types.is_fixed_size_list,
            pa.types.is_list_view,
        )
    )


def _offsets(array: pa.ListArray) -> pa.Array:
    """Return where each list begins among all elements, those of nulls left out."""
    lengths = pc.fill_null(pc.list_value_length(array), 0).cast(pa.int32())
    ends = pc.cumulative_sum(lengths)
    return pa.concat_arrays([pa.array([0], pa.int32()), ends])


def _distinct(array: pa.Array) -> tuple[pa.Array, list[Any]]:
    """Return the distinct cells of a column, and for each row which it holds."""
    if pa.types.is_dictionary(array.type):
        return array.indices, array.dictionary.to_pylist()
    if pa.types.is_nested(array.type):
        return _distinct_nested(array.to_pylist())
    if pa.types.is_timestamp(array.type):
        array = array.cast(pa.timestamp("us", array.type.tz), safe=False)
    elif pa.types.is_large_string(array.type) or pa.types.is_string_view(array.type):
        array = array.cast(pa.string())
    coded = array.dictionary_encode()
    return coded.indices, coded.dictionary.to_pylist()


def _distinct_nested(cells: list[Any]) -> tuple[pa.Array, list[Any]]:
    found: dict[str, int] = {}
    distinct: list[Any] = []
    places: list[int | None] = []
    for cell in cells:
        if cell is None:
            places.append(None)
            continue
        place = found.setdefault(repr(cell), len(distinct))
        if place == len(distinct):
            distinct.append(cell)
        places.append(place)
    return pa.array(places, pa.int32()), distinct
