"""Simulating: the same as explaining each person; threads, resuming, bad input."""

import json
from collections import Counter

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tasman.cli.main import run as command
from tasman.facts.arrow import to_batch, to_cases
from tasman.facts.case import NO, UNKNOWN, YES, Elements
from tasman.facts.days import day
from tasman.facts.errors import BadValue, CaseErrors
from tasman.facts.kinds import FACT, JUDGMENT
from tasman.law import current_law
from tasman.law.reforms import reform
from tasman.population import results
from tasman.population.counting import ANSWERS, Joint, answer_codes
from tasman.population.dimensions import DIMENSIONS, dimensions
from tasman.population.reading import batches, open_people
from tasman.population.regimes import PROVISIONS, find_reform, regimes_of
from tasman.population.resuming import Progress
from tasman.population.simulate import Question, run
from tasman.population.summary import Results, as_text
from tasman.rules.errors import UnknownProvision
from tasman.rules.evaluate import Evaluation

TODAY = day(2026, 11, 21)


def question(as_at="as_at", laws=(), reforms=(), countries=(), pins=PROVISIONS, by=()):
    regimes = regimes_of(current_law(), as_at, laws, reforms, countries, pins)
    return Question(regimes, as_at, TODAY, dimensions(list(by)))


def counts(table, place=0):
    """People by answer under one regime."""
    found = Counter()
    for _, answers, count in table.cells():
        found[ANSWERS[answers[place]]] += count
    return dict(found)


# --- It says what the reference says ---


def explained(facts, law, pinpoint, as_at, law_at):
    truth, kinds = Evaluation(
        law, facts, as_at=as_at, law_at=law_at, known_at=TODAY
    ).provision(pinpoint)
    code = answer_codes(np.array([truth]), np.array([kinds]))[0]
    return ANSWERS[code]


def test_simulating_equals_explaining_each_person(people_file, tmp_path):
    """For 150 people, by a day each, under the law, its past and a reform."""
    sample = tmp_path / "sample.parquet"
    pq.write_table(pq.read_table(people_file).slice(70_000, 150), sample)
    asked = question(laws=("2013-06-30", "2026-11-21"), reforms=("ten-year-line",))
    tables = run(asked, open_people(sample), tmp_path / "out.parquet")
    batch = pq.read_table(sample).combine_chunks().to_batches()[0]
    cases = list(to_cases(batch))
    days = batch.column("as_at").view(pa.int32()).to_pylist()
    law = current_law()
    laws = [law, law, reform("ten-year-line").apply(law)]
    for table in tables:
        expected = Counter(
            tuple(
                ANSWERS.index(explained(facts, each, table.provision, as_at, law_at))
                for each, law_at in zip(
                    laws, (day(2013, 6, 30), TODAY, TODAY), strict=True
                )
            )
            for facts, as_at in zip(cases, days, strict=True)
        )
        assert {a: n for _, a, n in table.cells()} == dict(expected), table.provision


def test_the_law_may_be_that_of_a_column(people_file, tmp_path):
    """The law of each person's own day, named as a column or by default."""
    people = open_people(people_file)
    named = run(question(laws=("as_at",)), people, tmp_path / "a.parquet")
    default = run(question(), people, tmp_path / "b.parquet")
    assert [t.counts for t in named] == [t.counts for t in default]
    with pytest.raises(CaseErrors, match="no column law_at"):
        run(question(laws=("law_at",)), people, tmp_path / "c.parquet")


def test_before_the_duty_nobody_is_reached(people_file, tmp_path):
    """s 501(3A) began on 2014-12-11: the day before, no; that day, yes, for many."""
    asked = question(laws=("2014-12-10", "2014-12-11"), pins=("501(3A)",))
    (table,) = run(asked, open_people(people_file), tmp_path / "out.parquet")
    assert counts(table, 0) == {"no": 200_000}
    assert 90_000 < counts(table, 1)["yes"] < 140_000


# --- However it is run ---


