"""Charts drawn without a browser: a timeline as SVG, PNG or a page of its own.

Altair and vl-convert (the extra `charts`) load only when something is drawn. The
colours are those of Okabe and Ito, told apart by every kind of colour vision, and every
band carries its word; the text alternative says all that the picture does.
"""

from __future__ import annotations

import hashlib
import io
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tasman.casework.timeline import Band, Timeline
from tasman.facts.days import iso
from tasman.facts.files import write_atomically
from tasman.facts.kinds import NOT_COVERED
from tasman.reports.layout import as_plain
from tasman.reports.through_time import conclusion_words, timeline_lines

if TYPE_CHECKING:
    import altair as alt

WIDTH = 800
"""Pixels from edge to edge."""
COLOURS = {
    "yes": "#0072B2",
    "no": "#E69F00",
    "unknown": "#DDDDDD",
    "not covered": "#FFFFFF",
}
INK = {
    "yes": "#FFFFFF",
    "no": "#000000",
    "unknown": "#000000",
    "not covered": "#000000",
}
FORMATS = (".svg", ".png", ".html")
_PLOT = 580
_ROW = 30
_LONG = 6 * 365
"""Days beyond which the axis counts in years."""
_LETTER = 8
"""Pixels that one letter of a band's word takes."""
_LAW = "#555555"
_SPANS = {"In Australia": "#56B4E9", "In custody": "#D55E00"}
_EVENTS = {"offence": "Offences", "sentence": "Sentences", "decision": "Decisions"}


class ChartsMissing(ImportError):
    """The extra that draws charts is not installed."""


def write_timeline(line: Timeline, path: Path) -> None:
    """Write a timeline to a file, in the format that its name says.

    Raises ValueError for a name that ends otherwise, ChartsMissing without the extra.
    """
    kind = path.suffix.lower()
    if kind == ".svg":
        write_atomically(path, timeline_svg(line))
    elif kind == ".png":
        path.write_bytes(timeline_png(line))
    elif kind == ".html":
        write_atomically(path, timeline_html(line))
    else:
        raise ValueError(
            f"{path.name!r} does not say how to draw it. End the name in "
            f"{', '.join(FORMATS)}."
        )


def timeline_svg(line: Timeline) -> str:
    """Return the timeline as SVG, with its title and text alternative inside."""
    text = io.StringIO()
    timeline_chart(line).save(text, format="svg")
    return _accessible(text.getvalue(), line)


def timeline_png(line: Timeline) -> bytes:
    """Return the timeline as PNG, two pixels for one."""
    picture = io.BytesIO()
    timeline_chart(line).save(picture, format="png", scale_factor=2)
    return picture.getvalue()


def timeline_html(line: Timeline) -> str:
    """Return the timeline as a page: the picture, and below it the same in words."""
    title = escape(_title(line))
    return (
        "<!doctype html>\n"
        f'<html lang="en"><head><meta charset="utf-8"><title>{title}</title>\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<style>body{font:16px/1.5 sans-serif;margin:1rem;max-width:52rem}"
        "svg{max-width:100%;height:auto}pre{white-space:pre-wrap;font-size:.9rem}"
        "</style></head><body>\n"
        f"<main><h1>{title}</h1>\n<figure>{timeline_svg(line)}\n"
        f"<figcaption>{escape(_summary(line))}</figcaption></figure>\n"
        f"<h2>In words</h2>\n<pre>{escape(as_plain(timeline_lines(line)))}</pre>\n"
        "</main></body></html>\n"
    )


def timeline_chart(line: Timeline) -> alt.VConcatChart:
    """Return the timeline as an Altair chart: answers above, the life below."""
    kit = _altair()
    window = [iso(line.first), iso(line.last)]
    x = kit.X(
        "first:T",
        title=None,
        scale=kit.Scale(domain=window, type="utc"),
        axis=kit.Axis(format=_dates(line), labelFontSize=13, tickCount=7, grid=True),
    )
    answers = _panel(kit, _answers(line), _laws(line), x)
    life = _panel(kit, _life(line), _laws(line), x)
    chart = kit.vconcat(answers, life, spacing=12, title=_heading(kit, line))
    chart = chart.configure_view(stroke="#DDDDDD")
    chart = chart.configure_axis(labelFont="sans-serif", labelLimit=190)
    drawn: alt.VConcatChart = chart
    return drawn


def _dates(line: Timeline) -> str:
    """Return how the days along the axis are written: by year, or by month."""
    return "%Y" if line.last - line.first > _LONG else "%Y-%m"


def _altair() -> Any:
    try:
        import altair
        import vl_convert  # noqa: F401
    except ImportError:
        raise ChartsMissing(
            "Charts need an extra. Install it with: pip install 'tasman[charts]'"
        ) from None
    return altair


def _heading(alt: Any, line: Timeline) -> Any:
    return alt.TitleParams(
        text=_title(line),
        subtitle=[_summary(line), *_key(line)],
        anchor="start",
        fontSize=17,
        subtitleFontSize=13,
        font="sans-serif",
        subtitleFont="sans-serif",
    )


