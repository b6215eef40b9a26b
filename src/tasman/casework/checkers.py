"""The checks of decided cases that other parts of the casework add."""

from __future__ import annotations

from tasman.casework.validate import Checker
from tasman.casework.validate_direction import direction_checks
from tasman.casework.validate_procedure import procedure_checks

CHECKERS: tuple[Checker, ...] = (direction_checks, procedure_checks)
