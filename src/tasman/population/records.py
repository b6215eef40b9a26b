"""Offences, sentences and custody of a chunk of made-up people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from tasman.facts.choices import mask_of
from tasman.facts.days import NEVER
from tasman.facts.vocabulary.offending import Custody, Offence, Sentence
from tasman.population.calibration import Calibration
from tasman.population.columns import NO, YES, Array, Elements, truth, word_masks
from tasman.population.lengths import as_term, prior_mixture, term_days
from tasman.population.pasts import MOST_PRIORS, YEAR
from tasman.population.synthetic import ADULT, CHILD, PLACES, Chunk

CATEGORIES = {
    "violence": "violence",
    "drugs": "drugs",
    "burglary": "property",
    "theft_fraud": "fraud",
    "child_sexual": "sexual",
    "robbery": "robbery",
    "other": "driving",
    "adult_sexual": "sexual",
    "homicide": "homicide",
}
"""The category, in the vocabulary, of each most serious offence."""

_STANDS = {
    "taken_never_convicted": NO,
    "quashed_on": NEVER,
    "pardoned_on": NEVER,
    "pardon_erases": NO,
}


@dataclass(frozen=True)
class _Episode:
    """One conviction of each of some people, and the term that followed."""

    owners: Array
    order: Array
    offence: Array
    committed_on: Array
    imposed_on: Array
    term: Array
    released_on: Array


def record_lists(chunk: Chunk, calibration: Calibration) -> dict[str, pa.Array]:
    """Return the columns of offences, sentences and custody."""
    offences = Elements(Offence, chunk.rows)
    sentences = Elements(Sentence, chunk.rows)
    custody = Elements(Custody, chunk.rows)
    names = list(calibration.shares("offence"))
    states = list(calibration.shares("state"))
    made = _Made(chunk, names, states, calibration.number("maximum_penalty_factor"))
    _without_custody(made, calibration, offences, sentences)
    for prior in _priors(chunk, calibration):
        offences.add(prior.owners, prior.order, made.offence(prior))
        sentences.add(prior.owners, prior.order, made.sentence(prior))
        custody.add(prior.owners, prior.order, made.custody(prior))
    last = _latest(chunk)
    family = chunk.draws.chance(
        "family violence", calibration.number("family_violence_share")
    )
    violent = np.isin(chunk.offence, _places(names, "violence"))
    extra = {"family_violence": truth(family & violent)}
    offences.add(last.owners, last.order, made.offence(last) | extra)
    life = np.where(chunk.life, mask_of(Sentence, "kind", "life"), made.gaol)
    whole = {"kind": life, "aggregate": truth(chunk.aggregate)}
    sentences.add(last.owners, last.order, made.sentence(last) | whole)
    custody.add(last.owners, last.order, made.custody(last))
    again = np.flatnonzero(chunk.several)
    second = _second(last, again)
    offences.add(again, second.order, made.offence(second))
    apart = np.flatnonzero(chunk.several & ~chunk.aggregate)
    second = _second(last, apart, chunk.second_term[apart])
    sentences.add(apart, second.order, made.sentence(second))
    return {
        "offences": offences.column(),
        "sentences": sentences.column(),
        "custody": custody.column(),
    }


def _places(names: list[str], *wanted: str) -> list[int]:
    return [names.index(name) for name in wanted]


def _latest(chunk: Chunk) -> _Episode:
    everyone = np.arange(chunk.rows)
    order = np.full(chunk.rows, 2 * PLACES)
    return _Episode(
        everyone,
        order,
        chunk.offence,
        chunk.committed_on,
        chunk.imposed_on,
        chunk.term,
        chunk.released_on,
    )


def _second(last: _Episode, owners: Array, term: Array | None = None) -> _Episode:
    """The further conviction of an episode: same day, same kind of offence."""
    return _Episode(
        owners,
        last.order[owners] + 1,
        last.offence[owners],
        last.committed_on[owners],
        last.imposed_on[owners],
        last.term[owners] if term is None else term,
        last.released_on[owners],
    )


def _priors(chunk: Chunk, calibration: Calibration) -> Iterator[_Episode]:
    """Yield the earlier episodes: each in its own part of the years before."""
    mixture, draws = prior_mixture(calibration), chunk.draws
    earliest = np.maximum(chunk.arrived_on, chunk.born_on + 18 * YEAR)
    room = chunk.committed_on - earliest
    for i in range(MOST_PRIORS):
        drawn = draws.uniform(f"prior term {i}")
        place = draws.uniform(f"prior day {i}")
        kind = draws.pick(f"prior offence {i}", calibration.shares("offence"))
        owners = np.flatnonzero(chunk.priors > i)
        part = room[owners] / chunk.priors[owners]
        begins = earliest[owners] + part * i
        imposed = np.floor(begins + part * (0.2 + 0.4 * place[owners]))
        term = as_term(mixture.at_share(drawn[owners]))
        served = term_days(term) * calibration.number("served_fraction")
        released = np.minimum(imposed + np.maximum(1, served), begins + part)
        yield _Episode(
            owners,
            np.full(len(owners), PLACES + i),
            kind[owners],
            np.floor(begins).astype(np.int32),
            imposed.astype(np.int32),
            term,
            np.maximum(np.floor(released), imposed + 1).astype(np.int32),
        )


def _without_custody(
    made: _Made, calibration: Calibration, offences: Elements, sentences: Elements
) -> None:
    """Add the earlier convictions that led to a fine."""
    chunk = made.chunk
    share = calibration.number("conviction_without_custody_share")
    earliest = np.maximum(chunk.arrived_on, chunk.born_on + 16 * YEAR)
    room = chunk.committed_on - earliest
    has = chunk.draws.chance("fine", share) & (room > 60)
    owners = np.flatnonzero(has)
    place = chunk.draws.uniform("fine day")[owners]
    day = np.floor(earliest[owners] + place * (room[owners] - 30)).astype(np.int32)
    order = np.zeros(len(owners))
    other = np.full(len(owners), made.names.index("other"))
    fined = _Episode(owners, order, other, day, day + 20, np.ones_like(day), day)
    offences.add(owners, order, made.offence(fined))
    fine = {"kind": mask_of(Sentence, "kind", "fine"), "term": 0}
    sentences.add(owners, order, made.sentence(fined) | fine)


class _Made:
    """What the elements of one chunk have in common."""

    def __init__(
        self, chunk: Chunk, names: list[str], states: list[str], factor: float
    ) -> None:
        self.chunk, self.names, self.factor = chunk, names, factor
        self.gaol = mask_of(Sentence, "kind", "gaol")
        self._categories = word_masks(
            Offence, "category", [CATEGORIES[name] for name in names]
        )
        self._of_offence = word_masks(Offence, "jurisdiction", states)[chunk.state]
        self._of_sentence = word_masks(Sentence, "jurisdiction", states)[chunk.state]

    def _is(self, episode: _Episode, *names: str) -> Array:
        return truth(np.isin(episode.offence, _places(self.names, *names)))

    def offence(self, episode: _Episode) -> dict[str, Any]:
        """Return the facts of the offence."""
        most = np.abs(episode.term) * np.where(episode.term > 0, self.factor, 1)
        longest = np.maximum(12, np.ceil(most / 12) * 12)
        return {
            "jurisdiction": self._of_offence[episode.owners],
            "committed_on": episode.committed_on,
            "outcome": mask_of(Offence, "outcome", "convicted"),
            "found_on": episode.imposed_on,
            "found_committed": NO,
            "detained_as_result": NO,
            "category": self._categories[episode.offence],
            "involves_child_sexually": self._is(episode, CHILD),
            "in_immigration_detention": NO,
            "is_detention_escape": NO,
            "international_crime": NO,
            "violence": self._is(episode, "violence", "robbery", "homicide"),
            "sexual_without_consent": self._is(episode, CHILD, ADULT),
            "maximum_penalty": np.minimum(longest, 300),
            "maximum_is_life": self._is(episode, "homicide"),
            "proceedings_ended_on": episode.imposed_on,
            "imprisonable_in_new_zealand": YES,
            "family_violence": NO,
            **_STANDS,
        }

    def sentence(self, episode: _Episode) -> dict[str, Any]:
        """Return the facts of the sentence."""
        return {
            "kind": self.gaol,
            "term": episode.term,
            "imposed_on": episode.imposed_on,
            "convicted_on": episode.imposed_on,
            "starts_on": episode.imposed_on,
            "jurisdiction": self._of_sentence[episode.owners],
            "court": mask_of(Sentence, "court", "adult"),
            "aggregate": NO,
            "committed_on": episode.committed_on,
            "replaced_on": NEVER,
            "cumulative": NO,
            "drug_offence": self._is(episode, "drugs"),
            "violent_offence": self._is(episode, "violence", "robbery", "homicide"),
            "sexual_offence": self._is(episode, CHILD, ADULT),
            **_STANDS,
        }

    def custody(self, episode: _Episode) -> dict[str, Any]:
        """Return the facts of the time in prison."""
        long = (episode.term >= 12) | (episode.released_on >= NEVER)
        return {
            "place": mask_of(Custody, "place", "gaol"),
            "basis": mask_of(Custody, "basis", "sentence"),
            "full_time": YES,
            "australian_offence": YES,
            "country": mask_of(Custody, "country", "australia"),
            "serious_sentence": truth(long),
            "began_on": episode.imposed_on,
            "ended_on": episode.released_on,
            "conviction_quashed_on": NEVER,
        }
