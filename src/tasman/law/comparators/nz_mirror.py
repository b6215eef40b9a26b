"""New Zealand's own rule turned round: Immigration Act 2009 s 161 on Australian facts.

`nz` takes a special category visa as residence, as New Zealand gives Australians
residence on arrival; `nz-temporary` takes it as the temporary visa that Australia says
it is, which leaves everything to discretion under s 157.
"""

from __future__ import annotations

from collections.abc import Callable

from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.comparators.comparator import Comparator, outcome
from tasman.law.comparators.settled import (
    IMPRISONMENT,
    LAWFUL,
    citizen_of_host,
    conviction_stands,
    endless,
    maximum_at_least,
    sentence_stands,
)
from tasman.rules.handles import Date, Duration, Truth, days, months, years
from tasman.rules.provisions import Act

BEGAN = "2010-11-29"
SOURCES = {
    "IA": "Immigration Act 2009 (NZ), reprint as at 2014-01-01",
    "S25": "A plain-language summary of s 161, 2025",
    "S26": "A law firm's note of 2024-02-12 on s 161(1)(a)",
}

act = Act(
    "Immigration Act 2009, mirrored",
    jurisdiction="NZ",
    slug="nz-mirror",
    opens=BEGAN,
    sources=SOURCES,
    verified_on="2026-11-21",
)
"""Section 161 as if the roles were reversed."""
temporary = Act(
    "Immigration Act 2009, mirrored as temporary",
    jurisdiction="NZ",
    slug="nz-mirror-temporary",
    opens=BEGAN,
    sources=SOURCES,
    verified_on="2026-11-21",
)
"""Section 157 as if the roles were reversed."""

IMPRISONED = (*IMPRISONMENT, "home_detention", "intensive_correction")


def _first_held(person: Person, day: Date, absence: Duration) -> Date:
    lawful = person.stays.where(lambda stay: stay.footing.is_(*LAWFUL))
    starts = lawful.where(
        lambda stay: (
            (stay.arrived_on <= day)
            & ~lawful.any(
                lambda earlier: (
                    (earlier.arrived_on < stay.arrived_on)
                    & (stay.arrived_on < earlier.departed_on + absence)
                )
            )
        )
    )
    return starts.latest(lambda stay: stay.arrived_on, day - years(150))


@act.provision(
    "161(5)",
    since=BEGAN,
    sources="IA",
    plain="Residence counts from the first arrival, anew after five years away.",
)
def first_held_on(
    person: Person, offence_on: Offence, *, absence: Duration = years(5)
) -> Date:
    """The start of residence that counts on the day of an offence."""
    return _first_held(person, offence_on.committed_on, absence)


@act.provision(
    "161(5) sentence",
    since=BEGAN,
    sources="IA",
    citation="Immigration Act 2009 (NZ) s 161(5), mirrored",
    plain="The same, on the day of the offence for which a sentence was imposed.",
)
def first_held_for_sentence(
    person: Person, sentence: Sentence, *, absence: Duration = years(5)
) -> Date:
    """The start of residence on the day of the offence a sentence was for."""
    return _first_held(person, sentence.committed_on, absence)


def _within(person: Person, day: Date, first: Date, window: Duration) -> Truth:
    """Whether a day lies in the window, the days in prison since left out (s 161(3)).

    Those days move the end of the window on, so they are taken off the day instead.
    """
    inside = person.custody.where(
        lambda c: c.place.is_("gaol", "youth_detention") & c.basis.is_("sentence")
    ).covered_days(
        lambda c: c.began_on, lambda c: c.ended_on + days(1), within=(first, day)
    )
    return (day - inside.as_days) <= first + window


def _convicted(person: Person, test: Callable[[Offence], Truth]) -> Truth:
    return person.offences.any(lambda o: conviction_stands(o) & test(o))


def _not_resident(person: Person, offence: Offence) -> Truth:
    return person.stays.any(
        lambda s: (
            s.footing.is_("temporary", "bridging", "unlawful")
            & (s.arrived_on <= offence.committed_on)
            & (offence.committed_on < s.departed_on)
        )
    )


@act.provision(
    "161(1)(a)",
    since=BEGAN,
    kind="ground",
    sources="IA S26",
    plain="An offence that could bring three months, while temporary or unlawful or "
    "in the first two years.",
)
def three_months_in_two_years(
    person: Person,
    *,
    power: Duration = months(3),
    window: Duration = years(2),
) -> Truth:
    """Power to impose three months; temporary, unlawful or within two years."""

    def caught(offence: Offence) -> Truth:
        first = first_held_on(person, offence)
        soon = _within(person, offence.committed_on, first, window)
        footing = soon | _not_resident(person, offence)
        return maximum_at_least(offence, power) & footing

    return _convicted(person, caught)


