"""What peers' rules share: days, spans of months, words as bits, and their length.

It repeats what Tasman's vocabulary and calendar say, so that a peer's process loads
nothing of Tasman's; `scenarios.checking` lays the two side by side before any timing.
"""

from __future__ import annotations

import datetime

EARLIEST, NEVER = -60_000, 90_000
EPOCH = datetime.date(1970, 1, 1).toordinal()
CHANGE = datetime.date(2014, 12, 11).toordinal() - EPOCH
"""The day from which s 501(7)(d), (6)(e) and (3A) read as they do now."""

FEWEST = (
    *(0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334, 365),
    *(393, 424, 454, 485, 515, 546, 577, 607, 638, 668, 699, 730),
)
MOST = (
    *(0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337, 366),
    *(397, 428, 458, 489, 519, 550, 581, 611, 642, 672, 703, 731),
)
"""The fewest and the most days that so many months can span."""

BITS = {
    "kind": {
        "gaol": 1,
        "life": 1 << 1,
        "death": 1 << 3,
        "suspended": 1 << 4,
        "part_suspended": 1 << 5,
        "periodic_detention": 1 << 6,
        "youth_detention": 1 << 10,
    },
    "finding": {"association": 1},
    "outcome": {"convicted": 1, "proved_without_conviction": 1 << 1},
    "place": {"gaol": 1},
    "basis": {"sentence": 1},
    "country": {"australia": 1},
}
"""The bit of each word that the twelve rules name, by field."""
COUNTED = tuple(word for word in BITS["kind"] if word != "death")
PROVED = tuple(BITS["outcome"])


def mask(field: str, *words: str) -> int:
    """Return the mask of some words of a field."""
    return sum(BITS[field][word] for word in words)


def moved(start: int, months: int, days: int) -> int:
    """Return the day some months and then days on, clamped to the month's end."""
    date = datetime.date.fromordinal(start + EPOCH)
    month = date.year * 12 + date.month - 1 + months
    first, after = _first_of(month), _first_of(month + 1)
    return min(first + date.day, after) - 1 - EPOCH + days


def _first_of(month: int) -> int:
    return datetime.date(month // 12, month % 12 + 1, 1).toordinal()


def total_reaches(months: int, days: int, wanted: int) -> bool:
    """Say whether a total reaches so many months on every calendar."""
    return days >= MOST[max(0, wanted - months)]


def lines_of(file: str) -> int:
    """Return how many lines of a module are neither blank, comment nor docstring."""
    with open(file, encoding="utf-8") as text:
        lines = [line.strip() for line in text]
    return sum(1 for line in lines if line and not line.startswith(('"""', "#")))
