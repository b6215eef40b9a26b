"""The words in which rules are written: what they mean, and what they refuse."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import pytest

from tasman.facts.case import Elements
from tasman.facts.days import NEVER, parse_date
from tasman.facts.fields import Record, TextField
from tasman.facts.kinds import FACT, UNSETTLED
from tasman.rules import handles
from tasman.rules.expressions import Node, constant, references
from tasman.rules.handles import (
    Date,
    Expression,
    NotABoolean,
    Truth,
    as_at,
    choose,
    clock,
    days,
    months,
    number,
    readings,
    rolled,
    symbol,
    unknown,
    years,
)
from tests.rules.tenancy import Lease, Tenant, breaches_on, evaluation, long_lease

TENANT = symbol(Tenant, -1)
LEASE = symbol(Lease, -1)

Written = Callable[[], Any]

# --- What a rule may not do ---

AS_A_BOOLEAN: dict[str, Written] = {
    "if": lambda: 1 if TENANT.bonded else 2,
    "and": lambda: TENANT.bonded and TENANT.frail,
    "or": lambda: TENANT.bonded or TENANT.frail,
    "not": lambda: not TENANT.bonded,
    "chained comparison": lambda: TENANT.born_on < TENANT.served_on < as_at,
    "date as condition": lambda: bool(TENANT.born_on),
    "number as condition": lambda: bool(TENANT.income),
    "choice as condition": lambda: bool(TENANT.standing),
    "in": lambda: "citizen" in TENANT.standing,
    "any()": lambda: any([TENANT.bonded, TENANT.frail]),
    "for over a truth": lambda: list(TENANT.bonded),
    "for over a list": lambda: [each.rent for each in TENANT.leases],
    "element in a list": lambda: LEASE in TENANT.leases,
    "sorted": lambda: sorted(TENANT.leases),
}


@pytest.mark.parametrize("name", AS_A_BOOLEAN)
def test_an_expression_is_not_a_boolean_nor_a_list(name: str):
    """Asking before there are facts is refused, and the message says what to write."""
    with pytest.raises(NotABoolean, match=r"write & \| ~|use .any, .count"):
        AS_A_BOOLEAN[name]()


OF_THE_WRONG_TYPE: dict[str, tuple[Written, str]] = {
    "date literal": (
        lambda: TENANT.born_on < "2014-12-11",
        "a date of the law belongs in `since`",
    ),
    "datetime": (lambda: TENANT.born_on <= 16415, "expected a date of the case"),
    "date with number": (lambda: TENANT.born_on == TENANT.income, "expected a date"),
    "number with date": (lambda: TENANT.income < TENANT.born_on, "a whole number"),
    "number with float": (lambda: TENANT.income < 1.5, "a whole number, found 1.5"),
    "number with truth": (lambda: TENANT.income < True, "a whole number, found True"),
    "truth and date": (lambda: TENANT.bonded & TENANT.born_on, "expected a truth"),
    "truth or boolean": (lambda: TENANT.bonded | True, "expected a truth, found bool"),
    "date plus number": (lambda: TENANT.born_on + 12, "expected a duration"),
    "length at least number": (
        lambda: LEASE.length.at_least(12),
        "expected a duration",
    ),
    "two anchors": (
        lambda: LEASE.length.at_least(months(1), start=as_at, end=as_at),
        "not both",
    ),
    "where with a date": (
        lambda: TENANT.leases.where(lambda lease: lease.begins_on).count(),
        "expected a truth",
    ),
    "sides of two types": (
        lambda: choose(TENANT.bonded, months(1), number(1)),
        "of one type",
    ),
    "choice by a date": (
        lambda: choose(TENANT.born_on, months(1), months(2)),
        "expected a truth",
    ),
    "readings of dates": (
        lambda: readings("x", TENANT.born_on, TENANT.served_on),
        "expected a truth",
    ),
    "rolled number": (lambda: rolled(TENANT.income, "markets"), "expected a date"),
    "provision of another record": (lambda: long_lease(TENANT), "takes Lease, found"),
    "provision of nothing": (lambda: long_lease(), "takes Lease, found nothing"),
}


@pytest.mark.parametrize("name", OF_THE_WRONG_TYPE)
def test_a_wrong_type_is_refused_where_it_is_written(name: str):
    """The message gives what was expected and what was found."""
    written, message = OF_THE_WRONG_TYPE[name]
    with pytest.raises(TypeError, match=message):
        written()


def test_a_word_that_is_not_in_the_choice_is_refused():
    """The message lists the words there are."""
    with pytest.raises(ValueError, match="'citizn' is not one of citizen, guest"):
        TENANT.standing.is_("citizn")


def test_a_field_that_does_not_exist_is_refused():
    """A misspelt field is an ordinary attribute error."""
    with pytest.raises(AttributeError, match="bond"):
        _ = TENANT.bond  # type: ignore[attr-defined]


def test_there_are_three_clocks():
    """No other date is known to a rule."""
    assert clock("known_at").node.attrs == ("known_at",)
    with pytest.raises(ValueError, match="as_at, law_at or known_at"):
        clock("today")


def test_text_is_for_people():
    """A rule that reads a label is refused."""

    class Placard(Record):
        """A record with words in it."""

        label = TextField("What you call it.")

    with pytest.raises(TypeError, match="text for people: no rule may read it"):
        _ = symbol(Placard, -1).label


def test_expressions_cannot_be_keys():
    """Equality of handles builds an expression, so a handle has no hash."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(TENANT.bonded)


