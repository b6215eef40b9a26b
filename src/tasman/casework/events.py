"""What happened in a life, as days and spans that a timeline shows beside the law."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tasman.facts.case import Elements, Facts
from tasman.facts.choices import word
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso
from tasman.facts.fields import Record
from tasman.facts.terms import show_term
from tasman.facts.vocabulary import Custody, Decision, Offence, Sentence, Stay
from tasman.rules.calendar import add_months


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on one day."""

    day: int
    row: str
    words: str

    def to_dict(self) -> dict[str, Any]:
        """Return the event as plain data."""
        return {"day": iso(self.day), "row": self.row, "words": self.words}


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasted; `last` is the last day, `NEVER` if it goes on."""

    first: int
    last: int
    row: str
    words: str

    def to_dict(self) -> dict[str, Any]:
        """Return the span as plain data."""
        last = iso(self.last)
        return {
            "first_day": iso(self.first),
            "last_day": last,
            "row": self.row,
            "words": self.words,
        }


def events_of(facts: Facts) -> tuple[Event, ...]:
    """Return what happened on a day known exactly, in order of time."""
    found = [*_own(facts), *_convictions(facts), *_sentences(facts)]
    found += [*_movements(facts), *_custody(facts), *_decisions(facts)]
    known = [event for event in found if EARLIEST < event.day < NEVER]
    return tuple(sorted(known, key=lambda e: (e.day, e.row, e.words)))


def spans_of(facts: Facts) -> tuple[Span, ...]:
    """Return the stays and times in custody whose beginning is known exactly."""
    found = []
    rows = (
        ("stays", "In Australia", Stay, "footing", "arrived_on", "departed_on"),
        ("custody", "In custody", Custody, "place", "began_on", "ended_on"),
    )
    for name, row, record, field, begins, ends in rows:
        for element in _elements(facts, name):
            first = _day(element, begins)
            if first is None:
                continue
            until = element.get(ends, (NEVER, NEVER))[1]
            words = _word(record, element, field) or row.lower()
            last = NEVER if until >= NEVER else max(first, until - 1)
            found.append(Span(first, last, row, words))
    return tuple(sorted(found, key=lambda s: (s.row, s.first)))


def _word(record: type[Record], facts: Facts, name: str) -> str:
    return word(record, facts, name).replace("_", " ")


def _elements(facts: Facts, name: str) -> Iterable[Facts]:
    known: Elements = facts.get(name, Elements())
    return known.items


def _day(facts: Facts, name: str) -> int | None:
    known: DateRange | None = facts.get(name)
    return None if known is None or known[0] != known[1] else known[0]


def _at(facts: Facts, name: str, row: str, words: str) -> Iterable[Event]:
    day = _day(facts, name)
    if day is not None:
        yield Event(day, row, words)


def _own(facts: Facts) -> Iterable[Event]:
    born = _day(facts, "born_on")
    if born is not None:
        yield Event(born, "life", "born")
        yield Event(add_months(born, 12 * 18), "life", "turned 18")
    yield from _at(facts, "warned_on", "life", "warned")


def _convictions(facts: Facts) -> Iterable[Event]:
    for offence in _elements(facts, "offences"):
        what = offence.get("label") or _word(Offence, offence, "category") or "offence"
        yield from _at(offence, "committed_on", "offence", f"offence: {what}")


def _sentences(facts: Facts) -> Iterable[Event]:
    for sentence in _elements(facts, "sentences"):
        term = sentence.get("term")
        length = "" if term is None else show_term(term)
        kind = _word(Sentence, sentence, "kind") or "sentence"
        words = f"sentenced: {' '.join(filter(None, (kind, length)))}"
        yield from _at(sentence, "imposed_on", "sentence", words)
        yield from _at(sentence, "quashed_on", "sentence", "conviction quashed")


def _movements(facts: Facts) -> Iterable[Event]:
    for stay in _elements(facts, "stays"):
        footing = _word(Stay, stay, "footing")
        as_ = f" ({footing})" if footing else ""
        yield from _at(stay, "arrived_on", "stay", f"arrived, or new footing{as_}")
        yield from _at(stay, "departed_on", "stay", f"left, or footing ended{as_}")


def _custody(facts: Facts) -> Iterable[Event]:
    for spell in _elements(facts, "custody"):
        where = _word(Custody, spell, "place") or "custody"
        yield from _at(spell, "began_on", "custody", f"into {where}")
        yield from _at(spell, "ended_on", "custody", f"out of {where}")


def _decisions(facts: Facts) -> Iterable[Event]:
    for decision in _elements(facts, "decisions"):
        power = _word(Decision, decision, "power")
        result = _word(Decision, decision, "result") or "decision"
        words = f"{result} under s {power}" if power else result
        made: DateRange | None = decision.get("made_on")
        if made is not None:
            yield from _at(decision, "made_on", "decision", words)
            yield from _at(decision, "undone_on", "decision", f"undone: {words}")
