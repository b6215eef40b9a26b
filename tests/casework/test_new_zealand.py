"""New Zealand's side: returning offenders, citizenship, s 161 (examples E, C and N)."""

import json

import pytest

from tasman.casework.mirror import (
    REGIMES,
    mirrored,
    regime_law,
    residence_starts,
)
from tasman.casework.new_zealand import bears_on, new_zealand
from tasman.casework.new_zealand_text import new_zealand_text
from tasman.facts.case import Case
from tasman.facts.days import iso, parse_day
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tests.casework.test_status import TODAY, S, facts, nz

OFFENCE = (
    "offences: [{outcome: convicted, jurisdiction: nsw, found_on: 2015-09-01, "
    "imprisonable_in_new_zealand: yes, removal_liability: yes, quashed_on: never, "
    "pardoned_on: never}]\n"
)
NO_OFFENCE = "offences: []\n"
BASE = (
    "born_on: 1980-01-01\nborn_in: new_zealand\n"
    "citizenships: [{country: new_zealand, ended_on: never}]\nparents: []\n"
)


def sentence(term, *, kind="gaol", cumulative="no", committed="2018-01-01"):
    """One sentence in New South Wales that stands."""
    return (
        f"  - {{kind: {kind}, term: {term}, starts_on: 2023-01-01, jurisdiction: nsw, "
        f"cumulative: {cumulative}, committed_on: {committed}, "
        "imposed_on: 2015-09-01, quashed_on: never}\n"
    )


def custody(*spells):
    """Spells `place basis began ended` in Australia."""
    rows = ""
    for spell in spells:
        place, basis, began, ended = spell.split()
        rows += (
            f"  - {{place: {place}, basis: {basis}, country: australia, "
            f"began_on: {began}, ended_on: {ended}}}\n"
        )
    return "custody:\n" + rows


OUT = custody("gaol sentence 2023-01-01 2025-02-01")


def returned(sentences, spells=OUT, back="2025-03-01", offence=OFFENCE, more=""):
    """Someone who returned to New Zealand."""
    return facts(
        f"{BASE}{offence}sentences:\n{sentences}{spells}"
        f"returned_to_new_zealand_on: {back}\n{more}"
    )


TEN_MONTHS_OUT = (
    "gaol sentence 2020-01-01 2024-01-10",
    "community parole 2024-01-10 2024-12-20",
)
DETAINED = (
    "gaol sentence 2023-01-01 2025-02-01",
    "immigration_detention immigration 2025-05-01 2025-11-15",
)
YES, NO, UNKNOWN = 2, 0, 1
# Example, facts, returning offender, returning prisoner, band.
ROMI = [
    ("E02", returned(sentence("12m")), YES, NO, None),
    ("E03", returned(sentence("12m1d")), YES, YES, "B1"),
    (
        "E04",
        returned(sentence("8m", cumulative="yes") + sentence("7m", cumulative="yes")),
        YES,
        YES,
        "B1",
    ),
    ("E05", returned(sentence("10m") + sentence("10m")), YES, NO, None),
    ("E06", returned(sentence("24m")), YES, YES, "B1"),
    ("E07", returned(sentence("24m1d")), YES, YES, "B2"),
    ("E08", returned(sentence("6y")), YES, YES, "B3"),
    ("life", returned(sentence("20y", kind="life")), YES, YES, "B4"),
    (
        "E10",
        returned(sentence("5y"), custody(*TEN_MONTHS_OUT), "2024-12-20"),
        YES,
        NO,
        None,
    ),
    (
        "E13",
        returned(sentence("3y"), custody(*DETAINED), "2025-11-15"),
        YES,
        YES,
        "B2",
    ),
    ("E14", returned(sentence("3y"), back="2025-08-01"), YES, YES, "B2"),
    ("E15", returned(sentence("3y"), back="2025-08-02"), YES, NO, None),
    ("E16", returned(sentence("3y"), offence=NO_OFFENCE), NO, NO, None),
    (
        "E17",
        returned(
            sentence("3y"),
            offence=OFFENCE.replace("zealand: yes", "zealand: no"),
        ),
        NO,
        NO,
        None,
    ),
    (
        "E18",
        returned(
            sentence("2y6m"),
            custody(
                "gaol sentence 2023-01-01 2025-02-01",
                "immigration_detention immigration 2025-02-01 2025-04-01",
            ),
            "2025-04-01",
        ),
        YES,
        YES,
        "B2",
    ),
    ("P10", returned(sentence("14m")), YES, YES, "B1"),
    ("suspended", returned(sentence("3y", kind="suspended")), YES, NO, None),
]


