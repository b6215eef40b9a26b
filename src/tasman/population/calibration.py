"""What a synthetic population is made of: each number with its source and its grade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tasman.facts.days import parse_day
from tasman.facts.errors import BadValue, did_you_mean
from tasman.facts.files import read_text
from tasman.facts.nodes import Entries, Node, Scalar, Unreadable
from tasman.facts.reading import Problems
from tasman.facts.yaml_text import compose_yaml

GRADES = {
    "V": "stands in a source",
    "D": "derived from sourced numbers",
    "M": "from memory",
    "?": "in a source whose date or basis is in doubt",
    "A": "an assumption",
}
VERSION_KEY = "tasman_calibration"

Value = float | Mapping[str, float]
"""A number, or numbers by name; a day is its day number."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """One number, or one set of shares: with its source, grade and plausible range.

    `kind` is number, numbers, share (0 to 1), shares (that sum to 1), shares-each (each
    0 to 1) or day.
    """

    name: str
    kind: str
    value: Value
    grade: str
    source: str
    id: str = "-"
    low: Value | None = None
    high: Value | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the parameter as plain data, for a file's metadata."""
        plain = {name: getattr(self, name) for name in ("id", "kind", "grade")}
        plain |= {"value": self.value, "low": self.low, "high": self.high}
        return plain | {"source": self.source}


