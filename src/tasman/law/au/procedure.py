"""The law of procedure: every module that states a time limit, and what it needs.

`ACTS` names the Acts and `CALENDARS` the calendars by which their last days roll.
"""

from __future__ import annotations

from tasman.law.au import review_time
from tasman.law.au.holidays import CALENDARS
from tasman.law.au.migration_act import s195, s198, s477a, s494c, s500, s501g
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_regulations import reg_2_53, reg_4_10, reg_5_02
from tasman.law.au.migration_regulations.instrument import regulations

ACTS = (act, regulations, *review_time.ACTS)

__all__ = [
    "ACTS",
    "CALENDARS",
    "reg_2_53",
    "reg_4_10",
    "reg_5_02",
    "review_time",
    "s195",
    "s198",
    "s477a",
    "s494c",
    "s500",
    "s501g",
]
