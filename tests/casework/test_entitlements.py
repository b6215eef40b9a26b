"""What a status opens and closes: the dossier's examples 22 and 65 to 86."""

import pytest

from tasman.casework.entitlements import entitlements_on, entitlements_text
from tasman.facts.days import iso, parse_day
from tasman.law import current_law
from tasman.law.au.entitlements import rights, welfare
from tasman.law.au.entitlements.table import NAMES
from tests.casework.test_status import UNSETTLED_2001, E, P, S, facts, nz

HERE = UNSETTLED_2001 + "\nresides_in_australia: yes\n"
TEN = HERE + "ten_year_payment_used: no\nresiding_since_on: "
NP = nz(f"{S} 2014-05-01 never", TEN + "2014-05-01")
PLEDGED = facts(
    "born_on: 1980-01-01\nborn_in: new_zealand\nresides_in_australia: yes\n"
    "citizenships:\n"
    "  - {country: new_zealand, began_on: 1980-01-01, ended_on: never}\n"
    "  - {country: australia, by: grant, began_on: 2025-02-01, ended_on: never}\n"
    f"stays: [{{footing: {S}, arrived_on: 2013-02-01, departed_on: never}}]\n"
    + UNSETTLED_2001
)
STUDENT = HERE + "first_resided_on: 2008-02-01\n"


def student(back, more=""):
    """Came 2008-02-01 aged nine; away from 2014-12-20 until `back`."""
    stays = f"{S} 2008-02-01 2014-12-20; {S} {back} never"
    return nz(stays, STUDENT + more, "1998-06-06")


ON_189 = nz(
    f"{S} 2008-02-01 2014-12-20; {S} 2016-07-01 2022-02-10; {P} 2022-02-10 never",
    STUDENT + "visas: [{kind: skilled_independent_189, granted_on: 2022-02-10, "
    "ceased_on: never}]",
    "1998-06-06",
)
NEW_PERMANENT = nz(
    f"{S} 2015-01-01 2022-05-10; {P} 2022-05-10 never",
    HERE + "visas: [{kind: skilled_independent_189, granted_on: 2022-05-10, "
    "ceased_on: never}]",
)
LOW_INCOME = nz(f"{S} 2024-02-01 never", HERE + "residing_since_on: 2024-02-01")
SPLIT = nz(f"{S} 2003-01-01 2010-06-30; {S} 2016-02-01 never", TEN + "2016-02-01")
USED = nz(
    f"{S} 2014-05-01 never",
    HERE + "ten_year_payment_used: yes\nresiding_since_on: 2014-05-01",
)
DETERMINED = nz(
    f"{S} 2001-04-10 never",
    "residence_after_2001_began_on: 2001-04-10\nprotected_determination: yes\n"
    "resided_on_2001_02_26: no\nresides_in_australia: yes",
)
AGED = PLEDGED
"""Born 1980-01-01, a citizen since 2025-02-01: 65 on 2045-01-01."""
SETTLER = nz(f"{E} 1990-01-01 1994-09-01; {S} 1994-09-01 never", HERE)
"""Here since 1990; likely to stay for good, or not: the Secretary judged that."""

EXAMPLES = [
    (22, DETERMINED, "2014-01-01", "ndis", "no"),
    (22, DETERMINED, "2014-01-01", "income_support", "yes"),
    (65, NP, "2020-02-01", "aps_engagement", "discretion"),
    (65, NP, "2026-11-21", "aps_engagement", "discretion"),
    (66, PLEDGED, "2025-02-02", "aps_engagement", "yes"),
    (68, PLEDGED, "2025-01-31", "ndis", "no"),
    (68, PLEDGED, "2025-02-02", "ndis", "yes"),
    ("65 at access", AGED, "2044-12-31", "ndis", "yes"),
    ("65 at access", AGED, "2045-01-01", "ndis", "no"),
    ("before 2001", SETTLER, "1993-06-01", "income_support", "unknown"),
    ("before 2001", SETTLER, "2000-12-01", "income_support", "unknown"),
    ("matrix", PLEDGED, "2025-02-02", "ccs", "yes"),
    ("matrix", PLEDGED, "2025-02-02", "ppl", "yes"),
    ("matrix", PLEDGED, "2025-02-02", "csp", "yes"),
    ("matrix", PLEDGED, "2025-02-02", "disaster_statutory", "yes"),
    ("matrix", PLEDGED, "2025-02-02", "adf_entry", "yes"),
    ("matrix", PLEDGED, "2025-02-02", "carer_allowance", "yes"),
    ("matrix", PLEDGED, "2025-02-02", "special_benefit", "yes"),
    ("matrix", PLEDGED, "2025-02-02", "lihcc", "yes"),
    ("matrix", NEW_PERMANENT, "2026-05-04", "lihcc", "no"),
    ("matrix", NEW_PERMANENT, "2026-05-05", "lihcc", "yes"),
    ("matrix", NEW_PERMANENT, "2023-05-08", "carer_allowance", "no"),
    ("matrix", NEW_PERMANENT, "2023-05-09", "carer_allowance", "yes"),
    ("matrix", NEW_PERMANENT, "2024-06-30", "adf_entry", "discretion"),
    ("matrix", NEW_PERMANENT, "2026-05-04", "special_benefit", "no"),
    (69, NP, "2025-03-03", "jsp_ya_10yr", "yes"),
    (69, NP, "2024-04-30", "jsp_ya_10yr", "no"),
    (69, NP, "2024-05-01", "jsp_ya_10yr", "yes"),
    (69, NP, "2025-03-03", "income_support", "no"),
    (70, USED, "2036-06-01", "jsp_ya_10yr", "no"),
    (71, SPLIT, "2025-06-01", "jsp_ya_10yr", "no"),
    (73, student("2016-07-01"), "2018-02-15", "help", "yes"),
    (74, student("2016-09-20"), "2018-02-15", "help", "no"),
    (77, ON_189, "2022-07-01", "help", "no"),
    (77, ON_189, "2023-06-28", "help", "no"),
    (77, ON_189, "2023-07-15", "help", "yes"),
    (78, NP, "2025-06-01", "ftb", "yes"),
    (78, NP, "2025-06-01", "ccs", "yes"),
    (78, NP, "2025-06-01", "ppl", "yes"),
    (78, NP, "2025-06-01", "ftb_a_wait", "no"),
    (79, NEW_PERMANENT, "2026-05-04", "income_support", "no"),
    (79, NEW_PERMANENT, "2026-05-05", "income_support", "yes"),
    (80, LOW_INCOME, "2026-01-28", "lihcc", "no"),
    (80, LOW_INCOME, "2026-01-29", "lihcc", "yes"),
    (86, PLEDGED, "2025-03-01", "parenting_payment", "unknown"),
    (86, PLEDGED, "2027-01-30", "parenting_payment", "yes"),
    (86, PLEDGED, "2025-03-01", "income_support", "yes"),
]


