"""What is not known stays unknown; what is not engaged is neutral; no score."""

import json
import re

import pytest

from tasman.casework.weighed import ALWAYS
from tasman.facts.case import NO, UNKNOWN, YES, Elements
from tasman.law.au.directions import DIRECTIONS
from tasman.rules.evaluate import Element, Evaluation
from tests.directions.patterns import KNOWN, case, children, directions_law, under
from tests.directions.test_sample_facts import SAMPLES

EVERY = [
    (number, row.pinpoint, row.of_child)
    for number, direction in DIRECTIONS.items()
    for row in direction.considerations
]


@pytest.mark.parametrize(("number", "pinpoint", "of_child"), EVERY)
def test_nothing_known_is_never_not_engaged(number, pinpoint, of_child):
    """Of an empty case each consideration is unknown, or engaged for everyone."""
    day = DIRECTIONS[number].entry.first_day
    law = Evaluation(directions_law(), {}, as_at=day, law_at=day, known_at=KNOWN)
    child = (Element("Child", {}, "children[0].", 0),) if of_child else ()
    assert law.provision(pinpoint, *child)[0] in (UNKNOWN, YES)


def test_only_what_counts_for_everyone_is_engaged_in_an_empty_case():
    """Protection, ties, expectations, legal consequences: the rest waits for facts."""
    report = under(110, {})
    heads = {w.row.topic: w.truth for w in report.considerations}
    assert {topic for topic, truth in heads.items() if truth == YES} == {
        "protection",
        "ties",
        "expectations",
        "legal_consequences",
    }
    assert NO not in heads.values()


@pytest.mark.parametrize("number", DIRECTIONS)
def test_what_is_not_engaged_is_neutral(number):
    """An irrelevant consideration weighs neither way."""
    report = under(number, case(), power="501(2)")
    for weighed in report.all_weighed():
        if weighed.truth == NO:
            assert weighed.weighs == ("neutral",)
            assert weighed.to_dict()["weight"] == ""


def test_no_children_is_not_against():
    """[2007] FCA 1249 at [24]: the absence of children is no reason to cancel."""
    weighed = under(21, case(), power="501(2)").find("children")
    assert (weighed.truth, weighed.weighs) == (NO, ("neutral",))


UNANSWERED = [
    ("offences", ..., "violent_or_sexual", UNKNOWN),
    ("victims", ..., "victims", UNKNOWN),
    ("violence_reports", ..., "violence_reported", UNKNOWN),
    ("rehabilitation_done", ..., "rehabilitation", UNKNOWN),
    ("rehabilitation_done", "no", "rehabilitation", NO),
    ("years_contributing", ..., "contribution", UNKNOWN),
    ("years_contributing", 0, "contribution", NO),
    ("years_contributing", 1, "contribution", YES),
    ("warned_on", ..., "after_warning", NO),  # no offence, so no warning was ignored
]


@pytest.mark.parametrize(("field", "value", "topic", "truth"), UNANSWERED)
def test_a_missing_fact_leaves_it_unknown(field, value, topic, truth):
    """Absent is unknown; only what is said to be absent is not engaged."""
    facts = dict(case() if value is ... else case(**{field: value}))
    if value is ...:
        facts.pop(field)
    assert under(110, facts).find(topic).truth == truth


REPORT = {
    "source": "police",
    "made_on": "2020-01-01",
    "relation": "spouse_or_de_facto",
    "independent": "yes",
    "person_could_answer": "yes",
}
GATES = [
    ({}, YES),
    ({"person_could_answer": "no"}, NO),
    ({"person_could_answer": None}, UNKNOWN),
    ({"independent": "no"}, NO),
    ({"independent": None}, UNKNOWN),
    ({"relation": "not_family"}, NO),
    ({"relation": "intimate_partner"}, UNKNOWN),
    ({"relation": "parent"}, YES),
    ({"made_on": "2023-06-02"}, NO),
]


@pytest.mark.parametrize(("change", "truth"), GATES)
def test_the_gate_of_family_violence(change, truth):
    """8.2(2)(b): independent, authoritative, fairly put, and of the family."""
    report = {k: v for k, v in {**REPORT, **change}.items() if v is not None}
    assert (
        under(90, case(violence_reports=[report])).find("family_violence").truth
        == truth
    )


# Ages on 2023-06-01: the eighteenth birthday itself is the first day out.
MINORS = [
    ("2005-06-01", NO),
    ("2005-06-02", YES),
    ("2005-06", UNKNOWN),
    ("2023-06-01", YES),
]


@pytest.mark.parametrize(("born_on", "truth"), MINORS)
def test_a_child_is_under_eighteen(born_on, truth):
    """A child counts until the day before the eighteenth birthday."""
    report = under(99, case(children=[{"born_on": born_on}]))
    assert report.find("children").truth == truth
    (child,) = report.children
    assert child.interests.truth == truth


# Born 1990-01-01: resident before the 12th birthday, before the 18th, or later.
GREW_UP = [
    ("2001-12-31", YES),
    ("2002-01-01", UNKNOWN),
    ("2007-12-31", UNKNOWN),
    ("2008-01-01", NO),
]


