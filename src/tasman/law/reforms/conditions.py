"""Conditions that a reform may put in words of its own, without writing Python."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from tasman.facts.vocabulary import Person
from tasman.law.comparators.settled import (
    lawfully_here_for,
    own_minor_citizen_child,
    share_of_life_over,
)
from tasman.law.reforms.powers import (
    grave,
    here_at_every_grave_offence,
    here_since_childhood,
)
from tasman.rules.handles import Duration, Truth, as_at, years

Condition = Callable[[Person], Truth]
FINEST_SHARE = 20
"""The largest denominator of a share of life: 5 in 100, or 1 in 20, is the finest."""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of the declarative form: what it takes, and what it says."""

    name: str
    takes: str
    says: str


WORDS = (
    Word("came_before_age", "years", "came before this age and has lived here since"),
    Word("lawfully_here_for", "length", "has lived here lawfully for so long"),
    Word(
        "lawfully_here_at_offence",
        "length",
        "had lived here lawfully for so long at every grave offence",
    ),
    Word(
        "share_of_life_over", "percent", "lived here for more than this share of life"
    ),
    Word(
        "sentence_at_least", "length", "has a counted sentence of this length or more"
    ),
    Word(
        "citizen_child", "yes or no", "has a minor child who is an Australian citizen"
    ),
    Word("fact", "name", "this fact of the person holds"),
    Word("provision", "pinpoint", "this provision holds of the person"),
    Word("any_of", "list", "at least one of these conditions"),
    Word("not", "condition", "the condition does not hold"),
)
"""What the declarative form understands. Several words side by side must all hold."""


def came_before_age(age: int) -> Condition:
    """Return the condition of having come before an age and stayed."""
    return lambda person: here_since_childhood(person, years(age))


def lawfully_here(length: Duration) -> Condition:
    """Return the condition of so long a lawful stay up to the as-at day."""
    return lambda person: lawfully_here_for(person, length, as_at)


def lawfully_here_at_offence(length: Duration) -> Condition:
    """Return the condition of so long a lawful stay by every grave offence."""
    return lambda person: here_at_every_grave_offence(person, length)


def share_of_life(share: Fraction) -> Condition:
    """Return the condition of more than a share of life spent here lawfully."""
    return lambda person: share_of_life_over(person, share.numerator, share.denominator)


def sentence_at_least(length: Duration) -> Condition:
    """Return the condition of a counted sentence of a length or more."""
    return lambda person: person.sentences.any(lambda s: grave(s, length))


def citizen_child(person: Person) -> Truth:
    """Return whether the person has a minor child who is an Australian citizen."""
    return person.children.any(own_minor_citizen_child)
