"""Acts, provisions and their versions: how a rule says where it comes from.

A version is a rectangle in time: `since` to `until` on its selecting day (the law-at
date, unless `applies_by` names a date of the case), `known_since` to `known_until` on
the date as known at. `since` is the first day in, `until` the first day out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar, cast

from tasman.facts.days import EARLIEST, NEVER, parse_day
from tasman.facts.fields import Record
from tasman.rules.errors import LawError
from tasman.rules.expressions import Node
from tasman.rules.handles import (
    TYPE_NAMES,
    Date,
    Duration,
    Expression,
    Number,
    clock,
    handle,
    symbol,
)

EVER = EARLIEST
"""`since` of a version without a beginning."""
FOREVER = NEVER + 1
"""`until` of a version without an end: it takes in `NEVER` too."""


class Mark(StrEnum):
    """How far the text of a provision has been checked."""

    VERIFIED = "verified"
    INFERRED = "inferred"
    MEMORY = "unverified: from memory"
    DOUBTFUL = "unverified: doubtful"

    @property
    def rank(self) -> int:
        """0 for the surest; higher is weaker."""
        return list(Mark).index(self)


_MARKS = {
    "V": Mark.VERIFIED,
    "I": Mark.INFERRED,
    "M": Mark.MEMORY,
    "?": Mark.DOUBTFUL,
}

KINDS = (
    "definition",
    "ground",
    "duty",
    "power",
    "deemed",
    "time limit",
    "consequence",
    "immunity",
    "consideration",
    "entitlement",
    "status",
)
"""What a provision may be: a duty says must, a power may; `deemed` happens by law."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place where the text of the law, or a report of it, was read."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a provision.

    When it stands, what it says, how far it was checked.
    """

    pinpoint: str
    name: str
    since: int
    until: int
    known_since: int
    known_until: int
    selector: Node
    body: Node
    parameters: tuple[tuple[str, Node], ...]
    arguments: tuple[str, ...]
    type: str
    statement: str
    where: str
    citation: str
    mark: Mark
    kind: str = "definition"
    plain: str = ""
    sources: tuple[Source, ...] = ()
    verified_on: int | None = None
    holder: str = ""
    natural_justice: str = ""
    note: str = ""
    data: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def logic(self) -> bytes:
        """The content that decides an answer, as bytes to be hashed."""
        span = (self.since, self.until, self.known_since, self.known_until)
        values = tuple((name, node.attrs) for name, node in self.parameters)
        head = repr((self.pinpoint, span, values, self.type)).encode()
        return head + self.selector.digest + self.body.digest

    @property
    def written_at(self) -> tuple[str, int]:
        """The file and the line, whatever was loaded first."""
        file, _, line = self.where.rpartition(":")
        return file, int(line) if line.isdigit() else 0

    @property
    def text(self) -> bytes:
        """What a reader is told, as bytes to be hashed."""
        told = (self.statement, self.plain, self.citation, self.mark, self.note)
        who = (self.kind, self.holder, self.natural_justice)
        read = (self.sources, self.verified_on)
        return repr((told, who, read, sorted(self.data.items()))).encode()


@dataclass(frozen=True, slots=True)
class Gap:
    """A time in which a provision has no version, and the reason."""

    pinpoint: str
    since: int
    until: int
    reason: str


P = ParamSpec("P")
H = TypeVar("H", bound=Expression)


class Provision:
    """What the decorator leaves in a rule's place.

    Calling it refers to the pinpoint.
    """

    def __init__(self, version: Version, function: Callable[..., Expression]) -> None:
        self.pinpoint, self.type = version.pinpoint, version.type
        self.arguments, self.function = version.arguments, function
        self.__name__, self.__doc__ = function.__name__, function.__doc__

    def __call__(self, *records: Record) -> Any:
        """Return an expression that refers to this provision, of these records."""
        found = tuple(type(record).__name__ for record in records)
        if found != self.arguments:
            wanted = ", ".join(self.arguments)
            raise TypeError(
                f"{self.__name__} takes {wanted}, found {', '.join(found) or 'nothing'}"
            )
        nodes = tuple(cast(Node, record.node) for record in records)
        return handle(Node("ref", self.type, nodes, (self.pinpoint,)))


class Act:
    """One instrument, and the provisions written from it.

    `slug` begins every pinpoint; `unit` stands before a section's number in a citation.
    `opens` is the first day Tasman answers for; before it the Act is out of scope.
    """

    def __init__(
        self,
        title: str,
        *,
        jurisdiction: str = "",
        slug: str = "",
        unit: str = "s",
        opens: str | None = None,
        sources: Mapping[str, str] | None = None,
        verified_on: str | None = None,
    ) -> None:
        self.title, self.jurisdiction, self.unit = title, jurisdiction, unit
        self.slug = slug or title.lower().replace(" ", "-")
        self.opens = EVER if opens is None else parse_day(opens)
        self.sources = dict(sources or {})
        self.verified_on = None if verified_on is None else parse_day(verified_on)
        self.versions: list[Version] = []
        self.gaps: list[Gap] = []

    def as_written(self) -> list[Version]:
        """Return the versions in the order written, whatever was loaded first."""
        return sorted(self.versions, key=lambda version: version.written_at)

    def citation(self, pinpoint: str) -> str:
        """Return how a lawyer would cite the pinpoint."""
        place = f" ({self.jurisdiction})" if self.jurisdiction else ""
        return f"{self.title}{place} {self.unit} {pinpoint}".replace("  ", " ")

    def gap(self, pinpoint: str, *, since: str, until: str, reason: str) -> None:
        """Declare that no version stands from `since` to `until`, and why."""
        place = f"{self.slug}/{pinpoint}"
        self.gaps.append(Gap(place, parse_day(since), parse_day(until), reason))

    def provision(
        self,
        pinpoint: str,
        *,
        since: str | None = None,
        until: str | None = None,
        known_since: str | None = None,
        known_until: str | None = None,
        applies_by: Callable[..., Date] | None = None,
        kind: str = "definition",
        mark: str = "V",
        sources: str = "",
        verified_on: str | None = None,
        citation: str | None = None,
        plain: str = "",
        holder: str = "",
        natural_justice: str = "",
        note: str = "",
        data: Mapping[str, Any] | None = None,
    ) -> Callable[[Callable[P, H]], Callable[P, H]]:
        """Make the function below a version of a provision.

        The docstring's first paragraph is the statement of the rule in legal words,
        `plain` the same for anyone. Keyword-only parameters are thresholds a reform may
        change. `mark` is V (read in the source), I (inferred from it), M (from memory)
        or ? (doubtful); `sources` names keys of the Act's sources. Raises LawError on a
        kind, mark or source that is not known.
        """
        if kind not in KINDS or mark not in _MARKS:
            raise LawError(
                f"{self.slug}/{pinpoint}: kind {kind!r} or mark {mark!r} is not known; "
                f"kinds: {', '.join(KINDS)}; marks: V, I, M, ?"
            )
        told = {
            "kind": kind,
            "mark": _MARKS[mark],
            "plain": plain,
            "holder": holder,
            "natural_justice": natural_justice,
            "note": note,
            "sources": self._sources(pinpoint, sources),
            "citation": citation or self.citation(pinpoint),
            "data": MappingProxyType(dict(data or {})),
            "verified_on": self._verified(mark, verified_on),
        }
        span = (
            _edge(since, EVER),
            _edge(until, FOREVER),
            _edge(known_since, EVER),
            _edge(known_until, FOREVER),
        )

        def wrap(function: Callable[P, H]) -> Callable[P, H]:
            original: Callable[..., Expression] = getattr(
                function, "function", function
            )
            version = _version(
                f"{self.slug}/{pinpoint}", original, span, applies_by, told
            )
            self.versions.append(version)
            return cast("Callable[P, H]", Provision(version, original))

        return wrap

    def _sources(self, pinpoint: str, keys: str) -> tuple[Source, ...]:
        missing = [key for key in keys.split() if key not in self.sources]
        if missing:
            raise LawError(f"{self.slug}/{pinpoint}: no source named {missing}")
        return tuple(Source(key, self.sources[key]) for key in keys.split())

    def _verified(self, mark: str, verified_on: str | None) -> int | None:
        if verified_on is not None:
            return parse_day(verified_on)
        return self.verified_on if mark in "VI" else None


def _edge(text: str | None, default: int) -> int:
    return default if text is None else parse_day(text)


def _version(
    pinpoint: str,
    function: Callable[..., Expression],
    span: tuple[int, int, int, int],
    applies_by: Callable[..., Date] | None,
    told: Mapping[str, Any],
) -> Version:
    """Run the rule once on symbols and keep what it says."""
    where = f"{function.__code__.co_filename}:{function.__code__.co_firstlineno}"
    names, defaults = _signature(function, f"{where}  {pinpoint}")
    records = [symbol(record_named(name), -1 - i) for i, name in enumerate(names)]
    thresholds = {
        name: type(value)(Node("parameter", value.node.type, (), (pinpoint, name)))
        for name, value in defaults.items()
    }
    body = function(*records, **thresholds)
    if type(body) not in TYPE_NAMES:
        raise LawError(
            f"{where}  {pinpoint}: a rule returns an expression, not {body!r}"
        )
    selector = applies_by(*records) if applies_by else clock("law_at")
    statement = " ".join((function.__doc__ or "").split("\n\n")[0].split())
    return Version(
        pinpoint,
        function.__name__,
        *span,
        selector.node,
        body.node,
        tuple((name, value.node) for name, value in defaults.items()),
        tuple(names),
        body.node.type,
        statement,
        where,
        **told,
    )


def _signature(
    function: Callable[..., Any], where: str
) -> tuple[list[str], dict[str, Duration | Number]]:
    """Return the names of the records a rule takes, and its thresholds."""
    code = function.__code__
    notes = function.__annotations__
    names = [notes[name] for name in code.co_varnames[: code.co_argcount]]
    thresholds: dict[str, Duration | Number] = function.__kwdefaults__ or {}
    if len(thresholds) != code.co_kwonlyargcount or not all(
        isinstance(value, Duration | Number) for value in thresholds.values()
    ):
        raise LawError(
            f"{where}: the default of each threshold must be a length or a number, "
            "such as months(12) or number(2)"
        )
    return [n if isinstance(n, str) else n.__name__ for n in names], thresholds


def record_named(name: str) -> type[Record]:
    """Return the record class of this name; raises LawError when there is none."""
    known = {kind.__name__: kind for kind in Record.__subclasses__()}
    if name not in known:
        raise LawError(f"no record named {name}: there are {', '.join(sorted(known))}")
    return known[name]
