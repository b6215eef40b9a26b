"""One case gives one answer on one day, whichever command asks: assess, or another."""

import json
from dataclasses import replace

import pytest

from tasman.casework.assessment import assess
from tasman.casework.compare import compare
from tasman.casework.considerations import considerations
from tasman.casework.deadlines import deadlines
from tasman.casework.linked import linked, put_to
from tasman.casework.procedure import clocks_section
from tasman.casework.timeline import timeline
from tasman.casework.whatif import Question, what_if
from tasman.cli.main import run
from tasman.facts.days import iso, parse_day
from tasman.facts.saving import dump_case
from tasman.law.reforms import reform as reform_named
from tasman.rules.values import TRUTH_NAMES
from tests.casework.procedure_facts import (
    CANCELLED,
    HAND,
    HEARD,
    LAW,
    LETTER,
    MANDATORY,
    UNHEARD,
    case,
    decision,
    notice,
)

TODAY = parse_day("2026-11-21")
AGAIN = {**HAND, "given_on": "2026-02-20", "answered_on": "2026-02-25", "place": "nsw"}
SAID = {
    "in time": [{**HEARD, "answered_on": "2026-02-05"}],
    "late": [{**HEARD, "answered_on": "2026-03-05", "defect": "none"}],
    "late, perhaps never begun": [{**HEARD, "answered_on": "2026-03-05"}],
    "never": [{**HEARD, "answered_on": "never"}],
    "by letter": [{**LETTER, "answered_on": "2026-02-10"}],
    "by letter in detention": [
        {**LETTER, "answered_on": "2026-02-05", "in_immigration_detention": "yes"}
    ],
    "asked twice": [{**HEARD, "answered_on": "2026-02-05"}, AGAIN],
    "no day": [{"answered_on": "2026-01-20"}],
}
ASKED = ("501CA(4)(a)", "501CA(4)", "501CA(3)", "501CA(3) again", "501(2)")


def told(name):
    """The case in which notices alone say when they came and were answered."""
    notices = [notice(**MANDATORY, **said) for said in SAID[name]]
    return case(*notices, decisions=(decision(**CANCELLED),))


def assessed(facts, day, law=LAW):
    """What `assess` answers on a day, whose law applies, by pinpoint."""
    found = assess(facts, today=TODAY, law=law, as_at=day, law_at=day, known_at=TODAY)
    run_ = found.explanation.evaluation
    return {name: TRUTH_NAMES[run_.provision(law.find(name))[0]] for name in ASKED}


@pytest.mark.parametrize("name", SAID)
def test_a_timeline_says_on_every_day_what_assess_says(name):
    """Day by day from before the decision to after the answers, and the steps between.

    Facts and law of each day; then the facts of one day, whose law alone moves.
    """
    first, last = parse_day("2026-01-03"), parse_day("2026-03-08")
    facts = told(name)
    window = {"since": first, "until": last, "known_at": TODAY}
    found = timeline(facts, today=TODAY, conclusions=ASKED, law=LAW, **window)
    held = timeline(
        facts, today=TODAY, conclusions=ASKED, law=LAW, facts_at=last, **window
    )
    fixed = assess(
        facts, today=TODAY, law=LAW, as_at=last, law_at=first, known_at=TODAY
    ).explanation.evaluation
    for line, kept in zip(found.lines, held.lines, strict=True):
        assert {b.last + 1 for b in line.bands} == {
            *(b.first for b in line.bands[1:]), last + 1
        }  # fmt: skip
        truth = fixed.provision(LAW.find(line.name))[0]
        assert kept.on(first).text == TRUTH_NAMES[truth], line.name
    turns = {band.first for band in found.lines[0].bands} | {last}
    for day in range(first, last + 1):
        put = put_to(LAW, facts.facts, {"as_at": day, "law_at": day, "known_at": TODAY})
        expected = {n: TRUTH_NAMES[put.provision(LAW.find(n))[0]] for n in ASKED}
        shown = {line.name: line.on(day).text for line in found.lines}
        assert shown == expected, iso(day)
        if day in turns:
            assert shown == assessed(facts, day), iso(day)


@pytest.mark.parametrize("name", SAID)
def test_comparisons_and_what_ifs_say_what_assess_says(name):
    """A column of a law, the question behind what-ifs, a law put to the facts."""
    facts, day = told(name), parse_day("2026-03-20")
    expected = assessed(facts, day)
    table = compare(
        facts, today=TODAY, laws=[day], conclusions=ASKED, as_at=day, law=LAW
    )
    assert {n: a.text for n, a in table.columns[0].answers.items()} == expected
    dates = {"today": TODAY, "as_at": day, "law_at": day, "law": LAW}
    question = Question(facts, **dates)
    asked = {n: TRUTH_NAMES[question.truth(facts, n)] for n in ASKED}
    assert asked == expected
    clocks = {"as_at": day, "law_at": day, "known_at": TODAY}
    put = put_to(LAW, facts.facts, clocks)
    assert {n: TRUTH_NAMES[put.provision(LAW.find(n))[0]] for n in ASKED} == expected


