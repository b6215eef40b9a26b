"""Asking one provision of one line of facts."""

from __future__ import annotations

from tasman.facts.days import parse_day
from tasman.facts.kinds import kind_names
from tasman.law import current_law
from tasman.law.au.migration_act.act import act
from tasman.rules.evaluate import Evaluation
from tests.law.au.one_line import facts_of

LAW = current_law()
"""The whole law: provisions of the Act refer to other instruments."""
TODAY = "2026-11-21"


def asked(
    pinpoint: str, line: str, as_at: str, *, law_at: str = "", known_at: str = TODAY
) -> tuple[str, list[str]]:
    """Return Y, N or U, and the kinds of unknown."""
    case = Evaluation(
        LAW,
        facts_of(line),
        as_at=parse_day(as_at),
        law_at=parse_day(law_at or as_at),
        known_at=parse_day(known_at),
    )
    truth, kinds = case.provision(f"{act.slug}/{pinpoint}")
    return "NUY"[truth], kind_names(kinds)


def answer(
    pinpoint: str, line: str, as_at: str, *, law_at: str = "", known_at: str = TODAY
) -> str:
    """Return Y, N or U."""
    return asked(pinpoint, line, as_at, law_at=law_at, known_at=known_at)[0]
