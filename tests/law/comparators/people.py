"""People for comparing laws: cases as mappings, with what goes without saying."""

import json

from tasman.facts.loading import parse_case

ASSUME = {
    "person": {"aboriginal_descent": "no", "in_australia": "yes", "stateless": "no"},
    "stays": {
        "footing": "special_category_visa",
        "departed_on": "never",
        "ordinarily_resident": "yes",
    },
    "offences": {
        "jurisdiction": "nsw",
        "outcome": "convicted",
        "quashed_on": "never",
        "pardoned_on": "never",
        "taken_never_convicted": "no",
        "maximum_is_life": "no",
        "violence": "no",
        "sexual_without_consent": "no",
        "breaches_protection_order": "no",
        "uses_weapon": "no",
        "is_accessory": "no",
        "common_assault": "no",
        "caused_harm": "no",
        "family_violence": "no",
        "against_child": "no",
        "involves_child_sexually": "no",
        "in_immigration_detention": "no",
        "is_detention_escape": "no",
        "international_crime": "no",
        "drug_supply": "no",
    },
    "sentences": {
        "kind": "gaol",
        "jurisdiction": "nsw",
        "court": "adult",
        "aggregate": "no",
        "taken_never_convicted": "no",
        "quashed_on": "never",
        "pardoned_on": "never",
        "replaced_on": "never",
        "cumulative": "no",
        "violent_offence": "no",
        "sexual_offence": "no",
        "drug_offence": "no",
    },
    "custody": {
        "place": "gaol",
        "basis": "sentence",
        "full_time": "yes",
        "australian_offence": "yes",
        "country": "australia",
        "ended_on": "never",
        "conviction_quashed_on": "never",
    },
    "children": {
        "own_child": "yes",
        "parental_role": "yes",
        "lives_with_person": "yes",
        "australian_citizen": "yes",
        "in_australia": "yes",
    },
}
EMPTY = (
    "applications",
    "offences",
    "sentences",
    "custody",
    "children",
    "relatives",
    "findings",
    "decisions",
)


def person(born, arrived, **facts):
    """A case: born, here since arriving, and whatever else is given."""
    stays = [{"arrived_on": arrived}]
    visas = [
        {
            "kind": "special_category_444",
            "granted_on": max(arrived, "1994-09-01"),
            "ceased_on": "never",
        }
    ]
    text = {
        "tasman_case": 1,
        "assume": ASSUME,
        "born_on": born,
        "citizenships": [
            {"country": "new_zealand", "began_on": born, "ended_on": "never"}
        ],
        "stays": stays,
        "visas": visas,
        **{name: [] for name in EMPTY},
        **facts,
    }
    return parse_case(json.dumps(text), "person", format="json")


def convicted(category, maximum, on, term=None, *, kind="gaol", **more):
    """One offence and, where there is a term, its sentence."""
    sentence = {k: v for k, v in more.items() if k in SENTENCE_WORDS}
    offence = {k: v for k, v in more.items() if k not in SENTENCE_WORDS}
    day = sentence.pop("imposed_on", on)
    found = {
        "offences": [
            {
                "category": category,
                "maximum_penalty": maximum,
                "committed_on": on,
                "found_on": day,
                **offence,
            }
        ]
    }
    if term is not None:
        found["sentences"] = [
            {
                "kind": kind,
                "term": term,
                "imposed_on": day,
                "starts_on": day,
                "committed_on": on,
                **sentence,
            }
        ]
    return found


SENTENCE_WORDS = (
    "imposed_on", "convicted_on", "cumulative", "violent_offence", "court",
)  # fmt: skip


def together(*parts):
    """Several offences and sentences in one case."""
    found = {}
    for part in parts:
        for name, items in part.items():
            found.setdefault(name, []).extend(items)
    return found
