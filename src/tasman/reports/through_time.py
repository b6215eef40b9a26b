"""Timelines, comparisons and what-ifs as lines of text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tasman.casework.compare import Column, Comparison, Difference
from tasman.casework.timeline import Timeline
from tasman.casework.whatif import Search, Way, WhatIf
from tasman.facts.days import iso
from tasman.law.reforms import Reform
from tasman.reports.layout import Line, grid, heading, wrapped
from tasman.reports.words import WHAT_IT_IS_NOT, why_unknown
from tasman.rules.values import TRUTH_NAMES

WORDS = {
    "passes_character_test": "Passes the character test",
    "must_be_cancelled": "Visa must be cancelled",
    "may_be_cancelled": "Visa may be cancelled",
}
_STYLES = {"yes": "bold", "no": "", "unknown": "yellow"}
_MOST_WAYS = 12
_BLANK = Line()


def conclusion_words(name: str) -> str:
    """Return a conclusion's name in words; a provision by its section."""
    return WORDS.get(name) or short(name)


def short(pinpoint: str) -> str:
    """Return a pinpoint without its Act where that is the Migration Act."""
    act, slash, place = pinpoint.partition("/")
    if not slash:
        return f"s {pinpoint}" if pinpoint[:1].isdigit() else pinpoint
    return f"s {place}" if act == "migration-act-1958" else pinpoint


def timeline_lines(line: Timeline) -> Iterator[Line]:
    """Yield a timeline: each answer with its days, then the life and the law."""
    facts = "each day" if line.facts_at is None else iso(line.facts_at)
    yield heading(line.label or "Timeline")
    yield from wrapped(
        f"{iso(line.first)} to {iso(line.last)}. Facts as at {facts}; law of each day, "
        f"as known at {iso(line.known_at)}."
    )
    for each in line.lines:
        yield _BLANK
        yield Line(f"{conclusion_words(each.name)} ({short(each.provision)})", "bold")
        for band in each.bands:
            because = f" ({why_unknown(band.kinds)})" if band.kinds else ""
            days = f"{iso(band.first)} to {iso(band.last)}"
            yield from wrapped(
                f"{days}  {band.text}{because}", 2, 28, _STYLES[band.text]
            )
            for cause in band.began_with:
                yield from wrapped(f"from {iso(band.first)}: {cause}", 28, 30)
    yield from _happened(line)
    yield _BLANK
    yield from wrapped(WHAT_IT_IS_NOT)


def _happened(line: Timeline) -> Iterator[Line]:
    if line.events:
        yield _BLANK
        yield Line("What happened", "bold")
        yield from grid([(iso(e.day), e.words, "") for e in line.events])
    if line.law_changes:
        yield _BLANK
        yield Line("When the law behind these answers changed", "bold")
        yield from grid([(iso(e.day), e.words, "") for e in line.law_changes])


def comparison_lines(found: Comparison) -> Iterator[Line]:
    """Yield a comparison: each law's answers, the differences and their causes."""
    yield heading(found.label or "Comparison")
    yield from wrapped(
        f"The same facts, as at {iso(found.as_at)}; law as known at "
        f"{iso(found.known_at)}."
    )
    for column in found.columns:
        yield _BLANK
        yield from _column(column)
    if sum(column.kind != "country" for column in found.columns) > 1:
        yield _BLANK
        yield Line("What makes the difference", "bold")
        if not found.differences:
            yield from wrapped("These laws answer these questions alike.", 2)
        for difference in found.differences:
            yield from wrapped(difference_words(difference), 2, 4)
    yield _BLANK
    yield from wrapped(WHAT_IT_IS_NOT)


