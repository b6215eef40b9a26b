"""Cases as Arrow columns: a schema made from the vocabulary, and both ways to and fro.

A null is unknown, everywhere. A truth is an int8: 0 no, 1 unknown, 2 yes. A date is
the pair `_from`, `_to` (date32); a number the pair `_at_least`, `_at_most`; a term two
such pairs, of months and of days. A choice is an int32 mask of the words still
possible. A list is a list of structs; a null list is one of which nothing is known. In
each struct `others` is true on the last row of an incomplete list: that row stands for
any number of further elements and holds what is known of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import pyarrow as pa

from tasman.facts.case import NOTHING_KNOWN, UNKNOWN, Elements, Facts
from tasman.facts.days import UNKNOWN_DATE
from tasman.facts.fields import ChoiceField, Field, ListField, Record
from tasman.facts.terms import UNBOUNDED, UNKNOWN_TERM
from tasman.facts.vocabulary import Person

OTHERS = "others"
CLOCKS = ("as_at", "law_at", "known_at")

_SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "truth": ("",),
    "choice": ("",),
    "date": ("_from", "_to"),
    "number": ("_at_least", "_at_most"),
    "term": (
        "_months_at_least",
        "_months_at_most",
        "_days_at_least",
        "_days_at_most",
    ),
}
_TYPES = {
    "truth": pa.int8(),
    "choice": pa.int32(),
    "date": pa.date32(),
    "number": pa.int32(),
    "term": pa.int32(),
}


def column_names(field: Field[Any]) -> tuple[str, ...]:
    """Return the names of the columns that hold a field; none for text."""
    if isinstance(field, ListField):
        return (field.name,)
    if field.type == "text" or field.name == "position":
        return ()
    return tuple(field.name + suffix for suffix in _SUFFIXES[field.type])


def null_values(field: Field[Any]) -> tuple[int, ...]:
    """Return what a null means in each column of a field: the widest value."""
    if isinstance(field, ChoiceField):
        return (field.all_values,)
    return {
        "truth": (UNKNOWN,),
        "date": UNKNOWN_DATE,
        "number": (-UNBOUNDED, UNBOUNDED),
        "term": UNKNOWN_TERM,
    }[field.type]


def record_type(record: type[Record]) -> pa.StructType:
    """Return the Arrow struct that holds one record of this class."""
    return pa.struct(_columns(record))


def schema(record: type[Record] = Person, clocks: Sequence[str] = ()) -> pa.Schema:
    """Return the Arrow schema of cases, with a date column for each clock named."""
    columns = [pa.field(name, pa.date32()) for name in clocks]
    return pa.schema(columns + _columns(record))


def _columns(record: type[Record]) -> list[pa.Field]:
    found: list[pa.Field] = []
    for name, field in record.fields().items():
        if isinstance(field, ListField):
            inner = [pa.field(OTHERS, pa.bool_()), *_columns(field.of)]
            found.append(pa.field(name, pa.list_(pa.struct(inner))))
        else:
            found += [pa.field(n, _TYPES[field.type]) for n in column_names(field)]
    return found


def to_batch(
    cases: Iterable[Facts],
    record: type[Record] = Person,
    clocks: Mapping[str, Sequence[int]] | None = None,
) -> pa.RecordBatch:
    """Return the cases as a record batch; `clocks` gives a day for each case."""
    rows = list(cases)
    columns = {
        n: pa.array(d, pa.int32()).cast(pa.date32()) for n, d in (clocks or {}).items()
    }
    columns |= _record_columns(record, rows)
    return pa.record_batch(columns, schema=schema(record, tuple(clocks or ())))


def _record_columns(record: type[Record], rows: list[Facts]) -> dict[str, pa.Array]:
    columns: dict[str, pa.Array] = {}
    for name, field in record.fields().items():
        if isinstance(field, ListField):
            columns[name] = _list_column(field, rows)
            continue
        columns |= field_columns(field, [row.get(name) for row in rows])
    return columns


def field_columns(field: Field[Any], values: Sequence[Any]) -> dict[str, pa.Array]:
    """Return the columns of a field that is no list: none for text; None is unknown."""
    columns: dict[str, pa.Array] = {}
    for i, column in enumerate(column_names(field)):
        null = null_values(field)[i]
        bounds = [_bound(value, i, null) for value in values]
        raw = pa.int8() if field.type == "truth" else pa.int32()
        columns[column] = pa.array(bounds, raw).cast(_TYPES[field.type])
    return columns


def _bound(value: Any, place: int, null: int) -> int | None:
    if value is None:
        return None
    bound: int = value[place] if isinstance(value, tuple) else value
    return None if bound == null else bound


def _list_column(field: ListField[Any], rows: list[Facts]) -> pa.Array:
    offsets: list[int | None] = []
    items: list[Facts] = []
    others: list[bool] = []
    for row in rows:
        known = row.get(field.name, NOTHING_KNOWN)
        if known == NOTHING_KNOWN:
            offsets.append(None)
            continue
        offsets.append(len(items))
        items += known.items
        others += [False] * len(known.items)
        if known.rest is not None:
            items.append(known.rest)
            others.append(True)
    children = {OTHERS: pa.array(others, pa.bool_())}
    children |= _record_columns(field.of, items)
    struct = pa.StructArray.from_arrays(
        list(children.values()),
        fields=[pa.field(name, child.type) for name, child in children.items()],
    )
    return pa.ListArray.from_arrays(
        pa.array([*offsets, len(items)], pa.int32()), struct
    )


def to_cases(
    batch: pa.RecordBatch, record: type[Record] = Person
) -> Iterator[dict[str, Any]]:
    """Yield the facts of each row: what `to_batch` was given, text apart."""
    reader = _Reader(record, batch.schema)
    for row in batch.to_pylist():
        yield reader.facts(row)


class _Reader:
    """Reads one record's facts from rows that have some of its columns."""

    def __init__(
        self, record: type[Record], columns: pa.Schema | pa.StructType
    ) -> None:
        self._leaves: list[tuple[str, tuple[str, ...], tuple[int, ...]]] = []
        self._lists: list[tuple[str, _Reader]] = []
        types = {each.name: each.type for each in columns}
        for name, field in record.fields().items():
            names = column_names(field)
            if types.keys().isdisjoint(names):
                continue
            if isinstance(field, ListField):
                if not pa.types.is_null(types[name]):
                    inner = _Reader(field.of, types[name].value_type)
                    self._lists.append((name, inner))
            else:
                self._leaves.append((name, names, null_values(field)))

    def facts(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """Return what a row says; nothing of what is unknown."""
        facts: dict[str, Any] = {}
        for name, names, nulls in self._leaves:
            values = tuple(map(_plain, map(row.get, names), nulls))
            if values != nulls:
                facts[name] = values if len(values) > 1 else values[0]
        for name, inner in self._lists:
            if row[name] is not None:
                elements = inner.elements(row[name])
                if elements != NOTHING_KNOWN:
                    facts[name] = elements
        return facts

    def elements(self, rows: list[Mapping[str, Any]]) -> Elements:
        """Return a list's elements; the row marked as others is the rest."""
        known = tuple(self.facts(row) for row in rows if not row.get(OTHERS))
        rest = [self.facts(row) for row in rows if row.get(OTHERS)]
        return Elements(known, rest[0] if rest else None)


def _plain(value: Any, null: int) -> int:
    if value is None:
        return null
    return (value - _EPOCH).days if isinstance(value, type(_EPOCH)) else int(value)


_EPOCH = pa.scalar(0, pa.date32()).as_py()
