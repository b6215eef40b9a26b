"""Detention and its cost: ranges over many, by Little's law, never of a person."""

import numpy as np
import pytest

from tasman.population.calibration import published
from tasman.population.detention import RECORD, detention, in_words, months_held
from tasman.population.scenario import Scenario, scenario

CALIBRATION = published()


def fixed(**values):
    """The calibration with parameters that do not vary."""
    from dataclasses import replace

    from tasman.population.calibration import Calibration

    changed = dict(CALIBRATION)
    for name, value in values.items():
        made = changed[name]
        changed[name] = replace(made, value=value, low=value, high=value)
    return Calibration(changed)


def test_person_years_follow_from_months_and_people():
    """By hand: 600 a year for 6 months are 300 person-years, A$30 million at 100,000;

    400 removed, each 73.05 days after the last loss, are 80 of the person-years.
    """
    certain = fixed(
        detention_months={"2016": 6.0, "2022": 6.0},
        removal_lag_days=73.05,
        detention_cost_a_year=100_000.0,
    )
    runs = Scenario(removed=np.full(4000, 400.0), cancelled=np.full(4000, 600.0))
    found = detention(certain, runs)
    assert found.person_years == pytest.approx(np.full(4000, 300))
    assert found.awaiting_removal == pytest.approx(np.full(4000, 80))
    assert found.dollars == pytest.approx(np.full(4000, 30e6))


def test_the_months_held_span_the_record():
    """From the low end of 2016 to the high end of 2022; the latest is likeliest."""
    assert months_held(CALIBRATION) == (3.7, 13.5, 15.5)
    held = CALIBRATION.shares("detention_months")
    assert held["2016"] == pytest.approx(206 / 580 * 12, abs=0.05)
    assert held["2022"] == pytest.approx(214 / 190 * 12, abs=0.05)


def test_detention_is_a_range_and_shares_its_draws():
    """Fewer cancelled are fewer held in every run; nothing stands as a lone number."""
    now, then = scenario(CALIBRATION, 367), scenario(CALIBRATION, 367, (0.4, 0.7))
    held, fewer = detention(CALIBRATION, now), detention(CALIBRATION, then)
    assert np.all(fewer.person_years < held.person_years)
    assert np.all(held.awaiting_removal <= held.person_years)
    for each in held.to_dict().values():
        assert 0 < each["low"] < each["high"]


def test_the_words_give_grades_and_the_record():
    """Each input with its range and grade; what was in fact held beside it."""
    found = detention(CALIBRATION, scenario(CALIBRATION, 367))
    text = in_words({"the law as it is": found}, CALIBRATION)
    for part in (
        "the law as it is: ",
        "3.7-15.5 (D)",
        "30-180 days from the final loss to the flight, within that (A)",
        "A$346,000-500,000 a person-year (V)",
        RECORD,
    ):
        assert part in text
