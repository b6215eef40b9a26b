"""The instrument that gathers entitlements by status, and where each was read."""

from __future__ import annotations

from tasman.rules.provisions import Act

entitlements = Act(
    "Entitlements by status",
    jurisdiction="Cth",
    slug="entitlements",
    unit="",
    sources={
        "S4": "LIN 22/103 as amended by LIN 23/024; IMMI 17/108",
        "S5": "Declarations of 2001 and 2004 under the 1948 Act",
        "S7": "Departmental citizenship instructions and a secondary summary",
        "S15": "Social Security Guide 9.1.3; notes on work rights",
        "S16": "Social Security Act 1991 s 7, current and as enacted; volume 1 of 2015",
        "S17": "Operational Blueprint on the ten-year exemption (106-06010030)",
        "S18": "Social Security Guide 10.2; Operational Blueprint on the Agreement",
        "S19": "Services Australia on the newly arrived resident's waiting period",
        "S20": "Act No. 168 of 2018; A New Tax System (Family Assistance) Act s 61AA",
        "S21": "Operational Blueprints on Medicare and on the Low Income Card",
        "S22": "Pages on disaster payments for New Zealanders (2023, 2025)",
        "S23": "Public Service Act 1999 s 22; the Commission on citizenship in the APS",
        "S24": "NDIS Act 2013 ss 9, 23 (2015 text); the Agency's statement of 2023",
        "S25": "Higher Education Support Act 2003 ss 90-5, 36-10; Act No. 160 of 2015",
        "S28": "Ministers' release on the Defence Force, June 2024, as reported",
        "S29": "Commonwealth Electoral Act 1918 s 93",
        "M": "None: stated from memory",
    },
    verified_on="2026-11-21",
)
"""One row for each entitlement, status and time: the dossier's matrix as law."""
