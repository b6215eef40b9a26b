"""The same counts on Spark: locally, and on a cluster that the tests start and stop."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasman.facts.days import day
from tasman.facts.errors import BadValue
from tasman.population.asking import Ask
from tasman.population.reading import open_people
from tasman.population.simulate import run as run_locally
from tasman.population.spark import counter, run, session

ASK = Ask(
    as_at="as_at",
    known_at=day(2026, 11, 21),
    laws=("2013-06-30", "2026-11-21"),
    reforms=("ten-year-line",),
    provisions=("501(7)(c)", "501(7)(d)", "501(3A)"),
    by=("age_at_arrival", "years_here"),
)


def spread(people_file, tmp_path, rows=20_000, groups=8):
    """People in row groups enough for every worker."""
    path = tmp_path / "people.parquet"
    table = pq.read_table(people_file).slice(0, rows)
    pq.write_table(table, path, row_group_size=rows // groups)
    return open_people(path)


def counts(tables):
    return [(table.provision, dict(table.counts)) for table in tables]


# --- What a worker does, without Spark ---


def test_a_worker_s_counts_are_those_of_the_local_engine(people_file, tmp_path):
    """The function that goes to the workers gives the same counts, task by task."""
    people = spread(people_file, tmp_path)
    batches = pq.read_table(people.path).to_batches(max_chunksize=3000)
    found: dict[tuple[str, int], int] = {}
    for task in (batches[:2], batches[2:], []):
        for out in counter(ASK)(iter(task)):
            for row in out.to_pylist():
                key = row["provision"], row["code"]
                found[key] = found.get(key, 0) + row["persons"]
    local = run_locally(ASK.question(), people, tmp_path / "out.parquet")
    expected = {(t.provision, c): n for t in local for c, n in t.counts.items()}
    assert found == expected


def test_a_worker_says_what_is_wrong_with_a_value():
    """As a row, for the driver to refuse: not as a failed task."""
    bad = pa.record_batch({"as_at": pa.array([0], pa.int32()).cast(pa.date32())})
    bad = bad.append_column("in_australia", pa.array([7], pa.int8()))
    (out,) = counter(ASK)(iter([bad]))
    (row,) = out.to_pylist()
    assert "in_australia has an impossible value in row 1" in row["problem"]


def test_without_spark_the_error_says_how_to_get_it(monkeypatch):
    """No traceback: what to install, here as on a machine that has no Spark."""
    for name in [n for n in sys.modules if n.split(".")[0] == "pyspark"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(BadValue, match=r"tasman\[spark\]"):
        session()


# --- On Spark ---


@pytest.fixture
def local():
    """Two worker threads in this process's own Spark."""
    pytest.importorskip("pyspark")
    spark = session("local[2]")
    yield spark
    spark.stop()


@pytest.mark.spark
def test_spark_on_this_machine_gives_the_same_counts(people_file, tmp_path, local):
    """For every provision, regime and band."""
    people = spread(people_file, tmp_path)
    expected = run_locally(ASK.question(), people, tmp_path / "out.parquet")
    assert counts(run(ASK, people, local)) == counts(expected)


@pytest.mark.spark
def test_a_bad_value_on_a_worker_is_refused(tmp_path, local):
    """The error of the local engine, by way of the driver."""
    path = tmp_path / "bad.parquet"
    columns = {"in_australia": pa.array([2, 9], pa.int8())}
    pq.write_table(pa.table(columns), path)
    ask = Ask(day(2020), day(2026), provisions=("501(3A)",))
    with pytest.raises(BadValue, match="in_australia has an impossible value"):
        run(ask, open_people(path), local)


class Cluster:
    """A standalone master and two workers, as processes of this test."""

    def __init__(self, folder: Path) -> None:
        import pyspark

        self.home = Path(pyspark.__file__).parent
        self.folder = folder
        self.port = 17_077 + os.getpid() % 2000
        self.url = f"spark://127.0.0.1:{self.port}"
        self.started: list[subprocess.Popen] = []
        kind = "org.apache.spark.deploy"
        ports = ["--port", str(self.port), "--webui-port", "0"]
        self._start(f"{kind}.master.Master", "--host", "127.0.0.1", *ports)
        for _ in range(2):
            self._start(f"{kind}.worker.Worker", "-c", "1", "-m", "1g", self.url)

    def _start(self, *words: str) -> None:
        place = {"SPARK_LOCAL_IP": "127.0.0.1", "SPARK_HOME": str(self.home)}
        log = (self.folder / f"log{len(self.started)}.txt").open("w")
        command = [str(self.home / "bin" / "spark-class"), *words]
        environment = {**os.environ, **place, "PYSPARK_PYTHON": sys.executable}
        self.started.append(
            subprocess.Popen(
                command,
                env=environment,
                stdout=log,
                stderr=log,
                cwd=self.folder,
                start_new_session=True,
            )
        )
        time.sleep(4)

    def kill(self, place: int) -> None:
        """Kill a worker with everything that it started."""
        os.killpg(self.started[place].pid, signal.SIGKILL)
        self.started[place].wait()

    def stop(self) -> None:
        """End what this cluster started, and nothing else."""
        for each in self.started:
            if each.poll() is None:
                os.killpg(each.pid, signal.SIGTERM)
                each.wait(timeout=30)


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    pytest.importorskip("pyspark")
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    monkeypatch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
    found = Cluster(tmp_path)
    spark = session(found.url)
    yield found, spark
    spark.stop()
    found.stop()


@pytest.mark.spark
def test_a_cluster_gives_the_same_and_loses_nothing_with_a_worker(
    people_file, tmp_path, cluster
):
    """Two workers; one is killed while the tasks run; the counts are the same."""
    import threading

    started, spark = cluster
    people = spread(people_file, tmp_path, rows=100_000, groups=20)
    expected = run_locally(ASK.question(), people, tmp_path / "out.parquet")
    assert counts(run(ASK, people, spark)) == counts(expected)
    killer = threading.Timer(1.0, started.kill, [2])
    began = time.monotonic()
    killer.start()
    again = run(ASK, people, spark)
    assert time.monotonic() - began > 1.0, "the run was over before the worker died"
    assert started.started[2].poll() is not None
    assert counts(again) == counts(expected)
