"""The routes to citizenship by conferral: which are open, and what each lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasman.casework.residence import ACT
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

ADULT, RESIDENT, YEARS = "21 adult", "21 permanent resident", "21 residence"
TEST, LINK, CHARACTER = "21 test", "21 close association", "21 good character"
ROUTES = {
    "21(2)": ((ADULT, RESIDENT, "22(1)"), (TEST, LINK, CHARACTER)),
    "21(2) by special residence": ((ADULT, RESIDENT), (TEST, LINK, CHARACTER)),
    "21(3)": ((ADULT, "21(3) incapacity", RESIDENT, YEARS), (LINK, CHARACTER)),
    "21(4)": (
        ("21(4) sixty or impairment", RESIDENT, YEARS),
        ("21 understands", LINK, CHARACTER),
    ),
    "21(5)": ((RESIDENT,), ()),
    "21(8)": ((), ()),
}
"""Each route: the conditions that facts decide, and those that the Minister judges."""
SPECIAL = ("22A", "22B", "23")
"""Any one of these serves where s 21(2) is not met by the general residence."""
NAMES = {
    "21(2)": "an adult, by the general residence requirement",
    "21(2) by special residence": "an adult, by listed work or service in the forces",
    "21(3)": "an adult with an enduring incapacity, without the test",
    "21(4)": "at 60, or hearing, speech or sight impaired, no test",
    "21(5)": "a child under 18, without years of residence",
    "21(8)": "born here and stateless, at any age",
}
POWERS = ("22(4A)", "22(5)", "22(5A)", "22(6)", "22(9)", "22(11)")
"""What the Minister may leave out of account or count as residence: never computed."""


@dataclass(frozen=True, slots=True)
class Need:
    """One condition of a route, and whether it is met."""

    pinpoint: str
    words: str
    truth: int

    def to_dict(self) -> dict[str, Any]:
        """Return the condition as plain data."""
        return {
            "provision": f"{ACT}/{self.pinpoint}",
            "words": self.words,
            "answer": TRUTH_NAMES[self.truth],
        }


@dataclass(frozen=True, slots=True)
class Route:
    """One route: whether it is open on the facts, what it lacks, what is judged."""

    pinpoint: str
    truth: int
    lacks: tuple[Need, ...]
    judged: tuple[Need, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the route as plain data."""
        return {
            "provision": f"{ACT}/{self.pinpoint}",
            "words": NAMES[self.pinpoint],
            "answer": TRUTH_NAMES[self.truth],
            "lacks": [need.to_dict() for need in self.lacks],
            "for_the_minister": [need.to_dict() for need in self.judged],
        }

    @property
    def lines(self) -> Iterator[str]:
        """The route in one line, and what it lacks in others."""
        says = {YES: "open", NO: "not open", UNKNOWN: "not known"}[self.truth]
        yield f"s {self.pinpoint.split()[0]}, {NAMES[self.pinpoint]}: {says}"
        for truth, words in ((NO, "lacks"), (UNKNOWN, "not known")):
            found = [need.words for need in self.lacks if need.truth == truth]
            if found:
                yield f"  {words}: {'; '.join(found)}"


@dataclass(frozen=True, slots=True)
class Routes:
    """Every route on one day, and the powers that could help with residence."""

    routes: tuple[Route, ...]
    powers: tuple[Need, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the routes as plain data."""
        return {
            "routes": [route.to_dict() for route in self.routes],
            "powers_over_residence": [power.to_dict() for power in self.powers],
        }

    def lines(self) -> Iterator[str]:
        """Yield the routes as lines for a terminal, unwrapped."""
        yield "Routes to conferral, on an application made that day:"
        for route in self.routes:
            for line in route.lines:
                yield f"  {line}"
        judged = {need.words: None for each in self.routes for need in each.judged}
        if judged:
            yield f"  For the Minister, by route: {'; '.join(judged)}"
        for power in self.powers:
            yield f"  May help: {power.words} (s {power.pinpoint})"


def routes_on(put: Evaluation, law: Law) -> Routes:
    """Return the routes to conferral for an application on the evaluation's day."""
    told = [
        _route(put, law, pinpoint)
        for pinpoint in ROUTES
        if law.in_force(f"{ACT}/{pinpoint}", *_days(put))
    ]
    powers = (_need(put, law, pinpoint) for pinpoint in POWERS)
    return Routes(tuple(told), tuple(each for each in powers if each.truth != NO))


def _route(put: Evaluation, law: Law, pinpoint: str) -> Route:
    decided, judged = ROUTES[pinpoint]
    truth = put.provision(f"{ACT}/{pinpoint}")[0]
    needs = [_need(put, law, each) for each in decided]
    if pinpoint == "21(5)":
        adult = _need(put, law, ADULT)
        needs.append(Need(ADULT, "Aged under 18", YES - adult.truth))
    if pinpoint == "21(2) by special residence":
        needs.append(_one_of(put, SPECIAL))
    if pinpoint == "21(8)":
        needs.append(Need(pinpoint, "Birth in Australia and no nationality", truth))
    return Route(
        pinpoint,
        truth,
        tuple(need for need in needs if need.truth != YES),
        tuple(
            need for need in (_need(put, law, j) for j in judged) if need.truth != YES
        ),
    )


def _one_of(put: Evaluation, pinpoints: tuple[str, ...]) -> Need:
    truth = max(put.provision(f"{ACT}/{each}")[0] for each in pinpoints)
    return Need(pinpoints[0], "One of ss 22A, 22B and 23", truth)


def _need(put: Evaluation, law: Law, pinpoint: str) -> Need:
    place = f"{ACT}/{pinpoint}"
    words = law.versions(place)[0].plain.rstrip(".")
    return Need(pinpoint, words, put.provision(place)[0])


def _days(put: Evaluation) -> tuple[int, int]:
    return put.clocks["law_at"], put.clocks["known_at"]
