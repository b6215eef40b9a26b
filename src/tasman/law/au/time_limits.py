"""What every time limit states as data, and the words that limits are written in."""

from __future__ import annotations

from collections.abc import Mapping

from tasman.facts.vocabulary import Notice
from tasman.law.au.holidays import COMMON, PLACES
from tasman.rules.handles import Date, Truth, choose, days, rolled

CALENDAR_DAYS, WORKING_DAYS = "calendar days", "working days"
BUSINESS_DAYS, HOURS, SITTING_DAYS = "business days", "hours", "sitting days"
NO_LENGTH = "no fixed length"

OFFICE, REGISTRY, ADDRESS, NOWHERE = "office", "registry", "address", "none"
"""Whose holidays a limit looks at: of the office or registry that takes the answer (and
of the person's own State), of the address, or of no place."""

ANSWERED, ANSWER_RECEIVED = "answered_on", "answer_received_on"
COURT_APPLICATION = "court_application_on"
TRIBUNAL_DECIDED = "tribunal decision"
"""What has to happen within a limit: the answer sent or lodged, the answer received, an
application to a court, or the Tribunal's decision."""


def terms(
    limit: str,
    duty: str,
    *,
    who: str,
    trigger: str,
    missed: str,
    on: tuple[str, ...] = (),
    applies: str = "",
    unit: str = CALENDAR_DAYS,
    direction: str = "after",
    day_zero: str = "received",
    done: str = ANSWERED,
    rolls: bool = True,
    roll_mark: str = "M",
    whose_holidays: str = OFFICE,
    extension: str = "none",
    optional: bool = False,
) -> Mapping[str, object]:
    """Return the data of a time limit.

    `on` names the notices that may start it, `applies` the provision that says whether
    one does. `day_zero` says which day is day 0: of receipt, or of the document. What
    is `optional` may lapse without being overdue: another way is the usual one.
    """
    return {
        "limit": limit,
        "duty": duty,
        "who": who,
        "trigger": trigger,
        "missed": missed,
        "on": on,
        "applies": applies,
        "unit": unit,
        "direction": direction,
        "day_zero": day_zero,
        "done": done,
        "rolls": rolls,
        "roll_mark": roll_mark,
        "whose_holidays": whose_holidays,
        "extension": extension,
        "optional": optional,
    }


def in_migration_zone(notice: Notice) -> Truth:
    """Whether the person was in Australia when the notice came."""
    return notice.place.is_(*PLACES)


def working_days_after(day: Date, count: int, place: str) -> Date:
    """The last of so many working days after a day, by one place's calendar."""
    for _ in range(count):
        day = rolled(day + days(1), place)
    return day


def working_days_there(notice: Notice, day: Date, count: int, field: str) -> Date:
    """The same by the calendar of the place that a field of the notice names."""
    place = getattr(notice, field)
    result = working_days_after(day, count, COMMON)
    for name in PLACES:
        result = choose(place.is_(name), working_days_after(day, count, name), result)
    return result


def rolled_there(notice: Notice, day: Date) -> Date:
    """The day, or the next that is a working day in the person's State."""
    result = rolled(day, COMMON)
    for name in PLACES:
        result = choose(notice.place.is_(name), rolled(day, name), result)
    return result
