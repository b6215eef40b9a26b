"""The matrix: what each status opens, closes or leaves to discretion, and when.

Every row is a provision. It holds where the person has one of its statuses and, if it
names one, the condition; a row that says NO holds where the status shuts the door.
"""

from __future__ import annotations

from tasman.facts.days import iso, parse_day
from tasman.facts.kinds import JUDGMENT, NOT_COVERED
from tasman.facts.vocabulary import Person
from tasman.law.au.entitlements import rights, welfare
from tasman.law.au.entitlements.act import entitlements
from tasman.law.au.entitlements.table import NAMES, Row, Rule
from tasman.law.au.status import (
    absorbed,
    bridging,
    citizen,
    exempt,
    permanent,
    present,
    protected_holder,
    special_category,
    temporary,
    unlawful,
)
from tasman.rules.handles import Truth, unknown

_HOLDS: dict[str, Rule] = {
    "EXEMPT": exempt,
    "SCV": special_category,
    "SCV_P": protected_holder,
    "SCV_NP": lambda person: special_category(person) & ~protected_holder(person),
    "PERM": permanent,
    "TEMPORARY": temporary,
    "BRIDGING": bridging,
    "UNLAWFUL": unlawful,
    "OFFSHORE": lambda person: ~present(person),
}


def has_status(person: Person, code: str) -> Truth:
    """Whether the person has a status of the matrix on the as-at day."""
    if code == "CIT":
        return citizen(person)
    if code == "ABSORBED":
        return absorbed(person) & ~citizen(person)
    found = _HOLDS[code](person) & ~citizen(person)
    return found if code == "OFFSHORE" else found & ~absorbed(person)


def has_one_of(person: Person, statuses: str) -> Truth:
    """Whether the person has one of these statuses on the as-at day."""
    # A holder is protected or not: together they need no answer to which.
    codes = statuses.replace("SCV_P|SCV_NP", "SCV").split("|")
    held = has_status(person, codes[0])
    for code in codes[1:]:
        held = held | has_status(person, code)
    return held


def _enact(row: Row) -> None:
    def outcome(person: Person) -> Truth:
        held = has_one_of(person, row.statuses)
        if row.rule is not None:
            return held & row.rule(person)
        if row.result == "DISC":
            return held & unknown(JUDGMENT, row.condition)
        if row.result == "COND":
            return held & unknown(NOT_COVERED, row.condition)
        return held

    says = f"{row.result.lower()}: {row.condition}" if row.condition else row.result
    outcome.__doc__ = f"{NAMES[row.name].capitalize()}, {row.statuses}: {says}."
    entitlements.provision(
        f"{row.name} ({row.statuses})",
        since=row.since or None,
        until=iso(parse_day(row.last) + 1) if row.last else None,
        known_since=row.known_since or None,
        known_until=row.known_until or None,
        kind="entitlement",
        mark=row.mark,
        sources=row.source,
        citation=row.citation,
        plain=f"Whether {NAMES[row.name]} is open to someone with this status.",
        data={"entitlement": row.name, "statuses": row.statuses}
        | {"result": row.result, "condition": row.condition, "date": row.by},
    )(outcome)


for _row in (*welfare.ROWS, *rights.ROWS):
    _enact(_row)
