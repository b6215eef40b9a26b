"""Citizenships, stays in Australia, visas and applications for them."""

from __future__ import annotations

from tasman.facts.fields import ChoiceField, DateField, Record, TextField, TruthField
from tasman.facts.kinds import JUDGMENT

COUNTRIES = (
    "australia",
    "new_zealand",
    "cook_islands",
    "niue",
    "tokelau",
    "samoa",
    "tonga",
    "fiji",
    "papua_new_guinea",
    "united_kingdom",
    "ireland",
    "canada",
    "united_states",
    "germany",
    "france",
    "european_union",
    "india",
    "china",
    "vietnam",
    "iran",
    "south_africa",
    "other",
)


class Citizenship(Record):
    """One citizenship, for as long as it lasted."""

    country = ChoiceField("Of which country.", *COUNTRIES)
    by = ChoiceField(
        "How it was acquired.", "birth", "descent", "grant", "adoption", "other"
    )
    began_on = DateField("First day.")
    ended_on = DateField("Day it was lost; `never` if it was not.")


class Stay(Record):
    """One unbroken stay in Australia on one footing.

    When the footing changes while the person is here, one stay ends and another begins
    on the same day.
    """

    footing = ChoiceField(
        "On what footing.",
        "special_category_visa",
        "exempt_non_citizen",
        "permanent",
        "temporary",
        "bridging",
        "unlawful",
        "citizen",
        "diplomatic",
        meanings={
            "exempt_non_citizen": "a New Zealander before 1994-09-01, needing no visa",
            "diplomatic": "a diplomatic or consular representative, or the spouse or "
            "dependent child of one",
            "permanent": "no time limit on the stay",
        },
    )
    arrived_on = DateField("Day of arrival, or first day on this footing.")
    departed_on = DateField(
        "Day of departure, or first day on another footing; `never` if still here."
    )
    immigration_cleared = TruthField("Went through immigration clearance.")
    ordinarily_resident = TruthField(
        "Australia was home throughout: ordinarily resident here.", lacks=JUDGMENT
    )


VISA_KINDS = (
    "special_category_444",
    "permanent",
    "resident_return_155",
    "skilled_independent_189",
    "transitional_permanent",
    "absorbed_person",
    "ex_citizen",
    "protection",
    "partner",
    "family_relationship_461",
    "student",
    "bridging",
    "bridging_e_050",
    "removal_pending_070",
    "criminal_justice",
    "temporary",
)
PERMANENT_VISAS = (
    "permanent",
    "resident_return_155",
    "skilled_independent_189",
    "transitional_permanent",
    "absorbed_person",
    "ex_citizen",
    "protection",
    "partner",
)
"""Kinds of visa without a limit of time on the stay."""


class Visa(Record):
    """One visa, from grant to the day it ceased."""

    label = TextField("What you call it, in your own words.")
    kind = ChoiceField(
        "Which visa.",
        *VISA_KINDS,
        meanings={
            "special_category_444": "the visa New Zealanders get on arrival",
            "protection": "permanent protection visa (866)",
            "partner": "permanent partner visa",
        },
    )
    granted_on = DateField("Day of grant.")
    ceased_on = DateField("Day it ceased or was cancelled; `never` if still held.")
    granted_by_minister = TruthField("Granted by the Minister personally.")
    held_through = ChoiceField(
        "On whose visa this one depends, if on anyone's.",
        "nobody",
        "family_unit",
        "parent_at_birth",
        "other",
        meanings={
            "family_unit": "granted to a member of the family unit of its holder",
            "parent_at_birth": "taken to be held from birth in Australia: s 78",
            "other": "held only because that other person held theirs",
        },
    )
    other_cancelled_on = DateField(
        "Day on which that other person's visa was cancelled under s 109, 116, 128, "
        "133A, 133C or 137J; `never` if it was not, or not for good."
    )


class VisaApplication(Record):
    """One application for a visa."""

    kind = ChoiceField("Which visa.", *VISA_KINDS)
    made_on = DateField("Day it was made.")
    finished_on = DateField("Day it was decided or withdrawn; `never` if pending.")
