"""Each power: open, not open or unknown, and why; and the days on which it changed."""

from __future__ import annotations

import pytest

from tasman.facts.days import parse_day
from tasman.law import current_law
from tests.law.au.asking_of_all import ACT, REGULATIONS, found, found_of

IN_GAOL = "held gaol sentence 2015-09-01.."
YEAR = f"gaol 12m 2015-09-01; {IN_GAOL}"
OUT = "gaol 12m 2015-09-01; held gaol sentence 2015-09-01..2016-02-01"
SHORT = "gaol 5m 2015-09-01"
INTEREST = "found national_interest 2016-02-01 held_by=minister"
NO_INTEREST = "found national_interest 2016-02-01 held_by=minister holds=no"
CLEAN = "found passes_character_test 2016-02-01 held_by=minister"
LEFT_ALONE = "decided 501(2) not_cancelled tribunal 2016-01-10"
APPLIES = "no visas; applied partner 2016-01-10"
CITIZEN = "citizen australia 2010-01-01.. by=grant"
BY_DELEGATE = "visa special_category_444 1995-01-01..2016-01-10; "
BY_DELEGATE += "decided 501(2) cancelled delegate 2016-01-10"
UNHEARD = "visa special_category_444 1995-01-01..2016-01-10; "
UNHEARD += "decided 501(3) cancelled minister 2016-01-10 notified_on=2016-01-20"
MANDATORY = "visa special_category_444 1995-01-01..2016-01-10; "
MANDATORY += "decided 501(3A) cancelled delegate 2016-01-10 notified_on=2016-01-20"
AGAIN = MANDATORY.replace("501(3A)", "501BA(2)")
CAN_GO = "found no_real_prospect_of_removal 2016-02-01 holds=no"
GIVEN_BACK = "decided 501(3A) cancelled delegate 2015-10-01 undone_on=2016-01-10"
QUASHED = "gaol 12m 2015-09-01 quashed_on=2016-01-15"
STUDENT = "visa student 2010-01-01..; stay temporary 2010-01-01.. immigration_cleared"
PERMANENT = "visa permanent 2010-01-01..; "
PERMANENT += "stay permanent 2010-01-01.. immigration_cleared"
ABROAD = "visa permanent 2010-01-01..; person in_australia=no; "
ABROAD += "stay permanent 2010-01-01..2016-01-01 immigration_cleared"
RISK = "found presence_is_a_risk 2016-02-01"
MIGHT = "found presence_might_be_a_risk 2016-02-01"
PUBLIC = "found public_interest 2016-02-01 held_by=minister"
WRONG = "found incorrect_information 2016-02-01"
DETAINED = "held immigration_detention immigration 2016-02-10.."
REFUSED = "no visas; applied protection 2015-01-10 finished_on=2016-03-01"
FAMILY = "visa temporary 2015-01-01.. held_through=family_unit other_cancelled_on"
AT_BIRTH = "person born_in=australia; visa special_category_444 2015-01-01.. "
AT_BIRTH += "held_through=parent_at_birth other_cancelled_on=2016-03-01"
CANCELLED_ABROAD = "person in_australia=no; decided 128 cancelled delegate 2016-02-01"
ASKED = "person asked_for_removal_on=2016-02-01"