def _key(line: Timeline) -> list[str]:
    dashed = "Dashed: a change of the law changed an answer." if _laws(line) else ""
    return [f"Y yes, N no, ? unknown. {dashed}".strip()]


def _panel(alt: Any, rows: list[dict[str, Any]], laws: list[str], x: Any) -> Any:
    """Return rows of bands and points, with the days on which the law changed."""
    order = list(dict.fromkeys(row["row"] for row in rows))
    y = alt.Y("row:N", title=None, sort=order, axis=alt.Axis(labelFontSize=13))
    bands = [row for row in rows if row["kind"] == "band"]
    points = [row for row in rows if row["kind"] == "point"]
    base = alt.Chart(alt.Data(values=bands)).encode(x=x, y=y)
    layers = [
        base.mark_bar(height=_ROW - 8, stroke="#666666", strokeWidth=0.5).encode(
            x2="after:T",
            color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("told:N")],
        ),
        base.transform_filter("datum.word != ''")
        .mark_text(fontSize=13, align="center")
        .encode(x="middle:T", text="word:N", color=alt.Color("ink:N", scale=None)),
    ]
    if points:
        layers.append(
            alt.Chart(alt.Data(values=points))
            .mark_point(shape="diamond", size=90, filled=True, color="#000000")
            .encode(x=x, y=y, tooltip=[alt.Tooltip("told:N")])
        )
    if laws:
        days = [{"first": day} for day in laws]
        layers.append(
            alt.Chart(alt.Data(values=days))
            .mark_rule(color=_LAW, strokeDash=[4, 4])
            .encode(x=x)
        )
    return alt.layer(*layers).properties(width=_PLOT, height=_ROW * len(order))


def _answers(line: Timeline) -> list[dict[str, Any]]:
    rows = []
    for each in line.lines:
        for band in each.bands:
            told = f"{_answer(band)}, {iso(band.first)} to {iso(band.last)}"
            row = _band(line, conclusion_words(each.name), band.first, band.last, told)
            answer = _answer(band)
            word = _fitting(answer, row["pixels"])
            colours = {"colour": COLOURS[answer], "ink": INK[answer], "word": word}
            rows.append({**row, **colours})
    return rows


def _answer(band: Band) -> str:
    return "not covered" if band.kinds == NOT_COVERED else band.text


def _fitting(answer: str, pixels: float) -> str:
    """Return as much of a band's word as it has room for: all, a letter or nothing."""
    if pixels >= _LETTER * (len(answer) + 1):
        return answer
    letter = "?" if answer == "unknown" else answer[0].upper()
    return letter if pixels >= _LETTER else ""


def _life(line: Timeline) -> list[dict[str, Any]]:
    rows = []
    for span in line.spans:
        first, last = max(span.first, line.first), min(span.last, line.last)
        told = f"{span.words}, from {iso(span.first)}"
        row = _band(line, span.row, first, last, told)
        rows.append({**row, "colour": _SPANS[span.row], "ink": "#000000", "word": ""})
    for event in line.events:
        if event.row in _EVENTS:
            rows.append(
                {
                    "kind": "point",
                    "row": _EVENTS[event.row],
                    "first": iso(event.day),
                    "told": f"{event.words}, {iso(event.day)}",
                }
            )
    order = [*_SPANS, *_EVENTS.values()]
    return sorted(rows, key=lambda row: order.index(row["row"]))


def _band(line: Timeline, row: str, first: int, last: int, told: str) -> dict[str, Any]:
    return {
        "kind": "band",
        "row": row,
        "first": iso(first),
        "after": iso(last + 1),
        "middle": iso((first + last) // 2),
        "told": told,
        "pixels": _PLOT * (last + 1 - first) / (line.last + 1 - line.first),
    }


def _laws(line: Timeline) -> list[str]:
    """Return the days on which a change of the law began a new band."""
    days = {
        band.first
        for each in line.lines
        for band in each.bands
        if any(text.startswith("law:") for text in band.began_with)
    }
    return [iso(day) for day in sorted(days)]


def _title(line: Timeline) -> str:
    return f"{line.label or 'A case'}: through time"


def _summary(line: Timeline) -> str:
    facts = "each day" if line.facts_at is None else iso(line.facts_at)
    return (
        f"{iso(line.first)} to {iso(line.last)}; facts as at {facts}; law of each day, "
        f"as known at {iso(line.known_at)}"
    )


def _accessible(svg: str, line: Timeline) -> str:
    """Return the SVG with a role, a title and a description for those who hear it."""
    told = escape(as_plain(timeline_lines(line)))
    mark = hashlib.sha256(told.encode()).hexdigest()[:8]
    title, words = f"title-{mark}", f"told-{mark}"
    head, closing, body = svg.partition(">")
    return (
        f'{head} role="img" aria-labelledby="{title} {words}"{closing}'
        f'<title id="{title}">{escape(_title(line))}</title>'
        f'<desc id="{words}">{told}</desc>{body}'
    )
