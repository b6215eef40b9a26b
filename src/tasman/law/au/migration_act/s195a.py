"""Sections 48A, 48B, 195A, 197AB, 210: detention's ways out, a bar, and the bill."""

from __future__ import annotations

from tasman.facts.kinds import FACT, JUDGMENT
from tasman.facts.vocabulary import Person, Visa
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.stated import in_australia
from tasman.rules.handles import Truth, as_at, unknown

NO_DUTY = "No duty to consider it, and asking stops no removal."
MINISTER = "Minister personally"


def _detained(person: Person) -> Truth:
    return non_citizen(person) & person.custody.any(
        lambda spell: (
            spell.place.is_("immigration_detention")
            & (spell.began_on <= as_at)
            & (spell.ended_on > as_at)
        )
    )


@act.provision(
    "195A",
    kind="power",
    holder=MINISTER,
    natural_justice="no duty to consider",
    sources="P1",
    plain="The Minister may grant any visa to someone in immigration detention.",
    note=f"In the public interest. {NO_DUTY}",
    data={"review": "none"},
)
def may_grant_a_detainee_a_visa(person: Person) -> Truth:
    """A detainee under s 189 may be granted a visa, in the public interest."""
    wanted = unknown(JUDGMENT, "whether the public interest calls for a visa")
    return _detained(person) & wanted


@act.provision(
    "197AB",
    kind="power",
    holder=MINISTER,
    natural_justice="no duty to consider",
    sources="P1",
    plain="The Minister may let a detainee live at a named place instead.",
    note=f"A residence determination: detention in law still. {NO_DUTY}",
    data={"review": "none"},
)
def may_let_a_detainee_live_outside(person: Person) -> Truth:
    """A detainee may be allowed to reside at a specified place."""
    wanted = unknown(JUDGMENT, "whether the public interest calls for it")
    return _detained(person) & wanted


@act.provision(
    "48A",
    kind="consequence",
    mark="M",
    sources="P1",
    plain="After a refused or cancelled protection visa, no second application here.",
    note="That the section bars applications in Australia was read, its conditions are "
    "from memory.",
)
def no_second_protection_application(person: Person) -> Truth:
    """In Australia, and refused a protection visa or had one cancelled."""

    def lost(visa: Visa) -> Truth:
        return visa.kind.is_("protection") & person.decisions.any(
            lambda decision: (
                decision.result.is_("cancelled")
                & stands(decision)
                & (decision.made_on == visa.ceased_on)
                & (decision.made_on <= as_at)
            )
        )

    refused = person.applications.any(
        lambda application: (
            application.kind.is_("protection") & (application.finished_on <= as_at)
        )
    ) & unknown(FACT, "whether the application for a protection visa was refused")
    here = non_citizen(person) & in_australia(person)
    return here & (refused | person.visas.any(lost))


@act.provision(
    "48B",
    kind="power",
    holder=MINISTER,
    natural_justice="no duty to consider",
    sources="P1",
    plain="The Minister may lift that bar.",
    note=f"For seven working days after the day of notice. {NO_DUTY}",
    data={"review": "none"},
)
def may_lift_the_protection_bar(person: Person) -> Truth:
    """The bar on a second protection application may be lifted."""
    wanted = unknown(JUDGMENT, "whether the public interest calls for it")
    return no_second_protection_application(person) & wanted


@act.provision(
    "210",
    kind="consequence",
    sources="P1",
    plain="Whoever is removed owes the Commonwealth the cost of it.",
    note="Fares and costs of the person and the escorts (s 207), of the family too in "
    "some cases (s 212), recoverable as a debt (s 215). One's own ticket may be used "
    "(s 216). Detention itself is no longer charged, since 2009-11-09 (from memory).",
)
def owes_the_cost_of_removal(person: Person) -> Truth:
    """Removed, or deported under an order: liable for the cost."""
    ordered = ~in_australia(person) & person.decisions.any(
        lambda decision: decision.result.is_("deportation_ordered") & stands(decision)
    )
    removed = person.removed_or_deported & (person.removed_on <= as_at)
    return non_citizen(person) & (removed | ordered)
