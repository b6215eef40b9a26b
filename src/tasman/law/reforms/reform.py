"""What a reform is: a small, named patch to the law, and what it takes for granted."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tasman.rules.law import Law
from tasman.rules.loading import check
from tasman.rules.provisions import Version

STATUSES = ("enacted", "defeated", "proposed", "hypothetical")
"""Enacted: the text became law. Defeated: it was voted down or lapsed. Proposed: it
was announced or is before a parliament. Hypothetical: nobody has put a text forward.
"""


@dataclass(frozen=True, slots=True)
class Reform:
    """A change to the law: what it says, where from, and its modelling choices."""

    name: str
    title: str
    description: str
    status: str
    patch: Callable[[Law], Law]
    sources: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()
    scenario: str = ""

    def __post_init__(self) -> None:
        if self.status not in STATUSES:
            raise ValueError(
                f"reform {self.name}: status {self.status!r} is not one of "
                f"{', '.join(STATUSES)}"
            )

    def apply(self, law: Law) -> Law:
        """Return the law with this change; raises LawError where it does not fit."""
        return self.patch(law)


def with_versions(law: Law, changed: Mapping[str, tuple[Version, ...]]) -> Law:
    """Return a law in which these provisions have these versions, checked."""
    versions = {pinpoint: law.versions(pinpoint) for pinpoint in law.pinpoints}
    versions.update(changed)
    result = Law(versions, law.gaps, law.calendars, law.opens, law.release)
    check(versions, law.gaps)
    return result
