"""The same counts on Spark: what a worker does, then Spark on this machine."""

import os
import signal
import subprocess
import sys
from dataclasses import replace

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasman.cli.main import run as command
from tasman.facts.days import day
from tasman.facts.errors import BadValue, CaseErrors
from tasman.population import results
from tasman.population import spark as on_spark
from tasman.population.asking import Ask
from tasman.population.reading import open_people
from tasman.population.resuming import Stopped
from tasman.population.simulate import run as run_locally
from tasman.population.spark import count_frame, run, session
from tasman.population.workers import Order, counter, gathered, group_counter
from tests.population.clusters import ASK, HERE, counts, spread, wait_for

SHORT = Ask(day(2020), day(2026), provisions=("501(3A)",))
TASKS = [range(3), range(3, 4), range(4, 8)]


def answered(worker, *batches):
    """What a worker gives back, as the driver has it."""
    return pa.Table.from_batches(worker(iter(batches)))


def numbers(*tasks):
    return pa.record_batch({"id": pa.array(tasks, pa.int64())})


def truths(*values):
    """People of whom one fact is stated, in row groups of two."""
    return pa.table({"in_australia": pa.array(values, pa.int8())})


# --- What a worker does, without Spark ---


def test_a_worker_s_counts_of_a_table_are_those_of_the_local_engine(
    people_file, tmp_path
):
    """Task by task, those without anybody included."""
    people = spread(people_file, tmp_path)
    batches = pq.read_table(people.path).to_batches(max_chunksize=3000)
    tasks = [batches[:2], batches[2:], []]
    found = pa.concat_tables(answered(counter(ASK), *task) for task in tasks)
    local = run_locally(ASK.question(), people, tmp_path / "out.parquet")
    assert counts(gathered(found, ASK.question().tables())) == counts(local)


def test_a_worker_s_counts_of_row_groups_are_those_of_the_local_engine(
    people_file, tmp_path
):
    """Whichever worker takes which tasks, in whatever order."""
    people = spread(people_file, tmp_path)
    worker = group_counter(ASK, people, TASKS)
    some, others = answered(worker, numbers(2, 0)), answered(worker, numbers(1))
    found = gathered(pa.concat_tables([some, others]), ASK.question().tables())
    local = run_locally(ASK.question(), people, tmp_path / "out.parquet")
    assert counts(found) == counts(local)


def test_a_worker_reads_only_what_the_question_reads(people_file, tmp_path):
    """A file whose other columns are rubbish is counted all the same."""
    people = spread(people_file, tmp_path)
    expected = answered(group_counter(ASK, people, TASKS), numbers(0, 1, 2))
    unread = 0
    with pq.ParquetFile(people.path) as file, people.path.open("r+b") as raw:
        for group in range(file.num_row_groups):
            for place in range(len(file.schema)):
                column = file.metadata.row_group(group).column(place)
                if column.path_in_schema.startswith("relatives."):
                    raw.seek(column.dictionary_page_offset or column.data_page_offset)
                    raw.write(b"\xff" * column.total_compressed_size)
                    unread += 1
    assert unread
    worker = group_counter(ASK, open_people(people.path), TASKS)
    assert answered(worker, numbers(0, 1, 2)).equals(expected)


def test_a_worker_says_what_is_wrong_with_a_value():
    """As a row, for the driver to refuse: not as a failed task."""
    (batch,) = truths(2, 7).to_batches()
    found = answered(counter(SHORT), batch)
    with pytest.raises(BadValue, match="in_australia has an impossible value in row 2"):
        gathered(found, SHORT.question().tables())


def test_the_first_fault_of_the_file_is_told_whichever_task_ends_first(tmp_path):
    """The local engine's words, with the row's number in the whole file."""
    path = tmp_path / "bad.parquet"
    pq.write_table(truths(2, 0, 1, 9, 2, 7), path, row_group_size=2)
    people = open_people(path)
    with pytest.raises(BadValue) as local:
        run_locally(SHORT.question(), people, tmp_path / "out.parquet")
    worker = group_counter(SHORT, people, [range(1), range(1, 2), range(2, 3)])
    with pytest.raises(BadValue) as refused:
        gathered(answered(worker, numbers(2, 1, 0)), SHORT.question().tables())
    assert "row 4" in str(local.value)
    assert str(refused.value) == str(local.value)


def test_a_worker_that_cannot_reach_the_file_says_so(tmp_path):
    """Its name, the file's, and what to do; nothing done before is thrown away."""
    path = tmp_path / "people.parquet"
    pq.write_table(truths(2), path)
    people = open_people(path)
    tables = SHORT.question().tables()
    path.unlink()
    gone = answered(group_counter(SHORT, people, [range(1)]), numbers(0))
    with pytest.raises(Stopped, match=r"cannot be read by the worker .*No such file"):
        gathered(gone, tables)
    pq.write_table(truths(2, 2, 2), path)
    other = answered(group_counter(SHORT, people, [range(1)]), numbers(0))
    with pytest.raises(Stopped, match="another file than on the driver"):
        gathered(other, tables)


