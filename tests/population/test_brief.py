"""The page for a minister: ranges, grades, the record, the neighbours; no forecast."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from tasman.cli.main import run as command
from tasman.facts.days import day
from tasman.facts.errors import BadValue
from tasman.facts.kinds import FACT, JUDGMENT
from tasman.law import current_law
from tasman.law.reforms import REFORMS, reform
from tasman.population import inquiry as inquiry_module
from tasman.population import sensitivity as sensitivity_module
from tasman.population.brief import BASELINE, brief
from tasman.population.brief_text import as_text
from tasman.population.calibration import published
from tasman.population.changes import DUTY, POWER, changes, day_of_law, measures, short
from tasman.population.charts import draw_brief
from tasman.population.moves import Moves, Span, moved
from tasman.population.people import batch_of
from tasman.population.sensitivity import (
    FOLLOWS,
    TODAY,
    Trial,
    ranged,
    unsourced_left_open,
)
from tasman.population.synthetic import make_chunk
from tasman.population.uncounted import lacks
from tasman.rules.machine import Machine

DAY = day(2026, 11, 21)
PAGE_LINES = 66


@pytest.fixture(scope="module", autouse=True)
def few_people():
    """Fewer people than the command takes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sensitivity_module, "ROWS", 1024)
        patch.setattr(inquiry_module, "PILOT_ROWS", 1024)
        yield


@pytest.fixture(scope="module")
def pages(few_people):
    """The brief of every reform, made when first asked for."""
    made = {}

    def of(name):
        if name not in made:
            made[name] = brief(current_law(), REFORMS[name], published(), DAY)
        return made[name]

    return of


@pytest.fixture(scope="module")
def page(pages):
    """The brief of the ten-year line."""
    return pages("ten-year-line")


def flat(page):
    return " ".join(as_text(page).split())


# --- Every reform gets a page that says something ---


@pytest.mark.parametrize("name", REFORMS)
def test_every_reform_has_a_page(pages, name):
    """One page; what changes, how many as a range or why not, record, limits."""
    page = pages(name)
    lines = as_text(page).splitlines()
    assert len(lines) <= PAGE_LINES
    assert max(map(len, lines)) <= 80
    text = flat(page)
    for part in ("HOW MANY: ", "It changes: s ", BASELINE, "grade A", "Status: "):
        assert part in text.replace("It changes: direction", "It changes: s "), part
    assert "Nothing here says what will be decided of anyone" in text
    answer = re.search(r"HOW MANY: (.*?) It changes:", text)[1]
    assert re.match(
        r"not known; under these assumptions |cannot be (counted|estimated)"
        r"|all of those reached today|nobody is newly reached or released",
        answer,
    )
    assert not re.search(r"(?<!to )\b\d+ (more|fewer)", answer)


@pytest.mark.parametrize("name", REFORMS)
def test_text_and_json_agree(pages, name):
    """The same measure, range, neighbours and reasons in both."""
    page = pages(name)
    plain, text = json.loads(json.dumps(page.to_dict())), flat(page)
    assert plain["reform"] == name and plain["law_at"] == "2026-11-21"
    if plain["measured"] is None:
        assert plain["cannot_be_counted"] and plain["change"] is None
        assert "HOW MANY: cannot be counted" in text
    else:
        assert f"Counted: {plain['measured']}." in text
        assert plain["change"]["least"] <= plain["change"]["most"]
        assert plain["counted"][0]["provision"] == plain["measured"]
    if plain["cannot_be_estimated"]:
        assert f"HOW MANY: {plain['cannot_be_estimated']}" in text
    for each in plain["neighbours"].values():
        assert each["title"] in text
    if name not in ("keep-direction-99",):
        assert plain["neighbours"]
    for each in plain["cannot_be_counted"][:2]:
        assert each["provision"] in text and each["why"] in text
    assert ("removed_a_year_scenario" in plain) == ("A SCENARIO, NO FORECAST" in text)


def test_the_lead_is_the_duty_if_it_changes_then_the_power_then_the_rest(pages):
    """In the order that the documentation gives."""
    leads = {
        "came-before-10": "s 501(3A)",
        "without-the-2014-act": "s 501(3A)",
        "totals-mandatory": "s 501(3A)",
        "nz-mirror": "s 501(3A)",
        "designated-offences-2018": "s 501(2)",
        "entire-life": "s 501CA(4)(b)(ii)",
    }
    for name, measured in leads.items():
        assert pages(name).to_dict()["measured"] == measured
    assert pages("keep-direction-99").headline.kind == "consideration"


