"""Send back only "genuine" New Zealanders: scenarios R2, R3 and R4.

No figure was ever asked for by New Zealand: the numbers here are modelling choices.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s501ca import answered_in_time
from tasman.law.comparators.settled import arrived_under, share_of_life_over
from tasman.law.reforms.powers import (
    ACT,
    SINCE_YOUTH,
    here_since_childhood,
    spare,
)
from tasman.law.reforms.reform import Reform
from tasman.rules.handles import Truth, years
from tasman.rules.law import Law
from tasman.rules.provisions import Act

SAID_2020 = "Press reports of 2020-02-28: the Prime Ministers in Sydney"
SAID_2022 = "Rotorua Daily Post, 2022-07-09: the leaders' meeting of 2022-07-08"
ONLY_DUTY = "Only the duty of s 501(3A) is lifted; the discretions stay."


def _by_age(age: int, why: str) -> Reform:
    def whom(person: Person) -> Truth:
        return here_since_childhood(person, years(age))

    def patch(law: Law) -> Law:
        reason = f"Not those who came before the age of {age} and stayed."
        return spare(law, whom, reason=reason)

    return Reform(
        name=f"came-before-{age}",
        title=f"Came before the age of {age}",
        description=(
            f"No mandatory cancellation for those who came to Australia before the age "
            f"of {age} and have lived there since."
        ),
        status="hypothetical",
        patch=patch,
        sources=(SAID_2020,),
        choices=(f"The age of {age}: {why}.", SINCE_YOUTH, ONLY_DUTY),
        scenario="R2",
    )


def _by_share(part: int, whole: int, words: str, name: str) -> Reform:
    def whom(person: Person) -> Truth:
        return share_of_life_over(person, part, whole)

    def patch(law: Law) -> Law:
        return spare(law, whom, reason=f"Not those here for over {words} of life.")

    return Reform(
        name=name,
        title=f"Over {words} of life in Australia",
        description=(
            f"No mandatory cancellation for those who have lived lawfully in Australia "
            f"for more than {words} of their life."
        ),
        status="hypothetical",
        patch=patch,
        sources=(SAID_2020, "UK law: the private life exception of s 117C(4)"),
        choices=(f"The share of {words}.", "Days in prison count as days.", ONLY_DUTY),
        scenario="R3",
    )


ENTIRE = Act(
    "Entire life in Australia",
    jurisdiction="a scenario",
    slug="entire-life",
    sources={"S38": SAID_2022},
    verified_on="2026-11-21",
)
"""Scenario R4 as law."""


@ENTIRE.provision(
    "1",
    kind="ground",
    mark="I",
    sources="S38",
    citation="Scenario R4, after the leaders' meeting of 2022-07-08",
    plain="Came before five, with no close family in New Zealand and no life there as "
    "an adult.",
)
def entire_life_here(person: Person) -> Truth:
    """Came before the age of five, no close family there, no residence after 18."""
    return (
        arrived_under(person, years(5))
        & ~person.close_family_in_new_zealand
        & ~person.lived_in_new_zealand_as_adult
    )


@ENTIRE.provision(
    "2",
    kind="duty",
    holder="Minister or delegate",
    mark="I",
    sources="S38",
    citation="Scenario R4, after the leaders' meeting of 2022-07-08",
    plain="The cancellation must be undone, if the person answered in time.",
)
def must_revoke(person: Person) -> Truth:
    """A mandatory cancellation must be revoked, on representations in time."""
    return answered_in_time(person) & entire_life_here(person)


def _entire_life(law: Law) -> Law:
    return law.enact(ENTIRE).amend(
        f"{ACT}/501CA(4)(b)(ii)",
        also=entire_life_here,
        reason="An entire life in Australia is another reason.",
    )


REFORMS = (
    _by_age(10, "one of three tried"),
    _by_age(13, "borrowed from French law"),
    _by_age(18, "everyone who came as a child"),
    _by_share(1, 2, "half", "half-of-life"),
    _by_share(3, 4, "three quarters", "three-quarters-of-life"),
    Reform(
        name="entire-life",
        title="An entire life in Australia",
        description=(
            "Revocation as of course for those who came before the age of five, have "
            "no close family in New Zealand and have not lived there as adults."
        ),
        status="hypothetical",
        patch=_entire_life,
        sources=(SAID_2022,),
        choices=(
            "The age of five; close family as the case states it.",
            "Representations in time are still needed.",
        ),
        scenario="R4",
    ),
)
"""The variants run."""
