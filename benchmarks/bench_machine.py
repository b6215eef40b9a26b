"""The machine: rate, set-up, memory and scaling, on made-up people.

Each row is the best of several runs with everything else the machine was doing at the
time; `both` is threads on every core. Ratios are of figures taken in turn in this run.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping

import pyarrow as pa
from benchmarks.made_up import Maker
from benchmarks.twelve import LAW, PINPOINTS

from tasman.facts.days import parse_day
from tasman.law import current_law
from tasman.rules.handles import months
from tasman.rules.law import Law
from tasman.rules.machine import Machine

NOW = parse_day("2026-11-21")
CORES = os.cpu_count() or 1
ROWS = int(os.environ.get("ROWS", "400000"))
SECTION_501 = [
    f"migration-act-1958/{pinpoint}"
    for pinpoint in (
        "501(7)(a)",
        "501(7)(b)",
        "501(7)(c)",
        "501(7)(d)",
        "501(6)(a)",
        "501(6)(b)",
        "501(6)(e)",
        "501(6)",
        "501(3A)(b)",
        "5(1) citizen",
        "501(3A)",
    )
]


def in_turn(
    tasks: Mapping[str, Callable[[], object]], rounds: int = 5
) -> dict[str, float]:
    """Seconds that each task takes at best, all of them run in turn."""
    best = {name: float("inf") for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            start = time.perf_counter()
            task()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def machines() -> dict[str, Machine]:
    """Every way of running that is compared."""
    law, day = current_law(), {"known_at": NOW}
    each = day | {"law_at": "as_at"}
    one = day | {"law_at": NOW, "as_at": NOW}
    return {
        "twelve rules, a day each": Machine(LAW, PINPOINTS, **each),
        "twelve rules, a day each, kinds": Machine(LAW, PINPOINTS, kinds=True, **each),
        "twelve rules, one day": Machine(LAW, PINPOINTS, **one),
        "twelve rules, a day each, fallback": Machine(
            LAW, PINPOINTS, compiled=False, **each
        ),
        "s 501 as enacted, a day each": Machine(law, SECTION_501, **each),
        "s 501 as enacted, one day": Machine(law, SECTION_501, **one),
        "the whole law, one day": Machine(law, about_people(law), **one),
    }


def about_people(law: Law) -> list[str]:
    """Every provision about a person alone."""
    return [p for p in law.pinpoints if law.versions(p)[0].arguments == ("Person",)]


def rates(batch: pa.RecordBatch) -> None:
    """Millions of cases a second, on one thread and on every core."""
    for name, machine in machines().items():
        rows = batch
        if "fallback" in name or "whole" in name:
            rows = batch.slice(0, batch.num_rows // 8)
        machine.run(rows.slice(0, 5_000))
        tasks = {
            f"{threads}": lambda m=machine, b=rows, t=threads: m.run(b, threads=t)
            for threads in (1, CORES)
        }
        found = in_turn(tasks, 3)
        shown = ", ".join(
            f"{rows.num_rows / seconds / 1e6:.2f} on {threads}"
            for threads, seconds in found.items()
        )
        print(
            f"{name:38} {shown}  M/s  {len(machine.pinpoints)} provisions, "
            f"{len(machine.program.instructions)} instructions"
        )


def reform(batch: pa.RecordBatch) -> None:
    """What a reform costs: to set up, and to run beside the baseline."""
    changed = LAW.amend("twelve/(7)(c)", threshold=months(24))
    options = {"known_at": NOW, "law_at": "as_at"}
    alone = Machine(LAW, PINPOINTS, **options)
    both = Machine({"now": LAW, "reform": changed}, PINPOINTS, **options)
    setups = []
    for years in range(2, 12):
        start = time.perf_counter()
        law = LAW.amend("twelve/(7)(c)", threshold=months(12 * years))
        Machine({"now": LAW, "reform": law}, PINPOINTS, **options)
        setups.append(time.perf_counter() - start)
    found = in_turn({"a": lambda: alone.run(batch), "b": lambda: both.run(batch)}, 4)
    print(
        f"reform: set up in {statistics.median(setups) * 1e3:.1f} ms; "
        f"baseline and reform take {found['b'] / found['a']:.2f} times the baseline"
    )


def set_up() -> None:
    """What must be done before the first case: programs, and a process from cold."""
    law = current_law()
    pins = about_people(law)
    start = time.perf_counter()
    Machine(law, pins, known_at=NOW, law_at="law_at")
    print(f"program of the whole law: {time.perf_counter() - start:.3f} s")
    code = (
        "from benchmarks.twelve import LAW, PINPOINTS\n"
        "from benchmarks.made_up import Maker\n"
        "from tasman.rules.machine import Machine\n"
        f"m = Machine(LAW, PINPOINTS, known_at={NOW}, law_at='as_at')\n"
        "m.run(Maker(1).batch(2))\n"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    print(
        f"a process from cold to its first result: {time.perf_counter() - start:.2f} s"
    )


def scaling() -> None:
    """Time and memory as the cases grow, streamed from one batch again and again."""
    machine = Machine(LAW, PINPOINTS, known_at=NOW, law_at="as_at")
    batch = Maker(3).batch(100_000)
    machine.run(batch)
    for count in (1_000_000, 4_000_000, 16_000_000):
        start, cpu = time.perf_counter(), time.process_time()
        rows = 0
        stream = (batch for _ in range(count // batch.num_rows))
        for out in machine.stream(stream, threads=CORES):
            rows += out.num_rows
        taken, used = time.perf_counter() - start, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"{rows:>11,} cases: {taken:6.2f} s, {rows / taken / 1e6:.2f} M/s, "
            f"{used / rows * 1e9:.0f} ns of processor a case, peak {peak:,.0f} MiB"
        )


def main() -> None:
    """Print every table."""
    batch = Maker(1).batch(ROWS)
    load = os.getloadavg()[0]
    size = batch.nbytes / ROWS
    print(f"{CORES} cores, load {load:.2f}; {ROWS:,} people, {size:.0f} bytes each")
    rates(batch)
    reform(batch)
    set_up()
    scaling()


if __name__ == "__main__":
    main()
