"""The twelve rules in Tasman and in what a user would pick instead, on identical data.

All run in turn in one process, each round on people not seen before (several peers
keep what they have worked out). Before timing, every peer's answers are compared with
those of the reference evaluator on a sample and of the kernel on all rows.
"""

from __future__ import annotations

import importlib
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from benchmarks import readme
from benchmarks.made_up import Maker
from benchmarks.twelve import LAW, PINPOINTS

from tasman.facts.arrow import to_cases
from tasman.facts.days import parse_day
from tasman.rules.evaluate import Evaluation
from tasman.rules.machine import Machine

NOW = parse_day("2026-11-21")
ONE_DAY = parse_day("2020-01-01")
CORES = os.cpu_count() or 1
ROUNDS = int(os.environ.get("ROUNDS", "5"))
ROWS = int(os.environ.get("ROWS", "100000"))
FEW = 2_000
"""People for peers that take them one at a time."""
NOTE = """A tenth of the facts are unknown.
Ratios are of processor time, which other work on the same computer disturbs less.
Answers were equal wherever both were definite. zen-engine was not asked (7)(d) before
2014-12-11, which it cannot express. Peak memory is of a process that runs one contender
once, making its people included."""
NAMES = [pin.partition("/")[2] for pin in PINPOINTS]


@dataclass
class Contender:
    """One way of running the rules: how, on how many, and how its answers are read."""

    name: str
    run: Callable[[Any], Any]
    read: Callable[[Any], dict[str, Any]]
    rows: int
    lines: int
    unknowns: bool
    prepare: Callable[[pa.RecordBatch], Any] = lambda batch: batch
    cannot: str = ""


def tasman(name: str, *, kinds: bool = False, compiled: bool = True) -> Contender:
    """Tasman's kernel or fallback."""
    options = {"known_at": NOW, "law_at": "as_at", "kinds": kinds, "compiled": compiled}
    machine = Machine(LAW, PINPOINTS, **options)

    def read(out: pa.RecordBatch) -> dict[str, Any]:
        pairs = zip(NAMES, PINPOINTS, strict=True)
        return {name: np.asarray(out.column(pin)) for name, pin in pairs}

    def run(batch: pa.RecordBatch) -> pa.RecordBatch:
        return machine.run(batch, threads=CORES)

    text = importlib.import_module("benchmarks.twelve").__loader__.get_data(
        str(importlib.import_module("benchmarks.twelve").__file__)
    )
    lines = sum(1 for x in text.decode().splitlines() if x.strip() and '"""' not in x)
    return Contender(name, run, read, ROWS, lines, True)


def nullable(out: Any) -> dict[str, Any]:
    """Answers from columns of nullable Booleans."""
    found = {}
    for name in NAMES:
        column = out[name] if hasattr(out, "get_column") else out.column(name)
        arrow = column.to_arrow() if hasattr(column, "to_arrow") else column
        if isinstance(arrow, pa.ChunkedArray):
            arrow = arrow.combine_chunks()
        yes = np.asarray(arrow.fill_null(False))
        found[name] = np.where(np.asarray(arrow.is_null()), 1, 2 * yes)
    return found


def definite(out: Mapping[str, Any]) -> dict[str, Any]:
    """Answers from arrays of Booleans."""
    return {name: 2 * np.asarray(out[name]).astype(int) for name in NAMES}


def one_by_one(out: list[dict[str, Any]]) -> dict[str, Any]:
    """Answers from one mapping a person."""
    return {name: np.array([2 * int(x[name]) for x in out]) for name in NAMES}


