"""What must be weighed, as text for people: 80 columns, no score, no prediction."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tasman.casework.considerations import ConsiderationsReport
from tasman.casework.direction_choice import UNVERIFIED, mark_text
from tasman.casework.weighed import Weighed
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import iso
from tasman.reports.layout import Line, as_plain, heading, section, wrapped
from tasman.reports.words import WHAT_IT_IS_NOT

ENGAGED = {YES: "ENGAGED", NO: "not engaged", UNKNOWN: "UNKNOWN"}
WAYS = {
    "removal": "for removal",
    "staying": "for staying",
    "either": "either way",
    "neutral": "neutral",
}
NO_PREDICTION = (
    "These are the matters to be weighed and the way each generally weighs. How much "
    "each weighs, and what is decided, is for the decision-maker: nothing here "
    "predicts it. A matter that is not engaged is neutral."
)
_STYLES = {YES: "bold", NO: "dim", UNKNOWN: "yellow"}
_FACTS_SHOWN = 3


def ways(weighs: Iterable[str]) -> str:
    """Return the ways a consideration weighs, in words."""
    return " or ".join(WAYS[each] for each in weighs)


def as_text(report: ConsiderationsReport) -> str:
    """Return a report as plain text, 80 columns wide."""
    return as_plain(lines_of(report))


def lines_of(report: ConsiderationsReport) -> Iterator[Line]:
    """Yield a report line by line, for a terminal or a file."""
    yield from _head(report)
    if report.direction is not None:
        for rank, title in (("primary", "PRIMARY"), ("other", "OTHER")):
            yield from section(f"{title} CONSIDERATIONS")
            for weighed in report.considerations:
                if weighed.row.rank == rank:
                    yield from _weighed(weighed, 0)
        yield from _children(report)
        yield from _weighing(report)
        yield from section("YEARS (the Directions fix no number)")
        for measure in report.measures:
            yield from wrapped(f"{measure.label}: {measure.shown}", 2, 6)
        yield from _checklist(report)
        yield from _open(report)
    yield Line()
    yield from wrapped(WHAT_IT_IS_NOT, style="dim")


def _head(report: ConsiderationsReport) -> Iterator[Line]:
    governing = report.governing
    if governing.entry is None:
        yield heading("NO DIRECTION GOVERNS")
    else:
        yield heading(f"WHAT MUST BE WEIGHED: DIRECTION {governing.number}")
    yield Line(
        f"Facts as at {iso(report.as_at)} | decision on {iso(report.law_at)} | "
        f"law as known at {iso(report.known_at)}",
        "dim",
    )
    yield Line(f"Decided by: {governing.decision_maker}, under s {governing.power}")
    yield from wrapped(governing.reason)
    for text in report.assumed:
        yield from wrapped(f"Assumed: {text}.")
    for text in report.warnings:
        if text != governing.reason:
            yield from wrapped(f"Note: {text}")
    if governing.entry is not None:
        yield Line()
        yield from wrapped(NO_PREDICTION)


def _weighed(weighed: Weighed, depth: int) -> Iterator[Line]:
    indent = 2 * depth
    inner = indent + 4
    title = f"{weighed.label} (para {weighed.row.paragraph}): {ENGAGED[weighed.truth]}"
    style = _STYLES[weighed.truth]
    yield from wrapped(title if depth == 0 else f"- {title}", indent, indent + 2, style)
    if weighed.truth != NO:
        condition = "if engaged, " if weighed.truth == UNKNOWN else ""
        way = f"{condition}generally weighs {ways(weighed.weighs)}"
        way += f"; {weighed.row.weight}" if weighed.row.weight else ""
        yield from wrapped(way, inner)
        yield from _why(weighed, inner)
    if weighed.mark == UNVERIFIED:
        yield from wrapped(f"[{UNVERIFIED}]", inner)
    note = weighed.reason.versions[0].note
    if note and weighed.truth != NO:
        yield from wrapped(note, inner)
    for each in weighed.factors:
        if each.truth != NO:
            yield from _weighed(each, depth + 1)
    out = [_short(each) for each in weighed.factors if each.truth == NO]
    if out:
        yield from wrapped(f"- not engaged: {'; '.join(out)}", indent + 2, indent + 4)


def _short(weighed: Weighed) -> str:
    doubt = f" [{UNVERIFIED}]" if weighed.mark == UNVERIFIED else ""
    return f"{weighed.label} ({weighed.row.paragraph}){doubt}"


def _why(weighed: Weighed, indent: int) -> Iterator[Line]:
    if weighed.truth == UNKNOWN:
        lacks = [lack.path for lack in weighed.missing]
        yield from wrapped(f"not known: {_some(lacks)}", indent)
    elif weighed.because:
        yield from wrapped(f"because: {_some(weighed.because)}", indent)


def _some(texts: Iterable[str]) -> str:
    listed = list(texts)
    more = len(listed) - _FACTS_SHOWN
    shown = "; ".join(listed[:_FACTS_SHOWN])
    return f"{shown}; and {more} more" if more > 0 else shown


def _children(report: ConsiderationsReport) -> Iterator[Line]:
    if not report.children and not report.other_children:
        return
    yield from section("EACH CHILD APART")
    for child in report.children:
        yield from wrapped(child.label.upper())
        yield from _weighed(child.interests, 1)
    if report.other_children:
        yield from wrapped("The list is open: other children may be affected.")


def _weighing(report: ConsiderationsReport) -> Iterator[Line]:
    assert report.direction is not None
    yield from section("HOW TO WEIGH")
    for statement in (*report.direction.weighing, *report.direction.principles):
        doubt = mark_text(statement.mark)
        tail = f" [{doubt}]" if doubt == UNVERIFIED else ""
        text = f"{statement.paragraph}  {statement.text}{tail}"
        yield from wrapped(text, 2, 6)


def _checklist(report: ConsiderationsReport) -> Iterator[Line]:
    yield from section("EVIDENCE TO GET")
    for item in report.checklist:
        yield from wrapped(f"[ ] {item.evidence}", 2, 6)
        reason = f"{item.purpose}: {_some(item.considerations)}"
        yield from wrapped(reason, 6)


def _open(report: ConsiderationsReport) -> Iterator[Line]:
    yield from section("QUESTIONS STILL OPEN")
    if not report.questions:
        yield Line("  None.")
    for question in report.questions:
        yield from wrapped(f"{question.path}: {question.ask}", 2, 6)
        yield from wrapped(f"bears on: {_some(question.considerations)}", 6)
    if report.left_open:
        yield from section("LEFT TO THE DECISION-MAKER, OR UNSETTLED")
        for text in report.left_open:
            yield from wrapped(text, 2, 6)
