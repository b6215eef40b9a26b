"""An invented country's tenancy law, written as law is written.

Every operation of the engine stands in at least one provision, so that a bug planted in
any of them changes an answer here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tasman.facts.case import NO, UNKNOWN, YES, Elements, Facts
from tasman.facts.days import parse_date, parse_day, to_date
from tasman.facts.fields import (
    ChoiceField,
    DateField,
    ListField,
    NumberField,
    Record,
    TermField,
    TruthField,
)
from tasman.facts.kinds import JUDGMENT
from tasman.facts.terms import parse_term
from tasman.rules.evaluate import Evaluation
from tasman.rules.handles import YES as ALWAYS
from tasman.rules.handles import (
    Date,
    Duration,
    Number,
    Truth,
    as_at,
    choose,
    days,
    months,
    number,
    readings,
    rolled,
    unknown,
    years,
)
from tasman.rules.law import Law
from tasman.rules.provisions import Act
from tasman.rules.values import Value


class Lease(Record):
    """One lease, as signed."""

    kind = ChoiceField("What sort.", "fixed", "periodic", "boarding", "ground")
    signed_on = DateField("Day it was signed.")
    begins_on = DateField("First day.")
    ended_on = DateField("Day it ended; `never` if it runs.")
    length = TermField("Length agreed.")
    rent = NumberField("Rent a week.", most=5000, unit="crowns")
    written = TruthField("Is in writing.")
    fair = TruthField("Is fair to the tenant.", lacks=JUDGMENT)


class Breach(Record):
    """One finding that the tenant broke a lease."""

    found_on = DateField("Day it was found.")
    remedied_on = DateField("Day it was put right; `never` if it was not.")
    serious = TruthField("Was serious.")


class Lodger(Record):
    """One person who lives with the tenant; nothing says since when."""

    born_on = DateField("Date of birth.")
    kin = TruthField("Is of the tenant's family.")


class Tenant(Record):
    """The person whom an invented case is about."""

    born_on = DateField("Date of birth.", ask="When was the tenant born?")
    standing = ChoiceField("Standing.", "citizen", "guest", "exile")
    bonded = TruthField("Has lodged a bond.", ask="Was a bond lodged?")
    frail = TruthField("Is too frail to be moved.", lacks=JUDGMENT)
    served_on = DateField("Day a notice was served; `never` if none was.")
    answered_on = DateField("Day it was answered; `never` if it was not.")
    income = NumberField("Income a week.", most=9000, unit="crowns")
    leases = ListField("Leases.", Lease, happens="signed_on")
    breaches = ListField("Breaches found.", Breach, happens="found_on")
    lodgers = ListField("Lodgers.", Lodger, lacks=JUDGMENT)


act = Act(
    "Tenancy Act 1901",
    jurisdiction="Zembla",
    slug="tenancy",
    verified_on="2026-01-01",
    sources={"G": "Zembla Gazette, 1901 to 2025"},
)


def by_signature(lease: Lease) -> Date:
    """A lease is under the law of the day on which it was signed."""
    return lease.signed_on


# --- Leases ---


@act.provision("1(1)", sources="G", plain="The lease is for a year or more.")
def long_lease(lease: Lease, *, threshold: Duration = months(12)) -> Truth:
    """A lease whose length is 12 months or more."""
    return lease.length.at_least(threshold, start=lease.begins_on)


@act.provision("1(2)", until="2011-04-26", applies_by=by_signature, sources="G")
def lease_counts(lease: Lease) -> Truth:
    """Any lease counts that is not of bare ground."""
    return ~lease.kind.is_("ground")


@act.provision(
    "1(2)",
    since="2011-04-26",
    until="2014-12-11",
    applies_by=by_signature,
    sources="G",
)
def written_lease_counts(lease: Lease) -> Truth:
    """A lease counts that is in writing and not of bare ground."""
    return lease.written & ~lease.kind.is_("ground")


@act.provision("1(2)", since="2016-02-29", applies_by=by_signature, sources="G")
def fair_lease_counts(lease: Lease) -> Truth:
    """A lease counts that is fair, or for a fixed time."""
    return lease.fair | lease.kind.is_("fixed")


act.gap("1(2)", since="2014-12-11", until="2016-02-29", reason="The Act was suspended.")


@act.provision("1(3)", sources="G")
def lease_still_runs(lease: Lease) -> Truth:
    """A lease that has begun and not ended on the as-at day."""
    return (lease.begins_on <= as_at) & (as_at < lease.ended_on)


@act.provision("1(4)", sources="G")
def half_year_lease(lease: Lease) -> Truth:
    """A lease agreed, counted back from its end, to last half a year or more."""
    return lease.length.at_least(months(6), end=lease.ended_on)


# --- The tenant ---


@act.provision("2(1)", kind="status", sources="G")
def settled(tenant: Tenant) -> Truth:
    """Has a long lease that counts."""
    return tenant.leases.any(lambda lease: long_lease(lease) & lease_counts(lease))


@act.provision("2(2)", until="2014-12-11", sources="G")
def two_years_in_all(tenant: Tenant, *, threshold: Duration = months(24)) -> Truth:
    """Leases that count total 24 months or more."""
    total = tenant.leases.where(lease_counts).total(lambda each: each.length)
    return total >= threshold


@act.provision("2(2)", since="2014-12-11", sources="G")
def one_year_in_all(tenant: Tenant, *, threshold: Duration = months(12)) -> Truth:
    """Leases that count total 12 months or more."""
    total = tenant.leases.where(lease_counts).total(lambda each: each.length)
    return total >= threshold


@act.provision("2(3)", sources="G")
def overlapping_leases(tenant: Tenant) -> Truth:
    """Two leases overlap."""

    def overlaps(one: Lease) -> Truth:
        return tenant.leases.any(
            lambda other: (
                (one.position < other.position)
                & (one.begins_on < other.ended_on)
                & (other.begins_on < one.ended_on)
            )
        )

    return tenant.leases.any(overlaps)


@act.provision("2(4)", sources="G")
def trusted(tenant: Tenant, *, most: Number = number(1)) -> Truth:
    """No serious breach, at most one other, and none left standing."""
    return (
        (tenant.breaches.count() <= most)
        & tenant.breaches.all(lambda each: ~each.serious)
        & ~tenant.breaches.any(lambda each: as_at < each.remedied_on)
    )


@act.provision("2(5)", sources="G")
def house_of_kin(tenant: Tenant) -> Truth:
    """Has lodgers, all kin and all ten or older."""
    kin = tenant.lodgers.all(
        lambda each: each.kin & (each.born_on + years(10) <= as_at)
    )
    return tenant.lodgers.any() & kin


@act.provision("2(6)", sources="G")
def half_year_tenant(tenant: Tenant) -> Truth:
    """Has a lease of half a year."""
    return tenant.leases.any(half_year_lease)


# --- Values ---


@act.provision("3(1)", sources="G")
def days_housed(tenant: Tenant) -> Number:
    """Days under some lease since birth."""
    return tenant.leases.covered_days(
        lambda each: each.begins_on,
        lambda each: each.ended_on,
        within=(tenant.born_on, as_at),
    )


@act.provision("3(2)", kind="time limit", sources="G")
def last_day_to_answer(tenant: Tenant, *, period: Duration = days(28)) -> Date:
    """28 days after service, moved to the next market day."""
    return rolled(tenant.served_on + period, "markets")


@act.provision("3(3)", sources="G")
def last_trouble(tenant: Tenant) -> Date:
    """The last day a breach was found, or the day of birth."""
    return tenant.breaches.latest(lambda each: each.found_on, tenant.born_on)


@act.provision("3(4)", sources="G")
def agreed_length(tenant: Tenant) -> Duration:
    """The lengths of written leases, added."""
    written = tenant.leases.where(lambda each: each.written)
    return written.total(lambda each: each.length)


@act.provision("3(5)", sources="G")
def rent_in_all(tenant: Tenant) -> Number:
    """The rents of leases that run, added."""
    return tenant.leases.where(lease_still_runs).total(lambda each: each.rent)


@act.provision("3(6)", sources="G")
def grace(tenant: Tenant) -> Duration:
    """Three months for the frail, else 30 days."""
    return choose(tenant.frail, months(3), days(30))


@act.provision("3(7)", sources="G")
def trial_began_on(tenant: Tenant) -> Date:
    """The day of service less the grace."""
    return tenant.served_on - grace(tenant)


@act.provision("3(8)", sources="G")
def margin(tenant: Tenant) -> Number:
    """Income, and a bounty of ten for a bond, less rent."""
    bounty = choose(tenant.bonded, number(10), number(0))
    return (tenant.income + bounty) - rent_in_all(tenant)


@act.provision("3(9)", sources="G")
def days_ever_let(tenant: Tenant) -> Number:
    """Days that the leases would have lasted if kept, overlaps once."""
    return tenant.leases.covered_days(
        lambda each: each.begins_on, lambda each: each.begins_on + each.length
    )


# --- Powers and duties ---


@act.provision("4(1)", kind="power", holder="the Reeve", sources="G")
def may_be_moved(tenant: Tenant) -> Truth:
    """May be moved on: in trouble and not frail, unless answered in time."""
    in_time = tenant.answered_on <= last_day_to_answer(tenant)
    return ~trusted(tenant) & ~tenant.frail & ~in_time


@act.provision("4(2)", kind="duty", holder="the Reeve", sources="G")
def must_be_housed(tenant: Tenant, *, enough: Duration = years(3)) -> Truth:
    """Must be housed: three years under a lease, less thirty days of doubt."""
    housed = (days_housed(tenant) - 30).as_days
    return housed.at_least(enough, end=as_at) & ~tenant.standing.is_("exile")


@act.provision("4(3)", kind="consequence", sources="G")
def bond_returned(tenant: Tenant) -> Truth:
    """The bond goes back to a guest, by one reading, or to any but an exile."""
    guest = tenant.standing.is_("guest")
    return tenant.bonded & readings("who", guest, ~tenant.standing.is_("exile"))


@act.provision("4(4)", kind="ground", sources="G")
def excused(tenant: Tenant) -> Truth:
    """Answered on the very day of service, or bonded and excused by the Reeve."""
    accepted = unknown(JUDGMENT, "the Reeve's opinion")
    return (tenant.answered_on == tenant.served_on) | (accepted & tenant.bonded)


@act.provision("4(5)", known_until="2023-02-17", sources="G")
def levy_as_first_understood(tenant: Tenant) -> Truth:
    """As first understood: an exile owes the levy."""
    return tenant.standing.is_("exile")


@act.provision("4(5)", known_since="2023-02-17", until="2015-01-31", sources="G")
def levy_as_validated(tenant: Tenant) -> Truth:
    """As validated since: anyone not a citizen owes the levy."""
    return ~tenant.standing.is_("citizen")


@act.provision("4(5)", known_since="2023-02-17", since="2015-01-31", sources="G")
def levy_on_all(tenant: Tenant) -> Truth:
    """As validated since, from the last day of January 2015: everyone owes the levy."""
    return ALWAYS


@act.provision("4(6)", since="2000-01-01", until="2022-12-22", mark="?", sources="G")
def poor(tenant: Tenant, *, line: Number = number(100)) -> Truth:
    """Keeps less than the line, whichever way unsettled rent is counted."""
    return readings("rent", margin(tenant) < line, tenant.income < line)


def market_shut(day: int) -> bool:
    """Markets are shut on Sundays and on the first of January."""
    date = to_date(day)
    return date.weekday() == 6 or (date.month, date.day) == (1, 1)


CALENDARS = {"markets": market_shut}
LAW = Law.load([act], calendars=CALENDARS, release="1.0")
ROOT = "Tenant"
PINS = tuple(p for p in LAW.pinpoints if LAW.versions(p)[0].arguments == (ROOT,))


# --- Facts and answers in one line ---


def lease(text: str) -> Facts:
    """Facts of a lease: `2015-01-01..never 12m fixed written fair rent=5`."""
    found: dict[str, Any] = {}
    kinds = Lease.kind.values
    for word in text.split():
        if ".." in word:
            first, last = word.split("..")
            found["begins_on"], found["ended_on"] = parse_date(first), parse_date(last)
            found.setdefault("signed_on", found["begins_on"])
        elif word.startswith("signed="):
            found["signed_on"] = parse_date(word[7:])
        elif word.startswith("rent="):
            found["rent"] = (int(word[5:]),) * 2
        elif word in ("written", "oral"):
            found["written"] = YES if word == "written" else NO
        elif word in ("fair", "unfair"):
            found["fair"] = YES if word == "fair" else NO
        elif word in kinds:
            found["kind"] = 1 << kinds.index(word)
        elif word != "?":
            found["length"] = parse_term(word)
    return found


def leases(text: str, **more: Any) -> Facts:
    """Facts of a tenant: leases apart by `;`, `...` for an incomplete list."""
    parts = [part.strip() for part in text.split(";") if part.strip()]
    rest = {} if "..." in parts else None
    items = tuple(lease(part) for part in parts if part != "...")
    return {"leases": Elements(items, rest), **more}


def breaches_on(*found: str, more: bool = False) -> Elements:
    """Breaches, such as `2019-01-01 serious 2019-05-01`: found, how bad, remedied."""
    items = []
    for text in found:
        on, serious, remedied = text.split()
        items.append(
            {
                "found_on": parse_date(on),
                "serious": {"serious": YES, "slight": NO}[serious],
                "remedied_on": parse_date(remedied),
            }
        )
    return Elements(tuple(items), {} if more else None)


def evaluation(
    facts: Mapping[str, Any],
    law: Law = LAW,
    as_at: str = "2020-06-01",
    law_at: str = "",
    known_at: str = "2026-01-01",
) -> Evaluation:
    """An evaluation of invented facts on days given as text."""
    return Evaluation(
        law,
        facts,
        as_at=parse_day(as_at),
        law_at=parse_day(law_at or as_at),
        known_at=parse_day(known_at),
        root=ROOT,
    )


def value(pinpoint: str, facts: Mapping[str, Any], **dates: Any) -> Value:
    """The value of a provision of the invented law, by its section."""
    found = evaluation(facts, **dates)
    return found.provision(found.law.find(pinpoint))


def truth(pinpoint: str, facts: Mapping[str, Any], **dates: Any) -> str:
    """The truth of a provision as a word."""
    names = {NO: "no", UNKNOWN: "unknown", YES: "yes"}
    return names[value(pinpoint, facts, **dates)[0]]
