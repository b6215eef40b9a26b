"""The published past, month by month, as the calibration would have had it.

Set on one year, 2017, when 620 New Zealanders' visas were cancelled; the other years
then follow. A model of totals: nobody's facts are in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tasman.population.calibration import Calibration
from tasman.population.draws import Floats
from tasman.population.lengths import share_in_prison
from tasman.population.scale import custody_against_2017, in_prison

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


def month(year: int, number: int = 1) -> int:
    """Return the place of a month in the back-cast, which begins in July 2014."""
    return (year - 2014) * 12 + number - 7


MONTHS = month(2023, 11)
"""July 2014 to October 2023."""
_AT = 2014.5 + (np.arange(MONTHS) + 0.5) / 12
_DUTY_ON = month(2014, 12) + 10 / 31
"""2014-12-11."""
_SINCE = {"65": 0, "79": month(2019, 3), "90": month(2021, 4), "99": month(2023, 3)}
"""The first month under each Direction, to the nearest; 65 stands for 55 and 65."""


@dataclass(frozen=True)
class BackCast:
    """New Zealanders by month: reached from prison, cancelled, removed."""

    swept: Floats
    cancelled: Floats
    removed: Floats
    under_other_powers: Floats

    def of(self, series: Floats, year: int, years: int = 1) -> float:
        """Return the sum of a series over calendar years."""
        return float(series[month(year) : month(year + years)].sum())

    def cancelled_in(self, financial_year: str) -> float:
        """Return the cancellations of a financial year such as 2016-17."""
        begins = month(int(financial_year[:4]), 7)
        return float(self.cancelled[begins : begins + 12].sum())

    @property
    def share_of_cancellations(self) -> float:
        """New Zealanders among all cancellations, July 2014 to June 2022."""
        ours = sum(map(self.cancelled_in, CANCELLATIONS))
        return ours / sum(CANCELLATIONS.values())

    @property
    def removals(self) -> float:
        """Removals under every power, January 2015 to October 2023."""
        return float((self.removed + self.under_other_powers)[month(2015) :].sum())


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
    """Return the past: a yearly flow, set on 2017, and people already in prison.

    `flow` is the people a year sentenced to 12 months or more in one term. Where those
    in prison alone are more than 2017 had, nobody else is cancelled.
    """
    swept = _swept(calibration)
    year_2017 = slice(month(2017), month(2018))
    custody = custody_against_2017(calibration, _AT)
    usual = flow / 12 * custody
    wanted = calibration.number("k_trigger") * flow - swept[year_2017].sum()
    times = max(0.0, wanted) / usual[year_2017].sum() if flow else 0.0
    since = np.clip(np.arange(MONTHS) + 1 - _DUTY_ON, 0, 1)
    before = calibration.number("cancelled_before_the_duty_a_year") / 12 * (1 - since)
    flowing = usual * times * since * _slowed(calibration)
    cancelled = flowing + swept + before
    removed = _when_removed(calibration, cancelled * _removed_shares(calibration))
    others = np.full(
        MONTHS, calibration.number("removed_under_other_powers_a_year") / 12
    )
    return BackCast(
        swept,
        cancelled,
        _put_off(calibration, removed),
        _put_off(calibration, others),
    )


def swept_up(calibration: Calibration) -> float:
    """Return the New Zealanders whom the duty found in prison on 2014-12-11."""
    there = in_prison(calibration, 2014.5 + _DUTY_ON / 12)
    return there * share_in_prison(calibration, 12)


def _swept(calibration: Calibration) -> Floats:
    """Return people already in prison by the month in which they were reached."""
    ends = _DUTY_ON + max(1.0, calibration.number("sweep_months"))
    begun = np.clip(np.arange(MONTHS + 1), _DUTY_ON, ends)
    return np.diff(begun) / (ends - _DUTY_ON) * swept_up(calibration)


def _slowed(calibration: Calibration) -> Floats:
    """Return cancelling against its usual pace; the last year named lasts."""
    pace = np.ones(MONTHS)
    for financial_year, share in calibration.shares("cancelling_against_usual").items():
        pace[month(int(financial_year[:4]), 7) :] = share
    return pace


def _removed_shares(calibration: Calibration) -> Floats:
    """Return, by month, the share of cancellations that end in removal."""
    found = np.zeros(MONTHS)
    for direction, since in _SINCE.items():
        found[since:] = removed_share(chances(calibration, direction))
    return found


def _when_removed(calibration: Calibration, due: Floats) -> Floats:
    """Return removals by month: as long after cancellation as people were detained."""
    months = calibration.shares("detention_months")
    snapshots = np.array([float(year) + 7 / 12 for year in months])
    waits = np.interp(_AT, snapshots, list(months.values()))
    later = np.arange(MONTHS) + waits
    whole = np.floor(later).astype(int)
    found = np.zeros(int(whole.max()) + 2)
    np.add.at(found, whole, due * (1 - (later - whole)))
    np.add.at(found, whole + 1, due * (later - whole))
    return found[:MONTHS]


def _put_off(calibration: Calibration, removed: Floats) -> Floats:
    """Return removals with those put off by closed borders made up for afterwards."""
    found, last = removed.copy(), 0
    for year, share in calibration.shares("border_closure").items():
        found[month(int(year)) : month(int(year) + 1)] *= share
        last = max(last, int(year))
    put_off = removed.sum() - found.sum()
    found[month(last + 1) : month(last + 2)] += put_off / 12
    return found
