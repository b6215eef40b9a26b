"""The Returning Offenders (Management and Information) Act 2015 (NZ)."""

from __future__ import annotations

from tasman.rules.provisions import Act

returning_offenders = Act(
    "Returning Offenders (Management and Information) Act 2015",
    jurisdiction="NZ",
    slug="returning-offenders-act-2015",
    sources={
        "S1": "A newspaper's summary of the law, November 2015",
        "S4": "The Act as at 2023-02-28: its contents; Bill 98-1, explanatory note",
        "S5": "The Law Society's note on the passing of the Bill, 2015-11-18",
        "S6": "The Law Society on the first hundred arrivals, 2016-02-17",
        "S8": "A newspaper on [2022] NZHC 3514, December 2022",
        "S9": "Departmental disclosure statement, Bill 232 of 2023",
        "S12": "Notes on [2023] NZCA 93; [2023] NZSC 123",
        "S16": "Reports of [2024] NZDC 29896, December 2024",
        "S17": "[2016] NZCrimLawRw 3; the Department of Corrections on orders",
        "S19": "Joint statement of police and Corrections, 2015-11-18",
        "S20": "A legal advocacy group's guide to the Act",
        "S21": "Parole Act 2002 (NZ) s 14",
        "S70": "Second reading speech of 2015-11-17, as quoted",
    },
    verified_on="2026-11-21",
)
"""In force on assent, 2015-11-18. The text of ss 16 to 18 and 24 to 26 was not read."""
