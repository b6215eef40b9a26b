"""Consequences of a decision, barriers to return, and who is or is not out of reach."""

from __future__ import annotations

import pytest

from tasman.facts.case import Elements
from tasman.facts.vocabulary.process import POWERS
from tasman.rules.evaluate import Evaluation
from tests.law.au.asking_of_all import (
    REGULATIONS,
    evaluation,
    found,
    found_of,
    spelled,
)

GONE = "visa special_category_444 1995-01-01..2016-02-01; "
MANDATORY = GONE + "decided 501(3A) cancelled delegate 2016-02-01"
DISCRETION = GONE + "decided 501(2) cancelled delegate 2016-02-01"
UNDONE = " undone_on=2016-02-20 undone_by=delegate"
CAN_GO = "found no_real_prospect_of_removal 2016-02-01 holds=no"
ABROAD = "person in_australia=no"
LEFT = f"{ABROAD}; stay special_category_visa 1995-01-01..2016-02-15"
YEAR = "gaol 12m 2015-09-01"
REMOVED = "person removed_or_deported=yes removed_on"
PROTECTED = (
    "visa protection 2010-01-01..2016-02-01; decided 501(2) cancelled delegate "
    "2016-02-01"
)

CONSEQUENCES = (
    # ss 13 to 15: status, before and after, and when the cancellation is undone
    ("13", "no decisions", "Y"),
    ("14", "no decisions", "N"),
    ("15", MANDATORY, "Y"),
    ("15", f"{MANDATORY}; visa bridging 2016-02-01..", "N"),
    ("15", f"{MANDATORY}; {LEFT}", "N"),
    ("14", f"{MANDATORY}{UNDONE}", "N"),
    ("13", f"{MANDATORY}{UNDONE}", "Y"),
    ("14", f"{GONE.rstrip('; ')}", "Y"),
    ("15", f"{GONE.rstrip('; ')}", "N"),
    # ss 189, 196: detention
    ("189(1)", f"{MANDATORY}; {CAN_GO}", "Y"),
    ("189(1)", MANDATORY, "U judgment"),
    ("189(1)", f"{MANDATORY}{UNDONE}", "N"),
    ("196(1)", f"{MANDATORY}; {CAN_GO}", "Y"),
    ("196(4)", f"{DISCRETION}; {CAN_GO}", "Y"),
    ("196(4)", f"{DISCRETION.replace('501(2)', '116')}; {CAN_GO}", "N"),
    ("196(4)", f"{DISCRETION.replace('501(2)', '501A(2)')}; {CAN_GO}", "N"),
    # s 501E: no other application while here
    ("501E(1)", DISCRETION, "Y"),
    ("501E(1)", f"{DISCRETION}{UNDONE}", "N"),
    ("501E(1)", f"{DISCRETION}; {LEFT}", "N"),
    ("501E(1)", DISCRETION.replace("501(2)", "116"), "N"),
    (
        "501E(1)",
        f"{DISCRETION}; visa permanent 2016-02-20.. granted_by_minister",
        "N",
    ),
    (
        "501E(1)",
        f"{DISCRETION}; visa permanent 2016-01-20.. granted_by_minister",
        "Y",
    ),
    # s 503: kept out for a period that was not read
    ("503(1) decision", DISCRETION, "Y"),
    ("503(1) decision", "decided 200 deportation_ordered minister 2016-02-01", "Y"),
    ("503(1) decision", DISCRETION.replace("501(2)", "116"), "N"),
    ("503(1) decision", DISCRETION.replace("501(2)", "501BA(2)"), "U unsettled"),
    ("503(1)", DISCRETION, "U not_covered"),
    ("503(1)", f"{DISCRETION}; visa criminal_justice 2016-02-01..", "N"),
    # s 48A: one protection application, and what became of it
    ("48A", "applied protection 2015-01-10 finished_on=2016-03-01", "U fact"),
    ("48A", "applied protection 2015-01-10 finished_on=2016-03-02", "N"),
    ("48A", "applied partner 2015-01-10 finished_on=2016-03-01", "N"),
    ("48A", PROTECTED, "Y"),
    ("48A", f"{PROTECTED}{UNDONE}", "N"),
    ("48A", f"{PROTECTED}; {ABROAD}", "N"),
    # s 210, criterion 4004: the bill for a removal
    ("210", f"{REMOVED}=2016-03-01", "Y"),
    ("210", f"{REMOVED}=2016-03-02", "N"),
    ("210", f"decided 200 deportation_ordered minister 2016-01-01; {LEFT}", "Y"),
    ("210", "person removed_or_deported=yes", "U fact"),
    ("210", "no decisions", "N"),
    (f"{REGULATIONS}/4004", "person commonwealth_debt", "Y"),
    (f"{REGULATIONS}/4004", "person commonwealth_debt=no", "N"),
    (f"{REGULATIONS}/4004", "no decisions", "U fact"),
    # s 82: what ends a visa
    ("82(4)", f"decided 200 deportation_ordered minister 2016-01-01; {LEFT}", "Y"),
    ("82(4)", "decided 200 deportation_ordered minister 2016-01-01", "N"),
    # special return criterion 5001
    (f"{REGULATIONS}/5001(a)", "decided 200 deportation_ordered minister 2016-01-01; "
     f"{LEFT}", "Y"),
    (f"{REGULATIONS}/5001(c)", DISCRETION, "Y"),
    (f"{REGULATIONS}/5001(c)", f"{DISCRETION}{UNDONE}", "N"),
    (f"{REGULATIONS}/5001(c)", DISCRETION.replace("501(2)", "116"), "N"),
    (f"{REGULATIONS}/5001", DISCRETION.replace("501(2)", "501BA(2)"), "Y"),
    (f"{REGULATIONS}/5001",
     f"{DISCRETION}; visa permanent 2016-02-20.. granted_by_minister", "N"),
    # public interest criterion 4001
    (f"{REGULATIONS}/4001", YEAR, "N"),
    (f"{REGULATIONS}/4001",
     f"{YEAR}; decided 501(1) not_refused delegate 2016-02-01", "Y"),
    (f"{REGULATIONS}/4001", "no sentences", "U judgment"),
    (f"{REGULATIONS}/4001", "found passes_character_test 2016-02-01", "Y"),
    # s 32: a new special category visa
    ("32(2)", "no sentences", "Y"),
    ("32(2)", "person presents_nz_passport=no", "N"),
    ("32(2)", "person health_concern=yes", "N"),
    ("32(2)", "citizen france 1980-05-05..", "N"),
    ("32(2)", YEAR, "N"),
    ("32 bar", YEAR, "Y"),
    ("32 bar", "no sentences", "N"),
    (f"{REGULATIONS}/5.15A(2)",
     "person excluded_elsewhere=yes excluded_without_weight=yes", "Y"),
    ("32(2)", "person excluded_elsewhere=yes excluded_without_weight=yes", "Y"),
    ("32(2)", "person excluded_elsewhere=yes excluded_without_weight=no", "N"),
    (f"{REGULATIONS}/5.15A(2)", "person excluded_elsewhere=yes "
     "excluded_without_weight=yes removed_or_deported=yes", "N"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("pinpoint", "line", "wanted"),
    CONSEQUENCES,
    ids=[f"{i} {row[0]}" for i, row in enumerate(CONSEQUENCES)],
)
def test_consequence(pinpoint: str, line: str, wanted: str) -> None:
    """What follows, asked as at 2016-03-01."""
    assert found(pinpoint, line, "2016-03-01") == wanted


def test_a_cancellation_under_the_old_section_still_shuts_out() -> None:
    """Special return criterion 5001(b): cancelled before 1999-06-01."""
    case = evaluation("decided 501(2) cancelled minister 1998-01-01", "2016-03-01")
    (decision,) = case.root.facts["decisions"].items
    assert spelled(case.provision(f"{REGULATIONS}/5001(b)")) == "N"
    old = {**decision, "power": 1 << POWERS.index("old 501")}
    facts = {**case.root.facts, "decisions": Elements((old,))}
    after = Evaluation(case.law, facts, **case.clocks)
    assert spelled(after.provision(f"{REGULATIONS}/5001(b)")) == "Y"
    assert spelled(after.provision(f"{REGULATIONS}/5001(c)")) == "N"


GIVEN_BACK = (
    "decided 501(3A) cancelled delegate 2020-03-01 notified_on=2020-03-02 "
    "representations_on=2020-03-20 undone_on=2023-02-01 undone_by=tribunal"
)
AWAY = (
    "visa special_category_444 1995-01-01..2020-03-01; person in_australia=no "
    "removed_or_deported=yes removed_only_after_revoked_501_3a=yes; "
    "stay special_category_visa 1995-01-01..2021-02-01; gaol 2y 2019-01-10"
)
RETURN = (
    # the dossier's example 68, and each thing that would undo it
    (f"{AWAY}; {GIVEN_BACK}", "Y"),
    (f"{AWAY}; {GIVEN_BACK}; gaol 12m 2023-03-01 jurisdiction=new_zealand", "N"),
    (f"{AWAY}; {GIVEN_BACK}; fine ? 2023-03-01", "Y"),
    (f"{AWAY}; {GIVEN_BACK}; gaol 1m 2023-03-01", "U unsettled"),
    (f"{AWAY}; {GIVEN_BACK}; decided 501BA(2) cancelled minister 2023-05-01", "N"),
    (f"{AWAY}; {GIVEN_BACK.replace('2020-03-20', 'never')}", "N"),
    (f"{AWAY}; {GIVEN_BACK.replace('2020-03-20', '2020-04-30')}", "N"),
    (f"{AWAY}; {GIVEN_BACK.replace('501(3A)', '501(2)')}", "N"),
    (f"{AWAY.replace('revoked_501_3a=yes', 'revoked_501_3a=no')}; {GIVEN_BACK}", "N"),
    (f"{AWAY}; {GIVEN_BACK}; person excluded_elsewhere=yes", "U fact"),
)


@pytest.mark.parametrize(("line", "wanted"), RETURN)
def test_the_way_back_after_a_revoked_cancellation(line: str, wanted: str) -> None:
    """Regulation 5.15A(3), condition by condition, as at 2024-05-01."""
    assert found(f"{REGULATIONS}/5.15A(3)", line, "2024-05-01") == wanted


VISAS = (
    ("82(1)", MANDATORY, "Y"),
    ("82(1)", f"{MANDATORY}{UNDONE}", "N"),
    ("82", f"{MANDATORY}{UNDONE}", "Y"),
    ("82", MANDATORY, "N"),
    ("82(8)", LEFT, "Y"),
    ("82(8)", "no decisions", "N"),
    ("82", LEFT, "N"),
    ("82", f"visa permanent 2010-01-01..; stay permanent 2010-01-01..2016-01-01; "
     f"{ABROAD}", "Y"),
    ("117(2)", "no decisions", "N"),
    ("117(2)", "visa permanent 2010-01-01..", "Y"),
)  # fmt: skip


@pytest.mark.parametrize(("pinpoint", "line", "wanted"), VISAS)
def test_what_becomes_of_a_visa(pinpoint: str, line: str, wanted: str) -> None:
    """A visa ends by cancellation or departure, and revives when that is undone."""
    assert found_of(pinpoint, "person visas", line, "2016-03-01") == wanted


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("protection", "Y"),
        ("removal_pending_070", "Y"),
        ("partner", "N"),
        ("special_category_444", "N"),
    ],
)
def test_which_visas_may_still_be_applied_for(kind: str, wanted: str) -> None:
    """Section 501E(2): protection, and the removal pending bridging visa."""
    line = f"{DISCRETION}; applied {kind} 2016-02-20"
    assert found_of("501E(2)", "applications", line, "2016-03-01") == wanted


