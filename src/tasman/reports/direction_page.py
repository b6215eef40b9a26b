"""One Direction as a page: to read beside the instrument, marks and all."""

from __future__ import annotations

from collections.abc import Iterator

from tasman.casework.direction_choice import UNVERIFIED, mark_text
from tasman.casework.weighed import ALWAYS
from tasman.facts.days import iso
from tasman.facts.fields import ListField
from tasman.facts.vocabulary import Person
from tasman.law.au.directions import DIRECTIONS
from tasman.law.au.directions.changes import CHANGES
from tasman.law.au.directions.instrument import Consideration, Direction, Statement
from tasman.law.au.directions.topics import TOPICS
from tasman.reports.considerations import ways
from tasman.reports.layout import Line, as_plain, heading, section, wrapped
from tasman.rules.errors import UnknownProvision
from tasman.rules.expressions import Node
from tasman.rules.provisions import Version


def direction_number(name: str) -> int | None:
    """Return the number in a name such as `direction-99`, None for any other name."""
    head, _, tail = name.lower().replace(" ", "-").rpartition("-")
    known = tail.isdecimal() and int(tail) in DIRECTIONS
    return int(tail) if head in ("direction", "direction-no.") and known else None


def direction_page(number: int) -> str:
    """Return a Direction as text: force, principles, how to weigh, and what.

    Raises UnknownProvision for a number that no character Direction has.
    """
    if number not in DIRECTIONS:
        known = ", ".join(f"direction-{each}" for each in DIRECTIONS)
        raise UnknownProvision(f"no direction-{number}; there are {known}")
    return as_plain(_lines(DIRECTIONS[number]))


def _lines(direction: Direction) -> Iterator[Line]:
    yield from _head(direction)
    if direction.principles:
        yield from section("Principles")
        for statement in direction.principles:
            yield from _statement(statement)
    yield from section("How to weigh")
    for statement in direction.weighing:
        yield from _statement(statement)
    for part, powers in direction.parts.items():
        of_part = f"Part {part}, " if part else ""
        for rank in ("primary", "other"):
            under = ", ".join(powers)
            title = f"{of_part}{rank} considerations (s {under})"
            yield from section(title[:1].upper() + title[1:])
            for row in direction.considerations:
                if row.part == part and row.rank == rank:
                    yield from _row(direction, row, 0)
    yield from _evidence(direction)
    if direction.number in CHANGES:
        yield from section("What it changed")
        for statement in CHANGES[direction.number]:
            yield from _statement(statement)
    yield Line()
    yield from wrapped(
        "In our own words, not the Direction's. The lists are not exhaustive. Nothing "
        "in a Direction is a number, and nothing here predicts a decision."
    )


def _head(direction: Direction) -> Iterator[Line]:
    entry = direction.entry
    yield heading(f"Direction No. {entry.number}")
    until = f" to {iso(entry.day_after - 1)}" if entry.until else ""
    doubt = _doubt(entry.mark)
    yield from wrapped(f"Made {entry.made_on} by {entry.minister}.")
    yield from wrapped(f"In force from {entry.since}{until}.{doubt}")
    if entry.note:
        yield from wrapped(entry.note)
    yield from wrapped(
        "Binds delegates and the Tribunal (Migration Act 1958 s 499(2A)), not the "
        "Minister deciding in person. It governs decisions under "
        f"s {', s '.join(entry.powers)} made while it is in force. {direction.layout}"
    )


def _statement(statement: Statement) -> Iterator[Line]:
    text = f"{statement.paragraph}  {statement.text}{_doubt(statement.mark)}"
    return _told(text, 0)


def _told(text: str, depth: int) -> Iterator[Line]:
    indent = 2 * (depth + 1)
    return wrapped(text, indent, indent + 4)


def _doubt(mark: str) -> str:
    shown = mark_text(mark)
    return f" [{shown}]" if shown == UNVERIFIED else ""


def _row(direction: Direction, row: Consideration, depth: int) -> Iterator[Line]:
    version = next(v for v in direction.act.versions if v.pinpoint == row.pinpoint)
    label = version.data["label"]
    powers = direction.parts[row.part]
    only = "" if row.powers == powers else f" Only s {', '.join(row.powers)}."
    weight = f"; {row.weight}" if row.weight else ""
    text = (
        f"{row.paragraph}  {label}. {version.statement} Weighs {ways(row.weighs)}"
        f"{weight}.{only}{_doubt(row.told['mark'])}"
    )
    yield from _told(text, depth)
    facts = turns_on(version)
    yield from _told(f"Turns on: {'; '.join(facts) or ALWAYS}.", depth + 1)
    if version.note:
        yield from _told(version.note, depth + 1)
    if any(r.topic == row.topic and r.rank == "factor" for r in _above(direction, row)):
        return
    for each in direction.considerations:
        if each.part == row.part and each.within == row.topic:
            yield from _row(direction, each, depth + 1)


def _above(direction: Direction, row: Consideration) -> Iterator[Consideration]:
    """Yield the factors of the Part that share a topic with an other consideration."""
    if row.rank == "other":
        yield from (r for r in direction.considerations if r.part == row.part)


def turns_on(version: Version) -> tuple[str, ...]:
    """Return the facts of a case file that engage a consideration, by their names."""
    lists = {
        field.of.__name__: name
        for name, field in Person.fields().items()
        if isinstance(field, ListField)
    }
    found: dict[str, dict[str, None]] = {}
    for record, name in _fields(version.body, set()):
        found.setdefault(lists.get(record, "person"), {})[name] = None
    return tuple(f"{place} ({', '.join(names)})" for place, names in found.items())


def _fields(node: Node, seen: set[Node]) -> Iterator[tuple[str, str]]:
    """Yield record and name of every fact that an expression reads, each node once."""
    if node in seen:
        return
    seen.add(node)
    if node.op == "field":
        yield node.attrs[0], node.attrs[1]
    for arg in node.args:
        yield from _fields(arg, seen)


def _evidence(direction: Direction) -> Iterator[Line]:
    topics = dict.fromkeys(row.topic for row in direction.considerations)
    yield from section("Evidence that bears on them")
    for topic in topics:
        if TOPICS[topic].evidence:
            listed = "; ".join(TOPICS[topic].evidence)
            yield from _told(f"{TOPICS[topic].label}: {listed}.", 0)
