"""When a notice counts as received, and whether it starts time running at all.

The law says what counts (s 494C, reg 2.55); here the facts are made ready for it, what
is presumed is named, and each step is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tasman.casework.counting import Step, show_day, working_days_after
from tasman.casework.notices import GivenNotice
from tasman.facts.case import NO, YES, Facts
from tasman.facts.choices import mask_of, word
from tasman.facts.days import EARLIEST, NEVER, DateRange
from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Notice
from tasman.law.au.holidays import PLACES
from tasman.law.au.migration_act.s494c import DISPATCH_DAYS, POST_DAYS
from tasman.rules.evaluate import Element, Evaluation

RECEIVED = "migration-act-1958/494C"
STARTS = "migration-act-1958/494E"
RIGHT_PERSON = "migration-regulations-1994/5.02 (or s 494D)"
IN_DETENTION = "migration-act-1958/494A (in detention)"
PASSED_OVER = "recipient_passed_over"
"""Why a notice may start nothing: it went to the person, not the recipient named."""
_POSTED = ("post", "post_overseas")
_NO_DEEMED_DAY = (
    "In immigration detention no day of receipt is deemed for a letter (reg 5.02, by "
    "inference): the day it in fact came counts."
)
_SPREAD = 6
"""Calendar days that three working days before a posting may span."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """The days on which a notice may count as received, and why.

    `starts` is a truth: whether the notice starts time running. `kinds` says why the
    day is not one day, `why_not` why the notice may start nothing.
    """

    first: int
    last: int
    kinds: int
    starts: int
    why_not: str
    steps: tuple[Step, ...]
    assumed: tuple[str, ...]
    warnings: tuple[str, ...]


def receipt(given: GivenNotice, evaluation: Evaluation, as_at: int) -> Receipt:
    """Return when a notice counts as received by the law of the evaluation."""
    facts, assumed = _prepared(given, as_at)
    element = Element("Notice", facts, f"{given.path}:as given.")
    first, last, kinds = evaluation.provision(RECEIVED, element)
    starts, why_not = _starts(evaluation, element, given)
    posted = word(Notice, facts, "method") in _POSTED
    detained = posted and evaluation.provision(IN_DETENTION, element)[0] == YES
    warnings: list[str] = []
    warnings += _unread(evaluation, first)
    if posted and detained:
        warnings.append(_NO_DEEMED_DAY)
    elif posted and "dated_on" not in facts:
        warnings.append(
            "A letter counts from the date on it, not from its arrival: find that date."
        )
    steps = _steps(facts, first, last, detained)
    actual = given.facts.get("received_on")
    if posted and actual is not None and EARLIEST < actual[0] < first:
        warnings.append(
            f"It in fact came on {show_day(actual[0])}, before the deemed day. Whether "
            "the earlier day counts is not settled; the safe day uses it."
        )
        first, kinds = actual[0], kinds | UNSETTLED
    if first <= EARLIEST:
        first = _floor(given)
    bounded = detained or not posted
    last = max(first, as_at) if last >= NEVER and bounded else last
    return Receipt(
        first,
        max(first, last),
        kinds,
        starts,
        why_not,
        tuple(steps),
        tuple(assumed),
        tuple(warnings),
    )


def _starts(
    evaluation: Evaluation, element: Element, given: GivenNotice
) -> tuple[int, str]:
    """Return whether the notice starts time, and the defect that may prevent it.

    A notice said to have no defect went to the right person, and so did one of which
    the file does not say to whom it went.
    """
    starts, _ = evaluation.provision(STARTS, element)
    told = "given_to" in given.facts or "recipient_named" in given.facts
    if told and word(Notice, given.facts, "defect") != "none":
        right, _ = evaluation.provision(RIGHT_PERSON, element)
        if right < starts:
            return right, PASSED_OVER if right else "wrong_recipient"
    return starts, word(Notice, element.facts, "defect") if starts != YES else ""


def _unread(evaluation: Evaluation, day: int) -> list[str]:
    """Return a warning where the rules on giving of that day were not verified."""
    known = evaluation.clocks["known_at"]
    version = evaluation.law.in_force(RECEIVED, day, known) if day > EARLIEST else None
    return [version.note] if version and version.mark.rank > 1 else []


def _floor(given: GivenNotice) -> int:
    """Return the first day on which a notice can have come, from other dates."""
    bounds = [given.decided_on, given.facts.get("dated_on")]
    return max((bound[0] for bound in bounds if bound), default=EARLIEST)


def _prepared(given: GivenNotice, as_at: int) -> tuple[dict[str, Any], list[str]]:
    """Return the facts of a notice with what may be presumed, and what was."""
    facts = dict(given.facts)
    assumed: list[str] = []
    if given.implied and "given_on" not in facts:
        assumed.append("notice of the decision has been given")
    if "defect" not in facts:
        facts["defect"] = mask_of(Notice, "defect", "none")
        assumed.append("the notice is good and was properly given")
    _prepare_recipient(facts, assumed)
    if not word(Notice, facts, "method"):
        facts["method"] = mask_of(Notice, "method", "hand")
        if not given.implied:
            assumed.append("how it was given is not known: counted as if by hand")
        if "given_on" not in facts and "received_on" in facts:
            low = max(_floor(given), EARLIEST)
            high = facts["received_on"][1]
            facts["given_on"] = (low if low > EARLIEST else high, high)
    if word(Notice, facts, "method") in _POSTED:
        if word(Notice, facts, "place") == "overseas":
            facts["method"] = mask_of(Notice, "method", "post_overseas")
        _prepare_post(facts, given, assumed, as_at)
    elif "given_on" not in facts:
        facts["given_on"] = _given_on(facts, given, as_at)
    return facts, assumed


def _prepare_recipient(facts: dict[str, Any], assumed: list[str]) -> None:
    """Presume that a notice went where s 494D sends it, as far as nothing is said."""
    if "given_to" not in facts:
        named = facts.get("recipient_named", NO) == YES
        to = "authorised_recipient" if named else "person"
        facts["given_to"] = mask_of(Notice, "given_to", to)
        if named:
            assumed.append("it went to the recipient named, as s 494D requires")
    if "recipient_named" not in facts:
        named = word(Notice, facts, "given_to") == "authorised_recipient"
        facts["recipient_named"] = YES if named else NO
        if named:
            assumed.append("the recipient was named in writing, for this matter")


def _given_on(facts: Facts, given: GivenNotice, as_at: int) -> DateRange:
    by_hand = word(Notice, facts, "method") in ("hand", "hand_to_another")
    actual = facts.get("received_on")
    if actual is not None and by_hand:
        known: DateRange = actual
        return known
    low = _floor(given)
    high = actual[1] if actual is not None else max(as_at, low)
    return (low, max(low, high))


def _prepare_post(
    facts: dict[str, Any], given: GivenNotice, assumed: list[str], as_at: int
) -> None:
    """Presume the posting prompt, and date an undated letter from its posting."""
    posted = facts.get("given_on")
    detained = facts.setdefault("in_immigration_detention", NO)
    if detained == YES and "received_on" not in facts:
        low = max(_floor(given), posted[0] if posted else EARLIEST)
        facts["received_on"] = (low, max(low, as_at))
    if "dated_on" not in facts and posted is not None:
        facts["dated_on"] = (posted[0] - _SPREAD, posted[1])
        assumed.append("the letter is dated within three working days of its posting")
    elif "dated_on" not in facts and given.decided_on is not None:
        actual = facts.get("received_on", (NEVER, NEVER))
        facts["dated_on"] = (given.decided_on[0], actual[1])
    if posted is None and "dated_on" in facts:
        facts["given_on"] = facts["dated_on"]
        assumed.append(
            "it was posted within three working days of its date; if it was posted "
            "later, a later arrival counts"
        )


def _steps(facts: Facts, first: int, last: int, detained: bool) -> list[Step]:
    method = word(Notice, facts, "method")
    if not EARLIEST < first < NEVER:
        return []
    if detained and method in _POSTED and first == last:
        return [Step(first, "the day the letter came: received (reg 5.02)")]
    if detained and method in _POSTED:
        return [Step(first, "the first day on which it can have come")]
    if method == "post_overseas":
        return [Step(first, "21 days after the date of the letter: received")]
    if method == "post":
        return _post_steps(facts, first)
    if first != last:
        return [Step(first, "the first day on which it can have come")]
    said = {
        "hand": "handed over: received that day",
        "hand_to_another": "handed to another at the last address: received that day",
    }.get(method, "sent electronically: received at the end of that day")
    return [Step(first, said)]


def _post_steps(facts: Facts, first: int) -> list[Step]:
    place = word(Notice, facts, "place")
    dated = facts.get("dated_on", (EARLIEST, NEVER))
    if place not in PLACES or dated[0] != dated[1]:
        return [Step(first, "seven working days after the date of the letter")]
    day, steps = working_days_after(dated[0], POST_DAYS, (place,))
    end = Step(day, "received: seven working days after the date of the letter")
    later = [] if first == day else [Step(first, "received in fact, later: it counts")]
    return [*steps, end, *later, *_dispatch_step(facts, dated[0])]


def _dispatch_step(facts: Facts, dated: int) -> list[Step]:
    sent_from = word(Notice, facts, "sent_from")
    posted = facts.get("given_on", (NEVER, NEVER))
    if sent_from not in PLACES:
        return []
    last, _ = working_days_after(dated, DISPATCH_DAYS, (sent_from,))
    if posted[0] > last:
        return [Step(last, "the last day for posting it, which was missed")]
    return []


def settled(given: GivenNotice, found: Receipt) -> dict[str, Any]:
    """Return a notice's facts with its receipt settled, for limits to count from.

    An undated one is dated from the decision to its receipt.
    """
    facts = {
        "defect": mask_of(Notice, "defect", "none"),
        **given.facts,
        **_defect_found(found),
        "method": mask_of(Notice, "method", "hand"),
        "given_on": (found.first, found.last),
    }
    if "dated_on" not in facts and given.decided_on is not None:
        first = given.decided_on[0]
        facts["dated_on"] = (first, max(first, found.last))
    return facts


def _defect_found(found: Receipt) -> dict[str, Any]:
    """Return the defect of a notice that went to the wrong person, or may have."""
    if found.why_not == "wrong_recipient":
        return {"defect": mask_of(Notice, "defect", "wrong_recipient")}
    if found.why_not == PASSED_OVER:
        return {"defect": mask_of(Notice, "defect", "none", "wrong_recipient")}
    return {}
