"""A brief as one page of plain text, at most 80 columns wide."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from tasman.population.brief import BASELINE, Brief
from tasman.population.changes import DUTY, POWER, short
from tasman.population.moves import Span
from tasman.population.removals import Removals
from tasman.population.sensitivity import Sensitivity
from tasman.population.tables import count, table, wrapped
from tasman.population.uncounted import Uncounted

_NAMES = {
    short(DUTY): f"the duty to cancel ({short(DUTY)})",
    short(POWER): f"the power to cancel ({short(POWER)})",
}
_MOST_NAMED = 4
_MOST_FACTS = 3
_MOST_CHOICES = 3
_MOST_SWINGS = 4
_MOST_UNCOUNTED = 2


def as_text(page: Brief) -> str:
    """Return the brief as one page of at most 80 columns."""
    chosen = page.chosen
    lines = [f"{chosen.title.upper()}: brief of {page.today}", ""]
    lines += wrapped(f"{chosen.description} Status: {chosen.status}.".strip())
    for choice in chosen.choices[:_MOST_CHOICES]:
        lines += wrapped(f"- {choice}", hanging="  ")
    lines += ["", *wrapped(f"HOW MANY: {_answer(page)}"), ""]
    lines += wrapped(_what_changes(page))
    if page.counted:
        lines += wrapped(_what_is_counted(page))
    lines += wrapped(f"On record: {BASELINE}")
    for part in (_counted, _beside, _swings, _uncounted, _removals):
        found = part(page)
        lines += ["", *found] if found else []
    return "\n".join([*lines, "", *_foot(page)]) + "\n"


# --- How many ---


def _answer(page: Brief) -> str:
    if not page.changes.all:
        return "nothing to count: the reform changes the logic of no provision."
    if page.found is None or page.headline is None:
        return _cannot(page.uncounted)
    if page.headline.kind == "consideration":
        return (
            "nobody is newly reached or released: the reform leaves the duty and the "
            "power as they are. What must be weighed of people changes: not known; "
            "under these assumptions as the table says."
        )
    span = page.found.ranges[page.reform]
    if span == (-1.0, -1.0):
        return _everyone(page)
    told = f"{_fewer(span)} in every hundred {_per(page)}"
    if page.reason:
        whatever = "Whatever those facts are, under the other assumptions"
        return f"{page.reason}. {whatever}: {told}."
    if page.removals is not None:
        told += _a_year(page.removals, span)
    return f"not known; under these assumptions {told}."


def _everyone(page: Brief) -> str:
    told = "all of those reached today are released: the law alone says so."
    if page.removals is None:
        return told
    each = page.removals.cancelled
    return (
        f"{told} How many a year is not known; under these assumptions "
        f"{count(each.low)} to {count(each.high)}."
    )


def _per(page: Brief) -> str:
    return "people sentenced to prison" if page.per == "people" else page.per


def _a_year(found: Removals, span: Span) -> str:
    """Return the change in people a year, where the duty is what changes."""
    least, most = found.cancelled.low, found.cancelled.high
    ends = sorted(reach * share for reach in (least, most) for share in span)
    return (
        f", or {_between(ends[0], ends[-1])} a year, if the duty reaches "
        f"{count(least)} to {count(most)} a year today"
    )


def _fewer(span: Span) -> str:
    """Return a change in every hundred in words."""
    return _between(100 * span.low, 100 * span.high)


def _between(low: float, high: float) -> str:
    """Return a change from low to high in words, the smaller number first."""
    if max(abs(low), abs(high)) < 0.05:
        return "none more and none fewer"
    if high <= 0:
        return f"{_ends(-high, -low)} fewer"
    if low >= 0:
        return f"{_ends(low, high)} more"
    return f"from {math.ceil(-low):,} fewer to {math.ceil(high):,} more"


def _ends(low: float, high: float) -> str:
    """Return a range in whole numbers, never one number alone."""
    first, last = round(low), round(high)
    if first == last:
        first, last = math.floor(low), math.floor(high) + 1
    return f"{first:,} to {last:,}"


def _cannot(found: Sequence[Uncounted]) -> str:
    return (
        "cannot be counted. No made-up person's answer changes under anything that the "
        "reform changes; what would show it is not among their facts (below)."
        if found
        else "cannot be counted: nothing that the reform changes is asked of a person."
    )


# --- What changes and what is counted ---


def _what_changes(page: Brief) -> str:
    found = page.changes
    told = [f"It changes: {_list(found.direct)}." if found.direct else ""]
    if found.downstream:
        told.append(f"With that changes: {_list(found.downstream)}.")
    if found.added:
        told.append(f"New: {_list(found.added)}.")
    if page.unchanged:
        verb = "stay" if len(page.unchanged) > 1 else "stays"
        same = " and ".join(_NAMES[each] for each in page.unchanged)
        told.append(f"{same[0].upper()}{same[1:]} {verb} as today.")
    return " ".join(filter(None, told))


def _list(pinpoints: Sequence[str]) -> str:
    names = [short(pin) for pin in pinpoints]
    more = len(names) - _MOST_NAMED
    told = ", ".join(names[:_MOST_NAMED])
    return f"{told} and {more} more" if more > 0 else told


def _what_is_counted(page: Brief) -> str:
    lead = page.counted[0].measure
    return (
        f"Counted: {lead.name}. {lead.says} Of New Zealanders sentenced to prison, "
        f"each in prison, under the law of {page.law_at}."
    )


def _counted(page: Brief) -> list[str]:
    rows = [
        (each.measure.name, *(_share(span) for span in each.shares.values()))
        for each in page.counted
    ]
    head = ("Of 100 sentenced to prison", "today", "newly", "released", "ruled out")
    lines = table(head, rows) if rows else []
    if any(each.shares["ruled_out"].high for each in page.counted):
        lines.append("Ruled out: left open by today's law, no after.")
    return [*lines, *wrapped(_left_open(page))]


def _left_open(page: Brief) -> str:
    """Return what makes the ranges wide that no assumption bounds."""
    told = []
    for turns_on in dict.fromkeys(each.turns_on for each in page.counted):
        names = [e.measure.name for e in page.counted if e.turns_on == turns_on]
        of = "" if len(names) == len(page.counted) else f"{', '.join(names)}: "
        if turns_on:
            told.append(f"{of}{_some(turns_on)}")
    return f"Open, for want of facts or a judgment: {'; '.join(told)}." if told else ""


def _some(names: Sequence[str]) -> str:
    more = len(names) - _MOST_FACTS
    told = ", ".join(names[:_MOST_FACTS])
    return f"{told} and {more} more" if more > 0 else told


def _share(span: Span) -> str:
    low, high = 100 * span.low, 100 * span.high
    if high < 0.005:
        return "0"
    if low > 99.995:
        return "100"
    first = math.floor(low + 0.05)
    return f"{first}-{max(first + 1, math.ceil(high - 0.05))}"


# --- Beside others, and what moves it ---


def _beside(page: Brief) -> list[str]:
    found = page.found
    if found is None:
        return []
    if not page.beside:
        return wrapped("No other reform that Tasman holds changes this.")
    measure = page.beside[0].measure
    names = {each.reform.name for each in page.beside}
    if names <= page.unsourced | page.unmoved:
        titles = "; ".join(each.reform.title for each in page.beside)
        return wrapped(
            f"Beside it, on {measure.name}: {titles}. Of none of these can the change "
            "be counted or estimated either."
        )
    own = page.headline is None or measure.pinpoints == page.headline.pinpoints
    rows = [_own(page, found)] if own else []
    rows += [
        _other(page, found, each.reform.name, each.reform.title) for each in page.beside
    ]
    of = "reached today" if measure.of_reach else "sentenced"
    head = (f"Beside others, on {measure.name}: of 100 {of}", "least", "", "most")
    return table(head, rows)


def _other(
    page: Brief, found: Sensitivity, name: str, title: str
) -> tuple[str, str, str, str]:
    if name in page.unsourced:
        return title, "cannot", "be", "estimated"
    if name in page.unmoved:
        return title, "cannot", "be", "counted"
    return _row(title, found.ranges[name])


def _own(page: Brief, found: Sensitivity) -> tuple[str, str, str, str]:
    title = page.chosen.title
    if page.headline is None:
        return title, "cannot", "be", "counted"
    if page.reason:
        return title, "cannot", "be", "estimated"
    return _row(title, found.ranges[page.reform])


def _row(title: str, span: Span) -> tuple[str, str, str, str]:
    return title, _percent(span.low), "to", _percent(span.high)


def _percent(share: float) -> str:
    return f"{100 * share:+.0f}" if abs(share) >= 0.005 else "0"


def _swings(page: Brief) -> list[str]:
    if page.found is None or page.headline is None:
        return []
    rows = [
        (
            each.parameter.name.replace("_", " "),
            each.parameter.grade,
            _end(each.parameter.low),
            _gives(each.at_low),
            _end(each.parameter.high),
            _gives(each.at_high),
        )
        for each in page.found.swings[:_MOST_SWINGS]
        if each.width >= 0.0005
    ]
    if not rows:
        return wrapped("None of the assumptions moves it: it follows from the law.")
    head = ("What moves it most, singly", "grade", "low", "gives", "high", "gives")
    return table(head, rows)


def _gives(span: Span) -> str:
    low, high = _percent(span.low), _percent(span.high)
    return low if low == high else f"{low}..{high}"


def _end(value: object) -> str:
    if isinstance(value, dict):
        return f"{next(iter(value))}: {next(iter(value.values())):g}"
    return f"{value:g}" if isinstance(value, float) else "-"


# --- What cannot be counted; what may follow ---


def _uncounted(page: Brief) -> list[str]:
    if not page.uncounted:
        return []
    lines = ["Cannot be counted:"]
    for each in page.uncounted[:_MOST_UNCOUNTED]:
        lines += wrapped(f"- {_told(each)}", hanging="  ")
    rest = page.uncounted[_MOST_UNCOUNTED:]
    if rest:
        lines += wrapped(f"- and {len(rest)} more (--format json lists them).")
    return lines


def _told(each: Uncounted) -> str:
    ours = each.name.startswith("s ") or not each.says
    name = each.name if ours else f"{each.name} ({each.says.rstrip('.')})"
    why = "those whom it would touch are not among the people made up"
    if each.facts:
        why = f"facts not made up: {_some(each.facts)}"
    return f"{name}: {each.why}; {why}."


def _removals(page: Brief) -> list[str]:
    found = page.removals
    if found is None:
        return []
    told = [*_scenario(found)]
    if _power_stays(page):
        told.append(_POWER_STAYS)
    return wrapped(" ".join(told))


_POWER_STAYS = (
    f"The power ({short(POWER)}) stays: what would be done under the power instead is "
    "not counted, so removals could fall by less."
)


def _power_stays(page: Brief) -> bool:
    """Return whether people released from the duty may be reached by the power."""
    measured = page.headline is not None and DUTY in page.headline.pinpoints
    released = page.found is not None and page.found.ranges[page.reform].low < 0
    return measured and released and POWER not in page.changes.direct


def _scenario(found: Removals) -> Iterator[str]:
    one = len(set(found.directions.values())) == 1
    under = f"under Direction {next(iter(found.directions.values()))}"
    yield f"A SCENARIO, NO FORECAST. Removals a year{f' {under}' if one else ''}, nine"
    told = [
        f"{name}{'' if one else f' (Direction {found.directions[name]})'}: "
        f"{count(each.low)} to {count(each.high)}"
        for name, each in found.removed.items()
    ]
    yield f"runs in ten: {'; '.join(told)}."
    low, high = found.difference.low, found.difference.high
    yield "The difference: not known; under these assumptions"
    yield f"{_between(low, high)}. Rates, ranges assumed:"
    for number, rates in found.rates.items():
        yield f"{'' if one else f'Direction {number}: '}{'; '.join(rates)}."
    yield found.detained_words


def _foot(page: Brief) -> list[str]:
    return wrapped(
        f"{100 * page.assumed:.0f} % of the inputs are assumptions (grade A). The "
        "people are made up from published totals; no record of anyone was used. "
        "Nothing here says what will be decided of anyone. Information, not advice."
    )
