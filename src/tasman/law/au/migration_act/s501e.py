"""Section 501E: no other visa may be applied for while in Australia."""

from __future__ import annotations

from tasman.facts.vocabulary import Person, VisaApplication
from tasman.facts.vocabulary.movement import PERMANENT_VISAS
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.decided import CHARACTER, adverse, stands
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.stated import came_here_after, in_australia
from tasman.rules.handles import Truth


@act.provision(
    "501E(3)",
    since="1999-06-01",
    kind="immunity",
    sources="S1",
    plain="The bar ends when the Minister personally grants a permanent visa.",
)
def released_by_the_minister(person: Person) -> Truth:
    """The Minister personally granted a permanent visa after the decision."""
    return non_citizen(person) & person.visas.any(
        lambda visa: (
            visa.granted_by_minister
            & visa.kind.is_(*PERMANENT_VISAS)
            & person.decisions.any(
                lambda decision: (
                    adverse(decision) & (decision.made_on < visa.granted_on)
                )
            )
        )
    )


def _barred(person: Person, *powers: str) -> Truth:
    against = person.decisions.any(
        lambda decision: (
            decision.power.is_(*powers)
            & adverse(decision)
            & stands(decision)
            & ~came_here_after(person, decision.made_on)
        )
    )
    here = non_citizen(person) & in_australia(person)
    return here & against & ~released_by_the_minister(person)


@act.provision(
    "501E(1)",
    since="1999-06-01",
    until="2017-02-23",
    kind="consequence",
    sources="S1 S46",
    plain="No other visa may be applied for here, save two kinds.",
    note="For one stay: from the decision until departure; whoever came back since is "
    "free of it. An application made for a minor or a person of impaired capacity "
    "still counts: s 501E(1A), (1B).",
)
def barred_from_applying(person: Person) -> Truth:
    """In Australia after a decision under ss 501 to 501B: no application."""
    return _barred(person, *CHARACTER)


@act.provision(
    "501E(1)",
    since="2017-02-23",
    kind="consequence",
    sources="S1 S15 S46",
    plain="No other visa may be applied for here, save two kinds.",
    note="Section 501BA was added on this day. For one stay: whoever came back since "
    "is free of it. See also s 501E(1A), (1B).",
)
def barred_from_applying_after_any(person: Person) -> Truth:
    """In Australia after a decision under ss 501 to 501BA: no application."""
    return _barred(person, *CHARACTER, "501BA(2)")


@act.provision(
    "501E(2)",
    since="1999-06-01",
    kind="immunity",
    sources="S1 S46",
    plain="Protection visas and the removal pending bridging visa stay open.",
    note="Section 48A may still bar a protection visa.",
)
def may_still_be_applied_for(application: VisaApplication) -> Truth:
    """A protection visa, or a visa that the regulations name, may be applied for."""
    return application.kind.is_("protection", "removal_pending_070")
