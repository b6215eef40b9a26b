"""Sections 8, 9 and 9A: grants of New Zealand citizenship, and convictions."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Custody, Offence, Person, Sentence
from tasman.law.nz.citizenship_act.act import citizenship
from tasman.law.nz.citizenship_act.s06 import citizen
from tasman.rules.handles import (
    Duration,
    Number,
    Truth,
    as_at,
    months,
    number,
    readings,
    unknown,
    years,
)

PRISON = ("gaol", "suspended", "part_suspended", "youth_detention", "home_detention")


def _stands(sentence: Sentence) -> Truth:
    return ~(sentence.quashed_on <= as_at)


@citizenship.provision(
    "9A for good",
    kind="ground",
    sources="NZ1",
    citation="Citizenship Act 1977 (NZ) s 9A",
    plain="Once sentenced to five years, no grant of citizenship.",
    note="Save in exceptional circumstances.",
)
def sentenced_to_five_years(person: Person, *, least: Duration = months(60)) -> Truth:
    """Sentenced to five years or more, or without an end that is sooner."""

    def so_long(sentence: Sentence) -> Truth:
        term = sentence.kind.is_(*PRISON) & sentence.term.at_least(
            least, start=sentence.starts_on
        )
        return (term | sentence.kind.is_("life", "indefinite")) & _stands(sentence)

    return person.sentences.any(so_long)


@citizenship.provision(
    "9A seven years",
    kind="ground",
    sources="NZ1",
    citation="Citizenship Act 1977 (NZ) s 9A",
    plain="For seven years after a shorter prison sentence, no grant of citizenship.",
    note="Whether the years run from the sentence or from release was not established.",
)
def imprisoned_in_seven_years(person: Person, *, bar: Duration = years(7)) -> Truth:
    """Subject to a sentence of imprisonment in the seven years past."""

    def imposed(sentence: Sentence) -> Truth:
        prison = sentence.kind.is_(*PRISON) & _stands(sentence)
        return prison & (sentence.imposed_on + bar > as_at)

    def served(spell: Custody) -> Truth:
        return spell.basis.is_("sentence") & (spell.ended_on + bar > as_at)

    lately = person.sentences.any(imposed)
    return readings(
        "whether seven years run from the sentence or from release",
        lately,
        lately | person.custody.any(served),
    )


@citizenship.provision(
    "9A three years",
    kind="ground",
    sources="NZ1",
    citation="Citizenship Act 1977 (NZ) s 9A",
    plain="For three years after any conviction, no grant of citizenship.",
)
def convicted_in_three_years(person: Person, *, bar: Duration = years(3)) -> Truth:
    """Convicted of an offence, imprisoned for it or not, in the three years past."""

    def lately(offence: Offence) -> Truth:
        stands = offence.outcome.is_("convicted") & ~(offence.quashed_on <= as_at)
        return stands & (offence.found_on + bar > as_at)

    return person.offences.any(lately)


@citizenship.provision(
    "9A",
    kind="duty",
    holder="minister",
    sources="NZ1",
    plain="No grant of citizenship to someone lately or gravely convicted.",
    note="Save in exceptional circumstances, for the Minister.",
)
def must_not_grant(person: Person) -> Truth:
    """Must not grant, a conviction standing in the way."""
    barred = (
        sentenced_to_five_years(person)
        | imprisoned_in_seven_years(person)
        | convicted_in_three_years(person)
    )
    return ~citizen(person) & barred


@citizenship.provision(
    "8",
    kind="entitlement",
    sources="NZ1",
    plain="May ask for New Zealand citizenship after five years there.",
    note="Good character, English and the intention to stay are for the Minister. See "
    "s 9A.",
)
def may_ask_for_a_grant(
    person: Person,
    *,
    age: Duration = years(16),
    in_all: Number = number(1350),
    each_year: Number = number(240),
) -> Truth:
    """Sixteen, with 1,350 days there in five years and 240 in each of them."""
    present = (person.new_zealand_days_in_five_years >= in_all) & (
        person.new_zealand_fewest_days_in_a_year >= each_year
    )
    return ~citizen(person) & (person.born_on + age <= as_at) & present


@citizenship.provision(
    "9",
    kind="power",
    holder="minister",
    sources="NZ1",
    plain="A special grant, to a child or in exceptional circumstances.",
    note="Under 16; a child of a citizen by descent; stateless; or exceptional "
    "humanitarian or other circumstances.",
)
def may_grant_specially(person: Person, *, age: Duration = years(16)) -> Truth:
    """Under 16, stateless, a child of a citizen by descent, or an exceptional case."""
    descent = person.parents.any(
        lambda parent: parent.new_zealand_citizen & parent.new_zealand_by_descent
    )
    plain = ~(person.born_on + age <= as_at) | person.stateless | descent
    exceptional = unknown(JUDGMENT, "whether the circumstances are exceptional")
    granted = unknown(JUDGMENT, "whether the Minister makes a special grant")
    return ~citizen(person) & (plain | exceptional) & granted
