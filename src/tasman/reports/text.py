"""An assessment as text for people: conclusion first, reasons last, 80 columns."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tasman.casework.assessment import Assessment
from tasman.casework.conclusions import Conclusion
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.reports.words import (
    HEADLINES,
    POWER_ANSWERS,
    WHAT_IT_IS_NOT,
    assumptions,
    closed_list,
    dates_line,
    open_powers,
    plain_statement,
    short_citation,
    short_version,
    split_judged,
    telling,
    unverified_provisions,
    why_unknown,
)

WIDTH = 80
_QUESTIONS = 8
_STYLES = {YES: "bold red", NO: "green", UNKNOWN: "yellow"}
_TEST_STYLES = {NO: "bold red", YES: "bold green", UNKNOWN: "bold yellow"}


def print_text(
    assessment: Assessment, console: Console, *, reasons: bool = True
) -> None:
    """Print an assessment to a console."""
    for part in _parts(assessment, reasons):
        console.print(part, highlight=False)


def as_text(assessment: Assessment, *, reasons: bool = True) -> str:
    """Return an assessment as plain text, 80 columns wide, without colour."""
    out = StringIO()
    console = Console(file=out, width=WIDTH, no_color=True, force_terminal=False)
    print_text(assessment, console, reasons=reasons)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _parts(assessment: Assessment, reasons: bool) -> Iterable[RenderableType]:
    yield from _head(assessment)
    yield from _warnings(assessment)
    yield from _limbs(assessment)
    yield from _powers(assessment)
    yield from _list("Consequences", telling(assessment.consequences, YES))
    yield from _immunities(assessment)
    yield from _questions(assessment)
    if reasons:
        yield from _reasons(assessment)
    yield from _foot(assessment)


def _head(assessment: Assessment) -> Iterable[RenderableType]:
    test = assessment.passes_character_test
    if assessment.case.label:
        yield Text(assessment.case.label, style="bold")
    if assessment.case.about:
        yield Text(assessment.case.about, style="dim")
    yield Text(dates_line(assessment), style="dim")
    yield Text()
    yield Text(HEADLINES[test.truth].upper(), style=_TEST_STYLES[test.truth])
    if test.truth == UNKNOWN:
        yield _indented(f"because {why_unknown(test.kinds)}")
    for power in telling(assessment.powers, YES):
        if power.version.kind == "duty":
            words = f"{short_citation(power)}: {plain_statement(power)}"
            yield Text(f"MUST  {words}", style="bold red")
    yield Text()


def _warnings(assessment: Assessment) -> Iterable[RenderableType]:
    for warning in assessment.warnings:
        yield Text(f"Warning: {warning.message}", style="yellow")
    if assessment.warnings:
        yield Text()


def _limbs(assessment: Assessment) -> Iterable[RenderableType]:
    met = telling(assessment.limbs, YES)
    yield from _list("Grounds of the test that are met", met)
    yield from _open("Grounds still open", telling(assessment.limbs, UNKNOWN))


def _powers(assessment: Assessment) -> Iterable[RenderableType]:
    yield _heading("What may or must be done")
    shown, judged = split_judged(open_powers(assessment))
    rows = [(short_citation(power), _power(power)) for power in shown]
    yield _grid(rows or [("", "No power or duty is decided by these facts and dates.")])
    if judged:
        yield _indented(
            "These turn on what the decision-maker or the law has yet to settle, not "
            f"on facts: {closed_list([short_citation(c) for c in judged])}."
        )
    closed = [short_citation(c) for c in telling(assessment.powers, NO)]
    if closed:
        yield _indented(f"Not open, or does not apply: {closed_list(closed)}.")
    yield Text()


def _power(power: Conclusion) -> Text:
    answer = POWER_ANSWERS[power.version.kind, power.truth]
    text = Text(plain_statement(power) + " ")
    text.append(answer, style=_STYLES[power.truth])
    details = [power.version.holder]
    if power.version.natural_justice:
        details.append(f"natural justice {power.version.natural_justice}")
    if power.truth == UNKNOWN:
        details.append(why_unknown(power.kinds))
    text.append(f". {'; '.join(filter(None, details))}.", style="dim")
    return text


def _immunities(assessment: Assessment) -> Iterable[RenderableType]:
    yield from _list("Protections that hold", telling(assessment.immunities, YES))
    undecided = telling(assessment.immunities, UNKNOWN)
    yield from _open("Protections that cannot be ruled out", undecided)


def _questions(assessment: Assessment) -> Iterable[RenderableType]:
    asked = assessment.questions[:_QUESTIONS]
    if not asked:
        return
    yield _heading("What to find out, most telling first")
    rows = []
    for i, question in enumerate(asked, 1):
        text = Text(question.ask + " ")
        bears = len(question.affects)
        note = f"bears on {bears} conclusion{'s' if bears != 1 else ''}"
        text.append(f"({question.path}; {note})", style="dim")
        rows.append((str(i), text))
    yield _grid(rows)
    more = len(assessment.questions) - len(asked)
    if more:
        yield _indented(f"and {more} more: see --format json.")
    yield Text()


def _reasons(assessment: Assessment) -> Iterable[RenderableType]:
    told = [assessment.passes_character_test]
    told += telling(assessment.limbs, YES) + telling(assessment.powers, YES)
    told += telling(assessment.consequences, YES)
    yield _heading("Reasons")
    keys = [assessment.explanation.of(c.provision).key for c in told]
    for key in assessment.explanation.reached(keys):
        reason = assessment.explanation.reasons[key]
        tests = [step for step in reason.because if step.kind in ("test", "none_of")]
        if not reason.in_force or not tests:
            continue
        citation = reason.versions[0].citation
        place = f" [{reason.element}]" if reason.element else ""
        yield Text(f"{citation}{place}: {reason.shown}", style="bold")
        yield _indented(reason.versions[0].statement)
        for step in tests[:6]:
            text = (
                f"no {step.text} to consider" if step.kind == "none_of" else step.text
            )
            answer = f": {step.truth}" if step.truth else ""
            yield Padding(Text(f"- {text}{answer}", style="dim"), (0, 0, 0, 4))
    yield Text()


def _foot(assessment: Assessment) -> Iterable[RenderableType]:
    if assessment.case.assumed:
        yield _heading("Taken from the file as stated for every entry")
        for line in assumptions(assessment):
            yield _indented(line)
        yield Text()
    doubtful = unverified_provisions(assessment)
    if doubtful:
        yield _heading("To double-check: used above, but the text was not verified")
        yield _grid(
            (short_version(v), f"{v.mark}. {v.note or v.statement}") for v in doubtful
        )
        yield Text()
    if assessment.not_covered:
        yield _heading("Unsettled or not covered")
        for line in assessment.not_covered:
            yield _indented(f"- {line}")
        yield Text()
    receipt = assessment.receipt
    yield Rule(style="dim")
    yield Text(
        f"Tasman {receipt.code}, law {receipt.law} ({receipt.law_logic}), "
        f"facts {receipt.facts}",
        style="dim",
    )
    yield Text(WHAT_IT_IS_NOT, style="dim")


def _list(title: str, conclusions: list[Conclusion]) -> Iterable[RenderableType]:
    if conclusions:
        yield _heading(title)
        yield _grid((short_citation(c), plain_statement(c)) for c in conclusions)
        yield Text()


def _open(title: str, conclusions: list[Conclusion]) -> Iterable[RenderableType]:
    factual, judged = split_judged(conclusions)
    for words, group in (
        (f"{title}: a fact is missing", factual),
        (f"{title}: left to judgment, or unsettled", judged),
    ):
        yield from _list(words, group)


def _heading(text: str) -> Text:
    return Text(text, style="bold underline")


def _indented(text: str) -> Padding:
    return Padding(Text(text), (0, 0, 0, 2))


def _grid(rows: Iterable[tuple[str, str | Text]]) -> Padding:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(max_width=24, overflow="fold")
    grid.add_column(ratio=1)
    for left, right in rows:
        grid.add_row(left, right)
    return Padding(grid, (0, 0, 0, 2))