@pytest.mark.parametrize(("example", "known", "offender", "prisoner", "band"), ROMI)
def test_returning_offenders_and_prisoners(example, known, offender, prisoner, band):
    """The two classes and the band, never months (examples E02 to E18)."""
    found = new_zealand(known, as_at=TODAY)
    assert found["returning_offender"].truth == offender
    assert found["returning_prisoner"].truth == prisoner
    assert found.band == band


@pytest.mark.parametrize(("supervised", "expected"), [(True, YES), (False, NO)])
def test_a_court_may_order_conditions_for_the_supervised(supervised, expected):
    """Out of custody over six months: subpart 3 if supervised meanwhile (E10, E11)."""
    spells = TEN_MONTHS_OUT if supervised else TEN_MONTHS_OUT[:1]
    known = returned(sentence("5y"), custody(*spells), "2024-12-20")
    found = new_zealand(known, as_at=TODAY)
    assert found["court_may_order_conditions"].truth == expected


@pytest.mark.parametrize(
    ("as_at", "known_at", "expected"),
    [
        ("2019-10-19", "2019-10-19", YES),
        ("2023-01-15", "2023-01-15", UNKNOWN),
        ("2023-03-01", "2023-03-01", YES),
        ("2019-10-19", "2026-11-21", YES),
    ],
)
def test_the_litigation_over_older_offences(as_at, known_at, expected):
    """Example E19: offending of 2012, an eight-year sentence, back 2019-10-19."""
    known = returned(
        sentence("8y", committed="2012-05-01"),
        custody("gaol sentence 2015-09-01 2019-10-01"),
        "2019-10-19",
    )
    found = new_zealand(known, as_at=parse_day(as_at), known_at=parse_day(known_at))
    assert found["returning_prisoner"].truth == expected
    assert expected == UNKNOWN or found.band == "B3"


def test_a_part_suspended_sentence_is_unsettled_and_flagged():
    """Example E20; CONFLICTS 6 takes the point as unsettled, not as a plain no."""
    known = returned(
        sentence("4y", kind="part_suspended"),
        custody("gaol sentence 2023-01-01 2024-06-30"),
        "2024-07-15",
    )
    found = new_zealand(known, as_at=TODAY)
    assert found["returning_prisoner"].truth == UNKNOWN
    assert found["returning_prisoner"].to_dict()["unknown_kinds"] == ["unsettled"]
    assert any("2024] NZDC 29896" in flag for flag in found.flags)


def test_a_quashed_conviction_must_end_the_determination():
    """Example E21: quashed 2024-05-01 after arrival; s 23A since 2023-02-28."""
    known = returned(
        sentence("20m"),
        offence=OFFENCE.replace("quashed_on: never", "quashed_on: 2024-05-01"),
    )
    found = new_zealand(known, as_at=TODAY)
    assert found["determination_must_be_revoked"].truth == YES
    assert found["returning_prisoner"].truth == NO


@pytest.mark.parametrize(
    ("pardoned", "expected"),
    [("2024-05-01", NO), ("never", YES), ("?", UNKNOWN)],
)
def test_a_pardoned_conviction_makes_no_returning_offender(pardoned, expected):
    """Nor a returning prisoner: A1.3 asks that it be neither quashed nor pardoned."""
    offence = OFFENCE.replace("pardoned_on: never", f"pardoned_on: {pardoned}")
    found = new_zealand(
        returned(sentence("20m"), offence=offence.replace(", pardoned_on: ?", "")),
        as_at=TODAY,
    )
    assert found["returning_offender"].truth == expected
    assert found["returning_prisoner"].truth == expected


