"""The same count on a cluster: each worker runs the same machine over Arrow batches.

A file is counted by its row groups (`run`): a task is told which are its own, and reads
of them what the question reads, with the local engine's reader. A table that only the
cluster can reach is handed to the tasks as Arrow batches (`count_frame`). Either way a
few counts come back, and Spark runs again a task whose worker dies, so that nothing is
lost or counted twice.
"""

from __future__ import annotations

import os
import re
import sys
import warnings
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING

import pyarrow as pa

from tasman.facts.errors import BadValue
from tasman.population.asking import Ask
from tasman.population.counting import Joint
from tasman.population.reading import ROWS_AT_ONCE, People, people_of
from tasman.population.resuming import Piece, Progress, Stopped, follow
from tasman.population.workers import (
    COLUMNS,
    Worker,
    counter,
    gathered,
    group_counter,
)

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ROWS_A_TASK = 250_000
"""The people worth a task of their own, where there are enough for every core."""
TASKS_A_CORE = 2
"""Tasks for each core in one slice."""
SLICES_AT_ONCE = 2
"""One under way, and one to fill the cores that it leaves idle at its end."""
_BATCH_ROWS = "spark.sql.execution.arrow.maxRecordsPerBatch"


def session(master: str | None = None) -> SparkSession:
    """Return a Spark session; without a master, that of the cluster or this machine.

    Workers run this Python unless PYSPARK_PYTHON names theirs.
    Raises BadValue when the extra `spark` or Java is not installed.
    """
    try:
        with _no_word_of_pandas():
            from pyspark.sql import SparkSession
    except ImportError:
        fix = "Install it: pip install 'tasman[spark]' (it needs Java 17 or later)."
        raise BadValue("Spark is not installed", fix) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = SparkSession.builder.appName("tasman")
    if master:
        builder = builder.master(master)
    builder = (
        builder.config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.log.level", "ERROR")
        .config("spark.sql.session.timeZone", "UTC")
    )
    try:
        with _no_word_of_pandas():
            return builder.getOrCreate()
    except Exception as error:
        raise BadValue(
            f"Spark does not start ({_first_line(error)})",
            "See that `java -version` says 17 or later, and that its master answers.",
        ) from error


def run(
    ask: Ask,
    people: People,
    out: Path,
    spark: SparkSession,
    on_rows: Callable[[int], None] = lambda rows: None,
) -> list[Joint]:
    """Return the counts of a whole file: those that the local engine gives.

    An interrupted run goes on where it stopped, whichever engine began it. Raises
    FactsError for a file that cannot answer, and Stopped, which keeps what is done,
    when a worker cannot reach the file or the cluster fails.
    """
    question = ask.question()
    question.check(people)
    progress = Progress.of(out, question.key(people), question.tables())

    def pieces(first: int) -> Generator[Piece]:
        return _slices(ask, people, spark, first)

    return follow(progress, people, pieces, on_rows)


def count_frame(ask: Ask, frame: DataFrame) -> tuple[People, list[Joint]]:
    """Return what a table of the cluster holds, and its counts: for `results.write`.

    Its people count as imported. Raises FactsError for a table that cannot answer.
    """
    from pyspark.sql.pandas.types import to_arrow_schema

    question, spark = ask.question(), frame.sparkSession
    people = people_of("the table", to_arrow_schema(frame.schema))
    question.check(people)
    tops = {first or name for first, name in question.reads()}
    columns = [name for name in people.schema.names if name in tops]
    batch_rows = spark.conf.get(_BATCH_ROWS)
    spark.conf.set(_BATCH_ROWS, str(ROWS_AT_ONCE))
    try:
        found = _collected(_mapped(frame.select(*columns), counter(ask)))
    finally:
        spark.conf.set(_BATCH_ROWS, batch_rows)
    tables = gathered(found, question.tables())
    persons = sum(tables[0].counts.values())
    return replace(people, group_rows=(persons,)), tables


def _slices(
    ask: Ask, people: People, spark: SparkSession, first: int
) -> Generator[Piece]:
    """Yield the counts of some tasks at a time, in the order of the file."""
    tag = f"tasman-{token_hex(8)}"

    def collect(frame: DataFrame, tasks: list[range]) -> Piece:
        spark.addTag(tag)
        tables = gathered(_collected(frame), ask.question().tables())
        rows = sum(people.group_rows[tasks[0].start : tasks[-1].stop])
        return tasks[-1].stop - tasks[0].start, rows, tables

    with ThreadPoolExecutor(SLICES_AT_ONCE) as pool:
        waiting: deque[Future[Piece]] = deque()
        try:
            for tasks in _tasks(people, spark, first):
                numbers = spark.range(0, len(tasks), 1, len(tasks))
                frame = _mapped(numbers, group_counter(ask, people, tasks))
                waiting.append(pool.submit(collect, frame, tasks))
                if len(waiting) >= SLICES_AT_ONCE:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BaseException:
            spark.interruptTag(tag)
            raise


def _tasks(people: People, spark: SparkSession, first: int) -> Iterator[list[range]]:
    """Yield the tasks of each slice: as many as the cores of that moment can take."""
    place = first
    while place < people.row_groups:
        cores = _cores(spark)
        left = sum(people.group_rows[place:])
        tasks = list(
            islice(
                _spans(people, place, min(ROWS_A_TASK, -(-left // cores))),
                cores * TASKS_A_CORE,
            )
        )
        yield tasks
        place = tasks[-1].stop


def _spans(people: People, first: int, least: int) -> Iterator[range]:
    """Yield row groups that follow each other, at least so many people together."""
    start, rows = first, 0
    for group in range(first, people.row_groups):
        rows += people.group_rows[group]
        if rows >= least or group + 1 == people.row_groups:
            yield range(start, group + 1)
            start, rows = group + 1, 0


def _cores(spark: SparkSession) -> int:
    """Return how many tasks the cluster runs at once; more may join it meanwhile."""
    try:
        return max(1, spark.sparkContext.defaultParallelism)
    except Exception:
        # Spark Connect does not tell.
        return 32


def _mapped(frame: DataFrame, worker: Worker) -> DataFrame:
    with _no_word_of_pandas():
        return frame.mapInArrow(worker, COLUMNS)


@contextmanager
def _no_word_of_pandas() -> Iterator[None]:
    """Hide a warning of Spark's that its pandas is too new: only Arrow is used here."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="PySpark does not yet fully support")
        yield


def _collected(frame: DataFrame) -> pa.Table:
    """Return the rows of a job; raises Stopped when the cluster fails."""
    try:
        return frame.toArrow()
    except Exception as error:
        raise _failure(error) from error


def _failure(error: Exception) -> Exception:
    """Return what a failed job means: something to put right, or a defect of ours."""
    from pyspark.errors import PythonException

    said = str(error)
    if lacking := re.search(r"No module named '([\w.]+)'", said):
        return Stopped(
            f"the workers have no {lacking[1]}",
            "Install tasman's wheel with the extra `population` on every node, in the "
            "Python that PYSPARK_PYTHON names.",
        )
    if "PYTHON_VERSION_MISMATCH" in said:
        return Stopped(
            "the workers run another Python than the driver",
            "Name theirs in PYSPARK_PYTHON: the same minor version as here.",
        )
    if isinstance(error, PythonException):
        return error
    return Stopped(
        f"Spark gave up ({_first_line(error)})",
        "What is done is kept: run it again.",
    )


def _first_line(error: Exception) -> str:
    return next((line.strip()[:160] for line in str(error).splitlines() if line), "?")
