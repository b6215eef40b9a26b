"""By what people are counted: age on arrival, years here and the like, in bands.

A person whose facts leave the band open is counted as `unknown`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.arrow import OTHERS
from tasman.facts.choices import mask_of
from tasman.facts.days import EARLIEST, NEVER
from tasman.facts.errors import BadValue, did_you_mean
from tasman.facts.fields import ChoiceField
from tasman.facts.terms import MOST_MONTHS
from tasman.facts.vocabulary.offending import Offence, Sentence
from tasman.rules.machine.batches import day_column

Array = npt.NDArray[Any]
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Dimension:
    """One way to divide people: the columns it reads, its words, and how it sorts."""

    name: str
    reads: tuple[tuple[str, str], ...]
    words: tuple[str, ...]
    code: Callable[[pa.RecordBatch, int | str], Array]

    def codes(self, batch: pa.RecordBatch, as_at: int | str) -> Array:
        """Return the place of each person's word."""
        found = self.code(batch, as_at)
        return np.where(found < 0, len(self.words) - 1, found).astype(np.int64)


def _bound(batch: Any, name: str, null: int) -> Array:
    """Return one column with nulls filled in, of a batch or of a struct."""
    if isinstance(batch, pa.RecordBatch):
        at = batch.schema.get_field_index(name)
        column = None if at < 0 else batch.column(at)
    else:
        at = batch.type.get_field_index(name)
        column = None if at < 0 else batch.field(at)
    if column is None or pa.types.is_null(column.type):
        return np.full(len(batch), null, np.int64)
    if pa.types.is_date32(column.type):
        column = column.view(pa.int32())
    if pa.types.is_boolean(column.type):
        column = column.cast(pa.int8())
    filled = column.fill_null(null).to_numpy(zero_copy_only=False)
    return np.asarray(filled, np.int64)


def _elements(batch: pa.RecordBatch, name: str) -> tuple[Array, Any, Array]:
    """Return owners and elements of a list, and which lists are complete."""
    column = batch.column(batch.schema.get_field_index(name))
    lengths = column.value_lengths()
    known = np.asarray(column.is_valid().to_numpy(zero_copy_only=False))
    counts = lengths.fill_null(0).to_numpy(zero_copy_only=False)
    owners = np.repeat(np.arange(batch.num_rows), counts)
    struct = column.flatten()
    open_ = _bound(struct, OTHERS, 0).astype(bool) if len(struct) else owners > 0
    complete = known.copy()
    complete[owners[open_]] = False
    return owners, struct, complete


def _day(batch: pa.RecordBatch, as_at: int | str) -> Array:
    if isinstance(as_at, int):
        return np.full(batch.num_rows, as_at, np.int64)
    return np.asarray(day_column(batch, as_at), np.int64)


def _arrival(batch: pa.RecordBatch) -> tuple[Array, Array]:
    """Return the earliest and latest day on which each person may have first come."""
    owners, struct, complete = _elements(batch, "stays")
    low = np.full(batch.num_rows, NEVER, np.int64)
    high = low.copy()
    np.minimum.at(low, owners, _bound(struct, "arrived_on_from", EARLIEST))
    np.minimum.at(high, owners, _bound(struct, "arrived_on_to", NEVER))
    return np.where(complete, low, EARLIEST), high


def _band(low: Array, high: Array, edges: tuple[int, ...]) -> Array:
    """Return the band that a number of years lies in, -1 where it may be either."""
    first = np.searchsorted(edges, low, side="right") - 1
    last = np.searchsorted(edges, high, side="right") - 1
    return np.where((first == last) & (low >= 0), first, -1)


def _years(first: Array, last: Array) -> Array:
    """Return the whole years from one day to another, by the calendar."""
    (year, month, day), (year_, month_, day_) = map(_calendar, (first, last))
    early = (month_ < month) | ((month_ == month) & (day_ < day))
    return np.asarray(year_ - year - early)


def _calendar(days: Array) -> tuple[Array, Array, Array]:
    when = days.astype("datetime64[D]")
    month = when.astype("datetime64[M]")
    whole = month.astype(np.int64)
    return whole // 12, whole % 12, (when - month).astype(np.int64)


_ARRIVED = (0, 10, 18, 30)
_HERE = (0, 5, 10, 20)
_AGED = (0, 18, 25, 35, 45, 55, 65)
_TERMS = (0, 1, 12, 24, 60, 120)


def _age_at_arrival(batch: pa.RecordBatch, as_at: int | str) -> Array:
    first, last = _arrival(batch)
    born = _bound(batch, "born_on_from", EARLIEST), _bound(batch, "born_on_to", NEVER)
    never = first >= NEVER
    band = _band(_years(born[1], first), _years(born[0], last), _ARRIVED)
    return np.where(never, -1, band)


