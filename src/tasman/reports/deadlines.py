"""Clocks as text: one table of many cases, or one clock with its counting."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tasman.casework.calendar_file import shown
from tasman.casework.caseload import Caseload
from tasman.casework.counting import show_day
from tasman.casework.deadline import Deadline, why_no_day
from tasman.facts.days import DateRange, iso
from tasman.reports.words import WHAT_IT_IS_NOT
from tasman.rules.provisions import Version

WIDTH = 80


def as_text(parts: Iterable[RenderableType]) -> str:
    """Return parts as plain text, 80 columns wide, without colour."""
    out = StringIO()
    console = Console(file=out, width=WIDTH, no_color=True, force_terminal=False)
    for part in parts:
        console.print(part, highlight=False)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


# ---------------------------------------------------------------- many cases
def caseload_text(caseload: Caseload, as_at: int) -> str:
    """Return the clocks of a caseload as one table, soonest first."""
    return as_text(_caseload(caseload, as_at))


def _caseload(caseload: Caseload, as_at: int) -> Iterable[RenderableType]:
    count = len(caseload.entries)
    files = f"{caseload.files} file{'s' if caseload.files != 1 else ''}"
    yield Text(f"{count} clock{'s' if count != 1 else ''} in {files} on {iso(as_at)}")
    if not caseload.entries:
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), width=WIDTH)
    table.add_column("Act by", no_wrap=True)
    table.add_column("Days", justify="right", no_wrap=True)
    table.add_column("Case", ratio=3, overflow="fold")
    table.add_column("What", ratio=5, overflow="fold")
    table.add_column("Standing", ratio=3, overflow="fold")
    for entry in caseload.entries:
        clock = entry.deadline
        table.add_row(
            "not known" if clock.act_by is None else show_day(clock.act_by),
            "" if clock.days_left is None else str(clock.days_left),
            entry.label,
            clock.duty,
            standing(clock),
        )
    yield table
    if caseload.overdue:
        yield Text(f"OVERDUE or possibly overdue: {len(caseload.overdue)}")


def standing(clock: Deadline) -> str:
    """Return in a few words where a clock stands."""
    if clock.overdue == "yes":
        return "OVERDUE"
    if clock.overdue == "possible":
        return "possibly OVERDUE"
    if clock.running and clock.certainty == "undetermined":
        return "may apply"
    if clock.running and clock.uncertain:
        return "receipt not known to the day"
    return clock.status


# ---------------------------------------------------------------- one notice
def clocks_text(clocks: list[Deadline], as_at: int) -> str:
    """Return the clocks that one notice starts, each with how it was counted."""
    parts: list[RenderableType] = []
    for clock in clocks:
        parts += [*clock_parts(clock, as_at), Text()]
    return as_text([*parts, Text(WHAT_IT_IS_NOT, style="dim")])


def clock_parts(clock: Deadline, as_at: int) -> Iterable[RenderableType]:
    """Yield one clock as text: the day to act by first, then how it was counted."""
    yield Text(clock.duty.upper(), style="bold")
    yield Text(headline(clock))
    for warning in clock.warnings:
        yield _line(f"NOTE: {warning}")
    if clock.nominal is not None and clock.act_by is not None:
        yield _line(f"Last day by the calendar: {_days(clock.nominal)}")
        yield _line(f"Safe: {_days(clock.safe)}{_because(clock)}")
        yield _line(f"Arguable only, do not rely on it: {_days(clock.arguable)}")
    yield _line(f"If missed: {clock.version.data['missed']}")
    yield _line(f"Extension: {clock.version.data['extension']}.")
    yield _line(f"Counted from {clock.version.data['trigger']}:")
    for step in clock.steps:
        yield Padding(Text(str(step)), (0, 0, 0, 4))
    for assumed in clock.assumed:
        yield _line(f"Presumed: {assumed}.")
    yield _line(authority(clock.version))


def headline(clock: Deadline) -> str:
    """Return what to do by when, in one line."""
    if clock.status in ("done", "done late", "closed", "passed", "not started"):
        return clock.status.upper()
    if clock.act_by is None:
        return why_no_day(clock)
    left = clock.days_left or 0
    when = f"{left} days left" if left >= 0 else f"{-left} days ago"
    late = {"yes": " OVERDUE", "possible": " POSSIBLY OVERDUE"}.get(clock.overdue, "")
    return f"ACT BY {show_day(clock.act_by)} ({when}){late}"


def authority(version: Version) -> str:
    """Return the citation of a limit, with its mark where it was not verified."""
    mark = "" if version.mark.rank < 2 else f" [{version.mark}: check the source]"
    note = f" {version.note}" if version.note else ""
    return f"Authority: {version.citation}{mark}.{note}"


def _because(clock: Deadline) -> str:
    if clock.version.data["direction"] == "before":
        return " (whole business days between)"
    if clock.version.data["rolls"] and clock.safe != clock.nominal:
        return " (rolls by Acts Interpretation Act 1901 s 36(2))"
    return ""


def _days(days: DateRange | None) -> str:
    if days is not None and days[0] == days[1]:
        return show_day(days[0])
    return shown(days)


def _line(text: str) -> RenderableType:
    return Padding(Text(text), (0, 0, 0, 2))
