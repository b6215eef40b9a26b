"""The machine: rate, set-up, memory and scaling, on made-up people.

Each figure is the best of several runs, beside whatever else the computer was doing:
processor time is what that disturbs least. Ratios are of figures taken in turn.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from benchmarks import by_instruction, readme
from benchmarks.made_up import Maker
from benchmarks.twelve import LAW, PINPOINTS

from tasman.facts.arrow import to_batch, to_cases
from tasman.facts.case import Facts
from tasman.facts.days import parse_day
from tasman.facts.loading import VERSION, compose
from tasman.facts.nodes import Entries
from tasman.facts.plain import plain_record
from tasman.facts.reading import Problems, read_record
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.law.compiled import compiled
from tasman.rules.handles import months
from tasman.rules.machine import Machine
from tasman.rules.machine.batches import inputs
from tasman.rules.machine.shapes import ANY

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


class Taken(NamedTuple):
    """Seconds at best: by the clock, and of processor time over all threads."""

    clock: float
    processor: float


def in_turn(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, Taken]:
    """What each task takes at best, all of them run in turn."""
    best = {name: Taken(float("inf"), float("inf")) for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            start, used = time.perf_counter(), time.process_time()
            task()
            found = (time.perf_counter() - start, time.process_time() - used)
            best[name] = Taken(*map(min, best[name], found))
    return best


def machines() -> dict[str, Machine]:
    """Every way of running that is compared."""
    law, day = current_law(), {"known_at": NOW}
    every = compiled(law)
    each = day | {"law_at": "as_at"}
    one = day | {"law_at": NOW, "as_at": NOW}
    return {
        "twelve rules, a day each": Machine(LAW, PINPOINTS, **each),
        "twelve rules, a day each, kinds": Machine(LAW, PINPOINTS, kinds=True, **each),
        "twelve rules, one day": Machine(LAW, PINPOINTS, **one),
        "twelve rules, a day each, NumPy": Machine(
            LAW, PINPOINTS, compiled=False, **each
        ),
        "s 501 as enacted, a day each": Machine(law, SECTION_501, **each),
        "s 501 as enacted, one day": Machine(law, SECTION_501, **one),
        "the full law, one day": Machine(law, every.at_one_day, **one),
        "status and citizenship, one day": Machine(law, every.status, **one),
        "the whole law, one day": Machine(law, every.of_persons, **one),
    }


def rates(batch: pa.RecordBatch) -> Iterator[str]:
    """Millions of cases a second, on one thread and on every core."""
    yield (
        "| what | provisions | instructions | different results | processor, ns a case "
        "| M cases/s a core, by processor | M cases/s on every core, by the clock |"
    )
    yield "|---|---|---|---|---|---|---|"
    for name, machine in machines().items():
        rows = batch
        if "NumPy" in name:
            rows = batch.slice(0, batch.num_rows // 4)
        machine.run(rows.slice(0, 5_000))
        found = in_turn(
            {
                "one": lambda m=machine, b=rows: m.run(b),
                "every": lambda m=machine, b=rows: m.run(b, threads=CORES),
            },
            5,
        )
        each = found["one"].processor / rows.num_rows
        clock = rows.num_rows / found["every"].clock / 1e6
        size = f"{len(machine.pinpoints)} | {len(machine.program.instructions)}"
        cost = f"{each * 1e9:,.0f} | {1e-6 / each:.2f} | {clock:.2f}"
        yield f"| {name} | {size} | {len(machine.program.results)} | {cost} |"
    yield ""


SPARSE = ("as_at", "born_on_from", "born_on_to", "sentences", "custody", "citizenships")
"""The columns of files that hold little."""
WARM = 150_000
"""Rows after which a machine looks for unknowns, and for columns that are not there."""


def without_unknowns() -> Iterator[str]:
    """What a program saves where nothing is unknown, or most columns are not there."""
    exact, usual = Maker(1, 0.0).batch(WARM), Maker(1).batch(WARM)
    cases = (
        ("twelve rules, a day each", "nothing unknown", exact),
        ("the full law, one day", "nothing unknown", exact),
        ("the full law, one day", "few columns, a tenth unknown", usual.select(SPARSE)),
        ("twelve rules, a day each", "a tenth unknown", usual),
    )
    yield (
        "| what | people | program for any, ns a case | program for these, ns a case "
        "| times as fast |"
    )
    yield "|---|---|---|---|---|"
    for name, people, batch in cases:
        every, own = machines()[name], machines()[name]
        every._shape = lambda *of: ANY
        tasks = {}
        for key, machine in (("any", every), ("these", own)):
            for _ in range(3):
                machine.run(batch)
            tasks[key] = lambda m=machine, b=batch: m.run(b)
        found = in_turn(tasks, 8)
        spent = [found[key].processor / WARM * 1e9 for key in ("any", "these")]
        cost = f"{spent[0]:,.0f} | {spent[1]:,.0f} | {spent[0] / spent[1]:.2f}"
        yield f"| {name} | {people} | {cost} |"
    yield ""


MEASURED = ("twelve rules, one day", "the full law, one day")


def where_time_goes(batch: pa.RecordBatch) -> Iterator[str]:
    """What each group of instructions takes of a case."""
    rows = batch.slice(0, 100_000)
    for name in MEASURED:
        machine = machines()[name]
        machine.run(rows.slice(0, 5_000))
        taken = in_turn({"one": lambda m=machine: m.run(rows)}, 5)["one"].processor
        found = by_instruction.table(machine, rows, taken / rows.num_rows * 1e9)
        yield f"Of {name}:\n"
        yield from found


def reform(batch: pa.RecordBatch) -> Iterator[str]:
    """What a reform costs: to set up, and to run beside the baseline."""
    changed = LAW.amend("twelve/(7)(c)", threshold=months(24))
    options = {"known_at": NOW, "law_at": "as_at"}
    alone = Machine(LAW, PINPOINTS, **options)
    both = Machine({"now": LAW, "reform": changed}, PINPOINTS, **options)
    setups = []
    for years in range(2, 12):
        start = time.process_time()
        law = LAW.amend("twelve/(7)(c)", threshold=months(12 * years))
        Machine({"now": LAW, "reform": law}, PINPOINTS, **options)
        setups.append(time.process_time() - start)
    found = in_turn({"a": lambda: alone.run(batch), "b": lambda: both.run(batch)}, 4)
    yield f"- A reform is set up in {statistics.median(setups) * 1e3:.1f} ms."
    ratio = found["b"].processor / found["a"].processor
    yield f"- Baseline and reform together take {ratio:.2f} times the baseline."


def set_up() -> Iterator[str]:
    """What must be done before the first case: programs, and a process from cold."""
    law = current_law()
    pins = compiled(law).of_persons
    start = time.process_time()
    Machine(law, pins, known_at=NOW, law_at="law_at")
    taken = time.process_time() - start
    yield f"- The program of the whole law is made in {taken:.3f} s."
    code = (
        "from benchmarks.twelve import LAW, PINPOINTS\n"
        "from benchmarks.made_up import Maker\n"
        "from tasman.rules.machine import Machine\n"
        f"m = Machine(LAW, PINPOINTS, known_at={NOW}, law_at='as_at')\n"
        "m.run(Maker(1).batch(2))\n"
    )
    with tempfile.TemporaryDirectory() as empty:
        for what in ("for the first time ever, compiling", "from then on"):
            start, used = time.perf_counter(), children()
            environment = os.environ | {"TASMAN_CACHE": empty}
            subprocess.run([sys.executable, "-c", code], check=True, env=environment)
            taken, used = time.perf_counter() - start, children() - used
            yield (
                f"- A process to its first result, {what}: {used:.1f} s of processor, "
                f"{taken:.1f} s by the clock."
            )


def children() -> float:
    """Processor time that child processes have taken."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def bytes_read(machine: Machine, batch: pa.RecordBatch) -> float:
    """How many bytes of a batch the program reads, a case."""
    read = inputs(machine.program, batch.append_column("law_at", batch.column("as_at")))
    columns = sum(a.nbytes for a in read.columns if a is not None)
    offsets = sum(4 * len(a) for a in read.lists if a is not None)
    return (columns + offsets) / batch.num_rows


