"""Citizenship of one person: by birth, by descent, and the first day to apply."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tasman.casework.citizenship_routes import Routes, routes_on
from tasman.casework.missing import missing_facts
from tasman.casework.residence import (
    ACT,
    AGE,
    AWAY_FOUR,
    AWAY_YEAR,
    FIRST,
    OPENS,
    PRISON,
    RESIDENT,
    UNLAWFUL,
    Residence,
    child_days,
    first_days,
)
from tasman.casework.status_facts import (
    at_home_until,
    facts_on,
    is_new_zealander,
)
from tasman.facts.case import NO, UNKNOWN, YES, Case, Elements, Facts
from tasman.facts.choices import mask_of
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso, show_date
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.rules.calendar import add_months
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

BIRTH, TEN_YEARS, DESCENT = f"{ACT}/12(1)(a)", f"{ACT}/12(1)(b)", f"{ACT}/16(2)"
BARS = ("a", "b", "c", "d", "e", "f) and (g", "h")

OBSTACLES = {
    AGE: ("the eighteenth birthday", "None: it comes with age."),
    RESIDENT: (
        "twelve months as a permanent resident",
        "An earlier start of permanent residence: a permanent visa, or protection by "
        "presence around 2001-02-26.",
    ),
    AWAY_YEAR: ("days away in the last twelve months (90 at most)", "Fewer days away."),
    FIRST: (
        "four years since first living here lawfully",
        "An earlier lawful stay; or s 22(1A) read literally, which Home Affairs does "
        "not do (unsettled).",
    ),
    UNLAWFUL: (
        "four years since last being here unlawfully",
        "An administrative error behind the unlawful time (s 22(4A)).",
    ),
    PRISON: (
        "four years since last confined in a prison",
        "The Minister disapplying it as unreasonable (s 22(5A)), or the only "
        "conviction "
        "behind it being quashed (s 9(2)).",
    ),
    AWAY_FOUR: ("days away in the last four years (365 at most)", "Fewer days away."),
}
"""What each condition is in words, and which fact or power would ease it."""


def days_in_words(day: DateRange) -> str:
    """Return a first day, exact or between two, in words."""
    first, last = day
    if first >= NEVER:
        return "no day, as things stand"
    if first == last:
        return iso(first)
    if last < NEVER:
        return f"between {iso(first)} and {iso(last)}"
    return "not known" if first <= EARLIEST else f"{iso(first)} or later"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition that delayed an application, and until when."""

    pinpoint: str
    until: DateRange
    citation: str

    def to_dict(self) -> dict[str, Any]:
        """Return the condition as plain data."""
        return {
            "provision": self.pinpoint,
            "words": OBSTACLES[self.pinpoint][0],
            "met_from": show_date(self.until),
            "citation": self.citation,
        }


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What would bring the first day to apply forward the most, and to when."""

    pinpoint: str
    words: str
    day: int
    saved_days: int

    def to_dict(self) -> dict[str, Any]:
        """Return the shortcut as plain data."""
        return {
            "provision": self.pinpoint,
            "if": self.words,
            "first_day_to_apply": iso(self.day),
            "saved_days": self.saved_days,
        }


@dataclass(frozen=True, slots=True)
class CitizenshipAnswer:
    """What the law of citizenship says of one person on the as-at day."""

    as_at: int
    is_citizen: int
    by_birth: int
    by_ten_years: int
    ten_years_on: DateRange | None
    by_descent: int
    apply_from: DateRange
    apply_now_or_later: DateRange
    child_from: DateRange | None
    conditions: tuple[Condition, ...]
    approve_from: DateRange
    bars: tuple[tuple[str, DateRange], ...]
    shortcut: Shortcut | None
    may_revoke: int
    may_cancel_approval: int
    fee: int | None
    routes: Routes
    review_by: DateRange | None
    notes: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data."""
        child = self.child_from
        return {
            "as_at": iso(self.as_at),
            "is_citizen": TRUTH_NAMES[self.is_citizen],
            "by_birth": TRUTH_NAMES[self.by_birth],
            "by_ten_years_residence": TRUTH_NAMES[self.by_ten_years],
            "ten_years_on": show_date(self.ten_years_on) if self.ten_years_on else None,
            "eligible_by_descent": TRUTH_NAMES[self.by_descent],
            "earliest_application": show_date(self.apply_from),
            "earliest_application_from_now": show_date(self.apply_now_or_later),
            "earliest_application_as_child": show_date(child) if child else None,
            "conditions": [each.to_dict() for each in self.conditions],
            "earliest_approval": show_date(self.approve_from),
            "bars_to_approval": [
                {"provision": pin, "clear_from": show_date(day)}
                for pin, day in self.bars
            ],
            "earliest_citizenship": self.citizenship_words,
            "most_shortened_by": self.shortcut.to_dict() if self.shortcut else None,
            "grant_may_be_revoked": TRUTH_NAMES[self.may_revoke],
            "approval_may_be_cancelled": TRUTH_NAMES[self.may_cancel_approval],
            "fee_dollars": self.fee,
            **self.routes.to_dict(),
            "review_by": show_date(self.review_by) if self.review_by else None,
            "notes": list(self.notes),
        }

    def summary_lines(self) -> Iterable[str]:
        """Yield the answer in a few lines, for a report."""
        if self.is_citizen == YES:
            yield "Already an Australian citizen: no power over visas reaches them."
            return
        if self.ten_years_on and self.by_ten_years != YES:
            yield (
                f"Born in Australia: a citizen by law on "
                f"{show_date(self.ten_years_on)} "
                "if home was here until then."
            )
        yield self.first_words
        if self.apply_now_or_later != self.apply_from:
            later = days_in_words(self.apply_now_or_later)
            yield f"Counted from now on: {later}."
        if self.child_from:
            yield f"As a child: {days_in_words(self.child_from)}."
        if self.approve_from[0] < NEVER:
            yield f"A citizen {self.citizenship_words}."
        if self.shortcut:
            yield f"Most shortened by: {self.shortcut.words}"
        yield "What stands in the way, and until when: tasman citizenship FILE."

    @property
    def first_words(self) -> str:
        """The first day to apply as an adult, gone by or to come, in words."""
        first = days_in_words(self.apply_from)
        if self.apply_from[1] < self.as_at:
            return f"Could first have applied, as an adult, on {first}."
        return f"First day on which to apply as an adult: {first}."

    @property
    def citizenship_words(self) -> str:
        """When citizenship itself could begin, in words."""
        if self.is_citizen == YES:
            return "already a citizen"
        if self.approve_from[0] >= NEVER:
            return "no day, as things stand"
        when = days_in_words(self.approve_from)
        return f"on the day of the pledge, after approval (possible: {when})"


