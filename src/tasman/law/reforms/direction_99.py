"""Keep Direction 99: scenario R7, as if Direction 110 had never been made."""

from __future__ import annotations

from dataclasses import replace

from tasman.facts.days import NEVER
from tasman.law.reforms.reform import Reform, with_versions
from tasman.rules.law import Law
from tasman.rules.provisions import FOREVER, Version

KEPT, GONE = 99, 110


def _version(version: Version) -> Version:
    """Return a version with no end if it is of the Direction kept.

    With no beginning short of never if it is of the one undone.
    """
    number = version.data.get("direction")
    if number == KEPT:
        return replace(version, until=FOREVER)
    if number == GONE:
        return replace(version, since=NEVER, until=FOREVER)
    return version


def _kept(law: Law) -> Law:
    changed: dict[str, tuple[Version, ...]] = {}
    for pinpoint in law.pinpoints:
        if not pinpoint.startswith("direction"):
            continue
        versions = law.versions(pinpoint)
        kept = any(v.data.get("direction") == KEPT for v in versions)
        moved = tuple(
            _version(v)
            for v in versions
            if not (kept and v.data.get("direction") == GONE)
        )
        if moved != versions:
            changed[pinpoint] = moved
    return with_versions(law, changed)


REFORM = Reform(
    name="keep-direction-99",
    title="Direction 99 kept",
    description=(
        "Direction 99, which made ties to Australia a primary consideration, goes on "
        "applying after 2024-06-20."
    ),
    status="hypothetical",
    patch=_kept,
    sources=("Reports of the leaders' meetings of 2022-07-08 and 2024-08-16",),
    choices=("Everything else stays as it is, the duty to cancel included.",),
    scenario="R7",
)
"""As if Direction 110 had never been made."""
