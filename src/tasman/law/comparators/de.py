"""Germany: expulsion weighed by fixed interests, Aufenthaltsgesetz ss 53 to 55."""

from __future__ import annotations

from collections.abc import Callable

from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.comparators.comparator import Comparator, outcome
from tasman.law.comparators.settled import (
    IMPRISONMENT,
    citizen_of_host,
    convicted_in_host,
    lawful_days,
    lawfully_here_for,
    own_minor_citizen_child,
    partner_citizen_for,
    sentence_for,
    sentenced_in_host,
    term_at_least,
)
from tasman.rules.handles import Duration, Truth, as_at, days, months, years
from tasman.rules.provisions import Act

BEGAN = "2016-03-17"

act = Act(
    "Aufenthaltsgesetz",
    jurisdiction="Germany",
    opens=BEGAN,
    sources={"AufenthG": "Aufenthaltsgesetz ss 53 to 55, text of 2017 to 2019"},
    verified_on="2026-11-21",
)
"""The Residence Act."""


def _sentenced(
    person: Person, length: Duration, condition: Callable[[Sentence], Truth]
) -> Truth:
    return person.sentences.any(
        lambda s: (
            sentenced_in_host(s)
            & s.kind.is_(*IMPRISONMENT)
            & term_at_least(s, length)
            & condition(s)
        )
    )


def _violent(person: Person, sentence: Sentence) -> Truth:
    def grave(offence: Offence) -> Truth:
        kind = (
            offence.violence
            | offence.sexual_without_consent
            | offence.category.is_("homicide", "sexual", "violence", "robbery")
        )
        return sentence_for(sentence, offence) & kind

    stated = sentence.violent_offence | sentence.sexual_offence
    return stated | person.offences.any(grave)


@act.provision(
    "54(1) Nr 1",
    since=BEGAN,
    kind="ground",
    sources="AufenthG",
    plain="Sentenced to two years or more, suspended or not.",
)
def two_years(person: Person, *, threshold: Duration = months(24)) -> Truth:
    """Sentenced for an intentional offence to two years or more."""
    return person.sentences.any(
        lambda s: (
            sentenced_in_host(s)
            & s.kind.is_(*IMPRISONMENT)
            & term_at_least(s, threshold)
        )
    )


@act.provision(
    "54(1) Nr 1a",
    since=BEGAN,
    until="2019-08-21",
    kind="ground",
    sources="AufenthG",
    plain="Sentenced to a year or more for violence, a sexual offence or the like.",
    note="Property offences by threat or cunning and serial property crime are not "
    "told apart.",
)
@act.provision(
    "54(1) Nr 1a",
    since="2019-08-21",
    kind="ground",
    mark="M",
    sources="AufenthG",
    plain="Sentenced to a year or more for violence, a sexual offence or the like.",
    note="The broader list of 2019, and later heads, are from memory.",
)
def one_year_for_violence(person: Person, *, threshold: Duration = months(12)) -> Truth:
    """Sentenced to a year or more for an offence against life, body or sexual freedom.

    Also for robbery.
    """
    return _sentenced(person, threshold, lambda s: _violent(person, s))


@act.provision(
    "54(2) Nr 1",
    since=BEGAN,
    until="2019-08-21",
    kind="ground",
    sources="AufenthG",
    plain="Sentenced to a year or more.",
)
def one_year(person: Person, *, threshold: Duration = months(12)) -> Truth:
    """Sentenced for an intentional offence to a year or more."""
    return _sentenced(person, threshold, lambda s: s.kind.is_(*IMPRISONMENT))


@act.provision(
    "54(2) Nr 1",
    since="2019-08-21",
    kind="ground",
    mark="M",
    sources="AufenthG",
    plain="Sentenced to six months or more.",
)
def six_months(person: Person, *, threshold: Duration = months(6)) -> Truth:
    """Sentenced for an intentional offence to six months or more."""
    return _sentenced(person, threshold, lambda s: s.kind.is_(*IMPRISONMENT))


@act.provision(
    "54(2) Nr 3",
    since=BEGAN,
    kind="ground",
    sources="AufenthG",
    plain="Convicted of dealing in drugs, whatever the sentence.",
)
def dealt_in_drugs(person: Person) -> Truth:
    """Convicted of supplying, importing or making drugs."""
    return person.offences.any(
        lambda o: convicted_in_host(o) & o.category.is_("drugs") & o.drug_supply
    )


