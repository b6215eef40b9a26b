"""The dossier's worked examples, put to the law: what may and what must be done."""

from __future__ import annotations

import pytest

from tests.law.au.asking_of_all import REGULATIONS, found, found_of
from tests.law.au.character_examples import EXAMPLES, Example

BY_NUMBER = {example.number: example for example in EXAMPLES}
MANDATORY = [each for each in EXAMPLES if each.wants("M") != "-"]


@pytest.mark.parametrize("example", MANDATORY, ids=lambda each: each.number)
def test_the_duty_to_cancel_is_as_the_dossier_says(example: Example) -> None:
    """Column M: the duty of s 501(3A)."""
    answer = found("501(3A)", example.case, example.as_at, example.known_at)
    assert answer[0] == example.wants("M"), (example.number, example.note)


def test_the_duty_is_unknown_for_the_reason_the_dossier_gives() -> None:
    """Example 20 turns on the hour of release, 25 on fine default: unsettled."""
    for number in ("20", "25"):
        example = BY_NUMBER[number]
        assert found("501(3A)", example.case, example.as_at) == "U unsettled"


@pytest.mark.parametrize(
    "example",
    [each for each in MANDATORY if each.wants("M") == "Y"],
    ids=lambda each: each.number,
)
def test_whoever_must_be_cancelled_may_be_cancelled(example: Example) -> None:
    """Where M = Y the test is failed on record, and s 501(2) is open as well."""
    line, day, known = example.case, example.as_at, example.known_at
    assert found("501(6)", line, day, known) == "Y"
    assert found("501(2)", line, day, known) == "Y"


@pytest.mark.parametrize("number", ["4", "6", "8", "10", "14", "17", "22", "39", "52"])
def test_failing_on_record_opens_the_power_without_the_duty(number: str) -> None:
    """F = Y and M = N: s 501(2) is open."""
    example = BY_NUMBER[number]
    assert found("501(2)", example.case, example.as_at) == "Y"
    assert found("501(3A)", example.case, example.as_at) == "N"


@pytest.mark.parametrize("number", ["1", "3", "5", "7", "36", "37", "60"])
def test_the_national_interest_is_for_the_minister(number: str) -> None:
    """Section 501(3) is unknown, a judgment, until the Minister finds the interest."""
    example = BY_NUMBER[number]
    assert found("501(3)", example.case, example.as_at) == "U judgment"


@pytest.mark.parametrize("number", ["3", "5", "7", "9", "12", "13", "21", "37", "60"])
def test_passing_on_record_leaves_only_judgment(number: str) -> None:
    """F = N: s 501(2) remains possible, through a limb of judgment only."""
    example = BY_NUMBER[number]
    assert found("501(2)", example.case, example.as_at) == "U judgment"


REVOKED_BY_MINISTER, REVOKED_BY_TRIBUNAL = BY_NUMBER["64"].case, BY_NUMBER["63"].case
IN_THE_INTEREST = "found national_interest 2025-02-01 held_by=minister"
NOTIFIED = "decided 501(3A) cancelled delegate 2020-03-01 notified_on=2020-03-02"
RETURNING = BY_NUMBER["68"].case.replace(
    "decided 501(3A) cancelled delegate 2020-03-01", NOTIFIED
)
CLEARED = BY_NUMBER["61"].case.replace(
    "stay permanent 2010-01-01..", "stay permanent 2010-01-01.. immigration_cleared"
)
CANCELLED = "visa special_category_444 1995-01-01..2016-02-01; "
CANCELLED += "decided 501(3A) cancelled delegate 2016-02-01 notified_on=2016-02-03"
STATELESS = BY_NUMBER["70"].case
NO_PROSPECT = "found no_real_prospect_of_removal 2023-11-01"

