"""Random facts, their completions and their refinements, for any vocabulary.

Every function takes `rnd`, anything with the methods of random.Random, and a record of
the vocabulary. `random_facts` leaves some things unknown; `complete` fills in all that
is unknown, any way at all; `refine` makes some of it less unknown. All three give facts
in the engine's form (see tasman.facts.case). The Hypothesis strategies below them draw
the seed: they are fast, and a failure names its seed.
"""

from __future__ import annotations

import random
from typing import Any

from hypothesis import strategies as st

from tasman.facts.case import (
    NO,
    NOTHING_KNOWN,
    YES,
    Case,
    Elements,
    Facts,
)
from tasman.facts.days import EARLIEST, NEVER, UNKNOWN_DATE, day, parse_date
from tasman.facts.fields import ChoiceField, Field, ListField, NumberField, Record
from tasman.facts.terms import MOST_DAYS, MOST_MONTHS, UNKNOWN_TERM
from tasman.facts.vocabulary import Person

FIRST, LAST = day(1998, 1, 1), day(2026, 12, 31)
CHANGES = tuple(
    parse_date(text)[0]
    for text in (
        "1994-09-01",
        "1999-06-01",
        "2001-02-26",
        "2011-04-26",
        "2014-12-11",
        "2017-02-23",
        "2020-02-11",
        "2022-12-22",
        "2023-02-17",
        "2023-11-08",
        "2026-01-22",
    )
)
EDGES = (
    *CHANGES,
    *(change - 1 for change in CHANGES),
    day(2012, 2, 29),
    day(2016, 2, 29),
    day(2015, 1, 31),
    day(2015, 2, 28),
)
MONTHS = (0, 0, 1, 2, 3, 6, 9, 11, 12, 13, 18, 23, 24, 36)
DAYS = (0, 0, 0, 1, 14, 28, 29, 30, 31, 92, 104, 181, 182, 184, 364, 365, 366, 731)
LENGTHS = (0, 1, 1, 2, 2, 3, 4)
ENDS = ("quashed", "pardoned", "replaced", "undone", "ended", "departed", "ceased")


def random_facts(
    rnd: Any, record: type[Record] = Person, unknown_share: float = 0.3
) -> Facts:
    """Return facts of which about `unknown_share` is missing and as much partial."""
    facts: dict[str, Any] = {}
    for name, field in record.fields().items():
        if isinstance(field, ListField):
            value = _random_list(rnd, field, unknown_share)
            if value != NOTHING_KNOWN:
                facts[name] = value
        elif rnd.random() >= unknown_share:
            partial = rnd.random() < unknown_share
            value = random_value(rnd, field)
            value = _widened(rnd, field, value) if partial else value
            if value != _anything(field):
                facts[name] = value
    return facts


def complete(rnd: Any, record: type[Record], facts: Facts) -> Facts:
    """Return the facts with everything unknown filled in, any way the facts allow."""
    return {
        name: _completed(rnd, field, facts.get(name))
        for name, field in record.fields().items()
        if field.type != "text" or name in facts
    }


def refine(rnd: Any, record: type[Record], facts: Facts) -> Facts:
    """Return the facts with some, all or none of the unknown filled in or narrowed."""
    refined: dict[str, Any] = {}
    for name, field in record.fields().items():
        value = facts.get(name)
        if isinstance(field, ListField):
            narrowed: Any = _refined_list(rnd, field, value or NOTHING_KNOWN)
            if name in facts or narrowed != NOTHING_KNOWN:
                refined[name] = narrowed
        elif (narrowed := _narrowed(rnd, field, value)) is not None:
            refined[name] = narrowed
    return refined


def random_value(rnd: Any, field: Field[Any]) -> Any:
    """Return an exact value of a field that is not a list."""
    if isinstance(field, ChoiceField):
        return 1 << rnd.randrange(len(field.values))
    if isinstance(field, NumberField):
        number = rnd.choice((field.least, field.most, rnd.randint(field.least, 99)))
        return (number, number)
    if field.type == "truth":
        return rnd.choice((NO, YES))
    if field.type == "date":
        return _random_date(rnd, field)
    if field.type == "term":
        months, days = rnd.choice(MONTHS), rnd.choice(DAYS)
        return (months, months, days, days)
    return rnd.choice(("a", "never", "unknown", "2014", 'Café: "x" #1\n- y', ""))


