"""For notebooks and scripts: the questions of the command line as Python functions.

Results display well, print as text, and turn into plain data or data frames. Cases are
paths, mappings or `Case` objects; days are text such as `2019-06-30`, or dates.
"""

from __future__ import annotations

import importlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from html import escape
from pathlib import Path
from typing import Any

from tasman.casework import assessment as _assessment
from tasman.casework import compare as _compare
from tasman.casework import timeline as _timeline
from tasman.casework import whatif as _whatif
from tasman.casework.reform_files import named_or_loaded
from tasman.facts.case import Case
from tasman.facts.days import iso, parse_day
from tasman.facts.loading import load_case, parse_case
from tasman.law import current_law
from tasman.law.reforms import Reform
from tasman.reports import text as _text
from tasman.reports import through_time as _through_time
from tasman.reports.layout import as_plain
from tasman.rules.law import Law

__all__ = [
    "Result",
    "answers",
    "assess",
    "batch",
    "compare",
    "load",
    "timeline",
    "ways_to",
    "what_if",
]

CaseLike = Case | str | Path | Mapping[str, Any]
Day = str | date | int
ReformLike = Reform | str


class Result:
    """What a question gave: shows itself, and turns into plain data or a data frame."""

    def __init__(
        self,
        found: Any,
        words: str,
        columns: Sequence[str],
        rows: Iterable[Sequence[Any]],
        above: str = "",
    ) -> None:
        self.found, self._words, self._above = found, words, above
        self._columns, self._rows = tuple(columns), [tuple(row) for row in rows]

    def to_dict(self) -> dict[str, Any]:
        """Return the result as plain data, in its documented form."""
        plain: dict[str, Any] = self.found.to_dict()
        return plain

    def to_frame(self) -> Any:
        """Return the result's rows as a data frame (needs pandas)."""
        try:
            pandas: Any = importlib.import_module("pandas")
        except ImportError:
            raise ImportError(
                "Data frames need an extra: pip install 'tasman[notebook]'"
            ) from None
        return pandas.DataFrame(self._rows, columns=list(self._columns))

    def __repr__(self) -> str:
        return self._words

    def _repr_html_(self) -> str:
        head = "".join(f'<th scope="col">{escape(name)}</th>' for name in self._columns)
        body = "".join(
            "<tr>"
            + "".join(f'<td style="text-align:left">{escape(str(x))}</td>' for x in row)
            + "</tr>"
            for row in self._rows
        )
        return (
            f"{self._above}<table><thead><tr>{head}</tr></thead>"
            f"<tbody>{body}</tbody></table>"
        )


def load(case: CaseLike) -> Case:
    """Return the case in a file, or that a mapping in the form of a file gives.

    Raises CaseErrors, which names every problem.
    """
    if isinstance(case, Case):
        return case
    if isinstance(case, Mapping):
        text = json.dumps({"tasman_case": 1, **case}, default=str)
        return parse_case(text, "case", format="json")
    return load_case(case)


def assess(
    case: CaseLike,
    *,
    law: Day | None = None,
    reform: ReformLike | None = None,
    as_at: Day | None = None,
    known_at: Day | None = None,
    today: Day | None = None,
) -> Result:
    """Return what the law does to one person; `law` is the day whose law applies."""
    found = _assessment.assess(
        load(case),
        today=_today(today),
        law=_law(reform),
        as_at=_day(as_at),
        law_at=_day(law),
        known_at=_day(known_at),
    )
    test = found.passes_character_test
    rows = [
        (
            "passes_character_test" if each is test else each.provision,
            each.answer,
            each.version.kind,
            each.version.plain,
            each.version.citation,
            str(each.version.mark),
        )
        for each in found.conclusions
        if each.in_force
    ]
    columns = ("conclusion", "answer", "kind", "in plain words", "citation", "verified")
    dates = (
        f"Facts as at {iso(found.as_at)}, law at {iso(found.law_at)}, "
        f"as known at {iso(found.known_at)}"
    )
    above = f"<p><strong>{escape(found.case.label)}</strong><br>{dates}</p>"
    return Result(found, _text.as_text(found), columns, rows, above)


