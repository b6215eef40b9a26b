"""What the engine answers of one-line facts: both sides of each line, and unknowns."""

from __future__ import annotations

from typing import Any

import pytest

from tasman.facts.case import Elements, Facts
from tasman.facts.days import NEVER, parse_date, parse_day
from tasman.facts.kinds import FACT, JUDGMENT, NOT_COVERED, UNSETTLED
from tests.rules.tenancy import (
    breaches_on,
    evaluation,
    lease,
    leases,
    truth,
    value,
)

SETTLED = [
    ("2010-01-01..never 12m fixed", "yes"),  # at the line
    ("2010-01-01..never 11m fixed", "no"),  # one month short
    ("2010-01-01..never 11m30d fixed", "no"),  # November has 30 days, December 31
    ("2010-01-01..never 11m31d fixed", "yes"),
    ("2010-01-01..never 365d fixed", "yes"),  # counted from its first day
    ("2012-01-01..never 365d fixed written", "no"),  # over a leap day
    ("2012-01-01..never 366d fixed written", "yes"),
    ("2010-01-01..never 12m ground", "no"),  # bare ground
    ("2010-01-01..never ? fixed", "unknown"),
    ("2010-01-01..never 12m", "unknown"),  # of what sort?
    ("2010-01-01..never 6m fixed", "no"),
    ("2010-01-01..never 6m fixed; ...", "unknown"),  # there may be others
    ("2010-01-01..never 12m fixed; ...", "yes"),  # others cannot undo it
    ("", "no"),
    ("...", "unknown"),
]


@pytest.mark.parametrize(("facts", "wanted"), SETTLED)
def test_long_leases_that_count(facts: str, wanted: str):
    """Section 2(1): any, and, references to provisions on an element."""
    assert truth("2(1)", leases(facts)) == wanted


HALF_YEARS = [
    ("2015-01-01..2015-08-31 183d", "no"),  # back to 28 February: 184 days
    ("2015-01-01..2015-08-31 184d", "yes"),
    ("2015-01-01..2015-03-01 180d", "no"),  # back to 1 September: 181 days
    ("2015-01-01..2015-03-01 181d", "yes"),
    ("2015-01-01..2015 180d", "no"),  # from whatever day
    ("2015-01-01..2015 182d", "unknown"),
    ("2015-01-01..2015 184d", "yes"),
]


@pytest.mark.parametrize(("facts", "wanted"), HALF_YEARS)
def test_half_year_leases(facts: str, wanted: str):
    """Section 2(6): a length counted back from its end."""
    assert truth("2(6)", leases(facts)) == wanted


VERSIONS = [
    ("signed=2011-04-25 2011-05-01..never 12m oral fixed", "yes"),  # old law
    ("signed=2011-04-26 2011-05-01..never 12m oral fixed", "no"),  # must be written
    ("signed=2014-12-10 2015-01-01..never 12m written fixed", "yes"),
    ("signed=2014-12-11 2015-01-01..never 12m written fixed", "no"),  # suspended
    ("signed=2016-02-28 2016-03-01..never 12m written fixed", "no"),  # last day of it
    ("signed=2016-02-29 2016-03-01..never 12m oral fixed", "yes"),
    ("signed=2016-02-29 2016-03-01..never 12m periodic", "unknown"),  # is it fair?
    ("signed=2016-02-29 2016-03-01..never 12m periodic unfair", "no"),
    ("signed=2011 2011-05-01..never 12m oral fixed", "unknown"),  # old law or new
    ("signed=2011 2011-05-01..never 12m written fixed", "yes"),  # the same by both
    ("signed=2014 2014-05-01..never 12m written fixed", "unknown"),  # or suspended
    ("signed=2021-01-01 2021-01-01..never 12m fixed", "no"),  # after the as-at day
    ("signed=2020 2020-01-01..never 12m fixed", "unknown"),  # or after it
]


@pytest.mark.parametrize(("facts", "wanted"), VERSIONS)
def test_the_day_of_signature_selects_the_version(facts: str, wanted: str):
    """Section 1(2): application by a date of the element, uncertain dates joined."""
    assert truth("2(1)", leases(facts)) == wanted


