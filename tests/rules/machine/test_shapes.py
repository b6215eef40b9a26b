"""Programs for people without unknowns, and for columns that are not there."""

import random

import numpy as np
import pyarrow as pa
import pytest

from tasman.facts.arrow import column_names, to_batch
from tasman.facts.case import Elements
from tasman.facts.days import day
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.rules.handles import YES, Truth
from tasman.rules.law import Law
from tasman.rules.machine import Machine, certain, engine, shapes
from tasman.rules.machine.batches import Inputs, inputs
from tasman.rules.machine.building import build
from tasman.rules.machine.program import Register
from tasman.rules.machine.pruning import folded, pruned
from tasman.rules.machine.shapes import ANY, Certainty, Shape
from tasman.rules.provisions import Act
from tests.rules.invented import Keeper
from tests.rules.machine.agreement import (
    batch_of,
    differences,
    random_cases,
    random_clocks,
)
from tests.rules.random_facts import random_facts
from tests.rules.random_law import provisions_of, random_law

COLUMNS = {"as_at": "as_at", "law_at": "law_at", "known_at": "known_at"}
ROWS = 16
EACH = pytest.mark.parametrize("compiled", [True, False])


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Programs for a shape are made for the first rows that have it, however few."""
    monkeypatch.setattr(engine, "_WORTH", 0)
    monkeypatch.setattr(engine, "_ROWS_A_TASK", ROWS)
    monkeypatch.setattr(engine, "_ROWS_A_TASK_OF_ARRAYS", ROWS)
    monkeypatch.setattr(shapes, "_FEWEST_A_COLUMN", 0)


def law_of(seed):
    rnd = random.Random(seed)
    return random_law(seed, rnd.choice((3, 8, 20)), nested=rnd.choice((0.1, 0.5)))


def exact_cases(seed, count):
    """Cases of which nothing is unknown."""
    rnd = random.Random(seed)
    return [random_facts(rnd, Keeper, 0) for _ in range(count)]


def sparse_cases(seed, count):
    """Cases that all say nothing of the same facts, here of people, there of lists."""
    rnd = random.Random(seed)
    cases = random_cases(seed, Keeper, count)
    if rnd.random() < 0.5:
        cases = exact_cases(seed, count)
    dropped = {name for name in Keeper.fields() if rnd.random() < 0.4}
    within = {
        inner
        for field in Keeper.fields().values()
        if field.type == "list"
        for inner in field.of.fields()
        if rnd.random() < 0.3
    }
    return [_without(case, dropped, within) for case in cases]


def _without(case, dropped, within):
    kept = {name: value for name, value in case.items() if name not in dropped}
    for name, value in kept.items():
        if isinstance(value, Elements):
            items = tuple(_without(each, within, ()) for each in value.items)
            rest = None if value.rest is None else _without(value.rest, within, ())
            kept[name] = Elements(items, rest)
    return kept


def shapes_used(machine):
    return {key[1] for key in machine._runners if isinstance(key, tuple)}


def put_to(law, cases, clocks, compiled):
    """The cases run: the machine, how results differ from the reference's."""
    pins = provisions_of(law, Keeper)
    machine = Machine(
        law, pins, kinds=True, root="Keeper", compiled=compiled, **COLUMNS
    )
    out = machine.run(batch_of(cases, Keeper, clocks))
    found, compared = differences(law, machine, out, cases, clocks, "Keeper")
    assert compared == len(cases) * len(pins)
    return machine, found


# --- Agreement ---


@EACH
@pytest.mark.parametrize("seed", range(40))
def test_nothing_unknown(seed, compiled):
    """On wholly exact facts, the program for them agrees with the reference."""
    cases, clocks = exact_cases(seed, 32), random_clocks(seed, 32)
    machine, found = put_to(law_of(seed), cases, clocks, compiled)
    assert found[:3] == []
    assert all(shape.exact for shape in shapes_used(machine))
    assert shapes_used(machine)


