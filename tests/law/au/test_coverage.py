"""Every row of the five dossiers leads to what states it, or says why nothing does."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from tasman.facts.days import parse_day
from tasman.law import current_law
from tasman.law.comparators import COMPARATORS, comparator_law
from tasman.reports.coverage import (
    NOT_COVERED,
    check_coverage,
    exists,
    references,
    rows,
)

TABLE = Path(__file__).resolve().parents[3] / "docs" / "coverage.csv"
ALL = rows(TABLE)
ROWS = [row for row in ALL if row["dossier"] == "au-character"]
COLUMNS = [
    "dossier",
    "part",
    "item",
    "pinpoint_or_reason",
    "mark_in_dossier",
    "mark_now",
    "source_read",
    "read_on",
]
MARKS = "VIM?"
FEWEST = {1: 40, 2: 26, 3: 38, 4: 60, 5: 16, 6: 19, 7: 61, 8: 11, 9: 34}
"""Rows of the table, by part of the dossier, as first counted: it may only grow."""
COVERED = {
    "au-character": 283,
    "au-procedure": 278,
    "au-directions": 343,
    "au-status": 258,
    "nz-and-comparators": 206,
}
"""Rows that something states, by dossier, as first counted: they may only grow."""

NO_EDGE = {
    "2004-04-22": "the judgments declared the law for the whole time from 1999",
    "2008": "the dossier gives the year alone",
    "2015-10": "the dossier gives the month alone",
    "2023-06-14": "the judgments declared the law for all dates",
    "2026-11-21": "says that nothing changed",
}
"""Rows of the change log whose day is not the edge of a version, and why."""


def pinpoints(row: dict[str, str]) -> list[str]:
    """Return the provisions that a row names."""
    says = row["pinpoint_or_reason"]
    return [] if says.startswith(NOT_COVERED) else says.split("; ")


def day_of(row: dict[str, str]) -> str:
    """Return the day that begins a row of the change log."""
    return row["item"].partition(" ")[0]


def edges(pinpoint: str) -> set[int]:
    """Return the days on which a version of a provision begins or ends."""
    return {
        day
        for version in current_law().versions(pinpoint)
        for day in (
            *(version.since, version.until),
            *(version.known_since, version.known_until),
        )
    }


def test_every_row_leads_somewhere() -> None:
    """No row is unmapped, none names a provision that does not exist."""
    assert check_coverage(current_law(), TABLE) == []


def test_a_dangling_row_is_found(tmp_path: Path) -> None:
    """A row that names no provision, or gives no reason, is a finding."""
    table = tmp_path / "coverage.csv"
    lines = [
        ",".join(COLUMNS),
        "x,1,one,migration-act-1958/999,V,V,,",
        "x,1,two,,V,V,,",
    ]
    lines.append("x,1,three,not covered: ,V,V,,")
    table.write_text("\n".join(lines), encoding="utf-8")
    assert len(check_coverage(current_law(), table)) == 3


@pytest.mark.parametrize(
    ("reference", "there"),
    [
        ("migration-act-1958/501(3A)", True),
        ("migration-act-1958/999", False),
        ("comparator:uk/uk-borders-act-2007/32(5)", True),
        ("comparator:uk/uk-borders-act-2007/999", False),
        ("comparator:xx/uk-borders-act-2007/32(5)", False),
        ("reform:nz-mirror", True),
        ("reform:nowhere", False),
        ("statement:direction-110/7(2)", True),
        ("statement:direction-110/99", False),
        ("statement:direction-111/7(2)", False),
        ("code:tasman.casework.states:MOVES", True),
        ("code:tasman.casework.states:NOTHING", False),
        ("code:tasman.nowhere:MOVES", False),
        ("code:os:getcwd", False),
        ("somewhere:uk", False),
    ],
)
def test_each_kind_of_reference_is_looked_up(reference: str, there: bool) -> None:
    """Provisions, comparators, reforms, statements and code: what is not there."""
    assert exists(current_law(), reference) == there


def test_the_table_has_its_columns_and_no_row_twice() -> None:
    """The columns are those the table is read by, and items are told apart."""
    assert list(ALL[0]) == COLUMNS
    keys = Counter((row["dossier"], row["part"], row["item"]) for row in ALL)
    assert [key for key, count in keys.items() if count > 1] == []


def test_only_the_five_dossiers_are_in_the_table() -> None:
    """Every row belongs to a dossier that is counted below."""
    assert {row["dossier"] for row in ALL} == set(COVERED)


@pytest.mark.parametrize("dossier", COVERED)
def test_no_dossier_loses_coverage(dossier: str) -> None:
    """A row that something states does not turn into a row with a reason."""
    stated = [row for row in ALL if row["dossier"] == dossier and references(row)]
    assert len(stated) >= COVERED[dossier]


def test_every_consideration_is_in_the_table() -> None:
    """Every paragraph of every Direction leads back to a row of the dossier."""
    named = {each for row in ALL for each in references(row)}
    law = current_law()
    stated = {pin for pin in law.pinpoints if pin.startswith("direction-")}
    assert len(stated) > 400
    assert stated - named == set()


@pytest.mark.parametrize("name", COMPARATORS)
def test_every_provision_of_a_comparator_is_in_the_table(name: str) -> None:
    """Nothing stated of another country's law is left out of it."""
    named = {each for row in ALL for each in references(row)}
    stated = {f"comparator:{name}/{pin}" for pin in comparator_law(name).pinpoints}
    assert stated - named == set()


@pytest.mark.parametrize("part", FEWEST)
def test_no_part_of_the_dossier_loses_rows(part: int) -> None:
    """Parts 1 to 9 are all there."""
    count = sum(row["part"].partition(".")[0] == str(part) for row in ROWS)
    assert count >= FEWEST[part]


def test_no_mark_is_raised_without_a_source_and_a_day() -> None:
    """A mark stands above the dossier's only where someone read a source."""
    for row in ALL:
        before, now = row["mark_in_dossier"], row["mark_now"]
        assert MARKS.index(before) <= MARKS.index(now) or (
            row["source_read"] and parse_day(row["read_on"])
        ), row["item"]


@pytest.mark.parametrize(
    "row",
    [
        row
        for row in ROWS
        if row["part"] == "9" and pinpoints(row) and day_of(row) not in NO_EDGE
    ],
    ids=lambda row: row["item"],
)
def test_a_row_of_the_change_log_is_an_edge_of_the_law(row: dict[str, str]) -> None:
    """On the day the change log gives, a version of each kind of provision turns."""
    day = parse_day(day_of(row))
    assert [pin for pin in pinpoints(row) if day in edges(pin)]


def test_every_power_and_consequence_of_the_two_instruments_is_in_the_table() -> None:
    """Nothing stated as a power, duty, consequence or immunity is left out of it."""
    named = {pin for row in ROWS for pin in pinpoints(row)}
    law = current_law()
    kinds = ("power", "duty", "consequence", "immunity", "deemed")
    stated = {
        pinpoint
        for pinpoint in law.pinpoints
        if pinpoint.startswith(("migration-act-1958/501", "migration-act-1958/1"))
        and law.versions(pinpoint)[0].kind in kinds
        and law.versions(pinpoint)[0].arguments == ("Person",)
    }
    assert stated - named == set()