TOTALS = [
    ("2014-06-01", "2001-01-01..never 23m fixed", "no"),
    ("2014-06-01", "2001-01-01..never 24m fixed", "yes"),
    ("2014-12-10", "2001-01-01..never 12m fixed", "no"),
    ("2014-12-11", "2001-01-01..never 12m fixed", "yes"),  # the line was lowered
    ("2020-01-01", "2001-01-01..never 6m fixed; 2003-01-01..never 5m fixed", "no"),
    ("2020-01-01", "2001-01-01..never 6m fixed; 2003-01-01..never 6m fixed", "yes"),
    ("2020-01-01", "2001-01-01..never 6m fixed; 2003-01-01..never ? fixed", "unknown"),
    ("2020-01-01", "2001-01-01..never 12m fixed; 2003-01-01..never ? fixed", "yes"),
    ("2020-01-01", "2001-01-01..never 364d fixed", "no"),
    ("2020-01-01", "2001-01-01..never 365d fixed", "unknown"),  # a total has no start
    ("2020-01-01", "2001-01-01..never 366d fixed", "yes"),
    (
        "2020-01-01",
        "2001-01-01..never 6m fixed; 2003-01-01..never 181d fixed",
        "unknown",
    ),
    ("2020-01-01", "2001-01-01..never 6m fixed; 2003-01-01..never 184d fixed", "yes"),
    ("2020-01-01", "2001-01-01..never 6m fixed; ...", "unknown"),
    ("2020-01-01", "2001-01-01..never 12m fixed; ...", "yes"),
]


@pytest.mark.parametrize(("law_at", "facts", "wanted"), TOTALS)
def test_leases_in_all(law_at: str, facts: str, wanted: str):
    """Section 2(2): totals, months and days apart, and a line that was lowered."""
    assert truth("2(2)", leases(facts), law_at=law_at) == wanted


def breaches(*found: str, more: bool = False) -> Facts:
    """Facts of breaches, complete or not."""
    return {"breaches": breaches_on(*found, more=more)}


@pytest.mark.parametrize(
    ("facts", "wanted"),
    [
        (breaches(), "yes"),
        (breaches("2019-01-01 slight 2019-02-01"), "yes"),
        (breaches("2019-01-01 serious 2019-02-01"), "no"),
        (breaches("2019-01-01 slight never"), "no"),
        (breaches("2019-01-01 slight 2020-06-02"), "no"),  # remedied after the day
        (breaches("2019-01-01 slight 2020-06-01"), "yes"),
        (breaches("2020-06-02 serious never"), "yes"),  # found after the day
        (breaches("2020-06-01 serious never"), "no"),
        (breaches(*["2019-01-01 slight 2019-02-01"] * 2), "no"),
        (breaches("2019-01-01 slight 2019-02-01", more=True), "unknown"),
        (breaches("2019-01-01 serious 2019-02-01", more=True), "no"),
        ({}, "unknown"),
    ],
)
def test_trust(facts: Facts, wanted: str):
    """Section 2(4): count, all, and things dated after the as-at day left out."""
    assert truth("2(4)", facts) == wanted


BORN = {"born_on": parse_date("2000-01-01")}


@pytest.mark.parametrize(
    ("facts", "low", "high"),
    [
        ("2001-01-01..2001-02-01", 31, 31),
        ("2001-01-01..2001-02-01; 2001-01-15..2001-02-15", 45, 45),  # overlap once
        ("1999-12-01..2000-01-11", 10, 10),  # from birth
        ("2020-05-01..never", 31, 31),  # to the as-at day
        ("2001-01..2001-02-01", 1, 31),
        ("2001-01..2001-01", 0, 30),  # ends may cross: the core is empty
        ("2001-01-01..2001-02-01; ...", 31, 7457),
    ],
)
def test_days_housed(facts: str, low: int, high: int):
    """Section 3(1): the certain core and the possible hull, inside a window."""
    assert value("3(1)", leases(facts, **BORN))[:2] == (low, high)


@pytest.mark.parametrize(
    ("served", "last"),
    [
        ("2020-03-02", "2020-03-30"),  # a Monday
        ("2020-03-01", "2020-03-30"),  # a Sunday, moved on
        ("2019-12-04", "2020-01-02"),  # the first of January
        ("2018-12-02", "2018-12-31"),  # a Sunday again
        ("never", "never"),
    ],
)
def test_the_last_day_to_answer_is_a_market_day(served: str, last: str):
    """Section 3(2): a term added to a date, and rolled on."""
    first, after, kinds = value("3(2)", {"served_on": parse_date(served)})
    assert (first, after, kinds) == (*parse_date(last), 0)


def test_values_are_intervals_while_facts_are_missing():
    """Sections 3(3) to 3(8): dates, lengths and numbers enclose what they may be."""
    trouble = breaches("2019-01-01 slight never", "2018 slight never")
    born = {"born_on": parse_date("2001-01-01")}
    assert value("3(3)", {**trouble, **born}) == (
        parse_day("2019-01-01"),
        parse_day("2019-01-01"),
        0,
    )
    late = breaches("2019-01-01 slight never", "2019 slight never")
    assert value("3(3)", {**late, **born})[:2] == (
        parse_day("2019-01-01"),
        parse_day("2019-12-31"),
    )
    assert value("3(6)", {}) == (0, 3, 0, 30, JUDGMENT)
    served = {"served_on": parse_date("2020-05-31")}
    assert value("3(7)", {**served, "frail": 2})[0] == parse_day("2020-02-29")
    assert value("3(7)", {**served, "frail": 0})[0] == parse_day("2020-05-01")
    income = {"income": (90, 100), "bonded": 2}
    rent = leases("2015-01-01..never rent=30; 2015-01-01..2016-01-01 rent=9")
    assert value("3(8)", {**income, **rent}) == (70, 80, FACT)