def bandwidth() -> float:
    """Bytes a second that one thread reads and writes when it copies memory."""
    source = np.zeros(64_000_000, np.int64)
    target = np.empty_like(source)
    best = in_turn({"copy": lambda: np.copyto(target, source)}, 5)["copy"]
    return 2 * source.nbytes / best.processor


def json_in() -> Iterator[str]:
    """People as JSON texts, read with every check, then through the machine."""
    machine = Machine(LAW, PINPOINTS, known_at=NOW, law_at=NOW, as_at=NOW)
    rates = []
    for count in (1_000, 10_000):
        people = to_cases(Maker(5).batch(count))
        texts = [
            json.dumps({"tasman_case": VERSION} | plain_record(Person, each))
            for each in people
        ]
        start = time.process_time()
        cases = [read_json(text) for text in texts]
        machine.run(to_batch(cases))
        rates.append((time.process_time() - start) / count * 1e3)
    yield (
        f"- JSON in, with every check: {rates[0]:.2f} ms of processor a person at "
        f"1,000, {rates[1]:.2f} at 10,000."
    )


def read_json(text: str) -> Facts:
    """The facts of one JSON text; made-up people contradict themselves now and then."""
    problems = Problems("person.json")
    root = compose(text, problems, "json")
    assert isinstance(root, Entries)
    pairs = tuple(pair for pair in root.pairs if pair[0].text != "tasman_case")
    return read_record(Person, Entries(pairs), "", problems)


