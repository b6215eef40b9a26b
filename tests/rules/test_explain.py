"""Reasons: they agree with the values, name what is missing, and show a way out."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.facts.case import NO, UNKNOWN, YES, Elements, Facts
from tasman.facts.days import NEVER
from tasman.facts.fields import ListField, Record
from tasman.facts.kinds import FACT
from tasman.rules.evaluate import Evaluation
from tasman.rules.explain import SCHEMA, Explanation
from tasman.rules.handles import Truth
from tasman.rules.law import Law
from tasman.rules.provisions import Act, Mark, record_named
from tests.rules import tenancy
from tests.rules.invented import Keeper
from tests.rules.profile import bounded
from tests.rules.properties import about, open_points, random_case, random_clocks
from tests.rules.random_facts import completed, exact_within, random_facts
from tests.rules.random_law import random_law
from tests.rules.tenancy import LAW, Tenant, evaluation, leases

seeds = st.integers(0, 2**32)


def explained(facts: Facts, section: str, **dates: Any) -> tuple[Explanation, str]:
    """The explanation of a section of the invented law, and the key of its reason."""
    found = Explanation(evaluation(facts, **dates))
    return found, found.of(f"tenancy/{section}").key


# --- One case, read by eye ---


def test_a_yes_tells_what_made_it_so_and_nothing_else():
    """The element that met the rule, the provisions it met, the facts they read."""
    facts = leases("2010-01-01..never 6m fixed; 2010-01-01..never 14m fixed")
    why, key = explained(facts, "2(1)")
    reason = why.reasons[key]
    assert reason.shown == "yes"
    assert [step.key for step in reason.because if step.kind == "provision"] == [
        "tenancy/1(1) [leases[1]]",
        "tenancy/1(2) [leases[1]]",
    ]
    below = why.reasons["tenancy/1(1) [leases[1]]"]
    (step,) = below.because
    assert dict(step.facts) == {
        "leases[1].length": "14 months",
        "leases[1].begins_on": "2010-01-01",
    }
    assert not why.lacks(key)


def test_an_unknown_names_what_is_missing_and_where_it_belongs():
    """By its path in the case file."""
    why, key = explained(leases("2010-01-01..never 12m; ..."), "2(1)")
    lacks = why.lacks(key)
    assert set(lacks) == {"leases[0].kind", "leases[...]"}
    assert why.reasons[key].shown == "unknown"


def test_a_no_of_an_empty_list_says_that_there_is_none():
    """And what would change it."""
    why, key = explained(leases(""), "2(1)")
    reason = why.reasons[key]
    assert [(step.kind, step.text) for step in reason.because] == [
        ("none_of", "leases")
    ]
    assert reason.route == ("a further entry in leases",)


def test_what_is_not_in_force_says_so():
    """No version stands: that is the whole reason."""
    why, key = explained({}, "4(6)", law_at="1999-01-01")
    reason = why.reasons[key]
    assert not reason.in_force
    assert [step.kind for step in reason.because] == ["not_in_force"]
    assert reason.to_dict()["citation"] == ""


def test_the_weakest_mark_below_is_carried_up():
    """An unverified provision marks every answer that uses it."""
    why, key = explained({}, "4(6)", law_at="2010-01-01")
    assert why.weakest(key) is Mark.DOUBTFUL
    why, key = explained({}, "2(1)")
    assert why.weakest(key) is Mark.VERIFIED


def test_the_explanation_is_plain_data_with_a_version():
    """It survives JSON; every key that a step names is told."""
    why, _ = explained(leases("2010-01-01..never 12m fixed"), "2(1)")
    plain = why.to_dict(["tenancy/2(1)", "tenancy/4(1)"])
    assert plain["schema"] == SCHEMA == "tasman-explanation/1"
    assert json.loads(json.dumps(plain)) == plain
    for reason in plain["reasons"].values():
        for step in reason["because"]:
            if "provision" in step:
                assert step["provision"] in plain["reasons"]


# --- What holds of any reason ---


def fill(
    rnd: random.Random, record: type[Record], facts: Facts, paths: set[str]
) -> dict[str, Any]:
    """The facts with what stands at these paths, and nothing else, found out."""
    better = dict(facts)
    for path in paths:
        name = path.partition("[")[0]
        field = record.fields().get(name)
        if field is None:
            continue
        if not isinstance(field, ListField):
            better[name] = exact_within(rnd, field, facts.get(name))
            continue
        known = better.get(name) or Elements((), {})
        items = [dict(each) for each in known.items]
        if "[...]" in path:
            known_of_others = known.rest or {}
            count = rnd.choice((0, 1, 2))
            more = [completed(rnd, field.of, known_of_others) for _ in range(count)]
            better[name] = Elements((*items, *more))
            continue
        place, _, inner = path.partition("[")[2].partition("].")
        row = items[int(place)]
        row[inner] = exact_within(rnd, field.of.fields()[inner], row.get(inner))
        better[name] = Elements(tuple(items), known.rest)
    return better


def still_missing(engine: Evaluation, pin: str, rnd: random.Random) -> list[str]:
    """A complaint if all that is named was found out and some fact is missing still.

    An element not listed may raise questions once it is: then round by round.
    """
    law, root = engine.law, record_named(engine.root.record)
    for _ in range(9):
        why = Explanation(engine)
        named = set(why.lacks(why.of(pin).key))
        before = engine.provision(pin)
        facts = fill(rnd, root, engine.root.facts, named)
        engine = Evaluation(law, facts, **engine.clocks, root=root.__name__)
        after = engine.provision(pin)
        if not after[-1] & FACT:
            return []
        if not any("[...]" in path for path in named):
            break
    return [f"{pin}: {before}, {sorted(named)} found out: {after}"]


def complaints(law: Law, root: type[Record], rnd: random.Random) -> list[str]:
    """What is wrong with the reasons of one random case."""
    facts, clocks = random_case(rnd, root), random_clocks(rnd)
    engine = Evaluation(law, facts, **clocks, root=root.__name__)
    why = Explanation(engine)
    found = []
    for pin in about(law, root):
        why.of(pin)
    for key, reason in why.reasons.items():
        if reason.type == "truth" and reason.kinds and not why.lacks(key):
            found.append(f"{key}: unknown, but nothing is missing")
        for step in reason.because:
            if step.key and step.truth not in ("", why.reasons[step.key].shown):
                found.append(f"{key}: a step differs from the reason it names")
    for pin in about(law, root):
        value, reason = engine.provision(pin), why.of(pin)
        if reason.kinds != value[-1] or (
            reason.type == "truth" and reason.truth != value[0]
        ):
            found.append(f"{pin}: {value} is explained as {reason.shown}")
        if not any(node.attrs[0] == FACT for node in open_points(law, pin)):
            found += still_missing(engine, pin, rnd)
    return found


@bounded(120)
@given(seeds)
def test_reasons_agree_with_values_and_name_enough_on_the_invented_law(seed: int):
    """Found out, any way at all, the facts they name leave no other to be found."""
    assert not complaints(LAW, Tenant, random.Random(seed))


@bounded(120)
@given(seeds)
def test_reasons_agree_with_values_and_name_enough_on_random_laws(seed: int):
    """The same of laws written at random."""
    rnd = random.Random(seed)
    assert not complaints(random_law(seed, 5), Keeper, rnd)


# --- The route to another answer ---


def read_once(rnd: random.Random) -> Law:
    """A small law of yes-and-no facts, none of which is read twice."""
    act = Act("Read-once Act", slug="once", sources={"G": "none"})
    readers: list[Any] = [
        lambda tenant: tenant.bonded,
        lambda tenant: tenant.frail,
        lambda tenant: tenant.leases.any(lambda lease: lease.written & lease.fair),
        lambda tenant: tenant.breaches.all(lambda breach: breach.serious),
        lambda tenant: ~tenant.lodgers.any(lambda lodger: lodger.kin),
    ]
    rnd.shuffle(readers)

    def rule_of(parts: list[Any]) -> Any:
        joined, turned = rnd.random() < 0.5, rnd.random() < 0.3

        def rule(tenant: Tenant) -> Truth:
            """It is so."""
            result = parts[0](tenant)
            for part in parts[1:]:
                result = result & part(tenant) if joined else result | part(tenant)
            return ~result if turned else result

        return rule

    inner = act.provision("2", sources="G")(rule_of(readers[2:]))
    act.provision("1", sources="G")(rule_of([*readers[:2], inner]))
    return Law.load([act])


def undated(rnd: random.Random, unknown: float) -> dict[str, Any]:
    """A tenant whose every element has surely happened."""
    facts = random_facts(rnd, Tenant, unknown)
    for name in ("leases", "breaches", "lodgers"):
        known = facts.get(name, Elements())
        rows = [{**row, "signed_on": (0, 0), "found_on": (0, 0)} for row in known.items]
        facts[name] = Elements(tuple(rows))
    return facts


def after_route(facts: Facts, route: tuple[str, ...]) -> dict[str, Any]:
    """The facts with each test of such a route come out as it says."""
    better = dict(facts)
    for step in route:
        wanted: Any = NO if step.startswith("not: ") else YES
        if "on or before the day of the assessment" in step:
            wanted = (NEVER, NEVER) if wanted == NO else (0, 0)
        if step.startswith("a further entry in "):
            name = step.removeprefix("a further entry in ")
            row = {"signed_on": (0, 0), "found_on": (0, 0), "written": YES}
            row |= {"fair": YES, "serious": NO, "kin": YES}
            known = better[name]
            better[name] = Elements((*known.items, row))
            continue
        path = step.removeprefix("not: ").partition(" ")[0]
        name, _, rest = path.partition("[")
        if not rest:
            better[name] = wanted
            continue
        place, _, inner = rest.partition("].")
        rows = [dict(row) for row in better[name].items]
        rows[int(place)][inner] = wanted
        better[name] = Elements(tuple(rows))
    return better


@bounded(200)
@given(seeds)
def test_a_route_leads_where_it_says(seed: int):
    """With its tests come out otherwise the answer is yes, and with fewer it is not."""
    rnd = random.Random(seed)
    law, facts = read_once(rnd), undated(rnd, 0.3)
    found = Explanation(evaluation(facts, law=law))
    reason = found.of("once/1")
    if reason.truth == YES:
        assert reason.route == ()
        return
    assert reason.route
    changed = after_route(facts, reason.route)
    assert evaluation(changed, law=law).provision("once/1") == (YES, 0)
    for left_out in reason.route:
        rest = tuple(step for step in reason.route if step != left_out)
        some = after_route(facts, rest)
        assert evaluation(some, law=law).provision("once/1")[0] != YES


@pytest.mark.parametrize("section", [p.partition("/")[2] for p in tenancy.PINS])
def test_an_unknown_or_a_no_shows_a_way_to_yes_if_there_is_one(section: str):
    """Of an empty case; where there is none, no facts give it."""
    found = evaluation({})
    reason = Explanation(found).of(f"tenancy/{section}")
    if reason.type != "truth" or reason.truth == YES:
        assert reason.route == ()
    else:
        assert reason.route


def test_what_no_fact_can_change_has_no_route():
    """Not in force, or never so."""
    why, key = explained({}, "4(6)", law_at="1999-01-01")
    assert why.reasons[key].route == ()
    law = LAW.amend("2(1)", unless=lambda tenant: tenant.bonded | ~tenant.bonded)
    assert Explanation(evaluation({}, law=law)).of("tenancy/2(1)").truth == UNKNOWN
