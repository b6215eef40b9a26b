"""What must be done by when: every running clock of a case, soonest first.

Four days are given for each. `nominal` is day 0 plus the length. `safe` rolls only past
days on which offices are shut all over Australia; `arguable` also past those of the
places concerned. `act_by` is the headline: the last working day on or before `nominal`,
counted from the earliest receipt the facts allow. A day not known is an interval.
"""

from __future__ import annotations

from dataclasses import replace

from tasman.casework.clocks import Clock
from tasman.casework.deadline import Deadline
from tasman.casework.giving import Receipt, receipt, settled
from tasman.casework.limits import ANY_NOTICE, limits_on, started_by
from tasman.casework.linked import put_to
from tasman.casework.notices import GivenNotice, notices_of
from tasman.facts.case import NO, UNKNOWN, YES, Case
from tasman.facts.choices import mask_of, word
from tasman.facts.days import EARLIEST
from tasman.facts.vocabulary import Notice
from tasman.rules.evaluate import Element, Evaluation
from tasman.rules.law import Law
from tasman.rules.provisions import Version


def deadlines(
    case: Case,
    law: Law,
    *,
    as_at: int,
    law_at: int | None = None,
    known_at: int | None = None,
) -> list[Deadline]:
    """Return every clock that the case's notices and decisions have started.

    Uncertain ones first, then the soonest. The version of a limit is that of its own
    day; `law_at` selects only where a provision names no day.
    """
    evaluation = evaluation_on(case, law, as_at, law_at, known_at)
    return deadlines_of(evaluation, notices_of(case.facts, as_at))


def evaluation_on(
    case: Case, law: Law, as_at: int, law_at: int | None, known_at: int | None
) -> Evaluation:
    """Return the law put to a case; dates not given are the as-at day."""
    clocks = {
        "as_at": as_at,
        "law_at": as_at if law_at is None else law_at,
        "known_at": as_at if known_at is None else known_at,
    }
    return put_to(law, case.facts, clocks)


def deadlines_of(evaluation: Evaluation, notices: list[GivenNotice]) -> list[Deadline]:
    """Return the clocks of these notices by the law of an evaluation, in order."""
    found: list[Deadline] = []
    invited: set[str] = set()
    for given in notices:
        clocks = _clocks(evaluation, given)
        if word(Notice, given.facts, "what") == "mandatory_cancellation":
            clocks = _second_invitation(clocks, invited)
        found += clocks
    for clock in tuple(found):
        if clock.limit == "L10" and clock.status == "missed":
            found += _clocks(evaluation, _deemed_affirmation(clock, notices))
    return sorted(found, key=lambda each: each.order)


def _clocks(evaluation: Evaluation, given: GivenNotice) -> list[Deadline]:
    pinpoints = limits_on(evaluation.law, given.facts.get("what", ANY_NOTICE))
    if not pinpoints:
        return []
    arrived = receipt(given, evaluation, evaluation.clocks["as_at"])
    facts = settled(given, arrived)
    element = Element("Notice", facts, f"{given.path}:settled.")
    found = []
    for pinpoint in pinpoints:
        versions = _versions(evaluation, pinpoint, element, arrived.first)
        if not versions:
            continue
        applies = str(versions[0].data["applies"])
        asked = _dated(element, arrived)
        truth = evaluation.provision(applies, asked)[0] if applies else YES
        if truth == YES and given.facts.get("what", ANY_NOTICE) & ~started_by(
            versions[0]
        ):
            truth = UNKNOWN
        if truth != NO:
            clock = Clock(evaluation, given, element, arrived, versions, truth)
            found += clock.deadline()
    return found


def _dated(element: Element, arrived: Receipt) -> Element:
    """Return a notice as dated when it came, where its own date is not known.

    It settles only which law says whether a limit applies, as for its version.
    """
    if "dated_on" in element.facts or arrived.first <= EARLIEST:
        return element
    facts = {**element.facts, "dated_on": (arrived.first, arrived.last)}
    return Element("Notice", facts, f"{element.path}dated.")


def _deemed_affirmation(clock: Deadline, notices: list[GivenNotice]) -> GivenNotice:
    """Return the Tribunal decision that the Act supposes at the end of day 84.

    No decision is written: that day is taken as its date, which is not settled.
    """
    facts = next(each.facts for each in notices if each.path == clock.path)
    kept = ("label", "power", "place", "registry", "court_application_on")
    return GivenNotice(
        f"{clock.path} taken to be affirmed",
        {name: facts[name] for name in kept if name in facts}
        | {
            "what": mask_of(Notice, "what", "tribunal_decision"),
            "made_by": mask_of(Notice, "made_by", "tribunal"),
            "method": mask_of(Notice, "method", "hand"),
            "defect": mask_of(Notice, "defect", "none"),
            "dated_on": clock.nominal,
            "given_on": clock.nominal,
        },
        implied=True,
    )


def _versions(
    evaluation: Evaluation, pinpoint: str, element: Element, received: int
) -> tuple[Version, ...]:
    """Return the versions of a limit that may apply, the latest last.

    An undated notice is taken to be no older than the law of the day it came.
    """
    live = evaluation.selected(pinpoint, element).versions
    if "dated_on" not in element.facts:
        live = tuple(version for version in live if received < version.until)
    return tuple(sorted(live, key=lambda version: version.since))


def _second_invitation(clocks: list[Deadline], invited: set[str]) -> list[Deadline]:
    """Mark a further invitation after a valid first one as unsettled."""
    found = []
    for clock in clocks:
        if clock.limit == "L2" and clock.status != "not started":
            if "L2" in invited:
                unsettled = (
                    "A second invitation: [2021] FCAFC 91 allowed only one, and orders "
                    "of the High Court by concession leave it open. Unsettled."
                )
                clock = replace(
                    clock,
                    certainty="undetermined",
                    warnings=(*clock.warnings, unsettled),
                )
            invited.add("L2")
        found.append(clock)
    return found