def _random_date(rnd: Any, field: Field[Any]) -> tuple[int, int]:
    if field.name.startswith(ENDS) and rnd.random() < 0.6:
        return (NEVER, NEVER)
    edge = rnd.random() < 0.3
    chosen = rnd.choice(EDGES) if edge else rnd.randint(FIRST, LAST)
    return (chosen, chosen)


def _random_list(rnd: Any, field: ListField[Any], unknown_share: float) -> Elements:
    if rnd.random() < unknown_share * 0.6:
        return NOTHING_KNOWN
    number = rnd.choice(LENGTHS)
    items = [random_facts(rnd, field.of, unknown_share) for _ in range(number)]
    if rnd.random() >= unknown_share * 0.6:
        return Elements(tuple(items))
    share = rnd.choice((1.0, 1.0, 0.8))
    return Elements(tuple(items), random_facts(rnd, field.of, share))


def _widened(rnd: Any, field: Field[Any], value: Any) -> Any:
    """Return a value that says less, and allows the one given."""
    if isinstance(field, ChoiceField):
        return value | 1 << rnd.randrange(len(field.values))
    if isinstance(field, NumberField):
        return (max(field.least, value[0] - 2), min(field.most, value[1] + 3))
    if field.type == "date":
        return _widened_date(rnd, value)
    if field.type == "term":
        fewer, more = rnd.choice((0, 1, 3)), rnd.choice((0, 1, 12, MOST_MONTHS))
        shorter, longer = rnd.choice((0, 5)), rnd.choice((0, 5, 31, MOST_DAYS))
        return (
            max(0, value[0] - fewer),
            min(MOST_MONTHS, value[1] + more),
            max(0, value[2] - shorter),
            min(MOST_DAYS, value[3] + longer),
        )
    return value


def _widened_date(rnd: Any, value: tuple[int, int]) -> tuple[int, int]:
    if value[0] >= NEVER:
        return (rnd.randint(FIRST, LAST), NEVER)
    shape = rnd.random()
    if shape < 0.2:
        return (EARLIEST, value[1])
    if shape < 0.4:
        return (value[0], NEVER)
    spread = (0, 1, 30, 364, 2000)
    return (value[0] - rnd.choice(spread), value[1] + rnd.choice(spread))


def _anything(field: Field[Any]) -> Any:
    if isinstance(field, ChoiceField):
        return field.all_values
    if isinstance(field, NumberField):
        return (field.least, field.most)
    return {"date": UNKNOWN_DATE, "term": UNKNOWN_TERM}.get(field.type)


def _completed(rnd: Any, field: Field[Any], value: Any) -> Any:
    if not isinstance(field, ListField):
        return _inside(rnd, field, value)
    known: Elements = NOTHING_KNOWN if value is None else value
    items = [complete(rnd, field.of, item) for item in known.items]
    if known.rest is not None:
        number = rnd.choice(LENGTHS)
        items += [complete(rnd, field.of, known.rest) for _ in range(number)]
    return Elements(tuple(items))


def _inside(rnd: Any, field: Field[Any], value: Any) -> Any:
    """Return an exact value that a partial one, or None, allows."""
    if value is None:
        return random_value(rnd, field)
    if isinstance(field, ChoiceField):
        words = range(len(field.values))
        return 1 << rnd.choice([i for i in words if value >> i & 1])
    if field.type == "date":
        exact = _date_inside(rnd, *value)
        return (exact, exact)
    if field.type == "number":
        exact = rnd.choice((*value, rnd.randint(*value)))
        return (exact, exact)
    if field.type == "term":
        months = rnd.choice((*value[:2], rnd.randint(*value[:2])))
        days = rnd.choice((*value[2:], rnd.randint(*value[2:])))
        return (months, months, days, days)
    return value


