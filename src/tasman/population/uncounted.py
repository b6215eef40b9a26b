"""What of a reform cannot be counted among made-up people, and which facts it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasman.facts.arrow import column_names
from tasman.facts.fields import ListField
from tasman.facts.vocabulary import Person
from tasman.population.changes import Changes, Fact, Measure, facts_of, short
from tasman.population.moves import Moves


@dataclass(frozen=True)
class Uncounted:
    """One provision that nobody's answer shows changed, why, and the facts lacking."""

    name: str
    says: str
    why: str
    facts: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return it as plain data."""
        plain = {"provision": self.name, "says": self.says, "why": self.why}
        return {**plain, "facts": list(self.facts)}


ALIKE = "no made-up person's answer changes"
EVERYONE = "everyone made up answers yes, today and after"
NOT_OF_A_PERSON = "it is no yes or no of a person"


def uncounted(
    found: Changes,
    tried: Iterable[Measure],
    moves: Mapping[str, Moves],
    people: pa.RecordBatch,
) -> list[Uncounted]:
    """Return what changes and cannot be counted, in the order in which it was tried."""
    absent = lacks(people)
    told: list[Uncounted] = []
    asked: set[str] = set()
    still = {p for m in tried if not moves[m.name].unlike for p in m.pinpoints}
    for measure in tried:
        asked.update(measure.pinpoints)
        alone = not set(measure.pinpoints) & set(found.downstream)
        if moves[measure.name].unlike or measure.kind == "consideration":
            continue
        if alone or not _causes(found, measure) <= still:
            told.append(_unmoved(found, measure, moves[measure.name], absent))
    for pinpoint in (*found.direct, *found.added):
        last = found.after.versions(pinpoint)[-1]
        facts = _named(_read(found, (pinpoint,)), absent)
        apart = not found.after.dependents(pinpoint) & asked
        if facts and apart and last.kind != "consideration":
            name = short(pinpoint)
            told.append(Uncounted(name, last.plain, NOT_OF_A_PERSON, facts))
    return told


def _causes(found: Changes, measure: Measure) -> set[str]:
    """Return what the reform rewrites or adds that a measure rests on."""
    return {
        pinpoint
        for pinpoint in (*found.direct, *found.added)
        if found.after.dependents(pinpoint) & set(measure.pinpoints)
    }


def _unmoved(
    found: Changes, measure: Measure, moves: Moves, absent: frozenset[Fact]
) -> Uncounted:
    if moves.today == moves.persons:
        lists = {
            _LIST_OF.get(r, r) for r, _ in facts_of(found.before, measure.pinpoints)
        }
        told = f"{EVERYONE}, by what is made up of {', '.join(sorted(lists))}"
        return Uncounted(measure.name, measure.says, told, ())
    read = _read(found, measure.pinpoints)
    return Uncounted(measure.name, measure.says, ALIKE, _named(read, absent))


def _read(found: Changes, pinpoints: Sequence[str]) -> frozenset[Fact]:
    """Return the facts that provisions read, before or after the reform."""
    known = set(found.before.pinpoints).intersection(pinpoints)
    return facts_of(found.after, pinpoints) | facts_of(found.before, known)


def lacking(
    found: Changes, measure: Measure, people: pa.RecordBatch
) -> tuple[str, ...]:
    """Return the facts that a changed measure turns on and nothing tells."""
    after = facts_of(found.after, measure.pinpoints)
    known = [pin for pin in measure.pinpoints if pin in set(found.before.pinpoints)]
    absent = lacks(people)
    new = after - facts_of(found.before, known)
    return _named(new if new & absent else after, absent)


def lacks(people: pa.RecordBatch) -> frozenset[Fact]:
    """Return the facts of which nothing is made up, and lists that are always empty."""
    return frozenset(_lacking(people))


def _lacking(people: pa.RecordBatch) -> Iterator[Fact]:
    for name, field in Person.fields().items():
        if not isinstance(field, ListField):
            if all(_empty(people, column) for column in column_names(field)):
                yield "Person", name
            continue
        lists = people.column(name) if name in people.schema.names else None
        inner = None if lists is None else lists.values
        for part, each in field.of.fields().items():
            held = column_names(each)
            if inner is None or not len(inner) or all(_none(inner, c) for c in held):
                yield field.of.__name__, part


def _empty(people: pa.RecordBatch, column: str) -> bool:
    at = people.schema.get_field_index(column)
    return at < 0 or people.column(at).null_count == people.num_rows


def _none(struct: pa.StructArray, column: str) -> bool:
    at = struct.type.get_field_index(column)
    return at < 0 or pc.struct_field(struct, [at]).null_count == len(struct)


_LIST_OF = {
    field.of.__name__: name
    for name, field in Person.fields().items()
    if isinstance(field, ListField)
}


def _named(read: Iterable[Fact], lacking: frozenset[Fact]) -> tuple[str, ...]:
    """Return what is read and lacking, by its path: lists that are empty come first."""
    whole = {
        record
        for record in _LIST_OF
        if all(fact in lacking for fact in _facts_of_list(record))
    }
    names: set[str] = set()
    for record, name in set(read) & lacking:
        if record in whole:
            names.add(_LIST_OF[record])
        elif record == "Person":
            names.add(name)
        elif record in _LIST_OF:
            names.add(f"{_LIST_OF[record]}[].{name}")
    return tuple(sorted(names, key=lambda name: ("[]" in name, name)))


def _facts_of_list(record: str) -> list[Fact]:
    field = Person.fields()[_LIST_OF[record]]
    assert isinstance(field, ListField)
    return [(record, name) for name in field.of.fields()]
