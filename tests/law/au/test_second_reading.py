"""What a second reading of the character dossier beside the code corrected."""

from __future__ import annotations

import pytest

from tests.law.au.asking_of_all import found

NATURALISED = "citizen australia 2020-01-01..; citizen new_zealand 1980-05-05.."
RECORD = "gaol 3y 2018-01-01"
INTEREST = "found national_interest 2019-06-01"
ENDED = "visa special_category_444 1995-01-01..2019-03-01"
LEFT_ALONE = f"{RECORD}; decided 501(2) not_cancelled tribunal 2019-03-01; {INTEREST}"
BY_DELEGATE = f"{RECORD}; {INTEREST}; decided 501(2) cancelled delegate 2019-03-01"
GIVEN_BACK = (
    f"{RECORD}; {INTEREST}; decided 501(3A) cancelled delegate 2019-01-01 "
    "undone_on=2019-12-01 undone_by=delegate"
)
UNANSWERED = (
    "decided 501(3A) cancelled delegate 2019-03-01; "
    "decided 501CA(4) not_revoked delegate 2019-05-01"
)
NO_CITIZEN = (
    ("501A(2)", LEFT_ALONE),
    ("501A(3)", LEFT_ALONE),
    ("501B(2)", f"{BY_DELEGATE}; {ENDED}"),
    ("501E(1)", f"{BY_DELEGATE}; {ENDED}"),
    ("migration-regulations-1994/5001", f"{BY_DELEGATE}; {ENDED}"),
    ("501BA(2)", GIVEN_BACK),
    ("198(2B)", f"{UNANSWERED}; {ENDED}"),
)


@pytest.mark.parametrize(("pinpoint", "line"), NO_CITIZEN)
def test_no_power_over_someone_naturalised(pinpoint: str, line: str) -> None:
    """Yes of a non-citizen, no of the same person once a citizen."""
    assert found(pinpoint, line, "2020-02-01") == "Y"
    assert found(pinpoint, f"{line}; {NATURALISED}", "2020-02-01") == "N"


def test_kept_out_is_not_said_of_a_citizen() -> None:
    """The exclusion period of s 503 is open for a non-citizen only."""
    line = f"{BY_DELEGATE}; {ENDED}"
    assert found("503(1)", line, "2020-02-01") == "U not_covered"
    assert found("503(1)", f"{line}; {NATURALISED}", "2020-02-01") == "N"


ABORIGINAL = (
    "person aboriginal_descent=yes identifies_as_aboriginal=yes "
    "recognised_as_aboriginal=yes asked_for_removal_on=2020-01-15"
)


@pytest.mark.parametrize(
    ("person", "known_at", "wanted"),
    [
        ("person asked_for_removal_on=2020-01-15", "2026-11-21", "Y"),
        (ABORIGINAL, "2020-02-10", "Y"),
        (ABORIGINAL, "2020-02-11", "N"),
    ],
)
def test_no_duty_to_remove_a_non_alien(person: str, known_at: str, wanted: str) -> None:
    """As known from [2020] HCA 3 no duty of s 198 reaches an Aboriginal Australian."""
    line = f"{UNANSWERED}; {ENDED}; {person}"
    for pinpoint in ("198(1)", "198(2B)"):
        assert found(pinpoint, line, "2020-02-01", known_at) == wanted


AGAIN = f"decided 501BA(2) cancelled minister 2016-06-01; {ENDED[:-10]}2016-06-01"


@pytest.mark.parametrize(
    ("as_at", "wanted"), [("2017-02-22", "N"), ("2017-02-23", "Y")]
)
def test_s198_2a_reaches_s501ba_from_2017(as_at: str, wanted: str) -> None:
    """Section 501BA was put into s 198(2A) on 2017-02-23."""
    assert found("198(2A)", AGAIN, as_at) == wanted


@pytest.mark.parametrize("day", ["2005-01-01", "2014-12-10", "2014-12-11"])
def test_s202_does_not_wait_for_the_character_test_of_2014(day: str) -> None:
    """An adverse security assessment leaves s 202 open in every year."""
    line = "found security_risk 2004-01-01"
    assert found("202", line, day) == "U not_covered"
    assert found("202", "", day) == "N"


INTERPOL = "found interpol_risk 2016-01-01; person interpol_notice_on=2015-12-01"


@pytest.mark.parametrize(
    ("ended", "wanted"),
    [("never", "Y"), ("2016-03-02", "Y"), ("2016-03-01", "N")],
)
def test_an_interpol_notice_must_be_in_force(ended: str, wanted: str) -> None:
    """A finding of risk outlives the notice; the limb does not."""
    line = f"{INTERPOL} interpol_notice_ended_on={ended}"
    assert found("501(6)(h)", line, "2016-03-01") == wanted
