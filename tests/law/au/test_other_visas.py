"""Other visas: born here, resident return, the closed stream; character concern."""

from __future__ import annotations

import pytest

from tasman.facts.case import Elements
from tasman.facts.choices import mask_of
from tasman.facts.days import parse_day
from tasman.facts.vocabulary.family import Parent
from tasman.rules.evaluate import Evaluation
from tests.law.au.asking_of_all import (
    ACT,
    REGULATIONS,
    evaluation,
    found,
    found_of,
    spelled,
)

SCV = "visa special_category_444 1995-01-01.."
LATER = (
    # s 82(2): the day of the later grant, and the day before
    (f"{SCV}; visa partner 2016-03-01..", "Y"),
    (f"{SCV}; visa partner 2016-03-02..", "N"),
    (f"{SCV}; visa bridging 2016-03-01..", "N"),
    (f"{SCV}; visa removal_pending_070 2016-03-01..", "N"),
    (f"{SCV}; visa partner 1990-01-01..", "N"),
    (f"{SCV}; more visas", "U fact"),
    ("visa bridging 1995-01-01..; visa partner 2016-03-01..", "N"),
)


@pytest.mark.parametrize(("line", "wanted"), LATER)
def test_a_later_substantive_visa_ends_the_earlier(line: str, wanted: str) -> None:
    """Section 82(2), of the first visa listed, as at 2016-03-01."""
    assert found_of("82(2)", "person visas", line, "2016-03-01") == wanted


def test_the_special_category_visa_is_not_in_effect_beside_a_permanent_one() -> None:
    """A permanent visa granted later leaves nothing of the other to cancel."""
    line = f"{SCV}; visa partner 2010-01-01.."
    assert found_of("82", "person visas", line, "2016-03-01") == "N"
    assert found_of("82", "person visas", SCV, "2016-03-01") == "Y"


@pytest.mark.parametrize(
    ("status", "born_in", "wanted"),
    [
        ("special_category_visa", "australia", ("Y", "Y", "Y")),
        ("permanent_visa", "new_zealand", ("N", "N", "N")),
        ("other_visa", "australia", ("Y", "Y", "N")),
        ("unlawful", "australia", ("Y", "N", "N")),
        ("citizen", "australia", ("N", "N", "N")),
        (None, "australia", ("U fact", "U fact", "U fact")),
    ],
)
def test_a_child_born_here_in_2005(
    status: str | None, born_in: str, wanted: tuple[str, ...]
) -> None:
    """Sections 10 and 78: what the child holds follows from the parent's status."""
    line = f"no citizenships; no stays; no visas; person born_in={born_in} "
    case = evaluation(f"{line}born_on=2005-02-02", "2016-03-01")
    held = (
        {}
        if status is None
        else {
            "australian_status": mask_of(Parent, "australian_status", status),
            "protected_at_birth": 0,
            "granted_189_on": (90000, 90000),
        }
    )
    facts = {**case.root.facts, "parents": Elements((held,))}
    put = Evaluation(case.law, facts, **case.clocks)
    pins = ("10", "78", "78 special category visa")
    assert tuple(spelled(put.provision(f"{ACT}/{pin}")) for pin in pins) == wanted


PERMANENT = "no stays; visa permanent 2005-01-01..; stay permanent"
GONE = "person in_australia=no; visa permanent 2005-01-01..2014-05-01; "
CANCELLED = GONE + "no stays; decided 116 cancelled delegate 2014-05-01"
RETURN = (
    # two years in the five before 2016-03-01: 730 or 731 days, by the calendar
    ("155.212(2)", f"{PERMANENT} 2012-01-01..2013-12-31", "Y"),
    ("155.212(2)", f"{PERMANENT} 2012-01-01..2013-12-30", "U unsettled"),
    ("155.212(2)", f"{PERMANENT} 2012-01-01..2013-12-29", "N"),
    ("155.212(2)", f"{PERMANENT} 2008-01-01..2011-03-01", "N"),
    ("155.212(2)", f"{PERMANENT} 2008-01-01..2013-03-01", "Y"),
    ("155.212(2)", "stay special_category_visa 2005-01-01..", "N"),
    ("155.212(2)", "unknown stays", "U fact"),
    ("155.211(c)", CANCELLED, "Y"),
    ("155.211(c)", f"{CANCELLED} undone_on=2014-06-01", "N"),
    ("155.211(c)", f"{CANCELLED}; visa permanent 2015-01-01..", "N"),
    ("155.211(c)", CANCELLED.replace("delegate 2014-05-01", "delegate 2014-04-30"),
     "N"),
    ("155", f"{PERMANENT} 2012-01-01..2013-12-31", "Y"),
    ("155", f"{PERMANENT} 2012-01-01..2013-12-29", "U judgment"),
    ("155", CANCELLED, "N"),
    ("155", SCV, "N"),
    ("155", f"{PERMANENT} 2012-01-01..; citizen australia 2015-01-01..", "N"),
    # cl 444.511: a holder who is not a New Zealander
    ("444.511", f"{SCV}; citizen fiji 1980-05-05..", "U unsettled"),
    ("444.511", SCV, "N"),
    ("444.511", "no visas; citizen fiji 1980-05-05..", "N"),
)  # fmt: skip


