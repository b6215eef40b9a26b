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
from tasman.population.calibration import Calibration
from tasman.population.outputs import parquet_writer
from tasman.population.people import batch_of
from tasman.population.synthetic import CHUNK, make_chunk

METADATA = b"tasman"
"""The key of a file's metadata that holds how it was made, as JSON."""


def batches(
    calibration: Calibration, size: int, seed: int, threads: int = 2
) -> Iterator[pa.RecordBatch]:
    """Yield the population in chunks: the same for a seed, whatever the threads.

    A larger population begins with the smaller one of the same seed.
    """

    def make(index: int) -> pa.RecordBatch:
        batch = batch_of(make_chunk(calibration, seed, index), calibration)
        return batch.slice(0, min(CHUNK, size - index * CHUNK))

    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[pa.RecordBatch]] = deque()
        for index in range(-(-size // CHUNK)):
            waiting.append(pool.submit(make, index))
            if len(waiting) > threads:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def metadata(calibration: Calibration, size: int, seed: int) -> dict[str, object]:
    """Return what a file says of its own making: every parameter and its grade."""
    return {
        "kind": "synthetic",
        "made_by": f"tasman {__version__}",
        "persons": size,
        "seed": seed,
        "chunk": CHUNK,
        "share_of_parameters_assumed": round(calibration.share_assumed, 3),
        "parameters": calibration.to_dict(),
        "not_modelled": [
            "convictions of people never sentenced to custody",
            "suspended and community sentences",
            "children's courts, absences from Australia, earlier decisions",
            "age by offence, descent, citizenship taken before offending, gangs",
            "people already in prison when the reference year began",
        ],
    }


def make(
    calibration: Calibration,
    size: int,
    seed: int,
    out: Path,
    threads: int = 2,
    progress: Callable[[int], None] = lambda rows: None,
) -> None:
    """Write a synthetic population to a Parquet file, whole or not at all."""
    told = json.dumps(metadata(calibration, size, seed))
    writer: pq.ParquetWriter | None = None
    with parquet_writer(out) as opened:
        for batch in batches(calibration, size, seed, threads):
            if writer is None:
                writer = opened(batch.schema.with_metadata({METADATA: told.encode()}))
            table = pa.Table.from_batches([batch]).replace_schema_metadata(
                {METADATA: told.encode()}
            )
            writer.write_table(table, row_group_size=CHUNK)
            progress(batch.num_rows)
