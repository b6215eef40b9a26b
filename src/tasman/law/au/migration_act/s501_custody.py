"""Section 501(3A)(b): serving a sentence full time in a custodial institution."""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Custody, Person
from tasman.law.au.migration_act.act import act
from tasman.rules.handles import Truth, as_at, readings, unknown


@act.provision(
    "501(3A)(b) custodial institution",
    since="2014-12-11",
    sources="S1",
    mark="?",
    plain="A prison is a custodial institution; a youth detention centre, a police "
    "lock-up or a secure hospital may be.",
    citation="Migration Act 1958 (Cth) s 501(3A)(b)",
    note="Prison is plain. No authority was found on the others; a youth detention "
    "centre is likely one. Home, the community, a residential program and "
    "immigration detention are not (inference).",
)
def custodial_institution(custody: Custody) -> Truth:
    """A prison; whether other places of detention are is unsettled."""
    other = custody.place.is_("youth_detention", "police_cells", "forensic_hospital")
    arguable = unknown(UNSETTLED, "whether it is a custodial institution")
    return custody.place.is_("gaol") | (other & arguable)


@act.provision(
    "501(3A)(b) at the decision",
    since="2014-12-11",
    sources="S11a",
    mark="?",
    plain="In custody when the decision is made; on the day of release it is not "
    "settled until which hour.",
    citation="Migration Act 1958 (Cth) s 501(3A)(b)",
    note="Judged at the moment of decision. Whether a sentence ends at midnight or on "
    "release was argued in two Federal Court decisions whose outcome was not seen.",
)
def confined_at_the_decision(custody: Custody) -> Truth:
    """The time in custody has begun and has not ended."""
    still = readings(
        "a decision on the day of release",
        as_at < custody.ended_on,
        as_at <= custody.ended_on,
    )
    return (custody.began_on <= as_at) & still


@act.provision(
    "501(3A)(b)",
    since="2014-12-11",
    kind="ground",
    sources="S1 S9 S10 S11a",
    plain="Now in prison full time, serving a sentence for an Australian offence.",
    note="The sentence served need not be the one that fails the test: [2019] FCA 516. "
    "A foreign prison fails by the law broken, not by the place. Not parole, remand "
    "alone, weekends, a community order, home detention, immigration detention, or a "
    "sentence for a foreign offence (inference).",
)
def serving_full_time_sentence(person: Person) -> Truth:
    """Serving a sentence full time in a custodial institution, for an offence here."""
    return person.custody.any(
        lambda custody: (
            custody.basis.is_("sentence")
            & custody.full_time
            & custody.australian_offence
            & custodial_institution(custody)
            & confined_at_the_decision(custody)
        )
    )
