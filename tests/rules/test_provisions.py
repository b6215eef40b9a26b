"""How a rule says where it comes from, and what is refused when the law is loaded."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.days import day, iso, parse_date, parse_day
from tasman.rules.errors import LawError, UnknownProvision
from tasman.rules.handles import NO, YES, Date, Duration, Truth, days, months
from tasman.rules.law import Law
from tasman.rules.provisions import EVER, FOREVER, Act, Mark
from tests.rules.profile import bounded
from tests.rules.tenancy import LAW, Lease, Tenant, evaluation, leases


def new_act(**more: Any) -> Act:
    """An Act with one source and nothing in it yet."""
    settings: dict[str, Any] = {"slug": "act", "sources": {"G": "Gazette"}, **more}
    return Act("Small Act 1902", **settings)


def always(tenant: Tenant) -> Truth:
    """It is always so."""
    return YES


def never(tenant: Tenant) -> Truth:
    """It is never so."""
    return NO


def with_versions(*spans: dict[str, Any]) -> Act:
    """An Act with one provision, in a version for each span."""
    act = new_act()
    for span in spans:
        act.provision("1", sources="G", **span)(always)
    return act


# --- What the decorator keeps ---


def test_a_provision_keeps_what_it_was_given():
    """Pinpoint, dates, words, source, mark, and where it stands in the file."""
    act = new_act(jurisdiction="Zembla", verified_on="2020-01-01")

    @act.provision(
        "7(1)(a)",
        since="2001-01-01",
        until="2002-01-01",
        kind="power",
        holder="the Reeve",
        natural_justice="full",
        mark="I",
        sources="G",
        plain="In plain words.",
        note="A note.",
        data={"weight": 3},
    )
    def rule(tenant: Tenant, *, threshold: Duration = months(6)) -> Truth:
        """Says one thing
        over two lines.

        And more that is no part of it.
        """
        return tenant.bonded

    (version,) = act.versions
    assert version.pinpoint == "act/7(1)(a)"
    assert version.citation == "Small Act 1902 (Zembla) s 7(1)(a)"
    assert version.statement == "Says one thing over two lines."
    assert (version.since, version.until) == (day(2001), day(2002))
    assert (version.known_since, version.known_until) == (EVER, FOREVER)
    assert (version.kind, version.holder, version.natural_justice) == (
        "power",
        "the Reeve",
        "full",
    )
    assert version.mark is Mark.INFERRED
    assert version.sources[0].text == "Gazette"
    assert version.verified_on == day(2020)
    assert version.data["weight"] == 3
    assert [name for name, _ in version.parameters] == ["threshold"]
    assert version.arguments == ("Tenant",)
    assert re.search(r"test_provisions\.py:\d+$", version.where)


@pytest.mark.parametrize(
    ("mark", "verified"), [("V", True), ("I", True), ("M", False), ("?", False)]
)
def test_what_was_not_read_was_not_verified(mark: str, verified: bool):
    """Only a text read, or inferred from one read, carries the Act's day."""
    act = new_act(verified_on="2020-01-01")
    act.provision("1", mark=mark, sources="G")(always)
    assert (act.versions[0].verified_on is not None) == verified


def test_one_text_may_stand_in_several_rectangles():
    """Two decorators on one function are two versions."""
    act = new_act()

    @act.provision("1", since="2010-01-01", sources="G")
    @act.provision("1", until="2005-01-01", sources="G")
    def rule(tenant: Tenant) -> Truth:
        """The same words twice."""
        return tenant.bonded

    act.gap("1", since="2005-01-01", until="2010-01-01", reason="Repealed for a while.")
    law = Law.load([act])
    assert [v.body for v in law.versions("act/1")] == [act.versions[0].body] * 2


# --- What is refused at once ---


def _says_nothing(tenant: Tenant) -> Truth:
    return YES


def _returns_a_boolean(tenant: Tenant) -> Truth:
    """It is so."""
    return True  # type: ignore[return-value]


def _threshold_of_a_number(tenant: Tenant, *, threshold: int = 12) -> Truth:
    """It is so."""
    return YES


def _of_no_record(tenant: Landlord) -> Truth:  # type: ignore[name-defined]  # noqa: F821
    """It is so."""
    return YES


