"""What the Spark tests ask, and a cluster that they start and stop."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq

from tasman.facts.days import day
from tasman.population.asking import Ask
from tasman.population.reading import open_people

ASK = Ask(
    as_at="as_at",
    known_at=day(2026, 11, 21),
    laws=("2013-06-30", "2026-11-21"),
    reforms=("ten-year-line",),
    provisions=("501(7)(c)", "501(7)(d)", "501(3A)"),
    by=("age_at_arrival", "years_here"),
)
PATIENCE_SECONDS = 180
"""How long a test waits for what a busy machine may be slow to do."""
HERE = "127.0.0.1"


def spread(people_file, tmp_path, rows=20_000, groups=8):
    """People in row groups enough for every worker."""
    path = tmp_path / "people.parquet"
    table = pq.read_table(people_file).slice(0, rows)
    pq.write_table(table, path, row_group_size=rows // groups)
    return open_people(path)


def counts(tables):
    """The people in each cell, provision by provision."""
    return [(table.provision, dict(table.counts)) for table in tables]


def wait_for(what: str, found: Callable[[], object]) -> None:
    """Return as soon as something is so; fail when it does not come about."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not found():
        assert time.monotonic() < until, f"waited too long for {what}"
        time.sleep(0.05)


class Cluster:
    """A standalone master and two workers of one core each."""

    def __init__(self, folder: Path) -> None:
        import pyspark

        self.home, self.folder = Path(pyspark.__file__).parent, folder
        self.started: list[subprocess.Popen] = []
        kind = "org.apache.spark.deploy"
        ports = ["--port", "0", "--webui-port", "0"]
        self._start(f"{kind}.master.Master", "--host", HERE, *ports)
        self.url = ""
        wait_for("the master's port", self._found_url)
        for _ in range(2):
            where = ["--host", HERE, "--webui-port", "0", "-c", "1", "-m", "1g"]
            self._start(f"{kind}.worker.Worker", *where, self.url)

    def _start(self, *words: str) -> None:
        place = {"SPARK_LOCAL_IP": HERE, "SPARK_HOME": str(self.home)}
        with self._log(len(self.started)).open("w") as log:
            self.started.append(
                subprocess.Popen(
                    [str(self.home / "bin" / "spark-class"), *words],
                    env={**os.environ, **place, "PYSPARK_PYTHON": sys.executable},
                    stdout=log,
                    stderr=log,
                    cwd=self.folder,
                    start_new_session=True,
                )
            )

    def _log(self, place: int) -> Path:
        return self.folder / f"log{place}.txt"

    def _found_url(self) -> bool:
        log = self._log(0).read_text()
        assert self.started[0].poll() is None, f"the master ended:\n{log}"
        found = re.search(r"Starting Spark master at (spark://\S+:\d+)", log)
        self.url = found[1] if found else ""
        return bool(found)

    def send(self, place: int, what: signal.Signals) -> None:
        """Send a signal to a worker and everything that it started."""
        os.killpg(self.started[place].pid, what)

    def stop(self) -> None:
        """End what this cluster started, and nothing else."""
        for place, each in enumerate(self.started):
            if each.poll() is None:
                self.send(place, signal.SIGKILL)
            each.wait(timeout=30)