# --- What a reform changes, from the law ---


def test_what_a_reform_rewrites_and_what_follows():
    """By the hashes of the provisions' logic."""
    law = current_law()
    found = changes(law, reform("duty-from-24-months").apply(law))
    assert [short(p) for p in found.direct] == ["s 501(3A)(a)"]
    assert {short(p) for p in found.downstream} == {"s 501(3A)", "s 501BA(2)"}
    assert found.added == () and found.facts == frozenset()
    line = changes(law, reform("ten-year-line").apply(law))
    assert {DUTY, POWER} <= set(line.direct)
    assert ("Stay", "arrived_on") in line.facts
    assert changes(law, law).all == ()
    entire = changes(law, reform("entire-life").apply(law))
    assert {short(p) for p in entire.added} == {"entire life 1", "entire life 2"}


def test_the_law_is_that_of_the_day_on_which_all_of_the_reform_has_begun():
    """Today, unless it begins later."""
    law = current_law()

    def begins(*days):
        after = law
        for pin, since in zip((DUTY, POWER), days, strict=False):
            after = after.amend(pin, unless=lambda p: p.in_australia, since=since)
        return day_of_law(changes(law, after), DAY)

    assert begins("2027-07-01") == day(2027, 7, 1)
    assert begins("2027-07-01", "2028-01-01") == day(2028, 1, 1)
    assert begins("2020-07-01") == DAY
    assert begins(None) == DAY


def test_one_consideration_of_two_directions_is_one_measure():
    """What Direction 110 and Direction 99 both weigh is not new under either."""
    law = current_law()
    found = changes(law, reform("keep-direction-99").apply(law))
    known = {each.name: each for each in measures(found, DAY, DAY)}
    both = known["Crimes against women or children"].pinpoints
    assert {pin.split("/")[0] for pin in both} == {"direction-99", "direction-110"}


# --- How people move ---


@pytest.mark.parametrize(
    ("was", "now", "field"),
    [
        ((0, 0), (2, 0), "newly"),
        ((1, JUDGMENT), (2, 0), "newly"),
        ((0, 0), (1, FACT), "maybe_newly"),
        ((0, 0), (1, JUDGMENT), "maybe_newly"),
        ((1, JUDGMENT), (1, FACT | JUDGMENT), "maybe_newly"),
        ((1, JUDGMENT), (1, JUDGMENT), ""),
        ((1, FACT), (1, FACT), ""),
        ((2, 0), (0, 0), "released"),
        ((2, 0), (1, FACT), "maybe_released"),
        ((2, 0), (1, JUDGMENT), "maybe_released"),
        ((1, JUDGMENT), (0, 0), "ruled_out"),
        ((2, 0), (2, 0), ""),
        ((0, 0), (0, 0), ""),
    ],
)
def test_each_way_of_moving_has_its_name(was, now, field):
    """From before to after; what facts or a judgment leave open is `maybe`."""

    def arrays(each):
        return np.array(each[:1], np.int8), np.array(each[1:], np.int8)

    found = moved(arrays(was), arrays(now))
    kinds = ("newly", "maybe_newly", "released", "maybe_released", "ruled_out")
    assert [k for k in kinds if getattr(found, k)] == ([field] if field else [])
    assert found.unlike == bool(field)
    assert found.today == (was[0] == 2)


def test_a_change_counts_the_open_at_both_ends():
    """Ten reached of forty; two newly, one perhaps; three released, four perhaps."""
    moves = Moves(40, 10, 2, 1, 3, 4)
    assert moves.change(of_reach=True) == Span(-0.5, 0.0)
    assert moves.change(of_reach=False) == Span(-5 / 40, 0.0)
    assert moves.shares()["released"] == Span(3 / 40, 7 / 40)
    assert (moves + moves).released == 6


