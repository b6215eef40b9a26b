"""OpenFisca-Core and policyengine-core as contenders: what the two have in common.

Formulas choose their text by period, so cases of the two regimes go into two
simulations; the as-at day is an input, a kindness: rules that read the period need a
simulation for each day, as in `by_day`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import numpy as np
from benchmarks.peers import fisca_rules
from benchmarks.peers.common import CHANGE, lines_of
from benchmarks.peers.contender import (
    Both,
    Contender,
    definite,
    one_after_the_other,
)
from benchmarks.peers.fisca_rules import OUTPUTS, REFORM, SPECS, Spec

EPOCH = np.datetime64("1970-01-01")


class Fisca(Contender):
    """A tax and benefit system, as the engines call it, ready to be given people."""

    lines = lines_of(fisca_rules.__file__)
    form = "situations"
    reasons = (
        "a log of every variable worked out, with its value; no reason in words, no "
        "citation, nothing on what is unknown"
    )
    reform_by = "a Reform class that replaces the variable"
    by_day = False

    engine: Any
    """The engine's modules, by the names they have in both."""

    def __init__(self, system: Any = None) -> None:
        if system is None:
            engine = self.engine
            self.entities = entities(engine.entities)
            every = list(self.entities.values())
            system = engine.taxbenefitsystems.TaxBenefitSystem(every)
            for spec in SPECS:
                system.add_variable(self.variable(spec))
        self.system = system

    def variable(self, spec: Spec) -> type:
        """The engine's class of a variable."""
        shape = {
            "entity": self.entities[spec.of],
            "value_type": type(spec.default),
            "default_value": spec.default,
            "definition_period": self.engine.DAY
            if spec.formulas
            else self.engine.ETERNITY,
            "label": spec.name,
        }
        return type(spec.name, (self.engine.Variable,), shape | spec.formulas)

    def periods(self, days: Any) -> Iterator[tuple[str, Any]]:
        """The periods to simulate, each with its rows: a regime's, or a day's."""
        if self.by_day:
            for on in np.unique(days):
                yield str(EPOCH + np.timedelta64(int(on), "D")), days == on
        else:
            yield "2014-01-01", days < CHANGE
            yield "2020-01-01", days >= CHANGE

    def parts(self, batch: Any) -> Iterator[tuple[str, Any, Any, dict[str, Any], Any]]:
        """The period, rows, owners, inputs and days of each simulation of a batch."""
        from benchmarks.peers.fisca_inputs import arrays, days_of

        owners, columns = arrays(batch)
        days = days_of(batch)
        for on, here in self.periods(days):
            rows = np.flatnonzero(here)
            if len(rows):
                place = np.cumsum(here) - 1
                mine = np.flatnonzero(here[owners])
                part = {name: value[mine] for name, value in columns.items()}
                yield on, rows, place[owners[mine]], part, days[rows]

    def run(self, people: Any) -> dict[str, Any]:
        """Return the answers to an Arrow batch as Booleans."""
        out = {name: np.zeros(people.num_rows, bool) for name in OUTPUTS}
        for on, rows, owners, columns, days in self.parts(people):
            simulation = self.from_arrays(owners, columns, days)
            for name, value in self.calculated(simulation, on).items():
                out[name][rows] = value
        return out

    def from_arrays(self, owners: Any, columns: dict[str, Any], days: Any) -> Any:
        """A simulation of arrays."""
        builder = self.engine.SimulationBuilder()
        builder.create_entities(self.system)
        builder.declare_person_entity("element", range(len(owners)))
        cases = builder.declare_entity("case", range(len(days)))
        builder.join_with_persons(cases, owners, np.full(len(owners), "member"))
        simulation = builder.build(self.system)
        given = columns | {"owner_day": days[owners], "as_at": days}
        for name, value in given.items():
            simulation.set_input(name, self.engine.ETERNITY, value)
        return simulation

    def calculated(self, simulation: Any, on: str) -> dict[str, Any]:
        """Every answer of a simulation in a period."""
        return {n: simulation.calculate(v, on) for n, v in OUTPUTS.items()}

    def answers(self, out: dict[str, Any]) -> dict[str, list[int]]:
        """Return the answers by name."""
        return definite(out)

    def texts(self, batch: Any) -> list[Any]:
        """Return a situation for each period, with the rows that it holds."""
        from benchmarks.peers.fisca_inputs import situation

        return [
            [on, rows.tolist(), situation(*inputs)]
            for on, rows, *inputs in self.parts(batch)
        ]

    def run_json(self, texts: list[Any]) -> dict[str, Any]:
        """Return the answers to situations in JSON."""
        found = []
        for on, rows, text in texts:
            found.append((rows, self.calculated(self.situated(text), on)))
        return _joined(found)

    def situated(self, text: str) -> Any:
        """A simulation of a situation in JSON."""
        builder = self.engine.SimulationBuilder()
        return builder.build_from_entities(self.system, json.loads(text))

    def explain_json(self, texts: list[Any]) -> tuple[Any, str]:
        """Return one person's answers and the computation log."""
        [[on, rows, text]] = texts
        simulation = self.situated(text)
        simulation.trace = True
        found = self.calculated(simulation, on)
        lines = simulation.tracer.computation_log.lines(aggregate=False)
        return _joined([(rows, found)]), "\n".join(lines)

    def with_reform(self) -> Both:
        """Set up a Reform beside the system."""
        changed = self.variable(REFORM)

        def apply(system: Any) -> None:
            """Replace the variable."""
            system.update_variable(changed)

        reform = type("Longer", (self.engine.Reform,), {"apply": apply})
        return one_after_the_other(self, self.beside(reform(self.system)))

    def beside(self, system: Any) -> Fisca:
        """The same contender with another system."""
        other = type(self)(system)
        other.entities = self.entities
        return other


def entities(module: ModuleType | Any) -> dict[str, Any]:
    """The two entities, of an engine's module of entities."""
    roles = [{"key": "member", "plural": "members"}]
    return {
        "element": module.Entity("element", "elements", "An element of a list", ""),
        "case": module.GroupEntity("case", "cases", "One person", "", roles=roles),
    }


def _joined(found: list[tuple[list[int], dict[str, Any]]]) -> dict[str, Any]:
    order = np.argsort(np.concatenate([rows for rows, _ in found]))
    return {
        name: np.concatenate([values[name] for _, values in found])[order]
        for name in OUTPUTS
    }
