"""The words in which rules are written: symbolic truths, dates, lengths and lists.

A rule runs once, when the law is loaded, on symbolic records. What it returns is an
expression; nothing in it is true or false until it meets facts.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, NoReturn, TypeVar, overload

from tasman.facts.fields import ChoiceField, Field, ListField, Record
from tasman.facts.kinds import UNSETTLED, kind_names
from tasman.rules.expressions import Node, constant


class NotABoolean(TypeError):
    """A rule asked an expression whether it is true before it met any facts."""


class Expression:
    """Base of the handles: wraps one node."""

    __slots__ = ("node",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, node: Node) -> None:
        self.node = node

    def __bool__(self) -> NoReturn:
        raise NotABoolean(
            "a rule's expression is not true or false until it meets facts: write & "
            "| ~ instead of `and`, `or`, `not`; .any(...) instead of `in` or a for "
            "loop; and split a < b < c in two"
        )

    def __iter__(self) -> NoReturn:
        raise NotABoolean(
            "a list in a rule has no elements until it meets facts: use .any, .count, "
            ".total, .latest or .covered_days"
        )

    def __contains__(self, other: object) -> NoReturn:
        self.__iter__()


class Truth(Expression):
    """Yes, no or unknown. Combine with `&`, `|` and `~`."""

    __slots__ = ()

    def __and__(self, other: Truth) -> Truth:
        return Truth(_flat("and", self.node, _node(other, Truth)))

    def __or__(self, other: Truth) -> Truth:
        return Truth(_flat("or", self.node, _node(other, Truth)))

    def __invert__(self) -> Truth:
        if self.node.op == "not":
            return Truth(self.node.args[0])
        return Truth(Node("not", "truth", (self.node,)))


class Number(Expression):
    """A whole number."""

    __slots__ = ()

    def __ge__(self, other: Number | int) -> Truth:
        return _compare("<=", _number(other), self.node)

    def __le__(self, other: Number | int) -> Truth:
        return _compare("<=", self.node, _number(other))

    def __gt__(self, other: Number | int) -> Truth:
        return _compare("<", _number(other), self.node)

    def __lt__(self, other: Number | int) -> Truth:
        return _compare("<", self.node, _number(other))

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        return _compare("==", self.node, _number(other))

    def __add__(self, other: Number | int) -> Number:
        return Number(Node("plus", "number", (self.node, _number(other))))

    def __sub__(self, other: Number | int) -> Number:
        return Number(Node("minus", "number", (self.node, _number(other))))

    @property
    def as_days(self) -> Duration:
        """The number read as a length of so many days."""
        return Duration(Node("as_days", "term", (self.node,)))


class Duration(Expression):
    """A length of time: months and days, kept apart."""

    __slots__ = ()

    def at_least(
        self, other: Duration, *, start: Date | None = None, end: Date | None = None
    ) -> Truth:
        """Whether this is the other length or longer.

        Counted on the calendar from `start`, or back from `end`. Without either, or
        from a day that never comes, only what holds from every day is definite; the
        rest is unsettled.
        """
        if start is not None and end is not None:
            raise TypeError("count from a start or back from an end, not both")
        anchor = start if start is not None else end
        counted_from = () if anchor is None else (_node(anchor, Date),)
        args = (self.node, _node(other, Duration), *counted_from)
        return Truth(Node("at_least", "truth", args, (end is not None, UNSETTLED)))

    def __ge__(self, other: Duration) -> Truth:
        return self.at_least(other)


class Date(Expression):
    """A day of the case or of one of the three clocks; never a date of the law."""

    __slots__ = ()

    def __ge__(self, other: Date) -> Truth:
        return _compare("<=", _date(other), self.node)

    def __le__(self, other: Date) -> Truth:
        return _compare("<=", self.node, _date(other))

    def __gt__(self, other: Date) -> Truth:
        return _compare("<", _date(other), self.node)

    def __lt__(self, other: Date) -> Truth:
        return _compare("<", self.node, _date(other))

    def __eq__(self, other: object) -> Truth:  # type: ignore[override]
        return _compare("==", self.node, _date(other))

    def __add__(self, length: Duration) -> Date:
        return Date(Node("add_term", "date", (self.node, _node(length, Duration))))

    @overload
    def __sub__(self, other: Date) -> Number: ...
    @overload
    def __sub__(self, other: Duration) -> Date: ...

    def __sub__(self, other: Date | Duration) -> Number | Date:
        if isinstance(other, Duration):
            return Date(Node("take_term", "date", (self.node, other.node)))
        return Number(Node("minus", "number", (self.node, _date(other))))


class Choice(Expression):
    """One of a fixed set of words."""

    __slots__ = ("values",)

    def __init__(self, node: Node, values: tuple[str, ...]) -> None:
        super().__init__(node)
        self.values = values

    def is_(self, *words: str) -> Truth:
        """Whether it is one of these words."""
        mask = 0
        for word in words:
            if word not in self.values:
                raise ValueError(f"{word!r} is not one of {', '.join(self.values)}")
            mask |= 1 << self.values.index(word)
        return Truth(Node("is_in", "truth", (self.node,), (mask, words)))


YES = Truth(constant("truth", 2))
"""Always so."""
NO = Truth(constant("truth", 0))
"""Never so."""

R = TypeVar("R", bound=Record)
E = TypeVar("E", Truth, Number, Duration, Date)
Value = TypeVar("Value", Duration, Number)
_TYPES: dict[str, type[Expression]] = {
    "truth": Truth,
    "number": Number,
    "term": Duration,
    "date": Date,
}
TYPE_NAMES = {handle: name for name, handle in _TYPES.items()}


def handle(node: Node) -> Any:
    """Return the handle for a node's type."""
    return _TYPES[node.type](node)


