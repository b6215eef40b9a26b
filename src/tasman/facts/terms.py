"""Lengths of time as a court pronounces them: months and days, never converted.

A term that may not be known exactly is (fewest months, most months, fewest days, most
days); months and days are kept apart because no fixed number of days makes a month.
"""

from __future__ import annotations

import re

from tasman.facts.errors import BadValue, quoted

TermRange = tuple[int, int, int, int]

UNBOUNDED = 1 << 28
"""A count or length without an upper bound."""
MOST_MONTHS = 2400
MOST_DAYS = 43920
UNKNOWN_TERM: TermRange = (0, MOST_MONTHS, 0, MOST_DAYS)

_UNITS = {"y": (12, 0), "m": (1, 0), "w": (0, 7), "d": (0, 1)}
_WRITE_A_TERM = "Write it as pronounced, such as 14m, 1y6m, 52w or 104d."
_PART = re.compile(
    r"\s*([0-9]{1,9})\s*(y|m|w|d|years?|months?|weeks?|days?)(?![a-z])\s*(?:,|and)?",
    re.I,
)


def parse_term(text: str) -> TermRange:
    """Return the term that `14m`, `1y6m`, `52w`, `104d` or `1 year and 6 months` says.

    `unknown` says nothing. Raises ValueError for anything else, and for a term longer
    than 200 years.
    """
    if text == "unknown":
        return UNKNOWN_TERM
    if not text.strip():
        raise BadValue("an empty length of time", "Leave it out if it is not known.")
    if text.lstrip().startswith("-"):
        raise BadValue(f"{quoted(text)} is negative", _WRITE_A_TERM)
    months = days = at = 0
    while at < len(text):
        part = _PART.match(text, at)
        if part is None:
            raise BadValue(f"{quoted(text)} is not a length of time", _WRITE_A_TERM)
        number, unit = int(part[1]), part[2][0].lower()
        months += number * _UNITS[unit][0]
        days += number * _UNITS[unit][1]
        at = part.end()
    if months > MOST_MONTHS or days > MOST_DAYS:
        raise BadValue(
            f"{quoted(text)} is longer than 200 years (or 43,920 days)",
            "For life, write `kind: life` and no term.",
        )
    return (months, months, days, days)


def show_term(value: TermRange) -> str:
    """Return a term as people write it."""
    fewest_months, most_months, fewest_days, most_days = value
    if value == UNKNOWN_TERM:
        return "unknown"
    if fewest_months != most_months or fewest_days != most_days:
        low = show_term((fewest_months, fewest_months, fewest_days, fewest_days))
        if most_months >= UNBOUNDED or most_days >= UNBOUNDED:
            return f"{low} or more"
        high = show_term((most_months, most_months, most_days, most_days))
        return f"{low} to {high}"
    parts = []
    if fewest_months:
        parts.append(_counted(fewest_months, "month"))
    if fewest_days or not parts:
        parts.append(_counted(fewest_days, "day"))
    return " ".join(parts)


def _counted(number: int, unit: str) -> str:
    if number >= UNBOUNDED:
        return f"any number of {unit}s"
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
