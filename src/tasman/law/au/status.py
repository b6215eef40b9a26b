"""Immigration status on a day: what a New Zealander held, from the stays in Australia.

Each provision is about the as-at day. The day of departure still counts as a day here;
on the day on which the footing changes, the later footing counts.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.citizenship_act.s12 import (
    citizen_after_ten_years,
    citizen_by_birth,
)
from tasman.law.au.past import long_ago
from tasman.law.au.status_protected import protected
from tasman.rules.handles import Date, Truth, as_at
from tasman.rules.provisions import Act

status = Act(
    "Status in Australia",
    jurisdiction="Cth",
    slug="status",
    unit="",
    sources={
        "S2": "Migration Act 1958, compilation in force 2015-04-18",
        "S3": "Migration Regulations 1994 reg 5.15A",
        "S7": "Departmental citizenship instructions, ch 14 (contents), and secondary",
        "S11": "Parliamentary Library quick guide, New Zealanders in Australia (2020)",
        "S12": "Notes on special category visas and item 1219",
        "S25": "[2005] FCAFC 121",
    },
    verified_on="2026-11-21",
)
"""The statuses a New Zealander can have in Australia, drawn from several Acts."""


@status.provision(
    "citizen",
    kind="status",
    mark="I",
    sources="S7",
    citation="Australian Citizenship Act 2007 (Cth) ss 4, 12",
    plain="A citizen: no power over visas reaches them.",
)
def citizen(person: Person) -> Truth:
    """An Australian citizen: as listed, or by force of law at birth or at age ten."""
    listed = person.citizenships.where(lambda held: held.country.is_("australia"))
    by_law = citizen_by_birth(person) | citizen_after_ten_years(person)
    lost = listed.any(lambda held: held.ended_on <= as_at)
    return listed.any(lambda held: held.ended_on > as_at) | (by_law & ~lost)


@status.provision(
    "in Australia", sources="S2", citation="Migration Act 1958 (Cth) s 5(1)"
)
def present(person: Person) -> Truth:
    """In Australia on the day, for any part of it."""
    return person.stays.any(lambda stay: stay.departed_on >= as_at)


def on_footing(person: Person, *footings: str) -> Truth:
    """Whether the person is now in Australia on one of these footings."""
    stays = person.stays.where(lambda stay: stay.departed_on >= as_at)
    on_it = stays.where(lambda stay: stay.footing.is_(*footings))
    # On its last day a stay counts only if no other goes on: stays never overlap.
    goes_on = on_it.any(lambda stay: stay.departed_on > as_at)
    ends = on_it.any() & ~stays.any(lambda stay: stay.departed_on > as_at)
    return goes_on | ends


@status.provision(
    "last departure", sources="S2", citation="Migration Act 1958 (Cth) s 82(8)"
)
def last_departure_on(person: Person) -> Date:
    """The day of the last departure from Australia."""
    gone = person.stays.where(lambda stay: stay.departed_on < as_at)
    return gone.latest(lambda stay: stay.departed_on, long_ago())


def left_on_footing(person: Person, *footings: str) -> Truth:
    """Whether the person is away, and last left on one of these footings."""
    return ~present(person) & person.stays.any(
        lambda stay: (
            (stay.departed_on < as_at)
            & (stay.departed_on == last_departure_on(person))
            & stay.footing.is_(*footings)
        )
    )


SCV = ("special_category_visa", "exempt_non_citizen")
"""On either side of 1994-09-01 a New Zealander's stay may be entered by either name."""


@status.provision(
    "exempt non-citizen",
    until="1994-09-01",
    kind="status",
    mark="M",
    sources="S11",
    citation="Migration Act 1958 (Cth), as it stood before 1994-09-01",
    plain="A New Zealander on a New Zealand passport needed no visa.",
    note="The term dates from 1984-04-02; before it New Zealanders were not 'aliens'.",
)
def exempt(person: Person) -> Truth:
    """In Australia as a New Zealander who needed neither visa nor entry permit."""
    return on_footing(person, *SCV)


@status.provision(
    "special category visa",
    since="1994-09-01",
    kind="status",
    sources="S2 S12",
    citation="Migration Act 1958 (Cth) ss 32, 82(8); Migration Regulations cl 444",
    plain="A visa without end date that is temporary in law and ends on leaving.",
    note="Exempt non-citizens in Australia on 1994-09-01 became holders by law; the "
    "transitional regulation's number is not verified.",
)
def special_category(person: Person) -> Truth:
    """In Australia holding a special category visa, which ends on each departure."""
    return on_footing(person, *SCV)


@status.provision(
    "permanent visa",
    kind="status",
    sources="S2",
    citation="Migration Act 1958 (Cth) s 30(1)",
)
def permanent(person: Person) -> Truth:
    """In Australia on a permanent visa or, before visas, with no limit on the stay."""
    return on_footing(person, "permanent")


@status.provision(
    "absorbed person visa",
    since="1994-09-01",
    kind="status",
    sources="S2 S25",
    citation="Migration Act 1958 (Cth) s 34",
    plain="Settled before 2 April 1984 and never left: a permanent visa by law.",
)
def absorbed(person: Person) -> Truth:
    """Taken to hold an absorbed person visa; any departure since 1984-04-02 ends it."""
    return (
        present(person)
        & ~person.away_since_1984_04_02
        & person.ceased_to_be_immigrant_1984
        & ~person.section_20_person_1994
    )


@status.provision(
    "unlawful non-citizen",
    kind="status",
    sources="S2",
    citation="Migration Act 1958 (Cth) s 14",
    note="Before 1994-09-01 the word differed by period: prohibited immigrant, "
    "prohibited non-citizen, illegal entrant.",
)
def unlawful(person: Person) -> Truth:
    """In Australia without a visa in effect, and not a citizen."""
    return on_footing(person, "unlawful") & ~citizen(person)


@status.provision(
    "temporary visa",
    kind="status",
    sources="S2",
    citation="Migration Act 1958 (Cth) s 30(2)",
)
def temporary(person: Person) -> Truth:
    """In Australia on another temporary footing; so are subclass 461 and diplomats."""
    return on_footing(person, "temporary", "diplomatic")


@status.provision(
    "bridging visa",
    since="1994-09-01",
    kind="status",
    sources="S2",
    citation="Migration Act 1958 (Cth) s 37",
)
def bridging(person: Person) -> Truth:
    """In Australia on a bridging visa."""
    return on_footing(person, "bridging")


@status.provision(
    "protected special category visa holder",
    since="2001-02-26",
    kind="status",
    sources="S2",
    citation="Social Security Act 1991 (Cth) s 7(2)(b)(iii), (2A) to (2D)",
    note="2001-02-26 itself is on the protected side: by s 7(2A)(a) whoever held the "
    "visa here that day is protected, so no holder was unprotected before 2001-02-27.",
)
def protected_holder(person: Person) -> Truth:
    """Holds a special category visa and is a protected holder of one."""
    return special_category(person) & protected(person)
