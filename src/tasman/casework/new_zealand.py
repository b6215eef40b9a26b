"""New Zealand's side: who may be sent there, what awaits, and the same law mirrored."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasman.casework.mirror import Mirror, mirrored
from tasman.casework.missing import missing_facts
from tasman.casework.status_facts import (
    is_new_zealander,
    with_derived,
)
from tasman.facts.case import NO, YES, Case, Elements, Facts
from tasman.facts.days import NEVER, DateRange, iso, show_date
from tasman.facts.kinds import kind_names
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

ROMI = "returning-offenders-act-2015"
CITIZEN = "citizenship-act-1977/citizen"
BANDS = ("B1", "B2", "B3", "B4")
CONCLUSIONS = {
    "citizen": CITIZEN,
    "may_claim_citizenship": "citizenship-western-samoa-act-1982/7A",
    "must_be_granted_citizenship": "citizenship-act-1977/10",
    "returning_offender": f"{ROMI}/7",
    "returning_prisoner": f"{ROMI}/16",
    "particulars_and_dna": f"{ROMI}/8 to 15",
    "standard_conditions": f"{ROMI}/24",
    "special_conditions_possible": f"{ROMI}/26",
    "court_may_order_conditions": f"{ROMI}/32",
    "determination_must_be_revoked": f"{ROMI}/23A",
    "no_hearing_beforehand": f"{ROMI}/18A",
}

IMMIGRATION = "immigration-act-2009"
LIABILITY = {
    "excluded_after_a_removal": f"{IMMIGRATION}/15(1)(f)",
    "may_ask_for_citizenship": "citizenship-act-1977/8",
    "citizenship_must_not_be_granted": "citizenship-act-1977/9A",
    "liable_for_crime": f"{IMMIGRATION}/161",
    "still_liable_for_crime": f"{IMMIGRATION}/161 still",
    "liability_lapsed": f"{IMMIGRATION}/167",
    "liable_on_another_ground": f"{IMMIGRATION}/154 to 163",
    "temporary_visa_power": f"{IMMIGRATION}/157",
    "protected_from_deportation": f"{IMMIGRATION}/164",
    "may_cancel_or_suspend": f"{IMMIGRATION}/172",
    "deportation_may_be_ordered": f"{IMMIGRATION}/175",
    "humanitarian_appeal": f"{IMMIGRATION}/207",
    "tribunal_may_suspend": f"{IMMIGRATION}/212",
    "tribunal_may_delay": f"{IMMIGRATION}/216",
    "barred_for_a_time": f"{IMMIGRATION}/179 for a time",
    "barred_for_good": f"{IMMIGRATION}/179 for good",
}
"""For someone who is no citizen there: liability to deportation, and what follows."""
_LIVED = (
    "new_zealand_residence_from_on",
    "new_zealand_temporary_visa",
    "new_zealand_ground",
    "new_zealand_liability_on",
    "new_zealand_resident_visa_kept",
    "new_zealand_days_in_five_years",
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one provision of New Zealand law says: its truth and what it rests on."""

    name: str
    pinpoint: str
    truth: int
    kinds: int
    words: str
    citation: str
    mark: str
    missing: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the finding as plain data."""
        return {
            "provision": self.pinpoint,
            "truth": TRUTH_NAMES[self.truth],
            "unknown_kinds": kind_names(self.kinds),
            "words": self.words,
            "citation": self.citation,
            "verified": self.mark,
            "missing": list(self.missing),
        }


@dataclass(frozen=True, slots=True)
class NewZealand:
    """What New Zealand's law makes of one person who is, or might be, sent back."""

    as_at: int
    known_at: int
    supposed_return: bool
    findings: tuple[Finding, ...]
    band: str | None
    last_day_to_determine: DateRange | None
    flags: tuple[str, ...]
    mirror: tuple[Mirror, ...]
    liability: tuple[Finding, ...] = ()
    liable_until: DateRange | None = None
    appeal_by: DateRange | None = None

    def summary_lines(self) -> Iterator[str]:
        """Yield New Zealand's side in a few lines, for a report."""
        citizen, prisoner = self["citizen"], self["returning_prisoner"]
        yield f"Citizen of New Zealand: {TRUTH_NAMES[citizen.truth]}."
        supposed = ", if returned on that day" if self.supposed_return else ""
        yield f"Returning prisoner there{supposed}: {TRUTH_NAMES[prisoner.truth]}."
        if self.band:
            sure = "" if prisoner.truth == YES else "If so, supervision: band "
            yield f"{sure or 'Supervision: band '}{self.band} (unverified)."
        for each in self.mirror[:1]:
            yield (
                "The same facts with the countries exchanged: liable to deportation "
                f"from New Zealand, {TRUTH_NAMES[each.truth]}."
            )
        yield "What awaits, and the proposals: tasman new-zealand FILE."

    def __getitem__(self, name: str) -> Finding:
        """Return one finding by its name in CONCLUSIONS; raises KeyError."""
        for finding in self.findings:
            if finding.name == name:
                return finding
        raise KeyError(name)

    def to_dict(self) -> dict[str, Any]:
        """Return the answer as plain data; a band of supervision, never its months."""
        return {
            "as_at": iso(self.as_at),
            "known_at": iso(self.known_at),
            "supposes_return_on_as_at_day": self.supposed_return,
            "findings": {each.name: each.to_dict() for each in self.findings},
            "supervision": {"band": self.band, "verified": False}
            if self.band
            else None,
            "last_day_to_determine": show_date(self.last_day_to_determine)
            if self.last_day_to_determine
            else None,
            "flags": list(self.flags),
            "liable_until": show_date(self.liable_until) if self.liable_until else None,
            "appeal_by": show_date(self.appeal_by) if self.appeal_by else None,
            "liability": {each.name: each.to_dict() for each in self.liability},
            "mirror": [each.to_dict() for each in self.mirror],
        }


