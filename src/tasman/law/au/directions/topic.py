"""What a topic of the Directions is: one name for one matter across all of them.

Each topic has a label, plain words, the ways it generally weighs, and the evidence that
would show or strengthen it in representations.
"""

from __future__ import annotations

from dataclasses import dataclass

REMOVAL, STAYING, EITHER, NEUTRAL = "removal", "staying", "either", "neutral"
FOR_REMOVAL = (REMOVAL,)
FOR_STAYING = (STAYING,)
EITHER_WAY = (EITHER,)
REMOVAL_OR_NEUTRAL = (REMOVAL, NEUTRAL)
STAYING_OR_NEUTRAL = (STAYING, NEUTRAL)


@dataclass(frozen=True, slots=True)
class Topic:
    """One matter that a Direction may tell the decision-maker to weigh."""

    label: str
    plain: str
    weighs: tuple[str, ...]
    evidence: tuple[str, ...] = ()


SENTENCING = "Sentencing remarks and the full criminal record"
PROGRAMS = "Certificates and reports from courses, treatment and work in custody"
RISK_REPORT = "A psychologist's or corrections report on the risk of offending again"
FAMILY_STATEMENTS = "Statements from family on what removal would do to them"
STATUS = "Proof that family members are citizens or may stay for good"
"""Evidence that serves several topics."""
