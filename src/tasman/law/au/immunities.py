"""Who is out of reach of these powers, and who is often thought to be but is not.

Two groups are out of reach: citizens, and Aboriginal Australians who are not citizens.
The rest are here because people rely on them: each says that there is no shield.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.au.constitution import aboriginal_non_alien
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s5 import non_citizen
from tasman.rules.handles import NO, YES, Duration, Truth, as_at, years


def _holds(person: Person, kind: str) -> Truth:
    return person.visas.any(lambda visa: visa.kind.is_(kind) & (visa.ceased_on > as_at))


@act.provision(
    "5(1) citizen",
    kind="immunity",
    sources="S1",
    citation="Migration Act 1958 (Cth) s 5(1) (non-citizen)",
    plain="An Australian citizen cannot lose a visa, be detained or be deported.",
)
def citizen(person: Person) -> Truth:
    """An Australian citizen is out of reach: every power needs a non-citizen."""
    return ~non_citizen(person)


def out_of_reach_of_detention(person: Person) -> Truth:
    """Return whether detention and removal cannot apply: a citizen, or no alien."""
    return citizen(person) | aboriginal_non_alien(person)


# ---- visas that are taken to have been granted ----
@act.provision(
    "34",
    kind="status",
    sources="S1 S25",
    plain="Absorbed people hold a visa like any other; it can be cancelled.",
    note="Taken granted on 1994-09-01 to someone in Australia on 1984-04-02 who had "
    "ceased to be an immigrant, had not left since, and was not within the old s 20. "
    "Whether those facts hold is for the case to say: it names the visa. No shield "
    "from s 501: [2006] HCA 50 (from memory).",
)
def absorbed_person(person: Person) -> Truth:
    """Holds an absorbed person visa, taken to have been granted on 1994-09-01."""
    return _holds(person, "absorbed_person")


@act.provision(
    "35",
    kind="status",
    sources="S1",
    plain="Ex-citizens who stayed hold a visa like any other; it can be cancelled.",
    note="For those who ceased to be citizens before 1994-09-01 and stayed. No shield.",
)
def ex_citizen(person: Person) -> Truth:
    """Holds an ex-citizen visa, taken to have been granted."""
    return _holds(person, "ex_citizen")


@act.provision(
    "501HA",
    since="2008-01-01",
    kind="status",
    sources="S1",
    mark="M",
    plain="Transitional permanent visas count as granted, so they can be cancelled.",
    note="Text read in 2015; that it began in 2008, and on which day, is from memory. "
    "It closed the argument put in [2008] FCAFC 132. No shield.",
)
def transitional_visa_taken_as_granted(person: Person) -> Truth:
    """A transitional (permanent) visa counts as granted, for ss 501-501H."""
    return _holds(person, "transitional_permanent")


# ---- no shield ----
@act.provision(
    "501 children",
    since="1999-06-01",
    kind="immunity",
    mark="I",
    sources="S1",
    citation="Migration Act 1958 (Cth) s 501: no age",
    plain="Being young is no shield: the section names no age.",
    note="What protects children is elsewhere: findings without conviction are "
    "invisible (Crimes Act 1914 s 85ZR), and s 4AA makes detention a last resort.",
)
def shielded_by_age(person: Person) -> Truth:
    """No age protects from s 501."""
    return NO


@act.provision(
    "4AA",
    since="2005-06-29",
    kind="consideration",
    sources="S1 S62",
    plain="A child is to be detained only as a last resort.",
)
def detention_is_a_last_resort(person: Person, *, age: Duration = years(18)) -> Truth:
    """A minor is to be detained only as a measure of last resort."""
    return as_at < person.born_on + age


@act.provision(
    "501 ten-year residents",
    since="1999-06-01",
    kind="immunity",
    sources="S1",
    citation="Migration Act 1958 (Cth) ss 116, 501: no ten years",
    plain="Long residence is no shield, from s 501 or from s 116.",
    note="Ten years shield only from deportation under s 201.",
)
def shielded_by_ten_years(person: Person) -> Truth:
    """No length of residence protects from s 501 or s 116."""
    return NO


@act.provision(
    "501 every visa",
    since="1999-06-01",
    sources="S1",
    citation="Migration Act 1958 (Cth) s 501(1)-(3A)",
    plain="Every kind of visa can be refused or cancelled on character grounds.",
)
def any_visa_is_within_reach(person: Person) -> Truth:
    """Section 501 reaches a visa of any class."""
    return YES
