"""The further parts of an assessment, by the name they have in it."""

from __future__ import annotations

from tasman.casework import citizenship, coming_back, entitlements, new_zealand, status
from tasman.casework.assessment import Section
from tasman.casework.direction_sections import (
    considerations_section,
    direction_section,
)
from tasman.casework.procedure import clocks_section, process_section

SECTIONS: dict[str, Section] = {
    "deadlines": clocks_section,
    "process": process_section,
    "direction": direction_section,
    "considerations": considerations_section,
    "coming_back": coming_back.section,
    "status": status.section,
    "citizenship": citizenship.section,
    "entitlements": entitlements.section,
    "new_zealand": new_zealand.section,
}
"""Each takes the case, the law, and the days as at, law at and known at."""
