"""Making: the same people for a seed, whatever the threads, the size or the law."""

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasman.cli.main import run
from tasman.facts.arrow import schema, to_batch, to_cases
from tasman.facts.consistency import impossibilities
from tasman.facts.days import day
from tasman.facts.errors import CaseErrors
from tasman.population.calibration import load, published
from tasman.population.making import batches, make
from tasman.population.people import MADE, batch_of
from tasman.population.synthetic import CHUNK, make_chunk


@pytest.mark.parametrize("threads", [1, 2, 5])
def test_the_threads_make_no_difference(threads, tmp_path, people_file):
    """The file is the same, byte for byte."""
    out = tmp_path / "again.parquet"
    make(published(), 200_000, 7, out, threads)
    assert out.read_bytes() == people_file.read_bytes()


@pytest.mark.parametrize("threads", [1, 3])
def test_nor_for_people_in_prison(threads):
    """A stock too is the same for its seed."""
    stock_on = day(2014, 12, 11)
    size = CHUNK + 50
    one = pa.Table.from_batches(batches(published(), size, 3, 2, stock_on))
    again = pa.Table.from_batches(batches(published(), size, 3, threads, stock_on))
    assert one.equals(again)


def test_a_larger_population_begins_with_the_smaller():
    """Chunks are whole: cutting the last one short changes nobody."""
    small = pa.Table.from_batches(batches(published(), 1000, 5))
    large = pa.Table.from_batches(batches(published(), CHUNK + 10, 5))
    assert large.num_rows == CHUNK + 10
    assert large.slice(0, 1000).equals(small)


def test_another_seed_makes_other_people():
    """And the next chunk is not the first one again."""
    first, other = make_chunk(published(), 1, 0), make_chunk(published(), 2, 0)
    following = make_chunk(published(), 1, 1)
    for chunk in (other, following):
        assert not np.array_equal(first.born_on, chunk.born_on)


def test_one_assumption_changes_only_what_rests_on_it():
    """Common draws: more aggregates, the same sentences, ages and days."""
    few = make_chunk(published().with_value("several_terms_share", 0.3), 1, 0, 8192)
    many = make_chunk(published().with_value("several_terms_share", 0.7), 1, 0, 8192)
    for name in ("born_on", "arrived_on", "term", "imposed_on", "offence", "priors"):
        assert np.array_equal(getattr(few, name), getattr(many, name)), name
    assert np.all(many.several >= few.several)
    assert few.several.mean() < 0.35 < 0.65 < many.several.mean()


def test_the_columns_are_the_vocabulary_s():
    """Names and types are those of the schema; what describes the making is marked."""
    batch = batch_of(make_chunk(published(), 1, 0, 2000), published())
    wanted = schema(clocks=("as_at",))
    for field in batch.schema:
        if field.name.startswith(MADE):
            continue
        known = wanted.field(field.name)
        if pa.types.is_list(known.type):
            inner = {part.name: part.type for part in known.type.value_type}
            for part in field.type.value_type:
                assert inner[part.name] == part.type, (field.name, part.name)
        else:
            assert known.type == field.type, field.name


@pytest.mark.parametrize("stock_on", [None, day(2014, 12, 11)])
def test_nobody_has_an_impossible_history(stock_on):
    """The check of case files finds nothing wrong in 500 people."""
    chunk = make_chunk(published(), 9, 0, 500, stock_on)
    batch = batch_of(chunk, published())
    for facts in to_cases(batch):
        assert list(impossibilities(facts)) == []
    back = to_batch(to_cases(batch))
    assert list(to_cases(back)) == list(to_cases(batch))


def test_a_file_appears_whole_or_not_at_all(tmp_path):
    """A failure half-way leaves neither file nor remains."""

    def fail(rows):
        raise OSError(28, "No space left on device", "people.parquet")

    with pytest.raises(OSError):
        make(published(), 100, 1, tmp_path / "people.parquet", 1, fail)
    assert list(tmp_path.iterdir()) == []


# --- Assumptions of one's own ---


def changed(tmp_path, text):
    path = tmp_path / "mine.yaml"
    path.write_text("tasman_calibration: 1\nparameters:\n" + text)
    return load(path)


