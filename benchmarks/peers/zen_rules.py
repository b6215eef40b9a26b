"""Eleven of the twelve rules as a decision for zen-engine, which has no unknown.

A comparison with null is an error there, so nothing known counts as no. It cannot say
the effective total before 2014-12-11: an inner condition cannot name the outer element,
and nothing adds up spans of days. Its text is left out there and the answer not asked.
"""

from __future__ import annotations

import json
from typing import Any

import zen

GONE = "(#.quashed_on <= on or (#.pardoned_on <= on and #.pardon_erases))"
KINDS = (
    '["gaol", "life", "suspended", "part_suspended", "youth_detention", '
    '"periodic_detention"]'
)
ENDS = 'd(#.start).add(#.m, "M").add(#.d, "d")'
RULES = {
    "stands": f"filter(sentences, #.happened <= on and not {GONE})",
    "terms": f"filter($.stands, #.kind in {KINDS})",
    "(7)(a)": 'some($.stands, #.kind == "death")',
    "(7)(b)": 'some($.terms, #.kind == "life")',
    "(7)(c)": "some($.terms, #.m >= 12 or "
    f'{ENDS}.isSameOrAfter(d(#.start).add(12, "M")))',
    "months": "sum(map($.terms, #.m))",
    "days": "sum(map($.terms, #.d))",
    "(7)(d)": "new and len($.terms) >= 2 and ($.months >= 12 or "
    "$.days >= [366, 337, 307, 276, 245, 215, 184, 153, 123, 92, 62, 31][$.months])",
    "(6)(a)": '$["(7)(a)"] or $["(7)(b)"] or $["(7)(c)"] or $["(7)(d)"]',
    "(6)(b)": "some(findings, #.happened <= on and "
    '#.finding == "association" and #.holds and on < #.ended_on)',
    "(6)(e)": "new and some(offences, #.happened <= on and #.outcome in "
    '["convicted", "proved_without_conviction"] and #.involves_child_sexually)',
    "(6)": '$["(6)(a)"] or $["(6)(b)"] or $["(6)(e)"]',
    "(3A)(b)": 'new and some(custody, #.happened <= on and #.place == "gaol" and '
    '#.basis == "sentence" and #.full_time and #.australian_offence and '
    "on < #.ended_on)",
    "citizen": 'some(citizenships, #.happened <= on and #.country == "australia" '
    "and on < #.ended_on)",
    "(3A)": 'new and not $["citizen"] and ($["(7)(a)"] or $["(7)(b)"] or '
    '$["(7)(c)"] or $["(6)(e)"]) and $["(3A)(b)"]',
}


def decision() -> dict[str, Any]:
    """The decision as zen-engine's own document."""
    expressions = [
        {"id": str(i), "key": _key(name), "value": _value(text)}
        for i, (name, text) in enumerate(RULES.items())
    ]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {
            "id": "rules",
            "name": "rules",
            "type": "expressionNode",
            "content": {"expressions": expressions},
        },
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": "1", "sourceId": "in", "targetId": "rules", "type": "edge"},
        {"id": "2", "sourceId": "rules", "targetId": "out", "type": "edge"},
    ]
    return {"nodes": nodes, "edges": edges}


def _key(name: str) -> str:
    return "r_" + "".join(c for c in name if c.isalnum())


def _value(text: str) -> str:
    for name in RULES:
        text = text.replace(f'$["{name}"]', f"$.{_key(name)}")
        text = text.replace(f"$.{name}", f"$.{_key(name)}") if name.isalpha() else text
    return text


class Zen:
    """The decision, ready to be given people one after the other."""

    carries_unknowns = False
    lines = len(RULES)

    def __init__(self) -> None:
        self.decision = zen.ZenEngine().create_decision(json.dumps(decision()))

    def run(self, people: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Return the results of each person by rule."""
        names = {n: _key(n) for n in RULES if not n.isalpha() or n == "citizen"}
        found = []
        for one in people:
            result = self.decision.evaluate(one)["result"]
            found.append({name: result[key] for name, key in names.items()})
        return found
