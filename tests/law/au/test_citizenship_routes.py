"""Routes to citizenship by conferral, deciding on them, and undoing them."""

from __future__ import annotations

import pytest

from tasman.facts.case import NO, YES, Elements
from tasman.facts.choices import mask_of
from tasman.facts.days import NEVER, parse_day
from tasman.facts.vocabulary.family import Relative
from tasman.rules.evaluate import Evaluation
from tests.law.au.asking_of_all import evaluation, found, spelled

ACT = "australian-citizenship-act-2007"
SINCE = "permanent_resident_since_on"
GROWN = f"person born_on=1980-05-05 born_in=new_zealand {SINCE}=2020-01-01"
LONG = f"{GROWN} first_lawful_presence_on=1995-01-01 formerly_australian_citizen=no"
CITIZEN = "citizen australia 2010-01-01.. by=grant"


def here(*spans: str) -> str:
    """Stays on a special category visa, each `from..to`."""
    return "; ".join(f"stay special_category_visa {span}" for span in spans)


# Days of arrival and departure both count as days here; the window is the time before
# 2024-07-01. From 1 January to 28 June 2024 there are 180 days.
HALF = here("2024-01-01..2024-06-28")
SHORT = here("2024-01-01..2024-06-27")
SPLIT = here("2023-01-01..2023-03-31", "2024-04-02..2024-07-01")
SPLIT_SHORT = here("2023-01-01..2023-03-31", "2024-04-03..2024-07-01")
# 480 days in four years: 120 in the last year, 360 before it.
TRAVEL = here("2021-01-01..2021-12-26", "2024-03-03..2024-07-01")
TRAVEL_SHORT = here("2021-01-01..2021-12-25", "2024-03-03..2024-07-01")
TRAVEL_LATE = here("2021-01-01..2021-12-31", "2024-03-04..2024-07-01")
WORK = f"{GROWN} work_with_regular_travel"
ACTIVITY = f"{GROWN} beneficial_activity"

RESIDENCE = (
    ("22A", f"{ACTIVITY}; {HALF}", "Y"),
    ("22A", f"{ACTIVITY}; {SHORT}", "N"),
    ("22A", f"{ACTIVITY}; {SPLIT}", "Y"),
    ("22A", f"{ACTIVITY}; {SPLIT_SHORT}", "N"),
    ("22A", f"{ACTIVITY.replace('2020-01-01', '2022-07-01')}; {HALF}", "Y"),
    ("22A", f"{ACTIVITY.replace('2020-01-01', '2022-07-02')}; {HALF}", "N"),
    ("22A", f"{GROWN}; {HALF}", "U fact"),
    ("22A", f"{ACTIVITY}=no; {HALF}", "N"),
    ("22B", f"{WORK}; {TRAVEL}", "Y"),
    ("22B", f"{WORK}; {TRAVEL_SHORT}", "N"),
    ("22B", f"{WORK}; {TRAVEL_LATE}", "N"),
    ("22B", f"{WORK.replace('2020-01-01', '2023-07-01')}; {TRAVEL}", "Y"),
    ("22B", f"{WORK.replace('2020-01-01', '2023-07-02')}; {TRAVEL}", "N"),
    ("23", "person defence_service_days=90", "Y"),
    ("23", "person defence_service_days=89 medically_discharged=no", "N"),
    ("23", "person defence_service_days=89", "U fact"),
    ("23", "person defence_service_days=1 medically_discharged", "Y"),
)
SERVED = f"{LONG} defence_service_days=90"


def aged(line: str, born: str) -> str:
    """The same for someone born then, with no list that says otherwise."""
    young = line.replace("1980-05-05", born).replace("1995-01-01", "2010-01-01")
    return f"no citizenships; no stays; no visas; {young}"


