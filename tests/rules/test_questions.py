"""Questions: the facts that can still change the conclusions asked for, no others."""

from __future__ import annotations

import itertools
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.case import NO, UNKNOWN, YES, Elements, Facts
from tasman.facts.fields import Record
from tasman.facts.kinds import FACT
from tasman.rules.evaluate import Evaluation
from tasman.rules.explain import Explanation
from tasman.rules.handles import Truth
from tasman.rules.law import Law
from tasman.rules.provisions import Act
from tasman.rules.questions import Question, field_at, questions
from tests.rules.invented import Keeper
from tests.rules.profile import bounded
from tests.rules.properties import about, open_points, random_case, random_clocks
from tests.rules.properties import settled as with_settled
from tests.rules.random_law import random_law
from tests.rules.tenancy import LAW, PINS, Tenant, evaluation, leases

seeds = st.integers(0, 2**32)
TRUTHS = [p for p in PINS if LAW.versions(p)[0].type == "truth"]


def asked(facts: Facts, *sections: str, law: Law = LAW) -> list[Question]:
    """The questions that a case leaves open on these sections."""
    pins = [law.find(section) for section in sections]
    return questions(Explanation(evaluation(facts, law=law)), pins)


# --- By eye ---


def test_an_open_conclusion_asks_for_what_it_lacks():
    """In the vocabulary's own words, with the path to fill in."""
    found = asked({"standing": 2, "leases": Elements()}, "4(3)")
    assert [(q.path, q.ask) for q in found] == [("bonded", "Was a bond lodged?")]
    assert found[0].affects == ("tenancy/4(3)",)
    assert found[0].decides == ("tenancy/4(3)",)


def test_a_closed_conclusion_asks_nothing():
    """Whatever else is not known of the case."""
    assert asked({"standing": 4}, "4(3)") == []
    assert asked(leases("2010-01-01..never 12m fixed; ..."), "2(1)") == []


def test_an_incomplete_list_is_asked_about():
    """Whether that is all of them."""
    (question,) = asked(leases("2010-01-01..never 6m fixed; ..."), "2(1)")
    assert question.path == "leases[...]"
    assert "is that all of them?" in question.ask


def test_judgments_and_unsettled_law_are_no_questions():
    """No fact answers them."""
    facts = {"answered_on": (9, 9), "served_on": (8, 8), "bonded": YES}
    assert evaluation(facts).provision("tenancy/4(4)")[0] == UNKNOWN
    assert asked(facts, "4(4)") == []
    assert asked({"bonded": YES, "standing": 1}, "4(3)") == []


def test_the_fact_that_settles_more_comes_first():
    """Two conclusions before one."""
    act = Act("Act", slug="act", sources={"G": "none"})

    @act.provision("1", sources="G")
    def one(tenant: Tenant) -> Truth:
        """Bonded and an exile."""
        return tenant.bonded & tenant.standing.is_("exile")

    @act.provision("2", sources="G")
    def two(tenant: Tenant) -> Truth:
        """Bonded."""
        return tenant.bonded

    found = asked({}, "act/1", "act/2", law=Law.load([act]))
    assert [(q.path, q.decides) for q in found] == [
        ("bonded", ("act/1", "act/2")),
        ("standing", ("act/1",)),
    ]


@pytest.mark.parametrize(
    ("path", "record"),
    [("bonded", Tenant), ("leases[0].length", Tenant), ("leases[...]", Tenant)],
)
def test_a_path_names_a_field(path: str, record: type[Record]):
    """Of the person, of an element, of a list."""
    field = field_at(path, record.__name__)
    assert field is not None
    assert field.name in path


@pytest.mark.parametrize("path", ["nothing", "leases[0].none", "the Reeve's opinion"])
def test_a_path_that_names_no_field_is_none(path: str):
    """What is missing may be a judgment in words."""
    assert field_at(path, "Tenant") is None


# --- What holds of any case ---


