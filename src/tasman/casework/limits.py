"""The time limits that a law states, by the kind of notice that starts them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import cast

from tasman.facts.choices import mask_of
from tasman.facts.fields import ChoiceField
from tasman.facts.vocabulary import Notice
from tasman.rules.law import Law
from tasman.rules.provisions import Version

TIME_LIMIT = "time limit"
_WHAT = cast("ChoiceField", Notice.fields()["what"])
ANY_NOTICE = _WHAT.all_values
"""Every kind of notice, as a mask: what is not known may be any."""
ROLL = "acts-interpretation-act-1901/36(2)"


def time_limits(law: Law) -> dict[str, tuple[Version, ...]]:
    """Return the provisions that state a catalogued limit, with their versions."""
    return {
        pinpoint: versions
        for pinpoint in law.pinpoints
        if (versions := law.versions(pinpoint))[0].kind == TIME_LIMIT
        and "limit" in versions[0].data
    }


def limits_on(law: Law, what: int) -> tuple[str, ...]:
    """Return the limits that a notice of these kinds (a mask) may start."""
    table = _by_kind(law)
    words = _words(what)
    return tuple(dict.fromkeys(pin for each in words for pin in table.get(each, ())))


@lru_cache(maxsize=8)
def _by_kind(law: Law) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for pinpoint, versions in time_limits(law).items():
        for kind in versions[0].data["on"]:
            table[kind] = (*table.get(kind, ()), pinpoint)
    return table


@cache
def _words(mask: int) -> tuple[str, ...]:
    return tuple(word for i, word in enumerate(_WHAT.values) if mask >> i & 1)


def started_by(version: Version) -> int:
    """Return the kinds of notice that may start a limit, as a mask."""
    return mask_of(Notice, "what", *version.data["on"])


@lru_cache(maxsize=4096)
def rolls_past_bank_holidays(law: Law, day: int) -> bool:
    """Return whether a last day also rolled past bank holidays, by the law of a day."""
    version = law.in_force(ROLL, day, day) if ROLL in law.pinpoints else None
    return bool(version and version.data["bank_holidays"])
