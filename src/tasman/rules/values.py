"""The values an evaluation works with, and how alternatives are joined.

Every value is a tuple that ends in a mask of kinds: a truth (0, 1 or 2, kinds); a date
or number (least, most, kinds); a term (fewest months, most months, fewest days, most
days, kinds); a choice (mask of words still possible, kinds). What is open has kinds,
and settling unknowns of a kind that is not among them changes nothing. A truth that is
known has none; another value may be exact and keep kinds of what turned out not to
matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import EARLIEST, NEVER, show_date
from tasman.facts.kinds import NOT_COVERED
from tasman.facts.terms import MOST_DAYS, MOST_MONTHS, UNBOUNDED, show_term

Value = tuple[int, ...]

TRUTH_NAMES = ("no", "unknown", "yes")
CERTAIN_NO: Value = (NO, 0)
CERTAIN_YES: Value = (YES, 0)


def unknown_value(type_: str, kinds: int, all_words: int = 0) -> Value:
    """Return the value of which nothing is known."""
    if type_ == "truth":
        return (UNKNOWN, kinds)
    if type_ == "date":
        return (EARLIEST, NEVER, kinds)
    if type_ == "term":
        return (0, MOST_MONTHS, 0, MOST_DAYS, kinds)
    if type_ == "choice":
        return (all_words, kinds)
    return (-UNBOUNDED, UNBOUNDED, kinds)


def not_in_force(type_: str) -> Value:
    """Return what a provision says on a day it has no version: no, or not covered."""
    return CERTAIN_NO if type_ == "truth" else unknown_value(type_, NOT_COVERED)


def join(values: Sequence[Value], kind: int) -> Value:
    """Return what all the alternatives allow; `kind` says why it is not known which."""
    first = values[0]
    kinds = 0
    for value in values:
        kinds |= value[-1]
    if len(first) == 2:
        if all(value[0] == first[0] for value in values):
            return (first[0], kinds if first[0] == UNKNOWN else 0)
        return (UNKNOWN, kinds | kind)
    bounds: list[int] = []
    for low in range(0, len(first) - 1, 2):
        bounds.append(min(value[low] for value in values))
        bounds.append(max(value[low + 1] for value in values))
    differ = any(value[:-1] != first[:-1] for value in values)
    return (*bounds, kinds | (kind if differ else 0))


def clamp(number: int) -> int:
    """Return the number, held within what counts as unbounded."""
    return max(-UNBOUNDED, min(number, UNBOUNDED))


def show(type_: str, value: Value, words: Sequence[str] = ()) -> str:
    """Return a value as people write it."""
    if type_ == "truth":
        return TRUTH_NAMES[value[0]]
    if type_ == "date":
        return show_date((value[0], value[1]))
    if type_ == "term":
        return show_term((value[0], value[1], value[2], value[3]))
    if type_ == "choice":
        return " or ".join(_words(value[0], words))
    if value[0] == value[1]:
        return str(value[0])
    low = "any" if value[0] <= -UNBOUNDED else str(value[0])
    high = "any" if value[1] >= UNBOUNDED else str(value[1])
    return f"{low} to {high}"


def _words(mask: int, words: Sequence[str]) -> Iterable[str]:
    return [word for i, word in enumerate(words) if mask >> i & 1]