ROUTES = (
    ("21(2) by special residence", SERVED, "Y"),
    ("21(2) by special residence", aged(SERVED, "2006-07-02"), "N"),
    ("21(2) by special residence", aged(SERVED, "2006-07-01"), "Y"),
    ("21(2) by special residence", SERVED.replace("2020-01-01", "2024-07-02"), "N"),
    ("21(3)", f"{SERVED} enduring_incapacity", "Y"),
    ("21(3)", f"{SERVED} enduring_incapacity=no", "N"),
    ("21(3)", SERVED, "U judgment"),
    ("21(3)", f"{LONG} enduring_incapacity", "Y"),
    ("21(3)", f"{LONG.replace('1995-01-01', '2021-01-01')} enduring_incapacity "
     "defence_service_days=0 medically_discharged=no beneficial_activity=no "
     "work_with_regular_travel=no", "N"),
    ("21(4)", f"{aged(SERVED, '1964-07-01')}", "Y"),
    ("21(4)", f"{aged(SERVED, '1964-07-02')} "
     "hearing_speech_or_sight_impaired=no", "N"),
    ("21(4)", f"{SERVED} hearing_speech_or_sight_impaired", "Y"),
    ("21(4)", SERVED, "U fact"),
    ("21(4)", f"{aged(SERVED, '2006-07-02')} "
     "hearing_speech_or_sight_impaired", "N"),
    ("21(8)", "person born_in=australia stateless", "Y"),
    ("21(8)", "person born_in=australia stateless=no", "N"),
    ("21(8)", "person born_in=fiji stateless", "N"),
    ("21(8)", "person born_in=australia stateless=unknown", "U fact"),
    ("21 test", "person passed_citizenship_test=no", "N"),
    ("21 good character", "", "U judgment"),
    ("21 good character", "person good_character_for_citizenship", "Y"),
    ("21 close association", "person close_association=no", "N"),
    ("21 understands", "", "U judgment"),
)  # fmt: skip
UNLAWFUL = f"{LONG}; stay unlawful 2020-01-01..%s; stay permanent %s.."
GAOLED = f"{LONG}; held gaol sentence 2020-01-01..%s"
ELSEWHERE = "person born_in=new_zealand"
POWERS = (
    ("22(4A)", UNLAWFUL % ("2020-06-30", "2020-06-30"), "N"),
    ("22(4A)", UNLAWFUL % ("2020-07-01", "2020-07-01"), "U judgment"),
    ("22(5A)", GAOLED % "2020-06-30", "N"),
    ("22(5A)", GAOLED % "2020-07-01", "U judgment"),
    ("22(5A)", f"{GAOLED % '2020-07-01'}; person born_in=australia", "N"),
    ("22(5)", f"{ELSEWHERE} {SINCE}=2023-07-01", "N"),
    ("22(5)", f"{ELSEWHERE} {SINCE}=2023-07-02", "U judgment"),
    ("22(6)", f"{ELSEWHERE} {SINCE}=2023-07-02", "U judgment"),
    ("22(6)", f"{ELSEWHERE} {SINCE}=2023-07-01", "N"),
    ("22(6)", f"{ELSEWHERE} {SINCE}=2023-07-02; no stays", "N"),
    ("22(11)", f"{GROWN} interdependent_with_citizen", "U judgment"),
    ("22(11)", f"{GROWN} interdependent_with_citizen=no", "N"),
    ("22(5)", f"{ELSEWHERE} {SINCE}=2023-07-02; {CITIZEN}", "N"),
)
ASKED = "citizenship_applied_on=2024-01-01 citizenship_approved_on=%s "
ASKED += "citizenship_refused_notice_on=%s"
PENDING = f"{SERVED} {ASKED % ('never', 'never')}"
APPROVED = f"{SERVED} {ASKED % ('2024-03-01', 'never')}"
STATELESS = f"person born_in=australia born_on=1980-05-05 stateless {SINCE}=never"
DECISION = (
    ("24(2)", PENDING, "U judgment"),
    ("24(2)", APPROVED, "N"),
    ("24(2)", f"{SERVED} {ASKED % ('never', '2024-06-01')}", "N"),
    ("24(2)", f"{STATELESS} {ASKED % ('never', 'never')}", "N"),
    ("24(1A)", PENDING, "N"),
    ("24(1A)", PENDING.replace("2020-01-01 f", "never f"), "U not_covered"),
    ("24(1A)", APPROVED, "N"),
    ("24(4)", f"{STATELESS} {ASKED % ('never', 'never')}; "
     "found security_risk 2024-06-01", "N"),
    ("25(2)(b)(iii)", f"{aged(APPROVED, '2006-01-02')} "
     "good_character_for_citizenship=no", "N"),
    ("25(2)(b)(iii)", f"{aged(APPROVED, '2006-01-01')} "
     "good_character_for_citizenship=no", "Y"),
    ("25(2)(b)(i)", APPROVED, "N"),
    ("25(2)(b)(i)", f"{aged(APPROVED, '2006-01-02')}", "N"),
    ("24(3)", f"{PENDING}; found identity_not_established 2024-06-01", "Y"),
    ("24(3)", f"{PENDING}; found identity_not_established 2024-06-01 holds=no", "N"),
    ("24(4)", f"{PENDING}; found security_risk 2024-06-01", "Y"),
    ("24(4)", PENDING, "N"),
    ("24(5)", f"{PENDING} in_australia=no", "Y"),
    ("24(5)", PENDING, "N"),
    ("24(5)", f"{aged(PENDING, '2006-07-02')} in_australia=no", "N"),
    ("24(7)", "citizen australia 1990-01-01..2023-07-01", "N"),
    ("24(7)", "citizen australia 1990-01-01..2023-07-02", "Y"),
    ("24(7)", "no citizenships", "N"),
    ("24(7)", "unknown citizenships", "U fact"),
    ("25(2)(b)(ii)", APPROVED, "U judgment"),
    ("25(2)(b)(ii)", f"{APPROVED} close_association=no", "Y"),
    ("25(2)(b)(ii)", f"{APPROVED} close_association", "N"),
    ("25(2)(b)(iii)", f"{APPROVED} good_character_for_citizenship=no", "Y"),
    ("25(2)(b)(iii)", f"{APPROVED} good_character_for_citizenship", "N"),
    ("25(2)(b)(iii)", f"{PENDING} good_character_for_citizenship=no", "N"),
    ("25(3)", f"{APPROVED} citizenship_notice_on=2023-07-01", "N"),
    ("25(3)", f"{APPROVED} citizenship_notice_on=2023-06-30", "U judgment"),
    ("26(3)", f"{APPROVED}; court charged 2024-05-01 proceedings_ended_on=2024-07-01",
     "Y"),
    ("26(3)", f"{APPROVED}; court charged 2024-05-01 proceedings_ended_on=2024-06-30; "
     "no notices", "U judgment"),
    ("26(3)", f"{PENDING}; court charged 2024-05-01 proceedings_ended_on=2024-07-01",
     "N"),
    ("34(2)(b) fraud", f"person fraud_behind_citizenship; {CITIZEN}", "Y"),
    ("34(2)(b) fraud", f"person fraud_behind_citizenship=no; {CITIZEN}", "N"),
    ("34(2)(b) fraud",
     f"person fraud_behind_citizenship; {CITIZEN.replace('grant', 'birth')}", "N"),
    ("52(1)", f"{SERVED} {ASKED % ('never', '2024-07-01')}", "Y"),
    ("52(1)", f"{SERVED} {ASKED % ('never', '2024-07-02')}", "N"),
    ("52(1)", f"{SERVED.replace('2020-01-01', 'never')} "
     f"{ASKED % ('never', '2024-07-01')}", "U fact"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("pinpoint", "line", "wanted"),
    [*RESIDENCE, *ROUTES, *POWERS, *DECISION],
)
def test_asked_on_the_first_of_july(pinpoint: str, line: str, wanted: str) -> None:
    """Each threshold from both sides, and what is not known, as at 2024-07-01."""
    assert found(f"{ACT}/{pinpoint}", line, "2024-07-01") == wanted


@pytest.mark.parametrize(
    ("pinpoint", "line", "wanted"),
    [
        (
            "52 last day",
            "person citizenship_refused_notice_on=2024-06-03",
            "2024-07-01",
        ),
        ("25(3) last day", "person citizenship_notice_on=2024-02-29", "2025-02-28"),
        ("24(7) clear from", "citizen australia 1990-01-01..2023-07-02", "2024-07-02"),
        ("21(4) sixty", "person born_on=1964-02-29", "2024-02-29"),
    ],
)
def test_the_day_that_each_clock_gives(pinpoint: str, line: str, wanted: str) -> None:
    """Twenty-eight days, twelve months and sixty years, by the calendar."""
    first, last, _ = evaluation(line, "2024-07-01").provision(f"{ACT}/{pinpoint}")
    assert (first, last) == (parse_day(wanted), parse_day(wanted))


@pytest.mark.parametrize(
    ("citizen", "wanted"), [(YES, "U judgment"), (NO, "N"), (None, "U fact judgment")]
)
def test_a_citizens_partner(citizen: int | None, wanted: str) -> None:
    """Section 22(9): open to the partner of an Australian citizen, never certain."""
    case = evaluation(GROWN, "2024-07-01")
    partner: dict[str, object] = {
        "relation": mask_of(Relative, "relation", "partner"),
        "ended_on": (NEVER, NEVER),
    }
    known = {} if citizen is None else {"australian_citizen": citizen}
    facts = {**case.root.facts, "relatives": Elements(({**partner, **known},))}
    put = Evaluation(case.law, facts, **case.clocks)
    assert spelled(put.provision(f"{ACT}/22(9)")) == wanted
