"""Facts that cannot all be true, and facts that contradict each other but might be.

Only what is certain counts: dates known in part clash when they do so however the rest
turns out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

from tasman.facts.case import NO, NOTHING_KNOWN, YES, Facts, Warning
from tasman.facts.choices import mask_of
from tasman.facts.days import EARLIEST, NEVER, UNKNOWN_DATE, iso
from tasman.facts.errors import MOST_PROBLEMS
from tasman.facts.vocabulary import Citizenship, Custody, Decision, Stay

_AFTER_BIRTH = (
    ("citizenships", ("began_on",)),
    ("stays", ("arrived_on",)),
    ("visas", ("granted_on",)),
    ("applications", ("made_on",)),
    ("offences", ("committed_on", "found_on")),
    ("sentences", ("committed_on", "imposed_on", "starts_on")),
    ("custody", ("began_on",)),
    ("decisions", ("made_on",)),
)
_SPANS = (
    ("citizenships", "began_on", "ended_on"),
    ("stays", "arrived_on", "departed_on"),
    ("visas", "granted_on", "ceased_on"),
    ("applications", "made_on", "finished_on"),
    ("custody", "began_on", "ended_on"),
    ("relatives", "began_on", "ended_on"),
    ("findings", "made_on", "ended_on"),
    ("decisions", "made_on", "undone_on"),
)
_USUAL_ORDER = (
    ("offences", "committed_on", "found_on"),
    ("offences", "found_on", "quashed_on"),
    ("offences", "found_on", "pardoned_on"),
    ("sentences", "committed_on", "imposed_on"),
    ("sentences", "imposed_on", "quashed_on"),
    ("sentences", "imposed_on", "pardoned_on"),
    ("sentences", "imposed_on", "replaced_on"),
    ("decisions", "made_on", "notified_on"),
    ("decisions", "made_on", "representations_on"),
)
_CONFINING = (
    "gaol",
    "youth_detention",
    "police_cells",
    "forensic_hospital",
    "residential_program",
    "immigration_detention",
)
_FEW = 50


class Impossible(NamedTuple):
    """Facts that cannot all be true: the field to look at, why, and what to do."""

    field: str
    problem: str
    fix: str


@dataclass(frozen=True, slots=True)
class _Core:
    """The days that an element certainly covers, but for its last."""

    path: str
    first: int
    last: int


def impossibilities(facts: Facts) -> Iterator[Impossible]:
    """Yield whatever of a person's facts cannot all be true."""
    if facts.get("born_on", UNKNOWN_DATE)[0] >= NEVER:
        yield Impossible("born_on", "everyone was born", "Leave it out if not known.")
    else:
        yield from _before_birth(facts)
    for name, start, end in _SPANS:
        for path, began, ended in _pairs(facts, name, start, end):
            if ended[1] < began[0]:
                yield Impossible(
                    f"{path}.{end}",
                    f"{iso(ended[1])} is before {start} ({iso(began[0])})",
                    "Correct one of them.",
                )
    yield from _overlapping_stays(facts)
    yield from _overlapping_custody(facts)


def _before_birth(facts: Facts) -> Iterator[Impossible]:
    born = facts.get("born_on", UNKNOWN_DATE)[0]
    if born <= EARLIEST:
        return
    for name, fields in _AFTER_BIRTH:
        for path, element in _elements(facts, name):
            for field in fields:
                day = element.get(field, UNKNOWN_DATE)[1]
                if day < born:
                    yield Impossible(
                        f"{path}.{field}",
                        f"{iso(day)} is before the person was born ({iso(born)})",
                        "Correct it, or born_on.",
                    )


def _overlapping_stays(facts: Facts) -> Iterator[Impossible]:
    last: _Core | None = None
    for core in _cores(facts, "stays", "arrived_on", "departed_on"):
        if last and core.first < last.last:
            yield Impossible(
                core.path,
                f"overlaps {last.path} from {iso(core.first)}",
                "End one stay on the day on which the next begins.",
            )
        if last is None or core.last > last.last:
            last = core


def _overlapping_custody(facts: Facts) -> Iterator[Impossible]:
    """Two places at once: certainly different, both confining, both full time."""
    confining = mask_of(Custody, "place", *_CONFINING)
    at: dict[int, _Core] = {}
    elements = dict(_elements(facts, "custody"))
    for core in _cores(facts, "custody", "began_on", "ended_on"):
        place = elements[core.path].get("place", ~confining)
        if place & ~confining or elements[core.path].get("full_time") != YES:
            continue
        for other, there in at.items():
            if not other & place and core.first < there.last:
                yield Impossible(
                    core.path,
                    f"overlaps {there.path} from {iso(core.first)}: nobody is held "
                    "full time in two places",
                    "Correct the dates, the place or full_time.",
                )
        if place not in at or core.last > at[place].last:
            at[place] = core


