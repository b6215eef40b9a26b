"""Who may be granted a special category visa: examples 8, 9, 10 and 13."""

import pytest

from tasman.facts.days import parse_day
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tests.casework.test_status import facts

CONCERN = "migration-act-1958/5(1) behaviour concern non-citizen"
BASE = (
    "born_on: 1985-01-01\nborn_in: new_zealand\nparents: []\nremoved_or_deported: no\n"
    "excluded_elsewhere: no\npresents_nz_passport: yes\nhealth_concern: no\n"
    "citizenships: [{country: new_zealand, began_on: 1985-01-01, ended_on: never}]\n"
    "offences: []\n"
)


def terms(*each):
    """Sentences to gaol of these terms, from these days, that stand."""
    rows = "".join(
        f"  - {{kind: gaol, term: {term}, starts_on: {day}, imposed_on: 2020-01-01, "
        "quashed_on: never, pardoned_on: never, replaced_on: never, aggregate: no, "
        "taken_never_convicted: no, jurisdiction: nsw, court: adult}\n"
        for term, day in each
    )
    return facts(f"{BASE}sentences:\n{rows}")


@pytest.mark.parametrize(
    ("number", "known", "expected"),
    [
        (8, terms(("12m", "2020-01-01")), 2),
        (9, terms(("7m", "2020-01-01"), ("6m", "2020-08-01")), 2),
        (10, terms(("7m", "2020-01-01"), ("6m", "2020-01-01")), 0),
    ],
)
def test_behaviour_concern_by_sentences(number, known, expected):
    """One term, terms one after another, and terms together (examples 8 to 10)."""
    day = parse_day("2024-06-01")
    put = Evaluation(current_law(), known, as_at=day, law_at=day, known_at=day)
    pin = next(p for p in current_law().pinpoints if p == CONCERN)
    assert put.provision(pin)[0] == expected


def test_a_day_short_of_a_year_is_never_a_year():
    """Example 8: 11 months 29 days, from a day that is known."""
    day = parse_day("2024-06-01")
    known = terms(("11m29d", "2020-01-01"))
    put = Evaluation(current_law(), known, as_at=day, law_at=day, known_at=day)
    assert put.provision(CONCERN) == (0, 0)


def test_a_revoked_mandatory_cancellation_opens_the_way_back():
    """Example 13: cancelled 2022, removed, revoked 2023: reg 5.15A(3)."""
    known = {
        **terms(("14m", "2021-06-01")),
        "removed_or_deported": 2,
        "removed_only_after_revoked_501_3a": 2,
        **facts(
            "decisions:\n  - {power: 501(3A), result: cancelled, made_on: 2022-03-01, "
            "notified_on: 2022-03-01, representations_on: 2022-03-20, "
            "undone_on: 2023-02-01, undone_by: delegate}\n"
        ),
    }
    day = parse_day("2024-01-10")
    put = Evaluation(current_law(), known, as_at=day, law_at=day, known_at=day)
    assert put.provision("migration-regulations-1994/5.15A(3)")[0] == 2
    assert put.provision("migration-act-1958/32(2)")[0] == 2
