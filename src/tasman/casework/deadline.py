"""One clock of a case: its days, where it stands, and how it was counted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasman.casework.counting import Step, show_day
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso
from tasman.rules.provisions import Version

SCHEMA = "tasman-deadlines/1"
LATE = ("missed", "may be missed")
"""Statuses of what is not known to be done and is past its safe day."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """One clock: its days, where it stands, and how it was counted.

    `status` is `open`, `done`, `done late`, `done, arguably in time`, `missed`, `may be
    missed`, `not started`, `waiting`, `passed` or `closed`; `overdue` is `no`,
    `possible` or `yes`, and never other than `no` for what has been done.
    """

    limit: str
    duty: str
    who: str
    version: Version
    notice: str
    path: str
    day_zero: DateRange
    nominal: DateRange | None
    safe: DateRange | None
    arguable: DateRange | None
    act_by: int | None
    days_left: int | None
    status: str
    overdue: str
    certainty: str
    done_on: DateRange | None = None
    steps: tuple[Step, ...] = ()
    assumed: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def running(self) -> bool:
        """Whether it still calls for something to be done."""
        lapsed = bool(self.version.data["optional"]) and self.status in LATE
        return self.status in ("open", *LATE) and not lapsed

    @property
    def uncertain(self) -> bool:
        """Whether the day of receipt that it counts from is not known to the day."""
        on_receipt = self.version.data["day_zero"] == "received"
        return on_receipt and self.day_zero[0] != self.day_zero[1]

    @property
    def order(self) -> tuple[int, int, str]:
        """The place in a list: uncertain running ones, others soonest first, ended."""
        soon = self.act_by if self.act_by is not None else EARLIEST
        counted = self.act_by is not None or not self.version.data["optional"]
        if self.running and self.who == "person" and counted:
            return (0 if self.uncertain else 1, soon, self.limit)
        return (2 if self.running or self.status == "waiting" else 3, soon, self.limit)

    def to_dict(self) -> dict[str, Any]:
        """Return the deadline as plain data."""
        data = self.version.data
        return {
            "limit": self.limit,
            "duty": self.duty,
            "who": self.who,
            "notice": self.notice,
            "path": self.path,
            "status": self.status,
            "overdue": self.overdue,
            "days_left": self.days_left,
            "certainty": self.certainty,
            "act_by": None if self.act_by is None else iso(self.act_by),
            "nominal": plain_range(self.nominal),
            "safe": plain_range(self.safe),
            "arguable": plain_range(self.arguable),
            "day_zero": plain_range(self.day_zero),
            "done_on": plain_range(self.done_on),
            "trigger": data["trigger"],
            "unit": data["unit"],
            "rolls": data["rolls"],
            "roll_mark": data["roll_mark"],
            "extension": data["extension"],
            "if_missed": data["missed"],
            "provision": self.version.pinpoint,
            "citation": self.version.citation,
            "mark": str(self.version.mark),
            "note": self.version.note,
            "sources": [source.text for source in self.version.sources],
            "reasoning": [str(step) for step in self.steps],
            "assumed": list(self.assumed),
            "warnings": list(self.warnings),
        }


def plain_range(days: DateRange | None) -> str | dict[str, str | None] | None:
    """Return days as plain data: one day as text, others by first and last."""
    if days is None:
        return None
    if days[0] == days[1]:
        return iso(days[0])
    first = None if days[0] <= EARLIEST else iso(days[0])
    return {"from": first, "to": None if days[1] >= NEVER else iso(days[1])}


def why_no_day(found: Deadline) -> str:
    """Return why a clock has no day to act by, and what to do about it."""
    if found.version.data["day_zero"] == "received":
        return "ACT NOW: the day of receipt is not known."
    what = str(found.version.data["trigger"])
    return f"NOT COUNTED: {what} is not known. Find it out now (`dated_on`, --dated)."


def headline(found: Deadline) -> str:
    """Return a deadline in one line: what, by when, and how long that leaves."""
    if found.act_by is None:
        return f"{found.duty}: {why_no_day(found)}"
    left = found.days_left or 0
    when = f"{left} days left" if left >= 0 else f"{-left} days ago"
    return f"{found.duty} by {show_day(found.act_by)} ({when})"
