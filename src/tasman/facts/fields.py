"""How a vocabulary is declared: records and the fields they hold.

One declaration serves everything: the loader, the schemas, the columns of a table, and
the handles with which rules are written. A field read from a class gives the field;
a field read from a record gives whatever that record's reader makes of it, which in a
rule is an expression.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar, overload

from tasman.facts.kinds import FACT

if TYPE_CHECKING:
    from tasman.rules.handles import (  # noqa: F401
        Choice,
        Date,
        Duration,
        Many,
        Number,
        Truth,
    )

T = TypeVar("T")
R = TypeVar("R", bound="Record")

FIELD_TYPES = ("truth", "date", "term", "number", "choice", "text", "list")


class Field(Generic[T]):
    """One thing that may be known of a record.

    `doc` states it in one sentence; `ask` is the question that would find it out;
    `lacks` is the kind of unknown that its absence is.
    """

    type: ClassVar[str] = ""

    def __init__(self, doc: str, *, ask: str = "", lacks: int = FACT) -> None:
        self.doc, self.lacks = doc, lacks
        self.ask = ask
        self.name = ""
        self.record = ""

    def __set_name__(self, owner: builtins.type[Record], name: str) -> None:
        self.name, self.record = name, owner.__name__

    @overload
    def __get__(self, record: None, owner: builtins.type[Record]) -> Field[T]: ...
    @overload
    def __get__(self, record: Record, owner: builtins.type[Record]) -> T: ...

    def __get__(
        self, record: Record | None, owner: builtins.type[Record]
    ) -> Field[T] | T:
        if record is None:
            return self
        value: T = record.reader(record, self)
        return value

    def __repr__(self) -> str:
        return f"{self.record}.{self.name}"


class TruthField(Field["Truth"]):
    """Yes, no, or (absent) not known."""

    type = "truth"


class DateField(Field["Date"]):
    """A date, exact or to the month or year; `never` when it has not happened."""

    type = "date"


class TermField(Field["Duration"]):
    """A length of time in months and days, as pronounced."""

    type = "term"


class NumberField(Field["Number"]):
    """A whole number, `least` to `most`; `unit` says of what."""

    type = "number"

    def __init__(
        self,
        doc: str,
        *,
        least: int = 0,
        most: int = 1_000_000,
        unit: str = "",
        ask: str = "",
        lacks: int = FACT,
    ) -> None:
        super().__init__(doc, ask=ask, lacks=lacks)
        self.least, self.most, self.unit = least, most, unit


class PositionField(Field["Number"]):
    """The place of an element in its list, from 0: given by the list, not the file."""

    type = "number"
    least, most = 0, 1 << 28


class ChoiceField(Field["Choice"]):
    """One of a fixed set of words."""

    type = "choice"

    def __init__(
        self,
        doc: str,
        *values: str,
        ask: str = "",
        lacks: int = FACT,
        meanings: dict[str, str] | None = None,
    ) -> None:
        super().__init__(doc, ask=ask, lacks=lacks)
        if len(values) > 30:
            raise ValueError("a choice holds at most 30 words: it is kept as bits")
        self.values = values
        self.meanings = meanings or {}

    @property
    def all_values(self) -> int:
        """The mask that leaves every value open."""
        return (1 << len(self.values)) - 1


class TextField(Field[str]):
    """Words for people. Rules cannot read them."""

    type = "text"


class ListField(Field["Many[R]"], Generic[R]):
    """A list of records; `happens` names the field that says when an element happens.

    Elements that happen after the as-at day are left out. `lacks` is the kind of
    unknown that an absent or incomplete list is.
    """

    type = "list"

    def __init__(
        self,
        doc: str,
        of: builtins.type[R],
        *,
        happens: str = "",
        ask: str = "",
        lacks: int = FACT,
    ) -> None:
        super().__init__(doc, ask=ask, lacks=lacks)
        if happens and not isinstance(of.fields()[happens], DateField):
            raise TypeError(f"{of.__name__}.{happens} is not a date")
        self.of, self.happens = of, happens


Reader = Callable[["Record", Field[Any]], Any]


class Record:
    """Base of the vocabulary's records: holds fields, and how to read them."""

    _fields: ClassVar[dict[str, Field[Any]]] = {}
    position = PositionField("Place in the file's list, from 0.")

    def __init__(self, reader: Reader, node: object) -> None:
        self.reader, self.node = reader, node

    def __init_subclass__(cls) -> None:
        own = {k: v for k, v in vars(cls).items() if isinstance(v, Field)}
        cls._fields = {**cls._fields, **own}

    @classmethod
    def fields(cls) -> dict[str, Field[Any]]:
        """Return the fields that a file may hold, by name, in the order declared."""
        return dict(cls._fields)
