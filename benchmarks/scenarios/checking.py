"""Whether answers are right, looked at before anything is timed.

The plain reference is the evaluator of one person; the kernel stands for it on people
too many for it, after the two have been compared on a sample.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from benchmarks import people
from benchmarks.peers import common
from benchmarks.peers.contender import ANSWERS, Contender
from benchmarks.peers.tasman_explain import NOW, Explain, evaluation, truths
from benchmarks.twelve import LAW, PINPOINTS

from tasman.facts import days
from tasman.rules import calendar
from tasman.rules.law import Law
from tasman.rules.machine import Machine

SAMPLE = 200


class Sureness(NamedTuple):
    """Of so many answers that are truly unknown, how many were given as definite."""

    too_sure: int
    unknown: int

    def __str__(self) -> str:
        return f"{self.too_sure / max(1, self.unknown):.0%}"


def exact(batch: pa.RecordBatch, law: Law = LAW) -> dict[str, Any]:
    """The right answers: the kernel's, which a sample of the reference's must equal."""
    out = Machine(law, PINPOINTS, known_at=NOW, law_at="as_at").run(batch)
    pairs = zip(ANSWERS, PINPOINTS, strict=True)
    found = {name: np.asarray(out.column(pin)) for name, pin in pairs}
    sample = Explain().prepare(people.head(batch, SAMPLE))
    for row, (on, facts) in enumerate(sample):
        reference = truths(evaluation(on, facts, law))
        kernel = [int(found[name][row]) for name in ANSWERS]
        assert reference == kernel, (row, reference, kernel)
    return found


def sureness(
    each: Contender, found: dict[str, list[int]], batch: Any, right: dict[str, Any]
) -> Sureness:
    """How sure answers are of what is unknown.

    Raises AssertionError where both are definite and differ, or where what is known is
    not answered.
    """
    on = people.days_of(batch)
    too_sure = unknown = 0
    for name in ANSWERS:
        given, truth = np.asarray(found[name]), right[name]
        asked = np.full(len(truth), True)
        if name in each.not_asked_before_change:
            asked = on >= common.CHANGE
        wrong = asked & (truth != 1) & (given != truth)
        assert not wrong.any(), (each.name, name, np.flatnonzero(wrong)[:5])
        too_sure += int((asked & (truth == 1) & (given != 1)).sum())
        unknown += int((asked & (truth == 1)).sum())
    return Sureness(too_sure, unknown)


def words_and_days() -> None:
    """Raise AssertionError if what peers share is not what Tasman says."""
    for name, fields in people.READ.items():
        every = people.fields_read(name)
        for field in fields:
            for word, bit in common.BITS.get(field, {}).items():
                assert bit == 1 << every[field].values.index(word), (field, word)
    assert (days.EARLIEST, days.NEVER) == (common.EARLIEST, common.NEVER)
    assert days.parse_day("2014-12-11") == common.CHANGE
    for months in range(1, 25):
        both = common.FEWEST[months], common.MOST[months]
        assert both == calendar.span_of_months(months), months