class Calibration(Mapping[str, Parameter]):
    """Every parameter by name."""

    def __init__(self, parameters: Mapping[str, Parameter]) -> None:
        self._parameters = dict(parameters)

    def __getitem__(self, name: str) -> Parameter:
        return self._parameters[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def __len__(self) -> int:
        return len(self._parameters)

    def number(self, name: str) -> float:
        """Return a parameter that is one number."""
        value = self[name].value
        assert not isinstance(value, Mapping), name
        return value

    def shares(self, name: str) -> dict[str, float]:
        """Return a parameter that is numbers by name."""
        value = self[name].value
        assert isinstance(value, Mapping), name
        return dict(value)

    def with_value(self, name: str, value: Value) -> Calibration:
        """Return the calibration with one value changed, as a sensitivity run does."""
        changed = replace(self[name], value=value)
        return Calibration({**self._parameters, name: changed})

    @property
    def assumed(self) -> list[Parameter]:
        """The parameters graded A."""
        return [each for each in self.values() if each.grade == "A"]

    @property
    def share_assumed(self) -> float:
        """The share of the parameters that are graded A."""
        return len(self.assumed) / len(self)

    def to_dict(self) -> dict[str, Any]:
        """Return every parameter as plain data."""
        return {name: each.to_dict() for name, each in self.items()}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Calibration:
        """Return a calibration from what `to_dict` gave."""
        return cls({name: Parameter(name, **each) for name, each in plain.items()})


@lru_cache(maxsize=1)
def published() -> Calibration:
    """Return the calibration that Tasman ships."""
    text = (files("tasman.population") / "calibration.yaml").read_text("utf-8")
    return _read(text, "calibration.yaml", Calibration({}))


def load(path: Path | None) -> Calibration:
    """Return the shipped calibration with a user's changes, if a file is given.

    Raises CaseErrors, with line and column, for whatever cannot be used.
    """
    if path is None:
        return published()
    return _read(read_text(path), str(path), published())


def _read(text: str, file: str, base: Calibration) -> Calibration:
    problems = Problems(file)
    found = dict(base)
    try:
        root = _entries(compose_yaml(text), "a mapping")
        named = {key.text: (key, node) for key, node in root.pairs}
        for word, (key, _) in named.items():
            if word not in (VERSION_KEY, "parameters"):
                raise Unreadable(key.mark, f"{word!r} has no meaning here", _SHAPE)
        if "parameters" not in named:
            raise Unreadable(root.mark, "there is no `parameters`", _SHAPE)
        given = _entries(named["parameters"][1], "the parameters")
        for key, node in given.pairs:
            try:
                found[key.text] = _parameter(key, node, base)
            except Unreadable as error:
                problems.add(error.mark, key.text, error.problem, error.fix)
    except Unreadable as error:
        problems.add(error.mark, "", error.problem, error.fix)
    problems.settle()
    return Calibration(found)


_SHAPE = "Write `tasman_calibration: 1`, then `parameters:` and `name: value` lines."
_WORDS = ("id", "kind", "value", "low", "high", "grade", "source")


def _entries(node: Node, what: str) -> Entries:
    if not isinstance(node, Entries):
        raise Unreadable(node.mark, f"{what} must be a mapping", _SHAPE)
    return node


def _parameter(key: Scalar, node: Node, base: Calibration) -> Parameter:
    """Return one parameter: a full statement, or a new value for a shipped one."""
    shipped = base.get(key.text)
    if shipped is None and len(base):
        raise Unreadable(
            key.mark,
            f"there is no parameter {key.text!r}",
            did_you_mean(key.text, base) + "`tasman population make` lists none other.",
        )
    given = _statement(node)
    if shipped is None:
        kind = _word(given["kind"])
        shipped = Parameter(key.text, kind, 0.0, "A", "")
    else:
        shipped = replace(shipped, grade="A", source="given by the user")
    values: dict[str, Any] = {
        name: _value(shipped, given[name])
        for name in ("value", "low", "high")
        if name in given
    }
    words: dict[str, Any] = {
        n: _word(given[n]) for n in ("id", "grade", "source") if n in given
    }
    if words.get("grade", "A") not in GRADES:
        raise Unreadable(
            given["grade"].mark,
            f"{words['grade']!r} is not a grade",
            f"Write one of: {', '.join(GRADES)}.",
        )
    return replace(shipped, **values, **words)


def _statement(node: Node) -> dict[str, Node]:
    """Return what is said of a parameter; a bare value says only the value."""
    if not isinstance(node, Entries):
        return {"value": node}
    given = {key.text: value for key, value in node.pairs}
    if not set(given) & set(_WORDS):
        return {"value": node}
    for key, _ in node.pairs:
        if key.text not in _WORDS:
            raise Unreadable(
                key.mark, f"{key.text!r} says nothing", f"Use {', '.join(_WORDS)}."
            )
    if "value" not in given:
        raise Unreadable(node.mark, "no value is given", "Add `value:`.")
    return given


def _word(node: Node) -> str:
    if not isinstance(node, Scalar):
        raise Unreadable(node.mark, "a word belongs here", "Write plain text.")
    return " ".join(node.text.split())


def _value(parameter: Parameter, node: Node) -> Value:
    kind = parameter.kind
    if kind == "day":
        try:
            return float(parse_day(_word(node)))
        except BadValue as error:
            raise Unreadable(node.mark, error.problem, error.fix) from None
    if kind in ("number", "share"):
        return _number(node, share=kind == "share")
    return _by_name(parameter, node)


def _number(node: Node, share: bool) -> float:
    text = _word(node)
    try:
        number = float(text)
    except ValueError:
        raise Unreadable(node.mark, f"{text!r} is not a number", "Write 0.3.") from None
    if not 0 <= number <= (1 if share else 1e9):
        fix = "Write a share from 0 to 1." if share else "It cannot be negative."
        raise Unreadable(node.mark, f"{text} is out of range", fix)
    return number


def _by_name(parameter: Parameter, node: Node) -> dict[str, float]:
    shared = parameter.kind != "numbers"
    pairs = _entries(node, "the value").pairs
    found = {key.text: _number(each, share=shared) for key, each in pairs}
    known = parameter.value
    if isinstance(known, Mapping) and set(found) != set(known):
        raise Unreadable(
            node.mark,
            f"it names {', '.join(found)}",
            f"Give a number for each of: {', '.join(known)}.",
        )
    if parameter.kind == "shares" and abs(sum(found.values()) - 1) > 1e-6:
        raise Unreadable(
            node.mark, f"the shares sum to {sum(found.values()):g}", "Make it 1."
        )
    return found
