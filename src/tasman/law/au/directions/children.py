"""What is weighed for each child apart, the same from Direction 65 to Direction 110.

Each rule is about one child. Only the paragraph and the marks differ.
"""

from __future__ import annotations

from collections.abc import Mapping

from tasman.facts.vocabulary import Child
from tasman.law.au.directions import belonging
from tasman.law.au.directions.instrument import Direction
from tasman.rules.handles import Truth

ABSENCE = (
    "Whether absence through imprisonment counts was decided by the Full Court under "
    "Direction 90; the answer was not seen."
)


def nature_of_relationship(child: Child) -> Truth:
    """The nature and duration of the relationship between child and person."""
    return belonging.affected(child)


def relationship_of_less_weight(child: Child) -> Truth:
    """Less weight where the relationship is not parental, or absence was long, or
    contact was limited, a court's order included.
    """
    return belonging.affected(child) & belonging.limited_contact(child)


def future_parental_role(child: Child) -> Truth:
    """The positive parental role the person is likely to play until the child is 18."""
    return belonging.affected(child)


def effect_of_conduct_on_child(child: Child) -> Truth:
    """The effect of the person's past and likely conduct on the child."""
    return belonging.affected(child) & belonging.works_against_child(child)


def effect_of_separation(child: Child) -> Truth:
    """The likely effect of separation, and whether contact could be kept otherwise."""
    return belonging.affected(child)


def other_parental_carers(child: Child) -> Truth:
    """Whether others already act as parents to the child."""
    return belonging.affected(child) & child.other_parental_carer


def view_of_the_child(child: Child) -> Truth:
    """The child's known view, by age and maturity."""
    return belonging.affected(child) & child.has_stated_view


def violence_abuse_or_neglect(child: Child) -> Truth:
    """Evidence or risk of abuse or neglect by the person, and from Direction 90 of
    exposure to family violence.
    """
    return belonging.affected(child) & child.at_risk_from_person


def trauma_of_the_child(child: Child) -> Truth:
    """Physical or emotional trauma the child has suffered from the conduct."""
    return belonging.affected(child) & child.harmed_by_person


FACTORS = (
    ("(a)", "relationship", nature_of_relationship),
    ("(a):less_weight", "little_contact", relationship_of_less_weight),
    ("(b)", "future_role", future_parental_role),
    ("(c)", "effect_of_conduct", effect_of_conduct_on_child),
    ("(d)", "separation", effect_of_separation),
    ("(e)", "other_carers", other_parental_carers),
    ("(f)", "childs_view", view_of_the_child),
    ("(g)", "violence_to_child", violence_abuse_or_neglect),
    ("(h)", "trauma", trauma_of_the_child),
)
"""Letter, topic and rule of each factor, in order."""


def add_child_factors(
    direction: Direction,
    paragraph: str,
    *,
    mark: str = "V",
    marks: Mapping[str, str] | None = None,
) -> None:
    """Write the factors (a) to (h) into a Direction, under one paragraph."""
    for letter, topic, rule in FACTORS:
        less = topic == "little_contact"
        direction.factor(
            paragraph + letter,
            topic,
            "child",
            mark=(marks or {}).get(topic, mark),
            weight="less weight generally" if less else "",
            note=ABSENCE if less else "",
        )(rule)
