"""Coming back after a removal or a cancellation: which bars, and to what day."""

from __future__ import annotations

import pytest

from tasman.facts.days import parse_day
from tests.law.au.asking_of_all import REGULATIONS, evaluation, found

HELD = "visa special_category_444 1995-01-01..2016-02-01; "
DECIDED = HELD + "decided 501(2) cancelled delegate 2016-02-01"
LEFT = "stay special_category_visa 1995-01-01..2016-02-10"
CHANGED = (
    "stay special_category_visa 1995-01-01..2016-02-01; stay unlawful 2016-02-01.."
)
RISK = "found presence_is_a_risk 2016-02-01"
FOR_RISK = f"{HELD}decided 116 cancelled delegate 2016-02-01; {RISK}"
UNDONE = "delegate 2016-02-01 undone_on=2016-02-09"
REMOVED = "person removed_or_deported=yes removed_on=2016-02-29"
UNHELD = (
    "person in_australia=no; stay special_category_visa 1995-01-01..2016-02-01; "
    "stay unlawful 2016-02-01.."
)
GONE = f"visa special_category_444 1995-01-01..2016-02-01; {UNHELD}"

SAME_STAY = (
    (DECIDED, "Y"),
    (f"{DECIDED}; {LEFT}; stay special_category_visa 2016-02-20..", "N"),
    # came and was decided against on one day: which came first is not said
    (f"{DECIDED}; stay special_category_visa 2016-02-01..", "U fact"),
    # arrived on the day before the decision: the same stay
    (f"{DECIDED}; stay special_category_visa 2016-01-31..", "Y"),
    # a change of footing is no arrival, on whatever day
    (f"{DECIDED}; {CHANGED}", "Y"),
    (f"{DECIDED}; {LEFT}; stay bridging 2016-02-10..", "Y"),
    # left on 10 February and back on 11 February: one day makes two stays
    (f"{DECIDED}; {LEFT}; stay bridging 2016-02-11..", "N"),
    (f"{DECIDED}; unknown stays", "U fact"),
    # an arrival after the as-at day has not happened
    (f"{DECIDED}; stay special_category_visa 2016-03-02..", "Y"),
)


@pytest.mark.parametrize(("line", "wanted"), SAME_STAY)
def test_the_bar_lasts_for_one_stay(line: str, wanted: str) -> None:
    """Section 501E(1), before and after leaving and coming back."""
    assert found("501E(1)", line, "2016-03-01") == wanted


GENERAL = HELD + "decided 116 cancelled delegate 2016-02-01"
FEW_VISAS = (
    (GENERAL, "Y"),
    (GENERAL.replace(" 116 ", " 109 "), "Y"),
    (DECIDED, "N"),
    (f"{GENERAL} undone_on=2016-02-20", "N"),
    (f"{GENERAL}; visa bridging 2016-02-02..", "Y"),
    (f"{GENERAL}; visa partner 2016-02-02..", "N"),
    (f"{GENERAL}; person in_australia=no", "N"),
    (f"{GENERAL}; {LEFT}; stay special_category_visa 2016-02-20..", "N"),
    (f"{GENERAL}; {LEFT}; stay bridging 2016-02-10..", "Y"),
    (f"{HELD}decided other refused delegate 2016-02-01", "Y"),
    (f"{HELD}decided 501(1) refused delegate 2016-02-01", "N"),
    (f"{GENERAL}; unknown stays", "U fact"),
)


@pytest.mark.parametrize(("line", "wanted"), FEW_VISAS)
def test_few_visas_after_other_decisions(line: str, wanted: str) -> None:
    """Section 48, for one stay, while no substantive visa is held."""
    assert found("48", line, "2016-03-01") == wanted


ORDERED = "decided 200 deportation_ordered minister 2016-01-01"
UNDER_ORDER = (
    (ORDERED, "N"),
    (f"{ORDERED}; person in_australia=no", "Y"),
    (f"{ORDERED}; {LEFT}; stay special_category_visa 2016-02-20..", "Y"),
    (f"{ORDERED} undone_on=2016-01-20; person in_australia=no", "N"),
)


