"""Parquet files of cases: opened, checked against the vocabulary, read in pieces."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tasman.facts.arrow import OTHERS, schema
from tasman.facts.errors import CaseErrors, did_you_mean
from tasman.facts.files import refused
from tasman.population.evenness import check_first_lists, check_totals
from tasman.population.making import METADATA

ROWS_AT_ONCE = 65_536
"""The most rows held of one row group at a time."""
_LAST_BYTES = 1 << 16


@dataclass(frozen=True)
class People:
    """A Parquet file of cases: where it is, what it holds, how it came about."""

    path: Path
    group_rows: tuple[int, ...]
    schema: pa.Schema
    made: dict[str, Any]
    mark: str = ""
    changed_ns: int = 0

    @property
    def rows(self) -> int:
        """How many people there are."""
        return sum(self.group_rows)

    @property
    def row_groups(self) -> int:
        """In how many pieces the file holds them."""
        return len(self.group_rows)

    @property
    def synthetic(self) -> bool:
        """Whether the file says that nobody in it is anybody."""
        return self.made.get("kind") == "synthetic"


def open_people(path: Path) -> People:
    """Return what a Parquet file of cases holds.

    Raises CaseErrors when it is not there, is no Parquet file or is cut short, or when
    a column has another type than the vocabulary's.
    """
    name = str(path)
    if not path.exists():
        raise refused(
            name, "there is no such file", "Make one: tasman population make."
        )
    try:
        mark, changed_ns = mark_of(path), path.stat().st_mtime_ns
        with pq.ParquetFile(path) as file:
            found, plain = file.metadata, file.schema_arrow
    except (pa.ArrowException, OSError) as error:
        raise _unreadable(name, error) from None
    told = (plain.metadata or {}).get(METADATA)
    try:
        made = json.loads(told) if told else {}
    except ValueError:
        made = {}
    _check_schema(name, plain)
    groups = range(found.num_row_groups)
    rows = tuple(found.row_group(i).num_rows for i in groups)
    return People(path, rows, plain, dict(made), mark, changed_ns)


def mark_of(path: Path) -> str:
    """Return what tells a file from others of its name: its size and how it ends.

    A Parquet file ends with where each column stands and the bounds of its values.
    """
    size = path.stat().st_size
    with path.open("rb") as file:
        file.seek(max(0, size - _LAST_BYTES))
        end = file.read()
    return hashlib.sha256(end + str(size).encode()).hexdigest()


def still_the_same(people: People) -> None:
    """Refuse a file that has changed since it was opened; raises CaseErrors."""
    try:
        changed_ns = people.path.stat().st_mtime_ns
        same = changed_ns == people.changed_ns and mark_of(people.path) == people.mark
    except OSError:
        same = False
    if not same:
        raise _changed(people)


def _changed(people: People) -> CaseErrors:
    fix = "Leave it be; run it again."
    return refused(str(people.path), "changed while it was read", fix)


def _unreadable(name: str, error: Exception) -> CaseErrors:
    reason = str(error).splitlines()[0][:120]
    return refused(
        name,
        f"cannot be read as Parquet ({reason})",
        "It may be cut short: copy or make it again.",
    )


def people_of(name: str, schema: pa.Schema) -> People:
    """Return what a table of these columns holds, without its rows, or refuse it.

    Raises CaseErrors when a column has another type than the vocabulary's.
    """
    _check_schema(name, schema)
    return People(Path(name), (), schema, {})


def _check_schema(name: str, found: pa.Schema) -> None:
    """Refuse a column whose type is not the vocabulary's; others are left alone."""
    wanted = schema()
    known = 0
    for field in found:
        at = wanted.get_field_index(field.name)
        if at >= 0:
            known += 1
            _check_type(name, field.name, field.type, wanted.field(at).type)
    if not known:
        columns = ", ".join(found.names[:8])
        raise refused(
            name,
            f"no column has a name of the vocabulary; it has {columns}",
            "Bring your own columns in with: tasman population import.",
        )


def _check_type(name: str, column: str, found: pa.DataType, want: pa.DataType) -> None:
    if pa.types.is_null(found) or found == want:
        return
    if pa.types.is_list(want) and (
        pa.types.is_list(found) or pa.types.is_large_list(found)
    ):
        if not pa.types.is_struct(found.value_type):
            raise _wrong(name, column, found, "a list of structs")
        parts = {part.name: part.type for part in want.value_type}
        for part in found.value_type:
            if part.name not in parts:
                fix = did_you_mean(part.name, parts) + "See: tasman schema."
                raise refused(name, f"{column} has no field {part.name}", fix)
            _check_type(name, f"{column}.{part.name}", part.type, parts[part.name])
        return
    if want == pa.date32() and found == pa.int32():
        return
    raise _wrong(name, column, found, str(want))


def _wrong(name: str, column: str, found: pa.DataType, want: str) -> CaseErrors:
    return refused(name, f"column {column} is {found}", f"It must be {want}.")


def need_columns(people: People, columns: Iterable[str], what: str) -> None:
    """Refuse a file that lacks a column which an option needs."""
    for column in columns:
        if people.schema.get_field_index(column) < 0:
            near = did_you_mean(column, people.schema.names)
            raise refused(
                str(people.path), f"there is no column {column}", f"{near}{what}"
            )


def batches(
    people: People, group: int, wanted: Iterable[tuple[str, str]] | None = None
) -> Iterator[pa.RecordBatch]:
    """Yield one row group in pieces; `wanted` names (list or "", column) to read.

    Raises CaseErrors when the file turns out to be damaged.
    """
    name = str(people.path)
    try:
        footer = _footer(people.path, people.mark, people.changed_ns)
        with pq.ParquetFile(
            people.path, metadata=footer, page_checksum_verification=True
        ) as file:
            columns = _leaves(file, wanted)
            check_totals(name, file, group)
            if not group:
                check_first_lists(name, file, columns)
            yield from file.iter_batches(
                ROWS_AT_ONCE, row_groups=[group], columns=columns, use_threads=False
            )
    except (pa.ArrowException, OSError) as error:
        if mark_of(people.path) != people.mark:
            raise _changed(people) from None
        raise _unreadable(name, error) from None


@lru_cache(maxsize=4)
def _footer(path: Path, mark: str, changed_ns: int) -> pq.FileMetaData:
    """Return what a file says of its row groups: of many, long to read for each."""
    return pq.read_metadata(path)


def _leaves(
    file: pq.ParquetFile, wanted: Iterable[tuple[str, str]] | None
) -> list[str]:
    """Return the paths of the columns to read, inner ones of lists included."""
    if wanted is None:
        return [file.schema.column(i).path for i in range(len(file.schema))]
    wanted = set(wanted)
    lists = {name for name, _ in wanted if name}
    found = []
    for i in range(len(file.schema)):
        path = file.schema.column(i).path
        first, *inner = path.split(".")
        if not inner:
            keep = ("", first) in wanted
        else:
            last = inner[-1]
            keep = first in lists and ((first, last) in wanted or last == OTHERS)
        if keep:
            found.append(path)
    missing = lists - {path.partition(".")[0] for path in found}
    for i in range(len(file.schema)):
        path = file.schema.column(i).path
        if path.partition(".")[0] in missing:
            missing.discard(path.partition(".")[0])
            found.append(path)
    return found or [file.schema.column(0).path]
