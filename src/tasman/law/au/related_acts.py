"""Other Acts that touch people whose visas are at stake, a few provisions of each."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Decision, Person
from tasman.law.au.migration_act.act import SOURCES
from tasman.law.au.migration_act.stated import in_australia, stated
from tasman.law.au.migration_regulations.bridging_r_conditions import holds_bridging_r
from tasman.law.au.migration_regulations.reg_2_43 import temporary
from tasman.rules.handles import YES, Truth, as_at, unknown
from tasman.rules.provisions import Act

criminal_code = Act(
    "Criminal Code Act 1995",
    jurisdiction="Cth",
    unit="",
    sources={"S53a": SOURCES["S53a"]},
    verified_on="2026-11-21",
)
measures_2025 = Act(
    "Home Affairs Legislation Amendment (2025 Measures No. 1) Act 2025",
    jurisdiction="Cth",
    slug="home-affairs-measures-no-1-act-2025",
    unit="",
    sources={"S57": SOURCES["S57"]},
    verified_on="2026-11-21",
)
measures_2026 = Act(
    "Migration Amendment (2026 Measures No. 1) Act 2026",
    jurisdiction="Cth",
    slug="migration-measures-no-1-act-2026",
    unit="",
    sources={"S58": SOURCES["S58"]},
    verified_on="2026-11-21",
)


@criminal_code.provision(
    "Div 395",
    since="2023-12-08",
    kind="power",
    holder="court, on the Minister's application",
    mark="M",
    sources="S53a",
    plain="A court may order supervision or prison for a released person who is "
    "dangerous.",
    note="Community safety orders. The date of the Act is from memory.",
)
def community_safety_order(person: Person) -> Truth:
    """A community safety order may be made about the holder of a Subclass 070 visa."""
    return holds_bridging_r(person) & stated(person, "serious_harm_risk")


@measures_2025.provision(
    "Sch 1",
    until="2023-11-09",
    known_since="2025-09-06",
    applies_by=lambda decision: decision.made_on,
    kind="status",
    sources="S57",
    plain="Visa decisions that assumed people could be held for ever were made good.",
    note="Decisions on or before 2023-11-08.",
)
def decision_assuming_detention_valid(decision: Decision) -> Truth:
    """A visa decision is not invalid for assuming that endless detention was lawful."""
    return YES


@measures_2026.provision(
    "Sch 1",
    since="2026-03-14",
    kind="power",
    holder="Minister",
    sources="S58",
    plain="Groups of temporary visa holders abroad may be kept from coming in.",
    note="Arrival control determinations: not a character power. A special category "
    "visa is not held abroad, so New Zealanders abroad are not reached (inference).",
)
def arrival_control(person: Person) -> Truth:
    """An arrival control determination may bind holders of temporary visas abroad."""
    held = person.visas.any(
        lambda visa: (
            temporary(visa)
            & ~visa.kind.is_("special_category_444")
            & (visa.ceased_on > as_at)
        )
    )
    made = unknown(JUDGMENT, "whether a determination covers the person")
    return held & ~in_australia(person) & made
