"""The conditions on entitlements that facts can decide."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT, UNSETTLED
from tasman.facts.vocabulary import Person, Visa
from tasman.facts.vocabulary.movement import PERMANENT_VISAS
from tasman.law.au.constitution import aboriginal_non_alien
from tasman.law.au.entitlements.act import entitlements
from tasman.law.au.past import long_ago
from tasman.law.au.status_protected import protected_for_good
from tasman.rules.handles import (
    NO,
    YES,
    Date,
    Duration,
    Number,
    Truth,
    as_at,
    days,
    months,
    number,
    readings,
    unknown,
    years,
)


@entitlements.provision(
    "not an Aboriginal Australian",
    sources="S15",
    citation="Constitution s 51(xix); [2020] HCA 3",
    plain="Not an Aboriginal Australian, whom powers over aliens do not reach.",
    note="As understood from 2020-02-11; till then every non-citizen was in reach.",
)
def no_aboriginal_australian(person: Person) -> Truth:
    """Not an Aboriginal Australian, as the law was understood on the day of asking."""
    return ~aboriginal_non_alien(person)


@entitlements.provision(
    "resides in Australia",
    sources="S16",
    citation="Social Security Act 1991 (Cth) s 7(3)",
    plain="Lives here rather than visits.",
)
def resides(person: Person) -> Truth:
    """Resides in Australia, by the factors of s 7(3)."""
    return person.resides_in_australia


@entitlements.provision(
    "likely to remain permanently",
    until="2001-02-26",
    sources="S16",
    citation="Social Security Act 1991 (Cth) s 7(2)(b)(iv) as enacted",
    plain="Lives here, and was judged likely to stay for good.",
)
def likely_to_remain(person: Person) -> Truth:
    """Resides in Australia and is likely to remain permanently: for the decision."""
    likely = unknown(JUDGMENT, "whether the person is likely to remain permanently")
    return resides(person) & likely


@entitlements.provision(
    "under 65 for the NDIS",
    sources="S24",
    mark="M",
    citation="National Disability Insurance Scheme Act 2013 (Cth)",
    plain="Younger than 65 on asking for access.",
    note="Asked as if access were sought on the day asked about; whoever came in "
    "earlier is not asked again. The section was not read.",
)
def young_enough_for_ndis(person: Person, *, age: Duration = years(65)) -> Truth:
    """Under 65 when access is asked for."""
    return as_at < person.born_on + age


@entitlements.provision(
    "protected for the NDIS",
    sources="S24",
    citation="National Disability Insurance Scheme Act 2013 (Cth) ss 9, 23(1)(b)(iii)",
    plain="Lives here, and was here around 26 February 2001.",
    note="Only the branches of s 7(2A) count; the narrower definition was read as of "
    "2015.",
)
def protected_for_ndis(person: Person) -> Truth:
    """Resides here and is protected under a branch of s 7(2A)."""
    return resides(person) & protected_for_good(person)


@entitlements.provision(
    "ten years' residence window",
    since="2001-02-26",
    applies_by=lambda person: person.residing_since_on,
    sources="S17",
    citation="Social Security Act 1991 (Cth) s 7(7)",
    plain="The ten years began after February 2001.",
)
def began_after_2001(person: Person) -> Truth:
    """The present residence began on or after 2001-02-26."""
    return YES


@entitlements.provision(
    "ten years' residence",
    since="2011-02-26",
    sources="S17",
    citation="Social Security Act 1991 (Cth) s 7(7)",
    plain="Ten unbroken years of living here, and not used before.",
    note="Separate stays are not added up; holidays do not break the ten years.",
)
def ten_years_here(person: Person, *, needed: Duration = years(10)) -> Truth:
    """Ten years' unbroken residence, begun since 2001-02-26, and no earlier payment."""
    return (
        began_after_2001(person)
        & (person.residing_since_on + needed <= as_at)
        & ~person.ten_year_payment_used
    )


@entitlements.provision(
    "ten-year payment ends on",
    kind="time limit",
    sources="S17",
    citation="Social Security Act 1991 (Cth) s 7(7)",
    plain="The last day of the one payment, if claimed today.",
)
def ten_year_payment_ends_on(person: Person, *, most: Duration = days(181)) -> Date:
    """The last of at most 182 days, if claimed on the as-at day."""
    return as_at + most


@entitlements.provision(
    "waiting days",
    until="2019-01-01",
    applies_by=lambda visa: visa.granted_on,
    sources="S19 S20",
    citation="Social Security Act 1991 (Cth) ss 623A and others",
    plain="Two years of waiting after a permanent visa.",
)
def short_wait(visa: Visa) -> Number:
    """The waiting period after a permanent visa granted before 2019: 104 weeks."""
    return number(104 * 7)


