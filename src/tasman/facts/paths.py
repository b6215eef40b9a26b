"""Reading and changing one fact by its path, such as `sentences[0].term`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from tasman.facts.case import Case, Elements, Facts
from tasman.facts.consistency import contradictions
from tasman.facts.errors import CaseError, CaseErrors
from tasman.facts.fields import Field, ListField, Record
from tasman.facts.loading import compose, refuse_impossible
from tasman.facts.nodes import Scalar
from tasman.facts.reading import (
    Problems,
    joined,
    read_field,
    read_record,
    unknown_key,
)
from tasman.facts.vocabulary import Person

_STEP = re.compile(r"([^.\[\]]+)(?:\[([0-9]{1,6})\])?")
Step = tuple[str, int | None]


def get(facts: Facts, path: str, *, record: type[Record] = Person) -> Any | None:
    """Return the value at a path; None if it is not known.

    Raises CaseErrors, naming the nearest field, when the path leads nowhere.
    """
    here: Any = facts
    for field, index in _walk(record, path):
        here = here.get(field.name)
        if index is not None:
            items = here.items if here is not None else ()
            here = _element(items, index, path, field.name)
    return here


def put(case: Case, path: str, text: str, *, record: type[Record] = Person) -> Case:
    """Return a case in which the value at a path is what `text` says, as in a file.

    `unknown` takes the value out. Raises CaseErrors for a path that leads nowhere, a
    value that cannot be read and facts that cannot all be true.
    """
    problems = Problems("")
    facts = _put(record, case.facts, _walk(record, path), path, text, problems)
    refuse_impossible(facts, problems)
    problems.settle()
    return replace(case, facts=facts, warnings=contradictions(facts, case.as_at))


def all_fields(case: Case, *, record: type[Record] = Person) -> tuple[str, ...]:
    """Return the path of every field of a case, known or not, lists included."""
    return tuple(_paths(record, case.facts, ""))


def field_at(path: str, *, record: type[Record] = Person) -> Field[Any]:
    """Return the field that a path leads to."""
    return _walk(record, path)[-1][0]


def _paths(record: type[Record], facts: Facts, path: str) -> Iterator[str]:
    for name, field in record.fields().items():
        at = joined(path, name)
        yield at
        if isinstance(field, ListField) and name in facts:
            for i, element in enumerate(facts[name].items):
                yield from _paths(field.of, element, f"{at}[{i}]")


def _walk(record: type[Record], path: str) -> list[tuple[Field[Any], int | None]]:
    steps: list[tuple[Field[Any], int | None]] = []
    at: type[Record] | None = record
    for name, index in _steps(path):
        if at is None:
            raise _lost(path, f"{steps[-1][0].name} holds no fields", "Stop there.")
        fields = at.fields()
        if name not in fields:
            _, _, problem, fix = unknown_key(Scalar(name), path, fields)
            raise _lost(path, problem, fix)
        field = fields[name]
        if index is not None and not isinstance(field, ListField):
            raise _lost(path, f"{name} is not a list", "Leave the number out.")
        at = field.of if isinstance(field, ListField) and index is not None else None
        steps.append((field, index))
    return steps


def _steps(path: str) -> Iterator[Step]:
    for part in path.split("."):
        found = _STEP.fullmatch(part)
        if found is None:
            raise _lost(path, "is not a path", "Write it like sentences[0].term.")
        yield found[1], None if found[2] is None else int(found[2])


def _put(
    record: type[Record],
    facts: Facts,
    steps: list[tuple[Field[Any], int | None]],
    path: str,
    text: str,
    problems: Problems,
) -> dict[str, Any]:
    (field, index), *further = steps
    changed = dict(facts)
    if index is None:
        _read(changed, field, path, text, problems)
        return changed
    assert isinstance(field, ListField)
    old = facts.get(field.name, Elements())
    element = _element(old.items, index, path, field.name)
    if further:
        new = _put(field.of, element, further, path, text, problems)
    else:
        new = read_record(field.of, compose(text, problems, "yaml"), path, problems)
    items = (*old.items[:index], new, *old.items[index + 1 :])
    changed[field.name] = Elements(items, old.rest)
    return changed


def _read(
    facts: dict[str, Any], field: Field[Any], path: str, text: str, problems: Problems
) -> None:
    is_text = field.type == "text"
    node = Scalar(text) if is_text else compose(text, problems, "yaml")
    own = Problems("")
    read_field(facts, field, node, path, own)
    for error in own.found:
        problems.add(problems.mark_of(""), error.field, error.problem, error.fix)


def _element(items: tuple[Facts, ...], index: int, path: str, name: str) -> Facts:
    if index >= len(items):
        known = f"It has {len(items)}, counted from 0." if items else "It has none."
        raise _lost(path, f"the case names no {name}[{index}]", known)
    return items[index]


def _lost(path: str, problem: str, fix: str) -> CaseErrors:
    return CaseErrors([CaseError("", 0, 0, path, problem, fix)])
