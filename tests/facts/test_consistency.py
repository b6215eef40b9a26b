"""Impossible facts are errors; facts that merely contradict each other are warnings."""

import pytest

from tasman.facts.errors import CaseErrors
from tasman.facts.loading import parse_case

GAOL = "place: gaol, full_time: yes"
CELLS = "place: police_cells, full_time: yes"
SCV = "footing: special_category_visa"

IMPOSSIBLE = [
    (
        f"custody: [{{{GAOL}, began_on: 2014-01-01, ended_on: 2015-01-01}},"
        f" {{{CELLS}, began_on: 2014-06-01, ended_on: 2014-06-03}}]",
        "custody[1]: overlaps custody[0] from 2014-06-01: nobody is held full time in",
    ),
    (
        f"custody: [{{{GAOL}, began_on: 2014, ended_on: never}},"
        f" {{{CELLS}, began_on: 2014, ended_on: 2015-06}}]",
        "custody[1]: overlaps custody[0] from 2014-12-31",
    ),
    (
        f"stays: [{{{SCV}, arrived_on: 2010-01-01, departed_on: never}},"
        f" {{{SCV}, arrived_on: 2012-01-01, departed_on: never}}]",
        "stays[1]: overlaps stays[0] from 2012-01-01",
    ),
    (
        f"stays: [{{{SCV}, arrived_on: 2012-01-01, departed_on: 2011-12-31}}]",
        "stays[0].departed_on: 2011-12-31 is before arrived_on (2012-01-01)",
    ),
    (
        "born_on: 1990-05\nsentences: [{imposed_on: 1990-04-30}]",
        "3:26  sentences[0].imposed_on: 1990-04-30 is before the person was born "
        "(1990-05-01)",
    ),
    (
        "born_on: 1990\noffences: [{committed_on: 1989}]",
        "offences[0].committed_on: 1989-12-31 is before the person was born",
    ),
    (
        "born_on: 1990\ncustody: [{began_on: 1989}]",
        "custody[0].began_on: 1989-12-31 is before the person was born",
    ),
    (
        "assume: {visas: {ceased_on: 2014}}\nvisas: [{}, {granted_on: 2015}]",
        "3:13  visas[1].ceased_on: 2014-12-31 is before granted_on (2015-01-01)",
    ),
    (
        "decisions: [{made_on: 2015, undone_on: 2014}]",
        "decisions[0].undone_on: 2014-12-31 is before made_on (2015-01-01)",
    ),
]


@pytest.mark.parametrize(("lines", "said"), IMPOSSIBLE)
def test_facts_that_cannot_all_be_true_are_errors(lines, said):
    text = f"tasman_case: 1\n{lines}\n"
    with pytest.raises(CaseErrors) as caught:
        parse_case(text, "t")
    assert said in str(caught.value)
    assert all(error.line for error in caught.value.errors)
    assert parse_case(text, "t", check_possible=False).facts


POSSIBLE = [
    f"custody: [{{{GAOL}, began_on: 2014-01-01, ended_on: 2015-01-01}},"
    f" {{{CELLS}, began_on: 2015-01-01, ended_on: 2015-01-02}}]",
    f"custody: [{{{GAOL}, basis: remand, began_on: 2014, ended_on: never}},"
    f" {{{GAOL}, basis: sentence, began_on: 2014, ended_on: never}}]",
    f"custody: [{{{GAOL}, began_on: 2014, ended_on: 2015}},"
    f" {{{CELLS}, began_on: 2014, ended_on: 2014}}]",
    f"custody: [{{{GAOL}, began_on: 2013, ended_on: never}},"
    " {place: community, full_time: yes, began_on: 2014, ended_on: never}]",
    f"custody: [{{{GAOL}, began_on: 2013, ended_on: never}},"
    " {place: police_cells, began_on: 2014, ended_on: never}]",
    f"stays: [{{{SCV}, arrived_on: 2010-01-01, departed_on: 2012-01-01}},"
    f" {{{SCV}, arrived_on: 2012-01-01, departed_on: never}}]",
    f"stays: [{{{SCV}, arrived_on: 2010, departed_on: 2012}},"
    f" {{{SCV}, arrived_on: 2012, departed_on: 2012}}]",
    "born_on: 1990\noffences: [{committed_on: 1990}]",
    "born_on: 1990\nsentences: [{imposed_on: unknown}]",
]


@pytest.mark.parametrize("lines", POSSIBLE)
def test_what_might_be_true_is_neither_error_nor_warning(lines):
    assert parse_case(f"tasman_case: 1\n{lines}\n", "t").warnings == ()


AUSTRALIAN = "citizenships: [{country: australia, began_on: 2010, ended_on: never}]\n"
CONTRADICTORY = [
    (
        AUSTRALIAN + "visas: [{granted_on: 2009, ceased_on: 2012-01-01}]",
        "citizen-and-visa",
        ("citizenships[0]", "visas[0]"),
    ),
    (
        AUSTRALIAN + f"stays: [{{{SCV}, arrived_on: 2009, departed_on: never}}]",
        "citizen-and-stay",
        ("citizenships[0]", "stays[0].footing"),
    ),
    (
        "sentences: [{imposed_on: 2015-02, quashed_on: 2015-01}]",
        "out-of-order",
        ("sentences[0].quashed_on", "sentences[0].imposed_on"),
    ),
    (
        "offences: [{committed_on: 2015, found_on: 2014}]",
        "out-of-order",
        ("offences[0].found_on", "offences[0].committed_on"),
    ),
    ("as_at: 1990-01-01\nborn_on: 1991", "out-of-order", ("as_at", "born_on")),
    (
        "as_at: 2020-01-01\nin_australia: no\n"
        f"stays: [{{{SCV}, arrived_on: 2009, departed_on: never}}]",
        "here-and-away",
        ("in_australia", "stays[0]"),
    ),
    (
        "decisions: [{power: 501(3A), made_on: 2016-02-01, undone_on: never}, "
        "{power: 501CA(4), result: revoked, made_on: 2016-12-01}]",
        "revoked-yet-standing",
        ("decisions[0].undone_on", "decisions[1]"),
    ),
]


@pytest.mark.parametrize(("lines", "code", "fields"), CONTRADICTORY)
def test_facts_that_contradict_each_other_are_warnings_naming_both(lines, code, fields):
    (warning,) = parse_case(f"tasman_case: 1\n{lines}\n", "t").warnings
    assert (warning.code, warning.fields) == (code, fields)
    for field in fields:
        assert field.removesuffix(".footing") in warning.message


@pytest.mark.parametrize(
    "visa", ["granted_on: 2008, ceased_on: 2010", "granted_on: 2008", "ceased_on: 2020"]
)
def test_a_visa_that_may_have_ended_in_time_is_no_contradiction(visa):
    text = f"tasman_case: 1\n{AUSTRALIAN}visas: [{{{visa}}}]\n"
    assert parse_case(text, "t").warnings == ()


@pytest.mark.parametrize(
    "first",
    [
        "made_on: 2016-02-01, undone_on: 2016-12-01",
        "made_on: 2017-02-01, undone_on: never",
        "made_on: 2016-02-01",
    ],
)
def test_a_cancellation_undone_later_or_unknown_is_no_contradiction(first):
    """Undone, later than the revocation, or silent: none of these contradicts it."""
    again = "{power: 501CA(4), result: revoked, made_on: 2016-12-01}"
    decisions = f"[{{power: 501(3A), {first}}}, {again}]"
    text = f"tasman_case: 1\ndecisions: {decisions}\n"
    assert parse_case(text, "t").warnings == ()
