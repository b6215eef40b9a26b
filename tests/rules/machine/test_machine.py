"""The machine at its edges: shapes of input, blocks, threads, memory, errors."""

import numpy as np
import pyarrow as pa
import pytest

from tasman.facts.arrow import schema, to_batch, to_cases
from tasman.facts.case import NOTHING_KNOWN, Elements
from tasman.facts.days import EARLIEST, NEVER, day
from tasman.facts.errors import BadValue
from tasman.facts.vocabulary import Person
from tasman.rules import calendar
from tasman.rules.handles import YES, months, rolled
from tasman.rules.law import Law
from tasman.rules.machine import Machine, cache, running, tables
from tasman.rules.provisions import Act
from tests.rules.invented import Keeper
from tests.rules.machine.agreement import (
    batch_of,
    differences,
    random_cases,
    random_clocks,
)
from tests.rules.random_law import provisions_of, random_law, shut_at_weekends

CLOCKS = {"as_at": day(2020), "law_at": day(2020), "known_at": day(2026)}
COLUMNS = {"as_at": "as_at", "law_at": "law_at", "known_at": "known_at"}


def law_of(**rules):
    """A law in which each name is a rule about a keeper."""
    act = Act("Small Act", slug="small", opens="1990-01-01", sources={"R": "none"})
    for name, says in rules.items():
        act.provision(name, sources="R", verified_on="2026-01-01")(_rule(says))
    return Law.load([act])


def _rule(says):
    def rule(keeper):
        """Says something."""
        return says(keeper)

    rule.__annotations__ = {"keeper": "Keeper"}
    return rule


def machine_of(law, compiled=True, **options):
    pins = provisions_of(law, Keeper)
    shape = {"root": "Keeper", "kinds": True, "compiled": compiled, **CLOCKS}
    return Machine(law, pins, **(shape | options))


EACH = pytest.mark.parametrize("compiled", [True, False])


# --- Shapes of input ---


@EACH
def test_an_empty_batch_gives_no_rows(compiled):
    """No cases in, none out, under the same names."""
    machine = machine_of(random_law(1, 8), compiled)
    out = machine.run(to_batch([], Keeper))
    assert out.num_rows == 0
    assert out.schema == machine.schema


@EACH
def test_a_missing_column_is_unknown(compiled):
    """A batch with nothing but the person gives what an empty case gives."""
    law = random_law(2, 12)
    machine = machine_of(law, compiled)
    bare = pa.record_batch({"nothing": pa.array([1, 2])})
    assert machine.run(bare).equals(machine.run(to_batch([{}, {}], Keeper)))


@EACH
def test_a_slice_of_a_batch_gives_a_slice_of_the_results(compiled):
    """Offsets of arrays, bitmaps and lists are minded."""
    law = random_law(3, 20)
    cases = random_cases(3, Keeper, 300)
    whole = to_batch(cases, Keeper)
    machine = machine_of(law, compiled)
    for start, count in ((0, 300), (13, 100), (131, 169)):
        part = machine.run(whole.slice(start, count))
        assert part.equals(machine.run(whole).slice(start, count))
        again = to_batch(cases[start : start + count], Keeper)
        assert part.equals(machine.run(again))


@EACH
def test_a_null_list_is_one_of_which_nothing_is_known(compiled):
    """It is not an empty list, nor complete."""
    law = law_of(any=lambda k: k.watches.any(), few=lambda k: k.watches.count() <= 3)
    out = machine_of(law, compiled).run(
        to_batch([{}, {"watches": NOTHING_KNOWN}, {"watches": Elements(())}], Keeper)
    )
    assert out.column("small/any").to_pylist() == [1, 1, 0]
    assert out.column("small/few").to_pylist() == [1, 1, 2]


def test_batches_give_back_the_facts_they_were_made_of():
    """Facts to columns and back, for random facts, is the same in every evaluator."""
    cases, clocks = random_cases(4, Keeper, 200), random_clocks(4, 200)
    back = list(to_cases(to_batch(cases, Keeper), Keeper))
    assert list(to_cases(to_batch(back, Keeper), Keeper)) == back
    law = random_law(4, 12)
    machine = machine_of(law, **COLUMNS)
    out = machine.run(batch_of(cases, Keeper, clocks))
    assert differences(law, machine, out, back, clocks, "Keeper")[0] == []


