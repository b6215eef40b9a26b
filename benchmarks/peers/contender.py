"""One way of running the twelve rules: what a scenario may ask of it.

It loads nothing: in a process of its own a contender pays for its own imports only.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

ANSWERS = (
    *("(7)(a)", "(7)(b)", "(7)(c)", "(7)(d)", "(6)(a)", "(6)(b)"),
    *("(6)(e)", "(6)", "(3A)(b)", "citizen", "(3A)"),
)
"""What is asked: the twelve rules, of which two are the versions of (7)(d)."""
CANNOT = "cannot express"
MANY, FEW = 100_000, 2_000

Texts = Any
"""People as JSON: whatever the contender's users hand it, itself plain data."""
Both = Callable[[Any], tuple[Any, Any]]


class Contender(ABC):
    """Rules ready to run; a subclass says how, and how its answers are read."""

    name: str
    packages: tuple[str, ...] = ()
    rows = MANY
    """How many people it is given at once."""
    lines: int
    """Lines of rules, without what feeds them."""
    not_asked_before_change: tuple[str, ...] = ()
    variant = False
    """Whether only arrays tell it from another contender of the same name."""
    form = ""
    """Contenders of one form are handed the same JSON; none is like no other."""
    reasons = CANNOT
    """What its explanation of one person holds, and what it lacks."""
    reform_by = ""
    """How its users state a reform."""

    def prepare(self, batch: Any) -> Any:
        """Return people in the form that `run` takes; not timed."""
        return batch

    @abstractmethod
    def run(self, people: Any) -> Any:
        """Return the answers of many people."""

    @abstractmethod
    def answers(self, out: Any) -> dict[str, list[int]]:
        """Return the answers as 0 no, 1 unknown, 2 yes, by name; not timed."""

    @abstractmethod
    def texts(self, batch: Any) -> Texts:
        """Return people as the JSON that its users hand it; not timed."""

    @abstractmethod
    def run_json(self, texts: Texts) -> Any:
        """Return the answers of people given as JSON."""

    def explain_json(self, texts: Texts) -> tuple[Any, str]:
        """Return the answers of one person given as JSON, and the explanation."""
        raise NotImplementedError(self.reasons)

    @property
    def explains(self) -> bool:
        """Whether it can say anything of how it came to an answer."""
        return type(self).explain_json is not Contender.explain_json

    @abstractmethod
    def with_reform(self) -> Both:
        """Set up (7)(c) at 24 months beside the rules.

        What is returned runs both on people and returns both answers.
        """


def one_after_the_other(baseline: Contender, reform: Contender) -> Both:
    """Return what runs the rules and then the changed rules on the same people."""
    return lambda people: (baseline.run(people), reform.run(people))


def definite(found: dict[str, Any]) -> dict[str, list[int]]:
    """Return the answers that arrays of Booleans give."""
    return {name: [2 * int(x) for x in found[name].tolist()] for name in ANSWERS}


def one_by_one(found: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Return the answers that one mapping a person gives."""
    return {name: [2 * int(one[name]) for one in found] for name in ANSWERS}


def nullable(column: list[bool | None]) -> list[int]:
    """Return the answers that one column of nullable Booleans gives."""
    return [1 if x is None else 2 * x for x in column]
