"""Facts that engage the considerations about ties, children and what removal means."""

from __future__ import annotations

from tasman.facts.kinds import UNSETTLED
from tasman.facts.vocabulary import Child, Person, Relative, Stay
from tasman.rules.handles import Duration, Truth, as_at, unknown, years

SHARE = (
    "how much of the formative years must have been spent in Australia is undefined; "
    "here childhood before twelve is taken as enough, and arrival as an adult as none"
)


def minor(child: Child, *, majority: Duration = years(18)) -> Truth:
    """Under 18 on the day of the decision."""
    return as_at < child.born_on + majority


def affected(child: Child) -> Truth:
    """A child in Australia who is under 18 on the day of the decision."""
    return child.in_australia & minor(child)


def affected_children(person: Person) -> Truth:
    """Any child in Australia who is under 18."""
    return person.children.any(affected)


def may_stay(someone: Child | Relative) -> Truth:
    """In Australia, as a citizen or with a right to stay indefinitely."""
    status = someone.australian_citizen | someone.permanent_resident
    return someone.in_australia & status


def own_children_here(person: Person) -> Truth:
    """Any minor child of the person's own who may stay in Australia."""
    return person.children.any(lambda c: c.own_child & may_stay(c))


def close(relative: Relative) -> Truth:
    """A partner still, a parent, a grown child, a brother or a sister."""
    partner = relative.relation.is_("partner") & (relative.ended_on > as_at)
    return relative.relation.is_("parent", "child", "sibling") | partner


def immediate_family(person: Person) -> Truth:
    """Any close family member, a child included, who may stay in Australia."""
    return own_children_here(person) | person.relatives.any(
        lambda r: close(r) & may_stay(r)
    )


def links(person: Person) -> Truth:
    """Any relative here, or friends, work or community."""
    return person.has_social_links | person.relatives.any(lambda r: r.in_australia)


def lived_here(person: Person) -> Truth:
    """Any stay in Australia."""
    return person.stays.any()


def began_living_here_by(person: Person, age: Duration) -> Truth:
    """Ordinarily resident in Australia before reaching an age."""
    birthday = person.born_on + age
    return person.stays.any(lambda s: s.ordinarily_resident & (s.arrived_on < birthday))


def still_living_here(person: Person) -> Truth:
    """Ordinarily resident in Australia now, or until the visa was lost."""

    # Losing the visa does not by itself end residence: whoever was resident when it
    # went, and has stayed on without one since, still lives here. Inferred.
    def stayed_on(stay: Stay, footing: Stay) -> Truth:
        without = footing.footing.is_("unlawful", "bridging")
        follows = footing.arrived_on == stay.departed_on
        return without & follows & (footing.departed_on > as_at)

    def lasts(stay: Stay) -> Truth:
        later = person.stays.any(lambda footing: stayed_on(stay, footing))
        return (stay.departed_on > as_at) | later

    return person.stays.any(lambda stay: stay.ordinarily_resident & lasts(stay))


def grew_up_here(person: Person, childhood: Duration, adulthood: Duration) -> Truth:
    """Resident in Australia during and since the formative years."""
    young = began_living_here_by(person, childhood)
    argued = began_living_here_by(person, adulthood) & unknown(UNSETTLED, SHARE)
    return still_living_here(person) & (young | argued)


def offended_soon(person: Person, crime: Truth) -> Truth:
    """Offending that is judged to have begun soon after arrival."""
    return crime & person.offended_soon_after_arrival


def contributed(person: Person) -> Truth:
    """Some time spent contributing positively to the Australian community."""
    return person.years_contributing > 0


def would_be_removed(person: Person) -> Truth:
    """In Australia, so that an adverse decision leads to removal."""
    return person.in_australia


def protection_finding(person: Person) -> Truth:
    """A finding stands that the person is owed protection."""
    return person.findings.any(
        lambda f: (
            f.finding.is_("protection_obligations") & f.holds & (f.ended_on > as_at)
        )
    )


def fears_harm(person: Person) -> Truth:
    """A protection finding stands, or the person claims that harm awaits abroad."""
    return protection_finding(person) | person.fears_harm_on_return


def parental(child: Child) -> Truth:
    """The person's own child, or one to whom the person acts as a parent."""
    return child.own_child | child.parental_role


def limited_contact(child: Child) -> Truth:
    """Non-parental, long apart, or kept apart by a court's order."""
    return ~parental(child) | child.long_absence | child.contact_limited_by_order


def works_against_child(child: Child) -> Truth:
    """The child was harmed by the person, or is at risk of it."""
    return child.harmed_by_person | child.at_risk_from_person
