"""Canada: serious criminality, Immigration and Refugee Protection Act ss 36 and 64."""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.facts.vocabulary.offending import AUSTRALIAN
from tasman.law.comparators.comparator import MANDATORY, Comparator, outcome
from tasman.law.comparators.settled import (
    PRISON,
    citizen_of_host,
    convicted_in_host,
    conviction_stands,
    maximum_at_least,
    sentence_for,
    sentence_stands,
    sentenced_in_host,
    term_at_least,
)
from tasman.rules.handles import Duration, Truth, months, unknown, years
from tasman.rules.provisions import Act

BEGAN = "2012-12-15"

act = Act(
    "Immigration and Refugee Protection Act",
    jurisdiction="Canada",
    opens=BEGAN,
    sources={
        "IRPA": "Immigration and Refugee Protection Act, text current from 2012-12-15",
        "S54": "2017 SCC 50, and notes of it",
        "S55": "Operational Bulletin 525 (2013-09-10), and a note quoting s 64",
    },
    verified_on="2026-11-21",
)
"""The Act."""


@act.provision(
    "36(3)(e)",
    sources="IRPA",
    plain="A young person's sentence does not count.",
    note="A finding under the youth law is excluded; one by an adult court counts.",
)
def youth_sentence(sentence: Sentence) -> Truth:
    """Imposed as a youth sentence."""
    return sentence.court.is_("childrens") | sentence.kind.is_("youth_detention")


@act.provision(
    "36(3)(e) conviction",
    sources="IRPA",
    mark="I",
    citation="Immigration and Refugee Protection Act (Canada) s 36(3)(e)",
    plain="A conviction as a child does not count unless an adult court sentenced.",
)
def youth_conviction(person: Person, offence: Offence) -> Truth:
    """Committed under 18, and no adult court sentenced for it."""
    as_adult = person.sentences.any(
        lambda s: sentence_for(s, offence) & ~youth_sentence(s)
    )
    return (offence.committed_on < person.born_on + years(18)) & ~as_adult


@act.provision(
    "36(1)(a) imprisonment",
    sources="S54",
    citation="2017 SCC 50",
    plain="A sentence served in the community is not imprisonment.",
    note="Conditional sentences are outside. Suspended, intensive correction and home "
    "detention orders are read as such; a part-suspended term is unsettled.",
)
def imprisonment(sentence: Sentence) -> Truth:
    """Imprisonment in a prison, by a court here, not a conditional sentence."""
    part = unknown(UNSETTLED, "how much of a part-suspended term is imprisonment")
    inside = sentence.kind.is_(*PRISON) | (sentence.kind.is_("part_suspended") & part)
    return sentence_stands(sentence) & inside & ~youth_sentence(sentence)


@act.provision(
    "36(1)(a) maximum",
    kind="ground",
    sources="IRPA S54",
    citation="Immigration and Refugee Protection Act (Canada) s 36(1)(a), first limb",
    plain="Convicted of an offence that could bring ten years or more.",
    note="The maximum on the day of the offence; hybrid offences count as indictable.",
)
def ten_year_offence(person: Person, *, threshold: Duration = months(120)) -> Truth:
    """Convicted here of an offence punishable by ten years or more."""
    return person.offences.any(
        lambda o: (
            convicted_in_host(o)
            & maximum_at_least(o, threshold)
            & ~youth_conviction(person, o)
        )
    )


@act.provision(
    "36(1)(a) imposed",
    kind="ground",
    sources="IRPA",
    citation="Immigration and Refugee Protection Act (Canada) s 36(1)(a), second limb",
    plain="Sentenced to more than six months in prison.",
)
def over_six_months(person: Person, *, threshold: Duration = months(6)) -> Truth:
    """Sentenced here to a term of imprisonment of more than six months."""
    return person.sentences.any(
        lambda s: (
            sentenced_in_host(s)
            & imprisonment(s)
            & (
                s.kind.is_("life", "indefinite")
                | ~threshold.at_least(s.term, start=s.starts_on)
            )
        )
    )


@act.provision(
    "36(1)(b)",
    kind="ground",
    sources="IRPA",
    plain="Convicted elsewhere of what could bring ten years or more.",
    note="The maximum recorded is taken for that of the equivalent offence.",
)
def foreign_conviction(person: Person, *, threshold: Duration = months(120)) -> Truth:
    """Convicted abroad of an offence whose equivalent carries ten years or more."""
    return person.offences.any(
        lambda o: (
            conviction_stands(o)
            & ~o.jurisdiction.is_(*AUSTRALIAN)
            & maximum_at_least(o, threshold)
            & ~youth_conviction(person, o)
        )
    )


@act.provision(
    "36(1)",
    kind="ground",
    sources="IRPA",
    plain="Inadmissible for serious criminality.",
    note="Paragraph (c), an act abroad without conviction, is not modelled.",
)
def inadmissible(person: Person) -> Truth:
    """A non-citizen inadmissible for serious criminality."""
    limbs = (
        ten_year_offence(person) | over_six_months(person) | foreign_conviction(person)
    )
    return ~citizen_of_host(person) & limbs


def _punished(person: Person, threshold: Duration) -> Truth:
    return foreign_conviction(person) | person.sentences.any(
        lambda s: sentenced_in_host(s) & imprisonment(s) & term_at_least(s, threshold)
    )


@act.provision(
    "64(2)",
    since=BEGAN,
    until="2013-06-19",
    kind="ground",
    sources="S55",
    plain="No appeal against removal after two years or more in prison.",
)
def appeal_barred_at_two_years(
    person: Person, *, threshold: Duration = months(24)
) -> Truth:
    """No appeal: punished by imprisonment of two years or more, or abroad."""
    return _punished(person, threshold)


@act.provision(
    "64(2)",
    since="2013-06-19",
    kind="ground",
    sources="S55",
    plain="No appeal against removal after six months or more in prison.",
    note="Inadmissible at more than six months, but the appeal is lost at six. That "
    "custody before sentence counts is from memory and not modelled.",
)
def appeal_barred(person: Person, *, threshold: Duration = months(6)) -> Truth:
    """No appeal: punished by imprisonment of six months or more, or abroad."""
    return _punished(person, threshold)


@outcome(act, MANDATORY, since=BEGAN, sources="IRPA S55")
def mandatory(person: Person) -> Truth:
    """Inadmissible, and no appeal lies."""
    return inadmissible(person) & appeal_barred(person)


@outcome(act, "presumptive_removal", since=BEGAN, sources="IRPA S55")
def presumptive(person: Person) -> Truth:
    """Inadmissible, and an appeal on humanitarian grounds lies."""
    return inadmissible(person) & ~appeal_barred(person)


@outcome(act, "not_liable", since=BEGAN, sources="IRPA")
def not_liable(person: Person) -> Truth:
    """Not inadmissible for serious criminality."""
    return ~inadmissible(person)


CANADA = Comparator(
    name="ca",
    country="Canada",
    version="text of 2012-12-15, appeals as amended from 2013-06-19",
    acts=(act,),
    approximations=(
        "Every Australian offence counts as a federal one, indictable.",
        "Suspended, intensive correction and home detention orders are read as "
        "conditional sentences.",
        "Officers' discretion (s 44) and humanitarian requests (s 25) stay open and "
        "are not modelled; nor are acts abroad without conviction (s 36(1)(c)).",
        "Ordinary criminality under s 36(2), which reaches foreign nationals only, is "
        "left out.",
    ),
)
"""Canada as a comparator."""
