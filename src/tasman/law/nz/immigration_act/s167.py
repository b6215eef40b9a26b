"""Sections 167 to 216: how long liability lasts, what may be done, appeal, return.

The rules on liability for crime (s 161) stand in `s161.py`, other grounds in `s154.py`.
"""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.nz.immigration_act.act import immigration
from tasman.law.nz.immigration_act.s154 import liable_otherwise
from tasman.law.nz.immigration_act.s161 import START, liable
from tasman.rules.handles import (
    Date,
    Duration,
    Truth,
    as_at,
    choose,
    days,
    months,
    unknown,
    years,
)


@immigration.provision(
    "167 last day",
    since=START,
    kind="time limit",
    sources="NZ2",
    plain="Ten years from the day on which liability arose.",
    note="Time in prison and time under suspension are left out: they move it on.",
)
def last_day_of_liability(person: Person, *, lasts: Duration = years(10)) -> Date:
    """The last day of ten years of liability, prison and suspension left out."""
    arose = person.new_zealand_liability_on
    inside = person.custody.where(
        lambda spell: (
            spell.basis.is_("sentence") & ~spell.place.is_("immigration_detention")
        )
    ).covered_days(
        lambda spell: spell.began_on,
        lambda spell: spell.ended_on + days(1),
        within=(arose, as_at),
    )
    left_out = inside + person.new_zealand_days_suspended
    return arose + lasts + left_out.as_days


@immigration.provision(
    "167",
    since=START,
    kind="immunity",
    sources="NZ2",
    plain="A resident's liability ends after ten years.",
)
def lapsed(person: Person) -> Truth:
    """Ten years have passed since liability arose, prison and suspension left out."""
    return last_day_of_liability(person) < as_at


@immigration.provision(
    "161 still",
    since=START,
    kind="consequence",
    sources="NZ2 S25",
    citation="Immigration Act 2009 (NZ) ss 161, 167, 211",
    plain="A resident still liable to deportation for crime.",
)
def still_liable(person: Person) -> Truth:
    """Liable under s 161; not lapsed, and not cancelled on an appeal allowed."""
    ended = lapsed(person) | person.new_zealand_appeal.is_("allowed")
    return liable(person) & ~ended


@immigration.provision(
    "172",
    since=START,
    kind="power",
    holder="minister",
    natural_justice="absolute discretion",
    sources="NZ2",
    plain="The Minister may cancel the liability, or suspend it for up to five years.",
)
def may_cancel_or_suspend(person: Person) -> Truth:
    """Liable as a resident: liability may be cancelled or suspended on conditions."""
    return still_liable(person)


@immigration.provision(
    "174(2)",
    since=START,
    kind="duty",
    holder="minister",
    sources="NZ2",
    plain="Conditions met to the end: the liability must be cancelled.",
)
def must_cancel(person: Person) -> Truth:
    """Liable, suspended, and every condition met throughout."""
    return still_liable(person) & person.suspension_conditions_met


@immigration.provision(
    "207",
    since=START,
    kind="entitlement",
    sources="NZ2",
    plain="May appeal on humanitarian grounds, within 28 days.",
    note="Both exceptional humanitarian circumstances that make deportation unjust or "
    "unduly harsh, and no public interest against.",
)
def may_appeal(person: Person) -> Truth:
    """Liable under s 161: a humanitarian appeal to the Tribunal lies."""
    return still_liable(person)


@immigration.provision(
    "179",
    since=START,
    kind="consequence",
    sources="NZ2",
    plain="Once deported, never back, unless the Minister shortens it.",
    note="Not for anyone deported before the age of 18; asked here as if deported on "
    "the day asked about.",
)
def barred_for_good(person: Person, *, adult: Duration = years(18)) -> Truth:
    """Deported under s 161 at 18 or over: the prohibition on return is permanent."""
    return still_liable(person) & (person.born_on + adult <= as_at)


# ---- after liability: order, appeal, outcomes ----
@immigration.provision(
    "appeal last day",
    since=START,
    kind="time limit",
    sources="NZ2",
    citation="Immigration Act 2009 (NZ) ss 6(2), 154(2), 156, 206",
    plain="The last day to appeal to the Tribunal, counted without holidays.",
    note="Forty-two days on s 154, and on s 156 for a humanitarian appeal; otherwise "
    "28 from the notice. Public and Department holidays that are not weekend days are "
    "skipped (s 6(2)) and are not counted here: the true last day may be later, never "
    "sooner. That the 42 days of s 156 run from the notice is an inference.",
)
def last_day_to_appeal(
    person: Person, *, usual: Duration = days(28), longer: Duration = days(42)
) -> Date:
    """The 28th day after notice of liability; the 42nd on ss 154 and 156."""
    ground = person.new_zealand_ground
    from_notice = person.new_zealand_notice_on + choose(
        ground.is_("false_identity"), longer, usual
    )
    from_unlawful = person.unlawful_in_new_zealand_since_on + longer
    return choose(ground.is_("unlawful"), from_unlawful, from_notice)


