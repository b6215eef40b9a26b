"""How long sentences are, for what: those imposed in a year, and those being served."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from tasman.population.calibration import Calibration
from tasman.population.draws import Draws, Flags, Floats, Mixture, Whole, rounded_down

MONTH = 365.25 / 12


@dataclass(frozen=True)
class Lengths:
    """The offence and the sentence of each person, in months before rounding."""

    offence: Whole
    months: Floats
    life: Flags


def sentence_mixture(calibration: Calibration) -> Mixture:
    """Return the lengths of sentences: higher courts, then magistrates."""
    return _mixture(calibration, calibration.number("higher_court_share"))


def prior_mixture(calibration: Calibration) -> Mixture:
    """Return the lengths of earlier sentences."""
    return _mixture(calibration, calibration.number("prior_higher_court_share"))


def prison_mixture(calibration: Calibration) -> Mixture:
    """Return the lengths of sentences being served: each as likely as it is long."""
    return sentence_mixture(calibration).weighted_by_length()


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


def imposed_lengths(calibration: Calibration, draws: Draws) -> Lengths:
    """Return the sentences of a year: overall spread kept, the offence by rank."""
    offence = draws.pick("offence", calibration.shares("offence"))
    medians = np.array(list(calibration.shares("offence_median_months").values()))
    spread = calibration.number("offence_sigma") * draws.normal("length")
    by_offence = medians[offence] * np.exp(spread)
    rank = _offence_mixture(calibration).share_below(by_offence)
    months = sentence_mixture(calibration).at_share(rank)
    shares = calibration.shares("offence")
    of_homicide = calibration.number("life_share") / max(shares["homicide"], 1e-9)
    for_life = draws.chance("life", of_homicide)
    return Lengths(offence, months, for_life & (offence == _place(shares)))


def served_lengths(calibration: Calibration, draws: Draws) -> Lengths:
    """Return the sentences of people in prison on a day: the flow, by length.

    The offence is as likely as among the sentences of that length in a year.
    """
    months = prison_mixture(calibration).at_share(draws.uniform("stock length"))
    rank = sentence_mixture(calibration).share_below(months)
    mixture = _offence_mixture(calibration)
    edges = np.cumsum(mixture.parts_of(mixture.at_share(rank)), axis=0)[:-1]
    offence = np.sum(edges < draws.uniform("stock offence"), axis=0).astype(np.int32)
    life = draws.chance("stock life", calibration.number("life_share_in_prison"))
    place = _place(calibration.shares("offence"))
    return Lengths(np.where(life, place, offence).astype(np.int32), months, life)


def offences_in_prison(calibration: Calibration) -> dict[str, float]:
    """Return the shares of the offences of people in prison on a day."""
    shares = calibration.shares("offence")
    life = calibration.number("life_share_in_prison")
    found = _weighted(
        sentence_mixture(calibration).parts, _offence_mixture(calibration).parts
    )
    return {
        name: (1 - life) * share + life * (name == "homicide")
        for name, share in zip(shares, found, strict=True)
    }


Parts = tuple[tuple[float, float, float], ...]


@lru_cache(maxsize=64)
def _weighted(sentences: Parts, offences: Parts) -> tuple[float, ...]:
    """Return the share of each offence, sentences weighted by their length."""
    at = (np.arange(20_000) + 0.5) / 20_000
    mixture = Mixture(sentences)
    months = mixture.weighted_by_length().at_share(at)
    by_offence = Mixture(offences)
    likely = by_offence.parts_of(by_offence.at_share(mixture.share_below(months)))
    return tuple(float(each) for each in likely.mean(axis=1))


def _place(shares: dict[str, float]) -> int:
    return list(shares).index("homicide")


def as_term(months: Floats) -> Whole:
    """Return lengths as one number: months, or days as a negative number."""
    whole, days = rounded_down(months)
    return np.where(whole > 0, whole, -days).astype(np.int32)


def term_days(term: Whole) -> Floats:
    """Return about how many days a term lasts."""
    return np.where(term > 0, term * MONTH, -term)


def share_in_prison(calibration: Calibration, months: float) -> float:
    """Return the share of sentenced prisoners with so many months or more, or life."""
    below = prison_mixture(calibration).share_below(np.array([months]))[0]
    life = calibration.number("life_share_in_prison")
    return life + (1 - life) * (1 - float(below))


def mean_months(calibration: Calibration) -> float:
    """Return the mean sentence imposed, in months, life sentences apart."""
    parts = sentence_mixture(calibration).parts
    return sum(
        share * median * math.exp(sigma**2 / 2) for share, median, sigma in parts
    )
