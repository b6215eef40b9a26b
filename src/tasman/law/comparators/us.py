"""United States: deportable permanent residents, INA s 237(a)(2) and relief.

The section numbers are those of the Immigration and Nationality Act.
"""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.comparators.comparator import MANDATORY, Comparator, outcome
from tasman.law.comparators.settled import (
    IMPRISONMENT,
    LAWFUL,
    citizen_of_host,
    conviction_stands,
    lawfully_here_for,
    maximum_at_least,
    sentence_for,
    sentence_stands,
    term_at_least,
)
from tasman.rules.handles import (
    Duration,
    Number,
    Truth,
    as_at,
    days,
    months,
    number,
    unknown,
    years,
)
from tasman.rules.provisions import Act

BEGAN = "1997-04-01"

act = Act(
    "Immigration and Nationality Act",
    jurisdiction="United States",
    opens=BEGAN,
    sources={
        "S61": "A practice manual, s 20.32, on s 237(a)(2)(A)(i)",
        "S62": "Law firms' notes on s 237(a)(2)",
        "S63": "A law firm's note on controlled substances",
        "S64": "The list of aggravated felonies, s 101(a)(43)",
        "TERM": "A practice manual on sentences under s 101(a)(48)(B); a note of 2016",
        "S65": "A law firm's note on cancellation of removal",
    },
    verified_on="2026-11-21",
)
"""The Act."""
BASE = ("fraud", "property", "sexual", "homicide", "robbery", "people_smuggling")
NOT_BASE = ("driving", "immigration", "public_order")


@act.provision(
    "101(a)(48)(A)",
    since=BEGAN,
    mark="M",
    sources="S62",
    plain="A conviction; a child's finding of guilt is none.",
    note="Decisions in juvenile courts are not convictions (from memory): an offence "
    "before 18 counts only where an adult court sentenced for it.",
)
def conviction(person: Person, offence: Offence) -> Truth:
    """Convicted as an adult."""
    adult_court = person.sentences.any(
        lambda s: sentence_for(s, offence) & s.court.is_("adult")
    )
    grown = offence.committed_on >= person.born_on + years(18)
    return conviction_stands(offence) & (grown | adult_court)


@act.provision(
    "101(a)(48)(B)",
    since=BEGAN,
    sources="S64 TERM",
    plain="A term of a year or more, as ordered, suspended or not.",
    note="365 days are a year. Confinement at home is unsettled here: one court of "
    "appeals counts it.",
)
def year_as_ordered(sentence: Sentence, *, threshold: Duration = days(365)) -> Truth:
    """A term of imprisonment of at least one year as ordered, suspension ignored."""
    at_home = sentence.kind.is_("home_detention") & unknown(
        UNSETTLED, "whether confinement at home is a term of imprisonment"
    )
    confined = sentence.kind.is_(*IMPRISONMENT) | at_home
    return sentence_stands(sentence) & confined & term_at_least(sentence, threshold)


@act.provision(
    "101(a)(43) at a year",
    since=BEGAN,
    kind="ground",
    sources="S64",
    citation="Immigration and Nationality Act (United States) s 101(a)(43)(F), (G), "
    "(R), (S)",
    plain="Violence, theft, burglary, forgery or bribery with a year or more.",
)
def felony_by_term(person: Person, offence: Offence) -> Truth:
    """A crime of violence, or theft, burglary or forgery, with a year or more."""
    kind = offence.violence | offence.category.is_("violence", "robbery", "property")
    forged = offence.category.is_("fraud") & unknown(
        UNSETTLED, "whether the fraud was forgery, or cost over 10,000 dollars"
    )
    term = person.sentences.any(lambda s: sentence_for(s, offence) & year_as_ordered(s))
    return (term & kind) | forged


@act.provision(
    "101(a)(43) at any sentence",
    since=BEGAN,
    kind="ground",
    sources="S64",
    citation="Immigration and Nationality Act (United States) s 101(a)(43)(A)-(C)",
    plain="Murder, rape, sexual abuse of a child, drug trafficking.",
)
def felony_by_nature(offence: Offence) -> Truth:
    """Murder, rape, sexual abuse of a minor or drug trafficking, at any sentence."""
    return (
        offence.category.is_("homicide")
        | (offence.category.is_("sexual") & offence.sexual_without_consent)
        | offence.involves_child_sexually
        | (offence.category.is_("drugs") & offence.drug_supply)
    )


@act.provision(
    "237(a)(2)(A)(iii)",
    since=BEGAN,
    kind="ground",
    sources="S62 S64",
    plain="Convicted of an aggravated felony at any time after admission.",
)
def aggravated_felony(person: Person) -> Truth:
    """Convicted of an aggravated felony."""
    return person.offences.any(
        lambda o: (
            conviction(person, o) & (felony_by_nature(o) | felony_by_term(person, o))
        )
    )