def compare(
    case: CaseLike,
    *,
    laws: Sequence[Day] = (),
    reforms: Sequence[ReformLike] = (),
    countries: Sequence[str] = (),
    conclusions: Sequence[str] = (),
    as_at: Day | None = None,
    known_at: Day | None = None,
    today: Day | None = None,
) -> Result:
    """Return the same facts under several laws, and what makes the difference."""
    found = _compare.compare(
        load(case),
        today=_today(today),
        laws=[_number(day) for day in laws],
        reforms=[_reform(each) for each in reforms],
        countries=countries,
        conclusions=conclusions,
        as_at=_day(as_at),
        known_at=_day(known_at),
    )
    names = [_through_time.conclusion_words(name) for name in found.conclusions]
    rows = [
        (
            column.label,
            column.kind,
            *(
                column.answers[name].text if name in column.answers else ""
                for name in found.conclusions
            ),
            column.outcome_text,
        )
        for column in found.columns
    ]
    causes = [_through_time.difference_words(each) for each in found.differences]
    told = "".join(f"<li>{escape(text)}</li>" for text in causes)
    return Result(
        found,
        as_plain(_through_time.comparison_lines(found)),
        ("law", "kind", *names, "in short"),
        rows,
        f"<ul>{told}</ul>" if told else "",
    )


def timeline(
    case: CaseLike,
    *,
    conclusions: Sequence[str] = (),
    since: Day | None = None,
    until: Day | None = None,
    facts_at: Day | None = None,
    known_at: Day | None = None,
    reform: ReformLike | None = None,
    today: Day | None = None,
) -> Result:
    """Return each conclusion on every day, as bands; drawn where charts are there."""
    found = _timeline.timeline(
        load(case),
        today=_today(today),
        conclusions=conclusions,
        since=_day(since),
        until=_day(until),
        facts_at=_day(facts_at),
        known_at=_day(known_at),
        law=_law(reform),
    )
    rows = [
        (
            _through_time.conclusion_words(line.name),
            iso(band.first),
            iso(band.last),
            band.text,
            "; ".join(band.began_with),
        )
        for line in found.lines
        for band in line.bands
    ]
    columns = ("conclusion", "first day", "last day", "answer", "began with")
    words = as_plain(_through_time.timeline_lines(found))
    return Result(found, words, columns, rows, _drawn(found))


def what_if(case: CaseLike, changes: Mapping[str, str], **dates: Day | None) -> Result:
    """Return what these facts, were they so, would change: `{path: value}`."""
    found = _whatif.what_if(load(case), list(changes.items()), **_dates(dates))
    rows = [
        (_through_time.conclusion_words(each.conclusion), each.before, each.after)
        for each in found.turned
    ]
    words = as_plain(_through_time.what_if_lines(found))
    return Result(found, words, ("conclusion", "before", "after"), rows)


def ways_to(
    case: CaseLike,
    target: str,
    *,
    only: Sequence[str] = (),
    pairs: int = _whatif.MOST_PAIRS,
    **dates: Day | None,
) -> Result:
    """Return the least changes that reach a target: `passes_character_test=yes`."""
    name, wanted = _whatif.target_of(target)
    found = _whatif.ways_to(
        load(case), name, wanted, only=only, pairs=pairs, **_dates(dates)
    )
    rows = [
        (
            "; ".join(change.path for change in way.changes),
            "; ".join(change.was for change in way.changes),
            "; ".join(change.would_be for change in way.changes),
        )
        for way in found.ways
    ]
    said = "".join(f"<li>{escape(text)}</li>" for text in found.searched)
    return Result(
        found,
        as_plain(_through_time.search_lines(found)),
        ("fact", "now", "would be"),
        rows,
        f"<p>Searched:</p><ul>{said}</ul>",
    )


