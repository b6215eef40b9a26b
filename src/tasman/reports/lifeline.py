"""A person's life and the law as spans and points on one line of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tasman.casework.assessment import TEST, Assessment
from tasman.facts.case import Elements, Facts
from tasman.facts.choices import word
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso, show_date
from tasman.facts.fields import Record
from tasman.facts.vocabulary import Custody, Decision, Sentence, Stay
from tasman.rules.calendar import add_term

ROWS = ("In Australia", "Sentences", "In custody", "Decisions", "Changes of the law")


@dataclass(frozen=True, slots=True)
class Span:
    """Something that lasted.

    Its row, words, first and last day shown, dates in words.
    """

    row: str
    words: str
    first: int
    last: int
    dates: str


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Spans within a window of time, in order."""

    first: int
    last: int
    spans: tuple[Span, ...]


def lifeline(assessment: Assessment) -> Lifeline | None:
    """Return the life and the law up to the as-at day; None when no date is known."""
    facts = assessment.case.facts
    spans = [*_stays(facts), *_sentences(facts), *_custody(facts), *_decisions(facts)]
    spans = [s for s in spans if s.first <= assessment.as_at]
    born: DateRange | None = facts.get("born_on")
    starts = [s.first for s in spans if s.first > EARLIEST]
    if born is not None:
        starts.append(born[0])
    if not starts:
        return None
    first = min(starts)
    law = list(_law(assessment, first))
    clipped = [
        Span(
            s.row, s.words, max(s.first, first), min(s.last, assessment.as_at), s.dates
        )
        for s in [*spans, *law]
    ]
    return Lifeline(first, assessment.as_at, tuple(clipped))


def _elements(facts: Facts, name: str) -> Iterable[Facts]:
    known: Elements = facts.get(name, Elements())
    return known.items


def _stays(facts: Facts) -> Iterable[Span]:
    for stay in _elements(facts, "stays"):
        words = _word(Stay, "footing", stay) or "in Australia"
        yield from _between("In Australia", words, stay, "arrived_on", "departed_on")


def _custody(facts: Facts) -> Iterable[Span]:
    for time in _elements(facts, "custody"):
        words = _word(Custody, "place", time) or "in custody"
        yield from _between("In custody", words, time, "began_on", "ended_on")


def _sentences(facts: Facts) -> Iterable[Span]:
    from tasman.facts.terms import show_term

    for sentence in _elements(facts, "sentences"):
        start = sentence.get("starts_on") or sentence.get("imposed_on")
        if start is None:
            continue
        term = sentence.get("term")
        last = start[1] if term is None else add_term(start[1], term[1], term[3])
        length = "length unknown" if term is None else show_term(term)
        kind = _word(Sentence, "kind", sentence)
        words = " ".join(filter(None, (kind, length)))
        yield Span("Sentences", words, start[0], last, f"from {show_date(start)}")


def _decisions(facts: Facts) -> Iterable[Span]:
    for decision in _elements(facts, "decisions"):
        made = decision.get("made_on")
        if made is not None:
            power = _word(Decision, "power", decision)
            result = _word(Decision, "result", decision) or "decision"
            words = f"{result} under s {power}" if power else result
            yield Span("Decisions", words, made[0], made[1], show_date(made))


def _between(
    row: str, words: str, facts: Facts, begins: str, ends: str
) -> Iterable[Span]:
    first, last = facts.get(begins), facts.get(ends)
    if first is None:
        return
    until = "end unknown" if last is None else show_date(last)
    until = "still" if until == "never" else until
    dates = f"{show_date(first)} to {until}"
    yield Span(row, words, first[0], NEVER if last is None else last[1], dates)


def _law(assessment: Assessment, first: int) -> Iterable[Span]:
    """Days within the life on which a limb of the character test changed."""
    law = assessment.explanation.evaluation.law
    days: dict[int, list[str]] = {}
    for pinpoint in (TEST, *(limb.provision for limb in assessment.limbs)):
        for version in law.versions(pinpoint):
            if first < version.since <= assessment.as_at:
                names = days.setdefault(version.since, [])
                names.append(pinpoint.partition("/")[2])
    for day, names in sorted(days.items()):
        words = f"s {', '.join(dict.fromkeys(names))}"
        yield Span("Changes of the law", words, day, day, iso(day))


def _word(record: type[Record], field: str, facts: Facts) -> str:
    return word(record, facts, field).replace("_", " ")