def citizenship_answer(
    facts: Facts,
    *,
    as_at: int,
    known_at: int | None = None,
    law: Law | None = None,
    start: int | None = None,
) -> CitizenshipAnswer:
    """Return whether the person is a citizen, and the first day to apply if not.

    `start` is the first day to consider; the search begins with the present residence
    rules unless given. It takes for granted that after the as-at day nothing changes.
    """
    law = law or current_law()
    known = as_at if known_at is None else known_at
    residence = Residence(facts, law, as_at=as_at, known_at=known)
    now = facts_on(facts, law, as_at=as_at, known_at=known)
    put = Evaluation(law, now, as_at=as_at, law_at=as_at, known_at=known)
    first = OPENS if start is None else start
    apply_from = first_days(residence, first)
    soon = max(as_at, first)
    later = first_days(residence, soon)
    bars, clear = _bars(put, as_at)
    return CitizenshipAnswer(
        as_at,
        put.provision("status/citizen")[0],
        put.provision(BIRTH)[0],
        put.provision(TEN_YEARS)[0],
        _tenth_birthday(residence.facts, law),
        put.provision(DESCENT)[0],
        apply_from,
        later,
        child_days(residence),
        _conditions(residence, soon if later[1] > soon else first),
        _approvable(facts, later, clear, as_at),
        bars,
        _shortcut(residence, soon, later),
        put.provision(f"{ACT}/34(2)(b)(ii)")[0],
        put.provision(f"{ACT}/25(2)(b)(i)")[0],
        _fee(law, as_at),
        routes_on(residence.put(as_at), law),
        _review(facts, put),
        tuple(_notes(facts, residence, apply_from)),
    )


def _approvable(
    facts: Facts, later: DateRange, clear: DateRange, as_at: int
) -> DateRange:
    """Return the first day, now or later, on which approval is possible."""
    applied = facts.get("citizenship_applied_on", (NEVER, NEVER))
    made = applied if applied[1] <= as_at else later
    low, high = (max(made[i], clear[i], as_at) for i in (0, 1))
    return (low, high)


