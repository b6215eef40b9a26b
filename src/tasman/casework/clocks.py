"""One limit put to one notice: its days counted, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tasman.casework.counting import Count, Step, count_back, count_forward, show_day
from tasman.casework.deadline import LATE, Deadline
from tasman.casework.giving import PASSED_OVER, Receipt
from tasman.casework.limits import rolls_past_bank_holidays
from tasman.casework.notices import GivenNotice
from tasman.facts.case import NO, UNKNOWN, YES, Facts
from tasman.facts.choices import word
from tasman.facts.days import EARLIEST, NEVER, DateRange
from tasman.facts.kinds import kind_names
from tasman.facts.vocabulary import Decision, Notice
from tasman.law.au.holidays import PLACES
from tasman.law.au.time_limits import (
    ANSWER_RECEIVED,
    ANSWERED,
    COURT_APPLICATION,
    TRIBUNAL_DECIDED,
    WORKING_DAYS,
)
from tasman.rules.evaluate import Element, Evaluation
from tasman.rules.provisions import Version

_PASSED_OVER = (
    "It was given to the person, though they had named someone else to be given "
    "documents (s 494D). What that does is not settled. Act as if time runs."
)


@dataclass(frozen=True, slots=True)
class Clock:
    """One limit put to one notice whose receipt is settled."""

    evaluation: Evaluation
    given: GivenNotice
    element: Element
    arrived: Receipt
    versions: tuple[Version, ...]
    applies: int

    @property
    def data(self) -> Mapping[str, Any]:
        """What the limit states of itself."""
        return self.versions[-1].data

    @property
    def as_at(self) -> int:
        """The day on which the case is looked at."""
        return self.evaluation.clocks["as_at"]

    def deadline(self) -> list[Deadline]:
        """Return the deadline, or none where the clock is not yet of interest."""
        done = self._done()
        if self.data["done"] == TRIBUNAL_DECIDED and not self._lodged():
            return []
        first, last = self._counts()
        status = self._status(first, last, done)
        if self._notice_is_bad(NO) and status not in ("done", "closed"):
            return [self._build(None, None, done, "not started")]
        return [self._build(first, last, done, status)]

    def _notice_is_bad(self, truth: int) -> bool:
        return self.data["day_zero"] == "received" and self.arrived.starts == truth

    # ------------------------------------------------------------- counting
    def _day_zero(self) -> DateRange:
        name = self.data["day_zero"]
        if name == "received":
            return (self.arrived.first, self.arrived.last)
        known: DateRange = self.element.facts.get(name, (EARLIEST, NEVER))
        return known

    def _counts(self) -> tuple[Count, Count]:
        zero, pinpoint = self._day_zero(), self.versions[0].pinpoint
        low, high, _ = self.evaluation.provision(pinpoint, self.element)
        if self.data["direction"] == "before":
            return self._count_back(zero[0], low), self._count_back(zero[1], low)
        return self._count(zero[0], low), self._count(zero[1], high)

    def _count_back(self, hearing: int, length: int) -> Count:
        if not EARLIEST < hearing < NEVER:
            return Count(hearing, hearing, hearing, hearing)
        return count_back(hearing, length, ("act", *self._places()))

    def _count(self, zero: int, nominal: int) -> Count:
        places = self._places()
        return count_forward(
            zero,
            nominal,
            rolls=bool(self.data["rolls"]),
            places=places,
            any_place=not places and not self._overseas(),
            banks=rolls_past_bank_holidays(self.evaluation.law, nominal),
        )

    def _places(self) -> tuple[str, ...]:
        words = (word(Notice, self.given.facts, n) for n in ("place", "registry"))
        return tuple(dict.fromkeys(each for each in words if each in PLACES))

    def _overseas(self) -> bool:
        return word(Notice, self.given.facts, "place") == "overseas"

    # ------------------------------------------------------------- what was done
    def _done(self) -> DateRange | None:
        """Return the day on which it was done, `NEVER` if it was not, None if unknown.

        What is dated after the as-at day has not happened yet.
        """
        facts, what = self.given.facts, self.data["done"]
        if what == TRIBUNAL_DECIDED:
            return self._tribunal_decided()
        done: DateRange | None = facts.get(what)
        answered = facts.get(ANSWERED)
        if what == COURT_APPLICATION and self._answered_in_court():
            done = answered if done is None else done
        elif done is None and what == ANSWER_RECEIVED and answered is not None:
            done = (answered[0], NEVER)
        if done is not None and done[0] > self.as_at:
            return (NEVER, NEVER)
        return done

    def _answered_in_court(self) -> bool:
        """Whether the usual answer to the notice is to go to a court."""
        facts = self.given.facts
        of_tribunal = word(Notice, facts, "what") == "tribunal_decision"
        by_minister = word(Notice, facts, "made_by") == "minister"
        decided = word(Notice, facts, "what") == "decision"
        return of_tribunal or (decided and by_minister)

    def _tribunal_decided(self) -> DateRange:
        decisions = self.evaluation.root.facts.get("decisions")
        days = [
            decision["made_on"]
            for decision in (decisions.items if decisions else ())
            if word(Decision, decision, "made_by") == "tribunal"
            and "made_on" in decision
            and self.arrived.first <= decision["made_on"][0] <= self.as_at
        ]
        return min(days, default=(NEVER, NEVER))

    def _lodged(self) -> bool:
        lodged = self.given.facts.get("answered_on")
        return lodged is not None and lodged[0] <= self.as_at

    def _status(self, first: Count, last: Count, done: DateRange | None) -> str:
        if min(self.given.over_on, _first_closed(self.given.facts)) <= self.as_at:
            return "closed"
        if self.data["direction"] == "not before":
            return "waiting" if self.as_at < last.nominal else "passed"
        if done is not None and done[0] < NEVER:
            if done[1] <= first.safe:
                return "done"
            late = done[0] > last.arguable
            return "done late" if late else "done, arguably in time"
        if self.as_at > last.arguable:
            return "missed"
        return "may be missed" if self.as_at > first.safe else "open"

    # ------------------------------------------------------------- putting it together
    def _build(
        self,
        first: Count | None,
        last: Count | None,
        done: DateRange | None,
        status: str,
    ) -> Deadline:
        act_by = None if first is None else first.act_by
        if act_by is not None and not EARLIEST < act_by < NEVER:
            act_by = None
        steps = () if first is None else (*self._receipt_steps(), *first.steps)
        return Deadline(
            limit=str(self.data["limit"]),
            duty=str(self.data["duty"]),
            who=str(self.data["who"]),
            version=self.versions[-1],
            notice=str(self.given.facts.get("label", "")),
            path=self.given.path,
            day_zero=self._day_zero(),
            nominal=_span(first, last, "nominal"),
            safe=_span(first, last, "safe"),
            arguable=_span(first, last, "arguable"),
            act_by=act_by,
            days_left=None if act_by is None else act_by - self.as_at,
            status=status,
            overdue=self._overdue(status, done),
            certainty=self._certainty(first, last),
            done_on=done if done is not None and done[0] < NEVER else None,
            steps=steps,
            assumed=self._assumed(),
            warnings=(*self._warnings(status, done), *self._either(first, last)),
        )

    def _either(self, first: Count | None, last: Count | None) -> list[str]:
        """Return a warning where one day of receipt gives two last days."""
        if first is None or last is None or not first.steps or not last.steps:
            return []
        if first.steps[0].day != last.steps[0].day or first.nominal == last.nominal:
            return []
        days = f"{show_day(first.nominal)} or {show_day(last.nominal)}"
        if self.data["unit"] == WORKING_DAYS:
            return [f"{days}, by the State or Territory: say which (`place`, --state)."]
        return [
            f"{days}: the earlier for someone in immigration detention. Say which "
            "(`in_immigration_detention`, --detained)."
        ]

    def _receipt_steps(self) -> tuple[Step, ...]:
        return self.arrived.steps if self.data["day_zero"] == "received" else ()

    def _assumed(self) -> tuple[str, ...]:
        return self.arrived.assumed if self.data["day_zero"] == "received" else ()

    def _overdue(self, status: str, done: DateRange | None) -> str:
        if status not in LATE or self.data["who"] != "person" or self.data["optional"]:
            return "no"
        sure = status == "missed" and done is not None and self.applies == YES
        return "yes" if sure and not self._notice_is_bad(UNKNOWN) else "possible"

    def _certainty(self, first: Count | None, last: Count | None) -> str:
        if self.applies != YES or self._notice_is_bad(UNKNOWN):
            return "undetermined"
        if first is None or last is None or first.nominal == last.nominal:
            return "definite"
        kinds = self.arrived.kinds
        return f"interval: {', '.join(kind_names(kinds)) or 'fact'}"

    def _warnings(self, status: str, done: DateRange | None) -> list[str]:
        on_receipt = self.data["day_zero"] == "received"
        said = list(self.arrived.warnings) if on_receipt else []
        if self.applies != YES:
            said.append(
                "Whether this limit applies is not known: say where the person was, "
                "under which section it was decided, and by whom."
            )
        if status == "not started":
            said.append(
                f"The notice is bad ({_defect(self.arrived.why_not)}): time has not "
                "started, and a good notice is still owed."
            )
        elif self.arrived.why_not == PASSED_OVER and on_receipt:
            said.append(_PASSED_OVER)
        elif self._notice_is_bad(UNKNOWN):
            said.append(
                f"The notice may be bad ({_defect(self.arrived.why_not)}): not "
                "determined until it is found whether the error caused substantial "
                "prejudice. Act as if time runs."
            )
        if len(self.versions) > 1 and self._day_zero()[0] > EARLIEST:
            said.append("The law changed within the days on which it may have begun.")
        if status in LATE and done is None:
            said.append(f"Whether it was done is not known: add `{self.data['done']}`.")
        return said


def _first_closed(facts: Facts) -> int:
    return int(facts.get("closed_on", (NEVER, NEVER))[1])


def _span(first: Count | None, last: Count | None, name: str) -> DateRange | None:
    if first is None or last is None:
        return None
    return (getattr(first, name), getattr(last, name))


def _defect(name: str) -> str:
    field = Notice.fields()["defect"]
    return str(getattr(field, "meanings", {}).get(name, name.replace("_", " ")))
