"""A user's CSV or Parquet to cases: every row is taken or rejected with its reason."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from tasman._version import __version__
from tasman.facts.arrow import to_batch
from tasman.facts.case import Facts
from tasman.facts.cells import text_of
from tasman.facts.consistency import contradictions, impossibilities
from tasman.facts.errors import BadValue, did_you_mean
from tasman.facts.files import refused
from tasman.population.making import METADATA
from tasman.population.mapping import CLOCK_NAMES, ColumnMap, Target, facts_of
from tasman.population.outputs import Opener, parquet_writer, replacing

ROWS_AT_ONCE = 16_384
Row = tuple[int, dict[str, str]]


@dataclass
class Account:
    """What became of every row: read = taken + rejected."""

    read: int = 0
    taken: int = 0
    rejected: int = 0
    persons: int = 0
    left_out: tuple[str, ...] = ()
    warnings: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)

    def to_dict(self) -> dict[str, Any]:
        """Return the account as plain data."""
        return {
            "rows_read": self.read,
            "rows_taken": self.taken,
            "rows_rejected": self.rejected,
            "persons": self.persons,
            "columns_left_out": list(self.left_out),
            "warnings": dict(self.warnings),
            "reasons": dict(self.reasons),
        }


class Source:
    """A CSV or Parquet file as rows of text, numbered from 1."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.parquet = path.suffix.lower() in (".parquet", ".pq")
        if not path.is_file():
            raise refused(str(path), "there is no such file", "Check the name.")
        self.columns = self._parquet_columns() if self.parquet else self._header()

    def _header(self) -> list[str]:
        for _, names in self._lines():
            repeated = [n for n, times in Counter(names).items() if times > 1]
            if repeated:
                fix = "Give each column a name of its own."
                raise refused(str(self.path), f"two columns are {repeated[0]!r}", fix)
            return names
        raise refused(str(self.path), "is empty", "The first line names the columns.")

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        try:
            with self.path.open(encoding="utf-8-sig", newline="") as file:
                yield from enumerate(csv.reader(file, strict=True))
        except (UnicodeDecodeError, csv.Error) as error:
            reason = str(error).splitlines()[0][:80]
            fix = "Save it as CSV in UTF-8."
            raise refused(str(self.path), f"cannot be read ({reason})", fix) from None

    def _parquet_columns(self) -> list[str]:
        try:
            return list(pq.read_schema(self.path).names)
        except (pa.ArrowInvalid, OSError) as error:
            raise self._damaged(error) from None

    def _damaged(self, error: Exception) -> Exception:
        reason = str(error).splitlines()[0][:80]
        fix = "It may be cut short: copy it again."
        return refused(str(self.path), f"cannot be read ({reason})", fix)

    def rows(self) -> Iterator[tuple[int, dict[str, str] | None, list[str]]]:
        """Yield number, cells by column, and cells as they stand; None if too many."""
        if self.parquet:
            yield from self._parquet_rows()
            return
        for number, cells in self._lines():
            if number == 0:
                continue
            named = None
            if len(cells) == len(self.columns):
                named = dict(zip(self.columns, cells, strict=True))
            yield number, named, cells

    def _parquet_rows(self) -> Iterator[tuple[int, dict[str, str], list[str]]]:
        number = 0
        try:
            with pq.ParquetFile(self.path) as file:
                for batch in file.iter_batches(ROWS_AT_ONCE):
                    for row in batch.to_pylist():
                        number += 1
                        named = {name: text_of(value) for name, value in row.items()}
                        yield number, named, list(named.values())
        except (pa.ArrowInvalid, OSError) as error:
            raise self._damaged(error) from None


@dataclass
class _Person:
    """The rows of one person as they are read."""

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    values: list[list[tuple[Target, Any]]] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