def years(count: int) -> Duration:
    """A length of so many calendar years."""
    return Duration(constant("term", 12 * count, 0))


def months(count: int) -> Duration:
    """A length of so many calendar months."""
    return Duration(constant("term", count, 0))


def days(count: int) -> Duration:
    """A length of so many days."""
    return Duration(constant("term", 0, count))


def number(value: int) -> Number:
    """A whole number."""
    return Number(constant("number", value))


def clock(name: str) -> Date:
    """One of the three dates of an assessment: `as_at`, `law_at` or `known_at`."""
    if name not in ("as_at", "law_at", "known_at"):
        raise ValueError(f"{name!r} is not a clock: as_at, law_at or known_at")
    return Date(Node("clock", "date", (), (name,)))


as_at = clock("as_at")
"""The day on which the facts stand as they do."""


def unknown(kind: int, note: str) -> Truth:
    """A truth that no fact of the case can settle, with its kind and the reason."""
    kind_names(kind)
    return Truth(Node("lack", "truth", (), (kind, note)))


def readings(note: str, *alternatives: Truth, kind: int = UNSETTLED) -> Truth:
    """What every reading of unsettled law agrees on; unknown where they differ."""
    nodes = tuple(_node(each, Truth) for each in alternatives)
    return Truth(Node("join", "truth", nodes, (kind, note)))


def choose(condition: Truth, yes: E, no: E) -> E:
    """`yes` where the condition holds, else `no`.

    While it is unknown, what both allow.
    """
    if type(yes) is not type(no):
        raise TypeError("both sides of a choice must be of one type")
    args = (_node(condition, Truth), yes.node, no.node)
    return type(yes)(Node("choose", yes.node.type, args))


def rolled(day: Date, calendar: str) -> Date:
    """The day itself, or the next on which offices are open by that calendar."""
    return Date(Node("roll", "date", (_date(day),), (calendar,)))


