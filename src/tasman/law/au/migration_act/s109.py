"""Section 109: cancellation for incorrect information (ss 101 to 105)."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import holds_a_visa
from tasman.law.au.migration_act.stated import stated
from tasman.rules.handles import NO, Truth, readings

CODE = "by a code: notice under s 107"


@act.provision(
    "109(1)",
    kind="power",
    holder="Minister or delegate",
    natural_justice=CODE,
    sources="S1",
    plain="A visa may be cancelled for a wrong answer, as on a passenger card.",
    note="For a holder who was immigration cleared, after a notice under s 107. That "
    "review lies as in ordinary migration matters is from memory.",
    data={"review": "Tribunal, as in ordinary migration matters"},
)
def may_cancel_for_wrong_answers(person: Person) -> Truth:
    """A visa may be cancelled where its holder did not comply with ss 101 to 105."""
    return (
        non_citizen(person)
        & holds_a_visa(person)
        & person.stays.any(lambda stay: stay.immigration_cleared)
        & stated(person, "incorrect_information")
    )


@act.provision(
    "109(2)",
    kind="duty",
    holder="Minister or delegate",
    natural_justice=CODE,
    sources="S1",
    plain="In cases that the regulations name, the visa must be cancelled.",
    mark="M",
    note="From memory, none is named: reg 2.41 says what to weigh under s 109(1)(c), "
    "and the Tribunal decides on the footing that no cancellation is mandatory.",
)
def must_cancel_for_wrong_answers(person: Person) -> Truth:
    """The visa must be cancelled in prescribed cases, if any is prescribed."""
    may = may_cancel_for_wrong_answers(person)
    return readings("whether regulations name any case for s 109(2)", may, NO)
