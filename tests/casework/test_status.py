"""Status in Australia: the dossier's examples, and exactly one status a day."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.casework.citizenship import citizenship_answer
from tasman.casework.status import BY_CODE, bears_on, status_history, status_text
from tasman.casework.status_days import StatusDays
from tasman.casework.status_facts import with_derived
from tasman.facts.case import Case
from tasman.facts.days import iso, parse_day
from tasman.facts.loading import parse_case
from tasman.law import current_law
from tasman.rules.evaluate import Evaluation
from tasman.rules.handles import months

TODAY = parse_day("2026-11-21")


def facts(text):
    """The facts of a case written as the body of a case file."""
    return parse_case("tasman_case: 1\n" + text, "test").facts


def nz(stays, more="", born="1970-05-05", where="new_zealand"):
    """A New Zealander, from `footing arrived departed; ...`."""
    rows = []
    for stay in filter(None, (part.strip() for part in stays.split(";"))):
        footing, arrived, departed = stay.split()
        days = f"arrived_on: {arrived}, departed_on: {departed}"
        rows.append(f"  - {{footing: {footing}, {days}}}")
    listed = "stays:\n" + "\n".join(rows) if rows else "stays: []"
    return facts(
        f"born_on: {born}\nborn_in: {where}\n"
        f"citizenships: [{{country: new_zealand, began_on: {born}, ended_on: never}}]\n"
        f"{listed}\n{more}"
    )


S, E, P = "special_category_visa", "exempt_non_citizen", "permanent"
NOT_ABSORBED = "ceased_to_be_immigrant_1984: no"
ABSORBED = "ceased_to_be_immigrant_1984: yes\nsection_20_person_1994: no"
UNSETTLED_2001 = (
    "residence_after_2001_began_on: never\nresided_on_2001_02_26: no\n"
    "away_on_2001_02_26: no"
)
BORN_2012 = (
    "parents:\n"
    "  - {australian_status: special_category_visa, protected_at_birth: no,"
    " granted_189_on: never}\n"
    "  - {australian_status: special_category_visa, protected_at_birth: no,"
    " granted_189_on: never}\n"
    "ordinarily_resident_to_ten: no"
)

EXAMPLES = [
    (1, nz(f"{E} 1988-01-10 never"), "1990-05-01", "EXEMPT"),
    (2, nz(f"{E} 1988-01-10 never"), "1994-09-01", "SCV"),
    (3, nz(f"{E} 1979-03-01 never", ABSORBED), "1994-09-01", "ABSORBED"),
    (
        4,
        nz(f"{E} 1979-03-01 1992-01-01; {E} 1992-01-15 never", ABSORBED),
        "1994-09-01",
        "SCV",
    ),
    (5, nz(f"{S} 2019-03-10 never", UNSETTLED_2001), "2019-03-10", "SCV_NP"),
    (6, nz(f"{S} 2019-03-10 2020-01-05", UNSETTLED_2001), "2020-01-06", "OFFSHORE"),
    (
        15,
        nz(f"{S} 2012-03-01 never", BORN_2012, "2012-03-01", "australia"),
        "2015-06-01",
        "SCV_NP",
    ),
    (
        16,
        nz(f"{S} 1998-01-01 2003-06-01; {S} 2019-02-02 never", UNSETTLED_2001),
        "2020-06-01",
        "SCV_P",
    ),
    (
        17,
        nz(f"{S} 2001-02-25 2001-02-27; {S} 2015-02-02 never", UNSETTLED_2001),
        "2016-01-01",
        "SCV_P",
    ),
    (
        18,
        nz(
            f"{S} 1999-06-01 1999-12-31; {S} 2000-07-01 2000-12-20;"
            f" {S} 2001-03-10 never"
        ),
        "2005-01-01",
        "SCV_P",
    ),
    (
        19,
        nz(
            f"{S} 1999-06-01 1999-12-31; {S} 2000-07-01 2000-11-27;"
            f" {S} 2001-06-10 never",
            UNSETTLED_2001,
        ),
        "2005-01-01",
        "SCV_NP",
    ),
    (
        20,
        nz(
            f"{S} 2001-04-10 never",
            "residence_after_2001_began_on: 2001-04-10\n"
            "protected_determination: no\nresided_on_2001_02_26: no",
        ),
        "2003-06-01",
        "SCV_P",
    ),
    (
        22,
        nz(
            f"{S} 2001-04-10 never",
            "residence_after_2001_began_on: 2001-04-10\n"
            "protected_determination: yes\nresided_on_2001_02_26: no",
        ),
        "2010-01-01",
        "SCV_P",
    ),
    (
        24,
        nz(
            f"{S} 2001-05-26 never",
            "residence_after_2001_began_on: 2001-05-26\n"
            "protected_determination: no\nresided_on_2001_02_26: no",
        ),
        "2002-06-01",
        "SCV_NP",
    ),
]
AWAY_2001 = (
    f"{S} 2000-09-01 2001-02-20; {S} 2001-03-01 never",
    "resided_on_2001_02_26: yes\naway_on_2001_02_26: yes\npaid_on_2001_02_26: no\n"
    "protected_determination: no\nresidence_after_2001_began_on: never",
)
EXAMPLES += [
    (23, nz(*AWAY_2001), "2002-02-25", "SCV_P"),
    (23, nz(*AWAY_2001), "2002-02-26", "SCV_NP"),
]


@pytest.mark.parametrize(("number", "known", "day", "code"), EXAMPLES)
def test_the_dossiers_examples(number, known, day, code):
    """Status on the day each example of the dossier names (examples 1 to 24)."""
    history = status_history(known, as_at=TODAY)
    assert history.on(parse_day(day)).code == code


def test_a_determination_protects_for_welfare_not_for_the_ndis():
    """Example 22: protected, but under neither branch of s 7(2A)."""
    _, known, day, _ = next(each for each in EXAMPLES if each[0] == 22)
    at = parse_day(day)
    told = with_derived(known, current_law(), as_at=at, known_at=TODAY)
    put = Evaluation(current_law(), told, as_at=at, law_at=at, known_at=TODAY)
    assert put.provision("social-security-act-1991/7(1) protected SCV holder") == (2, 0)
    assert put.provision("social-security-act-1991/7(2A)") == (0, 0)


def test_the_day_of_2001_is_on_the_protected_side():
    """Whoever holds the visa here on 2001-02-26 is protected from that day."""
    known = nz(f"{S} 1998-01-01 never", UNSETTLED_2001)
    history = status_history(known, as_at=TODAY)
    assert history.on(parse_day("2001-02-25")).code == "SCV"
    assert history.on(parse_day("2001-02-26")).code == "SCV_P"


def test_citizenship_goes_before_every_visa():
    """Example 66: a citizen from the day of the pledge."""
    known = facts(
        "born_on: 1980-01-01\nborn_in: new_zealand\n"
        "citizenships:\n"
        "  - {country: new_zealand, began_on: 1980-01-01, ended_on: never}\n"
        "  - {country: australia, by: grant, began_on: 2025-02-01, ended_on: never}\n"
        f"stays: [{{footing: {S}, arrived_on: 2010-01-01, departed_on: never}}]\n"
        + UNSETTLED_2001
    )
    history = status_history(known, as_at=TODAY)
    assert history.on(parse_day("2025-01-31")).code == "SCV_NP"
    assert history.on(parse_day("2025-02-01")).code == "CIT"


@pytest.mark.parametrize(
    ("undone", "after"), [("never", "UNLAWFUL"), ("2023-05-05", "SCV_NP")]
)
def test_a_cancellation_ends_the_visa_unless_undone(undone, after):
    """s 82(1); and s 501CA(5): once revoked, taken never to have been made."""
    known = nz(
        f"{S} 2010-01-01 never",
        UNSETTLED_2001 + "\ndecisions: [{power: 501(3A), result: cancelled, "
        f"made_on: 2022-03-03, undone_on: {undone}}}]",
    )
    history = status_history(known, as_at=TODAY)
    assert history.on(parse_day("2022-03-02")).code == "SCV_NP"
    assert history.on(parse_day("2022-03-03")).code == after
    assert bool(history.notes) == (undone != "never")


def test_missing_facts_leave_the_status_open_and_say_what_it_may_be():
    """A New Zealander of whom only an arrival in 2003 is known."""
    known = facts(
        "born_on: 1990\nborn_in: new_zealand\n"
        "citizenships: [{country: new_zealand}]\n"
        f"stays:\n  - {{footing: {S}, arrived_on: 2003-01-01, departed_on: never}}\n"
        "  - ...\n"
    )
    now = status_history(known, as_at=TODAY).now
    assert (now.code, now.possible) == ("UNKNOWN", ("SCV_P", "SCV_NP"))


@pytest.mark.parametrize(
    ("known_at", "resident"), [("2023-06-30", 0), ("2023-07-01", 2)]
)
def test_the_instrument_of_2023_reaches_back_to_july_2022(known_at, resident):
    """LIN 23/024: the same day of 2022, as known before and since."""
    known = nz(f"{S} 2015-01-01 never", UNSETTLED_2001)
    history = status_history(known, as_at=TODAY, known_at=parse_day(known_at))
    assert history.on(parse_day("2022-06-30")).permanent_resident == 0
    assert history.on(parse_day("2022-07-01")).permanent_resident == resident


DAYS = st.integers(parse_day("1970-06-01"), TODAY)
FOOTINGS = st.sampled_from([S, P, "temporary", "bridging", "unlawful"])


@st.composite
def lives(draw):
    """Random well-ordered movements, some of them with dates known to the year."""
    marks = sorted(draw(st.lists(DAYS, min_size=0, max_size=8, unique=True)))
    pairs = list(zip(marks[::2], marks[1::2], strict=False))
    text = "; ".join(f"{draw(FOOTINGS)} {iso(a)} {iso(b)}" for a, b in pairs)
    known = dict(nz(text, draw(st.sampled_from(["", UNSETTLED_2001, NOT_ABSORBED]))))
    for field in draw(st.sets(st.sampled_from(["born_in", "citizenships", "stays"]))):
        known.pop(field)
    return known


@settings(max_examples=60, deadline=None)
@given(lives(), st.data())
def test_every_day_has_exactly_one_status(known, data):
    """The spans run from birth to the as-at day, without gap or overlap."""
    history = status_history(known, as_at=TODAY)
    assert history.spans[0].first == known["born_on"][0]
    assert history.spans[-1].last == TODAY
    for span, after in zip(history.spans, history.spans[1:], strict=False):
        assert span.last + 1 == after.first and span.first <= span.last
    day = data.draw(st.integers(known["born_on"][0], TODAY))
    span = history.on(day)
    assert span.code in BY_CODE and (span.code == "UNKNOWN") == bool(span.possible)


@settings(max_examples=60, deadline=None)
@given(lives(), st.data())
def test_the_spans_say_what_the_rules_say_of_any_day(known, data):
    """Skipping from breakpoint to breakpoint loses nothing: any day, put whole."""
    days = StatusDays(known, current_law(), as_at=TODAY, known_at=TODAY)
    runs = list(days.runs())
    day = data.draw(st.integers(known["born_on"][0], TODAY))
    run = next(run for run in runs if run.first <= day <= run.last)
    whole = dict(days.facts)
    if "away_since_1984_04_02" not in whole and days._left is not None:
        whole["away_since_1984_04_02"] = 2 if day > days._left else 0
    put = Evaluation(current_law(), whole, as_at=day, law_at=day, known_at=TODAY)
    assert {pin: put.provision(pin) for pin in run.truths} == run.truths


def test_two_hundred_movements_are_computed_at_once():
    """A hundred stays need few evaluations; the time is measured in benchmarks/."""
    start = parse_day("1999-01-01")
    text = "; ".join(
        f"{S} {iso(start + 90 * i)} {iso(start + 90 * i + 60)}" for i in range(100)
    )
    known, law = nz(text, UNSETTLED_2001), current_law()
    days = StatusDays(known, law, as_at=TODAY, known_at=TODAY)
    assert len(list(days.runs())) > 200
    assert len(days._seen) < 40


def test_the_text_fits_a_terminal_and_shows_every_span():
    """80 columns at most, and each span's first day."""
    history = status_history(EXAMPLES[7][1], as_at=TODAY)
    text = status_text(history)
    assert max(map(len, text.splitlines())) <= 80
    assert all(iso(span.first) in text for span in history.spans)