def _bars(
    put: Evaluation, as_at: int
) -> tuple[tuple[tuple[str, DateRange], ...], DateRange]:
    """Return the bars of s 24(6) still in the way, and the first day clear of all."""
    found, low, high = [], as_at, as_at
    for letter in BARS:
        pin = f"{ACT}/24(6)({letter})"
        first, last, _ = put.provision(pin)
        if last > as_at:
            found.append((pin, (first, last)))
            low, high = max(low, first), max(high, last)
    return tuple(found), (low, high) if found else (0, 0)


def _conditions(residence: Residence, start: int) -> tuple[Condition, ...]:
    day, met = residence.first_day(start, hopeful=False)
    law = residence.law
    return tuple(
        Condition(
            each.pinpoint,
            each.until if day < NEVER else (each.until[0], NEVER),
            law.versions(each.pinpoint)[0].citation,
        )
        for each in met
    )


def _shortcut(
    residence: Residence, start: int, apply_from: DateRange
) -> Shortcut | None:
    """Return the condition without which the first day comes soonest, if any."""
    worst = apply_from[1]
    _, met = residence.first_day(start, hopeful=False)
    best: Shortcut | None = None
    for each in met:
        if each.pinpoint == AGE:
            continue
        without = frozenset({each.pinpoint})
        day, _ = residence.first_day(start, hopeful=False, without=without)
        saved = min(worst, add_months(residence.as_at, 480)) - day
        if day < worst and (best is None or day < best.day):
            best = Shortcut(each.pinpoint, OBSTACLES[each.pinpoint][1], day, saved)
    return best


def _tenth_birthday(facts: Facts, law: Law) -> DateRange | None:
    here = facts.get("born_in") == mask_of(Person, "born_in", "australia")
    return at_home_until(facts, law) if here else None


def _review(facts: Facts, put: Evaluation) -> DateRange | None:
    """Return the last day to ask the Tribunal for review; None without a notice."""
    if facts.get("citizenship_refused_notice_on", (NEVER, NEVER))[0] >= NEVER:
        return None
    first, last, _ = put.provision(f"{ACT}/52 last day")
    return (first, last)


def _fee(law: Law, day: int) -> int | None:
    version = law.in_force(f"{ACT}/46 fee", day, day)
    if version is None:
        return None
    dollars: int = version.body.attrs[0]
    return dollars


def _notes(facts: Facts, residence: Residence, apply_from: DateRange) -> Iterable[str]:
    if apply_from[0] == OPENS:
        yield (
            f"Perhaps before {iso(OPENS)} too: Tasman's coverage of the residence "
            f"rules "
            "begins on that day."
        )
    yield (
        "Counted on the footing that the person stays in Australia, keeps the visa and "
        f"stays out of prison after {iso(residence.as_at)}."
    )
    yield (
        "The test, identity, good character, security and a continuing link with "
        "Australia are for the decision-maker. The days above are those of the general "
        "residence requirement; the other routes are listed for the as-at day. "
        f"Applications before {iso(OPENS)} are not covered."
    )
    if apply_from[0] != apply_from[1]:
        put = residence.put(residence.as_at)
        lacks = [a for a in missing_facts(put, (f"{ACT}/21(2)",)) if " " not in a]
        unknown = [name for name in _ASKED if name not in residence.facts]
        unknown += [each for each in lacks if each not in (*_DERIVED, *unknown)]
        yield (
            "Missing facts leave the day open: " + ", ".join(unknown or ["dates"]) + "."
        )
    if residence.put(residence.as_at).provision(f"{ACT}/22(2)")[0] == UNKNOWN:
        yield (
            "If born in Australia, or once a citizen, the four years and time in "
            "prison "
            "do not matter (s 22(2))."
        )


_ASKED = (
    "born_on",
    "born_in",
    "citizenships",
    "stays",
    "custody",
    "scv_on_2001_02_26",
)
_DERIVED = ("permanent_resident_since_on", "first_lawful_presence_on")


def bears_on(case: Case) -> bool:
    """Say whether citizenship is worth showing: for anyone not only passing through."""
    facts = case.facts
    told = facts.get("stays", Elements()).items or "born_in" in facts
    return bool(told) and is_new_zealander(facts) != NO


def section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> CitizenshipAnswer | None:
    """Return the `citizenship` part of an assessment; None where it does not bear."""
    if not bears_on(case):
        return None
    return citizenship_answer(case.facts, as_at=as_at, known_at=known_at, law=law)