@pytest.mark.parametrize(("arrived_on", "truth"), GREW_UP)
def test_formative_years(arrived_on, truth):
    """8.3(4)(a)(i): the ages are an assumption, and between them it is unsettled."""
    facts = case(born_on="1990-01-01", stays=[{"arrived_on": arrived_on}])
    weighed = under(99, facts).find("formative_years")
    assert weighed.truth == truth
    if truth == UNKNOWN:
        assert weighed.to_dict()["unknown_kinds"] == ["unsettled"]


def test_losing_the_visa_does_not_end_residence():
    """Who stays on without a visa is still resident; who left is not."""
    stays = [{"arrived_on": "1991-01-01", "departed_on": "2023-01-01"}]
    left = case(born_on="1990-01-01", stays=stays)
    held = {
        "footing": "unlawful",
        "arrived_on": "2023-01-01",
        "ordinarily_resident": "unknown",
    }
    stayed = case(born_on="1990-01-01", stays=[*stays, held])
    assert under(99, left).find("formative_years").truth == NO
    assert under(99, stayed).find("formative_years").truth == YES


def test_each_child_is_weighed_apart():
    """Two children whose interests differ come out differently."""
    facts = case(
        children=[
            *children(5),
            *children(14, at_risk_from_person="yes", contact_limited_by_order="yes"),
        ]
    )
    first, second = under(110, facts).children
    truth = [
        {w.row.topic: w.truth for w in child.interests.factors}["violence_to_child"]
        for child in (first, second)
    ]
    assert truth == [NO, YES]


def test_an_open_list_of_children_is_said():
    """Other children may be affected: the report says so."""
    assert under(110, case(children=["..."])).other_children
    assert not under(110, case()).other_children


@pytest.mark.parametrize("number", DIRECTIONS)
def test_every_doubtful_mark_is_shown(number):
    """Whatever is from memory or in doubt reads: unverified, check the instrument."""
    report = under(number, case(children=children(4)), power="501(2)")
    shown = "unverified: check the instrument"
    rows = [*report.all_weighed()]
    rows += [w for child in report.children for w in child.interests.walk()]
    for weighed in rows:
        doubtful = weighed.row.told["mark"] in "M?"
        assert (weighed.to_dict()["verified"] == shown) == doubtful


def test_no_score_and_no_prediction():
    """The report holds no number that weighs, and no word of what will happen."""
    report = under(110, case(children=children(4)))
    text = json.dumps(report.to_dict())
    assert not re.search(r"score|probab|likely to be (removed|deported)|chance", text)
    keys = set(re.findall(r'"(\w+)":', text))
    assert not keys & {"score", "points", "probability", "outcome", "result"}


def test_why_is_said():
    """What always counts says so; what facts engage names them."""
    report = under(110, case(rehabilitation_done="yes"))
    assert report.find("protection").because == (ALWAYS,)
    assert report.find("rehabilitation").because == ("rehabilitation_done: yes",)


def test_checklist_and_questions():
    """The checklist names each piece of evidence once; questions name their facts."""
    report = under(110, case(children=children(4), rehabilitation_done=...))
    evidence = [item.evidence for item in report.checklist]
    assert evidence and len(evidence) == len(set(evidence))
    asked = {question.path: question for question in report.questions}
    assert asked["rehabilitation_done"].considerations == ("Rehabilitation",)
    assert "children[0].other_parental_carer" in asked
    assert all(question.ask for question in report.questions)


def test_years_are_shown_never_judged():
    """Age on arrival and years before offending appear as ranges."""
    facts = case(
        born_on="1990",
        stays=[{"arrived_on": "2000-06-01"}],
        offences=[
            {"category": "fraud", "committed_on": "2010-05-31", "found_on": "2011"}
        ],
    )
    shown = {m.name: m.shown for m in under(99, facts).measures}
    assert shown == {
        "first_arrival": "2000-06-01",
        "age_on_arrival": "9 to 10",
        "years_since_arrival": "23",
        "years_before_offending": "9",
    }


def with_one_fact_less(facts):
    """Every way to take one fact away: of the person, or of an element of a list."""
    for name, value in facts.items():
        yield {k: v for k, v in facts.items() if k != name}
        if isinstance(value, Elements):
            for i, item in enumerate(value.items):
                for inner in item:
                    less = {k: v for k, v in item.items() if k != inner}
                    items = (*value.items[:i], less, *value.items[i + 1 :])
                    yield {**facts, name: Elements(items, value.rest)}


@pytest.mark.parametrize("sample", [2, 4, 7, 9, 10, 12])
@pytest.mark.parametrize("number", [79, 99, 110])
def test_taking_a_fact_away_only_makes_things_unknown(sample, number):
    """No consideration changes sides because less is known."""
    day = DIRECTIONS[number].entry.first_day
    pins = [r.pinpoint for r in DIRECTIONS[number].considerations if not r.of_child]

    def truths(facts):
        law = Evaluation(
            directions_law(), facts, as_at=KNOWN, law_at=day, known_at=KNOWN
        )
        return [law.provision(pin)[0] for pin in pins]

    whole = truths(SAMPLES[sample])
    for less in with_one_fact_less(SAMPLES[sample]):
        for pin, before, after in zip(pins, whole, truths(less), strict=True):
            assert after in (before, UNKNOWN), pin
