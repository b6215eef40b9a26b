"""New Zealand citizens sentenced to custody in Australia, and their histories, made up.

Every number is a parameter of the calibration. Nobody in it is anybody.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tasman.facts.days import NEVER, parse_day
from tasman.population.calibration import Calibration
from tasman.population.draws import (
    Draws,
    Flags,
    Floats,
    Mixture,
    Whole,
    rounded_down,
)

CHUNK = 65_536
"""People in a chunk: the unit that a seed fixes, and a row group of the file."""
MOST_PRIORS = 4
PLACES = 10
"""Elements of one list are placed in tens: fines, earlier terms, the latest."""
YEAR = 365.25
MONTH = YEAR / 12
SCV_BEGAN_ON = parse_day("1994-09-01")
CHILD, ADULT = "child_sexual", "adult_sexual"


@dataclass(frozen=True)
class Chunk:
    """One chunk of people: days as day numbers, terms in months (days if negative)."""

    born_on: Whole
    arrived_on: Whole
    arrival_age: Floats
    male: Flags
    state: Whole
    offence: Whole
    committed_on: Whole
    imposed_on: Whole
    months: Floats
    term: Whole
    life: Flags
    higher_court: Flags
    several: Flags
    aggregate: Flags
    second_term: Whole
    released_on: Whole
    as_at: Whole
    priors: Whole
    draws: Draws

    @property
    def rows(self) -> int:
        """How many people."""
        return len(self.born_on)


def sentence_mixture(calibration: Calibration) -> Mixture:
    """Return the lengths of sentences: higher courts, then magistrates."""
    return _mixture(calibration, calibration.number("higher_court_share"))


def prior_mixture(calibration: Calibration) -> Mixture:
    """Return the lengths of earlier sentences."""
    return _mixture(calibration, calibration.number("prior_higher_court_share"))


def _mixture(calibration: Calibration, share: float) -> Mixture:
    number = calibration.number
    higher = (share, number("higher_court_median_months"), number("higher_court_sigma"))
    lower = (
        1 - share,
        number("magistrates_median_months"),
        number("magistrates_sigma"),
    )
    return Mixture((higher, lower))


def _offence_mixture(calibration: Calibration) -> Mixture:
    medians = calibration.shares("offence_median_months")
    sigma = calibration.number("offence_sigma")
    shares = calibration.shares("offence")
    return Mixture([(shares[name], medians[name], sigma) for name in shares])


def as_term(months: Floats) -> Whole:
    """Return lengths as one number: months, or days as a negative number."""
    whole, days = rounded_down(months)
    return np.where(whole > 0, whole, -days).astype(np.int32)


def term_days(term: Whole) -> Floats:
    """Return about how many days a term lasts."""
    return np.where(term > 0, term * MONTH, -term)


def make_chunk(
    calibration: Calibration, seed: int, index: int, rows: int = CHUNK
) -> Chunk:
    """Return one chunk of people: the same for a seed, whoever makes it."""
    return _people(calibration, Draws(seed, index, rows))


def _people(calibration: Calibration, draws: Draws) -> Chunk:
    number = calibration.number
    offence = draws.pick("offence", calibration.shares("offence"))
    months = _months(calibration, draws, offence)
    imposed = number("reference_year_begins") + np.floor(draws.uniform("imposed") * 365)
    age = _age(calibration, draws)
    born = np.floor(imposed - age * YEAR)
    lag = number("offence_to_sentence_months") * np.exp(0.6 * draws.normal("lag"))
    committed = np.maximum(
        imposed - np.clip(np.floor(lag * MONTH), 1, 10 * YEAR), born + 16 * YEAR
    )
    arrival_age = _arrival_age(calibration, draws, (committed - born) / YEAR)
    term = as_term(months)
    life = draws.chance("life", number("life_share"))
    served = np.maximum(1, np.floor(term_days(term) * number("served_fraction")))
    released = np.where(life, NEVER, imposed + served)
    as_at = imposed + np.floor(draws.uniform("found") * number("detection_lag_days"))
    state = draws.pick("state", calibration.shares("state"))
    several = draws.chance("several", number("several_terms_share")) & ~life
    aggregated = np.array(list(_by_state(calibration).values()))[state]
    mean = number("further_term_fraction")
    low = max(0.0, 2 * mean - 1)
    fraction = low + draws.uniform("second term") * (min(1.0, 2 * mean) - low)
    higher = sentence_mixture(calibration).belongs(months, 0)
    arrived = np.floor(born + arrival_age * YEAR)
    earliest = np.maximum(arrived, born + 18 * YEAR)
    return Chunk(
        born_on=born.astype(np.int32),
        arrived_on=arrived.astype(np.int32),
        arrival_age=arrival_age,
        male=draws.chance("male", number("male")),
        state=state,
        offence=offence,
        committed_on=committed.astype(np.int32),
        imposed_on=imposed.astype(np.int32),
        months=months,
        term=term,
        life=life,
        higher_court=draws.chance("court", higher),
        several=several,
        aggregate=several & draws.chance("aggregate", aggregated),
        second_term=as_term(months * fraction),
        released_on=released.astype(np.int32),
        as_at=np.minimum(as_at, released - 1).astype(np.int32),
        priors=_priors(calibration, draws, committed - earliest),
        draws=draws,
    )


def _by_state(calibration: Calibration) -> dict[str, float]:
    shares = calibration.shares("aggregate_share")
    return {name: shares[name] for name in calibration.shares("state")}


def _months(calibration: Calibration, draws: Draws, offence: Whole) -> Floats:
    """Return lengths that keep their overall spread and follow the offence by rank."""
    medians = np.array(list(calibration.shares("offence_median_months").values()))
    spread = calibration.number("offence_sigma") * draws.normal("length")
    by_offence = medians[offence] * np.exp(spread)
    rank = _offence_mixture(calibration).share_below(by_offence)
    return sentence_mixture(calibration).at_share(rank)


def _age(calibration: Calibration, draws: Draws) -> Floats:
    sigma = calibration.number("age_sigma") * draws.normal("age")
    age = calibration.number("age_median") * np.exp(sigma)
    return np.asarray(np.clip(age, 18, 95))


_BANDS = {"0-9": (0, 10), "10-17": (10, 18), "18-29": (18, 30), "30+": (30, 55)}


def _arrival_age(calibration: Calibration, draws: Draws, at_offence: Floats) -> Floats:
    """Return ages on arrival, before the offence, that keep the shares of the bands.

    Only those old enough can have come at 30 or later, so they do so more often.
    """
    shares = calibration.shares("age_at_arrival")
    late = min(1.0, shares["30+"] / _share_old_enough(calibration))
    others = {name: share for name, share in shares.items() if name != "30+"}
    whole = sum(others.values()) or 1.0
    band = draws.pick("arrival band", {n: s / whole for n, s in others.items()})
    old_enough = at_offence >= 30.5
    band = np.where(old_enough & draws.chance("arrival late", late), 3, band)
    edges = np.array(list(_BANDS.values()), float)
    low = np.minimum(edges[band, 0], at_offence - 0.1)
    high = np.minimum(edges[band, 1], at_offence - 0.05)
    return np.asarray(low + draws.uniform("arrival age") * (high - low))


def _share_old_enough(calibration: Calibration) -> float:
    lag = calibration.number("offence_to_sentence_months") / 12
    median, sigma = calibration.number("age_median"), calibration.number("age_sigma")
    z = math.log((30.5 + lag) / median) / sigma
    return max(1e-6, 0.5 * (1 - math.erf(z / math.sqrt(2))))


_ROOM = 180
"""Fewest days, as an adult here and before the offence, that an earlier term needs."""


def _priors(calibration: Calibration, draws: Draws, room: Floats) -> Whole:
    """Return how many earlier terms each person has served."""
    share = calibration.number("prior_imprisonment_share")
    more = calibration.number("further_prior_share")
    fits = room >= _ROOM
    any_ = draws.chance("prior", min(1.0, share / _share_with_room(calibration))) & fits
    count = any_.astype(np.int32)
    for i in range(1, MOST_PRIORS):
        further = (count == i) & draws.chance(f"prior {i}", more)
        count += further.astype(np.int32)
    return count


def _share_with_room(calibration: Calibration) -> float:
    """Return the share of people with time for an earlier term, from a pilot draw."""
    keys = ("age_median", "age_sigma", "offence_to_sentence_months")
    bands = tuple(calibration.shares("age_at_arrival").items())
    return _pilot(calibration, tuple(calibration.number(k) for k in keys), bands)


_pilots: dict[object, float] = {}


def _pilot(calibration: Calibration, *key: object) -> float:
    found = _pilots.get(key)
    if found is None:
        draws = Draws(0, 1 << 31, CHUNK)
        age = _age(calibration, draws)
        lag = calibration.number("offence_to_sentence_months") / 12
        at_offence = np.maximum(16, age - lag * np.exp(0.6 * draws.normal("lag")))
        here = np.maximum(_arrival_age(calibration, draws, at_offence), 18)
        room = float(np.mean((at_offence - here) * YEAR >= _ROOM))
        found = _pilots[key] = max(room, 1e-6)
    return found