def batch(
    table: Any, *, leave_out: str | Collection[str] = (), check: bool = True
) -> Any:
    """Return a table of people as the Arrow batch that the compiled machine reads.

    Give a pandas, Polars or Arrow table (or a mapping of columns), a row a person, with
    columns named like the facts and words in them as in case files; nulls are unknown.
    `leave_out` names columns that are no facts. Raises CaseErrors naming row and
    column; `check` also refuses people whose facts cannot all be true, which takes most
    of the time: it reads them one by one.
    """
    from tasman.facts.worded import from_words
    from tasman.population.validity import check_persons, check_values

    found = from_words(table, leave_out=leave_out)
    check_values(found)
    if check:
        check_persons(found)
    return found


def answers(
    people: Any,
    conclusions: Sequence[str] = (),
    *,
    law: Day | None = None,
    as_at: Day | None = None,
    known_at: Day | None = None,
    reform: ReformLike | None = None,
    today: Day | None = None,
    words: bool = False,
    kinds: bool = False,
) -> Any:
    """Return what the compiled machine says of many people, a row a person.

    `people` is what `batch` returned, or a table for it. One column a conclusion: 0 no,
    1 unknown, 2 yes, or with `words` those words; with `kinds` a column more, of what
    kind its unknown is. Days not given are those of the columns `as_at`, `law_at` and
    `known_at`, else today; for the law, the as-at day. Raises UnknownProvision.
    """
    import pyarrow

    from tasman.population.answering import Asked

    if not isinstance(people, pyarrow.RecordBatch):
        people = batch(people)
    now, base = _today(today), _law(reform)
    names = list(conclusions) or list(_compare.CONCLUSIONS)
    columns = people.schema.names
    facts_at = _clock(as_at, "as_at", columns, now)
    asked = Asked(
        base,
        {name: _compare.conclusion_pinpoint(base, name) for name in names},
        _compare.REVERSED,
        as_at=facts_at,
        law_at=_clock(law, "law_at", columns, facts_at),
        known_at=_clock(known_at, "known_at", columns, now),
    )
    return asked.of(people, words=words, kinds=kinds)


def _drawn(found: _timeline.Timeline) -> str:
    from tasman.reports.charts import ChartsMissing, timeline_svg

    try:
        return f"<figure>{timeline_svg(found)}</figure>"
    except ChartsMissing:
        return ""


def _dates(given: Mapping[str, Day | None]) -> dict[str, int | None]:
    """Return dates by the names that what-ifs use; raises TypeError for another."""
    known = {"as_at": "as_at", "law": "law_at", "known_at": "known_at"}
    unknown = set(given) - set(known) - {"today"}
    if unknown:
        raise TypeError(
            f"unknown: {', '.join(sorted(unknown))}; use {', '.join(known)}"
        )
    found = {known[name]: _day(day) for name, day in given.items() if name in known}
    return {**found, "today": _today(given.get("today"))}


def _clock(
    day: Day | None, name: str, columns: Collection[str], otherwise: int | str
) -> int | str:
    """Return the day given, else the column of days of this name, else the other."""
    if day is not None:
        return _number(day)
    return name if name in columns else otherwise


def _law(reform: ReformLike | None) -> Law:
    law = current_law()
    return law if reform is None else _reform(reform).apply(law)


def _reform(reform: ReformLike) -> Reform:
    return reform if isinstance(reform, Reform) else named_or_loaded(reform)


def _today(day: Day | None) -> int:
    return _number(datetime.now().astimezone().date() if day is None else day)


def _day(day: Day | None) -> int | None:
    return None if day is None else _number(day)


def _number(day: Day) -> int:
    if isinstance(day, int):
        return day
    return parse_day(day if isinstance(day, str) else day.isoformat()[:10])
