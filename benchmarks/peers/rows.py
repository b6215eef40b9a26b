"""People as rows of JSON, for peers that read tables: a line for each person."""

from __future__ import annotations

import json

import pyarrow as pa

TYPES = {
    pa.bool_(): "BOOLEAN",
    pa.int8(): "TINYINT",
    pa.int32(): "INTEGER",
    pa.date32(): "DATE",
}


def json_lines(batch: pa.RecordBatch) -> str:
    """Return a JSON text a line, by the columns' names, days as ISO has them."""
    return "\n".join(json.dumps(row, default=str) for row in batch.to_pylist()) + "\n"


def column_types(batch: pa.RecordBatch) -> dict[str, str | dict[str, str]]:
    """Return each column's type, of a list those of its elements, as SQL names them."""
    return {
        field.name: {inner.name: TYPES[inner.type] for inner in field.type.value_type}
        if pa.types.is_list(field.type)
        else TYPES[field.type]
        for field in batch.schema
    }