def test_a_user_changes_an_assumption(tmp_path):
    """By value alone or in full; all else stays; what a user gives is graded A."""
    mine = changed(
        tmp_path,
        "  male: 0.5\n"
        "  age_at_arrival: {0-9: 1, 10-17: 0, 18-29: 0, 30+: 0}\n"
        "  age_median: {value: 40, grade: V, source: my files}\n"
        "  reference_year_begins: 2016-07-01\n",
    )
    assert mine.number("male") == 0.5 and mine["male"].grade == "A"
    assert mine["age_median"].grade == "V" and mine["age_median"].source == "my files"
    assert mine["state"] == published()["state"]
    chunk = make_chunk(mine, 1, 0, 4096)
    assert chunk.male.mean() == pytest.approx(0.5, abs=0.05)
    assert np.all(chunk.arrival_age < 10)
    assert chunk.imposed_on.min() >= 16983


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  mail: 0.5\n", "no parameter 'mail'. Did you mean 'male'?"),
        ("  male: 1.5\n", "1.5 is out of range. Write a share from 0 to 1."),
        ("  male: many\n", "'many' is not a number"),
        ("  age_median: -4\n", "-4 is out of range"),
        ("  state: {nsw: 1}\n", "Give a number for each of: nsw, qld"),
        ("  age_at_arrival: {0-9: 1, 10-17: 1, 18-29: 0, 30+: 0}\n", "sum to 2"),
        ("  male: {value: 0.5, grade: Z}\n", "'Z' is not a grade"),
        ("  male: {worth: 0.5, value: 1}\n", "'worth' says nothing"),
        ("  reference_year_begins: soon\n", "'soon' is not a date"),
        ("  male: [1]\n", "a word belongs here"),
    ],
)
def test_a_bad_assumption_is_refused_with_its_place(tmp_path, text, said):
    """The message gives file, line and column, and what to write."""
    with pytest.raises(CaseErrors) as raised:
        changed(tmp_path, text)
    assert said in str(raised.value)
    assert "mine.yaml:3:" in str(raised.value)


@pytest.mark.parametrize("text", ["", "[1]", "parameters: 3", "other: 1", ": ["])
def test_what_is_no_calibration_is_refused(tmp_path, text, capsys):
    """Exit 2, and nothing is written."""
    mine, out = tmp_path / "mine.yaml", tmp_path / "out.parquet"
    mine.write_text(text)
    words = ["population", "make", "--size", "10", "--out", str(out)]
    assert run([*words, "--calibration", str(mine)]) == 2
    assert "mine.yaml" in capsys.readouterr().err
    assert not out.exists()


def test_the_commands_make_and_check(tmp_path, capsys):
    """Made, then compared with the record; what is not synthetic is refused."""
    out = tmp_path / "people.parquet"
    assert run(["population", "make", "--size", "3000", "--out", str(out)]) == 0
    assert pq.read_metadata(out).num_rows == 3000
    assert run(["population", "check", str(out), "--format", "json"]) == 0
    assert '"verdict": "within"' in capsys.readouterr().out
    bare = tmp_path / "bare.parquet"
    pq.write_table(pa.table({"in_australia": pa.array([2], pa.int8())}), bare)
    assert run(["population", "check", str(bare)]) == 2
    assert "not a synthetic population" in capsys.readouterr().err
    assert run(["population", "make", "--out", str(tmp_path / "no" / "p.parquet")]) == 2


def test_the_command_makes_people_in_prison_on_a_day(tmp_path, capsys):
    """By --stock; a day that is none, or before the law begins, writes nothing."""
    out = tmp_path / "people.parquet"
    words = ["population", "make", "--size", "500", "--out", str(out), "--stock"]
    for stock, said in (
        ("2014-12", "is not one day"),
        ("1999-05-31", "Give a day from 1999-06-01 on"),
    ):
        assert run([*words, stock]) == 2
        assert said in capsys.readouterr().err
        assert not out.exists()
    assert run([*words, "2014-12-11"]) == 0
    assert (
        "500 made-up persons, in prison on 2014-12-11, in " in capsys.readouterr().out
    )
    days = pq.read_table(out, columns=["as_at"]).column(0).unique().to_pylist()
    assert [each.isoformat() for each in days] == ["2014-12-11"]
    assert run([*words, "1999-06-01"]) == 0
    assert run(["population", "check", str(out)]) == 0
    assert "People in prison on one day" in capsys.readouterr().out