REFUSED: list[tuple[Callable[[Act], Any], str]] = [
    (lambda a: a.provision("1", kind="wish"), "kind 'wish' or mark 'V' is not known"),
    (lambda a: a.provision("1", mark="X"), "marks: V, I, M, ?"),
    (lambda a: a.provision("1", sources="G H"), r"no source named \['H'\]"),
    (lambda a: a.provision("1", sources="G")(_returns_a_boolean), "an expression, not"),
    (
        lambda a: a.provision("1", sources="G")(_threshold_of_a_number),
        r"must be a length or a number, such as months\(12\)",
    ),
    (
        lambda a: a.provision("1", sources="G")(_of_no_record),
        "no record named Landlord",
    ),
]


@pytest.mark.parametrize(("write", "message"), REFUSED)
def test_a_badly_written_provision_is_refused_where_it_stands(
    write: Callable[[Act], Any], message: str
):
    """The message names the place and what would do."""
    with pytest.raises(LawError, match=message):
        write(new_act())


def test_dates_in_the_decorator_are_exact_days():
    """A month is no first day in."""
    with pytest.raises(ValueError, match="'2014-12' is not one day"):
        new_act().provision("1", since="2014-12")


# --- What is refused at loading ---


def test_overlapping_versions_are_refused_and_both_are_named():
    """With the first and the last day of the overlap, and what to do."""
    act = new_act()
    act.provision("1", until="2014-12-11", sources="G")(always)
    act.provision("1", since="2014-12-01", sources="G")(never)
    with pytest.raises(LawError) as caught:
        Law.load([act])
    message = str(caught.value)
    assert re.match(r".*test_provisions\.py:\d+  act/1: always and never\n", message)
    assert "both apply from 2014-12-01 to 2014-12-10" in message
    assert "End one or start the other later." in message


OVERLAPS = [
    ([{"until": "2014-01-01"}, {"since": "2014-01-01"}], False),
    ([{"until": "2014-01-02"}, {"since": "2014-01-01"}], True),
    ([{}, {}], True),
    ([{"known_until": "2014-01-01"}, {"known_since": "2014-01-01"}], False),
    ([{"known_until": "2014-01-01"}, {"known_since": "2013-12-31"}], True),
    (
        [
            {"until": "2014-01-01"},
            {"since": "2014-01-01", "known_until": "2020-01-01"},
            {"since": "2014-01-01", "known_since": "2020-01-01"},
        ],
        False,
    ),
    (
        [
            {"until": "2014-06-01", "known_until": "2020-01-01"},
            {"until": "2014-01-01", "known_since": "2020-01-01"},
            {"since": "2014-01-01", "known_since": "2020-01-01"},
            {"since": "2014-05-31", "known_until": "2020-01-01"},
        ],
        True,
    ),
]


@pytest.mark.parametrize(("spans", "refused"), OVERLAPS)
def test_versions_may_meet_but_not_overlap_on_either_axis(
    spans: list[dict[str, Any]], refused: bool
):
    """A rectangle on the selecting day and on the day of knowledge."""
    if refused:
        with pytest.raises(LawError, match="both apply from"):
            Law.load([with_versions(*spans)])
    else:
        assert Law.load([with_versions(*spans)]).pinpoints == ("act/1",)


HOLES = [
    ([{"until": "2014-01-01"}, {"since": "2014-01-02"}], "2014-01-01 to 2014-01-01"),
    ([{"until": "2010-01-01"}, {"since": "2014-01-01"}], "2010-01-01 to 2013-12-31"),
    ([{"known_until": "2014-01-01"}, {"known_since": "2015-01-01"}], "2014-01-01"),
    (
        [{"until": "2014-01-01"}, {"since": "2014-01-01", "known_since": "2020-01-01"}],
        "2014-01-01 to never as known from ever",
    ),
]


@pytest.mark.parametrize(("spans", "message"), HOLES)
def test_a_hole_between_versions_is_refused(spans: list[dict[str, Any]], message: str):
    """On either axis; the message gives its first and last day."""
    with pytest.raises(LawError, match=f"no version from .*{message}"):
        Law.load([with_versions(*spans)])


def test_a_hole_may_be_declared_with_its_reason():
    """Then the provision is not in force there; a smaller declaration will not do."""
    spans = [{"until": "2010-01-01"}, {"since": "2014-01-01"}]
    act = with_versions(*spans)
    act.gap("1", since="2010-01-01", until="2014-01-01", reason="Repealed.")
    law = Law.load([act])
    answers = [
        evaluation({}, law=law, law_at=date).provision("act/1")
        for date in ("2009-12-31", "2010-01-01", "2013-12-31", "2014-01-01")
    ]
    assert answers == [(2, 0), (0, 0), (0, 0), (2, 0)]
    short = with_versions(*spans)
    short.gap("1", since="2010-01-01", until="2013-12-31", reason="Repealed.")
    with pytest.raises(LawError, match="no version from 2013-12-31 to 2013-12-31"):
        Law.load([short])


