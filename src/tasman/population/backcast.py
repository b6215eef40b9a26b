"""The published past, as the calibration would have had it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tasman.population.calibration import Calibration

CANCELLATIONS = {
    "2014-15": 580,
    "2015-16": 983,
    "2016-17": 1278,
    "2017-18": 907,
    "2018-19": 943,
    "2019-20": 1018,
    "2020-21": 946,
    "2021-22": 380,
}
"""Character cancellations by financial year; 2018-19 is from memory."""

_YEARS_OF_CANCELLATION = 7.55
"""2014-12-11 to 2022-06-30."""
_YEARS_OF_REMOVAL = {"65": 4.2, "79": 2.1, "90": 1.9, "99": 0.6}
"""2015-01-01 to 2023-10-31, by the Direction that governed; 65 stands for 65 and 55."""


@dataclass(frozen=True, slots=True)
class BackCast:
    """What one flow for every year makes of the published totals."""

    share_of_cancellations: float
    removals: float


def removed_share(chances: Mapping[str, float]) -> float:
    """Return the share of cancellations that end in removal, from each step's share."""
    c = chances
    set_aside = c["review"] * c["set_aside"]
    kept = set_aside * (1 - c["override"]) + (1 - set_aside) * c["court"] * c["wins"]
    return 1 - c["represents"] * (c["revoked"] + (1 - c["revoked"]) * kept)


def chances(calibration: Calibration, direction: str) -> dict[str, float]:
    """Return each step's share under one Direction, at the calibration's values."""
    number, shares = calibration.number, calibration.shares
    period = "to_2018" if direction == "65" else "from_2022"
    return {
        "represents": number("represents_in_time"),
        "revoked": shares("department_revokes")[period],
        "review": number("seeks_review"),
        "set_aside": shares("tribunal_sets_aside").get(
            direction, number("tribunal_sets_aside_now")
        ),
        "override": shares("override_after_set_aside")[direction],
        "court": number("seeks_judicial_review"),
        "wins": number("judicial_review_succeeds"),
    }


def back_cast(calibration: Calibration, flow: float) -> BackCast:
    """Return the published totals as one yearly flow, set on 2017, would have them."""
    a_year = flow * calibration.number("k_trigger")
    removals = sum(
        a_year * years * removed_share(chances(calibration, direction))
        for direction, years in _YEARS_OF_REMOVAL.items()
    )
    cancelled = a_year * _YEARS_OF_CANCELLATION
    return BackCast(cancelled / sum(CANCELLATIONS.values()), removals)
