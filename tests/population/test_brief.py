"""The page for a minister: ranges, grades, the record, the neighbours; no forecast."""

import re
from pathlib import Path

import pytest

from tasman.cli.main import run as command
from tasman.facts.days import day
from tasman.facts.errors import BadValue
from tasman.law import current_law
from tasman.population import sensitivity as sensitivity_module
from tasman.population.brief import NEIGHBOURS, as_text, brief
from tasman.population.calibration import published
from tasman.population.charts import draw_brief
from tasman.population.sensitivity import FOLLOWS, TODAY, Trial, ranged

DAY = day(2026, 11, 21)


@pytest.fixture(scope="module")
def page():
    """The brief of the ten-year line, on fewer people than the command takes."""
    rows = sensitivity_module.ROWS
    sensitivity_module.ROWS = 2048
    yield brief(current_law(), "ten-year", published(), DAY)
    sensitivity_module.ROWS = rows


def test_it_is_one_page(page):
    """At most 60 lines of 80 columns."""
    lines = as_text(page).splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 80


def test_its_answer_opens_with_not_known_and_is_a_range(page):
    """Never a lone number."""
    text = " ".join(as_text(page).split())
    found = re.search(
        r"HOW MANY: not known; under these assumptions (\d+) to (\d+) fewer in every "
        r"hundred reached today, or (\d+) to (\d+) fewer a year",
        text,
    )
    least, most, a_year, at_most = map(int, found.groups())
    assert least < most and a_year < at_most
    assert re.search(r"difference: not known; under these assumptions \d+ to \d+", text)


def test_it_gives_the_record_the_grades_and_its_limits(page):
    """Published baseline; sensitivity with grades; scenario apart; share assumed."""
    text = " ".join(as_text(page).split())
    for part in (
        "620 New Zealanders' visas cancelled in 2017",
        "s 501(3A)",
        "Status: hypothetical",
        "age at arrival A",
        "A SCENARIO, NO FORECAST",
        "Department revokes 22-31 % (V)",
        "Tribunal sets aside 25-45 % (A)",
        "% of the inputs are assumptions (grade A)",
        "Nothing here says what will be decided of anyone",
    ):
        assert part in text, part


def test_its_range_holds_every_run(page):
    """The extremes are at least as wide as any one assumption makes it."""
    found = page.found
    singly = [end for swing in found.swings for end in (swing.at_low, swing.at_high)]
    assert found.least <= min(singly) <= max(singly) <= found.most
    assert found.swings[0].parameter.name == "age_at_arrival"
    assert found.swings == sorted(found.swings, key=lambda s: -s.width)


def test_neighbours_stand_beside_it(page):
    """A stricter line spares fewer; without the duty nobody is reached."""
    ranges = page.found.ranges
    assert set(NEIGHBOURS) - set(ranges) == {"nz-mirror"}
    text = " ".join(as_text(page).split())
    assert "New Zealand's own rule cannot be estimated" in text
    assert ranges["no-mandatory-cancellation"] == (-1.0, -1.0)
    assert ranges[TODAY] == (0.0, 0.0)
    line, serious = ranges["ten-year-line"], ranges["ten-year-line-serious"]
    assert line[0] <= serious[0] and line[1] <= serious[1]


def test_a_reform_that_rests_on_nothing_published_gets_no_number():
    """The designated-offence bill; and one that changes neither duty nor power."""
    law = current_law()
    none = brief(law, "designated-offences-2021", published(), DAY)
    text = " ".join(as_text(none).split())
    assert "How many people: cannot be estimated: it rests on maximum penalties" in text
    assert none.to_dict()["cannot_be_estimated"]
    other = brief(law, "entire-life", published(), DAY)
    assert "changes neither the duty nor the power" in " ".join(as_text(other).split())
    with pytest.raises(BadValue):
        draw_brief(none, Path("x.svg"))


def test_a_reform_of_the_duty_moves_only_those_it_names():
    """Nobody is newly reached by a line that only spares; totals only add."""
    from tasman.law.reforms import reform

    law = current_law()
    laws = {TODAY: law}
    for name in ("ten-year-line", "totals-mandatory"):
        laws[name] = reform(name).apply(law)
    trial = Trial(laws, law.find("501(3A)"), DAY)
    reach = trial.run(published(), 1)
    assert reach.newly["ten-year-line"] == 0 < reach.released["ten-year-line"]
    assert reach.released["totals-mandatory"] == 0 < reach.newly["totals-mandatory"]


def test_what_follows_a_cancellation_is_no_fact_of_a_person():
    """Rates of revocation and review are varied in the scenario alone."""
    names = {each.name for each in ranged(published())}
    assert names.isdisjoint(FOLLOWS)
    assert {"age_at_arrival", "several_terms_share", "served_fraction"} <= names


def test_charts_carry_the_share_assumed(page, tmp_path):
    """In words, in the picture; an unknown kind of file is refused."""
    out = tmp_path / "brief.svg"
    draw_brief(page, out)
    share = f"{100 * published().share_assumed:.0f} % of inputs assumed (grade A)"
    assert share in out.read_text()
    assert "not known; ranges under assumptions" in out.read_text()


def test_the_command_refuses_what_it_cannot_do(tmp_path, capsys):
    """An unknown reform, an unknown kind of chart: exit 2, nothing written."""
    assert command(["brief", "--reform", "nonsense"]) == 2
    assert "no reform 'nonsense'" in capsys.readouterr().err
    assert command(["brief", "--reform", "ten-year", "--chart", "x.gif"]) == 2
    assert command(["brief"]) == 2
