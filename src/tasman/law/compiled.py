"""What the compiled machine decides at one day, and what it does not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tasman.rules.errors import LawError
from tasman.rules.law import Law
from tasman.rules.lowering import Lowering

STATUS = ("status/", "australian-citizenship-act-", "citizenship-", "social-security")
"""Instruments on status and citizenship. One day of each is compiled; a history of
days, or a search for the first of them, asks that day again and again."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The law by what the machine does with it, each provision in one of four.

    `at_one_day` is decided of a person at one day; so is `status`, listed apart because
    its histories and searches need many days. `of_elements` is decided of an element of
    a list, each with its record: of a batch of notices, say. `not_compiled` gives the
    reason for the rest.
    """

    at_one_day: tuple[str, ...]
    status: tuple[str, ...]
    of_elements: dict[str, str]
    not_compiled: dict[str, str]

    @property
    def of_persons(self) -> tuple[str, ...]:
        """Every provision that is decided of a person."""
        return (*self.at_one_day, *self.status)

    def only(self, pinpoints: Iterable[str]) -> Compiled:
        """Return the same of these provisions alone."""
        kept = set(pinpoints)
        return Compiled(
            tuple(pin for pin in self.at_one_day if pin in kept),
            tuple(pin for pin in self.status if pin in kept),
            {pin: of for pin, of in self.of_elements.items() if pin in kept},
            {pin: why for pin, why in self.not_compiled.items() if pin in kept},
        )


def compiled(law: Law) -> Compiled:
    """Return which provisions the machine decides, found by making their programs.

    All their versions are tried: the answer is the same for every day.
    """
    lowerings: dict[str, Lowering] = {}
    persons: list[str] = []
    elements: dict[str, str] = {}
    refused: dict[str, str] = {}
    for pinpoint in law.pinpoints:
        about = law.versions(pinpoint)[0].arguments
        if len(about) != 1:
            refused[pinpoint] = _reason(about)
            continue
        [root] = about
        lowering = lowerings.setdefault(root, Lowering(root, {}))
        try:
            lowering.output(law, pinpoint)
        except LawError as error:
            refused[pinpoint] = str(error)
            continue
        if root == "Person":
            persons.append(pinpoint)
        else:
            elements[pinpoint] = root
    return Compiled(
        tuple(pin for pin in persons if not pin.startswith(STATUS)),
        tuple(pin for pin in persons if pin.startswith(STATUS)),
        elements,
        refused,
    )


def _reason(about: tuple[str, ...]) -> str:
    """Return why a provision is no question for the rows of a batch."""
    if not about:
        return "about nobody: it is a quantity that other provisions use"
    words = " and a ".join(_words(record) for record in about)
    return f"about a {words} together, where a row of a batch is one alone"


def _words(record: str) -> str:
    """Return a record's name in words: `visa application`."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in record).strip()
