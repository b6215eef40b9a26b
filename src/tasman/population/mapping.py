"""A user's columns mapped to facts: read from a small YAML file, checked, applied."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasman.facts.case import Elements
from tasman.facts.errors import BadValue, did_you_mean, quoted
from tasman.facts.fields import Field, ListField, TextField
from tasman.facts.files import read_text
from tasman.facts.nodes import Entries, Items, Mark, Node, Scalar, Unreadable
from tasman.facts.reading import Problems
from tasman.facts.values import read_value
from tasman.facts.vocabulary import Person
from tasman.facts.yaml_text import compose_yaml

VERSION_KEY = "tasman_map"
CLOCK_NAMES = ("as_at", "law_at")
_TARGET = re.compile(r"([a-z0-9_]+)(?:\[([0-9]{0,4})\]\.([a-z0-9_]+))?")
_SHAPE = "Write `tasman_map: 1`, then `columns:` and `your_column: field` lines."
_KEYS = (VERSION_KEY, "columns", "constants", "lists", "id", "unknown")
_OPTIONS = ("field", "words", "date", "unit")
_UNITS = {"years": "y", "months": "m", "weeks": "w", "days": "d"}


@dataclass(frozen=True)
class Target:
    """Where a column goes: a field of the person, or of an element of a list.

    `index` is the element's place; None stands for one element in each row.
    """

    path: str
    list: str
    index: int | None
    field: Field[Any]
    words: Mapping[str, str] = dataclasses.field(default_factory=dict)
    date: str = ""
    unit: str = ""

    def value(self, text: str) -> Any | None:
        """Return the fact that a cell states; None if it states none.

        Raises BadValue for a cell that cannot be read.
        """
        text = self.words.get(text, text)
        if self.date and text not in ("never", "unknown"):
            text = _day(text, self.date)
        if self.unit and re.fullmatch(r"[0-9]+", text):
            text += _UNITS[self.unit]
        return read_value(self.field, Scalar(text))


def _day(text: str, shape: str) -> str:
    try:
        return datetime.datetime.strptime(text, shape).date().isoformat()  # noqa: DTZ007
    except ValueError:
        raise BadValue(
            f"{quoted(text)} is not a date written {shape}", "Mend the cell or the map."
        ) from None


@dataclass(frozen=True)
class ColumnMap:
    """Every column's target, what is true of everyone, and which lists are complete."""

    columns: Mapping[str, Target]
    constants: tuple[tuple[Target, Any], ...]
    complete: frozenset[str]
    id: str
    unknown: frozenset[str]

    @property
    def clocks(self) -> list[str]:
        """The days of each person that the map gives."""
        return [t.path for t in self.columns.values() if t.path in CLOCK_NAMES]


def load_map(path: Path) -> ColumnMap:
    """Return the map that a file holds.

    Raises CaseErrors, with line and column, for whatever cannot be used.
    """
    problems = Problems(str(path))
    try:
        root = compose_yaml(read_text(path))
        parts = _parts(root)
    except Unreadable as error:
        problems.add(error.mark, "", error.problem, error.fix)
        problems.settle()
        raise AssertionError from None
    columns = {}
    for key, node in _pairs(parts.get("columns"), problems):
        try:
            columns[key.text] = _target(node)
        except Unreadable as error:
            problems.add(error.mark, key.text, error.problem, error.fix)
    constants = []
    for key, node in _pairs(parts.get("constants"), problems):
        try:
            target = _resolved(key.text, key.mark)
            constants.append((target, read_value(target.field, node)))
        except Unreadable as error:
            problems.add(error.mark, key.text, error.problem, error.fix)
    complete = _complete(parts.get("lists"), problems)
    problems.settle()
    id_ = parts.get("id")
    return ColumnMap(
        columns,
        tuple(constants),
        complete,
        id_.text if isinstance(id_, Scalar) else "",
        frozenset(["", *_words(parts.get("unknown"))]),
    )


def _parts(root: Node) -> dict[str, Node]:
    if not isinstance(root, Entries):
        raise Unreadable(root.mark, "a map must be a mapping", _SHAPE)
    found: dict[str, Node] = {}
    for key, node in root.pairs:
        if key.text not in _KEYS:
            near = did_you_mean(key.text, _KEYS)
            fix = f"{near}Use {', '.join(_KEYS)}."
            raise Unreadable(key.mark, f"{key.text!r} has no meaning here", fix)
        found[key.text] = node
    if VERSION_KEY not in found or "columns" not in found:
        raise Unreadable(root.mark, "this is not a map of columns", _SHAPE)
    return found


def _pairs(node: Node | None, problems: Problems) -> Iterable[tuple[Scalar, Node]]:
    if node is None:
        return ()
    if not isinstance(node, Entries):
        problems.add(node.mark, "", "a mapping belongs here", _SHAPE)
        return ()
    return node.pairs


def _words(node: Node | None) -> list[str]:
    if isinstance(node, Items):
        return [each.text for each in node.nodes if isinstance(each, Scalar)]
    return [node.text] if isinstance(node, Scalar) else []


