"""An Arrow batch as the inputs of `fisca_rules`: arrays, or a situation in JSON."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import pyarrow as pa
from benchmarks.peers.common import NEVER
from benchmarks.peers.fisca_rules import LISTS, SPECS

COLUMNS = {
    "mask_kind": ("sentences", "kind", 0),
    "mask_finding": ("findings", "finding", 0),
    "mask_outcome": ("offences", "outcome", 0),
    "mask_place": ("custody", "place", 0),
    "mask_basis": ("custody", "basis", 0),
    "mask_country": ("citizenships", "country", 0),
    "months": ("sentences", "term_months_at_least", 0),
    "days": ("sentences", "term_days_at_least", 0),
    "required_months": ("sentences", "required_months_at_least", 0),
    "required_days": ("sentences", "required_days_at_least", 0),
    "starts": ("sentences", "starts_on_from", 0),
    "quashed": ("sentences", "quashed_on_from", NEVER),
    "pardoned": ("sentences", "pardoned_on_from", NEVER),
    "erases": ("sentences", "pardon_erases", 0),
    "holds": ("findings", "holds", 0),
    "child": ("offences", "involves_child_sexually", 0),
    "full_time": ("custody", "full_time", 0),
    "australian": ("custody", "australian_offence", 0),
}
HAPPENS = ("imposed_on", "made_on", "found_on", "began_on", "began_on")
TRUTHS = ("erases", "holds", "child", "full_time", "australian")
ALWAYS = "ETERNITY"


def plain(array: pa.Array, null: int) -> Any:
    """A column as whole numbers, what is unknown as the default."""
    if array.type == pa.date32():
        array = array.view(pa.int32())
    return np.asarray(array.fill_null(null)).astype(np.int32)


def days_of(batch: pa.RecordBatch) -> Any:
    """The as-at days as whole numbers."""
    return plain(batch.column("as_at"), 0)


def arrays(batch: pa.RecordBatch) -> tuple[Any, dict[str, Any]]:
    """The elements' owners, and every input as an array over all elements."""
    parts = [_elements(batch, place) for place in range(len(LISTS))]
    owners = np.concatenate([owner for owner, _ in parts])
    return owners, {
        name: np.concatenate([columns[name] for _, columns in parts])
        for name in parts[0][1]
    }


def _elements(batch: pa.RecordBatch, place: int) -> tuple[Any, dict[str, Any]]:
    array = batch.column(LISTS[place])
    values = array.flatten()
    known = ~np.asarray(values.field("others").fill_null(False))
    count = np.diff(np.asarray(array.offsets))
    size = int(known.sum())
    columns = {
        "list": np.full(size, place, np.int32),
        "happened": plain(values.field(f"{HAPPENS[place]}_from"), NEVER)[known],
        "ended": np.zeros(size, np.int32),
    }
    if values.type.get_field_index("ended_on_from") >= 0:
        columns["ended"] = plain(values.field("ended_on_from"), 0)[known]
    for column, (of, source, null) in COLUMNS.items():
        columns[column] = np.full(size, null, np.int32)
        if of == LISTS[place]:
            columns[column] = plain(values.field(source), null)[known]
    return np.repeat(np.arange(batch.num_rows), count)[known], columns


def situation(owners: Any, columns: dict[str, Any], days: Any) -> str:
    """A situation in JSON, as the engines' users write it; defaults are left out."""
    defaults = {spec.name: spec.default for spec in SPECS}
    given = columns | {"owner_day": days[owners]}
    elements: dict[str, Any] = {}
    cases: dict[str, Any] = {
        f"case-{i}": {"members": [], "as_at": {ALWAYS: on}}
        for i, on in enumerate(days.tolist())
    }
    rows = zip(*(value.tolist() for value in given.values()), strict=True)
    for number, (owner, row) in enumerate(zip(owners.tolist(), rows, strict=True)):
        pairs = zip(given, row, strict=True)
        elements[f"element-{number}"] = {
            name: {ALWAYS: value == 2 if name in TRUTHS else value}
            for name, value in pairs
            if value != defaults[name]
        }
        cases[f"case-{owner}"]["members"].append(f"element-{number}")
    return json.dumps({"elements": elements, "cases": cases})
