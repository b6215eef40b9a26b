"""Small cells: never shown of imported data, nor to be had by subtraction."""

import itertools
import json
import random

import duckdb
import pyarrow.parquet as pq

from tasman.cli.main import run as command
from tasman.population.making import METADATA
from tasman.population.suppression import FEWEST, suppressed


def test_counts_from_one_to_five_are_left_out():
    """Six is shown; five is not, nor the next smallest of its line."""
    cells = {(0,): 5, (1,): 6, (2,): 900}
    assert suppressed(cells, [0]) == {(0,), (1,)}
    assert suppressed({(0,): 6, (1,): 900}, [0]) == set()
    assert suppressed({(0,): 5, (1,): 3, (2,): 900}, [0]) == {(0,), (1,)}
    assert suppressed({(0,): 5}, [0]) == {(0,)}


def test_no_line_leaves_one_cell_to_be_worked_out():
    """In random tables, every line hides none, or two, or everything it has."""
    rnd = random.Random(4)
    for _ in range(200):
        shape = (rnd.randint(2, 5), rnd.randint(2, 5))
        cells = {
            key: rnd.choice((0, 1, 4, 5, 6, 8, 30, 500))
            for key in itertools.product(*map(range, shape))
        }
        hidden = suppressed(cells, [0, 1])
        assert {key for key, n in cells.items() if 0 < n < FEWEST} <= hidden
        for axis in (0, 1):
            for at in range(shape[axis]):
                line = [k for k in cells if k[axis] == at and cells[k]]
                inside = [k for k in line if k in hidden]
                assert len(inside) != 1 or len(line) == 1


def imported(people_file, path, rows):
    """Made-up people under another name: a file that does not say it is made up."""
    table = pq.read_table(people_file).slice(0, rows)
    told = json.dumps({"kind": "imported"}).encode()
    pq.write_table(table.replace_schema_metadata({METADATA: told}), path)
    return path


def test_tables_of_imported_people_show_no_small_cell(people_file, tmp_path, capsys):
    """Neither in the file, nor on screen, nor in the JSON, at any level."""
    path = imported(people_file, tmp_path / "mine.parquet", 60)
    out = tmp_path / "out.parquet"
    words = ["simulate", str(path), "--out", str(out), "--reform", "ten-year"]
    words += ["--by", "age_at_arrival,years_here"]
    assert command(words) == 0
    text = capsys.readouterr().out
    assert "Counts under 6 are left out" in " ".join(text.split())
    assert any(line.endswith(" *") for line in text.splitlines())
    found = duckdb.sql(f"select min(persons), count(*) from '{out}'").fetchall()[0]
    assert found[0] >= FEWEST
    hidden = duckdb.sql(
        f"select count(*), count(persons) from '{out}' where suppressed"
    ).fetchall()[0]
    assert hidden[0] > 10 and hidden[1] == 0
    assert command([*words, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    assert all(r["persons"] is None or r["persons"] >= FEWEST for r in rows)


def test_made_up_people_need_no_hiding(people_file, tmp_path):
    """Nobody is there to be found."""
    table = pq.read_table(people_file).slice(0, 60)
    path, out = tmp_path / "few.parquet", tmp_path / "out.parquet"
    pq.write_table(table, path)
    words = ["simulate", str(path), "--out", str(out), "--by", "age_at_arrival"]
    assert command(words) == 0
    assert duckdb.sql(f"select bool_or(suppressed) from '{out}'").fetchall() == [
        (False,)
    ]
    assert duckdb.sql(f"select min(persons) from '{out}'").fetchall()[0][0] < FEWEST
