"""The Migration Regulations 1994 (Cth): the instrument and its sources."""

from __future__ import annotations

from tasman.law.au.migration_act.act import SOURCES
from tasman.law.au.procedure_sources import PROCEDURE_SOURCES
from tasman.rules.provisions import Act

KEYS = (
    *(
        "S29",
        "S30",
        "S30a",
        "S31",
        "S46",
        "S48",
        "S48a",
        "S48b",
        "S48c",
        "S49",
        "S50",
        "S51",
    ),
    *("S53a", "S54", "S55b"),
)

regulations = Act(
    "Migration Regulations 1994",
    jurisdiction="Cth",
    unit="reg",
    opens="1999-06-01",
    sources={key: SOURCES[key] for key in (*KEYS, "S59")}
    | PROCEDURE_SOURCES
    | {
        "ENZ": "SR 2001 No. 27 (F2001B00079), and notes on reg 1.03",
        "RR": "Departmental and practitioners' notes on resident return visas",
        "NZS": "Notes on the New Zealand stream of Subclass 189; F2022L01623",
    }
    | {"C169": "Compilation 169, of 2015-10-17: the first with SLI No. 169 of 2015"},
    verified_on="2026-11-21",
)
