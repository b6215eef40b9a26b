"""The same facts read as another country would: settled there since arriving.

Everyone is mapped onto settled or permanent status from the day of arrival. The host
is the country whose law is asked: time, family and citizenship in Australia stand for
time, family and citizenship there.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Child, Offence, Person, Sentence
from tasman.facts.vocabulary.offending import AUSTRALIAN
from tasman.rules.handles import (
    Date,
    Duration,
    Number,
    Truth,
    as_at,
    years,
)

MAPPING = (
    "A New Zealand citizen long in Australia is taken to hold settled or permanent "
    "status in the country compared, from the day of arrival; time, convictions and "
    "family in Australia stand for time, convictions and family there."
)
"""What every comparison states."""

LAWFUL = ("special_category_visa", "exempt_non_citizen", "permanent", "citizen")
"""Footings that count as lawful, settled residence."""
PRISON = ("gaol", "life", "indefinite", "youth_detention")
"""Sentences served inside from the first day."""
SUSPENDED = ("suspended", "part_suspended")
IMPRISONMENT = (*PRISON, *SUSPENDED, "periodic_detention")
"""Sentences of imprisonment, suspended or not."""


def _long_before(day: Date) -> Date:
    return day - years(150)


def lawful_days(person: Person, since: Date, until: Date) -> Number:
    """Return the days of lawful stay between two days, overlaps once."""
    stays = person.stays.where(lambda stay: stay.footing.is_(*LAWFUL))
    return stays.covered_days(
        lambda stay: stay.arrived_on,
        lambda stay: stay.departed_on,
        within=(since, until),
    )


def lawfully_here_for(person: Person, length: Duration, until: Date) -> Truth:
    """Return whether lawful stay up to a day comes to a length or more."""
    here = lawful_days(person, _long_before(until), until)
    return here.as_days.at_least(length, end=until)


def lawfully_here_over(person: Person, length: Duration, until: Date) -> Truth:
    """Return whether lawful stay up to a day is longer than a length."""
    here = lawful_days(person, _long_before(until), until)
    return ~length.at_least(here.as_days, end=until)


def arrived_under(person: Person, age: Duration) -> Truth:
    """Return whether the person came, to stay lawfully, before reaching an age."""
    return person.stays.any(
        lambda stay: (
            stay.footing.is_(*LAWFUL) & (stay.arrived_on < person.born_on + age)
        )
    )


def times(number: Number, factor: int) -> Number:
    """Return a number a whole number of times over."""
    result = number
    for _ in range(factor - 1):
        result = result + number
    return result


def share_of_life_over(person: Person, part: int, whole: int) -> Truth:
    """Return whether lawful stay exceeds `part` in `whole` of the life so far."""
    here = lawful_days(person, person.born_on, as_at)
    return times(here, whole) > times(as_at - person.born_on, part)


def citizen_of_host(person: Person) -> Truth:
    """Return whether the person is a citizen of the country compared."""
    return person.citizenships.any(
        lambda held: held.country.is_("australia") & (as_at < held.ended_on)
    )


def sentence_stands(sentence: Sentence) -> Truth:
    """Return whether a sentence stands: not quashed, pardoned away or replaced."""
    erased = (sentence.pardoned_on <= as_at) & sentence.pardon_erases
    gone = (sentence.quashed_on <= as_at) | erased | (sentence.replaced_on <= as_at)
    return ~gone


def conviction_stands(offence: Offence) -> Truth:
    """Return whether there is a conviction that stands."""
    erased = (offence.pardoned_on <= as_at) & offence.pardon_erases
    gone = (offence.quashed_on <= as_at) | erased
    return offence.outcome.is_("convicted") & ~gone


def sentenced_in_host(sentence: Sentence) -> Truth:
    """Return whether a sentence stands and is by a court of the host."""
    return sentence_stands(sentence) & sentence.jurisdiction.is_(*AUSTRALIAN)


def convicted_in_host(offence: Offence) -> Truth:
    """Return whether a conviction stands and is by a court of the host."""
    return conviction_stands(offence) & offence.jurisdiction.is_(*AUSTRALIAN)


def endless(sentence: Sentence) -> Truth:
    """Return whether a sentence is for life or without a fixed end."""
    return sentence.kind.is_("life", "indefinite")


def term_at_least(sentence: Sentence, length: Duration) -> Truth:
    """Return whether a sentence is for a length or more, or for life."""
    long_enough = sentence.term.at_least(length, start=sentence.starts_on)
    return endless(sentence) | long_enough


def maximum_at_least(offence: Offence, length: Duration) -> Truth:
    """Return whether the law allowed a term of a length or more for an offence."""
    return offence.maximum_is_life | offence.maximum_penalty.at_least(
        length, start=offence.committed_on
    )


def sentence_for(sentence: Sentence, offence: Offence) -> Truth:
    """Return whether a sentence was imposed for an offence: the same day of offence."""
    return sentence.committed_on == offence.committed_on


def own_minor_citizen_child(child: Child) -> Truth:
    """Return whether a child is the person's own, under 18 and a citizen there."""
    return (
        child.own_child & child.australian_citizen & (as_at < child.born_on + years(18))
    )


def partner_citizen_for(person: Person, length: Duration) -> Truth:
    """Return whether a partner, now so for a length, is a citizen of the host."""
    return person.relatives.any(
        lambda each: (
            each.relation.is_("partner")
            & each.australian_citizen
            & (as_at < each.ended_on)
            & (each.began_on + length <= as_at)
        )
    )
