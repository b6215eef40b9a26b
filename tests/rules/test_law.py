"""The law as a whole: reading it, its hashes, and changing it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.days import parse_date, parse_day
from tasman.rules.errors import LawError, UnknownProvision
from tasman.rules.handles import (
    YES,
    Date,
    Truth,
    days,
    months,
    number,
    years,
)
from tasman.rules.law import Law
from tasman.rules.provisions import Act
from tests.rules import tenancy
from tests.rules.invented import Keeper
from tests.rules.profile import bounded
from tests.rules.random_law import random_law
from tests.rules.tenancy import CALENDARS, LAW, Tenant, evaluation, leases, truth

ROOT = Path(__file__).resolve().parents[2]
LONG = leases("2010-01-01..never 12m fixed")
SHORT = leases("2010-01-01..never 6m fixed")


def answer(law: Law, section: str, facts: Any, **dates: str) -> str:
    """The truth of a section under a law."""
    return truth(section, facts, law=law, **dates)


# --- Reading ---


def test_a_section_is_found_by_its_short_name():
    """The Act's slug may be left out while one Act has the section."""
    assert LAW.find("2(1)") == "tenancy/2(1)"
    assert LAW.find("tenancy/2(1)") == "tenancy/2(1)"
    with pytest.raises(UnknownProvision, match=r"no provision '2\(9\)'; nearest: "):
        LAW.find("2(9)")


def test_a_short_name_that_two_acts_share_is_refused():
    """The message gives both."""
    other = Act("Other Act", slug="other", sources={"G": "none"})

    @other.provision("2(1)", sources="G")
    def rule(tenant: Tenant) -> Truth:
        """It is so."""
        return YES

    with pytest.raises(UnknownProvision, match=r"tenancy/2\(1\), other/2\(1\)"):
        LAW.enact(other).find("2(1)")


def test_the_version_in_force_on_a_day():
    """Its first day is in, its last day out; before it, none stands."""
    before, after = parse_day("1999-12-31"), parse_day("2000-01-01")
    now = parse_day("2026-01-01")
    assert LAW.in_force("tenancy/4(6)", before, now) is None
    version = LAW.in_force("tenancy/4(6)", after, now)
    assert version is not None
    assert version.name == "poor"


def test_dependents_are_all_that_rest_on_a_provision():
    """Through any number of steps, itself included; none that do not."""
    found = {pin.partition("/")[2] for pin in LAW.dependents("tenancy/3(5)")}
    assert found == {"3(5)", "3(8)", "4(6)"}
    found = {pin.partition("/")[2] for pin in LAW.dependents("tenancy/1(2)")}
    assert found == {"1(2)", "2(1)", "2(2)"}
    assert LAW.dependents("tenancy/4(5)") == {"tenancy/4(5)"}


# --- Changing ---


def test_unless_takes_cases_out():
    """The rest is as before, and every user of the provision follows."""
    law = LAW.amend("1(1)", unless=lambda lease: lease.kind.is_("fixed"))
    assert answer(LAW, "2(1)", LONG) == "yes"
    assert answer(law, "2(1)", LONG) == "no"
    assert answer(law, "2(1)", leases("2010-01-01..never 12m boarding")) == "yes"


def test_also_brings_cases_in():
    """The old cases stay in."""
    law = LAW.amend("1(1)", also=lambda lease: lease.kind.is_("boarding"))
    assert answer(law, "2(1)", LONG) == "yes"
    assert answer(law, "2(1)", SHORT) == "no"
    assert answer(law, "2(1)", leases("2010-01-01..never 1m boarding")) == "yes"


def test_instead_replaces_the_rule():
    """Of any type; a provision keeps its type."""
    law = LAW.amend("3(2)", instead=lambda tenant: tenant.served_on + months(2))
    served = {"served_on": parse_date("2020-01-31")}
    found = evaluation(served, law=law).provision("tenancy/3(2)")
    assert found[:2] == parse_date("2020-03-31")
    with pytest.raises(LawError, match="a date stays a date"):
        LAW.amend("3(2)", instead=lambda tenant: tenant.bonded)


def test_a_threshold_is_changed_by_name():
    """Both versions of the rule change; below and at the new line."""
    law = LAW.amend("2(2)", threshold=months(6))
    for law_at in ("2014-01-01", "2020-01-01"):
        assert answer(law, "2(2)", SHORT, law_at=law_at) == "yes"
        short = leases("2010-01-01..never 5m fixed")
        assert answer(law, "2(2)", short, law_at=law_at) == "no"
    assert answer(LAW, "2(2)", SHORT) == "no"