# --- What words mean ---

FACTS = {
    "born_on": parse_date("2000-02-29"),
    "served_on": parse_date("2020-01-31"),
    "answered_on": (NEVER, NEVER),
    "income": (100, 100),
    "bonded": 2,
    "frail": 0,
    "standing": 2,
    "leases": Elements(({"rent": (5, 5)}, {"rent": (7, 7)})),
    "breaches": Elements(),
}

MEANINGS: list[tuple[Truth, str]] = [
    (TENANT.born_on < TENANT.served_on, "yes"),
    (TENANT.born_on < TENANT.born_on, "no"),
    (TENANT.born_on <= TENANT.born_on, "yes"),
    (TENANT.served_on > TENANT.born_on, "yes"),
    (TENANT.born_on > TENANT.born_on, "no"),
    (TENANT.born_on >= TENANT.born_on, "yes"),
    (TENANT.born_on >= TENANT.served_on, "no"),
    (TENANT.born_on == TENANT.born_on, "yes"),
    (TENANT.born_on == TENANT.served_on, "no"),
    (TENANT.answered_on <= as_at, "no"),  # it has not happened
    (as_at < TENANT.answered_on, "yes"),
    (TENANT.born_on + years(20) < TENANT.served_on, "no"),
    (TENANT.born_on + years(20) == TENANT.served_on + days(29), "yes"),
    (TENANT.served_on + months(1) == TENANT.born_on + years(20), "yes"),
    (TENANT.served_on - months(12) == TENANT.served_on - days(365), "yes"),
    ((TENANT.served_on - TENANT.born_on) >= 7276, "yes"),
    ((TENANT.served_on - TENANT.born_on) > 7276, "no"),
    (TENANT.income + 5 == 105, "yes"),
    (TENANT.income - 5 < 95, "no"),
    (TENANT.income - number(5) <= 95, "yes"),
    (TENANT.income > 99, "yes"),
    (TENANT.income.as_days.at_least(months(3), start=as_at), "yes"),
    (months(12) >= years(1), "yes"),
    (days(364) >= years(1), "no"),
    (days(365) >= years(1), "unknown"),
    (TENANT.standing.is_("guest"), "yes"),
    (TENANT.standing.is_("citizen", "exile"), "no"),
    (TENANT.bonded & ~TENANT.frail, "yes"),
    (choose(TENANT.bonded, number(3), number(4)) == 3, "yes"),
    (choose(TENANT.frail, TENANT.born_on, TENANT.served_on) > TENANT.born_on, "yes"),
    (TENANT.lodgers.any(), "unknown"),
    (TENANT.breaches.any(), "no"),
    (TENANT.breaches.all(lambda each: each.serious), "yes"),  # of none, all
    (TENANT.breaches.count() == 0, "yes"),
    (TENANT.breaches.latest(lambda e: e.found_on, TENANT.born_on) < as_at, "yes"),
    (unknown(FACT, "nobody said"), "unknown"),
    (readings("one", handles.YES), "yes"),
]