NOTES = (
    ("28", "501(1)", BY_NUMBER["28"].case, "2019-04-01", "Y"),
    ("28", "501(2)", BY_NUMBER["28"].case, "2019-04-01", "N"),
    ("28", "32(2)", BY_NUMBER["28"].case, "2019-04-01", "N"),
    ("28", "32 bar", BY_NUMBER["28"].case, "2019-04-01", "Y"),
    ("30", "501(2)", BY_NUMBER["30"].case, "2019-11-01", "Y"),
    ("53a", "501(2)", BY_NUMBER["53a"].case, "2026-01-21", "U judgment"),
    ("53b", "501(2)", BY_NUMBER["53b"].case, "2026-01-22", "U judgment"),
    *(
        ("54", pinpoint, BY_NUMBER["54"].case, "2020-01-01", "N")
        for pinpoint in (
            *("501(1)", "501(2)", "501(3)", "501(3A)", "501A(2)", "501B(2)"),
            *("501BA(2)", "109(1)", "116(1)", "128", "133A(1)", "133C(3)", "134B"),
            *("200", "189(1)"),
        )
    ),
    ("54", "5(1) citizen", BY_NUMBER["54"].case, "2020-01-01", "Y"),
    ("55", "501(3A)", BY_NUMBER["55"].case, "2020-06-01", "Y"),
    ("55", "198 barred", BY_NUMBER["55"].case, "2020-06-01", "Y"),
    ("56", "501(2)", BY_NUMBER["56"].case, "2004-01-01", "Y"),
    ("60", "116(1)(e)", BY_NUMBER["60"].case, "2018-03-01", "U judgment"),
    ("60", "116(1) by (e)", BY_NUMBER["60"].case, "2018-03-01", "U judgment"),
    ("60", "116(1) by (g)", BY_NUMBER["60"].case, "2018-03-01", "N"),
    ("61", "116(1)", CLEARED, "2018-03-01", "N"),
    ("61", "133C(1)", CLEARED, "2018-03-01", "N"),
    ("61", "501(2)", CLEARED, "2018-03-01", "U judgment"),
    ("63", "501BA(2)", REVOKED_BY_TRIBUNAL, "2025-03-01", "U judgment"),
    (
        "63",
        "501BA(2)",
        f"{REVOKED_BY_TRIBUNAL}; {IN_THE_INTEREST}",
        "2025-03-01",
        "Y",
    ),
    ("64", "501BA(2)", REVOKED_BY_MINISTER, "2025-03-01", "N"),
    (
        "64",
        "501BA(2)",
        f"{REVOKED_BY_MINISTER}; {IN_THE_INTEREST}",
        "2025-03-01",
        "N",
    ),
    ("66", "501(3A) second use", BY_NUMBER["66"].case, "2020-12-01", "Y"),
    ("66", "501(2)", BY_NUMBER["66"].case, "2020-12-01", "Y"),
    ("67", "501(3A) second use", BY_NUMBER["67"].case, "2020-12-01", "N"),
    ("68", f"{REGULATIONS}/5.15A(3)", RETURNING, "2024-05-01", "Y"),
    ("68", "32(2)", RETURNING, "2024-05-01", "Y"),
    ("68", "32(2)(a)", RETURNING, "2024-05-01", "N"),
    ("69", f"{REGULATIONS}/5.15A(3)", BY_NUMBER["69"].case, "2024-05-01", "N"),
    ("69", "32(2)", BY_NUMBER["69"].case, "2024-05-01", "N"),
    ("69", "32 bar", BY_NUMBER["69"].case, "2024-05-01", "Y"),
    ("69", f"{REGULATIONS}/5001", BY_NUMBER["69"].case, "2024-05-01", "Y"),
    ("70", "14", STATELESS, "2023-11-08", "Y"),
    ("70", "196(1) limit", f"{STATELESS}; {NO_PROSPECT}", "2023-11-08", "Y"),
    ("70", "189(1)", f"{STATELESS}; {NO_PROSPECT}", "2023-11-08", "N"),
    ("70", "189(1)", STATELESS, "2023-11-08", "U judgment"),
)


