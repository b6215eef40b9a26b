"""Immigration Act 2009: other grounds, ten years of liability, appeals, return."""

from __future__ import annotations

import pytest

from tasman.facts.days import parse_day
from tests.law.au.asking_of_all import evaluation, found

IA = "immigration-act-2009"
AUSTRALIAN = "citizen australia 1980-05-05..; "
ROSE = "new_zealand_liability_on"
CRIME = (
    f"{AUSTRALIAN}no custody; court convicted 2013-01-01 committed_on=2012-01-01 "
    "maximum_penalty=5y maximum_is_life=no while_temporary_or_unlawful=no "
    "category=other; person new_zealand_residence_from_on=2010-12-01 "
    f"new_zealand_days_suspended=0 new_zealand_appeal=none {ROSE}=%s"
)
EXPLOITED = (
    f"{AUSTRALIAN}no custody; court convicted 2024-01-01 committed_on=2021-06-01 "
    "maximum_penalty=1m maximum_is_life=no while_temporary_or_unlawful=no "
    "category=worker_exploitation jurisdiction=new_zealand; "
    "person new_zealand_residence_from_on="
)
SPELL = "held gaol sentence 2015-01-01..2015-01-10"
LIVE = CRIME % "2014-07-01"
LAPSE = (
    ("161 still", LIVE, "Y"),
    ("161 still", CRIME % "2014-06-30", "N"),
    ("161 still", f"{CRIME % '2014-06-21'}; {SPELL}", "Y"),
    ("161 still", f"{CRIME % '2014-06-20'}; {SPELL}", "N"),
    ("161 still", (CRIME % "2014-06-25").replace("suspended=0", "suspended=6"), "Y"),
    ("161 still", (CRIME % "2014-06-25").replace("suspended=0", "suspended=5"), "N"),
    ("161 still", LIVE.replace("appeal=none", "appeal=allowed"), "N"),
    ("161 still", LIVE.replace(f"{ROSE}=2014-07-01", ""), "U fact"),
    ("161 still", f"{LIVE}; citizen new_zealand 2020-01-01..", "N"),
    ("167", LIVE, "N"),
    ("167", CRIME % "2014-06-30", "Y"),
    ("172", LIVE, "Y"),
    ("172", CRIME % "2014-06-30", "N"),
    ("207", CRIME % "2014-06-30", "N"),
    # s 161(1)(d): an employer's offence in the first ten years
    ("161(1)(d)", f"{EXPLOITED}2011-06-01", "Y"),
    ("161(1)(d)", f"{EXPLOITED}2011-05-31", "N"),
    ("161(1)(d)", f"{EXPLOITED}2011-06-01".replace("worker_exploitation", "fraud"),
     "N"),
    ("161(1)(d)", f"{EXPLOITED}2011-06-01".replace("=new_zealand;", "=nsw;"), "N"),
    ("161", f"{EXPLOITED}2011-06-01", "Y"),
)  # fmt: skip
GROUND = f"{AUSTRALIAN}person new_zealand_ground="
OTHERS = (
    ("154", "unlawful"),
    ("155", "granted_in_error"),
    ("156", "false_identity"),
    ("157 determined", "sufficient_reason"),
    ("158", "fraud"),
    ("159", "conditions_breached"),
    ("162", "protection_cancelled"),
    ("163", "security"),
)
NEW = f"{GROUND}new_character_information {ROSE}=2024-07-01 "
NEW += "new_zealand_residence_from_on="
DEPORTED = "deported_from_new_zealand_on=%s unlawful_in_new_zealand_since_on=%s"
UNLAWFUL = f"{GROUND}unlawful {DEPORTED}"
REASON = f"{GROUND}sufficient_reason {DEPORTED}"
CHILD = UNLAWFUL.replace(AUSTRALIAN, "") % ("2024-01-01", "2023-12-01")
CHILD += " born_on=2006-01-02"
GROWN = CHILD.replace("2006-01-02", "2006-01-01")
BREACH = f"{GROUND}conditions_breached {DEPORTED}"
NOTICED = f"{GROUND}fraud new_zealand_notice_on=%s new_zealand_appeal=none "
NOTICED += "protected_in_new_zealand=no"
AFTER = (
    ("160", f"{NEW}2019-07-01", "Y"),
    ("160", f"{NEW}2019-06-30", "N"),
    ("154 to 163", f"{NEW}2019-07-01", "Y"),
    ("154 to 163", f"{GROUND}none", "N"),
    ("154 to 163", AUSTRALIAN.rstrip("; "), "U fact"),
    # prohibition on return: two years if deported within twelve months, else five
    ("179 for a time", UNLAWFUL % ("2022-07-01", "2021-07-01"), "Y"),
    ("179 for a time", UNLAWFUL % ("2022-06-30", "2021-06-30"), "N"),
    ("179 for a time", UNLAWFUL % ("2022-06-30", "2021-06-29"), "Y"),
    ("179 for a time", UNLAWFUL % ("2019-07-01", "2010-01-01"), "Y"),
    ("179 for a time", UNLAWFUL % ("2019-06-30", "2010-01-01"), "N"),
    ("179 for a time", BREACH % ("2019-07-01", "never"), "Y"),
    ("179 for a time", BREACH % ("2019-06-30", "never"), "N"),
    ("179 for a time", BREACH % ("never", "never"), "N"),
    ("179 for a time", REASON % ("2019-07-01", "never"), "Y"),
    ("179 for a time", REASON % ("2019-06-30", "never"), "N"),
    ("179 for a time", f"no citizenships; no stays; no visas; {CHILD}", "N"),
    ("179 for a time", f"no citizenships; no stays; no visas; {GROWN}", "Y"),
    ("179 for good", f"{GROUND}fraud {DEPORTED % ('2010-12-01', 'never')}", "Y"),
    ("179 for good", f"{GROUND}fraud {DEPORTED % ('never', 'never')}", "N"),
    ("179 for good", f"{GROUND}granted_in_error {DEPORTED % ('2011-01-01', 'never')}",
     "N"),
    # an order, once the time to appeal has run
    ("175", NOTICED % "2024-06-02", "Y"),
    ("175", NOTICED % "2024-06-03", "N"),
    ("175", (NOTICED % "2024-06-02").replace("appeal=none", "appeal=pending"), "N"),
    ("175", (NOTICED % "2024-06-20").replace("appeal=none", "appeal=declined"), "Y"),
    ("175", (NOTICED % "2024-06-02").replace("zealand=no", "zealand=yes"), "N"),
    # the Tribunal
    ("210", f"{GROUND}unlawful new_zealand_appeal=allowed", "U judgment"),
    ("210", f"{GROUND}unlawful new_zealand_appeal=declined", "N"),
    ("211", "person new_zealand_appeal=allowed", "Y"),
    ("211", "person new_zealand_appeal=suspended", "N"),
    ("212", LIVE.replace("appeal=none", "appeal=pending"), "U judgment"),
    ("212", LIVE, "N"),
    ("216", "person new_zealand_appeal=declined", "U judgment"),
    ("216", "person new_zealand_appeal=pending", "N"),
    ("245", "person new_zealand_appeal=suspended", "Y"),
    ("245", "person new_zealand_appeal=pending", "N"),
    ("164", "person protected_in_new_zealand", "U judgment"),
    ("164", "person protected_in_new_zealand=no", "N"),
)  # fmt: skip