def test_threads_and_row_groups_make_no_difference(people_file, tmp_path):
    """One thread or four, four row groups or one or many: the same counts."""
    pins = ("501(7)(c)", "501(3A)")
    by = ("age_at_arrival", "years_here")
    asked = question(reforms=("ten-year",), pins=pins, by=by)
    people = open_people(people_file)
    one = run(asked, people, tmp_path / "a.parquet", threads=1)
    four = run(asked, people, tmp_path / "b.parquet", threads=4)
    assert [t.counts for t in one] == [t.counts for t in four]
    for size in (200_000, 30_000):
        again = tmp_path / f"{size}.parquet"
        pq.write_table(pq.read_table(people_file), again, row_group_size=size)
        found = run(asked, open_people(again), tmp_path / "c.parquet")
        assert [t.counts for t in found] == [t.counts for t in one]


def test_an_interrupted_run_goes_on_where_it_stopped(people_file, tmp_path):
    """Stopped after two row groups, it reads only the other two."""
    out = tmp_path / "out.parquet"
    asked, people = question(pins=("501(3A)",)), open_people(people_file)
    seen = []

    def stop(rows):
        seen.append(rows)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(asked, people, out, threads=1, on_rows=stop)
    assert not out.exists()
    assert Progress.of(out, asked.key(people), asked.tables()).groups == 2
    rest = []
    tables = run(asked, people, out, threads=1, on_rows=rest.append)
    assert rest[0] == sum(seen)
    assert len(rest) == 3 and sum(rest) == people.rows
    whole = run(asked, people, tmp_path / "other.parquet")
    assert tables[0].counts == whole[0].counts


def test_another_question_does_not_take_up_an_old_run(people_file, tmp_path):
    """Progress belongs to one file, one law, one day, one set of provisions."""
    out = tmp_path / "out.parquet"
    people, first = open_people(people_file), question(pins=("501(3A)",))
    Progress.of(out, first.key(people), first.tables()).save()
    for other in (
        question(pins=("501(2)",)),
        question(as_at=day(2026, 3, 1), pins=("501(3A)",)),
        question(pins=("501(3A)",), by=("age",)),
        question(pins=("501(3A)",), reforms=("ten-year",)),
    ):
        assert other.key(people) != first.key(people)
    assert question(pins=("501(3A)",)).key(people) == first.key(people)
    damaged = out.with_name(".out.parquet.progress")
    damaged.write_text("{")
    assert Progress.of(out, first.key(people), first.tables()).groups == 0


# --- What is written ---


@pytest.fixture(scope="module")
def written(people_file, tmp_path_factory):
    """Results of two laws, a reform and a country, by two dimensions."""
    out = tmp_path_factory.mktemp("results") / "results.parquet"
    asked = question(
        laws=("2013-06-30", "2026-11-21"),
        reforms=("ten-year", "designated-offences-2021"),
        countries=("uk",),
        by=("age_at_arrival", "years_here"),
    )
    people = open_people(people_file)
    results.write(run(asked, people, out), asked, people, out)
    return out


def test_every_level_adds_up(written):
    """Each provision under each regime counts everyone, at every level."""
    sql = f"""
        select sum(persons) from '{written}' where "table" = 'counts' and why is null
        group by level, provision, regime
    """
    assert {total for (total,) in duckdb.sql(sql).fetchall()} == {200_000}


def test_transitions_agree_with_counts(written):
    """Yes before less released plus newly reached is yes after."""
    rows = Results(written)
    sql = """
        select sum(persons) filter (before = 'yes'),
               sum(persons) filter (answer = 'yes')
        from results where "table" = 'transitions' and level = 'all'
             and regime = 'ten-year-line' and provision like '%/501(3A)'
    """
    ((before, after),) = rows.query(sql)
    counted = """
        select sum(persons) from results where "table" = 'counts' and level = 'all'
        and answer = 'yes' and provision like '%/501(3A)' and regime = ?
    """
    assert rows.query(counted, "law of 2026-11-21") == [(before,)]
    assert rows.query(counted, "ten-year-line") == [(after,)]
    assert 0 < after < before


def test_totals_that_rest_on_nothing_published_are_not_printed(written):
    """The designated-offence bill: a reason, no number; what it leaves alone counts."""
    rows = Results(written)
    sql = """
        select provision, persons, why from results where level = 'all'
        and regime = 'designated-offences-2021' and "table" = 'counts'
    """
    found = {p.partition("/")[2]: (n, why) for p, n, why in rows.query(sql)}
    assert found["501(2)"][0] is None
    assert "cannot be estimated" in found["501(2)"][1]
    assert found["501(3A)"][0] is not None and found["501(3A)"][1] is None
    text = as_text(rows)
    assert "designated-offences-2021, 501(2): cannot be estimated" in text