@pytest.mark.parametrize(("day", "expected"), [("2023-02-27", NO), ("2023-02-28", YES)])
def test_no_hearing_beforehand_since_the_amendment(day, expected):
    """s 18A, in force 2023-02-28."""
    known = returned(
        sentence("3y"), custody("gaol sentence 2020-01-01 2022-11-01"), "2023-01-02"
    )
    found = new_zealand(known, as_at=parse_day(day), known_at=TODAY)
    assert found["no_hearing_beforehand"].truth == expected


def test_no_answer_ever_holds_the_months_of_supervision():
    """The band and `unverified`, in text and data; the candidates stay in the law."""
    for _, known, _, _, band in ROMI:
        found = new_zealand(known, as_at=TODAY)
        plain = found.to_dict()["supervision"]
        assert plain == ({"band": band, "verified": False} if band else None)
        assert "candidate" not in json.dumps(found.to_dict())
        text = new_zealand_text(found)
        assert ("(unverified)." in text) or not band
        assert max(map(len, text.splitlines())) <= 80


def born(where, day, parents="", stateless="no"):
    """Someone with no citizenship listed, born where, when and to whom."""
    return facts(
        f"born_on: {day}\nborn_in: {where}\nstateless: {stateless}\n"
        f"citizenships: []\nparents: [{parents}]"
    )


VISITORS = (
    "{new_zealand_citizen: no, new_zealand_indefinite: no, new_zealand_immunity: no}"
)
RESIDENT = (
    "{new_zealand_citizen: no, new_zealand_indefinite: yes, new_zealand_immunity: no}"
)
BY_BIRTH = "{new_zealand_citizen: yes, new_zealand_by_descent: no, role: %s}"
DESCENDED = "{new_zealand_citizen: yes, new_zealand_by_descent: yes, role: mother}"
CITIZENSHIP = [
    ("C01", born("new_zealand", "2005-12-31", VISITORS), YES),
    ("C02", born("new_zealand", "2006-01-01", VISITORS), NO),
    ("C03", born("new_zealand", "2006-01-01", RESIDENT), YES),
    ("C04", born("australia", "1998-03-03", BY_BIRTH % "father"), YES),
    ("C05", born("australia", "2012-03-03", DESCENDED), NO),
    ("C05 stateless", born("australia", "2012-03-03", DESCENDED, "yes"), YES),
    ("C06", born("cook_islands", "1980-03-03", VISITORS), YES),
    ("C07", born("niue", "2010-03-03", RESIDENT), YES),
    ("C08", born("united_kingdom", "1972-05-01", BY_BIRTH % "mother"), YES),
    ("C09", born("united_kingdom", "1965-05-01", BY_BIRTH % "mother"), NO),
    ("C10", born("samoa", "1940-05-01", VISITORS), NO),
]


@pytest.mark.parametrize(("example", "known", "expected"), CITIZENSHIP)
def test_citizens_of_new_zealand(example, known, expected):
    """By birth and descent, the realm included (examples C01 to C10)."""
    assert new_zealand(known, as_at=TODAY)["citizen"].truth == expected


def test_the_ways_in_for_those_left_out():
    """C09: a grant as of right through the mother; C10: s 7A since 2024-11-26."""
    through_mother = CITIZENSHIP[9][1]
    assert new_zealand(through_mother, as_at=TODAY)["must_be_granted_citizenship"].truth
    samoan = CITIZENSHIP[10][1]
    for day, expected in (("2024-11-25", NO), ("2024-11-26", YES)):
        found = new_zealand(samoan, as_at=parse_day(day))
        assert found["may_claim_citizenship"].truth == expected


AUSTRALIAN = (
    "born_on: 1980-01-01\nborn_in: australia\nparents: []\n"
    "citizenships: [{country: australia, ended_on: never}]\n"
)


