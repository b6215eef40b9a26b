"""The same counts on a standalone cluster that the test starts, and breaks."""

import signal
import threading

import pytest

from tasman.population import spark as on_spark
from tasman.population.simulate import run as run_locally
from tasman.population.spark import run, session
from tests.population.clusters import ASK, HERE, Cluster, counts, spread, wait_for

pytestmark = pytest.mark.spark


@pytest.fixture
def cluster(tmp_path, monkeypatch):
    """Two workers, each with its executor registered, and the driver's session."""
    monkeypatch.setenv("SPARK_LOCAL_IP", HERE)
    found = Cluster(tmp_path)
    try:
        spark = session(found.url)
        wait_for("two executors", lambda: len(executors(spark)) == 2)
        yield found, spark
        spark.stop()
    finally:
        found.stop()


def executors(spark):
    """The executors that have registered with the driver, itself left out."""
    every = spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()
    return list(every)[1:]


def stages(spark):
    """What Spark says of each stage that is under way."""
    status = spark.sparkContext.statusTracker()
    found = [status.getStageInfo(stage) for stage in status.getActiveStageIds()]
    return [each for each in found if each is not None]


class Killer(threading.Thread):
    """Kills a worker that holds a task: it was stopped while there was work for it."""

    def __init__(self, cluster, spark):
        super().__init__()
        self.cluster, self.spark, self.stages = cluster, spark, []

    def stop_worker(self):
        """Stop the worker where it is: the run cannot end while it holds a task."""
        self.cluster.send(2, signal.SIGSTOP)
        self.start()

    def it_holds_a_task(self):
        """Each worker has one core: two tasks under way, or one that does not end."""
        under_way = stages(self.spark)
        tasks = sum(each.numActiveTasks for each in under_way)
        left = sum(each.numTasks - each.numCompletedTasks for each in under_way)
        self.stages = [each.stageId for each in under_way]
        return tasks == 2 or tasks == left == 1

    def run(self):
        try:
            wait_for("the worker to hold a task", self.it_holds_a_task)
        finally:
            self.cluster.send(2, signal.SIGKILL)

    def failed_tasks(self):
        """The tasks that were lost with the worker."""
        status = self.spark.sparkContext.statusTracker()
        return sum(status.getStageInfo(each).numFailedTasks for each in self.stages)


def test_a_cluster_gives_the_same_and_loses_nothing_with_a_worker(
    people_file, tmp_path, cluster, monkeypatch
):
    """After the first slice a worker dies with a task, which is counted, and once."""
    started, spark = cluster
    monkeypatch.setattr(on_spark, "ROWS_A_TASK", 1_000)
    monkeypatch.setattr(on_spark, "TASKS_A_CORE", 10)
    people = spread(people_file, tmp_path, rows=100_000, groups=100)
    expected = run_locally(ASK.question(), people, tmp_path / "here.parquet")
    assert counts(run(ASK, people, tmp_path / "a", spark)) == counts(expected)

    killer = Killer(started, spark)

    def kill_after_the_first_slice(rows):
        if rows and not killer.ident:
            killer.stop_worker()

    again = run(ASK, people, tmp_path / "b", spark, kill_after_the_first_slice)
    killer.join()
    assert killer.failed_tasks() >= 1
    assert counts(again) == counts(expected)
    wait_for("the executor's loss", lambda: len(executors(spark)) == 1)