def contradictions(facts: Facts, as_at: int | None = None) -> tuple[Warning, ...]:
    """Return the facts that contradict each other but might all be true."""
    checks = (
        _out_of_order,
        _citizen_and_visa,
        _citizen_and_stay,
        _here_and_away,
        _revoked_yet_standing,
    )
    found = (warning for check in checks for warning in check(facts, as_at))
    return tuple(islice(found, MOST_PROBLEMS))


def _out_of_order(facts: Facts, as_at: int | None) -> Iterator[Warning]:
    for name, first, second in _USUAL_ORDER:
        for path, before, after in _pairs(facts, name, first, second):
            if after[1] < before[0]:
                fields = (f"{path}.{second}", f"{path}.{first}")
                yield Warning(
                    "out-of-order",
                    f"{fields[0]} ({iso(after[1])}) is before {fields[1]} "
                    f"({iso(before[0])}).",
                    fields,
                )
    born = facts.get("born_on", UNKNOWN_DATE)[0]
    if as_at is not None and as_at < born < NEVER:
        yield Warning("out-of-order", "as_at is before born_on.", ("as_at", "born_on"))


def _citizen_and_visa(facts: Facts, as_at: int | None) -> Iterator[Warning]:
    for citizenship in _australian(facts):
        for visa in _cores(facts, "visas", "granted_on", "ceased_on"):
            if _overlap(citizenship, visa):
                yield Warning(
                    "citizen-and-visa",
                    f"An Australian citizen ({citizenship.path}) holds no visa, but "
                    f"{visa.path} is held on the same days.",
                    (citizenship.path, visa.path),
                )


def _citizen_and_stay(facts: Facts, as_at: int | None) -> Iterator[Warning]:
    citizen = mask_of(Stay, "footing", "citizen")
    elements = dict(_elements(facts, "stays"))
    for citizenship in _australian(facts):
        for stay in _cores(facts, "stays", "arrived_on", "departed_on"):
            footing = elements[stay.path].get("footing", citizen)
            if not footing & citizen and _overlap(citizenship, stay):
                yield Warning(
                    "citizen-and-stay",
                    f"An Australian citizen ({citizenship.path}) stays as a citizen, "
                    f"but {stay.path} says otherwise of the same days.",
                    (citizenship.path, f"{stay.path}.footing"),
                )


def _here_and_away(facts: Facts, as_at: int | None) -> Iterator[Warning]:
    if as_at is None or facts.get("in_australia") != NO:
        return
    for stay in _cores(facts, "stays", "arrived_on", "departed_on"):
        if stay.first <= as_at < stay.last:
            yield Warning(
                "here-and-away",
                f"in_australia is no, but {stay.path} covers {iso(as_at)}.",
                ("in_australia", stay.path),
            )


def _revoked_yet_standing(facts: Facts, as_at: int | None) -> Iterator[Warning]:
    """A revocation is told, but the cancellation that it undid is said to stand."""
    decisions = dict(_elements(facts, "decisions"))
    power, result = (partial(mask_of, Decision, n) for n in ("power", "result"))
    for path, revocation in decisions.items():
        day = revocation.get("made_on", UNKNOWN_DATE)[0]
        if (
            revocation.get("power") != power("501CA(4)")
            or revocation.get("result") != result("revoked")
            or revocation.get("undone_on", (NEVER, NEVER))[1] < NEVER
        ):
            continue
        for other, decision in decisions.items():
            before = decision.get("made_on", UNKNOWN_DATE)[1] <= day
            stands = decision.get("undone_on") == (NEVER, NEVER)
            if decision.get("power") == power("501(3A)") and before and stands:
                yield Warning(
                    "revoked-yet-standing",
                    f"{path} revokes a cancellation, but {other}.undone_on is never: "
                    "say when, and by whom, that one was undone.",
                    (f"{other}.undone_on", path),
                )


def _australian(facts: Facts) -> list[_Core]:
    australia = mask_of(Citizenship, "country", "australia")
    elements = dict(_elements(facts, "citizenships"))
    cores = _cores(facts, "citizenships", "began_on", "ended_on")
    certain = (c for c in cores if elements[c.path].get("country") == australia)
    return list(islice(certain, _FEW))


def _overlap(one: _Core, other: _Core) -> bool:
    return max(one.first, other.first) < min(one.last, other.last)


def _cores(facts: Facts, name: str, start: str, end: str) -> list[_Core]:
    """Return what elements certainly cover, by first day."""
    pairs = _pairs(facts, name, start, end)
    cores = [_Core(path, began[1], ended[0]) for path, began, ended in pairs]
    held = [core for core in cores if core.first < core.last]
    return sorted(held, key=lambda core: core.first)


def _pairs(
    facts: Facts, name: str, start: str, end: str
) -> Iterator[tuple[str, tuple[int, int], tuple[int, int]]]:
    for path, element in _elements(facts, name):
        if start in element and end in element:
            yield path, element[start], element[end]


def _elements(facts: Facts, name: str) -> Iterator[tuple[str, Facts]]:
    for i, element in enumerate(facts.get(name, NOTHING_KNOWN).items):
        yield f"{name}[{i}]", element
