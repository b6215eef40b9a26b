"""The results of a simulation: one long table, written whole, read with DuckDB.

Each row counts people: `level` says by what (all; one dimension; every dimension
together). Rows of the table `counts` give the answer of one regime; rows of the table
`transitions` give the answer before, under the baseline, and after, under another.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from tasman._version import __version__
from tasman.facts.days import iso
from tasman.population.counting import ANSWERS, EVERYTHING, Joint
from tasman.population.making import METADATA
from tasman.population.outputs import parquet_writer
from tasman.population.reading import People
from tasman.population.regimes import UNSOURCED, Regime, rests_on_nothing
from tasman.population.simulate import Question
from tasman.population.suppression import Key, Kinds, suppressed

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


@dataclass(frozen=True)
class _Table:
    """One table of the results: whose answers, at which level, and what it says."""

    joint: Joint
    level: _Level
    regimes: tuple[int, ...]
    head: Mapping[str, Any]

    @property
    def columns(self) -> list[tuple[str, str]]:
        """The provision and regime of each answer that it crosses."""
        return [self.joint.columns[i] for i in self.regimes]


def rows_of(
    tables: Iterable[Joint], question: Question, synthetic: bool
) -> list[dict[str, Any]]:
    """Return every row of the results; of real people, without small cells."""
    counted = [each for each in tables if each.provision != EVERYTHING]
    found = list(_tables(counted, question, synthetic))
    hidden: list[set[Key]] = [set() for _ in found]
    if not synthetic:
        every = next((each for each in tables if each.provision == EVERYTHING), None)
        if every is None:
            raise ValueError("real people are counted by a question that is `linked`")
        hidden = _hidden(found, every, len(question.by))
    return [
        row
        for table, out in zip(found, hidden, strict=True)
        for row in _rows(table, question, out)
    ]


def _tables(
    tables: Iterable[Joint], question: Question, synthetic: bool
) -> Iterator[_Table]:
    """Yield every table to print, in the order of the results."""
    regimes = {regime.name: regime for regime in question.regimes}
    for joint in tables:
        for i, name in enumerate(joint.regimes):
            why = _why_not(regimes[name], joint.provision, synthetic)
            for level in _levels([each.name for each in question.by]):
                told = {"level": level.name, "provision": joint.provision, "why": why}
                head = {"table": "counts", "regime": name, **told}
                yield _Table(joint, level, (i,), head)
                against = regimes[name].against
                if against:
                    both = (joint.regimes.index(against), i)
                    head = head | {"table": "transitions", "against": against}
                    yield _Table(joint, level, both, head)


def _why_not(regime: Regime, provision: str, synthetic: bool) -> str | None:
    unsourced = synthetic and rests_on_nothing(regime.law, provision, regime.law_at)
    return UNSOURCED if unsourced else None


def _hidden(tables: Sequence[_Table], every: Joint, bands: int) -> list[set[Key]]:
    """Return the cells that each table leaves out, all of them taken together."""
    place = {column: bands + i for i, column in enumerate(every.columns)}
    crossed = [
        (*table.level.places, *(place[column] for column in table.columns))
        for table in tables
    ]
    alike: dict[str, list[int]] = {}
    for (provision, regime), at in place.items():
        alike.setdefault(f"provision {provision}", []).append(at)
        alike.setdefault(f"regime {regime}", []).append(at)
    exchanged = [tuple(group) for group in alike.values()]
    exchanged += [(at,) for at in range(bands + len(place))]
    exchanged.append(tuple(range(bands)))
    return suppressed(Kinds.of(every.cells(), bands), crossed, exchanged)


def _counted(table: _Table) -> Counter[Key]:
    """Return people by band at the table's level, then by answer."""
    found: Counter[Key] = Counter()
    for bands, answers, count in table.joint.cells():
        places = (bands[i] for i in table.level.places)
        found[*places, *(answers[i] for i in table.regimes)] += count
    return found


def _rows(table: _Table, question: Question, hidden: set[Key]) -> list[dict[str, Any]]:
    width = len(table.level.places)
    rows = []
    for key, count in sorted(_counted(table).items()):
        row = dict(table.head)
        for place, code in zip(table.level.places, key[:width], strict=True):
            dimension = question.by[place]
            row[dimension.name] = dimension.words[code]
        *before, after = key[width:]
        row["before"] = ANSWERS[before[0]] if before else None
        row["answer"] = ANSWERS[after]
        row["suppressed"] = key in hidden
        row["persons"] = None if key in hidden or row["why"] else count
        if row["why"]:
            row["answer"] = row["before"] = None
        rows.append(row)
    return rows[:1] if table.head["why"] else rows


def schema(question: Question) -> pa.Schema:
    """Return the columns of a results file."""
    words = ["table", "level", "provision", "regime", "against", "before", "answer"]
    words += [each.name for each in question.by]
    fields = [pa.field(name, pa.string()) for name in words]
    fields += [pa.field("persons", pa.int64()), pa.field("suppressed", pa.bool_())]
    return pa.schema([*fields, pa.field("why", pa.string())])


def _provisions(question: Question) -> Iterator[str]:
    for regime in question.regimes:
        yield from regime.pinpoints


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
        "provisions": list(dict.fromkeys(_provisions(question))),
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
