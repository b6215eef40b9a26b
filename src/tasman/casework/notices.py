"""The notices of a case: those its file gives, and those its decisions imply."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tasman.facts.case import Elements, Facts
from tasman.facts.choices import mask_of, word
from tasman.facts.days import EARLIEST, NEVER, DateRange
from tasman.facts.vocabulary import Decision, Notice

UNHEARD = ("501(3)", "501A(3)")
OTHER_CANCELLATIONS = ("109", "116", "128", "133A", "133C", "134B")
_ADVERSE = {"cancelled", "refused", "not_revoked"}


@dataclass(frozen=True, slots=True)
class GivenNotice:
    """A notice of a case: where its facts stand, and the decision it is about.

    `decision` is where that decision stands, `decided_on` its day, and `over_on` the
    day it was undone.
    """

    path: str
    facts: Facts
    decided_on: DateRange | None = None
    over_on: int = NEVER
    implied: bool = False
    decision: str = ""


def notices_of(facts: Facts, as_at: int) -> list[GivenNotice]:
    """Return the notices given by a day, the file's own first.

    A decision whose notice the file gives a later day implies none.
    """
    decisions = _known_by(facts, "decisions", "made_on", as_at)
    listed = _known_by(facts, "notices", "given_on", NEVER)
    about = {path: _decision_of(notice, decisions) for path, notice in listed}
    found = [
        GivenNotice(
            path, notice, *_dates_of(decisions, about[path]), decision=about[path]
        )
        for path, notice in listed
        if notice.get("given_on", (EARLIEST,))[0] <= as_at
    ]
    noticed = set(about.values())
    for path, decision in decisions:
        if path not in noticed and (notice := implied_notice(decision)):
            dates = _dates_of(decisions, path)
            found.append(GivenNotice(path, notice, *dates, True, path))
    return found


def _known_by(
    facts: Facts, name: str, happens: str, as_at: int
) -> list[tuple[str, Facts]]:
    known: Elements = facts.get(name, Elements())
    return [
        (f"{name}[{i}]", item)
        for i, item in enumerate(known.items)
        if item.get(happens, (EARLIEST,))[0] <= as_at
    ]


def implied_notice(decision: Facts) -> dict[str, Any] | None:
    """Return the notice that an adverse decision implies, as far as it says.

    None for a decision in the person's favour, or one known not to have been notified.
    """
    power = word(Decision, decision, "power")
    maker = word(Decision, decision, "made_by")
    if word(Decision, decision, "result") not in _ADVERSE:
        return None
    notified = decision.get("notified_on")
    if notified is not None and notified[0] >= NEVER:
        return None
    notice: dict[str, Any] = {
        "what": mask_of(Notice, "what", _kind(power, maker)),
        "method": mask_of(Notice, "method", "hand"),
    }
    for name in ("power", "made_by"):
        if name in decision:
            notice[name] = decision[name]
    if "made_on" in decision:
        notice["dated_on"] = decision["made_on"]
    if notified is not None:
        notice["given_on"] = notified
    if "representations_on" in decision and power in ("501(3A)", *UNHEARD):
        notice["answered_on"] = decision["representations_on"]
    return notice


def _kind(power: str, maker: str) -> str:
    if maker == "tribunal":
        return "tribunal_decision"
    if maker == "court":
        return "judgment"
    if power == "501(3A)":
        return "mandatory_cancellation"
    if power in UNHEARD:
        return "cancellation_without_notice"
    return "other_cancellation" if power in OTHER_CANCELLATIONS else "decision"


def _decision_of(notice: Facts, decisions: list[tuple[str, Facts]]) -> str:
    """Return the path of the latest decision that a notice can be about."""
    what = word(Notice, notice, "what")
    given = _latest(notice, "given_on", "received_on", "dated_on")
    best, best_day = "", EARLIEST - 1
    for path, decision in decisions:
        power, maker = (word(Decision, decision, n) for n in ("power", "made_by"))
        made = decision.get("made_on", (EARLIEST, NEVER))[0]
        if _kind(power, maker) != what or made > given or made < best_day:
            continue
        if "power" in notice and word(Notice, notice, "power") != power:
            continue
        if word(Decision, decision, "result") in _ADVERSE:
            best, best_day = path, made
    return best


def _latest(facts: Facts, *names: str) -> int:
    return max((facts[name][1] for name in names if name in facts), default=NEVER)


def _dates_of(
    decisions: list[tuple[str, Facts]], path: str
) -> tuple[DateRange | None, int]:
    decision: Mapping[str, Any] = dict(decisions).get(path, {})
    return decision.get("made_on"), decision.get("undone_on", (NEVER, NEVER))[1]
