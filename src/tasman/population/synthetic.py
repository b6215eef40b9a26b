"""New Zealand citizens in prison under sentence in Australia, and their histories.

Those sentenced within a year, or those in prison on one day. All of it is made up:
every number is a parameter of the calibration, and nobody in it is anybody.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from tasman.facts.days import NEVER, parse_day
from tasman.population.ages import YOUNGEST, ages
from tasman.population.calibration import Calibration, Parameter
from tasman.population.draws import Draws, Flags, Floats, Whole
from tasman.population.lengths import (
    Lengths,
    as_term,
    imposed_lengths,
    offences_in_prison,
    sentence_mixture,
    served_lengths,
    term_days,
)
from tasman.population.pasts import (
    LATE_YEARS,
    ROOM_DAYS,
    YEAR,
    arrival_ages,
    become_citizens,
    earlier_terms,
    spare_rows,
)

CHUNK = 65_536
"""People in a chunk: the unit that a seed fixes, and a row group of the file."""
PLACES = 10
"""Elements of one list are placed in tens: fines, earlier terms, the latest."""
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


def make_chunk(
    calibration: Calibration,
    seed: int,
    index: int,
    rows: int = CHUNK,
    stock_on: int | None = None,
) -> Chunk:
    """Return one chunk of people: the same for a seed, whoever makes it.

    Those sentenced within the reference year, or those in prison on `stock_on`.
    """
    pilot = pilot_of(calibration, stock_on)
    spare = spare_rows(rows, pilot.became_citizens)
    while True:
        draws = Draws(seed, index, rows + spare)
        drawn = _drawn(calibration, draws, stock_on, pilot)
        priors = _priors(calibration, draws, drawn, pilot)
        kept = draws.without(_citizens(calibration, draws, drawn, priors), rows)
        if kept is not None:
            return _people(calibration, kept, drawn.settled(kept), kept.settled(priors))
        spare *= 2


@dataclass(frozen=True)
class _Drawn:
    """What decides who leaves the population, of each person drawn."""

    lengths: Lengths
    imposed: Floats
    as_at: Floats
    released: Floats
    born: Floats
    committed: Floats
    arrival_age: Floats

    @property
    def arrived(self) -> Floats:
        """The day of arrival."""
        return np.asarray(np.floor(self.born + self.arrival_age * YEAR))

    @property
    def room(self) -> Floats:
        """The days as an adult here before the offence."""
        return self.committed - np.maximum(self.arrived, self.born + 18 * YEAR)

    def settled(self, draws: Draws) -> _Drawn:
        """Return the same of those who stay."""
        of, old = draws.settled, self.lengths
        return _Drawn(
            Lengths(of(old.offence), of(old.months), of(old.life)),
            of(self.imposed),
            of(self.as_at),
            of(self.released),
            of(self.born),
            of(self.committed),
            of(self.arrival_age),
        )


def _drawn(
    calibration: Calibration, draws: Draws, stock_on: int | None, pilot: Pilot | None
) -> _Drawn:
    """Return the lives drawn; without a pilot, it is they that are the pilot."""
    lengths, age = _lengths_and_ages(calibration, draws, stock_on)
    number = calibration.number
    days = term_days(as_term(lengths.months)) * number("served_fraction")
    served = np.maximum(1, np.floor(days))
    if stock_on is None:
        began = number("reference_year_begins")
        imposed = began + np.floor(draws.uniform("imposed") * 365)
        found = np.floor(draws.uniform("found") * number("detection_lag_days"))
        born, as_at = np.floor(imposed - age * YEAR), imposed + found
    else:
        imposed = stock_on - _inside(calibration, draws, lengths.life, served, age)
        as_at = np.full(draws.rows, float(stock_on))
        born = np.floor(as_at - age * YEAR)
    released = np.where(lengths.life, NEVER, imposed + served)
    committed = _committed(calibration, draws, imposed, born)
    at_offence = (committed - born) / YEAR
    late = pilot.old_enough if pilot else float(np.mean(at_offence >= LATE_YEARS))
    return _Drawn(
        lengths,
        imposed,
        np.minimum(as_at, released - 1),
        released,
        born,
        committed,
        arrival_ages(calibration, draws, at_offence, late),
    )


def _lengths_and_ages(
    calibration: Calibration, draws: Draws, stock_on: int | None
) -> tuple[Lengths, Floats]:
    if stock_on is None:
        lengths = imposed_lengths(calibration, draws)
        offences = calibration.shares("offence")
    else:
        lengths = served_lengths(calibration, draws)
        offences = offences_in_prison(calibration)
    return lengths, ages(calibration, draws, lengths.offence, offences)


def _committed(
    calibration: Calibration, draws: Draws, imposed: Floats, born: Floats
) -> Floats:
    months = calibration.number("offence_to_sentence_months")
    lag = np.floor(months * np.exp(0.6 * draws.normal("lag")) * YEAR / 12)
    return np.maximum(imposed - np.clip(lag, 1, 10 * YEAR), born + 16 * YEAR)


def _inside(
    calibration: Calibration, draws: Draws, life: Flags, served: Floats, age: Floats
) -> Floats:
    """Return the days since the sentence: any day of it is as likely as another."""
    whole = 2 * calibration.number("life_served_years") * YEAR
    days = np.floor(draws.uniform("inside") * np.where(life, whole, served))
    return np.asarray(np.minimum(days, np.floor((age - YOUNGEST + 0.5) * YEAR)))


def _priors(
    calibration: Calibration, draws: Draws, drawn: _Drawn, pilot: Pilot
) -> Whole:
    # Those who leave have no earlier term: so many fewer have one to begin with.
    chance = (1 - pilot.became_citizens) / max(pilot.with_room, 1e-6)
    return earlier_terms(calibration, draws, drawn.room, chance)


def _citizens(
    calibration: Calibration, draws: Draws, drawn: _Drawn, priors: Whole
) -> Flags:
    return become_citizens(calibration, draws, drawn.arrived, drawn.committed, priors)


def _people(
    calibration: Calibration, draws: Draws, drawn: _Drawn, priors: Whole
) -> Chunk:
    number = calibration.number
    lengths = drawn.lengths
    state = draws.pick("state", calibration.shares("state"))
    several = draws.chance("several", number("several_terms_share")) & ~lengths.life
    aggregated = np.array(list(_by_state(calibration).values()))[state]
    mean = number("further_term_fraction")
    low = max(0.0, 2 * mean - 1)
    fraction = low + draws.uniform("second term") * (min(1.0, 2 * mean) - low)
    higher = sentence_mixture(calibration).belongs(lengths.months, 0)
    return Chunk(
        born_on=drawn.born.astype(np.int32),
        arrived_on=drawn.arrived.astype(np.int32),
        arrival_age=drawn.arrival_age,
        male=draws.chance("male", number("male")),
        state=state,
        offence=lengths.offence,
        committed_on=drawn.committed.astype(np.int32),
        imposed_on=drawn.imposed.astype(np.int32),
        months=lengths.months,
        term=as_term(lengths.months),
        life=lengths.life,
        higher_court=draws.chance("court", higher),
        several=several,
        aggregate=several & draws.chance("aggregate", aggregated),
        second_term=as_term(lengths.months * fraction),
        released_on=drawn.released.astype(np.int32),
        as_at=drawn.as_at.astype(np.int32),
        priors=priors,
        draws=draws,
    )


def _by_state(calibration: Calibration) -> dict[str, float]:
    shares = calibration.shares("aggregate_share")
    return {name: shares[name] for name in calibration.shares("state")}


# --- What must be known of all before any can be drawn


@dataclass(frozen=True, slots=True)
class Pilot:
    """What a first draw tells: who may have come late, or been in prison; who left."""

    old_enough: float
    with_room: float
    became_citizens: float


_PILOT_ROWS = 32_768
_SHAPING = (
    "age_at_arrival",
    "age_median",
    "age_median_by_offence",
    "age_sigma",
    "citizenship_taken_share",
    "citizenship_wait_months",
    "further_prior_share",
    "higher_court_median_months",
    "higher_court_share",
    "higher_court_sigma",
    "life_served_years",
    "life_share_in_prison",
    "magistrates_median_months",
    "magistrates_sigma",
    "offence",
    "offence_median_months",
    "offence_sigma",
    "offence_to_sentence_months",
    "prior_imprisonment_share",
    "reference_year_begins",
    "served_fraction",
)
_pilots: dict[object, Pilot] = {}


def pilot_of(calibration: Calibration, stock_on: int | None = None) -> Pilot:
    """Return what a first draw of people tells, the same for every seed."""
    key = (stock_on, *(_plain(calibration[name]) for name in _SHAPING))
    found = _pilots.get(key)
    if found is None:
        draws = Draws(0, 1 << 31, _PILOT_ROWS)
        drawn = _drawn(calibration, draws, stock_on, None)
        ages = (drawn.committed - drawn.born) / YEAR
        late = float(np.mean(ages >= LATE_YEARS))
        first = Pilot(late, float(np.mean(drawn.room >= ROOM_DAYS)), 0.0)
        priors = _priors(calibration, draws, drawn, first)
        left = float(np.mean(_citizens(calibration, draws, drawn, priors)))
        found = _pilots[key] = replace(first, became_citizens=left)
    return found


def _plain(parameter: Parameter) -> object:
    value = parameter.value
    return value if isinstance(value, float) else tuple(dict(value).items())
