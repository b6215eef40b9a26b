"""Tasman's vector machine as a contender: the kernel, with kinds or not, and NumPy."""

from __future__ import annotations

import os
from typing import Any

from benchmarks import twelve
from benchmarks.peers.common import lines_of
from benchmarks.peers.contender import ANSWERS, Both, Contender
from benchmarks.peers.tasman_explain import NOW, case_texts, parsed
from benchmarks.twelve import LAW, PINPOINTS, amended

from tasman.facts.arrow import to_batch
from tasman.rules.machine import Machine

CORES = os.cpu_count() or 1


class Kernel(Contender):
    """The compiled kernel."""

    name = "Tasman, kernel"
    packages: tuple[str, ...] = ("numpy", "numba", "pyarrow")
    lines = lines_of(twelve.__file__)
    form = "case files"
    reasons = "answers alone: the reasons are asked of the evaluator of one person"
    reform_by = "`amend`; both laws in one program"
    kinds = False
    compiled = True

    def __init__(self) -> None:
        self.machine = self._machine(LAW)

    def _machine(self, laws: Any) -> Machine:
        return Machine(
            laws,
            PINPOINTS,
            known_at=NOW,
            law_at="as_at",
            kinds=self.kinds,
            compiled=self.compiled,
        )

    def run(self, people: Any) -> Any:
        """Return the answers to an Arrow batch as columns of truths."""
        return self.machine.run(people, threads=CORES)

    def answers(self, out: Any, law: str = "") -> dict[str, list[int]]:
        """Return the answers by name."""
        pairs = zip(ANSWERS, PINPOINTS, strict=True)
        return {name: out.column(law + pin).to_pylist() for name, pin in pairs}

    def texts(self, batch: Any) -> list[str]:
        """Return a case file in JSON for each person."""
        return case_texts(batch)

    def run_json(self, texts: list[str]) -> Any:
        """Return the answers to case files, each read with every check."""
        cases = [parsed(text) for text in texts]
        clocks = {"as_at": [case.as_at or 0 for case in cases]}
        return self.run(to_batch((case.facts for case in cases), clocks=clocks))

    def with_reform(self) -> Both:
        """Set up one program of the law and the amended law."""
        laws = {"now": LAW, "reform": amended()}
        machine = self._machine(laws)
        wanted = {n: [f"{n}: {pin}" for pin in PINPOINTS] for n in laws}

        def both(people: Any) -> tuple[Any, Any]:
            out = machine.run(people, threads=CORES)
            now, reform = (out.select(wanted[n]) for n in laws)
            return now.rename_columns(PINPOINTS), reform.rename_columns(PINPOINTS)

        return both


class KernelWithKinds(Kernel):
    """The kernel that also says of what kind each unknown is."""

    name = "Tasman, kernel, kinds of unknown"
    reasons = "answers and the kinds of each unknown: no reasons"
    kinds = True
    variant = True


class Fallback(Kernel):
    """The same program run by NumPy."""

    name = "Tasman, NumPy"
    packages = ("numpy", "pyarrow")
    compiled = False