def _complete(node: Node | None, problems: Problems) -> frozenset[str]:
    found = set()
    lists = [n for n, f in Person.fields().items() if isinstance(f, ListField)]
    for key, value in _pairs(node, problems):
        word = value.text if isinstance(value, Scalar) else ""
        if key.text not in lists:
            fix = did_you_mean(key.text, lists) + f"Lists: {', '.join(lists)}."
            problems.add(key.mark, key.text, "is not a list", fix)
        elif word not in ("complete", "incomplete"):
            fix = "Write complete or incomplete."
            problems.add(value.mark, key.text, f"{word!r} says nothing", fix)
        elif word == "complete":
            found.add(key.text)
    return frozenset(found)


def _target(node: Node) -> Target:
    if isinstance(node, Scalar):
        return _resolved(node.text, node.mark)
    if not isinstance(node, Entries):
        raise Unreadable(node.mark, "a field belongs here", "Name one field.")
    given = {key.text: value for key, value in node.pairs}
    for key, _ in node.pairs:
        if key.text not in _OPTIONS:
            fix = f"Use {', '.join(_OPTIONS)}."
            raise Unreadable(key.mark, f"{key.text!r} says nothing", fix)
    named = given.get("field")
    if not isinstance(named, Scalar):
        raise Unreadable(node.mark, "no field is named", "Add `field:`.")
    plain = _resolved(named.text, named.mark)
    words = {}
    if isinstance(table := given.get("words"), Entries):
        words = {k.text: v.text for k, v in table.pairs if isinstance(v, Scalar)}
    shapes = {n: _words(given.get(n)) for n in ("date", "unit")}
    unit = "".join(shapes["unit"])
    if unit and unit not in _UNITS:
        fix = f"Use {', '.join(_UNITS)}."
        raise Unreadable(node.mark, f"{unit!r} is not a unit", fix)
    date = "".join(shapes["date"])
    return Target(plain.path, plain.list, plain.index, plain.field, words, date, unit)


def _resolved(path: str, mark: Mark) -> Target:
    """Return where a path such as `sentences[].term` leads."""
    if path in CLOCK_NAMES:
        return Target(path, "", None, Person.fields()["born_on"])
    found = _TARGET.fullmatch(path)
    name = found[1] if found else path
    fields = Person.fields()
    if found is None or name not in fields:
        near = did_you_mean(name, [*fields, *CLOCK_NAMES])
        fix = f"{near}Write a field, `list[].field` or `list[0].field`."
        raise Unreadable(mark, f"there is no field {quoted(name)}", fix)
    field_ = fields[name]
    if not isinstance(field_, ListField):
        if found[3]:
            raise Unreadable(mark, f"{name} is not a list", f"Write {name} alone.")
        return Target(path, "", None, _columnar(field_, mark))
    inner = field_.of.fields()
    if not found[3] or found[3] not in inner:
        near = did_you_mean(found[3] or "", inner)
        fix = f"{near}Write {name}[].FIELD, with one of: {', '.join(inner)}."
        raise Unreadable(mark, f"{quoted(path)} names no field of {name}", fix)
    index = int(found[2]) if found[2] else None
    return Target(path, name, index, _columnar(inner[found[3]], mark))


def _columnar(field_: Field[Any], mark: Mark) -> Field[Any]:
    if isinstance(field_, TextField):
        fix = "Text is for people: rules cannot read it. Leave the column out."
        raise Unreadable(mark, f"{field_.name} is text", fix)
    return field_


def facts_of(
    columns: ColumnMap, values: Iterable[Iterable[tuple[Target, Any]]]
) -> dict[str, Any]:
    """Return a person's facts from the values of each of their rows."""
    facts: dict[str, Any] = {}
    lists: dict[str, dict[tuple[int, int], dict[str, Any]]] = {}
    for row, cells in enumerate(values):
        for target, value in cells:
            if value is None:
                continue
            if not target.list:
                facts[target.field.name] = value
                continue
            place = (0, target.index) if target.index is not None else (1, row)
            element = lists.setdefault(target.list, {}).setdefault(place, {})
            element[target.field.name] = value
    for target, value in columns.constants:
        _state(facts, lists, target, value)
    for name in columns.complete | set(lists):
        items = tuple(element for _, element in sorted(lists.get(name, {}).items()))
        rest: dict[str, Any] | None = None if name in columns.complete else {}
        if items or rest is None:
            facts[name] = Elements(items, rest)
    return facts


def _state(
    facts: dict[str, Any],
    lists: dict[str, dict[tuple[int, int], dict[str, Any]]],
    target: Target,
    value: Any,
) -> None:
    """Put a constant among the facts, where the person's rows do not say otherwise.

    A constant of `list[]` is true of each element; one of `list[0]` makes an element.
    """
    if value is None:
        return
    if not target.list:
        facts.setdefault(target.field.name, value)
        return
    elements = lists.setdefault(target.list, {})
    if target.index is not None:
        elements.setdefault((0, target.index), {})
    for place, element in elements.items():
        if target.index is None or place == (0, target.index):
            element.setdefault(target.field.name, value)
