"""The history of a case: decisions, notices and answers in order, and each state."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tasman.casework.deadline import LATE, Deadline
from tasman.casework.notices import GivenNotice
from tasman.facts.case import Elements, Facts
from tasman.facts.choices import word
from tasman.facts.days import EARLIEST, NEVER, DateRange
from tasman.facts.vocabulary import Custody, Decision, Notice

SURE, MAYBE = True, False


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, and the states the case may be in after it."""

    day: DateRange
    what: str
    provision: str
    to: str
    path: str
    sure: bool = SURE
    states: tuple[str, ...] = ()


def replay(
    facts: Facts, notices: list[GivenNotice], clocks: list[Deadline], as_at: int
) -> list[Event]:
    """Return what happened up to a day, in order, with the states after each.

    An event that moves nothing keeps the states; one that may have happened adds to
    them.
    """
    events = [
        *_sentences(facts),
        *_decided(facts, as_at),
        *_noticed(notices, clocks),
        *_answered(clocks, as_at),
        *_detained(facts),
        *_departed(facts, as_at),
    ]
    happened = [event for event in events if event.day[0] <= as_at]
    states: tuple[str, ...] = ("S0",)
    found = []
    for event in sorted(happened, key=_order):
        if event.to == "S1":
            states = ("S1",) if states == ("S0",) else states
        elif event.to and event.sure:
            states = (event.to,)
        elif event.to:
            states = tuple(dict.fromkeys((event.to, *states)))
        found.append(replace(event, states=states))
    return found


_RANK = {"S1": 0, "": 2, "S30": 4, "S40": 5}


def _order(event: Event) -> tuple[int, int]:
    return (event.day[0], _RANK.get(event.to, 1 if "decisions" in event.path else 3))


def _items(facts: Facts, name: str) -> Iterator[tuple[str, Facts]]:
    known: Elements = facts.get(name, Elements())
    for i, item in enumerate(known.items):
        yield f"{name}[{i}]", item


def _sentences(facts: Facts) -> Iterator[Event]:
    for path, sentence in _items(facts, "sentences"):
        day = sentence.get("imposed_on", (EARLIEST, NEVER))
        yield Event(day, "sentenced", "", "S1", path)


# ---------------------------------------------------------------- decisions
_IN_FAVOUR = {"not_cancelled": "S0", "not_refused": "S0", "revoked": "S5"}
_QUASHED = {"tribunal": "S7", "delegate": "S4", "minister": "S4"}


def _decided(facts: Facts, as_at: int) -> Iterator[Event]:
    for path, decision in _items(facts, "decisions"):
        power, maker, result = (
            word(Decision, decision, name) for name in ("power", "made_by", "result")
        )
        day = decision.get("made_on", (EARLIEST, NEVER))
        to = _state_after(power, maker, result)
        what = f"{result.replace('_', ' ') or 'decided'} by the {maker or '(unknown)'}"
        yield Event(day, what, f"s {power}" if power else "", to, path)
        undone = decision.get("undone_on", (NEVER, NEVER))
        if undone[0] < NEVER and undone[0] <= as_at:
            by = word(Decision, decision, "undone_by")
            yield Event(
                undone, f"undone by the {by}", "", _undone(power, by, maker), path
            )


def _state_after(power: str, maker: str, result: str) -> str:
    if result in _IN_FAVOUR:
        return _IN_FAVOUR[result]
    if not result:
        return ""
    if power == "501(3A)":
        return "S2"
    if power in ("501(3)", "501A(3)"):
        return "S20"
    if maker == "delegate" and power in ("501(1)", "501(2)", "501CA(4)"):
        return "S6"
    return "S8" if power.startswith("501") and maker else ""


def _undone(power: str, by: str, maker: str) -> str:
    if by == "court" and power in ("501CA(4)", "501C(4)"):
        return _QUASHED.get(maker, "S4")
    return "S5"


