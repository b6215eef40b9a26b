"""The law, one folder an instrument, one module a section."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from types import ModuleType

from tasman.facts.days import parse_day
from tasman.rules.law import Law
from tasman.rules.provisions import Act

RELEASE = "2026.11.22"
"""The dated release of the law. The code has a version of its own."""

VERIFIED_TO = parse_day("2026-11-21")
"""The last day for which the law was looked up."""

INSTRUMENTS = ("tasman.law.au", "tasman.law.nz")
"""Packages that state the law in force: every module below them is part of it."""


def acts_of(*packages: str) -> tuple[Act, ...]:
    """Return every Act that the modules of these packages name, provisions loaded."""
    found: dict[int, Act] = {}
    for name in packages:
        for module in _modules(name):
            for value in vars(module).values():
                if isinstance(value, Act):
                    found.setdefault(id(value), value)
    return tuple(sorted(found.values(), key=lambda act: act.slug))


def _modules(name: str) -> Iterator[ModuleType]:
    module = importlib.import_module(name)
    yield module
    for inner in pkgutil.iter_modules(getattr(module, "__path__", ()), f"{name}."):
        yield from _modules(inner.name)


@lru_cache(maxsize=1)
def acts() -> tuple[Act, ...]:
    """Return every Act of the law in force."""
    return acts_of(*INSTRUMENTS)


@lru_cache(maxsize=1)
def current_law() -> Law:
    """Return the law as released, at all its dates.

    Raises LawError when the law contradicts itself.
    """
    from tasman.law.au.holidays import CALENDARS

    return Law.load(acts(), calendars=CALENDARS, release=RELEASE)