@act.provision(
    "54(1)",
    since=BEGAN,
    kind="ground",
    sources="AufenthG",
    plain="A particularly serious interest in expulsion.",
    note="The heads on terrorism, hatred and the like are not modelled.",
)
def particularly_serious_expulsion(person: Person) -> Truth:
    """A particularly serious public interest in expulsion."""
    return two_years(person) | one_year_for_violence(person)


@act.provision(
    "54(2)",
    since=BEGAN,
    kind="ground",
    sources="AufenthG",
    plain="A serious interest in expulsion, at the least.",
)
def serious_expulsion(person: Person) -> Truth:
    """A serious public interest in expulsion, or a particularly serious one."""
    higher = particularly_serious_expulsion(person)
    return higher | six_months(person) | dealt_in_drugs(person)


@act.provision(
    "55(1)",
    since=BEGAN,
    kind="ground",
    sources="AufenthG",
    plain="A particularly serious interest in staying: settled for five years, or "
    "living with a citizen partner or minor child.",
    note="A settlement permit from arrival is the mapping, so that five lawful years "
    "suffice. Subsidiary protection is not modelled.",
)
def particularly_serious_staying(
    person: Person, *, settled: Duration = years(5)
) -> Truth:
    """Settled for five years lawfully, or family life with citizens."""
    child = person.children.any(
        lambda each: (
            own_minor_citizen_child(each)
            & (each.parental_role | each.lives_with_person)
        )
    )
    family = child | partner_citizen_for(person, days(0))
    return lawfully_here_for(person, settled, as_at) | family


@act.provision(
    "55(2)",
    since=BEGAN,
    kind="ground",
    sources="AufenthG",
    plain="A serious interest in staying, at the least.",
    note="A child's best interests as such are not modelled.",
)
def serious_staying(person: Person) -> Truth:
    """A minor with a permit, custody of a resident minor, or a higher interest."""
    child = person.children.any(
        lambda each: (
            each.own_child
            & each.permanent_resident
            & (each.parental_role | each.lives_with_person)
            & (as_at < each.born_on + years(18))
        )
    )
    long_ago = as_at - years(150)
    minor = (as_at < person.born_on + years(18)) & (
        lawful_days(person, long_ago, as_at) > 0
    )
    return particularly_serious_staying(person) | child | minor


@outcome(act, "presumptive_removal", since=BEGAN, sources="AufenthG")
def presumptive(person: Person) -> Truth:
    """The interest in expulsion is graver in kind than that in staying."""
    higher = particularly_serious_expulsion(person) & ~particularly_serious_staying(
        person
    )
    lower = serious_expulsion(person) & ~serious_staying(person)
    return ~citizen_of_host(person) & (higher | lower)


@outcome(act, "balance", since=BEGAN, sources="AufenthG")
def balance(person: Person) -> Truth:
    """Both interests are of one kind: the law has them weighed."""
    both = particularly_serious_expulsion(person) & particularly_serious_staying(person)
    lower = (
        serious_expulsion(person)
        & ~particularly_serious_expulsion(person)
        & serious_staying(person)
        & ~particularly_serious_staying(person)
    )
    return ~citizen_of_host(person) & (both | lower)


@outcome(act, "protected_presumptively", since=BEGAN, sources="AufenthG")
def protected(person: Person) -> Truth:
    """The interest in staying is graver in kind than that in expulsion."""
    less = serious_expulsion(person) & ~particularly_serious_expulsion(person)
    return ~citizen_of_host(person) & less & particularly_serious_staying(person)


@outcome(act, "not_liable", since=BEGAN, sources="AufenthG")
def not_liable(person: Person) -> Truth:
    """A citizen, or without a listed interest in expulsion."""
    return citizen_of_host(person) | ~serious_expulsion(person)


GERMANY = Comparator(
    name="de",
    country="Germany",
    version="text of 2016-03-17; from 2019-08-21 from memory",
    acts=(act,),
    approximations=(
        "Every offence is taken as intentional; one sentence at a time is measured.",
        "A settlement permit is assumed from arrival.",
        "The heads of s 54 on terrorism, hatred, benefit fraud and smuggling are left "
        "out; so are the privileged groups of s 53(3).",
        "Comparing kinds of interest is only a first step: s 53 has all weighed.",
    ),
)
"""Germany as a comparator."""
