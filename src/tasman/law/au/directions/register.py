"""The register of Directions under s 499: which is in force when, and whom it binds."""

from __future__ import annotations

from dataclasses import dataclass

from tasman.facts.days import NEVER, parse_day
from tasman.facts.vocabulary import Person
from tasman.law.au.directions.sources import SOURCES
from tasman.rules.handles import YES, Number, Truth, number
from tasman.rules.provisions import Act

REFUSE, CANCEL, REVOKE = "501(1)", "501(2)", "501CA(4)"
TWO_POWERS = (REFUSE, CANCEL)
THREE_POWERS = (REFUSE, CANCEL, REVOKE)
BOUND = ("delegate", "tribunal")
"""Those who must comply: s 499(2A). The Minister deciding personally need not."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One Direction's place in the register; `until` is the first day out of force."""

    number: int
    made_on: str
    since: str
    until: str
    minister: str
    powers: tuple[str, ...]
    mark: str
    note: str = ""

    @property
    def first_day(self) -> int:
        """The first day in force."""
        return parse_day(self.since)

    @property
    def day_after(self) -> int:
        """The first day no longer in force."""
        return parse_day(self.until) if self.until else NEVER


REGISTER = (
    Entry(
        17,
        "1999-06-16",
        "1999-06-16",
        "2001-08-23",
        "P. Ruddock",
        TWO_POWERS,
        "M",
        "The dates are from memory; that it preceded Direction 21 was read.",
    ),
    Entry(
        21,
        "2001-08-23",
        "2001-08-23",
        "2009-06-15",
        "P. Ruddock",
        TWO_POWERS,
        "M",
        "The day it was made was read; that it took effect that day is from memory.",
    ),
    Entry(
        41,
        "2009-06-03",
        "2009-06-15",
        "2012-09-01",
        "C. Evans",
        TWO_POWERS,
        "M",
        "The dates are from memory; that it followed Direction 21 in 2009 was read.",
    ),
    Entry(
        55,
        "2012-07-25",
        "2012-09-01",
        "2014-12-23",
        "C. Bowen",
        TWO_POWERS,
        "V",
        "The day it was made is from memory.",
    ),
    Entry(
        65,
        "2014-12-22",
        "2014-12-23",
        "2019-02-28",
        "S. Morrison",
        THREE_POWERS,
        "V",
        "The Minister's name is from memory.",
    ),
    Entry(
        79, "2018-12-20", "2019-02-28", "2021-04-15", "D. Coleman", THREE_POWERS, "V"
    ),
    Entry(
        90,
        "2021-03-08",
        "2021-04-15",
        "2023-03-03",
        "A. Hawke",
        THREE_POWERS,
        "V",
        "The day it was made is from memory.",
    ),
    Entry(99, "2023-01-23", "2023-03-03", "2024-06-21", "A. Giles", THREE_POWERS, "V"),
    Entry(
        110,
        "2024-06-07",
        "2024-06-21",
        "",
        "A. Giles",
        THREE_POWERS,
        "V",
        "Last seen applied as current after 2026-07-01; no successor is known. The "
        "Tribunal is the AAT, and from 2024-10-14 the ART.",
    ),
)
"""Every character Direction since 1999-06-01, in order of time."""

BY_NUMBER = {entry.number: entry for entry in REGISTER}
GAP_1999 = "No Direction on the character power is known before Direction 17."
GAP_2014 = (
    "Direction 55 did not reach revocation under s 501CA(4), which began on "
    "2014-12-11; Direction 65 did, from 2014-12-23."
)

act = Act(
    "Ministerial Directions on character decisions",
    jurisdiction="Cth",
    slug="directions",
    unit="",
    opens="1999-06-01",
    sources=SOURCES,
    verified_on="2026-11-21",
)
"""What the Directions have in common: which is in force, for what, on whom."""

ON_REVOCATION = "in force, revocation"
act.gap("in force", since="1999-06-01", until="1999-06-16", reason=GAP_1999)
act.gap(ON_REVOCATION, since="2014-12-11", until="2014-12-23", reason=GAP_2014)


def _enter(entry: Entry) -> None:
    """Make a register entry a version of the provisions that say what is in force."""

    def direction_in_force(person: Person) -> Number:
        """The Direction that governs a decision is the one in force when it is made."""
        return number(entry.number)

    for pinpoint in ("in force", ON_REVOCATION)[: 1 + (REVOKE in entry.powers)]:
        act.provision(
            pinpoint,
            since=entry.since,
            until=entry.until or None,
            kind="status",
            mark=entry.mark,
            sources=f"WHICH D{entry.number}",
            plain=f"Direction {entry.number} guides the decision.",
            citation=f"Migration Act 1958 (Cth) s 499; Direction No. {entry.number}",
            note=entry.note,
            data={"direction": entry.number, "powers": entry.powers},
        )(direction_in_force)


for _entry in REGISTER:
    _enter(_entry)


@act.provision(
    "499(2A)",
    kind="duty",
    holder="delegate or tribunal",
    sources="ACT WHICH",
    plain="A delegate or the Tribunal must follow the Direction; the Minister, "
    "deciding in person, need not.",
    citation="Migration Act 1958 (Cth) s 499(2A)",
)
def must_comply(person: Person) -> Truth:
    """Whoever has functions or powers under the Act must comply with the Direction."""
    return YES
