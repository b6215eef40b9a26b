"""The lint of the law: what every provision must say of itself and no body may."""

from __future__ import annotations

from typing import Any

import pytest

from tasman.rules.handles import YES, Truth, choose
from tasman.rules.law import Law
from tasman.rules.lint import Finding, lint
from tasman.rules.provisions import Act
from tests.rules.tenancy import Tenant

IN_ORDER: dict[str, Any] = {
    "sources": "G",
    "plain": "It is so.",
    "kind": "ground",
}


def new_act() -> Act:
    """An Act that was verified and has a source."""
    sources = {"G": "Gazette"}
    return Act("Act", slug="act", sources=sources, verified_on="2026-01-01")


def found_of(**told: Any) -> list[str]:
    """The codes found of a provision that says this of itself."""
    act = new_act()

    @act.provision("1", **{**IN_ORDER, **told})
    def rule(tenant: Tenant) -> Truth:
        """It is so."""
        return YES

    return [finding.code for finding in lint(Law.load([act]), [act])]


@pytest.mark.parametrize(
    ("told", "codes"),
    [
        ({}, []),
        ({"sources": ""}, ["unsourced"]),
        ({"plain": ""}, ["no-plain-words"]),
        ({"plain": "", "kind": "power"}, ["no-plain-words", "no-holder"]),
        ({"plain": "", "kind": "definition"}, []),  # met only inside others
        ({"citation": " "}, ["uncited"]),
        ({"kind": "power"}, ["no-holder"]),
        ({"kind": "duty"}, ["no-holder"]),
        ({"kind": "deemed"}, []),  # it happens by law: nobody holds it
        ({"kind": "power", "holder": "the Reeve"}, []),
        ({"sources": "", "plain": ""}, ["unsourced", "no-plain-words"]),
        ({"mark": "M"}, []),  # from memory: nothing was verified, and it says so
    ],
)
def test_what_a_provision_must_say_of_itself(told: dict[str, Any], codes: list[str]):
    """Citation, source, plain words, and who holds a power."""
    assert found_of(**told) == codes


def test_a_text_said_to_be_verified_has_a_day():
    """Of the provision or of its Act."""
    act = Act("Act", slug="act", sources={"G": "Gazette"})

    @act.provision("1", **IN_ORDER)
    def rule(tenant: Tenant) -> Truth:
        """It is so."""
        return YES

    assert [f.code for f in lint(Law.load([act]))] == ["undated-check"]


def bodies() -> Act:
    """An Act whose rules do what no rule may."""
    act = new_act()
    many = [YES, YES]

    @act.provision("1", **IN_ORDER)
    def with_a_date(tenant: Tenant) -> Truth:
        """Names a day of the law."""
        assert "2014-12-11" != ""
        return YES

    @act.provision("2", **IN_ORDER)
    def with_a_branch(tenant: Tenant) -> Truth:
        """Branches."""
        if many:
            return YES
        return ~YES

    @act.provision("3", **IN_ORDER)
    def with_an_expression_that_branches(tenant: Tenant) -> Truth:
        """Branches inside an expression."""
        return YES if many else ~YES

    @act.provision("4", **IN_ORDER)
    def with_and(tenant: Tenant) -> Truth:
        """Says `and`."""
        return [YES, YES][bool(many and many)]

    @act.provision("5", **IN_ORDER)
    def with_a_month(tenant: Tenant) -> Truth:
        """Names a month of the law."""
        assert "2014-12" != ""
        return YES

    @act.provision("6", **IN_ORDER)
    def in_order(tenant: Tenant) -> Truth:
        """From 2014-12-11 on, as its docstring may say."""
        return choose(tenant.bonded, tenant.frail, YES)

    return act


def test_no_date_and_no_branch_stands_in_a_body():
    """Each is found where it stands; a docstring may name a date."""
    act = bodies()
    found = {f.pinpoint: f.code for f in lint(Law.load([act]), [act])}
    assert found == {
        "act/1": "date-in-body",
        "act/2": "branch",
        "act/3": "branch",
        "act/4": "branch",
        "act/5": "date-in-body",
    }


def test_a_finding_is_one_line_that_says_where_and_what_to_do():
    """File, line, pinpoint, message, code."""
    act = bodies()
    finding = lint(Law.load([act]), [act])[0]
    assert isinstance(finding, Finding)
    text = str(finding)
    assert "test_lint.py:" in text
    assert text.endswith(
        "act/1: the date '2014-12-11' stands in the rule: "
        "put it in since or until [date-in-body]"
    )
    assert "\n" not in text
