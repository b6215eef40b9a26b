"""Lists of every length come out the same: short ones, which most people have, go by
shorter ways through the kernel than those of more than two or of more than eight."""

import random

import numpy as np
import pyarrow as pa
import pytest

from tasman.facts.case import Elements
from tasman.facts.days import day
from tasman.rules.handles import days, months
from tasman.rules.machine import Machine
from tasman.rules.machine.batches import inputs
from tasman.rules.machine.results import room
from tasman.rules.machine.running import Kernel
from tests.rules.invented import Keeper
from tests.rules.machine.agreement import batch_of, differences, random_clocks
from tests.rules.machine.test_machine import law_of
from tests.rules.random_facts import random_facts
from tests.rules.random_law import provisions_of, random_law

COLUMNS = {"as_at": "as_at", "law_at": "law_at", "known_at": "known_at"}
LENGTHS = (0, 0, 1, 1, 2, 3, 7, 8, 9, 17)
LONGEST = (17, 3, 9, 2, 8, 1)
PEOPLE = 60


def keepers(seed, missing=0.0, shares=(0, 0.2, 0.5)):
    """Facts of people with lists of lengths up to some length; `missing` is the share
    of lists not known, `shares` that of other facts, for some and for others."""
    rnd = random.Random(seed)
    longest = LONGEST[seed % len(LONGEST)]
    return [keeper(rnd, missing, longest, rnd.choice(shares)) for _ in range(PEOPLE)]


def keeper(rnd, missing, longest, unknown):
    facts = random_facts(rnd, Keeper, unknown)
    for name, field in Keeper.fields().items():
        if field.type == "list":
            size = rnd.choice([n for n in LENGTHS if n <= longest])
            items = [random_facts(rnd, field.of, unknown) for _ in range(size)]
            more = unknown and rnd.random() < 0.4
            rest = random_facts(rnd, field.of, 0.8) if more else None
            facts[name] = Elements(tuple(items), rest)
            if rnd.random() < missing:
                del facts[name]
    return facts


def check(law, seed, missing=0.0, shares=(0, 0.2, 0.5), **options):
    """The kernel and the fallback against the reference, whole and cut in two."""
    cases, clocks = keepers(seed, missing, shares), random_clocks(seed, PEOPLE)
    batch = batch_of(cases, Keeper, clocks)
    pins = provisions_of(law, Keeper)
    for compiled in (True, False):
        shape = {"kinds": True, "root": "Keeper", "compiled": compiled}
        machine = Machine(law, pins, **shape, **COLUMNS, **options)
        out = machine.run(batch)
        assert differences(law, machine, out, cases, clocks, "Keeper")[0][:3] == []
        later = machine.run(batch.slice(11))
        assert later.equals(out.slice(11))


@pytest.mark.parametrize("missing", [0.0, 0.1])
@pytest.mark.parametrize("seed", range(8))
def test_random_laws_on_lists_of_every_length(seed, missing):
    """Any law, with every list known and with some that are not."""
    nested = 0.3 if seed % 2 else 0.0
    check(random_law(seed, 10, nested=nested), seed, missing, step=32)


def test_every_operation_over_lists_of_every_length():
    """Members few and many; sums below zero; spans by the dozen; the latest day."""
    law = law_of(
        any=lambda k: k.watches.any(lambda w: w.alone),
        seldom=lambda k: k.lamps.any(lambda p: p.colour.is_("red") & (p.oil >= 49)),
        few=lambda k: k.watches.where(lambda w: w.alone).count() <= 2,
        ships=lambda k: k.watches.where(lambda w: w.alone).total(lambda w: w.ships),
        oil=lambda k: k.lamps.where(lambda p: p.trimmed).total(lambda p: p.oil),
        term=lambda k: k.watches.where(lambda w: w.diligent).total(lambda w: w.length),
        last=lambda k: k.watches.latest(lambda w: w.began_on, default=k.born_on),
        days=lambda k: k.watches.where(lambda w: w.alone).covered_days(
            lambda w: w.began_on, lambda w: w.ended_on
        ),
        inside=lambda k: k.watches.covered_days(
            lambda w: w.began_on,
            lambda w: w.ended_on,
            within=(k.appointed_on, k.appointed_on + months(24)),
        ),
    )
    for seed in range(6):
        check(law, seed, missing=0.1 * (seed % 2))
        check(law, seed, shares=(0,))


