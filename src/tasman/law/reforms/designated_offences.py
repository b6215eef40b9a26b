"""The designated-offence limb: the bills of 2018 to 2023 that never passed.

A conviction of a designated offence would fail the character test, whatever the
sentence. Discretionary only: the duty of s 501(3A) was to stay as it is.
"""

from __future__ import annotations

from collections.abc import Callable

from tasman.facts.kinds import NOT_COVERED
from tasman.facts.vocabulary import Offence, Person
from tasman.facts.vocabulary.offending import AUSTRALIAN
from tasman.law.au.migration_act.s501_sentences import (
    conviction_disregarded,
    finding_invisible,
)
from tasman.law.reforms.powers import ACT
from tasman.law.reforms.reform import Reform
from tasman.rules.handles import Duration, Truth, months, unknown
from tasman.rules.law import Law
from tasman.rules.provisions import Act

SOURCES = {
    "S38": "Parliamentary Library note on the Strengthening the Character Test Bill",
    "S38a": "The Strengthening the Character Test Bills of 2019 and 2021",
    "S39": "Senate committee reports of 2019 and 2022; Bills Digest No. 57 of 2018-19",
    "S42": "Second reading speech on the 2021 Bill",
    "S43": "House Hansard 2023-02-13; Senate Hansard 2023-02-08",
    "S45": "Supplementary explanatory memorandum QJ105 to the 2019 Bill",
}
FOREIGN = "whether the same conduct in the ACT would be so punishable there"
CHOICES = (
    "In force from the day after introduction; the bills said the day after assent.",
    "Reaches convictions from before it: read as a criticism, the item from memory.",
    "Sharing an intimate image counts as sexual conduct without consent.",
    "A foreign offence is left open: its equal in the ACT is not among the facts.",
    "The matching change to s 5C, which is not a ground of cancellation, is left out.",
)

Element = Callable[[Offence], Truth]
Limb = Callable[[Person], Truth]


def _violence(offence: Offence) -> Truth:
    return offence.violence


def _violence_beyond_common_assault(offence: Offence) -> Truth:
    harm = offence.caused_harm | offence.family_violence
    return offence.violence & (~offence.common_assault | harm)


def _bill(title: str, slug: str, since: str, violence: Element) -> tuple[Act, Limb]:
    """Return a bill as an Act, and the limb it adds."""
    bill = Act(
        title,
        jurisdiction="Cth, not enacted",
        slug=slug,
        sources=SOURCES,
        verified_on="2026-11-21",
    )

    @bill.provision(
        "501(7AA) gravity",
        since=since,
        sources="S42",
        mark="M",
        citation=f"{title}: gravity of a designated offence",
        plain="Punishable by life, or by two years or more.",
        note="A maximum of two years was read; the three ways of saying it were not.",
    )
    def grave_enough(offence: Offence, *, threshold: Duration = months(24)) -> Truth:
        """Punishable by life or by imprisonment for two years or more."""
        punishable = offence.maximum_is_life | offence.maximum_penalty.at_least(
            threshold, start=offence.committed_on
        )
        here = offence.jurisdiction.is_(*AUSTRALIAN)
        return (here & punishable) | (~here & unknown(NOT_COVERED, FOREIGN))

    @bill.provision(
        "501(7AA)",
        since=since,
        sources="S43 S38a",
        citation=f"{title}: designated offence",
        plain="Violence, a sexual act without consent, breach of a protection order, a "
        "weapon, or helping in any of these; two years or more possible.",
    )
    def designated(offence: Offence) -> Truth:
        """A designated offence: one of the elements, and grave enough."""
        element = (
            violence(offence)
            | offence.sexual_without_consent
            | offence.breaches_protection_order
            | offence.uses_weapon
            | offence.is_accessory
        )
        return element & grave_enough(offence)

    @bill.provision(
        "501(6)(aaa)",
        since=since,
        kind="ground",
        sources="S38 S43",
        citation=f"{title}: s 501(6)(aaa)",
        plain="Convicted of a designated offence, whatever the sentence.",
    )
    def convicted_of_designated(person: Person) -> Truth:
        """Convicted of a designated offence, whatever the sentence."""
        return person.offences.any(
            lambda o: (
                o.outcome.is_("convicted")
                & designated(o)
                & ~conviction_disregarded(o)
                & ~finding_invisible(o)
            )
        )

    return bill, convicted_of_designated


def _reform(year: str, since: str, violence: Element, fate: str, what: str) -> Reform:
    slug = f"character-test-bill-{year}"
    title = f"Migration Amendment (Strengthening the Character Test) Bill {year}"
    bill, limb = _bill(title, slug, since, violence)

    def patch(law: Law) -> Law:
        result = law.enact(bill)
        for place in ("501(6)", "501(6) objective limbs"):
            result = result.amend(
                f"{ACT}/{place}",
                also=limb,
                since=since,
                reason=f"With the designated-offence limb of the {year} Bill.",
            )
        return result

    return Reform(
        name=f"designated-offences-{year}",
        title=f"Designated offences ({year} version)",
        description=what,
        status="defeated",
        patch=patch,
        sources=tuple(SOURCES.values()),
        choices=(fate, *CHOICES),
    )


_FIRST = (
    "A conviction of a designated offence (violence, sexual conduct without consent, "
    "breach of a protection order, weapons; two years or more possible) would fail the "
    "character test, whatever the sentence."
)
_LATER = _FIRST + " Common assault without harm or family violence is left out."

REFORMS = (
    _reform(
        "2018",
        "2018-10-26",
        _violence,
        "Introduced 2018-10-25; lapsed 2019-04-11.",
        _FIRST,
    ),
    _reform(
        "2019",
        "2019-07-05",
        _violence,
        "Introduced 2019-07-04, the same text; voted down in the Senate 2021-10-20.",
        _FIRST,
    ),
    _reform(
        "2021",
        "2021-11-25",
        _violence_beyond_common_assault,
        "Introduced 2021-11-24; lapsed at the dissolution of 2022-04-11 (that day is "
        "from memory).",
        _LATER,
    ),
    _reform(
        "2023",
        "2023-02-14",
        _violence_beyond_common_assault,
        "Private member's bill of 2023-02-13; removed from the Notice Paper.",
        _LATER,
    ),
)
"""The four versions that were put to Parliament."""
