"""Populations and assumptions at the edge: an answer or a clear refusal, no crash."""

import math

import numpy as np
import pytest

from tasman.facts.days import day
from tasman.population.ages import medians_and_sigma
from tasman.population.backcast import back_cast, swept_up
from tasman.population.calibration import published
from tasman.population.checking import check_file, checks_as_text
from tasman.population.draws import Draws
from tasman.population.making import FIRST_STOCK, make
from tasman.population.synthetic import make_chunk


@pytest.mark.parametrize("size", [1, 2, 40])
@pytest.mark.parametrize("stock_on", [None, FIRST_STOCK])
def test_a_handful_of_people_can_be_checked(size, stock_on, tmp_path):
    """Where nobody has an offence or a long sentence the row says so."""
    path = tmp_path / "few.parquet"
    make(published(), size, 3, path, stock_on=stock_on)
    found, made = check_file(path)
    text = checks_as_text(found, made)
    assert max(map(len, text.splitlines())) <= 80
    missing = {each.name for each in found if each.verdict == "nobody"}
    assert missing or size > 2
    assert "so few that chance alone moves a share" in " ".join(text.split())
    assert all(each.model is None for each in found if each.name in missing)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("age_median", 0.0),
        ("age_sigma", 0.0),
        (
            "age_median_by_offence",
            {"child_sexual": 0.0, "adult_sexual": 0.0, "homicide": 0.0, "robbery": 0.0},
        ),
        ("life_share_in_prison", 1.0),
        ("life_share", 1.0),
        ("citizenship_taken_share", 1.0),
        ("nz_born_prisoners", {"2009": 0.0, "2017": 0.0}),
        ("all_prisoners", {"2017": 0.0, "2022": 0.0, "2023": 0.0}),
        ("sweep_months", 0.0),
        ("k_trigger", 0.0),
    ],
)
def test_a_wild_assumption_makes_people_and_numbers(name, value, tmp_path):
    """Nobody younger than 18 when asked; every number printed is a number."""
    wild = published().with_value(name, value)
    for stock_on in (None, FIRST_STOCK):
        chunk = make_chunk(wild, 1, 0, 256, stock_on)
        assert chunk.rows == 256
        assert np.all(chunk.as_at - chunk.born_on >= 18 * 365)
        assert np.all(chunk.imposed_on <= chunk.as_at)
        assert np.all(chunk.as_at < chunk.released_on)
    make(wild, 2000, 1, tmp_path / "wild.parquet")
    for each in check_file(tmp_path / "wild.parquet")[0]:
        assert each.model is None or math.isfinite(each.model), each.name


def test_everyone_may_leave_but_those_who_cannot():
    """At a share of 1 only the newly come and the once imprisoned are left."""
    everyone = published().with_value("citizenship_taken_share", 1.0)
    everyone = everyone.with_value("citizenship_wait_months", 0.0)
    late = everyone.with_value("reference_year_begins", float(day(2027, 7, 1)))
    chunk = make_chunk(late, 1, 0, 4096)
    newly = chunk.committed_on - chunk.arrived_on < 4 * 366
    protected = chunk.arrived_on <= day(2001, 2, 26)
    before = chunk.committed_on < day(2024, 8, 16)
    assert np.all(newly | protected | before | (chunk.priors > 0))
    assert np.mean(before) < 0.1


def test_those_who_leave_are_replaced_one_for_one():
    """Places keep their draws; too few spares is told, not hidden."""
    draws = Draws(1, 0, 12)
    leaving = np.zeros(12, np.bool_)
    leaving[[2, 5]] = True
    kept = draws.without(leaving, 10)
    everyone, settled = draws.uniform("x"), kept.uniform("x")
    assert settled[[2, 5]].tolist() == everyone[[10, 11]].tolist()
    others = [i for i in range(10) if i not in (2, 5)]
    assert settled[others].tolist() == everyone[others].tolist()
    leaving[7] = True
    assert draws.without(leaving, 10) is None


def test_if_the_prisons_explain_more_than_2017_nobody_else_is_cancelled():
    """A flow so small that the swept alone are more: no negative cancellations."""
    past = back_cast(published(), 50.0)
    assert np.all(past.cancelled >= 0)
    before = published().number("cancelled_before_the_duty_a_year") * 5.5 / 12
    assert past.cancelled.sum() == pytest.approx(
        swept_up(published()) + before, abs=2.0
    )


def test_the_ages_of_the_whole_are_kept_by_the_rest():
    """The share below the median is a half, and the spread that of the whole."""
    shares = published().shares("offence")
    medians, sigma = medians_and_sigma(published(), shares)
    weights = np.array(list(shares.values()))
    below = [
        0.5 * (1 + math.erf(math.log(34 / each) / sigma / math.sqrt(2)))
        for each in medians
    ]
    assert weights @ below == pytest.approx(0.5, abs=1e-6)
    spread = sigma**2 + weights @ np.log(medians / 34) ** 2
    assert math.sqrt(spread) == pytest.approx(0.31, abs=0.002)
