"""Small cells of imported data: no sum, difference or other reckoning tells one."""

import itertools
import json
import re

import duckdb
import numpy as np
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.cli.main import run as command
from tasman.facts.days import day
from tasman.law import current_law
from tasman.population import results
from tasman.population.counting import ANSWERS, EVERYTHING
from tasman.population.dimensions import DIMENSIONS, dimensions
from tasman.population.making import METADATA
from tasman.population.reading import open_people
from tasman.population.regimes import regimes_of
from tasman.population.simulate import Question, run
from tasman.population.suppression import FEWEST, Kinds, suppressed

NO, YES = 0, 1


def kinds_of(rows, bands=0):
    """Kinds from rows of traits that end in the number of people."""
    cells = [(row[:bands], row[bands:-1], row[-1]) for row in rows]
    return Kinds.of(cells, bands)


def singly(kinds):
    """Each trait may be exchanged by itself."""
    return [(place,) for place in range(kinds.traits.shape[1])]


def hide(rows, tables, bands=0):
    kinds = kinds_of(rows, bands)
    return suppressed(kinds, tables, singly(kinds))


# --- What is hidden, and what is not ---


def test_a_count_of_five_is_left_out_and_one_that_would_tell_it():
    """Six is shown; five is not, nor the only other count of its total."""
    assert hide([(NO, 5), (YES, 900)], [(0,)]) == [{(NO,), (YES,)}]
    assert hide([(NO, 6), (YES, 900)], [(0,)]) == [set()]
    hidden = hide([(0, 5), (1, 6), (2, 900)], [(0,)])
    assert hidden == [{(0,), (1,)}]


def test_a_file_of_five_people_shows_nothing():
    """Its total is known; how they divide is not."""
    assert hide([(NO, 5)], [(0,)]) == [{(NO,)}]
    assert hide([(NO, 2), (YES, 3)], [(0,)]) == [{(NO,), (YES,)}]


def test_of_two_provisions_of_which_one_implies_the_other_one_is_left_out():
    """103 meet the power, 100 of them the duty: the three would be told apart."""
    rows = [(YES, YES, 100), (NO, YES, 3), (NO, NO, 400)]
    duty, power = hide(rows, [(0,), (1,)])
    assert duty or power
    assert not (duty and power)
    rows = [(YES, YES, 100), (NO, YES, 6), (NO, NO, 400)]
    assert hide(rows, [(0,), (1,)]) == [set(), set()]


def test_two_released_by_a_reform_are_not_told_by_its_counts():
    """Before less after is two, where nobody is newly reached."""
    rows = [(YES, YES, 60), (YES, NO, 2), (NO, NO, 50)]
    before, after, moved = hide(rows, [(0,), (1,), (0, 1)])
    assert (YES, NO) in moved
    assert before or after


def test_a_total_less_its_parts_tells_no_small_cell():
    """By one band, by two, by none: the four are not told by the rest."""
    rows = [
        (0, 0, YES, 4),
        (0, 0, NO, 30),
        (0, 1, YES, 40),
        (0, 1, NO, 30),
        (1, 0, YES, 40),
        (1, 0, NO, 30),
        (1, 1, YES, 40),
        (1, 1, NO, 30),
    ]
    tables = [(2,), (0, 2), (1, 2), (0, 1, 2)]
    kinds, hidden = kinds_of(rows, 2), hide(rows, tables, bands=2)
    assert (0, 0, YES) in hidden[3]
    assert hidden[0] == set()
    the_four = np.array([1.0, 0, 0, 0, 0, 0, 0, 0])
    assert not told(the_four, printed(kinds, tables, hidden))
    only_itself = [set(), set(), set(), {(0, 0, YES)}]
    assert told(the_four, printed(kinds, tables, only_itself))


def test_everyone_else_may_be_few_too():
    """All but three of a band answer no: the no's alone would tell the three."""
    rows = [(0, NO, 50), (0, YES, 2), (0, 2, 1)]
    rows += [(1, NO, 80), (1, YES, 70), (1, 2, 60)]
    tables = [(1,), (0, 1)]
    kinds, hidden = kinds_of(rows, 1), hide(rows, tables, bands=1)
    assert {(0, YES), (0, 2)} < hidden[1]
    the_three = np.array([0.0, 1, 1, 0, 0, 0])
    assert not told(the_three, printed(kinds, tables, hidden))
    assert told(the_three, printed(kinds, tables, [set(), {(0, YES), (0, 2)}]))


# --- An attacker who knows everything else ---


@st.composite
def files(draw, most_kinds=12, sizes=(1, 2, 3, 5, 6, 9, 40)):
    """Kinds of people, and the tables that would be printed of them."""
    bands = draw(st.integers(0, 2))
    width = bands + draw(st.integers(1, 4))
    traits = st.tuples(*[st.integers(0, 2)] * width)
    rows = draw(st.lists(traits, min_size=1, max_size=most_kinds, unique=True))
    persons = [draw(st.sampled_from(sizes)) for _ in rows]
    kinds = kinds_of([(*row, n) for row, n in zip(rows, persons, strict=True)], bands)
    levels = [()] + [(i,) for i in range(bands)] + ([(0, 1)] if bands == 2 else [])
    answers = range(bands, width)
    tables = [(*level, a) for level in levels for a in answers]
    tables += [(*level, bands, a) for level in levels for a in answers if a > bands]
    return kinds, tables


