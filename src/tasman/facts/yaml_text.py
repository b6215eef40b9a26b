"""YAML text to nodes. No tag is obeyed, no alias followed, no object constructed."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from tasman.facts.nodes import (
    NOWHERE,
    Budget,
    Entries,
    Items,
    Mark,
    Node,
    Scalar,
    Unreadable,
)

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))


def compose_yaml(text: str) -> Node:
    """Return the one document of a YAML text.

    Raises Unreadable, with the place, for anything that is not plain YAML.
    """
    try:
        return _document(yaml.parse(text, Loader=_LOADER))
    except UnicodeEncodeError:
        raise Unreadable(
            Mark(1, 1), "half a character (a lone surrogate)", "Remove it."
        ) from None
    except yaml.MarkedYAMLError as error:
        raise _syntax_error(error) from None
    except yaml.reader.ReaderError as error:
        raise Unreadable(
            _mark_of(text, chr(error.character)),
            f"not YAML: {error.reason}",
            "Save it as plain text.",
        ) from None


def _document(events: Iterator[yaml.Event]) -> Node:
    next(events)
    if isinstance(next(events), yaml.StreamEndEvent):
        raise Unreadable(
            Mark(1, 1), "the file is empty", "Begin it with `tasman_case: 1`."
        )
    node = _node(next(events), events, 0, Budget())
    next(events)
    extra = next(events)
    if not isinstance(extra, yaml.StreamEndEvent):
        raise Unreadable(
            _mark(extra), "a second document begins here", "Keep one case in a file."
        )
    return node


def _node(
    event: yaml.Event, events: Iterator[yaml.Event], depth: int, budget: Budget
) -> Node:
    if isinstance(event, yaml.ScalarEvent):
        if event.anchor is not None or event.tag is not None:
            _refuse_indirection(event)
        null = not event.style and event.value in _NULLS
        return Scalar(event.value, _mark(event), null)
    mark = _mark(event)
    budget.check_depth(depth, mark)
    _refuse_indirection(event)
    if isinstance(event, yaml.SequenceStartEvent):
        nodes = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            budget.count_item(_mark(event))
            nodes.append(_node(event, events, depth + 1, budget))
        return Items(tuple(nodes), mark)
    pairs = []
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        key = _node(event, events, depth + 1, budget)
        if not isinstance(key, Scalar):
            raise Unreadable(key.mark, "a key must be one word", "Name a field.")
        pairs.append((key, _node(next(events), events, depth + 1, budget)))
    return Entries(tuple(pairs), mark)


def _refuse_indirection(event: yaml.Event) -> None:
    if getattr(event, "anchor", None) is not None:
        raise Unreadable(
            _mark(event),
            "anchors (&) and aliases (*) are refused",
            "Write the value out where it belongs.",
        )
    if getattr(event, "tag", None) is not None:
        raise Unreadable(
            _mark(event), "tags (!) are refused", "Write the value without a tag."
        )


def _mark(event: yaml.Event) -> Mark:
    at = event.start_mark
    return Mark(at.line + 1, at.column + 1) if at else NOWHERE


def _mark_of(text: str, character: str) -> Mark:
    before = text.partition(character)[0]
    return Mark(before.count("\n") + 1, len(before) - before.rfind("\n"))


def _syntax_error(error: yaml.MarkedYAMLError) -> Unreadable:
    at = error.problem_mark or error.context_mark
    mark = Mark(at.line + 1, at.column + 1) if at else Mark(1, 1)
    return Unreadable(
        mark,
        f"not YAML: {_first_line(error.problem or error.context or 'unreadable')}",
        "Check the indentation, the colons and the quotation marks here.",
    )


def _first_line(text: str) -> str:
    return (text.strip().splitlines() or [""])[0][:120]
