"""Named changes to the law, each a small patch, with status and modelling choices."""

from __future__ import annotations

from tasman.law.reforms import (
    designated_offences,
    direction_99,
    genuine_kiwis,
    new_zealands_rule,
    past_changes,
    ten_year_line,
    thresholds,
)
from tasman.law.reforms.reform import STATUSES, Reform
from tasman.rules.errors import UnknownProvision

__all__ = ["REFORMS", "STATUSES", "Reform", "reform"]

REFORMS: dict[str, Reform] = {
    each.name: each
    for each in (
        *new_zealands_rule.REFORMS,
        *genuine_kiwis.REFORMS,
        *ten_year_line.REFORMS,
        direction_99.REFORM,
        *designated_offences.REFORMS,
        *thresholds.REFORMS,
        past_changes.REFORM,
    )
}
"""Every reform by the name a user types."""


def reform(name: str) -> Reform:
    """Return the reform of a name; raises UnknownProvision when there is none."""
    try:
        return REFORMS[name]
    except KeyError:
        known = ", ".join(REFORMS)
        raise UnknownProvision(f"no reform {name!r}; there are: {known}") from None