def test_status_bears_only_on_a_case_that_tells_of_it():
    """A case without stays, visas or citizenships has nothing to show."""
    assert bears_on(Case(EXAMPLES[0][1]))
    assert not bears_on(Case({"born_on": (0, 0)}))


@pytest.mark.parametrize(
    ("kind", "term", "serious"),
    [("gaol", "11m", 0), ("gaol", "12m", 2), ("intensive_correction", "12m", 2)],
)
def test_what_counts_as_a_serious_sentence_is_what_its_provision_says(
    kind, term, serious
):
    """Custody is marked by the provision on serious prison sentences, never apart."""
    case = parse_case(
        f"tasman_case: 1\nsentences: [{{kind: {kind}, term: {term}, "
        "starts_on: 2020-01-01}]\n"
        "custody: [{basis: sentence, began_on: 2020-01-01}]\n",
        "made up",
    )
    known = with_derived(case.facts, current_law(), as_at=TODAY, known_at=TODAY)
    [spell] = known["custody"].items
    assert spell["serious_sentence"] == serious


SERIOUS = "australian-citizenship-act-2007/3 serious prison sentence"
AT_HOME = "australian-citizenship-act-2007/12(1)(b)"


@pytest.mark.parametrize(("least", "serious"), [(11, 2), (12, 2), (13, 0)])
def test_the_law_in_use_says_which_sentence_is_serious(least, serious):
    """Custody is marked by the law asked, an amended one too, not the released one."""
    case = parse_case(
        "tasman_case: 1\nsentences: [{kind: gaol, term: 12m, starts_on: 2020-01-01}]\n"
        "custody: [{basis: sentence, began_on: 2020-01-01}]\n",
        "made up",
    )
    law = current_law().amend(SERIOUS, least=months(least))
    [spell] = with_derived(case.facts, law, as_at=TODAY, known_at=TODAY)[
        "custody"
    ].items
    assert spell["serious_sentence"] == serious