def without_questions(
    law: Law, root: type[Record], rnd: random.Random, most: int = 1000
) -> list[str]:
    """Conclusions without a question that missing facts can change after all.

    Of so many conclusions at most, drawn at random.
    """
    facts, clocks = random_case(rnd, root), random_clocks(rnd)
    engine = Evaluation(law, facts, **clocks, root=root.__name__)
    pins = [
        pin
        for pin in about(law, root)
        if law.versions(pin)[0].type == "truth"
        and not any(node.attrs[0] == FACT for node in open_points(law, pin))
    ]
    why, wrong = Explanation(engine), []
    for pin in rnd.sample(pins, min(most, len(pins))):
        if questions(why, [pin]):
            continue
        before = engine.provision(pin)
        for _ in range(2):
            better = with_settled(rnd, root, facts, FACT)
            after = Evaluation(law, better, **clocks, root=root.__name__).provision(pin)
            if after[0] != before[0]:
                wrong.append(f"{pin}: {before} became {after}, and no question")
    return wrong


@bounded(80)
@given(seeds)
def test_when_no_question_is_left_nothing_can_change_on_the_invented_law(seed: int):
    """However the missing facts turn out."""
    assert not without_questions(LAW, Tenant, random.Random(seed))


@bounded(80)
@given(seeds)
def test_when_no_question_is_left_nothing_can_change_on_random_laws(seed: int):
    """The same of laws written at random."""
    assert not without_questions(random_law(seed, 4), Keeper, random.Random(seed))


@bounded(40)
@given(seeds)
def test_every_question_names_an_open_fact_and_an_open_conclusion(seed: int):
    """Nothing that is known is asked, nor what bears on nothing."""
    rnd = random.Random(seed)
    facts, clocks = random_case(rnd, Tenant), random_clocks(rnd)
    engine = Evaluation(LAW, facts, **clocks, root="Tenant")
    for question in questions(Explanation(engine), TRUTHS):
        assert field_at(question.path, "Tenant") is not None
        assert question.kinds & FACT
        assert set(question.decides) <= set(question.affects)
        for pin in question.affects:
            assert engine.provision(pin)[0] == UNKNOWN


ATOMS = ("bonded", "frail", "standing", "answered_on")


def small_law(rnd: random.Random) -> Law:
    """A law of four facts, each read once: an unknown part of it can always matter."""
    act = Act("Four Facts Act", slug="four", sources={"G": "none"})
    shape = [rnd.random() < 0.5 for _ in range(7)]

    def rule(tenant: Tenant) -> Truth:
        """It is so."""
        parts: list[Any] = [
            tenant.bonded,
            tenant.breaches.any(),
            tenant.standing.is_("exile"),
            tenant.answered_on <= tenant.served_on,
        ]
        parts = [~p if turn else p for p, turn in zip(parts, shape, strict=False)]
        left = parts[0] & parts[1] if shape[4] else parts[0] | parts[1]
        right = parts[2] & parts[3] if shape[5] else parts[2] | parts[3]
        return left & right if shape[6] else left | right

    act.provision("1", sources="G")(rule)
    return Law.load([act])


VALUES: dict[str, tuple[Any, ...]] = {
    "bonded": (YES, NO),
    "breaches": (Elements(), Elements(({"found_on": (0, 0)},))),
    "standing": (4, 1),
    "answered_on": ((5, 5), (15, 15)),
}


@bounded(150)
@given(seeds)
def test_the_questions_are_exactly_the_facts_that_can_change_the_conclusion(seed: int):
    """By brute force: two cases that differ in the one fact and in the answer."""
    rnd = random.Random(seed)
    law = small_law(rnd)
    known = {name: rnd.choice(v) for name, v in VALUES.items() if rnd.random() < 0.4}
    known["served_on"] = (10, 10)
    open_ = [name for name in VALUES if name not in known]

    def answer(values: tuple[Any, ...]) -> int:
        facts = {**known, **dict(zip(open_, values, strict=True))}
        return evaluation(facts, law=law).provision("four/1")[0]

    every = list(itertools.product(*(VALUES[name] for name in open_)))
    pivotal = {
        open_[i]
        for one, other in itertools.combinations(every, 2)
        for i in range(len(open_))
        if [a == b for a, b in zip(one, other, strict=True)].count(False) == 1
        and one[i] != other[i]
        and answer(one) != answer(other)
    }
    found = {q.path.removesuffix("[...]") for q in asked(known, "four/1", law=law)}
    assert found == pivotal
