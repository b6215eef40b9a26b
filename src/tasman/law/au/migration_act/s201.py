"""Sections 200 to 203: deportation, and its shield after ten years here."""

from __future__ import annotations

from tasman.facts.kinds import NOT_COVERED
from tasman.facts.vocabulary import Person, Sentence
from tasman.facts.vocabulary.offending import AUSTRALIAN
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s5_imprisonment import sentenced_for
from tasman.law.au.migration_act.s204 import (
    AS_EITHER,
    AS_NEW_ZEALANDER,
    AS_PERMANENT_RESIDENT,
    days_as_new_zealander,
    days_as_permanent_resident,
    days_as_resident_or_new_zealander,
)
from tasman.law.au.migration_act.stated import in_australia, recorded
from tasman.rules.handles import (
    Duration,
    Number,
    Truth,
    months,
    readings,
    unknown,
    years,
)


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
    either = _was_here(person, sentence, AS_EITHER)
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
    return non_citizen(person) & recorded(person, "security_risk") & details


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
    """The Minister may order deportation of someone here, within ss 201 to 203."""
    within = (
        deportable_for_crime(person)
        | deportable_for_security(person)
        | deportable_for_treason(person)
    )
    return in_australia(person) & within