def test_a_change_may_begin_and_end():
    """On its first day it stands, on the day it ends it does not."""
    law = LAW.amend("2(2)", threshold=months(6), since="2018-01-01", until="2019-01-01")
    dates = ("2017-12-31", "2018-01-01", "2018-12-31", "2019-01-01")
    assert [answer(law, "2(2)", SHORT, law_at=d) for d in dates] == [
        "no",
        "yes",
        "yes",
        "no",
    ]
    assert len(law.versions("tenancy/2(2)")) == 4


def test_a_change_across_two_versions_changes_a_part_of_each():
    """Each version keeps what else it says."""
    law = LAW.amend("2(2)", threshold=months(6), since="2014-01-01", until="2016-01-01")
    spans = [(v.name, v.since, v.until) for v in law.versions("tenancy/2(2)")]
    assert len(spans) == 4
    lines = {"2013-12-31": "no", "2014-12-10": "yes", "2014-12-11": "yes"}
    for law_at, wanted in lines.items():
        assert answer(law, "2(2)", SHORT, law_at=law_at) == wanted
    twelve = leases("2010-01-01..never 12m fixed")
    assert answer(law, "2(2)", twelve, law_at="2013-12-31") == "no"  # 24 months then


def test_a_change_to_a_provision_selected_by_a_date_of_the_case():
    """`since` is a day of signature there, not of the assessment."""
    law = LAW.amend("1(2)", unless=lambda lease: lease.written, since="2012-01-01")
    early = leases("signed=2011-12-31 2012-01-01..never 12m written fixed")
    late = leases("signed=2012-01-01 2012-01-01..never 12m written fixed")
    assert answer(law, "2(1)", early) == "yes"
    assert answer(law, "2(1)", late) == "no"


