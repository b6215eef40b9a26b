"""policyengine-core as a contender: the formulas of OpenFisca-Core, unchanged."""

from __future__ import annotations

from types import SimpleNamespace

from benchmarks.peers.fisca import Fisca
from policyengine_core import (
    entities,
    periods,
    reforms,
    taxbenefitsystems,
    variables,
)
from policyengine_core.simulations import SimulationBuilder


class PolicyEngine(Fisca):
    """policyengine-core, given the as-at day as an input."""

    name = "policyengine-core"
    packages = ("policyengine-core",)
    engine = SimpleNamespace(
        entities=entities,
        taxbenefitsystems=taxbenefitsystems,
        Variable=variables.Variable,
        Reform=reforms.Reform,
        SimulationBuilder=SimulationBuilder,
        DAY=periods.DAY,
        ETERNITY=periods.ETERNITY,
    )


class PolicyEngineByDay(PolicyEngine):
    """The same with the day as the period, as its rules are meant to be asked."""

    name = "policyengine-core, a period a day"
    rows = 1_000
    by_day = True
    variant = True
