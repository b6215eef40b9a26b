"""Tables in words: the same facts as case files, and errors that say where."""

import datetime
import random

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.facts.arrow import to_batch, to_cases
from tasman.facts.case import NO, YES, Elements
from tasman.facts.days import day
from tasman.facts.errors import FactsError
from tasman.facts.fields import ListField, TextField
from tasman.facts.vocabulary import Person
from tasman.facts.worded import from_words
from tests.facts import strategies
from tests.facts.in_words import worded


def read(table, **options):
    """The facts of each row of a table in words."""
    return list(to_cases(from_words(table, **options)))


def without_text(facts, record=Person):
    """The facts less words for people, which no table of the machine holds."""
    found = {}
    for name, value in facts.items():
        field = record.fields()[name]
        if isinstance(field, ListField):
            items = tuple(without_text(item, field.of) for item in value.items)
            rest = value.rest and without_text(value.rest, field.of)
            found[name] = Elements(items, rest)
        elif not isinstance(field, TextField):
            found[name] = value
    return found


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 2**32))
def test_a_table_says_what_a_case_file_says(seed):
    """Random facts, written as a file would write them, come back through a table."""
    facts = strategies.random_facts(random.Random(seed))
    columns = {name: [value] for name, value in worded(Person, facts).items()}
    [back] = read(columns) if columns else [{}]
    assert back == without_text(facts)


def test_rows_have_types_of_every_kind():
    """Words, booleans, dates, parts of dates, ranges, several words, nulls."""
    table = pa.table(
        {
            "id": [1, 2, 3],
            "in_australia": [True, False, None],
            "born_on": ["2014-12", "1990-05-01", ""],
            "stays": [
                [
                    {
                        "arrived_on": datetime.date(2001, 2, 3),
                        "footing": ["permanent", "temporary"],
                        "departed_on": {"from": "2005", "to": None},
                    }
                ],
                [],
                None,
            ],
            "as_at": [datetime.datetime(2020, 1, 2, 13)] * 3,
        }
    )
    first, second, third = read(table, leave_out=["id"])
    assert first["in_australia"] == YES and second["in_australia"] == NO
    assert first["born_on"] == (day(2014, 12, 1), day(2014, 12, 31))
    assert second["born_on"] == (day(1990, 5, 1),) * 2
    [stay] = first["stays"].items
    assert stay["arrived_on"] == (day(2001, 2, 3),) * 2
    assert stay["departed_on"] == (day(2005), 90000)
    assert second["stays"] == Elements((), None)
    assert third == {}
    days = from_words(table, leave_out=["id"]).column("as_at")
    assert days.to_pylist() == [datetime.date(2020, 1, 2)] * 3


def test_whoever_speaks_arrow_is_understood():
    """A capsule of a stream, with views and categories as other libraries send them."""

    class Frame:
        def __init__(self, table):
            self._table = table

        def __arrow_c_stream__(self, requested_schema=None):
            return self._table.__arrow_c_stream__(requested_schema)

    countries = pa.array([[{"country": "new_zealand"}], None])
    words = pa.array(["1985", "1986-02-03"]).cast(pa.string_view())
    large = countries.cast(pa.large_list(countries.type.value_type))
    sex = pa.array(["yes", "no"]).dictionary_encode()
    table = pa.table({"born_on": words, "citizenships": large, "in_australia": sex})
    assert read(Frame(table)) == [
        {
            "born_on": (day(1985), day(1985, 12, 31)),
            "citizenships": Elements(({"country": 2},), None),
            "in_australia": YES,
        },
        {"born_on": (day(1986, 2, 3),) * 2, "in_australia": NO},
    ]


def test_pandas_frames_are_understood_whatever_their_index():
    """Missing values are unknown; the index is no fact."""
    pandas = pytest.importorskip("pandas")
    columns = {"born_on": ["1990-05-01", None], "years_contributing": [3.0, None]}
    frame = pandas.DataFrame(columns, index=["a", "b"])
    first, second = read(frame)
    assert first == {"born_on": (day(1990, 5, 1),) * 2, "years_contributing": (3, 3)}
    assert second == {}