def test_the_schema_has_a_column_for_every_fact():
    """Each field but text is in the schema of cases, under its own name."""
    names = schema(Person).names
    for name, field in Person.fields().items():
        if field.type not in ("text",) and name != "position":
            assert any(n == name or n.startswith(f"{name}_") for n in names), name


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"sober": pa.array(["yes"])}, "column sober is string"),
        ({"born_on_from": pa.array([1.5])}, "column born_on_from is double"),
        ({"watches": pa.array([3])}, "column watches is int64"),
        ({"watches": pa.array([[None]], pa.list_(pa.struct([])))}, "null elements"),
    ],
)
def test_a_column_of_another_type_is_refused(columns, message):
    """The message names the column and what it must be."""
    law = law_of(
        a=lambda k: (
            k.sober & (k.born_on <= k.appointed_on) & k.watches.any(lambda w: w.alone)
        )
    )
    with pytest.raises(BadValue, match=message):
        machine_of(law).run(pa.record_batch(columns))


def test_a_clock_must_have_a_day_in_every_row():
    """A null or missing day is refused by name."""
    law = law_of(a=lambda k: k.watches.any())
    machine = machine_of(law, as_at="on")
    nulls = pa.record_batch({"on": pa.array([None], pa.date32())})
    for batch in (nulls, pa.record_batch({"off": pa.array([1])})):
        with pytest.raises(BadValue, match="column on"):
            machine.run(batch)


# --- Blocks, threads, memory ---


@EACH
@pytest.mark.parametrize("step", [1, 7, 64, 5000])
def test_the_size_of_a_block_changes_nothing(compiled, step):
    """Results are the same whatever the block."""
    law = random_law(6, 20)
    batch = to_batch(random_cases(6, Keeper, 200), Keeper)
    usual = machine_of(law, compiled).run(batch)
    assert machine_of(law, compiled, step=step).run(batch).equals(usual)


def test_threads_change_nothing():
    """Results are the same, and in the same order, whatever the threads."""
    law = random_law(7, 20)
    some = random_cases(7, Keeper, 100)
    batch = to_batch(some * 400, Keeper)
    machine = machine_of(law)
    usual = machine.run(batch)
    assert machine.run(batch, threads=3).equals(usual)
    parts = [batch.slice(at, 5000) for at in range(0, 40_000, 5000)]
    streamed = list(machine.stream(iter(parts), threads=3))
    assert (
        pa.Table.from_batches(streamed).combine_chunks().to_batches()[0].equals(usual)
    )


def test_one_person_with_a_very_long_list():
    """The registers grow until the longest list, in pairs, fits."""
    law = law_of(
        pair=lambda k: k.watches.any(
            lambda a: k.watches.any(
                lambda b: (a.position < b.position) & (a.ships == b.ships)
            )
        )
    )
    many = Elements(tuple({"began_on": (0, 0), "ships": (i, i)} for i in range(300)))
    twice = Elements((*many.items, {"began_on": (0, 0), "ships": (7, 7)}))
    cases = [{"watches": Elements(())}, {"watches": many}, {"watches": twice}]
    for compiled in (True, False):
        out = machine_of(law, compiled).run(to_batch(cases, Keeper))
        assert out.column("small/pair").to_pylist() == [0, 0, 2]


def test_more_elements_than_can_be_paired_are_refused(monkeypatch):
    """The message names the lists, and no memory is taken for them."""
    monkeypatch.setattr(running, "MOST_ROWS", 1 << 12)
    law = law_of(
        pair=lambda k: k.watches.any(
            lambda a: k.watches.any(lambda b: a.position < b.position)
        )
    )
    many = Elements(tuple({"ships": (i, i)} for i in range(200)))
    with pytest.raises(BadValue, match="too many elements in watches by watches"):
        machine_of(law, step=8).run(to_batch([{"watches": many}], Keeper))


def test_kinds_are_optional():
    """Without kinds the truths are the same and there are fewer columns."""
    law = random_law(8, 20)
    batch = to_batch(random_cases(8, Keeper, 100), Keeper)
    full, bare = machine_of(law).run(batch), machine_of(law, kinds=False).run(batch)
    assert not [name for name in bare.schema.names if name.endswith("_kinds")]
    for name in bare.schema.names:
        assert bare.column(name).equals(full.column(name))


def test_what_a_reform_shares_is_worked_out_once():
    """Baseline and reform need hardly more instructions than one of them."""
    law = random_law(9, 30)
    pins = provisions_of(law, Keeper)
    shape = {"root": "Keeper", **CLOCKS}
    alone = len(Machine(law, pins, **shape).program.instructions)
    twice = Machine({"a": law, "b": law}, pins, **shape)
    assert len(twice.program.instructions) == alone


# --- Reading it ---


