"""What victims wish, where the effect of the decision on them is weighed: 65 to 99."""

from __future__ import annotations

from tasman.facts.vocabulary import Person, Victim
from tasman.law.au.directions.instrument import Direction
from tasman.rules.handles import Truth


def heard(victim: Victim) -> Truth:
    """Information on the effect on this victim, disclosed to the person."""
    return victim.effect_known & victim.disclosed_to_person


def for_staying(person: Person) -> Truth:
    """A victim has said that the person should stay."""
    return person.victims.any(lambda v: heard(v) & v.wants_person_to_stay)


def for_removal(person: Person) -> Truth:
    """A victim has said that the person should go."""
    return person.victims.any(lambda v: heard(v) & ~v.wants_person_to_stay)


def add_wishes(direction: Direction, paragraphs: str, *, mark: str) -> None:
    """Write into a Direction which way victims' own words weigh."""
    for ending, topic, rule in (
        (":stay", "victim_for_staying", for_staying),
        (":go", "victim_for_removal", for_removal),
    ):
        places = " ".join(each + ending for each in paragraphs.split())
        direction.factor(places, topic, "victims", mark=mark)(rule)
