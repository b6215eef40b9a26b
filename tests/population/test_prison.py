"""People in prison on a day: section 2's stock, each length as often as it is long."""

import json

import numpy as np
import pyarrow.parquet as pq
import pytest

from tasman.facts.days import day
from tasman.population.calibration import published
from tasman.population.checking import check_file
from tasman.population.lengths import prison_mixture, sentence_mixture
from tasman.population.making import METADATA, make
from tasman.population.synthetic import make_chunk

SWEEP = day(2014, 12, 11)


@pytest.fixture(scope="module")
def prison_file(tmp_path_factory):
    """A hundred thousand people in prison when the duty began."""
    path = tmp_path_factory.mktemp("stock") / "prison.parquet"
    make(published(), 100_000, 7, path, stock_on=SWEEP)
    return path


@pytest.fixture(scope="module")
def in_prison_rows(prison_file):
    return {each.name: each for each in check_file(prison_file)[0]}


def test_people_in_prison_reproduce_the_stock(in_prison_rows):
    """Section 2's table of 2013 and P20, on the day the duty began; P41 and P24 too."""
    for name, figure, tolerance in (
        ("in prison, under 24 months", 8130 / 22190, 0.03),
        ("in prison, 24 to under 60", 6244 / 22190, 0.03),
        ("in prison, 60 to under 120", 4905 / 22190, 0.03),
        ("in prison, 120 or more", 2911 / 22190, 0.03),
        ("in prison, median months", 36, 2),
        ("in prison for life", 1090 / 23335, 0.003),
        ("aged under 25", 0.16, 0.01),
        ("aged 65 or more", 0.02, 0.005),
        ("median age", 34, 0.5),
        ("earlier imprisonment", 0.611, 0.02),
    ):
        row = in_prison_rows[name]
        assert row.model == pytest.approx(figure, abs=tolerance), name
        assert row.verdict == "within", name
    assert not {each.test for each in in_prison_rows.values()} & {"3", "5", "after"}


def test_a_stock_is_of_its_day(prison_file):
    """All are in prison, sentenced before it, released after it; its day is told."""
    told = json.loads(pq.read_schema(prison_file).metadata[METADATA])
    assert told["stock_on"] == "2014-12-11" and told["left_as_citizens"] == 0
    chunk = make_chunk(published(), 7, 0, 20_000, SWEEP)
    assert np.all(chunk.as_at == SWEEP)
    assert np.all(chunk.imposed_on <= SWEEP) and np.all(chunk.released_on > SWEEP)
    assert np.all(chunk.committed_on < chunk.imposed_on)
    assert np.all(chunk.born_on <= chunk.arrived_on)
    assert np.all(chunk.arrived_on <= chunk.committed_on)
    names = list(published().shares("offence"))
    assert set(chunk.offence[chunk.life]) == {names.index("homicide")}


def test_a_length_weighted_mixture_is_the_one_met_on_a_day():
    """By brute force: draws of the flow, picked as often as they are long."""
    random = np.random.default_rng(3)
    flow = sentence_mixture(published()).at_share(random.random(400_000))
    met = random.choice(flow, 200_000, p=flow / flow.sum())
    drawn = prison_mixture(published()).at_share(random.random(200_000))
    for share in (0.1, 0.25, 0.5, 0.75, 0.9):
        assert np.quantile(drawn, share) == pytest.approx(
            np.quantile(met, share), rel=0.03
        )


def test_a_stock_of_short_sentences_is_found_out(tmp_path):
    """With halved terms the stock table and its median fall outside."""
    short = published().with_value("higher_court_median_months", 10.0)
    path = tmp_path / "short.parquet"
    make(short, 20_000, 1, path, stock_on=SWEEP)
    rows = {each.name: each for each in check_file(path)[0]}
    assert rows["in prison, under 24 months"].verdict == "outside"
    assert rows["in prison, median months"].verdict == "outside"
    no_life = published().with_value("life_share_in_prison", 0.02)
    make(no_life, 20_000, 1, path, stock_on=SWEEP)
    rows = {each.name: each for each in check_file(path)[0]}
    assert rows["in prison for life"].verdict == "outside"
