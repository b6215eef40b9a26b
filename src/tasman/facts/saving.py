"""A case to the text of a case file, so that loading it gives the same case."""

from __future__ import annotations

import json
from typing import Any

from tasman.facts.assumptions import (
    ASSUME,
    PERSON,
    Assumptions,
    nested,
    read_assumptions,
)
from tasman.facts.case import Case
from tasman.facts.days import iso
from tasman.facts.fields import ListField, Record
from tasman.facts.loading import VERSION, VERSION_KEY, Format
from tasman.facts.plain import Plain, flow, plain_record, plain_value
from tasman.facts.reading import Problems
from tasman.facts.vocabulary import Person
from tasman.facts.yaml_text import compose_yaml


def dump_case(
    case: Case, format: Format = "yaml", *, record: type[Record] = Person
) -> str:
    """Return a case as the text of a file that loads as the same case."""
    plain = plain_case(case, record)
    if format == "json":
        return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"
    return "".join(f"{line}\n" for line in _mapping(plain))


def plain_case(case: Case, record: type[Record] = Person) -> dict[str, Plain]:
    """Return a case as the plain data of a case file."""
    plain: dict[str, Plain] = {VERSION_KEY: VERSION}
    if case.label:
        plain["label"] = case.label
    if case.about:
        plain["about"] = case.about
    if case.as_at is not None:
        plain["as_at"] = iso(case.as_at)
    assumptions = assumptions_of(case, record)
    if assumptions:
        plain[ASSUME] = _plain_assumptions(assumptions, record)
    fields = record.fields()
    found = plain_record(record, case.facts, assumptions.get(PERSON))
    for name in found:
        if name in assumptions and name in case.facts:
            defaults = assumptions[name]
            found[name] = plain_value(fields[name], case.facts[name], defaults)
    return plain | found


def assumptions_of(case: Case, record: type[Record] = Person) -> Assumptions:
    """Return what a case's file assumes, by list name."""
    if not case.assumed:
        return {}
    lines = []
    for name, fields in nested(case.assumed).items():
        lines.append(f"{name}:")
        lines += [f"  {field}: {value}" for field, value in fields.items()]
    problems = Problems("assumed")
    assumptions = read_assumptions(compose_yaml("\n".join(lines)), record, problems)
    problems.settle()
    return assumptions


def _plain_assumptions(
    assumptions: Assumptions, record: type[Record]
) -> dict[str, Plain]:
    fields = record.fields()
    plain: dict[str, Plain] = {}
    for name, facts in assumptions.items():
        of = record
        if name != PERSON:
            field = fields[name]
            assert isinstance(field, ListField)
            of = field.of
        known = of.fields()
        plain[name] = {key: plain_value(known[key], facts[key]) for key in facts}
    return plain


def _mapping(plain: dict[str, Any]) -> list[str]:
    """Return the lines of a block mapping; what is short stands on one line."""
    lines = []
    for key, value in plain.items():
        if isinstance(value, dict) and value and not _is_range(value):
            lines += [f"{key}:", *_indented(_mapping(value))]
        elif isinstance(value, list) and not _is_words(value):
            lines += [f"{key}:", *_indented(_sequence(value))]
        else:
            lines.append(f"{key}: {flow(value)}")
    return lines


def _sequence(plain: list[Any]) -> list[str]:
    lines = []
    for value in plain:
        if isinstance(value, dict) and value:
            first, *others = _mapping(value)
            lines += [f"- {first}", *_indented(others)]
        else:
            lines.append(f"- {flow(value)}")
    return lines


def _indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def _is_range(value: dict[str, Any]) -> bool:
    return value.keys() <= {"from", "to", "at_least", "at_most"}


def _is_words(value: list[Any]) -> bool:
    return all(isinstance(item, str) and item != "..." for item in value)
