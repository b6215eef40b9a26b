"""A million cases through every evaluator.

Thousands of random cases are dealt out over a million rows, each with a day of its own:
so each case is met on hundreds of days. The kernel and the fallback must agree on every
row, and both with the reference on a sample.
"""

import numpy as np
import pyarrow as pa
import pytest

from tasman.facts.arrow import to_batch
from tasman.facts.days import day
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.rules.machine import Machine
from tests.rules.machine.agreement import differences, random_cases

ROWS, AT_ONCE, CASES = 1_000_000, 100_000, 3_000
PINPOINTS = [
    f"migration-act-1958/{pinpoint}"
    for pinpoint in (
        "501(7)(a)",
        "501(7)(b)",
        "501(7)(c)",
        "501(7)(d)",
        "501(6)(a)",
        "501(6)(b)",
        "501(6)(e)",
        "501(6)",
        "501(3A)(b)",
        "5(1) citizen",
        "501(3A)",
    )
]


@pytest.mark.slow
def test_a_million_cases_come_out_the_same():
    """Kernel and fallback on every row; the reference on a sample of them."""
    law = current_law()
    cases = random_cases(20, Person, CASES)
    facts = to_batch(cases, Person)
    rng = np.random.default_rng(20)
    columns = {"as_at": "as_at", "law_at": "law_at", "known_at": "known_at"}
    kernel = Machine(law, PINPOINTS, kinds=True, **columns)
    fallback = Machine(law, PINPOINTS, kinds=True, compiled=False, **columns)
    compared = 0
    for _ in range(ROWS // AT_ONCE):
        dealt = rng.integers(0, CASES, AT_ONCE)
        days = {n: rng.integers(day(1999), day(2027), AT_ONCE) for n in columns}
        batch = facts.take(pa.array(dealt))
        for name, on in days.items():
            dates = pa.array(on.astype(np.int32)).view(pa.date32())
            batch = batch.append_column(name, dates)
        out = kernel.run(batch, threads=2)
        assert out.equals(fallback.run(batch, threads=2))
        sample = rng.integers(0, AT_ONCE, 60)
        mine = {int(row): cases[dealt[row]] for row in sample}
        plain = {name: {row: int(on[row]) for row in mine} for name, on in days.items()}
        found, count = differences(law, kernel, out, mine, plain, "Person", mine)
        assert found[:3] == []
        compared += count
    assert compared > 5_000
