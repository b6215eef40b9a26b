"""Section 46: what an application costs (Australian Citizenship Regulation 2016)."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.citizenship_act.act import citizenship
from tasman.rules.handles import Number, number

PIN = "46 fee"
CITATION = "Australian Citizenship Regulation 2016 (Cth) Sch 3"


def _fee(dollars: int, since: str, until: str, others: str, mark: str = "V") -> None:
    def fee(person: Person) -> Number:
        return number(dollars)

    fee.__doc__ = f"The fee for a general application: {dollars} Australian dollars."
    citizenship.provision(
        PIN,
        since=since,
        until=until,
        mark=mark,
        kind="consequence",
        sources="S26",
        citation=CITATION,
        plain="What it costs to apply.",
        note=others,
    )(fee)


def _other_fee(dollars: int, since: str, until: str, others: str) -> None:
    def other_fee(person: Person) -> Number:
        return number(dollars)

    other_fee.__doc__ = f"The fee in other situations: {dollars} Australian dollars."
    citizenship.provision(
        "46 fee in other situations",
        since=since,
        until=until,
        kind="consequence",
        sources="S26",
        citation=CITATION,
        plain="What it costs at 60, under 18 alone, or with an incapacity.",
        note=others,
    )(other_fee)


_NIL = "A child under 16 on a parent's form pays nothing."
_fee(490, "2021-07-01", "2023-07-01", f"Descent: 315. {_NIL}")
_fee(540, "2023-07-01", "2024-07-01", f"Concession: 75. Descent: 345. {_NIL}")
_fee(560, "2024-07-01", "2025-07-01", f"Concession: 80. Descent: 360. {_NIL}")
_fee(575, "2025-07-01", "2026-07-01", f"Concession: 80. Descent: 370. {_NIL}")

_FREE = "Nothing for 90 days' permanent service, s 21(8) or former child migrants."
_other_fee(330, "2023-07-01", "2024-07-01", f"Concession: 40. {_FREE}")
_other_fee(345, "2024-07-01", "2025-07-01", f"Concession: 40. {_FREE}")
_other_fee(350, "2025-07-01", "2026-07-01", f"Concession: 40. {_FREE}")
