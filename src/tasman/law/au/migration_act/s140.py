"""Section 140: visas that fall, or may fall, with another person's visa."""

from __future__ import annotations

from tasman.facts.vocabulary import Person, Visa
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.rules.handles import Truth, as_at

NOT_FOR_CHARACTER = (
    "After a cancellation under ss 109, 116, 128, 133A, 133C or 137J, as two notes on "
    "the section have it. A cancellation on character grounds (s 501 and its fellows) "
    "takes nobody else's visa, and each New Zealander holds a special category visa in "
    "their own right. "
    "If the other cancellation is undone, so is this (s 140(4), from memory)."
)


def _fell(visa: Visa, tie: str) -> Truth:
    return visa.held_through.is_(tie) & (visa.other_cancelled_on <= as_at)


def _depends(person: Person, tie: str) -> Truth:
    """Whether a visa with that tie fell; a special category visa depends on no one."""
    return non_citizen(person) & person.visas.any(
        lambda visa: ~visa.kind.is_("special_category_444") & _fell(visa, tie)
    )


@act.provision(
    "140(1)",
    kind="deemed",
    holder="the Act itself",
    natural_justice="none",
    mark="I",
    sources="S48d",
    plain="A visa held as a member of the family falls with the main holder's visa.",
    note=NOT_FOR_CHARACTER,
)
def falls_with_the_family_members_visa(person: Person) -> Truth:
    """A visa held as a member of another's family unit is cancelled with theirs."""
    return _depends(person, "family_unit")


@act.provision(
    "140(2)",
    kind="power",
    holder="Minister or delegate",
    natural_justice="none: without notice",
    mark="I",
    sources="S48d",
    plain="A visa held only because another person held theirs may be cancelled too.",
    note=NOT_FOR_CHARACTER,
)
def may_cancel_a_dependent_visa(person: Person) -> Truth:
    """A visa held only because of another's, since cancelled, may be cancelled."""
    return _depends(person, "other")


@act.provision(
    "140(3)",
    kind="deemed",
    holder="the Act itself",
    natural_justice="none",
    mark="I",
    sources="S48d",
    plain="A visa held from birth through a parent falls with the parent's visa.",
    note=NOT_FOR_CHARACTER + " Where both parents held visas, each gave one: s 78.",
)
def falls_with_the_parents_visa(person: Person) -> Truth:
    """A visa held from birth because of a parent's is cancelled with the parent's."""
    born_here = non_citizen(person) & person.born_in.is_("australia")
    return born_here & person.visas.any(lambda visa: _fell(visa, "parent_at_birth"))
