"""The Immigration Acts of 1987 and 2009 (NZ)."""

from __future__ import annotations

from tasman.rules.provisions import Act

SOURCES = {
    "NZ2": "Immigration Act 2009 (NZ), reprint as at 2014-01-01",
    "S25": "A plain-language summary of s 161, about 2025",
    "S26": "An adviser's note on drink-driving and s 161, 2024-02-12",
    "S32": "Immigration Act 1987 (NZ) s 91",
}

immigration = Act(
    "Immigration Act 2009",
    jurisdiction="NZ",
    slug="immigration-act-2009",
    sources=SOURCES,
    verified_on="2026-11-21",
)
"""In force from 2010-11-29. Bill 138 of 2025: deportation content unconfirmed."""

immigration_1987 = Act(
    "Immigration Act 1987",
    jurisdiction="NZ",
    slug="immigration-act-1987",
    sources=SOURCES,
    verified_on="2026-11-21",
)
"""Repealed on 2010-11-29 (at 02:00)."""