@EACH
@pytest.mark.parametrize("seed", range(12))
def test_some_tasks_exact_and_some_not(seed, compiled):
    """Where only some people have unknowns, both programs run, and agree."""
    known, open_ = exact_cases(seed, 2 * ROWS), random_cases(seed, Keeper, 2 * ROWS)
    cases = known[:ROWS] + open_ + known[ROWS:]
    machine, found = put_to(
        law_of(seed), cases, random_clocks(seed, len(cases)), compiled
    )
    assert found[:3] == []
    assert any(shape.exact for shape in shapes_used(machine))


@EACH
@pytest.mark.parametrize("seed", range(30))
def test_columns_that_are_not_there(seed, compiled):
    """With facts missing for all, a program without them agrees with the reference."""
    cases, clocks = sparse_cases(seed, ROWS), random_clocks(seed, ROWS)
    _, found = put_to(law_of(seed), cases, clocks, compiled)
    assert found[:3] == []


@EACH
def test_one_regime_and_nothing_unknown(compiled):
    """Programs are made for a regime and a shape together."""
    law, cases = law_of(7), exact_cases(7, 40)
    on = {name: [day(2024)] * 40 for name in COLUMNS}
    machine, found = put_to(law, cases, on, compiled)
    assert found == []
    assert any(isinstance(key, tuple) and key[0] >= 0 for key in machine._runners)


@EACH
@pytest.mark.parametrize("kinds", [True, False])
def test_the_law_in_force_says_the_same_of_exact_people(kinds, compiled):
    """As the program for any people does, of every provision, some lists left out."""
    law = current_law()
    pins, rnd = provisions_of(law, Person), random.Random(4)
    cases = [random_facts(rnd, Person, 0) for _ in range(2 * ROWS)]
    batch = to_batch(cases, Person, random_clocks(4, len(cases)))
    shape = {"kinds": kinds, "compiled": compiled}
    machine, plain = (Machine(law, pins, **shape, **COLUMNS) for _ in range(2))
    plain._shape = lambda *of: ANY
    for each in (batch, batch.drop_columns(["sentences", "stays", "born_on_to"])):
        assert machine.run(each).equals(plain.run(each))
    assert {shape.exact for shape in shapes_used(machine)} == {True}
    assert {bool(shape.absent) for shape in shapes_used(machine)} == {True, False}


@EACH
def test_a_program_that_reads_nothing_has_no_shape(compiled):
    """A rule that says the same of everyone is run as it is."""
    act = Act("Small Act", slug="small", opens="1990-01-01", sources={"R": "none"})

    @act.provision("1", sources="R", verified_on="2026-01-01")
    def everyone(keeper: Keeper) -> Truth:
        """Says yes."""
        return YES

    on = {name: day(2024) for name in COLUMNS}
    law = Law.load([act])
    machine = Machine(law, ["small/1"], root="Keeper", compiled=compiled, **on)
    out = machine.run(batch_of(exact_cases(1, 40), Keeper, random_clocks(1, 40)))
    assert out.column("small/1").to_pylist() == [2] * 40
    assert not shapes_used(machine)


def test_threads_share_the_programs():
    """Tasks of all shapes at once come out as one after the other."""
    law = law_of(6)
    pins = provisions_of(law, Keeper)
    cases = exact_cases(6, 200) + random_cases(6, Keeper, 200)
    random.Random(6).shuffle(cases)
    batch = batch_of(cases + exact_cases(7, 200), Keeper, random_clocks(6, 600))
    together, alone = (Machine(law, pins, root="Keeper", **COLUMNS) for _ in range(2))
    assert together.run(batch, threads=4).equals(alone.run(batch))


@EACH
def test_a_block_taken_for_exact_that_is_not_is_caught(monkeypatch, compiled):
    """The suite sees it when unknowns are overlooked."""
    monkeypatch.setattr(Certainty, "_hold", lambda self, start, end: True)
    caught = 0
    for seed in range(6):
        cases, clocks = random_cases(seed, Keeper, 32), random_clocks(seed, 32)
        caught += bool(put_to(law_of(seed), cases, clocks, compiled)[1])
    assert caught >= 5


