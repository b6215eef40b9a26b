"""Routes to conferral as an answer lists them."""

from __future__ import annotations

from tasman.casework.citizenship import CitizenshipAnswer, citizenship_answer
from tasman.casework.citizenship_routes import ROUTES
from tasman.casework.citizenship_text import citizenship_text
from tasman.casework.residence import ACT
from tasman.facts.days import parse_day
from tests.law.au.one_line import facts_of

OLD = "person born_on=1950-01-01 born_in=new_zealand formerly_australian_citizen=no"
LIFE = "no citizenships; no visas; stay special_category_visa 2010-01-01.."
PLAIN = f"{OLD} stateless=no; {LIFE}; citizen new_zealand 1950-01-01.."


def told(line: str, day: str = "2024-07-01") -> CitizenshipAnswer:
    """Return the answer for one line, as at one day."""
    return citizenship_answer(facts_of(line), as_at=parse_day(day))


def answers(line: str) -> dict[str, str]:
    """Return each route's answer."""
    routes = told(line).to_dict()["routes"]
    return {route["provision"].partition("/")[2]: route["answer"] for route in routes}


def test_every_route_is_listed_once() -> None:
    """Six routes, whatever the person."""
    assert [*answers(PLAIN)] == [*ROUTES]


def test_a_settled_pensioner_may_apply_with_or_without_the_test() -> None:
    """Sixty, resident, fourteen years here: s 21(2) and (4), not (5) or (8)."""
    settled = PLAIN.replace("special_category_visa 2010", "permanent 2010")
    found = answers(f"{settled}; visa permanent 2010-01-01..")
    assert (found["21(2)"], found["21(4)"]) == ("yes", "yes")
    assert (found["21(5)"], found["21(8)"]) == ("no", "no")
    assert found["21(3)"] == "unknown"


def test_what_a_route_lacks_is_named() -> None:
    """A visitor lacks permanent residence and years; what is met is not listed."""
    line = PLAIN.replace("special_category_visa 2010-01-01", "temporary 2024-01-01")
    (route, *_) = told(line).routes.routes
    assert [need.pinpoint for need in route.lacks] == ["21 permanent resident", "22(1)"]
    assert "lacks: A permanent resident under s 5" in citizenship_text(told(line))


def test_what_the_minister_judges_is_never_a_lack() -> None:
    """The test, the link and character stand apart, until they are found."""
    (route, *_) = told(PLAIN).routes.routes
    judged = ["21 test", "21 close association", "21 good character"]
    assert [need.pinpoint for need in route.judged] == judged
    found = PLAIN.replace("person ", "person passed_citizenship_test ")
    assert [n.pinpoint for n in told(found).routes.routes[0].judged] == judged[1:]


def test_the_last_day_for_review_follows_a_notice() -> None:
    """Twenty-eight days from the notice; nothing without one."""
    assert told(PLAIN).to_dict()["review_by"] is None
    line = PLAIN.replace("person ", "person citizenship_refused_notice_on=2024-06-20 ")
    assert told(line).to_dict()["review_by"] == "2024-07-18"
    words = " ".join(citizenship_text(told(line)).split())
    assert "2024-07-18 (s 52; unverified)" in words


def test_powers_over_residence_are_possible_and_never_certain() -> None:
    """After unlawful time, s 22(4A) may help; it is never said to be used."""
    then = "..2024-01-01; stay unlawful 2024-01-01..; citizen"
    line = PLAIN.replace("..; citizen", then)
    powers = told(line).to_dict()["powers_over_residence"]
    assert f"{ACT}/22(4A)" in [power["provision"] for power in powers]
    assert {power["answer"] for power in powers} == {"unknown"}
