"""The dossier's sample fact patterns, 1 to 22, under each Direction it states."""

import pytest

from tests.directions.patterns import arrived, case, children, offence, under

COM, BIC, EXP, FV = "protection", "children", "expectations", "family_violence"
TIES, IMP, LEGAL, NR = "ties", "impediments", "legal_consequences", "non_refoulement"
FAM, VIC, BUS = "family", "victims", "business"
MIN, LEN = "minor_on_arrival", "residence_before_offending"
NO, UNKNOWN, YES = 0, 1, 2

KIDS = {"children": children(6, 9)}
BURGLARY = [offence("property", violence="yes", uses_weapon="yes")]
ASSAULT = [
    offence(
        "violence",
        against_woman="yes",
        family_violence="yes",
        victim_relation="spouse_or_de_facto",
    )
]
PARTNER = [{"relation": "partner", "ended_on": "never"}]

SAMPLES = {
    1: case(**arrived(2, 34), **KIDS, offences=BURGLARY),
    2: case(**arrived(2, 34), **KIDS, offences=ASSAULT),
    3: case(
        **arrived(25, 29),
        offences=[offence("robbery", on="2019-11-01")],
        offended_soon_after_arrival="yes",
    ),
    4: case(
        **arrived(3, 30),
        offences=[offence("property", on="2006-05-01"), offence("robbery")],
        offended_soon_after_arrival=...,
    ),
    5: case(
        **arrived(16, 40),
        offences=[offence("property", on="2000-05-01"), offence("robbery")],
        offended_soon_after_arrival="yes",
        years_contributing=15,
    ),
    6: case(
        **arrived(20, 30),
        offences=[offence("robbery", uses_weapon="yes")],
        findings=[{"finding": "protection_obligations", "made_on": "2014-01-01"}],
        fears_harm_on_return="yes",
    ),
    7: case(
        **arrived(20, 30),
        offences=[offence("drugs")],
        violence_reports=[
            {
                "source": "police",
                "made_on": "2020-01-01",
                "relation": "spouse_or_de_facto",
                "independent": "yes",
                "person_could_answer": "yes",
            }
        ],
    ),
    8: case(
        **arrived(20, 30),
        offences=[
            offence(
                "violence",
                against_woman="yes",
                family_violence="yes",
                victim_relation="intimate_partner",
            )
        ],
    ),
    9: case(
        born_on="1980-02-01",
        stays=[],
        in_australia="no",
        relatives=PARTNER,
        offences=[offence("fraud", on="2005-05-01", jurisdiction="new_zealand")],
    ),
    10: case(
        **arrived(20, 40),
        offences=BURGLARY,
        children=children(
            15,
            own_child="no",
            parental_role="yes",
            contact_limited_by_order="yes",
            at_risk_from_person="yes",
            harmed_by_person="yes",
        ),
    ),
    11: case(
        **arrived(10, 40),
        offences=BURGLARY,
        relatives=[{"relation": "parent"}, {"relation": "parent"}],
    ),
    12: case(
        **arrived(20, 40),
        offences=BURGLARY,
        victims=[
            {
                "relation": "not_family",
                "effect_known": "yes",
                "disclosed_to_person": "yes",
                "wants_person_to_stay": "yes",
            }
        ],
    ),
    13: case(
        **arrived(20, 40),
        offences=[
            offence("sexual", against_child="yes", involves_child_sexually="yes")
        ],
    ),
    14: case(**arrived(10, 40), offences=[offence("drugs")]),
    15: case(**arrived(28, 30), offences=[offence("violence", against_official="yes")]),
    16: case(
        **arrived(20, 30),
        offences=[offence("property", in_immigration_detention="yes")],
    ),
    17: case(**arrived(20, 40), offences=BURGLARY, needed_for_major_project="yes"),
    18: case(
        **arrived(20, 40),
        offences=[offence("fraud")],
        gave_false_information="yes",
    ),
}

