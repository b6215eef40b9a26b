"""The Citizenship Act 1977 and the Western Samoa Act of 1982 (NZ)."""

from __future__ import annotations

from tasman.rules.provisions import Act

citizenship = Act(
    "Citizenship Act 1977",
    jurisdiction="NZ",
    slug="citizenship-act-1977",
    sources={"NZ1": "Citizenship Act 1977 (NZ), reprint as at 2013-07-01"},
    verified_on="2026-11-21",
)
"""New Zealand in it includes the Cook Islands, Niue and Tokelau."""

samoa = Act(
    "Citizenship (Western Samoa) Act 1982",
    jurisdiction="NZ",
    slug="citizenship-western-samoa-act-1982",
    sources={
        "S24": "2024 No 48 (NZ), and the 1982 Act as at 2024-11-26",
    },
    verified_on="2026-11-21",
)
"""The Act that took citizenship from a generation of Samoans; remedy of 2024."""

REALM = ("new_zealand", "cook_islands", "niue", "tokelau")
