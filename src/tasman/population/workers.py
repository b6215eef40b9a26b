"""What a worker of a cluster does: Arrow batches in, a few counts or a refusal out.

Nothing here needs Spark. A worker that must refuse says so in a row, for the driver to
raise: a task that failed would only be tried again.
"""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from tasman._version import __version__
from tasman.facts.errors import BadValue, CaseErrors, FactsError
from tasman.facts.files import refused
from tasman.population.asking import Ask
from tasman.population.counting import Joint
from tasman.population.reading import People, mark_of
from tasman.population.resuming import Stopped
from tasman.population.simulate import Question, count_groups
from tasman.population.validity import check_values

Worker = Callable[[Iterator[pa.RecordBatch]], Iterator[pa.RecordBatch]]

COLUMNS = "task long, provision string, code string, persons long, refusal string"
"""What a task gives back, in Spark's words: counts, or why it refuses.

Codes are text: that of many answers together can be longer than any machine word.
"""
_SCHEMA = pa.schema(
    [
        ("task", pa.int64()),
        ("provision", pa.string()),
        ("code", pa.string()),
        ("persons", pa.int64()),
        ("refusal", pa.string()),
    ]
)


@dataclass(frozen=True)
class Order:
    """A question as the driver understands it: no worker with other law answers."""

    ask: Ask
    digest: str
    version: str = __version__

    def question(self) -> Question:
        """Return the question, made once in each process; raises Stopped."""
        same = self.version == __version__
        if not same or (found := self.ask.question()).digest != self.digest:
            raise Stopped(
                f"the worker {socket.gethostname()} has another tasman ({__version__}) "
                f"than the driver ({self.version})",
                "Install the same wheel on every node.",
            )
        return found


def counter(ask: Ask) -> Worker:
    """Return what `mapInArrow` runs on a table: batches of people in, counts out."""
    order = Order(ask, ask.question().digest)

    def count(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        try:
            question = order.question()
            tables = question.tables()
            for batch in batches:
                _check_form(batch)
                check_values(batch)
                for table, found in zip(tables, question.count(batch), strict=True):
                    table.merge(found)
            yield _counts(0, tables)
        except FactsError as error:
            yield _refusal(0, error)

    return count


def _check_form(batch: pa.RecordBatch) -> None:
    """Refuse a batch whose lists do not fit their elements; raises BadValue."""
    try:
        batch.validate(full=True)
    except pa.ArrowInvalid as error:
        reason = str(error).splitlines()[0][:120]
        raise BadValue(
            f"the columns do not hold together ({reason})", "Make the table again."
        ) from None


def group_counter(ask: Ask, people: People, tasks: Sequence[range]) -> Worker:
    """Return what `mapInArrow` runs on numbers of tasks: it reads their row groups."""
    order = Order(ask, ask.question().digest)

    def count(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        for batch in batches:
            for task in batch.column(0).to_pylist():
                try:
                    question = order.question()
                    _reached(people)
                    yield _counts(task, count_groups(question, people, tasks[task])[2])
                except FactsError as error:
                    yield _refusal(task, error)

    return count


def _reached(people: People) -> None:
    """Refuse a file that this worker cannot reach, or that is not the driver's."""
    try:
        same = mark_of(people.path) == people.mark
    except OSError as error:
        raise Stopped(
            f"{people.path} cannot be read by the worker {socket.gethostname()} "
            f"({error.strerror or type(error).__name__})",
            "Put it where every worker finds it under that name, or count a table of "
            "the cluster: see docs/populations.md.",
        ) from None
    if not same:
        raise Stopped(
            f"{people.path} on the worker {socket.gethostname()} is another file than "
            "on the driver",
            "Give every node the same one; run it again.",
        )


def _counts(task: int, tables: Sequence[Joint]) -> pa.RecordBatch:
    rows = [
        {"task": task, "provision": table.provision, "code": str(code), "persons": n}
        for table in tables
        for code, n in table.counts.items()
    ]
    return pa.RecordBatch.from_pylist(rows, schema=_SCHEMA)


def _refusal(task: int, error: FactsError) -> pa.RecordBatch:
    """Return an error as a row."""
    told: dict[str, Any] = {"problem": str(error), "fix": ""}
    if isinstance(error, BadValue):
        told = {"problem": error.problem, "fix": error.fix}
        told["stopped"] = isinstance(error, Stopped)
    elif isinstance(error, CaseErrors):
        first = error.errors[0]
        told = {"file": first.file, "problem": first.problem, "fix": first.fix}
    row = {"task": task, "refusal": json.dumps(told)}
    return pa.RecordBatch.from_pylist([row], schema=_SCHEMA)


def gathered(found: pa.Table, tables: list[Joint]) -> list[Joint]:
    """Return what the tasks of one job counted together.

    Raises the refusal of the first task that refused: Stopped, BadValue or CaseErrors.
    """
    refusals = found.filter(pc.is_valid(found["refusal"])).sort_by("task")
    if refusals.num_rows:
        raise _raised(json.loads(refusals["refusal"][0].as_py()))
    by_name = {table.provision: table for table in tables}
    summed = found.group_by(["provision", "code"]).aggregate([("persons", "sum")])
    for row in summed.to_pylist():
        by_name[row["provision"]].counts[int(row["code"])] += row["persons_sum"]
    return tables


def _raised(told: dict[str, Any]) -> FactsError:
    """Return the error that a row tells of."""
    if "file" in told:
        return refused(told["file"], told["problem"], told["fix"])
    kind = Stopped if told.get("stopped") else BadValue
    return kind(told["problem"], told["fix"])
