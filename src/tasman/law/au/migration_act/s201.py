"""Sections 200 to 204: deportation, and its shield after ten years here."""

from __future__ import annotations

from tasman.facts.kinds import NOT_COVERED
from tasman.facts.vocabulary import Custody, Person, Sentence, Stay
from tasman.facts.vocabulary.offending import AUSTRALIAN
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen, sentenced_for
from tasman.law.au.migration_act.s501_test import assessed_as_security_risk
from tasman.rules.handles import (
    Date,
    Duration,
    Number,
    Truth,
    as_at,
    choose,
    months,
    readings,
    unknown,
    years,
)

AS_NEW_ZEALANDER = ("exempt_non_citizen", "special_category_visa")
AS_PERMANENT_RESIDENT = ("permanent", "citizen")


# ---- section 204: counting time here ------------------------------------------------
@act.provision(
    "204(1) prison",
    sources="S1",
    mark="I",
    plain="Time in prison for an offence does not count as time here.",
    citation="Migration Act 1958 (Cth) s 204(1), (3)",
    note="A prison is any custodial institution; periodic detention and time as an "
    "escapee are included. Remand is left out of account or not on two readings.",
)
def confined_in_prison(custody: Custody) -> Truth:
    """Confinement in a prison here for an offence whose conviction was not quashed."""
    under_sentence = custody.basis.is_("sentence")
    counted_out = readings(
        "whether time on remand is confinement for the offence",
        under_sentence,
        under_sentence | custody.basis.is_("remand"),
    )
    prison = custody.place.is_("gaol", "youth_detention") & counted_out
    stands = custody.conviction_quashed_on > as_at
    return prison & custody.country.is_("australia") & stands


def _earlier(first: Date, second: Date) -> Date:
    return choose(first < second, first, second)


def _days_here(person: Person, sentence: Sentence, footings: tuple[str, ...]) -> Number:
    """Days here on these footings before the offence, less those in prison."""
    offence = sentence.committed_on
    prison = person.custody.where(confined_in_prison)

    def counted_days(stay: Stay) -> Number:
        until = _earlier(stay.departed_on, offence)
        confined = prison.covered_days(
            lambda c: c.began_on, lambda c: c.ended_on, within=(stay.arrived_on, until)
        )
        return (until - stay.arrived_on) - confined

    stays = person.stays.where(
        lambda s: s.footing.is_(*footings) & (s.arrived_on < offence)
    )
    return stays.total(counted_days)


@act.provision(
    "204 New Zealander",
    sources="S1",
    plain="Days here as a New Zealander before the offence, prison left out.",
    citation="Migration Act 1958 (Cth) ss 201(b)(ii), 204",
)
def days_as_new_zealander(person: Person, sentence: Sentence) -> Number:
    """Days as an exempt non-citizen or special category visa holder, less prison."""
    return _days_here(person, sentence, AS_NEW_ZEALANDER)


@act.provision(
    "204(2)",
    sources="S1",
    plain="Days here without a limit on the stay before the offence, prison left out.",
    citation="Migration Act 1958 (Cth) ss 201(b)(i), 204",
    note="Time as a citizen is included; unlawful time is not.",
)
def days_as_permanent_resident(person: Person, sentence: Sentence) -> Number:
    """Days as a permanent resident before the offence, less prison."""
    return _days_here(person, sentence, AS_PERMANENT_RESIDENT)


@act.provision(
    "204(2) with special category visa",
    sources="S1",
    mark="?",
    plain="The same, if holding a special category visa is permanent residence.",
    citation="Migration Act 1958 (Cth) ss 201(b)(i), 204",
    note="Whether it is, for this purpose, is open; both readings are tried.",
)
def days_as_resident_or_new_zealander(person: Person, sentence: Sentence) -> Number:
    """Days on either footing before the offence, less prison."""
    return _days_here(person, sentence, AS_PERMANENT_RESIDENT + AS_NEW_ZEALANDER)


# ---- section 201 --------------------------------------------------------------------
def _citizen_at_offence(person: Person, sentence: Sentence, country: str) -> Truth:
    offence = sentence.committed_on
    return person.citizenships.any(
        lambda c: (
            c.country.is_(country) & (c.began_on <= offence) & (offence < c.ended_on)
        )
    )


@act.provision(
    "201(b) non-citizen",
    sources="S1",
    plain="Was not an Australian citizen when the offence was committed.",
    citation="Migration Act 1958 (Cth) s 201(b)",
)
def non_citizen_at_offence(person: Person, sentence: Sentence) -> Truth:
    """A non-citizen when the offence was committed."""
    return ~_citizen_at_offence(person, sentence, "australia")


def _under(days: Number, shield: Duration, sentence: Sentence) -> Truth:
    return ~days.as_days.at_least(shield, end=sentence.committed_on)


