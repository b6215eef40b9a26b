"""The dossier's reform scenarios and the bills that never passed, as tables."""

import pytest

from tasman.facts.days import parse_day
from tasman.law import current_law
from tasman.law.reforms import REFORMS, STATUSES, reform
from tasman.rules.errors import UnknownProvision
from tasman.rules.evaluate import Evaluation
from tests.law.comparators.people import convicted, person

TODAY = parse_day("2026-11-21")
ACT = "migration-act-1958"


def truth(law, pinpoint, case, on):
    day = parse_day(on)
    run = Evaluation(law, case.facts, as_at=day, law_at=day, known_at=TODAY)
    return "NUY"[run.provision(f"{ACT}/{pinpoint}")[0]]


def asked(name, pinpoint, case, on):
    return truth(reform(name).apply(current_law()), pinpoint, case, on)


# ---- the designated-offence limb (au-character 71 to 74) -----------------------------
ON = "2017-05-01"
COMMON_ASSAULT = convicted("violence", "2y", ON, violence="yes", common_assault="yes")
BRUISING = convicted(
    "violence", "2y", ON, violence="yes", common_assault="yes", caused_harm="yes"
)
BREACH = convicted("order_breach", "2y", ON, breaches_protection_order="yes")
WEAPON = convicted("weapons", "18m", ON, uses_weapon="yes")
FAMILY = convicted(
    "violence", "2y", ON, violence="yes", common_assault="yes", family_violence="yes"
)
AT_TWO_YEARS = convicted("weapons", "24m", ON, uses_weapon="yes")
SEXUAL = convicted("sexual", "3y", ON, sexual_without_consent="yes")
HELPING = convicted("violence", "5y", ON, is_accessory="yes")
FRAUD = convicted("fraud", "10y", ON)
ABROAD = convicted("weapons", "5y", ON, uses_weapon="yes", jurisdiction="united_states")

BILLS = [
    ("71", COMMON_ASSAULT, "2019", "2019-08-01", "Y"),
    ("71", COMMON_ASSAULT, "2018", "2019-01-01", "Y"),
    ("71", COMMON_ASSAULT, "2021", "2022-01-01", "N"),
    ("71", COMMON_ASSAULT, "2023", "2023-06-01", "N"),
    ("72", BRUISING, "2021", "2022-01-01", "Y"),
    ("72 family", FAMILY, "2021", "2022-01-01", "Y"),
    *(
        ("73", BREACH, year, f"{int(year) + 1}-06-01", "Y")
        for year in ("2018", "2019", "2021", "2023")
    ),
    *(
        ("74", WEAPON, year, f"{int(year) + 1}-06-01", "N")
        for year in ("2018", "2019", "2021", "2023")
    ),
    ("74 at two years", AT_TWO_YEARS, "2023", "2024-06-01", "Y"),
    ("sexual", SEXUAL, "2021", "2022-06-01", "Y"),
    ("helping", HELPING, "2021", "2022-06-01", "Y"),
    ("neither", FRAUD, "2021", "2022-06-01", "N"),
    ("abroad", ABROAD, "2021", "2022-06-01", "U"),
    ("too early", BREACH, "2021", "2021-11-24", "N"),
]


@pytest.mark.parametrize(
    ("facts", "year", "on", "wanted"),
    [row[1:] for row in BILLS],
    ids=[f"{row[0]} {row[2]} {row[3]}" for row in BILLS],
)
def test_designated_offences(facts, year, on, wanted):
    """Examples 71 to 74, and each element: the objective limbs with each bill."""
    case = person("1980-01-01", "1995-01-01", **facts)
    name = f"designated-offences-{year}"
    assert asked(name, "501(6) objective limbs", case, on) == wanted
    before = truth(current_law(), "501(6) objective limbs", case, on)
    assert before == "N"


@pytest.mark.parametrize("year", ["2018", "2019", "2021", "2023"])
def test_designated_offences_never_bring_the_duty(year):
    """The limb was discretionary only: s 501(3A) is not touched."""
    inside = [{"began_on": "2017-06-01"}]
    case = person("1980-01-01", "1995-01-01", custody=inside, **BREACH)
    on = f"{int(year) + 1}-06-01"
    name = f"designated-offences-{year}"
    assert asked(name, "501(3A)", case, on) == "N"
    assert asked(name, "501(6)", case, on) == "Y"


