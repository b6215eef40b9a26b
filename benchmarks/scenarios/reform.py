"""Baseline against reform: s 501(7)(c) at 24 months beside 12."""

from __future__ import annotations

from functools import partial

from benchmarks import people
from benchmarks.peers.contender import Contender
from benchmarks.peers.registry import OURS, without_variants
from benchmarks.scenarios import checking, memory, tables
from benchmarks.scenarios.timing import Taken, median, taken
from benchmarks.twelve import amended

SET_UPS = 5
MOST_ROWS = 50_000
NOTE = """{where}; {rounds} rounds in turn on people not seen before, a day each,
medians of processor time. Set up is what it takes, with the rules loaded, until the
changed rules are ready; baseline and reform are the twelve answers under both, against
the twelve under the rules as they are, in the way that its users run the two. The
answers of the reform were compared with those of the amended law, and equal wherever
both were definite. An edited text is a second copy of the rules to keep; `amend` and a
Reform class name only what they change. Peak memory is of a process that sets up both
and runs them once."""
HEAD = (
    *("what", "how", "set up, ms", "baseline, µs a case", "with reform, µs a case"),
    *("times the baseline", "with reform, times Tasman's", "people", "peak MiB"),
)


def rows_of(each: Contender) -> int:
    """How many people it is given."""
    return min(each.rows, MOST_ROWS)


def once(each: Contender) -> None:
    """One run, for its memory."""
    both = each.with_reform()
    both(each.prepare(people.made(7, rows_of(each))))


def check(each: Contender, size: int = 5_000) -> None:
    """Raise AssertionError if an answer under either is wrong, or none is changed."""
    batch = people.made(96, min(rows_of(each), size))
    answers = [each.answers(x) for x in each.with_reform()(each.prepare(batch))]
    right = [checking.exact(batch), checking.exact(batch, amended())]
    assert (right[0]["(7)(c)"] != right[1]["(7)(c)"]).any()
    for found, truth in zip(answers, right, strict=True):
        checking.sureness(each, found, batch, truth)


def run(contenders: list[Contender], where: str, rounds: int) -> None:
    """Check, time, and put the table."""
    contenders = without_variants(contenders)
    for each in contenders:
        check(each)
    ups = {x.name: [taken(x.with_reform) for _ in range(SET_UPS)] for x in contenders}
    boths = {each.name: each.with_reform() for each in contenders}
    alone: dict[str, list[Taken]] = {each.name: [] for each in contenders}
    together: dict[str, list[Taken]] = {each.name: [] for each in contenders}
    for round_ in range(rounds):
        batch = people.made(4000 + round_, MOST_ROWS)
        for each in contenders:
            work = each.prepare(people.head(batch, rows_of(each)))
            both = boths[each.name]
            alone[each.name].append(taken(partial(each.run, work)))
            together[each.name].append(taken(partial(both, work)))
    cost = {n: median(found).processor for n, found in together.items()}
    ours = cost[OURS] / rows_of(next(x for x in contenders if x.name == OURS))
    rows = []
    for each in contenders:
        name, size = each.name, rows_of(each)
        base = median(alone[name]).processor
        cells = [name, each.reform_by, tables.milliseconds(median(ups[name]).processor)]
        cells += [f"{base / size * 1e6:,.2f}", f"{cost[name] / size * 1e6:,.2f}"]
        cells += [tables.times(cost[name], base), tables.times(cost[name] / size, ours)]
        cells += [f"{size:,}", f"{memory.peak('reform', name):,.0f}"]
        rows.append(cells)
    note = NOTE.format(where=where, rounds=rounds)
    tables.put("reform", [tables.table(HEAD, rows), note], contenders)
