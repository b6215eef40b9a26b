"""Sections 494B to 494E: how documents are given, and when they count as received.

Regulation 2.55 says the same of cancellation documents, in the same numbers. In
immigration detention regulation 5.02 governs these instead.
"""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Notice
from tasman.law.au.migration_act.act import act
from tasman.law.au.time_limits import working_days_there
from tasman.rules.handles import Date, Duration, Truth, choose, days, unknown

POST_DAYS, DISPATCH_DAYS = 7, 3

_CONTENT = ("period_not_stated", "says_received", "place_not_stated", "other_error")


@act.provision(
    "494B(4)(a)",
    sources="P1 P10",
    plain="Posted within three working days of its date.",
    note="Working days where it was posted. Regulation 2.55(3)(c)(i) is to the same "
    "effect.",
)
def posted_promptly(notice: Notice) -> Truth:
    """Dispatched within 3 working days, at the place of dispatch, of its own date."""
    last = working_days_there(notice, notice.dated_on, DISPATCH_DAYS, "sent_from")
    return notice.given_on <= last


@act.provision(
    "494C(4)",
    sources="P1 P16",
    plain="A letter counts as received seven working days after the date on it.",
    note="Working days where the address is, counted from the date on the document and "
    "not from its posting: s 494C(4)(a), reg 2.55(7)(a). Any leg overseas: 21 days.",
)
def received_by_post(notice: Notice, *, overseas_length: Duration = days(21)) -> Date:
    """Posted in Australia: 7 working days after its date; otherwise 21 days after."""
    within = working_days_there(notice, notice.dated_on, POST_DAYS, "place")
    overseas = notice.method.is_("post_overseas")
    return choose(overseas, notice.dated_on + overseas_length, within)


@act.provision(
    "494C(7)",
    sources="P1 P67",
    mark="M",
    plain="A letter posted late counts from its deemed day, or a later real one.",
    note="In force since the amendments of 2008-09 (exact day not read).",
)
def received_in_spite_of_an_error(notice: Notice) -> Date:
    """The deemed day, unless the person shows that it came later."""
    deemed = received_by_post(notice)
    return choose(notice.received_on > deemed, notice.received_on, deemed)


@act.provision(
    "494A (in detention)",
    sources="P12 P26 P83",
    citation="Migration Regulations 1994 (Cth) regs 2.16(3), 2.55(2)(b), 5.02",
    plain="Whether the notice is one that reg 5.02 governs.",
    note="Notice of a visa refusal is given under ss 494A to 494D in detention too. A "
    "sentenced prisoner in a State prison is not for that reason in immigration "
    "detention (from memory).",
)
def governed_by_the_rule_for_detention(notice: Notice) -> Truth:
    """Notice of a cancellation, or of a refusal to revoke one, given in detention."""
    kind = notice.what.is_(
        "intention",
        "mandatory_cancellation",
        "cancellation_without_notice",
        "other_cancellation",
    )
    other = notice.what.is_("decision") & ~notice.power.is_("501(1)")
    return notice.in_immigration_detention & (kind | other)


@act.provision(
    "494C",
    until="2001-08-10",
    mark="?",
    sources="P66",
    kind="deemed",
    plain="The day a notice counts as received.",
    note="Before 2001-08-10 single regulations governed; they were not read.",
)
@act.provision(
    "494C",
    since="2001-08-10",
    sources="P1 P10 P16",
    kind="deemed",
    plain="The day a notice counts as received.",
    note="By hand: the day handed over, a Sunday too. By email or fax: the end of the "
    "day it was sent. Regulation 2.55(5) to (8) says the same of cancellations; in "
    "immigration detention reg 5.02 deems no day for a letter.",
)
def received(notice: Notice) -> Date:
    """By hand or electronically: the day given; by post: the deemed day."""
    deemed = choose(
        posted_promptly(notice) | notice.method.is_("post_overseas"),
        received_by_post(notice),
        received_in_spite_of_an_error(notice),
    )
    detained = governed_by_the_rule_for_detention(notice)
    posted = choose(detained, notice.received_on, deemed)
    return choose(notice.method.is_("post", "post_overseas"), posted, notice.given_on)


_OLD_RECIPIENTS = "Before 2001-08-10 single regulations governed; they were not read."


@act.provision(
    "494D",
    until="2001-08-10",
    applies_by=lambda notice: notice.given_on,
    mark="?",
    sources="P66",
    plain="Whether the document went to the right person.",
    note=_OLD_RECIPIENTS,
)
@act.provision(
    "494D",
    since="2001-08-10",
    applies_by=lambda notice: notice.given_on,
    sources="P1 P21",
    plain="Whether the document went to the right person.",
    note="A recipient named in writing is given documents instead of the person, and "
    "what is given to the recipient is given to the person. An agent whose authority "
    "did not cover the matter is no such recipient: [2022] FCAFC 200. A child's carer "
    "of 18 or more: ss 494A(2), 494B(1A).",
)
def given_to_the_person_or_the_recipient_named(notice: Notice) -> Truth:
    """Given to the recipient the person named in writing; to the person if none was."""
    named = notice.recipient_named
    recipient = notice.given_to.is_("authorised_recipient") & named
    passed_over = unknown(
        UNSETTLED, "what notice to the person does where a recipient was named"
    )
    person = notice.given_to.is_("person", "carer") & (~named | passed_over)
    return recipient | person


@act.provision(
    "494E",
    until="2023-11-01",
    applies_by=lambda notice: notice.given_on,
    sources="P14 P15 P19 P21 P24",
    citation="[2021] HCA 9; [2021] FCAFC 173; [2008] FCA 458; [2024] HCA 44",
    plain="Whether the notice starts time running.",
    note="A notice that did not fix the period, said that an answer must be received, "
    "or did not say where to apply, started nothing.",
)
def notice_starts_time(notice: Notice) -> Truth:
    """No defect that the courts held fatal before s 494E."""
    fatal = notice.defect.is_(
        "period_not_stated",
        "says_received",
        "place_not_stated",
        "wrong_recipient",
        "no_legal_capacity",
    )
    other = notice.defect.is_("other_error")
    return ~fatal & (~other | unknown(UNSETTLED, "what an error of this kind does"))


@act.provision(
    "494E",
    since="2023-11-01",
    applies_by=lambda notice: notice.given_on,
    sources="P5 P11 P19",
    plain="Whether the notice starts time running.",
    note="An error of content is excused unless it caused substantial prejudice; a "
    "missed time is not by itself prejudice. Counted from the day the document was "
    "given: the application provision of Act No. 26 of 2023 was not read. A notice to "
    "someone without legal capacity starts nothing: [2024] HCA 44.",
)
def notice_starts_time_unless_prejudice(notice: Notice) -> Truth:
    """No want of capacity or authority, and no error that caused prejudice."""
    fatal = notice.defect.is_("wrong_recipient", "no_legal_capacity")
    content = notice.defect.is_(*_CONTENT)
    return ~fatal & (~content | ~notice.prejudice)
