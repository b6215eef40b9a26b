"""Regulation 2.43: grounds on which s 116(1)(g) allows cancellation."""

from __future__ import annotations

from tasman.facts.vocabulary import Offence, Person, Visa
from tasman.facts.vocabulary.movement import PERMANENT_VISAS
from tasman.facts.vocabulary.offending import AUSTRALIAN
from tasman.law.au.migration_act.s501_sentences import (
    conviction_disregarded,
    finding_invisible,
)
from tasman.law.au.migration_act.stated import recorded, stated
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Truth, as_at, readings


def temporary(visa: Visa) -> Truth:
    """Return whether the visa is of a kind with a limit to the stay."""
    return ~visa.kind.is_(*PERMANENT_VISAS)


def _convicted(offence: Offence) -> Truth:
    return (
        offence.outcome.is_("convicted")
        & ~conviction_disregarded(offence)
        & ~finding_invisible(offence)
    )


def _charged(offence: Offence) -> Truth:
    return offence.outcome.is_("charged") & ~finding_invisible(offence)


@regulations.provision(
    "2.43(1)(a)",
    kind="ground",
    sources="S30",
    plain="The Foreign Minister says that the person's presence is against foreign "
    "policy.",
)
def foreign_minister_determined(person: Person) -> Truth:
    """The Foreign Minister has personally determined against the holder's presence."""
    return recorded(person, "contrary_to_foreign_policy")


@regulations.provision(
    "2.43(1)(b)",
    kind="ground",
    sources="S30",
    plain="ASIO has assessed the person to be a risk to security.",
)
def assessed_as_security_risk(person: Person) -> Truth:
    """ASIO has assessed the holder to be directly or indirectly a risk to security."""
    return recorded(person, "security_risk")


@regulations.provision(
    "2.43(1)(oa)",
    since="2014-07-01",
    kind="ground",
    sources="S30",
    plain="Any conviction, for the holder of a temporary visa other than Subclass 050, "
    "051 or 444.",
    note="The starting day is from memory. A paper that quotes the text was read; "
    "whether a conviction abroad counts is left open.",
)
def convicted_on_a_temporary_visa(person: Person, visa: Visa) -> Truth:
    """Convicted of an offence while holding a temporary visa not 050, 051 or 444."""
    excepted = visa.kind.is_("special_category_444", "bridging_e_050")
    here = person.offences.any(
        lambda offence: _convicted(offence) & offence.jurisdiction.is_(*AUSTRALIAN)
    )
    convicted = readings(
        "whether a foreign conviction counts", here, person.offences.any(_convicted)
    )
    return temporary(visa) & ~excepted & convicted


@regulations.provision(
    "2.43(1)(ob)",
    since="2014-07-01",
    kind="ground",
    mark="?",
    sources="S30",
    plain="An Interpol notice, for the holder of a temporary visa.",
    note="Whether Subclass 444 is excepted here as in (oa) was not checked.",
)
def subject_of_interpol_notice(person: Person, visa: Visa) -> Truth:
    """An Interpol notice is in force about the holder of a temporary visa."""
    excepted = visa.kind.is_("special_category_444", "bridging_e_050")
    reaches = readings("whether (ob) excepts Subclass 444", temporary(visa), ~excepted)
    in_force = (person.interpol_notice_on <= as_at) & (
        as_at < person.interpol_notice_ended_on
    )
    return temporary(visa) & in_force & reaches & stated(person, "interpol_risk")


@regulations.provision(
    "2.43(1)(p)",
    since="2013-06-29",
    kind="ground",
    mark="M",
    sources="S30a",
    plain="A charge or a conviction, for the holder of a bridging visa E.",
    note="Made 2013-06-28; the starting day is from memory.",
)
def charged_on_a_bridging_visa(person: Person, visa: Visa) -> Truth:
    """Convicted of, or charged with, an offence while holding a bridging visa E."""
    return visa.kind.is_("bridging_e_050") & person.offences.any(
        lambda offence: _convicted(offence) | _charged(offence)
    )