# ---- the R scenarios -----------------------------------------------------------------
INSIDE = [{"began_on": "2024-06-01"}]


def imprisoned(born, arrived, term="14m", committed="2024-03-01", **more):
    """Convicted of an assault, in prison now."""
    facts = convicted("violence", "10y", committed, term, violence="yes")
    custody = more.pop("custody", INSIDE)
    return person(born, arrived, custody=custody, **facts, **more)


SCENARIOS = [
    ("R0", None, imprisoned("1990-01-01", "1991-01-01"), "Y"),
    ("R1 long settled", "nz-mirror", imprisoned("1990-01-01", "1991-01-01"), "N"),
    ("R1 b", "nz-mirror", imprisoned("1990-01-01", "2020-01-01"), "Y"),
    ("R1 c in ten", "nz-mirror", imprisoned("1990-01-01", "2014-03-01", "60m"), "Y"),
    ("R1 past ten", "nz-mirror", imprisoned("1990-01-01", "2014-02-28", "60m"), "N"),
    ("R8 in twenty", "nz-mirror-20", imprisoned("1990-01-01", "2004-03-01", "60m"),
     "Y"),
    ("R8 past twenty", "nz-mirror-20",
     imprisoned("1990-01-01", "2004-02-28", "60m"), "N"),
    ("R2 10", "came-before-10", imprisoned("1990-01-01", "1999-12-31"), "N"),
    ("R2 10 at ten", "came-before-10", imprisoned("1990-01-01", "2000-01-01"), "Y"),
    ("R2 13", "came-before-13", imprisoned("1990-01-01", "2002-12-31"), "N"),
    ("R2 13 at 13", "came-before-13", imprisoned("1990-01-01", "2003-01-01"), "Y"),
    ("R2 18", "came-before-18", imprisoned("1990-01-01", "2007-12-31"), "N"),
    ("R2 18 at 18", "came-before-18", imprisoned("1990-01-01", "2008-01-01"), "Y"),
    ("R3 half, more", "half-of-life", imprisoned("1990-01-01", "2007-01-01"), "N"),
    ("R3 half, less", "half-of-life", imprisoned("1990-01-01", "2008-01-01"), "Y"),
    ("R3 three quarters", "three-quarters-of-life",
     imprisoned("1990-01-01", "1998-01-01"), "N"),
    ("R3 under that", "three-quarters-of-life",
     imprisoned("1990-01-01", "1999-01-01"), "Y"),
    ("R5 at ten", "ten-year-line", imprisoned("1990-01-01", "2014-03-01"), "N"),
    ("R5 a day short", "ten-year-line", imprisoned("1990-01-01", "2014-03-02"), "Y"),
    ("R6 under five years", "ten-year-line-serious",
     imprisoned("1990-01-01", "2000-01-01", "59m"), "N"),
    ("R6 five years", "ten-year-line-serious",
     imprisoned("1990-01-01", "2000-01-01", "60m"), "Y"),
    ("two years: under", "duty-from-24-months",
     imprisoned("1990-01-01", "1991-01-01", "23m"), "N"),
    ("two years: at", "duty-from-24-months",
     imprisoned("1990-01-01", "1991-01-01", "24m"), "Y"),
    ("five years: under", "duty-from-60-months",
     imprisoned("1990-01-01", "1991-01-01", "59m"), "N"),
    ("five years: at", "duty-from-60-months",
     imprisoned("1990-01-01", "1991-01-01", "60m"), "Y"),
    ("no custody", "no-custody-test",
     imprisoned("1990-01-01", "1991-01-01", custody=[]), "Y"),
    ("custody", None, imprisoned("1990-01-01", "1991-01-01", custody=[]), "N"),
    ("no duty", "no-mandatory-cancellation",
     imprisoned("1990-01-01", "1991-01-01"), "N"),
    ("undone", "without-the-2014-act", imprisoned("1990-01-01", "1991-01-01"), "N"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "case", "wanted"),
    [row[1:] for row in SCENARIOS],
    ids=[row[0] for row in SCENARIOS],
)
def test_scenarios_on_the_duty_to_cancel(name, case, wanted):
    """R0 to R8 and the thresholds, each just on both sides: the duty of s 501(3A)."""
    law = current_law() if name is None else reform(name).apply(current_law())
    assert truth(law, "501(3A)", case, "2025-06-01") == wanted


