"""What must be weighed, as text for people: 80 columns, no score, no prediction."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from tasman.casework.considerations import ConsiderationsReport
from tasman.casework.direction_choice import UNVERIFIED, mark_text
from tasman.casework.weighed import Weighed
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import iso
from tasman.reports.words import WHAT_IT_IS_NOT

WIDTH = 80
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
_FACTS_SHOWN = 3


def ways(weighs: Iterable[str]) -> str:
    """Return the ways a consideration weighs, in words."""
    return " or ".join(WAYS[each] for each in weighs)


def as_text(report: ConsiderationsReport) -> str:
    """Return a report as plain text, 80 columns wide."""
    return "\n".join(line.rstrip() for line in _lines(report)) + "\n"


def _lines(report: ConsiderationsReport) -> Iterator[str]:
    yield from _head(report)
    if report.direction is not None:
        for rank, title in (("primary", "PRIMARY"), ("other", "OTHER")):
            yield from _section(f"{title} CONSIDERATIONS")
            for weighed in report.considerations:
                if weighed.row.rank == rank:
                    yield from _weighed(weighed, 0)
        yield from _children(report)
        yield from _weighing(report)
        yield from _section("YEARS (the Directions fix no number)")
        for measure in report.measures:
            yield f"  {measure.label}: {measure.shown}"
        yield from _checklist(report)
        yield from _open(report)
    yield ""
    yield from _wrap(WHAT_IT_IS_NOT, "")


def _head(report: ConsiderationsReport) -> Iterator[str]:
    governing = report.governing
    if governing.entry is None:
        yield "NO DIRECTION GOVERNS"
    else:
        yield f"WHAT MUST BE WEIGHED: DIRECTION {governing.number}"
    yield (
        f"Facts as at {iso(report.as_at)} | decision on {iso(report.law_at)} | "
        f"law as known at {iso(report.known_at)}"
    )
    yield f"Decided by: {governing.decision_maker}, under s {governing.power}"
    yield from _wrap(governing.reason, "")
    for text in report.assumed:
        yield from _wrap(f"Assumed: {text}.", "")
    for text in report.warnings:
        if text != governing.reason:
            yield from _wrap(f"Note: {text}", "")
    if governing.entry is not None:
        yield ""
        yield from _wrap(NO_PREDICTION, "")


def _section(title: str) -> Iterator[str]:
    yield ""
    yield title
    yield "-" * len(title)


def _wrap(text: str, indent: str, hang: str | None = None) -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent if hang is None else hang,
        break_long_words=False,
    )


def _weighed(weighed: Weighed, depth: int) -> Iterator[str]:
    indent = "  " * depth
    inner = indent + "    "
    title = f"{weighed.label} (para {weighed.row.paragraph}): {ENGAGED[weighed.truth]}"
    yield from _wrap(title, indent + ("" if depth == 0 else "- "), indent + "  ")
    if weighed.truth != NO:
        condition = "if engaged, " if weighed.truth == UNKNOWN else ""
        way = f"{condition}generally weighs {ways(weighed.weighs)}"
        way += f"; {weighed.row.weight}" if weighed.row.weight else ""
        yield from _wrap(way, inner)
        yield from _why(weighed, inner)
    if weighed.mark == UNVERIFIED:
        yield from _wrap(f"[{UNVERIFIED}]", inner)
    note = weighed.reason.versions[0].note
    if note and weighed.truth != NO:
        yield from _wrap(note, inner)
    for each in weighed.factors:
        if each.truth != NO:
            yield from _weighed(each, depth + 1)
    out = [_short(each) for each in weighed.factors if each.truth == NO]
    if out:
        yield from _wrap(
            f"- not engaged: {'; '.join(out)}", indent + "  ", indent + "    "
        )


def _short(weighed: Weighed) -> str:
    doubt = f" [{UNVERIFIED}]" if weighed.mark == UNVERIFIED else ""
    return f"{weighed.label} ({weighed.row.paragraph}){doubt}"


def _why(weighed: Weighed, indent: str) -> Iterator[str]:
    if weighed.truth == UNKNOWN:
        lacks = [lack.path for lack in weighed.missing]
        yield from _wrap(f"not known: {_some(lacks)}", indent)
    elif weighed.because:
        yield from _wrap(f"because: {_some(weighed.because)}", indent)


def _some(texts: Iterable[str]) -> str:
    listed = list(texts)
    more = len(listed) - _FACTS_SHOWN
    shown = "; ".join(listed[:_FACTS_SHOWN])
    return f"{shown}; and {more} more" if more > 0 else shown


def _children(report: ConsiderationsReport) -> Iterator[str]:
    if not report.children and not report.other_children:
        return
    yield from _section("EACH CHILD APART")
    for child in report.children:
        yield from _wrap(child.label.upper(), "")
        yield from _weighed(child.interests, 1)
    if report.other_children:
        yield from _wrap("The list is open: other children may be affected.", "")


def _weighing(report: ConsiderationsReport) -> Iterator[str]:
    assert report.direction is not None
    yield from _section("HOW TO WEIGH")
    for statement in (*report.direction.weighing, *report.direction.principles):
        doubt = mark_text(statement.mark)
        tail = f" [{doubt}]" if doubt == UNVERIFIED else ""
        text = f"{statement.paragraph}  {statement.text}{tail}"
        yield from _wrap(text, "  ", "      ")


def _checklist(report: ConsiderationsReport) -> Iterator[str]:
    yield from _section("EVIDENCE TO GET")
    for item in report.checklist:
        yield from _wrap(f"[ ] {item.evidence}", "  ", "      ")
        reason = f"{item.purpose}: {_some(item.considerations)}"
        yield from _wrap(reason, "      ")


def _open(report: ConsiderationsReport) -> Iterator[str]:
    yield from _section("QUESTIONS STILL OPEN")
    if not report.questions:
        yield "  None."
    for question in report.questions:
        yield from _wrap(f"{question.path}: {question.ask}", "  ", "      ")
        yield from _wrap(f"bears on: {_some(question.considerations)}", "      ")
    if report.left_open:
        yield from _section("LEFT TO THE DECISION-MAKER, OR UNSETTLED")
        for text in report.left_open:
            yield from _wrap(text, "  ", "      ")
