"""People as JSON to the twelve answers, at sizes that show what is not linear."""

from __future__ import annotations

from functools import partial
from typing import Any

from benchmarks import people
from benchmarks.peers.contender import Contender
from benchmarks.peers.registry import OURS, without_variants
from benchmarks.scenarios import checking, memory, tables
from benchmarks.scenarios.timing import Taken, median, taken

SIZES = (200, 2_000, 10_000)
MOST_SECONDS = 15.0
"""A size is left out where one run would take longer, going by the size before."""
NOTE = """{where}; {turns[0]}, {turns[1]} and {turns[2]} rounds in turn on people not
seen before, medians of processor time, in milliseconds a person. Growth is what a
person costs at 2,000 against 200: 1 is linear, 10 quadratic. A size that would have
taken over {most:.0f} s a run was not run. Tasman reads its own case files, one a
person, with every check of its loader (words, days, contradictions), and would name the
line, column and field of what is wrong. DuckDB and Polars read lines of JSON with the
columns' types given, and carry the unknowns; they check types only. OpenFisca-Core and
policyengine-core read a situation through `SimulationBuilder.build_from_entities`, one
for each of the two regimes (a kindness: days as numbers, defaults left out); zen-engine
takes the texts as its batch; for clingo Python makes facts of the JSON. These four are
given no unknowns. Answers were equal wherever both were definite. Peak memory is at
2,000 people."""
HEAD = (
    *("what", *(f"{size:,} people: ms each" for size in SIZES)),
    *("growth", "times Tasman's at 2,000", "people/s at 2,000, by the clock"),
    "peak MiB",
)


def once(each: Contender) -> None:
    """One run, for its memory."""
    each.run_json(each.texts(people.possible(7, 2_000)))


def check(contenders: list[Contender], size: int = SIZES[0]) -> None:
    """Raise AssertionError if an answer is wrong."""
    batch = people.possible(98, size)
    right = checking.exact(batch)
    for each in contenders:
        found = each.answers(each.run_json(each.texts(batch)))
        checking.sureness(each, found, batch, right)


def timed(contenders: list[Contender], size: int, rounds: int) -> dict[str, Taken]:
    """What a person takes each, all in turn, on new people each round."""
    found: dict[str, list[Taken]] = {each.name: [] for each in contenders}
    for round_ in range(rounds if contenders else 0):
        batch = people.possible(2000 + round_, size)
        ready: dict[str, Any] = {}
        for each in contenders:
            form = each.form or each.name
            texts = ready[form] = ready.get(form) or each.texts(batch)
            spent = taken(partial(each.run_json, texts))
            found[each.name].append(Taken(*(x / size for x in spent)))
    return {name: median(every) for name, every in found.items()}


def fast_enough(
    contenders: list[Contender], found: list[dict[str, Taken]], size: int
) -> list[Contender]:
    """Those whose next size should end in time, if they go on as they grew so far."""
    if len(found) < 2:
        return contenders
    step = size / SIZES[len(found) - 1]
    small, large = found[-2], found[-1]

    def seconds(name: str) -> float:
        growth = large[name].processor / small[name].processor
        return large[name].processor * size * max(1.0, min(growth, step))

    return [x for x in contenders if seconds(x.name) <= MOST_SECONDS]


def run(contenders: list[Contender], where: str, rounds: int) -> None:
    """Check, time, and put the table."""
    contenders = without_variants(contenders)
    check(contenders)
    found: list[dict[str, Taken]] = []
    turns = [max(1, rounds - less) for less in (0, 2, 3)]
    for size, many in zip(SIZES, turns, strict=True):
        found.append(timed(fast_enough(contenders, found, size), size, many))
    rows = []
    for each in contenders:
        name = each.name
        small, large = found[0][name], found[1][name]
        costs = [
            tables.milliseconds(size[name].processor) if name in size else "not run"
            for size in found
        ]
        growth = f"{large.processor / small.processor:.1f}"
        ratio = tables.times(large.processor, found[1][OURS].processor)
        peak = f"{memory.peak('json_in', name):,.0f}"
        rows.append([name, *costs, growth, ratio, f"{1 / large.clock:,.0f}", peak])
    note = NOTE.format(where=where, turns=turns, most=MOST_SECONDS)
    tables.put("json", [tables.table(HEAD, rows), note], contenders)
