"""Thresholds and custody: the duty to cancel with other figures, or none at all."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s501_record import terms_totalling_twelve_months
from tasman.law.au.migration_act.s501_test import child_sex_offence
from tasman.law.reforms.powers import ACT, MANDATORY, grave
from tasman.law.reforms.reform import Reform
from tasman.rules.handles import NO, YES, Duration, Truth, months
from tasman.rules.law import Law

ONLY_DUTY = "Only the duty of s 501(3A); failing the character test stays as it is."


def _duty_from(length: Duration, words: str) -> Reform:
    def too_short(person: Person) -> Truth:
        long_enough = person.sentences.any(lambda s: grave(s, length))
        return ~long_enough & ~child_sex_offence(person)

    def patch(law: Law) -> Law:
        reason = f"From {words} of imprisonment."
        return law.amend(f"{ACT}/501(3A)(a)", unless=too_short, reason=reason)

    months_ = length.node.attrs[0]
    return Reform(
        name=f"duty-from-{months_}-months",
        title=f"Mandatory cancellation from {words}",
        description=(
            f"The duty to cancel begins at a sentence of {words} instead of 12 months."
        ),
        status="hypothetical",
        patch=patch,
        choices=(
            ONLY_DUTY,
            "Sexual offences involving a child keep bringing the duty; a sentence of "
            "death does only with a term of that length.",
        ),
    )


def _no_custody(law: Law) -> Law:
    return law.amend(
        f"{ACT}/501(3A)(b)",
        instead=lambda person: YES,
        reason="Custody is not needed.",
    )


def _totals(law: Law) -> Law:
    return law.amend(
        f"{ACT}/501(3A)(a)",
        also=terms_totalling_twelve_months,
        reason="Short terms that total 12 months bring the duty too.",
    )


def _no_duty(law: Law) -> Law:
    return law.amend(
        MANDATORY, instead=lambda person: NO, reason="Repealed: the duty is gone."
    )


REFORMS = (
    _duty_from(months(24), "two years"),
    _duty_from(months(60), "five years"),
    Reform(
        name="no-custody-test",
        title="Mandatory cancellation without custody",
        description="The duty to cancel reaches people who are not in prison.",
        status="hypothetical",
        patch=_no_custody,
        choices=("The ground of the duty stays as it is.",),
    ),
    Reform(
        name="totals-mandatory",
        title="Totals bring mandatory cancellation",
        description=(
            "Two or more short terms that total 12 months bring the duty to cancel, as "
            "one term does."
        ),
        status="hypothetical",
        patch=_totals,
        choices=(ONLY_DUTY,),
    ),
    Reform(
        name="no-mandatory-cancellation",
        title="No mandatory cancellation",
        description=(
            "The law as if s 501(3A) had never been enacted: discretion alone, as "
            "before 2014-12-11."
        ),
        status="hypothetical",
        patch=_no_duty,
        choices=("The wider character test of 2014-12-11 stays.",),
    ),
)
"""Other thresholds, and no duty at all."""