@pytest.mark.parametrize(
    ("section", "change", "message"),
    [
        ("2(2)", {"limit": months(1)}, "has no threshold 'limit'; it has: threshold"),
        ("2(1)", {"limit": months(1)}, "has no threshold 'limit'; it has: none"),
        ("2(2)", {"threshold": number(6)}, "threshold must be a term"),
        ("2(2)", {"threshold": 6}, "threshold must be a term"),
        ("2(9)", {}, "no provision '2"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(
    section: str, change: dict[str, Any], message: str
):
    """With the thresholds there are, or the nearest provision."""
    with pytest.raises(LawError, match=message):
        LAW.amend(section, **change)


def test_a_change_of_a_time_without_a_version_is_refused():
    """It would change nothing: section 4(6) stood from 2000 to 2022."""
    line = number(50)
    with pytest.raises(LawError, match="no version stands from 2023-01-01 to never"):
        LAW.amend("4(6)", line=line, since="2023-01-01")
    with pytest.raises(LawError, match="no version stands from ever to 1999-12-31"):
        LAW.amend("4(6)", line=line, until="2000-01-01")
    assert LAW.amend("4(6)", line=line, since="2022-12-21") != LAW


def test_a_change_that_closes_a_circle_is_refused():
    """Section 1(1) may not rest on 2(1), which rests on it."""
    other = Act("Reform Act", slug="reform", sources={"G": "none"})

    @other.provision("1", sources="G")
    def on_the_settled(tenant: Tenant) -> Truth:
        """Rests on the settled."""
        return tenancy.settled(tenant)

    law = LAW.enact(other)
    with pytest.raises(LawError, match="in a circle"):
        law.amend("2(1)", also=lambda tenant: on_the_settled(tenant))


def test_an_amended_law_shares_every_other_provision():
    """The old law is as it was."""
    digest = LAW.digest
    law = LAW.amend("1(1)", threshold=months(6))
    for pin in LAW.pinpoints:
        shared = LAW.versions(pin) is law.versions(pin)
        assert shared == (pin != "tenancy/1(1)")
    assert LAW.digest == digest
    assert LAW.versions("tenancy/1(1)")[0].parameters[0][1] is months(12).node


def test_a_reason_is_told_but_changes_no_answer():
    """The text has another hash, the logic the same."""
    law = LAW.amend("1(1)", threshold=months(12), reason="To be clear.")
    assert law.digest == LAW.digest
    assert law.text_digest != LAW.text_digest


def test_enact_adds_an_act():
    """Its provisions may rest on those there; unknown ones are refused."""
    other = Act("Bond Act", slug="bond", sources={"G": "none"})

    @other.provision("1", sources="G")
    def secure(tenant: Tenant) -> Truth:
        """Settled and bonded."""
        return tenancy.settled(tenant) & tenant.bonded

    law = LAW.enact(other)
    assert answer(law, "bond/1", {**LONG, "bonded": 2}) == "yes"
    assert "bond/1" in law.dependents("tenancy/1(1)")
    with pytest.raises(LawError, match=r"bond/1 refers to tenancy/2\(1\): no such"):
        Law.load([other])
    with pytest.raises(LawError, match="both apply"):
        law.enact(other)


# --- Hashes ---


def test_the_hash_follows_the_logic_and_undoing_restores_it():
    """Of the provision changed and of all that rest on it, and of no other."""
    law = LAW.amend("1(1)", threshold=months(6))
    changed = {p for p in LAW.pinpoints if law.logic_hash(p) != LAW.logic_hash(p)}
    assert changed == LAW.dependents("tenancy/1(1)")
    assert law.digest != LAW.digest
    assert law != LAW
    undone = law.amend("1(1)", threshold=months(12))
    assert undone.digest == LAW.digest
    assert undone == LAW
    assert hash(undone) == hash(LAW)


def test_the_hash_follows_the_dates_of_a_version():
    """A day later is another law."""

    def one(since: str) -> Law:
        act = Act("Act", slug="act", sources={"G": "none"})

        @act.provision("1", since=since, sources="G")
        def rule(tenant: Tenant) -> Truth:
            """It is so."""
            return YES

        return Law.load([act])

    assert one("2014-12-11") == one("2014-12-11")
    assert one("2014-12-11") != one("2014-12-12")


def test_the_hash_follows_what_selects_a_version():
    """A provision named only in an application rule counts as well."""
    act = Act("Act", slug="act", sources={"G": "none"})

    @act.provision("1", sources="G")
    def relevant_day(tenant: Tenant) -> Date:
        """The day of service."""
        return tenant.served_on

    @act.provision("2", applies_by=lambda t: relevant_day(t), sources="G")
    def rule(tenant: Tenant) -> Truth:
        """It is so."""
        return YES

    law = Law.load([act])
    amended = law.amend("act/1", instead=lambda tenant: tenant.answered_on)
    assert amended.dependents("act/1") == {"act/1", "act/2"}
    assert amended.logic_hash("act/2") != law.logic_hash("act/2")


TOLD: list[dict[str, Any]] = [
    {"plain": "In other words."},
    {"citation": "s 1"},
    {"mark": "M"},
    {"note": "A doubt."},
    {"holder": "the Reeve"},
    {"natural_justice": "none"},
    {"kind": "power"},
    {"data": {"weight": 1}},
    {"sources": "G H"},
    {"verified_on": "2021-01-01"},
]


@pytest.mark.parametrize("told", TOLD, ids=lambda told: next(iter(told)))
def test_the_text_hash_follows_all_that_a_reader_is_told(told: dict[str, Any]):
    """And the logic's hash none of it."""

    def one(**more: Any) -> Law:
        act = Act("Act", slug="act", sources={"G": "one", "H": "two"})

        @act.provision("1", **{"sources": "G", **more})
        def rule(tenant: Tenant) -> Truth:
            """It is so."""
            return YES

        return Law.load([act])

    assert one(**told).text_digest != one().text_digest
    assert one(**told).digest == one().digest


def test_hashes_are_the_same_in_every_process():
    """Whatever the seed of Python's own hashing."""
    script = (
        "from tests.rules.tenancy import LAW\n"
        "from tests.rules.random_law import random_law\n"
        "print(LAW.digest, LAW.text_digest, random_law(5, 8).digest)\n"
    )
    found = set()
    for seed in ("0", "1", "12345"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        run = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env=environment,
        )
        found.add(run.stdout)
    assert len(found) == 1
    assert LAW.digest in found.pop()


# --- The same of random laws ---


@bounded(60)
@given(st.integers(0, 10_000), st.data())
def test_amending_and_undoing_any_random_law_restores_its_hash(
    seed: int, data: st.DataObject
):
    """Taking everybody out and putting the old rule back; nothing else has moved."""
    law = random_law(seed, 5)
    truths = [p for p in law.pinpoints if law.versions(p)[0].type == "truth"]
    if not truths:
        return
    pin = data.draw(st.sampled_from(truths))
    if law.versions(pin)[0].arguments != (Keeper.__name__,):
        return
    old = law.digest
    changed = law.amend(pin, unless=lambda keeper: keeper.sober, threshold=days(3))
    moved = {p for p in law.pinpoints if law.logic_hash(p) != changed.logic_hash(p)}
    assert moved == law.dependents(pin)
    assert law.digest == old
    assert random_law(seed, 5).digest == old


def test_far_thresholds_still_compare():
    """A line of three hundred years is above any lease."""
    law = LAW.amend("1(1)", threshold=years(300))
    assert answer(law, "2(1)", LONG) == "no"


def test_what_is_asked_of_a_calendar_the_law_lacks_fails_plainly():
    """A calendar is named by the rule and given when the law is loaded."""
    assert set(CALENDARS) == {"markets"}
    found = evaluation({"served_on": (10, 10)}, law=Law.load([tenancy.act]))
    with pytest.raises(LawError, match="loaded without the calendar 'markets'"):
        found.provision("tenancy/3(2)")
