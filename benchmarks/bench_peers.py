"""The twelve rules in Tasman and in what a user would pick instead, on identical data.

Every scenario runs all contenders in turn in one process (a cold start: in new ones),
each round on people not seen before (several peers keep what they have worked out).
Before timing, every contender's answers are compared with those of the evaluator of one
person on a sample and of the kernel on all rows.

Run: python benchmarks/bench_peers.py [SCENARIO ...]; ROUNDS=n for other than five.
"""

from __future__ import annotations

import os
import sys
import time

from benchmarks import readme
from benchmarks.peers.registry import installed
from benchmarks.scenarios import (
    arrays,
    checking,
    cold_start,
    json_in,
    one_person,
    reform,
)

ROUNDS = int(os.environ.get("ROUNDS", "5"))
SCENARIOS = {
    "arrays": arrays,
    "json": json_in,
    "reasons": one_person,
    "reform": reform,
    "cold": cold_start,
}


def main(names: list[str]) -> None:
    """Run the scenarios named, or all of them."""
    where = readme.machine()
    checking.words_and_days()
    contenders = installed()
    for name in names or SCENARIOS:
        start, used = time.perf_counter(), time.process_time()
        SCENARIOS[name].run(contenders, where, ROUNDS)
        spent = time.perf_counter() - start, time.process_time() - used
        said = "({}: {:.0f} s, {:.0f} of processor in this process)"
        print(said.format(name, *spent), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