# Sample, Direction, power: the primary considerations engaged, then the others.
HEADS = [
    (1, 79, {COM, BIC, EXP}, {TIES, IMP}),
    (1, 65, {COM, BIC, EXP}, {TIES, IMP}),
    (1, 90, {COM, BIC, EXP}, {TIES, IMP}),
    (1, 99, {COM, TIES, BIC, EXP}, {IMP, LEGAL}),
    (1, 110, {COM, TIES, BIC, EXP}, {IMP, LEGAL}),
    (2, 79, {COM, BIC, EXP}, {TIES, IMP}),
    (2, 90, {COM, FV, BIC, EXP}, {TIES, IMP}),
    (2, 99, {COM, FV, TIES, BIC, EXP}, {IMP, LEGAL}),
    (2, 110, {COM, FV, TIES, BIC, EXP}, {IMP, LEGAL}),
    (3, 79, {COM, EXP}, {TIES, IMP}),
    (3, 90, {COM, EXP}, {TIES, IMP}),
    (3, 99, {COM, TIES, EXP}, {IMP, LEGAL}),
    (3, 110, {COM, TIES, EXP}, {IMP, LEGAL}),
    (4, 99, {COM, TIES, EXP}, {IMP, LEGAL}),
    (5, 99, {COM, TIES, EXP}, {IMP, LEGAL}),
    (6, 79, {COM, EXP}, {NR, TIES, IMP}),
    (6, 90, {COM, EXP}, {NR, TIES, IMP}),
    (6, 99, {COM, TIES, EXP}, {IMP, LEGAL}),
    (6, 110, {COM, TIES, EXP}, {IMP, LEGAL}),
    (7, 79, {COM, EXP}, {TIES, IMP}),
    (7, 90, {COM, FV, EXP}, {TIES, IMP}),
    (7, 99, {COM, FV, TIES, EXP}, {IMP, LEGAL}),
    (7, 110, {COM, FV, TIES, EXP}, {IMP, LEGAL}),
    (8, 90, {COM, EXP}, {TIES, IMP}),
    (10, 79, {COM, BIC, EXP}, {TIES, IMP}),
    (10, 90, {COM, BIC, EXP}, {TIES, IMP}),
    (11, 79, {COM, EXP}, {TIES, IMP}),
    (11, 90, {COM, EXP}, {TIES, IMP}),
    (11, 99, {COM, TIES, EXP}, {IMP, LEGAL}),
    (11, 110, {COM, TIES, EXP}, {IMP, LEGAL}),
    (12, 79, {COM, EXP}, {TIES, IMP, VIC}),
    (12, 90, {COM, EXP}, {TIES, IMP, VIC}),
    (12, 99, {COM, TIES, EXP}, {IMP, LEGAL, VIC}),
    (12, 110, {COM, TIES, EXP}, {IMP, LEGAL}),
    (17, 79, {COM, EXP}, {TIES, IMP, BUS}),
    (17, 110, {COM, TIES, EXP}, {IMP, LEGAL, BUS}),
]


def engaged(report, rank):
    """The topics of one class that are engaged at the top level."""
    return {
        w.row.topic
        for w in report.considerations
        if w.row.rank == rank and w.truth == YES
    }


@pytest.mark.parametrize(("sample", "number", "primary", "other"), HEADS)
def test_heads_engaged(sample, number, primary, other):
    """The primary and other considerations that the dossier gives for a sample."""
    report = under(number, SAMPLES[sample])
    assert (engaged(report, "primary"), engaged(report, "other")) == (primary, other)


# Sample 9: refusal of an applicant abroad, under s 501(1). The dossier writes "IMP not
# engaged" for 79; Part B has no such paragraph at all.
APPLICANT = [
    (79, {COM, EXP}, {FAM}, {TIES, IMP}),
    (90, {COM, EXP}, {TIES}, {"other_ties", "residence"}),
    (99, {COM, TIES, EXP}, {LEGAL}, set()),
    (110, {COM, TIES, EXP}, {LEGAL}, set()),
]


@pytest.mark.parametrize(("number", "primary", "other", "absent"), APPLICANT)
def test_applicant_abroad(number, primary, other, absent):
    """Sample 9: an applicant gains ties as a primary consideration from 99."""
    report = under(number, SAMPLES[9], power="501(1)")
    assert (engaged(report, "primary"), engaged(report, "other")) == (primary, other)
    assert {t for t in absent if report.find(t)} == set()
    impediments = report.find(IMP)
    assert impediments is None or impediments.truth == NO


