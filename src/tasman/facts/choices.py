"""The words of a choice, and the bits that the engine keeps them as."""

from __future__ import annotations

from tasman.facts.case import Facts
from tasman.facts.fields import ChoiceField, Record


def words_of(record: type[Record], name: str) -> tuple[str, ...]:
    """Return every word that a choice may hold, in the order of its bits."""
    field = record.fields()[name]
    assert isinstance(field, ChoiceField)
    return field.values


def mask_of(record: type[Record], name: str, *words: str) -> int:
    """Return the words of a choice as the engine keeps them.

    Raises ValueError for a word that is not one of the choice's.
    """
    known = words_of(record, name)
    return sum(1 << known.index(word) for word in words)


def word(record: type[Record], facts: Facts, name: str) -> str:
    """Return the word a choice of a record holds, or nothing unless it is just one."""
    mask: int = facts.get(name, 0)
    if mask & (mask - 1) or not mask:
        return ""
    return words_of(record, name)[mask.bit_length() - 1]
