"""Regulation 2.52: the time for representations about a decision made unheard.

Representations are made when they are sent. The count starts the day after notice; a
last day on which offices are shut may roll on, so for a few days the answer is open.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Decision
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Date, Duration, Truth, as_at, days, readings


def _made_by(decision: Decision, last_day: Date, *, roll: Duration = days(6)) -> Truth:
    in_time = readings(
        "whether the last day rolls past a day on which offices are shut",
        decision.representations_on <= last_day,
        decision.representations_on <= last_day + roll,
    )
    return in_time & (decision.representations_on <= as_at)


@regulations.provision(
    "2.52(2)(a)",
    until="2014-12-12",
    applies_by=lambda decision: decision.made_on,
    kind="time limit",
    mark="?",
    sources="S29",
    plain="Seven days to answer, after notice of a decision made unheard.",
    note="The text before 2014-12-12 was not seen.",
)
@regulations.provision(
    "2.52(2)(a)",
    since="2014-12-12",
    applies_by=lambda decision: decision.made_on,
    kind="time limit",
    sources="S29",
    plain="Seven days to answer, after notice of a decision made unheard.",
)
def last_day_after_seven(decision: Decision, *, period: Duration = days(7)) -> Date:
    """Representations under s 501C are due within seven days after notice."""
    return decision.notified_on + period


@regulations.provision(
    "2.52(2)(b)",
    since="2014-12-11",
    until="2014-12-12",
    applies_by=lambda decision: decision.made_on,
    kind="time limit",
    mark="?",
    sources="S29",
    plain="Twenty-eight days to answer a mandatory cancellation.",
    note="Section 501CA began a day before the regulation named it; the transitional "
    "rule was not read. Count 28 days.",
)
@regulations.provision(
    "2.52(2)(b)",
    since="2014-12-12",
    applies_by=lambda decision: decision.made_on,
    kind="time limit",
    sources="S29",
    plain="Twenty-eight days to answer a mandatory cancellation.",
)
def last_day_after_twenty_eight(
    decision: Decision, *, period: Duration = days(28)
) -> Date:
    """Representations under s 501CA are due within 28 days after notice."""
    return decision.notified_on + period


def made_within_seven_days(decision: Decision) -> Truth:
    """Return whether representations under s 501C were made in time."""
    return _made_by(decision, last_day_after_seven(decision))


def made_within_twenty_eight_days(decision: Decision) -> Truth:
    """Return whether representations under s 501CA were made in time."""
    return _made_by(decision, last_day_after_twenty_eight(decision))
