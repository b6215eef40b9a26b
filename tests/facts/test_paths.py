"""One fact read and changed by its path."""

import pytest

from tasman.facts.case import NO, Elements
from tasman.facts.errors import CaseErrors
from tasman.facts.loading import parse_case
from tasman.facts.paths import all_fields, field_at, get, put
from tasman.facts.saving import dump_case
from tasman.facts.vocabulary import Person

KINDS = field_at("sentences[0].kind").values
CASE = parse_case(
    """\
tasman_case: 1
as_at: 2020-01-01
assume: {sentences: {aggregate: no}}
born_on: 1980
sentences:
  - {kind: gaol, term: 14m, imposed_on: 2015-02-01}
  - {kind: fine}
  - ...
""",
    "t",
)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("sentences[0].term", (14, 14, 0, 0)),
        ("sentences[1].term", None),
        ("sentences[1].aggregate", NO),
        ("stateless", None),
        ("visas", None),
        ("sentences[1]", {"kind": 1 << KINDS.index("fine"), "aggregate": NO}),
    ],
)
def test_a_path_gives_its_value_or_none(path, value):
    assert get(CASE.facts, path) == value


@pytest.mark.parametrize(
    ("path", "text", "value"),
    [
        ("sentences[0].term", "11m", (11, 11, 0, 0)),
        ("sentences[0].term", "{at_least: 6m, at_most: 12m}", (6, 12, 0, 0)),
        ("sentences[0].term", "unknown", None),
        ("sentences[1].aggregate", "unknown", None),
        ("sentences[0].label", "a: [b", "a: [b"),
        ("stateless", "no", NO),
        ("visas", "[]", Elements()),
        ("visas", "[...]", None),
        ("sentences[1]", "{kind: gaol}", {"kind": 1}),
        ("sentences", "unknown", None),
    ],
)
def test_putting_a_value_gives_a_new_case_that_holds_it(path, text, value):
    before = dump_case(CASE)
    case = put(CASE, path, text)
    assert get(case.facts, path) == value
    assert dump_case(CASE) == before
    assert parse_case(dump_case(case), "t") == case


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("sentnces[0].term", "1m", "there is no field 'sentnces'. Did you mean 'sente"),
        ("sentences[0].trem", "1m", "sentences[0].trem: there is no field 'trem'. Did"),
        (
            "sentences[2].term",
            "1m",
            "the case names no sentences[2]. It has 2, counted",
        ),
        ("visas[0].kind", "partner", "the case names no visas[0]. It has none."),
        ("sentences.term", "1m", "sentences holds no fields"),
        ("born_on[0]", "1980", "born_on is not a list"),
        ("born_on.year", "1980", "born_on holds no fields"),
        ("", "1", "is not a path"),
        ("sentences[x].term", "1", "is not a path"),
        ("sentences[0].term", "14 monhts", "sentences[0].term: '14 monhts' is not a "),
        ("sentences[0].term", "!!python/name:x 1", "tags (!) are refused"),
        ("sentences[0].term", "[", "not YAML"),
        ("sentences[0].term", "", "the file is empty"),
        ("sentences[0].imposed_on", "1979", "is before the person was born"),
    ],
)
def test_a_path_or_value_that_is_wrong_is_named(path, text, said):
    with pytest.raises(CaseErrors) as caught:
        put(CASE, path, text)
    assert said in str(caught.value)


def test_a_change_that_contradicts_brings_its_warning_and_takes_it_away():
    case = put(CASE, "sentences[0].quashed_on", "2015-01-01")
    assert [warning.code for warning in case.warnings] == ["out-of-order"]
    assert put(case, "sentences[0].quashed_on", "never").warnings == ()


def test_every_field_has_a_path_that_leads_to_it():
    paths = all_fields(CASE)
    assert len(paths) == len(set(paths))
    assert {"born_on", "visas", "sentences", "sentences[1].term"} <= set(paths)
    assert "visas[0].kind" not in paths
    for path in paths:
        get(CASE.facts, path)
        assert field_at(path).name == path.split(".")[-1]
    assert set(Person.fields()) <= set(paths)
