"""Every kind of bad input: refused at its line and column, with what to do, in time."""

import os
import time

import pytest

from tasman.facts.errors import MOST_PROBLEMS, CaseErrors
from tasman.facts.loading import load_case, parse_case

BAD = [
    ("born_on: 2014-02-30", "2:10  born_on: '2014-02-30' is not a day of the calendar"),
    ("born_on: 2014-13", "2:10  born_on: '2014-13' is not a day of the calendar"),
    ("born_on: 11/12/2014", "2:10  born_on: '11/12/2014' is not a date. Write"),
    ("born_on: 1700", "2:10  born_on: '1700' is outside Tasman's calendar"),
    ("born_on: [2014]", "2:10  born_on: a list stands where a date belongs"),
    ("born_on: {from: 2015, to: 2014}", "2:10  born_on: `from` is after `to`"),
    ("born_on: {from: 2015-02-30}", "2:17  born_on: '2015-02-30' is not a day"),
    ("born_on: {form: 2015}", "2:11  born_on: 'form' bounds nothing. Write {from"),
    ("born_on: {}", "2:10  born_on: an empty range"),
    ("born_on: never", "2:10  born_on: everyone was born"),
    ("born_on: .nan", "2:10  born_on: '.nan' is not a date"),
    (
        "born_in: new zealand",
        "2:10  born_in: 'new zealand' is not one of its words. "
        "Did you mean 'new_zealand'? Write one of: australia,",
    ),
    ("born_in: []", "2:10  born_in: no word is left possible"),
    ("born_in: [niue, {}]", "2:17  born_in: a mapping stands where a word belongs"),
    ("stateless: perhaps", "2:12  stateless: 'perhaps' is neither yes nor no"),
    ("stateless: 1", "2:12  stateless: '1' is neither yes nor no"),
    ("stateless: {}", "2:12  stateless: a mapping stands where yes or no belongs"),
    ("sentences: {}", "2:12  sentences: a list belongs here"),
    ("sentences: gaol", "2:12  sentences: a list belongs here"),
    ("sentences: [gaol]", "2:13  sentences[0]: not a sentence: a mapping of fields"),
    ("sentences: [..., {}]", "2:13  sentences[0]: only the last item may be others"),
    ("sentences: [{term: -3m}]", "2:20  sentences[0].term: '-3m' is negative"),
    (
        "sentences: [{term: 14 monhts}]",
        "2:20  sentences[0].term: '14 monhts' is not a "
        "length of time. Write it as pronounced, such as 14m",
    ),
    ("sentences: [{term: 14}]", "2:20  sentences[0].term: '14' is not a length"),
    ("sentences: [{term: .inf}]", "2:20  sentences[0].term: '.inf' is not a length"),
    ("sentences: [{term: 999y}]", "2:20  sentences[0].term: '999y' is longer than 200"),
    ("sentences: [{term: 99999999999999999999y}]", "is not a length of time"),
    (
        "sentences: [{term: {at_least: 11m28d, at_most: 12m}}]",
        "2:20  sentences[0].term: `at_least` is more than `at_most`",
    ),
    ("sentences: [{kind: goal}]", "Did you mean 'gaol'?"),
    (
        "sentences: [{kin: gaol}]",
        "2:14  sentences[0]: there is no field 'kin'. Did you mean 'kind'?",
    ),
    ("sentences: [{position: 1}]", "there is no field 'position'"),
    ("sentnces: []", "2:1  there is no field 'sentnces'. Did you mean 'sentences'?"),
    ("asat: 2014-12-11", "2:1  there is no field 'asat'. Did you mean 'as_at'?"),
    ("as_at: 2014-12", "2:8  as_at: '2014-12' is not one day"),
    ("as_at: [2014]", "2:8  as_at: as_at is one day"),
    ("label: []", "2:8  label: a list stands where text belongs"),
    ("born_on: 1980\nborn_on: 1981", "3:1  born_on: given twice, first on line 2"),
    ("sentences: [{kind: fine, kind: bond}]", "2:26  sentences[0].kind: given twice"),
    ("label: a\nlabel: b", "3:1  label: given twice, first on line 2"),
    ("assume: yes", "2:9  assume: a mapping by list belongs here"),
    ("assume: {sentence: {}}", "2:10  assume: there is no field 'sentence'. Did you"),
    ("assume: {sentences: {quashed: never}}", "Did you mean 'quashed_on'?"),
    ("? [a]\n: b", "2:3  a key must be one word"),
    ("a: &x 1\nb: *x", "2:4  anchors (&) and aliases (*) are refused"),
    ("b: *x", "2:4  anchors (&) and aliases (*) are refused"),
    ("a: !!python/object/apply:os.system [ls]", "2:4  tags (!) are refused"),
    ("a: !!str x", "2:4  tags (!) are refused"),
    ("--- \ntasman_case: 1", "2:1  a second document begins here"),
    ("a: [1, 2", "not YAML"),
    ("a: b: c", "2:5  not YAML: mapping values are not allowed in this context"),
    ("\ta: b", "not YAML"),
    ("a: \x07", "not YAML: control characters are not allowed"),
    ("a: \ud800", "half a character"),
    ("a: " + "[" * 30 + "]" * 30, "nested more than 20 levels deep"),
]