def resident(since, *, offence="", sentence="", custody="custody: []", more=""):
    """An Australian with residence in New Zealand since a day."""
    offences = (
        f"[{{outcome: convicted, found_on: 2026-01-01, quashed_on: never, {offence}}}]"
        if offence
        else "[]"
    )
    sentences = (
        f"[{{imposed_on: 2026-01-01, quashed_on: never, {sentence}}}]"
        if sentence
        else "[]"
    )
    return facts(
        f"{AUSTRALIAN}new_zealand_residence_from_on: {since}\n"
        f"offences: {offences}\nsentences: {sentences}\n{custody}\n{more}"
    )


def crime(day, most, temporary="no"):
    """An offence on a day with a longest term."""
    return (
        f"committed_on: {day}, maximum_penalty: {most}, maximum_is_life: no, "
        f"while_temporary_or_unlawful: {temporary}, category: other"
    )


def gaol(day, term):
    """A sentence for an offence of a day."""
    return f"kind: gaol, term: {term}, committed_on: {day}, starts_on: 2021-01-01"


N08 = "custody: [{place: gaol, basis: sentence, began_on: 2012-01-01, ended_on: %s}]"
S161 = [
    ("N01", resident("2020-01-15", offence=crime("2022-01-15", "3m")), YES),
    ("N02", resident("2020-01-15", offence=crime("2022-01-16", "3m")), NO),
    ("N03", resident("2020-01-15", offence=crime("2024-06-01", "2y")), YES),
    ("N04", resident("2020-01-15", offence=crime("2025-01-15", "2y")), YES),
    ("N04", resident("2020-01-15", offence=crime("2025-01-16", "2y")), NO),
    (
        "N05",
        resident(
            "2014-01-15",
            offence=crime("2023-12-01", "14y"),
            sentence=gaol("2023-12-01", "5y"),
        ),
        YES,
    ),
    (
        "N06",
        resident(
            "2014-01-15",
            offence=crime("2020-02-01", "14y"),
            sentence=gaol("2020-02-01", "4y11m"),
        ),
        NO,
    ),
    (
        "N07",
        resident("2010-01-15", sentence="kind: life, committed_on: 2020-01-16"),
        NO,
    ),
    (
        "N07",
        resident("2010-01-15", sentence="kind: life, committed_on: 2020-01-15"),
        YES,
    ),
    (
        "N08",
        resident(
            "2010-01-01",
            sentence=gaol("2020-10-27", "6y"),
            custody=N08 % "2013-02-03",
        ),
        YES,
    ),
    (
        "N08 without prison",
        resident("2010-01-01", sentence=gaol("2020-10-27", "6y")),
        NO,
    ),
    ("N12", resident("2015-01-15", offence=crime("2014-06-01", "3m", "yes")), YES),
    ("N13", resident("2015-01-15", offence=crime("2014-06-01", "1m", "yes")), NO),
    ("N14", resident("2001-03-03", sentence=gaol("2024-03-03", "8y")), NO),
    (
        "N15",
        facts(
            "born_on: 1980-01-01\nborn_in: australia\nparents: []\ncitizenships:\n"
            "  - {country: australia, ended_on: never}\n"
            "  - {country: new_zealand, by: grant, began_on: 2015-02-02, "
            "ended_on: never}\nnew_zealand_residence_from_on: 2008-01-01\n"
            "offences: []\n"
            "sentences: [{imposed_on: 2017-01-01, quashed_on: never, kind: gaol, "
            "term: 10y, "
            "committed_on: 2016-01-01}]\ncustody: []"
        ),
        NO,
    ),
]
IA = "immigration-act-2009"


ALIVE = facts(
    "new_zealand_liability_on: 2026-01-01\nnew_zealand_days_suspended: 0\n"
    "new_zealand_appeal: none"
)
"""Liability arose this year, and no appeal has ended it."""


def asked(known, pin, law=None):
    """The truth of a provision today."""
    put = Evaluation(
        law or current_law(), known, as_at=TODAY, law_at=TODAY, known_at=TODAY
    )
    return put.provision(pin)[0]


