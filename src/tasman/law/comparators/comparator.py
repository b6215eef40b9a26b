"""What a comparator is: another country's Acts, its outcomes and approximations."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tasman.law.comparators.settled import MAPPING
from tasman.rules.handles import Truth
from tasman.rules.provisions import Act

MANDATORY = "mandatory_removal"
OUTCOMES = (
    "not_liable",
    "protected",
    "protected_presumptively",
    "balance",
    "liable_discretion",
    "presumptive_removal",
    MANDATORY,
)
"""What a law may make of a person, mildest first; never how a choice will fall."""
OUTCOME_WORDS = {
    "not_liable": "not liable to removal",
    "protected": "protected from removal",
    "protected_presumptively": "the interest in staying generally prevails",
    "balance": "the law has the interests weighed",
    "liable_discretion": "removal may follow, at discretion",
    "presumptive_removal": "removal generally follows",
    MANDATORY: "removal must follow",
}
_PREFIX = "outcome "

Rule = Callable[..., Truth]


@dataclass(frozen=True, slots=True)
class Comparator:
    """Another country's rules on the same facts, at a stated version."""

    name: str
    country: str
    version: str
    acts: tuple[Act, ...]
    approximations: tuple[str, ...]
    mapping: str = MAPPING
    standard: tuple[str, str, str] | None = None
    """A provision that sets the standard of review; the words if it holds, if not."""

    @property
    def slug(self) -> str:
        """The Act that holds the outcomes."""
        return self.acts[0].slug

    def outcome_pinpoint(self, name: str) -> str:
        """Return the provision that says whether an outcome follows."""
        return f"{self.slug}/{_PREFIX}{name}"


def outcome(act: Act, name: str, **told: Any) -> Callable[[Rule], Rule]:
    """Make the rule below say whether an outcome follows; raises KeyError if unknown.

    What no outcome takes is `not_liable`.
    """
    return act.provision(
        _PREFIX + name,
        kind="consequence",
        mark=told.pop("mark", "I"),
        plain=f"In short: {OUTCOME_WORDS[name]}.",
        citation=f"{act.title}: the outcome as modelled here",
        data={"outcome": name},
        **told,
    )