def test_the_text_fits_and_claims_no_more_than_it_can(written):
    """80 columns; contrasts open with `not known`; no forecast of anyone."""
    text = as_text(Results(written))
    assert max(map(len, text.splitlines())) <= 80
    for line in text.splitlines():
        if "under these assumptions" in line:
            assert line.startswith("  not known; under these assumptions")
    assert "  not known; under these assumptions" in text
    plain = " ".join(text.split())
    assert "Nobody counted here is anybody" in plain
    assert "not a forecast" in plain
    assert "% of the inputs are assumptions (grade A)" in plain
    assert "country uk" in plain


def test_the_results_say_how_they_came_about(written):
    """Laws by digest, days, reforms and their status."""
    told = Results(written).told
    assert told["as_at"] == "column as_at" and told["known_at"] == "2026-11-21"
    names = {each["name"]: each for each in told["regimes"]}
    assert names["ten-year-line"]["status"] == "hypothetical"
    assert names["law of 2026-11-21"]["law"] == current_law().digest
    assert names["ten-year-line"]["law"] != current_law().digest


# --- By what people are counted ---


def person(**facts):
    return facts


def stays(*arrivals, rest=None):
    return Elements(tuple({"arrived_on": each} for each in arrivals), rest)


JAN = {year: (day(year, 1, 1), day(year, 1, 1)) for year in range(1960, 2027)}


@pytest.mark.parametrize(
    ("name", "facts", "word"),
    [
        ("age_at_arrival", {"born_on": JAN[1990], "stays": stays(JAN[1999])}, "0-9"),
        ("age_at_arrival", {"born_on": JAN[1990], "stays": stays(JAN[2001])}, "10-17"),
        (
            "age_at_arrival",
            {"born_on": JAN[1990], "stays": stays(JAN[2015], JAN[1995])},
            "0-9",
        ),
        ("age_at_arrival", {"stays": stays(JAN[1999])}, "unknown"),
        ("age_at_arrival", {"born_on": JAN[1990]}, "unknown"),
        ("age_at_arrival", {"born_on": JAN[1990], "stays": Elements()}, "unknown"),
        (
            "age_at_arrival",
            {"born_on": JAN[1990], "stays": stays(JAN[2015], rest={})},
            "unknown",
        ),
        (
            "age_at_arrival",
            {"born_on": (day(1990), day(1995)), "stays": stays(JAN[2002])},
            "unknown",
        ),
        ("years_here", {"stays": stays(JAN[2018])}, "0-4"),
        ("years_here", {"stays": stays(JAN[2010])}, "10-19"),
        ("years_here", {"stays": stays(JAN[1990], JAN[2019])}, "20+"),
        ("age", {"born_on": JAN[1990]}, "25-34"),
        ("age", {}, "unknown"),
        ("longest_sentence", {"sentences": Elements()}, "none"),
        (
            "longest_sentence",
            {"sentences": Elements(({"kind": 1, "term": (11, 11, 0, 0)},))},
            "under 12m",
        ),
        (
            "longest_sentence",
            {"sentences": Elements(({"kind": 1, "term": (12, 12, 0, 0)},))},
            "12-23m",
        ),
        ("longest_sentence", {"sentences": Elements(({"kind": 2},))}, "120m+"),
        ("longest_sentence", {"sentences": Elements(({"kind": 1},))}, "unknown"),
        ("longest_sentence", {}, "unknown"),
        (
            "state",
            {
                "sentences": Elements(
                    (
                        {"jurisdiction": 2, "imposed_on": JAN[2012]},
                        {"jurisdiction": 8, "imposed_on": JAN[2011]},
                    )
                )
            },
            "nsw",
        ),
        ("state", {"sentences": Elements(({"jurisdiction": 6},))}, "unknown"),
        ("offence", {"offences": Elements(({"category": 4},))}, "violence"),
    ],
)
def test_people_are_counted_in_the_band_that_is_certain(name, facts, word):
    """At each side of an edge; what the facts leave open is `unknown`."""
    dimension = DIMENSIONS[name]
    batch = to_batch([facts])
    assert dimension.words[dimension.codes(batch, day(2020, 1, 1))[0]] == word