class Importer:
    """One import: reads, checks, writes cases and rejected rows, and keeps account."""

    def __init__(self, source: Source, columns: ColumnMap) -> None:
        self.source, self.columns = source, columns
        self.account = Account()
        self._memory: dict[tuple[str, str], tuple[Any, str]] = {}
        self._check_columns()

    def _check_columns(self) -> None:
        have = self.source.columns
        wanted = [*self.columns.columns, *filter(None, [self.columns.id])]
        for name in wanted:
            if name not in have:
                fix = did_you_mean(name, have) + f"It has: {', '.join(have[:12])}."
                raise refused(
                    str(self.source.path), f"there is no column {name!r}", fix
                )
        self.account.left_out = tuple(n for n in have if n not in wanted)
        if self.columns.id:
            self._check_order()

    def _check_order(self) -> None:
        """Refuse a file in which the rows of one person do not stand together."""
        seen: set[str] = set()
        last = None
        for number, cells, _ in self.source.rows():
            id_ = cells[self.columns.id] if cells else last
            if id_ != last and id_ in seen:
                raise refused(
                    str(self.source.path),
                    f"row {number} goes back to an earlier {self.columns.id}",
                    f"Sort the file by {self.columns.id}.",
                )
            if id_ is not None:
                seen.add(id_)
            last = id_

    def persons(self) -> Iterator[_Person]:
        """Yield each person's rows, values and reasons for refusal."""
        current, last = _Person(), None
        for number, cells, raw in self.source.rows():
            self.account.read += 1
            id_ = cells.get(self.columns.id) if cells and self.columns.id else None
            if current.rows and (id_ is None or id_ != last):
                yield current
                current = _Person()
            last = id_
            current.rows.append((number, raw))
            if cells is None:
                wide = len(self.source.columns)
                current.reasons.append(f"{len(raw)} cells where {wide} belong")
                continue
            if self.columns.id and not id_:
                current.reasons.append(f"{self.columns.id}: it is empty")
            self._read(current, cells)
        if current.rows:
            yield current

    def _read(self, person: _Person, cells: dict[str, str]) -> None:
        values = []
        for name, target in self.columns.columns.items():
            value, fault = self._cell(name, target, cells[name].strip())
            if fault:
                person.reasons.append(f"{name}: {fault}")
            elif value is not None:
                values.append((target, value))
        person.values.append(values)

    def _cell(self, name: str, target: Target, text: str) -> tuple[Any, str]:
        if text in self.columns.unknown:
            return None, ""
        key = (name, text)
        found = self._memory.get(key)
        if found is None:
            try:
                found = (target.value(text), "")
            except BadValue as error:
                found = (None, error.problem)
            if len(self._memory) < 100_000:
                self._memory[key] = found
        return found

    def cases(self) -> Iterator[tuple[_Person, Facts, dict[str, int]]]:
        """Yield each person with facts and clocks; reasons say what is wrong."""
        for person in self.persons():
            clocks: dict[str, int] = {}
            values = []
            for row in person.values:
                for target, value in row:
                    if target.path in CLOCK_NAMES:
                        _set_clock(person, clocks, target.path, value)
                values.append([c for c in row if c[0].path not in CLOCK_NAMES])
            for name in self.columns.clocks:
                if name not in clocks and not person.reasons:
                    person.reasons.append(f"{name}: no day is given")
            _disagreements(person, values)
            facts = facts_of(self.columns, values)
            for each in impossibilities(facts):
                person.reasons.append(f"{each.field}: {each.problem}")
            yield person, facts, clocks


def _set_clock(
    person: _Person, clocks: dict[str, int], name: str, value: tuple[int, int]
) -> None:
    if value[0] != value[1] or clocks.get(name, value[0]) != value[0]:
        person.reasons.append(f"{name}: it must be one exact day")
    clocks[name] = value[0]


def _disagreements(person: _Person, values: list[list[tuple[Target, Any]]]) -> None:
    """Note where rows of one person give one fact two values."""
    seen: dict[str, Any] = {}
    for row in values:
        for target, value in row:
            single = not target.list or target.index is not None
            if single and seen.setdefault(target.path, value) != value:
                person.reasons.append(f"{target.path}: the rows disagree")


def run(
    source: Source,
    columns: ColumnMap,
    out: Path,
    rejected: Path,
    progress: Callable[[int], None] = lambda rows: None,
) -> Account:
    """Write cases and rejected rows, both whole or not at all; return the account.

    Raises CaseErrors, before work starts where it can, for a file of no use.
    """
    importer = Importer(source, columns)
    account = importer.account
    with ExitStack() as stack:
        temporary = stack.enter_context(replacing(rejected))
        opened = stack.enter_context(parquet_writer(out))
        file = stack.enter_context(temporary.open("x", encoding="utf-8", newline=""))
        _write(importer, opened, file, progress)
    assert account.read == account.taken + account.rejected
    return account


def _write(
    importer: Importer, opened: Opener, file: TextIO, progress: Callable[[int], None]
) -> None:
    account = importer.account
    lines = csv.writer(file)
    lines.writerow(["row", "reason", *importer.source.columns])
    told = json.dumps({"kind": "imported", "made_by": f"tasman {__version__}"})
    writer: pq.ParquetWriter | None = None
    waiting: list[tuple[Facts, dict[str, int]]] = []

    def flush() -> None:
        nonlocal writer
        names = importer.columns.clocks
        clocks = {name: [c[name] for _, c in waiting] for name in names}
        batch = to_batch([facts for facts, _ in waiting], clocks=clocks)
        schema = batch.schema.with_metadata({METADATA: told.encode()})
        if writer is None:
            writer = opened(schema)
        writer.write_table(pa.Table.from_batches([batch]).cast(schema))
        waiting.clear()

    for person, facts, clocks in importer.cases():
        if person.reasons:
            account.rejected += len(person.rows)
            account.reasons.update({_kind(r) for r in person.reasons})
            for number, raw in person.rows:
                lines.writerow([number, "; ".join(person.reasons), *raw])
        else:
            account.taken += len(person.rows)
            account.persons += 1
            found = contradictions(facts, clocks.get("as_at"))
            account.warnings.update({each.code for each in found})
            waiting.append((facts, clocks))
            if len(waiting) >= ROWS_AT_ONCE:
                flush()
        progress(len(person.rows))
    if waiting or writer is None:
        flush()


def _kind(reason: str) -> str:
    """Return the column or field that a reason is about."""
    return reason.partition(":")[0]


def as_text(account: Account, out: Path, rejected: Path) -> str:
    """Return the account in words."""
    lines = [
        f"{account.read:,} rows read = {account.taken:,} taken + "
        f"{account.rejected:,} rejected.",
        f"{account.persons:,} persons in {out}",
        f"{account.rejected:,} rows with reasons in {rejected}",
    ]
    for what, times in account.reasons.most_common(8):
        lines.append(f"  rejected for {what}: {times:,} persons")
    for code, times in account.warnings.most_common(8):
        lines.append(f"  to look at again ({code}): {times:,} persons")
    if account.left_out:
        lines.append(f"Columns left out: {', '.join(account.left_out)}")
    return "\n".join(lines) + "\n"
