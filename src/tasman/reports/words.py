"""Words that every report shares: headings, answers, what Tasman is not."""

from __future__ import annotations

from tasman.casework.assessment import MIGRATION_ACT, Assessment
from tasman.casework.conclusions import Conclusion
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import iso
from tasman.facts.kinds import FACT, JUDGMENT, NOT_COVERED, UNSETTLED
from tasman.rules.provisions import Version

WHAT_IT_IS_NOT = (
    "Information about the law, not legal advice and not immigration assistance. In "
    "Australia only a registered migration agent or a lawyer may give immigration "
    "assistance (Migration Act 1958 Part 3); in New Zealand only a licensed "
    "immigration adviser, or a lawyer or other exempt person, may give immigration "
    "advice (Immigration Advisers Licensing Act 2007). Nothing left this machine."
)

HEADLINES = {
    YES: "Passes the character test",
    NO: "Does not pass the character test",
    UNKNOWN: "Whether the character test is passed cannot be said yet",
}

CITIZEN = "An Australian citizen: these powers cannot be used"
"""What opens the report on a citizen, whatever the record."""

KIND_PLAIN = {
    FACT: "a fact is missing",
    JUDGMENT: "the law leaves it to the decision-maker",
    UNSETTLED: "the law is unsettled",
    NOT_COVERED: "not covered by Tasman",
}

POWER_ANSWERS = {
    ("duty", YES): "MUST be used",
    ("duty", NO): "does not apply",
    ("duty", UNKNOWN): "duty may apply: see what is not known",
    ("power", YES): "is open (may, not must)",
    ("power", NO): "is not open",
    ("power", UNKNOWN): "cannot be ruled out or in yet",
    ("deemed", YES): "happens by law",
    ("deemed", NO): "does not happen",
    ("deemed", UNKNOWN): "cannot be said yet",
}


def is_citizen(assessment: Assessment) -> bool:
    """Return whether the person is certainly an Australian citizen."""
    return any(
        c.provision == f"{MIGRATION_ACT}/5(1) citizen" and c.truth == YES
        for c in assessment.immunities
    )


def headline(assessment: Assessment) -> str:
    """Return the answer in one line: of a citizen, that no power reaches them."""
    if is_citizen(assessment):
        return CITIZEN
    return HEADLINES[assessment.passes_character_test.truth]


def why_unknown(kinds: int) -> str:
    """Return in words why something is unknown."""
    return "; ".join(words for bit, words in KIND_PLAIN.items() if kinds & bit)


def dates_line(assessment: Assessment) -> str:
    """Return the three dates of an assessment in one line."""
    return (
        f"Facts as at {iso(assessment.as_at)} | law at {iso(assessment.law_at)} | "
        f"law as known at {iso(assessment.known_at)}"
    )


def plain_statement(conclusion: Conclusion) -> str:
    """Return a provision in plain words, else its legal statement."""
    return conclusion.version.plain or conclusion.version.statement


def short_citation(conclusion: Conclusion) -> str:
    """Return a citation without the Act's own name where it is the Migration Act."""
    return short_version(conclusion.version)


def short_version(version: Version) -> str:
    """Return a version's citation, short where it is of the Migration Act."""
    return version.citation.replace("Migration Act 1958 (Cth) ", "")


def unverified_provisions(assessment: Assessment) -> list[Version]:
    """Return the provisions used in what is told whose text was not verified."""
    law = assessment.explanation.evaluation.law
    told = [c for c in assessment.conclusions if c.in_force and c.truth != NO]
    pinpoints = dict.fromkeys(pin for c in told for pin in c.unverified)
    found = []
    for pinpoint in pinpoints:
        versions = law.versions(pinpoint)
        stands = law.in_force(pinpoint, assessment.law_at, assessment.known_at)
        found.append(stands or versions[-1])
    return found


def telling(conclusions: tuple[Conclusion, ...], truth: int) -> list[Conclusion]:
    """Return the conclusions in force that came out so."""
    return [c for c in conclusions if c.in_force and c.truth == truth]


def assumptions(assessment: Assessment) -> list[str]:
    """Return what the file states for every entry, a line for each list."""
    lists: dict[str, list[str]] = {}
    for line in assessment.case.assumed:
        name, _, rest = line.partition(".")
        lists.setdefault(name, []).append(rest)
    return [f"{name}: {'; '.join(rest)}" for name, rest in lists.items()]


def open_powers(assessment: Assessment) -> list[Conclusion]:
    """Return the powers and duties that hold or may, what must be done first."""
    shown = [p for p in assessment.powers if p.in_force and p.truth != NO]
    order = {"duty": 0, "deemed": 1, "power": 2}
    return sorted(shown, key=lambda p: (-p.truth, order[p.version.kind]))


def closed_list(citations: list[str]) -> str:
    """Return citations as one list in a sentence."""
    return ", ".join(dict.fromkeys(citations))


def split_judged(
    conclusions: list[Conclusion],
) -> tuple[list[Conclusion], list[Conclusion]]:
    """Return those that facts decide or would help to decide, and all the others."""
    judged = [c for c in conclusions if c.truth == UNKNOWN and not c.kinds & FACT]
    return [c for c in conclusions if c not in judged], judged
