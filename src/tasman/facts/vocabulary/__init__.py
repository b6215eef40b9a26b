"""The vocabulary of a case: the records and their fields."""

from tasman.facts.vocabulary.family import Child, Parent, Relative
from tasman.facts.vocabulary.harm import Victim, ViolenceReport
from tasman.facts.vocabulary.movement import (
    Citizenship,
    Stay,
    Visa,
    VisaApplication,
)
from tasman.facts.vocabulary.offending import Custody, Offence, Sentence
from tasman.facts.vocabulary.person import Person
from tasman.facts.vocabulary.process import Decision, Finding, Notice

__all__ = [
    "Child",
    "Citizenship",
    "Custody",
    "Decision",
    "Finding",
    "Notice",
    "Offence",
    "Parent",
    "Person",
    "Relative",
    "Sentence",
    "Stay",
    "Victim",
    "ViolenceReport",
    "Visa",
    "VisaApplication",
]