def test_the_program_can_be_read():
    """The listing names facts, lists and operations."""
    law = law_of(
        a=lambda k: (
            k.watches.where(lambda w: w.alone).total(lambda w: w.length) >= months(6)
        )
    )
    text = machine_of(law).listing()
    for part in (
        "watches.alone",
        "total_of",
        "each of watches",
        "at_least",
        "result 0",
    ):
        assert part in text


def test_a_constant_rule_needs_no_facts():
    """A rule that is always so is yes for everyone, and reads nothing."""
    machine = machine_of(law_of(a=lambda k: YES))
    assert machine.program.columns == []
    assert machine.run(to_batch([{}, {}], Keeper)).column(0).to_pylist() == [2, 2]


@EACH
def test_days_beyond_the_calendar_do_no_harm(compiled):
    """A day that no file may hold comes out as the end of time it lies beyond."""
    law = law_of(a=lambda k: rolled(k.born_on, "office") + months(1))
    law = Law(law._versions, calendars={"office": shut_at_weekends})
    far = pa.array([-800_000, 800_000], pa.int32()).view(pa.date32())
    batch = pa.record_batch({"born_on_from": far, "born_on_to": far})
    out = machine_of(law, compiled).run(batch)
    days = out.column("small/a_from").view(pa.int32()).to_pylist()
    assert days == [EARLIEST, NEVER]


# --- Calendar tables ---


def test_tables_say_what_the_calendar_says():
    """Months, spans and open days by table are those of the reference calendar."""
    for months_ in (*range(61), 119, 120, 1199, 2399, 2400):
        assert tuple(tables.spans()[:, months_]) == calendar.span_of_months(months_)
    rolls = tables.next_open_days(shut_at_weekends)
    rnd = np.random.default_rng(1)
    for on in (EARLIEST, NEVER, *rnd.integers(EARLIEST + 1, NEVER - 9, 2000).tolist()):
        assert rolls[on - EARLIEST] == calendar.next_open(on, shut_at_weekends)


def test_months_by_table_are_months():
    """Adding and taking terms is exact in the kernel and in the fallback."""
    law = law_of(
        on=lambda k: k.born_on + k.service,
        back=lambda k: k.born_on - k.service,
        both=lambda k: (k.born_on + k.service) - k.service,
    )
    cases, clocks = random_cases(12, Keeper, 3000), random_clocks(12, 3000)
    batch = batch_of(cases, Keeper, clocks)
    for compiled in (True, False):
        machine = machine_of(law, compiled, **COLUMNS)
        out = machine.run(batch)
        assert differences(law, machine, out, cases, clocks, "Keeper")[0] == []


def test_spans_that_end_before_they_start_cover_nothing():
    """An empty or backward span adds no days, in any evaluator."""
    law = law_of(
        long=lambda k: (
            k.watches.covered_days(lambda w: w.began_on, lambda w: w.ended_on) >= 10
        )
    )
    spans = [(0, 10), (50, 20), (5, 12), (100, 100)]
    watches = Elements(
        tuple({"began_on": (a, a), "ended_on": (b, b)} for a, b in spans)
    )
    cases = [{"watches": watches}, {"watches": Elements(watches.items[1:2])}]
    assert calendar.covered(spans) == 12
    for compiled in (True, False):
        out = machine_of(law, compiled).run(to_batch(cases, Keeper))
        assert out.column("small/long").to_pylist() == [2, 0]


# --- The compiler's cache ---


def _changed(changed, source):
    """A reader of sources that sees a change in one of them."""
    return lambda name: source(name) + (b"#" if name == changed else b"")


def test_the_cache_is_keyed_by_every_source(monkeypatch):
    """A change to any module of the kernel names another folder."""
    usual = cache.key()
    assert cache.key() == usual
    for name in cache.SOURCES:
        with monkeypatch.context() as patch:
            patch.setattr(cache, "_source", _changed(name, cache._source))
            assert cache.key() != usual, name


def test_every_module_the_kernel_imports_is_in_the_key():
    """No helper of the compiled code is left out of the key."""
    import sys

    from tasman.rules.machine import kernels

    package = "tasman.rules.machine."
    seen, queue = set(), [kernels]
    while queue:
        module = queue.pop()
        seen.add(module.__name__)
        for value in vars(module).values():
            name = getattr(value, "__module__", None) or getattr(value, "__name__", "")
            if name.startswith(package) and name not in seen and name in sys.modules:
                queue.append(sys.modules[name])
    used = {name.removeprefix(package) for name in seen}
    assert used - {"tables"} <= set(cache.SOURCES)
