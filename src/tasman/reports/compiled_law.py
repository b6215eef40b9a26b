"""What the compiled machine decides, as lines of text and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tasman.law.compiled import Compiled

HEADS = (
    "Decided of a person, at one day",
    "Decided of a person, at one day: status and citizenship\n"
    "  (histories and searches ask this for many days)",
    "Decided of an element of a list, in a batch of those alone",
    "Not compiled",
)


def to_dict(found: Compiled) -> dict[str, Any]:
    """Return the lists as plain data, in their documented form."""
    return {
        "at_one_day": list(found.at_one_day),
        "status_and_citizenship": list(found.status),
        "of_elements": [
            {"provision": pin, "element": record}
            for pin, record in found.of_elements.items()
        ],
        "not_compiled": [
            {"provision": pin, "reason": reason}
            for pin, reason in found.not_compiled.items()
        ],
    }


def lines_of(found: Compiled) -> Iterator[str]:
    """Yield the lists as text: each with its heading and how many it holds."""
    parts = (
        found.at_one_day,
        found.status,
        [f"{pin}  [{record}]" for pin, record in found.of_elements.items()],
        [f"{pin}\n    {reason}" for pin, reason in found.not_compiled.items()],
    )
    for head, part in zip(HEADS, parts, strict=True):
        yield f"{head}: {len(part)}"
        yield from (f"  {line}" for line in part)
        yield ""
    yield f"{sum(map(len, parts))} provisions."