BORN_2006 = "person born_on=2006-01-01; no visas; no stays; no citizenships"
REACH = (
    ("5(1) citizen", "citizen australia 2000-01-01..", "Y"),
    ("5(1) citizen", "citizen australia 2000-01-01..2010-01-01", "N"),
    ("5(1) citizen", "no citizenships", "N"),
    ("34", "visa absorbed_person 1994-09-01..", "Y"),
    ("34", "no decisions", "N"),
    ("35", "visa ex_citizen 1994-09-01..", "Y"),
    ("501HA", "visa transitional_permanent 1994-09-01..", "Y"),
    ("501 children", BORN_2006, "N"),
    ("4AA", BORN_2006, "Y"),
    ("4AA", "no decisions", "N"),
    ("501 ten-year residents", "no decisions", "N"),
    ("501 every visa", "no decisions", "Y"),
    ("constitution/51(xix) Aboriginal Australians", "no decisions", "N"),
    (
        "constitution/51(xix) Aboriginal Australians",
        "person aboriginal_descent identifies_as_aboriginal "
        "recognised_as_aboriginal=unknown",
        "U fact",
    ),
)


@pytest.mark.parametrize(("pinpoint", "line", "wanted"), REACH)
def test_who_is_out_of_reach(pinpoint: str, line: str, wanted: str) -> None:
    """Citizens and Aboriginal Australians are; the others are not."""
    assert found(pinpoint, line, "2016-03-01") == wanted


