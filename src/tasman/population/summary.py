"""Results read back with DuckDB and put in words."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from tasman.population.counting import ANSWERS
from tasman.population.making import METADATA
from tasman.population.suppression import FEWEST
from tasman.population.tables import count, table, wrapped

DUTY = "501(3A)"
HIDDEN = "*"


class Results:
    """A results file: its rows by SQL, and what it says of itself."""

    def __init__(self, path: Path) -> None:
        import duckdb

        told = pq.read_schema(path).metadata[METADATA]
        self.told: dict[str, Any] = json.loads(told)
        self._rows = pq.read_table(path)
        self._database = duckdb.connect()
        self._database.register("results", self._rows)

    def query(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return the rows of a query; the results are the table `results`."""
        found: list[tuple[Any, ...]] = self._database.execute(
            sql, list(values)
        ).fetchall()
        return found

    @property
    def synthetic(self) -> bool:
        """Whether the people counted are made up."""
        return bool(self.told["of"] == "synthetic")

    @property
    def regimes(self) -> list[str]:
        """The names of the regimes, the baseline first."""
        return [each["name"] for each in self.told["regimes"]]

    def provisions(self) -> list[str]:
        """Return the provisions counted, in the order asked for."""
        return list(self.told["provisions"])

    def to_dict(self) -> dict[str, Any]:
        """Return all of it as plain data."""
        return {"about": self.told, "rows": self._rows.to_pylist()}


def _short(pinpoint: str) -> str:
    return pinpoint.partition("/")[2] or pinpoint


def as_text(results: Results) -> str:
    """Return the results as tables of at most 80 columns."""
    told = results.told
    people = "made-up people" if results.synthetic else "people"
    clocks = f"as at {told['as_at']}, as known at {told['known_at']}"
    lines = wrapped(f"{count(told['persons'])} {people}, {clocks}.")
    for provision in results.provisions():
        lines += ["", *_counts(results, provision)]
        lines += _transitions(results, provision)
    for dimension in told["by"]:
        lines += ["", *_crossed(results, dimension)]
    lines += ["", *_endnotes(results)]
    return "\n".join(lines) + "\n"


def _counts(results: Results, provision: str) -> list[str]:
    sql = """
        select regime, answer, persons, suppressed, why from results
        where "table" = 'counts' and level = 'all' and provision = ?
    """
    found: dict[str, dict[str, str]] = {}
    reasons = {}
    for regime, answer, persons, suppressed, why in results.query(sql, provision):
        found.setdefault(regime, {})[answer] = (
            HIDDEN if suppressed else count(persons or 0)
        )
        if why:
            reasons[regime] = why
    rows = []
    for regime in results.regimes:
        if regime in reasons:
            continue
        if regime in found:
            rows.append((regime, *(found[regime].get(a, "0") for a in ANSWERS)))
    headers = (_short(provision), "no", "yes", "fact?", "judgment?", "unsettled?")
    lines = table(headers, rows) if rows else []
    for regime, why in reasons.items():
        lines += wrapped(f"{regime}, {_short(provision)}: {why}.")
    return lines


def _transitions(results: Results, provision: str) -> list[str]:
    sql = """
        select regime, before = 'yes' as was, answer = 'yes' as is_,
               answer = 'no' as no_, sum(persons), bool_or(suppressed)
        from results
        where "table" = 'transitions' and level = 'all' and provision = ?
              and why is null and before is distinct from answer
        group by all order by regime
    """
    moved: dict[tuple[str, str], str] = {}
    for regime, was, is_, no_, persons, hidden in results.query(sql, provision):
        kind = _move(was, is_, no_)
        if kind:
            moved[regime, kind] = HIDDEN if hidden else count(persons)
    lines = []
    for regime in results.regimes[1:]:
        told = [
            f"{kind} {moved[regime, kind]}"
            for kind in _MOVES
            if (regime, kind) in moved
        ]
        if told:
            lines += wrapped(f"{regime}: {'; '.join(told)}.", "  ")
            if results.synthetic:
                lines += wrapped(_contrast(results, provision, regime), "  ")
    return lines


_MOVES = ("newly reached", "released", "no longer certain", "decided: no")


def _move(was: bool, is_: bool, no_: bool) -> str:
    if is_:
        return "newly reached"
    if was:
        return "released" if no_ else "no longer certain"
    return "decided: no" if no_ else ""


def _contrast(results: Results, provision: str, regime: str) -> str:
    """Return the difference in a sentence that claims no more than it can."""
    sql = """
        select coalesce(sum(persons) filter (answer = 'yes'), 0)
               - coalesce(sum(persons) filter (before = 'yes'), 0)
        from results where "table" = 'transitions' and level = 'all'
              and provision = ? and regime = ?
    """
    ((change,),) = results.query(sql, provision, regime)
    persons = results.told["persons"]
    share = (change or 0) / persons
    wide = 1.96 * math.sqrt(max(abs(share) * (1 - abs(share)), 1e-12) / persons)
    low, high = 100 * (share - wide), 100 * (share + wide)
    return (
        f"not known; under these assumptions {low:+.1f} to {high:+.1f} "
        "in every hundred (chance of the draw alone; tasman brief varies the inputs)."
    )


def _crossed(results: Results, dimension: str) -> list[str]:
    """Return how many answer yes, band by band, for the duty or the first provision."""
    names = results.provisions()
    provision = next((n for n in names if _short(n) == DUTY), names[0])
    quoted = dimension.replace('"', "")
    sql = f"""
        select "{quoted}", regime,
               sum(persons) filter (answer = 'yes'), sum(persons),
               bool_or(suppressed)
        from results
        where "table" = 'counts' and level = ? and provision = ? and why is null
        group by all
    """
    found: dict[str, dict[str, str]] = {}
    for band, regime, yes, persons, hidden in results.query(sql, dimension, provision):
        if hidden:
            shown = "*"
        else:
            shown = f"{count(yes or 0)} ({100 * (yes or 0) / max(1, persons):.0f} %)"
        found.setdefault(band, {})[regime] = shown
    from tasman.population.dimensions import DIMENSIONS

    bands = [word for word in DIMENSIONS[dimension].words if word in found]
    named = [name for name in results.regimes if any(name in found[b] for b in bands)]
    headers = (dimension, *(_cut(name, 68 // max(1, len(named)) - 2) for name in named))
    rows = [(band, *(found[band].get(name, "-") for name in named)) for band in bands]
    return [
        f"{_short(provision)} met, by {dimension.replace('_', ' ')}:",
        *table(headers, rows),
    ]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: max(1, width - 1)] + "…"


def _endnotes(results: Results) -> list[str]:
    told = results.told
    lines = []
    if results.synthetic:
        share = told.get("share_of_parameters_assumed")
        lines += wrapped(
            f"Nobody counted here is anybody. {100 * (share or 0):.0f} % of the inputs "
            "are assumptions (grade A): what holds of Australia is not known from this."
        )
    else:
        lines += wrapped(
            f"* Counts under {FEWEST} are left out, and others that would tell them."
        )
    lines += wrapped(
        "A duty or power that is met is law, not a forecast: nothing here says what "
        "anyone will decide."
    )
    if told["lacking"]:
        lines += wrapped(f"Not in the file, so unknown: {', '.join(told['lacking'])}.")
    return lines
