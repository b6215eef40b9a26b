"""Which missing facts leave a provision open."""

from __future__ import annotations

from collections.abc import Iterable

from tasman.facts.case import UNKNOWN
from tasman.rules.evaluate import Evaluation
from tasman.rules.explain import Explanation


def missing_facts(put: Evaluation, pinpoints: Iterable[str]) -> tuple[str, ...]:
    """Return what is missing behind those of these provisions that are unknown."""
    explanation = Explanation(put)
    found: dict[str, None] = {}
    for pinpoint in pinpoints:
        if put.provision(pinpoint)[0] == UNKNOWN:
            key = explanation.of(pinpoint).key
            found.update(dict.fromkeys(explanation.lacks(key)))
    return tuple(found)