@pytest.mark.parametrize(("lines", "said"), BAD)
def test_a_fault_is_named_with_its_place_and_its_cure(lines, said):
    with pytest.raises(CaseErrors) as caught:
        parse_case(f"tasman_case: 1\n{lines}\n", "case.yaml")
    assert said in str(caught.value)
    for error in caught.value.errors:
        assert str(error).startswith(f"case.yaml:{error.line}:{error.column}  ")
        assert error.fix


BAD_JSON = [
    ("", "1:1  the file is empty"),
    ('{"tasman_case": 1,}', "1:19  not JSON: a key in quotation marks expected"),
    ('{"tasman_case": 1, "a": [1,]}', "1:28  not JSON: a value expected"),
    ('{"tasman_case": 1, "born_on": NaN}', "1:31  not JSON: 'NaN' is not a value"),
    ('{"tasman_case": 1, "born_on": -Infinity}', "'-Infinity' is not a value"),
    ('{"tasman_case": 1, "born_on": 01}', "not JSON: '01' is not a value"),
    ('{"tasman_case": 1} {}', "1:20  not JSON: something follows"),
    ("{'tasman_case': 1}", "1:2  not JSON: a key in quotation marks expected"),
    ('{"tasman_case": 1, "label": "a', "1:29  not JSON: Unterminated string"),
    ('{"tasman_case": 1, "label": "\\ud800"}', "half a character"),
    ('{"tasman_case": 1,\n "born_on": "x"}', "2:13  born_on: 'x' is not a date"),
    ('{"tasman_case": 1, "label": "", "label": ""}', "1:33  label: given twice"),
    ('{"tasman_case": 1, "born_on": 2014.5}', "'2014.5' is not a date"),
    ('{"tasman_case": 1, "a": ' + "[" * 30 + "]" * 30 + "}", "nested more than 20"),
    ('{"tasman_case": 1 // one\n}', "not JSON: ',' expected"),
]


@pytest.mark.parametrize(("text", "said"), BAD_JSON)
def test_bad_json_is_named_with_its_place(text, said):
    with pytest.raises(CaseErrors) as caught:
        parse_case(text, "case.json", format="json")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "t:1:1  the file is empty. Begin it with `tasman_case: 1`."),
        ("# only a comment\n", "the file is empty"),
        ("just words", "t:1:1  not a case file: no fields. Begin the file with"),
        ("{}", "not a case file: no fields"),
        ("- a\n", "not a case file: no fields"),
        ("born_on: 1980\n", "t:1:1  the first key is 'born_on'. Begin the file with"),
        ("label: x\ntasman_case: 1\n", "the first key is 'label'"),
        ("tasman_case: one\n", "t:1:14  tasman_case: not a version number"),
        ("tasman_case: 1.0\n", "not a version number"),
        ("tasman_case: -1\n", "not a version number"),
        ("tasman_case: [1]\n", "not a version number"),
        ("tasman_case: 2\nwho: knows\n", "version 2 is newer than this Tasman reads"),
        ("tasman_case: 0\nborn: 1980\n", "Run `tasman migrate t`: it keeps a backup"),
    ],
)
def test_the_file_must_begin_with_its_version(text, said):
    with pytest.raises(CaseErrors) as caught:
        parse_case(text, "t")
    assert said in str(caught.value)
    assert len(caught.value.errors) == 1


