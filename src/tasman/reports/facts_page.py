"""The page of every fact that a case file may hold, and the question that finds it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tasman.facts.fields import ChoiceField, Field, ListField, NumberField, Record
from tasman.facts.kinds import FACT, JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.reports.markdown import cell, table

_HEAD = """\
# Facts

Written by `make docs` from the vocabulary: every fact that a [case file](case-files.md)
may hold, under its one name in files, JSON, tables and rules. Leave out what is not
known. A fact marked *judgment* is a finding that the law leaves to a decision-maker:
state it only where someone has made it.
"""
_TYPES = {"truth": "yes or no", "date": "a date", "term": "a term", "text": "words"}


def facts_page() -> str:
    """Return the page as Markdown: the person's facts, then each list's."""
    return "\n\n".join([_HEAD.rstrip(), *_record(Person, "Person", "")]) + "\n"


def _record(record: type[Record], title: str, doc: str) -> Iterator[str]:
    yield f"## {title}"
    if doc:
        yield doc
    fields = record.fields().values()
    plain = [each for each in fields if not isinstance(each, ListField)]
    yield from table(("fact", "takes", "meaning"), [_row(each) for each in plain])
    for each in fields:
        if isinstance(each, ListField):
            told = [each.doc, each.ask and f"*{each.ask}*"]
            if each.happens:
                told.append(f"An entry happens on its `{each.happens}`.")
            yield from _record(each.of, f"`{each.name}`", " ".join(filter(None, told)))


def _row(field: Field[Any]) -> tuple[str, str, str]:
    told = [field.doc]
    if field.ask:
        told.append(f"*{field.ask}*")
    if field.lacks == JUDGMENT:
        told.append("Judgment.")
    elif field.lacks != FACT:
        told.append("Not a plain fact: see `unknown_kinds`.")
    if isinstance(field, ChoiceField):
        told += [f"`{word}`: {meaning}" for word, meaning in field.meanings.items()]
    return f"`{field.name}`", cell(_takes(field)), cell(" ".join(told))


def _takes(field: Field[Any]) -> str:
    if isinstance(field, ChoiceField):
        return ", ".join(f"`{word}`" for word in field.values)
    if isinstance(field, NumberField):
        unit = f" {field.unit}" if field.unit else ""
        return f"{field.least} to {field.most}{unit}"
    return _TYPES.get(field.type, field.type)
