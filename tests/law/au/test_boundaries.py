"""Both sides of every threshold of the character test, and the unknowns between."""

from __future__ import annotations

from types import ModuleType

import pytest

from tasman.facts.days import parse_day
from tasman.facts.terms import show_term
from tasman.law.au.migration_act import (
    s201,
    s204,
    s501_judgment,
    s501_record,
    s501_sentences,
    s501_test,
)
from tasman.law.au.migration_act.act import act
from tasman.rules.evaluate import Evaluation
from tests.law.au.asking import LAW, answer, asked
from tests.law.au.one_line import facts_of

NOW = "2026-11-21"
OLD = "2014-12-10"
NEW = "2014-12-11"
C, D = "501(7)(c)", "501(7)(d)"
CONCERN = "5(1) behaviour concern non-citizen"
CUSTODY = "501(3A)(b)"


def table(*rows: tuple[str, str, str, str]) -> pytest.MarkDecorator:
    """Return a table of pinpoint, day, facts and answer."""
    names = ("pinpoint", "day", "line", "wanted")
    return pytest.mark.parametrize(names, rows, ids=[f"{r[0]} {r[2]}" for r in rows])


@table(
    (C, NOW, "gaol 11m 2019-03-04", "N"),
    (C, NOW, "gaol 12m 2019-03-04", "Y"),
    (C, NOW, "gaol 1y 2019-03-04", "Y"),
    (C, NOW, "gaol 52w 2019-03-04", "N"),  # 364 days
    (C, NOW, "gaol 364d 2019-03-04", "N"),
    (C, NOW, "gaol 365d 2018-03-04", "Y"),  # no 29 February in the span
    (C, NOW, "gaol 365d 2019-03-04", "U"),  # 2020-02-29 is in it: no authority
    (C, NOW, "gaol 366d 2019-03-04", "Y"),
    (C, NOW, "gaol 11m29d 2020-01-01", "N"),  # never twelve months
    (C, NOW, "gaol ? 2019-03-04", "U"),
    (C, NOW, "gaol 11m 2019-03-04; gaol 11m 2020-02-04", "N"),  # two terms, not one
    (C, NOW, "gaol 11m 2019-03-04; more sentences", "U"),
    (C, NOW, "gaol 12m 2019-03-04; more sentences", "Y"),
    (C, NOW, "unknown sentences", "U"),
    (C, NOW, "no sentences", "N"),
    (C, "2019-03-03", "gaol 12m 2019-03-04", "N"),  # not yet imposed
    (C, "2019-03-04", "gaol 12m 2019-03-04", "Y"),
    (C, "1999-06-01", "gaol 12m 1998-03-04", "Y"),
)
def test_twelve_months(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """(7)(c): one term of 12 months or more, by the calendar."""
    assert answer(pinpoint, line, day) == wanted


def test_365_days_over_a_leap_day_is_unsettled_law() -> None:
    """No fact could settle it: the kind is unsettled, not a missing fact."""
    assert asked(C, "gaol 365d 2019-03-04", NOW) == ("U", ["unsettled"])
    assert "fact" in asked(C, "gaol 365d 2019", NOW)[1]


@table(
    (D, OLD, "gaol 12m 2010-01-01; gaol 11m 2011-01-01", "N"),
    (D, OLD, "gaol 12m 2010-01-01; gaol 12m 2011-01-01", "Y"),
    (D, OLD, "gaol 12m 2010-01-01; gaol 12m 2010-12-31", "N"),  # 729 days
    (D, OLD, "gaol 12m 2011-06-01; gaol 12m 2012-05-31", "U"),  # 730: 24 months?
    (D, OLD, "gaol 12m 2010-01-01; gaol 12m 2010-01-01", "N"),
    (D, OLD, "gaol 24m 2010-01-01; gaol 1m 2010-01-01", "Y"),  # one alone reaches it
    (D, OLD, "gaol 23m 2010-01-01; gaol 1m 2010-01-01", "N"),
    (D, OLD, "gaol 24m 2010-01-01", "N"),  # one term is paragraph (c)'s work
    (D, OLD, "gaol 12m 2010; gaol 12m 2011", "U"),  # ask when they ran
    (D, OLD, "gaol 12m 2010; gaol 12m 2010", "N"),  # they must overlap
    (D, OLD, "gaol 6m 2010; gaol 6m 2010", "N"),  # however they ran
    (D, NEW, "gaol 6m 2010-01-01; gaol 5m 2010-01-01", "N"),
    (D, NEW, "gaol 6m 2010-01-01; gaol 6m 2010-01-01", "Y"),
    (D, NEW, "gaol 6m 1998-01-01; gaol 6m 2014-01-01", "Y"),  # years apart
    (D, NEW, "gaol 12m 2010-01-01", "N"),
    (D, NEW, "gaol 6m 2010-01-01; gaol ? 2012-01-01", "U"),
    (D, NEW, "gaol 6m 2010-01-01; gaol 6m 2012-01-01; more sentences", "Y"),
    (D, NEW, "gaol 6m 2010-01-01; more sentences", "U"),
    (D, NEW, "gaol 9m 2010-01-01; gaol 92d 2012-01-01", "Y"),
    (D, NEW, "gaol 9m 2010-01-01; gaol 91d 2012-01-01", "U"),  # a total has no start
    (D, NEW, "gaol 9m 2010-01-01; gaol 88d 2012-01-01", "N"),
    (D, "1999-05-31", "gaol 12m 1990-01-01; gaol 12m 1991-01-01", "N"),  # not in force
    (D, "1999-06-01", "gaol 12m 1990-01-01; gaol 12m 1991-01-01", "Y"),
)
def test_terms_in_total(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """(7)(d): effective total of 24 months to 2014-12-10, whole total of 12 after."""
    assert answer(pinpoint, line, day) == wanted


@table(
    (C, NOW, "suspended 12m 2019-03-04", "Y"),
    (C, NOW, "part_suspended 18m 2019-03-04", "Y"),
    (C, NOW, "youth_detention 18m 2019-03-04 court=childrens", "Y"),
    (C, NOW, "gaol 12m 2019-03-04 court=military", "Y"),
    (C, NOW, "gaol 12m 2019-03-04 jurisdiction=united_kingdom", "Y"),
    (C, NOW, "indefinite 12m 2019-03-04", "Y"),
    (C, NOW, "intensive_correction 12m 2019-03-04", "Y"),
    (C, NOW, "home_detention 12m 2019-03-04 serves_term=yes", "Y"),
    (C, NOW, "home_detention 12m 2019-03-04 serves_term=no", "N"),
    (C, NOW, "home_detention 12m 2019-03-04", "U"),
    (C, NOW, "community_order 12m 2019-03-04", "N"),
    (C, NOW, "bond 24m 2019-03-04", "N"),
    (C, NOW, "fine ? 2019-03-04", "N"),
    (C, NOW, "discharge ? 2019-03-04", "N"),
    (C, NOW, "fine_default 12m 2019-03-04", "U"),
    (C, NOW, "fine_default 11m 2019-03-04", "N"),
    (C, NOW, "fine_default 12m 2019-03-04 ordered_as_punishment=yes", "Y"),
    (C, NOW, "periodic_detention 24m 2019-03-04 required=104d", "N"),
    (C, NOW, "periodic_detention 48m 2019-03-04 required=416d", "Y"),
    (C, NOW, "residential_program ? 2019-03-04 required=364d", "N"),
    (C, NOW, "residential_program ? 2019-03-04 required=366d", "Y"),
    (C, NOW, "life ? 2019-03-04", "Y"),
    ("501(7)(b)", NOW, "life ? 2019-03-04", "Y"),
    ("501(7)(b)", NOW, "indefinite 20y 2019-03-04", "N"),
    ("501(7)(a)", NOW, "death ? 2019-03-04 jurisdiction=elsewhere", "Y"),
    ("501(7)(a)", NOW, "death ? 2019-03-04 quashed_on=2020-01-01", "N"),
    (C, NOW, "death ? 2019-03-04 jurisdiction=elsewhere", "N"),
)
def test_what_is_imprisonment(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """Part 3 of the dossier: which orders count, and at what length."""
    assert answer(pinpoint, line, day) == wanted


@table(
    (C, "2019-12-31", "gaol 2y 2019-03-04 quashed_on=2020-01-01", "Y"),
    (C, "2020-01-01", "gaol 2y 2019-03-04 quashed_on=2020-01-01", "N"),
    (C, NOW, "gaol 2y 2019-03-04 pardoned_on=2020-01-01", "Y"),
    (C, NOW, "gaol 2y 2019-03-04 pardoned_on=2020-01-01 pardon_erases=yes", "N"),
    (C, OLD, "gaol 2y 2009-03-04 pardoned_on=2010-01-01", "U"),  # old text not seen
    (C, OLD, "gaol 2y 2009-03-04 pardoned_on=2010-01-01 pardon_erases=yes", "N"),
    (C, NOW, "gaol 2y 2019-03-04 taken_never_convicted=yes", "N"),
    (C, NOW, "gaol 2y 2019-03-04 taken_never_convicted=unknown", "U"),
    (C, "2020-06-10", "gaol 18m 2019-03-04 replaced_on=2020-06-11", "Y"),
    (C, "2020-06-11", "gaol 18m 2019-03-04 replaced_on=2020-06-11", "N"),
    (
        C,
        "2020-06-11",
        "gaol 18m 2019-03-04 replaced_on=2020-06-11; gaol 10m 2020-06-11",
        "N",
    ),
    (
        D,
        "2020-06-11",
        "gaol 18m 2019-03-04 replaced_on=2020-06-11; gaol 10m 2020-06-11",
        "N",
    ),
)
def test_what_is_left_out(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """Quashed, pardoned, invisible and replaced sentences, to the day."""
    assert answer(pinpoint, line, day) == wanted


AGGREGATE = "gaol 15m 2018-06-01 aggregate"


@pytest.mark.parametrize(
    ("law_at", "known_at", "wanted"),
    [
        ("2019-06-01", "2022-12-21", "Y"),
        ("2019-06-01", "2022-12-22", "N"),
        ("2019-06-01", "2023-02-16", "N"),
        ("2019-06-01", "2023-02-17", "Y"),
        ("2022-12-21", "2022-12-21", "Y"),
        ("2022-12-22", "2022-12-22", "N"),
        ("2023-02-16", "2023-02-16", "N"),
        ("2023-02-16", "2023-02-17", "Y"),  # validated, if a decision was made
        ("2023-02-17", "2023-02-17", "Y"),
        ("2023-02-17", "2026-11-21", "Y"),
    ],
)
def test_aggregates_on_two_clocks(law_at: str, known_at: str, wanted: str) -> None:
    """Part 5: by the day of the law and the day from which the question is asked."""
    assert answer(C, AGGREGATE, law_at, known_at=known_at) == wanted
    single = "gaol 15m 2018-06-01"
    assert answer(C, single, law_at, known_at=known_at) == "Y"


@table(
    (CONCERN, NOW, "gaol 11m 2019-03-04", "N"),
    (CONCERN, NOW, "gaol 12m 2019-03-04", "Y"),
    (CONCERN, NOW, "gaol 12m 2019-03-04 jurisdiction=new_zealand", "Y"),
    (CONCERN, NOW, "gaol 6m 2019-03-04; gaol 5m 2019-09-04", "N"),
    (CONCERN, NOW, "gaol 6m 2019-03-04; gaol 6m 2019-09-04", "Y"),
    (CONCERN, NOW, "gaol 6m 2019-03-04; gaol 6m 2019-03-04", "N"),
    (CONCERN, NOW, "gaol 11m 2019-03-04; gaol 6m 2019-05-04", "N"),  # within
    (CONCERN, NOW, "gaol 9m 2019-03-04; gaol 9m 2019-11-04", "U"),  # partial
    (CONCERN, NOW, "gaol 5m 2019-03-04; gaol 5m 2019-05-04", "N"),  # 10 at most
    (
        CONCERN,
        NOW,
        "gaol 6m 2015-03-04; gaol 6m 2016-03-04; gaol 3m 2019-03-04; "
        "gaol 3m 2019-04-04",
        "Y",  # enough without the pair that overlaps in part
    ),
    (CONCERN, NOW, "court acquitted_unsound_mind 2019-03-04", "Y"),
    (CONCERN, NOW, "court found_unfit 2019-03-04", "U"),
    (CONCERN, NOW, "person removed_or_deported=yes", "Y"),
    (CONCERN, NOW, "person excluded_elsewhere=yes", "Y"),
    (CONCERN, NOW, "person excluded_elsewhere=unknown", "U"),
    (CONCERN, NOW, "gaol 2y 2019-03-04; citizen australia 2000-01-01..", "N"),
)
def test_behaviour_concern(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """Its own figure and its own way with concurrent sentences."""
    assert answer(pinpoint, line, day) == wanted


@table(
    (CUSTODY, OLD, "held gaol sentence 2014-01-01..", "N"),  # begins next day
    (CUSTODY, NEW, "held gaol sentence 2014-01-01..", "Y"),
    (CUSTODY, NOW, "held gaol sentence 2025-01-01..", "Y"),
    (CUSTODY, NOW, "held community parole 2025-01-01..", "N"),
    (
        CUSTODY,
        NOW,
        "held gaol sentence 2024-01-01..2025-01-01; "
        "held community parole 2025-01-01..2026-01-01; held gaol sentence 2026-01-01..",
        "Y",
    ),
    (CUSTODY, NOW, "held gaol remand 2025-01-01..", "N"),
    (
        CUSTODY,
        NOW,
        "held gaol remand 2025-01-01.. full_time=no; held gaol sentence 2025-06-01..",
        "Y",
    ),
    (CUSTODY, NOW, "held home sentence 2025-01-01..", "N"),
    (CUSTODY, NOW, "held community sentence 2025-01-01..", "N"),
    (CUSTODY, NOW, "held gaol sentence 2025-01-01.. full_time=no", "N"),
    (CUSTODY, NOW, "held youth_detention sentence 2025-01-01..", "U"),
    (CUSTODY, NOW, "held forensic_hospital acquittal_or_unfitness 2025-01-01..", "N"),
    (CUSTODY, NOW, "held immigration_detention immigration 2025-01-01..", "N"),
    (CUSTODY, NOW, "held residential_program sentence 2025-01-01..", "N"),
    (CUSTODY, NOW, "held gaol sentence 2025-01-01.. australian_offence=no", "N"),
    (CUSTODY, "2026-05-01", "held gaol sentence 2025-01-01..2026-05-02", "Y"),
    (CUSTODY, "2026-05-02", "held gaol sentence 2025-01-01..2026-05-02", "U"),
    (CUSTODY, "2026-05-03", "held gaol sentence 2025-01-01..2026-05-02", "N"),
    (CUSTODY, "2024-12-31", "held gaol sentence 2025-01-01..", "N"),
    (CUSTODY, NOW, "no custody", "N"),  # sentence equal to time served
    (CUSTODY, NOW, "unknown custody", "U"),
)
def test_custody(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """The dossier's truth table 3.22, and the day of release."""
    assert answer(pinpoint, line, day) == wanted


IN_DETENTION = "court convicted 2010-02-01 in_immigration_detention"
CHILD = "court convicted 1998-02-01 involves_child_sexually"
CHARGED = "court withdrawn 2010-02-01 international_crime"
SECURITY = "found security_risk 2014-01-01"
NOTICE = "person interpol_notice_on=2014-01-01; "


@table(
    ("501(6)(aa)", "2011-04-25", IN_DETENTION, "N"),
    ("501(6)(aa)", "2011-04-26", IN_DETENTION, "Y"),
    ("501(6)(aa)", NOW, "court charged 2010-02-01 in_immigration_detention", "N"),
    ("501(6)(ab)", "2011-04-25", "court convicted 2010-02-01 is_detention_escape", "N"),
    ("501(6)(ab)", "2011-04-26", "court convicted 2010-02-01 is_detention_escape", "Y"),
    ("501(6)(e)", OLD, CHILD, "N"),
    ("501(6)(e)", NEW, CHILD, "Y"),
    ("501(6)(e)", NOW, f"{CHILD} quashed_on=2020-01-01", "N"),
    ("501(6)(e)", NOW, f"{CHILD} taken_never_convicted=yes", "N"),
    ("501(6)(e)", NOW, "court charged 1998-02-01 involves_child_sexually", "N"),
    ("501(6)(e)", NOW, "court convicted 1998-02-01", "N"),
    ("501(6)(f)", OLD, CHARGED, "N"),
    ("501(6)(f)", NEW, CHARGED, "Y"),
    ("501(6)(g)", OLD, SECURITY, "N"),
    ("501(6)(g)", NEW, SECURITY, "Y"),
    ("501(6)(g)", NOW, f"{SECURITY} ended_on=2015-01-01", "N"),
    ("501(6)(g)", NOW, "no findings", "N"),
    ("501(6)(g)", NOW, "unknown findings", "U"),
    ("501(6)(h)", OLD, f"{NOTICE} found interpol_risk 2014-02-01", "N"),
    ("501(6)(h)", NEW, f"{NOTICE} found interpol_risk 2014-02-01", "Y"),
    ("501(6)(h)", NEW, NOTICE, "U"),
    ("501(6)(h)", NEW, f"{NOTICE} found interpol_risk 2014-02-01 holds=no", "N"),
    ("501(6)(h)", NEW, "no findings", "N"),
    ("501(7)(e)", OLD, "court acquitted_unsound_mind 2010-01-01", "N"),
    (
        "501(7)(e)",
        OLD,
        "court acquitted_unsound_mind 2010-01-01 detained_as_result",
        "Y",
    ),
    (
        "501(7)(f)",
        NOW,
        "court found_unfit 2010-01-01 found_committed=no detained_as_result",
        "N",
    ),
)
def test_limbs_of_record(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """Each limb of record, on the last day without it and the first day with it."""
    assert answer(pinpoint, line, day) == wanted


@table(
    ("501(6)(b)", OLD, "no findings", "U"),
    ("501(6)(b)", NEW, "no findings", "U"),
    ("501(6)(b)", NEW, "found association 2014-01-01", "Y"),
    ("501(6)(b)", NEW, "found association 2014-01-01 holds=no", "N"),
    ("501(6)(b)", NEW, "found association 2014-01-01 ended_on=2014-06-01", "U"),
    ("501(6)(ba)", OLD, "found serious_conduct 2014-01-01", "N"),
    ("501(6)(ba)", NEW, "found serious_conduct 2014-01-01", "Y"),
    ("501(6)(c)", "1999-06-01", "found not_of_good_character 1999-01-01", "Y"),
    ("501(6)(c)", "1999-06-01", "no findings", "U"),
    ("501(6)(d)", OLD, "found risk_of_crime 2014-01-01", "U"),  # significant?
    ("501(6)(d)", OLD, "found risk_of_crime 2014-01-01 significant=yes", "Y"),
    ("501(6)(d)", NEW, "found risk_of_crime 2014-01-01 significant=no", "Y"),
    ("501(6)(d)", NEW, "found risk_of_danger 2014-01-01", "Y"),
    ("501(6)(d)", NEW, "found risk_of_danger 2014-01-01 holds=no", "U"),  # four more
    ("501(6) hate ground", "2026-01-21", "found hate_or_extremism 2026-01-01", "N"),
    ("501(6) hate ground", "2026-01-22", "found hate_or_extremism 2026-01-01", "Y"),
)
def test_limbs_of_judgment(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """Unknown unless the case states the finding; then as it says."""
    assert answer(pinpoint, line, day) == wanted


def test_a_limb_of_judgment_lacks_a_judgment() -> None:
    """The kind of unknown is judgment, on each judgment limb alone."""
    for limb in ("(b)", "(ba)", "(c)", "(d)", " hate ground"):
        assert asked(f"501(6){limb}", "no findings", NOW) == ("U", ["judgment"])


def test_a_pass_is_certain_only_where_it_is_found() -> None:
    """With a clean record the test stays open, until a standing finding of a pass."""
    assert asked("501(6)", "no findings", NOW) == ("U", ["judgment"])
    assert answer("501(6)", "found passes_character_test 2026-01-01", NOW) == "N"
    both = "found passes_character_test 2026-01-01; found association 2026-02-01"
    assert answer("501(6)", both, NOW) == "Y"
    record = "found passes_character_test 2026-01-01; gaol 12m 2019-03-04"
    assert answer("501(6)", record, NOW) == "Y"


@pytest.mark.parametrize(
    ("pinpoint", "mark"),
    [
        ("501(7)(c)", "verified"),
        ("501(7)(d)", "verified"),
        ("501(10)", "unverified: from memory"),  # before 2014-12-11
        ("501(12) intensive correction", "unverified: doubtful"),
        ("501(12) fine default", "unverified: doubtful"),
        ("501(3A)(b) at the decision", "unverified: doubtful"),
        ("501(6) hate ground", "unverified: doubtful"),
        ("5AB other provisions", "unverified: doubtful"),
        ("204(2) with special category visa", "unverified: doubtful"),
    ],
)
def test_the_weakest_mark_is_the_dossiers(pinpoint: str, mark: str) -> None:
    """What the dossier could not verify says so, in its weakest version."""
    versions = LAW.versions(f"migration-act-1958/{pinpoint}")
    assert max(versions, key=lambda v: v.mark.rank).mark == mark


@pytest.mark.parametrize(
    "module", [s201, s204, s501_judgment, s501_record, s501_sentences, s501_test]
)
def test_every_version_says_where_it_comes_from(module: ModuleType) -> None:
    """Each version written in a module has plain words and a source."""
    written = [v for v in act.versions if v.where.startswith(str(module.__file__))]
    assert len(written) > 2
    assert not [v.pinpoint for v in written if not (v.plain and v.sources)]


SCV = "stay special_category_visa 2007-01-01..; "
OFFENCE = "gaol 12m 2017-06-01 committed_on="
PRISON = "held gaol sentence 2012-01-01..2014-01-01"


@table(
    ("201", NOW, f"{SCV}{OFFENCE}2016-12-31", "Y"),  # one day short of ten years
    ("201", NOW, f"{SCV}{OFFENCE}2017-01-01", "N"),
    ("201", NOW, f"{SCV}{OFFENCE}2016-11", "Y"),
    ("201", NOW, f"{SCV}{OFFENCE}2017", "N"),
    ("201", NOW, f"{SCV}{OFFENCE}2018-12-31; {PRISON}", "Y"),
    ("201", NOW, f"{SCV}{OFFENCE}2019-01-01; {PRISON}", "N"),
    ("201", NOW, f"{SCV}{OFFENCE}2018-12-30; {PRISON}; more custody", "Y"),
    ("201", NOW, f"{SCV}{OFFENCE}2019-01-01; {PRISON}; more custody", "U"),
    (
        "201",
        NOW,
        f"{SCV}{OFFENCE}2018-06-01; {PRISON} conviction_quashed_on=2015-01-01",
        "N",
    ),
    (
        "201",
        NOW,
        f"{SCV}{OFFENCE}2018-06-01; held gaol remand 2012-01-01..2014-01-01",
        "U",
    ),
    ("201", NOW, f"{SCV}gaol 11m 2016-06-01 committed_on=2016-01-01", "N"),
    ("201", NOW, f"{SCV}gaol 12m 2016-06-01 committed_on=2016-01-01", "Y"),
    (
        "201",
        NOW,
        f"{SCV}gaol 12m 2016-06-01 committed_on=2016-01-01 jurisdiction=new_zealand",
        "N",
    ),
    (
        "201",
        NOW,
        "stay temporary 2007-01-01..; gaol 2y 2010-06-01 committed_on=2010-01-01",
        "N",
    ),
    (
        "201",
        NOW,
        "stay permanent 2007-01-01..; gaol 2y 2010-06-01 committed_on=2010-01-01",
        "Y",
    ),
    (
        "201",
        NOW,
        f"{SCV}gaol 2y 2010-06-01 committed_on=2010-01-01; "
        "citizen australia 2011-01-01..",
        "N",
    ),
    (
        "201",
        NOW,
        "stay special_category_visa 1995-01-01..2010-01-01; "
        "stay permanent 2010-01-01..; gaol 2y 2012-06-01 committed_on=2012-01-01",
        "U",  # whether the first fifteen years are permanent residence
    ),
    ("200", NOW, f"{SCV}{OFFENCE}2016-12-31", "Y"),
    ("200", NOW, f"{SCV}{OFFENCE}2017-01-01", "N"),
)
def test_ten_year_shield(pinpoint: str, day: str, line: str, wanted: str) -> None:
    """Section 201: less than ten years here, prison left out, to the day."""
    assert answer(pinpoint, line, day) == wanted


def test_length_counted() -> None:
    """Head terms, days required, and life without an end."""
    wanted = {
        "part_suspended 18m 2019-03-04": "18 months",
        "periodic_detention 12m 2019-03-04 required=104d": "104 days",
        "residential_program ? 2019-03-04 required=400d": "400 days",
        "life ? 2019-03-04": "2400 months",
    }
    day = parse_day(NOW)
    for line, length in wanted.items():
        case = Evaluation(LAW, facts_of(line), as_at=day, law_at=day, known_at=day)
        value = case.provision("migration-act-1958/501(7A)")
        assert (show_term((*value[:4],)), value[4]) == (length, 0)


def test_an_empty_case_is_definite_only_where_the_law_is_for_everyone() -> None:
    """Knowing nothing, only what is not in force is definite."""
    for day in ("1999-06-01", "2011-04-26", "2014-12-11", "2026-01-22"):
        number = parse_day(day)
        case = Evaluation(LAW, {}, as_at=number, law_at=number, known_at=number)
        for pinpoint in (
            "501(6)",
            "501(7)(c)",
            "501(7)(d)",
            "501(6)(c)",
            "201",
            CONCERN,
        ):
            assert case.provision(f"migration-act-1958/{pinpoint}")[0] == 1