@pytest.mark.parametrize(
    "order",
    [
        Order(SHORT, "the digest of some other law"),
        Order(SHORT, SHORT.question().digest, version="0.0.0"),
    ],
)
def test_a_worker_with_other_law_does_not_answer(order):
    """An older wheel on one node would give a mixture of two laws."""
    assert Order(SHORT, SHORT.question().digest).question() is SHORT.question()
    with pytest.raises(Stopped, match="another tasman"):
        order.question()


@pytest.mark.parametrize("least", [1, 5_000, 6_000, 1_000_000])
def test_the_tasks_of_a_file_are_all_of_it_once(least, people_file, tmp_path):
    """In order, each with enough people but perhaps the last."""
    people = spread(people_file, tmp_path)
    tasks = list(on_spark._spans(people, 2, least))
    assert [group for task in tasks for group in task] == [2, 3, 4, 5, 6, 7]
    for task in tasks[:-1]:
        assert sum(people.group_rows[task.start : task.stop]) >= least
        assert sum(people.group_rows[task.start : task.stop - 1]) < least


def test_without_spark_the_error_says_how_to_get_it(monkeypatch):
    """No traceback: what to install, here as on a machine that has no Spark."""
    for name in [n for n in sys.modules if n.split(".")[0] == "pyspark"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(BadValue, match=r"tasman\[spark\]"):
        session()


def test_a_cluster_is_named_only_for_spark(people_file, tmp_path, capsys):
    """Or else somebody would believe that it had been used."""
    words = ["--out", str(tmp_path / "out.parquet"), "--master", "spark://host:7077"]
    assert command(["simulate", str(people_file), *words]) == 2
    assert "--engine spark" in capsys.readouterr().err


# --- On Spark ---


@pytest.fixture(scope="module")
def local():
    """Two worker threads in this process's own Spark."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SPARK_LOCAL_IP", HERE)
        spark = session("local[2]")
        yield spark
        spark.stop()


@pytest.fixture
def small_tasks(monkeypatch):
    """Several slices, of a file that is soon read."""
    monkeypatch.setattr(on_spark, "ROWS_A_TASK", 2_500)


@pytest.mark.spark
def test_spark_on_this_machine_gives_the_same_counts(people_file, tmp_path, local):
    """For every provision, regime and band."""
    people = spread(people_file, tmp_path)
    expected = run_locally(ASK.question(), people, tmp_path / "a.parquet")
    told = []
    found = run(ASK, people, tmp_path / "b.parquet", local, told.append)
    assert counts(found) == counts(expected)
    assert sum(told) == people.rows


@pytest.mark.spark
@pytest.mark.parametrize("begins", ["local", "spark"])
def test_a_run_begun_on_one_engine_is_finished_on_the_other(
    begins, people_file, tmp_path, local, small_tasks
):
    """It reads only what is left."""
    people, out = spread(people_file, tmp_path), tmp_path / "out.parquet"

    def here(on_rows):
        return run_locally(ASK.question(), people, out, threads=1, on_rows=on_rows)

    def there(on_rows):
        return run(ASK, people, out, local, on_rows)

    seen, rest = [], []

    def stop(rows):
        seen.append(rows)
        if rows:
            raise KeyboardInterrupt

    first, second = (here, there) if begins == "local" else (there, here)
    with pytest.raises(KeyboardInterrupt):
        first(stop)
    assert 0 < sum(seen) < people.rows
    tables = second(rest.append)
    assert rest[0] == sum(seen) and sum(rest) == people.rows
    whole = run_locally(ASK.question(), people, tmp_path / "other.parquet")
    assert counts(tables) == counts(whole)


@pytest.mark.spark
def test_what_a_worker_refuses_is_refused_as_by_the_local_engine(tmp_path, local):
    """An impossible value; a file damaged within; nothing is left of the run."""
    bad, damaged = tmp_path / "bad.parquet", tmp_path / "damaged.parquet"
    pq.write_table(truths(2, 0, 1, 9), bad, row_group_size=2)
    pq.write_table(truths(*[0, 1, 2] * 2000), damaged, compression="zstd")
    with pq.ParquetFile(damaged) as file:
        place = file.metadata.row_group(0).column(0).data_page_offset
    with damaged.open("r+b") as raw:
        raw.seek(place)
        raw.write(b"\xff" * 40)
    for path, kind in ((bad, BadValue), (damaged, CaseErrors)):
        people = open_people(path)
        out = tmp_path / "out.parquet"
        with pytest.raises(kind) as here:
            run_locally(SHORT.question(), people, out)
        with pytest.raises(kind) as there:
            run(SHORT, people, out, local)
        assert str(there.value) == str(here.value)
    assert sorted(tmp_path.iterdir()) == [bad, damaged]


@pytest.mark.spark
def test_a_file_that_workers_lose_is_told_and_what_is_done_is_kept(
    people_file, tmp_path, local, small_tasks
):
    """Put back, the run goes on where it was."""
    people = spread(people_file, tmp_path)
    away = replace(people, path=tmp_path / "not mounted" / "people.parquet")
    with pytest.raises(Stopped, match="cannot be read by the worker"):
        run(ASK, away, tmp_path / "out.parquet", local)
    expected = run_locally(ASK.question(), people, tmp_path / "other.parquet")
    found = run(ASK, people, tmp_path / "out.parquet", local)
    assert counts(found) == counts(expected)


@pytest.mark.spark
def test_a_table_of_the_cluster_is_counted_without_a_file(people_file, tmp_path, local):
    """The counts of the local engine; results to write, small cells left out."""
    people = spread(people_file, tmp_path)
    expected = run_locally(ASK.question(), people, tmp_path / "a.parquet")
    frame = local.read.parquet(str(people.path)).repartition(3)
    told, tables = count_frame(ASK, frame)
    assert counts(tables) == counts(expected)
    assert told.rows == people.rows
    out = tmp_path / "results.parquet"
    results.write(tables, ASK.question(), told, out)
    hidden = f"select bool_or(suppressed), min(persons) >= 6 from '{out}'"
    assert duckdb.sql(hidden).fetchall() == [(True, True)]


@pytest.mark.spark
def test_a_table_that_cannot_answer_is_refused(local):
    """For its columns before work starts; for its values with the column."""
    wrong = local.createDataFrame([("yes",)], "in_australia string")
    with pytest.raises(CaseErrors, match="column in_australia is string"):
        count_frame(SHORT, wrong)
    impossible = local.createDataFrame([(9,)], "in_australia byte")
    with pytest.raises(BadValue, match="in_australia has an impossible value"):
        count_frame(SHORT, impossible)


@pytest.mark.spark
def test_what_fails_on_spark_itself_keeps_what_is_done(
    people_file, tmp_path, local, monkeypatch
):
    """A job that Spark ends is no fault of the file: the same command goes on."""
    monkeypatch.setattr(on_spark, "ROWS_A_TASK", 500)
    people = spread(people_file, tmp_path, groups=40)
    out = tmp_path / "out.parquet"
    seen = []

    def cancel(rows):
        seen.append(rows)
        if rows:
            local.sparkContext.cancelAllJobs()

    with pytest.raises(Stopped, match="Spark gave up"):
        while True:  # until a job is caught at work: the next one nearly always is
            seen.clear()
            run(ASK, people, out, local, cancel)
            out.with_name(".out.parquet.progress").unlink()
    rest = []
    run(ASK, people, out, local, rest.append)
    assert rest[0] == sum(seen) > 0


@pytest.mark.spark
@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ModuleNotFoundError: No module named 'tasman'", "the workers have no tasman"),
        ("ModuleNotFoundError: No module named 'numba'", "the workers have no numba"),
        ("[PYTHON_VERSION_MISMATCH] 3.12, not 3.11", "another Python"),
        (
            "Job aborted due to stage failure\nmore",
            r"gave up \(Job aborted .* failure\)",
        ),
    ],
)
def test_a_job_that_fails_says_what_to_put_right(said, told):
    """What the nodes lack, in words; what is done so far stays done."""

    class Failing:
        def toArrow(self):
            raise RuntimeError(said)

    with pytest.raises(Stopped, match=told):
        on_spark._collected(Failing())


COMMAND = """
import sys
import tasman.population.spark
from tasman.cli.main import main
tasman.population.spark.ROWS_A_TASK = 2_500
main(sys.argv[1:])
"""


@pytest.mark.spark
def test_ctrl_c_stops_the_command_and_the_next_one_goes_on(people_file, tmp_path):
    """Exit 130 and no results; then those of the local engine, in the same words."""
    people = spread(people_file, tmp_path, rows=200_000, groups=80)
    out, here = tmp_path / "out.parquet", tmp_path / "here.parquet"
    asked = ["simulate", str(people.path), "--provision", "501(3A)", "--by", "age"]
    words = [*asked, "--engine", "spark", "--master", "local[2]", "--out", str(out)]
    started = subprocess.Popen(
        [sys.executable, "-c", COMMAND, *words],
        env={**os.environ, "SPARK_LOCAL_IP": HERE},
        stderr=subprocess.PIPE,
    )
    record = tmp_path / ".out.parquet.progress"
    wait_for("the first slice", lambda: record.exists() or started.poll() is not None)
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=120)
    assert started.returncode == 130, said.decode()
    assert not out.exists() and record.exists()
    assert command([*asked, "--out", str(out)]) == 0
    assert command([*asked, "--out", str(here)]) == 0
    assert pq.read_table(out).equals(pq.read_table(here))
    assert not record.exists()