# Sample, Direction, topic: engaged, and the paragraph.
FACTORS = [
    (2, 79, "women_or_children", YES, "13.1.1(1)(b)"),
    (2, 90, "women_or_children", YES, "8.1.1(1)(a)(ii)"),
    (2, 90, "family_violence_conduct", YES, "8.1.1(1)(a)(iii)"),
    (2, 90, "listed_conduct", YES, "8.4(2)"),
    (2, 99, "formative_years", YES, "8.3(4)(a)(i)"),
    (1, 99, "formative_years", YES, "8.3(4)(a)(i)"),
    (1, 90, "immediate_family", YES, "9.4.1(1)"),
    (3, 79, "soon_after_arrival", YES, "14.2(1)(a)(i)"),
    (3, 90, "soon_after_arrival", YES, "9.4.1(2)(a)(i)"),
    (3, 99, "soon_after_arrival", YES, "8.3(4)(a)(iii)"),
    (3, 99, "formative_years", NO, "8.3(4)(a)(i)"),
    (3, 110, "soon_after_arrival", YES, "8.3(2)(a)(i)"),
    (4, 79, "soon_after_arrival", UNKNOWN, "14.2(1)(a)(i)"),
    (4, 99, "formative_years", YES, "8.3(4)(a)(i)"),
    (4, 99, "soon_after_arrival", NO, "8.3(4)(a)(iii)"),
    (4, 110, "soon_after_arrival", UNKNOWN, "8.3(2)(a)(i)"),
    (5, 99, "formative_years", UNKNOWN, "8.3(4)(a)(i)"),
    (5, 99, "soon_after_arrival", UNKNOWN, "8.3(4)(a)(iii)"),
    (5, 110, "contribution", YES, "8.3(2)(a)(ii)"),
    (6, 99, "protection_finding", YES, "9.1.1"),
    (6, 99, "claims_without_finding", NO, "9.1.2"),
    (6, 110, NR, YES, "9.1"),
    (7, 90, "violence_convicted", NO, "8.2(2)(a)"),
    (7, 90, "violence_reported", YES, "8.2(2)(b)"),
    (8, 79, "women_or_children", YES, "13.1.1(1)(b)"),
    (8, 90, FV, UNKNOWN, "8.2"),
    (8, 90, COM, YES, "8.1"),
    (11, 99, "immediate_family", YES, "8.3(1)"),
    (12, 79, "victim_for_staying", YES, "14.4"),
    (12, 90, "victim_for_staying", YES, "9.3"),
    (12, 110, VIC, YES, "8.1.1(1)(d)"),
    (13, 79, "violent_or_sexual", YES, "13.1.1(1)(a)"),
    (13, 90, "listed_conduct", YES, "8.4(2)"),
    (13, 99, "women_or_children", NO, "8.1.1(1)(a)(ii)"),
    (13, 110, "women_or_children", YES, "8.1.1(1)(a)(ii)"),
    (14, 79, "sentence", YES, "13.1.1(1)(d)"),
    (14, 99, "formative_years", YES, "8.3(4)(a)(i)"),
    (14, 110, "violent_or_sexual", NO, "8.1.1(1)(a)(i)"),
    (15, 79, "vulnerable_or_officials", YES, "13.1.1(1)(c)"),
    (15, 90, "vulnerable_or_officials", YES, "8.1.1(1)(b)(ii)"),
    (15, 90, "violent_or_sexual", YES, "8.1.1(1)(a)(i)"),
    (15, 110, "vulnerable_or_officials", YES, "8.1.1(1)(b)(ii)"),
    (16, 79, "detention_offences", YES, "13.1.1(1)(i)"),
    (16, 90, "detention_offences", YES, "8.1.1(1)(b)(iv)"),
    (17, 79, BUS, YES, "14.3"),
    (17, 90, BUS, YES, "9.4.2"),
    (17, 99, BUS, YES, "9.4"),
    (17, 110, BUS, YES, "9.3"),
    (18, 79, "false_information", YES, "13.1.1(1)(g)"),
    (18, 90, "false_information", YES, "8.1.1(1)(f)"),
    (18, 99, "false_information", YES, "8.1.1(1)(f)"),
    (18, 110, "false_information", YES, "8.1.1(1)(g)"),
]


@pytest.mark.parametrize(("sample", "number", "topic", "truth", "paragraph"), FACTORS)
def test_factors(sample, number, topic, truth, paragraph):
    """Each factor the dossier names, engaged or not, under its paragraph."""
    weighed = under(number, SAMPLES[sample]).find(topic)
    assert (weighed.truth, weighed.row.paragraph) == (truth, paragraph)


