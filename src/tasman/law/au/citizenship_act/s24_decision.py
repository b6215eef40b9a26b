"""Sections 24 to 26, 34 and 52: deciding, holding back, undoing, and review."""

from __future__ import annotations

from tasman.facts.kinds import FACT, JUDGMENT, NOT_COVERED
from tasman.facts.vocabulary import Person
from tasman.law.au.citizenship_act.act import citizenship
from tasman.law.au.citizenship_act.s21 import (
    adult,
    close_association,
    eligible_at_sixty,
    eligible_by_special_residence,
    eligible_stateless,
    eligible_with_incapacity,
    good_character,
    resident,
)
from tasman.law.au.citizenship_act.s22 import (
    eligible_adult,
    eligible_child,
    grown_up_on,
)
from tasman.law.au.migration_act.stated import in_australia, recorded, stated
from tasman.law.au.past import long_ago
from tasman.law.au.status import citizen
from tasman.rules.handles import Date, Duration, Truth, as_at, days, months, unknown

HOLDER = "Minister or delegate"


def _pending(person: Person) -> Truth:
    """Whether an application is made and neither approved nor refused."""
    applied = person.citizenship_applied_on <= as_at
    approved = person.citizenship_approved_on <= as_at
    refused = person.citizenship_refused_notice_on <= as_at
    return applied & ~approved & ~refused & ~citizen(person)


def _approved(person: Person) -> Truth:
    return (person.citizenship_approved_on <= as_at) & ~citizen(person)


def _approved_adult(person: Person) -> Truth:
    """Whether approved on an application made at 18 or over: s 25(2)(a)."""
    return _approved(person) & (grown_up_on(person) <= person.citizenship_applied_on)


def _may_apply(person: Person) -> Truth:
    return (
        eligible_adult(person)
        | eligible_by_special_residence(person)
        | eligible_with_incapacity(person)
        | eligible_at_sixty(person)
        | eligible_child(person)
    )


# ---- section 24: the decision ----
@citizenship.provision(
    "24(1A)",
    since="2007-07-01",
    kind="duty",
    holder=HOLDER,
    sources="S37",
    plain="No approval of someone who meets no route to citizenship.",
    note="Routes under s 21(6) and (7) are not modelled: they leave the answer open.",
)
def must_not_approve_ineligible(person: Person) -> Truth:
    """Must not approve an applicant who is eligible under no subsection of s 21."""
    other = unknown(NOT_COVERED, "eligibility under s 21(6) or (7)")
    eligible = _may_apply(person) | eligible_stateless(person) | other
    return _pending(person) & ~eligible


@citizenship.provision(
    "24(2)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1 S37",
    plain="Citizenship may be refused to someone who is eligible.",
    note="A residual discretion; not over someone eligible under s 21(8) alone.",
)
def may_refuse_all_the_same(person: Person) -> Truth:
    """Approval may be refused despite eligibility, while an application is pending."""
    refuse = unknown(JUDGMENT, "whether to refuse someone who is eligible")
    return _pending(person) & _may_apply(person) & refuse


@citizenship.provision(
    "24(3)",
    since="2007-07-01",
    kind="duty",
    holder=HOLDER,
    sources="S1 S37",
    plain="No approval unless the Minister is satisfied who the person is.",
)
def must_not_approve_unidentified(person: Person) -> Truth:
    """Must not approve unless satisfied of the person's identity."""
    return ~citizen(person) & stated(person, "identity_not_established")


@citizenship.provision(
    "24(4)",
    since="2007-07-01",
    kind="duty",
    holder=HOLDER,
    sources="S1 S37",
    plain="No approval while ASIO's assessment is adverse or qualified.",
    note="The case records an assessment of risk to security; a qualified one may be "
    "less than that. Of the stateless, convictions count instead: s 24(4A), (4B).",
)
def must_not_approve_security_risk(person: Person) -> Truth:
    """Must not approve while an adverse or qualified security assessment stands."""
    stateless = eligible_stateless(person)
    return ~citizen(person) & ~stateless & recorded(person, "security_risk")


@citizenship.provision(
    "24(5)",
    since="2007-07-01",
    kind="duty",
    holder=HOLDER,
    sources="S1",
    plain="No approval of an adult who is abroad.",
    note="Adults under s 21(2) to (4): in Australia when the decision is made.",
)
def must_not_approve_abroad(person: Person) -> Truth:
    """Must not approve an adult under s 21(2), (3) or (4) who is not in Australia."""
    by_birth = eligible_stateless(person)
    return ~citizen(person) & adult(person) & ~by_birth & ~in_australia(person)


@citizenship.provision(
    "24(7) clear from",
    since="2007-07-01",
    kind="time limit",
    sources="S1",
    plain="Twelve months after ceasing to be a citizen.",
    note="That the day of ceasing is the first of the twelve months is from memory.",
)
def year_after_ceasing(person: Person, *, bar: Duration = months(12)) -> Date:
    """The day after the twelve months that begin on ceasing to be a citizen."""
    lost = person.citizenships.where(
        lambda held: held.country.is_("australia") & (held.ended_on <= as_at)
    )
    return lost.latest(lambda held: held.ended_on + bar, long_ago())


