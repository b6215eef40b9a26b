"""Every evaluator gives the same answer: reference, kernel and fallback.

Truth and kinds, dates, numbers and terms; on random facts, dates, regimes and random
small laws, and on the law in force.
"""

import random

import pytest

from tasman.facts.days import day
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.rules.machine import Machine
from tasman.rules.machine.program import OPERATIONS
from tests.rules.invented import Keeper
from tests.rules.machine.agreement import (
    batch_of,
    differences,
    random_cases,
    random_clocks,
)
from tests.rules.random_law import provisions_of, random_law

COLUMNS = {"as_at": "as_at", "law_at": "law_at", "known_at": "known_at"}


@pytest.mark.parametrize("seed", range(60))
def test_random_laws_come_out_the_same(seed):
    """On a random law, the kernel and the fallback agree with the reference."""
    rnd = random.Random(seed)
    law = random_law(seed, rnd.choice((3, 8, 20)), nested=rnd.choice((0.1, 0.5)))
    pins = provisions_of(law, Keeper)
    assert pins
    cases, clocks = random_cases(seed, Keeper, 40), random_clocks(seed, 40)
    batch = batch_of(cases, Keeper, clocks)
    for compiled in (True, False):
        machine = Machine(
            law, pins, kinds=True, root="Keeper", compiled=compiled, step=16, **COLUMNS
        )
        out = machine.run(batch)
        found, compared = differences(law, machine, out, cases, clocks, "Keeper")
        assert found[:3] == []
        assert compared == 40 * len(pins)


def test_every_instruction_is_put_to_the_test():
    """Between them, the random laws above use all that the machine can do."""
    used = set()
    for seed in range(60):
        rnd = random.Random(seed)
        law = random_law(seed, rnd.choice((3, 8, 20)), nested=rnd.choice((0.1, 0.5)))
        pins = provisions_of(law, Keeper)
        program = Machine(law, pins, kinds=True, root="Keeper", **COLUMNS).program
        used |= {instruction.op for instruction in program.instructions}
    assert used == set(OPERATIONS)


def test_the_law_in_force_comes_out_the_same():
    """Of every provision about a person, on random facts and dates."""
    law = current_law()
    pins = provisions_of(law, Person)
    cases, clocks = random_cases(11, Person, 40), random_clocks(11, 40)
    batch = batch_of(cases, Person, clocks)
    kernel = Machine(law, pins, kinds=True, **COLUMNS)
    fallback = Machine(law, pins, kinds=True, compiled=False, **COLUMNS)
    out = kernel.run(batch)
    assert out.equals(fallback.run(batch))
    found, compared = differences(law, kernel, out, cases, clocks, "Person")
    assert found[:3] == []
    assert compared == 40 * len(pins)


@pytest.mark.parametrize("seed", range(6))
def test_one_day_for_all_is_the_same_as_a_column_of_it(seed):
    """A program for fixed dates says what the program for any date says."""
    law = random_law(seed, 12)
    pins = provisions_of(law, Keeper)
    cases = random_cases(seed, Keeper, 60)
    days = {n: random_clocks(seed, 1)[n][0] for n in COLUMNS}
    batch = batch_of(cases, Keeper, {n: [d] * 60 for n, d in days.items()})
    for compiled in (True, False):
        shape = {"kinds": True, "root": "Keeper", "compiled": compiled}
        fixed = Machine(law, pins, **days, **shape)
        free = Machine(law, pins, **COLUMNS, **shape)
        assert fixed.run(batch).equals(free.run(batch))


@pytest.mark.parametrize("seed", range(4))
def test_rows_sorted_by_regime_are_the_same_as_all_together(seed):
    """Programs for one regime each, and the one for all, say the same of every row."""
    law = random_law(seed, 12)
    pins = provisions_of(law, Keeper)
    some = random_cases(seed, Keeper, 50)
    rnd = random.Random(seed)
    days = (day(2001), day(2013), *[day(2024)] * (2 + 4 * (seed % 2)))
    on = [rnd.choice(days) for _ in range(4000)]
    clocks = {"as_at": on, "law_at": on, "known_at": on}
    batch = batch_of(some * 80, Keeper, clocks)
    for compiled in (True, False):
        shape = {"kinds": True, "root": "Keeper", "compiled": compiled}
        machine = Machine(law, pins, **shape, **COLUMNS)
        regimes = machine._regimes(batch)
        if regimes is None:
            continue
        counts = [regime for regime, _ in machine._parts(regimes, 0, 4000)]
        whole = Machine(law, pins, **shape, **COLUMNS)
        whole._regimes = lambda batch: None
        assert len(counts) >= 2
        assert machine.run(batch).equals(whole.run(batch))


def test_several_laws_at_once():
    """Baseline and reform side by side give what each gives alone."""
    law = random_law(5, 20)
    pins = [p for p in provisions_of(law, Keeper) if law.versions(p)[0].type == "truth"]
    reform = law.amend(pins[0], unless=lambda keeper: keeper.sober)
    cases, clocks = random_cases(5, Keeper, 80), random_clocks(5, 80)
    batch = batch_of(cases, Keeper, clocks)
    both = Machine(
        {"now": law, "reform": reform}, pins, kinds=True, root="Keeper", **COLUMNS
    )
    together = both.run(batch)
    differ = False
    for name, one in (("now", law), ("reform", reform)):
        alone = Machine(one, pins, kinds=True, root="Keeper", **COLUMNS).run(batch)
        for column in alone.schema.names:
            assert together.column(f"{name}: {column}").equals(alone.column(column))
    for pin in pins:
        mine, theirs = (together.column(f"{n}: {pin}") for n in ("now", "reform"))
        differ |= not mine.equals(theirs)
    assert differ
