"""Sections 8 to 34: what follows for returning offenders and returning prisoners."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.nz.returning_offenders_act.act import returning_offenders
from tasman.law.nz.returning_offenders_act.s07 import (
    START,
    long_enough,
    longer_than,
    returning_offender,
    returning_prisoner,
    soon_enough,
)
from tasman.rules.handles import Truth, as_at, months


@returning_offenders.provision(
    "8 to 15",
    since=START,
    kind="power",
    holder="police",
    sources="S5 S19",
    plain="Police may take name, address, photograph, fingerprints and DNA.",
    note="The maximum for refusing (s 13) is not verified.",
)
def may_take_particulars(person: Person) -> Truth:
    """Identifying particulars and a bodily sample may be taken, in detention too."""
    return returning_offender(person)


@returning_offenders.provision(
    "18A",
    since="2023-02-28",
    kind="duty",
    holder="commissioner of police",
    natural_justice="excluded beforehand",
    sources="S9",
    plain="No warning and no hearing before the decision.",
    note="[2022] NZHC 3514 had required a hearing; none was given before it.",
)
def no_hearing_beforehand(person: Person) -> Truth:
    """Neither notice nor a hearing may be given before a determination."""
    return returning_prisoner(person)


@returning_offenders.provision(
    "22",
    since=START,
    kind="entitlement",
    sources="S4",
    plain="May ask for a review; conditions go on meanwhile.",
    note="That the Commissioner conducts it is from memory; its time limit is unknown.",
)
def may_ask_for_review(person: Person) -> Truth:
    """May ask that the determination be reviewed; s 23: that suspends nothing."""
    return returning_prisoner(person)


@returning_offenders.provision(
    "23A",
    since="2023-02-28",
    kind="duty",
    holder="commissioner of police",
    sources="S4",
    plain="The decision must be revoked: the conviction is gone.",
    note="Where there is a determination: a case does not say that one was made.",
)
def must_revoke(person: Person) -> Truth:
    """Back, with an overseas conviction since overturned or pardoned."""
    back = person.returned_to_new_zealand_on <= as_at
    return back & person.offences.any(
        lambda offence: (
            offence.removal_liability
            & ((offence.quashed_on <= as_at) | (offence.pardoned_on <= as_at))
        )
    )


@returning_offenders.provision(
    "24",
    since=START,
    kind="consequence",
    sources="S4 S21",
    plain="Standard release conditions apply by themselves from service of the notice.",
    note="Report to probation as soon as practicable and within 72 hours; address, "
    "work, moves and associations under direction; not leave New Zealand without "
    "consent. The Act's own penalty for breach is unverified (Parole Act s 71: a year, "
    "or 2,000 dollars).",
)
def standard_conditions(person: Person) -> Truth:
    """Subject to the standard conditions of Parole Act 2002 s 14."""
    return returning_prisoner(person)


@returning_offenders.provision(
    "26",
    since=START,
    kind="power",
    holder="district court",
    natural_justice="on application by the chief executive of Corrections",
    sources="S16 S17",
    plain="A court may add special conditions.",
    note="Part-suspended sentences: no jurisdiction ([2024] NZDC 29896).",
)
def special_conditions(person: Person) -> Truth:
    """Special conditions may be imposed on a returning prisoner."""
    return returning_prisoner(person)


@returning_offenders.provision(
    "32",
    since=START,
    kind="power",
    holder="district court",
    natural_justice="on application",
    sources="S6 S17",
    plain="Out of custody too long for automatic supervision, but a court may order "
    "it.",
)
def court_ordered_conditions(person: Person) -> Truth:
    """Over six months out of custody, but supervised meanwhile for the conviction."""
    supervised = person.custody.any(lambda spell: spell.basis.is_("parole"))
    return (
        returning_offender(person)
        & long_enough(person)
        & ~soon_enough(person)
        & supervised
    )


def _indeterminate(person: Person) -> Truth:
    return person.sentences.any(
        lambda sentence: (
            sentence.kind.is_("life", "indefinite")
            & ~sentence.jurisdiction.is_("new_zealand")
        )
    )


def _band(name: str, plain: str, low: int, high: int | None, rule: object) -> None:
    assert callable(rule)
    returning_offenders.provision(
        f"24 band {name}",
        since=START,
        kind="consequence",
        mark="?",
        sources="S6 S70",
        plain=plain,
        data={"band": name, "verified": False}
        | {"candidate_low_months": low, "candidate_high_months": high},
        note="That the time steps up with the sentence is verified; the bands and "
        "their "
        "months are not.",
    )(rule)


def in_band_1(person: Person) -> Truth:
    """Over one year and up to two: the shortest supervision."""
    prisoner = returning_prisoner(person) & ~_indeterminate(person)
    return prisoner & ~longer_than(person, months(24))


def in_band_2(person: Person) -> Truth:
    """Over two years and up to five."""
    prisoner = returning_prisoner(person) & ~_indeterminate(person)
    return prisoner & longer_than(person, months(24)) & ~longer_than(person, months(60))


def in_band_3(person: Person) -> Truth:
    """Over five years."""
    prisoner = returning_prisoner(person) & ~_indeterminate(person)
    return prisoner & longer_than(person, months(60))


def in_band_4(person: Person) -> Truth:
    """For life or without a fixed end."""
    return returning_prisoner(person) & _indeterminate(person)


_band("B1", "Supervised for the first band, by sentence.", 6, 12, in_band_1)
_band("B2", "Supervised for the second band, by sentence.", 12, 24, in_band_2)
_band("B3", "Supervised for the third band, by sentence.", 24, 60, in_band_3)
_band("B4", "Supervised for the fourth band, by sentence.", 60, None, in_band_4)
