"""The Australian Citizenship Act 2007 (Cth): the instrument and its sources."""

from __future__ import annotations

from tasman.rules.provisions import Act

citizenship = Act(
    "Australian Citizenship Act 2007",
    jurisdiction="Cth",
    sources={
        "S1": "The Act as compiled on 2015-04-18; ss 22 and 24 as now in force",
        "S1t": "Act No. 21 of 2007 (transitional), Schedule 3",
        "S4": "LIN 22/103 (F2022L01628), also as amended by LIN 23/024; IMMI 17/108",
        "S5": "Declarations of 2001 (F2006B00715) and 2004 (F2005B03125)",
        "S7": "Departmental citizenship instructions, ch 14, and a secondary summary",
        "S8": "Amendment Acts No. 129 of 1984 and of 1986 to the 1948 Act",
        "S9": "Practitioners' notes on the status of New Zealand citizens",
        "S26": "Practitioners' tables of fees, 2021 to 2025",
        "S30": "[2023] HCA 34; Bills Digest No. 36 of 2023-24",
        "S33": "Home Affairs residence calculator, and notes on it",
        "S36": "[2015] AATA 116; [2007] AATA 2115; [1996] FCA 663",
        "S37": "Sections 24 and 25 as reproduced, consulted 2026-11-22",
        "S34": "Departmental policy on the tenth birthday, as reported",
    },
    verified_on="2026-11-21",
)
"""The Act of 2007, and the one of 1948 for births and grants before it."""
