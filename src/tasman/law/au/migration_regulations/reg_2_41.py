"""Regulation 2.41: what must be weighed before a cancellation under s 109."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s109 import CODE, may_cancel_for_wrong_answers
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Truth

MATTERS = (
    "what the correct information is",
    "what any genuine document would have shown",
    "whether the grant rested, wholly or partly, on the wrong information",
    "how the wrong answer came to be given",
    "the holder's present circumstances",
    "how the holder has behaved since towards the duties of ss 101 to 105",
    "any other wrong answers that the Minister knows of",
    "the time since then",
    "breaches of the law since then, and how serious they were",
    "what the holder has contributed to the community",
)
"""The ten matters, in our words and from memory."""


@regulations.provision(
    "2.41",
    kind="duty",
    holder="Minister or delegate",
    natural_justice=CODE,
    mark="M",
    sources="S48c",
    plain="Before a visa goes for a wrong answer, ten matters must be weighed.",
    note=f"Named for s 109(1)(c), from memory: {'; '.join(MATTERS)}. Others may be "
    "weighed too.",
)
def must_weigh_ten_matters(person: Person) -> Truth:
    """Ten matters must be weighed where a visa may be cancelled under s 109(1)."""
    return may_cancel_for_wrong_answers(person)