def _years_here(batch: pa.RecordBatch, as_at: int | str) -> Array:
    first, last = _arrival(batch)
    day = _day(batch, as_at)
    return _band(_years(last, day), _years(first, day), _HERE)


def _age(batch: pa.RecordBatch, as_at: int | str) -> Array:
    day = _day(batch, as_at)
    low = _bound(batch, "born_on_to", NEVER)
    high = _bound(batch, "born_on_from", EARLIEST)
    return _band(_years(low, day), _years(high, day), _AGED)


_PRISON = mask_of(Sentence, "kind", "gaol") | mask_of(Sentence, "kind", "life")
_LIFE = mask_of(Sentence, "kind", "life")


def _longest(batch: pa.RecordBatch, as_at: int | str) -> Array:
    """Return the band of the longest prison term imposed, in months."""
    owners, struct, complete = _elements(batch, "sentences")
    kind = _bound(struct, "kind", -1)
    perhaps = (kind & _PRISON) > 0
    surely = (kind & ~_PRISON) == 0
    least = _bound(struct, "term_months_at_least", 0)
    most = _bound(struct, "term_months_at_most", MOST_MONTHS)
    extra = _bound(struct, "term_days_at_most", 0) > 0
    life = kind == _LIFE
    low = np.zeros(batch.num_rows, np.int64)
    high = low.copy()
    np.maximum.at(low, owners, np.where(surely, np.where(life, 9999, least), 0))
    top = np.where(life, 9999, np.maximum(most, extra))
    np.maximum.at(high, owners, np.where(perhaps, top, 0))
    some = np.zeros(batch.num_rows, bool)
    some[owners[perhaps]] = True
    low, high = np.maximum(low, some), np.maximum(high, some)
    return np.where(complete, _band(low, high, _TERMS), -1)


def _latest(list_name: str, field: ChoiceField, day: str) -> Any:
    """Return a function that gives a choice of each person's latest element."""
    single = {1 << i: i for i in range(len(field.values))}

    def code(batch: pa.RecordBatch, as_at: int | str) -> Array:
        owners, struct, complete = _elements(batch, list_name)
        when = _bound(struct, f"{day}_from", EARLIEST)
        word = _bound(struct, field.name, -1)
        order = np.lexsort((when, owners))
        last = np.flatnonzero(np.diff(owners[order], append=batch.num_rows))
        found = np.full(batch.num_rows, -1, np.int64)
        places = [single.get(int(mask), -1) for mask in word[order[last]]]
        found[owners[order[last]]] = places
        return np.where(complete, found, -1)

    return code


def _choice_of(record: Any, name: str) -> ChoiceField:
    found = record.fields()[name]
    assert isinstance(found, ChoiceField)
    return found


_STATE = _choice_of(Sentence, "jurisdiction")
_OFFENCE = _choice_of(Offence, "category")
_BORN = (("", "born_on_from"), ("", "born_on_to"))
_CAME = (("stays", "arrived_on_from"), ("stays", "arrived_on_to"))
_TERM = tuple(
    ("sentences", name)
    for name in (
        "kind",
        "term_months_at_least",
        "term_months_at_most",
        "term_days_at_most",
    )
)

DIMENSIONS = {
    each.name: each
    for each in (
        Dimension(
            "age_at_arrival",
            (*_BORN, *_CAME),
            ("0-9", "10-17", "18-29", "30+", UNKNOWN),
            _age_at_arrival,
        ),
        Dimension(
            "years_here", _CAME, ("0-4", "5-9", "10-19", "20+", UNKNOWN), _years_here
        ),
        Dimension(
            "age",
            _BORN,
            ("0-17", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", UNKNOWN),
            _age,
        ),
        Dimension(
            "longest_sentence",
            _TERM,
            ("none", "under 12m", "12-23m", "24-59m", "60-119m", "120m+", UNKNOWN),
            _longest,
        ),
        Dimension(
            "state",
            (("sentences", "jurisdiction"), ("sentences", "imposed_on_from")),
            (*_STATE.values, UNKNOWN),
            _latest("sentences", _STATE, "imposed_on"),
        ),
        Dimension(
            "offence",
            (("offences", "category"), ("offences", "found_on_from")),
            (*_OFFENCE.values, UNKNOWN),
            _latest("offences", _OFFENCE, "found_on"),
        ),
    )
}
"""Every dimension by the name a user types."""


def dimensions(names: list[str]) -> list[Dimension]:
    """Return the dimensions of these names; raises BadValue for one not known."""
    for name in names:
        if name not in DIMENSIONS:
            near = did_you_mean(name, DIMENSIONS)
            raise BadValue(
                f"cannot count by {name!r}",
                f"{near}Choose from: {', '.join(DIMENSIONS)}.",
            )
    return [DIMENSIONS[name] for name in dict.fromkeys(names)]
