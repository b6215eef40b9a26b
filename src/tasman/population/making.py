"""Making a synthetic population: chunk by chunk to a Parquet file."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasman._version import __version__
from tasman.facts.days import iso, parse_day
from tasman.facts.errors import BadValue
from tasman.population.calibration import Calibration
from tasman.population.outputs import parquet_writer
from tasman.population.people import batch_of
from tasman.population.synthetic import CHUNK, make_chunk, pilot_of

GENERATOR = 2
"""Goes up whenever the same seed and calibration would make other people."""
METADATA = b"tasman"
"""The key of a file's metadata that holds how it was made, as JSON."""


NOT_DRAWN = {
    "P44": "Maori or Pacific descent: one lower bound is published, more than 60 % of "
    "arrivals to July 2018; no rule may read it, and a column of it would only invite "
    "some other use",
}
"""What is published, and left out of the file on purpose, with the reason."""
NOT_MODELLED = (
    "convictions of people never sentenced to custody",
    "suspended and community sentences",
    "children's courts, absences from Australia, earlier decisions",
    "New Zealanders born elsewhere: counted, but every person here is born there",
    "anything after the return: supervision, offending, custody in New Zealand",
)


FIRST_STOCK = parse_day("1999-06-01")


def can_be_stock(stock_on: int | None) -> int | None:
    """Return the day, if a stock can be drawn on it: raises BadValue where it cannot.

    The law and the visas in the file begin then.
    """
    if stock_on is not None and stock_on < FIRST_STOCK:
        raise BadValue(
            f"nobody can be drawn in prison on {iso(stock_on)}",
            f"Give a day from {iso(FIRST_STOCK)} on.",
        )
    return stock_on


def batches(
    calibration: Calibration,
    size: int,
    seed: int,
    threads: int = 2,
    stock_on: int | None = None,
) -> Iterator[pa.RecordBatch]:
    """Yield the population in chunks: the same for a seed, whatever the threads.

    A larger population begins with the smaller one of the same seed. With `stock_on`,
    it is those in prison under sentence on that day.
    """

    def make(index: int) -> pa.RecordBatch:
        chunk = make_chunk(calibration, seed, index, stock_on=stock_on)
        batch = batch_of(chunk, calibration)
        return batch.slice(0, min(CHUNK, size - index * CHUNK))

    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[pa.RecordBatch]] = deque()
        for index in range(-(-size // CHUNK)):
            waiting.append(pool.submit(make, index))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def metadata(
    calibration: Calibration, size: int, seed: int, stock_on: int | None = None
) -> dict[str, object]:
    """Return what a file says of its own making: every parameter and its grade."""
    pilot = pilot_of(calibration, stock_on)
    return {
        "kind": "synthetic",
        "generator": GENERATOR,
        "made_by": f"tasman {__version__}",
        "persons": size,
        "seed": seed,
        "chunk": CHUNK,
        "stock_on": None if stock_on is None else iso(stock_on),
        "left_as_citizens": round(pilot.became_citizens, 4),
        "share_of_parameters_assumed": round(calibration.share_assumed, 3),
        "parameters": calibration.to_dict(),
        "not_modelled": list(NOT_MODELLED),
        "not_drawn_on_purpose": NOT_DRAWN,
    }


def make(
    calibration: Calibration,
    size: int,
    seed: int,
    out: Path,
    threads: int = 2,
    progress: Callable[[int], None] = lambda rows: None,
    stock_on: int | None = None,
) -> None:
    """Write a synthetic population to a Parquet file, whole or not at all."""
    told = json.dumps(metadata(calibration, size, seed, stock_on))
    writer: pq.ParquetWriter | None = None
    with parquet_writer(out) as opened:
        for batch in batches(calibration, size, seed, threads, stock_on):
            if writer is None:
                writer = opened(batch.schema.with_metadata({METADATA: told.encode()}))
            table = pa.Table.from_batches([batch]).replace_schema_metadata(
                {METADATA: told.encode()}
            )
            writer.write_table(table, row_group_size=CHUNK)
            progress(batch.num_rows)