def _of_a_lease(lease: Lease) -> Truth:
    """It is always so."""
    return YES


def _a_date(tenant: Tenant) -> Date:
    """The day of birth."""
    return tenant.born_on


@pytest.mark.parametrize("other", [_of_a_lease, _a_date])
def test_versions_of_one_pinpoint_agree_in_shape(other: Callable[..., Any]):
    """Type, records and application rule are the provision's, not the version's."""
    act = new_act()
    act.provision("1", until="2014-01-01", sources="G")(always)
    act.provision("1", since="2014-01-01", sources="G")(other)
    with pytest.raises(LawError, match="differ in type, arguments or application rule"):
        Law.load([act])


def test_versions_of_one_pinpoint_agree_in_what_selects_them():
    """One by the day of birth and one by the law's date is refused."""
    act = new_act()
    act.provision("1", until="2014-01-01", sources="G")(always)
    act.provision(
        "1", since="2014-01-01", applies_by=lambda tenant: tenant.born_on, sources="G"
    )(never)
    with pytest.raises(LawError, match="application rule"):
        Law.load([act])


def test_a_rule_that_ends_before_it_starts_is_refused():
    """The first day out comes after the first day in."""
    with pytest.raises(LawError, match="always ends before it starts"):
        Law.load([with_versions({"since": "2014-01-02", "until": "2014-01-02"})])


def test_a_rule_that_states_nothing_is_refused():
    """Its docstring is the statement."""
    act = new_act()
    act.provision("1", sources="G")(_says_nothing)
    with pytest.raises(LawError, match="a rule states what it says in its docstring"):
        Law.load([act])


def referring(*pairs: tuple[str, str]) -> Act:
    """An Act in which each provision refers to another by pinpoint."""
    act, other = new_act(), new_act()
    names = {name for pair in pairs for name in pair}
    rules = {name: other.provision(name, sources="G")(always) for name in names}
    for name, below in pairs:
        act.provision(name, sources="G")(_resting_on(rules[below]))
    return act


def _resting_on(below: Callable[[Tenant], Truth]) -> Callable[[Tenant], Truth]:
    def rule(tenant: Tenant) -> Truth:
        """Rests on another."""
        return below(tenant)

    return rule


def test_a_circle_of_provisions_is_refused_and_walked_through():
    """However long; the message gives its steps."""
    act = referring(("1", "2"), ("2", "3"), ("3", "1"))
    with pytest.raises(LawError, match="in a circle: act/1 -> act/2 -> act/3 -> act/1"):
        Law.load([act])


def test_a_provision_that_refers_to_itself_is_refused():
    """The shortest circle."""
    with pytest.raises(LawError, match="in a circle: act/1 -> act/1"):
        Law.load([referring(("1", "1"))])


def test_a_reference_to_nothing_is_refused():
    """The message names the user and the place."""
    with pytest.raises(LawError, match=r"py:\d+  act/1 refers to act/9: no such"):
        Law.load([referring(("1", "9"))])


def test_a_circle_through_an_application_rule_is_refused():
    """What selects a version may not rest on the version."""
    act, other = new_act(), new_act()
    birth = other.provision("2", sources="G")(_a_date)
    act.provision("1", applies_by=lambda tenant: birth(tenant), sources="G")(always)

    def from_one(tenant: Tenant) -> Date:
        """A date that rests on the first provision."""
        from tasman.rules.handles import as_at, choose

        first = other.provision("1", sources="G")(always)
        return choose(first(tenant), tenant.born_on, as_at)

    act.provision("2", sources="G")(from_one)
    with pytest.raises(LawError, match="in a circle"):
        Law.load([act])


def test_an_unknown_provision_is_answered_with_the_nearest():
    """A typing mistake in a pinpoint is found at once."""
    with pytest.raises(UnknownProvision, match=r"nearest: tenancy/2\(1\)"):
        LAW.versions("tenency/2(1)")
    with pytest.raises(UnknownProvision, match="no provision"):
        evaluation({}).provision("tenancy/99")


# --- Which version stands ---

cuts = st.lists(st.integers(day(2000), day(2020)), max_size=3, unique=True).map(sorted)
points = st.integers(day(1999), day(2021))


