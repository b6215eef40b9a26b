"""The commented case file with which `tasman new` begins."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from tasman.facts.fields import ChoiceField, Field, ListField, NumberField, Record
from tasman.facts.loading import VERSION, VERSION_KEY
from tasman.facts.vocabulary import Person

_WIDTH = 88
_HEAD = f"""\
{VERSION_KEY}: {VERSION}
## A case for Tasman: one person's facts. They stay in this file, on your machine.
##
## Lines with ## explain. Lines with # are examples: take the # and one space away and
## write what is so. Whatever you leave out is unknown, and Tasman says so; it never
## guesses. `unknown` says the same as leaving a line out.
##
## yes or no    what is or is not so
## a date       2014-12-11; 2014-12 or 2014 when known in part; never when it has not
##              happened; {{from: 2014-12-01, to: 2014-12-20}} for a range
## a term       as pronounced: 14m, 1y6m, 52w, 104d; {{at_least: 6m, at_most: 12m}}
## a word       one of those listed, or several still possible: [gaol, suspended]
## a list       complete as it stands; end it with `- ...` if there may be others, or
##              with `- others: {{kind: fine}}` if you know that much; [] is none

## What you call the case, and anything a reader should know of it.
# label: A case to begin with
# about: The person is made up.

## The day on which these facts stood. Facts dated later are left out.
# as_at: 2026-11-21

## What you state of every element that does not say otherwise. It is printed with
## every assessment.
# assume:
#   sentences: {{quashed_on: never, pardoned_on: never, aggregate: no}}
"""
_EXAMPLES = {
    "born_on": "1980-02-29",
    "born_in": "new_zealand",
    "country": "new_zealand",
    "jurisdiction": "nsw",
    "in_australia": "yes",
    "required": "104d",
    "ended_on": "never",
}
_NEVER_YET = ("quashed", "pardoned", "replaced")


def template(record: type[Record] = Person) -> str:
    """Return a case file that loads as it stands and explains every field."""
    lines = _HEAD.splitlines()
    for field in record.fields().values():
        lines.append("")
        lines += _list(field) if isinstance(field, ListField) else _field(field, "")
    return "\n".join(lines) + "\n"


def _list(field: ListField[Any], indent: str = "") -> Iterator[str]:
    yield f"## ---- {field.doc}"
    yield f"# {indent}{field.name}:"
    dash = "- "
    for inner in field.of.fields().values():
        if isinstance(inner, ListField):
            yield from _list(inner, f"{indent}    ")
            continue
        yield from _field(inner, f"{indent}  {dash}")
        dash = "  "


def _field(field: Field[Any], indent: str) -> Iterator[str]:
    yield from _comment(f"{field.name}: {field.doc}{_values(field)}")
    if isinstance(field, ChoiceField):
        for word, meaning in field.meanings.items():
            yield from _comment(f"  {word}: {meaning}", "      ")
    yield f"# {indent}{field.name}: {_example(field)}"


def _comment(text: str, further: str = "  ") -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent="## ",
        subsequent_indent="## " + further,
        break_on_hyphens=False,
        break_long_words=False,
    )


def _values(field: Field[Any]) -> str:
    if isinstance(field, ChoiceField):
        return f" One of {', '.join(field.values)}."
    if isinstance(field, NumberField):
        return f" A whole number, {field.least} to {field.most}."
    return {"truth": " yes or no.", "date": " A date.", "term": " A term."}.get(
        field.type, ""
    )


def _example(field: Field[Any]) -> str:
    if field.name in _EXAMPLES and (field.record, field.name) != ("Child", "born_on"):
        return _EXAMPLES[field.name]
    if isinstance(field, ChoiceField):
        return field.values[0]
    if isinstance(field, NumberField):
        return str(field.least)
    if field.type == "date":
        never = "`never`" in field.doc or field.name.startswith(_NEVER_YET)
        return "never" if never else "2015-03-02"
    return {"truth": "no", "term": "14m"}.get(field.type, "in your own words")