@pytest.mark.parametrize(("example", "known", "expected"), S161)
def test_residents_who_offend(example, known, expected):
    """Liability under s 161, both sides of each line (examples N01 to N15)."""
    assert asked(known, f"{IA}/161") == expected


def test_the_proposal_of_twenty_years_would_reach_further():
    """Example N07: murder a day past ten years of residence; NZ_ERM_20 reaches it."""
    known = next(known for name, known, _ in S161 if name == "N07")
    law = regime_law(current_law(), "NZ_ERM_20")
    assert (asked(known, f"{IA}/161"), asked(known, f"{IA}/161", law)) == (NO, YES)


def test_a_temporary_visa_is_at_the_ministers_discretion():
    """Example N11: a student visa and a shop theft: s 157, never predicted."""
    known = facts(AUSTRALIAN + "new_zealand_temporary_visa: yes")
    assert asked(known, f"{IA}/157") == UNKNOWN


def test_conditions_met_to_the_end_must_be_rewarded():
    """Example N16: suspended five years, conditions met: s 174(2)."""
    known = {**S161[5][1], "suspension_conditions_met": 2, **ALIVE}
    assert asked(known, f"{IA}/174(2)") == YES


@pytest.mark.parametrize(
    ("born_on", "expected"),
    [("2008-11-21", YES), ("2008-11-22", NO)],
)
def test_the_bar_on_return_is_for_adults(born_on, expected):
    """s 179: permanent after s 161, for a person of 18 or over."""
    known = {**S161[5][1], **facts(f"born_on: {born_on}"), **ALIVE}
    assert asked(known, f"{IA}/179") == expected


@pytest.mark.parametrize(
    ("most", "temporary", "expected"),
    [("3m", "yes", YES), ("2m", "yes", NO), ("3m", "no", NO)],
)
def test_the_act_of_1987_reached_temporary_visitors_at_any_time(
    most, temporary, expected
):
    """s 91: three months, while unlawful or temporary, with no limit of years."""
    known = resident("2000-01-15", offence=crime("2009-01-15", most, temporary))
    day = parse_day("2010-06-01")
    put = Evaluation(current_law(), known, as_at=TODAY, law_at=day, known_at=TODAY)
    assert put.provision("immigration-act-1987/91(1)")[0] == expected


@pytest.mark.parametrize(
    ("example", "left", "back", "expected"),
    [
        ("N09", "2017-02-01", "2023-03-01", "2023-03-01"),
        ("N10", "2017-02-01", "2022-01-01", "2001-01-01"),
        ("exactly five years", "2017-02-01", "2022-02-01", "2022-02-01"),
    ],
)
def test_five_years_away_start_residence_anew(example, left, back, expected):
    """s 161(5): away five years or more (examples N09 and N10)."""
    known = nz(f"{S} 2001-01-01 {left}; {S} {back} never")
    assert iso(residence_starts(known)[-1][0]) == expected


@pytest.mark.parametrize(
    ("back", "expected"), [("2023-03-01", YES), ("2022-01-01", NO)]
)
def test_the_mirror_counts_residence_anew(back, expected):
    """N09 and N10 mirrored: a two-year maximum on 2026-05-01."""
    known = nz(
        f"{S} 2001-01-01 2017-02-01; {S} {back} never",
        "custody: []\nsentences: []\n"
        "offences: [{outcome: convicted, quashed_on: never, "
        f"found_on: 2026-06-01, {crime('2026-05-01', '2y')}}}]",
    )
    mirrors = mirrored(known, as_at=TODAY, known_at=TODAY, law=current_law())
    assert next(mirrors).truth == expected


