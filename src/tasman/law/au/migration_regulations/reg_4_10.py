"""Regulation 4.10: time to seek review of other cancellations, before 2024-10-14."""

from __future__ import annotations

from tasman.facts.vocabulary import Notice
from tasman.law.au.migration_act.s494c import received
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.law.au.time_limits import (
    ADDRESS,
    WORKING_DAYS,
    terms,
    working_days_there,
)
from tasman.rules.handles import Date


@regulations.provision(
    "4.10",
    until="2024-10-14",
    applies_by=received,
    kind="time limit",
    mark="I",
    sources="P76",
    plain="Seven working days to seek review of another cancellation.",
    note="As applied in 2010; the text at other dates was not read.",
    data=terms(
        "L22",
        "Apply to the Tribunal about this cancellation (not under s 501)",
        who="person",
        trigger="the day the person was notified",
        missed="The Tribunal has no jurisdiction.",
        on=("other_cancellation",),
        unit=WORKING_DAYS,
        rolls=False,
        whose_holidays=ADDRESS,
    ),
)
def last_day_for_review_of_another_cancellation(notice: Notice) -> Date:
    """An application is made within 7 working days after notice of a cancellation."""
    return working_days_there(notice, received(notice), 7, "place")
