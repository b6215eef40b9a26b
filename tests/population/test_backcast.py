"""The past by month, Directions on the same draws, and scenarios: tests 4 and 5."""

import numpy as np
import pytest

from tasman.population import past_measures
from tasman.population.backcast import (
    CANCELLATIONS,
    back_cast,
    chances,
    month,
    removed_share,
    swept_up,
)
from tasman.population.calibration import published
from tasman.population.lengths import prison_mixture
from tasman.population.scale import (
    custody_against_2017,
    in_prison,
)
from tasman.population.scenario import (
    DIRECTIONS,
    rate_of,
    removed_shares,
    scenario,
    triangular,
)


def test_regimes_differ_by_law_and_rates_alone():
    """Test 4: the same people under every Direction; only P62, P65 and P67 move."""
    steps = [chances(published(), each) for each in DIRECTIONS]
    fixed = ("represents", "review", "court", "wins")
    assert len({tuple(step[name] for name in fixed) for step in steps}) == 1
    low, high = removed_shares(published(), "99"), removed_shares(published(), "110")
    assert np.mean(low < high) > 0.95
    again = removed_shares(published(), "99")
    assert np.array_equal(low, again)


def test_the_rate_of_today_s_direction_is_an_assumption():
    """Nothing is published under Direction 110; under 99 the record has 48 %."""
    assert rate_of(published(), "set_aside", "110").grade == "A"
    assert rate_of(published(), "set_aside", "99").grade == "V"
    assert chances(published(), "110")["set_aside"] == 0.35
    record = (212 + 184) / (459 + 367)
    assert chances(published(), "99")["set_aside"] == pytest.approx(record, abs=0.005)


def test_removal_follows_from_the_steps():
    """By hand: 1 - .75 x (.33 + .67 x (.8 x .2 + (1 - .16) x .15 x .3))."""
    by_hand = 1 - 0.75 * (0.33 + 0.67 * (0.16 + 0.84 * 0.045))
    assert removed_share(chances(published(), "65")) == pytest.approx(by_hand)


def test_regimes_that_differed_otherwise_would_be_found_out(monkeypatch):
    """Test 4 fails for a step that moves with the Direction, or draws of its own."""
    assert all(each.verdict == "within" for each in past_measures.regimes(published()))

    def moving(calibration, direction):
        return chances(calibration, direction) | {"represents": int(direction) / 200}

    monkeypatch.setattr(past_measures, "chances", moving)
    assert past_measures.regimes(published())[0].verdict == "outside"

    def other_draws(calibration, direction):
        return removed_shares(calibration, direction, seed=int(direction))

    monkeypatch.setattr(past_measures, "removed_shares", other_draws)
    assert past_measures.regimes(published())[1].verdict == "outside"


def test_the_back_cast_is_set_on_2017():
    """1.7 x 367 in 2017, by whatever pace people in prison were reached."""
    assert sum(CANCELLATIONS.values()) == 7035
    for months in (24.0, 36.0, 48.0):
        past = back_cast(published().with_value("sweep_months", months), 367)
        assert past.of(past.cancelled, 2017) == pytest.approx(1.7 * 367)
        assert past.swept.sum() == pytest.approx(swept_up(published()))


def test_without_its_corrections_the_back_cast_is_one_flow():
    """No sweep, no growth, no fall: 1.7 x 367 a year from 2014-12-11, as it was."""
    plain = published()
    for name, value in (
        ("life_share_in_prison", 0.0),
        ("nz_born_prisoners", {"2009": 1.0, "2017": 1.0}),
        ("all_prisoners", {"2017": 1.0, "2022": 1.0, "2023": 1.0}),
        ("cancelling_against_usual", {"2021-22": 1.0, "2022-23": 1.0}),
        ("cancelled_before_the_duty_a_year", 0.0),
    ):
        plain = plain.with_value(name, value)
    past = back_cast(plain, 367)
    by_hand = 367 * 1.7 * (7.5 + 21 / 31 / 12) / 7035
    assert past.share_of_cancellations == pytest.approx(by_hand, abs=0.001)


def test_people_already_in_prison_are_counted_from_the_census():
    """1,062 born in New Zealand, 72 % under sentence, 83 % of them for 12 months on."""
    at = 2014.5 + (5 + 10 / 31) / 12
    born_there = 806 + (1208 - 806) * (at - 2009.5) / 8
    sentenced = 0.724  # 2015; nothing earlier is held
    assert in_prison(published(), at) == pytest.approx(born_there * sentenced)
    longer = 1 - prison_mixture(published()).share_below(np.array([12.0]))[0]
    by_hand = born_there * sentenced * (0.047 + 0.953 * longer)
    assert swept_up(published()) == pytest.approx(by_hand)


def test_custody_moves_with_the_census():
    """806 over 1,208 in 2009; 1 in 2017; then as all prisoners did."""
    at = np.array([2009.5, 2013.5, 2017.5, 2023.5])
    wanted = [806 / 1208, (806 + 1208) / 2 / 1208, 1, 41929 / 41202]
    assert custody_against_2017(published(), at) == pytest.approx(wanted)


def test_closed_borders_put_removals_off():
    """The total stays; 2021 has half, 2022 has what was put off."""
    usual = {"2020": 1.0, "2021": 1.0}
    without = back_cast(published().with_value("border_closure", usual), 367)
    past = back_cast(published(), 367)
    assert past.removals == pytest.approx(without.removals)
    assert past.of(past.removed, 2021) == pytest.approx(
        0.5 * without.of(without.removed, 2021)
    )
    later = past.of(past.removed, 2022) - without.of(without.removed, 2022)
    earlier = without.of(without.removed, 2020, 2) - past.of(past.removed, 2020, 2)
    assert later == pytest.approx(earlier) and later > 100


def test_the_back_cast_counts_months_from_july_2014():
    """The first place is July 2014, the last October 2023."""
    assert month(2014, 7) == 0 and month(2015) == 6
    past = back_cast(published(), 367)
    assert len(past.cancelled) == month(2023, 10) + 1
    before = published().number("cancelled_before_the_duty_a_year") / 12
    assert past.cancelled[:5] == pytest.approx([before] * 5)


def test_scenarios_are_ranges_and_share_their_draws():
    """A smaller reach gives fewer removals in every single run."""
    now, then = scenario(published(), 367), scenario(published(), 367, (0.4, 0.7))
    assert now.interval.low < now.interval.median < now.interval.high
    assert np.all(then.removed < now.removed)


def test_a_triangle_has_its_ends_and_its_mode():
    """The lowest share gives the low end, the highest the high end."""
    drawn = triangular(1.0, 1.7, 2.2, np.array([0.0, 0.7 / 1.2, 1.0]))
    assert drawn == pytest.approx([1.0, 1.7, 2.2])
    assert triangular(0.5, 0.5, 0.5, np.array([0.3])).tolist() == [0.5]
