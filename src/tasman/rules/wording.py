"""Expressions in words, with the facts they meet: what one test asks and of what."""

from __future__ import annotations

from tasman.facts.case import UNKNOWN
from tasman.facts.fields import ChoiceField
from tasman.rules.evaluate import Element, Environment, Evaluation, fields_of
from tasman.rules.expressions import LIST_OPS, Node
from tasman.rules.provisions import Version
from tasman.rules.values import Value, show

_COMPARED = {
    ("date", "<="): "on or before",
    ("date", "<"): "before",
    ("date", "=="): "on the same day as",
    ("number", "<="): "at most",
    ("number", "<"): "less than",
    ("number", "=="): "equal to",
}
_LISTED = {
    "any": "any of",
    "count": "the number of",
    "total": "the total over",
    "latest": "the latest over",
    "covered": "the days covered by",
}
_CLOCKS = {
    "as_at": "the day of the assessment",
    "law_at": "the day of the law",
    "known_at": "the day the law is known at",
}


def fact_path(node: Node, bound: Environment) -> str:
    """Return where a field's fact stands in the case file.

    Such as `sentences[0].term`.
    """
    element = bound[node.args[0].attrs[0]]
    return f"{element.path}{node.attrs[1]}"


def fact_text(node: Node, value: Value, element: Element) -> str:
    """Return a field's value as people write it."""
    words: tuple[str, ...] = ()
    if node.type == "choice":
        field = fields_of(element.record)[node.attrs[1]]
        assert isinstance(field, ChoiceField)
        if value[0] == field.all_values:
            return "unknown"
        words = field.values
    return show(node.type, value, words)


class Wording:
    """Words for the expressions of one evaluation."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation

    def test(self, node: Node, bound: Environment, v: Version | None) -> str:
        """Return a test as a sentence, whatever its answer."""
        if node.op == "compare":
            left, right = (self.value(arg, bound, v) for arg in node.args)
            kind = "date" if node.args[0].type == "date" else "number"
            return f"{left} is {_COMPARED[kind, node.attrs[0]]} {right}"
        if node.op == "at_least":
            return self._length(node, bound, v)
        if node.op == "is_in":
            return f"{self.value(node.args[0], bound, v)} is {_or(node.attrs[1])}"
        if node.op == "not":
            return f"not: {self.test(node.args[0], bound, v)}"
        if node.op in ("and", "or"):
            joiner = f" {node.op} "
            return joiner.join(self.test(arg, bound, v) for arg in node.args)
        return self.value(node, bound, v)

    def _length(self, node: Node, bound: Environment, v: Version | None) -> str:
        term, wanted = (self.value(arg, bound, v) for arg in node.args[:2])
        text = f"{term} is at least {wanted}"
        if len(node.args) > 2:
            way = "back from" if node.attrs[0] else "from"
            text += f", counted {way} {self.value(node.args[2], bound, v)}"
        return text

    def value(self, node: Node, bound: Environment, v: Version | None) -> str:
        """Return a value in words: what it is called, and what it is here."""
        value = self._evaluation.value(node, bound, v)
        if node.op == "field":
            element = bound[node.args[0].attrs[0]]
            return f"{fact_path(node, bound)} ({fact_text(node, value, element)})"
        if node.op in ("const", "parameter"):
            return show(node.type, value)
        if node.op == "clock":
            return f"{_CLOCKS[node.attrs[0]]} ({show('date', value)})"
        if node.op == "ref":
            return f"{self._name(node, bound)} ({show(node.type, value)})"
        if node.op == "lack":
            return str(node.attrs[1])
        if node.op in LIST_OPS:
            return f"{_LISTED[node.op]} {node.attrs[0]} ({show(node.type, value)})"
        return self._computed(node, value, bound, v)

    def _computed(
        self, node: Node, value: Value, bound: Environment, v: Version | None
    ) -> str:
        if node.op in ("add_term", "take_term"):
            day, term = (self.value(arg, bound, v) for arg in node.args)
            way = "after" if node.op == "add_term" else "before"
            return f"{term} {way} {day} ({show('date', value)})"
        if node.op == "choose":
            truth = self._evaluation.value(node.args[0], bound, v)[0]
            if truth != UNKNOWN:
                return self.value(node.args[2 - truth // 2], bound, v)
        if node.op == "roll":
            inner = self.value(node.args[0], bound, v)
            return f"the first open day from {inner} ({show('date', value)})"
        if node.op in ("plus", "minus"):
            left, right = (self.value(arg, bound, v) for arg in node.args)
            sign = "plus" if node.op == "plus" else "less"
            return f"{left} {sign} {right} ({show(node.type, value)})"
        if node.op == "as_days":
            return self.value(node.args[0], bound, v)
        return show(node.type, value)

    def _name(self, node: Node, bound: Environment) -> str:
        versions = self._evaluation.law.versions(node.attrs[0])
        name = versions[0].name.replace("_", " ")
        paths = [bound[arg.attrs[0]].path.rstrip(".") for arg in node.args]
        place = ", ".join(filter(None, paths))
        return f"{name} of {place}" if place else name


def _or(words: tuple[str, ...]) -> str:
    return " or ".join(word.replace("_", " ") for word in words)
