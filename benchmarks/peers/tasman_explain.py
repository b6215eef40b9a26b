"""Tasman's evaluator of one person as a contender: the plain reference."""

from __future__ import annotations

import json
from typing import Any

from benchmarks import twelve
from benchmarks.peers.common import lines_of
from benchmarks.peers.contender import (
    ANSWERS,
    FEW,
    Both,
    Contender,
    one_after_the_other,
)
from benchmarks.twelve import LAW, PINPOINTS, amended

from tasman.facts.case import Case, Facts
from tasman.facts.days import iso, parse_day
from tasman.facts.loading import VERSION, parse_case
from tasman.facts.plain import plain_record
from tasman.facts.vocabulary import Person
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law

NOW = parse_day("2026-11-21")


def evaluation(on: int, facts: Facts, law: Law = LAW) -> Evaluation:
    """The evaluation of one person, on a day, under a law."""
    return Evaluation(law, facts, as_at=on, law_at=on, known_at=NOW)


def truths(of: Evaluation) -> list[int]:
    """The twelve answers of an evaluation."""
    return [of.provision(pinpoint)[0] for pinpoint in PINPOINTS]


def parsed(text: str) -> Case:
    """The case of a JSON text, with every check that the loader makes."""
    return parse_case(text, "person.json", format="json")


def case_texts(batch: Any) -> list[str]:
    """A case file in JSON for each person of an Arrow batch."""
    return [
        json.dumps(
            {"tasman_case": VERSION, "as_at": iso(on)} | plain_record(Person, facts)
        )
        for on, facts in people(batch)
    ]


def people(batch: Any) -> list[tuple[int, Facts]]:
    """The as-at day and the facts of each person of an Arrow batch."""
    import pyarrow as pa

    from tasman.facts.arrow import to_cases

    days = batch.column("as_at").view(pa.int32()).to_pylist()
    return list(zip(days, to_cases(batch), strict=True))


class Explain(Contender):
    """The evaluator of one person, given people one after the other."""

    name = "Tasman, one person at a time"
    rows = FEW
    lines = lines_of(twelve.__file__)
    form = "case files"
    reasons = (
        "each provision's answer, words, citation, mark, the facts it used, the facts "
        "and judgments it lacks, the shortest route that would change it"
    )
    reform_by = "`amend`"

    def __init__(self, law: Law = LAW) -> None:
        self.law = law

    def prepare(self, batch: Any) -> list[tuple[int, Facts]]:
        """Return people as facts."""
        return people(batch)

    def run(self, people: list[tuple[int, Facts]]) -> list[list[int]]:
        """Return the answers of each person."""
        return [truths(evaluation(on, facts, self.law)) for on, facts in people]

    def answers(self, out: list[list[int]]) -> dict[str, list[int]]:
        """Return the answers by name."""
        columns = zip(*out, strict=True)
        return {n: list(c) for n, c in zip(ANSWERS, columns, strict=True)}

    def texts(self, batch: Any) -> list[str]:
        """Return a case file in JSON for each person."""
        return case_texts(batch)

    def run_json(self, texts: list[str]) -> list[list[int]]:
        """Return the answers to case files, each read with every check."""
        cases = (parsed(text) for text in texts)
        return self.run([(case.as_at or 0, case.facts) for case in cases])

    def explain_json(self, texts: list[str]) -> tuple[Any, str]:
        """Return one person's answers and the reasons of all of them as JSON."""
        from tasman.rules.explain import Explanation

        case = parsed(texts[0])
        found = evaluation(case.as_at or 0, case.facts, self.law)
        answers = truths(found)
        return [answers], json.dumps(Explanation(found).to_dict(PINPOINTS))

    def with_reform(self) -> Both:
        """Set up the amended law beside the law."""
        return one_after_the_other(self, Explain(amended()))
