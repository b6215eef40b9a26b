"""Clocks as a calendar file (iCalendar, RFC 5545), with alarms before the safe day.

An entry carries no personal fact beyond the file's own label unless details are asked
for. Its UID stays the same when the file is made again, so that importing it updates.
"""

from __future__ import annotations

import datetime
import hashlib
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from icalendar import Alarm, Calendar, Event

from tasman.casework.caseload import Entry
from tasman.casework.deadline import Deadline
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso, to_date

ALARM_DAYS = (14, 7, 3, 1)
"""Days before the day to act by on which an alarm is set."""
_HOUR = 9


def calendar_file(
    entries: Iterable[Entry], *, made_on: int, detailed: bool = False
) -> str:
    """Return a calendar of the clocks that are running and have a day to act by."""
    calendar = Calendar()
    calendar.add("prodid", "-//Tasman//Deadlines//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Deadlines")
    kept = [each for each in entries if _has_a_day(each.deadline)]
    uids = Counter(uid_of(entry) for entry in kept)
    for entry in kept:
        alike = uids[uid_of(entry)] > 1
        uid = uid_of(entry, entry.file if alike else "")
        calendar.add_component(_event(entry, uid, made_on, detailed))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _has_a_day(deadline: Deadline) -> bool:
    return deadline.running and deadline.act_by is not None


def uid_of(entry: Entry, path: str = "") -> str:
    """Return the UID of a clock: the same whenever the same file is read again.

    Files of one name and one label are told apart by their paths.
    """
    clock = entry.deadline
    name = path or Path(entry.file).name
    key = "\n".join((name, entry.label, clock.path, clock.version.pinpoint))
    return f"{hashlib.sha256(key.encode()).hexdigest()[:32]}@tasman.invalid"


def _event(entry: Entry, uid: str, made_on: int, detailed: bool) -> Event:
    deadline = entry.deadline
    act_by = to_date(deadline.act_by or 0)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _stamp(made_on))
    event.add("dtstart", act_by)
    event.add("dtend", act_by + datetime.timedelta(days=1))
    event.add("sequence", made_on)
    event.add("summary", f"{entry.label}: {_subject(deadline, detailed)}")
    event.add("description", "\n".join(_description(deadline, detailed)))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    for days in ALARM_DAYS:
        event.add_component(_alarm(entry.label, days))
    return event


def _subject(deadline: Deadline, detailed: bool) -> str:
    day = "act by today" if deadline.who == "person" else "someone's last day"
    return f"{deadline.duty} ({day})" if detailed else day


def _alarm(label: str, days: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    day = "day" if days == 1 else "days"
    alarm.add("description", f"{label}: {days} {day} left to act")
    alarm.add("trigger", datetime.timedelta(days=-days, hours=_HOUR))
    return alarm


def _stamp(day: int) -> datetime.datetime:
    return datetime.datetime.combine(to_date(day), datetime.time(), tzinfo=datetime.UTC)


def _description(deadline: Deadline, detailed: bool) -> list[str]:
    lines = [f"Act by {iso(deadline.act_by or 0)}. Check it against the notice itself."]
    if not detailed:
        return lines
    lines += [
        deadline.duty,
        f"Last day by the calendar: {shown(deadline.nominal)}",
        f"Safe: {shown(deadline.safe)}. Arguable only: {shown(deadline.arguable)}",
        f"If missed: {deadline.version.data['missed']}",
        f"Extension: {deadline.version.data['extension']}",
        deadline.version.citation,
        *(str(step) for step in deadline.steps),
        *deadline.warnings,
    ]
    return lines


def shown(days: DateRange | None) -> str:
    """Return a day, or the first and last that it may be, in words."""
    if days is None:
        return "none"
    if days[0] == days[1]:
        return iso(days[0])
    first = "any day" if days[0] <= EARLIEST else iso(days[0])
    return f"{first} to {'no end' if days[1] >= NEVER else iso(days[1])}"