POWERS = (
    # s 501(1): needs an application.
    ("501(1)", f"{YEAR}; {APPLIES}", "Y"),
    ("501(1)", YEAR, "N"),
    ("501(1)", f"{YEAR}; {APPLIES} finished_on=2016-02-01", "N"),
    ("501(1)", f"{SHORT}; {APPLIES}", "U judgment"),
    ("501(1)", f"{SHORT}; {APPLIES}; {CLEAN}", "N"),
    ("501(1)", f"{YEAR}; {APPLIES}; {CITIZEN}", "N"),
    # s 501(2): needs a visa; a finding that the person passes closes it.
    ("501(2)", YEAR, "Y"),
    ("501(2)", OUT, "Y"),
    ("501(2)", SHORT, "U judgment"),
    ("501(2)", f"{SHORT}; found not_of_good_character 2016-02-01", "Y"),
    ("501(2)", f"{SHORT}; {CLEAN}", "N"),
    ("501(2)", f"{YEAR}; no visas", "N"),
    ("501(2)", f"{YEAR}; unknown visas", "U fact"),
    ("501(2)", f"{YEAR}; visa special_category_444 1995-01-01..2016-02-28", "N"),
    ("501(2)", f"{YEAR}; visa special_category_444 1995-01-01..2016-03-01", "Y"),
    ("501(2)", "gaol 12m 2015-09-01; person in_australia=no", "N"),
    ("501(2)", f"{YEAR}; {CITIZEN}", "N"),
    ("501(2)", f"{YEAR}; unknown citizenships", "U fact"),
    # [2021] HCA 1: the Tribunal left the visa alone, and nothing is new since.
    ("501(2)", f"{YEAR}; {LEFT_ALONE}", "N"),
    ("501(2)", f"{YEAR}; {LEFT_ALONE}; gaol 1m 2016-01-11", "Y"),
    ("501(2)", f"{YEAR}; {LEFT_ALONE}; gaol 1m 2016-01-10", "N"),
    ("501(2)", f"{YEAR}; {LEFT_ALONE.replace('tribunal', 'delegate')}", "Y"),
    ("501(3)", f"{YEAR}; {LEFT_ALONE}; {INTEREST}", "Y"),
    # s 501(3): the national interest is the Minister's to find.
    ("501(3)", YEAR, "U judgment"),
    ("501(3)", f"{YEAR}; {INTEREST}", "Y"),
    ("501(3)", f"{YEAR}; {NO_INTEREST}", "N"),
    ("501(3)", f"{YEAR}; {APPLIES}; {INTEREST}", "Y"),
    ("501(3)", f"{SHORT}; {INTEREST}", "U judgment"),
    # s 501(3A): a year or more, or an offence against a child, and gaol full time.
    ("501(3A)", YEAR, "Y"),
    ("501(3A)", OUT, "N"),
    ("501(3A)", f"gaol 6m 2015-09-01; gaol 6m 2016-02-01; {IN_GAOL}", "N"),
    ("501(3A)", f"{YEAR}; no visas", "N"),
    ("501(3A)", f"{YEAR}; {CITIZEN}", "N"),
    ("501(3A)", "gaol 12m 2015-09-01; unknown custody", "U fact unsettled"),
    # [2022] FCAFC 6: a revoked cancellation is not repeated on the same record.
    ("501(3A)", f"{YEAR}; {GIVEN_BACK} undone_by=delegate", "N"),
    ("501(3A)", f"{YEAR}; {GIVEN_BACK} undone_by=court", "Y"),
    ("501(3A)", f"{YEAR}; {GIVEN_BACK} undone_by=delegate; gaol 12m 2016-02-01", "Y"),
    ("501(3A)", f"{YEAR}; {GIVEN_BACK} undone_by=delegate; gaol 11m 2016-02-01", "N"),
    (
        "501(3A)",
        f"{YEAR}; {GIVEN_BACK} undone_by=delegate; gaol 12m 2015-12-01",
        "U unsettled",
    ),
    # s 501A: a favourable decision of a delegate or the Tribunal.
    ("501A(2)", f"{YEAR}; {LEFT_ALONE}", "U judgment"),
    ("501A(2)", f"{YEAR}; {LEFT_ALONE}; {INTEREST}", "Y"),
    ("501A(3)", f"{YEAR}; {LEFT_ALONE}; {INTEREST}", "Y"),
    ("501A(2)", f"{YEAR}; {INTEREST}", "N"),
    (
        "501A(3)",
        f"{YEAR}; {LEFT_ALONE.replace('tribunal', 'minister')}; {INTEREST}",
        "N",
    ),
    (
        "501A(3)",
        f"{YEAR}; {BY_DELEGATE} undone_on=2016-02-01 undone_by=tribunal; {INTEREST}",
        "Y",
    ),
    ("501A(2)", f"{SHORT}; {LEFT_ALONE}; {INTEREST}", "U judgment"),
    # s 501B: a delegate's adverse decision that stands.
    ("501B(2)", f"{YEAR}; {BY_DELEGATE}; {INTEREST}", "Y"),
    ("501B(2)", f"{YEAR}; {BY_DELEGATE}", "U judgment"),
    ("501B(2)", f"{YEAR}; {BY_DELEGATE.replace('delegate', 'minister')}", "N"),
    ("501B(2)", f"{YEAR}; {INTEREST}", "N"),
    # s 501BA: not where the Minister revoked.
    ("501BA(2)", f"{YEAR}; {GIVEN_BACK} undone_by=delegate; {INTEREST}", "Y"),
    ("501BA(2)", f"{YEAR}; {GIVEN_BACK} undone_by=tribunal", "U judgment"),
    ("501BA(2)", f"{YEAR}; {GIVEN_BACK} undone_by=minister; {INTEREST}", "N"),
    ("501BA(2)", f"{SHORT}; {GIVEN_BACK} undone_by=delegate; {INTEREST}", "N"),
    ("501BA(2)", f"{YEAR}; {INTEREST}", "N"),
    # s 501C: representations in seven days, and the person passes.
    ("501C(3)", UNHEARD.replace("2016-01-20", "never"), "Y"),
    ("501C(3)", UNHEARD, "N"),
    ("501C(4)", f"{UNHEARD} representations_on=2016-01-27; {YEAR}", "N"),
    ("501C(4)", f"{UNHEARD} representations_on=2016-01-27; {CLEAN}", "Y"),
    ("501C(4)", f"{UNHEARD} representations_on=2016-01-27", "U judgment"),
    ("501C(4)", f"{UNHEARD} representations_on=2016-01-28; {CLEAN}", "U unsettled"),
    ("501C(4)", f"{UNHEARD} representations_on=2016-02-10; {CLEAN}", "N"),
    ("501C(4)", f"{UNHEARD} representations_on=never; {CLEAN}", "N"),
    # s 501CA: 28 days; passes, or another reason.
    ("501CA(3)", f"{MANDATORY.replace('2016-01-20', 'never')}", "Y"),
    ("501CA(3)", MANDATORY, "N"),
    ("501CA(3) again", MANDATORY, "U unsettled"),
    ("501CA(4)", f"{MANDATORY} representations_on=2016-02-17; {YEAR}", "U judgment"),
    (
        "501CA(4)",
        f"{MANDATORY} representations_on=2016-02-17; {YEAR}; "
        "found another_reason 2016-02-20",
        "Y",
    ),
    (
        "501CA(4)",
        f"{MANDATORY} representations_on=2016-02-17; {YEAR}; "
        "found another_reason 2016-02-20 holds=no",
        "N",
    ),
    (
        "501CA(4)",
        f"{MANDATORY} representations_on=2016-02-17; {QUASHED}; {CLEAN}",
        "Y",
    ),
    (
        "501CA(4)",
        f"{MANDATORY} representations_on=never; found another_reason 2016-02-20",
        "N",
    ),
    (
        "501CA(4)",
        f"{MANDATORY} representations_on=2016-02-18; found another_reason 2016-02-20",
        "U unsettled",
    ),
    # s 501F: what goes with it.
    ("501F(2)", f"{BY_DELEGATE}; applied partner 2016-01-01", "Y"),
    ("501F(2)", f"{BY_DELEGATE}; applied protection 2016-01-01", "N"),
    ("501F(2)", f"{BY_DELEGATE}; applied partner 2016-01-11", "N"),
    ("501F(3)", f"{BY_DELEGATE}; visa bridging 2015-01-01..2016-01-10", "Y"),
    ("501F(3)", BY_DELEGATE, "N"),
    (
        "501F(3)",
        f"{BY_DELEGATE} undone_on=2016-02-01; visa bridging 2015-01-01..2016-01-10",
        "N",
    ),
    # ss 109 to 134B.
    ("109(1)", WRONG, "Y"),
    ("109(1)", "no findings", "U judgment"),
    ("109(2)", WRONG, "U unsettled"),
    ("109(2)", f"{WRONG} holds=no", "N"),
    (f"{REGULATIONS}/2.41", WRONG, "Y"),
    (f"{REGULATIONS}/2.41", f"{WRONG} holds=no", "N"),
    (f"{REGULATIONS}/2.41", "no findings", "U judgment"),
    ("116(1) by (e)", RISK, "Y"),
    ("116(1) by (e)", MIGHT, "Y"),
    ("116(1) by (e)", f"{RISK} holds=no; {MIGHT} holds=no", "N"),
    ("116(1) by (e)", f"{RISK}; {PERMANENT}", "N"),
    ("116(1) by (e)", f"{RISK}; {ABROAD}", "Y"),
    ("116(1) by (e)", f"{RISK}; {CITIZEN}", "N"),
    ("116(1) by (g)", "court convicted 2015-01-01 jurisdiction=nsw", "N"),
    ("116(1) by (g)", f"court convicted 2015-01-01 jurisdiction=nsw; {STUDENT}", "Y"),
    (
        "116(1) by (g)",
        f"court convicted 2015-01-01 jurisdiction=france; {STUDENT}",
        "U unsettled",
    ),
    ("116(1) by (g)", "found security_risk 2016-01-01", "Y"),
    ("116(1)(d)", f"{WRONG}; {STUDENT}", "N"),
    ("116(1)(d)", f"{WRONG}; {STUDENT}=no", "Y"),
    ("198(1)", f"{ASKED}; no visas", "Y"),
    ("198(1)", ASKED, "N"),  # a visa is held
    ("198(1)", f"{ASKED}; no visas; {CITIZEN}", "N"),
    ("198(1)", f"{ASKED} in_australia=no; no visas", "N"),
    ("128", f"{RISK}; {ABROAD}", "Y"),
    ("128", f"{RISK}; person in_australia=no", "N"),
    ("128", f"{RISK}; {PERMANENT}", "N"),
    ("131", CANCELLED_ABROAD, "U judgment"),
    ("131", f"{CANCELLED_ABROAD} undone_on=2016-02-20", "N"),
    ("131", CANCELLED_ABROAD.replace(" 128 ", " 116 "), "N"),
    # ways out of detention, in the Minister's hands alone
    ("195A", DETAINED, "U judgment"),
    ("195A", DETAINED.replace("2016-02-10..", "2016-02-10..2016-03-01"), "N"),
    ("195A", DETAINED.replace("2016-02-10..", "2016-02-10..2016-03-02"), "U judgment"),
    ("195A", f"{DETAINED}; {CITIZEN}", "N"),
    ("195A", "no custody", "N"),
    ("197AB", DETAINED, "U judgment"),
    ("197AB", DETAINED.replace("immigration_detention", "gaol"), "N"),
    ("48B", REFUSED, "U fact judgment"),
    ("48B", "no applications", "N"),
    # s 140: visas that fall with another's, on the day it falls and not before.
    ("140(1)", f"{FAMILY}=2016-03-01", "Y"),
    ("140(1)", f"{FAMILY}=2016-03-02", "N"),
    ("140(1)", f"{FAMILY}=never", "N"),
    ("140(1)", f"{FAMILY}=2016-03-01; {CITIZEN}", "N"),
    ("140(1)", "visa partner 2015-01-01.. held_through=nobody", "N"),
    ("140(1)", "visa partner 2015-01-01.. held_through=family_unit", "U fact"),
    ("140(2)", f"{FAMILY.replace('family_unit', 'other')}=2016-03-01", "Y"),
    ("140(2)", f"{FAMILY}=2016-03-01", "N"),
    ("140(1)", f"{AT_BIRTH.replace('parent_at_birth', 'family_unit')}", "N"),
    ("140(3)", AT_BIRTH, "Y"),
    ("140(3)", AT_BIRTH.replace("born_in=australia", "born_in=fiji"), "N"),
    ("140(3)", f"{FAMILY}=2016-03-01; person born_in=australia", "N"),
    ("140(3)", "unknown visas; person born_in=australia", "U fact"),
    ("140(3)", "unknown visas; person born_in=fiji", "N"),
    ("133A(1)", f"{WRONG}; {PUBLIC}", "Y"),
    ("133A(3)", WRONG, "U judgment"),
    ("133C(1)", f"{RISK}; {PUBLIC}", "Y"),
    ("133C(3)", f"{RISK}; {PUBLIC}; {PERMANENT}", "N"),
    (
        "134B",
        f"found security_cancellation_recommended 2016-01-01; {ABROAD}",
        "Y",
    ),
    ("134B", "found security_cancellation_recommended 2016-01-01", "N"),
)


