"""Polars as a contender: the frames of `polars_rules`, given batches or JSON lines."""

from __future__ import annotations

import io
from typing import Any

import polars as pl
from benchmarks.peers import polars_rules
from benchmarks.peers.common import lines_of
from benchmarks.peers.contender import (
    ANSWERS,
    Both,
    Contender,
    nullable,
    one_after_the_other,
)

TYPES: dict[str, Any] = {
    "BOOLEAN": pl.Boolean,
    "TINYINT": pl.Int8,
    "INTEGER": pl.Int32,
    "DATE": pl.Date,
}


class Frames(Contender):
    """The frames, ready to be given batches."""

    name = "Polars, by hand"
    packages = ("polars",)
    lines = lines_of(polars_rules.__file__)
    reform_by = "an edited text"

    def __init__(self, months: int = 12) -> None:
        self.months = months

    def run(self, people: Any) -> pl.DataFrame:
        """Return the answers to an Arrow batch as nullable Booleans."""
        import pyarrow as pa

        return self._answers(pl.from_arrow(pa.Table.from_batches([people])))

    def _answers(self, people: Any) -> pl.DataFrame:
        rows = people.with_row_index("id").lazy()
        return polars_rules.answers(rows, self.months).collect()

    def answers(self, out: pl.DataFrame) -> dict[str, list[int]]:
        """Return the answers by name."""
        return {name: nullable(out[name].to_list()) for name in ANSWERS}

    def texts(self, batch: Any) -> list[Any]:
        """Return a JSON text a line, and the columns' types."""
        from benchmarks.peers.rows import column_types, json_lines

        return [json_lines(batch), column_types(batch)]

    def run_json(self, texts: list[Any]) -> pl.DataFrame:
        """Return the answers to JSON lines."""
        text, columns = texts
        schema = {name: _type(of) for name, of in columns.items()}
        return self._answers(pl.read_ndjson(io.StringIO(text), schema=schema))

    def with_reform(self) -> Both:
        """Set up the frames with the other threshold beside these."""
        return one_after_the_other(self, Frames(24))


def _type(of: Any) -> Any:
    if isinstance(of, str):
        return TYPES[of]
    return pl.List(pl.Struct({name: TYPES[type_] for name, type_ in of.items()}))