@act.provision(
    "161(1)(b)",
    since=BEGAN,
    kind="ground",
    sources="IA",
    plain="An offence that could bring two years, in the first five years.",
)
def two_years_in_five(
    person: Person, *, power: Duration = months(24), window: Duration = years(5)
) -> Truth:
    """Power to impose two years, within five years of first holding residence."""
    return _convicted(
        person,
        lambda o: (
            maximum_at_least(o, power)
            & _within(person, o.committed_on, first_held_on(person, o), window)
        ),
    )


@act.provision(
    "161(4)",
    since=BEGAN,
    sources="IA",
    plain="Suspended terms count, and cumulative terms of one occasion are added.",
)
def five_year_sentence(
    person: Person, sentence: Sentence, *, threshold: Duration = months(60)
) -> Truth:
    """Sentenced to five years or more, cumulative terms of one occasion added."""

    def together(other: Sentence) -> Truth:
        return (
            sentence_stands(other)
            & other.cumulative
            & other.kind.is_(*IMPRISONED)
            & (other.imposed_on == sentence.imposed_on)
        )

    total = person.sentences.where(together).total(lambda s: s.term)
    alone = sentence.term.at_least(threshold, start=sentence.starts_on)
    added = sentence.cumulative & total.at_least(threshold, start=sentence.starts_on)
    counted = sentence_stands(sentence) & sentence.kind.is_(*IMPRISONED)
    return counted & (endless(sentence) | alone | added)


@act.provision(
    "161(1)(c)",
    since=BEGAN,
    kind="ground",
    sources="IA",
    plain="Sentenced to five years or more for an offence in the first ten years.",
)
def five_year_sentence_in_ten(person: Person, *, window: Duration = years(10)) -> Truth:
    """Sentenced to five years or more, within ten years of first holding residence."""
    return person.sentences.any(
        lambda s: (
            five_year_sentence(person, s)
            & _within(
                person, s.committed_on, first_held_for_sentence(person, s), window
            )
        )
    )


@act.provision(
    "161(1)(d)",
    since=BEGAN,
    kind="ground",
    mark="?",
    sources="S25",
    plain="Exploiting workers, in the first ten years.",
    note="Which offences is from memory; that there is such a limb was read.",
)
def exploitation_in_ten(person: Person, *, window: Duration = years(10)) -> Truth:
    """Convicted of exploiting workers within ten years."""
    return _convicted(
        person,
        lambda o: (
            o.category.is_("worker_exploitation")
            & _within(person, o.committed_on, first_held_on(person, o), window)
        ),
    )


@act.provision(
    "161(1)",
    since=BEGAN,
    kind="ground",
    sources="IA",
    plain="Liable to deportation for an offence.",
)
def liable(person: Person) -> Truth:
    """Liable to deportation: a non-citizen to whom one of the limbs applies."""
    limbs = (
        three_months_in_two_years(person)
        | two_years_in_five(person)
        | five_year_sentence_in_ten(person)
        | exploitation_in_ten(person)
    )
    return ~citizen_of_host(person) & limbs


@outcome(act, "presumptive_removal", since=BEGAN, sources="IA")
def presumptive(person: Person) -> Truth:
    """Liable by force of the section; the Minister or the Tribunal may relent."""
    return liable(person)


@outcome(act, "not_liable", since=BEGAN, sources="IA")
def not_liable(person: Person) -> Truth:
    """No limb applies."""
    return ~liable(person)


@temporary.provision(
    "157",
    since=BEGAN,
    kind="power",
    holder="Minister of Immigration",
    natural_justice="14 days to give good reason",
    sources="IA",
    plain="A temporary visa holder may be found liable for any offending.",
)
def sufficient_reason(person: Person) -> Truth:
    """Liability at discretion: there is a conviction, and no threshold to it."""
    return ~citizen_of_host(person) & person.offences.any(conviction_stands)


@outcome(temporary, "liable_discretion", since=BEGAN, sources="IA")
def discretion(person: Person) -> Truth:
    """A temporary visa holder with a conviction: at the Minister's discretion."""
    return sufficient_reason(person)


_APPROXIMATIONS = (
    "The maximum penalty recorded is taken for what the court could impose.",
    "Liability follows by law; that the Minister may suspend it for five years, and "
    "the humanitarian appeal, are left out.",
)
NZ_MIRROR = Comparator(
    name="nz",
    country="New Zealand (mirror)",
    version="s 161 as at 2014-01-01, limbs unchanged in a 2025 summary",
    acts=(act,),
    approximations=(
        "A special category visa is taken as residence from the first arrival.",
        *_APPROXIMATIONS,
    ),
)
"""New Zealand's law as if roles were reversed."""
NZ_AS_TEMPORARY = Comparator(
    name="nz-temporary",
    country="New Zealand (mirror, temporary visa)",
    version="s 157 as at 2014-01-01",
    acts=(temporary,),
    approximations=(
        "A special category visa is taken as a temporary visa, as Australia has it.",
        *_APPROXIMATIONS,
    ),
)
"""The same, if the visa is what Australia says it is."""
