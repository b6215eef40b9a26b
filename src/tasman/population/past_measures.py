"""What the model makes of the scale, the regimes and the past, beside the record."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tasman.population.backcast import (
    CANCELLATIONS,
    BackCast,
    back_cast,
    chances,
    month,
    removed_share,
    swept_up,
)
from tasman.population.calibration import Calibration
from tasman.population.comparison import Check
from tasman.population.histories import Tally
from tasman.population.measures import NOBODY
from tasman.population.scale import in_prison, in_prison_by_flow, sentenced_a_year
from tasman.population.scenario import DIRECTIONS, STEPS, removed_shares
from tasman.population.tables import count, percent

CANCELLED_2017 = 620
NAMED_GAP = (
    "people already in prison, aggregates counted as one term, child sexual offences "
    "of any length, discretionary cancellations, growth since 2012-13, citizens born "
    "elsewhere"
)


def flow(found: Tally, calibration: Calibration) -> float:
    """Return the people a year sentenced to 12 months or more in one term."""
    return sentenced_a_year(calibration) * found.share(12)


def flows(found: Tally, calibration: Calibration) -> list[Check]:
    """Return test 3: a year's flow, and the gap to the cancellations of 2017."""
    a_year = flow(found, calibration)
    past = back_cast(calibration, a_year)
    swept = past.of(past.swept, 2017)
    prisoners = in_prison(calibration, 2017.5)
    return [
        Check(
            "people a year, 12 months or more",
            a_year,
            367,
            15,
            "D",
            "section 7, test 3",
        ),
        Check(
            "cancellations over that flow",
            CANCELLED_2017 / a_year if a_year else None,
            calibration.number("k_trigger"),
            0.1,
            "A",
            "620 New Zealand cancellations, 2017",
            f"the gap, in k_trigger: {NAMED_GAP}",
            NOBODY,
        ),
        Check(
            "without those swept up in 2017",
            (CANCELLED_2017 - swept) / a_year if a_year else None,
            None,
            None,
            "A",
            calibration["sweep_months"].source,
            f"{count(swept_up(calibration))} were in prison for 12 months or more when "
            f"the duty began, {count(swept)} of them reached in 2017: the rest of the "
            "gap is this ratio",
            NOBODY,
        ),
        Check(
            "in prison, 2017, by this flow",
            in_prison_by_flow(calibration),
            prisoners,
            None,
            "D",
            "1,208 born in New Zealand, the share under sentence between 2016 and 2023",
            "the flow is of 2012-13, and the time served a ratio of two medians",
        ),
    ]


def regimes(calibration: Calibration) -> list[Check]:
    """Return test 4: Directions differ by rates alone, on the same draws."""
    steps = [chances(calibration, each) for each in DIRECTIONS]
    moved = [
        name
        for name in STEPS
        if name not in ("revoked", "set_aside", "override")
        and len({step[name] for step in steps}) > 1
    ]
    alike = _alike(calibration)
    runs = np.array([removed_shares(alike, each) for each in DIRECTIONS])
    source = "section 7, test 4: only P62, P65 and (by date) P67 may differ"
    return [
        Check("other steps that differ", float(len(moved)), 0, 0, "D", source),
        Check(
            "runs that differ, rates equal",
            float(np.sum(np.ptp(runs, axis=0) > 0)),
            0,
            0,
            "D",
            "common random numbers: the same draws under every Direction",
        ),
    ]


def _alike(calibration: Calibration) -> Calibration:
    """Return the calibration with one rate for every Direction and period."""
    changed = dict(calibration)
    for name in (
        "department_revokes",
        "tribunal_sets_aside",
        "override_after_set_aside",
    ):
        rates = dict.fromkeys(calibration.shares(name), 0.25)
        given = replace(calibration[name], value=rates, low=rates, high=rates)
        changed[name] = given
    now = changed["tribunal_sets_aside_now"]
    changed[now.name] = replace(now, value=0.25, low=0.25, high=0.25)
    return Calibration(changed)


def past(found: Tally, calibration: Calibration) -> list[Check]:
    """Return test 5: the back-cast set on 2017, and the years it was not set on."""
    a_year = flow(found, calibration)
    then = back_cast(calibration, a_year)
    return [
        _share(then, calibration, a_year),
        _removals(then, calibration, a_year),
        _returned(calibration),
        *_by_year(then, calibration),
    ]


def _ends(calibration: Calibration, name: str) -> tuple[Calibration, Calibration]:
    made = calibration[name]
    assert made.low is not None and made.high is not None
    return (
        calibration.with_value(name, made.low),
        calibration.with_value(name, made.high),
    )