def test_all_the_faults_of_a_file_are_reported_in_order_up_to_a_bound():
    few = "".join(f"x{i}: 1\n" for i in range(3))
    with pytest.raises(CaseErrors) as caught:
        parse_case(f"tasman_case: 1\n{few}born_on: x\n", "t")
    assert [error.line for error in caught.value.errors] == [2, 3, 4, 5]
    many = "".join(f"x{i}: 1\n" for i in range(500))
    with pytest.raises(CaseErrors) as caught:
        parse_case(f"tasman_case: 1\n{many}", "t")
    assert len(caught.value.errors) == MOST_PROBLEMS
    assert "there may be more" in str(caught.value)


def test_a_message_is_short_and_safe_to_print_whatever_the_file_holds():
    with pytest.raises(CaseErrors) as caught:
        parse_case('tasman_case: 1\nborn_in: "\\e[2J' + "x" * 100_000 + '"\n', "t")
    assert len(str(caught.value)) < 700
    assert "\x1b" not in str(caught.value)


HOSTILE = {
    "wide": "tasman_case: 1\nsentences:\n" + "- {}\n" * 380_000,
    "deep": "tasman_case: 1\na: " + "[" * 1_900_000,
    "deep mappings": "tasman_case: 1\na: " + "{a: " * 480_000,
    "deep block": "tasman_case: 1\n"
    + "".join(" " * i + "a:\n" for i in range(1, 1900)),
    "aliases": "tasman_case: 1\na: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "one key": "tasman_case: 1\n" + "x" * 1_900_000 + ": 1\n",
    "many keys": "tasman_case: 1\n" + "".join(f"k{i}: 1\n" for i in range(150_000)),
    "one word": "tasman_case: 1\nborn_in: " + "n" * 1_900_000,
    "one number": "tasman_case: " + "1" * 1_900_000,
    "one term": "tasman_case: 1\nsentences: [{term: " + "1m" * 900_000 + "}]",
    "custody": "tasman_case: 1\ncustody:\n"
    + "- {place: gaol, full_time: yes, began_on: 2014, ended_on: never}\n" * 9_000,
    "quotes": "tasman_case: 1\nlabel: " + '"' * 1_900_001,
    "comments": "#\n" * 900_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_dealt_with_in_bounded_time(name):
    """A guard against explosion, not a measure of speed: processor time, bounded."""
    started = time.process_time()
    try:
        parse_case(HOSTILE[name], "t")
    except CaseErrors as error:
        assert len(str(error)) < 20_000
    assert time.process_time() - started < 30


def test_ten_thousand_elements_are_the_most():
    text = "tasman_case: 1\nsentences:\n" + "- {}\n" * 10_000
    assert len(parse_case(text, "t").facts["sentences"].items) == 10_000
    with pytest.raises(CaseErrors, match="more than 10,000 list items"):
        parse_case(text + "- {}\n", "t")


FILES = [
    (b"\x00\x01\x02", "is not a text file"),
    (b"tasman_case: 1\nlabel: a\x00b", "is not a text file"),
    (b"tasman_case: 1\nlabel: caf\xe9\n", ":2:11  is not UTF-8"),
    ("tasman_case: 1".encode("utf-16"), "is UTF-16, not UTF-8"),
    (b"\x89PNG\r\n\x1a\n", ":1:1  is not UTF-8"),
    (b"", "the file is empty"),
]


@pytest.mark.parametrize(("data", "said"), FILES)
def test_a_file_that_is_not_text_is_refused(tmp_path, data, said):
    path = tmp_path / "case.yaml"
    path.write_bytes(data)
    with pytest.raises(CaseErrors) as caught:
        load_case(path)
    assert said in str(caught.value)
    assert str(caught.value).startswith(str(path))


def test_a_path_that_is_no_ordinary_file_is_refused(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path, said in (
        (tmp_path / "absent.yaml", "there is no such file"),
        (tmp_path, "is a directory"),
        (tmp_path / "pipe", "is not an ordinary file"),
        ("/dev/zero", "is not an ordinary file"),
        ("nul\0l", "there is no such file"),
        ("x" * 5000, "cannot be read"),
    ):
        with pytest.raises(CaseErrors, match=said):
            load_case(path)


def test_fifty_megabytes_are_refused_unread(tmp_path):
    path = tmp_path / "large.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(CaseErrors, match="is larger than 2 MB"):
        load_case(path)


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbftasman_case: 1\r\nlabel: a\r\n")
    assert load_case(path).label == "a"
