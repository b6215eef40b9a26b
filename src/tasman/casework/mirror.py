"""New Zealand's section 161 on the same facts, with the countries exchanged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tasman.casework.status_facts import Movements, footing_mask, with_derived
from tasman.facts.case import NO, YES, Elements, Facts
from tasman.facts.days import NEVER, UNKNOWN_DATE, DateRange, parse_day, show_date
from tasman.facts.vocabulary.movement import COUNTRIES
from tasman.rules.calendar import add_months
from tasman.rules.evaluate import Evaluation
from tasman.rules.handles import years
from tasman.rules.law import Law
from tasman.rules.values import TRUTH_NAMES

IA = "immigration-act-2009"
LIMBS = {
    "a_temporary": f"{IA}/161(1)(a)(i) and (ii)",
    "a_two_years": f"{IA}/161(1)(a)(iii)",
    "b_five_years": f"{IA}/161(1)(b)",
    "c_ten_years": f"{IA}/161(1)(c)",
}
LAST_DAY_OF_1987 = parse_day("2010-11-28")
"""The last day on which the Act of 1987 stood."""
_BREAK_MONTHS = 60
"""An absence of five years starts residence anew: s 161(5)."""


@dataclass(frozen=True, slots=True)
class Mirror:
    """Section 161 on the same facts with the countries exchanged."""

    reading: str
    regime: str
    status: str
    truth: int
    limbs: tuple[tuple[str, int], ...]
    since: DateRange

    def to_dict(self) -> dict[str, Any]:
        """Return the mirrored answer as plain data."""
        return {
            "reading": self.reading,
            "regime": self.regime,
            "status_of_regime": self.status,
            "liable": TRUTH_NAMES[self.truth],
            "limbs": {name: TRUTH_NAMES[truth] for name, truth in self.limbs},
            "residence_from": show_date(self.since),
        }


REGIMES: dict[str, tuple[str, dict[str, int]]] = {
    "NZ_CURRENT": ("in force", {}),
    "NZ_ERM_20": ("proposed 2025-09-04; not in force", {"c_ten_years": 20}),
    "NZ_ERM_DOUBLED": (
        "talked of, unverified; not in force",
        {"a_two_years": 5, "b_five_years": 10, "c_ten_years": 20},
    ),
}
"""Section 161 as it stands, and as proposed: the years of each window."""


@lru_cache(maxsize=16)
def regime_law(law: Law, regime: str) -> Law:
    """Return the law with the windows of s 161 that a regime gives it."""
    for limb, window in REGIMES[regime][1].items():
        law = law.amend(LIMBS[limb], within=years(window), reason=regime)
    return law


def mirrored(facts: Facts, *, as_at: int, known_at: int, law: Law) -> Iterator[Mirror]:
    """Yield s 161, by regime, and s 157 on the same facts with countries exchanged.

    The special category visa is read as residence (New Zealand gives Australians
    residence on arrival), then as the temporary visa that Australia calls it.
    """
    swapped = exchanged(with_derived(facts, law, as_at=as_at, known_at=known_at))
    for regime, (status, _) in REGIMES.items():
        changed = regime_law(law, regime)
        yield _as_residence(swapped, changed, regime, status, as_at, known_at)
    yield _as_residence(
        swapped, law, "NZ_1987", "repealed 2010-11-29; a power", as_at, known_at
    )
    temporary = {**swapped, "new_zealand_temporary_visa": YES}
    put = Evaluation(law, temporary, as_at=as_at, law_at=as_at, known_at=known_at)
    truth = put.provision(f"{IA}/157")[0]
    yield Mirror(
        "scv_as_temporary",
        "NZ_CURRENT",
        "in force: s 157, a discretion without threshold or limit of time",
        truth,
        (),
        (NEVER, NEVER),
    )


def _as_residence(
    facts: Facts, law: Law, regime: str, status: str, as_at: int, known_at: int
) -> Mirror:
    """Put s 161 to each time of residence, with the offences of that time."""
    movements = Movements(facts)
    if not (movements.complete and movements.exact):
        return _without_start(facts, law, regime, status, as_at, known_at)
    starts = residence_starts(facts)
    best = NO
    limbs = {} if regime == "NZ_1987" else dict.fromkeys(LIMBS, NO)
    for i, start in enumerate(starts):
        until = starts[i + 1][0] if i + 1 < len(starts) else NEVER
        # An offence before the first residence belongs to the first time of it.
        spell = _committed_within(facts, start[0] if i else -NEVER, until)
        spell = _on_residence(spell)
        spell = {**spell, "new_zealand_residence_from_on": start}
        truth, found = _answers(law, spell, regime, as_at, known_at)
        best = max(best, truth)
        limbs = {name: max(limbs[name], each) for name, each in found.items()}
    last = starts[-1] if starts else (NEVER, NEVER)
    return Mirror("scv_as_residence", regime, status, best, tuple(limbs.items()), last)


def _without_start(
    facts: Facts, law: Law, regime: str, status: str, as_at: int, known_at: int
) -> Mirror:
    """Put s 161 to the facts with the day on which residence began left open."""
    best, limbs = _answers(law, facts, regime, as_at, known_at)
    found = tuple(limbs.items())
    return Mirror("scv_as_residence", regime, status, best, found, UNKNOWN_DATE)


def _answers(
    law: Law, facts: Facts, regime: str, as_at: int, known_at: int
) -> tuple[int, dict[str, int]]:
    """Return whether a regime reaches these facts, and by which limbs."""
    old = regime == "NZ_1987"
    law_at = LAST_DAY_OF_1987 if old else as_at
    put = Evaluation(law, facts, as_at=as_at, law_at=law_at, known_at=known_at)
    if old:
        return put.provision("immigration-act-1987/91(1)")[0], {}
    limbs = {name: put.provision(pin)[0] for name, pin in LIMBS.items()}
    return put.provision(f"{IA}/161")[0], limbs


def _on_residence(facts: Facts) -> Facts:
    """Say of each offence on a day of residence that it was on no other footing."""
    movements = Movements(facts)
    items = []
    for offence in _items(facts, "offences"):
        low, high = offence.get("committed_on", (-NEVER, NEVER))
        settled = low == high and movements.held_on(low, _RESIDENCE) == YES
        known = {"while_temporary_or_unlawful": NO} if settled else {}
        items.append({**known, **offence})
    if "offences" not in facts:
        return facts
    return {**facts, "offences": Elements(tuple(items), facts["offences"].rest)}


def _committed_within(facts: Facts, start: int, until: int) -> Facts:
    found = dict(facts)
    for name in ("offences", "sentences"):
        if name in facts:
            kept = tuple(
                element
                for element in _items(facts, name)
                if element.get("committed_on", (-NEVER, NEVER))[1] >= start
                and element.get("committed_on", (-NEVER, NEVER))[0] < until
            )
            found[name] = Elements(kept, facts[name].rest)
    return found


_RESIDENCE = footing_mask(
    "special_category_visa", "exempt_non_citizen", "permanent", "citizen"
)


def residence_starts(facts: Facts) -> list[DateRange]:
    """Return the days from which residence counts: first, and after 5 years away."""
    starts: list[DateRange] = []
    left = 0
    for stay in Movements(facts).stays:
        if stay.get("footing", _RESIDENCE) & ~_RESIDENCE:
            continue
        arrived: DateRange = stay.get("arrived_on", (-NEVER, NEVER))
        if not starts or add_months(left, _BREAK_MONTHS) <= arrived[0]:
            starts.append(arrived)
        left = stay.get("departed_on", (NEVER, NEVER))[1]
    return starts


_SWAP = {"australia": "new_zealand", "new_zealand": "australia"}


def exchanged(facts: Facts) -> Facts:
    """Return the facts with Australia and New Zealand exchanged."""
    found = dict(facts)
    if "born_in" in facts:
        found["born_in"] = _swapped(facts["born_in"])
    if "citizenships" in facts:
        held: Elements = facts["citizenships"]
        items = tuple(
            {**each, "country": _swapped(each["country"])}
            if "country" in each
            else each
            for each in held.items
        )
        found["citizenships"] = Elements(items, held.rest)
    return found


def _swapped(mask: int) -> int:
    result = 0
    for i, word in enumerate(COUNTRIES):
        if mask >> i & 1:
            result |= 1 << COUNTRIES.index(_SWAP.get(word, word))
    return result


def _items(facts: Facts, name: str) -> tuple[Facts, ...]:
    found: Elements = facts.get(name, Elements())
    return found.items
