"""The law as a machine: batches of cases in, batches of results out, both Arrow."""

from tasman.rules.machine.engine import KINDS, Machine

__all__ = ["KINDS", "Machine"]
