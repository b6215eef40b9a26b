"""Tables of people through the machine, as a programmer would hand them over."""

import re
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest

import tasman
from tasman.facts.arrow import to_batch
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import parse_day
from tasman.facts.errors import FactsError
from tasman.facts.loading import load_case
from tasman.facts.vocabulary import Person
from tasman.rules.errors import UnknownProvision
from tests.facts.in_words import worded

ROOT = Path(__file__).resolve().parents[1]
DAY = "2020-06-30"
GAOL = {"kind": "gaol", "imposed_on": "2019-03-04", "jurisdiction": "qld"}
STANDS = dict.fromkeys(("quashed_on", "pardoned_on", "replaced_on"), "never")


def people(*terms):
    """A mapping of columns: a New Zealander for each term of a sentence of 2019."""
    count = len(terms)
    sentence = GAOL | STANDS | {"taken_never_convicted": "no"}
    return {
        "born_on": ["1985-02-01"] * count,
        "sentences": [[sentence | {"term": term}] for term in terms],
    }


def column(answers, name):
    return answers.column(name).to_pylist()


def test_answers_as_numbers_and_as_words():
    """Both sides of twelve months; and a term not known, which stays unknown."""
    table = people("11m", "12m", None)
    limb = "501(7)(c)"
    assert column(tasman.answers(table, [limb], as_at=DAY), limb) == [NO, YES, UNKNOWN]
    words = tasman.answers(tasman.batch(table), [limb], as_at=DAY, words=True)
    assert column(words, limb) == ["no", "yes", "unknown"]


def test_a_conclusion_that_says_the_opposite_is_turned():
    """Who fails the test does not pass it."""
    names = ["passes_character_test", "501(6)"]
    found = tasman.answers(people("12m", "1d"), names, as_at=DAY)
    passes, fails = (np.array(column(found, name)) for name in names)
    assert list(passes) == list(YES - fails)
    assert passes[0] == NO


def test_kinds_of_unknown_stand_beside_the_answers():
    """A term that is missing can be found out."""
    found = tasman.answers(
        people(None), ["501(7)(c)"], as_at=DAY, words=True, kinds=True
    )
    assert column(found, "501(7)(c)_kinds") == ["fact"]
    known = tasman.answers(people("12m"), ["501(7)(c)"], as_at=DAY, kinds=True)
    assert column(known, "501(7)(c)_kinds") == [0]


def test_days_come_from_the_columns_unless_given():
    """The duty began on 2014-12-11; a day given stands over the column."""
    days = {"as_at": ["2020-06-30"] * 2, "law_at": ["2014-12-10", "2014-12-11"]}
    table = people("11m", "11m") | days
    limb = "501(7)(d)"
    duty = "must_be_cancelled"
    assert column(tasman.answers(table, [duty]), duty)[0] == NO
    by_row = tasman.answers(table, [limb, duty])
    both = tasman.answers(table, [limb, duty], law="2014-12-10")
    assert column(by_row, duty)[1] != NO
    assert column(both, duty) == [NO, NO]


def test_a_day_before_the_law_is_covered_is_unknown_not_no():
    """Tasman answers for s 501 from 1999-06-01."""
    days = {"as_at": ["2020-06-30"] * 2, "law_at": ["1999-05-31", "1999-06-01"]}
    found = tasman.answers(
        people("12m", "12m") | days, ["501(6)"], words=True, kinds=True
    )
    assert column(found, "501(6)") == ["unknown", "yes"]
    assert column(found, "501(6)_kinds") == ["not_covered", ""]


def test_a_reform_is_asked_by_its_name():
    """A sentence of fourteen months no longer calls for cancellation."""
    one = to_batch([load_case(ROOT / "examples" / "arrived-aged-one.yaml").facts])
    duty, day = "must_be_cancelled", "2026-11-20"
    now = tasman.answers(one, [duty], as_at=day)
    then = tasman.answers(one, [duty], as_at=day, reform="duty-from-24-months")
    assert (column(now, duty), column(then, duty)) == ([YES], [NO])


@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*.yaml")), ids=lambda path: path.name
)
def test_a_case_file_and_its_row_in_words_are_answered_alike(path):
    """The machine says of a table what it says of the same facts from a file."""
    facts = load_case(path).facts
    row = {name: [value] for name, value in worded(Person, facts).items()}
    options = {"as_at": DAY, "law": "2026-11-20", "kinds": True}
    filed = tasman.answers(to_batch([facts]), **options)
    assert tasman.answers(row, **options).equals(filed)


def test_words_are_not_taken_for_nothing():
    """The machine would pass over columns in words: they are refused."""
    worded = pa.record_batch({"born_on": ["1990-01-01"]})
    with pytest.raises(FactsError, match=r"born_on is in words.*tasman\.batch"):
        tasman.answers(worded, as_at=DAY)
    inner = pa.record_batch({"sentences": pa.array([[{"term": "12m"}]])})
    with pytest.raises(FactsError, match=r"sentences\.term is in words"):
        tasman.answers(inner, as_at=DAY)


def test_people_who_cannot_be_are_refused_unless_trusted():
    """Row and fact are named; `check=False` leaves it to the caller."""
    table = people("1m", "1m") | {"born_on": ["1985", "2020-01-01"]}
    with pytest.raises(FactsError, match=r"row 2, sentences\[0\]\.imposed_on: .*born"):
        tasman.batch(table)
    assert tasman.batch(table, check=False).num_rows == 2


def test_only_the_last_element_may_stand_for_others():
    """A mark before the end of a list is refused."""
    table = people("1m")
    table["sentences"] = [[{"others": True}, {"others": False, "term": "1m"}]]
    with pytest.raises(FactsError, match=r"sentences\.others is set before the end"):
        tasman.batch(table)


def test_a_conclusion_that_there_is_not_is_named():
    """As everywhere else."""
    with pytest.raises(UnknownProvision, match="501\\(99\\)"):
        tasman.answers(people("1m"), ["501(99)"], as_at=DAY)


def test_days_may_be_numbers():
    """Day 0 is 1970-01-01, not a day left out."""
    found = tasman.answers(people("12m"), ["501(7)(c)"], as_at=0, law=parse_day(DAY))
    assert column(found, "501(7)(c)") == [NO]


def test_the_example_in_the_documentation_runs():
    """The page's code, as it stands, gives the answers printed beneath it."""
    page = (ROOT / "docs" / "populations.md").read_text(encoding="utf-8")
    section = page.partition("## From a data frame")[2].partition("\n## ")[0]
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", section, re.M)
    code, shown = (re.sub(r"(?m)^    ", "", block).strip() for block in blocks[:2])
    *lines, last = code.splitlines()
    names: dict[str, object] = {}
    exec("\n".join(lines), names)
    assert str(eval(last, names)) == shown