@pytest.mark.parametrize(("number", "known", "day", "name", "answer"), EXAMPLES)
def test_the_dossiers_examples(number, known, day, name, answer):
    """Each entitlement on the day an example names, and on the days about it."""
    assert entitlements_on(known, as_at=parse_day(day))[name].answer == answer


@pytest.mark.parametrize(
    ("number", "known", "day", "name", "date"),
    [
        (69, NP, "2025-03-03", "jsp_ya_10yr", "2025-08-31"),
        (79, NEW_PERMANENT, "2023-01-01", "income_support", "2026-05-05"),
        (80, LOW_INCOME, "2025-01-01", "lihcc", "2026-01-29"),
        (86, PLEDGED, "2025-03-01", "parenting_payment", "2027-01-30"),
    ],
)
def test_the_dates_that_decide(number, known, day, name, date):
    """Last and first days that the examples give (69, 79, 80 and 86)."""
    found = entitlements_on(known, as_at=parse_day(day))[name]
    assert found.date is not None
    assert [iso(each) for each in found.date] == [date, date]


def test_a_class_of_2022_shows_what_the_law_later_made_of_it():
    """citizenship_pr of an unprotected holder in 2022-08, as known then and now."""
    at = parse_day("2022-08-01")
    then = entitlements_on(NP, as_at=at, known_at=at)["citizenship_pr"]
    now = entitlements_on(NP, as_at=at, known_at=parse_day("2026-11-21"))
    assert (then.answer, now["citizenship_pr"].answer) == ("no", "yes")


def test_every_row_of_the_source_is_a_provision_with_its_dates():
    """Each row is enacted: its name known, its data and days on the version."""
    law = current_law()
    for row in (*welfare.ROWS, *rights.ROWS):
        versions = law.versions(f"entitlements/{row.name} ({row.statuses})")
        assert row.name in NAMES
        first = parse_day(row.since) if row.since else None
        assert any(
            version.data["result"] == row.result
            and (first is None or version.since == first)
            and (not row.last or version.until == parse_day(row.last) + 1)
            for version in versions
        )


def test_an_unknown_status_leaves_what_hangs_on_it_unknown():
    """Arrived some time in 2001: protected or not, the NDIS is open or shut."""
    told = "resides_in_australia: yes\naboriginal_descent: no"
    known = nz(f"{S} 2001 never", told, "1990-01-01")
    found = entitlements_on(known, as_at=parse_day("2020-01-01"))
    assert found.status == "UNKNOWN"
    assert found["ndis"].answer == "unknown"
    assert found["ftb"].answer == "yes"
    assert found["cancel_or_remove"].answer == "yes"


def test_the_text_fits_a_terminal_and_marks_the_unverified():
    """80 columns at most; what was not verified says so."""
    text = entitlements_text(entitlements_on(NP, as_at=parse_day("2025-03-03")))
    assert max(map(len, text.splitlines())) <= 80
    assert "[unverified]" in text and "2025-08-31" in text


@pytest.mark.parametrize(
    ("descent", "asked_on", "expected"),
    [
        ("aboriginal_descent: yes\n", "2020-02-11", "no"),
        ("aboriginal_descent: yes\n", "2020-02-10", "yes"),
        ("aboriginal_descent: no\n", "2026-11-21", "yes"),
        ("", "2026-11-21", "unknown"),
    ],
)
def test_powers_over_aliens_do_not_hang_over_an_aboriginal_australian(
    descent, asked_on, expected
):
    """[2020] HCA 3, as known from 2020-02-11; not known without the facts."""
    told = "identifies_as_aboriginal: yes\nrecognised_as_aboriginal: yes\n" + descent
    known = nz(f"{S} 2005-01-01 never", told, "1990-01-01")
    day = parse_day("2020-02-12")
    found = entitlements_on(known, as_at=day, known_at=parse_day(asked_on))
    assert found["cancel_or_remove"].answer == expected
