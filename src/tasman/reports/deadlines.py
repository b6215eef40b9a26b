"""Clocks as text: one table of many cases, or one clock with its counting."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from functools import lru_cache
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.text import Text

from tasman.casework.calendar_file import shown
from tasman.casework.caseload import Caseload
from tasman.casework.counting import show_day
from tasman.casework.deadline import Deadline, why_no_day
from tasman.casework.hours import Hours
from tasman.facts.days import DateRange, iso
from tasman.reports.words import WHAT_IT_IS_NOT
from tasman.rules.provisions import Version

WIDTH = 80
_COLUMNS = (14, 5, 16, 24, 13)
"""Widths of the caseload's table: 80 with the gaps. Rich took half a millisecond a row,
which ten thousand rows feel."""


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
    return "\n".join(_caseload(caseload, as_at)) + "\n"


def _caseload(caseload: Caseload, as_at: int) -> Iterable[str]:
    count = len(caseload.entries)
    files = f"{caseload.files} file{'s' if caseload.files != 1 else ''}"
    yield f"{count} clock{'s' if count != 1 else ''} in {files} on {iso(as_at)}"
    if not caseload.entries:
        return
    yield ""
    yield from _row("Act by", "Days", "Case", "What", "Standing")
    yield "  ".join("─" * width for width in _COLUMNS)
    for entry in caseload.entries:
        clock = entry.deadline
        yield from _row(
            "not known" if clock.act_by is None else show_day(clock.act_by),
            "" if clock.days_left is None else str(clock.days_left),
            entry.label,
            clock.duty if clock.who == "person" else f"{clock.who}: {clock.duty}",
            standing(clock),
        )
    if caseload.overdue:
        yield ""
        yield f"OVERDUE or possibly overdue: {len(caseload.overdue)}"


def _row(*cells: str) -> Iterable[str]:
    """Yield the lines of one row of the table, each cell folded to its column."""
    folded = [_folded(cell, width) for cell, width in zip(cells, _COLUMNS, strict=True)]
    for i in range(max(map(len, folded))):
        parts = [lines[i] if i < len(lines) else "" for lines in folded]
        parts[1] = parts[1].rjust(_COLUMNS[1])
        line = "  ".join(
            part.ljust(width) for part, width in zip(parts, _COLUMNS, strict=True)
        )
        yield line.rstrip()


@lru_cache(maxsize=4096)
def _folded(text: str, width: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(text, width)) or ("",)


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
    for clock in sorted(clocks, key=_lacks_its_date):
        parts += [*clock_parts(clock, as_at), Text()]
    return as_text([*parts, Text(WHAT_IT_IS_NOT, style="dim")])


def _lacks_its_date(clock: Deadline) -> bool:
    """Whether it is not counted for want of a date: what can be done comes first."""
    counted_from = clock.version.data["day_zero"]
    return clock.running and clock.act_by is None and counted_from != "received"


def hours_text(found: Hours) -> str:
    """Return a limit in hours: until when, how it was counted, or why it was not."""
    data = found.version.data
    parts: list[RenderableType] = [Text(str(data["duty"]).upper(), style="bold")]
    if found.why_not:
        parts.append(Text(f"NOT COUNTED. {found.why_not}"))
    else:
        parts.append(Text(f"WITHIN {found.length} HOURS, counted in hours:"))
    parts += [Padding(Text(step), (0, 0, 0, 4)) for step in found.steps]
    parts.append(_line(f"{found.length} hours from {data['trigger']}."))
    parts.append(_line(f"If missed: {data['missed']}"))
    parts.append(_line(authority(found.version)))
    return as_text([*parts, Text(), Text(WHAT_IT_IS_NOT, style="dim")])


def clock_parts(clock: Deadline, as_at: int) -> Iterable[RenderableType]:
    """Yield one clock as text: the day to act by first, then how it was counted."""
    yield Text(clock.duty.upper(), style="bold")
    yield Text(headline(clock))
    for warning in clock.warnings:
        yield _line(f"NOTE: {warning}")
    if clock.nominal is not None and clock.act_by is not None:
        yield from _last_days(clock)
    yield _line(f"If missed: {clock.version.data['missed']}")
    yield _line(f"Extension: {clock.version.data['extension']}.")
    if clock.steps:
        yield _line(f"Counted from {clock.version.data['trigger']}:")
    for step in clock.steps:
        yield Padding(Text(str(step)), (0, 0, 0, 4))
    for assumed in clock.assumed:
        yield _line(f"Presumed: {assumed}.")
    yield _line(authority(clock.version))


def _last_days(clock: Deadline) -> Iterable[RenderableType]:
    """Yield the last day, or the three days where a weekend or holiday moves it."""
    known = clock.nominal is not None and clock.nominal[0] == clock.nominal[1]
    if known and clock.nominal == clock.safe == clock.arguable:
        moved = "No weekend or holiday moves it."
        yield _line(f"Last day: {_days(clock.nominal)}. {moved}")
        return
    yield _line(f"Last day by the calendar: {_days(clock.nominal)}")
    yield _line(f"Safe: {_days(clock.safe)}{_because(clock)}")
    if clock.arguable != clock.safe:
        yield _line(f"Arguable only, do not rely on it: {_days(clock.arguable)}")


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
        memory = clock.version.data["roll_mark"] != "V"
        doubt = "; that it applies here is from memory" if memory else ""
        return f" (rolls by Acts Interpretation Act 1901 s 36(2){doubt})"
    return ""


def _days(days: DateRange | None) -> str:
    if days is not None and days[0] == days[1]:
        return show_day(days[0])
    return shown(days)


def _line(text: str) -> RenderableType:
    return Padding(Text(text), (0, 0, 0, 2))