@pytest.mark.parametrize(("truth", "wanted"), MEANINGS)
def test_meanings(truth: Truth, wanted: str):
    """Each word against facts, on 2020-06-01."""
    bound = {-1: evaluation(FACTS).root}
    found = evaluation(FACTS).value(truth.node, bound, None)
    assert ("no", "unknown", "yes")[found[0]] == wanted


def test_conditions_add_up_and_the_day_of_an_element_is_one_of_them():
    """`where` twice is both; an element dated after the as-at day is no element."""
    serious = TENANT.breaches.where(lambda each: each.serious)
    lasting = serious.where(lambda each: as_at < each.remedied_on)
    facts = {
        "breaches": breaches_on(
            "2019-01-01 serious never",
            "2019-01-01 slight never",
            "2019-01-01 serious 2019-02-01",
            "2020-06-01 serious never",
            "2020-06-02 serious never",
        )
    }
    found = evaluation(facts)
    counts = [
        found.value(each.count().node, {-1: found.root}, None)[:2]
        for each in (TENANT.breaches, serious, lasting)
    ]
    assert counts == [(4, 4), (3, 3), (2, 2)]


# --- How expressions are kept ---


def test_equal_expressions_are_one_object():
    """Written twice, kept once: identity is equality."""
    one = (TENANT.bonded & TENANT.frail).node
    assert one is (TENANT.bonded & TENANT.frail).node
    assert one is not (TENANT.frail & TENANT.bonded).node
    assert pickle.loads(pickle.dumps(one)) is one


def test_and_and_or_are_flat_and_say_nothing_twice():
    """(a & b) & a is a & b; a & a is a; not not a is a."""
    a, b = TENANT.bonded, TENANT.frail
    assert ((a & b) & a).node is (a & b).node
    assert (a & a).node is a.node
    assert (~~a).node is a.node
    assert len((a | (b | ~a)).node.args) == 3


def test_a_digest_names_content():
    """Other content, other digest; the same in any order of making."""
    one, other = months(12).node, months(13).node
    assert one.digest != other.digest
    assert one.digest == Node("const", "term", (), (12, 0)).digest
    assert constant("truth", 2) is handles.YES.node


def test_a_length_without_an_anchor_is_unsettled_where_the_calendar_matters():
    """With one, a missing start is a missing fact."""
    length = {"length": (0, 0, 365, 365)}
    alone = LEASE.length >= months(12)
    anchored = LEASE.length.at_least(months(12), start=LEASE.begins_on)
    found = evaluation({})
    element = found.root._replace(record="Lease", facts=length, path="leases[0].")
    assert found.value(alone.node, {-1: element}, None)[1] == UNSETTLED
    assert found.value(anchored.node, {-1: element}, None)[1] == FACT


def test_references_are_found_wherever_they_stand():
    """Inside lists, conditions and values."""
    truth = TENANT.leases.where(long_lease).count() >= 2
    assert references(truth.node) == {"tenancy/1(1)"}
    assert isinstance(long_lease(LEASE), Truth)


def test_handles_know_their_type():
    """Each node is read back as the handle that made it."""
    for each in (TENANT.bonded, TENANT.born_on, TENANT.income, months(1)):
        assert type(handles.handle(each.node)) is type(each)
        assert isinstance(each, Expression)
    assert isinstance(TENANT.born_on - months(1), Date)
