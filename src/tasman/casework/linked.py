"""Decisions told what the notices of them say: when they came, and were answered.

A file may say on a notice, and not on its decision, when it reached the person and when
representations were sent. It is the same fact, and the powers read it from the
decision. Nothing is taken over that rests on a presumption.

Every command reads a case through here, so that all of them see the same facts:
`put_to` for one law on three dates, `linked` where the case itself is wanted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tasman.casework.giving import (
    IN_DETENTION,
    RECEIVED,
    RIGHT_PERSON,
    STARTS,
    Receipt,
    receipt,
    settled,
)
from tasman.casework.notices import GivenNotice, notices_of
from tasman.facts.case import YES, Case, Elements, Facts, Warning
from tasman.facts.choices import word
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso
from tasman.facts.vocabulary import Notice
from tasman.rules.evaluate import Element, Evaluation
from tasman.rules.law import Law
from tasman.rules.moving import law_days

_REPRESENTATIONS = {
    "mandatory_cancellation": "migration-regulations-1994/2.52(2)(b) (notice)",
    "cancellation_without_notice": "migration-regulations-1994/2.52(2)(a) (notice)",
}
"""Notices that are answered by representations, and the last day for these."""
_READ = (RECEIVED, STARTS, RIGHT_PERSON, IN_DETENTION, *_REPRESENTATIONS.values())
"""Provisions that say when a notice came, and whether it was answered in time."""


def put_to(law: Law, facts: Facts, clocks: Mapping[str, int]) -> Evaluation:
    """Return a law put to facts on three dates, what notices say of decisions linked.

    A law without rules on notices, such as another country's, links none.
    """
    known = linked(Case(facts), law, **clocks).facts
    return Evaluation(law, known, root="Person", **clocks)


def linked(case: Case, law: Law, *, as_at: int, law_at: int, known_at: int) -> Case:
    """Return the case with what its notices say of decisions said of those too.

    What was taken over is listed among the case's assumptions.
    """
    answered = _single_notices(case.facts, as_at)
    if not answered or not set(_READ).issubset(law.pinpoints):
        return case
    evaluation = Evaluation(
        law, case.facts, as_at=as_at, law_at=law_at, known_at=known_at
    )
    decisions: Elements = case.facts["decisions"]
    items: list[Facts] = []
    said: list[str] = []
    differ: list[Warning] = []
    for i, decision in enumerate(decisions.items):
        given = answered.get(f"decisions[{i}]")
        says = {} if given is None else _said_of_the_decision(evaluation, given)
        taken = {name: days for name, days in says.items() if name not in decision}
        items.append({**decision, **taken})
        if given is not None:
            differ += _differing(f"decisions[{i}]", decision, given)
        said += [
            f"decisions[{i}].{name}: {_shown(days)} (as its notice says)"
            for name, days in taken.items()
        ]
    if not said and not differ:
        return case
    facts = {**case.facts, "decisions": Elements(tuple(items), decisions.rest)}
    return replace(
        case,
        facts=facts,
        assumed=(*case.assumed, *said),
        warnings=(*case.warnings, *differ),
    )


def linking_days(case: Case, law: Law) -> set[int]:
    """Return the days from which `linked` may give something else as clocks move."""
    if not ({"decisions", "notices"} <= case.facts.keys()):
        return set()
    begun = {
        item.get(happens, (EARLIEST,))[0]
        for name, happens in (("decisions", "made_on"), ("notices", "given_on"))
        for item in case.facts[name].items
    }
    known = [pinpoint for pinpoint in _READ if pinpoint in law.pinpoints]
    return begun.union(*(law_days(law, pinpoint) for pinpoint in known))


def _differing(path: str, decision: Facts, given: GivenNotice) -> list[Warning]:
    """Return a warning where a decision and its notice give days that differ."""
    own = decision.get("representations_on", (EARLIEST, NEVER))
    told = given.facts.get("answered_on", (EARLIEST, NEVER))
    if own[0] <= told[1] and told[0] <= own[1]:
        return []
    fields = (f"{path}.representations_on", f"{given.path}.answered_on")
    message = (
        f"{fields[0]} ({_shown(own)}) and {fields[1]} ({_shown(told)}) differ; the "
        "powers go by the first, the clocks by the second: correct one"
    )
    return [Warning("answers-differ", message, fields)]


def _single_notices(facts: Facts, as_at: int) -> dict[str, GivenNotice]:
    """Return the notices that representations answer, by where their decision stands.

    After a second invitation it is not settled which counts: neither is returned.
    """
    if not ({"decisions", "notices"} <= facts.keys()):
        return {}
    about: dict[str, list[GivenNotice]] = {}
    for given in notices_of(facts, as_at):
        answerable = word(Notice, given.facts, "what") in _REPRESENTATIONS
        if answerable and given.decision and not given.implied:
            about.setdefault(given.decision, []).append(given)
    return {path: notices[0] for path, notices in about.items() if len(notices) == 1}


def _said_of_the_decision(
    evaluation: Evaluation, given: GivenNotice
) -> dict[str, DateRange]:
    facts = given.facts
    found: dict[str, DateRange] = {}
    if "answered_on" in facts:
        found["representations_on"] = facts["answered_on"]
    came = receipt(given, evaluation, NEVER)
    if word(Notice, facts, "method") and "given_on" in facts and came.first > EARLIEST:
        stated = word(Notice, facts, "defect") == "none" and came.starts == YES
        if stated or _in_time(evaluation, given, came):
            found["notified_on"] = (came.first, came.last)
    return found


def _in_time(evaluation: Evaluation, given: GivenNotice, came: Receipt) -> bool:
    """Whether the answer was in time on any footing: no defect matters then."""
    answered: DateRange = given.facts.get("answered_on", (NEVER, NEVER))
    element = Element("Notice", settled(given, came), f"{given.path}:linked.")
    limit = _REPRESENTATIONS[word(Notice, given.facts, "what")]
    last: int = evaluation.provision(limit, element)[0]
    return answered[1] <= last


def _shown(days: DateRange) -> str:
    first, last = (iso(day) for day in days)
    if days[0] == days[1]:
        return first
    return f"{first} or later" if days[1] >= NEVER else f"{first} to {last}"
