"""The answer on citizenship as text for a terminal."""

from __future__ import annotations

import textwrap

from tasman.casework.citizenship import OBSTACLES, CitizenshipAnswer
from tasman.casework.citizenship import days_in_words as _from
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import EARLIEST, NEVER, DateRange, iso, show_date


def citizenship_text(answer: CitizenshipAnswer) -> str:
    """Return the answer as terminal text of 80 columns."""
    lines = [f"AUSTRALIAN CITIZENSHIP as at {iso(answer.as_at)}", ""]
    lines += _standing(answer)
    if answer.is_citizen != YES:
        lines += _ways(answer)
    for note in answer.notes if answer.is_citizen != YES else ():
        lines += ["", *textwrap.wrap(note, 78)]
    return "\n".join(lines) + "\n"


def _standing(answer: CitizenshipAnswer) -> list[str]:
    words = {NO: "Not a citizen.", UNKNOWN: "Whether a citizen already: not known."}
    lines = [words.get(answer.is_citizen, "A citizen: no visa power reaches them.")]
    if answer.ten_years_on and answer.by_ten_years != YES:
        lines += textwrap.wrap(
            "Born in Australia: a citizen by law on "
            f"{show_date(answer.ten_years_on)} if home was here until then.",
            78,
        )
    if answer.by_descent == YES:
        lines.append("Eligible for citizenship by descent (s 16): no pledge is needed.")
    if answer.may_revoke == YES:
        lines += textwrap.wrap("The grant may be revoked: s 34(2)(b)(ii).", 78)
    if answer.review_by:
        lines += textwrap.wrap(
            "Last day to ask the Tribunal for review of the decision notified: "
            f"{_from(answer.review_by)} (s 52; unverified).",
            78,
        )
    if answer.may_cancel_approval == YES:
        lines += textwrap.wrap("The approval may be cancelled: s 25(2)(b)(i).", 78)
    return lines


def _ways(answer: CitizenshipAnswer) -> list[str]:
    lines = ["", answer.first_words]
    if answer.apply_now_or_later != answer.apply_from:
        lines.append(f"Counted from now on: {_from(answer.apply_now_or_later)}.")
    if answer.child_from:
        lines.append(f"First day to apply as a child: {_from(answer.child_from)}.")
    if answer.approve_from[0] < NEVER:
        lines += textwrap.wrap(f"A citizen {answer.citizenship_words}.", 78)
    else:
        lines.append("Approval: not possible, as things stand.")
    lines += _in_the_way(answer)
    lines += _routes(answer)
    if answer.shortcut:
        cut = answer.shortcut
        lines += ["", f"What would shorten it most (to {iso(cut.day)}):"]
        lines += textwrap.wrap(
            cut.words, 76, initial_indent="  ", subsequent_indent="  "
        )
    if answer.fee is not None:
        lines += ["", f"Fee for a general application: {answer.fee} dollars."]
    return lines


def _in_the_way(answer: CitizenshipAnswer) -> list[str]:
    lines: list[str] = []
    if answer.conditions:
        lines += ["", "What stood, or stands, in the way:"]
    for each in answer.conditions:
        met = f"met from {_from(each.until)}"
        if each.until[0] >= NEVER:
            met = "not met"
        elif each.until[0] <= EARLIEST:
            met = "not known when met"
        words = f"{OBSTACLES[each.pinpoint][0]}: {met}"
        lines += textwrap.wrap(words, 76, initial_indent="  ", subsequent_indent="    ")
        lines.append(f"    {each.citation}")
    for pin, day in answer.bars:
        words = f"possible bar to approval, s {pin.partition('/')[2]}: {_clear(day)}"
        lines += textwrap.wrap(words, 76, initial_indent="  ", subsequent_indent="    ")
    return lines


def _routes(answer: CitizenshipAnswer) -> list[str]:
    lines = [""]
    for line in answer.routes.lines():
        indent = " " * (len(line) - len(line.lstrip()) + 4)
        lines += textwrap.wrap(line, 78, subsequent_indent=indent)
    return lines


def _clear(day: DateRange) -> str:
    if day[0] >= NEVER:
        return "in the way as things stand"
    return "not known" if day[0] <= EARLIEST else f"clear from {_from(day)}"
