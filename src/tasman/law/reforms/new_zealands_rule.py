"""Do as New Zealand does: scenarios R1 and R8, s 161 as a shield in Australia."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.comparators.nz_mirror import act as mirror
from tasman.law.comparators.nz_mirror import liable
from tasman.law.reforms.powers import CANCELLATION, spare
from tasman.law.reforms.reform import Reform
from tasman.rules.handles import Truth, years
from tasman.rules.law import Law

SAID = "Press reports of 2020-02-28: reciprocity, put by New Zealand in Sydney"
CHOICES = (
    "No cancellation, by duty or discretion, unless a limb of s 161(1) is met.",
    "A special category visa is taken as residence from the first arrival.",
)


def _not_liable(person: Person) -> Truth:
    return ~liable(person)


def _mirrored(law: Law) -> Law:
    reason = "Only those whom New Zealand's own rule would reach."
    return spare(law.enact(mirror), _not_liable, CANCELLATION, reason=reason)


def _mirrored_for_twenty_years(law: Law) -> Law:
    return _mirrored(law).amend(f"{mirror.slug}/161(1)(c)", window=years(20))


REFORMS = (
    Reform(
        name="nz-mirror",
        title="New Zealand's own rule",
        description=(
            "No cancellation unless New Zealand's s 161 would make the person liable: "
            "two, five and ten years, by the gravity of the offence."
        ),
        status="hypothetical",
        patch=_mirrored,
        sources=(SAID, "Immigration Act 2009 (NZ) s 161"),
        choices=CHOICES,
        scenario="R1",
    ),
    Reform(
        name="nz-mirror-20",
        title="New Zealand's proposed rule",
        description=(
            "As New Zealand's own rule, with the twenty years announced on 2025-09-04 "
            "in place of ten."
        ),
        status="proposed",
        patch=_mirrored_for_twenty_years,
        sources=("Reports of 2025-09-04 and 2025-09-05 on the announced Bill",),
        choices=(*CHOICES, "Only the ten-year limb grows; the others stay."),
        scenario="R8",
    ),
)
"""With today's ten years and with the twenty proposed."""