def test_answers_have_one_reason_each():
    """A missing fact before a judgment before unsettled law."""
    truth = np.array([NO, YES, UNKNOWN, UNKNOWN, UNKNOWN])
    kinds = np.array([0, 0, FACT | JUDGMENT, JUDGMENT | 4, 4])
    assert [ANSWERS[code] for code in answer_codes(truth, kinds)] == [
        "no",
        "yes",
        "unknown: fact",
        "unknown: judgment",
        "unknown: unsettled",
    ]


def test_cells_come_back_as_they_went_in():
    """Bands and answers survive their packing into one number, small and large."""
    rng = np.random.default_rng(1)
    for sizes in ((3, 4), (40, 40, 30)):
        table = Joint("x", ("a", "b"), sizes)
        bands = [rng.integers(0, size, 500) for size in sizes]
        answers = [rng.integers(0, 5, 500) for _ in range(2)]
        table.add(bands, answers, 500)
        rows = zip(*(each.tolist() for each in (*bands, *answers)), strict=True)
        expected = Counter((row[: len(sizes)], row[len(sizes) :]) for row in rows)
        assert {(b, a): n for b, a, n in table.cells()} == dict(expected)


def test_a_reform_may_be_named_by_its_beginning():
    """Where only one is meant."""
    assert find_reform("ten-year") == "ten-year-line"
    assert find_reform("nz-mirror") == "nz-mirror"
    for name in ("came-before", "nonsense"):
        with pytest.raises(UnknownProvision):
            find_reform(name)


# --- Bad input: refused before work starts, nothing written ---


def small(tmp_path, **columns):
    path = tmp_path / "cases.parquet"
    pq.write_table(pa.table(columns), path)
    return path


WORDS = ["--as-at", "2020-01-01", "--provision", "501(3A)"]
TRUTHS = pa.array([2, None], pa.int8())


