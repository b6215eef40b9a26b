"""Section 501(6): the limbs that the law leaves to someone's judgment.

Each is unknown unless the case states the finding. (h) is mixed: the notice is a matter
of record, what may be inferred from it is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.stated import recorded, stated
from tasman.rules.handles import Truth, as_at

RISKS = (
    "risk_of_crime",
    "risk_of_harassment",
    "risk_of_vilification",
    "risk_of_discord",
    "risk_of_danger",
)
"""The five risks of (d)(i) to (v), by the finding that states each."""


def judged(person: Person, matter: str) -> Truth:
    """Whether a limb left to judgment is met, as the findings of the case state it.

    A standing finding on the limb decides it; else a standing finding that the person
    passes the test says no; else it stays with the decision-maker.
    """
    standing = person.findings.where(lambda f: f.holds & (f.ended_on > as_at))
    found = standing.any(lambda f: f.finding.is_(matter))
    passes = standing.any(lambda f: f.finding.is_("passes_character_test"))
    return stated(person, matter) & (found | ~passes)


def _significant(person: Person, risk: str) -> Truth:
    found = person.findings.where(
        lambda f: f.finding.is_(risk) & f.holds & (f.ended_on > as_at)
    )
    return judged(person, risk) & (found.any(lambda f: f.significant) | ~found.any())


def _any_of(truths: Sequence[Truth]) -> Truth:
    return reduce(or_, truths)


@act.provision(
    "501(6)(b)",
    since="1999-06-01",
    until="2014-12-11",
    kind="ground",
    sources="S8",
    plain="An association, now or before, with people suspected of crime.",
    note="Read narrowly: an innocent association, or bare membership, was not enough "
    "([2007] FCAFC 203; the gloss is from memory).",
)
def association_with_suspects(person: Person) -> Truth:
    """An association with one whom the Minister reasonably suspects of crime."""
    return judged(person, "association")


@act.provision(
    "501(6)(b)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S8 S8a",
    plain="Suspected membership of, or association with, a group or person suspected "
    "of crime.",
    note="Bare membership is in the text. [2016] FCA 750 (from memory) is the usual "
    "starting point; see [2022] FCAFC 120.",
)
def suspected_association(person: Person) -> Truth:
    """Reasonably suspected membership or association, and crime of those others."""
    return judged(person, "association")


@act.provision(
    "501(6)(ba)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Suspected of people-smuggling, trafficking or a grave international crime.",
    note="No conviction is needed.",
)
def suspected_of_serious_conduct(person: Person) -> Truth:
    """Reasonably suspected of smuggling, trafficking or a crime of serious concern."""
    return judged(person, "serious_conduct")


@act.provision(
    "501(6)(c)",
    since="1999-06-01",
    kind="ground",
    sources="S1",
    plain="Not of good character, from past and present conduct.",
)
def not_of_good_character(person: Person) -> Truth:
    """Not of good character, having regard to criminal or general conduct."""
    return judged(person, "not_of_good_character")


def any_significant_risk(person: Person) -> Truth:
    """Return whether one of the five risks has been found to be significant."""
    return _any_of([_significant(person, risk) for risk in RISKS])


@act.provision(
    "501(6)(d)",
    since="1999-06-01",
    until="2014-12-11",
    kind="ground",
    sources="S1 S4a",
    plain="A significant risk of crime, harassment, vilification, discord or danger.",
    note="A finding of some risk does not say that it is significant. Harassment may "
    "be without violence: s 501(11).",
)
def significant_risk_in_australia(person: Person) -> Truth:
    """A significant risk that, in Australia, the person would do one of five things."""
    return any_significant_risk(person)


@act.provision(
    "501(6)(d)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S4a",
    plain="A risk of crime, harassment, vilification, discord or danger.",
    note="Any risk, no longer a significant one. Harassment may be without violence, "
    "or by damage to property: s 501(11).",
)
def risk_in_australia(person: Person) -> Truth:
    """A risk that, in Australia, the person would do one of five things."""
    return _any_of([judged(person, risk) for risk in RISKS])


@act.provision(
    "501(6)(h)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="An Interpol notice in force, from which a risk may be inferred.",
    note="The notice is a matter of record, the inference one of judgment.",
)
def interpol_notice(person: Person) -> Truth:
    """An Interpol notice in force, from which it is reasonable to infer a risk."""
    stands = as_at < person.interpol_notice_ended_on
    said = recorded(person, "interpol_risk")
    issued = said | (person.interpol_notice_on <= as_at)
    return stands & issued & judged(person, "interpol_risk")


@act.provision(
    "501(6) hate ground",
    since="2026-01-22",
    kind="ground",
    sources="S33 S34 S35",
    mark="?",
    plain="Suspected of spreading hatred or extremism, or belonging to those who do.",
    citation="Migration Act 1958 (Cth) s 501(6), ground added in 2026",
    note="That s 501 was so amended was read, its paragraph number and text were not; "
    "taken to match s 500A(1A). A suspicion may rest on earlier conduct "
    "(unverified). Discretionary: a report of mandatory cancellation is not followed.",
    data={"reach_back_unverified": True},
)
def suspected_of_hate_or_extremism(person: Person) -> Truth:
    """Reasonably suspected of membership, support, conduct or statements of hatred."""
    return judged(person, "hate_or_extremism")
