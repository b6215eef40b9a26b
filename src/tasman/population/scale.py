"""How many people the made-up ones stand for: a year's sentences, a day's prisoners."""

from __future__ import annotations

import numpy as np

from tasman.population.calibration import Calibration
from tasman.population.draws import Floats
from tasman.population.lengths import mean_months
from tasman.population.synthetic import pilot_of

CENSUS = 0.5
"""Prisoners are counted on 30 June: half-way through the year."""


def sentenced_a_year(calibration: Calibration) -> float:
    """Return the New Zealanders sentenced to custody a year, citizenship apart."""
    number = calibration.number
    a_year = number("sentenced_to_custody_a_year")
    born_there = a_year * number("nz_born_share_of_prisoners")
    elsewhere = number("nz_citizens_born_elsewhere")
    return born_there * (1 + elsewhere - number("nz_born_australian_citizens"))


def sentenced_now_a_year(calibration: Calibration) -> float:
    """Return those sentenced in the reference year, less who became citizens before."""
    left = pilot_of(calibration).became_citizens
    return sentenced_a_year(calibration) * (1 - left)


def _points(calibration: Calibration, name: str) -> tuple[Floats, Floats]:
    named = calibration.shares(name).items()
    years = sorted((float(year), max(number, 1e-9)) for year, number in named)
    found = np.array(years)
    return found[:, 0] + CENSUS, found[:, 1]


def custody_against_2017(calibration: Calibration, at: Floats) -> Floats:
    """Return how many were in custody at each time (a year and its part), 2017 as 1.

    Those born in New Zealand to 2017; after it nothing is published of them, and they
    are taken to have moved with all prisoners.
    """
    years, born_there = _points(calibration, "nz_born_prisoners")
    to_2017 = np.interp(at, years, born_there) / born_there[-1]
    later, everyone = _points(calibration, "all_prisoners")
    return to_2017 * np.interp(at, later, everyone) / everyone[0]


def in_prison(calibration: Calibration, at: float) -> float:
    """Return the New Zealanders in prison under sentence at a time, by the census."""
    census = calibration.shares("nz_born_prisoners")["2017"]
    there = custody_against_2017(calibration, np.array([at]))[0] * census
    sentenced = np.interp(at, *_points(calibration, "sentenced_share_of_prisoners"))
    return float(there * sentenced)


def in_prison_by_flow(calibration: Calibration) -> float:
    """Return how many the year's sentences keep in prison: so many times how long."""
    years = mean_months(calibration) * calibration.number("served_fraction") / 12
    determinate = sentenced_a_year(calibration) * years
    return determinate / max(1e-9, 1 - calibration.number("life_share_in_prison"))