@pytest.mark.parametrize(
    "line",
    [
        "visa absorbed_person 1994-09-01..",
        "visa ex_citizen 1994-09-01..",
        "visa transitional_permanent 1994-09-01..",
        "citizen united_kingdom 1960-01-01..; person born_on=1960-01-01",
        "stay permanent 1985-01-01..; visa permanent 1985-01-01..",
    ],
)
def test_none_of_these_shields_from_section_501(line: str) -> None:
    """Absorbed, ex-citizen, transitional, British, here since 1985: all in reach."""
    record = f"{YEAR}; held gaol sentence 2015-09-01.."
    assert found("501(2)", f"{record}; {line}", "2016-03-01") == "Y"
    assert found("501(3A)", f"{record}; {line}", "2016-03-01") == "Y"


def test_a_child_of_fourteen_sentenced_with_conviction_is_within_reach() -> None:
    """No age: detention of 12 months with a conviction counts at fourteen."""
    line = (
        "person born_on=2001-06-01; citizen new_zealand 2001-06-01..; "
        "stay special_category_visa 2002-01-01..; "
        "visa special_category_444 2002-01-01..; "
        "youth_detention 12m 2015-09-01 court=childrens"
    )
    assert found("501(2)", line, "2016-03-01") == "Y"


@pytest.mark.parametrize(
    ("known", "wanted"),
    [
        ("2001-09-05", "N"),
        ("2001-09-06", "U unsettled"),
        ("2003-12-08", "U unsettled"),
        ("2003-12-09", "N"),
        ("2026-11-21", "N"),
    ],
)
def test_british_subjects_by_what_was_known(known: str, wanted: str) -> None:
    """Between two judgments it was unsettled whether some were aliens."""
    line = "citizen united_kingdom 1960-01-01..; person born_on=1960-01-01"
    pinpoint = "constitution/51(xix) British subjects"
    assert found(pinpoint, line, "2001-01-01", known) == wanted
