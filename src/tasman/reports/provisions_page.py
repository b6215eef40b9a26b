"""The page of every provision of the law: where it stands, since when, how checked."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasman.facts.days import iso
from tasman.law import RELEASE, VERIFIED_TO, acts
from tasman.reports.lawbook import span
from tasman.reports.markdown import cell, table
from tasman.rules.law import Law
from tasman.rules.provisions import Act, Mark, Version

_HEAD = """\
# Provisions

Written by `make docs` from the law itself: `law {release}`, looked up to {day}. Each
row is one version of one provision: {provisions} provisions in {versions} versions.
`tasman law show '501(7)(c)'` shows one with its source, its thresholds and what rests
on it. [How to read a mark](law.md#marks): V read in its source, I follows from what
was read, M from memory, ? doubtful. `known` says from or until when the law was so
understood.
"""
_LETTERS = dict(zip(Mark, "VIM?", strict=True))
_HEADS = ("pinpoint", "kind", "in force", "mark", "says")


def provisions_page(law: Law) -> str:
    """Return the page as Markdown, an instrument a section."""
    counts = {
        "provisions": len(law.pinpoints),
        "versions": sum(len(law.versions(each)) for each in law.pinpoints),
    }
    head = _HEAD.format(release=RELEASE, day=iso(VERIFIED_TO), **counts)
    names = {act.slug: act for act in acts()}
    slugs = dict.fromkeys(pin.partition("/")[0] for pin in law.pinpoints)
    parts = [head.rstrip()]
    parts += [part for slug in slugs for part in _instrument(law, slug, names[slug])]
    return "\n\n".join(parts) + "\n"


def _instrument(law: Law, slug: str, act: Act) -> Iterator[str]:
    yield f"## {act.title} ({act.jurisdiction})"
    yield f"Names begin `{slug}/`."
    ours = (pin for pin in law.pinpoints if pin.startswith(f"{slug}/"))
    pins = sorted(ours, key=_natural)
    yield from table(_HEADS, [_row(v) for pin in pins for v in _in_order(law, pin)])
    for gap in law.gaps:
        if gap.pinpoint not in pins:
            continue
        pin = gap.pinpoint.partition("/")[2]
        days = f"{iso(gap.since)} to {iso(gap.until - 1)}"
        yield f"None of `{pin}` from {days}: {gap.reason}."


def _in_order(law: Law, pinpoint: str) -> list[Version]:
    return sorted(law.versions(pinpoint), key=lambda v: (v.since, v.known_since))


def _row(version: Version) -> tuple[str, ...]:
    pin = version.pinpoint.partition("/")[2]
    when = span(version).replace(", as known", ", known").removeprefix("from ")
    statement = cell(version.statement)
    return (f"`{pin}`", version.kind, when, _LETTERS[version.mark], statement)


def _natural(pinpoint: str) -> list[tuple[int, str]]:
    """Return a sorting key by which s 9 comes before s 10."""
    return [
        (int(part), "") if part.isdecimal() else (0, part)
        for part in re.split(r"([0-9]+)", pinpoint)
    ]
