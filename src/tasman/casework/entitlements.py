"""What a person's status opens and closes on a day: the matrix put to one case."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tasman.casework import status
from tasman.casework.status import BY_CODE, status_on
from tasman.casework.status_days import StatusDays
from tasman.casework.status_facts import facts_on
from tasman.facts.case import NO, UNKNOWN, YES, Case, Facts
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso, show_date
from tasman.facts.kinds import JUDGMENT, NOT_COVERED, kind_names
from tasman.law import current_law
from tasman.law.au.entitlements.table import NAMES
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tasman.rules.provisions import Mark, Version
from tasman.rules.values import TRUTH_NAMES

SLUG = "entitlements"
SHUT = ("NO", "NO_WAIT")
"""Outcomes that shut the door (or, of a waiting period, say there is none)."""


@dataclass(frozen=True, slots=True)
class Entitlement:
    """One entitlement on one day: open, shut, or not known and why."""

    name: str
    truth: int
    kinds: int
    rows: tuple[Version, ...]
    date: DateRange | None

    @property
    def words(self) -> str:
        """What it is, in plain words."""
        return NAMES[self.name]

    @property
    def answer(self) -> str:
        """`yes`, `no`, `discretion` or `unknown`."""
        if self.truth == UNKNOWN and self.kinds == JUDGMENT and self._discretion:
            return "discretion"
        return TRUTH_NAMES[self.truth]

    @property
    def _discretion(self) -> bool:
        return any(row.data["result"] == "DISC" for row in self.rows)

    @property
    def conditions(self) -> tuple[str, ...]:
        """The conditions of the rows that may apply, in words."""
        said = (row.data["condition"] for row in self.rows)
        return tuple(dict.fromkeys(each for each in said if each))

    @property
    def marks(self) -> tuple[str, ...]:
        """How far the rows that may apply were verified."""
        return tuple(dict.fromkeys(str(row.mark) for row in self.rows))

    def to_dict(self) -> dict[str, Any]:
        """Return the entitlement as plain data."""
        return {
            "entitlement": self.name,
            "words": self.words,
            "answer": self.answer,
            "unknown_kinds": kind_names(self.kinds),
            "results": [row.data["result"] for row in self.rows],
            "conditions": list(self.conditions),
            "date": show_date(self.date) if self.date else None,
            "citations": list(dict.fromkeys(row.citation for row in self.rows)),
            "verified": list(self.marks),
        }


@dataclass(frozen=True, slots=True)
class Entitlements:
    """Every entitlement in force on a day, for the status the person has then."""

    as_at: int
    status: str
    possible: tuple[str, ...]
    each: tuple[Entitlement, ...]

    def __getitem__(self, name: str) -> Entitlement:
        """Return one entitlement; raises KeyError for one not in force that day."""
        for entitlement in self.each:
            if entitlement.name == name:
                return entitlement
        raise KeyError(name)

    def summary_lines(self) -> Iterable[str]:
        """Yield what is open, shut and left to discretion, for a report."""
        for title, answer, burden in _GROUPS:
            these = [
                each.words
                for each in self.each
                if each.answer == answer and (each.name in BURDENS) == burden
            ]
            if these and (answer in ("yes", "no", "discretion")):
                yield f"{title}: {', '.join(these)}."
        yield "Conditions and law: tasman entitlements FILE."

    def to_dict(self) -> dict[str, Any]:
        """Return the entitlements as plain data."""
        return {
            "as_at": iso(self.as_at),
            "status": self.status,
            "possible": list(self.possible),
            "entitlements": [each.to_dict() for each in self.each],
        }


def entitlements_on(
    facts: Facts, *, as_at: int, known_at: int | None = None, law: Law | None = None
) -> Entitlements:
    """Return what the person's status opens and closes on a day."""
    law = law or current_law()
    known = as_at if known_at is None else known_at
    days = StatusDays(facts, law, as_at=as_at, known_at=known)
    code, possible, _ = status_on(days.on(as_at), as_at)
    told = facts_on(facts, law, as_at=as_at, known_at=known)
    put = Evaluation(law, told, as_at=as_at, law_at=as_at, known_at=known)
    codes = possible or (code,)
    rows = _rows_in_force(law, as_at, known)
    each = tuple(
        _entitlement(put, name, rows[name], codes) for name in NAMES if name in rows
    )
    return Entitlements(as_at, code, possible, each)


