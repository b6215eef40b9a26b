"""One person: how long the twelve answers take, and the answers with their reasons."""

from __future__ import annotations

from functools import partial
from typing import Any, NamedTuple

from benchmarks import people
from benchmarks.peers.contender import CANNOT, Contender
from benchmarks.peers.registry import without_variants
from benchmarks.scenarios import checking, memory, tables
from benchmarks.scenarios.timing import Taken, each_taken, median

PEOPLE = 20
OURS = "Tasman, one person at a time"
NOTE = """{where}; {rounds} rounds in turn, {people} new people a round, one at a time,
from JSON text to answers, rules ready; medians by the clock. Answers were equal
wherever both were definite. The explanation's size is the median in characters. Of each
engine only what it ships is counted: programs beside it (xclingo for clingo, a query
written by hand that also returns its intermediate columns) are not. Ratios are of the
answers with reasons where there are any, otherwise of the answers. Peak memory is of a
process that does it for {people} people."""
HEAD = (
    *("what", "answers, ms", "answers with reasons, ms", "times Tasman's"),
    *("characters", "what the explanation holds", "peak MiB"),
)


class Found(NamedTuple):
    """What one contender took, and how much it said."""

    answers: list[Taken]
    reasons: list[Taken]
    sizes: list[int]


def once(each: Contender) -> None:
    """One run, for its memory."""
    explain = each.explain_json if each.explains else each.run_json
    for texts in one_by_one(each, 7):
        explain(texts)


def one_by_one(each: Contender, seed: int) -> list[Any]:
    """New people as JSON, each alone."""
    batch = people.possible(seed, PEOPLE)
    return [each.texts(batch.slice(row, 1)) for row in range(PEOPLE)]


def check(each: Contender, size: int = PEOPLE) -> None:
    """Raise AssertionError if an answer is wrong, with or without its reasons."""
    batch = people.possible(97, size)
    right = checking.exact(batch)
    for row in range(size):
        one = batch.slice(row, 1)
        here = {name: values[row : row + 1] for name, values in right.items()}
        ways = [each.run_json(each.texts(one))]
        if each.explains:
            out, said = each.explain_json(each.texts(one))
            assert said, each.name
            ways.append(out)
        for out in ways:
            checking.sureness(each, each.answers(out), one, here)


def measure(each: Contender, found: Found, seed: int) -> None:
    """Add what new people take."""
    texts = one_by_one(each, seed)
    found.answers.extend(each_taken(partial(each.run_json, text) for text in texts))
    if each.explains:
        texts = one_by_one(each, seed + 500)
        said: list[str] = []

        def explain(text: Any) -> None:
            said.append(each.explain_json(text)[1])

        found.reasons.extend(each_taken(partial(explain, text) for text in texts))
        found.sizes.extend(map(len, said))


def run(contenders: list[Contender], where: str, rounds: int) -> None:
    """Check, time, and put the table."""
    contenders = without_variants(contenders)
    found = {each.name: Found([], [], []) for each in contenders}
    for each in contenders:
        check(each)
    for round_ in range(rounds):
        for each in contenders:
            measure(each, found[each.name], 3000 + round_)
    best = median(found[OURS].reasons).clock
    bare = median(found[OURS].answers).clock
    rows = []
    for each in contenders:
        mine = found[each.name]
        answers = median(mine.answers).clock
        cells = [each.name, tables.milliseconds(answers)]
        if each.explains:
            reasons = median(mine.reasons).clock
            size = sorted(mine.sizes)[len(mine.sizes) // 2]
            cells += [tables.milliseconds(reasons), tables.times(reasons, best)]
            cells.append(f"{size:,}")
        else:
            cells += [CANNOT, f"{tables.times(answers, bare)} (answers)", ""]
        cells += [each.reasons, f"{memory.peak('one_person', each.name):,.0f}"]
        rows.append(cells)
    note = NOTE.format(where=where, rounds=rounds, people=PEOPLE)
    tables.put("reasons", [tables.table(HEAD, rows), note], contenders)
