"""Many people as arrays: a day each, one day for all; a tenth of facts unknown."""

from __future__ import annotations

from functools import partial

from benchmarks import people
from benchmarks.peers.contender import MANY, Contender
from benchmarks.peers.registry import OURS
from benchmarks.scenarios import checking, memory, tables
from benchmarks.scenarios.timing import Taken, median, taken

NOTE = """{where}; {rounds} rounds in turn on people not seen before, medians. A tenth
of the facts are unknown. Ratios are of processor time, which other work on the same
computer disturbs less. Answers were equal wherever both were definite. zen-engine was
not asked (7)(d) before 2014-12-11, which it cannot express, nor what rests on it. Peak
memory is of a process that runs one contender once, making its people included."""
HEAD = (
    *("what", "a day each: cases/s", "processor, ns a case", "times Tasman's"),
    *("one day: cases/s", "processor, ns a case", "times Tasman's"),
    *("definite where truly unknown", "lines of rules", "peak MiB", "people"),
)


def once(each: Contender) -> None:
    """One run, for its memory."""
    each.run(each.prepare(people.made(7, each.rows)))


def checked(each: Contender, size: int = MANY) -> checking.Sureness:
    """How sure the contender is; raises AssertionError if it is wrong."""
    batch = people.made(99, min(each.rows, size))
    found = each.answers(each.run(each.prepare(batch)))
    return checking.sureness(each, found, batch, checking.exact(batch))


def timed(contenders: list[Contender], one_day: bool, rounds: int) -> dict[str, Taken]:
    """What a case takes each, all in turn, on new people each round."""
    found: dict[str, list[Taken]] = {each.name: [] for each in contenders}
    for round_ in range(rounds):
        batch = people.made(1000 + round_, MANY, one_day=one_day)
        for each in contenders:
            work = each.prepare(people.head(batch, each.rows))
            spent = taken(partial(each.run, work))
            found[each.name].append(Taken(*(x / each.rows for x in spent)))
    return {name: median(every) for name, every in found.items()}


def run(contenders: list[Contender], where: str, rounds: int) -> None:
    """Check, time, and put the table."""
    sure = {each.name: checked(each) for each in contenders}
    both = [timed(contenders, one_day, rounds) for one_day in (False, True)]
    rows = []
    for each in contenders:
        cells = [each.name]
        for found in both:
            mine, best = found[each.name], found[OURS]
            cells += [f"{1 / mine.clock:,.0f}", f"{mine.processor * 1e9:,.0f}"]
            cells.append(tables.times(mine.processor, best.processor))
        cells += [str(sure[each.name]), f"{each.lines}"]
        cells += [f"{memory.peak('arrays', each.name):,.0f}", f"{each.rows:,}"]
        rows.append(cells)
    note = NOTE.format(where=where, rounds=rounds)
    tables.put("peers", [tables.table(HEAD, rows), note], contenders)
