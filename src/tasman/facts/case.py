"""A case in memory: facts by field name, in the engine's own form.

Values by field type: truth 0 (no) or 2 (yes); date (first, last) as day numbers; term
(fewest months, most months, fewest days, most days); number (least, most); choice a
mask of the values still possible; text a string; list `Elements`. A field that is
absent is unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Facts = Mapping[str, Any]

NO, UNKNOWN, YES = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Elements:
    """A list of records, in the order of the file.

    `rest` is None when the list is complete; otherwise it holds what is known of any
    number of further elements that the list does not name.
    """

    items: tuple[Facts, ...] = ()
    rest: Facts | None = None


NOTHING_KNOWN = Elements((), {})
"""A list of which nothing is known: what an absent list means."""


@dataclass(frozen=True, slots=True)
class Warning:
    """Something in a case that contradicts itself or needs a second look."""

    code: str
    message: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """One person's case as a file gives it."""

    facts: Facts
    label: str = ""
    about: str = ""
    as_at: int | None = None
    assumed: tuple[str, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
