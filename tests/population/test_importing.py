"""Importing: every row is taken or rejected with its reason, and the counts add up."""

import csv
import datetime
import json
from collections import Counter

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasman.cli.main import run as command
from tasman.facts.arrow import to_cases
from tasman.facts.case import Elements
from tasman.facts.days import day
from tasman.facts.errors import CaseErrors
from tasman.population.importing import Source, run
from tasman.population.mapping import load_map
from tasman.population.reading import open_people

MAP = """tasman_map: 1
id: case
unknown: ["NA", "?"]
columns:
  dob: {field: born_on, date: "%d/%m/%Y"}
  here: {field: in_australia, words: {Y: yes, N: no}}
  arrived: stays[0].arrived_on
  asked: as_at
  term: {field: "sentences[].term", unit: months}
  imposed: sentences[].imposed_on
constants:
  sentences[].kind: gaol
  citizenships[0].country: new_zealand
  stays[0].departed_on: never
lists: {sentences: complete, citizenships: complete, stays: incomplete}
"""
HEADER = "case,dob,here,arrived,asked,term,imposed,notes"
GOOD = "01/02/1985,Y,1990-05-01,2020-01-01"


@pytest.fixture
def files(tmp_path):
    """A function that imports some lines, and what came of it."""

    def import_(lines, map_=MAP, name="in.csv"):
        source, columns = tmp_path / name, tmp_path / "map.yaml"
        source.write_text("\n".join([HEADER, *lines, ""]), encoding="utf-8")
        columns.write_text(map_, encoding="utf-8")
        out, rejected = tmp_path / "out.parquet", tmp_path / "rejected.csv"
        account = run(Source(source), load_map(columns), out, rejected)
        batches = pq.read_table(out).to_batches()
        cases = [case for batch in batches for case in to_cases(batch)]
        with rejected.open(newline="") as file:
            rows = list(csv.DictReader(file))
        return account, cases, rows

    return import_


def test_rows_of_one_person_make_one_case(files):
    """Two rows, two sentences; constants hold of each; lists as complete as said."""
    account, cases, rows = files([f"1,{GOOD},6,2019-03-04,x", f"1,{GOOD},7,2019-08,x"])
    assert (account.read, account.taken, account.rejected) == (2, 2, 0)
    assert account.persons == 1 and rows == []
    march = day(2019, 3, 4)
    assert cases == [
        {
            "born_on": (day(1985, 2, 1),) * 2,
            "in_australia": 2,
            "stays": Elements(
                (
                    {
                        "arrived_on": (day(1990, 5, 1),) * 2,
                        "departed_on": (90000, 90000),
                    },
                ),
                {},
            ),
            "citizenships": Elements(({"country": 2},), None),
            "sentences": Elements(
                (
                    {"kind": 1, "term": (6, 6, 0, 0), "imposed_on": (march, march)},
                    {
                        "kind": 1,
                        "term": (7, 7, 0, 0),
                        "imposed_on": (day(2019, 8, 1), day(2019, 8, 31)),
                    },
                ),
                None,
            ),
        }
    ]