@pytest.mark.parametrize("backwards", [False, True])
def test_terms_that_only_the_calendar_decides(backwards):
    """Blocks in which it decides one, many or all of the terms."""

    def enough(keeper):
        def long(watch):
            anchor = {"end" if backwards else "start": watch.began_on}
            return watch.length.at_least(months(12), **anchor)

        return keeper.watches.where(long).count()

    law = law_of(enough=enough, some=lambda k: k.watches.any(lambda w: w.alone))
    close = [(m, d) for m in (11, 12) for d in (0, 27, 28, 29, 30, 31)]
    on = [day(y, m, d) for y in (2015, 2016) for m in (1, 2, 12) for d in (1, 28, 29)
          if (m, d) != (2, 29) or y == 2016]  # fmt: skip
    for share in (0.02, 0.3, 1.0):
        rnd = random.Random(int(share * 100))
        cases, clocks = keepers(2), random_clocks(3, PEOPLE)
        for case in cases:
            watches = case["watches"]
            items = []
            for item in watches.items:
                if rnd.random() < share:
                    (m, d), start = rnd.choice(close), rnd.choice(on)
                    item = item | {"length": (m, m, d, d), "began_on": (start, start)}
                items.append(item)
            case["watches"] = Elements(tuple(items), watches.rest)
        batch = batch_of(cases, Keeper, clocks)
        for compiled in (True, False):
            shape = {"kinds": True, "root": "Keeper", "compiled": compiled}
            machine = Machine(law, provisions_of(law, Keeper), **shape, **COLUMNS)
            out = machine.run(batch)
            assert differences(law, machine, out, cases, clocks, "Keeper")[0][:3] == []


def test_days_added_without_months():
    """Adding nothing but days is exact at both ends of time, in either direction."""
    law = law_of(
        on=lambda k: k.born_on + days(28),
        back=lambda k: k.born_on - days(200_000),
        far=lambda k: k.born_on + days(40_000),
        mixed=lambda k: k.born_on + k.service,
    )
    for seed in range(3):
        check(law, seed)


def test_equal_results_are_stored_once():
    """Provisions that say the same have their own columns and one memory."""
    law = law_of(a=lambda k: k.sober, b=lambda k: k.sober, c=lambda k: ~k.sober)
    pins = provisions_of(law, Keeper)
    machine = Machine(law, pins, root="Keeper", **COLUMNS)
    cases, clocks = keepers(5), random_clocks(5, PEOPLE)
    out = machine.run(batch_of(cases, Keeper, clocks))
    a, b, c = (out.column(f"small/{name}").buffers()[1].address for name in "abc")
    assert a == b != c
    assert len(machine.program.results) == 2


@pytest.mark.parametrize("missing", [0.0, 0.1])
@pytest.mark.parametrize("seed", range(3))
def test_people_here_and_there_with_lists_of_every_length(seed, missing):
    """Rows picked out for a program of their own regime say what all together say."""
    law = random_law(seed, 12, nested=0.2)
    pins = provisions_of(law, Keeper)
    rnd = random.Random(seed)
    years = [rnd.choice((2001, 2013, 2024, 2024, 2024)) for _ in range(50 * PEOPLE)]
    on = [day(year) for year in years]
    cases = keepers(seed, missing) * 50
    batch = batch_of(cases, Keeper, dict.fromkeys(COLUMNS, on))
    shape = {"kinds": True, "root": "Keeper"}
    apart, whole = (Machine(law, pins, **shape, **COLUMNS) for _ in range(2))
    whole._regimes = lambda batch: None
    regimes = apart._regimes(batch)
    assert len([1 for _ in apart._parts(regimes, 0, len(on))]) >= 2
    assert apart.run(batch).equals(whole.run(batch))


@pytest.mark.parametrize("shift", range(8))
def test_validity_bits_may_start_at_any_byte(shift):
    """Nulls are found wherever a foreign buffer lies in memory."""
    rng = np.random.default_rng(shift)
    bits, values = rng.integers(0, 256, 64, np.uint8), rng.integers(0, 3, 500, np.int8)
    moved = pa.py_buffer(np.concatenate([np.zeros(shift, np.uint8), bits])).slice(shift)
    column = pa.Array.from_buffers(pa.int8(), 500, [moved, pa.py_buffer(values)])
    law = law_of(a=lambda k: k.sober)
    machine = Machine(law, ["small/a"], root="Keeper", **COLUMNS)
    days = pa.array(np.full(500, day(2020), np.int32)).view(pa.date32())
    read = inputs(machine.program, pa.record_batch({"sober": column, "law_at": days}))
    results = room(machine.program.results, 500)
    persons = rng.permutation(500).astype(np.int32)
    Kernel(machine.program).run(read, results, persons)
    valid = np.unpackbits(bits, bitorder="little")[:500] == 1
    assert (results[0] == np.where(valid, values, 1)).all()
