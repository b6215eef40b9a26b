"""The further parts of an assessment, by the name they have in it."""

from __future__ import annotations

from tasman.casework.assessment import Section

SECTIONS: dict[str, Section] = {}
"""Each takes the case, the law, and the days as at, law at and known at."""
