"""Where the text of the Directions, or a report of it, was read."""

from __future__ import annotations

SOURCES = {
    "ACT": "Migration Act 1958 (Cth) s 499, compilation of 2015-04-18",
    "D17": "[2006] FCA 242; [2001] FCA 514 as reported in [2009] FCA 528",
    "D21": "[2009] FCA 528, 733, 1098; [2007] FCA 505, 1249, 1779; [2006] FCA 445",
    "D41": "[2009] FCA 1313; [2010] FCA 1445",
    "D55": "Australian Human Rights Commission guide to s 501 (2013)",
    "D65": "[2018] FCA 594; [2019] FCA 1134; [2017] FCA 46; a law firm's note of 2014",
    "D79": "Practitioners' notes on Direction 79 (2019-03); [2024] FCAFC 3",
    "D90": "[2024] HCA 12; [2022] FCAFC 115; notes on Direction 90 of 2021-03-11",
    "D99": "[2024] FCA 402; [2025] FCA 63; notes quoting paras 5.2, 8.1.2, 8.3, 8.4",
    "D110": "[2026] FCAFC 73; [2025] ARTA 1787; [2025] FCA 1128; case notes quoting "
    "paras 8.1.1 and 8.4; practitioners' notes of June 2024",
    "WHICH": "[2025] HCA 33; [2024] FCAFC 119; [2016] FCAFC 48; [2023] FCA 583",
    "NORM": "[2019] FCAFC 185; [2024] FCAFC 3",
    "PRESS": "Newspaper and broadcast reports of 2024-06-07",
    "DOSSIER": "The project's dossier on the Directions: the text itself was not seen",
}
"""Sources by key."""