def grid(days_cut: list[int], known_cut: list[int], missing: frozenset[int]) -> Act:
    """An Act whose one provision has a version in most cells of a grid."""
    act = new_act()
    spans = list(itertools.pairwise([None, *days_cut, None]))
    knowns = list(itertools.pairwise([None, *known_cut, None]))
    for i, (since, until) in enumerate(spans):
        if i in missing and since is not None and until is not None:
            act.gap("1", since=iso(since), until=iso(until), reason="A hole.")
            continue
        for known_since, known_until in knowns:
            edges = {
                "since": since,
                "until": until,
                "known_since": known_since,
                "known_until": known_until,
            }
            texts = {name: iso(edge) for name, edge in edges.items() if edge}
            act.provision("1", sources="G", **texts)(always)
    return act


@bounded(150)
@given(cuts, cuts, st.frozensets(st.integers(0, 3)), points, points)
def test_every_pair_of_dates_selects_at_most_one_version(
    days_cut: list[int],
    known_cut: list[int],
    missing: frozenset[int],
    law_at: int,
    known_at: int,
):
    """Exactly one while the provision is in force, none in a declared hole."""
    act = grid(days_cut, known_cut, missing)
    if not act.versions:
        return
    law = Law.load([act])
    found = evaluation({}, law=law, law_at=iso(law_at), known_at=iso(known_at))
    selected = found.selected("act/1").versions
    hole = any(gap.since <= law_at < gap.until for gap in act.gaps)
    assert len(selected) == (0 if hole else 1)
    assert law.in_force("act/1", law_at, known_at) == (None if hole else selected[0])


@pytest.mark.parametrize("pinpoint", LAW.pinpoints)
def test_the_invented_law_has_one_version_at_every_edge(pinpoint: str):
    """On each edge of each version, the day before and the day after, on both axes."""
    versions = LAW.versions(pinpoint)
    edges = {e for v in versions for e in (v.since, v.until)}
    known = {e for v in versions for e in (v.known_since, v.known_until)}
    dates = {e + n for e in edges for n in (-1, 0, 1)}
    seen = {e + n for e in known for n in (-1, 0, 1)}
    for law_at, known_at in itertools.product(dates, seen):
        standing = [
            v
            for v in versions
            if v.since <= law_at < v.until and v.known_since <= known_at < v.known_until
        ]
        assert len(standing) <= 1


SELECTED = [
    ("2010-05-05", ["lease_counts"], True),
    ("2011", ["lease_counts", "written_lease_counts"], False),
    ("2014", ["written_lease_counts"], False),  # or none
    ("2015", [], False),
    ("2015-06-01", [], False),
    ("2016", ["fair_lease_counts"], False),
    ("2016-02-29", ["fair_lease_counts"], True),
    ("unknown", ["lease_counts", "written_lease_counts", "fair_lease_counts"], False),
    ("never", ["fair_lease_counts"], True),
]


@pytest.mark.parametrize(("signed", "names", "certain"), SELECTED)
def test_an_uncertain_date_leaves_every_version_it_may_select(
    signed: str, names: list[str], certain: bool
):
    """Joined, and certain only when one version stands on every day."""
    found = evaluation(leases("2010-01-01..never"))
    facts = {"signed_on": parse_date(signed)}
    element = found.root._replace(record="Lease", facts=facts, path="leases[0].")
    selected = found.selected("tenancy/1(2)", element)
    assert [version.name for version in selected.versions] == names
    assert selected.certain == certain


def test_versions_by_a_date_of_the_case_ignore_the_law_date():
    """Only `applies_by` counts; a later amendment does not reach back."""
    facts = leases("signed=2010-01-01 2010-01-01..never 12m oral fixed")
    for law_at in ("2001-01-01", "2013-01-01", "2020-01-01"):
        found = evaluation(facts, law_at=law_at)
        assert found.provision("tenancy/2(1)") == (2, 0)


def test_the_scope_of_an_act_is_kept():
    """The first day for which anything is answered."""
    law = Law.load([new_act(opens="1999-06-01")])
    assert law.opens == {"act": parse_day("1999-06-01")}
    assert Law.load([new_act()]).opens == {"act": EVER}


def test_thresholds_have_a_type():
    """A length stays a length: the parameter's node carries it."""
    (version,) = LAW.versions("tenancy/3(2)")
    assert dict(version.parameters)["period"] is days(28).node
