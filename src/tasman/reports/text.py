"""An assessment as text for people: conclusion first, reasons last, 80 columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tasman.casework.assessment import Assessment
from tasman.casework.conclusions import Conclusion
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.reports.layout import WIDTH, Line, as_plain, grid, heading, wrapped
from tasman.reports.parts import LAST, Part, parts_of
from tasman.reports.words import (
    POWER_ANSWERS,
    WHAT_IT_IS_NOT,
    assumptions,
    closed_list,
    dates_line,
    headline,
    is_citizen,
    open_powers,
    plain_statement,
    short_citation,
    short_version,
    split_judged,
    telling,
    unverified_provisions,
    why_unknown,
)

_QUESTIONS = 8
_STEPS = 6
_STYLES = {YES: "bold red", NO: "green", UNKNOWN: "yellow"}
_TEST_STYLES = {NO: "bold red", YES: "bold green", UNKNOWN: "bold yellow"}
_BLANK = Line()


def as_text(assessment: Assessment, *, reasons: bool = True) -> str:
    """Return an assessment as plain text, 80 columns wide, without colour."""
    return as_plain(lines_of(assessment, reasons=reasons))


def lines_of(assessment: Assessment, *, reasons: bool = True) -> Iterator[Line]:
    """Yield an assessment line by line, for a terminal or a file."""
    parts = parts_of(assessment)
    yield from _title(assessment)
    yield from _parts(part for part in parts if part.place == 0)
    yield from _headline(assessment)
    open_test = assessment.passes_character_test.truth == UNKNOWN
    if open_test:
        yield from _questions(assessment)
    yield from _parts(part for part in parts if part.place == 1)
    yield from _list("Grounds of the test that are met", telling(assessment.limbs, YES))
    yield from _open("Grounds still open", telling(assessment.limbs, UNKNOWN))
    yield from _powers(assessment)
    yield from _list("Consequences", telling(assessment.consequences, YES))
    yield from _list("Protections that hold", telling(assessment.immunities, YES))
    undecided = telling(assessment.immunities, UNKNOWN)
    yield from _open("Protections that cannot be ruled out", undecided)
    yield from _parts(part for part in parts if part.place == LAST)
    if not open_test:
        yield from _questions(assessment)
    if reasons:
        yield from _reasons(assessment)
    yield from _foot(assessment)


def _title(assessment: Assessment) -> Iterator[Line]:
    yield from wrapped(assessment.case.label, style="bold")
    yield from wrapped(assessment.case.about, style="dim")
    yield Line(dates_line(assessment), "dim")
    yield _BLANK
    for warning in assessment.warnings:
        yield from wrapped(f"Warning: {warning.message}", style="yellow")
    if assessment.warnings:
        yield _BLANK


def _headline(assessment: Assessment) -> Iterator[Line]:
    test = assessment.passes_character_test
    citizen = is_citizen(assessment)
    style = _TEST_STYLES[YES if citizen else test.truth]
    yield from wrapped(headline(assessment).upper(), style=style)
    if test.truth == UNKNOWN and not citizen:
        yield from wrapped(f"because {why_unknown(test.kinds)}", 2)
    for power in telling(assessment.powers, YES):
        if power.version.kind == "duty":
            words = f"MUST  {short_citation(power)}: {plain_statement(power)}"
            yield from wrapped(words, style="bold red")
    yield _BLANK


def _parts(parts: Iterable[Part]) -> Iterator[Line]:
    for part in parts:
        yield heading(part.title)
        for line in part.lines:
            yield from wrapped(line, 2, 4)
        yield _BLANK


def _powers(assessment: Assessment) -> Iterator[Line]:
    yield heading("What may or must be done")
    shown, judged = split_judged(open_powers(assessment))
    if not shown:
        yield Line("  No power or duty is decided by these facts and dates.")
    yield from grid((short_citation(c), _power(c), _STYLES[c.truth]) for c in shown)
    if judged:
        yield from wrapped(
            "These turn on what the decision-maker or the law has yet to settle, not "
            f"on facts: {closed_list([short_citation(c) for c in judged])}.",
            2,
        )
    closed = [short_citation(c) for c in telling(assessment.powers, NO)]
    if closed:
        yield from wrapped(f"Not open, or does not apply: {closed_list(closed)}.", 2)
    yield _BLANK


def _power(power: Conclusion) -> str:
    answer = POWER_ANSWERS[power.version.kind, power.truth]
    details = [power.version.holder]
    if power.version.natural_justice:
        details.append(f"natural justice {power.version.natural_justice}")
    if power.truth == UNKNOWN:
        details.append(why_unknown(power.kinds))
    told = "; ".join(filter(None, details))
    return f"{plain_statement(power)} {answer[0].upper()}{answer[1:]}. {told}."


def _questions(assessment: Assessment) -> Iterator[Line]:
    asked = assessment.questions[:_QUESTIONS]
    if not asked:
        return
    yield heading("What to find out, most telling first")
    for i, question in enumerate(asked, 1):
        bears = len(question.affects)
        plural = "" if bears == 1 else "s"
        note = f"({question.path}; bears on {bears} conclusion{plural})"
        yield from wrapped(f"{i}  {question.ask} {note}", 2, 5)
    more = len(assessment.questions) - len(asked)
    if more:
        yield Line(f"  and {more} more: see --format json.")
    yield _BLANK


def _reasons(assessment: Assessment) -> Iterator[Line]:
    told = [assessment.passes_character_test, *telling(assessment.limbs, YES)]
    told += telling(assessment.powers, YES) + telling(assessment.consequences, YES)
    explanation = assessment.explanation
    yield heading("Reasons")
    for key in explanation.reached([explanation.of(c.provision).key for c in told]):
        reason = explanation.reasons[key]
        tests = [step for step in reason.because if step.kind in ("test", "none_of")]
        if not reason.in_force or not tests:
            continue
        place = f" [{reason.element}]" if reason.element else ""
        citation = reason.versions[0].citation
        yield from wrapped(f"{citation}{place}: {reason.shown}", style="bold")
        yield from wrapped(reason.versions[0].statement, 2)
        for step in tests[:_STEPS]:
            none = step.kind == "none_of"
            text = f"no {step.text} to consider" if none else step.text
            answer = f": {step.truth}" if step.truth and not none else ""
            yield from wrapped(f"- {text}{answer}", 4, 6, "dim")
    yield _BLANK


def _foot(assessment: Assessment) -> Iterator[Line]:
    if assessment.case.assumed:
        yield heading("Taken from the file as stated for every entry")
        for line in assumptions(assessment):
            yield from wrapped(line, 2, 4)
        yield _BLANK
    doubtful = unverified_provisions(assessment)
    if doubtful:
        yield heading("To double-check: used above, but the text was not verified")
        yield from grid(
            (short_version(v), f"{v.mark}. {v.note or v.statement}", "")
            for v in doubtful
        )
        yield _BLANK
    if assessment.not_covered:
        yield heading("Unsettled or not covered")
        for line in assessment.not_covered:
            yield from wrapped(f"- {line}", 2, 4)
        yield _BLANK
    receipt = assessment.receipt
    yield Line("-" * WIDTH, "dim")
    yield from wrapped(
        f"Tasman {receipt.code}, law {receipt.law} ({receipt.law_logic}), facts "
        f"{receipt.facts}, tables of {receipt.holiday_tables or 'no holidays'}",
        style="dim",
    )
    yield from wrapped(WHAT_IT_IS_NOT, style="dim")


def _list(title: str, conclusions: list[Conclusion]) -> Iterator[Line]:
    if conclusions:
        yield heading(title)
        yield from grid(
            (short_citation(c), plain_statement(c), "") for c in conclusions
        )
        yield _BLANK


def _open(title: str, conclusions: list[Conclusion]) -> Iterator[Line]:
    factual, judged = split_judged(conclusions)
    yield from _list(f"{title}: a fact is missing", factual)
    yield from _list(f"{title}: left to judgment, or unsettled", judged)
