"""A case through time: each conclusion as an exact step function of the day.

By default both the facts and the law are those of each day: what would have been said
then. With the facts held on one day only the law moves: how the same person would have
fared at other times.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from tasman.casework.causes import Snapshot, cause_of
from tasman.casework.compare import CONCLUSIONS, REVERSED, conclusion_pinpoint
from tasman.casework.events import Event, Span, events_of, spans_of
from tasman.casework.linked import linked, linking_days
from tasman.facts.case import UNKNOWN, YES, Case, Facts
from tasman.facts.days import EARLIEST, iso, parse_day
from tasman.facts.kinds import NOT_COVERED, kind_names
from tasman.law import current_law
from tasman.rules.law import Law
from tasman.rules.moving import Moving, Step, law_days, rests_on
from tasman.rules.values import TRUTH_NAMES

SCHEMA = "tasman-timeline/1"
OPENS = parse_day("1999-06-01")
_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class Band:
    """One answer, from its first to its last day, and what happened on the first."""

    first: int
    last: int
    truth: int
    kinds: int
    began_with: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """`yes`, `no` or `unknown`."""
        return TRUTH_NAMES[self.truth]

    def to_dict(self) -> dict[str, Any]:
        """Return the band as plain data."""
        return {
            "first_day": iso(self.first),
            "last_day": iso(self.last),
            "truth": self.text,
            "unknown_kinds": kind_names(self.kinds),
            "began_with": list(self.began_with),
        }


@dataclass(frozen=True, slots=True)
class Line:
    """One conclusion over time."""

    name: str
    provision: str
    bands: tuple[Band, ...]

    def on(self, day: int) -> Band:
        """Return the band of a day; raises ValueError outside the window."""
        for band in self.bands:
            if band.first <= day <= band.last:
                return band
        raise ValueError(f"{iso(day)} is outside the timeline")

    def to_dict(self) -> dict[str, Any]:
        """Return the line as plain data."""
        return {
            "conclusion": self.name,
            "provision": self.provision,
            "bands": [band.to_dict() for band in self.bands],
        }


@dataclass(frozen=True, slots=True)
class Timeline:
    """A case through time. `to_dict` is its documented form."""

    label: str
    first: int
    last: int
    facts_at: int | None
    known_at: int
    lines: tuple[Line, ...]
    spans: tuple[Span, ...]
    events: tuple[Event, ...]
    law_changes: tuple[Event, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the timeline as plain data."""
        return {
            "schema": SCHEMA,
            "label": self.label,
            "first_day": iso(self.first),
            "last_day": iso(self.last),
            "facts_as_at": "each day" if self.facts_at is None else iso(self.facts_at),
            "known_at": iso(self.known_at),
            "lines": [line.to_dict() for line in self.lines],
            "spans": [span.to_dict() for span in self.spans],
            "events": [event.to_dict() for event in self.events],
            "law_changes": [event.to_dict() for event in self.law_changes],
        }


def timeline(
    case: Case,
    *,
    today: int,
    conclusions: Sequence[str] = (),
    since: int | None = None,
    until: int | None = None,
    facts_at: int | None = None,
    known_at: int | None = None,
    law: Law | None = None,
) -> Timeline:
    """Return each conclusion on every day from `since` to `until`, both included.

    They default to the first day Tasman answers for, or the birth if later, and the
    as-at day. `facts_at` holds the facts on one day while the law moves. Raises
    UnknownProvision for a conclusion that does not exist, ValueError for a window that
    ends before it starts.
    """
    law = current_law() if law is None else law
    known = today if known_at is None else known_at
    last = (
        until if until is not None else case.as_at if case.as_at is not None else today
    )
    first = since if since is not None else min(max(OPENS, _born(case)), last)
    if last < first:
        raise ValueError(f"the window ends on {iso(last)}, before {iso(first)}")
    asked = {name: conclusion_pinpoint(law, name) for name in conclusions}
    asked = asked or dict(CONCLUSIONS)
    happened = events_of(case.facts)
    runs = _runs(law, case, facts_at, known, first, last)
    told = _Told(law, case, facts_at, known, happened if facts_at is None else ())
    lines = tuple(
        Line(name, pinpoint, tuple(_bands(runs, told, name, pinpoint)))
        for name, pinpoint in asked.items()
    )
    return Timeline(
        case.label,
        first,
        last,
        facts_at,
        known,
        lines,
        tuple(s for s in spans_of(case.facts) if s.first <= last and s.last >= first),
        tuple(e for e in happened if first <= e.day <= last),
        tuple(told.changes(set(asked.values()), first, last)),
    )


def _born(case: Case) -> int:
    low: int = case.facts.get("born_on", (EARLIEST, EARLIEST))[0]
    return low


class _Run(NamedTuple):
    """Days throughout which a case's notices say the same of its decisions."""

    first: int
    last: int
    moving: Moving