@immigration.provision(
    "175",
    since=START,
    kind="power",
    holder="immigration officer",
    natural_justice="notice of liability (ss 170, 171)",
    sources="NZ2",
    plain="Deportation may be ordered once the appeal is over.",
    note="Once the time to appeal has run, or 28 days after the Tribunal upholds. A "
    "prisoner is deported only after release under Parole Act s 55. Who may order is "
    "from memory.",
)
def may_order_deportation(person: Person) -> Truth:
    """Still liable, notice given, and no appeal in time or the appeal declined."""
    lapsed_time = person.new_zealand_appeal.is_("none") & (
        last_day_to_appeal(person) < as_at
    )
    over = lapsed_time | person.new_zealand_appeal.is_("declined")
    noticed = person.new_zealand_notice_on <= as_at
    found = still_liable(person) | liable_otherwise(person)
    return found & noticed & over & ~person.protected_in_new_zealand


@immigration.provision(
    "210",
    since=START,
    kind="power",
    holder="Immigration and Protection Tribunal",
    sources="NZ2",
    plain="The Tribunal may grant a resident visa, or a temporary one for a year.",
    note="For someone unlawfully there or on a temporary visa whose appeal is allowed.",
)
def tribunal_may_order_a_visa(person: Person) -> Truth:
    """On an appeal allowed to a temporary or unlawful person, a visa may be ordered."""
    temporary = person.new_zealand_temporary_visa | person.new_zealand_ground.is_(
        "unlawful"
    )
    which = unknown(JUDGMENT, "which visa, if any, the Tribunal orders")
    return person.new_zealand_appeal.is_("allowed") & temporary & which


@immigration.provision(
    "211",
    since=START,
    kind="consequence",
    sources="NZ2",
    plain="An appeal allowed ends the liability.",
)
def liability_cancelled(person: Person) -> Truth:
    """The appeal was allowed: liability is cancelled."""
    return person.new_zealand_appeal.is_("allowed")


@immigration.provision(
    "212",
    since=START,
    kind="power",
    holder="Immigration and Protection Tribunal",
    sources="NZ2",
    plain="For a resident, the Tribunal may suspend instead, for up to five years.",
)
def tribunal_may_suspend(person: Person) -> Truth:
    """A resident's appeal is before the Tribunal, which may suspend on conditions."""
    chosen = unknown(JUDGMENT, "whether the Tribunal suspends instead of cancelling")
    return still_liable(person) & person.new_zealand_appeal.is_("pending") & chosen


@immigration.provision(
    "216",
    since=START,
    kind="power",
    holder="Immigration and Protection Tribunal",
    sources="NZ2",
    plain="On an appeal declined, deportation may be put off for up to a year.",
)
def tribunal_may_delay(person: Person) -> Truth:
    """The appeal was declined; deportation may be delayed by up to twelve months."""
    delayed = unknown(JUDGMENT, "whether the Tribunal delays deportation")
    return person.new_zealand_appeal.is_("declined") & delayed


@immigration.provision(
    "245",
    since=START,
    kind="entitlement",
    sources="NZ2",
    plain="An appeal on a point of law lies, with leave.",
    note="That the section exists was read, no more.",
)
def may_seek_leave_to_appeal(person: Person) -> Truth:
    """The Tribunal has decided: leave to appeal on a question of law may be sought."""
    return person.new_zealand_appeal.is_("allowed", "suspended", "declined")


# ---- prohibition on return, other grounds ----
def _for_a_time(person: Person) -> Truth:
    return person.new_zealand_ground.is_(
        "unlawful", "sufficient_reason", "conditions_breached"
    )


@immigration.provision(
    "179 last day",
    since=START,
    kind="time limit",
    sources="NZ2",
    plain="The last day of a prohibition on return that ends with time.",
    note="Two years after deportation within twelve months of becoming unlawful, "
    "otherwise five (s 154); five on s 159, and on s 157. The Minister (s 182) or the "
    "Tribunal (s 215) may shorten it. Costs must be repaid first (s 180).",
)
def last_day_of_prohibition(
    person: Person,
    *,
    short: Duration = years(2),
    long: Duration = years(5),
    soon: Duration = months(12),
) -> Date:
    """Two or five years after deportation under s 154, five under ss 157 and 159."""
    deported = person.deported_from_new_zealand_on
    quickly = deported <= person.unlawful_in_new_zealand_since_on + soon
    brief = person.new_zealand_ground.is_("unlawful") & quickly
    return deported + choose(brief, short, long)


@immigration.provision(
    "179 for a time",
    since=START,
    kind="consequence",
    sources="NZ2",
    plain="After deportation, no return for two or five years.",
    note="Not for anyone deported before the age of 18.",
)
def barred_for_a_time(person: Person, *, adult: Duration = years(18)) -> Truth:
    """Deported at 18 or over on s 154, 157 or 159, and the years have not passed."""
    deported = person.deported_from_new_zealand_on
    grown = person.born_on + adult <= deported
    out = (deported <= as_at) & (last_day_of_prohibition(person) >= as_at)
    return _for_a_time(person) & grown & out


@immigration.provision(
    "179 for good",
    since=START,
    kind="consequence",
    sources="NZ2",
    plain="Deported on ss 156, 158, 160, 162 or 163: never back.",
    note="Unless the Minister or the Tribunal shortens it. On s 155 there is none.",
)
def barred_for_good_otherwise(person: Person, *, adult: Duration = years(18)) -> Truth:
    """Deported at 18 or over on a ground whose prohibition is permanent."""
    deported = person.deported_from_new_zealand_on
    permanent = person.new_zealand_ground.is_(
        "false_identity",
        "fraud",
        "new_character_information",
        "protection_cancelled",
        "security",
    )
    return permanent & (deported <= as_at) & (person.born_on + adult <= deported)