def test_a_reform_is_compared_on_the_same_facts_as_it_is_assessed():
    """Whatever the law, what the notice says reaches the decision."""
    facts, day = told("in time"), parse_day("2026-03-20")
    reform = reform_named("duty-from-24-months")
    table = compare(
        facts,
        today=TODAY,
        laws=[day],
        reforms=[reform],
        conclusions=ASKED,
        as_at=day,
        law=LAW,
    )
    shown = {n: a.text for n, a in table.columns[1].answers.items()}
    assert shown == assessed(facts, day, reform.apply(LAW))
    assert shown["501CA(4)(a)"] == "yes"


def test_a_changed_notice_changes_what_follows_from_its_decision():
    """A what-if of the notice is carried over anew, not from what it said before."""
    facts, day = told("in time"), parse_day("2026-03-20")
    dates = {"today": TODAY, "as_at": day, "law_at": day, "law": LAW}
    defect = ("notices[0].defect", "none")
    found = what_if(facts, [("notices[0].answered_on", "2026-03-05"), defect], **dates)
    turned = {each.conclusion.partition("/")[2]: each for each in found.turned}
    assert turned["501CA(4)(a)"].before == "yes"
    assert turned["501CA(4)(a)"].after == "no"


def test_a_decision_changed_beside_its_notice_speaks_for_itself():
    """The fact shown as it was is the one taken over."""
    facts, day = told("in time"), parse_day("2026-03-20")
    dates = {"today": TODAY, "as_at": day, "law_at": day, "law": LAW}
    found = what_if(facts, [("decisions[0].representations_on", "never")], **dates)
    [change] = found.changes
    assert (change.was, change.would_be) == ("2026-02-05", "never")
    assert "501CA(4)(a)" in {each.conclusion.partition("/")[2] for each in found.turned}


@pytest.mark.parametrize("name", SAID)
def test_clocks_and_considerations_are_those_of_the_assessment(name):
    """The parts of an assessment are what their own commands say."""
    facts, day = told(name), parse_day("2026-03-20")
    clocks = {"as_at": day, "law_at": day, "known_at": TODAY}
    known = linked(facts, LAW, **clocks)
    part = clocks_section(known, LAW, day, day, TODAY)
    assert list(part.deadlines) == deadlines(facts, LAW, **clocks)
    alone = considerations(facts.facts, LAW, **clocks)
    assert considerations(known.facts, LAW, **clocks).to_dict() == alone.to_dict()


def test_the_commands_on_status_see_what_notices_say(tmp_path, capsys, monkeypatch):
    """A file in which the notice alone speaks is read as if its decision spoke too."""
    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")
    facts = told("in time")
    spoken = linked(facts, LAW, as_at=TODAY, law_at=TODAY, known_at=TODAY)
    shown = []
    for number, each in enumerate((facts, replace(spoken, assumed=()))):
        path = tmp_path / f"{number}.yaml"
        path.write_text(dump_case(each), encoding="utf-8")
        for command in ("status", "new-zealand", "entitlements", "citizenship"):
            assert run([command, str(path), "--format", "json"]) == 0
            shown.append(json.loads(capsys.readouterr().out))
    assert shown[:4] == shown[4:]


def test_a_decision_made_unheard_is_carried_likewise():
    """Seven days: the step of a timeline falls where the assessment changes."""
    decided = {**CANCELLED, "power": "501(3)", "made_by": "minister"}
    said = notice(**UNHEARD, **HEARD, answered_on="2026-01-15")
    facts = case(said, decisions=(decision(**decided),))
    first, last = parse_day("2026-01-03"), parse_day("2026-01-20")
    names = ("501C(4)", "501C(3)")
    found = timeline(
        facts,
        today=TODAY,
        conclusions=names,
        since=first,
        until=last,
        known_at=TODAY,
        law=LAW,
    )
    for day in (first, parse_day("2026-01-08"), parse_day("2026-01-15"), last):
        put = assess(
            facts, today=TODAY, law=LAW, as_at=day, law_at=day, known_at=TODAY
        ).explanation.evaluation
        for line in found.lines:
            truth = put.provision(LAW.find(line.name))[0]
            assert line.on(day).text == TRUTH_NAMES[truth], (line.name, iso(day))
