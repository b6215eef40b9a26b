"""Regulations 2.52 and 2.53: time to answer, counted from a notice.

Representations (reg 2.52) are made when they are sent; a reply to a notice of intention
(reg 2.53) must have been received. The version is that of the day of receipt.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Notice
from tasman.law.au.holidays import COMMON
from tasman.law.au.migration_act.s494c import notice_starts_time, received
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.law.au.migration_regulations.reg_2_52 import (
    length_after_a_decision_unheard,
    length_after_a_mandatory_cancellation,
)
from tasman.law.au.time_limits import (
    ANSWER_RECEIVED,
    OFFICE,
    rolled_there,
    terms,
)
from tasman.rules.handles import Date, Duration, Truth, as_at, days, readings, rolled

_CITE = "Migration Regulations 1994 (Cth) reg "
_UNREAD = "The text before 2014-12-12 was not read."

_REPLY = terms(
    "L1",
    "Reply to the notice of intention: it must arrive by this day",
    who="person",
    trigger="the day the person was invited to reply",
    missed="Later material is barred only on whether the person passes the character "
    "test (s 501D); it may still be weighed in the discretion.",
    on=("intention",),
    done=ANSWER_RECEIVED,
    whose_holidays=OFFICE,
    extension="none in the regulation",
)


@regulations.provision(
    "2.53(1)(b)",
    until="2014-12-12",
    applies_by=received,
    kind="time limit",
    mark="?",
    sources="P9",
    data=_REPLY,
    plain="Twenty-eight days for a reply to arrive.",
    note=_UNREAD,
)
@regulations.provision(
    "2.53(1)(b)",
    since="2014-12-12",
    applies_by=received,
    kind="time limit",
    sources="P9 P45",
    data=_REPLY,
    plain="Twenty-eight days for a reply to arrive.",
)
def last_day_for_a_reply(notice: Notice, *, length: Duration = days(28)) -> Date:
    """A reply to a notice of intention is received within 28 days after it."""
    return received(notice) + length


_REPRESENTATIONS = terms(
    "L2",
    "Send representations about the mandatory cancellation",
    who="person",
    trigger="the day the notice and the particulars had both been given",
    missed="There is no power to revoke, and the duty to remove arises.",
    on=("mandatory_cancellation",),
    whose_holidays=OFFICE,
    extension="none in the Act or the Regulations",
)


@regulations.provision(
    "2.52(2)(b) (notice)",
    since="2014-12-11",
    until="2014-12-12",
    applies_by=received,
    kind="time limit",
    mark="?",
    sources="P8 P13",
    citation=_CITE + "2.52(2)(b)",
    data=_REPRESENTATIONS,
    plain="Twenty-eight days to send representations.",
    note="Section 501CA began a day before the regulation named it; the transitional "
    "rule was not read. Count 28 days.",
)
@regulations.provision(
    "2.52(2)(b) (notice)",
    since="2014-12-12",
    applies_by=received,
    kind="time limit",
    sources="P8 P13 P15 P57",
    citation=_CITE + "2.52(2)(b)",
    data=_REPRESENTATIONS,
    plain="Twenty-eight days to send representations.",
    note="Made means sent: [2020] FCAFC 196, [2021] FCAFC 173. Leaving them with "
    "someone to send on is not sending.",
)
def last_day_for_representations(notice: Notice) -> Date:
    """Representations are sent within 28 days after notice and particulars."""
    return received(notice) + length_after_a_mandatory_cancellation()


_UNHEARD = terms(
    "L3",
    "Send representations about the decision made unheard",
    who="person",
    trigger="the day the person was given the notice",
    missed="The decision cannot be revoked under s 501C(4).",
    on=("cancellation_without_notice",),
    whose_holidays=OFFICE,
    extension="none in the Act or the Regulations",
)


@regulations.provision(
    "2.52(2)(a) (notice)",
    until="2014-12-12",
    applies_by=received,
    kind="time limit",
    mark="?",
    sources="P8",
    citation=_CITE + "2.52(2)(a)",
    data=_UNHEARD,
    plain="Seven days to send representations.",
    note=_UNREAD,
)
@regulations.provision(
    "2.52(2)(a) (notice)",
    since="2014-12-12",
    applies_by=received,
    kind="time limit",
    sources="P8",
    citation=_CITE + "2.52(2)(a)",
    data=_UNHEARD,
    plain="Seven days to send representations.",
)
def last_day_for_representations_after_a_decision_unheard(notice: Notice) -> Date:
    """Representations are sent within 7 days after the notice."""
    return received(notice) + length_after_a_decision_unheard()


def sent_in_time(notice: Notice, nominal: Date) -> Truth:
    """Whether an answer was sent by the last day, rolled as every reading allows."""
    sent = readings(
        "whether the last day rolls past a holiday of one State",
        notice.answered_on <= rolled(nominal, COMMON),
        notice.answered_on <= rolled_there(notice, nominal),
    )
    return sent & (notice.answered_on <= as_at)


def time_has_run_out(notice: Notice, nominal: Date) -> Truth:
    """Whether a valid notice's last day has passed with nothing sent in time."""
    passed = readings(
        "whether the last day rolls past a holiday of one State",
        rolled(nominal, COMMON) < as_at,
        rolled_there(notice, nominal) < as_at,
    )
    return notice_starts_time(notice) & passed & ~sent_in_time(notice, nominal)
