"""When people came, how often they were in prison before, who became Australian."""

from __future__ import annotations

import math

import numpy as np

from tasman.facts.days import parse_day
from tasman.population.calibration import Calibration
from tasman.population.draws import Draws, Flags, Floats, Whole

YEAR = 365.25
MOST_PRIORS = 4
ROOM_DAYS = 180
"""Fewest days, as an adult here and before the offence, that an earlier term needs."""

_BANDS = {"0-9": (0, 10), "10-17": (10, 18), "18-29": (18, 30), "30+": (30, 55)}
LATE_YEARS = 30.5
"""Age at the offence from which someone can have come at 30 or later."""


def arrival_ages(
    calibration: Calibration,
    draws: Draws,
    at_offence: Floats,
    share_old_enough: float,
) -> Floats:
    """Return ages on arrival, before the offence, that keep the shares of the bands.

    Only those old enough at the offence can have come at 30 or later, so they do so
    more often.
    """
    shares = calibration.shares("age_at_arrival")
    late = min(1.0, shares["30+"] / max(1e-6, share_old_enough))
    others = {name: share for name, share in shares.items() if name != "30+"}
    whole = sum(others.values()) or 1.0
    band = draws.pick("arrival band", {n: s / whole for n, s in others.items()})
    chosen = (at_offence >= LATE_YEARS) & draws.chance("arrival late", late)
    band = np.where(chosen, 3, band)
    edges = np.array(list(_BANDS.values()), float)
    low = np.minimum(edges[band, 0], at_offence - 0.1)
    high = np.minimum(edges[band, 1], at_offence - 0.05)
    return np.asarray(low + draws.uniform("arrival age") * (high - low))


def earlier_terms(
    calibration: Calibration, draws: Draws, room: Floats, chance: float
) -> Whole:
    """Return how many earlier terms each person has served.

    `chance` is that of someone with room for one, over that of everyone.
    """
    share = calibration.number("prior_imprisonment_share")
    more = calibration.number("further_prior_share")
    any_ = draws.chance("prior", min(1.0, share * chance)) & (room >= ROOM_DAYS)
    count = any_.astype(np.int32)
    for i in range(1, MOST_PRIORS):
        further = (count == i) & draws.chance(f"prior {i}", more)
        count += further.astype(np.int32)
    return count


_PATHWAY_ON = parse_day("2023-07-01")
_COUNTED_TO = parse_day("2024-08-16")
_LATER_THAN = parse_day("2001-02-26")
_RESIDENCE_YEARS = 4


def become_citizens(
    calibration: Calibration,
    draws: Draws,
    arrived_on: Floats,
    committed_on: Floats,
    priors: Whole,
) -> Flags:
    """Return who was an Australian citizen before the offence, by the way of 2023.

    As many as applied by August 2024, evenly over that time, and nobody more: nothing
    is published since. Those with an earlier prison term are taken to be refused.
    """
    wait = calibration.number("citizenship_wait_months") * YEAR / 12
    reached = (committed_on - wait - _PATHWAY_ON) / (_COUNTED_TO - _PATHWAY_ON)
    if reached.max() <= 0:
        return np.zeros(len(priors), np.bool_)
    share = calibration.number("citizenship_taken_share") * np.clip(reached, 0, 1)
    here = (committed_on - wait - arrived_on) >= _RESIDENCE_YEARS * YEAR
    may = here & (arrived_on > _LATER_THAN) & (priors == 0)
    return may & draws.chance("citizenship", share)


def spare_rows(rows: int, share_leaving: float) -> int:
    """Return how many people to draw beyond a chunk, to replace those who leave."""
    expected = rows * share_leaving
    return math.ceil(expected + 6 * math.sqrt(expected)) if expected else 0
