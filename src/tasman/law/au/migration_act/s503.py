"""Section 503: kept out for a time after a character decision or a deportation."""

from __future__ import annotations

from tasman.facts.kinds import NOT_COVERED
from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import CHARACTER, stands, stands_against
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import in_effect
from tasman.law.au.migration_act.s501e import released_by_the_minister
from tasman.rules.handles import NO, Truth, readings, unknown


@act.provision(
    "503(1) decision",
    sources="S1",
    citation="Migration Act 1958 (Cth) s 503(1)",
    plain="A deportation order or a character decision that stands.",
    note="Whether s 503 was extended to s 501BA in 2017 was not checked.",
)
def decided_against(person: Person) -> Truth:
    """A decision under s 200, 501, 501A or 501B stands against the person."""
    deported = person.decisions.any(
        lambda decision: decision.result.is_("deportation_ordered") & stands(decision)
    )
    again = stands_against(person, "501BA(2)")
    extended = readings("whether s 503 extends to s 501BA", again, NO)
    return deported | stands_against(person, *CHARACTER) | extended


@act.provision(
    "503(1)",
    kind="consequence",
    sources="S1",
    plain="Not entitled to enter or stay, for a time that the regulations fix.",
    note="How long is for regulations that were not found, so the answer is open; what "
    "keeps people out in practice are the criteria for a new visa: s 32, and criteria "
    "4013, 4014, 5001 and 5002. Not for the holder of a criminal justice visa, or of a "
    "permanent visa from the Minister personally.",
)
def kept_out(person: Person) -> Truth:
    """Not entitled to enter Australia or be there during the prescribed period."""
    justice = person.visas.any(
        lambda visa: visa.kind.is_("criminal_justice") & in_effect(person, visa)
    )
    during = unknown(NOT_COVERED, "the period prescribed for s 503 was not read")
    exempt = justice | released_by_the_minister(person)
    kept = non_citizen(person) & decided_against(person)
    return kept & ~exempt & during
