"""Charts: drawn without a browser, told in words, colours that everyone can tell."""

import re
import struct
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tasman.casework.timeline import timeline
from tasman.facts.days import day
from tasman.facts.loading import load_case
from tasman.reports import charts
from tests.law.au.one_line import case_of

TODAY = day(2026, 11, 21)
CASE = "examples/arrived-aged-one.yaml"


@pytest.fixture(scope="module")
def held():
    """The example with its facts held: the law of 2014 makes a band of its own."""
    return timeline(load_case(CASE), today=TODAY, facts_at=day(2026, 11, 20))


@pytest.fixture(scope="module")
def svg(held):
    return charts.timeline_svg(held)


def test_the_picture_says_what_it_shows(svg, held):
    """Title and description are in the SVG, and the description has every band."""
    assert 'role="img"' in svg and "<title" in svg
    told = re.search(r"<desc[^>]*>(.*?)</desc>", svg, re.S)[1]
    for line in held.lines:
        for band in line.bands:
            assert band.text in told
    assert "2014-12-11" in told


def test_the_picture_is_well_formed(svg):
    """Any reader of XML takes it, and its labels name what is there."""
    root = ElementTree.fromstring(svg)
    named = root.get("aria-labelledby").split()
    assert set(named) <= {each.get("id") for each in root.iter()}


def test_every_row_and_answer_stands_in_the_picture(svg):
    """Rows are labelled and wide bands carry their word."""
    for words in ("Passes the character test", "Visa must be cancelled", "In custody"):
        assert words in svg
    assert ">yes<" in svg and ">no<" in svg


def test_the_picture_is_800_pixels_wide_at_most(svg):
    """It fits a page of 800 pixels with letters of 13 pixels or more."""
    width = float(re.search(r'<svg[^>]* width="([\d.]+)"', svg)[1])
    assert 600 < width <= charts.WIDTH
    sizes = [float(size) for size in re.findall(r'font-size="([\d.]+)px"', svg)]
    assert sizes and min(sizes) >= 13


def test_it_is_a_png_of_twice_the_size(held):
    """PNG for documents, sharp on fine screens."""
    data = charts.timeline_png(held)
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert 1200 < struct.unpack(">I", data[16:20])[0] <= 2 * charts.WIDTH


def _luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    ]
    return sum(k * p for k, p in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def _contrast(one, other):
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_words_on_bands_can_be_read():
    """Contrast of 4.5 to 1 at least, as WCAG AA asks of text."""
    for answer, colour in charts.COLOURS.items():
        assert _contrast(colour, charts.INK[answer]) >= 4.5, answer


def test_answers_differ_in_lightness_and_not_only_in_hue():
    """Without any sense of colour, yes, no and unknown still differ."""
    shown = [charts.COLOURS[each] for each in ("yes", "no", "unknown")]
    for one, other in combinations(shown, 2):
        assert _contrast(one, other) >= 1.4


def test_a_page_of_its_own_needs_nothing_from_elsewhere(held):
    """The HTML names no other host and holds the words below the picture."""
    page = charts.timeline_html(held)
    assert "http" not in re.sub(r'xmlns(:\w+)?="[^"]*"', "", page)
    assert "<h2>In words</h2>" in page and "2014-12-11" in page


def test_names_in_a_case_cannot_break_out(tmp_path):
    """A label is text in the page and in the picture."""
    from dataclasses import replace

    case = replace(case_of("gaol 12m 2016-01-01"), label="<script>alert(1)</script>")
    page = charts.timeline_html(timeline(case, today=TODAY, until=TODAY))
    assert "<script>" not in page


def test_a_heavy_record_is_still_drawn(tmp_path):
    """Fifty sentences: every format is written."""
    line = "; ".join(f"gaol 2m {1999 + i // 2}-0{1 + i % 2 * 6}-10" for i in range(50))
    found = timeline(case_of(line), today=TODAY, until=TODAY)
    for name in ("x.svg", "x.png", "x.html"):
        path = Path(tmp_path) / name
        charts.write_timeline(found, path)
        assert path.stat().st_size > 1000


def test_a_name_that_says_no_format_is_refused(held, tmp_path):
    """The message lists the endings there are."""
    with pytest.raises(ValueError, match=r"\.svg, \.png, \.html"):
        charts.write_timeline(held, Path(tmp_path) / "x.gif")


def test_without_the_extra_the_message_says_what_to_install(held, monkeypatch):
    """Charts load only when drawn, and their absence is told."""
    import sys

    monkeypatch.setitem(sys.modules, "altair", None)
    with pytest.raises(charts.ChartsMissing, match=r"tasman\[charts\]"):
        charts.timeline_svg(held)
