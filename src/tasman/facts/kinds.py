"""Why something is not known: the kinds of unknown, as bits of a mask."""

from __future__ import annotations

FACT = 1
"""A fact of the case is missing: it can be found out."""
JUDGMENT = 2
"""The law leaves it to the decision-maker, who has not said."""
UNSETTLED = 4
"""Authorities conflict, or the law gives no answer."""
NOT_COVERED = 8
"""Tasman does not cover it."""

KIND_NAMES = {
    FACT: "fact",
    JUDGMENT: "judgment",
    UNSETTLED: "unsettled",
    NOT_COVERED: "not_covered",
}


def kind_names(mask: int) -> list[str]:
    """Return the names of the kinds in a mask, in their fixed order."""
    return [name for bit, name in KIND_NAMES.items() if mask & bit]