@pytest.mark.parametrize(("pinpoint", "line", "wanted"), RETURN)
def test_resident_return(pinpoint: str, line: str, wanted: str) -> None:
    """Subclass 155 and cl 444.511, as at 2016-03-01."""
    assert found(f"{REGULATIONS}/{pinpoint}", line, "2016-03-01") == wanted


PROTECTED = "person scv_on_2001_02_26"
ELIGIBLE = (
    (PROTECTED, "2001-02-27", "U judgment"),
    (f"{PROTECTED}; citizen fiji 1980-05-05..", "2001-02-27", "N"),
    (f"{PROTECTED}=no days_here_to_2001_02_26=100 resided_on_2001_02_26=no "
     "residence_after_2001_began_on=never paid_on_2001_02_26=no "
     "away_on_2001_02_26=no protected_certificate=no protected_determination=no "
     "returned_in_time_2001=no returned_after_2001_02_26_on=never", "2005-01-01", "N"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "day", "wanted"), ELIGIBLE)
def test_an_eligible_new_zealand_citizen(line: str, day: str, wanted: str) -> None:
    """Regulation 1.03: presence decides against, and never alone decides for."""
    pinpoint = f"{REGULATIONS}/1.03 eligible New Zealand citizen"
    assert found(pinpoint, line, day) == wanted


SETTLED = "person residing_since_on=%s resided_on_2016_02_19 %s"
STREAM = (
    (SETTLED % ("2015-06-01", "stream_income_met"), "2020-06-01", "Y"),
    (SETTLED % ("2015-06-02", "stream_income_met"), "2020-06-01", "N"),
    (SETTLED % ("2015-06-01", "stream_income_met=no"), "2020-06-01", "U fact"),
    (SETTLED % ("2015-06-01", "stream_income_met=no stream_income_exempt=no"),
     "2020-06-01", "N"),
    (SETTLED % ("2015-06-01", "stream_income_met=no stream_income_exempt"),
     "2020-06-01", "Y"),
    (SETTLED.replace("_19 ", "_19=no ") % ("2015-06-01", "stream_income_met"),
     "2020-06-01", "N"),
    (SETTLED % ("2010-01-01", "stream_income_met"), "2022-12-09", "Y"),
    (SETTLED % ("2010-01-01", "stream_income_met") + "; citizen fiji 1980-05-05..",
     "2022-12-09", "N"),
)  # fmt: skip


@pytest.mark.parametrize(("line", "day", "wanted"), STREAM)
def test_the_stream_of_2017_to_2022(line: str, day: str, wanted: str) -> None:
    """Five years to the day, income or an exemption, a New Zealander."""
    assert found(f"{REGULATIONS}/189 New Zealand stream", line, day) == wanted


@pytest.mark.parametrize(
    ("day", "open_then"),
    [("2017-06-30", False), ("2017-07-01", True), ("2022-12-09", True),
     ("2022-12-10", False)],
)  # fmt: skip
def test_the_days_of_the_stream(day: str, open_then: bool) -> None:
    """Open from 2017-07-01; shut to new applications from 2022-12-10."""
    at = parse_day(day)
    law = evaluation("", day).law
    version = law.in_force(f"{REGULATIONS}/189 New Zealand stream", at, at)
    assert (version is not None) == open_then


TWO = "gaol 6m 2010-01-01; gaol 6m 2012-01-01"
CLEAN = "found passes_character_test 2010-01-01"
RISK = "found risk_of_crime 2010-01-01 significant=no"
CONCERN = (
    # the total of terms fell to twelve months on 2014-12-11
    (f"{TWO}; {CLEAN}", "2014-12-10", "N"),
    (f"{TWO}; {CLEAN}", "2014-12-11", "Y"),
    (f"gaol 12m 2010-01-01; {CLEAN}", "2014-12-10", "Y"),
    (f"gaol 364d 2010-01-01; {CLEAN}", "2014-12-11", "N"),
    # a risk had to be significant until 2017-02-23, when s 501 had not asked it
    # for more than two years
    (f"{RISK}; {CLEAN}", "2017-02-22", "N"),
    (f"{RISK}; {CLEAN}", "2017-02-23", "Y"),
    (f"{RISK.replace('=no', '=yes')}; {CLEAN}", "2017-02-22", "Y"),
    ("no sentences", "2017-02-22", "U judgment"),
    (CLEAN, "2017-02-22", "N"),
    # whether the ground of 2026 was added is not established
    (f"{CLEAN}; found hate_or_extremism 2026-01-22", "2026-01-22", "U unsettled"),
    (f"{CLEAN}; gaol 12m 2010-01-01", "2026-01-22", "Y"),
)


@pytest.mark.parametrize(("line", "day", "wanted"), CONCERN)
def test_character_concern_lagged_behind_the_character_test(
    line: str, day: str, wanted: str
) -> None:
    """Section 5C on the days on which it changed, and the days before."""
    assert found("5C", line, day) == wanted