BAD = {
    "impossible day": ("31/02/1985,Y,1990-05-01,2020-01-01,6,2019-03-04,", "dob"),
    "no such word": ("01/02/1985,Q,1990-05-01,2020-01-01,6,2019-03-04,", "here"),
    "bad term": (f"{GOOD},six,2019-03-04,", "term"),
    "no day asked": ("01/02/1985,Y,1990-05-01,,6,2019-03-04,", "as_at"),
    "day asked in part": ("01/02/1985,Y,1990-05-01,2020,6,2019-03-04,", "as_at"),
    "here before birth": ("01/02/1985,Y,1980-05-01,2020-01-01,6,2019-03-04,", "stays"),
    "short row": ("01/02/1985,Y", "3 cells where 8 belong"),
    "long row": (f"{GOOD},6,2019-03-04,a,b", "9 cells where 8 belong"),
    "formula": (f"{GOOD},=1+1,2019-03-04,", "term"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_row_is_rejected_whole_with_its_reason(name, files):
    """With number and cells as they stood; the good rows around it are taken."""
    line, said = BAD[name]
    before, after = f"1,{GOOD},6,2019-03-04,", f"3,{GOOD},6,2019-03-04,"
    account, cases, rows = files([before, f"2,{line}", after])
    assert (account.read, account.taken, account.rejected) == (3, 2, 1)
    assert len(cases) == account.persons == 2
    (row,) = rows
    assert row["row"] == "2" and row["case"] == "2"
    assert said in row["reason"]


def test_one_bad_row_rejects_the_person_not_half_of_it(files):
    """A person with a sentence missing would be another person."""
    rows = [f"1,{GOOD},6,2019-03-04,", f"1,{GOOD},x,2019-08-20,", f"2,{GOOD},,,"]
    account, cases, rejected = files(rows)
    assert (account.read, account.taken, account.rejected) == (3, 1, 2)
    assert len(cases) == 1 and cases[0]["sentences"] == Elements((), None)
    assert [row["row"] for row in rejected] == ["1", "2"]


def test_rows_that_disagree_are_rejected(files):
    """One person cannot have two dates of birth."""
    other = GOOD.replace("1985", "1986")
    account, _, rows = files([f"1,{GOOD},6,2019-03-04,", f"1,{other},7,2019-08-20,"])
    assert account.rejected == 2
    assert "born_on: the rows disagree" in rows[0]["reason"]


def test_cells_that_say_nothing_are_unknown(files):
    """Empty cells and the words listed; an element that says nothing is none."""
    _, cases, _ = files([f"1,NA,?,1990,2020-01-01,,2019-03-04,{'x' * 9}"])
    assert "born_on" not in cases[0] and "in_australia" not in cases[0]
    march = day(2019, 3, 4)
    assert cases[0]["sentences"].items == ({"imposed_on": (march, march), "kind": 1},)
    assert cases[0]["stays"].items[0]["arrived_on"] == (day(1990), day(1990, 12, 31))


def test_nothing_is_lost_in_many_rows(files):
    """More rows than a batch: read = taken + rejected, for rows and for persons."""
    lines = [
        f"{i},{GOOD},{'x' if i % 7 == 0 else i % 30 + 1},2019-03-04,"
        for i in range(1, 20_001)
    ]
    account, _, rows = files(lines)
    assert account.read == 20_000 == account.taken + account.rejected
    assert account.rejected == len(rows) == 20_000 // 7
    assert account.reasons == Counter({"term": 20_000 // 7})
    assert account.left_out == ("notes",)


def test_an_import_can_be_simulated(files, tmp_path, capsys):
    """Two terms of 6 and 7 months total 12 or more; 6 alone does not."""
    lines = []
    for i in range(10):
        lines += [f"a{i},{GOOD},6,2019-03-04,", f"a{i},{GOOD},7,2019-08-20,"]
    lines += [f"b{i},{GOOD},6,2019-03-04," for i in range(20)]
    files(lines)
    people = open_people(tmp_path / "out.parquet")
    assert people.rows == 30 and not people.synthetic
    words = ["simulate", str(people.path), "--provision", "501(7)(d)"]
    out = tmp_path / "results.parquet"
    assert command([*words, "--out", str(out), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rows"]
    answers = {row["answer"]: row["persons"] for row in rows}
    assert answers == {"no": 20, "unknown: fact": 10}


def test_parquet_comes_in_like_csv(tmp_path):
    """Dates, numbers, truths and nulls, by their plain text."""
    table = pa.table(
        {
            "dob": pa.array([day(1985, 2, 1), None], pa.int32()).cast(pa.date32()),
            "here": pa.array([True, False]),
            "term": pa.array([6, None], pa.int64()),
        }
    )
    source, columns = tmp_path / "in.parquet", tmp_path / "map.yaml"
    pq.write_table(table, source)
    columns.write_text(
        "tasman_map: 1\ncolumns:\n  dob: born_on\n  here: in_australia\n"
        "  term: {field: 'sentences[0].term', unit: months}\n"
    )
    out = tmp_path / "out.parquet"
    account = run(Source(source), load_map(columns), out, tmp_path / "rejected.csv")
    assert account.taken == 2
    first, second = to_cases(pq.read_table(out).combine_chunks().to_batches()[0])
    assert first["born_on"] == (day(1985, 2, 1),) * 2
    assert first["sentences"] == Elements(({"term": (6, 6, 0, 0)},), {})
    assert second == {"in_australia": 0}


# --- Maps and files that cannot be used ---


@pytest.mark.parametrize(
    ("map_", "said"),
    [
        ("columns: {dob: born_on}", "this is not a map of columns"),
        ("tasman_map: 1\ncolumns: {dob: born_no}", "Did you mean 'born_on'?"),
        ("tasman_map: 1\ncolumns: {dob: born_on.x}", "there is no field"),
        ("tasman_map: 1\ncolumns: {dob: 'sentences[].trem'}", "Did you mean 'term'?"),
        ("tasman_map: 1\ncolumns: {dob: sentences}", "names no field of sentences"),
        ("tasman_map: 1\ncolumns: {dob: 'born_on[0].x'}", "born_on is not a list"),
        ("tasman_map: 1\ncolumns: {dob: 'sentences[].label'}", "label is text"),
        ("tasman_map: 1\ncolumns: {dob: {words: {a: b}}}", "no field is named"),
        ("tasman_map: 1\ncolumns: {dob: {field: born_on, shape: x}}", "says nothing"),
        (
            "tasman_map: 1\ncolumns: {dob: {field: born_on, unit: moons}}",
            "'moons' is not a unit",
        ),
        ("tasman_map: 1\ncolumns: [a]", "a mapping belongs here"),
        ("tasman_map: 1\ncolums: {}", "Did you mean 'columns'?"),
        (
            "tasman_map: 1\ncolumns: {dob: born_on}\nlists: {sentances: complete}",
            "is not a list. Did you mean 'sentences'?",
        ),
        (
            "tasman_map: 1\ncolumns: {dob: born_on}\nlists: {sentences: all}",
            "'all' says nothing",
        ),
        (
            "tasman_map: 1\ncolumns: {dob: born_on}\nconstants: {in_australia: maybe}",
            "neither yes nor no",
        ),
        ("tasman_map: 1\ncolumns: {born: born_on}", "there is no column 'born'"),
        ("tasman_map: 1\nid: no\ncolumns: {dob: born_on}", "there is no column 'no'"),
    ],
)
def test_a_bad_map_is_refused_before_work_starts(map_, said, tmp_path, capsys):
    """Exit 2, the place, what to write; no output."""
    source, columns = tmp_path / "in.csv", tmp_path / "map.yaml"
    source.write_text("dob,case\n1985-02-01,1\n")
    columns.write_text(map_)
    words = ["population", "import", str(source), "--map", str(columns)]
    words += ["--out", str(tmp_path / "o.parquet"), "--rejected", str(tmp_path / "r")]
    assert command(words) == 2
    assert said in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == [source, columns]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b"dob,dob\n1,2\n", "two columns are 'dob'"),
        (b"dob\n\xff\xfe\n", "cannot be read"),
        (b'dob\n"1985\n', "cannot be read"),
        (b"dob,id\n1985,1\n1986,2\n1985,1\n", "row 3 goes back to an earlier id"),
    ],
)
def test_a_bad_file_is_refused(content, said, tmp_path):
    """Empty, repeated columns, another encoding, an open quotation, unsorted."""
    source, columns = tmp_path / "in.csv", tmp_path / "map.yaml"
    source.write_bytes(content)
    id_ = "id: id\n" if b"id" in content else ""
    columns.write_text(f"tasman_map: 1\n{id_}columns: {{dob: born_on}}\n")
    out, rejected = tmp_path / "out.parquet", tmp_path / "rejected.csv"
    with pytest.raises(CaseErrors) as raised:
        run(Source(source), load_map(columns), out, rejected)
    assert said in str(raised.value)
    assert not out.exists() and not rejected.exists()


def test_the_command_says_what_became_of_every_row(tmp_path, capsys):
    """Exit 1 when rows were rejected; the account in words and as JSON."""
    source, columns = tmp_path / "in.csv", tmp_path / "map.yaml"
    source.write_text("dob,x\n1985-02-01,\n1985-02-31,\n")
    columns.write_text("tasman_map: 1\ncolumns: {dob: born_on}\n")
    words = ["population", "import", str(source), "--map", str(columns)]
    words += ["--out", str(tmp_path / "o.parquet"), "--rejected", str(tmp_path / "r")]
    assert command(words) == 1
    said = capsys.readouterr().out
    assert "2 rows read = 1 taken + 1 rejected." in said
    assert "Columns left out: x" in said
    assert command([*words, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["rows_rejected"] == 1


def test_parquet_moments_with_a_zone_are_no_days(tmp_path):
    """A day in one place is another elsewhere: the row is rejected, not guessed at."""
    moment = datetime.datetime(1990, 5, 1, 14, 30)
    zoned = moment.replace(tzinfo=datetime.UTC)
    source, map_ = tmp_path / "in.parquet", tmp_path / "map.yaml"
    table = {"plain": [moment, moment], "zoned": pa.array([None, zoned])}
    pq.write_table(pa.table(table), source)
    map_.write_text(
        "tasman_map: 1\ncolumns: {plain: born_on, zoned: 'stays[0].arrived_on'}\n"
    )
    out, rejected = tmp_path / "out.parquet", tmp_path / "rejected.csv"
    account = run(Source(source), load_map(map_), out, rejected)
    assert (account.taken, account.rejected) == (1, 1)
    [case] = to_cases(pq.read_table(out).to_batches()[0])
    assert case == {"born_on": (day(1990, 5, 1),) * 2}
    assert "'1990-05-01T14:30:00+00:00' is not a date" in rejected.read_text()