@pytest.mark.parametrize(("pinpoint", "line", "wanted"), [*LAPSE, *AFTER])
def test_asked_on_the_first_of_july(pinpoint: str, line: str, wanted: str) -> None:
    """Each line from both sides, as at 2024-07-01."""
    assert found(f"{IA}/{pinpoint}", line, "2024-07-01") == wanted


@pytest.mark.parametrize(("pinpoint", "word"), OTHERS)
def test_each_other_ground(pinpoint: str, word: str) -> None:
    """The ground found makes liable; another does not; a citizen is out of reach."""
    at = f"{IA}/{pinpoint}"
    assert found(at, f"{GROUND}{word}", "2024-07-01") == "Y"
    assert found(at, f"{GROUND}none", "2024-07-01") == "N"
    citizen = f"{GROUND}{word}; citizen new_zealand 1980-05-05.."
    assert found(at, citizen, "2024-07-01") == "N"
    assert found(f"{IA}/154 to 163", f"{GROUND}{word}", "2024-07-01") == "Y"


@pytest.mark.parametrize(
    ("ground", "wanted"),
    [("fraud", "2024-06-30"), ("false_identity", "2024-07-14"),
     ("unlawful", "2024-06-12")],
)  # fmt: skip
def test_the_last_day_to_appeal(ground: str, wanted: str) -> None:
    """Twenty-eight days, or forty-two on ss 154 and 156: without holidays."""
    line = f"{GROUND}{ground} new_zealand_notice_on=2024-06-02 "
    line += "unlawful_in_new_zealand_since_on=2024-05-01"
    first, last, _ = evaluation(line, "2024-07-01").provision(f"{IA}/appeal last day")
    assert (first, last) == (parse_day(wanted), parse_day(wanted))
