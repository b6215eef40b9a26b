"""What to find out next.

Unknown facts that can still change the conclusions asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from tasman.facts.case import NO, UNKNOWN, YES, Elements, Facts
from tasman.facts.days import NEVER
from tasman.facts.fields import ChoiceField, Field, ListField
from tasman.facts.kinds import FACT, kind_names
from tasman.rules.evaluate import Evaluation, fields_of
from tasman.rules.explain import Explanation

_STEP = re.compile(r"([a-z_0-9]+)(?:\[(\d+|\.\.\.)\])?")
_TRIALS = 14
"""How many of the open facts are tried out to rank them; the rest keep their order."""


@dataclass(frozen=True, slots=True)
class Question:
    """One open fact: where it stands, what to ask, and what hangs on it.

    `affects` names the conclusions it bears on; `decides` those that some one answer to
    it would settle alone.
    """

    path: str
    ask: str
    kinds: int
    affects: tuple[str, ...]
    decides: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the question as plain data."""
        return {
            "path": self.path,
            "ask": self.ask,
            "kinds": kind_names(self.kinds),
            "affects": list(self.affects),
            "decides": list(self.decides),
        }


def questions(explanation: Explanation, conclusions: Iterable[str]) -> list[Question]:
    """Return the open facts behind these conclusions, the most valuable first.

    A fact is worth more the more conclusions one answer to it would settle, then the
    more it bears on. Judgments and unsettled law are not questions: no fact answers
    them.
    """
    evaluation = explanation.evaluation
    open_pins = [pin for pin in conclusions if evaluation.provision(pin)[0] == UNKNOWN]
    affects: dict[str, list[str]] = {}
    kinds: dict[str, int] = {}
    for pin in open_pins:
        for path, lack in explanation.lacks(explanation.of(pin).key).items():
            if lack.kinds & FACT and field_at(path, evaluation.root.record):
                affects.setdefault(path, []).append(pin)
                kinds[path] = kinds.get(path, 0) | lack.kinds
    ranked = sorted(affects, key=lambda path: -len(affects[path]))
    found = [
        Question(
            path,
            _ask(path, evaluation),
            kinds[path],
            tuple(affects[path]),
            _decides(path, evaluation, affects[path]) if i < _TRIALS else (),
        )
        for i, path in enumerate(ranked)
    ]
    return sorted(found, key=lambda q: (-len(q.decides), -len(q.affects)))


def field_at(path: str, record: str = "Person") -> Field[Any] | None:
    """Return the vocabulary's field at a path, or None when the path names no field."""
    field: Field[Any] | None = None
    for step in path.replace("[...]", "[0]").split("."):
        found = _STEP.fullmatch(step)
        if found is None:
            return None
        field = fields_of(record).get(found[1])
        if isinstance(field, ListField):
            record = field.of.__name__
    return field


def _ask(path: str, evaluation: Evaluation) -> str:
    """Return what to ask: of an element's field, with the element's name before it."""
    place = path.replace("[...]", "")
    field = field_at(place, evaluation.root.record)
    assert field is not None
    if isinstance(field, ListField):
        if field.ask:
            return field.ask
        named = field.doc.rstrip(".")
        listed = evaluation.root.facts.get(place, Elements()).items
        more = "is that all of them?" if listed else "which are there, or none?"
        return f"{named}: {more}"
    if field.ask or "[" not in path:
        return field.ask or field.doc
    name, _, rest = path.partition("[")
    number = int(rest.partition("]")[0]) + 1
    return f"{name.replace('_', ' ').capitalize()}, entry {number}: {field.doc}"


def _decides(path: str, evaluation: Evaluation, pins: list[str]) -> tuple[str, ...]:
    """Return the conclusions that some one answer would settle by itself."""
    settled: dict[str, None] = {}
    for facts in _answers(path, evaluation):
        trial = Evaluation(
            evaluation.law, facts, **evaluation.clocks, root=evaluation.root.record
        )
        for pin in pins:
            if pin not in settled and trial.provision(pin)[0] != UNKNOWN:
                settled[pin] = None
    return tuple(pin for pin in pins if pin in settled)


def _answers(path: str, evaluation: Evaluation) -> Iterable[Facts]:
    """Yield the facts as they would be under a few telling answers."""
    facts = evaluation.root.facts
    if path.endswith("[...]"):
        name = path.removesuffix("[...]")
        known = facts.get(name, Elements())
        yield {**facts, name: Elements(known.items)}
        return
    field = field_at(path, evaluation.root.record)
    if field is None or isinstance(field, ListField):
        return
    for value in _values(field, evaluation.clocks["as_at"]):
        yield _put(facts, path, value)


def _values(field: Field[Any], as_at: int) -> Iterable[Any]:
    if field.type == "truth":
        yield from (YES, NO)
    elif isinstance(field, ChoiceField):
        yield from (1 << i for i in range(len(field.values)))
    elif field.type == "date":
        for day in (NEVER, as_at, as_at - 1, as_at - 3653, as_at - 10958):
            yield (day, day)
    elif field.type == "term":
        for months in (0, 6, 12, 24, 60):
            yield (months, months, 0, 0)
    elif field.type == "number":
        for count in (0, 1, 10, 1000):
            yield (count, count)


def _put(facts: Facts, path: str, value: Any) -> Facts:
    step, _, rest = path.partition(".")
    found = _STEP.fullmatch(step)
    assert found is not None
    name, index = found[1], found[2]
    if not rest:
        return {**facts, name: value}
    known: Elements = facts[name]
    items: list[Mapping[str, Any]] = list(known.items)
    items[int(index)] = _put(items[int(index)], rest, value)
    return {**facts, name: Elements(tuple(items), known.rest)}