def _runs(
    law: Law, case: Case, facts_at: int | None, known: int, first: int, last: int
) -> list[_Run]:
    """Return the law put to the case as its facts stand in each run of days."""
    turns = {day for day in linking_days(case, law) if first < day <= last}
    begins = [first, *sorted(turns)]
    ends = [*(day - 1 for day in begins[1:]), last]
    found: list[_Run] = []
    before: Facts | None = None
    for begin, end in zip(begins, ends, strict=True):
        as_at = begin if facts_at is None else facts_at
        facts = linked(case, law, as_at=as_at, law_at=begin, known_at=known).facts
        if facts == before:
            found[-1] = found[-1]._replace(last=end)
            continue
        moving = Moving(law, facts, known_at=known, as_at=facts_at)
        found.append(_Run(begin, end, moving))
        before = facts
    return found


def _bands(runs: list[_Run], told: _Told, name: str, pinpoint: str) -> list[Band]:
    """Return the bands of one conclusion; days before the law opens are not covered."""
    first, last = runs[0].first, runs[-1].last
    opens = runs[0].moving.law.opens.get(pinpoint.partition("/")[0], first)
    found: list[Band] = []
    if first < opens:
        found.append(Band(first, min(opens - 1, last), UNKNOWN, NOT_COVERED))
    for step in _steps(runs, pinpoint, opens):
        truth, kinds = step.value[0], step.value[-1]
        shown = YES - truth if name in REVERSED else truth
        why = told.on(pinpoint, step.first) if step.first > first else ()
        found.append(Band(step.first, step.last, shown, kinds, why))
    return found


def _steps(runs: list[_Run], pinpoint: str, opens: int) -> list[Step]:
    """Return a provision's steps over all runs from a day, equal neighbours as one."""
    found: list[Step] = []
    for run in runs:
        begin = max(run.first, opens)
        for step in (
            run.moving.steps(pinpoint, begin, run.last) if begin <= run.last else ()
        ):
            if found and found[-1].value == step.value:
                found[-1] = found[-1]._replace(last=step.last)
            else:
                found.append(step)
    return found


class _Told:
    """What happened on a day, in the case and in the law a conclusion rests on."""

    def __init__(
        self,
        law: Law,
        case: Case,
        facts_at: int | None,
        known_at: int,
        events: Sequence[Event],
    ) -> None:
        self._law, self._case, self._facts_at = law, case, facts_at
        self._known = known_at
        self._events: dict[int, list[str]] = {}
        for event in events:
            self._events.setdefault(event.day, []).append(event.words)
        self._changes: dict[str, dict[int, list[str]]] = {}

    def on(self, pinpoint: str, day: int) -> tuple[str, ...]:
        """Return what made the difference on a day: the law, tested, or the case.

        What ended the day before is told if nothing happened on the day itself.
        """
        shown = [self._by_law(pinpoint, day)] if day in self._of(pinpoint) else []
        own = self._events.get(day, [])
        before = [f"the day after: {words}" for words in self._events.get(day - 1, [])]
        return tuple([text for text in shown if text] + own or before)

    def _by_law(self, pinpoint: str, day: int) -> str:
        """Return which provisions changed the answer, tested by swapping them."""
        as_at = day if self._facts_at is None else self._facts_at
        clocks = {"as_at": as_at, "law_at": day, "known_at": self._known}
        before = Snapshot(self._law, day - 1, self._known)
        after = Snapshot(self._law, day, self._known)
        cause = cause_of(pinpoint, self._case.facts, clocks, before, after)
        names = cause.alone or cause.jointly
        if not names:
            return ""
        how = "alone" if cause.alone else "jointly"
        shown = ", ".join(name.partition("/")[2] for name in names)
        return f"law: {shown} ({how})"

    def changes(self, pinpoints: set[str], first: int, last: int) -> list[Event]:
        """Return the days on which the law that these rest on changed."""
        found: dict[int, dict[str, None]] = {}
        for pinpoint in pinpoints:
            for day, names in self._of(pinpoint).items():
                if first <= day <= last:
                    found.setdefault(day, {}).update(dict.fromkeys(names))
        return [
            Event(day, "law", _few(list(names))) for day, names in sorted(found.items())
        ]

    def _of(self, pinpoint: str) -> dict[int, list[str]]:
        known = self._changes.get(pinpoint)
        if known is None:
            days = law_days(self._law, pinpoint)
            known = self._changes[pinpoint] = {day: [] for day in days}
            for name in sorted(rests_on(self._law, pinpoint)):
                edges = {
                    d for v in self._law.versions(name) for d in (v.since, v.until)
                }
                for day in edges & days:
                    known[day].append(name.partition("/")[2])
        return known


def _few(names: list[str]) -> str:
    shown = ", ".join(names[:_MOST_NAMED])
    more = len(names) - _MOST_NAMED
    return f"{shown} and {more} more" if more > 0 else shown
