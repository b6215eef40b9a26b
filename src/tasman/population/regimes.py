"""The laws that a population is put to: days of the law, reforms, other countries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tasman.facts.days import iso, parse_day
from tasman.facts.errors import BadValue
from tasman.rules.errors import UnknownProvision
from tasman.rules.law import Law
from tasman.rules.machine import Machine

PROVISIONS = (
    "501(7)(c)",
    "501(7)(d)",
    "501(6)(a)",
    "501(6)(e)",
    "501(3A)(b)",
    "501(3A)",
    "501(2)",
)
"""What is counted unless something else is asked for: record, duty and power."""

UNSOURCED = (
    "cannot be estimated: it rests on maximum penalties, or on convictions without "
    "custody, of which nothing is published"
)
"""Why some totals of made-up people are not printed."""
UNSOURCED_FACTS = ("maximum_penalty", "maximum_is_life")
"""Facts that are made up without any source; what reads them is not counted."""


@dataclass(frozen=True)
class Regime:
    """One law, at one day or each person's own; `against` is what it is set beside."""

    name: str
    law: Law
    law_at: int | str
    pinpoints: tuple[str, ...]
    reform: str = ""
    country: str = ""
    status: str = ""
    against: str = ""


def find_reform(name: str) -> str:
    """Return the full name of a reform; `ten-year` is enough for `ten-year-line`.

    Raises UnknownProvision when none or several could be meant.
    """
    from tasman.law.reforms import REFORMS, reform

    near = sorted((each for each in REFORMS if each.startswith(name)), key=len)
    if name in REFORMS or not near:
        return reform(name).name
    if all(each.startswith(near[0]) for each in near):
        return near[0]
    raise UnknownProvision(f"the reform {name!r} may be {', '.join(near)}")


def regimes_of(
    law: Law,
    as_at: int | str,
    laws: Sequence[str] = (),
    reforms: Sequence[str] = (),
    countries: Sequence[str] = (),
    provisions: Sequence[str] = PROVISIONS,
) -> list[Regime]:
    """Return the laws asked for, the baseline first; reforms change the last of them.

    A law is a day or a column of days; by default that on which each person is asked.
    Raises UnknownProvision for a provision, reform or country that there is not, and
    BadValue for a day that is none.
    """
    pinpoints = tuple(dict.fromkeys(law.find(name) for name in provisions))
    _only_truths(law, pinpoints)
    days: list[int | str] = [_day(text) for text in laws] or [as_at]
    first = _named(days[0])
    found = [
        Regime(_named(day), law, day, pinpoints, against=first if i else "")
        for i, day in enumerate(dict.fromkeys(days))
    ]
    for name in dict.fromkeys(find_reform(each) for each in reforms):
        found.append(_reformed(law, days[-1], name, pinpoints))
    for name in dict.fromkeys(countries):
        found.append(_abroad(name, as_at))
    return found


def _only_truths(law: Law, pinpoints: Sequence[str]) -> None:
    for pinpoint in pinpoints:
        version = law.versions(pinpoint)[0]
        if version.type != "truth":
            raise BadValue(
                f"{pinpoint} gives a {version.type}",
                "Only provisions answered yes or no are counted.",
            )
        if version.arguments != ("Person",):
            of = ", ".join(version.arguments)
            raise BadValue(f"{pinpoint} is about a {of}", "Ask one about the person.")


def _day(text: str) -> int | str:
    """Return a day, or the name of a column of days, which begins with a letter."""
    return text if text[:1].isalpha() else parse_day(text)


def _named(day: int | str) -> str:
    if isinstance(day, str):
        return f"law on each {day}"
    return f"law of {iso(day)}"


def _reformed(
    law: Law, day: int | str, name: str, pinpoints: tuple[str, ...]
) -> Regime:
    from tasman.law.reforms import reform

    chosen = reform(name)
    changed = chosen.apply(law)
    return Regime(
        name,
        changed,
        day,
        pinpoints,
        reform=name,
        status=chosen.status,
        against=_named(day),
    )


def _abroad(name: str, as_at: int | str) -> Regime:
    from tasman.law.comparators import OUTCOMES, comparator, comparator_law

    chosen, law = comparator(name), comparator_law(name)
    pinpoints = [chosen.outcome_pinpoint(each) for each in OUTCOMES]
    stated = tuple(each for each in pinpoints if each in law.pinpoints)
    named = f"country {chosen.name}"
    return Regime(named, law, as_at, stated, country=chosen.country)


def rests_on_nothing(law: Law, pinpoint: str, law_at: int | str) -> bool:
    """Return whether a provision reads a fact that is made up without any source."""
    machine = Machine(
        law, (pinpoint,), as_at="as_at", law_at=law_at, known_at="known_at"
    )
    return any(
        column.list == "offences" and column.name.startswith(UNSOURCED_FACTS)
        for column in machine.program.columns
    )