def printed(kinds, tables, hidden):
    """Who is in each count that is printed, and in the whole."""
    found = [np.ones(len(kinds.persons))]
    for places, out in zip(tables, hidden, strict=True):
        keys = [tuple(row) for row in kinds.traits[:, list(places)].tolist()]
        for key in set(keys) - out:
            found.append(np.array([each == key for each in keys], float))
    return np.array(found)


def small_groups(kinds, tables):
    """Every one to five people whom a cell, or two answers of a subgroup, mark out."""
    bands, width = kinds.bands, kinds.traits.shape[1]
    levels = {tuple(p for p in places if p < bands) for places in tables}
    answers = range(bands, width)
    crossed = [*tables, *levels]
    crossed += [(*level, *pair) for level in levels for pair in answers_two(answers)]
    for places in crossed:
        taken = kinds.traits[:, list(places)]
        for row in {tuple(each) for each in taken.tolist()}:
            same = taken == np.array(row)
            groups = [same.all(axis=1)]
            for i in range(len(places)):
                others = np.delete(same, i, axis=1).all(axis=1)
                groups.append(others & ~same[:, i])
            for group in groups:
                if 0 < kinds.persons[group].sum() < FEWEST:
                    yield group


def answers_two(answers):
    return itertools.combinations(answers, 2)


def told(group, equations):
    """Whether sums and differences of the equations give the number in a group."""
    _, values, rows = np.linalg.svd(equations)
    free = rows[int((values > 1e-9).sum()) :]
    return bool(np.abs(free @ group).max(initial=0) < 1e-7)


@settings(max_examples=120, deadline=None)
@given(files())
def test_no_sums_and_differences_tell_a_small_count(file):
    """With every linear relation, and knowing which kinds of people there are."""
    kinds, tables = file
    equations = printed(kinds, tables, suppressed(kinds, tables, singly(kinds)))
    for group in small_groups(kinds, tables):
        if not group.all():
            assert not told(group.astype(float), equations)


def worlds(equations, totals):
    """Every way that whole numbers of people can make the printed totals."""
    width = equations.shape[1]

    def fill(place, left):
        if place == width:
            if not left.any():
                yield ()
            return
        column = equations[:, place]
        for number in range(int(left[column > 0].min()) + 1):
            for rest in fill(place + 1, left - number * column):
                yield (number, *rest)

    return fill(0, totals)


@settings(max_examples=80, deadline=None)
@given(files(most_kinds=5, sizes=(1, 2, 4, 6, 7)))
def test_no_reckoning_at_all_tells_a_small_count(file):
    """Of all populations that would be printed alike, some have another number."""
    kinds, tables = file
    equations = printed(kinds, tables, suppressed(kinds, tables, singly(kinds)))
    possible = np.array([*worlds(equations, equations @ kinds.persons)])
    assert kinds.persons.tolist() in possible.tolist()
    for group in small_groups(kinds, tables):
        if not group.all():
            assert len(set((possible @ group).tolist())) > 1


@settings(max_examples=60, deadline=None)
@given(files(sizes=(6, 9, 40)))
def test_small_cells_are_hidden_and_large_files_are_printed(file):
    """No cell from 1 to 5 is shown; where nothing is small, nothing is hidden."""
    kinds, tables = file
    hidden = suppressed(kinds, tables, singly(kinds))
    if not any(True for _ in small_groups(kinds, tables)):
        assert hidden == [set() for _ in tables]


@settings(max_examples=60, deadline=None)
@given(files())
def test_no_count_under_six_is_printed(file):
    """Whatever else is: every printed count is of six or more."""
    kinds, tables = file
    equations = printed(kinds, tables, suppressed(kinds, tables, singly(kinds)))
    assert (equations[1:] @ kinds.persons >= FEWEST).all()


def test_without_the_guard_the_attacker_succeeds():
    """The attack of these tests is real: it tells what nobody hides."""
    kinds = kinds_of([(YES, YES, 10), (NO, YES, 3), (NO, NO, 40)])
    equations = printed(kinds, [(0,), (1,)], [set(), set()])
    assert told(np.array([0.0, 1.0, 0.0]), equations)
    assert len([*worlds(equations, equations @ kinds.persons)]) == 1


# --- The command: file, screen, JSON, chart ---


def imported(people_file, path, rows):
    """Made-up people under another name: a file that does not say it is made up."""
    table = pq.read_table(people_file).slice(0, rows)
    told_ = json.dumps({"kind": "imported"}).encode()
    pq.write_table(table.replace_schema_metadata({METADATA: told_}), path)
    return path


