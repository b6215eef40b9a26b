"""The dossier's sample fact patterns (au-directions.md section 12) as case files."""

import yaml

from tasman.casework.considerations import considerations
from tasman.facts.days import parse_day
from tasman.facts.loading import parse_case
from tasman.law import current_law

KNOWN = parse_day("2026-11-21")
ASSUME = {
    "person": {
        "in_australia": "yes",
        "warned_on": "never",
        "gave_false_information": "no",
        "offended_soon_after_arrival": "no",
        "years_contributing": 0,
        "has_social_links": "no",
        "fears_harm_on_return": "no",
        "language_barrier_abroad": "no",
        "support_abroad": "yes",
        "needed_for_major_project": "no",
        "rehabilitation_done": "no",
    },
    "stays": {"ordinarily_resident": "yes", "departed_on": "never"},
    "offences": {
        "jurisdiction": "nsw",
        "outcome": "convicted",
        "quashed_on": "never",
        "taken_never_convicted": "no",
        "drug_supply": "yes",
        "violence": "no",
        "sexual_without_consent": "no",
        "involves_child_sexually": "no",
        "uses_weapon": "no",
        "family_violence": "no",
        "victim_relation": "not_family",
        "against_woman": "no",
        "against_child": "no",
        "against_vulnerable": "no",
        "against_official": "no",
        "in_immigration_detention": "no",
        "is_detention_escape": "no",
        "international_crime": "no",
    },
    "sentences": {"quashed_on": "never", "taken_never_convicted": "no"},
    "children": {
        "in_australia": "yes",
        "australian_citizen": "yes",
        "own_child": "yes",
        "parental_role": "yes",
        "long_absence": "no",
        "contact_limited_by_order": "no",
        "harmed_by_person": "no",
        "at_risk_from_person": "no",
    },
    "relatives": {"in_australia": "yes", "australian_citizen": "yes"},
    "findings": {"holds": "yes", "ended_on": "never"},
}
EMPTY = ("offences", "children", "relatives", "findings", "victims", "violence_reports")


def case(as_at="2023-06-01", **given):
    """Return the facts of a made-up case: what is not given is known to be absent.

    A value of `...` leaves a field of the person unknown.
    """
    person = {**ASSUME["person"]}
    for name in [name for name, value in given.items() if value is ...]:
        person.pop(name, None)
        given.pop(name)
    lists = {name: given.pop(name, []) for name in EMPTY}
    file = {
        "tasman_case": 1,
        "as_at": as_at,
        "assume": {**ASSUME, "person": person},
        **lists,
        **given,
    }
    return parse_case(yaml.safe_dump(file, sort_keys=False), "sample").facts


def arrived(age, now, as_at="2023-06-01"):
    """Return birth and stay of someone who came at one age and is now another."""
    born = int(as_at[:4]) - now
    return {
        "born_on": f"{born}-02-01",
        "stays": [{"arrived_on": f"{born + age}-03-01"}],
    }


def offence(category, years=None, on="2021-05-01", **more):
    """Return an offence, found on the day it was committed."""
    return {"category": category, "committed_on": on, "found_on": on, **more}


def children(*ages, as_at="2023-06-01", **more):
    """Return children of these ages."""
    year = int(as_at[:4])
    return [{"born_on": f"{year - age}-03-01", **more} for age in ages]


def directions_law():
    """Return the law in force: the Directions refer to the Act on what counts."""
    return current_law()


def under(number, facts, power="501CA(4)", as_at="2023-06-01"):
    """Return what a Direction weighs in these facts, as if it governed."""
    day = parse_day(as_at)
    return considerations(
        facts,
        directions_law(),
        as_at=day,
        law_at=day,
        known_at=KNOWN,
        decision_maker="tribunal",
        power=power,
        number=number,
    )
