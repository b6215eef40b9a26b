"""Conditions on the removal pending bridging visa (Subclass 070): curfew, monitoring.

Each set of conditions was held invalid after it had been applied. What a court holds
invalid never bound; as understood on an earlier day, it did.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s82 import in_effect
from tasman.law.au.migration_act.stated import stated
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import NO, Truth

CITATION = "Migration Regulations 1994 (Cth) Sch 2 Subclass 070, Sch 8"
CURFEW = "070 curfew and monitoring"


def holds_bridging_r(person: Person) -> Truth:
    """Return whether the person holds a removal pending bridging visa."""
    return non_citizen(person) & person.visas.any(
        lambda visa: visa.kind.is_("removal_pending_070") & in_effect(person, visa)
    )


@regulations.provision(
    CURFEW,
    since="2023-11-18",
    until="2024-12-12",
    known_until="2024-11-06",
    kind="consequence",
    sources="S54",
    citation=CITATION,
    plain="Released people had to keep a curfew and wear a monitoring device.",
    note="Imposed by default, with offences for breach: Act No. 93 of 2023.",
)
def default_curfew(person: Person) -> Truth:
    """The holder of a removal pending visa is under curfew by default."""
    return holds_bridging_r(person)


@regulations.provision(
    CURFEW,
    since="2024-12-12",
    known_until="2026-03-18",
    kind="consequence",
    sources="S55b",
    citation=CITATION,
    plain="Released people keep a curfew if the Minister thinks them dangerous enough.",
    note="The new test: a substantial risk of serious harm, from memory. Regulations "
    "F2024L01649.",
)
def curfew_by_risk(person: Person) -> Truth:
    """The holder is under curfew and monitoring if the Minister finds the risk."""
    return holds_bridging_r(person) & stated(person, "serious_harm_risk")


@regulations.provision(
    CURFEW,
    since="2023-11-18",
    until="2024-12-12",
    known_since="2024-11-06",
    kind="consequence",
    sources="S54",
    citation=CITATION + "; [2024] HCA 40",
    plain="The curfew and the monitoring did not bind: they were punishment.",
)
@regulations.provision(
    CURFEW,
    since="2024-12-12",
    known_since="2026-03-18",
    kind="consequence",
    sources="S59",
    citation=CITATION + "; [2026] HCA 7",
    plain="The curfew and the monitoring under the newer test do not bind either.",
    note="Read in a report of the judgment, not in the judgment.",
)
def curfew_invalid(person: Person) -> Truth:
    """Curfew and monitoring conditions do not bind."""
    return NO


@regulations.provision(
    "070 conditions",
    since="2023-11-18",
    kind="consequence",
    sources="S53a S55b",
    citation=CITATION,
    plain="Released people must report and keep conditions; breach is a crime.",
    note="Act No. 93 of 2023, from 2023-11-18; more offences and community safety "
    "orders from 2023-12-08 (the date of the second Act is from memory); a new test "
    "for conditions from 2024-12-05, and regulations under it from 2024-12-12.",
)
def mandatory_conditions(person: Person) -> Truth:
    """The holder of a removal pending bridging visa is under mandatory conditions."""
    return holds_bridging_r(person)
