"""How old people are when sentenced: one spread for all, medians by offence."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache
from statistics import NormalDist

import numpy as np

from tasman.population.calibration import Calibration
from tasman.population.draws import Draws, Floats, Whole

_NORMAL = NormalDist()
YOUNGEST, OLDEST = 18.0, 95.0


def medians_and_sigma(
    calibration: Calibration, shares: Mapping[str, float]
) -> tuple[Floats, float]:
    """Return the median age for each offence, and the spread about it.

    The offences without a published median share the one that keeps the whole at its
    own median; the spread is what keeps the whole at its own. `shares` are those of the
    offences among the people meant.
    """
    known = calibration.shares("age_median_by_offence")
    return _solved(
        tuple(shares.items()),
        tuple(known.items()),
        max(calibration.number("age_median"), YOUNGEST),
        max(calibration.number("age_sigma"), 1e-3),
    )


Named = tuple[tuple[str, float], ...]


@lru_cache(maxsize=64)
def _solved(
    shares: Named, known: Named, whole: float, sigma: float
) -> tuple[Floats, float]:
    medians = {name: max(age, YOUNGEST) for name, age in known}
    weights = np.array([share for _, share in shares])
    others = sum(share for name, share in shares if name not in medians)
    rest, within = whole, sigma
    for _ in range(20):
        logs = np.array([math.log(medians.get(n, rest) / whole) for n, _ in shares])
        spread = sigma**2 - float(weights @ logs**2)
        within = math.sqrt(max(spread, 0.01 * sigma**2))
        below = sum(
            share * _NORMAL.cdf(math.log(whole / medians[name]) / within)
            for name, share in shares
            if name in medians
        )
        if others <= 0:
            break
        wanted = min(max((0.5 - below) / others, 0.01), 0.99)
        rest = whole * math.exp(-within * _NORMAL.inv_cdf(wanted))
    return np.array([medians.get(name, rest) for name, _ in shares]), within


def ages(
    calibration: Calibration,
    draws: Draws,
    offence: Whole,
    shares: Mapping[str, float],
) -> Floats:
    """Return an age for each person, by the offence."""
    medians, sigma = medians_and_sigma(calibration, shares)
    age = medians[offence] * np.exp(sigma * draws.normal("age"))
    return np.asarray(np.clip(age, YOUNGEST, OLDEST))