@pytest.mark.parametrize(
    ("columns", "words", "said"),
    [
        ({"nothing": pa.array([1])}, [], "no column has a name of the vocabulary"),
        ({"in_australia": pa.array(["yes"])}, [], "column in_australia is string"),
        ({"born_on_from": pa.array([1.5])}, [], "must be date32"),
        ({"stays": pa.array([3])}, [], "must be list"),
        ({"stays": pa.array([[3]])}, [], "must be a list of structs"),
        ({"stays": pa.array([[{"came_on": 3}]])}, [], "stays has no field came_on"),
        ({"in_australia": TRUTHS}, ["--as-at", "asked"], "no column asked"),
        ({"in_australia": TRUTHS}, ["--by", "years_here"], "no column stays"),
        (
            {"in_australia": TRUTHS},
            ["--by", "shoe_size"],
            "cannot count by",
        ),
        ({"in_australia": TRUTHS}, ["--provision", "501(7)(x)"], "no provision"),
        ({"in_australia": TRUTHS}, ["--reform", "x"], "no reform 'x'"),
        ({"in_australia": TRUTHS}, ["--country", "x"], "no country 'x'"),
        ({"in_australia": TRUTHS}, ["--law", "2014-13-01"], "2014-13-01"),
        ({"in_australia": TRUTHS}, ["--provision", "501(7A)"], "gives a term"),
        ({"in_australia": TRUTHS}, ["--provision", "501(10)"], "about a Sentence"),
        ({"in_australia": TRUTHS}, ["--chart", "c.gif"], "c.gif is no chart"),
        ({"taxed_in_last_three_years": TRUTHS}, [], "none of the facts"),
        ({"in_australia": pa.array([3], pa.int8())}, [], "impossible value in row 1"),
        (
            {
                "interpol_notice_on_from": pa.array([0, 20], pa.date32()),
                "interpol_notice_on_to": pa.array([0, 10], pa.date32()),
            },
            ["--provision", "501(6)"],
            "impossible value in row 2",
        ),
    ],
)
def test_bad_input_ends_with_2_and_leaves_nothing(
    columns, words, said, tmp_path, capsys, monkeypatch
):
    """The message names what is wrong, before any output is begun."""
    monkeypatch.chdir(tmp_path)
    path = small(tmp_path, **columns)
    out = tmp_path / "out.parquet"
    assert command(["simulate", str(path), *WORDS, *words, "--out", str(out)]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [path]


def test_a_truncated_file_is_refused(people_file, tmp_path, capsys):
    """Cut anywhere, it is said to be cut short."""
    whole = people_file.read_bytes()
    for size in (0, 3, 1000, len(whole) - 1):
        path = tmp_path / "cut.parquet"
        path.write_bytes(whole[:size])
        out = tmp_path / "out.parquet"
        assert command(["simulate", str(path), *WORDS, "--out", str(out)]) == 2
        assert "cannot be read as Parquet" in capsys.readouterr().err
    half = len(whole) // 2
    path.write_bytes(whole[:4] + b"\0" * (half - 4) + whole[half:])
    assert command(["simulate", str(path), *WORDS, "--out", str(out)]) == 2
    assert sorted(tmp_path.iterdir()) == [path]


def test_values_are_checked_within_lists(tmp_path):
    """Words that are none, reversed bounds, `others` before the end: with the row."""
    asked = question(as_at=day(2020), pins=("501(7)(c)",))
    good = {"kind": 1, "term": (6, 6, 0, 0)}
    cases = [{"sentences": Elements((good, good))}] * 3

    def refused(change):
        table = pa.Table.from_batches([to_batch(cases)])
        rows = table.column("sentences").to_pylist()
        change(rows[2][0])
        column = pa.array(rows, table.schema.field("sentences").type)
        at = table.schema.get_field_index("sentences")
        path = tmp_path / "cases.parquet"
        pq.write_table(table.set_column(at, "sentences", column), path)
        with pytest.raises(BadValue) as raised:
            run(asked, open_people(path), tmp_path / "out.parquet")
        return str(raised.value)

    assert "sentences.kind" in refused(lambda s: s.update(kind=0))
    reversed_ = refused(lambda s: s.update(term_months_at_least=9))
    assert "sentences.term_months_at_least" in reversed_ and "row 3" in reversed_
    assert "before the end of row 3" in refused(lambda s: s.update(others=True))


def test_nulls_are_unknown_and_absent_facts_are_named(tmp_path, capsys):
    """Nulls are fine; the report says which facts the file lacks."""
    path = small(tmp_path, in_australia=TRUTHS)
    out = tmp_path / "out.parquet"
    words = ["simulate", str(path), *WORDS, "--out", str(out), "--format", "json"]
    assert command(words) == 0
    told = json.loads(capsys.readouterr().out)
    (row,) = told["rows"]
    assert row["answer"] == "unknown: fact"
    assert row["persons"] is None and row["suppressed"]
    assert {"sentences", "custody", "visas"} <= set(told["about"]["lacking"])


def test_only_what_is_asked_for_is_read(people_file):
    """The columns of lists are read one by one, not whole."""
    asked = question(pins=("501(7)(c)",))
    people = open_people(people_file)
    batch = next(batches(people, 0, asked.reads()))
    assert "relatives" not in batch.schema.names
    inner = {field.name for field in batch.schema.field("sentences").type.value_type}
    assert {"kind", "term_months_at_least", "others"} <= inner
    assert "violent_offence" not in inner


def test_what_reads_a_fact_without_any_source_is_not_counted(people_file, tmp_path):
    """New Zealand's rule turns on maximum penalties: of made-up people, no number."""
    sample, out = tmp_path / "sample.parquet", tmp_path / "out.parquet"
    pq.write_table(pq.read_table(people_file).slice(0, 500), sample)
    words = ["simulate", str(sample), "--out", str(out), "--provision", "501(3A)"]
    assert command([*words, "--reform", "nz-mirror", "--country", "nz"]) == 0
    rows = Results(out)
    names = [each["name"] for each in rows.told["regimes"]]
    assert names[1:] == ["nz-mirror", "country nz"]
    assert "nz-mirror, 501(3A): cannot be estimated" in as_text(rows)
    sql = (
        "select count(persons), bool_and(why is not null) from results where regime = ?"
    )
    for name in names[1:]:
        assert rows.query(sql, name) == [(0, True)]


def test_a_file_is_not_written_over_while_it_is_read(people_file, tmp_path, capsys):
    """Results never replace the cases that they came from."""
    sample = tmp_path / "sample.parquet"
    pq.write_table(pq.read_table(people_file).slice(0, 10), sample)
    before = sample.read_bytes()
    assert command(["simulate", str(sample), "--out", str(sample)]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert sample.read_bytes() == before


def test_a_missing_file_is_refused(tmp_path):
    """With the command that makes one."""
    with pytest.raises(CaseErrors, match="tasman population make"):
        open_people(tmp_path / "none.parquet")
