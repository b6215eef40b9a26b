"""Sections 192 to 195, 347: clocks of detention; review of other cancellations."""

from __future__ import annotations

from tasman.facts.vocabulary import Notice
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s494c import received
from tasman.law.au.time_limits import (
    ADDRESS,
    HOURS,
    NOWHERE,
    REGISTRY,
    WORKING_DAYS,
    terms,
    working_days_there,
)
from tasman.rules.handles import Date, Duration, Number, choose, days, number

_TWO, _FIVE_MORE = 2, 5


@act.provision(
    "195(1)(a)",
    kind="time limit",
    applies_by=received,
    sources="P1",
    plain="Two working days for a detainee to apply for a visa.",
    note="Not for the Minister's personal decisions under ss 501, 501A, 501B or 501BA: "
    "s 193(1)(a)(iv).",
    data=terms(
        "L15",
        "Apply for another visa, or say in writing that you will",
        who="person",
        trigger="the day the information under s 194 was given",
        missed="Only a bridging or protection visa may be applied for after that.",
        on=("visa_application_information",),
        unit=WORKING_DAYS,
        rolls=False,
        whose_holidays=ADDRESS,
    ),
)
def last_day_for_a_detainees_application(notice: Notice) -> Date:
    """A detainee applies within 2 working days after being told of the right."""
    return working_days_there(notice, received(notice), _TWO, "place")


@act.provision(
    "195(1)(b)",
    kind="time limit",
    applies_by=received,
    sources="P1",
    plain="Five working days more, if notice of it was given in the first two.",
    data=terms(
        "L15b",
        "Apply for another visa, after written notice of the intention",
        who="person",
        trigger="the day the information under s 194 was given",
        missed="Only a bridging or protection visa may be applied for after that.",
        on=("visa_application_information",),
        unit=WORKING_DAYS,
        rolls=False,
        whose_holidays=ADDRESS,
    ),
)
def last_day_after_notice_of_intention(notice: Notice) -> Date:
    """With written notice in the 2 working days, 5 working days more."""
    return working_days_there(notice, received(notice), _TWO + _FIVE_MORE, "place")


@act.provision(
    "192(7)",
    kind="time limit",
    sources="P1",
    plain="Four hours' detention for questions before a cancellation.",
    note="Earlier detention within 48 hours counts; times listed in s 192 do not. Case "
    "files hold days, not hours: `tasman clock questioning` counts from a moment.",
    data=terms(
        "L16",
        "Release the person questioned about a cancellation",
        who="officer",
        trigger="the detention",
        missed="The person must be released.",
        unit=HOURS,
        rolls=False,
        whose_holidays=NOWHERE,
    ),
)
def hours_of_questioning(notice: Notice, *, length: Number = number(4)) -> Number:
    """Detention for questioning lasts no more than 4 hours."""
    return length


_OTHER_REVIEW = terms(
    "L22",
    "Apply to the Tribunal about this cancellation (not under s 501)",
    who="person",
    trigger="the day the person was notified",
    missed="The Tribunal has no jurisdiction.",
    on=("other_cancellation",),
    whose_holidays=REGISTRY,
)


def _by_detention(notice: Notice, detained: Duration, otherwise: Duration) -> Date:
    inside = received(notice) + detained
    return choose(notice.in_immigration_detention, inside, received(notice) + otherwise)


@act.provision(
    "347(3)",
    since="2024-10-14",
    until="2025-02-21",
    kind="time limit",
    applies_by=received,
    sources="P31",
    data=_OTHER_REVIEW,
    plain="Seven days in immigration detention, otherwise twenty-eight.",
)
def last_day_for_review_of_another_cancellation_at_first(
    notice: Notice, *, detained_length: Duration = days(7), length: Duration = days(28)
) -> Date:
    """7 days after notification for a detainee, 28 for anyone else."""
    return _by_detention(notice, detained_length, length)


@act.provision(
    "347(3)",
    since="2025-02-21",
    kind="time limit",
    applies_by=received,
    sources="P31 P52",
    data=_OTHER_REVIEW,
    plain="Fourteen days in immigration detention, otherwise twenty-eight.",
)
def last_day_for_review_of_another_cancellation(
    notice: Notice, *, detained_length: Duration = days(14), length: Duration = days(28)
) -> Date:
    """14 days after notification for a detainee, 28 for anyone else."""
    return _by_detention(notice, detained_length, length)
