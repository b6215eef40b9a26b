"""Charts of results and briefs: every one prints the share of inputs assumed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tasman.facts.errors import BadValue
from tasman.population.brief import Brief
from tasman.population.inquiry import hundreds
from tasman.population.outputs import replacing
from tasman.population.summary import Results

_BLUE, _ORANGE = "#0072b2", "#d55e00"
_KINDS = (".svg", ".png", ".html")


def check_chart(out: Path) -> None:
    """Refuse a chart of a kind that cannot be written; raises BadValue."""
    if out.suffix.lower() not in _KINDS:
        raise BadValue(f"{out.name} is no chart", f"End it in {', '.join(_KINDS)}.")


def draw(results: Results, out: Path) -> None:
    """Write a chart of the people whom each provision reaches under each regime."""
    import altair as alt

    sql = """
        select split_part(provision, '/', 2) as provision, regime,
               sum(persons) as persons
        from results where "table" = 'counts' and level = 'all' and answer = 'yes'
              and persons is not null and not suppressed group by all order by all
    """
    rows = [
        {"provision": provision, "regime": regime, "persons": float(persons)}
        for provision, regime, persons in results.query(sql)
    ]
    chart = (
        alt.Chart({"values": rows})
        .mark_bar(color=_BLUE)
        .encode(
            x=alt.X("persons:Q", title="persons reached", axis=alt.Axis(format=",d")),
            y=alt.Y("regime:N", title=None, sort=results.regimes),
            row=alt.Row("provision:N", title=None, header=alt.Header(labelAngle=0)),
        )
        .properties(width=480)
    )
    _save(chart, "Persons reached, by provision and law", _note_of(results), out)


def _note_of(results: Results) -> str:
    if not results.synthetic:
        return "Imported cases; counts under 6 are left out. Law, not a forecast."
    share = 100 * (results.told.get("share_of_parameters_assumed") or 0)
    return f"Made-up people; {share:.0f} % of inputs assumed (grade A). Not a forecast."


def draw_brief(page: Brief, out: Path) -> None:
    """Write a chart of the range of each reform, against those reached today."""
    import altair as alt

    if page.found is None or page.headline is None or page.reason:
        why = page.reason or "Nothing of it can be counted; the page says why."
        raise BadValue(f"{page.reform} has no chart", why)
    titles = page.titles()
    alike = [page.reform]
    alike += [b.reform.name for b in page.beside if b.measure == page.headline]
    rows = [
        {"reform": titles[name], **hundreds(page.found.ranges[name])}
        | {"asked": name == page.reform}
        for name in alike
        if name not in page.unsourced | page.unmoved
    ]
    chart = (
        alt.Chart({"values": rows})
        .mark_bar(height=12)
        .encode(
            x=alt.X("least:Q", title=f"change in every hundred {page.per}"),
            x2="most:Q",
            y=alt.Y("reform:N", title=None, sort=None, axis=alt.Axis(labelLimit=300)),
            color=alt.condition("datum.asked", alt.value(_ORANGE), alt.value(_BLUE)),
            stroke=alt.condition("datum.asked", alt.value(_ORANGE), alt.value(_BLUE)),
        )
        .properties(width=420)
    )
    share = 100 * page.assumed
    note = f"Made-up people; {share:.0f} % of inputs assumed (grade A). Not a forecast."
    beside = "beside its neighbours: not known; ranges under assumptions"
    title = f"{page.chosen.title}, {beside}"
    _save(chart, title, note, out)


def _save(chart: Any, title: str, note: str, out: Path) -> None:
    """Write a chart as SVG, PNG or HTML, whole or not at all."""
    check_chart(out)
    spec = chart.properties(
        title={"text": title, "subtitle": note, "anchor": "start"},
        description=f"{title}. {note}",
    ).to_json()
    with replacing(out) as temporary:
        temporary.write_bytes(_rendered(spec, out.suffix.lower()))


def _rendered(spec: str, kind: str) -> bytes:
    import vl_convert

    if kind == ".png":
        return bytes(vl_convert.vegalite_to_png(spec, scale=2))
    if kind == ".svg":
        return str(vl_convert.vegalite_to_svg(spec)).encode()
    return str(vl_convert.vegalite_to_html(spec, bundle=True)).encode()