def _was_here(person: Person, sentence: Sentence, footings: tuple[str, ...]) -> Truth:
    offence = sentence.committed_on
    return person.stays.any(
        lambda s: s.footing.is_(*footings) & (s.arrived_on <= offence)
    )


@act.provision(
    "201(b)(i)",
    kind="ground",
    sources="S1",
    plain="Here as a permanent resident for less than ten years in all.",
    note="Holders of other temporary visas are outside (inference).",
)
def permanent_resident_under_ten_years(
    person: Person, sentence: Sentence, *, shield: Duration = years(10)
) -> Truth:
    """A permanent resident here for a total of less than ten years at the offence."""
    permanent = _was_here(person, sentence, AS_PERMANENT_RESIDENT) & _under(
        days_as_permanent_resident(person, sentence), shield, sentence
    )
    either = _was_here(person, sentence, AS_PERMANENT_RESIDENT + AS_NEW_ZEALANDER)
    days = days_as_resident_or_new_zealander(person, sentence)
    return readings(
        "whether a special category visa is permanent residence",
        permanent,
        either & _under(days, shield, sentence),
    )


@act.provision(
    "201(b)(ii)",
    kind="ground",
    sources="S1",
    plain="A New Zealander here for less than ten years in all.",
    note="Ten years exactly is not less than ten. Days are held against the ten "
    "calendar years that end with the offence.",
)
def new_zealander_under_ten_years(
    person: Person, sentence: Sentence, *, shield: Duration = years(10)
) -> Truth:
    """A New Zealand citizen here as such for less than ten years at the offence."""
    return (
        _citizen_at_offence(person, sentence, "new_zealand")
        & _was_here(person, sentence, AS_NEW_ZEALANDER)
        & _under(days_as_new_zealander(person, sentence), shield, sentence)
    )


@act.provision(
    "201(c)",
    kind="ground",
    sources="S1 S27",
    plain="That offence drew death, life, or prison for a year or more.",
    note="One offence, one sentence: concurrent short terms do not combine "
    "(inference); s 5AB brings in one sentence for several offences.",
)
def sentenced_to_one_year(
    person: Person, sentence: Sentence, *, threshold: Duration = months(12)
) -> Truth:
    """That offence drew death, life or imprisonment for a year or more."""
    return sentenced_for(sentence, threshold)


@act.provision(
    "201",
    kind="ground",
    sources="S1",
    plain="Sentenced here to a year or more for an offence in the first ten years.",
    note="The shield is in this section alone: s 501(2) may be used where it bars "
    "deportation ([2006] HCA 50, holding from memory).",
)
def deportable_for_crime(person: Person) -> Truth:
    """Convicted here of such an offence, a non-citizen of under ten years here."""

    def caught(sentence: Sentence) -> Truth:
        short = new_zealander_under_ten_years(
            person, sentence
        ) | permanent_resident_under_ten_years(person, sentence)
        here = sentence.jurisdiction.is_(*AUSTRALIAN)
        grave = sentenced_to_one_year(person, sentence)
        return here & grave & non_citizen_at_offence(person, sentence) & short

    return non_citizen(person) & person.sentences.any(caught)


@act.provision(
    "202",
    kind="ground",
    sources="S1",
    plain="Assessed as a threat to security within the first ten years.",
    note="The section has its own procedure and day of measurement, not covered here.",
)
def deportable_for_security(person: Person) -> Truth:
    """An adverse security assessment of a non-citizen of under ten years' standing."""
    details = unknown(NOT_COVERED, "s 202: its procedure and day of measurement")
    return non_citizen(person) & assessed_as_security_risk(person) & details


@act.provision(
    "203",
    kind="ground",
    sources="S1",
    plain="Convicted of treason, sabotage or the like, whatever the time here.",
    note="The offences, and the Commissioner's inquiry that must come first, are not "
    "covered here.",
)
def deportable_for_treason(person: Person) -> Truth:
    """Convicted of treason, sabotage or the like, after a Commissioner's report."""
    convicted = person.offences.any(
        lambda o: o.outcome.is_("convicted") & o.category.is_("terrorism", "other")
    )
    details = unknown(NOT_COVERED, "s 203: which offences, and the Commissioner")
    return non_citizen(person) & convicted & details


@act.provision(
    "200",
    kind="power",
    holder="Minister or delegate",
    natural_justice="yes (from memory)",
    sources="S1",
    plain="The Minister may order deportation.",
    note="An order must be executed unless revoked: s 206. Merits review: s 500(1)(a).",
)
def may_order_deportation(person: Person) -> Truth:
    """The Minister may order the deportation of a non-citizen within ss 201 to 203."""
    return (
        deportable_for_crime(person)
        | deportable_for_security(person)
        | deportable_for_treason(person)
    )
