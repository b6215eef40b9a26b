"""An assessment as one self-contained HTML file: to open, print and send."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from tasman.casework.assessment import Assessment
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import iso, to_date
from tasman.reports import words
from tasman.reports.lifeline import ROWS, Lifeline, lifeline
from tasman.reports.parts import parts_of

_LEFT, _WIDTH, _ROW, _TOP = 150, 640, 34, 26


def as_html(assessment: Assessment) -> str:
    """Return an assessment as an HTML page that needs nothing else to be read."""
    life = lifeline(assessment)
    explanation = assessment.explanation
    told = [c for c in assessment.conclusions if c.in_force and c.truth != NO]
    keys = explanation.reached([explanation.of(c.provision).key for c in told])
    reasons = [explanation.reasons[key] for key in keys]
    return _template().render(
        a=assessment,
        headline=words.headline(assessment),
        tone={YES: "good", NO: "bad", UNKNOWN: "open"}[
            assessment.passes_character_test.truth
        ],
        dates=words.dates_line(assessment),
        met=words.telling(assessment.limbs, YES),
        open_limbs=words.telling(assessment.limbs, UNKNOWN),
        powers=words.open_powers(assessment),
        consequences=words.telling(assessment.consequences, YES),
        immunities=words.telling(assessment.immunities, YES),
        open_immunities=words.telling(assessment.immunities, UNKNOWN),
        doubtful=words.unverified_provisions(assessment),
        reasons=[r for r in reasons if r.in_force],
        answers=words.POWER_ANSWERS,
        plain=words.plain_statement,
        why=words.why_unknown,
        life=life,
        chart=None if life is None else _chart(life),
        iso=iso,
        open_test=assessment.passes_character_test.truth == UNKNOWN,
        parts=parts_of(assessment),
        assumed=words.assumptions(assessment),
        duties=[
            p for p in words.telling(assessment.powers, YES) if p.version.kind == "duty"
        ],
        what_it_is_not=words.WHAT_IT_IS_NOT,
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=PackageLoader("tasman.reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("assessment.html.j2")


def _chart(life: Lifeline) -> dict[str, Any]:
    """Return the places of every mark in the drawing of a life."""
    rows = [row for row in ROWS if any(span.row == row for span in life.spans)]
    scale = _WIDTH / max(1, life.last - life.first)

    def x(day: int) -> float:
        return round(_LEFT + (day - life.first) * scale, 1)

    marks = []
    for span in life.spans:
        top = _TOP + rows.index(span.row) * _ROW
        width = max(4.0, x(span.last) - x(span.first))
        marks.append(
            {
                "x": x(span.first),
                "y": top + 6,
                "width": round(width, 1),
                "row": ROWS.index(span.row),
                "title": f"{span.row}: {span.words}, {span.dates}",
            }
        )
    years = range(to_date(life.first).year + 1, to_date(life.last).year + 1)
    step = max(1, len(years) // 8)
    from tasman.facts.days import day

    return {
        "rows": [(row, _TOP + i * _ROW + 20) for i, row in enumerate(rows)],
        "marks": marks,
        "ticks": [(year, x(day(year))) for year in years if year % step == 0],
        "height": _TOP + len(rows) * _ROW + 24,
        "width": _LEFT + _WIDTH + 20,
        "left": _LEFT,
        "right": _LEFT + _WIDTH,
    }
