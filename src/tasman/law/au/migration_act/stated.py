"""What a decision-maker has been recorded as finding, and where the person is."""

from __future__ import annotations

from tasman.facts.kinds import FACT, JUDGMENT
from tasman.facts.vocabulary import Person, Stay
from tasman.rules.handles import Date, Truth, as_at, unknown


def stated(person: Person, *matters: str) -> Truth:
    """Return whether a matter left to judgment has been found, as the case states it.

    Yes or no only if a finding that still stands says so. A case that lists findings
    and is silent on this one leaves it to the decision-maker, as the law does.
    """
    current = person.findings.where(
        lambda finding: finding.finding.is_(*matters) & (finding.ended_on > as_at)
    )
    open_to_them = unknown(
        JUDGMENT, "left to the decision-maker: " + ", ".join(matters)
    )
    found = current.any(lambda finding: finding.holds)
    found_not = current.any(lambda finding: ~finding.holds)
    return found | (open_to_them & ~found_not)


def recorded(person: Person, matter: str) -> Truth:
    """Return whether a matter of record stands: where findings are listed, only those.

    An assessment or a determination has been made or it has not: a complete list that
    lacks it says no.
    """
    return person.findings.any(
        lambda finding: (
            finding.finding.is_(matter) & finding.holds & (finding.ended_on > as_at)
        )
    )


def came_here_after(person: Person, day: Date) -> Truth:
    """Return whether the person came to Australia from abroad after the day.

    A stay that begins on the day another ends is a change of footing, not an arrival.
    An arrival on the day itself may have come first or second.
    """
    order = unknown(FACT, "whether the arrival or the decision came first that day")

    def arrived(stay: Stay) -> Truth:
        went_on = person.stays.any(
            lambda before: (
                (before.arrived_on < stay.arrived_on)
                & (before.departed_on >= stay.arrived_on)
            )
        )
        after = (stay.arrived_on > day) | ((stay.arrived_on == day) & order)
        return (stay.arrived_on <= as_at) & after & ~went_on

    return person.stays.any(arrived)


def in_australia(person: Person) -> Truth:
    """Return whether the person is in Australia: free, or confined there."""
    return person.in_australia | person.custody.any(
        lambda custody: (
            custody.country.is_("australia")
            & ~custody.place.is_("community")
            & (custody.ended_on > as_at)
        )
    )