KINDS: list[tuple[str, dict[str, Any], int]] = [
    ("4(4)", {"answered_on": (10, 20), "served_on": (10, 10), "bonded": 0}, FACT),
    ("4(4)", {"answered_on": (10, 10), "served_on": (9, 9), "bonded": 2}, JUDGMENT),
    ("4(4)", {}, FACT | JUDGMENT),
    ("4(3)", {"bonded": 2, "standing": 1}, UNSETTLED),  # a citizen: by one reading
    ("4(3)", {"bonded": 2, "standing": 2}, 0),  # a guest: by both
    ("4(3)", {"bonded": 2, "standing": 4}, 0),  # an exile: by neither
    ("4(3)", {"standing": 1}, FACT | UNSETTLED),
    ("2(5)", {}, FACT | JUDGMENT),
    ("2(2)", leases("2001-01-01..never 365d fixed"), UNSETTLED),
    (
        "2(6)",
        leases("2001-01-01..never 182d fixed"),
        UNSETTLED,
    ),  # from a day unheard of
    ("2(6)", leases("2001-01-01..2009 182d fixed"), FACT),
]


@pytest.mark.parametrize(("section", "facts", "kinds"), KINDS)
def test_what_is_unknown_says_why(section: str, facts: dict[str, Any], kinds: int):
    """A truth carries the kinds of what leaves it open, and none when it is known."""
    found = value(section, facts)
    assert found[1] == kinds
    assert (found[0] == 1) == bool(kinds)


def test_a_provision_out_of_force_is_no_and_its_value_is_not_covered():
    """On the day before it begins and on the day it ends."""
    poor = {"income": (0, 0), "bonded": 0, "leases": Elements()}
    dates = ("1999-12-31", "2000-01-01", "2022-12-21", "2022-12-22")
    answers = [truth("4(6)", poor, law_at=date) for date in dates]
    assert answers == ["no", "yes", "yes", "no"]


def test_positions_tell_elements_apart():
    """Section 2(3): two leases overlap; a lease does not overlap itself."""
    one = "2001-01-01..2002-01-01"
    assert truth("2(3)", leases(one)) == "no"
    assert truth("2(3)", leases(f"{one}; 2001-12-31..2003-01-01")) == "yes"
    assert truth("2(3)", leases(f"{one}; 2002-01-01..2003-01-01")) == "no"
    assert truth("2(3)", leases("2001-01-01..2002; 2002-06-01..never")) == "unknown"
    assert truth("2(3)", leases(f"{one}; ...")) == "unknown"


def test_an_incomplete_list_may_say_what_is_known_of_the_others():
    """Others known to be short leases cannot make anyone settled."""
    short = {"leases": Elements((), lease("2001-01-01..never 6m"))}
    long = {"leases": Elements((), lease("2001-01-01..never 12m fixed"))}
    assert truth("2(1)", short) == "no"
    assert truth("2(1)", long) == "unknown"  # there may be none
    assert value("3(9)", long)[0] == 0


def test_what_is_known_later_changes_what_was_true_before():
    """Section 4(5): an Act of 2023 reaches back; the two dates select one version."""
    guest = {"standing": 2}
    answers = [
        truth("4(5)", guest, law_at=law_at, known_at=known_at)
        for law_at in ("2014-01-01", "2020-01-01")
        for known_at in ("2023-02-16", "2023-02-17")
    ]
    assert answers == ["no", "yes", "no", "yes"]


def test_each_value_is_worked_out_once():
    """A second question of the same evaluation is a look-up."""
    found = evaluation(leases("2010-01-01..never 12m fixed"))
    assert found.provision("tenancy/2(1)") is found.provision("tenancy/2(1)")


def test_a_value_out_of_force_is_open_and_not_covered():
    """A date, length or number that no version gives is not a zero."""
    from tasman.rules.handles import Date
    from tasman.rules.law import Law
    from tasman.rules.provisions import Act
    from tests.rules.tenancy import Tenant

    act = Act("Gap Act", slug="gap", sources={"G": "none"})

    @act.provision("1", since="2010-01-01", sources="G")
    def day_of_birth(tenant: Tenant) -> Date:
        """The day of birth."""
        return tenant.born_on

    found = evaluation(BORN, law=Law.load([act]), law_at="2009-12-31")
    assert found.provision("gap/1") == (-60000, NEVER, NOT_COVERED)