@citizenship.provision(
    "24(7)",
    since="2007-07-01",
    kind="duty",
    holder=HOLDER,
    sources="S1",
    plain="No approval for twelve months after ceasing to be a citizen.",
    note="Not for s 21(8).",
)
def must_not_approve_so_soon(person: Person) -> Truth:
    """Must not approve within twelve months after the person ceased to be a citizen."""
    soon = year_after_ceasing(person) > as_at
    return ~citizen(person) & soon & ~eligible_stateless(person)


# ---- section 25: an approval cancelled ----
@citizenship.provision(
    "25(2)(b)(ii)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1 S37",
    plain="An approval may be cancelled: no longer likely to live here.",
    note="Of those who applied as adults, under s 21(2), (3) or (4).",
)
def may_cancel_for_want_of_association(person: Person) -> Truth:
    """Approved, and not likely to live in Australia or keep a close association."""
    return _approved_adult(person) & ~close_association(person)


@citizenship.provision(
    "25(2)(b)(iii)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1 S37",
    plain="An approval may be cancelled: no longer of good character.",
    note="Of those who applied as adults, under s 21(2), (3) or (4).",
)
def may_cancel_for_character(person: Person) -> Truth:
    """Approved, and not of good character."""
    return _approved_adult(person) & ~good_character(person)


@citizenship.provision(
    "25(3) last day",
    since="2007-07-01",
    kind="time limit",
    sources="S1 S37",
    plain="Twelve months after notice of approval, in which to make the pledge.",
)
def last_day_for_the_pledge(person: Person, *, time: Duration = months(12)) -> Date:
    """The last day of the twelve months after notice of the approval."""
    return person.citizenship_notice_on + time


@citizenship.provision(
    "25(3)",
    since="2007-07-01",
    kind="power",
    holder=HOLDER,
    sources="S1 S37",
    plain="An approval may be cancelled: no pledge in twelve months.",
    note="Not where the reason for the delay is one that the regulations name.",
)
def may_cancel_for_no_pledge(person: Person) -> Truth:
    """Approved, and no pledge in twelve months from notice without a listed reason."""
    reason = unknown(JUDGMENT, "whether the delay has a reason that regulations name")
    return _approved(person) & (last_day_for_the_pledge(person) < as_at) & reason


# ---- section 26: the pledge held back ----
@citizenship.provision(
    "26(3)",
    since="2007-07-01",
    kind="power",
    holder="Minister",
    sources="S1",
    plain="The pledge may be held back while a visa may go or a charge is pending.",
    note="For twelve months at most, all delays together: s 26(4). A notice of "
    "intention shows that a visa may be cancelled, but none is needed.",
)
def may_hold_back_the_pledge(person: Person) -> Truth:
    """Approved; a visa may be cancelled, or the person is charged with an offence."""
    open_to_it = unknown(JUDGMENT, "whether a visa of the person's may be cancelled")
    noticed = person.notices.any(
        lambda notice: (
            notice.what.is_("intention")
            & (notice.given_on <= as_at)
            & (notice.closed_on > as_at)
        )
    )
    charged = person.offences.any(
        lambda offence: (
            offence.outcome.is_("charged") & (offence.proceedings_ended_on >= as_at)
        )
    )
    return _approved(person) & (noticed | charged | open_to_it)


# ---- section 34: a grant revoked ----
@citizenship.provision(
    "34(2)(b) fraud",
    since="2007-07-01",
    kind="power",
    holder="Minister",
    sources="S1 S30",
    citation="Australian Citizenship Act 2007 (Cth) s 34(2)(b)(i), (iii), (iv)",
    plain="Citizenship by grant can be revoked over fraud behind it.",
    note="An offence about the application, or migration-related or third-party fraud. "
    "Needs also that keeping it be against the public interest. Statelessness is no "
    "bar to these limbs.",
)
def may_revoke_for_fraud(person: Person) -> Truth:
    """Citizen by grant, with a conviction for fraud behind the citizenship."""
    granted = person.citizenships.any(
        lambda held: (
            held.country.is_("australia")
            & held.by.is_("grant")
            & (held.ended_on > as_at)
        )
    )
    return granted & person.fraud_behind_citizenship


# ---- section 52: review ----
@citizenship.provision(
    "52(1)",
    since="2007-07-01",
    kind="entitlement",
    sources="S1",
    plain="The Tribunal can review a refusal, or an approval or grant taken back.",
    note="Of a refusal of conferral an adult must be a permanent resident to seek "
    "review: s 52(2). Special category visa holders qualify as they count as permanent "
    "residents.",
)
def may_seek_review(person: Person) -> Truth:
    """Notice of a decision was given, and residence is no bar to review of it."""
    noticed = person.citizenship_refused_notice_on <= as_at
    other = unknown(FACT, "whether anything but a refusal of conferral was decided")
    return noticed & (resident(person) | ~adult(person) | other)


@citizenship.provision(
    "52 last day",
    since="2007-07-01",
    kind="time limit",
    mark="M",
    sources="S1",
    citation="Administrative Appeals Tribunal Act 1975 (Cth) s 29(2); Administrative "
    "Review Tribunal Act 2024 (Cth) s 18",
    plain="Twenty-eight days from notice to apply to the Tribunal.",
    note="The general time of both Tribunals, which may extend it.",
)
def last_day_for_review(person: Person, *, length: Duration = days(28)) -> Date:
    """The twenty-eighth day after notice of the decision."""
    return person.citizenship_refused_notice_on + length
