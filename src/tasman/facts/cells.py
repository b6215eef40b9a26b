"""Cells of a user's table, whatever their type, as a case file would write them."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from tasman.facts.nodes import Entries, Items, Node, Scalar

SAYS_NOTHING = Scalar("", null=True)


def text_of(value: Any) -> str:
    """Return a cell as text: yes or no, a day, a whole number; empty for none.

    A moment with a time zone keeps its time, for it is no day until a place is named;
    one without is its day.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime.datetime):
        text = value.isoformat()
        return text if value.tzinfo else text[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def node_of(value: Any) -> Node:
    """Return a cell as a case file's node: a value, a range, or several words.

    An empty cell says nothing, nor does a range without bounds.
    """
    if isinstance(value, Mapping):
        pairs = tuple(
            (Scalar(str(key)), inner)
            for key, each in value.items()
            if (inner := node_of(each)) is not SAYS_NOTHING
        )
        return Entries(pairs) if pairs else SAYS_NOTHING
    if isinstance(value, list):
        return Items(tuple(node_of(each) for each in value))
    text = text_of(value).strip()
    return Scalar(text) if text else SAYS_NOTHING
