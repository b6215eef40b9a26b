"""Days as whole numbers, and dates known only in part.

A day is the number of days since 1970-01-01. A date that may not be known exactly is a
pair (earliest, latest), both included. `NEVER` stands for "has not happened".
"""

from __future__ import annotations

import datetime
import re

from tasman.facts.errors import BadValue, quoted

EARLIEST = -60000
"""The first day Tasman can name (1805-09-22); in an interval: no lower bound."""
NEVER = 90000
"""The day that never comes; in an interval: no upper bound."""

DateRange = tuple[int, int]
UNKNOWN_DATE: DateRange = (EARLIEST, NEVER)

_EPOCH = datetime.date(1970, 1, 1).toordinal()
_FORMS = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_WRITE_A_DATE = (
    "Write 2014-12-11, 2014-12 or 2014, `never` if it has not happened, "
    "or leave it out if it is not known."
)


def day(year: int, month: int = 1, day_of_month: int = 1) -> int:
    """Return the number of a calendar day.

    Raises ValueError for a day that is not in the calendar.
    """
    return datetime.date(year, month, day_of_month).toordinal() - _EPOCH


def to_date(number: int) -> datetime.date:
    """Return the calendar date of a day number."""
    return datetime.date.fromordinal(number + _EPOCH)


def iso(number: int) -> str:
    """Return a day as ISO text, `never` or `ever` at the ends of time."""
    if number >= NEVER:
        return "never"
    if number <= EARLIEST:
        return "ever"
    return to_date(number).isoformat()


def parse_day(text: str) -> int:
    """Return the day number of an exact date such as `2014-12-11`.

    Raises ValueError when the text is not one exact day.
    """
    first, last = parse_date(text)
    if first != last or first >= NEVER:
        raise BadValue(f"{quoted(text)} is not one day", "Write it as 2014-12-11.")
    return first


def parse_date(text: str) -> DateRange:
    """Return the first and last day that `2014-12-11`, `2014-12` or `2014` may mean.

    `never` says that the thing has not happened; `unknown` says nothing. The forms are
    level 0 of ISO 8601-2 (EDTF). Raises ValueError for anything else.
    """
    if text == "never":
        return (NEVER, NEVER)
    if text == "unknown":
        return UNKNOWN_DATE
    found = _FORMS.fullmatch(text)
    if found is None:
        raise BadValue(f"{quoted(text)} is not a date", _WRITE_A_DATE)
    year, month, day_ = (int(part) if part else None for part in found.groups())
    assert year is not None
    if not 1806 <= year <= 2215:
        raise BadValue(
            f"{text!r} is outside Tasman's calendar", "It runs from 1806 to 2215."
        )
    try:
        if month is None:
            return (day(year), day(year + 1) - 1)
        if day_ is None:
            after = day(year + 1) if month == 12 else day(year, month + 1)
            return (day(year, month), after - 1)
        exact = day(year, month, day_)
    except ValueError:
        raise BadValue(
            f"{text!r} is not a day of the calendar", "Check the month and the day."
        ) from None
    return (exact, exact)


def show_date(value: DateRange) -> str:
    """Return a date as people write it: to the day, month or year where it fits."""
    first, last = value
    if value == UNKNOWN_DATE:
        return "unknown"
    if first == last:
        return iso(first)
    if last < NEVER and first > EARLIEST:
        start, end = iso(first), iso(last)
        for form in (start[:4], start[:7]):
            if parse_date(form) == value:
                return form
        return f"{start}..{end}"
    return f"{iso(first)}..{iso(last)}"
