"""One person: values, reasons, and the whole command from a cold start.

Warm figures are medians within this process; cold ones time whole processes.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tasman.casework.assessment import TEST, assess
from tasman.casework.timeline import timeline
from tasman.facts.case import Case
from tasman.facts.days import parse_day
from tasman.facts.loading import load_case, parse_case
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.explain import Explanation

EXAMPLES = Path(__file__).parents[1] / "examples"
TODAY = parse_day("2026-11-21")


def median_ms(work: Callable[[], object], times: int = 30) -> float:
    """Return the median time of some work, in milliseconds."""
    work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1e3)
    return statistics.median(taken)


def cold_ms(words: list[str], times: int = 7) -> float:
    """Return the median time of a whole process, in milliseconds.

    The processes may keep compiled Python, as any user's do.
    """
    keep = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def once() -> None:
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL, env=keep)

    return median_ms(once, times)


def made_up_life(sentences: int) -> Case:
    """Return a case with so many short sentences, each served, one after another."""
    lines = [
        "tasman_case: 1",
        "assume:",
        "  sentences: {aggregate: no, quashed_on: never, pardoned_on: never,"
        " replaced_on: never, taken_never_convicted: no}",
        "  custody: {full_time: yes, australian_offence: yes, country: australia}",
        "born_on: 1980-01-01",
        "in_australia: yes",
        "citizenships: [{country: new_zealand, began_on: 1980-01-01}]",
        "visas: [{kind: special_category_444, granted_on: 1998-01-01,"
        " ceased_on: never}]",
        "offences: []",
        "decisions: []",
        "sentences:",
    ]
    days = [(1999 + i // 2, 1 + i % 2 * 6) for i in range(sentences)]
    for year, month in days:
        day = f"{year}-{month:02d}-10"
        lines.append(f"- {{kind: gaol, term: 3m, imposed_on: {day}, starts_on: {day}}}")
    lines.append("custody:")
    for year, month in days:
        began, ended = f"{year}-{month:02d}-10", f"{year}-{month + 2:02d}-10"
        lines.append(
            f"- {{place: gaol, basis: sentence, began_on: {began}, ended_on: {ended}}}"
        )
    return parse_case("\n".join(lines) + "\n", "made up")


def main() -> None:
    """Print each figure beside its aim."""
    law = current_law()
    case = load_case(EXAMPLES / "arrived-aged-one.yaml")
    clocks = {"as_at": TODAY, "law_at": TODAY, "known_at": TODAY}
    pins = [
        p
        for p in law.pinpoints
        if law.versions(p)[0].arguments == ("Person",)
        and p.startswith(("migration-act-1958", "migration-regulations-1994"))
    ]

    def values() -> None:
        evaluation = Evaluation(law, case.facts, **clocks)
        for pin in pins:
            evaluation.provision(pin)

    def reasons() -> None:
        explanation = Explanation(Evaluation(law, case.facts, **clocks))
        explanation.to_dict([TEST])

    example = str(EXAMPLES / "arrived-aged-one.yaml")
    whole = median_ms(lambda: assess(case, today=TODAY))
    command = [sys.executable, "-m", "tasman", "assess", example]
    fifty = made_up_life(50)
    rows = [
        ("loading one case file", median_ms(lambda: load_case(example)), 5),
        (
            "timeline, three conclusions, 50 sentences",
            median_ms(lambda: timeline(fifty, today=TODAY), 3),
            1000,
        ),
        (f"values of one case, {len(pins)} provisions", median_ms(values), 5),
        ("reasons of one conclusion", median_ms(reasons), 5),
        ("assessment, questions included", whole, 0),
        ("cold: import tasman", cold_ms([sys.executable, "-c", "import tasman"]), 150),
        ("cold: tasman assess", cold_ms(command), 500),
        ("cold: python alone", cold_ms([sys.executable, "-c", "pass"]), 0),
    ]
    print(f"{'what':44}{'median ms':>12}{'aim':>8}")
    for what, taken, aim in rows:
        print(f"{what:44}{taken:12.2f}{aim or '':>8}")


if __name__ == "__main__":
    main()