def test_bounds_hold_whatever_the_unsourced_facts_are():
    """With the maximum penalties that were made up, the answer lies in the range."""
    law, name = current_law(), "nz-mirror"
    found = changes(law, reform(name).apply(law))
    tried = measures(found, DAY, DAY)
    trial = Trial({TODAY: law, name: found.after}, {name: tried}, DAY, DAY)
    moves = trial.run(published(), 3).moves[name, "s 501(3A)"]
    assert 0 < moves.released < moves.released + moves.maybe_released
    people = batch_of(make_chunk(published(), 3, 0, 1024), published())
    clocks = {"as_at": "as_at", "law_at": DAY, "known_at": DAY}
    machine = Machine({"a": law, "b": found.after}, (DUTY,), **clocks)
    answers = machine.run(people)
    before, after = (answers.column(f"{n}: {DUTY}").to_numpy() for n in "ab")
    released = int(((before == 2) & (after == 0)).sum())
    assert int((before == 2).sum()) == moves.today
    assert moves.released <= released <= moves.released + moves.maybe_released


def test_a_reform_of_the_duty_moves_only_those_it_names():
    """Nobody is newly reached by a line that only spares; totals only add."""
    law = current_law()
    laws, asked = {TODAY: law}, {}
    for name in ("ten-year-line", "totals-mandatory"):
        found = changes(law, reform(name).apply(law))
        laws[name], asked[name] = found.after, measures(found, DAY, DAY)[:1]
    reach = Trial(laws, asked, DAY, DAY).run(published(), 1)
    line = reach.moves["ten-year-line", "s 501(3A)"]
    totals = reach.moves["totals-mandatory", "s 501(3A)"]
    assert line.newly == line.maybe_newly == 0 < line.released
    assert totals.released == totals.maybe_released == 0 < totals.newly


# --- What cannot be counted ---


def test_facts_not_made_up_are_told_from_those_that_are():
    """Absent, all null, of a list always empty, or without any source."""
    people = batch_of(make_chunk(published(), 1, 0, 500), published())
    found = lacks(unsourced_left_open(people))
    assert {
        ("Person", "aboriginal_descent"),
        ("Decision", "made_on"),
        ("Offence", "maximum_penalty"),
        ("Child", "australian_citizen"),
    } <= found
    assert found.isdisjoint(
        {("Person", "born_on"), ("Sentence", "term"), ("Offence", "outcome")}
    )
    assert ("Offence", "maximum_penalty") not in lacks(people)


def test_a_reform_whom_it_touches_not_made_up_says_so(pages):
    """Everybody made up is in prison; nobody's visa has been cancelled."""
    custody = flat(pages("no-custody-test"))
    assert "HOW MANY: cannot be counted" in custody
    assert "s 501(3A)(b): everyone made up answers yes, today and after" in custody
    told = pages("entire-life").to_dict()["cannot_be_counted"]
    facts = {each["provision"]: each["facts"] for each in told}
    assert facts["s 501CA(4)"][0] == "decisions"


def test_a_reform_that_rests_on_nothing_published_gets_bounds_alone(pages):
    """Maximum penalties: cannot be estimated, and what holds whatever they are."""
    page = pages("designated-offences-2021")
    text = flat(page)
    assert "HOW MANY: cannot be estimated: it rests on maximum penalties" in text
    assert re.search(r"Whatever those facts are, .*: 0 to \d+ more in every", text)
    plain = page.to_dict()
    assert plain["cannot_be_estimated"]
    (row,) = [r for r in plain["counted"] if r["provision"] == "s 501(2)"]
    assert "offences[].maximum_penalty" in row["turns_on"]
    assert plain["neighbours"]["designated-offences-2018"]["change"] is None
    for each in (page, pages("no-custody-test")):
        with pytest.raises(BadValue):
            draw_brief(each, Path("x.svg"))


def test_a_reform_of_nothing_says_so():
    """It changes the logic of no provision."""
    from tasman.law.reforms import Reform

    same = Reform("same", "The same", "", "hypothetical", lambda law: law)
    page = brief(current_law(), same, published(), DAY)
    assert "the reform changes the logic of no provision" in flat(page)
    assert page.to_dict()["changes"]["direct"] == []


# --- The page of the ten-year line ---


def test_its_answer_opens_with_not_known_and_is_a_range(page):
    """Never a lone number."""
    found = re.search(
        r"HOW MANY: not known; under these assumptions (\d+) to (\d+) fewer in every "
        r"hundred reached today, or (\d+) to (\d+) fewer a year",
        flat(page),
    )
    least, most, a_year, at_most = map(int, found.groups())
    assert least < most and a_year < at_most
    assert re.search(
        r"difference: not known; under these assumptions \d+ to \d+", flat(page)
    )


