"""Sections 24, 25 and 34: bars to approval, and what can undo it.

Each bar is a date: the first day on which it no longer stands in the way.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Custody, Offence, Person, Sentence
from tasman.facts.vocabulary.offending import AUSTRALIAN
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.citizenship_act.s05 import permanent_resident
from tasman.law.au.citizenship_act.s22 import grown_up_on
from tasman.law.au.past import long_ago
from tasman.law.au.status import citizen
from tasman.rules.handles import Date, Duration, Truth, as_at, days, months, years


def _in_prison_here(custody: Custody) -> Truth:
    return (
        custody.place.is_("gaol", "youth_detention")
        & custody.country.is_("australia")
        & ~custody.basis.is_("parole", "immigration")
    )


@citizenship.provision("3 serious prison sentence", since="2007-07-01", sources="S1")
def serious_sentence(sentence: Sentence, *, least: Duration = months(12)) -> Truth:
    """A sentence to imprisonment for 12 months or more."""
    prison = sentence.kind.is_(
        "gaol", "suspended", "part_suspended", "youth_detention", "intensive_correction"
    )
    long = prison & sentence.term.at_least(least, start=sentence.starts_on)
    return long | sentence.kind.is_("life", "indefinite")


@citizenship.provision(
    "24(6)(a)",
    plain="Not while a charge is pending.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def charge_ends_on(person: Person) -> Date:
    """The day after proceedings for an offence against Australian law end."""

    def pending(offence: Offence) -> Truth:
        return offence.outcome.is_("charged") & offence.jurisdiction.is_(*AUSTRALIAN)

    return person.offences.where(pending).latest(
        lambda offence: offence.proceedings_ended_on + days(1), long_ago()
    )


@citizenship.provision(
    "24(6)(b)",
    plain="Not while in prison.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def out_of_prison_on(person: Person) -> Date:
    """The day after the last day confined to a prison in Australia."""
    spells = person.custody.where(_in_prison_here)
    return spells.latest(lambda spell: spell.ended_on + days(1), long_ago())


def _serving_serious(custody: Custody) -> Truth:
    return _in_prison_here(custody) & custody.serious_sentence


@citizenship.provision(
    "24(6)(c)",
    plain="Not for two years after a term of 12 months or more.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def two_years_from_serious(person: Person, *, bar: Duration = years(2)) -> Date:
    """The day after the two years from confinement for 12 months or more."""
    spells = person.custody.where(_serving_serious)
    return spells.latest(lambda spell: spell.ended_on + bar + days(1), long_ago())


@citizenship.provision("3 serious repeat offender", since="2007-07-01", sources="S1")
def serious_repeat(person: Person, custody: Custody) -> Truth:
    """Confined for an offence committed after leaving confinement for a serious one."""
    return _serving_serious(custody) & person.sentences.any(
        lambda sentence: (
            serious_sentence(sentence)
            & (sentence.imposed_on <= custody.ended_on)
            & person.custody.any(
                lambda earlier: (
                    _serving_serious(earlier)
                    & (earlier.ended_on < sentence.committed_on)
                    & (earlier.ended_on < custody.began_on)
                )
            )
        )
    )


@citizenship.provision(
    "24(6)(d)",
    plain="Not for ten years after a second such term.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def ten_years_from_repeat(person: Person, *, bar: Duration = years(10)) -> Date:
    """The day after the ten years from confinement as a serious repeat offender."""
    spells = person.custody.where(lambda spell: serious_repeat(person, spell))
    return spells.latest(lambda spell: spell.ended_on + bar + days(1), long_ago())


@citizenship.provision(
    "24(6)(e)",
    plain="Not while on parole.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def parole_ends_on(person: Person) -> Date:
    """The day after parole or licence ends."""
    spells = person.custody.where(lambda spell: spell.basis.is_("parole"))
    return spells.latest(lambda spell: spell.ended_on + days(1), long_ago())


@citizenship.provision(
    "24(6)(f) and (g)",
    plain="Not while on a bond or a suspended sentence.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def security_ends_on(person: Person) -> Date:
    """The day after a suspension, bond or undertaking to be of good behaviour ends."""
    bound = person.sentences.where(
        lambda sentence: sentence.kind.is_("suspended", "part_suspended", "bond")
    )
    return bound.latest(
        lambda sentence: sentence.security_ends_on + days(1), long_ago()
    )


@citizenship.provision(
    "24(6)(h)",
    plain="Not while confined in a hospital by a court.",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
)
def out_of_hospital_on(person: Person) -> Date:
    """The day after court-ordered psychiatric confinement ends."""
    spells = person.custody.where(lambda spell: spell.place.is_("forensic_hospital"))
    return spells.latest(lambda spell: spell.ended_on + days(1), long_ago())


BARS = (
    charge_ends_on,
    out_of_prison_on,
    two_years_from_serious,
    ten_years_from_repeat,
    parole_ends_on,
    security_ends_on,
    out_of_hospital_on,
)


@citizenship.provision(
    "24(6)",
    since="2007-07-01",
    kind="duty",
    holder="minister",
    sources="S1",
    plain="Citizenship must not be approved yet.",
    note="Judged at the decision, not at the application; children too, but not s "
    "21(8).",
)
def must_not_approve(person: Person) -> Truth:
    """A bar stands in the way of approval on the as-at day."""
    barred = BARS[0](person) > as_at
    for bar in BARS[1:]:
        barred = barred | (bar(person) > as_at)
    return barred


@citizenship.provision(
    "25(2)(b)(i)",
    plain="Approved but no longer a permanent resident: it can be undone.",
    since="2007-07-01",
    kind="power",
    holder="minister",
    sources="S1",
)
def may_cancel_approval(person: Person) -> Truth:
    """Approved as an adult, not yet a citizen, and no longer a permanent resident."""
    grown = grown_up_on(person) <= person.citizenship_applied_on
    approved = (person.citizenship_approved_on <= as_at) & grown
    return approved & ~citizen(person) & ~permanent_resident(person)


@citizenship.provision(
    "34(2)(b)(ii)",
    since="2007-07-01",
    kind="power",
    holder="minister",
    sources="S1 S30",
    plain="Citizenship by grant can be revoked over a serious crime from before it.",
    note="Needs also that keeping it be against the public interest. Barred if it "
    "would "
    "leave the person stateless; a citizen of New Zealand too is not protected by "
    "that.",
)
def may_revoke(person: Person) -> Truth:
    """Citizen by grant; later sentenced to 12 months for a crime before the grant."""
    return person.citizenships.any(
        lambda held: (
            held.country.is_("australia")
            & held.by.is_("grant")
            & (held.ended_on > as_at)
            & person.sentences.any(
                lambda sentence: (
                    serious_sentence(sentence)
                    & (sentence.committed_on < held.began_on)
                    & (sentence.imposed_on > person.citizenship_applied_on)
                )
            )
        )
    )