def new_zealand(
    facts: Facts,
    *,
    as_at: int,
    known_at: int | None = None,
    law: Law | None = None,
) -> NewZealand:
    """Return what awaits the person in New Zealand, and what its law would do itself.

    Where the case tells of no return, a return on the as-at day is supposed.
    """
    law = law or current_law()
    known = as_at if known_at is None else known_at
    given = with_derived(facts, law, as_at=as_at, known_at=known)
    back: DateRange = given.get("returned_to_new_zealand_on", (NEVER, NEVER))
    supposed = back[0] > as_at
    if supposed:
        given = {**given, "returned_to_new_zealand_on": (as_at, as_at)}
    put = Evaluation(law, given, as_at=as_at, law_at=as_at, known_at=known)
    findings = tuple(_finding(put, name, pin) for name, pin in CONCLUSIONS.items())
    last = put.provision(f"{ROMI}/18")
    prisoner = put.provision(f"{ROMI}/16")[0] != NO
    return NewZealand(
        as_at,
        known,
        supposed,
        findings,
        _band(put),
        (last[0], last[1]) if prisoner else None,
        tuple(_flags(given, put)),
        tuple(mirrored(facts, as_at=as_at, known_at=known, law=law)),
        _liability(facts, law, as_at=as_at, known_at=known),
        _day(put, "new_zealand_liability_on", "167 last day"),
        _day(put, "new_zealand_notice_on", "appeal last day"),
    )


def _day(put: Evaluation, fact: str, pinpoint: str) -> DateRange | None:
    """Return the last day that a provision gives, if what it runs from has happened."""
    began: DateRange = put.root.facts.get(fact, (NEVER, NEVER))
    if began[0] > put.clocks["as_at"]:
        return None
    first, last, _ = put.provision(f"{IMMIGRATION}/{pinpoint}")
    return (first, last)


def _liability(
    facts: Facts, law: Law, *, as_at: int, known_at: int
) -> tuple[Finding, ...]:
    """Return liability there and what follows, if the file tells of a life there."""
    told = any(name in facts for name in _LIVED)
    put = Evaluation(law, facts, as_at=as_at, law_at=as_at, known_at=known_at)
    if not told or put.provision(CITIZEN)[0] == YES:
        return ()
    found = (_finding(put, name, pin) for name, pin in LIABILITY.items())
    return tuple(each for each in found if each.truth != NO)


def _finding(put: Evaluation, name: str, pin: str) -> Finding:
    truth, kinds = put.provision(pin)
    versions = put.selected(pin).versions or put.law.versions(pin)
    version = versions[0]
    return Finding(
        name,
        pin,
        truth,
        kinds,
        version.plain,
        version.citation,
        str(version.mark),
        missing_facts(put, (pin,)) if name in _ASKED else (),
    )


_ASKED = ("citizen", "returning_prisoner")
"""Where it is worth saying what is missing; the rest hang on these."""


def _band(put: Evaluation) -> str | None:
    """Return the band of supervision, or what it may be; None if there is none."""
    truths = {name: put.provision(f"{ROMI}/24 band {name}")[0] for name in BANDS}
    open_ = [name for name, truth in truths.items() if truth != NO]
    return " or ".join(open_) if open_ else None


def _flags(facts: Facts, put: Evaluation) -> Iterator[str]:
    suspended = _index("Sentence", "kind", "part_suspended")
    if any(s.get("kind") == suspended for s in _items(facts, "sentences")):
        yield (
            "part_suspended: [2024] NZDC 29896 held that no order could be made on a "
            "part-suspended sentence; unsettled how far that reaches"
        )
    if put.provision(f"{ROMI}/16")[0] != NO:
        yield (
            "supervision_unverified: the band follows the length of the sentence; the "
            "time that goes with it is unverified and is not shown"
        )


def _items(facts: Facts, name: str) -> tuple[Facts, ...]:
    found: Elements = facts.get(name, Elements())
    return found.items


def _index(record: str, field: str, word: str) -> int:
    from tasman.rules.provisions import record_named

    values: tuple[str, ...] = getattr(record_named(record), field).values
    return 1 << values.index(word)


def bears_on(case: Case) -> bool:
    """Say whether New Zealand's side is worth showing: unless no New Zealander."""
    told = ("citizenships", "born_in", "offences", "sentences")
    return is_new_zealander(case.facts) != NO and any(k in case.facts for k in told)


def section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> NewZealand | None:
    """Return the `new_zealand` part of an assessment; None where it does not bear."""
    if not bears_on(case):
        return None
    return new_zealand(case.facts, as_at=as_at, known_at=known_at, law=law)