@act.provision(
    "237(a)(2)(A) turpitude",
    since=BEGAN,
    mark="?",
    sources="S61",
    citation="Immigration and Nationality Act (United States) s 237(a)(2)(A)",
    plain="A crime of moral turpitude: dishonest or base.",
    note="By kind of offence: fraud, theft, robbery, sexual offences and killing are; "
    "driving and migration offences are not; of the rest it depends on the elements.",
)
def moral_turpitude(offence: Offence) -> Truth:
    """A crime involving moral turpitude, as far as the kind of offence tells."""
    depends = unknown(UNSETTLED, "whether the offence involves moral turpitude")
    base = offence.category.is_(*BASE)
    return base | (~offence.category.is_(*NOT_BASE) & depends)


@act.provision(
    "237(a)(2)(A)(i)",
    since=BEGAN,
    kind="ground",
    sources="S61",
    plain="A base crime within five years of admission that could bring a year.",
    note="Admission is the first lawful arrival; a later admission could restart it.",
)
def turpitude_soon(
    person: Person, *, within: Duration = years(5), power: Duration = months(12)
) -> Truth:
    """Moral turpitude within five years of admission, punishable by a year or more."""

    def soon(offence: Offence) -> Truth:
        before = person.stays.any(
            lambda s: (
                s.footing.is_(*LAWFUL) & (s.arrived_on + within < offence.committed_on)
            )
        )
        return (
            conviction(person, offence)
            & moral_turpitude(offence)
            & maximum_at_least(offence, power)
            & ~before
        )

    return person.offences.any(soon)


@act.provision(
    "237(a)(2)(A)(ii)",
    since=BEGAN,
    kind="ground",
    sources="S62",
    plain="Two or more such crimes, not in one scheme.",
    note="Crimes on different days are taken as different schemes.",
)
def turpitude_twice(person: Person, *, fewest: Number = number(2)) -> Truth:
    """Convicted of two or more crimes of moral turpitude on different days."""
    base = person.offences.where(lambda o: conviction(person, o) & moral_turpitude(o))
    apart = base.any(lambda a: base.any(lambda b: a.committed_on < b.committed_on))
    return (base.count() >= fewest) & apart


@act.provision(
    "237(a)(2)(B) to (E)",
    since=BEGAN,
    kind="ground",
    sources="S62 S63",
    plain="Drugs, firearms, domestic violence, child abuse, breach of a protection "
    "order.",
    note="A single possession of 30 grams of marijuana or less is not told apart.",
)
def listed_crime(person: Person) -> Truth:
    """Convicted of a listed crime: drugs, weapons, family violence, child abuse."""
    return person.offences.any(
        lambda o: (
            conviction(person, o)
            & (
                o.category.is_("drugs", "weapons")
                | o.family_violence
                | (o.against_child & o.category.is_("violence", "sexual"))
                | o.breaches_protection_order
            )
        )
    )


@act.provision(
    "240A(a)",
    since=BEGAN,
    kind="entitlement",
    sources="S65",
    plain="Removal may be cancelled: five years a resident, seven in all, no "
    "aggravated felony.",
    note="That the clock stops at the offence is from memory; both clocks run here "
    "from the first lawful arrival.",
)
def cancellation_open(
    person: Person, *, resident: Duration = years(5), continuous: Duration = years(7)
) -> Truth:
    """Five years' permanent residence, seven years' stay, no aggravated felony."""
    return (
        lawfully_here_for(person, resident, as_at)
        & lawfully_here_for(person, continuous, as_at)
        & ~aggravated_felony(person)
    )


def _deportable(person: Person) -> Truth:
    grounds = turpitude_soon(person) | turpitude_twice(person) | listed_crime(person)
    return ~citizen_of_host(person) & grounds


@outcome(act, MANDATORY, since=BEGAN, sources="S62 S64")
def mandatory(person: Person) -> Truth:
    """Convicted of an aggravated felony: no relief by cancellation."""
    return ~citizen_of_host(person) & aggravated_felony(person)


@outcome(act, "presumptive_removal", since=BEGAN, sources="S62 S65")
def presumptive(person: Person) -> Truth:
    """Deportable, without the years that cancellation of removal asks for."""
    return _deportable(person) & ~aggravated_felony(person) & ~cancellation_open(person)


@outcome(act, "liable_discretion", since=BEGAN, sources="S62 S65")
def discretion(person: Person) -> Truth:
    """Deportable, and an immigration judge may cancel the removal."""
    return _deportable(person) & cancellation_open(person)


@outcome(act, "not_liable", since=BEGAN, sources="S62")
def not_liable(person: Person) -> Truth:
    """Not deportable on any ground modelled."""
    grounds = turpitude_soon(person) | turpitude_twice(person) | listed_crime(person)
    return citizen_of_host(person) | ~(grounds | aggravated_felony(person))


UNITED_STATES = Comparator(
    name="us",
    country="United States",
    version="as generally stated in 2026 for lawful permanent residents",
    acts=(act,),
    approximations=(
        "Moral turpitude is read from the kind of offence, not its elements.",
        "An offence and its sentence are matched by the day of the offence.",
        "Admission is the first lawful arrival; the stop-time rule is left out.",
        "Firearms stand for every weapons offence; foreign convictions count.",
        "Asylum, withholding and waivers are left out.",
    ),
)
"""The United States as a comparator."""
