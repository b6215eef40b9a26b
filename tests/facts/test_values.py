"""Every form in which a case file may give a value, and what it means."""

import pytest

from tasman.facts.case import NO, YES, Elements
from tasman.facts.days import EARLIEST, NEVER, day
from tasman.facts.fields import (
    ChoiceField,
    DateField,
    ListField,
    NumberField,
    Record,
    TermField,
    TextField,
    TruthField,
)
from tasman.facts.loading import parse_case
from tasman.facts.terms import MOST_DAYS, MOST_MONTHS


class Thing(Record):
    """An invented element."""

    label = TextField("Words.")
    colour = ChoiceField("Colour.", "red", "green", "blue")
    size = NumberField("Size.", least=1, most=9)
    bent = TruthField("Bent.")
    made_on = DateField("Day made.")


class Shelf(Record):
    """An invented root, with one field of each type."""

    label_of_shelf = TextField("Words.")
    full = TruthField("Full.")
    built_on = DateField("Day built.")
    lease = TermField("Lease.")
    width = NumberField("Width.", least=0, most=100)
    wood = ChoiceField("Wood.", "oak", "kauri", "pine")
    things = ListField("Things.", Thing, happens="made_on")


def read(line, format="yaml"):
    return parse_case(line, "t", format=format, record=Shelf).facts


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("full: yes", YES),
        ("full: no", NO),
        ("full: true", YES),
        ("full: False", NO),
        ("full: 'yes'", YES),
        ("full: unknown", None),
        ("full:", None),
        ("full: null", None),
        ("full: ~", None),
        ("built_on: 2014-12-11", (day(2014, 12, 11), day(2014, 12, 11))),
        ("built_on: 2014-12", (day(2014, 12), day(2014, 12, 31))),
        ("built_on: 2016-02", (day(2016, 2), day(2016, 2, 29))),
        ("built_on: 2014", (day(2014), day(2014, 12, 31))),
        ("built_on: '2014'", (day(2014), day(2014, 12, 31))),
        ("built_on: never", (NEVER, NEVER)),
        ("built_on: unknown", None),
        (
            "built_on: {from: 2014-12-01, to: 2014-12-20}",
            (day(2014, 12), day(2014, 12, 20)),
        ),
        ("built_on: {from: 2014, to: 2015}", (day(2014), day(2015, 12, 31))),
        ("built_on: {from: 2014-12-01}", (day(2014, 12), NEVER)),
        ("built_on: {from: 2014-12-01, to: never}", (day(2014, 12), NEVER)),
        ("built_on: {to: 2014-12}", (EARLIEST, day(2014, 12, 31))),
        ("built_on: {from: unknown}", None),
        ("lease: 14m", (14, 14, 0, 0)),
        ("lease: 1y6m", (18, 18, 0, 0)),
        ("lease: 52w", (0, 0, 364, 364)),
        ("lease: 104d", (0, 0, 104, 104)),
        ("lease: 14 months", (14, 14, 0, 0)),
        ("lease: 1 year and 6 months", (18, 18, 0, 0)),
        ("lease: 1 year, 6 months and 3 days", (18, 18, 3, 3)),
        ("lease: 0d", (0, 0, 0, 0)),
        ("lease: unknown", None),
        ("lease: {at_least: 6m, at_most: 12m}", (6, 12, 0, 0)),
        ("lease: {at_least: 6m}", (6, MOST_MONTHS, 0, MOST_DAYS)),
        ("lease: {at_most: 30d}", (0, 0, 0, 30)),
        ("width: 12", (12, 12)),
        ("width: {at_least: 3, at_most: 5}", (3, 5)),
        ("width: {at_least: 3}", (3, 100)),
        ("width: {at_most: 100}", None),
        ("wood: oak", 1),
        ("wood: [oak, pine]", 5),
        ("wood: [oak, pine, kauri]", None),
        ("label_of_shelf: yes", "yes"),
        ("label_of_shelf: unknown", "unknown"),
        ('label_of_shelf: ""', ""),
        ("label_of_shelf:", None),
    ],
)
def test_a_value_means_what_its_form_says(line, value):
    facts = read(f"tasman_case: 1\n{line}\n")
    name = line.split(":")[0]
    assert facts.get(name) == value
    assert (value is None) == (name not in facts)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ('"full": true', {"full": YES}),
        ('"full": "no"', {"full": NO}),
        ('"full": null', {}),
        ('"built_on": 2014', {"built_on": (day(2014), day(2014, 12, 31))}),
        ('"width": 12', {"width": (12, 12)}),
        (
            '"label_of_shelf": "caf\\u00e9 \\ud83d\\ude00"',
            {"label_of_shelf": "café 😀"},
        ),
        ('"things": ["..."]', {}),
        ('"things": [{"bent": false}]', {"things": Elements(({"bent": NO},))}),
        ('\t"wood" : [ "oak" ,\r\n "pine" ]', {"wood": 5}),
    ],
)
def test_json_says_the_same(value, expected):
    assert read(f'{{"tasman_case": 1, {value}}}', "json") == expected


RED = {"colour": 1}


@pytest.mark.parametrize(
    ("yaml", "elements"),
    [
        ("things: []", Elements()),
        ("things: unknown", None),
        ("things:", None),
        ("things: [...]", None),
        ("things:\n  - ...", None),
        ("things:\n- ...", None),
        ("things: [others: {}]", None),
        ("things: [others: ]", None),
        ("things: [{colour: red}]", Elements((RED,))),
        ("things:\n  - colour: red\n  - ...", Elements((RED,), {})),
        ("things:\n  - colour: red\n  - '...'", Elements((RED,), {})),
        ("things: [others: {colour: red}]", Elements((), RED)),
        ("things: [{}, {colour: red}]", Elements(({}, RED))),
    ],
)
def test_a_list_is_complete_unless_it_says_otherwise(yaml, elements):
    assert read(f"tasman_case: 1\n{yaml}\n").get("things") == elements


ASSUMED = """\
tasman_case: 1
assume:
  things: {bent: no, colour: red}
  shelf: {full: yes}
things:
  - size: 1
  - {colour: green, bent: unknown}
  - others: {size: 2}
""".replace("shelf:", "person:")


def test_what_is_assumed_holds_of_the_named_unless_they_say_otherwise():
    case = parse_case(ASSUMED, "t", record=Shelf)
    named = ({"size": (1, 1), "bent": NO, "colour": 1}, {"colour": 2})
    assert case.facts["things"] == Elements(named, {"size": (2, 2)})
    assert case.facts["full"] == YES
    assert case.assumed == ("things.bent: no", "things.colour: red", "person.full: yes")

    case = parse_case("tasman_case: 1\nlabel: x\nabout: y\nas_at: 2026-11-21\n", "t")
    assert (case.label, case.about, case.as_at) == ("x", "y", day(2026, 11, 21))
    assert parse_case("\ufefftasman_case: 1".lstrip("\ufeff"), "t").facts == {}