def test_protection_is_heavier_from_110_only():
    """Samples 1 and 13: only 110 gives protection the greater default weight."""
    heavier = {
        number: "each other primary" in under(number, SAMPLES[1]).find(COM).row.weight
        for number in (79, 90, 99, 110)
    }
    assert heavier == {79: False, 90: False, 99: False, 110: True}


def test_victims_inside_protection_weigh_for_removal_or_nothing():
    """Sample 12 under 110: a sub-factor that weighs for removal or is neutral."""
    report = under(110, SAMPLES[12])
    assert report.find(VIC).row.rank == "factor"
    assert set(report.find(VIC).weighs) == {"removal", "neutral"}
    assert report.find("victim_for_staying") is None


def test_a_step_child_may_weigh_against():
    """Sample 10: less weight, violence witnessed and trauma, for that child alone."""
    (child,) = under(90, SAMPLES[10]).children
    truths = {w.row.topic: w.truth for w in child.interests.factors}
    assert [truths[t] for t in ("little_contact", "violence_to_child", "trauma")] == [
        YES,
        YES,
        YES,
    ]
    assert child.interests.weighs == ("either",)


def early(as_at):
    """Return the facts of sample 1 moved to an earlier day."""
    return case(
        as_at=as_at,
        **arrived(2, 34, as_at),
        children=children(6, 9, as_at=as_at),
        offences=[
            offence("property", violence="yes", on=f"{int(as_at[:4]) - 2}-05-01")
        ],
    )


EARLY = [
    (19, 21, "2005-06-01", {COM, EXP, BIC}, {"deterrence", FAM}),
    (20, 41, "2010-06-01", {COM, MIN, LEN, "international_obligations"}, {BIC}),
    (21, 55, "2013-06-01", {COM, TIES, BIC}, {IMP, FAM}),
    (22, 65, "2016-06-01", {COM, BIC, EXP}, {TIES, IMP}),
]


@pytest.mark.parametrize(("sample", "number", "as_at", "primary", "also"), EARLY)
def test_the_same_facts_earlier(sample, number, as_at, primary, also):
    """Samples 19 to 22: sample 1 as a cancellation under s 501(2)."""
    report = under(number, early(as_at), power="501(2)", as_at=as_at)
    assert engaged(report, "primary") == primary
    assert {topic for topic in also if report.find(topic).truth == YES} == also


@pytest.mark.parametrize(
    ("number", "as_at", "in_australia", "truth"),
    [(21, "2005-06-01", "yes", YES), (17, "2000-06-01", "no", NO)],
)
def test_a_childs_age_and_time_here_in_the_early_directions(
    number, as_at, in_australia, truth
):
    """2.16(c) and (g) of 21, and so of 17: how old the child is, how long here."""
    known = case(
        as_at=as_at,
        **arrived(2, 34, as_at),
        children=children(6, as_at=as_at, in_australia=in_australia),
    )
    (child,) = under(number, known, power="501(2)", as_at=as_at).children
    found = {w.row.topic: w.truth for w in child.interests.factors}
    assert (found["childs_age"], found["childs_time_here"]) == (YES, truth)


def test_absent_considerations_of_the_early_directions():
    """21 has no rule on years; 41 no expectations; 55 expectations as a principle."""
    d21 = under(21, early("2005-06-01"), power="501(2)", as_at="2005-06-01")
    assert d21.find("purpose_and_stay").truth == UNKNOWN  # conflict 4: unsettled
    assert d21.find("purpose_and_stay").to_dict()["unknown_kinds"] == ["unsettled"]
    for number, as_at in ((41, "2010-06-01"), (55, "2013-06-01")):
        report = under(number, early(as_at), power="501(2)", as_at=as_at)
        assert report.find(EXP) is None


def test_drug_importation_was_named_in_21_only():
    """Sample 14: on no list after 21, where it had deterrence with it as well."""
    report = under(21, SAMPLES[14], power="501(2)")
    assert report.find("drug_crime").truth == YES
    assert report.find("deterrence").truth == YES
    assert all(
        under(n, SAMPLES[14]).find("drug_crime") is None for n in (79, 90, 99, 110)
    )
