"""Every contender by name, loaded only when asked for."""

from __future__ import annotations

import importlib

from benchmarks.peers.contender import Contender

WHERE = {
    "Tasman, kernel": ("tasman_machine", "Kernel"),
    "Tasman, kernel, kinds of unknown": ("tasman_machine", "KernelWithKinds"),
    "Tasman, NumPy": ("tasman_machine", "Fallback"),
    "Tasman, one person at a time": ("tasman_explain", "Explain"),
    "DuckDB, by hand": ("duckdb_sql", "Sql"),
    "Polars, by hand": ("polars_frames", "Frames"),
    "OpenFisca-Core": ("openfisca_engine", "OpenFisca"),
    "OpenFisca-Core, a period a day": ("openfisca_engine", "OpenFiscaByDay"),
    "policyengine-core": ("policyengine_engine", "PolicyEngine"),
    "policyengine-core, a period a day": ("policyengine_engine", "PolicyEngineByDay"),
    "zen-engine": ("zen_engine", "Zen"),
    "clingo": ("clingo_asp", "Asp"),
}
"""The module and class of each."""
OURS = "Tasman, kernel"
"""What every ratio is of, unless a table says otherwise."""


def load(name: str) -> Contender:
    """Return a contender, ready to run; raises ImportError if it is not installed."""
    module, class_ = WHERE[name]
    found = importlib.import_module(f"benchmarks.peers.{module}")
    contender: Contender = getattr(found, class_)()
    return contender


def installed() -> list[Contender]:
    """Return every contender that is installed; says which are not."""
    found = []
    for name in WHERE:
        try:
            found.append(load(name))
        except ImportError as error:
            print(f"left out: {error} (see benchmarks/peers/requirements.txt)")
    return found


def without_variants(contenders: list[Contender]) -> list[Contender]:
    """Return the contenders that more than arrays tell apart."""
    return [each for each in contenders if not each.variant]


def versions(contenders: list[Contender]) -> str:
    """Return the packages that the contenders run on, with their versions."""
    from importlib.metadata import version

    every = dict.fromkeys(p for each in contenders for p in each.packages)
    return ", ".join(f"{package} {version(package)}" for package in every)
