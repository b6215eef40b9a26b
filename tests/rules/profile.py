"""How many examples a property gets: enough to find a bug, few enough for every run."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

_TIMES = float(os.environ.get("TASMAN_EXAMPLES", "1"))
"""A multiplier for a longer hunt, such as TASMAN_EXAMPLES=50."""


def bounded(examples: int) -> Callable[[Any], Any]:
    """Settings for a property that is tried on so many examples, the same every run.

    A longer hunt draws new ones.
    """
    return settings(
        max_examples=max(1, round(examples * _TIMES)),
        deadline=None,
        derandomize=_TIMES == 1,
        suppress_health_check=list(HealthCheck),
    )
