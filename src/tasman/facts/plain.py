"""Facts as plain data: the mappings, lists and words that a case file holds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from tasman.facts.case import YES, Elements, Facts
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso, show_date
from tasman.facts.fields import ChoiceField, Field, ListField, Record
from tasman.facts.terms import MOST_DAYS, MOST_MONTHS, TermRange

Plain = None | str | int | list[Any] | dict[str, Any]

_BARE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9 _.()/+-]*[A-Za-z0-9_.)])?|\.\.\.")
_RESERVED = frozenset(("null", "Null", "NULL"))


def plain_record(
    record: type[Record], facts: Facts, defaults: Facts | None = None
) -> dict[str, Plain]:
    """Return a record as plain data.

    A field that has its default is left out; one that is unknown in spite of a default
    says so.
    """
    plain: dict[str, Plain] = {}
    defaults = defaults or {}
    for name, field in record.fields().items():
        if name in facts and not (name in defaults and defaults[name] == facts[name]):
            plain[name] = plain_value(field, facts[name])
        elif name not in facts and name in defaults:
            plain[name] = None if field.type == "text" else "unknown"
    return plain


def plain_value(field: Field[Any], value: Any, defaults: Facts | None = None) -> Plain:
    """Return one value as plain data."""
    if isinstance(field, ListField):
        return _plain_list(field, value, defaults)
    if isinstance(field, ChoiceField):
        words = [word for i, word in enumerate(field.values) if value >> i & 1]
        return words[0] if len(words) == 1 else list(words)
    if field.type == "truth":
        return "yes" if value == YES else "no"
    if field.type == "date":
        return _plain_date(value)
    if field.type == "term":
        return _plain_term(value)
    if field.type == "number":
        least, most = value
        return least if least == most else {"at_least": least, "at_most": most}
    text: str = value
    return text


def _plain_list(
    field: ListField[Any], value: Elements, defaults: Facts | None
) -> list[Any]:
    items: list[Any] = [plain_record(field.of, item, defaults) for item in value.items]
    if value.rest is not None:
        rest = plain_record(field.of, value.rest)
        items.append({"others": rest} if rest else "...")
    return items


def _plain_date(value: DateRange) -> Plain:
    first, last = value
    shown = show_date(value)
    if ".." not in shown:
        return shown
    bounds: dict[str, Any] = {} if first <= EARLIEST else {"from": iso(first)}
    return bounds | {"to": "never" if last >= NEVER else iso(last)}


def _plain_term(value: TermRange) -> Plain:
    least, most = value[::2], value[1::2]
    if least == most:
        return _length(*least)
    bounds = {"at_least": _length(*least)}
    if most != (MOST_MONTHS, MOST_DAYS):
        bounds["at_most"] = _length(*most)
    return bounds


def _length(months: int, days: int) -> str:
    parts = [f"{months}m"] if months else []
    return "".join([*parts, f"{days}d"] if days or not parts else parts)


def flow(plain: Plain) -> str:
    """Return plain data as one line of YAML."""
    if isinstance(plain, Mapping):
        inside = (f"{key}: {flow(value)}" for key, value in plain.items())
        return "{" + ", ".join(inside) + "}"
    if isinstance(plain, list):
        return "[" + ", ".join(flow(item) for item in plain) + "]"
    return "null" if plain is None else scalar(str(plain))


def scalar(text: str) -> str:
    """Return text as one YAML scalar, in quotation marks only where it needs them."""
    if _BARE.fullmatch(text) and text not in _RESERVED:
        return text
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if character == "\n":
        return "\\n"
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
