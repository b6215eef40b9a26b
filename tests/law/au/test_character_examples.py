"""The dossier's worked examples, put to the law: what the character test decides."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tasman.facts.case import Elements, Facts
from tasman.facts.days import parse_day
from tasman.rules.evaluate import Element, Evaluation
from tests.law.au.asking import LAW, answer
from tests.law.au.character_examples import EXAMPLES, Example
from tests.law.au.one_line import facts_of

PROVISIONS = {
    "C": "501(7)(c)",
    "D": "501(7)(d)",
    "F": "501(6) objective limbs",
    "B": "5(1) behaviour concern non-citizen",
    "S": "201",
}
ASKED = [
    pytest.param(example, column, id=f"{example.number}-{column}")
    for example in EXAMPLES
    for column in PROVISIONS
    if example.wants(column) != "-"
]


@pytest.mark.parametrize(("example", "column"), ASKED)
def test_example_has_the_dossiers_answer(example: Example, column: str) -> None:
    """Each letter of the dossier's table is what the law answers."""
    found = answer(
        PROVISIONS[column], example.case, example.as_at, known_at=example.known_at
    )
    assert found == example.wants(column), (example.number, column, example.note)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.number)
def test_whoever_fails_a_limb_of_record_fails_the_test(example: Example) -> None:
    """F = Y means the test is failed; otherwise a judgment limb keeps it open."""
    objective = answer(
        PROVISIONS["F"], example.case, example.as_at, known_at=example.known_at
    )
    whole = answer("501(6)", example.case, example.as_at, known_at=example.known_at)
    assert whole == ("Y" if objective == "Y" else "U")


@pytest.mark.parametrize("number", ["53a", "53b"])
def test_a_hateful_post_leaves_the_test_to_judgment(number: str) -> None:
    """Example 53: unknown on either day; the new ground is one of the reasons after."""
    (example,) = (e for e in EXAMPLES if e.number == number)
    ground = answer("501(6) hate ground", example.case, example.as_at)
    assert ground == ("U" if number == "53b" else "N")
    assert answer("501(6)", example.case, example.as_at) == "U"


def test_prison_is_left_out_of_the_ten_years() -> None:
    """Examples 57 and 58: the days here before the offence, with and without prison."""
    days = {}
    for example in EXAMPLES:
        if example.number in ("57", "58"):
            day = parse_day(example.as_at)
            case = Evaluation(
                LAW, facts_of(example.case), as_at=day, law_at=day, known_at=day
            )
            sentences = list(case.root.facts["sentences"].items)
            days[example.number] = _days_before_the_last(case, len(sentences) - 1)
    prison = parse_day("2014-01-01") - parse_day("2012-01-01")
    assert days["58"] == parse_day("2018-06-01") - parse_day("2007-01-01")
    assert days["57"] == days["58"] - prison


def _days_before_the_last(case: Evaluation, index: int) -> int:
    facts = case.root.facts["sentences"].items[index]
    sentence = Element("Sentence", facts, f"sentences[{index}].", index)
    pinpoint = "migration-act-1958/204 New Zealander"
    low, high, kinds = case.provision(pinpoint, case.root, sentence)
    assert (low, kinds) == (high, 0)
    return low


def _with_less(facts: Facts) -> Iterator[Facts]:
    """Every case that lacks one fact of this one, of the person or of an element."""
    for name, value in facts.items():
        yield {key: kept for key, kept in facts.items() if key != name}
        if isinstance(value, Elements):
            for i, element in enumerate(value.items):
                for lost in element:
                    less = {key: kept for key, kept in element.items() if key != lost}
                    items = (*value.items[:i], less, *value.items[i + 1 :])
                    yield {**facts, name: Elements(items, value.rest)}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.number)
def test_forgetting_a_fact_never_turns_an_answer_round(example: Example) -> None:
    """With one fact fewer, each answer is the same or unknown."""
    day, known = parse_day(example.as_at), parse_day(example.known_at)

    def answers(facts: Facts) -> list[int]:
        case = Evaluation(LAW, facts, as_at=day, law_at=day, known_at=known)
        return [
            case.provision(f"migration-act-1958/{pinpoint}")[0]
            for pinpoint in (*PROVISIONS.values(), "501(6)", "501(3A)(b)")
        ]

    facts = facts_of(example.case)
    whole = answers(facts)
    for less in _with_less(facts):
        assert all(
            found in (1, known)
            for found, known in zip(answers(less), whole, strict=True)
        )