def _rows_in_force(law: Law, day: int, known: int) -> dict[str, list[Version]]:
    rows: dict[str, list[Version]] = {}
    for pinpoint in law.pinpoints:
        if pinpoint.startswith(f"{SLUG}/"):
            version = law.in_force(pinpoint, day, known)
            if version is not None and "entitlement" in version.data:
                rows.setdefault(version.data["entitlement"], []).append(version)
    return rows


def _entitlement(
    put: Evaluation, name: str, rows: list[Version], codes: tuple[str, ...]
) -> Entitlement:
    held = [row for row in rows if set(row.data["statuses"].split("|")) & set(codes)]
    truth, kinds = NO, 0
    for row in held:
        if row.data["result"] not in SHUT:
            found, why = put.provision(row.pinpoint)
            truth = max(truth, found)
            kinds |= why
    named = {code for row in held for code in row.data["statuses"].split("|")}
    if truth != YES and not set(codes) <= named:
        truth, kinds = UNKNOWN, kinds | NOT_COVERED
    kinds = kinds if truth == UNKNOWN else 0
    return Entitlement(name, truth, kinds, tuple(held), _date(put, held))


def _date(put: Evaluation, rows: Iterable[Version]) -> DateRange | None:
    for row in rows:
        if row.data["date"]:
            first, last, _ = put.provision(f"{SLUG}/{row.data['date']}")
            known = first > EARLIEST and last < NEVER
            return (first, last) if known else None
    return None


def bears_on(case: Case) -> bool:
    """Say whether entitlements are worth showing: wherever the status is."""
    return status.bears_on(case)


def section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> Entitlements | None:
    """Return the `entitlements` part of an assessment; None where it does not bear."""
    if not bears_on(case):
        return None
    return entitlements_on(case.facts, as_at=as_at, known_at=known_at, law=law)


BURDENS = ("ftb_a_wait", "ppl_wait", "cancel_or_remove")
"""Not rights: a `yes` here is a burden."""
_GROUPS = (
    ("Open", "yes", False),
    ("Left to someone's discretion", "discretion", False),
    ("Not known", "unknown", False),
    ("Shut", "no", False),
    ("Hanging over this status", "yes", True),
    ("Perhaps hanging over this status", "unknown", True),
    ("Not hanging over this status", "no", True),
)


def entitlements_text(found: Entitlements) -> str:
    """Return the entitlements as terminal text of 80 columns."""
    words = [
        BY_CODE[c].words for c in (found.possible or (found.status,)) if c in BY_CODE
    ]
    lines = [f"ENTITLEMENTS as at {iso(found.as_at)}"]
    lines += textwrap.wrap("Status: " + " or ".join(words), 78)
    for title, answer, burden in _GROUPS:
        these = [
            each
            for each in found.each
            if each.answer == answer and (each.name in BURDENS) == burden and each.rows
        ]
        lines += ["", f"{title}:"] if these else []
        for each in these:
            lines += _lines(each)
    silent = [each.words for each in found.each if not each.rows]
    if silent:
        text = f"The sources say nothing of this status on: {', '.join(silent)}."
        lines += ["", *textwrap.wrap(text, 78)]
    return "\n".join(lines) + "\n"


def _lines(each: Entitlement) -> list[str]:
    text = each.words
    if each.conditions:
        text += f" ({'; or '.join(each.conditions)})"
    if each.date:
        text += f", {each.rows[0].data['date']} {show_date(each.date)}"
    if any(row.mark.rank >= Mark.MEMORY.rank for row in each.rows):
        text += " [unverified]"
    lines = textwrap.wrap(text, 78, initial_indent="  ", subsequent_indent="    ")
    for citation in dict.fromkeys(row.citation for row in each.rows):
        lines += textwrap.wrap(
            citation, 78, initial_indent="    ", subsequent_indent="    "
        )
    return lines
