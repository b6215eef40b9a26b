"""Tasman: the trans-Tasman deportation system as executable law."""

from __future__ import annotations

from typing import Any

_API = (
    "Result",
    "answers",
    "assess",
    "batch",
    "compare",
    "load",
    "timeline",
    "ways_to",
    "what_if",
)


def __getattr__(name: str) -> Any:
    """Return a function of `tasman.api`, loaded when it is first asked for."""
    if name in _API:
        import importlib

        return getattr(importlib.import_module("tasman.api"), name)
    raise AttributeError(f"module 'tasman' has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the names that the package offers."""
    return sorted([*globals(), *_API])