def makers() -> dict[str, Callable[[], Contender]]:
    """How to make each contender, by its name."""

    def peer(module: str, make: Callable[[Any], Contender]) -> Callable[[], Contender]:
        return lambda: make(importlib.import_module(f"benchmarks.peers.{module}"))

    ours = ("Tasman, kernel", "Tasman, kernel, kinds of unknown", "Tasman, NumPy")
    return {
        ours[0]: lambda: tasman(ours[0]),
        ours[1]: lambda: tasman(ours[1], kinds=True),
        ours[2]: lambda: tasman(ours[2], compiled=False),
        "DuckDB, by hand": peer("duckdb_sql", _duckdb),
        "Polars, by hand": peer("polars_frames", _polars),
        "OpenFisca-Core": peer("openfisca_rules", _openfisca),
        "OpenFisca-Core, a period a day": peer("openfisca_rules", _openfisca_by_day),
        "policyengine-core": peer("policyengine_rules", _policyengine),
        "policyengine-core, a period a day": peer(
            "policyengine_rules", _policyengine_by_day
        ),
        "zen-engine": peer("zen_rules", _zen),
        "clingo": peer("clingo_rules", _clingo),
    }


def contenders() -> list[Contender]:
    """Every contender that is installed."""
    found = []
    for make in makers().values():
        try:
            found.append(make())
        except ImportError as error:
            print(f"left out: {error} (see benchmarks/peers/requirements.txt)")
    return found


def _duckdb(module: Any) -> Contender:
    sql = module.Sql(CORES)
    return Contender("DuckDB, by hand", sql.run, nullable, ROWS, sql.lines, True)


def _polars(module: Any) -> Contender:
    frames = module.Frames()
    return Contender("Polars, by hand", frames.run, nullable, ROWS, frames.lines, True)


def _openfisca(module: Any) -> Contender:
    fisca = module.Fisca()
    return Contender("OpenFisca-Core", fisca.run, definite, ROWS, fisca.lines, False)


def _openfisca_by_day(module: Any) -> Contender:
    fisca = module.FiscaByDay()
    name = "OpenFisca-Core, a period a day"
    return Contender(name, fisca.run, definite, FEW, fisca.lines, False)


def _policyengine(module: Any) -> Contender:
    engine = module.Engine()
    name = "policyengine-core"
    return Contender(name, engine.run, definite, ROWS, engine.lines, False)


def _policyengine_by_day(module: Any) -> Contender:
    engine = module.EngineByDay()
    name = "policyengine-core, a period a day"
    return Contender(name, engine.run, definite, FEW, engine.lines, False)


def _zen(module: Any) -> Contender:
    from benchmarks.peers.exact import people

    zen = module.Zen()
    return Contender(
        "zen-engine",
        zen.run,
        one_by_one,
        FEW,
        zen.lines,
        False,
        people,
        "(7)(d) to 2014",
    )


def _clingo(module: Any) -> Contender:
    from benchmarks.peers.exact import people

    asp = module.Asp()
    return Contender("clingo", asp.run, one_by_one, FEW, asp.lines, False, people)


def batch_of(
    seed: int, rows: int, one_day: bool, unknown: float = 0.1
) -> pa.RecordBatch:
    """New people."""
    batch = Maker(seed, unknown).batch(rows)
    if one_day:
        days = pa.array(np.full(rows, ONE_DAY, np.int32)).view(pa.date32())
        batch = batch.set_column(0, "as_at", days)
    return batch


def checked(each: Contender) -> dict[str, int]:
    """How the contender's answers compare with the kernel's and the reference's.

    Raises AssertionError where both are definite and differ.
    """
    batch = batch_of(99, each.rows, one_day=False)
    exact = _kernel(batch)
    mine = each.read(each.run(each.prepare(batch)))
    days = np.asarray(batch.column("as_at").view(pa.int32()))
    _against_reference(batch.slice(0, 200), exact)
    counts = {"too sure": 0, "unknown": 0}
    for name in NAMES:
        asked = np.full(batch.num_rows, True)
        if each.cannot and name in ("(7)(d)", "(6)(a)", "(6)"):
            asked = days >= parse_day("2014-12-11")
        wrong = asked & (exact[name] != 1) & (mine[name] != exact[name])
        assert not wrong.any(), (each.name, name, np.flatnonzero(wrong)[:5])
        counts["unknown"] += int((asked & (exact[name] == 1)).sum())
        counts["too sure"] += int(
            (asked & (exact[name] == 1) & (mine[name] != 1)).sum()
        )
    return counts


