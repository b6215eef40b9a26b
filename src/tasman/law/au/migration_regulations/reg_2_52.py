"""Regulation 2.52: how long a person has for representations, and whether they made it.

Each length stands once, in a provision of its own: last days are counted from notices
in `reg_2_53`, and from a decision's day of notice here, and both refer to it.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Decision
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Duration, Truth, as_at, days, readings

_BY_LAW_DATE = (
    "The version of a last day is that of its own notice; a change of this length "
    "applies by the law date."
)


@regulations.provision(
    "2.52(2)(a)",
    until="2014-12-12",
    mark="?",
    sources="S29 P8",
    plain="Seven days to answer a decision made unheard.",
    note=f"The text before 2014-12-12 was not seen. {_BY_LAW_DATE}",
)
@regulations.provision(
    "2.52(2)(a)",
    since="2014-12-12",
    sources="S29 P8",
    plain="Seven days to answer a decision made unheard.",
    note=_BY_LAW_DATE,
)
def length_after_a_decision_unheard(*, length: Duration = days(7)) -> Duration:
    """Representations under s 501C are made within seven days after notice."""
    return length


@regulations.provision(
    "2.52(2)(b)",
    until="2014-12-12",
    mark="?",
    sources="S29 P8 P13",
    plain="Twenty-eight days to answer a mandatory cancellation.",
    note="The regulation named s 501CA on 2014-12-12, a day after it began; the "
    f"transitional rule was not read. {_BY_LAW_DATE}",
)
@regulations.provision(
    "2.52(2)(b)",
    since="2014-12-12",
    sources="S29 P8 P13",
    plain="Twenty-eight days to answer a mandatory cancellation.",
    note=_BY_LAW_DATE,
)
def length_after_a_mandatory_cancellation(*, length: Duration = days(28)) -> Duration:
    """Representations under s 501CA are made within 28 days after notice."""
    return length


def _made_within(
    decision: Decision, length: Duration, *, roll: Duration = days(6)
) -> Truth:
    last_day = decision.notified_on + length
    in_time = readings(
        "whether the last day rolls past a day on which offices are shut",
        decision.representations_on <= last_day,
        decision.representations_on <= last_day + roll,
    )
    return in_time & (decision.representations_on <= as_at)


def made_within_seven_days(decision: Decision) -> Truth:
    """Return whether representations under s 501C were made in time."""
    return _made_within(decision, length_after_a_decision_unheard())


def made_within_twenty_eight_days(decision: Decision) -> Truth:
    """Return whether representations under s 501CA were made in time."""
    return _made_within(decision, length_after_a_mandatory_cancellation())
