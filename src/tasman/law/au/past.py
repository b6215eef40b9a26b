"""A day for lists that may be empty."""

from __future__ import annotations

from tasman.rules.handles import Date, as_at, years


def long_ago() -> Date:
    """Return a day before any that a case can name."""
    return as_at - years(200)
