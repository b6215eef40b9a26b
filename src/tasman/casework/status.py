"""Status in Australia on every day from birth: exactly one a day, with reasons."""

from __future__ import annotations

import textwrap
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any

from tasman.casework.missing import missing_facts
from tasman.casework.status_days import PERMANENT_RESIDENT, Days, StatusDays, Truths
from tasman.casework.status_facts import facts_on, is_new_zealander
from tasman.facts.case import NO, YES, Case, Facts
from tasman.facts.days import NEVER, iso, parse_day
from tasman.facts.kinds import kind_names
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

UNKNOWN_STATUS = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class Status:
    """One status a person may have in Australia: its code, words and the law."""

    code: str
    words: str
    reason: str
    citation: str
    pinpoint: str = ""
    unless: bool = False


STATUSES = (
    Status(
        "CIT",
        "Australian citizen",
        "A citizen, and so beyond every power over visas.",
        "Australian Citizenship Act 2007 s 4",
        "status/citizen",
    ),
    Status(
        "OFFSHORE",
        "outside Australia",
        "Abroad; a special category visa ends on leaving and is decided afresh on "
        "return.",
        "Migration Act 1958 s 82(8)",
        "status/in Australia",
        unless=True,
    ),
    Status(
        "ABSORBED",
        "absorbed person visa",
        "Here on 1984-04-02, absorbed before it and never away since: permanent by "
        "law.",
        "Migration Act 1958 s 34",
        "status/absorbed person visa",
    ),
    Status(
        "PERM",
        "permanent visa",
        "Here on a permanent visa.",
        "Migration Act 1958 s 30(1)",
        "status/permanent visa",
    ),
    Status(
        "SCV_P",
        "special category visa, protected",
        "A temporary visa without end date; protected by presence around 2001-02-26.",
        "Migration Act 1958 s 32; Social Security Act 1991 s 7(2A) to (2D)",
        "status/protected special category visa holder",
    ),
    Status(
        "SCV_NP",
        "special category visa, not protected",
        "A temporary visa without end date; length of residence never makes it "
        "permanent.",
        "Migration Act 1958 s 32; Social Security Act 1991 s 7(2A) to (2D)",
        "status/special category visa",
    ),
    Status(
        "EXEMPT",
        "exempt non-citizen",
        "New Zealand passport: neither visa nor entry permit was needed.",
        "Migration Act 1958, before 1994-09-01",
        "status/exempt non-citizen",
    ),
    Status(
        "TEMPORARY",
        "another temporary visa",
        "Here on another temporary footing.",
        "Migration Act 1958 s 30(2)",
        "status/temporary visa",
    ),
    Status(
        "BRIDGING",
        "bridging visa",
        "Here on a bridging visa.",
        "Migration Act 1958 s 37",
        "status/bridging visa",
    ),
    Status(
        "UNLAWFUL",
        "unlawful non-citizen",
        "No visa in effect: detention and removal follow.",
        "Migration Act 1958 s 14",
        "status/unlawful non-citizen",
    ),
)
"""In order: the first that holds is the status of the day."""

SCV_BEFORE = Status(
    "SCV",
    "special category visa",
    "A temporary visa without end date; protection was not yet a question.",
    "Migration Act 1958 s 32",
)
_UNKNOWN = Status(
    UNKNOWN_STATUS, "not known", "Facts are missing; it may be any of those named.", ""
)
_SPLIT = parse_day("2001-02-26")
BY_CODE = {each.code: each for each in (*STATUSES, SCV_BEFORE, _UNKNOWN)}


@dataclass(frozen=True, slots=True)
class Span:
    """A run of days on one status. `possible` names what it may be while unknown."""

    first: int
    last: int
    code: str
    possible: tuple[str, ...]
    kinds: int
    permanent_resident: int

    @property
    def status(self) -> Status:
        """The status, in words and law."""
        return BY_CODE[self.code]

    def to_dict(self) -> dict[str, Any]:
        """Return the span as plain data."""
        plain: dict[str, Any] = {
            "from": iso(self.first),
            "to": iso(self.last),
            "status": self.code,
            "words": self.status.words,
            "reason": self.status.reason,
            "citation": self.status.citation,
            "permanent_resident_for_citizenship": TRUTH_NAMES[self.permanent_resident],
        }
        if self.code == UNKNOWN_STATUS:
            plain["possible"] = list(self.possible)
            plain["unknown_kinds"] = kind_names(self.kinds)
        return plain


