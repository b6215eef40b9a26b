"""A chunk of made-up people as Arrow columns in the vocabulary's own names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pyarrow as pa

from tasman.facts.choices import mask_of
from tasman.facts.days import NEVER
from tasman.facts.fields import ListField
from tasman.facts.vocabulary import Person
from tasman.facts.vocabulary.family import Child, Relative
from tasman.facts.vocabulary.movement import Citizenship, Stay, Visa
from tasman.facts.vocabulary.process import Finding
from tasman.population.calibration import Calibration
from tasman.population.columns import NO, YES, Array, Elements, column_of, truth
from tasman.population.pasts import YEAR
from tasman.population.records import record_lists
from tasman.population.synthetic import SCV_BEGAN_ON, Chunk

MADE = "synthetic_"
"""What begins the name of a column that describes the making, not a fact of a case."""


def batch_of(chunk: Chunk, calibration: Calibration) -> pa.RecordBatch:
    """Return the facts of a chunk of people, and the day on which each is asked."""
    columns: dict[str, pa.Array] = {
        "as_at": pa.array(chunk.as_at).view(pa.date32()),
        f"{MADE}male": pa.array(chunk.male),
        f"{MADE}higher_court": pa.array(chunk.higher_court),
        f"{MADE}offence": _words(chunk.offence, list(calibration.shares("offence"))),
    }
    for name, values in _person_facts(chunk, calibration).items():
        whole = np.broadcast_to(np.asarray(values), chunk.rows)
        columns |= column_of(Person.fields()[name], whole)
    permanent = chunk.draws.chance(
        "permanent visa", calibration.number("permanent_visa_share")
    )
    columns |= {
        "citizenships": _citizenships(chunk),
        "stays": _stays(chunk, permanent),
        "visas": _visas(chunk, permanent),
        **record_lists(chunk, calibration),
        "children": _children(chunk, calibration),
        "relatives": _relatives(chunk, calibration),
        "findings": _findings(chunk, calibration),
    }
    for name in ("applications", "decisions", "notices"):
        field = Person.fields()[name]
        assert isinstance(field, ListField)
        columns[name] = Elements(field.of, chunk.rows).column()
    return pa.record_batch(columns)


def _words(places: Array, words: list[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(places), pa.array(words))


def _person_facts(chunk: Chunk, calibration: Calibration) -> Mapping[str, Any]:
    number = calibration.number
    none_in_nz = np.where(
        chunk.arrival_age < 10,
        number("no_family_in_nz_if_arrived_under_10"),
        number("no_family_in_nz_otherwise"),
    )
    return {
        "born_on": chunk.born_on,
        "born_in": mask_of(Person, "born_in", "new_zealand"),
        "in_australia": YES,
        "removed_or_deported": NO,
        "excluded_elsewhere": NO,
        "interpol_notice_on": NEVER,
        "interpol_notice_ended_on": NEVER,
        "close_family_in_new_zealand": truth(
            ~chunk.draws.chance("family in New Zealand", none_in_nz)
        ),
        "lived_in_new_zealand_as_adult": truth(chunk.arrival_age >= 18),
        "first_resided_on": chunk.arrived_on,
        "residing_since_on": chunk.arrived_on,
        "first_lawful_presence_on": chunk.arrived_on,
    }


def _everyone(chunk: Chunk) -> Array:
    return np.arange(chunk.rows)


def _citizenships(chunk: Chunk) -> pa.Array:
    facts = {
        "country": mask_of(Citizenship, "country", "new_zealand"),
        "by": mask_of(Citizenship, "by", "birth"),
        "began_on": chunk.born_on,
        "ended_on": NEVER,
    }
    return _one_each(Citizenship, chunk, facts)


def _stays(chunk: Chunk, permanent: Array) -> pa.Array:
    """One unbroken stay since arrival: absences are left out, an assumption."""
    scv = mask_of(Stay, "footing", "special_category_visa")
    facts = {
        "footing": np.where(permanent, mask_of(Stay, "footing", "permanent"), scv),
        "arrived_on": chunk.arrived_on,
        "departed_on": NEVER,
        "immigration_cleared": YES,
        "ordinarily_resident": YES,
    }
    return _one_each(Stay, chunk, facts)


def _visas(chunk: Chunk, permanent: Array) -> pa.Array:
    scv = mask_of(Visa, "kind", "special_category_444")
    facts = {
        "kind": np.where(permanent, mask_of(Visa, "kind", "permanent"), scv),
        "granted_on": np.maximum(chunk.arrived_on, SCV_BEGAN_ON),
        "ceased_on": NEVER,
        "granted_by_minister": NO,
    }
    return _one_each(Visa, chunk, facts)


def _one_each(record: type[Any], chunk: Chunk, facts: Mapping[str, Any]) -> pa.Array:
    elements = Elements(record, chunk.rows)
    elements.add(_everyone(chunk), np.zeros(chunk.rows), facts)
    return elements.column()


def _children(chunk: Chunk, calibration: Calibration) -> pa.Array:
    age = (chunk.as_at - chunk.born_on) / YEAR
    has = chunk.draws.chance("child", calibration.number("minor_child_share"))
    owners = np.flatnonzero(has & (age > 17.5))
    oldest = np.minimum(age[owners] - 17, 17.5)
    days = np.floor(chunk.draws.uniform("child's age")[owners] * oldest * YEAR)
    elements = Elements(Child, chunk.rows)
    facts = {
        "born_on": chunk.as_at[owners] - days,
        "in_australia": YES,
        "own_child": YES,
    }
    elements.add(owners, np.zeros(len(owners)), facts)
    return elements.column()


def _relatives(chunk: Chunk, calibration: Calibration) -> pa.Array:
    """A partner who may live here for good; a parent or sibling here."""
    number, draws = calibration.number, chunk.draws
    elements = Elements(Relative, chunk.rows)
    partner = np.flatnonzero(draws.chance("partner", number("partner_share")))
    here = {"in_australia": YES, "ended_on": NEVER, "permanent_resident": YES}
    relation = {"relation": mask_of(Relative, "relation", "partner")}
    elements.add(partner, np.zeros(len(partner)), relation | here)
    share = np.where(
        chunk.arrival_age < 18,
        number("family_here_if_arrived_under_18"),
        number("family_here_otherwise"),
    )
    family = np.flatnonzero(draws.chance("family here", share))
    either = mask_of(Relative, "relation", "parent") | mask_of(
        Relative, "relation", "sibling"
    )
    elements.add(family, np.ones(len(family)), {"relation": either} | here)
    return elements.column()


def _findings(chunk: Chunk, calibration: Calibration) -> pa.Array:
    """Of some, an association found; of the others the matter stays open, as in law."""
    share = calibration.number("association_share")
    owners = np.flatnonzero(chunk.draws.chance("association", share))
    by = mask_of(Finding, "held_by", "minister") | mask_of(
        Finding, "held_by", "delegate"
    )
    facts = {
        "finding": mask_of(Finding, "finding", "association"),
        "holds": YES,
        "held_by": by,
        "made_on": chunk.imposed_on[owners],
        "ended_on": NEVER,
    }
    elements = Elements(Finding, chunk.rows)
    elements.add(owners, np.zeros(len(owners)), facts)
    return elements.column()
