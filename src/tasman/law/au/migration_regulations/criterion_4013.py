"""Public interest criteria 4013 and 4014: three years without most temporary visas.

No text of either was read, only law firms' notes that agree: hence the mark.
"""

from __future__ import annotations

from tasman.facts.kinds import FACT, JUDGMENT
from tasman.facts.vocabulary import Decision, Person, Stay, Visa
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.stated import stated
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.law.au.past import long_ago
from tasman.rules.handles import Date, Duration, Truth, as_at, days, unknown, years

CITATION = "Migration Regulations 1994 (Cth) Sch 4 cl 4013"
ON_LEAVING = "Migration Regulations 1994 (Cth) Sch 4 cl 4014"
BINDS = (
    "A criterion for most temporary visas; not for most permanent visas, nor for a "
    "special category visa."
)


@regulations.provision(
    "4013 risk factor",
    mark="M",
    sources="S48b",
    citation=CITATION,
    plain="A visa was cancelled for wrong answers, for risk, or by the Minister.",
    note="Of s 116 and s 128 cancellations, those for risk to the community, (1)(e), "
    "are meant, and some on grounds special to students, visitors and workers. A "
    "cancellation under s 501 falls under criterion 5001.",
)
def cancelled_with_a_risk_factor(person: Person, decision: Decision) -> Truth:
    """A cancellation that stands, on a ground to which the three years attach."""
    risk = stated(person, "presence_is_a_risk", "presence_might_be_a_risk")
    ground = risk | unknown(FACT, "on which ground of s 116 the visa was cancelled")
    attached = decision.power.is_("109", "133A", "133C") | (
        decision.power.is_("116", "128") & ground
    )
    return decision.result.is_("cancelled") & stands(decision) & attached


@regulations.provision(
    "4013 last day",
    kind="time limit",
    mark="M",
    sources="S48b",
    citation=CITATION,
    plain="The last day on which an application after a cancellation is too early.",
)
def last_day_after_cancellation(person: Person, *, wait: Duration = years(3)) -> Date:
    """The last day of three years after the latest cancellation that counts."""
    counted = person.decisions.where(
        lambda decision: cancelled_with_a_risk_factor(person, decision)
    )
    return counted.latest(lambda decision: decision.made_on + wait, long_ago())


@regulations.provision(
    "4013",
    kind="consequence",
    mark="M",
    sources="S48b",
    citation=CITATION,
    plain="Three years after the cancellation without most temporary visas.",
    note=BINDS,
)
def cancelled_too_lately(person: Person) -> Truth:
    """A visa was cancelled, on a ground that counts, no more than three years ago."""
    return non_citizen(person) & (last_day_after_cancellation(person) >= as_at)


@regulations.provision(
    "4014 risk factor",
    mark="M",
    sources="S48b",
    citation=ON_LEAVING,
    plain="Left while here unlawfully, more than 28 days after the last visa ended.",
    note="So too on a bridging visa C, D or E granted more than 28 days after it. "
    "Removal is a departure.",
)
def left_unlawfully(person: Person, stay: Stay, *, grace: Duration = days(28)) -> Truth:
    """Left Australia without a visa, or on a late bridging visa, after 28 days."""
    went_on = person.stays.any(
        lambda after: (
            (after.arrived_on > stay.arrived_on)
            & (after.arrived_on <= stay.departed_on)
        )
    )

    def lately_held(visa: Visa) -> Truth:
        substantive = ~visa.kind.is_(
            "bridging", "bridging_e_050", "removal_pending_070", "criminal_justice"
        )
        soon = visa.ceased_on + grace >= stay.departed_on
        return substantive & soon & (visa.granted_on <= stay.departed_on)

    which = unknown(FACT, "which bridging visa was held on leaving, and since when")
    footing = stay.footing.is_("unlawful") | (stay.footing.is_("bridging") & which)
    return footing & ~went_on & ~person.visas.any(lately_held)


@regulations.provision(
    "4014 last day",
    kind="time limit",
    mark="M",
    sources="S48b",
    citation=ON_LEAVING,
    plain="The last day on which an application after such a departure is too early.",
)
def last_day_after_leaving(person: Person, *, wait: Duration = years(3)) -> Date:
    """The last day of three years after the latest departure that counts."""
    counted = person.stays.where(
        lambda stay: (stay.departed_on <= as_at) & left_unlawfully(person, stay)
    )
    return counted.latest(lambda stay: stay.departed_on + wait, long_ago())


@regulations.provision(
    "4014",
    kind="consequence",
    mark="M",
    sources="S48b",
    citation=ON_LEAVING,
    plain="Three years after leaving unlawfully without most temporary visas.",
    note=BINDS,
)
def left_too_lately(person: Person) -> Truth:
    """Left Australia unlawfully no more than three years ago."""
    return non_citizen(person) & (last_day_after_leaving(person) >= as_at)


@regulations.provision(
    "4013 and 4014 waiver",
    kind="power",
    holder="Minister or delegate",
    mark="M",
    sources="S48b",
    citation=CITATION + " and 4014",
    plain="The three years may be cut short for good reason.",
    note="Compelling circumstances that affect Australia's interests, or compassionate "
    "or compelling ones that affect those of an Australian citizen, an Australian "
    "permanent resident or an eligible New Zealand citizen.",
)
def may_shorten_the_three_years(person: Person) -> Truth:
    """A visa may be granted within the three years, if circumstances justify it."""
    justified = unknown(JUDGMENT, "whether circumstances justify a visa sooner")
    return (cancelled_too_lately(person) | left_too_lately(person)) & justified