class Many(Generic[R]):
    """A list of the case.

    Up to the as-at day. Every operation takes a rule on one element.
    """

    def __init__(
        self,
        owner: Record,
        field: ListField[R],
        conditions: tuple[Callable[[R], Truth], ...] = (),
    ) -> None:
        self._owner, self._field, self._conditions = owner, field, conditions

    def __iter__(self) -> NoReturn:
        raise NotABoolean(
            "a list in a rule has no elements until it meets facts: use .any, .count, "
            ".total, .latest or .covered_days"
        )

    def __contains__(self, other: object) -> NoReturn:
        self.__iter__()

    def where(self, condition: Callable[[R], Truth]) -> Many[R]:
        """The elements of which the condition holds."""
        return Many(self._owner, self._field, (*self._conditions, condition))

    def any(self, condition: Callable[[R], Truth] | None = None) -> Truth:
        """Whether there is an element of which the condition holds."""
        chosen = self if condition is None else self.where(condition)
        return Truth(chosen._operation("any", "truth"))

    def all(self, condition: Callable[[R], Truth]) -> Truth:
        """Whether the condition holds of every element (so it does of none)."""
        return ~self.any(lambda element: ~condition(element))

    def count(self) -> Number:
        """How many elements there are."""
        return Number(self._operation("count", "number"))

    def total(self, value: Callable[[R], Value]) -> Value:
        """The sum of a length or number; months and days are added apart."""
        node = self._operation("total", None, value)
        result: Value = handle(node)
        return result

    def latest(self, value: Callable[[R], Date], default: Date) -> Date:
        """The latest of a date over the elements and the default."""
        return Date(self._operation("latest", "date", value, extra=(default.node,)))

    def covered_days(
        self,
        start: Callable[[R], Date],
        until: Callable[[R], Date],
        *,
        within: tuple[Date, Date] | None = None,
    ) -> Number:
        """The days that at least one element's [start, until) covers, overlaps once."""
        window = () if within is None else (within[0].node, within[1].node)
        return Number(self._operation("covered", "number", start, until, extra=window))

    def _operation(
        self,
        op: str,
        type_: str | None,
        *bodies: Callable[[R], Expression],
        extra: tuple[Node, ...] = (),
    ) -> Node:
        global _depth
        depth, _depth = _depth, _depth + 1
        try:
            element = symbol(self._field.of, depth)
            member = self._membership(element)
            nodes = tuple(body(element).node for body in bodies)
        finally:
            _depth = depth
        owner = self._owner.node
        assert isinstance(owner, Node)
        attrs = (self._field.name, depth, len(nodes))
        return Node(op, type_ or nodes[0].type, (owner, member, *nodes, *extra), attrs)

    def _membership(self, element: R) -> Node:
        member: Truth | None = None
        if self._field.happens:
            member = getattr(element, self._field.happens) <= as_at
        for condition in self._conditions:
            holds = condition(element)
            _node(holds, Truth)
            member = holds if member is None else member & holds
        return (YES if member is None else member).node


_depth = 0
"""How many list operations the rule being written is inside of."""


def symbol(record: type[R], depth: int) -> R:
    """Return a symbolic record.

    Argument -1, -2 ... of a provision, or a loop's element.
    """
    return record(_read, Node("var", "record", (), (depth, record.__name__)))


def _read(record: Record, field: Field[Any]) -> Any:
    if isinstance(field, ListField):
        return Many(record, field)
    if field.type == "text":
        raise TypeError(f"{field} is text for people: no rule may read it")
    owner = record.node
    assert isinstance(owner, Node)
    name = type(record).__name__
    node = Node("field", field.type, (owner,), (name, field.name, field.lacks))
    if isinstance(field, ChoiceField):
        return Choice(node, field.values)
    return handle(node)


def _flat(op: str, *nodes: Node) -> Node:
    parts: dict[Node, None] = {}
    for node in nodes:
        parts.update(dict.fromkeys(node.args if node.op == op else (node,)))
    return next(iter(parts)) if len(parts) == 1 else Node(op, "truth", tuple(parts))


def _node(value: Expression, wanted: type[Expression]) -> Node:
    if not isinstance(value, wanted):
        raise TypeError(
            f"expected a {wanted.__name__.lower()}, "
            f"found {type(value).__name__}: {value!r}"
        )
    return value.node


def _number(value: object) -> Node:
    if isinstance(value, Number):
        return value.node
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError(f"expected a whole number, found {value!r}")
    return constant("number", value)


def _date(value: object) -> Node:
    if not isinstance(value, Date):
        raise TypeError(
            f"expected a date of the case, found {value!r}: a date of the law belongs "
            f"in `since` and `until`, never in a rule"
        )
    return value.node


def _compare(op: str, left: Node, right: Node) -> Truth:
    return Truth(Node("compare", "truth", (left, right), (op,)))
