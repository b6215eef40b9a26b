"""Section 500: review by the Tribunal on character grounds, and its clocks.

The version is that of the day on which the person was notified.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Notice
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s494c import received
from tasman.law.au.time_limits import (
    BUSINESS_DAYS,
    NOWHERE,
    OFFICE,
    REGISTRY,
    TRIBUNAL_DECIDED,
    in_migration_zone,
    terms,
)
from tasman.rules.handles import Date, Duration, Number, Truth, days, number

_SLUG = "migration-act-1958"


def reviewable(notice: Notice, *powers: str) -> Truth:
    """Whether it notifies a delegate's decision under one of these powers."""
    by_delegate = notice.what.is_("decision") & notice.made_by.is_("delegate")
    return by_delegate & notice.power.is_(*powers)


@act.provision(
    "500(6B) (who)",
    until="2017-02-23",
    applies_by=received,
    citation="Migration Act 1958 (Cth) s 500(6B)",
    sources="P1 P25",
    note="A decision under s 501CA(4) had the general time until 2017-02-23.",
)
def has_nine_days_for_s501(notice: Notice) -> Truth:
    """A delegate's decision under s 501 about a person in the migration zone."""
    return reviewable(notice, "501(1)", "501(2)") & in_migration_zone(notice)


@act.provision(
    "500(6B) (who)",
    since="2017-02-23",
    applies_by=received,
    citation="Migration Act 1958 (Cth) s 500(6B)",
    sources="P2 P25 P28 P42",
    note="That the Act of 2017-02-23 made the change is from memory; decisions of 2017 "
    "and later were treated so.",
)
def has_nine_days(notice: Notice) -> Truth:
    """A delegate's decision under s 501 or 501CA(4) about a person here."""
    within = reviewable(notice, "501(1)", "501(2)", "501CA(4)")
    return within & in_migration_zone(notice)


_NINE_DAYS = terms(
    "L4",
    "Apply to the Tribunal",
    who="person",
    trigger="the day the person was notified in accordance with s 501G(1)",
    missed="The Tribunal has no jurisdiction, whatever the reason for the delay.",
    on=("decision",),
    applies=f"{_SLUG}/500(6B) (who)",
    whose_holidays=REGISTRY,
    roll_mark="V",
    extension="none: the Tribunal cannot extend it",
)


@act.provision(
    "500(6B)",
    until="2017-02-23",
    applies_by=received,
    kind="time limit",
    mark="M",
    sources="P1 P24",
    data=_NINE_DAYS,
    plain="Nine days to apply to the Tribunal.",
    note="Seen in the law of 2008 and 2015; from memory for 1999.",
)
@act.provision(
    "500(6B)",
    since="2017-02-23",
    until="2024-10-14",
    applies_by=received,
    kind="time limit",
    sources="P25 P26 P27",
    data=_NINE_DAYS,
    plain="Nine days to apply to the Tribunal.",
)
@act.provision(
    "500(6B)",
    since="2024-10-14",
    applies_by=received,
    kind="time limit",
    sources="P2 P28 P31 P77",
    data=_NINE_DAYS,
    plain="Nine days to apply to the Tribunal.",
    note="Lodged with the Administrative Review Tribunal. The notice of the decision "
    "and one set of its documents go with the application: s 500(6C). That s 19 of the "
    "Administrative Review Tribunal Act 2024 (extension) is excluded is from memory.",
)
def last_day_for_the_tribunal(notice: Notice, *, length: Duration = days(9)) -> Date:
    """An application is lodged within 9 days after the day of notification."""
    return received(notice) + length


@act.provision(
    "500(6C)",
    kind="time limit",
    applies_by=received,
    sources="P1 P27 P77",
    plain="The notice and its papers go in with the application.",
    note="[2024] HCA 13: a formal want need not be fatal where the purpose of the Act "
    "does not require it.",
    data=terms(
        "L6",
        "Lodge the notice and one set of the documents with the application",
        who="person",
        trigger="the application to the Tribunal",
        missed="The effect on the application is not settled.",
        unit="with the application",
    ),
)
def papers_go_with_the_application(notice: Notice) -> Date:
    """The s 501G(1) notice and one set of the s 501G(2) documents accompany it."""
    return last_day_for_the_tribunal(notice)