def test_lists_that_are_null_hide_no_elements():
    """What lies under a null list is nobody's: the next row keeps its own."""
    terms = pa.array([{"term": "1m"}, {"term": "2m"}, {"term": "3m"}])
    lists = pa.ListArray.from_arrays(
        pa.array([0, 1, 2, 3], pa.int32()),
        terms,
        mask=pa.array([False, True, False]),
    )
    table = pa.table({"sentences": lists})
    first, second, third = read(table)
    assert first["sentences"].items == ({"term": (1, 1, 0, 0)},)
    assert second == {}
    assert third["sentences"].items == ({"term": (3, 3, 0, 0)},)
    assert read(table.slice(2)) == [third]
    bad = pa.ListArray.from_arrays(
        pa.array([0, 1, 2, 3], pa.int32()),
        pa.array([{"term": "1m"}, {"term": "2m"}, {"term": "six"}]),
        mask=pa.array([False, True, False]),
    )
    with pytest.raises(FactsError, match=r"row 3, sentences\[0\]\.term: 'six'"):
        read({"sentences": bad})


WRONG = {
    "a misspelt column": ({"bron_on": ["1990"]}, "column bron_on.*'born_on'"),
    "a misspelt part": (
        {"sentences": [[{"trem": "6m"}]]},
        r"column sentences\.trem.*'term'",
    ),
    "a word that is none": (
        {"citizenships": [[], [{"country": "australia"}, {"country": "nz"}]]},
        r"row 2, citizenships\[1\]\.country: 'nz'",
    ),
    "ones for yes": ({"in_australia": [None, 1]}, "row 2, in_australia: '1'"),
    "a moment in no place": (
        {"born_on": [datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)]},
        "row 1, born_on: .* is not a date",
    ),
    "a day that is none": ({"born_on": ["1990-02-30"]}, "row 1, born_on: .*calendar"),
    "a list of words": ({"sentences": [["6m"]]}, "column sentences: is list"),
    "a lone struct": ({"sentences": [{"term": "6m"}]}, "column sentences: is struct"),
    "a null element": ({"sentences": [[], [None]]}, r"row 2, sentences\[0\]"),
    "marks that are numbers": (
        {"sentences": [[{"others": 1}]]},
        r"column sentences\.others: is int64",
    ),
    "half a clock": ({"as_at": ["2020"]}, "row 1, as_at: is not one day"),
    "no clock": ({"as_at": ["2020-01-01", None]}, "row 2, as_at: is not one day"),
    "the machine's form": ({"born_on_from": [1]}, "column born_on_from.*machine's"),
    "types that mix": ({"born_on": ["1990", 3]}, "no table that Arrow can read"),
    "no table": (7, "no table that Arrow can read"),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_read_is_named_with_its_row(name):
    """Column and row, what is wrong, and what to write."""
    table, said = WRONG[name]
    with pytest.raises(FactsError, match=f"(?s){said}"):
        from_words(table)


def test_two_columns_of_one_name_are_refused():
    """Neither is taken silently."""
    twice = pa.table([["1990"], ["1991"]], names=["born_on", "born_on"])
    with pytest.raises(FactsError, match="column born_on: stands twice"):
        from_words(twice)


def test_a_category_that_no_row_is_in_harms_nobody():
    """Only cells that rows hold are read for faults."""
    words = pa.DictionaryArray.from_arrays(pa.array([0]), pa.array(["yes", "perhaps"]))
    assert read({"in_australia": words}) == [{"in_australia": YES}]


def test_a_table_of_nothing_keeps_its_rows():
    """Columns that are all null, or none but an id, are people of whom none knows."""
    table = pa.table({"born_on": pa.nulls(2), "id": [1, 2]})
    assert read(table, leave_out="id") == [{}, {}]


def test_a_table_without_rows_is_a_batch_without_rows():
    """Whatever its columns, lists among them; chunks of a table become one batch."""
    terms = pa.list_(pa.struct([("term", pa.string())]))
    born, sentences = pa.array([], pa.string()), pa.array([], terms)
    empty = pa.table({"born_on": born, "sentences": sentences})
    assert read(empty) == []
    chunks = pa.table({"born_on": pa.chunked_array([["1990"], ["1991", None]])})
    assert [facts.get("born_on", (0,))[0] for facts in read(chunks)] == [
        day(1990), day(1991), 0
    ]  # fmt: skip


def test_a_column_to_leave_out_must_be_there():
    """A misspelt one would be a fact left in, or nothing."""
    with pytest.raises(FactsError, match=r"column idd: there is no such.*'id'"):
        from_words({"id": [1], "born_on": ["1990"]}, leave_out=["id", "idd"])


def test_a_table_gives_the_columns_of_the_cases_it_states():
    """Types are those of the schema, so that files and machine take them."""
    table = {"born_on": ["1990-05-01"], "sentences": [[{"term": "14m"}]]}
    found = from_words(table)
    whole = to_batch(list(to_cases(found)))
    for name in ("born_on_from", "born_on_to"):
        assert found.column(name).equals(whole.column(name))
