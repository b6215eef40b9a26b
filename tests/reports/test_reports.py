"""Reports of the examples: 80 columns, one file, no script, accessible."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tasman.casework.assessment import Assessment, assess
from tasman.casework.sections import SECTIONS
from tasman.facts.days import parse_day
from tasman.facts.loading import load_case
from tasman.reports.html import as_html
from tasman.reports.text import as_text
from tasman.reports.words import CITIZEN

TODAY = parse_day("2026-11-21")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
CHROMIUM = Path("/usr/bin/chromium")


@cache
def assessed(path: Path) -> Assessment:
    return assess(load_case(path), today=TODAY, sections=SECTIONS)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_text_fits_80_columns_and_opens_with_the_conclusion(path: Path) -> None:
    """The clocks come first, and the answer on the first screen."""
    lines = as_text(assessed(path)).splitlines()
    assert max(map(len, lines)) <= 80
    opens = ("CHARACTER TEST", CITIZEN.upper())
    assert any(words in line for line in lines[:24] for words in opens)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_html_is_one_file_without_script_or_address_to_load(path: Path) -> None:
    """Nothing is fetched, nothing runs: what is sent is what is read."""
    page = as_html(assessed(path))
    assert "<script" not in page
    assert not re.search(r"""(src|href)=["']https?:""", page)
    assert "@import" not in page


def test_text_and_html_show_every_mark_that_is_not_verified() -> None:
    """An answer that rests on unverified text says so to the reader."""
    for path in EXAMPLES:
        result = assessed(path)
        doubtful = [c for c in result.conclusions if c.doubtful and c.truth != 0]
        if any(c.in_force for c in doubtful):
            assert "unverified" in as_text(result)
            assert "unverified" in as_html(result)


def test_html_escapes_what_a_file_says(tmp_path: Path) -> None:
    """A label is words, never markup."""
    path = tmp_path / "case.yaml"
    path.write_text('tasman_case: 1\nlabel: "<img src=x onerror=alert(1)>"\n')
    page = as_html(assess(load_case(path), today=TODAY))
    assert "<img" not in page


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine")
def test_the_page_has_no_accessibility_violation(tmp_path: Path) -> None:
    """axe-core finds nothing against WCAG 2.2 AA, folded and unfolded."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    page_file = tmp_path / "page.html"
    page_file.write_text(as_html(assessed(EXAMPLES[0])), encoding="utf-8")
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=str(CHROMIUM), args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page()
        page.goto(page_file.as_uri())
        page.evaluate(
            "document.querySelectorAll('details').forEach(d => d.open = true)"
        )
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": tags}})
        browser.close()
    assert found.response["violations"] == []
