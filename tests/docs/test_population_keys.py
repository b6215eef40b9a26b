"""Every key that a population command prints stands on the page of populations."""

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from tasman.cli.main import run as command
from tasman.population import inquiry, sensitivity
from tasman.population.dimensions import DIMENSIONS
from tasman.population.making import METADATA
from tests.docs.test_keys import words

ROOT = Path(__file__).resolve().parents[2]
PAGE = "populations.md"
BY_NAME = (
    "neighbours",
    "parameters",
    "removed_a_year_scenario",
    "detained_a_year_scenario",
    "directions",
    "rates",
    "not_drawn_on_purpose",
    "warnings",
    "reasons",
)
"""Objects whose keys are names: of reforms, laws, inputs, Directions, columns."""


def stated(plain, name=""):
    """The keys of plain data, at every depth, less names; inputs may hold names too."""
    if isinstance(plain, dict):
        for key, inner in plain.items():
            if name not in BY_NAME:
                yield key
            if key not in ("low", "high", "value"):
                yield from stated(inner, key)
    elif isinstance(plain, list):
        for each in plain:
            yield from stated(each)


@pytest.fixture(scope="module")
def people(tmp_path_factory):
    """Some made-up people."""
    path = tmp_path_factory.mktemp("keys") / "people.parquet"
    assert command(["population", "make", "--out", str(path), "--size", "300"]) == 0
    return path


@pytest.fixture
def printed(people, tmp_path, capsys, monkeypatch):
    """What a command prints as JSON."""
    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")
    monkeypatch.setattr(sensitivity, "ROWS", 256)
    monkeypatch.setattr(inquiry, "PILOT_ROWS", 512)
    own = ["examples/own-file.csv", "--map", "examples/own-file.map"]
    made = {
        "simulate": [str(people), "--by", ",".join(DIMENSIONS), "--reform", "ten-year"],
        "brief": ["--reform", "ten-year"],
        "brief of a Direction": ["--reform", "keep-direction-99"],
        "brief of bounds": ["--reform", "nz-mirror"],
        "check": [str(people)],
        "import": [*own, "--rejected", str(tmp_path / "rejected.csv")],
    }
    files = {"simulate", "import"}
    group = {"check", "import"}

    def of(name):
        monkeypatch.chdir(ROOT)
        first = name.split()[0]
        asked = [*(["population"] if first in group else []), first, *made[name]]
        asked += ["--out", str(tmp_path / "out.parquet")] if first in files else []
        assert command([*asked, "--format", "json"]) in (0, 1)
        return json.loads(capsys.readouterr().out)

    return of


@pytest.mark.parametrize(
    "name",
    ["simulate", "brief", "brief of a Direction", "brief of bounds", "check", "import"],
)
def test_every_key_printed_is_explained(name, printed):
    """What really comes out, at every depth."""
    found = set(stated(printed(name)))
    assert len(found) > 5
    assert not sorted(found - words(PAGE)), f"explain them in docs/{PAGE}"


def test_every_key_of_a_made_file_is_explained(people):
    """In the metadata of a synthetic population."""
    told = json.loads(pq.read_schema(people).metadata[METADATA])
    found = set(stated(told))
    assert {"seed", "parameters", "grade"} <= found <= words(PAGE)


def test_a_key_that_nobody_explains_is_found():
    """The guard works: an invented key is on no page."""
    assert set(stated({"never_heard_of": 1})) - words(PAGE) == {"never_heard_of"}
    assert set(stated({"neighbours": {"x": {"made_of": 1}}})) == {
        "neighbours",
        "made_of",
    }