def scaling() -> Iterator[str]:
    """Time and memory as the cases grow, streamed from one batch again and again."""
    machine = Machine(LAW, PINPOINTS, known_at=NOW, law_at="as_at")
    batch = Maker(3).batch(100_000)
    machine.run(batch)
    each = bytes_read(machine, batch)
    yield "\n| cases, streamed | s | M cases/s | ns of processor a case | peak MiB |"
    yield "|---|---|---|---|---|"
    for count in (1_000_000, 10_000_000, 100_000_000):
        start, cpu = time.perf_counter(), time.process_time()
        rows = 0
        stream = (batch for _ in range(count // batch.num_rows))
        for out in machine.stream(stream, threads=CORES):
            rows += out.num_rows
        taken, used = time.perf_counter() - start, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        rate = rows / taken
        cost = used / rows * 1e9
        size = f"{rows:,} | {taken:.2f} | {rate / 1e6:.2f}"
        yield f"| {size} | {cost:.0f} | {peak:,.0f} |"
    share = 1e9 / cost * each / bandwidth()
    yield (
        f"\nThe twelve rules read {each:.0f} bytes a case: a core that runs them draws "
        f"{share:.0%}\nof the bytes a second that it can copy.\n"
    )


def main() -> None:
    """Print every table."""
    batch = Maker(1).batch(ROWS)
    size = batch.nbytes / ROWS
    lines = [f"{readme.machine()}; {ROWS:,} people of {size:.0f} bytes.\n"]
    # Memory first: a peak is of the whole process, and later tables need more.
    parts = (
        scaling(),
        rates(batch),
        without_unknowns(),
        where_time_goes(batch),
        reform(batch),
        set_up(),
        json_in(),
    )
    for part in parts:
        for line in part:
            print(line, flush=True)
            lines.append(line)
    print()
    readme.put("machine", "\n".join(lines))


if __name__ == "__main__":
    main()
