"""The results of a simulation: one long table, written whole, read with DuckDB.

Each row counts people: `level` says by what (all; one dimension; every dimension
together). Rows of the table `counts` give the answer of one regime; rows of the table
`transitions` give the answer before, under the baseline, and after, under another.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from tasman._version import __version__
from tasman.facts.days import iso
from tasman.population.counting import ANSWERS, Joint
from tasman.population.making import METADATA
from tasman.population.outputs import parquet_writer
from tasman.population.reading import People
from tasman.population.regimes import UNSOURCED, Regime, rests_on_nothing
from tasman.population.simulate import Question
from tasman.population.suppression import Key, suppressed

ALL = "all"


@dataclass(frozen=True)
class _Level:
    """By what the rows of a table are counted: places among the dimensions."""

    name: str
    places: tuple[int, ...]


def _levels(names: Sequence[str]) -> list[_Level]:
    found = [_Level(ALL, ())]
    found += [_Level(name, (i,)) for i, name in enumerate(names)]
    if len(names) > 1:
        found.append(_Level(" and ".join(names), tuple(range(len(names)))))
    return found


def rows_of(
    tables: Iterable[Joint], question: Question, synthetic: bool
) -> list[dict[str, Any]]:
    """Return every row of the results; of real people, without small cells."""
    regimes = {regime.name: regime for regime in question.regimes}
    rows = []
    for table in tables:
        for i, name in enumerate(table.regimes):
            why = _why_not(regimes[name], table.provision, synthetic)
            for level in _levels([each.name for each in question.by]):
                told = {"level": level.name, "provision": table.provision, "why": why}
                counted = _counted(table, level, (i,))
                head = {"table": "counts", "regime": name, **told}
                rows += _rows(head, counted, question, level, synthetic)
                against = regimes[name].against
                if against:
                    counted = _counted(table, level, (table.regimes.index(against), i))
                    head |= {"table": "transitions", "against": against}
                    rows += _rows(head, counted, question, level, synthetic)
    return rows


def _why_not(regime: Regime, provision: str, synthetic: bool) -> str | None:
    unsourced = synthetic and rests_on_nothing(regime.law, provision, regime.law_at)
    return UNSOURCED if unsourced else None


def _counted(
    table: Joint, level: _Level, regimes: tuple[int, ...]
) -> Counter[tuple[int, ...]]:
    """Return people by band at a level, then by answer under these regimes."""
    found: Counter[tuple[int, ...]] = Counter()
    for bands, answers, count in table.cells():
        key = (*(bands[i] for i in level.places), *(answers[i] for i in regimes))
        found[key] += count
    return found


def _rows(
    head: dict[str, Any],
    counted: Counter[tuple[int, ...]],
    question: Question,
    level: _Level,
    synthetic: bool,
) -> list[dict[str, Any]]:
    width = len(level.places)
    cells: dict[Key, int] = {tuple(key): count for key, count in counted.items()}
    axes = range(len(next(iter(cells)))) if cells else range(0)
    hidden = set() if synthetic else suppressed(cells, list(axes))
    rows = []
    for key, count in sorted(counted.items()):
        row = dict(head)
        for place, code in zip(level.places, key[:width], strict=True):
            dimension = question.by[place]
            row[dimension.name] = dimension.words[code]
        *before, after = key[width:]
        row["before"] = ANSWERS[before[0]] if before else None
        row["answer"] = ANSWERS[after]
        row["suppressed"] = key in hidden
        row["persons"] = None if key in hidden or head["why"] else count
        if head["why"]:
            row["answer"] = row["before"] = None
        rows.append(row)
    return rows[:1] if head["why"] else rows


def schema(question: Question) -> pa.Schema:
    """Return the columns of a results file."""
    words = ["table", "level", "provision", "regime", "against", "before", "answer"]
    words += [each.name for each in question.by]
    fields = [pa.field(name, pa.string()) for name in words]
    fields += [pa.field("persons", pa.int64()), pa.field("suppressed", pa.bool_())]
    return pa.schema([*fields, pa.field("why", pa.string())])


def told_of(question: Question, people: People, persons: int) -> dict[str, Any]:
    """Return what a results file says of itself."""

    def day(value: int | str) -> str:
        return iso(value) if isinstance(value, int) else f"column {value}"

    return {
        "kind": "results",
        "made_by": f"tasman {__version__}",
        "of": "synthetic" if people.synthetic else "imported",
        "persons": persons,
        "share_of_parameters_assumed": people.made.get("share_of_parameters_assumed"),
        "as_at": day(question.as_at),
        "known_at": day(question.known_at),
        "by": [each.name for each in question.by],
        "provisions": [table.provision for table in question.tables()],
        "lacking": question.check(people),
        "regimes": [
            {
                "name": each.name,
                "law_at": day(each.law_at),
                "law": each.law.digest,
                "reform": each.reform,
                "country": each.country,
                "status": each.status,
            }
            for each in question.regimes
        ],
    }


def write(
    tables: Sequence[Joint], question: Question, people: People, out: Path
) -> dict[str, Any]:
    """Write the results to a Parquet file, whole or not at all; return what it says."""
    told = told_of(question, people, people.rows)
    rows = rows_of(tables, question, people.synthetic)
    columns = schema(question).with_metadata({METADATA: json.dumps(told).encode()})
    found = pa.Table.from_pylist(rows, schema=columns)
    with parquet_writer(out) as opened:
        opened(columns).write_table(found)
    return told