@entitlements.provision(
    "waiting days",
    since="2019-01-01",
    applies_by=lambda visa: visa.granted_on,
    sources="S19 S20",
    citation="Social Security Act 1991 (Cth) ss 623A and others",
    plain="Four years of waiting after a permanent visa.",
)
def long_wait(visa: Visa) -> Number:
    """The waiting period after a permanent visa granted since 2019: 208 weeks."""
    return number(208 * 7)


def _served(person: Person, visa: Visa, wait: Number) -> Truth:
    here = person.stays.covered_days(
        lambda stay: stay.arrived_on,
        lambda stay: stay.departed_on + days(1),
        within=(visa.granted_on, as_at),
    )
    return visa.kind.is_(*PERMANENT_VISAS) & (here >= wait)


@entitlements.provision(
    "waiting period served",
    sources="S19 S20",
    citation="Social Security Act 1991 (Cth) ss 623A and others",
    plain="Has waited long enough since the permanent visa.",
    note="Only days in Australia count. Weeks that s 61AA(3) to (5) or earlier "
    "protected "
    "residence may credit are not counted.",
)
def waiting_served(person: Person) -> Truth:
    """The whole waiting period spent in Australia since a permanent visa."""
    return person.visas.any(lambda visa: _served(person, visa, short_wait(visa)))


@entitlements.provision(
    "waiting period ends on",
    kind="time limit",
    sources="S19 S20",
    citation="Social Security Act 1991 (Cth) ss 623A and others",
    plain="When the wait ends, for someone who stays in Australia.",
)
def waiting_ends_on(person: Person) -> Date:
    """The first day after the waiting period, if no day of it is spent abroad."""
    held = person.visas.where(lambda visa: visa.kind.is_(*PERMANENT_VISAS))
    return held.latest(
        lambda visa: visa.granted_on + short_wait(visa).as_days, long_ago()
    )


@entitlements.provision(
    "family waiting days",
    since="2019-01-01",
    applies_by=lambda visa: visa.granted_on,
    sources="S20",
    citation="A New Tax System (Family Assistance) Act 1999 (Cth) s 61AA(2)(b)",
    plain="A year of waiting for Family Tax Benefit Part A.",
    note="How time on a special category visa is credited (s 61AA(3) to (5)) is "
    "unread.",
)
def family_wait(visa: Visa) -> Number:
    """52 weeks, for a permanent visa granted since 2019."""
    return number(52 * 7)


@entitlements.provision(
    "family waiting days",
    until="2019-01-01",
    applies_by=lambda visa: visa.granted_on,
    sources="S20",
    citation="A New Tax System (Family Assistance) Act 1999 (Cth)",
    plain="No wait for Family Tax Benefit.",
)
def no_family_wait(visa: Visa) -> Number:
    """None, for a permanent visa granted before 2019."""
    return number(0)


@entitlements.provision(
    "family waiting period served",
    sources="S20",
    citation="A New Tax System (Family Assistance) Act 1999 (Cth) s 61AA(2)",
    plain="Has waited long enough for Family Tax Benefit Part A.",
)
def family_wait_served(person: Person) -> Truth:
    """The waiting period for Part A spent in Australia since a permanent visa."""
    return person.visas.any(lambda visa: _served(person, visa, family_wait(visa)))


@entitlements.provision(
    "leave waiting period served",
    sources="S20",
    citation="Paid Parental Leave Act 2010 (Cth) ss 31A, 115CBA",
    plain="Has waited two years for Parental Leave Pay, where a wait applies.",
)
def leave_wait_served(person: Person) -> Truth:
    """104 weeks here since a permanent visa of 2019 or later; none before that."""
    return person.visas.any(
        lambda visa: _served(person, visa, family_wait(visa) + family_wait(visa))
    )


@entitlements.provision(
    "two years' residence",
    sources="S21",
    citation="Social Security Act 1991 (Cth) ss 1061ZK to 1061ZQ",
    plain="Has lived here for 104 weeks.",
)
def two_years_here(person: Person, *, wait: Duration = days(104 * 7)) -> Truth:
    """Has resided here for 104 weeks, with no permanent visa of 2019 or later."""
    return person.residing_since_on + wait <= as_at


@entitlements.provision(
    "two years' residence on",
    kind="time limit",
    sources="S21",
    citation="Social Security Act 1991 (Cth) ss 1061ZK to 1061ZQ",
    plain="When 104 weeks of living here are up.",
)
def two_years_here_on(person: Person, *, wait: Duration = days(104 * 7)) -> Date:
    """The first day after 104 weeks of residence."""
    return person.residing_since_on + wait


