"""Changes that were made, taken back: what one enacted Act has done to a case."""

from __future__ import annotations

from dataclasses import replace

from tasman.facts.days import NEVER, parse_day
from tasman.law.reforms.powers import ACT
from tasman.law.reforms.reform import Reform, with_versions
from tasman.rules.law import Law
from tasman.rules.provisions import FOREVER, Version

DAY_OF_2014 = parse_day("2014-12-11")


def undo(law: Law, day: int, beginning: str) -> Law:
    """Return the law in which what began on a day under a name never did.

    The version that ended then goes on; a provision new that day stays out of force.
    """
    changed: dict[str, tuple[Version, ...]] = {}
    for pinpoint in law.pinpoints:
        if not pinpoint.startswith(beginning):
            continue
        versions = law.versions(pinpoint)
        if not any(v.since == day for v in versions):
            continue
        before = [v for v in versions if v.until <= day]
        standing = [v for v in before if v.until == day]
        kept = [v for v in before if v.until != day]
        if standing:
            kept += [replace(v, until=FOREVER) for v in standing]
        else:
            first = next(v for v in versions if v.since == day)
            kept.append(replace(first, since=NEVER, until=FOREVER))
        changed[pinpoint] = tuple(kept)
    return with_versions(law, changed)


def _without_2014(law: Law) -> Law:
    return undo(law, DAY_OF_2014, f"{ACT}/501")


REFORM = Reform(
    name="without-the-2014-act",
    title="Without the Act of 2014",
    description=(
        "The s 501 family as if Act No. 129 of 2014 had not passed: no mandatory "
        "cancellation, and short terms total at two years, time served for both at "
        "once counted once."
    ),
    status="enacted",
    patch=_without_2014,
    sources=("Act No. 129 of 2014 as made (C2014A00129)",),
    choices=(
        "Everything that began on 2014-12-11 in ss 501 to 501L is taken back; later "
        "changes of the same provisions go with it.",
    ),
)
"""Act No. 129 of 2014 taken back."""
