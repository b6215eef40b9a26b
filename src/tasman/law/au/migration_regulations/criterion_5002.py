"""Special return criterion 5002: twelve months after a removal."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Date, Duration, Truth, as_at, months, unknown

CITATION = "Migration Regulations 1994 (Cth) Sch 5 cl 5002"


@regulations.provision(
    "5002 last day",
    kind="time limit",
    sources="S48a",
    citation=CITATION + "(a)",
    plain="The last day on which an application after a removal is too early.",
    note="The application must be made more than 12 months after the removal.",
)
def last_day_after_removal(person: Person, *, wait: Duration = months(12)) -> Date:
    """The last day of the twelve months after removal under s 198, 199 or 205."""
    return person.removed_on + wait


@regulations.provision(
    "5002",
    kind="consequence",
    sources="S48a",
    citation=CITATION,
    plain="Removed from Australia: no visa that requires this criterion for a year.",
    note="Binds only classes whose criteria name it. Not for someone who left of their "
    "own accord. A deportation order falls under criterion 5001.",
)
def removed_too_lately(person: Person) -> Truth:
    """Removed from Australia no more than twelve months ago."""
    lately = (person.removed_on <= as_at) & (last_day_after_removal(person) >= as_at)
    return non_citizen(person) & person.removed_or_deported & lately


@regulations.provision(
    "5002(b)",
    kind="power",
    holder="Minister or delegate",
    sources="S48a",
    citation=CITATION + "(b)",
    plain="The year may be cut short for good reason.",
    note="Compelling circumstances that affect Australia's interests, or compassionate "
    "or compelling ones that affect those of an Australian citizen, an Australian "
    "permanent resident or an eligible New Zealand citizen.",
)
def may_shorten_the_year(person: Person) -> Truth:
    """A visa may be granted within the twelve months, if circumstances justify it."""
    justified = unknown(JUDGMENT, "whether circumstances justify a visa sooner")
    return removed_too_lately(person) & justified