def test_it_gives_the_record_the_grades_and_its_limits(page):
    """Published baseline; sensitivity with grades; scenario apart; share assumed."""
    text = flat(page)
    for part in (
        "620 New Zealanders' visas cancelled in 2017",
        "s 501(3A)",
        "Status: hypothetical",
        "age at arrival A",
        "A SCENARIO, NO FORECAST",
        "under Direction 110",
        "Department revokes 22-31 % (V)",
        "Tribunal sets aside 25-45 % (A)",
        "% of the inputs are assumptions (grade A)",
        "Nothing here says what will be decided of anyone",
    ):
        assert part in text, part


def test_its_range_holds_every_run(page):
    """The extremes are at least as wide as any one assumption makes it."""
    found = page.found
    singly = [end for s in found.swings for end in (*s.at_low, *s.at_high)]
    assert found.least <= min(singly) <= max(singly) <= found.most
    assert found.swings[0].parameter.name == "age_at_arrival"
    assert found.swings == sorted(found.swings, key=lambda s: -s.width)


def test_neighbours_are_the_nearest_in_what_they_change(pages):
    """The same provisions first; the far end always stands beside the duty."""
    beside = {name: list(pages(name).to_dict()["neighbours"]) for name in REFORMS}
    assert beside["ten-year-line"][0] == "ten-year-line-serious"
    assert beside["duty-from-24-months"][0] == "duty-from-60-months"
    assert set(beside["came-before-10"][:2]) == {"came-before-13", "came-before-18"}
    assert set(beside["designated-offences-2021"][:3]) == {
        f"designated-offences-{year}" for year in (2018, 2019, 2023)
    }
    assert "came-before-10" in beside["entire-life"]
    assert "no-mandatory-cancellation" in beside["ten-year-line"]
    page = pages("came-before-10")
    assert page.found.ranges["no-mandatory-cancellation"] == (-1.0, -1.0)
    assert "New Zealand's own rule cannot be estimated" in flat(pages("ten-year-line"))
    assert "Mandatory cancellation without custody cannot be counted" in flat(
        pages("without-the-2014-act")
    )


@pytest.mark.parametrize(
    ("reform", "stays"),
    [
        ("no-mandatory-cancellation", True),
        ("duty-from-24-months", True),
        ("ten-year-line", False),
        ("keep-direction-99", False),
    ],
)
def test_what_the_power_may_do_instead_is_said(pages, reform, stays):
    """Released from the duty alone, a person may still be reached by the power."""
    assert ("under the power instead is not counted" in flat(pages(reform))) == stays


def test_another_direction_has_its_own_rates(pages):
    """Direction 99 with what was published of it, beside Direction 110."""
    text = flat(pages("keep-direction-99"))
    assert "keep-direction-99 (Direction 99)" in text
    assert "Direction 99: asks for revocation" in text
    assert "Tribunal sets aside 44-52 % (V)" in text
    plain = pages("keep-direction-99").to_dict()
    assert plain["directions"] == {TODAY: "110", "keep-direction-99": "99"}


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


# --- The command ---

OWN = """tasman_reform: 1
title: From six months
changes:
  - provision: 501(7)(c)
    set: {threshold: 6 months}
"""


def test_a_reform_of_ones_own_has_a_page(tmp_path, capsys):
    """A YAML file: the same page, from what it changes."""
    path = tmp_path / "six.yaml"
    path.write_text(OWN)
    assert command(["brief", "--reform", str(path), "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["changes"]["direct"] == ["s 501(7)(c)"]
    assert plain["measured"] == "s 501(3A)"
    assert plain["change"]["least"] > 0
    path.write_text(OWN.replace("6 months", "six"))
    assert command(["brief", "--reform", str(path)]) == 2
    assert "six.yaml:5" in capsys.readouterr().err


def test_the_command_refuses_what_it_cannot_do(tmp_path, capsys):
    """An unknown reform, an unknown kind of chart: exit 2, nothing written."""
    assert command(["brief", "--reform", "nonsense"]) == 2
    assert "no reform 'nonsense'" in capsys.readouterr().err
    assert command(["brief", "--reform", "ten-year", "--chart", "x.gif"]) == 2
    assert command(["brief"]) == 2
