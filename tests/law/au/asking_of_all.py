"""Asking a provision of the whole law in force, of one line of facts."""

from __future__ import annotations

from tasman.facts.days import parse_day
from tasman.facts.kinds import kind_names
from tasman.law import current_law
from tasman.rules.evaluate import Element, Evaluation
from tests.law.au.one_line import facts_of

TODAY = "2026-11-21"
ACT = "migration-act-1958"
REGULATIONS = "migration-regulations-1994"


def evaluation(line: str, as_at: str, known_at: str = TODAY) -> Evaluation:
    """Return an evaluation of the line's facts, law and facts as at one day."""
    day = parse_day(as_at)
    return Evaluation(
        current_law(),
        facts_of(line),
        as_at=day,
        law_at=day,
        known_at=parse_day(known_at),
    )


def found(pinpoint: str, line: str, as_at: str, known_at: str = TODAY) -> str:
    """Return Y or N, or U and the kinds of unknown: `U judgment`."""
    place = pinpoint if "/" in pinpoint else f"{ACT}/{pinpoint}"
    return spelled(evaluation(line, as_at, known_at).provision(place))


def found_of(
    pinpoint: str, of: str, line: str, as_at: str, known_at: str = TODAY
) -> str:
    """Return what `found` does, of a list's first element, alone or with the person.

    `of` names the list: `decisions` for a rule on a decision, `person visas` for one on
    the person and a visa.
    """
    case = evaluation(line, as_at, known_at)
    name = of.rpartition(" ")[2]
    record = {
        "decisions": "Decision",
        "visas": "Visa",
        "applications": "VisaApplication",
    }[name]
    element = Element(record, case.root.facts[name].items[0], f"{name}[0].", 0)
    records = (case.root, element) if of.startswith("person") else (element,)
    place = pinpoint if "/" in pinpoint else f"{ACT}/{pinpoint}"
    return spelled(case.provision(place, *records))


def spelled(value: tuple[int, ...]) -> str:
    """Return a truth as a letter, and the kinds of an unknown."""
    truth, kinds = value
    return " ".join(("NUY"[truth], *kind_names(kinds)))
