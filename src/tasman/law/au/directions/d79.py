"""Direction 79: Direction 65 with violence against women or children added.

In force from 2019-02-28. Violent crimes against women or children are viewed very
seriously whatever the sentence, and women are named in the principles. Nothing else of
substance moved, but for the letters after (a) in the list of seriousness.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.directions import conduct
from tasman.law.au.directions.d65 import D65, PRINCIPLES
from tasman.law.au.directions.instrument import THREE_PARTS, Direction, Statement
from tasman.rules.handles import Truth

D79 = Direction(
    79,
    parts=THREE_PARTS,
    mark="M M V",
    layout=D65.layout,
    principles=(
        *PRINCIPLES[:2],
        Statement(
            "6.3(3)",
            "Whoever commits serious crime, notably violent or sexual, and against "
            "women, children or vulnerable people, should expect to be denied that "
            "privilege, or lose it.",
        ),
        *PRINCIPLES[3:],
    ),
    weighing=D65.weighing,
)
"""Direction 79."""

_HEADS = ("protection", "seriousness", "violent_or_sexual")
_LATER = ("b", "c", "d", "e", "f", "g", "h")
_AFTER = [row.topic for row in D65.considerations if row.topic not in _HEADS]
_MOVED = {
    f"{chapter}.1.1(1)({old})": f"{chapter}.1.1(1)({new})"
    for chapter in (9, 11, 13)
    for old, new in zip(_LATER, (*_LATER[1:], "i"), strict=True)
}
D79.repeat(D65, "protection", without=_AFTER)


@D79.factor("*.1.1(1)(b)", "women_or_children", "seriousness", mark="M M V")
def violence_against_women_or_children(person: Person) -> Truth:
    """Violent crimes against women or children are viewed very seriously, whatever the
    sentence.
    """
    return conduct.violence_to_women_or_children(person)


D79.repeat(
    D65,
    renumber=_MOVED,
    without=_HEADS,
    marks={"sentence": "M M V"},
    weights={"sentence": "not used for violent crimes against women or children"},
)

act = D79.act
"""Direction 79 as an instrument."""
