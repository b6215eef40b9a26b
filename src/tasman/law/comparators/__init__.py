"""Other countries' rules on the same facts: never part of the law in force here."""

from __future__ import annotations

from functools import cache

from tasman.law.comparators.article8 import ARTICLE_8
from tasman.law.comparators.ca import CANADA
from tasman.law.comparators.comparator import OUTCOME_WORDS, OUTCOMES, Comparator
from tasman.law.comparators.de import GERMANY
from tasman.law.comparators.fr import FRANCE
from tasman.law.comparators.nz_mirror import NZ_AS_TEMPORARY, NZ_MIRROR
from tasman.law.comparators.uk import UK
from tasman.law.comparators.us import UNITED_STATES
from tasman.rules.errors import UnknownProvision
from tasman.rules.law import Law

__all__ = [
    "COMPARATORS",
    "OUTCOMES",
    "OUTCOME_WORDS",
    "Comparator",
    "comparator",
    "comparator_law",
]

COMPARATORS: dict[str, Comparator] = {
    each.name: each
    for each in (
        NZ_MIRROR,
        NZ_AS_TEMPORARY,
        UK,
        CANADA,
        GERMANY,
        FRANCE,
        UNITED_STATES,
        ARTICLE_8,
    )
}
"""Every comparator by the name a user types."""


def comparator(name: str) -> Comparator:
    """Return the comparator of a name; raises UnknownProvision when there is none."""
    try:
        return COMPARATORS[name]
    except KeyError:
        known = ", ".join(COMPARATORS)
        raise UnknownProvision(f"no country {name!r}; there are: {known}") from None


@cache
def comparator_law(name: str) -> Law:
    """Return a comparator's law; raises UnknownProvision for a name not known."""
    return Law.load(comparator(name).acts, release=comparator(name).version)
