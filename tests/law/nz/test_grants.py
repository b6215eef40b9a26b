"""Coming to New Zealand after a removal, and grants of its citizenship."""

from __future__ import annotations

import pytest

from tests.law.au.asking_of_all import found

ACT, IA = "citizenship-act-1977", "immigration-act-2009"
AUSTRALIAN = "citizen australia 1980-05-05..; no parents; no sentences; no offences; "
AUSTRALIAN += "no custody; "
PERSON = "person born_in=australia born_on=1980-05-05 stateless=no "
DAYS = "new_zealand_days_in_five_years=%s new_zealand_fewest_days_in_a_year=%s"
BORN = "no citizenships; no stays; no visas; no parents; "
GRANTS = (
    ("8", f"{AUSTRALIAN}{PERSON}{DAYS % (1350, 240)}", "Y"),
    ("8", f"{AUSTRALIAN}{PERSON}{DAYS % (1349, 240)}", "N"),
    ("8", f"{AUSTRALIAN}{PERSON}{DAYS % (1350, 239)}", "N"),
    ("8", f"{AUSTRALIAN}{PERSON}", "U fact"),
    ("8", f"{AUSTRALIAN}{PERSON}{DAYS % (1350, 240)}; "
     "citizen new_zealand 2000-01-01..", "N"),
    ("9A for good", f"{AUSTRALIAN}gaol 5y 2001-01-01", "Y"),
    ("9A for good", f"{AUSTRALIAN}gaol 59m 2001-01-01", "N"),
    ("9A for good", f"{AUSTRALIAN}gaol ? 2001-01-01", "U fact"),
    ("9A for good", f"{AUSTRALIAN}life ? 2001-01-01", "Y"),
    ("9A for good", f"{AUSTRALIAN}gaol 5y 2001-01-01 quashed_on=2002-01-01", "N"),
    ("9A seven years", f"{AUSTRALIAN}gaol 1m 2017-07-02", "Y"),
    ("9A seven years", f"{AUSTRALIAN}gaol 1m 2017-07-01", "N"),
    ("9A seven years", f"{AUSTRALIAN}fine ? 2020-07-01", "N"),
    ("9A seven years",
     "gaol 1y 2017-06-01; held gaol sentence 2017-06-01..2018-06-01", "U unsettled"),
    ("9A seven years",
     "gaol 1y 2016-06-01; held gaol sentence 2016-06-01..2017-06-01", "N"),
    ("9A three years", "court convicted 2021-07-02", "Y"),
    ("9A three years", "court convicted 2021-07-01", "N"),
    ("9A three years", "court proved_without_conviction 2024-01-01", "N"),
    ("9A three years", "unknown offences", "U fact"),
    ("9A", f"{AUSTRALIAN}gaol 5y 2001-01-01; {PERSON}", "Y"),
    ("9A", f"{AUSTRALIAN}{PERSON}", "N"),
    ("9A", "gaol 5y 2001-01-01", "N"),
    ("9", f"{AUSTRALIAN}{PERSON}", "U judgment"),
    ("9", PERSON, "N"),
)  # fmt: skip
REMOVED = f"{AUSTRALIAN}person removed_or_deported"
ENTRY = (
    ("15(1)(f)", f"{REMOVED} new_zealand_resident_visa_kept=no", "Y"),
    ("15(1)(f)", f"{REMOVED} new_zealand_resident_visa_kept", "N"),
    ("15(1)(f)", REMOVED, "U fact"),
    ("15(1)(f)", f"{REMOVED}=no", "N"),
    ("15(1)(f)", "person removed_or_deported", "N"),
    ("17(1)", f"{REMOVED} new_zealand_resident_visa_kept=no", "U judgment"),
    ("17(1)", f"{REMOVED}=no", "N"),
)


@pytest.mark.parametrize(("pinpoint", "line", "wanted"), GRANTS)
def test_grants(pinpoint: str, line: str, wanted: str) -> None:
    """Sections 8 to 9A, both sides of each line, as at 2024-07-01."""
    assert found(f"{ACT}/{pinpoint}", line, "2024-07-01") == wanted


@pytest.mark.parametrize(("pinpoint", "line", "wanted"), ENTRY)
def test_coming_to_new_zealand(pinpoint: str, line: str, wanted: str) -> None:
    """Sections 15 and 17: only a citizen comes as of right."""
    assert found(f"{IA}/{pinpoint}", line, "2024-07-01") == wanted


@pytest.mark.parametrize(("born", "wanted"), [("2008-07-01", "Y"), ("2008-07-02", "N")])
def test_a_grant_at_sixteen(born: str, wanted: str) -> None:
    """Section 8: sixteen on the day."""
    line = f"{BORN}person born_in=australia stateless=no born_on={born} "
    assert found(f"{ACT}/8", f"{line}{DAYS % (1350, 240)}", "2024-07-01") == wanted