@pytest.mark.parametrize(("line", "wanted"), UNDER_ORDER)
def test_leaving_under_an_order_is_not_undone_by_coming_back(
    line: str, wanted: str
) -> None:
    """Special return criterion 5001(a)."""
    assert found(f"{REGULATIONS}/5001(a)", line, "2016-03-01") == wanted


UNTIL = (
    # criterion 5002: more than twelve months after a removal
    ("5002", REMOVED, "2016-02-28", "N"),
    ("5002", REMOVED, "2016-02-29", "Y"),
    ("5002", REMOVED, "2017-02-28", "Y"),
    ("5002", REMOVED, "2017-03-01", "N"),
    ("5002", "person removed_on=2016-02-29", "2016-03-01", "N"),
    ("5002", "person removed_or_deported=yes", "2016-03-01", "U fact"),
    ("5002", f"{REMOVED}; citizen australia 2010-01-01..", "2016-03-01", "N"),
    ("5002(b)", REMOVED, "2017-02-28", "U judgment"),
    ("5002(b)", REMOVED, "2017-03-01", "N"),
    # criterion 4013: three years after a cancellation on a ground that counts
    ("4013", FOR_RISK, "2016-02-01", "Y"),
    ("4013", FOR_RISK, "2019-02-01", "Y"),
    ("4013", FOR_RISK, "2019-02-02", "N"),
    ("4013", FOR_RISK.replace(" 116 ", " 109 ").replace(RISK, ""), "2019-02-01", "Y"),
    ("4013", FOR_RISK.replace(" 116 ", " 133C "), "2019-02-01", "Y"),
    ("4013", FOR_RISK.replace(RISK, ""), "2019-02-01", "U fact judgment"),
    ("4013", FOR_RISK.replace(RISK, ""), "2019-02-02", "N"),
    ("4013", FOR_RISK.replace("delegate 2016-02-01", UNDONE), "2016-03-01", "N"),
    ("4013", DECIDED, "2016-03-01", "N"),
    ("4013 and 4014 waiver", FOR_RISK, "2019-02-01", "U judgment"),
    ("4013 and 4014 waiver", FOR_RISK, "2019-02-02", "N"),
    # criterion 4014: three years after leaving unlawfully, 28 days' grace
    ("4014", f"{GONE}2016-02-29", "2016-03-01", "N"),
    ("4014", f"{GONE}2016-03-01", "2016-03-01", "Y"),
    ("4014", f"{GONE}2016-03-01", "2019-03-01", "Y"),
    ("4014", f"{GONE}2016-03-01", "2019-03-02", "N"),
    ("4014", f"{GONE}2016-03-01".replace("unlawful", "bridging"), "2019-03-01",
     "U fact"),
    ("4014", f"{GONE}2016-03-01; stay bridging 2016-03-01..2016-03-20", "2016-04-01",
     "U fact"),
    ("4014", f"unknown visas; {UNHELD}2016-03-01", "2016-04-01", "U fact"),
    ("4014", f"no visas; {UNHELD}2016-03-01", "2016-04-01", "Y"),
    ("4014", CHANGED, "2016-04-01", "N"),
)  # fmt: skip


@pytest.mark.parametrize(("criterion", "line", "day", "wanted"), UNTIL)
def test_the_last_day_of_each_bar_that_ends(
    criterion: str, line: str, day: str, wanted: str
) -> None:
    """The last day is barred and the next is not; what is not known stays open."""
    assert found(f"{REGULATIONS}/{criterion}", line, day) == wanted


@pytest.mark.parametrize(
    ("criterion", "line", "last"),
    [
        ("5002", REMOVED, "2017-02-28"),
        ("4013", FOR_RISK, "2019-02-01"),
        ("4014", f"{GONE}2016-03-01", "2019-03-01"),
    ],
)
def test_the_last_day_is_stated(criterion: str, line: str, last: str) -> None:
    """Each bar that ends says on what day."""
    case = evaluation(line, "2016-03-01")
    first, latest, _ = case.provision(f"{REGULATIONS}/{criterion} last day")
    assert (first, latest) == (parse_day(last), parse_day(last))