def test_few_rows_take_the_program_for_any(monkeypatch):
    """Until enough rows have come, no program is made for their shape."""
    monkeypatch.setattr(engine, "_WORTH", 40)
    cases, clocks = exact_cases(3, 40), random_clocks(3, 40)
    machine, _ = put_to(law_of(3), cases, clocks, True)
    assert not shapes_used(machine)
    machine.run(batch_of(cases, Keeper, clocks))
    assert shapes_used(machine)


def test_programs_for_many_shapes_are_not_kept(monkeypatch):
    """A column more or less in every batch makes no program each."""
    monkeypatch.setattr(engine, "_SHAPES", 2)
    law = law_of(5)
    pins = provisions_of(law, Keeper)
    machine = Machine(law, pins, root="Keeper", **COLUMNS)
    for seed in range(8):
        batch = batch_of(sparse_cases(seed, 8), Keeper, random_clocks(seed, 8))
        plain = Machine(law, pins, root="Keeper", **COLUMNS)
        plain._shape = lambda *of: ANY
        assert machine.run(batch).equals(plain.run(batch))
    assert len(shapes_used(machine)) <= 2


# --- What is looked for ---


def everything():
    """A law whose program reads every column of a keeper, and that program."""
    law = random_law(1, 120, nested=0.3)
    pins = provisions_of(law, Keeper)
    return Machine(law, pins, root="Keeper", kinds=True, **COLUMNS).program


PROGRAM = everything()
CHECKS = pytest.mark.parametrize("checks", [shapes.CHECKS, certain.CHECKS])


def unknowns():
    """What may be unknown of a keeper, one at a time: a name, and what is known."""
    for name, field in Keeper.fields().items():
        if name == "position":
            continue
        if field.type == "list":
            yield f"{name}: unknown", lambda case, n=name: case | {n: None}
            yield (
                f"{name}: incomplete",
                lambda case, n=name: case | {n: Elements(case[n].items, {})},
            )
            for inner, each in field.of.fields().items():
                if inner != "position" and column_names(each):
                    yield (
                        f"{name}.{inner}",
                        lambda case, n=name, i=inner: case | {n: _blank(case[n], i)},
                    )
        elif column_names(field):
            yield name, lambda case, n=name: {k: v for k, v in case.items() if k != n}


def _blank(elements, inner):
    first = {k: v for k, v in elements.items[0].items() if k != inner}
    return Elements((first, *elements.items[1:]), None)


def read_of(cases):
    cases = [{k: v for k, v in case.items() if v is not None} for case in cases]
    clocks = random_clocks(1, len(cases))
    return inputs(PROGRAM, to_batch(cases, Keeper, clocks))


def full_cases(count):
    """Exact cases with an element in every list."""
    rnd, cases = random.Random(2), []
    while len(cases) < count:
        case = random_facts(rnd, Keeper, 0)
        if all(v.items for v in case.values() if isinstance(v, Elements)):
            cases.append(case)
    return cases


def reads(name):
    list_, _, column = name.partition(".")
    if ": " in name:
        return name.partition(": ")[0] in PROGRAM.lists
    fields = Keeper.fields()
    owner = fields[list_].of.fields() if column else fields
    wanted = {
        (list_ if column else "", n) for n in column_names(owner[column or list_])
    }
    return wanted <= {(c.list, c.name) for c in PROGRAM.columns}


@CHECKS
@pytest.mark.parametrize(
    "name, hidden", [each for each in unknowns() if reads(each[0])]
)
def test_a_single_unknown_is_seen(name, hidden, checks):
    """One fact unknown of one person: that person is not exact, the others are."""
    cases = full_cases(9)
    assert Certainty(PROGRAM, read_of(cases), checks).shape(0, 9).exact
    cases[4] = hidden(cases[4])
    certainty = Certainty(PROGRAM, read_of(cases), checks)
    found = [certainty.shape(i, i + 1).exact for i in range(9)]
    assert found == [i != 4 for i in range(9)]


VALUES = {
    "alike": ([5, 9, 1 << 20], 7),
    "decided": ([0, 2], 1),
    "of_one_word": ([1, 2, 1 << 30], 3),
}


