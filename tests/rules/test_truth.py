"""Kleene's laws: truths with unknowns obey the algebra that rules rely on."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.kinds import FACT, JUDGMENT, NOT_COVERED, UNSETTLED
from tasman.rules import handles
from tasman.rules.handles import Truth, choose, readings, unknown
from tasman.rules.values import Value, join
from tests.rules.profile import bounded
from tests.rules.tenancy import evaluation

ATOMS = (
    handles.YES,
    handles.NO,
    unknown(FACT, "a fact"),
    unknown(JUDGMENT, "an opinion"),
)
NAMES = ("yes", "no", "fact", "judgment")


def value(truth: Truth) -> Value:
    """The value of a truth that reads no facts."""
    return evaluation({}).value(truth.node, {}, None)


def same(left: Truth, right: Truth) -> bool:
    """Whether two truths come out alike, kinds and all."""
    return value(left) == value(right)


pairs = pytest.mark.parametrize(
    ("a", "b"), list(product(ATOMS, ATOMS)), ids=map("-".join, product(NAMES, NAMES))
)


@pytest.mark.parametrize(
    ("a", "b", "both", "either"),
    [
        (YES, YES, YES, YES),
        (YES, NO, NO, YES),
        (YES, UNKNOWN, UNKNOWN, YES),
        (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
        (NO, UNKNOWN, NO, UNKNOWN),
        (NO, NO, NO, NO),
    ],
)
def test_the_tables_of_and_and_or(a: int, b: int, both: int, either: int):
    """Strong Kleene: one decisive part decides; otherwise an unknown leaves it open."""
    atom = {YES: ATOMS[0], NO: ATOMS[1], UNKNOWN: ATOMS[2]}
    for left, right in ((a, b), (b, a)):
        assert value(atom[left] & atom[right])[0] == both
        assert value(atom[left] | atom[right])[0] == either


@pairs
def test_order_does_not_matter(a: Truth, b: Truth):
    """Commutative, kinds included."""
    assert same(a & b, b & a)
    assert same(a | b, b | a)


@pairs
def test_de_morgan(a: Truth, b: Truth):
    """Not both is one not; not either is neither."""
    assert same(~(a & b), ~a | ~b)
    assert same(~(a | b), ~a & ~b)


@pairs
def test_absorption_and_idempotence(a: Truth, b: Truth):
    """What is said twice is said once; absorption keeps the answer, not the kinds."""
    assert same(a & a, a)
    assert same(a | a, a)
    assert value(a | (a & b))[0] == value(a)[0]
    assert value(a & (a | b))[0] == value(a)[0]


@pytest.mark.parametrize("a", ATOMS, ids=NAMES)
def test_negation_and_the_constants(a: Truth):
    """Not not is nothing; yes and no are neutral and decisive."""
    assert same(~~a, a)
    assert same(a & handles.YES, a)
    assert same(a | handles.NO, a)
    assert value(a & handles.NO) == (NO, 0)
    assert value(a | handles.YES) == (YES, 0)


def test_an_unknown_does_not_exclude_itself():
    """Kleene knows no excluded middle: nobody has said."""
    for truth in ATOMS[2:]:
        assert value(truth | ~truth)[0] == UNKNOWN
        assert value(truth & ~truth)[0] == UNKNOWN


three = pytest.mark.parametrize(
    ("a", "b", "c"),
    list(product(ATOMS, ATOMS, ATOMS)),
    ids=map("-".join, product(NAMES, NAMES, NAMES)),
)


@three
def test_association_and_distribution(a: Truth, b: Truth, c: Truth):
    """Brackets do not matter; & and | distribute over each other."""
    assert same((a & b) & c, a & (b & c))
    assert same((a | b) | c, a | (b | c))
    assert value(a & (b | c))[0] == value((a & b) | (a & c))[0]
    assert value(a | (b & c))[0] == value((a | b) & (a | c))[0]


@pairs
def test_readings_are_definite_only_where_they_agree(a: Truth, b: Truth):
    """Where readings differ the law is unsettled."""
    truth, kinds = value(readings("which", a, b))
    left, right = value(a)[0], value(b)[0]
    assert truth == (left if left == right else UNKNOWN)
    assert bool(kinds & UNSETTLED) == (left != right)
    assert bool(kinds) == (truth == UNKNOWN)


@three
def test_a_choice_while_unknown_keeps_what_both_sides_allow(
    a: Truth, b: Truth, c: Truth
):
    """Known, it is one side; unknown, it is what the sides agree on."""
    found = value(choose(a, b, c))
    condition = value(a)[0]
    if condition == UNKNOWN:
        assert found == join([value(b), value(c)], value(a)[1])
    else:
        assert found == value(b if condition == YES else c)


@pytest.mark.parametrize("kind", [FACT, JUDGMENT, UNSETTLED, NOT_COVERED])
def test_an_unknown_carries_its_kind(kind: int):
    """Each kind alone, and together with another."""
    assert value(unknown(kind, "why")) == (UNKNOWN, kind)
    both = unknown(kind, "why") & unknown(FACT, "also")
    assert value(both) == (UNKNOWN, kind | FACT)


# --- Alternatives of other types ---

interval = st.tuples(st.integers(-9, 9), st.integers(0, 9), st.integers(0, 3)).map(
    lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
)


@bounded(100)
@given(st.lists(interval, min_size=1, max_size=4), st.integers(1, 15))
def test_joined_intervals_enclose_each_and_no_more(values: list[Value], kind: int):
    """Least of the least to most of the most; the reason is given if they differ."""
    low, high, kinds = join(values, kind)
    assert low == min(value[0] for value in values)
    assert high == max(value[1] for value in values)
    differ = len({value[:2] for value in values}) > 1
    assert kinds & kind == kind or not differ
