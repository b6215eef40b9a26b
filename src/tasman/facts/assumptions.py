"""What a file's author states of every element that does not say otherwise.

`assume: {sentences: {quashed_on: never}}` is expanded when the file is loaded and is
kept as readable text, `sentences.quashed_on: never`, which every assessment prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tasman.facts.case import Facts
from tasman.facts.fields import ListField, Record
from tasman.facts.nodes import Entries, Node
from tasman.facts.plain import flow, plain_value
from tasman.facts.reading import Problems, read_record, unknown_key, unrepeated

ASSUME = "assume"
PERSON = "person"

Assumptions = Mapping[str, Facts]
"""Defaults by list name; under `person`, those of the person."""


def read_assumptions(
    node: Node | None, record: type[Record], problems: Problems
) -> Assumptions:
    """Return the values that `assume` gives, by list name."""
    if node is None:
        return {}
    if not isinstance(node, Entries):
        problems.add(
            node.mark,
            ASSUME,
            "a mapping by list belongs here",
            "Write, for example, `assume: {sentences: {quashed_on: never}}`.",
        )
        return {}
    records = records_by_name(record)
    found = {}
    for name, (key, value) in unrepeated(node, ASSUME, problems).items():
        if name not in records:
            problems.add(*unknown_key(key, ASSUME, records))
            continue
        at = f"{ASSUME}.{name}"
        found[name] = read_record(records[name], value, at, problems)
    return found


def records_by_name(record: type[Record]) -> dict[str, type[Record]]:
    """Return the records of which something may be assumed, by the name to use."""
    lists = {
        name: field.of
        for name, field in record.fields().items()
        if isinstance(field, ListField)
    }
    return {PERSON: record, **lists}


def assumed_texts(record: type[Record], assumptions: Assumptions) -> tuple[str, ...]:
    """Return assumptions as text, such as `sentences.quashed_on: never`."""
    records = records_by_name(record)
    return tuple(
        f"{name}.{field}: {flow(plain_value(records[name].fields()[field], value))}"
        for name, facts in assumptions.items()
        for field, value in facts.items()
    )


def nested(texts: tuple[str, ...]) -> dict[str, dict[str, str]]:
    """Return assumptions written as text by list and field, the values still text."""
    found: dict[str, dict[str, Any]] = {}
    for text in texts:
        path, value = text.split(": ", 1)
        name, field = path.split(".", 1)
        found.setdefault(name, {})[field] = value
    return found
