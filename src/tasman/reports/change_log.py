"""The change log's tables: each provision, on the days on which it says something else.

`make docs` adds the names that are missing; what happened on a day is written by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tasman.facts.days import iso
from tasman.law import acts
from tasman.rules.law import Law
from tasman.rules.provisions import EVER, FOREVER

_ROW = re.compile(r"^\| (\d{4}-\d\d-\d\d) \|.*\|$", re.M)
_DIRECTION = re.compile(r"direction-\d+")


def completed(text: str, law: Law) -> str:
    """Return a change log in which every provision stands on the days it changes."""
    titles = {act.slug: act.title for act in acts()}
    for day, slug, name in missing(text, law):
        told = f"`{name}`" if slug == name else f"{titles[slug]}: `{name}`"
        text = _with(text, day, told)
    return text


def missing(text: str, law: Law) -> list[tuple[str, str, str]]:
    """Return day, instrument and name of what the rows of a change log leave out.

    A Direction is named whole, an entitlement without the statuses it is for.
    """
    rows: dict[str, set[str]] = {}
    for row in _ROW.finditer(text):
        rows.setdefault(row[1], set()).update(re.findall(r"`([^`]+)`", row[0]))
    found = {
        (day, slug, name)
        for pinpoint in law.pinpoints
        for slug, name in [_named(pinpoint)]
        for day in _days(law, pinpoint)
        if name not in rows.get(day, ())
    }
    return sorted(found)


def _named(pinpoint: str) -> tuple[str, str]:
    slug, _, place = pinpoint.partition("/")
    if _DIRECTION.fullmatch(slug):
        return slug, slug
    return slug, place.partition(" (")[0] if slug == "entitlements" else place


def _days(law: Law, pinpoint: str) -> Iterator[str]:
    for version in law.versions(pinpoint):
        yield from (iso(d) for d in (version.since, version.known_since) if d != EVER)
        ends = (version.until, version.known_until)
        yield from (iso(day) for day in ends if day != FOREVER)


def _with(text: str, day: str, told: str) -> str:
    """Return the text with a name in the row of a day, the row made if need be."""
    rows = list(_ROW.finditer(text))
    same = [row for row in rows if row[1] == day]
    if same:
        at = same[0].end() - len(" |")
        return f"{text[:at]}; {told}{text[at:]}"
    before = [row for row in rows[:1] if row[1] < day]
    for row in rows[1:]:
        if not before or not before[-1][1] < row[1] < day:
            break
        before.append(row)
    at = before[-1].end() + 1 if before else rows[0].start()
    return f"{text[:at]}| {day} |  | {told} |\n{text[at:]}"
