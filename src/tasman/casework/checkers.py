"""The checks of decided cases that other parts of the casework add."""

from __future__ import annotations

from tasman.casework.validate import Checker

CHECKERS: tuple[Checker, ...] = ()
