"""People as plain records, for peers without unknowns: nothing known counts as no."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
from benchmarks.peers.common import CHANGE
from benchmarks.people import READ, fields_read

from tasman.facts.arrow import to_cases
from tasman.facts.days import NEVER, iso

HAPPENS = {"sentences": "imposed_on", "findings": "made_on", "offences": "found_on"}
FIELDS = {name: fields_read(name) for name in READ}


def people(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """Each row as lists of known elements, first words and first days of each fact."""
    days = batch.column("as_at").view(pa.int32()).to_pylist()
    found = []
    for on, facts in zip(days, to_cases(batch), strict=True):
        one: dict[str, Any] = {"on": on, "new": on >= CHANGE}
        for name in READ:
            elements = facts[name].items if name in facts else ()
            one[name] = [_record(name, each) for each in elements]
        found.append(one)
    return found


def _record(list_: str, facts: Any) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for name, field in FIELDS[list_].items():
        value = facts.get(name)
        if field.type == "choice":
            words = [w for i, w in enumerate(field.values) if (value or 0) >> i & 1]
            record[name] = words[0] if words else "none"
        elif field.type == "truth":
            record[name] = value == 2
        elif field.type == "date":
            never = NEVER if name in ("quashed_on", "pardoned_on") else 0
            record[name] = value[0] if value else never
        elif field.type == "term":
            record[name] = (value[0], value[2]) if value else (0, 0)
    record["happened"] = record.pop(HAPPENS.get(list_, "began_on"))
    if list_ == "sentences":
        lengths = {name: record.pop(name) for name in ("term", "required")}
        periodic = record["kind"] == "periodic_detention"
        record["m"], record["d"] = lengths["required" if periodic else "term"]
        record["start"] = iso(record["starts_on"])
    return record
