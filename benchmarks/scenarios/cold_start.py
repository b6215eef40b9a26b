"""Cold start: from no process to one person's twelve answers, imports included."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks import people
from benchmarks.peers.contender import Contender
from benchmarks.peers.registry import without_variants
from benchmarks.scenarios import checking, tables
from benchmarks.scenarios.timing import Taken, median

ALONE = "Python alone"
OURS = "Tasman, one person at a time"
NOTE = """{where}; {rounds} new processes each, in turn, medians, a person not seen
before each round; one more before them was not counted, so that compiled Python is
there, and Tasman's compiled kernel (compiling it the first time ever is in the table of
the machine). The process imports, makes the rules ready, reads one person's JSON and
prints the twelve answers, which were equal wherever both were definite. A peer's
process loads nothing of Tasman's; of OpenFisca and PolicyEngine it loads the engine and
these rules, no country package."""
HEAD = (
    *("what", "cold start, ms", "processor, ms", "times Tasman's by the clock"),
    "peak MiB",
)


class Process(NamedTuple):
    """What a process took and printed."""

    taken: Taken
    said: str


def process(words: list[str]) -> Process:
    """Run a process that may keep compiled Python, as any user's does."""
    keep = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    start, used = time.perf_counter(), _children()
    command = [sys.executable, *words]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=keep)
    spent = Taken(time.perf_counter() - start, _children() - used)
    return Process(spent, done.stdout)


def _children() -> float:
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def answered(each: Contender, batch: Any, folder: Path) -> tuple[Taken, float]:
    """What a new process of a contender takes, and the most memory it held.

    Raises AssertionError if an answer is wrong.
    """
    path = folder / "person.json"
    path.write_text(json.dumps(each.texts(batch)), encoding="utf-8")
    found = process(["-m", "benchmarks.scenarios.answer", each.name, str(path)])
    said = json.loads(found.said.splitlines()[-1])
    checking.sureness(each, said["answers"], batch, checking.exact(batch))
    return found.taken, said["peak"]


def run(contenders: list[Contender], where: str, rounds: int) -> None:
    """Check, time, and put the table."""
    contenders = without_variants(contenders)
    found: dict[str, list[Taken]] = {each.name: [] for each in contenders}
    peaks: dict[str, float] = {}
    alone = []
    with tempfile.TemporaryDirectory() as folder:
        for round_ in range(rounds + 1):
            batch = people.possible(5000 + round_, 1)
            alone.append(process(["-c", "pass"]).taken)
            for each in contenders:
                spent, peaks[each.name] = answered(each, batch, Path(folder))
                if round_:
                    found[each.name].append(spent)
    best = median(found[OURS]).clock
    rows = [[ALONE, *_cells(median(alone), best), ""]]
    for each in contenders:
        cells = _cells(median(found[each.name]), best)
        rows.append([each.name, *cells, f"{peaks[each.name]:,.0f}"])
    note = NOTE.format(where=where, rounds=rounds)
    tables.put("cold", [tables.table(HEAD, rows), note], contenders)


def _cells(mine: Taken, best: float) -> list[str]:
    clock, processor = (tables.milliseconds(x) for x in mine)
    return [clock, processor, tables.times(mine.clock, best)]