def check_of(checks, what, *arrays, nulls=(0, 0)):
    """A check of columns alone."""
    names = [("", str(i)) for i in range(len(arrays))]
    read = Inputs(len(arrays[0]), list(arrays), [], names=names)
    return getattr(checks, what)(read, *range(len(arrays)), *[nulls] * (len(names) - 1))


@CHECKS
@pytest.mark.parametrize("what", VALUES)
@pytest.mark.parametrize("count", [1, 7, 1024, 1025, 40_000])
def test_values_known_only_in_part_are_seen_wherever_they_are(what, count, checks):
    """Bounds apart, a truth unknown, two words possible: first, last and between."""
    usual, odd = VALUES[what]
    type_ = pa.int8() if what == "decided" else pa.int32()
    values = np.resize(usual, count + 3)
    for at in {None, 3, 3 + count // 2, 2 + count}:
        changed = values.copy()
        if at is not None:
            changed[at] = odd
        arrays = [pa.array(changed, type_).slice(3)]
        if what == "alike":
            arrays.append(pa.array(values, type_).slice(3))
        assert check_of(checks, what, *arrays)(0, count) == (at is None)


@CHECKS
@pytest.mark.parametrize("mask", [0, -1, 3, 6, (1 << 31) - 1])
def test_a_choice_that_is_not_one_word_is_unknown(mask, checks):
    """No word at all is no answer either."""
    check = check_of(checks, "of_one_word", pa.array([1, mask], pa.int32()))
    assert check(0, 1) and not check(0, 2)


@CHECKS
def test_a_null_bound_is_what_it_is_read_as(checks):
    """A date that never comes has no last day written: it is known all the same."""
    low = pa.array([3, 900, None, 0, 7], pa.int32())
    high = pa.array([3, None, 0, None, None], pa.int32())
    check = check_of(checks, "alike", low, high, nulls=(0, 900))
    assert [check(i, i + 1) for i in range(5)] == [True, True, True, False, False]
    assert check(0, 3) and not check(2, 4)


# --- Smaller programs ---


def test_a_program_for_exact_facts_reads_one_bound_of_two():
    """And is shorter; with nothing there at all it reads no column."""
    law = random_law(1, 120, nested=0.3)
    pins = provisions_of(law, Keeper)
    machine = Machine(law, pins, root="Keeper", kinds=True, **COLUMNS)
    exact = machine._program(None, machine.program, Shape(exact=True))
    assert len(exact.columns) < len(machine.program.columns)
    assert len(exact.instructions) < len(machine.program.instructions)
    names = {(c.list, c.name) for c in machine.program.columns if c.name not in COLUMNS}
    nothing = machine._program(None, machine.program, Shape(absent=frozenset(names)))
    assert {c.name for c in nothing.columns} <= set(COLUMNS)


A, B = Register("T", 0, 1), Register("T", 0, 2)


@pytest.mark.parametrize(
    "op, operands, constants, says",
    [
        ("both", (A, B), {}, None),
        ("both", (A, A), {}, A),
        ("both", (A, B), {B: 2}, A),
        ("both", (A, B), {A: 2}, B),
        ("both", (A, B), {B: 0}, 0),
        ("both", (A, B), {B: 1}, None),
        ("either", (A, B), {B: 2}, 2),
        ("either", (A, B), {A: 0}, B),
        ("negate", (A,), {A: 2}, 0),
        ("gather8", (A, Register("I", 1, 1)), {A: 1}, 1),
        ("any_of", (A, B, B, 1), {A: 0}, 0),
        ("any_of", (A, B, B, 1), {A: 2}, None),
        ("any_of", (A, B, B, 1), {A: 2, B: 1}, 1),
    ],
)
def test_what_constants_say(op, operands, constants, says):
    """An instruction is left out where its result is known without any row."""
    assert folded(op, operands, constants) == says


def test_what_leads_to_no_result_is_left_out():
    """Pruning again changes nothing; a program of no results has no instructions."""
    assert pruned(PROGRAM).instructions == PROGRAM.instructions
    assert build({}, kinds=False).instructions == []