@pytest.mark.parametrize(
    ("pinpoint", "line", "wanted"),
    POWERS,
    ids=[f"{i} {pinpoint}" for i, (pinpoint, *_) in enumerate(POWERS)],
)
def test_power(pinpoint: str, line: str, wanted: str) -> None:
    """Asked as at 2016-03-01, each power is open, not open, or unknown for a reason."""
    assert found(pinpoint, line, "2016-03-01") == wanted


NOBODY_KNOWS = "; ".join(
    f"unknown {name}"
    for name in (
        *("citizenships", "stays", "visas", "applications", "offences"),
        *("sentences", "custody", "findings", "decisions"),
    )
)
NOBODY_KNOWS += "; person in_australia=unknown"


@pytest.mark.parametrize(
    "pinpoint",
    [
        pinpoint
        for pinpoint in current_law().pinpoints
        for version in current_law().versions(pinpoint)[-1:]
        if version.kind in ("power", "duty")
        and version.arguments == ("Person",)
        and pinpoint.startswith((f"{ACT}/501", f"{ACT}/1"))
        and version.pinpoint.partition("/")[2][:2] != "19"
    ],
)
def test_no_power_is_certain_when_nothing_is_known(pinpoint: str) -> None:
    """With every list missing, no power is open and none is shut."""
    assert found(pinpoint, NOBODY_KNOWS, "2026-11-21")[0] == "U"