@act.provision(
    "500(6F)",
    kind="time limit",
    applies_by=received,
    sources="P1 P77",
    plain="Fourteen days for the Minister's documents.",
    data=terms(
        "L7",
        "Lodge the non-disclosable documents, two copies",
        who="minister",
        trigger="the day the Minister was notified of the application",
        missed="The Tribunal may go on (from memory).",
        on=("review_application",),
        whose_holidays=REGISTRY,
        extension="none stated",
    ),
)
def last_day_for_the_ministers_papers(
    notice: Notice, *, length: Duration = days(14)
) -> Date:
    """The Minister lodges documents within 14 days after being notified."""
    return received(notice) + length


@act.provision(
    "500(6G)",
    kind="time limit",
    applies_by=received,
    sources="P1 P77",
    plain="No hearing, and no decision, for fourteen days.",
    note="Whether day 14 or day 15 is the first is open; the later is the safe one.",
    data=terms(
        "L8",
        "No hearing (but for directions) and no decision before this day",
        who="tribunal",
        trigger="the day the Minister was notified of the application",
        missed="A hearing or decision before it is an error of procedure.",
        on=("review_application",),
        direction="not before",
        rolls=False,
        whose_holidays=NOWHERE,
    ),
)
def first_day_for_a_hearing(notice: Notice, *, length: Duration = days(14)) -> Date:
    """No hearing or decision until at least 14 days after notice to the Minister."""
    return received(notice) + length


@act.provision(
    "500(6H)",
    kind="time limit",
    sources="P1 P30 P77 P79",
    plain="Two business days before the hearing, in writing.",
    note="Business days leave out Saturdays, Sundays and public holidays in the ACT "
    "and in the place of the hearing: s 500(8). Counted to a resumed hearing too: "
    "[2015] HCA 15 (holding from memory). Whether the two days are clear days is open.",
    data=terms(
        "L9",
        "Give the Minister witnesses' statements and copies of documents",
        who="person",
        trigger="the day of the hearing, or on which it resumes",
        missed="The Tribunal must not have regard to it, but may adjourn to cure that.",
        on=("hearing",),
        unit=BUSINESS_DAYS,
        direction="before",
        day_zero="hearing_on",
        rolls=False,
        whose_holidays=OFFICE,
    ),
)
def business_days_before_a_hearing(
    notice: Notice, *, length: Number = number(2)
) -> Number:
    """Written statements and documents reach the Minister 2 business days before."""
    return length


_NO_ROLL = (
    "That it does not roll is reasoned from [2017] HCA 11; no authority was read."
)
_EIGHTY_FOUR_DAYS = terms(
    "L10",
    "Tribunal decides",
    who="tribunal",
    trigger="the day the person was notified in accordance with s 501G(1)",
    missed="At the end of that day the decision under review is taken to be affirmed.",
    on=("decision",),
    applies=f"{_SLUG}/500(6B) (who)",
    done=TRIBUNAL_DECIDED,
    rolls=False,
    roll_mark="?",
    whose_holidays=NOWHERE,
)


@act.provision(
    "500(6L)",
    until="2017-02-23",
    applies_by=received,
    kind="time limit",
    mark="M",
    sources="P1",
    data=_EIGHTY_FOUR_DAYS,
    plain="Eighty-four days for the Tribunal to decide.",
    note=f"Read in the law of 2015; from memory for 1999. {_NO_ROLL}",
)
@act.provision(
    "500(6L)",
    since="2017-02-23",
    until="2024-10-14",
    applies_by=received,
    kind="time limit",
    sources="P29 P38",
    data=_EIGHTY_FOUR_DAYS,
    plain="Eighty-four days for the Tribunal to decide.",
    note=_NO_ROLL,
)
@act.provision(
    "500(6L)",
    since="2024-10-14",
    applies_by=received,
    kind="time limit",
    mark="?",
    sources="P29 P31 P78 P79",
    data=_EIGHTY_FOUR_DAYS,
    plain="Eighty-four days for the Tribunal to decide.",
    note="The words of this version and its number were not read; 84 is carried on. "
    + _NO_ROLL,
)
def last_day_for_the_tribunal_to_decide(
    notice: Notice, *, length: Duration = days(84)
) -> Date:
    """Without a decision 84 days after notification, it is taken to be affirmed."""
    return received(notice) + length