def _date_inside(rnd: Any, first: int, last: int) -> int:
    edges = [edge for edge in EDGES if first <= edge <= last]
    low, high = max(first, FIRST), min(last, LAST)
    usual = rnd.randint(low, high) if low <= high else last
    any_at_all = first if first > EARLIEST else usual
    chosen: int = rnd.choice((any_at_all, last, usual, rnd.choice(edges or [usual])))
    return chosen


def _narrowed(rnd: Any, field: Field[Any], value: Any) -> Any:
    """Return a value at least as informed as a partial one or None."""
    if rnd.random() < 0.4 or (field.type == "text" and value is None):
        return value
    exact = _inside(rnd, field, value)
    if value is None or rnd.random() < 0.5:
        return exact
    if field.type == "date":
        first, last = sorted((exact[0], _date_inside(rnd, *value)))
        return (first, last)
    if field.type == "term":
        other = _inside(rnd, field, value)
        months = sorted((exact[0], other[0]))
        days = sorted((exact[2], other[2]))
        return (*months, *days)
    if field.type == "choice":
        return exact | (value & rnd.randrange(value + 1))
    return exact


def _refined_list(rnd: Any, field: ListField[Any], value: Elements) -> Elements:
    items = [refine(rnd, field.of, item) for item in value.items]
    rest = value.rest
    if rest is not None and rnd.random() < 0.6:
        number = rnd.choice(LENGTHS)
        items += [refine(rnd, field.of, rest) for _ in range(number)]
        rest = rnd.choice((None, rest, refine(rnd, field.of, rest)))
    return Elements(tuple(items), rest)


def sources() -> st.SearchStrategy[random.Random]:
    """Draw a source of randomness; its seed is shown when a test fails."""
    return st.integers(0, 2**32 - 1).map(random.Random)


def facts(
    record: type[Record] = Person, unknown_share: float | None = None
) -> st.SearchStrategy[Facts]:
    """Draw facts, from fully known to nearly empty unless a share is given."""
    shares = st.sampled_from((0.0, 0.1, 0.3, 0.6, 0.9))
    share = shares if unknown_share is None else st.just(unknown_share)
    return st.builds(random_facts, sources(), st.just(record), share)


def completions(record: type[Record], facts: Facts) -> st.SearchStrategy[Facts]:
    """Draw facts with nothing unknown that agree with those given."""
    return st.builds(complete, sources(), st.just(record), st.just(facts))


def refinements(record: type[Record], facts: Facts) -> st.SearchStrategy[Facts]:
    """Draw facts with no more unknown than those given, which they agree with."""
    return st.builds(refine, sources(), st.just(record), st.just(facts))


def cases(record: type[Record] = Person) -> st.SearchStrategy[Case]:
    """Draw cases with random facts, label and as-at day."""
    as_at = st.none() | st.sampled_from(EDGES) | st.integers(FIRST, LAST)
    words = st.text(st.characters(codec="utf-8"), max_size=20)
    return st.builds(Case, facts(record), label=words, about=words, as_at=as_at)


def allows(record: type[Record], partial: Facts, fuller: Facts) -> bool:
    """Return whether `fuller` is one of the ways in which `partial` may turn out."""
    return all(
        _allows(field, partial.get(name), fuller.get(name))
        for name, field in record.fields().items()
        if name in partial
    )


def _allows(field: Field[Any], partial: Any, fuller: Any) -> bool:
    if fuller is None:
        return False
    if isinstance(field, ListField):
        named = len(partial.items)
        closed = fuller.rest is None and len(fuller.items) == named
        if partial.rest is None and not closed:
            return False
        others = [*fuller.items[named:], *([fuller.rest] if fuller.rest else [])]
        return all(
            map(allows, [field.of] * named, partial.items, fuller.items)
        ) and all(allows(field.of, partial.rest or {}, other) for other in others)
    if field.type == "choice":
        return not fuller & ~partial
    if field.type in ("date", "number", "term"):
        return all(
            low <= inner_low and inner_high <= high
            for low, high, inner_low, inner_high in zip(
                partial[::2], partial[1::2], fuller[::2], fuller[1::2], strict=True
            )
        )
    return bool(partial == fuller)
