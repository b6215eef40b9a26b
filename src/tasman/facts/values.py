"""What each form of value in a case file means: one function a type of field.

Every function takes a field and a node and returns the value in the engine's form, or
None for a value that says nothing. Each raises Unreadable at the place of the fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from tasman.facts import days, terms
from tasman.facts.case import NO, YES
from tasman.facts.errors import BadValue, did_you_mean, quoted
from tasman.facts.fields import ChoiceField, Field, NumberField
from tasman.facts.nodes import Entries, Items, Node, Scalar, Unreadable

_TRUTHS = {"yes": YES, "true": YES, "no": NO, "false": NO}
_INTEGER = re.compile(r"-?[0-9]{1,15}")


def read_value(field: Field[Any], node: Node) -> Any | None:
    """Return what a node says of a field, not a list; None if it says nothing."""
    if says_nothing(field, node):
        return None
    try:
        return _READERS[field.type](field, node)
    except Unreadable:
        raise
    except BadValue as error:
        raise Unreadable(node.mark, error.problem, error.fix) from None


def says_nothing(field: Field[Any], node: Node) -> bool:
    """Return whether a node leaves a field unknown: empty, `null` or `unknown`."""
    if not isinstance(node, Scalar):
        return False
    return node.null or (node.text == "unknown" and field.type != "text")


def _truth(field: Field[Any], node: Node) -> int:
    fix = "Write yes or no, or leave it out if it is not known."
    text = _text(node, "yes or no", fix)
    truth = _TRUTHS.get(text.lower())
    if truth is None:
        raise BadValue(f"{quoted(text)} is neither yes nor no", fix)
    return truth


def _date(field: Field[Any], node: Node) -> days.DateRange | None:
    fix = "Write 2014-12-11, 2014-12 or 2014, or {from: 2014-12-01, to: 2014-12-20}."
    if not isinstance(node, Entries):
        return days.parse_date(_text(node, "a date", fix))
    low, high = _bounds(node, "from", "to")
    first = _at(low, days.parse_date)[0] if low else days.EARLIEST
    last = _at(high, days.parse_date)[1] if high else days.NEVER
    if first > last:
        raise BadValue("`from` is after `to`", "Put the earlier date first.")
    return None if (first, last) == days.UNKNOWN_DATE else (first, last)


def _term(field: Field[Any], node: Node) -> terms.TermRange | None:
    fix = "Write it as pronounced, such as 14m, or {at_least: 6m, at_most: 12m}."
    if not isinstance(node, Entries):
        return terms.parse_term(_text(node, "a length of time", fix))
    low, high = _bounds(node, "at_least", "at_most")
    least, most = terms.UNKNOWN_TERM[::2], terms.UNKNOWN_TERM[1::2]
    if low:
        least = _at(low, terms.parse_term)[::2]
    if high:
        most = _at(high, terms.parse_term)[1::2]
    if least[0] > most[0] or least[1] > most[1]:
        raise BadValue(
            "`at_least` is more than `at_most`",
            "Give both in months, or both in days: they are bounded apart.",
        )
    whole = (least[0], most[0], least[1], most[1])
    return None if whole == terms.UNKNOWN_TERM else whole


def _number(field: Field[Any], node: Node) -> tuple[int, int] | None:
    assert isinstance(field, NumberField)
    fix = f"Write a whole number from {field.least} to {field.most}."
    if not isinstance(node, Entries):
        number = _whole(field, _text(node, "a whole number", fix), fix)
        return (number, number)
    low, high = _bounds(node, "at_least", "at_most")
    least = _at(low, lambda text: _whole(field, text, fix)) if low else field.least
    most = _at(high, lambda text: _whole(field, text, fix)) if high else field.most
    if least > most:
        raise BadValue("`at_least` is more than `at_most`", "Put the lesser first.")
    return None if (least, most) == (field.least, field.most) else (least, most)


def _whole(field: NumberField, text: str, fix: str) -> int:
    if not _INTEGER.fullmatch(text):
        raise BadValue(f"{quoted(text)} is not a whole number", fix)
    if not field.least <= int(text) <= field.most:
        raise BadValue(f"{text} is out of range", fix)
    return int(text)


def _choice(field: Field[Any], node: Node) -> int | None:
    assert isinstance(field, ChoiceField)
    words = node.nodes if isinstance(node, Items) else (node,)
    if not words:
        raise BadValue("no word is left possible", _one_of(field.values))
    mask = 0
    for word in words:
        text = _text(word, "a word", _one_of(field.values))
        if text not in field.values:
            raise Unreadable(
                word.mark,
                f"{quoted(text)} is not one of its words",
                did_you_mean(text, field.values) + _one_of(field.values),
            )
        mask |= 1 << field.values.index(text)
    return None if mask == field.all_values else mask


def _words(field: Field[Any], node: Node) -> str:
    return _text(node, "text", "Write words.")


def _one_of(words: Iterable[str]) -> str:
    return f"Write one of: {', '.join(words)}."


def _text(node: Node, expected: str, fix: str) -> str:
    if isinstance(node, Scalar):
        return node.text
    found = "a list" if isinstance(node, Items) else "a mapping"
    raise Unreadable(node.mark, f"{found} stands where {expected} belongs", fix)


def _bounds(node: Entries, low: str, high: str) -> tuple[Scalar | None, Scalar | None]:
    fix = f"Write {{{low}: ..., {high}: ...}}; one of them may be left out."
    found: dict[str, Scalar] = {}
    for key, value in node.pairs:
        if key.text not in (low, high):
            raise Unreadable(key.mark, f"{quoted(key.text)} bounds nothing", fix)
        if key.text in found:
            raise Unreadable(key.mark, f"{key.text} is given twice", fix)
        if not isinstance(value, Scalar):
            raise Unreadable(value.mark, f"{key.text} must be one value", fix)
        if not value.null:
            found[key.text] = value
    if not found:
        raise BadValue("an empty range", fix)
    return found.get(low), found.get(high)


def _at(node: Scalar, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(node.text)
    except BadValue as error:
        raise Unreadable(node.mark, error.problem, error.fix) from None


_READERS: dict[str, Callable[[Field[Any], Node], Any]] = {
    "truth": _truth,
    "date": _date,
    "term": _term,
    "number": _number,
    "choice": _choice,
    "text": _words,
}