def _column(column: Column) -> Iterator[Line]:
    on = "" if column.kind == "law" else f" (law at {iso(column.law_at)})"
    yield Line(f"{column.label}{on}", "bold")
    rows = [
        (
            conclusion_words(name),
            answer.text + (f": {why_unknown(answer.kinds)}" if answer.kinds else ""),
            _STYLES[answer.text],
        )
        for name, answer in column.answers.items()
    ]
    if column.direction:
        guides = f"No. {column.direction}: guides discretion and revocation, no duty"
        rows.append(("Direction in force", guides, ""))
    yield from grid([*rows, ("In short", column.outcome_text, "")])
    if column.standard:
        yield from wrapped(f"Standard: {column.standard}.", 4)
    for each in column.considerations:
        engaged = TRUTH_NAMES[each.engaged]
        yield from wrapped(f"- {each.label} ({each.weighs}; engaged: {engaged})", 4, 6)
    for reason in column.reasons:
        yield from wrapped(f"- {reason}", 4, 6)
    for note in column.notes:
        yield from wrapped(note, 4)


def difference_words(each: Difference) -> str:
    """Return a difference in a sentence that names its tested cause."""
    name = conclusion_words(each.conclusion)
    what = f"{each.column}: {name}: was {each.before}, is {each.after}."
    if each.cause.alone:
        named = " or ".join(short(name) for name in each.cause.alone)
        return f"{what} Swapping {named} alone makes the difference."
    if each.cause.jointly:
        named = ", ".join(short(name) for name in each.cause.jointly)
        return f"{what} No one provision does it alone; jointly: {named}."
    return f"{what} No provision makes the difference: the dates do."


def what_if_lines(found: WhatIf) -> Iterator[Line]:
    """Yield what changed facts change."""
    yield heading("What if")
    for change in found.changes:
        yield from wrapped(f"{change.path}: {change.was} -> {change.would_be}", 2, 4)
    yield _BLANK
    if not found.turned:
        yield from wrapped(f"None of {found.compared} answers would change.")
    else:
        count = f"{len(found.turned)} of {found.compared} answers would change:"
        yield from wrapped(count)
    for turned in found.turned:
        words = conclusion_words(turned.conclusion)
        yield from wrapped(f"{words}: {turned.before} -> {turned.after}", 2, 4)
    yield _BLANK
    yield from wrapped(WHAT_IT_IS_NOT)


def search_lines(found: Search) -> Iterator[Line]:
    """Yield the least changes that would give an answer, and what was searched."""
    words = conclusion_words(found.conclusion)
    yield heading(f"{words}: what would make it {found.wanted}?")
    yield Line(f"Now: {found.now}.")
    yield _BLANK
    if found.now == found.wanted:
        yield from wrapped("It is so already.")
    elif found.ways:
        yield from _ways(found.ways)
    else:
        yield from wrapped(f"No change within the search makes it {found.wanted}.")
        if found.opened:
            yield from wrapped("These would at least leave it open:")
            yield from _ways(found.opened)
    if found.searched:
        yield _BLANK
        yield Line("What was searched", "bold")
        for said in found.searched:
            yield from wrapped(f"- {said}", 2, 4)
    yield _BLANK
    yield from wrapped(WHAT_IT_IS_NOT)


def _ways(ways: Iterable[Way]) -> Iterator[Line]:
    told = list(ways)
    for way in told[:_MOST_WAYS]:
        steps = [f"{c.path}: {c.was} -> {c.would_be}" for c in way.changes]
        yield from wrapped("- " + "; and ".join(steps), 2, 4)
    if len(told) > _MOST_WAYS:
        yield from wrapped(f"and {len(told) - _MOST_WAYS} more: see --format json", 2)


def reform_lines(each: Reform) -> Iterator[Line]:
    """Yield what a reform is: status, description, sources and modelling choices."""
    yield heading(f"{each.title} ({each.name})")
    scenario = f" Scenario {each.scenario}." if each.scenario else ""
    yield from wrapped(f"Status: {each.status}.{scenario}")
    yield _BLANK
    yield from wrapped(each.description)
    for title, items in (
        ("Modelling choices", each.choices),
        ("Sources", each.sources),
    ):
        if items:
            yield _BLANK
            yield Line(title, "bold")
            for item in items:
                yield from wrapped(f"- {item}", 2, 4)