def test_the_mirror_and_the_line_lift_the_discretion_too():
    """R1 and R5 stop cancellation as such; R2 leaves s 501(2) open."""
    case = imprisoned("1990-01-01", "1991-01-01")
    wanted = {"nz-mirror": "N", "ten-year-line": "N", "came-before-10": "Y"}
    for name, answer in wanted.items():
        assert asked(name, "501(2)", case, "2025-06-01") == answer, name


def entire_life(**facts):
    decision = {
        "power": "501(3A)",
        "result": "cancelled",
        "made_by": "delegate",
        "made_on": "2025-02-03",
        "notified_on": "2025-02-04",
        "undone_on": "never",
        "representations_on": "2025-02-10",
        "aggregate_relied_on": "no",
    }
    facts = {"decisions": [decision], "findings": [], **facts}
    return imprisoned("1990-01-01", facts.pop("arrived", "1991-01-01"), **facts)


NO_TIES = {"close_family_in_new_zealand": "no", "lived_in_new_zealand_as_adult": "no"}
TIES = [
    (NO_TIES, "Y"),
    ({**NO_TIES, "arrived": "1995-01-01"}, "N"),
    ({**NO_TIES, "close_family_in_new_zealand": "yes"}, "N"),
    ({**NO_TIES, "lived_in_new_zealand_as_adult": "yes"}, "N"),
    ({}, "U"),
]


@pytest.mark.parametrize(("facts", "wanted"), TIES)
def test_an_entire_life_here_is_a_reason_to_revoke(facts, wanted):
    """R4: before five, no close family there, no life there as an adult."""
    law = reform("entire-life").apply(current_law())
    day = parse_day("2025-06-01")
    run = Evaluation(
        law, entire_life(**facts).facts, as_at=day, law_at=day, known_at=TODAY
    )
    assert "NUY"[run.provision("entire-life/1")[0]] == wanted


def test_direction_99_goes_on():
    """R7: Direction 99 is in force in 2025, and Direction 110 never is."""
    law = reform("keep-direction-99").apply(current_law())
    day = parse_day("2025-06-01")
    run = Evaluation(law, {}, as_at=day, law_at=day, known_at=TODAY)
    assert run.provision("directions/in force")[:2] == (99, 99)
    assert law.in_force("direction-99/8.3", day, TODAY) is not None
    assert law.in_force("direction-110/8.3", day, TODAY) is None


def test_the_short_terms_of_2013_come_back_without_the_act_of_2014():
    """Taking the Act of 2014 back, 23 months of short terms do not fail the test."""
    terms = [
        convicted("property", "5y", f"20{n}-03-01", "8m")["sentences"][0]
        for n in (10, 12)
    ]
    case = person("1980-01-01", "1995-01-01", sentences=terms)
    assert truth(current_law(), "501(7)(d)", case, "2016-01-01") == "Y"
    assert asked("without-the-2014-act", "501(7)(d)", case, "2016-01-01") == "N"


# ---- what holds of every reform ------------------------------------------------------
@pytest.mark.parametrize("name", list(REFORMS))
def test_each_says_what_it_is(name):
    """Title, description, status and modelling choices are there to be read."""
    each = reform(name)
    assert each.title and each.description and each.choices
    assert each.status in STATUSES
    assert each.sources or each.status == "hypothetical"


@pytest.mark.parametrize("name", list(REFORMS))
def test_each_changes_the_law_and_leaves_the_old_one_alone(name):
    """Applying a reform gives another law; the one it was given stays as it was."""
    law = current_law()
    before = law.digest
    assert reform(name).apply(law).digest != before
    assert law.digest == before


def test_every_scenario_of_the_dossier_is_there():
    """R1 to R8: the ninth, R0, is the law itself."""
    found = {each.scenario for each in REFORMS.values() if each.scenario}
    assert found == {f"R{n}" for n in range(1, 9)}


def test_a_wrong_name_is_answered_with_the_right_ones():
    """The message lists the reforms there are."""
    with pytest.raises(UnknownProvision, match="ten-year-line"):
        reform("ten-years")
