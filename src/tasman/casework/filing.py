"""Which day a document counts for, by the hour and the place where it arrives."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

from tasman.casework.counting import roll, why_shut
from tasman.facts.days import day as day_number

ZONES = {
    "act": "Australia/Sydney",
    "nsw": "Australia/Sydney",
    "vic": "Australia/Melbourne",
    "qld": "Australia/Brisbane",
    "wa": "Australia/Perth",
    "sa": "Australia/Adelaide",
    "tas": "Australia/Hobart",
    "nt": "Australia/Darwin",
}
COURT_CLOSES = datetime.time(16, 30)
"""Federal Court Rules 2011 r 2.25(3): wholly received by then on a business day."""
TRIBUNAL_WARNS = datetime.time(16, 0)
"""After this hour on a last day, lodging is arguable only until midnight there."""


def legal_day(moment: datetime.datetime, place: str) -> int:
    """Return the day on which a moment falls by legal time in a place: AIA s 37.

    Raises ValueError for a moment without a zone, or a place that is not a State.
    """
    if moment.tzinfo is None:
        raise ValueError("say in which zone: write 2026-06-19T23:00+10:00")
    if place not in ZONES:
        where = f"{place!r} has" if place else "a place not given has"
        raise ValueError(
            f"{where} no legal time in Australia: name the State or Territory, "
            f"one of {', '.join(ZONES)}"
        )
    local = moment.astimezone(ZoneInfo(ZONES[place]))
    return day_number(local.year, local.month, local.day)


def local_time(moment: datetime.datetime, place: str) -> datetime.time:
    """Return the time of day of a moment in a place."""
    return moment.astimezone(ZoneInfo(ZONES[place])).time()


def filed_in_court(moment: datetime.datetime, registry: str) -> int:
    """Return the day on which a court takes an electronic document as filed.

    After 16:30, or on a day its registry is shut, the next business day: r 2.25(3).
    """
    day = legal_day(moment, registry)
    if local_time(moment, registry) > COURT_CLOSES:
        day += 1
    return roll(day, lambda each: why_shut(each, (registry,), possible=True))[0]


def lodged_with_tribunal(moment: datetime.datetime, registry: str) -> tuple[int, bool]:
    """Return the day of lodging by the registry's clock, and whether it is arguable.

    The cut-off for electronic lodging was not read: after 16:00 it is arguable.
    """
    day = legal_day(moment, registry)
    return day, local_time(moment, registry) > TRIBUNAL_WARNS
