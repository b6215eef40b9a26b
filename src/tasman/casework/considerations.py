"""What the decision-maker must weigh in one case, under the Direction that governs.

Engaged, not engaged or unknown; never a score, never a prediction. What is not engaged
is neutral: it does not count against the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from tasman.casework.direction_choice import (
    Governing,
    direction_for,
    governed_power,
    mark_text,
    next_within_review,
    setting_of,
)
from tasman.casework.direction_years import Measure, measures
from tasman.casework.linked import put_to
from tasman.casework.weighed import (
    ChecklistItem,
    ChildInterests,
    OpenQuestion,
    Weighed,
    statement_dict,
)
from tasman.facts.case import NO, NOTHING_KNOWN, UNKNOWN, YES, Elements, Facts
from tasman.facts.days import iso
from tasman.facts.kinds import FACT, kind_names
from tasman.law.au.directions import DIRECTIONS
from tasman.law.au.directions.instrument import Consideration, Direction
from tasman.law.au.directions.topics import TOPICS
from tasman.rules.evaluate import Element
from tasman.rules.explain import Explanation
from tasman.rules.law import Law
from tasman.rules.questions import field_at, questions

SCHEMA = "tasman-considerations/1"
NOT_EXHAUSTIVE = (
    "The lists are not exhaustive: a matter clearly raised must be dealt with even if "
    "no paragraph names it."
)


@dataclass(frozen=True, slots=True)
class ConsiderationsReport:
    """What must be weighed in one case. `to_dict` is its documented form."""

    as_at: int
    law_at: int
    known_at: int
    governing: Governing
    direction: Direction | None
    considerations: tuple[Weighed, ...]
    children: tuple[ChildInterests, ...]
    other_children: bool
    checklist: tuple[ChecklistItem, ...]
    questions: tuple[OpenQuestion, ...]
    left_open: tuple[str, ...]
    measures: tuple[Measure, ...]
    assumed: tuple[str, ...]
    warnings: tuple[str, ...] = field(default=())

    def all_weighed(self) -> Iterator[Weighed]:
        """Yield every consideration and factor, the children's apart."""
        for each in self.considerations:
            yield from each.walk()

    def find(self, topic: str) -> Weighed | None:
        """Return the first consideration or factor of a topic, None if it is absent."""
        return next((w for w in self.all_weighed() if w.row.topic == topic), None)

    def engaged(self, *ranks: str) -> tuple[str, ...]:
        """Return the topics engaged, of these classes if any are named."""
        return tuple(
            w.row.topic
            for w in self.all_weighed()
            if w.truth == YES and (not ranks or w.row.rank in ranks)
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the report as plain data."""
        principles = self.direction.principles if self.direction else ()
        weighing = self.direction.weighing if self.direction else ()
        return {
            "schema": SCHEMA,
            "as_at": iso(self.as_at),
            "law_at": iso(self.law_at),
            "known_at": iso(self.known_at),
            "direction": self.governing.to_dict(),
            "principles": [statement_dict(each) for each in principles],
            "weighing": [statement_dict(each) for each in weighing],
            "considerations": [each.to_dict() for each in self.considerations],
            "children": [each.to_dict() for each in self.children],
            "other_children_unknown": self.other_children,
            "measures": [each.to_dict() for each in self.measures],
            "checklist": [each.to_dict() for each in self.checklist],
            "questions": [each.to_dict() for each in self.questions],
            "left_open": list(self.left_open),
            "assumed": list(self.assumed),
            "warnings": list(self.warnings),
        }


def considerations(
    facts: Facts,
    law: Law,
    *,
    as_at: int,
    law_at: int,
    known_at: int,
    decision_maker: str = "",
    power: str = "",
    number: int | None = None,
) -> ConsiderationsReport:
    """Return what must be weighed in one case by the Direction in force on `law_at`.

    `law_at` is the day of the decision. Where the decision-maker or the power is not
    given it comes from the case's latest decision, else it is assumed and said to be.
    `number` asks for one Direction whatever governs, and looks at the law of its time.
    """
    setting = setting_of(facts, as_at, law_at, decision_maker, power)
    governing = direction_for(setting.decision_maker, law_at, setting.power)
    if number is not None:
        governing = _as_if(number, law_at, setting.decision_maker, setting.power)
    direction = DIRECTIONS[governing.number] if governing.number else None
    clocks = {"as_at": as_at, "law_at": governing.day, "known_at": known_at}
    evaluation = put_to(law, facts, clocks)
    weigher = _Weigher(Explanation(evaluation), governing)
    heads = weigher.heads(direction) if direction else ()
    children = weigher.children(direction) if direction else ()
    everything = [w for head in heads for w in head.walk()]
    each_child = [w for child in children for w in child.interests.walk()]
    return ConsiderationsReport(
        as_at,
        governing.day,
        known_at,
        governing=governing,
        direction=direction,
        considerations=heads,
        children=children,
        other_children=facts.get("children", NOTHING_KNOWN).rest is not None,
        checklist=tuple(_checklist([*everything, *each_child])),
        questions=tuple(weigher.questions(everything, each_child)),
        left_open=tuple(_left_open([*everything, *each_child])),
        measures=tuple(measures(facts, as_at)),
        assumed=setting.assumed,
        warnings=tuple(_warnings(governing)),
    )


def _as_if(number: int, law_at: int, maker: str, power: str) -> Governing:
    """Return a Direction as if it governed, on the day of its time nearest `law_at`."""
    entry = DIRECTIONS[number].entry
    day = max(entry.first_day, min(law_at, entry.day_after - 1))
    governed = governed_power(power)
    if governed not in entry.powers:
        power = next(iter(reversed(entry.powers)))
    return Governing(maker, day, entry, "asked for, whether or not it governs", power)


class _Weigher:
    """Puts the considerations of a Direction to one evaluation."""

    def __init__(self, explanation: Explanation, governing: Governing) -> None:
        self._explanation = explanation
        self._evaluation = explanation.evaluation
        self._power = governed_power(governing.power)

    def heads(self, direction: Direction) -> tuple[Weighed, ...]:
        """Return the primary and other considerations in order, factors within them."""
        rows = [row for row in direction.considerations if self._power in row.powers]
        return tuple(
            self._weighed(row, rows, ()) for row in rows if row.rank != "factor"
        )

    def children(self, direction: Direction) -> tuple[ChildInterests, ...]:
        """Return each child that the file names, with that child's factors."""
        rows = [row for row in direction.considerations if self._power in row.powers]
        head = next((row for row in rows if row.topic == "child"), None)
        named = self._evaluation.root.facts.get("children", Elements()).items
        found = []
        for i, facts in enumerate(named if head else ()):
            assert head is not None
            element = Element("Child", facts, f"children[{i}].", i)
            label = facts.get("label", f"child {i + 1}")
            weighed = self._weighed(head, rows, (element,))
            found.append(ChildInterests(label, f"children[{i}]", weighed))
        return tuple(found)

    def _weighed(
        self,
        row: Consideration,
        rows: list[Consideration],
        records: tuple[Element, ...],
    ) -> Weighed:
        reason = self._explanation.of(row.pinpoint, *records)
        within = [
            self._weighed(each, rows, records)
            for each in rows
            if row.topic == each.within and each.of_child == bool(records)
            if row.rank != "other" or not _twice(row, rows)
        ]
        lacks = self._explanation.lacks(reason.key).values()
        missing = tuple(lacks) if reason.truth == UNKNOWN else ()
        label = reason.versions[0].data["label"]
        return Weighed(row, reason, label, missing, tuple(within))

    def questions(
        self, everything: list[Weighed], each_child: list[Weighed]
    ) -> Iterable[OpenQuestion]:
        """Yield the open facts, those that bear on most considerations first."""
        labels = {w.row.pinpoint: w.label for w in everything}
        asked = questions(self._explanation, labels)
        hangs: dict[str, dict[str, None]] = {q.path: {} for q in asked}
        for question in asked:
            hangs[question.path] |= {labels[pin]: None for pin in question.affects}
        asks = {question.path: question.ask for question in asked}
        for weighed in each_child:
            for lack in weighed.missing:
                known = field_at(lack.path)
                if lack.kinds & FACT and known is not None:
                    hangs.setdefault(lack.path, {})[weighed.label] = None
                    asks.setdefault(lack.path, known.ask or known.doc)
        for path, affected in hangs.items():
            yield OpenQuestion(path, asks[path], tuple(affected))


def _twice(row: Consideration, rows: list[Consideration]) -> bool:
    """Whether a factor has the same topic: what lies within is the factor's."""
    return any(each.topic == row.topic and each.rank == "factor" for each in rows)


def _checklist(weighed: list[Weighed]) -> Iterable[ChecklistItem]:
    """Yield the evidence to get, each piece once, what is engaged or may be."""
    purposes: dict[str, str] = {}
    for_what: dict[str, dict[str, None]] = {}
    for each in weighed:
        if each.truth == NO:
            continue
        for evidence in TOPICS[each.row.topic].evidence:
            purpose = _purpose(each)
            known = purposes.setdefault(evidence, purpose)
            if purpose not in known.split("; "):
                purposes[evidence] = f"{known}; {purpose}"
            place = f"{each.label} ({each.row.paragraph})"
            for_what.setdefault(evidence, {})[place] = None
    for evidence, purpose in purposes.items():
        yield ChecklistItem(evidence, purpose, tuple(for_what[evidence]))


def _purpose(weighed: Weighed) -> str:
    if weighed.truth == UNKNOWN:
        return "would show whether it is engaged"
    if "removal" in weighed.weighs:
        return "answers what weighs for removal"
    return "strengthens what is engaged"


def _left_open(weighed: list[Weighed]) -> Iterable[str]:
    """Yield what no fact decides: judgments and unsettled law, each once."""
    found: dict[str, None] = {}
    for each in weighed:
        for lack in each.missing:
            if not lack.kinds & FACT:
                kinds = " and ".join(kind_names(lack.kinds))
                found[f"{each.label}: {lack.path} ({kinds})"] = None
    return found


def _warnings(governing: Governing) -> Iterable[str]:
    if governing.entry is None:
        yield governing.reason
        return
    yield NOT_EXHAUSTIVE
    if mark_text(governing.entry.mark) != "verified":
        dates = f"Direction {governing.number}'s dates in force are "
        yield dates + mark_text(governing.entry.mark)
    if governing.entry.note:
        yield governing.entry.note
    later = next_within_review(governing.day)
    if later is not None and governing.decision_maker == "delegate":
        yield (
            f"On review the Tribunal would apply Direction {later.number} if it "
            f"decides on or after {later.since} ([2025] HCA 33)."
        )
