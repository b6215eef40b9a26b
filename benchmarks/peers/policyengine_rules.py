"""The twelve rules in policyengine-core, a fork of OpenFisca-Core with its own engine.

The formulas are those of `openfisca_rules`, unchanged: both call them alike, and both
must be installed. Entities, variables and simulations are the fork's. It has no unknown
either: nothing known counts as no.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from benchmarks.peers import openfisca_rules as original
from policyengine_core import entities, periods, taxbenefitsystems, variables
from policyengine_core.simulations import SimulationBuilder

Element = entities.Entity("element", "elements", "An element of a list", "")
Case = entities.GroupEntity(
    "case", "cases", "One person", "", roles=[{"key": "member", "plural": "members"}]
)
ENTITIES = {original.Element: Element, original.Case: Case}
PERIODS = {original.DAY: periods.DAY, original.ETERNITY: periods.ETERNITY}


def remade(variable: type) -> type[variables.Variable]:
    """The fork's variable with the same type, default and formulas."""
    shape = {k: v for k, v in vars(variable).items() if not k.startswith("__")}
    shape["entity"] = ENTITIES[shape["entity"]]
    shape["definition_period"] = PERIODS[shape["definition_period"]]
    return type(variable.__name__, (variables.Variable,), shape)


class Engine(original.Fisca):
    """The tax and benefit system of policyengine-core, ready to be given batches."""

    def __init__(self) -> None:
        self.system = taxbenefitsystems.TaxBenefitSystem([Element, Case])
        for variable in original.MADE:
            self.system.add_variable(remade(variable))

    def simulate(self, owners: Any, columns: Any, days: Any, on: str) -> dict[str, Any]:
        """Build one simulation and calculate every result."""
        builder = SimulationBuilder()
        builder.create_entities(self.system)
        builder.declare_person_entity("element", range(len(owners)))
        cases = builder.declare_entity("case", range(len(days)))
        builder.join_with_persons(cases, owners, np.full(len(owners), "member"))
        simulation = builder.build(self.system)
        given = columns | {"owner_day": days[owners], "as_at": days}
        for name, value in given.items():
            simulation.set_input(name, periods.ETERNITY, value)
        return {
            name: simulation.calculate(variable, on)
            for name, variable in original.OUTPUTS.items()
        }


class EngineByDay(Engine):
    """The same with the day as the period, as its rules are meant to be asked."""

    periods = original.FiscaByDay.periods
