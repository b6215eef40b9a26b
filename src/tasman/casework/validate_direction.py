"""Check the `direction` field of decided cases against the register.

A tribunal's row is checked on its own date; a court's row states the Direction of the
decision it reviewed, so that decision's date is needed. Personal decisions and those
under other powers have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from tasman.casework.decided import Row
from tasman.casework.direction_choice import in_force
from tasman.casework.validate import AGREED, DISAGREED, UNDECIDABLE, Check
from tasman.facts.days import iso, parse_date
from tasman.law.au.directions.register import BY_NUMBER
from tasman.rules.law import Law

NOT_STATED = "not stated"
NONE = "none"
_TRIBUNALS = ("AATA", "ARTA")
_GOVERNED = ("501(1)", "501(2)", "501(3A)+501CA", "501CA", "501CA(4)")
_YEAR = re.compile(r"\[(\d{4})\]")


def direction_checks(row: Row, law: Law) -> Iterable[Check]:
    """Yield the check of a row's Direction, where it states one or can have none."""
    status, expected, reason = check_direction(dict(row))
    if status != NOT_STATED:
        stated = row.get("direction")
        shown = NONE if stated is None else str(stated)
        yield Check(row["citation"], "direction", status, shown, expected, reason)


def check_direction(row: dict[str, Any]) -> tuple[str, str, str]:
    """Return status, the Direction expected, and the reason, for one decided case.

    The status is agreed, disagreed, undecidable, or not stated. Where the day leaves
    several open the expected one reads `79 or 90`.
    """
    stated = row.get("direction")
    power = str(row.get("power") or "").split(" (")[0]
    if power not in _GOVERNED:
        reason = f"no character Direction reaches {power or 'an unnamed power'}"
        return (AGREED if stated is None else DISAGREED, NONE, reason)
    if stated is None:
        expected, reason = _expected(row)
        return (NOT_STATED, expected, reason)
    if stated not in BY_NUMBER:
        return (DISAGREED, "", f"there is no character Direction {stated}")
    expected, reason = _expected(row)
    if not expected:
        return _from_outside(row, stated, reason)
    possible = expected.split(" or ")
    if str(stated) not in possible:
        return (DISAGREED, expected, reason)
    return (AGREED if len(possible) == 1 else UNDECIDABLE, expected, reason)


def _expected(row: dict[str, Any]) -> tuple[str, str]:
    """Return the Directions in force over the days the decision may have been made."""
    tribunal = row.get("court") in _TRIBUNALS
    text = row.get("date") if tribunal else row.get("decision_under_review_date")
    reason = "in force on the day of the decision"
    if tribunal and not text:
        found = _YEAR.match(str(row.get("citation")))
        text = found[1] if found else None
        reason = "the day is not stated: in force during the year of the citation"
    if not text:
        return "", "the day of the decision reviewed is not stated"
    first, last = parse_date(str(text))
    days = {first, last, *(e.first_day for e in BY_NUMBER.values())}
    entries = [in_force(day) for day in sorted(days) if first <= day <= last]
    numbers = dict.fromkeys(str(entry.number) for entry in entries if entry)
    return " or ".join(numbers), reason


def _from_outside(
    row: dict[str, Any], stated: int, reason: str
) -> tuple[str, str, str]:
    """Return what a court's own date shows: a Direction cannot come after it."""
    own = row.get("date") or _YEAR.sub(r"\1", str(row.get("citation"))).split()[0]
    entry = BY_NUMBER[stated]
    last = parse_date(str(own))[1]
    if entry.first_day > last:
        why = (
            f"Direction {stated} began on {entry.since}, after the court's {iso(last)}"
        )
        return (DISAGREED, "", why)
    return (UNDECIDABLE, "", reason)
