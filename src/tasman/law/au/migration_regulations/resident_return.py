"""Subclass 155, resident return, and the New Zealand stream of 189, now closed."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT, UNSETTLED
from tasman.facts.vocabulary import Decision, Person, Visa
from tasman.facts.vocabulary.movement import PERMANENT_VISAS
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s32 import new_zealander
from tasman.law.au.migration_act.s82 import in_effect
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Duration, Truth, as_at, days, unknown, years

CITATION = "Migration Regulations 1994 (Cth) Sch 2 cl 155."
STREAM = "Migration Regulations 1994 (Cth) Sch 2 Subclass 189, New Zealand stream"


@regulations.provision(
    "155.211(c)",
    kind="ground",
    sources="RR",
    citation=CITATION + "211(c)",
    plain="The last permanent visa was cancelled: no resident return visa.",
)
def last_permanent_visa_cancelled(person: Person) -> Truth:
    """The most recent permanent visa was cancelled, and that stands."""

    def permanent(visa: Visa) -> Truth:
        return visa.kind.is_(*PERMANENT_VISAS)

    def took(visa: Visa, decision: Decision) -> Truth:
        return (
            decision.result.is_("cancelled")
            & stands(decision)
            & (decision.made_on == visa.ceased_on)
        )

    def last(visa: Visa) -> Truth:
        return ~person.visas.any(
            lambda later: permanent(later) & (later.granted_on > visa.granted_on)
        )

    return person.visas.any(
        lambda visa: (
            permanent(visa)
            & (visa.ceased_on <= as_at)
            & last(visa)
            & person.decisions.any(lambda decision: took(visa, decision))
        )
    )


@regulations.provision(
    "155.212(2)",
    kind="ground",
    sources="RR",
    citation=CITATION + "212(2)",
    plain="Two of the last five years here as a permanent resident or citizen.",
    note="A travel facility of five years follows; a New Zealander's first and second "
    "generally carry twelve months.",
)
def two_years_of_five(
    person: Person, *, needed: Duration = years(2), window: Duration = years(5)
) -> Truth:
    """Here for two of the last five years, on a permanent visa or as a citizen."""
    settled = person.stays.where(lambda stay: stay.footing.is_("permanent", "citizen"))
    here = settled.covered_days(
        lambda stay: stay.arrived_on,
        lambda stay: stay.departed_on + days(1),
        within=(as_at - window, as_at),
    )
    return here.as_days.at_least(needed)


@regulations.provision(
    "155.212(3)",
    kind="ground",
    sources="RR",
    citation=CITATION + "212(3)",
    plain="Substantial ties with Australia that are of benefit to it.",
    note="Business, cultural, employment or personal; after five years away compelling "
    "reasons as well. The number of the subclause is from memory.",
)
def substantial_ties(person: Person) -> Truth:
    """Substantial ties of benefit to Australia, and good reason for a long absence."""
    ties = unknown(JUDGMENT, "whether ties with Australia are substantial")
    return ties & non_citizen(person)


@regulations.provision(
    "155",
    kind="entitlement",
    sources="RR",
    citation="Migration Regulations 1994 (Cth) Sch 2 Subclass 155",
    plain="May be given a resident return visa.",
    note="For permanent residents, and former ones whose last permanent visa was not "
    "cancelled. By policy a New Zealander here before 1994-09-01 counts as a former "
    "one. Whoever comes back after the travel facility has ended is let in on a "
    "special category visa, and is no longer permanent. What else the criteria ask "
    "was not read.",
)
def resident_return(person: Person) -> Truth:
    """Two years of five or ties, the last permanent visa not having been cancelled."""
    held = person.visas.any(lambda visa: visa.kind.is_(*PERMANENT_VISAS))
    enough = two_years_of_five(person) | substantial_ties(person)
    return non_citizen(person) & held & enough & ~last_permanent_visa_cancelled(person)


# ---- the New Zealand stream of 2017 to 2022 ----
def _stream(person: Person, *, residence: Duration) -> Truth:
    """Whether the stream's conditions are met, income and start of residence told."""
    long_enough = person.residing_since_on + residence <= as_at
    holder = person.visas.any(
        lambda visa: visa.kind.is_("special_category_444") & in_effect(person, visa)
    )
    income = person.stream_income_met | person.stream_income_exempt
    return (
        new_zealander(person)
        & holder
        & long_enough
        & (person.resided_on_2016_02_19 & income)
    )


@regulations.provision(
    "189 New Zealand stream",
    since="2017-07-01",
    until="2021-07-01",
    kind="entitlement",
    sources="NZS",
    citation=STREAM,
    plain="Five years here and four years' income opened permanent residence.",
    note="Income above the threshold (53,900 dollars from 2013-14) in four of the five "
    "income years before, unless exempt. No points, age or invitation, from memory.",
)
def new_zealand_stream_of_2017(
    person: Person, *, residence: Duration = years(5)
) -> Truth:
    """Resident five years, from 2016-02-19 or before, with four years' income."""
    return _stream(person, residence=residence)


@regulations.provision(
    "189 New Zealand stream",
    since="2021-07-01",
    until="2022-12-10",
    kind="entitlement",
    sources="NZS",
    citation=STREAM,
    plain="Five years here and three years' income opened permanent residence.",
    note="Income in three of the five income years before, the last one among them. Of "
    "applications undecided on 2022-12-10 residence and income were no longer asked "
    "(F2022L01623). Shut to new ones from that day, for good from 2023-07-01.",
)
def new_zealand_stream_of_2021(
    person: Person, *, residence: Duration = years(5)
) -> Truth:
    """Resident five years, from 2016-02-19 or before, with three years' income."""
    return _stream(person, residence=residence)


@regulations.provision(
    "444.511",
    kind="consequence",
    mark="?",
    sources="S31",
    citation="Migration Regulations 1994 (Cth) Sch 2 cl 444.511",
    plain="A special category visa allows a stay while its holder is a New Zealander.",
    note="A holder who never was one, such as a child born here, or is one no longer: "
    "what follows was not established.",
)
def stay_no_longer_permitted(person: Person) -> Truth:
    """A holder of the visa who is no citizen of New Zealand: perhaps no stay."""
    holder = person.visas.any(
        lambda visa: visa.kind.is_("special_category_444") & in_effect(person, visa)
    )
    ends = unknown(UNSETTLED, "what cl 444.511 does to a holder who is no citizen")
    return non_citizen(person) & holder & ~new_zealander(person) & ends
