"""A limit counted in hours: questioning in detention before a cancellation (s 192)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from tasman.casework.counting import show_day
from tasman.casework.filing import ZONES, legal_day
from tasman.rules.evaluate import Element, Evaluation
from tasman.rules.law import Law
from tasman.rules.provisions import Version

QUESTIONING = "migration-act-1958/192(7)"
NO_HOUR = (
    "The hour is not given, and this limit runs in hours. Give the moment, with its "
    "zone: 2026-11-20T09:00+10:00."
)


@dataclass(frozen=True, slots=True)
class Hours:
    """A limit in hours: from when to when, or why that is not counted."""

    version: Version
    length: int
    began: datetime.datetime | None
    ends: datetime.datetime | None
    steps: tuple[str, ...]
    why_not: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the limit as plain data."""
        data = self.version.data
        return {
            "limit": data["limit"],
            "duty": data["duty"],
            "who": data["who"],
            "unit": data["unit"],
            "length": self.length,
            "from": None if self.began is None else self.began.isoformat(),
            "to": None if self.ends is None else self.ends.isoformat(),
            "trigger": data["trigger"],
            "if_missed": data["missed"],
            "citation": self.version.citation,
            "mark": str(self.version.mark),
            "note": self.version.note,
            "reasoning": list(self.steps),
            "why_not_counted": self.why_not,
        }


def questioning(
    law: Law,
    began: datetime.datetime | None,
    place: str,
    *,
    before: datetime.timedelta = datetime.timedelta(),
    known_at: int,
) -> Hours:
    """Return until when someone may be held for questions: s 192(5) to (7).

    `before` is the detention within the 48 hours that went before, which counts. Hours
    are elapsed hours, shown by the legal time of the place.
    """
    evaluation = Evaluation(law, {}, as_at=known_at, law_at=known_at, known_at=known_at)
    length = evaluation.provision(QUESTIONING, Element("Notice", {}, "questioned."))[0]
    version = law.versions(QUESTIONING)[-1]
    if began is None:
        return Hours(version, length, None, None, (), NO_HOUR)
    legal_day(began, place)
    zone = ZoneInfo(ZONES[place])
    left = max(datetime.timedelta(), datetime.timedelta(hours=length) - before)
    start = began.astimezone(zone)
    ends = (began.astimezone(datetime.UTC) + left).astimezone(zone)
    steps = [f"{_moment(start)}: detained for questions"]
    if before:
        steps.append(f"{_span(before)} held in the 48 hours before: counted")
    steps.append(f"{_moment(ends)}: {_span(left)} later, the last moment")
    return Hours(version, length, start, ends, tuple(steps))


def _moment(moment: datetime.datetime) -> str:
    day = datetime.date(moment.year, moment.month, moment.day)
    shown = show_day((day - datetime.date(1970, 1, 1)).days)
    return f"{shown} {moment:%H:%M}"


def _span(length: datetime.timedelta) -> str:
    minutes = int(length.total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    said = f"{hours} hour{'' if hours == 1 else 's'}"
    return f"{said} {rest} minutes" if rest else said
