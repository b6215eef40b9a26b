"""Measure how long a caseload of case files takes to list: files, seconds, rate.

Run: python benchmarks/bench_deadlines.py [FILES]. The target is 10,000 in 20 seconds.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

from tasman.casework.caseload import case_files, read_caseload
from tasman.facts.days import iso, parse_day
from tasman.law import current_law
from tasman.reports.deadlines import caseload_text

TARGET_SECONDS = 20.0
TODAY = parse_day("2026-11-21")
CASE = """tasman_case: 1
label: Client {number}
born_on: 19{year}-03-02
born_in: new_zealand
citizenships:
  - {{country: new_zealand, by: birth, began_on: 19{year}-03-02, ended_on: never}}
visas:
  - {{kind: special_category_444, granted_on: 2005-02-01, ceased_on: {cancelled}}}
offences:
  - {{label: assault, jurisdiction: {place}, outcome: convicted, found_on: 2024-06-03}}
sentences:
  - label: assault
    kind: gaol
    term: {months}m
    imposed_on: 2024-06-03
    starts_on: 2024-06-03
    jurisdiction: {place}
decisions:
  - power: 501(3A)
    result: cancelled
    made_by: delegate
    made_on: {cancelled}
    undone_on: never
notices:
  - label: cancellation
    what: mandatory_cancellation
    power: 501(3A)
    made_by: delegate
    method: {method}
    dated_on: {cancelled}
    given_on: {given}
    place: {place}
    answered_on: {answered}
"""


def write_cases(folder: Path, count: int) -> None:
    """Write so many case files, the same every time."""
    chance = random.Random(3)
    for number in range(count):
        cancelled = TODAY - chance.randrange(60)
        given = cancelled + chance.randrange(3)
        answered = chance.choice(["never", iso(min(TODAY, given + 20))])
        text = CASE.format(
            number=number,
            year=chance.randrange(60, 100),
            cancelled=iso(cancelled),
            place=chance.choice(["nsw", "vic", "qld", "wa", "sa", "tas", "act", "nt"]),
            months=chance.randrange(12, 96),
            method=chance.choice(["hand", "post", "email"]),
            given=iso(given),
            answered=answered,
        )
        (folder / f"case-{number:05d}.yaml").write_text(text, encoding="utf-8")


def main() -> int:
    """Write the files, list them, and say how long that took."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_cases(folder, count)
        started, worked = time.perf_counter(), time.process_time()
        found = read_caseload(case_files([folder]), current_law(), as_at=TODAY)
        text = caseload_text(found.running(), TODAY)
        seconds = time.perf_counter() - started
        worked = time.process_time() - worked
    lines = len(text.splitlines())
    print(f"{count} files, {len(found.entries)} clocks, {lines} lines")
    print(f"{seconds:.1f} s ({worked:.1f} s of one processor)")
    print(f"{count / seconds:,.0f} files a second")
    limit = TARGET_SECONDS * count / 10_000
    return 0 if seconds <= limit and not found.broken else 1


if __name__ == "__main__":
    sys.exit(main())