RETURNED = (
    "decided 501(3A) cancelled delegate 2015-02-01 notified_on=2015-02-02 "
    "representations_on=2015-02-20 undone_on=2015-06-01 undone_by=minister"
)
EARLY_AGAIN = "decided 501BA(2) cancelled minister 2015-06-01"

TIMES = (
    # the first day in and the day before it
    ("501(3A)", YEAR.replace("2015-09", "2013-09"), "2014-12-10", "N"),
    ("501(3A)", YEAR.replace("2015-09", "2013-09"), "2014-12-11", "Y"),
    ("501(3B)", YEAR, "2014-12-10", "N"),
    ("501(3B)", YEAR, "2014-12-11", "Y"),
    ("116(1)(e)", MIGHT.replace("2016", "2014"), "2014-12-10", "U judgment"),
    ("116(1)(e)", MIGHT.replace("2016", "2014"), "2014-12-11", "Y"),
    ("116(1)(e)", RISK.replace("2016", "2014"), "2014-12-10", "Y"),
    ("116(1AA)", "found identity_not_established 2014-01-01", "2014-12-10", "N"),
    ("116(1AA)", "found identity_not_established 2014-01-01", "2014-12-11", "Y"),
    ("116(1AB)", WRONG.replace("2016", "2014"), "2014-12-10", "N"),
    ("116(1AB)", WRONG.replace("2016", "2014"), "2014-12-11", "Y"),
    ("501E(1)", MANDATORY, "2016-03-01", "Y"),
    (f"{REGULATIONS}/5.15A(3)", RETURNED, "2015-10-16", "N"),
    (f"{REGULATIONS}/5.15A(3)", RETURNED, "2015-10-17", "Y"),
    (f"{REGULATIONS}/5001(d)", EARLY_AGAIN, "2015-10-16", "N"),
    (f"{REGULATIONS}/5001(d)", EARLY_AGAIN, "2015-10-17", "Y"),
    ("501E(1)", AGAIN, "2017-02-22", "N"),
    ("501E(1)", AGAIN, "2017-02-23", "Y"),
    ("196(4)", f"{AGAIN}; {CAN_GO}", "2017-02-22", "N"),
    ("196(4)", f"{AGAIN}; {CAN_GO}", "2017-02-23", "Y"),
    ("196(4)", AGAIN, "2017-02-23", "U judgment"),
    ("197C(3)", f"{MANDATORY}; {RISK}; found protection_obligations 2016-02-01; "
     "person asked_for_removal_on=never", "2021-05-24", "N"),
    ("197C(3)", f"{MANDATORY}; {RISK}; found protection_obligations 2016-02-01; "
     "person asked_for_removal_on=never", "2021-05-25", "Y"),
    ("76AAA", "visa removal_pending_070 2024-01-01..2024-12-20; "
     "person foreign_permission_on=2024-12-20", "2024-12-20", "Y"),
    ("76AAA", "visa removal_pending_070 2024-01-01..; "
     "person foreign_permission_on=never", "2024-12-20", "N"),
    ("198AHB", "visa removal_pending_070 2024-01-01..", "2024-12-04", "N"),
    ("198AHB", "visa removal_pending_070 2024-01-01..", "2024-12-05", "U judgment"),
    (
        "migration-measures-no-1-act-2026/Sch 1",
        f"{STUDENT}; person in_australia=no",
        "2026-03-13",
        "N",
    ),
    (
        "migration-measures-no-1-act-2026/Sch 1",
        f"{STUDENT}; person in_australia=no",
        "2026-03-14",
        "U judgment",
    ),
    (
        "migration-measures-no-1-act-2026/Sch 1",
        "person in_australia=no",
        "2026-03-14",
        "N",
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("pinpoint", "line", "day", "wanted"),
    TIMES,
    ids=[f"{i} {row[0]} {row[2]}" for i, row in enumerate(TIMES)],
)
def test_day_of_a_change(pinpoint: str, line: str, day: str, wanted: str) -> None:
    """The day a rule changed falls on its new side, the day before on its old."""
    assert found(pinpoint, line, day) == wanted


KNOWN = (
    ("501(2) second use", f"{YEAR}; {LEFT_ALONE}", "2021-02-02", "U unsettled"),
    ("501(2) second use", f"{YEAR}; {LEFT_ALONE}", "2021-02-03", "Y"),
    (
        "501(3A) second use",
        f"{YEAR}; {GIVEN_BACK} undone_by=delegate",
        "2022-02-02",
        "U unsettled",
    ),
    (
        "501(3A) second use",
        f"{YEAR}; {GIVEN_BACK} undone_by=delegate",
        "2022-02-03",
        "Y",
    ),
)


@pytest.mark.parametrize(("pinpoint", "line", "known", "wanted"), KNOWN)
def test_day_a_court_spoke(pinpoint: str, line: str, known: str, wanted: str) -> None:
    """What a judgment declared was open until it was known."""
    assert found(pinpoint, line, "2016-03-01", known) == wanted


CURFEW = (
    ("2024-06-01", "2024-11-05", "Y"),
    ("2024-06-01", "2024-11-06", "N"),
    ("2025-06-01", "2026-03-17", "Y"),
    ("2025-06-01", "2026-03-18", "N"),
    ("2023-11-17", "2023-11-17", "N"),
    ("2023-11-18", "2023-11-18", "Y"),
)


@pytest.mark.parametrize(("day", "known", "wanted"), CURFEW)
def test_curfew_bound_until_a_court_said_that_it_never_had(
    day: str, known: str, wanted: str
) -> None:
    """The curfew of 2023 and that of 2024, each as understood and as held."""
    line = "visa removal_pending_070 2023-11-10..; found serious_harm_risk 2023-11-10"
    assert found(f"{REGULATIONS}/070 curfew and monitoring", line, day, known) == wanted


@pytest.mark.parametrize(
    ("revoked", "as_at", "wanted"),
    [
        ("2024-06-01", "2025-03-01", "Y"),
        ("2024-05-31", "2025-03-01", "U unsettled"),
        ("2021-07-01", "2024-09-01", "U unsettled"),
    ],
)
def test_how_late_the_minister_may_cancel_again(
    revoked: str, as_at: str, wanted: str
) -> None:
    """Nine months was held in time; beyond it judges differ, so it is unsettled."""
    line = f"{YEAR}; found national_interest 2024-08-01; decided 501(3A) cancelled "
    line += f"delegate 2016-02-01 undone_on={revoked} undone_by=tribunal"
    assert found("501BA(2)", line, as_at) == wanted


DECISIONS = (
    ("501CA(5)", f"{MANDATORY} undone_on=2016-02-20 undone_by=delegate", "Y"),
    ("501CA(5)", f"{MANDATORY} undone_on=2016-02-20 undone_by=court", "N"),
    ("501CA(5)", MANDATORY, "N"),
    ("501CA(6)", f"{MANDATORY} undone_on=2016-02-20 undone_by=delegate", "Y"),
    ("501C(6)", f"{UNHEARD} undone_on=2016-02-20 undone_by=minister", "Y"),
    ("501C(7)", UNHEARD, "N"),
    ("501(4A)", UNHEARD, "N"),
    ("501(4A)", UNHEARD.replace("2016-01-10", "2021-05-24"), "N"),
    ("501(4A)", UNHEARD.replace("2016-01-10", "2021-05-25"), "U fact"),
    ("501(4A)", MANDATORY.replace("2016-01-10", "2021-05-25"), "N"),
)


@pytest.mark.parametrize(("pinpoint", "line", "wanted"), DECISIONS)
def test_what_follows_for_a_decision(pinpoint: str, line: str, wanted: str) -> None:
    """What the Act says of a decision itself, once undone or made."""
    assert found_of(pinpoint, "decisions", line, "2021-06-01") == wanted


HOLDERS = {
    "501(1)": ("power", "Minister or delegate", "applies"),
    "501(2)": ("power", "Minister or delegate", "applies"),
    "501(3)": ("power", "Minister personally", "does not apply"),
    "501(3A)": ("duty", "Minister or delegate", "does not apply"),
    "501A(2)": ("power", "Minister personally", "applies"),
    "501A(3)": ("power", "Minister personally", "does not apply"),
    "501B(2)": ("power", "Minister personally", "applies (not excluded)"),
    "501BA(2)": ("power", "Minister personally", "does not apply"),
    "501C(4)": (
        "power",
        "Minister personally",
        "by representations after the event",
    ),
    "501CA(4)": (
        "power",
        "Minister or delegate",
        "by representations after the event",
    ),
    "133A(1)": ("power", "Minister personally", "applies"),
    "133C(3)": ("power", "Minister personally", "does not apply"),
    "134B": ("duty", "Minister", "does not apply (s 134A)"),
}


@pytest.mark.parametrize("pinpoint", HOLDERS)
def test_who_holds_a_power_and_who_is_heard(pinpoint: str) -> None:
    """Each power says may or must, who holds it, natural justice, and what review."""
    for version in current_law().versions(f"{ACT}/{pinpoint}"):
        found_here = (version.kind, version.holder, version.natural_justice)
        assert found_here == HOLDERS[pinpoint]
        assert version.data["review"]


def test_every_version_of_a_power_is_dated_and_sourced() -> None:
    """No power, duty, consequence or immunity of the character part lacks a source."""
    law = current_law()
    assert parse_day("1999-06-01") == law.opens[ACT]
    for pinpoint in law.pinpoints:
        if pinpoint.startswith((f"{ACT}/501", f"{ACT}/116", f"{REGULATIONS}/5001")):
            for version in law.versions(pinpoint):
                assert version.sources, pinpoint
                assert version.plain, pinpoint
