"""One page on a reform, for someone who must brief a minister by five."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tasman.facts.days import iso
from tasman.population.calibration import Calibration
from tasman.population.detention import Detention, detention, in_words
from tasman.population.regimes import UNSOURCED, find_reform, rests_on_nothing
from tasman.population.scale import sentenced_now_a_year
from tasman.population.scenario import (
    STEPS,
    Interval,
    cancelled,
    rate_of,
    scenario,
)
from tasman.population.sensitivity import TODAY, Sensitivity, Trial, sensitivity
from tasman.population.tables import count, table, wrapped
from tasman.rules.law import Law

MEASURED = ("501(3A)", "501(2)")
"""What is counted: the duty if the reform changes it, else the power."""
WORDS = {
    "501(3A)": "people who must have their visa cancelled: s 501(3A)",
    "501(2)": "people whose visa may be cancelled: s 501(2)",
}
NEIGHBOURS = (
    "ten-year-line",
    "ten-year-line-serious",
    "nz-mirror",
    "came-before-10",
    "came-before-18",
    "half-of-life",
    "duty-from-24-months",
    "no-mandatory-cancellation",
)
BASELINE = (
    "620 New Zealanders' visas cancelled in 2017, 339 in 2014-15 (New Zealand's share "
    "46 to 58 %); 595 New Zealanders removed in 2017, 296 in ten months of 2023, under "
    "every power. Nothing by nationality is published after April 2023."
)
"""The published record that a reform is set beside (grade V)."""


@dataclass(frozen=True)
class Brief:
    """What can be said of a reform in one page."""

    reform: str
    title: str
    description: str
    status: str
    choices: tuple[str, ...]
    today: str
    measured: str
    reason: str
    found: Sensitivity | None
    titles: dict[str, str]
    cancelled: Interval | None
    removed: dict[str, Interval]
    difference: Interval | None
    assumed: float
    rates: tuple[str, ...]
    detained: dict[str, Detention]
    detained_words: str

    def to_dict(self) -> dict[str, Any]:
        """Return the brief as plain data."""
        plain: dict[str, Any] = {
            "reform": self.reform,
            "status": self.status,
            "measured": self.measured,
            "cannot_be_estimated": self.reason or None,
            "published_baseline": BASELINE,
            "share_of_parameters_assumed": round(self.assumed, 3),
        }
        if self.found is None:
            return plain
        plain["change"] = {"least": self.found.least, "most": self.found.most}
        plain["neighbours"] = {
            name: {"least": low, "most": high}
            for name, (low, high) in self.found.ranges.items()
            if name != TODAY
        }
        plain["sensitivity"] = [
            {
                "input": each.parameter.name,
                "grade": each.parameter.grade,
                "at_low": each.at_low,
                "at_high": each.at_high,
            }
            for each in self.found.swings
        ]
        plain["removed_a_year_scenario"] = {
            name: {"low": each.low, "high": each.high}
            for name, each in self.removed.items()
        }
        plain["rates"] = list(self.rates)
        plain["detained_a_year_scenario"] = {
            name: each.to_dict() for name, each in self.detained.items()
        }
        return plain


def brief(
    law: Law,
    name: str,
    calibration: Calibration,
    today: int,
    seed: int = 1,
    progress: Callable[[int], None] = lambda rows: None,
) -> Brief:
    """Return what can be said of a reform; raises UnknownProvision for no such one."""
    from tasman.law.reforms import REFORMS

    chosen = REFORMS[find_reform(name)]
    changed = chosen.apply(law)
    pins = {each: law.find(each) for each in MEASURED}
    moved = [
        short
        for short, pin in pins.items()
        if changed.logic_hash(pin) != law.logic_hash(pin)
    ]
    reason = ""
    if not moved:
        reason = "not counted: it changes neither the duty nor the power to cancel"
    elif rests_on_nothing(changed, pins[moved[0]], "law_at"):
        reason = UNSOURCED
    titles = {chosen.name: chosen.title}
    found = None
    removed: dict[str, Interval] = {}
    detained: dict[str, Detention] = {}
    reached = difference = None
    if not reason:
        laws = {TODAY: law, chosen.name: changed}
        for other in NEIGHBOURS:
            near = REFORMS.get(other)
            if near and other not in laws:
                titles[other] = near.title
                then = near.apply(law)
                if not rests_on_nothing(then, pins[moved[0]], "law_at"):
                    laws[other] = then
        trial = Trial(laws, pins[moved[0]], today, progress)
        found = sensitivity(trial, calibration, chosen.name, seed)
    if found and moved[0] == MEASURED[0]:
        flow = _flow(calibration, found.base.twelve_months)
        reached = Interval.of(cancelled(calibration, flow, seed))
        now = scenario(calibration, flow, seed=seed)
        kept = (1 + found.least, 1 + found.most)
        after = scenario(calibration, flow, kept, seed=seed)
        removed = {TODAY: now.interval, chosen.name: after.interval}
        for regime, runs in ((TODAY, now), (chosen.name, after)):
            detained[regime] = detention(calibration, runs, seed)
        difference = Interval.of(after.removed - now.removed)
    return Brief(
        chosen.name,
        chosen.title,
        chosen.description,
        chosen.status,
        chosen.choices,
        iso(today),
        moved[0] if moved else MEASURED[0],
        reason,
        found,
        titles,
        reached,
        removed,
        difference,
        calibration.share_assumed,
        _rates(calibration),
        detained,
        in_words(detained, calibration),
    )


_STEPS = {
    "represents": "asks for revocation",
    "revoked": "Department revokes",
    "review": "seeks review",
    "set_aside": "Tribunal sets aside",
    "override": "Minister overrides",
    "court": "goes to court",
    "wins": "wins there",
}


def _rates(calibration: Calibration) -> tuple[str, ...]:
    """Return each step's rate with its range and grade, under Direction 110."""
    found = []
    for step, words in _STEPS.items():
        rate = rate_of(calibration, step, "110")
        name = {"period": "from_2022", "direction": "110", "": ""}[STEPS[step][1]]
        ends = [
            100 * (each[name] if isinstance(each, Mapping) else each)
            for each in (rate.low, rate.high)
            if each is not None
        ]
        found.append(f"{words} {ends[0]:.0f}-{ends[-1]:.0f} % ({rate.grade})")
    return tuple(found)


