"""Third countries: reception arrangements, and the bridging visa that ends for them.

These rules, and s 199C, matter to people who cannot be returned home: hardly ever to
New Zealanders.
"""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_act.s15 import unlawful_non_citizen
from tasman.law.au.migration_regulations.bridging_r_conditions import holds_bridging_r
from tasman.rules.handles import Truth, as_at, unknown

ARRANGEMENT = "Migration Act 1958 (Cth) s 198AHB"


@act.provision(
    "76AAA",
    since="2024-12-05",
    kind="deemed",
    holder="automatic",
    sources="S55a",
    plain="The bridging visa ends when another country lets the person in to stay.",
    note="Migration Amendment Act 2024; its start is inferred.",
)
def bridging_visa_ends(person: Person) -> Truth:
    """A removal pending bridging visa ends on a third country's permission to stay."""
    bridging = person.visas.any(
        lambda visa: (
            visa.kind.is_("removal_pending_070")
            & (visa.granted_on <= person.foreign_permission_on)
            & (person.foreign_permission_on <= visa.ceased_on)
        )
    )
    permitted = person.foreign_permission_on <= as_at
    return non_citizen(person) & bridging & permitted


@act.provision(
    "198AHB",
    since="2024-12-05",
    until="2025-09-06",
    kind="power",
    holder="Minister and officers",
    natural_justice="not owed for the arrangement steps ([2025] FCA 540)",
    mark="M",
    sources="S55a S56",
    citation=ARRANGEMENT,
    plain="Australia may arrange for another country to take people it cannot return.",
    note="What the 2024 Act did was read in a digest; the section's number is from "
    "memory.",
)
@act.provision(
    "198AHB",
    since="2025-09-06",
    kind="power",
    holder="Minister and officers",
    natural_justice="does not apply (s 198AHAA)",
    mark="M",
    sources="S57",
    citation=ARRANGEMENT,
    plain="Australia may arrange for another country to take people it cannot return.",
    note="Act No. 42 of 2025 excluded natural justice; the section's number is from "
    "memory.",
)
def third_country_reception(person: Person) -> Truth:
    """A person on a removal pathway may be taken under a third country arrangement."""
    pathway = unlawful_non_citizen(person) | holds_bridging_r(person)
    return pathway & unknown(JUDGMENT, "whether an arrangement is made for the person")


@act.provision(
    "199C",
    since="2024-12-05",
    kind="power",
    holder="Minister",
    mark="M",
    sources="S55",
    plain="People to be removed may be ordered to help with their own removal.",
    note="Act No. 107 of 2024 Sch 1 and 3; the section's number is from memory.",
)
def removal_pathway_direction(person: Person) -> Truth:
    """A person on a removal pathway may be directed to take steps towards removal."""
    pathway = unlawful_non_citizen(person) | holds_bridging_r(person)
    return pathway & unknown(JUDGMENT, "whether a direction is given")
