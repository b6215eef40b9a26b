"""Arrow columns of case facts from NumPy arrays: the shapes that a population needs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.choices import mask_of
from tasman.facts.days import NEVER
from tasman.facts.fields import Field, ListField, Record

Array = npt.NDArray[Any]
YES, NO = 2, 0


def word_masks(record: type[Record], field: str, words: list[str]) -> Array:
    """Return the bits of several words, for lookup by place."""
    return np.array([mask_of(record, field, word) for word in words], np.int32)


def truth(flags: Array) -> Array:
    """Return yes or no for each flag."""
    return np.where(flags, YES, NO).astype(np.int8)


class Elements:
    """The elements of one list of many persons, piece by piece."""

    def __init__(self, record: type[Record], persons: int) -> None:
        self.record, self.persons = record, persons
        self.owners: list[Array] = []
        self.orders: list[Array] = []
        self.pieces: list[dict[str, Any]] = []

    def add(self, owners: Array, order: Array, facts: Mapping[str, Any]) -> None:
        """Add one element to each owner; `order` places it among the owner's others."""
        self.owners.append(owners)
        self.orders.append(order)
        self.pieces.append(dict(facts))

    def column(self) -> pa.ListArray:
        """Return the list column: complete lists, in order; empty where none."""
        owners = np.concatenate(self.owners) if self.owners else np.zeros(0, np.int64)
        orders = np.concatenate(self.orders) if self.orders else owners
        place = np.lexsort((orders, owners))
        counts = np.bincount(owners, minlength=self.persons)
        offsets = np.zeros(self.persons + 1, np.int32)
        np.cumsum(counts, out=offsets[1:])
        children: dict[str, pa.Array] = {"others": _all_named(len(owners))}
        names = dict.fromkeys(name for piece in self.pieces for name in piece)
        for name in names:
            children |= self._children(self.record.fields()[name], place)
        struct = pa.StructArray.from_arrays(
            list(children.values()),
            fields=[pa.field(name, child.type) for name, child in children.items()],
        )
        return pa.ListArray.from_arrays(pa.array(offsets), struct)

    def _children(self, field: Field[Any], place: Array) -> dict[str, pa.Array]:
        values = [
            np.broadcast_to(np.asarray(piece[field.name]), len(owners))
            for piece, owners in zip(self.pieces, self.owners, strict=True)
        ]
        return column_of(field, np.concatenate(values)[place])


def _all_named(count: int) -> pa.Array:
    return pa.array(np.zeros(count, np.bool_))


def column_of(field: Field[Any], values: Array) -> dict[str, pa.Array]:
    """Return the columns of a field for exact values: months, or days if negative."""
    name = field.name
    assert not isinstance(field, ListField)
    if field.type == "truth":
        return {name: pa.array(values.astype(np.int8))}
    whole = values.astype(np.int32)
    if field.type == "choice":
        return {name: pa.array(whole)}
    if field.type == "date":
        days = pa.array(whole).view(pa.date32())
        return {f"{name}_from": days, f"{name}_to": days}
    if field.type == "number":
        number = pa.array(whole)
        return {f"{name}_at_least": number, f"{name}_at_most": number}
    assert field.type == "term"
    months, days = pa.array(np.maximum(whole, 0)), pa.array(np.maximum(-whole, 0))
    return {
        f"{name}_months_at_least": months,
        f"{name}_months_at_most": months,
        f"{name}_days_at_least": days,
        f"{name}_days_at_most": days,
    }


def never(count: int) -> Array:
    """Return `never` for each of so many."""
    return np.full(count, NEVER, np.int32)
