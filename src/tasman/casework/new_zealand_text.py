"""New Zealand's side as text for a terminal."""

from __future__ import annotations

import textwrap

from tasman.casework.citizenship import days_in_words
from tasman.casework.new_zealand import Finding, NewZealand
from tasman.facts.case import NO, YES
from tasman.facts.days import iso, show_date
from tasman.rules.values import TRUTH_NAMES


def _finding(each: Finding) -> list[str]:
    """Return one finding: its answer in words, its citation, what is missing."""
    answer = TRUTH_NAMES[each.truth]
    unsure = " [unverified]" if each.mark.startswith("unverified") else ""
    words = f"{each.name.replace('_', ' ')}: {answer}. {each.words}{unsure}"
    lines = textwrap.wrap(words, 78, subsequent_indent="    ")
    more = [each.citation]
    if each.missing:
        more.append(f"missing: {', '.join(each.missing)}")
    for text in more:
        lines += textwrap.wrap(
            text, 78, initial_indent="    ", subsequent_indent="    "
        )
    return lines


def _liability(found: NewZealand) -> list[str]:
    """Return what of deportation from there applies or may apply, under a heading."""
    if not found.liability:
        return []
    lines = ["", "Of someone who is no citizen of New Zealand:"]
    lines += [line for each in found.liability for line in _finding(each)]
    if found.liable_until:
        lines.append(
            f"Liability lasts until {days_in_words(found.liable_until)} (s 167)."
        )
    if found.appeal_by:
        words = (
            f"Appeal to the Tribunal by {days_in_words(found.appeal_by)}, or a little"
        )
        lines += textwrap.wrap(f"{words} later: holidays are not counted (s 6(2)).", 78)
    return lines


def new_zealand_text(found: NewZealand) -> str:
    """Return New Zealand's side as terminal text of 80 columns."""
    lines = [f"NEW ZEALAND'S SIDE as at {iso(found.as_at)}"]
    if found.supposed_return:
        lines.append("No return is known: one on that day is supposed.")
    lines.append("")
    citizen = found["citizen"].truth == YES
    for each in found.findings:
        if citizen and each.name in (
            "must_be_granted_citizenship",
            "may_claim_citizenship",
        ):
            continue
        if each.truth != NO or each.name in ("citizen", "returning_prisoner"):
            lines += _finding(each)
    lines += _liability(found)
    if found.band:
        sure = found["returning_prisoner"].truth == YES
        words = "Supervision: band" if sure else "If a returning prisoner: band"
        lines += ["", f"{words} {found.band} (unverified)."]
    if found.last_day_to_determine:
        day = show_date(found.last_day_to_determine)
        lines += textwrap.wrap(
            f"Police must determine by {day} (unverified: s 18 not read).", 78
        )
    for flag in found.flags:
        lines += textwrap.wrap(flag.partition(": ")[2].capitalize() + ".", 78)
    lines += ["", "The same facts with the countries exchanged:"]
    for each_mirror in found.mirror:
        words = (
            f"{each_mirror.reading}, {each_mirror.regime} ({each_mirror.status}): "
            f"liable {TRUTH_NAMES[each_mirror.truth]}"
        )
        lines += textwrap.wrap(words, 76, initial_indent="  ", subsequent_indent="    ")
    return "\n".join(lines) + "\n"