@dataclass(frozen=True, slots=True)
class StatusHistory:
    """A person's status on every day from birth to the as-at day."""

    as_at: int
    known_at: int
    spans: tuple[Span, ...]
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    def on(self, day: int) -> Span:
        """Return the span that holds a day; raises ValueError outside the history."""
        at = bisect_right([span.first for span in self.spans], day) - 1
        if at < 0 or day > self.spans[at].last:
            raise ValueError(f"{iso(day)} is not in this history")
        return self.spans[at]

    @property
    def now(self) -> Span:
        """The span that holds the as-at day."""
        return self.spans[-1]

    def to_dict(self) -> dict[str, Any]:
        """Return the history as plain data."""
        return {
            "as_at": iso(self.as_at),
            "known_at": iso(self.known_at),
            "now": self.now.to_dict(),
            "days_here": self.days_here,
            "days_on_special_category_visa": self.days_on_special_category_visa,
            "missing": list(self.missing),
            "spans": [span.to_dict() for span in self.spans],
            "notes": list(self.notes),
        }

    @property
    def days_here(self) -> int:
        """The days certainly spent in Australia, whatever the status."""
        return self._days(lambda code: code not in ("OFFSHORE", UNKNOWN_STATUS))

    @property
    def days_on_special_category_visa(self) -> int:
        """The days certainly spent on a visa that is temporary by law."""
        return self._days(lambda code: code.startswith("SCV"))

    def _days(self, wanted: Callable[[str], bool]) -> int:
        return sum(s.last - s.first + 1 for s in self.spans if wanted(s.code))

    def summary_lines(self) -> Iterable[str]:
        """Yield the status in a few lines, for a report."""
        now = self.now
        yield f"{_capital(now.status.words)}. {now.status.reason}"
        if now.code == UNKNOWN_STATUS:
            yield f"It may be: {', '.join(_words(now.possible))}."
        if self.missing:
            yield f"Missing: {', '.join(self.missing)}."
        if self.days_on_special_category_visa:
            yield (
                f"Of {self.days_here:,} days in Australia, "
                f"{self.days_on_special_category_visa:,} were on a special category "
                "visa, which is temporary by law however long it lasts."
            )
        yield from self.notes
        yield "Day by day since birth: tasman status FILE."


def status_history(
    facts: Facts, *, as_at: int, known_at: int | None = None, law: Law | None = None
) -> StatusHistory:
    """Return the status on every day from birth to the as-at day.

    `known_at` decides what later instruments, such as that of 2023-07-01, did to
    earlier days; it is the as-at day unless given.
    """
    known = as_at if known_at is None else known_at
    law = law or current_law()
    days = StatusDays(facts, law, as_at=as_at, known_at=known)
    spans = tuple(_merged(_span(run) for run in days.runs()))
    missing: tuple[str, ...] = ()
    if spans[-1].code == UNKNOWN_STATUS:
        told = facts_on(facts, law, as_at=as_at, known_at=known)
        put = Evaluation(law, told, as_at=as_at, law_at=as_at, known_at=known)
        missing = missing_facts(put, days.on(as_at))
    return StatusHistory(as_at, known, spans, tuple(_notes(facts, as_at)), missing)


def status_on(truths: Truths, day: int) -> tuple[str, tuple[str, ...], int]:
    """Return the code of a day, what it may be while unknown, and the kinds of that."""
    possible: list[str] = []
    kinds = 0
    for status in STATUSES:
        truth, why = truths[status.pinpoint]
        if status.unless:
            truth = YES - truth
        if truth == NO:
            continue
        code = status.code
        if code.startswith("SCV") and day < _SPLIT:
            code = SCV_BEFORE.code
        possible.append(code)
        kinds |= why
        if truth == YES:
            break
    else:
        possible.append("OTHER")
    if len(possible) == 1 and possible[0] != "OTHER":
        return possible[0], (), 0
    return UNKNOWN_STATUS, tuple(dict.fromkeys(possible)), kinds


def _span(run: Days) -> Span:
    code, possible, kinds = status_on(run.truths, run.first)
    resident = run.truths[PERMANENT_RESIDENT][0]
    return Span(run.first, run.last, code, possible, kinds, resident)


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in spans:
        if merged and _alike(merged[-1], span):
            merged[-1] = replace(merged[-1], last=span.last)
        else:
            merged.append(span)
    return merged


def _alike(one: Span, other: Span) -> bool:
    return (one.code, one.possible, one.permanent_resident) == (
        other.code,
        other.possible,
        other.permanent_resident,
    )


def _notes(facts: Facts, as_at: int) -> Iterable[str]:
    decisions = facts.get("decisions")
    for decision in decisions.items if decisions else ():
        undone = decision.get("undone_on", (NEVER, NEVER))
        if undone[1] <= as_at:
            yield (
                f"The decision of {iso(decision.get('made_on', undone)[0])} was undone "
                f"on {iso(undone[0])} and is taken never to have been made "
                "(Migration Act 1958 s 501CA(5)): status is shown unbroken."
            )
    if is_new_zealander(facts) is None:
        yield "No citizenship of New Zealand is stated."


def bears_on(case: Case) -> bool:
    """Say whether status is worth showing: the case tells of stays, visas or birth."""
    facts = case.facts
    return any(key in facts for key in ("stays", "visas", "citizenships"))


def section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> StatusHistory | None:
    """Return the `status` part of an assessment, or None where it does not bear."""
    if not bears_on(case):
        return None
    return status_history(case.facts, as_at=as_at, known_at=known_at, law=law)


def status_text(history: StatusHistory) -> str:
    """Return the history as terminal text of 80 columns."""
    lines = [f"STATUS IN AUSTRALIA as at {iso(history.as_at)}", ""]
    for line in list(history.summary_lines())[:-1]:
        lines += textwrap.wrap(line, 78)
    lines += ["", "Every day since birth:", ""]
    for span in history.spans:
        words = span.status.words
        if span.code == UNKNOWN_STATUS:
            words += ": " + " or ".join(_words(span.possible))
        if span.permanent_resident == YES and span.code != "CIT":
            words += " (a permanent resident for citizenship)"
        wrapped = textwrap.wrap(words, 50)
        lines.append(f"  {iso(span.first)} to {iso(span.last)}  {wrapped[0]}")
        lines += [" " * 28 + more for more in wrapped[1:]]
    return "\n".join(lines) + "\n"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _words(codes: Iterable[str]) -> list[str]:
    return [
        BY_CODE[code].words if code in BY_CODE else "some other status"
        for code in codes
    ]
