"""zen-engine as a contender: the expressions of `zen_rules` as its decision."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import zen
from benchmarks.peers import zen_rules
from benchmarks.peers.common import lines_of
from benchmarks.peers.contender import (
    Both,
    Contender,
    one_after_the_other,
    one_by_one,
)
from benchmarks.peers.zen_rules import LISTS, NAMED, RULES


def _key(name: str) -> str:
    return "r_" + "".join(c for c in name if c.isalnum())


KEYS = {name: _key(name) for name in RULES if name not in NAMED}


def decision(months: int = 12) -> dict[str, Any]:
    """The decision as zen-engine's own document; `months` is the threshold of (7)(c).

    The lists stand in a node of their own, so that only answers come back.
    """
    lists = [_expression(name, name, text) for name, text in LISTS.items()]
    rules = [_expression(n, _key(n), _value(t, months)) for n, t in RULES.items()]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        _node("lists", lists, keep=True),
        _node("rules", rules, keep=False),
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    names = [node["id"] for node in nodes]
    edges = [
        {"id": f"{a}-{b}", "sourceId": a, "targetId": b, "type": "edge"}
        for a, b in pairwise(names)
    ]
    return {"nodes": nodes, "edges": edges}


def _node(name: str, expressions: list[dict[str, str]], keep: bool) -> dict[str, Any]:
    content = {"expressions": expressions, "passThrough": keep}
    return {"id": name, "name": name, "type": "expressionNode", "content": content}


def _expression(identity: str, key: str, text: str) -> dict[str, str]:
    return {"id": identity, "key": key, "value": text}


def _value(text: str, months: int) -> str:
    text = text.replace("{months}", str(months))
    for name in RULES:
        text = text.replace(f'$["{name}"]', f"$.{_key(name)}")
    for name in NAMED:
        text = text.replace(f"$.{name}", f"$.{_key(name)}")
    return text


class Zen(Contender):
    """The decision, given people as its own batch: JSON texts, one a person."""

    name = "zen-engine"
    packages = ("zen-engine",)
    rows = 10_000
    lines = lines_of(zen_rules.__file__)
    not_asked_before_change = ("(7)(d)", "(6)(a)", "(6)")
    reasons = (
        "each named expression's value and each node's input and output; no reason in "
        "words, no citation, nothing on what is unknown"
    )
    reform_by = "an edited text"

    def __init__(self, months: int = 12) -> None:
        document = decision(months)
        loader = {"type": "static", "content": {"twelve": document}}
        self.engine = zen.ZenEngine({"loader": loader})
        self.decision = self.engine.create_decision(json.dumps(document))

    def prepare(self, batch: Any) -> list[dict[str, Any]]:
        """Return people as plain records."""
        from benchmarks.peers.exact import people

        return people(batch)

    def run(self, people: list[Any]) -> list[dict[str, Any]]:
        """Return the results of each person by rule."""
        asked = [{"key": "twelve", "context": one} for one in people]
        found = self.engine.evaluate_batch(asked)
        return [_results(one["data"]["result"]) for one in found]

    def answers(self, out: Any) -> dict[str, list[int]]:
        """Return the answers by name."""
        return one_by_one(out)

    def texts(self, batch: Any) -> list[str]:
        """Return a JSON text for each person."""
        return [json.dumps(one) for one in self.prepare(batch)]

    def run_json(self, texts: list[str]) -> list[dict[str, Any]]:
        """Return the results of each person by rule."""
        return self.run(texts)

    def explain_json(self, texts: list[str]) -> tuple[Any, str]:
        """Return one person's results and zen-engine's trace of them."""
        found = self.decision.evaluate(texts[0], {"trace": True})
        return [_results(found["result"])], json.dumps(found["trace"])

    def with_reform(self) -> Both:
        """Set up the decision of the edited text beside this one."""
        return one_after_the_other(self, Zen(24))


def _results(result: dict[str, Any]) -> dict[str, Any]:
    return {name: result[key] for name, key in KEYS.items()}