@pytest.mark.parametrize(
    ("number", "pinpoint", "line", "day", "wanted"),
    NOTES,
    ids=[f"{number} {pinpoint} {i}" for i, (number, pinpoint, *_) in enumerate(NOTES)],
)
def test_note_of_an_example(
    number: str, pinpoint: str, line: str, day: str, wanted: str
) -> None:
    """What the dossier's notes say of powers and consequences, example by example."""
    assert found(pinpoint, line, day) == wanted, number


def test_a_minor_charge_cancels_no_special_category_visa_by_regulation() -> None:
    """Example 60: reg 2.43(1)(oa) leaves out Subclass 444; of another visa, charged."""
    pinpoint, day = f"{REGULATIONS}/2.43(1)(oa)", "2018-03-01"
    line = "court convicted 2018-02-01 jurisdiction=nsw"
    assert found_of(pinpoint, "person visas", line, day) == "N"
    student = f"{line}; visa student 2017-01-01.."
    assert found_of(pinpoint, "person visas", student, day) == "Y"
    assert found_of(pinpoint, "person visas", student, "2014-06-30") == "N"
    charged = "court charged 2018-02-01 jurisdiction=nsw; visa student 2017-01-01.."
    assert found_of(pinpoint, "person visas", charged, day) == "N"


def test_the_aggregate_decision_is_invalid_only_in_the_window() -> None:
    """Examples 31 to 33: one decision, asked from three days."""
    pinpoint = "aggregate-sentences-act-2023/item 4"
    line = "decided 501(3A) cancelled delegate 2019-11-20 aggregate_relied_on=yes"
    asked = {
        known: found_of(pinpoint, "decisions", line, "2019-11-20", known)
        for known in ("2019-12-01", "2022-12-21", "2022-12-22", "2023-01-15")
    }
    assert list(asked.values()) == ["Y", "Y", "N", "N"]
    assert found_of(pinpoint, "decisions", line, "2019-11-20", "2023-02-16") == "N"
    assert found_of(pinpoint, "decisions", line, "2019-11-20", "2023-02-17") == "Y"


def test_an_invalid_cancellation_leaves_the_visa_in_effect() -> None:
    """Example 32: asked in the window, the person never lost the visa."""
    line = (
        "gaol 15m 2019-06-01 aggregate; visa special_category_444 "
        "1995-01-01..2019-11-20; decided 501(3A) cancelled delegate 2019-11-20 "
        "aggregate_relied_on=yes"
    )
    assert found("14", line, "2020-06-01", "2020-06-01") == "Y"
    assert found("14", line, "2020-06-01", "2023-01-15") == "N"
    assert found("14", line, "2020-06-01", "2023-02-17") == "Y"


def test_an_aboriginal_australian_is_not_detained_once_the_court_said_so() -> None:
    """Example 55: known from 2020-02-11, true at all dates; the test stays failed."""
    love = "person aboriginal_descent identifies_as_aboriginal "
    love += f"recognised_as_aboriginal; gaol 18m 2015-01-10; {CANCELLED}"
    day = "2016-06-01"
    assert found("189(1)", love, day, "2020-02-10") == "Y"
    assert found("189(1)", love, day, "2020-02-11") == "N"
    assert found("198 barred", love, day) == "Y"
    assert found("501(6)", love, day) == "Y"


def test_detention_without_prospect_was_thought_lawful_until_nzyq() -> None:
    """Example 70 by what was known: 2023-11-07, 2023-11-08, 2024-05-10."""
    line = f"{STATELESS}; {NO_PROSPECT}"
    assert found("189(1)", line, "2023-11-08", "2023-11-07") == "Y"
    assert found("189(1)", line, "2023-11-08", "2023-11-08") == "N"
    unhelpful = f"{line}; found prevents_own_removal 2023-11-01"
    assert found("189(1)", unhelpful, "2023-11-08", "2024-05-09") == "U unsettled"
    assert found("189(1)", unhelpful, "2023-11-08", "2024-05-10") == "Y"
