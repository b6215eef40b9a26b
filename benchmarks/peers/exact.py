"""People as plain records, for peers without unknowns: nothing known counts as no."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from tasman.facts.arrow import to_cases
from tasman.facts.days import NEVER, iso
from tasman.facts.vocabulary import Person

LISTS = ("sentences", "findings", "offences", "custody", "citizenships")
HAPPENS = {"sentences": "imposed_on", "findings": "made_on", "offences": "found_on"}


def people(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """Each row as lists of known elements, first words and first days of each fact."""
    days = batch.column("as_at").view(pa.int32()).to_pylist()
    found = []
    for on, facts in zip(days, to_cases(batch), strict=True):
        one: dict[str, Any] = {"on": on, "new": iso(on) >= "2014-12-11"}
        for name in LISTS:
            elements = facts[name].items if name in facts else ()
            one[name] = [_record(name, each) for each in elements]
        found.append(one)
    return found


def _record(list_: str, facts: Any) -> dict[str, Any]:
    of = Person.fields()[list_].of.fields()  # type: ignore[attr-defined]
    record: dict[str, Any] = {}
    for name, field in of.items():
        value = facts.get(name)
        if field.type == "choice":
            words = [w for i, w in enumerate(field.values) if (value or 0) >> i & 1]
            record[name] = words[0] if words else ""
        elif field.type == "truth":
            record[name] = value == 2
        elif field.type == "date":
            never = NEVER if name in ("quashed_on", "pardoned_on") else 0
            record[name] = value[0] if value else never
        elif field.type == "term":
            record[name], record[f"{name}_days"] = (
                (value[0], value[2]) if value else (0, 0)
            )
    record["happened"] = record[HAPPENS.get(list_, "began_on")]
    if list_ == "sentences":
        record["start"] = iso(record["starts_on"])
        periodic = record["kind"] == "periodic_detention"
        length = "required" if periodic else "term"
        record["m"], record["d"] = record[length], record[f"{length}_days"]
    return record
