"""The change log's tables: each provision, on the days on which it says something else.

`make docs` writes the names; what happened on a day is written by hand and kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from tasman.facts.days import iso
from tasman.law import acts
from tasman.rules.law import Law
from tasman.rules.provisions import EVER, FOREVER, Version

_DIRECTION = re.compile(r"direction-\d+")
_ROW = r"\| (\d{4}-\d\d-\d\d) \| ?(.*?) ?\| .*\|\n"
Span = Callable[[Version], tuple[int, int]]
Name = tuple[str, str]
"""An instrument's slug, and what the table calls one of its provisions."""


def _in_force(version: Version) -> tuple[int, int]:
    return version.since, version.until


def _as_known(version: Version) -> tuple[int, int]:
    return version.known_since, version.known_until


TABLES: Mapping[str, Span] = {"law from": _in_force, "known from": _as_known}
"""The first heading of each table, and the days that it goes by."""


def completed(text: str, law: Law) -> str:
    """Return a change log in which every provision stands on the days it changes.

    Raises ValueError where the log has lost one of its tables.
    """
    titles = {act.slug: _title(act.title, act.jurisdiction) for act in acts()}
    for heading, span in TABLES.items():
        table = re.compile(rf"(\| {heading} \|.*\|\n\|[-|]+\|\n)((?:{_ROW})*)")
        found = table.search(text)
        if found is None:
            raise ValueError(f"the change log has no table that begins | {heading} |")
        told = {day: what for day, what in re.findall(_ROW, found[2]) if what}
        rows = {**dict.fromkeys(told, ""), **dict(_rows(law, span, titles))}
        lines = (f"| {day} | {told.get(day, '')} | {rows[day]} |" for day in rows)
        text = text.replace(
            found[0], "\n".join([found[1].rstrip(), *sorted(lines), ""])
        )
    return text


def _title(title: str, jurisdiction: str) -> str:
    return f"{title} (NZ)" if jurisdiction == "NZ" else title


def _rows(law: Law, span: Span, titles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each day and its cell of names, by instrument."""
    cells: dict[int, dict[str, list[str]]] = {}
    for (slug, name), versions in _named(law).items():
        spans = [span(version) for version in versions]
        for day in {day for each in spans for day in each} - {EVER, FOREVER}:
            ends = not any(since <= day < until for since, until in spans)
            title = "" if slug == name else titles.get(slug, slug)
            names = cells.setdefault(day, {}).setdefault(title, [])
            names.append(f"`{name}`{' (ends)' if ends else ''}")
    for day, cell in cells.items():
        yield iso(day), "; ".join(_told(title, names) for title, names in cell.items())


def _told(title: str, names: Iterable[str]) -> str:
    return f"{title}: {', '.join(names)}" if title else ", ".join(names)


def _named(law: Law) -> Mapping[Name, list[Version]]:
    """Return the versions of what the tables name.

    A Direction is named whole, an entitlement without the statuses it is for.
    """
    found: dict[Name, list[Version]] = {}
    for pinpoint in law.pinpoints:
        slug, _, name = pinpoint.partition("/")
        if _DIRECTION.fullmatch(slug):
            name = slug
        elif slug == "entitlements":
            name = name.partition(" (")[0]
        found.setdefault((slug, name), []).extend(law.versions(pinpoint))
    return found