def test_new_zealand_would_not_have_deported_her():
    """P02 and P03: 34 years here since age one, an assault, 14 months."""
    known = nz(
        f"{S} 1991-06-01 never",
        "custody: []\nsentences: [{kind: gaol, term: 14m, committed_on: 2024-05-05, "
        "imposed_on: 2025-01-01, starts_on: 2025-01-01, quashed_on: never}]\n"
        "offences: [{outcome: convicted, quashed_on: never, found_on: 2025-01-01, "
        f"{crime('2024-05-05', '10y')}}}]",
        "1990-06-01",
    )
    found = {
        (each.reading, each.regime): each.truth
        for each in new_zealand(known, as_at=TODAY).mirror
    }
    assert found["scv_as_residence", "NZ_CURRENT"] == NO
    assert found["scv_as_temporary", "NZ_CURRENT"] == UNKNOWN
    assert {*REGIMES, "NZ_1987"} == {regime for _, regime in found}


def test_the_mirror_reaches_a_recent_arrival():
    """Q01: four years' residence, fraud with a maximum of seven years."""
    known = nz(
        f"{S} 2020-01-10 never",
        "custody: []\nsentences: []\n"
        "offences: [{outcome: convicted, quashed_on: never, "
        f"found_on: 2024-06-01, {crime('2024-01-05', '7y')}}}]",
        "1990-01-01",
    )
    current = new_zealand(known, as_at=TODAY).mirror[0]
    assert (current.truth, dict(current.limbs)["b_five_years"]) == (YES, YES)


@pytest.mark.parametrize(
    ("committed", "most", "term", "expected"),
    [
        ("2022-01-10", "3m", None, YES),
        ("2022-01-11", "3m", None, NO),
        ("2024-01-05", "7y", None, NO),  # One offence; the old Act asked for two.
        ("2024-01-05", "7y", "12m", YES),
        ("2024-01-05", "7y", "11m", NO),
    ],
)
def test_the_act_of_1987_on_the_same_facts(committed, most, term, expected):
    """s 91 of the repealed Act, on residence from 2020-01-10."""
    sentences = (
        f"[{{imposed_on: 2024-06-01, quashed_on: never, {gaol(committed, term)}}}]"
    )
    known = nz(
        f"{S} 2020-01-10 never",
        f"custody: []\nsentences: {sentences if term else '[]'}\n"
        "offences: [{outcome: convicted, quashed_on: never, "
        f"found_on: 2024-06-01, {crime(committed, most)}}}]",
        "1990-01-01",
    )
    mirrors = {each.regime: each for each in new_zealand(known, as_at=TODAY).mirror}
    assert mirrors["NZ_1987"].truth == expected


def test_it_bears_on_new_zealanders_only():
    """An Australian or a stranger to both is not shown New Zealand's side."""
    assert bears_on(Case(ROMI[0][1]))
    assert not bears_on(Case(facts("citizenships: [{country: fiji}]")))


def test_liability_there_is_told_only_of_a_life_there():
    """Nothing of someone who never lived there, nor of a citizen; else what applies."""
    lived = {**S161[5][1], **ALIVE}
    found = new_zealand(lived, as_at=TODAY, law=current_law())
    told = {each.name: each.truth for each in found.liability}
    assert told["still_liable_for_crime"] == YES
    assert "liability_lapsed" not in told
    assert "Of someone who is no citizen" in new_zealand_text(found)
    stranger = facts(AUSTRALIAN)
    assert new_zealand(stranger, as_at=TODAY, law=current_law()).liability == ()
    citizen = "citizenships: [{country: new_zealand, by: grant, began_on: 2015-02-02, "
    both = {**lived, **facts(f"{citizen}ended_on: never}}]")}
    assert new_zealand(both, as_at=TODAY, law=current_law()).liability == ()


def test_the_days_that_liability_gives():
    """Ten years from the day it arose (s 167); 28 days from the notice to appeal."""
    lived = {**S161[5][1], **ALIVE, **facts("new_zealand_notice_on: 2026-11-02")}
    lived |= facts("new_zealand_ground: none")
    found = new_zealand(lived, as_at=TODAY, law=current_law()).to_dict()
    assert (found["liable_until"], found["appeal_by"]) == ("2036-01-01", "2026-11-30")
    none = new_zealand(facts(AUSTRALIAN), as_at=TODAY, law=current_law()).to_dict()
    assert (none["liable_until"], none["appeal_by"]) == (None, None)
