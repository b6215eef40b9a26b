"""Receipts: what anyone needs to reproduce an assessment.

The law's hashes cover its rules. Which days are holidays comes from a library, which is
therefore named with its version.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from tasman._version import __version__
from tasman.facts.case import Elements, Facts
from tasman.facts.days import iso
from tasman.law.au.holidays import LIBRARY
from tasman.rules.law import Law


@dataclass(frozen=True, slots=True)
class Receipt:
    """The code, the law, the facts and the dates of one assessment, by hash.

    `holiday_tables` names the library of holidays and its version: `holidays 0.109`;
    empty for a law that counts by no calendar.
    """

    code: str
    law: str
    law_logic: str
    law_text: str
    holiday_tables: str
    facts: str
    as_at: str
    law_at: str
    known_at: str

    def to_dict(self) -> dict[str, str]:
        """Return the receipt as plain data."""
        return {name: getattr(self, name) for name in self.__slots__}


def receipt(law: Law, facts: Facts, clocks: Mapping[str, int]) -> Receipt:
    """Return the receipt of one assessment."""
    return Receipt(
        __version__,
        law.release,
        law.digest,
        law.text_digest,
        holiday_tables() if law.calendars else "",
        facts_digest(facts),
        iso(clocks["as_at"]),
        iso(clocks["law_at"]),
        iso(clocks["known_at"]),
    )


@cache
def holiday_tables() -> str:
    """Return the name and version of the library that says which days are holidays."""
    from importlib.metadata import version

    return f"{LIBRARY} {version(LIBRARY)}"


def facts_digest(facts: Facts) -> str:
    """Return the hash of the facts, the same however the file orders its keys."""
    return hashlib.sha256(repr(_canonical(facts)).encode()).hexdigest()[:16]


def _canonical(value: Any) -> Any:
    if isinstance(value, Elements):
        return ([_canonical(item) for item in value.items], _canonical(value.rest))
    if isinstance(value, Mapping):
        return sorted((key, _canonical(item)) for key, item in value.items())
    return value
