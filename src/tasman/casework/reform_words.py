"""The words of a declarative reform, read with the place of every error."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tasman.facts.days import parse_day
from tasman.facts.errors import CaseError, CaseErrors, did_you_mean, quoted
from tasman.facts.nodes import Entries, Items, Mark, Node, Scalar
from tasman.facts.terms import parse_term
from tasman.facts.vocabulary import Person
from tasman.law.reforms import conditions
from tasman.law.reforms.conditions import FINEST_SHARE, WORDS, Condition
from tasman.rules.errors import UnknownProvision
from tasman.rules.expressions import Node as Expression
from tasman.rules.expressions import constant
from tasman.rules.handles import Duration, Number, Truth, number
from tasman.rules.law import Law

_YES = ("yes", "true", "on")
_NO = ("no", "false", "off")


class Reader:
    """The problems of one reform file as they are found, and the law it is about."""

    def __init__(self, file: str, law: Law) -> None:
        self.file, self.law = file, law
        self.found: list[CaseError] = []

    def wrong(self, mark: Mark, path: str, problem: str, fix: str) -> None:
        """Keep a problem with its place."""
        error = CaseError(self.file, mark.line, mark.column, path, problem, fix)
        self.found.append(error)

    def settle(self) -> None:
        """Raise CaseErrors if anything was found."""
        if self.found:
            raise CaseErrors(self.found)

    def entries(self, node: Node, path: str, known: Sequence[str]) -> dict[str, Node]:
        """Return the pairs of a mapping whose keys are known; keep every problem."""
        if not isinstance(node, Entries):
            self.wrong(node.mark, path, "a mapping belongs here", "Write `key: value`.")
            return {}
        found: dict[str, Node] = {}
        for key, value in node.pairs:
            at = f"{path}.{key.text}" if path else key.text
            if key.text not in known:
                fix = f"{did_you_mean(key.text, known)}Known: {', '.join(known)}."
                self.wrong(key.mark, at, "not a word of this form", fix)
            elif key.text in found:
                self.wrong(key.mark, at, "given twice", "Keep one.")
            else:
                found[key.text] = value
        return found

    def scalar(self, node: Node, path: str, fix: str) -> str | None:
        """Return the text of a single value, or None with the problem kept."""
        if isinstance(node, Scalar) and not node.null:
            return node.text
        self.wrong(node.mark, path, "one value belongs here", fix)
        return None

    def provision(self, node: Node, path: str) -> str | None:
        """Return the pinpoint that a name means, or None with the problem kept."""
        name = self.scalar(node, path, "Name a provision, such as 501(3A).")
        if name is None:
            return None
        try:
            return self.law.find(name)
        except UnknownProvision as error:
            fix = "List them with: tasman law list WORDS."
            self.wrong(node.mark, path, str(error), fix)
            return None

    def about_person(self, node: Node, path: str, pinpoint: str) -> None:
        """Keep a problem unless a provision is a yes or no about the person."""
        version = self.law.versions(pinpoint)[0]
        if version.arguments != ("Person",) or version.type != "truth":
            problem = f"{pinpoint} is not a yes or no about a person"
            self.wrong(node.mark, path, problem, "Only its thresholds can be `set`.")

    def yes_or_no(self, node: Node, path: str) -> bool:
        """Return whether a value says yes."""
        text = (self.scalar(node, path, "Write yes or no.") or "").lower()
        if text and text not in _YES + _NO:
            self.wrong(
                node.mark, path, f"{quoted(text)} is not yes or no", "Write one."
            )
        return text in _YES

    def day(self, node: Node | None, path: str) -> str | None:
        """Return an exact day as its text, or None."""
        fix = "Write it as 2022-07-01."
        text = None if node is None else self.scalar(node, path, fix)
        if node is None or text is None:
            return None
        try:
            parse_day(text)
        except ValueError:
            self.wrong(node.mark, path, f"{quoted(text)} is not one day", fix)
            return None
        return text

    def length(self, node: Node, path: str) -> Duration | None:
        """Return a length of time, or None with the problem kept."""
        fix = "Write it like 12m, 10y or 90d."
        text = self.scalar(node, path, fix)
        if text is None:
            return None
        try:
            term = parse_term(text)
        except ValueError:
            self.wrong(node.mark, path, f"{quoted(text)} is not a length of time", fix)
            return None
        return Duration(constant("term", term[0], term[2]))

    def whole(self, node: Node, path: str) -> int | None:
        """Return a whole number, or None with the problem kept."""
        text = self.scalar(node, path, "Write a whole number.")
        if text is None:
            return None
        if not text.isdecimal() or len(text) > 6:
            fix = "Write a whole number, such as 13."
            self.wrong(node.mark, path, f"{quoted(text)} is not a whole number", fix)
            return None
        return int(text)


def read_threshold(
    reader: Reader, node: Node, path: str, type_: str
) -> Duration | Number | None:
    """Return the new value of a threshold, or None with the problem kept."""
    if type_ == "term":
        return reader.length(node, path)
    value = reader.whole(node, path)
    return None if value is None else number(value)


def read_condition(reader: Reader, node: Node, path: str) -> Condition | None:
    """Return the condition that a mapping states: all its words must hold."""
    names = tuple(word.name for word in WORDS)
    parts = [
        _word(reader, name, value, f"{path}.{name}")
        for name, value in reader.entries(node, path, names).items()
    ]
    found = [part for part in parts if part is not None]
    if not parts and isinstance(node, Entries) and not node.pairs:
        reader.wrong(node.mark, path, "no condition", f"Use {', '.join(names)}.")
    if len(found) < len(parts) or not found:
        return None
    return lambda person: _all([part(person) for part in found])


def _all(truths: list[Truth]) -> Truth:
    result = truths[0]
    for truth in truths[1:]:
        result = result & truth
    return result


def _any(truths: list[Truth]) -> Truth:
    result = truths[0]
    for truth in truths[1:]:
        result = result | truth
    return result


def _word(reader: Reader, name: str, node: Node, path: str) -> Condition | None:
    if name == "any_of":
        return _any_of(reader, node, path)
    if name == "not":
        inner = read_condition(reader, node, path)
        return None if inner is None else lambda person: ~inner(person)
    if name == "provision":
        return _provision(reader, node, path)
    if name == "fact":
        return _fact(reader, node, path)
    if name == "citizen_child":
        wanted = reader.yes_or_no(node, path)
        child = conditions.citizen_child
        return child if wanted else lambda person: ~child(person)
    if name == "share_of_life_over":
        return _share(reader, node, path)
    if name == "came_before_age":
        age = reader.whole(node, path)
        return None if age is None else conditions.came_before_age(age)
    length = reader.length(node, path)
    if length is None:
        return None
    return {
        "lawfully_here_for": conditions.lawfully_here,
        "lawfully_here_at_offence": conditions.lawfully_here_at_offence,
        "sentence_at_least": conditions.sentence_at_least,
    }[name](length)


def _any_of(reader: Reader, node: Node, path: str) -> Condition | None:
    if not isinstance(node, Items) or not node.nodes:
        reader.wrong(node.mark, path, "a list of conditions belongs here", "Use `- `.")
        return None
    parts = [
        read_condition(reader, each, f"{path}[{i}]")
        for i, each in enumerate(node.nodes)
    ]
    found = [part for part in parts if part is not None]
    if len(found) < len(parts):
        return None
    return lambda person: _any([part(person) for part in found])


def _provision(reader: Reader, node: Node, path: str) -> Condition | None:
    pinpoint = reader.provision(node, path)
    if pinpoint is None:
        return None
    reader.about_person(node, path, pinpoint)

    def holds(person: Person) -> Truth:
        assert isinstance(person.node, Expression)
        return Truth(Expression("ref", "truth", (person.node,), (pinpoint,)))

    return holds


def _fact(reader: Reader, node: Node, path: str) -> Condition | None:
    name = reader.scalar(node, path, "Name a yes-or-no fact of the person.")
    names = [n for n, field in Person.fields().items() if field.type == "truth"]
    if name is None:
        return None
    if name not in names:
        fix = f"{did_you_mean(name, names)}List them with: tasman schema."
        reader.wrong(node.mark, path, f"{quoted(name)} is no yes-or-no fact", fix)
        return None
    known: str = name

    def holds(person: Person) -> Truth:
        truth: Truth = getattr(person, known)
        return truth

    return holds


def _share(reader: Reader, node: Node, path: str) -> Condition | None:
    text = reader.scalar(node, path, "Write it as 50%.")
    if text is None:
        return None
    digits = text.removesuffix("%").strip()
    if not digits.isdecimal() or not 0 < int(digits) < 100:
        problem = f"{quoted(text)} is not a share"
        reader.wrong(node.mark, path, problem, "Write it as 50%.")
        return None
    share = Fraction(int(digits), 100)
    if share.denominator > FINEST_SHARE:
        fix = "Use steps of five per cent."
        reader.wrong(node.mark, path, "a share finer than five per cent", fix)
        return None
    return conditions.share_of_life(share)
