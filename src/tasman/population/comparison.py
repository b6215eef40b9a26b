"""One measure of a model beside the published figure it should be near."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Check:
    """One measure of the population, beside what it should be near.

    `model` is None where nothing like it is modelled, `published` where there is no
    figure; without a `tolerance` the two stand side by side and no more.
    """

    name: str
    model: float | None
    published: float | None
    tolerance: float | None
    grade: str
    source: str
    note: str = ""
    absent: str = "not modelled"
    test: str = ""

    @property
    def verdict(self) -> str:
        """Within the tolerance or outside it; else why nothing is said."""
        if self.model is None:
            return self.absent
        if self.published is None:
            return "no figure"
        if self.tolerance is None:
            return "for context"
        near = abs(self.model - self.published) <= self.tolerance + 1e-9
        return "within" if near else "outside"

    def to_dict(self) -> dict[str, Any]:
        """Return the check as plain data."""
        plain = asdict(self)
        del plain["absent"]
        return plain | {"verdict": self.verdict}


def names_outside(found: list[Check]) -> list[str]:
    """Return the names of the checks that fall outside their tolerance."""
    return [each.name for each in found if each.verdict == "outside"]