# ---------------------------------------------------------------- notices and answers
_GIVEN = {
    "mandatory_cancellation": ("S3", "s 501CA(3)"),
    "cancellation_without_notice": ("S21", "s 501C(3)"),
    "intention": ("S10", "reg 2.53"),
}
_ANSWERS = {
    "L1": ("", "replied", ""),
    "L2": ("S4", "representations sent", "S30"),
    "L3": ("S22", "representations sent", "S8"),
    "L4": ("S7", "applied to the Tribunal", "S30"),
    "L5": ("S7", "applied to the Tribunal", ""),
    "L10": ("", "the Tribunal decided", "S8"),
    "L11": ("S9", "applied to the Federal Court", "S30"),
    "L12": ("", "applied to the court about the cancellation", ""),
    "L13": ("", "applied to the High Court", ""),
    "L14": ("S9", "appealed", "S30"),
}
"""By limit: the state after doing it in time, what was done, the state if not done."""


def _noticed(notices: list[GivenNotice], clocks: list[Deadline]) -> Iterator[Event]:
    for given in notices:
        what = word(Notice, given.facts, "what")
        to, provision = _GIVEN.get(what, ("", ""))
        own = [each for each in clocks if each.path == given.path and _on_receipt(each)]
        started = [each for each in own if each.status != "not started"]
        day = _day_given(given, own)
        said = f"notice given: {what.replace('_', ' ')}"
        if own and not started:
            yield Event(day, f"{said}, but it was bad", provision, "", given.path)
        else:
            told = not given.implied or "given_on" in given.facts
            sure = told and all(each.certainty != "undetermined" for each in started)
            yield Event(day, said, provision, to, given.path, sure)


def _on_receipt(clock: Deadline) -> bool:
    return bool(clock.version.data["day_zero"] == "received")


def _day_given(given: GivenNotice, own: list[Deadline]) -> DateRange:
    if own:
        return own[0].day_zero
    first = given.facts.get("dated_on", (EARLIEST, NEVER))
    known: DateRange = given.facts.get("given_on", first)
    return known


def _answered(clocks: list[Deadline], as_at: int) -> Iterator[Event]:
    doubled = {(each.path, each.limit) for each in clocks}
    for clock in clocks:
        if clock.limit not in _ANSWERS or clock.nominal is None:
            continue
        if clock.limit == "L13" and (clock.path, "L4") in doubled:
            continue
        to, what, missed = _ANSWERS[clock.limit]
        cite = clock.version.citation
        if clock.done_on is not None:
            yield _done_event(clock, to, what, missed)
        elif missed and clock.status in LATE and clock.arguable:
            sure = clock.status == "missed" and clock.overdue != "possible"
            last = clock.arguable[1] if sure else (clock.safe or clock.arguable)[0]
            day = (min(last + 1, as_at),) * 2
            said = f"time ran out: {clock.duty.lower()}"
            yield Event(day, said, cite, missed, clock.path, sure)


def _done_event(clock: Deadline, to: str, what: str, missed: str) -> Event:
    assert clock.done_on is not None
    day, cite = clock.done_on, clock.version.citation
    if clock.status == "done late":
        return Event(day, f"{what}, too late", cite, missed, clock.path)
    sure = clock.status in ("done", "closed") and clock.certainty != "undetermined"
    return Event(day, what, cite, to, clock.path, sure)


def _detained(facts: Facts) -> Iterator[Event]:
    """Detention changes nothing in where the case stands."""
    for path, custody in _items(facts, "custody"):
        if word(Custody, custody, "place") != "immigration_detention":
            continue
        began = custody.get("began_on", (EARLIEST, NEVER))
        said = "taken into immigration detention"
        yield Event(began, said, "ss 189, 196", "", path)
        ended = custody.get("ended_on", (NEVER, NEVER))
        if EARLIEST < ended[0] < NEVER:
            yield Event(ended, "immigration detention ended", "s 196", "", path)


def _departed(facts: Facts, as_at: int) -> Iterator[Event]:
    stays = list(_items(facts, "stays"))
    decided = [d["made_on"][0] for _, d in _items(facts, "decisions") if "made_on" in d]
    gone = [
        (stay["departed_on"], path)
        for path, stay in stays
        if stay.get("departed_on", (NEVER,))[0] <= as_at
    ]
    if not gone or not decided:
        return
    day, path = max(gone)
    back = any(stay.get("arrived_on", (EARLIEST,))[0] >= day[0] for _, stay in stays)
    if day[0] >= min(decided) and not back:
        yield Event(day, "left Australia", "", "S40", path)
