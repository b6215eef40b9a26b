"""Sections 154 to 163: liability to deportation on grounds other than a sentence."""

from __future__ import annotations

from tasman.facts.kinds import JUDGMENT
from tasman.facts.vocabulary import Person
from tasman.law.nz.immigration_act.act import immigration
from tasman.law.nz.immigration_act.s161 import START, out_of_reach
from tasman.rules.handles import Duration, Truth, unknown, years


def _ground(pinpoint: str, word: str, statement: str, plain: str, appeal: str) -> None:
    def found(person: Person) -> Truth:
        return person.new_zealand_ground.is_(word) & ~out_of_reach(person)

    found.__name__ = f"liable_{word}"
    found.__doc__ = statement
    immigration.provision(
        pinpoint,
        since=START,
        kind="consequence",
        sources="NZ2",
        plain=plain,
        note=f"Appeal: {appeal}.",
    )(found)


_BOTH = "on the facts and on humanitarian grounds, within 28 days"
_ground(
    "154",
    "unlawful",
    "In New Zealand without a visa: liable.",
    "There unlawfully: liable to deportation.",
    "on humanitarian grounds, within 42 days",
)
_ground(
    "155",
    "granted_in_error",
    "A visa granted in error, as determined: liable.",
    "A visa given by mistake: liable to deportation.",
    "for residence on the facts and on humanitarian grounds, for a temporary visa on "
    "humanitarian grounds, within 28 days of notice; 14 days to give good reason first",
)
_ground(
    "156",
    "false_identity",
    "A visa held under a false identity: liable.",
    "A false identity: liable to deportation.",
    "on humanitarian grounds within 42 days; on the facts within 28, for residence and "
    "where the Minister determined it",
)
_ground(
    "157 determined",
    "sufficient_reason",
    "On a temporary visa, sufficient reason determined: liable.",
    "A reason was found against a temporary visa holder: liable to deportation.",
    "on humanitarian grounds, within 28 days; 14 days to give good reason first",
)
_ground(
    "158",
    "fraud",
    "Residence or citizenship got by fraud: liable.",
    "Residence or citizenship got by fraud: liable to deportation.",
    "on humanitarian grounds after a conviction, otherwise on the facts too; 28 days",
)
_ground(
    "159",
    "conditions_breached",
    "Conditions of a resident visa breached, as determined: liable.",
    "A resident visa's conditions were broken: liable to deportation.",
    _BOTH,
)
_ground(
    "162",
    "protection_cancelled",
    "Recognition as a refugee or protected person cancelled under s 146: liable.",
    "Protection was cancelled: liable to deportation.",
    "on humanitarian grounds, in some cases on the facts too, within 28 days",
)
_ground(
    "163",
    "security",
    "Certified by the Minister as a risk, and so ordered in Council: liable.",
    "A certified risk to security: liable to deportation.",
    "none on humanitarian grounds (s 206(2)(c))",
)


@immigration.provision(
    "160",
    since=START,
    kind="consequence",
    sources="NZ2",
    plain="New information on character, in the first five years of residence.",
    note=f"It must bear on character at the grant. Appeal: {_BOTH}.",
)
def liable_on_new_information(person: Person, *, within: Duration = years(5)) -> Truth:
    """New character information, found within five years of first residence: liable."""
    found = person.new_zealand_ground.is_("new_character_information")
    last = person.new_zealand_residence_from_on + within
    in_time = person.new_zealand_liability_on <= last
    return found & in_time & ~out_of_reach(person)


@immigration.provision(
    "154 to 163",
    since=START,
    kind="consequence",
    sources="NZ2",
    plain="Liable to deportation on a ground other than crime.",
)
def liable_otherwise(person: Person) -> Truth:
    """Liable under ss 154 to 160, 162 or 163."""
    ground = person.new_zealand_ground.is_(
        "unlawful",
        "granted_in_error",
        "false_identity",
        "sufficient_reason",
        "fraud",
        "conditions_breached",
        "protection_cancelled",
        "security",
    )
    return (ground & ~out_of_reach(person)) | liable_on_new_information(person)


@immigration.provision(
    "157",
    since=START,
    kind="power",
    holder="minister",
    natural_justice="14 days to give good reason; appeal within 28 days",
    sources="NZ2",
    plain="On a temporary visa any offending may be reason enough.",
)
def temporary_visa_power(person: Person) -> Truth:
    """On a temporary entry class visa, and the Minister finds sufficient reason."""
    return (
        person.new_zealand_temporary_visa
        & ~out_of_reach(person)
        & unknown(JUDGMENT, "whether there is sufficient reason (s 157)")
    )


@immigration.provision(
    "164",
    since=START,
    kind="immunity",
    sources="NZ2",
    plain="A refugee or protected person is deported only as the Convention allows.",
    note="A protected person is never sent where torture or cruel treatment awaits.",
)
def protected_from_deportation(person: Person) -> Truth:
    """Protected, unless arts 32.1 or 33 of the Refugee Convention allow deportation."""
    allowed = unknown(JUDGMENT, "whether arts 32.1 or 33 allow deportation")
    return person.protected_in_new_zealand & ~allowed
