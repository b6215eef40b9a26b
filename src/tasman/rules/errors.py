"""What can be wrong with law as written, and with questions put to it."""

from __future__ import annotations


class LawError(Exception):
    """The law as written contradicts itself: found when it is loaded, never later."""


class UnknownProvision(LawError, LookupError):
    """No provision has this pinpoint; the message names the nearest."""
