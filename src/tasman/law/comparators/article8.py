"""Article 8 of the European Convention: which standard applies, and what is weighed.

A structured answer, never a score: the factors that the Court has named as
considerations, and whether very serious reasons are required.
"""

from __future__ import annotations

from collections.abc import Callable

from tasman.facts.vocabulary import Person, Sentence
from tasman.law.comparators.comparator import Comparator, outcome
from tasman.law.comparators.settled import (
    citizen_of_host,
    conviction_stands,
    lawful_days,
    sentence_stands,
    term_at_least,
    times,
)
from tasman.rules.handles import YES, Duration, Truth, as_at, choose, months, years
from tasman.rules.provisions import Act

BEGAN = "2008-06-23"

act = Act(
    "European Convention on Human Rights",
    unit="art",
    slug="echr",
    opens=BEGAN,
    sources={
        "S66": "[2006] ECHR 873; [2008] ECHR 546; notes of both",
        "S67": "The Court's guide on article 8, para 289; an encyclopaedia of law",
        "S68": "Note on [2012] EWCA Civ 39",
    },
    verified_on="2026-11-21",
)
"""The Convention, from the judgment of 2008-06-23, [2008] ECHR 546."""

Rule = Callable[[Person], Truth]


def factor(
    number: str, label: str, weighs: str = "either way"
) -> Callable[[Rule], Rule]:
    """Make the rule below one of the factors that article 8 has weighed."""
    return act.provision(
        f"8 factor {number}",
        since=BEGAN,
        kind="consideration",
        sources="S66",
        citation=f"European Convention on Human Rights art 8: factor {number}",
        plain=label,
        data={"label": label, "direction_of_weight": (weighs,), "order": int(number)},
    )


@factor("1", "The nature and seriousness of the offence", "against staying")
def seriousness(person: Person) -> Truth:
    """There is a conviction that stands."""
    return person.offences.any(conviction_stands)


@factor("2", "The length of the stay", "for staying")
def length_of_stay(person: Person) -> Truth:
    """Has stayed lawfully at all."""
    return lawful_days(person, person.born_on, as_at) > 0


@factor("3", "The time since the offence, and conduct since")
def time_since(person: Person) -> Truth:
    """Time has passed since the last offence."""
    return person.offences.any(
        lambda o: conviction_stands(o) & (o.committed_on < as_at)
    )


@factor("4", "The nationalities of those concerned")
def nationalities(person: Person) -> Truth:
    """Always weighed."""
    return YES


@factor("5", "The family situation and the length of the relationship", "for staying")
def family_situation(person: Person) -> Truth:
    """Has a partner."""
    return person.relatives.any(
        lambda each: each.relation.is_("partner") & (as_at < each.ended_on)
    )


@factor("6", "Whether the partner knew of the offence when the family began")
def partner_knew(person: Person) -> Truth:
    """The relationship began after an offence."""
    return person.relatives.any(
        lambda each: (
            each.relation.is_("partner")
            & (as_at < each.ended_on)
            & person.offences.any(lambda o: o.committed_on < each.began_on)
        )
    )


@factor("7", "Children of the relationship, and their age", "for staying")
def children(person: Person) -> Truth:
    """Has own children under 18."""
    return person.children.any(
        lambda each: each.own_child & (as_at < each.born_on + years(18))
    )


@factor("8", "The difficulties the partner would meet abroad", "for staying")
def partners_difficulties(person: Person) -> Truth:
    """Has a partner who would have to follow or part."""
    return family_situation(person)


@factor("9", "The best interests and well-being of the children", "for staying")
def best_interests(person: Person) -> Truth:
    """Any child under 18 is affected."""
    return person.children.any(lambda each: as_at < each.born_on + years(18))


@factor("10", "How solid the ties are with each country")
def solidity_of_ties(person: Person) -> Truth:
    """Always weighed."""
    return YES


@act.provision(
    "8 settled since childhood",
    since=BEGAN,
    kind="ground",
    sources="S67 S68",
    citation="[2008] ECHR 546 para 75",
    plain="Lawfully there for all or most of childhood and youth.",
    note="Measured here as more than half of the days before the age of 18. Unlawful "
    "stay does not count.",
)
def settled_since_childhood(person: Person, *, youth: Duration = years(18)) -> Truth:
    """Lawfully spent the major part of childhood and youth in the host state."""
    grown = person.born_on + youth
    until = choose(grown < as_at, grown, as_at)
    here = lawful_days(person, person.born_on, until)
    return times(here, 2) > (until - person.born_on)


@act.provision(
    "8 very serious reasons",
    since=BEGAN,
    kind="ground",
    sources="S67",
    citation="[2008] ECHR 546 para 75",
    plain="Very serious reasons are required to expel a migrant settled since "
    "childhood.",
)
def very_serious_reasons_required(person: Person) -> Truth:
    """A settled migrant of childhood: very serious reasons are required."""
    return ~citizen_of_host(person) & settled_since_childhood(person)


def _grave(
    person: Person, sentence: Sentence, long: Duration, violent: Duration
) -> Truth:
    adult = sentence.committed_on >= person.born_on + years(18)
    violence = sentence.violent_offence & term_at_least(sentence, violent)
    persistent = person.warned_on < sentence.committed_on
    grave = term_at_least(sentence, long) | violence | sentence.sexual_offence
    return sentence_stands(sentence) & adult & (grave | persistent)


@act.provision(
    "8 very serious reasons indicated",
    since=BEGAN,
    kind="ground",
    mark="?",
    sources="S67",
    citation="A modelling choice, not law",
    plain="Adult offending with four years or more, two years for violence, a sexual "
    "offence, or after a warning.",
    note="Only a tie-break for simulations. The Court weighs; it has no threshold. "
    "Two years stand for serious violence: our figure.",
)
def very_serious_reasons_indicated(
    person: Person,
    *,
    threshold: Duration = months(48),
    violent: Duration = months(24),
) -> Truth:
    """Adult offending that is long, violent, sexual or persistent after a warning."""
    return person.sentences.any(lambda s: _grave(person, s, threshold, violent))


@outcome(act, "balance", since=BEGAN, sources="S66")
def balance(person: Person) -> Truth:
    """A person convicted is liable only after the factors are weighed."""
    return ~citizen_of_host(person) & person.offences.any(conviction_stands)


ARTICLE_8 = Comparator(
    name="echr",
    country="European Convention, article 8",
    version="from 2008-06-23, [2008] ECHR 546",
    acts=(act,),
    standard=(
        "echr/8 very serious reasons",
        "very serious reasons are required",
        "a fair balance must be struck",
    ),
    approximations=(
        "A bound on expulsion, not a power: the answer is the standard and the "
        "factors, never a result.",
        "The major part of childhood and youth is measured as more than half of the "
        "days before 18.",
    ),
)
"""Article 8 as a comparator."""
