"""Peak memory of a process that puts one contender through a scenario once.

Run: python -m benchmarks.scenarios.memory SCENARIO CONTENDER
"""

from __future__ import annotations

import importlib
import subprocess
import sys

from benchmarks.scenarios.answer import most_held


def peak(scenario: str, contender: str) -> float:
    """The most that such a process held, its making people included, in MiB."""
    words = [sys.executable, "-m", "benchmarks.scenarios.memory", scenario, contender]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    return float(done.stdout.split()[-1])


def main() -> None:
    """Run it and print the peak."""
    from benchmarks.peers.registry import load

    scenario, contender = sys.argv[1:]
    module = importlib.import_module(f"benchmarks.scenarios.{scenario}")
    module.once(load(contender))
    print(most_held())


if __name__ == "__main__":
    main()
