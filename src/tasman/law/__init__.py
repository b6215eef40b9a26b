"""The law, one folder an instrument, one module a section."""

from __future__ import annotations

import importlib
from functools import lru_cache

from tasman.facts.days import parse_day
from tasman.rules.law import Law
from tasman.rules.provisions import Act

RELEASE = "2026.11.21"
"""The dated release of the law. The code has a version of its own."""

VERIFIED_TO = parse_day("2026-11-21")
"""The last day for which the law was looked up."""

INSTRUMENTS = (
    "tasman.law.au.migration_act",
    "tasman.law.au.migration_regulations",
)
"""Packages that state law; each names its Acts in `ACTS`."""


@lru_cache(maxsize=1)
def acts() -> tuple[Act, ...]:
    """Return every Act, its provisions loaded."""
    found: dict[str, Act] = {}
    for name in INSTRUMENTS:
        for act in importlib.import_module(name).ACTS:
            found.setdefault(act.slug, act)
    return tuple(found.values())


@lru_cache(maxsize=1)
def current_law() -> Law:
    """Return the law as released, at all its dates.

    Raises LawError when the law contradicts itself.
    """
    return Law.load(acts(), release=RELEASE)
