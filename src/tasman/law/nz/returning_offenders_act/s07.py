"""Sections 7 and 16 to 18: returning offenders and returning prisoners."""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.nz.returning_offenders_act.act import returning_offenders
from tasman.rules.handles import (
    NO,
    YES,
    Date,
    Duration,
    Truth,
    as_at,
    months,
    readings,
    unknown,
    years,
)

START = "2015-11-18"


@returning_offenders.provision(
    "7 conviction",
    since=START,
    sources="S5 S17",
    plain="Convicted abroad of what New Zealand could punish with prison, and "
    "removable for it.",
)
def triggering_conviction(offence: Offence) -> Truth:
    """Convicted overseas of conduct imprisonable here, and liable to removal for it."""
    return (
        offence.outcome.is_("convicted")
        & ~offence.jurisdiction.is_("new_zealand")
        & offence.imprisonable_in_new_zealand
        & offence.removal_liability
        & ~((offence.quashed_on <= as_at) | (offence.pardoned_on <= as_at))
    )


@returning_offenders.provision(
    "7",
    since=START,
    kind="status",
    sources="S5 S17",
    plain="A returning offender: police may take particulars and DNA.",
    note="Any return counts, voluntary too. No length of sentence is needed.",
)
def returning_offender(person: Person) -> Truth:
    """Has a triggering conviction and has returned to New Zealand."""
    back = person.returned_to_new_zealand_on <= as_at
    return back & person.offences.any(triggering_conviction)


def _committed_on(sentence: Sentence) -> Date:
    return sentence.committed_on


@returning_offenders.provision(
    "3A",
    until=START,
    known_until="2022-12-19",
    applies_by=_committed_on,
    sources="S8",
    plain="Older offences were treated as covered.",
)
@returning_offenders.provision(
    "3A",
    until=START,
    known_since="2023-02-28",
    applies_by=_committed_on,
    sources="S4 S9 S12",
    plain="Older offences are covered: the Act says so since 2023.",
    note="Section 3A, in force 2023-02-28; s 3B puts it above other law. [2023] NZCA "
    "93 "
    "held that they had been covered all along; leave to appeal refused.",
)
@returning_offenders.provision(
    "3A",
    since=START,
    applies_by=_committed_on,
    sources="S5",
    plain="Offences since the Act are covered.",
)
def reaches(sentence: Sentence) -> Truth:
    """The Act reaches the offence, whenever it was committed."""
    return YES


@returning_offenders.provision(
    "3A",
    until=START,
    known_since="2022-12-19",
    known_until="2023-02-28",
    applies_by=_committed_on,
    sources="S8 S9",
    plain="For ten weeks the courts doubted that older offences were covered.",
    note="[2022] NZHC 3514; a stay operated from 2022-12-23. The day of judgment is "
    "from "
    "memory.",
)
def reach_challengeable(sentence: Sentence) -> Truth:
    """Open to challenge: the High Court held the Act not clear enough to reach back."""
    return readings("whether the Act reaches offences from before it", YES, NO)


@returning_offenders.provision(
    "17 counted",
    since=START,
    sources="S16 S20",
    plain="A sentence served in prison, abroad.",
    note="Wholly suspended: no release from custody, so not counted (from memory).",
)
def counted(sentence: Sentence) -> Truth:
    """An overseas prison sentence within reach; a part-suspended one is unsettled."""
    served = sentence.kind.is_("gaol", "life", "indefinite", "youth_detention")
    part = sentence.kind.is_("part_suspended") & unknown(
        UNSETTLED,
        "part-suspended sentences ([2024] NZDC 29896: no order possible; whether s 17 "
        "or s 26 fails is unconfirmed)",
    )
    return (
        (served | part)
        & ~sentence.jurisdiction.is_("new_zealand")
        & ~(sentence.quashed_on <= as_at)
        & reaches(sentence)
    )


def longer_than(person: Person, length: Duration) -> Truth:
    """Whether one term, or terms to be served one after another, exceed a length."""
    terms = person.sentences.where(counted)
    single = terms.any(
        lambda s: (
            s.kind.is_("life", "indefinite")
            | ~length.at_least(s.term, start=s.starts_on)
        )
    )
    summed = terms.where(lambda s: s.cumulative).total(lambda s: s.term)
    return single | ~length.at_least(summed)


@returning_offenders.provision(
    "17(1) term",
    since=START,
    sources="S4 S20",
    plain="Sentenced to more than a year; exactly a year is not enough.",
    note="Concurrent terms: the longest only (from memory). Australia's own line is 12 "
    "months or more.",
)
def long_enough(person: Person, *, more_than: Duration = months(12)) -> Truth:
    """Imprisoned for more than one year, singly or by cumulative terms."""
    return longer_than(person, more_than)


@returning_offenders.provision(
    "17 released on",
    since=START,
    sources="S1 S20",
    plain="The day custody ended, prison or detention running on from it.",
)
def custody_ended_on(person: Person, *, within: Duration = months(6)) -> Date:
    """The end of prison, or of immigration detention begun within six months of it."""
    prison = person.custody.where(
        lambda spell: (
            spell.place.is_("gaol", "youth_detention")
            & spell.basis.is_("sentence")
            & ~spell.country.is_("new_zealand")
        )
    )
    released = prison.latest(lambda spell: spell.ended_on, as_at - years(200))
    detained = person.custody.where(
        lambda spell: (
            spell.place.is_("immigration_detention")
            & (spell.began_on <= released + within)
        )
    )
    return detained.latest(lambda spell: spell.ended_on, released)


@returning_offenders.provision(
    "17(1) return",
    since=START,
    sources="S1 S20",
    plain="Back within six months of leaving custody.",
)
def soon_enough(person: Person, *, within: Duration = months(6)) -> Truth:
    """Returned within six months after release from custody, the last day included."""
    return person.returned_to_new_zealand_on <= custody_ended_on(person) + within


@returning_offenders.provision(
    "16",
    since=START,
    kind="status",
    sources="S4 S20",
    plain="A returning prisoner: supervised on standard conditions.",
    note="On the Commissioner of Police's determination. That it must be made when the "
    "criteria are met is from memory.",
)
def returning_prisoner(person: Person) -> Truth:
    """A returning offender, sentenced to over a year, back within six months."""
    return returning_offender(person) & long_enough(person) & soon_enough(person)


@returning_offenders.provision(
    "18",
    since=START,
    kind="time limit",
    mark="?",
    sources="S20",
    plain="The last day for the police to decide.",
    note="That six months run from the return is secondary: the section was not read.",
)
def last_day_to_determine(person: Person, *, limit: Duration = months(6)) -> Date:
    """Six months after the return."""
    return person.returned_to_new_zealand_on + limit
