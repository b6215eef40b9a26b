"""Cases in one line: `gaol 12m 2015-09-01; held gaol sentence 2015-09-01..`.

Items are parted by semicolons. A word `name=value` sets a field, a bare word that names
a field sets it to yes; a span `from..to` without its end lasts for ever.

    KIND TERM START               a sentence (`?` for a term not known)
    held PLACE BASIS SPAN         custody
    court OUTCOME DAY             an offence, and what a court made of it
    found MATTER DAY              a finding that it is so
    decided POWER RESULT BY DAY   a decision about a visa
    visa KIND SPAN; stay FOOTING SPAN; citizen COUNTRY SPAN; applied KIND DAY
    person                        facts of the person
    no LIST; unknown LIST         the list is empty; nothing is known of it
    more LIST                     the list goes on
"""

from __future__ import annotations

import json
from typing import Any

from tasman.facts.case import Case, Facts
from tasman.facts.loading import parse_case
from tasman.facts.vocabulary import Sentence

ASSUME = {
    "sentences": {
        "jurisdiction": "nsw",
        "court": "adult",
        "aggregate": "no",
        "taken_never_convicted": "no",
        "quashed_on": "never",
        "pardoned_on": "never",
        "pardon_erases": "no",
        "replaced_on": "never",
        "ordered_as_punishment": "no",
    },
    "offences": {
        "taken_never_convicted": "no",
        "quashed_on": "never",
        "pardoned_on": "never",
        "pardon_erases": "no",
        "involves_child_sexually": "no",
        "in_immigration_detention": "no",
        "is_detention_escape": "no",
        "international_crime": "no",
        "found_committed": "no",
        "detained_as_result": "no",
    },
    "custody": {
        "full_time": "yes",
        "australian_offence": "yes",
        "country": "australia",
        "conviction_quashed_on": "never",
    },
    "findings": {"holds": "yes", "ended_on": "never"},
    "decisions": {"undone_on": "never", "aggregate_relied_on": "no"},
    "applications": {"finished_on": "never"},
}
"""What a line leaves unsaid: an adult convicted in New South Wales, and so on."""

SETTLED = {
    "born_on": "1980-05-05",
    "in_australia": "yes",
    "presents_nz_passport": "yes",
    "health_concern": "no",
    "removed_or_deported": "no",
    "removed_only_after_revoked_501_3a": "no",
    "excluded_elsewhere": "no",
    "excluded_without_weight": "no",
    "stateless": "no",
    "aboriginal_descent": "no",
    "identifies_as_aboriginal": "no",
    "recognised_as_aboriginal": "no",
    "interpol_notice_on": "never",
    "interpol_notice_ended_on": "never",
}
LISTS: dict[str, list[dict[str, str]]] = {
    "citizenships": [
        {
            "country": "new_zealand",
            "by": "birth",
            "began_on": "1980-05-05",
            "ended_on": "never",
        }
    ],
    "stays": [
        {
            "footing": "special_category_visa",
            "arrived_on": "1995-01-01",
            "departed_on": "never",
            "immigration_cleared": "yes",
        }
    ],
    "visas": [
        {
            "kind": "special_category_444",
            "granted_on": "1995-01-01",
            "ceased_on": "never",
        }
    ],
    "applications": [],
    "offences": [],
    "sentences": [],
    "custody": [],
    "findings": [],
    "decisions": [],
}
"""A New Zealander, here since 1995 on a special category visa; nothing adverse."""

_SPANS = {
    "held": ("custody", ("place", "basis"), "began_on", "ended_on"),
    "visa": ("visas", ("kind",), "granted_on", "ceased_on"),
    "stay": ("stays", ("footing",), "arrived_on", "departed_on"),
    "citizen": ("citizenships", ("country",), "began_on", "ended_on"),
}
_POINTS = {
    "court": ("offences", ("outcome", "found_on")),
    "found": ("findings", ("finding", "made_on")),
    "decided": ("decisions", ("power", "result", "made_by", "made_on")),
    "applied": ("applications", ("kind", "made_on")),
}


def case_of(line: str) -> Case:
    """Return the case that one line describes, checked like any case file."""
    facts: dict[str, Any] = {**SETTLED}
    given: dict[str, list[Any]] = {}
    closed = {**LISTS}
    for item in filter(None, (part.strip() for part in line.split(";"))):
        _read(item.split(), facts, given, closed)
    text = {"tasman_case": "1", "assume": ASSUME, **facts, **closed, **given}
    return parse_case(json.dumps(text), line, format="json")


def facts_of(line: str) -> Facts:
    """Return the facts that one line describes."""
    return case_of(line).facts


def _read(
    words: list[str],
    facts: dict[str, Any],
    given: dict[str, list[Any]],
    closed: dict[str, list[dict[str, str]]],
) -> None:
    head, *rest = words
    if head == "person":
        facts.update(_fields(rest))
    elif head == "no":
        closed[rest[0]] = []
    elif head == "unknown":
        closed.pop(rest[0], None)
    elif head == "more":
        given.setdefault(rest[0], []).append("...")
    elif head in _SPANS:
        name, named, first, last = _SPANS[head]
        count = len(named)
        start, _, end = rest[count].partition("..")
        element = dict(zip(named, rest[:count], strict=True))
        element |= {first: start, last: end or "never", **_fields(rest[count + 1 :])}
        given.setdefault(name, []).append(element)
    elif head in _POINTS:
        name, named = _POINTS[head]
        count = len(named)
        element = dict(zip(named, rest[:count], strict=True))
        given.setdefault(name, []).append({**element, **_fields(rest[count:])})
    elif head in Sentence.fields()["kind"].values:
        given.setdefault("sentences", []).append(_sentence(head, rest))
    else:
        raise ValueError(f"{head!r} begins no item of a one-line case")


def _sentence(kind: str, rest: list[str]) -> dict[str, str]:
    term, start, *more = rest
    element = {"kind": kind, "imposed_on": start, "starts_on": start}
    if term != "?":
        element["term"] = term
    return {**element, **_fields(more)}


def _fields(words: list[str]) -> dict[str, str]:
    found = {}
    for word in words:
        name, _, value = word.partition("=")
        found[name] = value or "yes"
    return found