def _flow(calibration: Calibration, share: float) -> float:
    return sentenced_now_a_year(calibration) * share


def _percent(share: float) -> str:
    return f"{100 * share:+.0f}" if abs(share) >= 0.005 else "0"


def as_text(page: Brief) -> str:
    """Return the brief as one page of at most 80 columns."""
    lines = [f"{page.title.upper()}: brief of {page.today}", ""]
    lines += wrapped(f"{page.description} Status: {page.status}.")
    for choice in page.choices[:3]:
        lines += wrapped(f"- {choice}")
    lines.append("")
    if page.found is None:
        lines += wrapped(f"How many people: {page.reason}.")
        lines += ["", *wrapped(f"On record: {BASELINE}")]
        return "\n".join([*lines, "", *_foot(page)]) + "\n"
    lines += _answer(page, page.found)
    counted = f"Counted: {WORDS[page.measured]}, each at the day of decision."
    lines += ["", *wrapped(counted)]
    lines += wrapped(f"On record: {BASELINE}")
    lines += ["", *_side_by_side(page, page.found)]
    lines += ["", *_swings(page.found)]
    if page.removed:
        lines += ["", *_removals(page)]
    return "\n".join([*lines, "", *_foot(page)]) + "\n"


def _answer(page: Brief, found: Sensitivity) -> list[str]:
    low, high = found.least, found.most
    told = (
        "HOW MANY: not known; under these assumptions "
        f"{_fewer(100 * low, 100 * high)} in every hundred reached today"
    )
    if page.cancelled is not None:
        least, most = page.cancelled.low, page.cancelled.high
        ends = sorted((low * least, low * most, high * least, high * most))
        told += (
            f", or {_fewer(ends[0], ends[-1])} a year, if the duty reaches "
            f"{count(least)} to {count(most)} a year today"
        )
    return wrapped(told + ".")


def _fewer(low: float, high: float) -> str:
    """Return a change from low to high in words, the smaller number first."""
    if max(abs(low), abs(high)) < 0.5:
        return "no change"
    if high <= 0:
        return f"{count(-high)} to {count(-low)} fewer"
    if low >= 0:
        return f"{count(low)} to {count(high)} more"
    return f"{count(-low)} fewer to {count(high)} more"


def _side_by_side(page: Brief, found: Sensitivity) -> list[str]:
    rows = [
        (page.titles[name], _percent(low), "to", _percent(high))
        for name, (low, high) in found.ranges.items()
        if name != TODAY
    ]
    for name, title in page.titles.items():
        if name not in found.ranges:
            rows.append((title, "cannot", "be", "estimated"))
    head = ("Beside its neighbours, change in 100 reached today", "least", "", "most")
    return table(head, rows)


def _swings(found: Sensitivity) -> list[str]:
    rows = [
        (
            each.parameter.name.replace("_", " "),
            each.parameter.grade,
            _end(each.parameter.low),
            _percent(each.at_low),
            _end(each.parameter.high),
            _percent(each.at_high),
        )
        for each in found.swings[:5]
    ]
    head = (
        "What moves it most, singly",
        "grade",
        "low",
        "gives",
        "high",
        "gives",
    )
    return table(head, rows)


def _end(value: object) -> str:
    if isinstance(value, dict):
        return f"{next(iter(value))}: {next(iter(value.values())):g}"
    return f"{value:g}" if isinstance(value, float) else "-"


def _removals(page: Brief) -> list[str]:
    assert page.difference is not None
    told = []
    for name, each in page.removed.items():
        told.append(f"{name}: {count(each.low)} to {count(each.high)}")
    low, high = page.difference.low, page.difference.high
    rates = "; ".join(page.rates)
    return wrapped(
        f"A SCENARIO, NO FORECAST. Removals a year under Direction 110, nine runs in "
        f"ten: {'; '.join(told)}. The difference: not known; under these assumptions "
        f"{_fewer(low, high)}. Rates, ranges assumed: {rates}. {page.detained_words}"
    )


def _foot(page: Brief) -> list[str]:
    return wrapped(
        f"{100 * page.assumed:.0f} % of the inputs are assumptions (grade A). The "
        "people are made up from published totals; no record of anyone was used. "
        "Nothing here says what will be decided of anyone. Information, not advice."
    )