@entitlements.provision(
    "parenting payment on",
    kind="time limit",
    mark="?",
    sources="S16",
    citation="Social Security Act 1991 (Cth) s 500(1)(d)",
    plain="Two years from becoming a citizen, read literally.",
    note="An inference: time on an unprotected visa is not time as an Australian "
    "resident.",
)
def parenting_payment_on(person: Person, *, wait: Duration = days(104 * 7)) -> Date:
    """The first day after 104 weeks as an Australian resident, counted as a citizen."""
    held = person.citizenships.where(lambda each: each.country.is_("australia"))
    return held.latest(lambda each: each.began_on + wait, long_ago())


@entitlements.provision(
    "parenting payment residence",
    mark="?",
    sources="S16",
    citation="Social Security Act 1991 (Cth) s 500(1)(d)",
    plain="Two years as a citizen are enough; fewer may or may not be.",
)
def parenting_residence(person: Person) -> Truth:
    """104 weeks as a citizen; short of that the law is unsettled."""
    return (parenting_payment_on(person) <= as_at) | unknown(
        UNSETTLED, "whether earlier time here counts for Parenting Payment"
    )


@entitlements.provision(
    "came as a child",
    sources="S25",
    citation="Higher Education Support Act 2003 (Cth) s 90-5(2A)",
    plain="Came as a child ten years ago and has mostly been here since.",
    note="Judged on the day of the first successful request in the course, here the "
    "as-at day.",
)
def came_as_child(
    person: Person,
    *,
    first: Duration = years(10),
    of_ten: Duration = years(8),
    recent: Duration = months(18),
) -> Truth:
    """Came ten years ago as a dependent child; here 8 years of ten, 18 months of 24."""

    def here(window: Duration) -> Number:
        return person.stays.covered_days(
            lambda stay: stay.arrived_on,
            lambda stay: stay.departed_on + days(1),
            within=(as_at - window, as_at),
        )

    return (
        (person.first_resided_on + first <= as_at)
        & (person.first_resided_on < person.born_on + years(18))
        & person.dependent_child_on_arrival
        & (here(years(10)) >= as_at - (as_at - of_ten))
        & (here(years(2)) >= as_at - (as_at - recent))
    )


@entitlements.provision(
    "former holder who came as a child",
    sources="S25",
    citation="Higher Education Support Act 2003 (Cth) s 90-5(2A)(b)(ii)",
    plain="The same, for one who has moved on to a permanent visa.",
)
def former_holder_came_as_child(person: Person) -> Truth:
    """Held a special category visa just before the permanent; came as a child."""
    return person.permanent_visa_followed_scv & came_as_child(person)


@entitlements.provision(
    "disaster help",
    sources="S22",
    citation="New Zealand Disaster Recovery Payment and Allowance guidelines",
    plain="16 or over, hit by a declared disaster, and paying tax here.",
)
def disaster_help(person: Person, *, age: Duration = years(16)) -> Truth:
    """16 or over, adversely affected, and taxed for a year of the last three."""
    return (
        (person.born_on + age <= as_at)
        & person.affected_by_declared_disaster
        & person.taxed_in_last_three_years
    )


@entitlements.provision(
    "of voting age",
    sources="S29",
    citation="Commonwealth Electoral Act 1918 (Cth) s 93(1)",
    plain="18 or over.",
)
def of_voting_age(person: Person, *, age: Duration = years(18)) -> Truth:
    """18 or over."""
    return person.born_on + age <= as_at


@entitlements.provision(
    "on the roll in 1984",
    mark="?",
    sources="S29",
    citation="Commonwealth Electoral Act 1918 (Cth) s 93(1)(b)(ii), (7)",
    plain="Was on the roll as a British subject in January 1984.",
    note="Read literally, s 93(7) shuts out an elector who holds a temporary visa.",
)
def kept_the_vote(person: Person) -> Truth:
    """On a roll as a British subject immediately before 1984-01-26."""
    return person.on_roll_1984_01_26 & readings(
        "whether s 93(7) denies an elector of before 1984 on a temporary visa", YES, NO
    )


@entitlements.provision(
    "year here without foreign service",
    sources="S28",
    citation="Ministerial policy on eligibility for the Defence Force, 2024",
    plain="A year here, and no foreign forces lately.",
)
def year_here(person: Person, *, needed: Duration = months(12)) -> Truth:
    """Resident for 12 months, with no foreign military service in two years."""
    return (
        person.residing_since_on + needed <= as_at
    ) & ~person.foreign_service_in_two_years
