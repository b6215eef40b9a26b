"""One contender answers for people whose JSON stands in a file: a process of its own.

Run: python -m benchmarks.scenarios.answer CONTENDER FILE
"""

from __future__ import annotations

import json
import sys

from benchmarks.peers.registry import load


def most_held() -> float:
    """The most memory that this process has held, in MiB."""
    with open("/proc/self/status", encoding="utf-8") as status:
        return next(int(x.split()[1]) for x in status if x.startswith("VmHWM")) / 1024


def main() -> None:
    """Print the answers and the most memory held."""
    name, path = sys.argv[1:]
    each = load(name)
    with open(path, encoding="utf-8") as file:
        answers = each.answers(each.run_json(json.load(file)))
    print(json.dumps({"answers": answers, "peak": most_held()}))


if __name__ == "__main__":
    main()
