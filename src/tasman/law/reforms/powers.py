"""The powers that the reforms about people with long lives here would change."""

from __future__ import annotations

from collections.abc import Callable

from tasman.facts.vocabulary import Offence, Person, Sentence
from tasman.law.au.migration_act.s501_sentences import counted, reaches, term_counted
from tasman.law.comparators.settled import (
    arrived_under,
    conviction_stands,
    lawful_days,
    lawfully_here_for,
)
from tasman.rules.handles import Duration, Number, Truth, as_at, months, number
from tasman.rules.law import Law

ACT = "migration-act-1958"
MANDATORY = f"{ACT}/501(3A)"
"""The duty to cancel."""
CANCELLATION = (MANDATORY, f"{ACT}/501(2)", f"{ACT}/501(3)")
"""The duty and the two powers to cancel on character grounds."""
SINCE_YOUTH = "No more than 365 days away in all since reaching the age in question."
EACH_GRAVE_OFFENCE = (
    "Measured at the day of every offence that drew 12 months or more, and of every "
    "sexual offence involving a child."
)


def spare(
    law: Law,
    whom: Callable[[Person], Truth],
    powers: tuple[str, ...] = (MANDATORY,),
    *,
    reason: str,
    since: str | None = None,
) -> Law:
    """Return the law in which these powers do not reach some people."""
    for pinpoint in powers:
        law = law.amend(pinpoint, unless=whom, since=since, reason=reason)
    return law


def here_since_childhood(
    person: Person, age: Duration, *, most_absence: Number = number(365)
) -> Truth:
    """Return whether a person came before an age and has lived here since."""
    reached = person.born_on + age
    away = (as_at - reached) - lawful_days(person, reached, as_at)
    return arrived_under(person, age) & (away <= most_absence)


def grave(sentence: Sentence, threshold: Duration = months(12)) -> Truth:
    """Return whether a sentence counts and is for a length or more."""
    length = reaches(term_counted(sentence), threshold, sentence.starts_on)
    return counted(sentence) & length


def here_at_every_grave_offence(person: Person, length: Duration) -> Truth:
    """Return whether lawful stay came to a length by every grave offence."""

    def too_soon(sentence: Sentence) -> Truth:
        return grave(sentence) & ~lawfully_here_for(
            person, length, sentence.committed_on
        )

    def child_offence_too_soon(offence: Offence) -> Truth:
        listed = offence.involves_child_sexually & conviction_stands(offence)
        return listed & ~lawfully_here_for(person, length, offence.committed_on)

    return ~person.sentences.any(too_soon) & ~person.offences.any(
        child_offence_too_soon
    )
