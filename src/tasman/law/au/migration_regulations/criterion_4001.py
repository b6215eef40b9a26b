"""Public interest criterion 4001: character, as a criterion for the grant of a visa."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s501_powers import can_pass
from tasman.law.au.migration_act.s501_test import fails_character_test
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Truth

CITATION = "Migration Regulations 1994 (Cth) Sch 4 cl 4001"


@regulations.provision(
    "4001(a)",
    kind="ground",
    sources="S50",
    citation=CITATION + "(a)",
    plain="The applicant passes the character test.",
)
def satisfies_that_passes(person: Person) -> Truth:
    """The person satisfies the Minister that they pass the character test."""
    return can_pass(person)


@regulations.provision(
    "4001(b)",
    kind="ground",
    sources="S50",
    citation=CITATION + "(b)",
    plain="Inquiries turned up nothing that would make the applicant fail.",
)
def nothing_indicates_failure(person: Person) -> Truth:
    """After inquiries, nothing indicates that the person would fail the test."""
    return ~fails_character_test(person)


@regulations.provision(
    "4001(c)",
    kind="ground",
    sources="S50",
    citation=CITATION + "(c), (d)",
    plain="The Minister decided not to refuse all the same.",
    note="(c) despite a reasonable suspicion of failing; (d) despite not being "
    "satisfied that the person passes.",
)
def decided_not_to_refuse(person: Person) -> Truth:
    """The Minister has decided not to refuse, despite suspicion or want of proof."""
    return person.decisions.any(
        lambda decision: (
            decision.power.is_("501(1)") & decision.result.is_("not_refused")
        )
    )


@regulations.provision(
    "4001",
    kind="entitlement",
    sources="S50",
    citation=CITATION,
    plain="The character criterion for a visa is met.",
    note="Binds only classes of visa whose criteria name it.",
)
def character_criterion_met(person: Person) -> Truth:
    """Passes, or nothing indicates failure, or the Minister decided not to refuse."""
    return (
        satisfies_that_passes(person)
        | nothing_indicates_failure(person)
        | decided_not_to_refuse(person)
    )