BY = ("age_at_arrival", "years_here")


@pytest.fixture(scope="module")
def simulated(people_file, tmp_path_factory):
    """Sixty people as if imported, by two dimensions, under a reform: file and path."""
    folder = tmp_path_factory.mktemp("imported")
    path = imported(people_file, folder / "mine.parquet", 60)
    out = folder / "out.parquet"
    words = ["simulate", str(path), "--out", str(out), "--reform", "ten-year"]
    words += ["--by", ",".join(BY), "--chart", str(folder / "chart.svg")]
    return words, path, out


def test_tables_of_imported_people_show_no_small_cell(simulated, capsys):
    """Neither in the file, nor on screen, nor in the JSON, at any level."""
    words, _, out = simulated
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


def test_the_chart_draws_only_what_the_table_shows(simulated):
    """Its bars are the printed counts of people reached, none other."""
    words, _, out = simulated
    assert command(words) == 0
    picture = out.with_name("chart.svg").read_text()
    bars = set(map(int, re.findall(r"persons reached: (\d+)", picture)))
    sql = f"""
        select distinct persons from '{out}' where "table" = 'counts'
        and level = 'all' and answer = 'yes' and not suppressed
    """
    assert bars == {n for (n,) in duckdb.sql(sql).fetchall()}
    assert min(bars) >= FEWEST


def test_nothing_in_a_results_file_tells_a_small_count(simulated, tmp_path):
    """An attacker with every row of the file, and every kind of person in it."""
    _, path, _ = simulated
    today = day(2026, 11, 21)
    regimes = regimes_of(current_law(), "as_at", reforms=["ten-year"])
    asked = Question(regimes, "as_at", today, dimensions(list(BY)), linked=True)
    tables = run(asked, open_people(path), tmp_path / "x.parquet")
    rows = results.rows_of(tables, asked, synthetic=False)
    (every,) = (table for table in tables if table.provision == EVERYTHING)
    kinds = Kinds.of(every.cells(), len(BY))
    assert kinds.persons.sum() == 60
    equations = np.array(
        [np.ones(len(kinds.persons))]
        + [members(row, kinds, every) for row in rows if not row["suppressed"]]
    )
    shown = [60] + [row["persons"] for row in rows if not row["suppressed"]]
    assert (equations @ kinds.persons).tolist() == shown
    places = {column: len(BY) + i for i, column in enumerate(every.columns)}
    crossed = [
        (*level, *{places[c] for c in columns_of(row)})
        for level in ((), (0,), (1,), (0, 1))
        for row in rows
    ]
    groups = {g.tobytes(): g for g in small_groups(kinds, sorted(set(crossed)))}
    assert len(groups) > 50
    for group in groups.values():
        assert not told(group.astype(float), equations)


def columns_of(row):
    """The provision and regime of each answer of a row."""
    both = [row["against"]] if row["table"] == "transitions" else []
    return [(row["provision"], name) for name in (*both, row["regime"])]


def members(row, kinds, every):
    """Which kinds of people a row of the results counts."""
    found = np.ones(len(kinds.persons), bool)
    for i, name in enumerate(BY):
        if name in row:
            found &= kinds.traits[:, i] == DIMENSIONS[name].words.index(row[name])
    answers = [row["before"], row["answer"]] if row["before"] else [row["answer"]]
    for column, answer in zip(columns_of(row), answers, strict=True):
        at = len(BY) + every.columns.index(column)
        found &= kinds.traits[:, at] == ANSWERS.index(answer)
    return found.astype(float)


def test_many_laws_at_once_are_taken_together_too(people_file, tmp_path):
    """More answers than a machine word holds: counted the same."""
    path = imported(people_file, tmp_path / "mine.parquet", 200)
    reforms = ["ten-year", "came-before-10", "came-before-18", "half-of-life"]
    regimes = regimes_of(current_law(), "as_at", reforms=reforms)
    asked = Question(regimes, "as_at", day(2026, 11, 21), linked=True)
    *tables, every = run(asked, open_people(path), tmp_path / "x.parquet")
    assert every.space > 1 << 63
    for table in tables:
        for i, column in enumerate(table.columns):
            at = every.columns.index(column)
            for answer in range(len(ANSWERS)):
                assert sum(n for _, a, n in table.cells() if a[i] == answer) == sum(
                    n for _, a, n in every.cells() if a[at] == answer
                )


def test_real_people_are_not_counted_without_the_guard(people_file, tmp_path):
    """A question that does not take all answers together writes nothing of them."""
    path = imported(people_file, tmp_path / "mine.parquet", 20)
    asked = Question(regimes_of(current_law(), "as_at"), "as_at", day(2026, 11, 21))
    people, out = open_people(path), tmp_path / "x.parquet"
    tables = run(asked, people, out)
    with pytest.raises(ValueError, match="linked"):
        results.write(tables, asked, people, out)
    assert not out.exists()


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