@pytest.mark.parametrize(
    ("day", "marked"), [("2007-06-30", False), ("2007-07-01", True)]
)
def test_nothing_is_marked_before_the_law_says_what_is_serious(day, marked):
    """The definition began on 2007-07-01: before, a spell is not said to be either."""
    case = parse_case(
        "tasman_case: 1\nsentences: [{kind: gaol, term: 12m, starts_on: 2005-01-01}]\n"
        "custody: [{basis: sentence, began_on: 2005-01-01}]\n",
        "made up",
    )
    at = parse_day(day)
    known = with_derived(case.facts, current_law(), as_at=at, known_at=TODAY)
    assert ("serious_sentence" in known["custody"].items[0]) is marked


@pytest.mark.parametrize(
    ("years_at_home", "asked", "home"), [(8, 8, 2), (8, 9, None), (8, 10, None)]
)
def test_the_law_in_use_says_how_long_home_must_have_been_here(
    years_at_home, asked, home
):
    """At home here from birth to that birthday: as long as s 12(1)(b) asks for."""
    case = parse_case(
        "tasman_case: 1\nborn_on: 2010-03-04\nborn_in: australia\n"
        "stays: [{arrived_on: 2010-03-04, ordinarily_resident: yes, "
        f"departed_on: {2010 + years_at_home}-03-04}}]\n",
        "made up",
    )
    law = current_law().amend(AT_HOME, throughout=months(12 * asked))
    known = with_derived(case.facts, law, as_at=TODAY, known_at=TODAY)
    assert known.get("ordinarily_resident_to_ten") == home
    answer = citizenship_answer(case.facts, as_at=TODAY, known_at=TODAY, law=law)
    birthday = f"{2010 + asked}-03-04"
    assert answer.to_dict()["ten_years_on"] == birthday
