"""Nodes to facts: every value checked, every problem collected."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from tasman.facts.case import NOTHING_KNOWN, Elements, Facts
from tasman.facts.errors import (
    MOST_PROBLEMS,
    CaseError,
    CaseErrors,
    did_you_mean,
    quoted,
)
from tasman.facts.fields import Field, ListField, Record
from tasman.facts.nodes import (
    NOWHERE,
    Entries,
    Items,
    Mark,
    Node,
    Scalar,
    Unreadable,
)
from tasman.facts.values import read_value, says_nothing

OTHERS = "others"
ELLIPSIS = "..."
NO_DEFAULTS: Facts = {}
_FEW = 20


class Problems:
    """The problems of one file as they are found, and where each field stands."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[CaseError] = []
        self.marks: dict[str, Mark] = {}

    def add(self, mark: Mark, field: str, problem: str, fix: str) -> None:
        """Keep a problem; give up once there are as many as anyone will read."""
        error = CaseError(self.file, mark.line, mark.column, field, problem, fix)
        self.found.append(error)
        if len(self.found) >= MOST_PROBLEMS:
            self.settle()

    def settle(self) -> None:
        """Raise CaseErrors if anything was found."""
        if self.found:
            raise CaseErrors(self.found)

    def mark_of(self, field: str) -> Mark:
        """Return where a field stands, or the nearest thing around it."""
        while field and field not in self.marks:
            at = max(field.rfind("."), field.rfind("["))
            field = field[: max(at, 0)]
        return self.marks.get(field, NOWHERE)


def read_record(
    record: type[Record],
    node: Node,
    path: str,
    problems: Problems,
    defaults: Facts = NO_DEFAULTS,
) -> dict[str, Any]:
    """Return the facts that a mapping gives of one record, over the defaults."""
    facts = dict(defaults)
    if not isinstance(node, Entries):
        problems.add(
            node.mark,
            path,
            f"not a {record.__name__.lower()}: a mapping of fields belongs here",
            "Write `name: value` lines.",
        )
        return facts
    fields = record.fields()
    for name, value in unrepeated(node, path, problems).items():
        if name not in fields:
            problems.add(*unknown_key(value[0], path, fields))
            continue
        read_field(facts, fields[name], value[1], joined(path, name), problems)
    return facts


def read_field(
    facts: dict[str, Any],
    field: Field[Any],
    node: Node,
    path: str,
    problems: Problems,
    defaults: Facts = NO_DEFAULTS,
) -> None:
    """Put what a node says of a field among the facts, or take the field out."""
    problems.marks[path] = node.mark
    try:
        if isinstance(field, ListField):
            value = read_list(field, node, path, problems, defaults)
        else:
            value = read_value(field, node)
    except Unreadable as error:
        problems.add(error.mark, path, error.problem, error.fix)
        value = None
    if value is None:
        facts.pop(field.name, None)
    else:
        facts[field.name] = value


def read_list(
    field: ListField[Any],
    node: Node,
    path: str,
    problems: Problems,
    defaults: Facts = NO_DEFAULTS,
) -> Elements | None:
    """Return the elements of a list; None if nothing is known of it.

    `...` as the last item, or `others:` with what is known of them, leaves the list
    open. The defaults are stated of the elements that the file names, no others.
    """
    if says_nothing(field, node):
        return None
    if not isinstance(node, Items):
        raise Unreadable(
            node.mark,
            "a list belongs here",
            "Begin each element with `- `; write [] if there are none.",
        )
    nodes = list(node.nodes)
    rest = None
    if nodes and (others := _others(nodes[-1])) is not None:
        rest = read_record(field.of, others, f"{path}.{OTHERS}", problems)
        nodes.pop()
    items = []
    for i, item in enumerate(nodes):
        at = f"{path}[{i}]"
        problems.marks[at] = item.mark
        if _others(item) is not None:
            problems.add(item.mark, at, "only the last item may be others", "Move it.")
            continue
        items.append(read_record(field.of, item, at, problems, defaults))
    elements = Elements(tuple(items), rest)
    return None if elements == NOTHING_KNOWN else elements


def _others(node: Node) -> Entries | None:
    if isinstance(node, Scalar) and node.text == ELLIPSIS:
        return Entries((), node.mark)
    if isinstance(node, Entries) and len(node.pairs) == 1:
        key, value = node.pairs[0]
        if key.text == OTHERS and isinstance(value, Scalar) and value.null:
            return Entries((), node.mark)
        if key.text == OTHERS and isinstance(value, Entries):
            return value
    return None


def unrepeated(
    node: Entries, path: str, problems: Problems
) -> dict[str, tuple[Scalar, Node]]:
    """Return the pairs of a mapping by key; a key given twice is a problem."""
    pairs: dict[str, tuple[Scalar, Node]] = {}
    for key, value in node.pairs:
        if key.text in pairs:
            first = pairs[key.text][0].mark.line
            problems.add(
                key.mark,
                joined(path, key.text),
                f"given twice, first on line {first}",
                "Keep one of them.",
            )
        else:
            pairs[key.text] = (key, value)
    return pairs


def unknown_key(
    key: Scalar, path: str, known: Collection[str]
) -> tuple[Mark, str, str, str]:
    """Return the problem that a key is not in the vocabulary, naming the nearest."""
    near = did_you_mean(key.text, known)
    if not near and len(known) <= _FEW:
        near = f"Its fields are: {', '.join(known)}."
    fix = near.strip() or "`tasman new` writes a file that shows every field."
    return key.mark, path, f"there is no field {quoted(key.text)}", fix


def joined(path: str, name: str) -> str:
    """Return the path of a field within a record's path."""
    return f"{path}.{name}" if path else name
