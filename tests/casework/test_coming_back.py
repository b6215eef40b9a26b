"""The part of an assessment on coming back to Australia."""

from __future__ import annotations

import pytest

from tasman.casework.coming_back import ComingBack, section
from tasman.facts.days import parse_day
from tasman.law import current_law
from tests.law.au.one_line import case_of

CANCELLED = (
    "visa special_category_444 1995-01-01..2016-02-01; "
    "decided 501(2) cancelled delegate 2016-02-01"
)
REMOVED = "person in_australia=no removed_or_deported=yes removed_on=2016-03-01"


def part(line: str, day: str) -> ComingBack | None:
    """Return the part of one line's assessment, on one day."""
    at = parse_day(day)
    return section(case_of(line), current_law(), at, at, parse_day("2026-11-21"))


def named(line: str, day: str) -> list[str]:
    """Return the bars that apply or may apply, without their instruments."""
    found = part(line, day)
    assert found is not None
    return [bar.provision.partition("/")[2] for bar in found.bars]


def test_nothing_is_said_of_someone_never_decided_against() -> None:
    """Without a decision or a removal there is nothing to come back from."""
    assert part("gaol 12m 2015-09-01", "2016-03-01") is None


def test_here_after_a_cancellation() -> None:
    """In Australia: no other application, and the criteria that have no end."""
    assert named(CANCELLED, "2016-03-01") == ["501E(1)", "503(1)", "5001"]


@pytest.mark.parametrize(
    ("day", "wanted"),
    [
        ("2017-03-01", ["503(1)", "32 bar", "5001", "5002"]),
        ("2017-03-02", ["503(1)", "32 bar", "5001"]),
    ],
)
def test_after_removal_the_year_ends(day: str, wanted: list[str]) -> None:
    """Criterion 5002 falls away after twelve months; the others do not."""
    assert named(f"{CANCELLED}; {REMOVED}", day) == wanted


def test_the_words_give_the_last_day_and_never_a_guess() -> None:
    """One line a bar: what it shuts out and to what day; what is open says perhaps."""
    found = part(f"{CANCELLED}; {REMOVED}", "2016-04-01")
    assert found is not None
    lines = [*found.summary_lines()]
    assert lines[0].startswith("Perhaps no entry or stay")
    assert lines[1] == "No new special category visa (s 32(2)): no end by time."
    assert lines[-1].endswith("last day 2017-03-01, or sooner by waiver.")
    assert found.to_dict()["bars"][-1]["last_day"] == "2017-03-01"


def test_a_removal_on_a_day_not_known_has_no_last_day() -> None:
    """The bar may apply; its last day is left open."""
    found = part(
        f"{CANCELLED}; person in_australia=no removed_or_deported=yes", "2016-04-01"
    )
    assert found is not None
    last = found.bars[-1]
    assert (last.to_dict()["answer"], last.to_dict()["last_day"]) == ("unknown", None)
    assert last.line.startswith("Perhaps no visa that requires")


def test_a_debt_is_told_only_where_there_is_one() -> None:
    """Criterion 4004: shown for a debt, not for want of knowing."""
    assert "4004" not in named(CANCELLED, "2016-03-01")
    assert "4004" in named(f"{CANCELLED}; person commonwealth_debt", "2016-03-01")


def test_after_a_general_cancellation_section_48_stands_in() -> None:
    """Cancelled under s 116 and still here: s 48, not s 501E."""
    line = CANCELLED.replace("501(2)", "116") + "; found presence_is_a_risk 2016-02-01"
    assert named(line, "2016-03-01") == ["48", "4013"]


def test_what_was_not_read_says_so() -> None:
    """A criterion known from notes alone is marked in words and data; s 501E is not."""
    found = part(CANCELLED.replace("501(2)", "109"), "2016-03-01")
    other = part(CANCELLED, "2016-03-01")
    assert found is not None and other is not None
    told = {bar.provision.partition("/")[2]: bar for bar in (*found.bars, *other.bars)}
    assert told["4013"].line.endswith("[unverified: check the instrument]")
    assert told["4013"].to_dict()["verified"] == "unverified: from memory"
    assert "unverified" not in told["501E(1)"].line