def _share(then: BackCast, calibration: Calibration, a_year: float) -> Check:
    quick, slow = (
        back_cast(each, a_year).share_of_cancellations
        for each in _ends(calibration, "sweep_months")
    )
    usual = dict.fromkeys(calibration.shares("cancelling_against_usual"), 1.0)
    no_fall = calibration.with_value("cancelling_against_usual", usual)
    without = back_cast(no_fall, a_year).share_of_cancellations
    months = calibration["sweep_months"]
    return Check(
        "share of cancellations, 2014-22",
        then.share_of_cancellations,
        0.525,
        0.075,
        "V",
        "FOI releases and ministers, by financial year",
        "rests on grade A: people already in prison are taken to be reached evenly "
        f"over {calibration.number('sweep_months'):.0f} months. Over "
        f"{months.low:.0f}, all before 2017, it would be {percent(quick)}; over "
        f"{months.high:.0f}, {percent(slow)}. Without the fall of 2021-22, "
        f"{percent(without)}",
    )


def _removals(then: BackCast, calibration: Calibration, a_year: float) -> Check:
    most, least = (
        back_cast(each, a_year).removals
        for each in _ends(calibration, "represents_in_time")
    )
    return Check(
        "removals, 2015 to October 2023",
        then.removals,
        3820,
        382,
        "V",
        "Border Force, all powers",
        f"{count(least)} to {count(most)} over the range of who asks for revocation "
        "(P61, A), which this rests on; set on 2017 alone. Time in prison between "
        "cancellation and removal is not counted; removals under other powers are, by "
        "the difference of two counts in 2017",
    )


def _returned(calibration: Calibration) -> Check:
    decided = sum(list(CANCELLATIONS.values())[:6]) + 0.75 * CANCELLATIONS["2020-21"]
    return Check(
        "cancellations not kept, to 2021",
        1 - removed_share(chances(calibration, "65")),
        1298 / decided,
        0.05,
        "?",
        "1,298 revoked or not maintained, by ministers' count, of those cancelled from "
        "July 2014 to March 2021, all nationalities",
        "fewer seem to ask, or to win, than assumed (P61, P64, P68, all A); the count "
        "is political, its powers and period unsure, and later decisions are not in it",
    )


_CANCELLED = (
    ("cancelled, 2014-15", "2014-15", 339, "V"),
    ("cancelled, 2021-22", "2021-22", 190, "D"),
)


def _by_year(then: BackCast, calibration: Calibration) -> list[Check]:
    """Return single years, for which the dossier sets no tolerance."""
    rows = [
        Check(name, then.cancelled_in(year), figure, None, grade, "New Zealanders")
        for name, year, figure, grade in _CANCELLED
    ]
    ombudsman = then.cancelled[: month(2016, 3)].sum()
    ombudsman += calibration.number("cancelled_before_the_duty_a_year") / 2
    rows.append(
        Check(
            "cancelled, 2014 to February 2016",
            float(ombudsman),
            697,
            None,
            "V",
            "Commonwealth Ombudsman, report 08/2016",
            "people in prison were not reached evenly from the first day",
        )
    )
    all_powers = then.removed + then.under_other_powers
    removed_2017 = then.of(all_powers, 2017)
    rows.append(
        Check(
            "removed over cancelled, 2017",
            removed_2017 / max(1e-9, then.of(then.cancelled, 2017)),
            595 / 620,
            None,
            "V",
            "Border Force and RNZ: different people and powers",
        )
    )
    border = "NZ Police, deportees notified"
    made = ", ".join(
        f"{percent(share)} in {year}"
        for year, share in calibration.shares("border_closure").items()
    )
    closed = (
        f"of removals due closed borders let through {made} (A), the rest later; too "
        "few are due, for too many cancellations are undone"
    )
    for name, year, years, figure, grade in (
        ("arrivals, 2020", 2020, 1, 320, "V"),
        ("arrivals, 2021 and 2022", 2021, 2, 574, "?"),
        ("arrivals, 2015 to October 2023", 2015, 9, 3078, "V"),
    ):
        model = then.of(then.removed, year, years)
        rows.append(Check(name, model, figure, None, grade, border, closed))
    return rows


def assumed(calibration: Calibration, told: float | None) -> list[Check]:
    """Return test 6: the share assumed, as the file and so every chart prints it."""
    if told is None:
        return []
    return [
        Check(
            "share of inputs graded A",
            told,
            calibration.share_assumed,
            0.0005,
            "D",
            "the file's parameters, counted again; charts print the file's own share",
        )
    ]


def after_return(found: Tally) -> list[Check]:
    """Return New Zealand's side: one comparison, and what is not modelled."""
    nothing = "nobody is followed after the return"
    return [
        Check(
            "over one year, of 12 months on",
            found.share(13) / found.share(12) if found.share(12) else None,
            0.70,
            None,
            "V",
            "P80: subject to supervision, of arrivals to November 2017",
            "the record counts everyone notified, some with shorter sentences or none",
            NOBODY,
        ),
        Check("P81 under conditions", None, 265, None, "V", "February 2023", nothing),
        Check("P82 offended again", None, 0.33, None, "V", "two years", nothing),
        Check("P83 convicted again", None, 0.474, None, "D", "October 2023", nothing),
        Check("P84 in custody", None, 211 / 2374, None, "D", "March 2021", nothing),
    ]
