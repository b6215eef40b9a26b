"""The same count on a cluster: each worker runs the same machine over Arrow batches.

`mapInArrow` hands every task its rows as Arrow batches; what comes back is a few
counts. A task whose worker dies is run again by Spark, so that nothing is lost or
counted twice.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from tasman.facts.errors import BadValue, FactsError
from tasman.population.asking import Ask
from tasman.population.counting import Joint
from tasman.population.reading import ROWS_AT_ONCE, People
from tasman.population.validity import check_values

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

COLUMNS = "provision string, code long, persons long, problem string, fix string"
_SCHEMA = pa.schema(
    [
        ("provision", pa.string()),
        ("code", pa.int64()),
        ("persons", pa.int64()),
        ("problem", pa.string()),
        ("fix", pa.string()),
    ]
)


def session(master: str | None = None) -> SparkSession:
    """Return a Spark session; without a master, that of the cluster or this machine.

    Workers run this Python unless PYSPARK_PYTHON names theirs.
    Raises BadValue when the extra `spark` is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError:
        fix = "Install it: pip install 'tasman[spark]' (it needs Java)."
        raise BadValue("Spark is not installed", fix) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("tasman")
    if master:
        builder = builder.master(master)
    found: SparkSession = (
        builder.config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate()
    )
    return found


def counter(ask: Ask) -> Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    """Return the function that each worker runs: batches of people in, counts out."""

    def count(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        rows: list[dict[str, Any]] = []
        try:
            question = ask.question()
            tables = question.tables()
            for batch in batches:
                check_values(batch)
                for table, found in zip(tables, question.count(batch), strict=True):
                    table.merge(found)
            for table in tables:
                rows += [
                    {"provision": table.provision, "code": code, "persons": persons}
                    for code, persons in table.counts.items()
                ]
        except BadValue as error:
            rows = [{"problem": error.problem, "fix": error.fix}]
        yield pa.RecordBatch.from_pylist(rows, schema=_SCHEMA)

    return count


def run(ask: Ask, people: People, spark: SparkSession) -> list[Joint]:
    """Return the counts of a whole file: those that the local engine gives.

    Raises FactsError for a file that cannot answer.
    """
    question = ask.question()
    question.check(people)
    tops = {first or name for first, name in question.reads()}
    columns = [name for name in people.schema.names if name in tops]
    spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(ROWS_AT_ONCE))
    path = str(people.path.resolve())
    frame = spark.read.parquet(path).select(*columns)
    counted = frame.mapInArrow(counter(ask), COLUMNS)
    totals = (
        counted.groupBy("provision", "code", "problem", "fix").sum("persons").collect()
    )
    tables = {table.provision: table for table in question.tables()}
    for row in totals:
        if row["problem"]:
            raise _refused(row["problem"], row["fix"])
        tables[row["provision"]].counts[row["code"]] += row["sum(persons)"]
    return list(tables.values())


def _refused(problem: str, fix: str) -> FactsError:
    return BadValue(f"{problem} (of its task)", fix)
