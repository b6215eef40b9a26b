"""Made-up populations shared by the tests."""

from pathlib import Path

import pytest

from tasman.population.calibration import published
from tasman.population.making import make


@pytest.fixture(scope="session")
def people_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A population of 200,000, made once."""
    path = tmp_path_factory.mktemp("population") / "people.parquet"
    make(published(), 200_000, 7, path)
    return path


@pytest.fixture(autouse=True)
def a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")