def _kernel(batch: pa.RecordBatch) -> dict[str, Any]:
    machine = Machine(LAW, PINPOINTS, known_at=NOW, law_at="as_at")
    out = machine.run(batch)
    return {n: np.asarray(out.column(p)) for n, p in zip(NAMES, PINPOINTS, strict=True)}


def _against_reference(batch: pa.RecordBatch, exact: Mapping[str, Any]) -> None:
    days = batch.column("as_at").view(pa.int32()).to_pylist()
    for row, facts in enumerate(to_cases(batch)):
        clocks = {"as_at": days[row], "law_at": days[row], "known_at": NOW}
        reference = Evaluation(LAW, facts, **clocks)
        for name, pin in zip(NAMES, PINPOINTS, strict=True):
            assert reference.provision(pin)[0] == exact[name][row], (row, name)


class Taken(NamedTuple):
    """Medians: cases a second by the clock, and processor time a case in ns."""

    rate: float
    processor: float


def timed(found: list[Contender], one_day: bool) -> dict[str, Taken]:
    """What each takes, all in turn, on new people each round."""
    rates: dict[str, list[float]] = {each.name: [] for each in found}
    costs: dict[str, list[float]] = {each.name: [] for each in found}
    for round_ in range(ROUNDS):
        batch = batch_of(1000 + round_, ROWS, one_day)
        for each in found:
            work = each.prepare(batch.slice(0, each.rows))
            start, used = time.perf_counter(), time.process_time()
            each.run(work)
            costs[each.name].append((time.process_time() - used) / each.rows * 1e9)
            rates[each.name].append(each.rows / (time.perf_counter() - start))
    return {
        name: Taken(statistics.median(rates[name]), statistics.median(costs[name]))
        for name in rates
    }


def _cells(mine: Taken, best: Taken) -> tuple[str, str, str]:
    ratio = mine.processor / best.processor
    return f"{mine.rate:,.0f}", f"{mine.processor:,.0f}", f"{ratio:,.1f}"


def peak(name: str) -> float:
    """Peak memory of a process that runs one contender once, in MiB."""
    code = (
        "from benchmarks import bench_peers as b\n"
        f"each = b.makers()[{name!r}]()\n"
        "each.run(each.prepare(b.batch_of(7, each.rows, False)))\n"
        "from pathlib import Path\n"
        "lines = Path('/proc/self/status').read_text().splitlines()\n"
        "print([x.split()[1] for x in lines if x.startswith('VmHWM')][0])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    return float(done.stdout.split()[-1]) / 1024


def main() -> None:
    """Check, time, and print the table."""
    where = readme.machine()
    found = contenders()
    counts = {each.name: checked(each) for each in found}
    each_day, one_day = timed(found, False), timed(found, True)
    best = found[0].name
    rows = [
        "| what | a day each: cases/s | processor, ns a case | times Tasman's | "
        "one day: cases/s | processor, ns a case | times Tasman's | definite where "
        "truly unknown | lines of rules | peak MiB | people |",
        "|---|---|---|---|---|---|---|---|---|---|---|",
    ]
    for each in found:
        name, count = each.name, counts[each.name]
        sure = count["too sure"] / max(1, count["unknown"])
        cells = (
            name,
            *_cells(each_day[name], each_day[best]),
            *_cells(one_day[name], one_day[best]),
            f"{sure:.0%}",
            f"{each.lines}",
            f"{peak(name):,.0f}",
            f"{each.rows:,}",
        )
        rows.append(f"| {' | '.join(cells)} |")
    note = f"\n{where}; {ROUNDS} rounds in turn, medians. {NOTE}"
    readme.put("peers", "\n".join(rows) + "\n" + note)


if __name__ == "__main__":
    main()
