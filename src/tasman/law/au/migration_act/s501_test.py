"""Section 501(6): the character test. Yes means that the person does not pass.

A limb left to someone's judgment is unknown unless the case states the finding, so a
pass is never certain while such a limb is open; failing one limb is enough to fail.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from tasman.facts.vocabulary import Offence, Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s501_record import (
    acquitted_and_detained,
    sentenced_to_death,
    sentenced_to_life,
    sentenced_to_twelve_months,
    terms_totalling_twelve_months,
    unfit_and_detained,
)
from tasman.law.au.migration_act.s501_sentences import (
    conviction_disregarded,
    finding_invisible,
)
from tasman.law.au.migration_act.stated import stated
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


def _visible(offence: Offence) -> Truth:
    return ~conviction_disregarded(offence) & ~finding_invisible(offence)


def _significant(person: Person, risk: str) -> Truth:
    found = person.findings.where(
        lambda f: f.finding.is_(risk) & f.holds & (f.ended_on > as_at)
    )
    return judged(person, risk) & (found.any(lambda f: f.significant) | ~found.any())


def _any_of(truths: Sequence[Truth]) -> Truth:
    return reduce(or_, truths)


# ---- limbs of record ----------------------------------------------------------------
@act.provision(
    "501(6)(a)",
    since="1999-06-01",
    kind="ground",
    sources="S1",
    plain="Has a substantial criminal record.",
)
def substantial_criminal_record(person: Person) -> Truth:
    """Has a substantial criminal record, as (7) defines it."""
    return (
        sentenced_to_death(person)
        | sentenced_to_life(person)
        | sentenced_to_twelve_months(person)
        | terms_totalling_twelve_months(person)
        | acquitted_and_detained(person)
        | unfit_and_detained(person)
    )


@act.provision(
    "501(6)(aa)",
    since="2011-04-26",
    kind="ground",
    sources="S1 S7",
    plain="Convicted of an offence committed in immigration detention or in escaping.",
    note="No least penalty. Reaches earlier convictions: debated so, but the Act's own "
    "application item was not seen. Assent came only in July 2011 (from memory).",
)
def offended_in_immigration_detention(person: Person) -> Truth:
    """Convicted of an offence committed in immigration detention or while escaped."""
    return person.offences.any(
        lambda o: o.outcome.is_("convicted") & o.in_immigration_detention & _visible(o)
    )


@act.provision(
    "501(6)(ab)",
    since="2011-04-26",
    kind="ground",
    sources="S1",
    plain="Convicted of escaping from immigration detention.",
)
def escaped_from_immigration_detention(person: Person) -> Truth:
    """Convicted of an offence against s 197A."""
    return person.offences.any(
        lambda o: o.outcome.is_("convicted") & o.is_detention_escape & _visible(o)
    )


@act.provision(
    "501(6)(e)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Convicted or found guilty, anywhere, of a sexual offence involving a child.",
    note="Also where the charge was found proved and no conviction recorded; but a "
    "finding that State law says never was is invisible: [2023] HCA 17.",
)
def child_sex_offence(person: Person) -> Truth:
    """A court convicted, or found proved, a sexual offence involving a child."""
    return person.offences.any(
        lambda o: (
            o.outcome.is_("convicted", "proved_without_conviction")
            & o.involves_child_sexually
            & _visible(o)
        )
    )


@act.provision(
    "501(6)(f)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Charged, anywhere, with a crime of serious international concern.",
    note="A charge is enough, whatever came of it (inference from the text).",
)
def charged_with_international_crime(person: Person) -> Truth:
    """Charged with or indicted for genocide, a war crime, torture, slavery or such."""
    return person.offences.any(lambda o: o.international_crime & ~finding_invisible(o))


@act.provision(
    "501(6)(g)",
    since="2014-12-11",
    kind="ground",
    sources="S1",
    plain="Assessed by ASIO as a risk to security.",
    note="An assessment is a fact of record: where the case lists all findings and "
    "none is this one, the answer is no.",
)
def assessed_as_security_risk(person: Person) -> Truth:
    """Assessed by ASIO to be directly or indirectly a risk to security."""
    return person.findings.any(
        lambda f: f.finding.is_("security_risk") & f.holds & (f.ended_on > as_at)
    )


# ---- limbs of judgment --------------------------------------------------------------
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
    return _any_of([_significant(person, risk) for risk in RISKS])


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
    in_force = (person.interpol_notice_on <= as_at) & (
        as_at < person.interpol_notice_ended_on
    )
    inferred = judged(person, "interpol_risk")
    said = person.findings.any(
        lambda f: f.finding.is_("interpol_risk") & f.holds & (f.ended_on > as_at)
    )
    return said | (in_force & inferred)


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


# ---- the test -----------------------------------------------------------------------
@act.provision(
    "501(6) objective limbs",
    since="1999-06-01",
    kind="status",
    sources="S1",
    plain="Fails the character test on the record alone.",
    citation="Migration Act 1958 (Cth) s 501(6)(a), (aa), (ab), (e), (f), (g)",
    note="A limb not yet in force on the law date is not failed.",
)
def fails_objective_limb(person: Person) -> Truth:
    """Fails a limb that facts of record decide: (a), (aa), (ab), (e), (f) or (g)."""
    return (
        substantial_criminal_record(person)
        | offended_in_immigration_detention(person)
        | escaped_from_immigration_detention(person)
        | child_sex_offence(person)
        | charged_with_international_crime(person)
        | assessed_as_security_risk(person)
    )


def _first_limbs(person: Person) -> Truth:
    return (
        substantial_criminal_record(person)
        | suspected_association(person)
        | not_of_good_character(person)
        | risk_in_australia(person)
    )


def _limbs_of_2011(person: Person) -> Truth:
    return (
        offended_in_immigration_detention(person)
        | escaped_from_immigration_detention(person)
        | _first_limbs(person)
    )


def _limbs_of_2014(person: Person) -> Truth:
    return (
        child_sex_offence(person)
        | charged_with_international_crime(person)
        | assessed_as_security_risk(person)
        | _limbs_of_2011(person)
        | suspected_of_serious_conduct(person)
        | interpol_notice(person)
    )


@act.provision(
    "501(6)",
    since="1999-06-01",
    until="2011-04-26",
    kind="status",
    sources="S1 S5",
    plain="Does not pass the character test, if one of four limbs applies.",
    note="Act of 1998. A person passes unless a limb applies.",
)
def fails_character_test_of_1999(person: Person) -> Truth:
    """Does not pass the character test: limbs (a), (b), (c), (d)."""
    return _first_limbs(person)


@act.provision(
    "501(6)",
    since="2011-04-26",
    until="2014-12-11",
    kind="status",
    sources="S1 S7",
    plain="Does not pass the character test, if one of six limbs applies.",
    note="Act of 2011: (aa) and (ab) added, for decisions from this day.",
)
def fails_character_test_of_2011(person: Person) -> Truth:
    """Does not pass the character test: limbs (a), (aa), (ab), (b), (c), (d)."""
    return _limbs_of_2011(person)


@act.provision(
    "501(6)",
    since="2014-12-11",
    until="2026-01-22",
    kind="status",
    sources="S1 S3 S4",
    plain="Does not pass the character test, if any one of its limbs applies.",
    note="Act No. 129 of 2014: (b) and (d) rewritten, (ba) and (e) to (h) added.",
)
def fails_character_test_of_2014(person: Person) -> Truth:
    """Does not pass the character test: any limb from (a) to (h)."""
    return _limbs_of_2014(person)


@act.provision(
    "501(6)",
    since="2026-01-22",
    kind="status",
    sources="S1 S33 S34",
    plain="Does not pass the character test, if any one of its limbs applies.",
    note="Act No. 2 of 2026 added the ground of hatred and extremism. No other "
    "amendment was found to 2026-11-21, which does not prove that there is none.",
)
def fails_character_test(person: Person) -> Truth:
    """Does not pass the character test: any of (a) to (h), or the hate ground."""
    return _limbs_of_2014(person) | suspected_of_hate_or_extremism(person)
