"""OpenFisca-Core as a contender: a period a regime, or a period a day."""

from __future__ import annotations

from types import SimpleNamespace

from benchmarks.peers.fisca import Fisca
from openfisca_core import entities, periods, reforms, taxbenefitsystems, variables
from openfisca_core.simulation_builder import SimulationBuilder


class OpenFisca(Fisca):
    """OpenFisca-Core, given the as-at day as an input."""

    name = "OpenFisca-Core"
    packages = ("OpenFisca-Core",)
    engine = SimpleNamespace(
        entities=entities,
        taxbenefitsystems=taxbenefitsystems,
        Variable=variables.Variable,
        Reform=reforms.Reform,
        SimulationBuilder=SimulationBuilder,
        DAY=periods.DateUnit.DAY,
        ETERNITY=periods.DateUnit.ETERNITY,
    )


class OpenFiscaByDay(OpenFisca):
    """The same with the day as the period, as its rules are meant to be asked."""

    name = "OpenFisca-Core, a period a day"
    rows = 1_000
    by_day = True
    variant = True
