"""What the machine says of a batch of people, conclusion by conclusion, or in words."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from tasman.facts.arrow import schema
from tasman.facts.case import UNKNOWN, YES
from tasman.facts.errors import BadValue
from tasman.facts.fields import ListField, TextField
from tasman.facts.kinds import NOT_COVERED, kind_names
from tasman.facts.vocabulary import Person
from tasman.rules.law import Law
from tasman.rules.machine import Machine
from tasman.rules.machine.batches import day_column
from tasman.rules.machine.engine import KINDS
from tasman.rules.values import TRUTH_NAMES

Numbers = npt.NDArray[np.int8]


@dataclass(frozen=True)
class Asked:
    """Conclusions of one law by name, those that say the opposite, and the days.

    A clock is a day or the name of a column of days.
    """

    law: Law
    conclusions: Mapping[str, str]
    reversed: Collection[str]
    as_at: int | str
    law_at: int | str
    known_at: int | str

    def of(
        self, people: pa.RecordBatch, *, words: bool = False, kinds: bool = False
    ) -> pa.RecordBatch:
        """Return a column a conclusion: 0 no, 1 unknown, 2 yes, or those words.

        With `kinds`, a column more of what kind each unknown is. An answer for a day
        before its law's first is unknown, not covered. Raises BadValue for people
        whose columns the machine cannot read.
        """
        _check_form(people)
        machine = Machine(
            self.law,
            dict.fromkeys(self.conclusions.values()),
            as_at=self.as_at,
            law_at=self.law_at,
            known_at=self.known_at,
            kinds=kinds,
        )
        found = machine.run(people, threads=os.cpu_count() or 1)
        columns: dict[str, pa.Array] = {}
        for name, pinpoint in self.conclusions.items():
            early = self._before_the_law(people, pinpoint)
            truth = np.asarray(found.column(pinpoint)).copy()
            truth = YES - truth if name in self.reversed else truth
            truth[early] = UNKNOWN
            columns[name] = in_words(truth, TRUTH_NAMES) if words else pa.array(truth)
            if kinds:
                mask = np.asarray(found.column(pinpoint + KINDS)).copy()
                mask[early] = NOT_COVERED
                shown = in_words(mask, KIND_WORDS) if words else pa.array(mask)
                columns[name + KINDS] = shown
        return pa.record_batch(columns)

    def _before_the_law(self, people: pa.RecordBatch, pinpoint: str) -> Numbers:
        """Return for whom the law is asked before the first day it is covered."""
        opens = self.law.opens.get(pinpoint.partition("/")[0])
        if opens is None:
            return np.zeros(people.num_rows, np.bool_)
        if isinstance(self.law_at, int):
            return np.full(people.num_rows, self.law_at < opens)
        return np.asarray(day_column(people, self.law_at) < opens)


KIND_WORDS = tuple(", ".join(kind_names(mask)) for mask in range(2 * NOT_COVERED))
"""The words for each mask of kinds."""


def in_words(values: Numbers, words: tuple[str, ...]) -> pa.Array:
    """Return a column of words that holds one for each value."""
    return pa.DictionaryArray.from_arrays(pa.array(values), pa.array(words))


def _check_form(people: pa.RecordBatch) -> None:
    """Refuse columns in words: the machine would take their facts for unknown."""
    machine = schema().names
    for name, field in Person.fields().items():
        at = people.schema.get_field_index(name)
        if at < 0 or isinstance(field, TextField):
            continue
        found = [] if name in machine else [name]
        type_ = people.schema.field(at).type
        if isinstance(field, ListField) and pa.types.is_list(type_):
            inner = {part.name for part in schema().field(name).type.value_type}
            parts = type_.value_type if pa.types.is_struct(type_.value_type) else ()
            words = field.of.fields()
            found = [
                f"{name}.{part.name}"
                for part in parts
                if part.name in words and part.name not in inner
                if not isinstance(words[part.name], TextField)
            ]
        if found:
            raise BadValue(f"column {found[0]} is in words", "Use tasman.batch first.")
