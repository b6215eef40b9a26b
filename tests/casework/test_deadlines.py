"""How clocks behave: unknown days, what is done, what is overdue, and the order."""

import datetime
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tasman.casework.calendar_file import calendar_file
from tasman.casework.caseload import Entry
from tasman.casework.counting import count_forward, last_working_day, why_shut
from tasman.casework.deadlines import deadlines
from tasman.casework.filing import filed_in_court, legal_day
from tasman.casework.hours import questioning
from tasman.casework.process import process
from tasman.casework.states import MOVES, SAME, STATES
from tasman.casework.uncounted import uncounted
from tasman.casework.validate_procedure import procedure_checks
from tasman.facts.case import Elements
from tasman.facts.days import EARLIEST, NEVER, iso, parse_day
from tasman.facts.fields import ChoiceField, DateField, TruthField
from tasman.facts.vocabulary import Custody, Decision, Notice
from tasman.law.au.holidays import PLACES
from tasman.reports.deadlines import clocks_text
from tasman.rules.evaluate import Evaluation
from tests.casework.procedure_facts import (
    EMAIL,
    HAND,
    INTENTION,
    LAW,
    MANDATORY,
    REFUSED,
    TRIBUNAL,
    UNHEARD,
    case,
    clock,
    decision,
    notice,
    one,
    record,
)

TODAY = "2026-11-21"


# ---------------------------------------------------------------- days not known
def test_a_month_of_receipt_gives_an_interval_and_the_earliest_day_to_act():
    """Received some day in November 2026."""
    facts = notice(**MANDATORY, **HAND, given_on="2026-11", place="qld")
    found = clock("L2", facts, as_at=TODAY)
    assert one(found.nominal) == "2026-11-29..2026-12-28"
    assert iso(found.act_by) == "2026-11-27"  # the Friday before the 29th
    assert (found.uncertain, found.certainty) == (True, "interval: fact")


def test_no_date_of_receipt_but_a_decision_bounds_it():
    """It cannot have come before the decision, nor after today."""
    cancelled = decision(
        power="501(3A)", result="cancelled", made_by="delegate", made_on="2026-11-02"
    )
    found = clock(
        "L2", notice(**MANDATORY, **HAND), decisions=(cancelled,), as_at=TODAY
    )
    assert one(found.day_zero) == "2026-11-02..2026-11-21"
    assert iso(found.act_by) == "2026-11-30"


def test_nothing_known_of_receipt_says_act_now():
    """No day at all: no day to act by is invented, and it is listed first."""
    unknown = notice(**MANDATORY, **HAND, label="unknown")
    known = notice(**MANDATORY, **HAND, given_on="2026-11-01", label="known")
    found = deadlines(
        case(known, unknown),
        LAW,
        as_at=parse_day(TODAY),
        known_at=parse_day(TODAY),
    )
    assert (found[0].notice, found[0].act_by) == ("unknown", None)


def test_a_letter_that_came_early_counts_from_its_arrival_to_be_safe():
    """Whether the deemed day or the earlier real one counts is unsettled."""
    facts = {**MANDATORY, "method": "post", "place": "vic", "sent_from": "act"}
    dates = {"dated_on": "2025-12-15", "given_on": "2025-12-15"}
    found = clock("L2", notice(**facts, **dates, received_on="2025-12-17"))
    assert one(found.day_zero) == "2025-12-17..2025-12-24"
    assert found.certainty == "interval: unsettled"
    assert one(found.nominal) == "2026-01-14..2026-01-21"


def test_an_unknown_kind_of_notice_starts_every_clock_it_may():
    """What kind it was is not known: nothing is left out, nothing is sure."""
    facts = case(notice(**HAND, given_on="2026-11-16", place="nsw"))
    found = deadlines(facts, LAW, as_at=parse_day(TODAY), known_at=parse_day(TODAY))
    assert {"L1", "L2", "L3", "L4"} <= {each.limit for each in found}
    assert {each.certainty for each in found} == {"undetermined"}


@settings(max_examples=60, deadline=None)
@given(
    low=st.integers(parse_day("2015-01-01"), parse_day("2026-06-30")),
    width=st.integers(0, 40),
    inside=st.integers(0, 40),
    kind=st.sampled_from([MANDATORY, REFUSED, UNHEARD, INTENTION]),
)
def test_finding_the_day_out_never_leaves_the_interval(low, width, inside, kind):
    """Whatever day it was, its last day lies in the interval and not before act_by."""
    loose = notice(**kind, **HAND, place="nsw") | {"given_on": (low, low + width)}
    exact = low + min(inside, width)
    tight = {**loose, "given_on": (exact, exact)}
    today = parse_day("2027-01-01")
    before = {d.limit: d for d in deadlines(case(loose), LAW, as_at=today)}
    for found in deadlines(case(tight), LAW, as_at=today):
        if found.version.data["day_zero"] != "received":
            continue
        wide = before[found.limit]
        for name in ("nominal", "safe", "arguable"):
            a, b = getattr(wide, name), getattr(found, name)
            assert a[0] <= b[0] and b[1] <= a[1]
        assert wide.act_by <= found.nominal[0]


def any_date():
    exact = st.integers(parse_day("1999-01-01"), parse_day("2028-12-31"))
    spread = st.tuples(exact, st.integers(0, 500)).map(lambda x: (x[0], x[0] + x[1]))
    ends = st.sampled_from([(NEVER, NEVER), (EARLIEST, NEVER), (EARLIEST, 20000)])
    return st.one_of(spread, exact.map(lambda day: (day, day)), ends)


def any_record(kind):
    """Any subset of a record's fields with any values, choices open or not."""
    values = {}
    for name, field in kind.fields().items():
        if isinstance(field, DateField):
            values[name] = any_date()
        elif isinstance(field, ChoiceField):
            values[name] = st.integers(1, field.all_values)
        elif isinstance(field, TruthField):
            values[name] = st.sampled_from([0, 2])
    return st.fixed_dictionaries({}, optional=values)


@settings(max_examples=60, deadline=None)
@given(
    notices=st.lists(any_record(Notice), max_size=3),
    decisions=st.lists(any_record(Decision), max_size=3),
    as_at=st.integers(parse_day("1999-06-01"), parse_day("2028-12-31")),
)
def test_no_facts_break_the_count(notices, decisions, as_at):
    """Whatever a file may hold, each clock and the process come out whole."""
    facts = case(*notices, decisions=tuple(decisions))
    found = deadlines(facts, LAW, as_at=as_at)
    for each in found:
        json.dumps(each.to_dict())
        if each.act_by is not None:
            assert EARLIEST < each.act_by < NEVER
        if each.nominal is not None:
            assert each.nominal[0] <= each.nominal[1]
    entries = [Entry("x.yaml", "x", each) for each in found]
    Calendar.from_ical(calendar_file(entries, made_on=as_at, detailed=True))
    assert clocks_text(found, as_at)
    json.dumps(process(facts, LAW, as_at=as_at).to_dict())


# ---------------------------------------------------------------- act by
@pytest.mark.parametrize(
    ("given_on", "place", "act_by"),
    [
        ("2025-11-27", "nsw", "2025-12-24"),  # the 25th is Christmas Day
        ("2026-03-28", "vic", "2026-04-24"),  # the 25th is a Saturday
        ("2026-03-06", "nsw", "2026-04-02"),  # Good Friday
        ("2026-05-04", "act", "2026-05-29"),  # Reconciliation Day, then a weekend
        ("2026-05-04", "nsw", "2026-06-01"),  # an ordinary Monday
        ("2026-07-15", "qld", "2026-08-11"),  # the Brisbane Show may shut the office
    ],
)
def test_act_by_is_the_last_working_day_and_relies_on_no_roll(given_on, place, act_by):
    """The headline never lies after the last day by the calendar."""
    facts = notice(**MANDATORY, **HAND, given_on=given_on, place=place)
    found = clock("L2", facts)
    assert iso(found.act_by) == act_by
    assert found.act_by <= found.nominal[0]


@settings(max_examples=200, deadline=None)
@given(
    zero=st.integers(parse_day("1999-06-01"), parse_day("2035-12-31")),
    length=st.sampled_from([7, 9, 28, 35]),
    place=st.sampled_from(PLACES),
)
def test_the_four_days_are_in_order(zero, length, place):
    """act_by <= nominal <= safe <= arguable; act_by and arguable are working days."""
    count = count_forward(zero, zero + length, places=(place,))
    assert count.act_by <= count.nominal <= count.safe <= count.arguable
    assert why_shut(count.act_by, (place,)) is None
    assert why_shut(count.arguable, (place,)) is None
    assert last_working_day(count.act_by, (place,)) == count.act_by


def test_every_step_is_told():
    """Day 0, the last day, and each day passed over with its reason."""
    facts = notice(**MANDATORY, **HAND, given_on="2025-11-27", place="nsw")
    assert [str(step) for step in clock("L2", facts).steps] == [
        "Thu 2025-11-27: handed over: received that day",
        "Thu 2025-11-27: day 0: not counted",
        "Thu 2025-12-25: day 28, the last day",
        "Thu 2025-12-25: Christmas Day, all of Australia: not counted",
        "Fri 2025-12-26: Boxing Day, all of Australia: not counted",
        "Sat 2025-12-27: Saturday: not counted",
        "Sun 2025-12-28: Sunday: not counted",
        "Mon 2025-12-29: the next day on which offices are open",
    ]


# ---------------------------------------------------------------- overdue
STANDINGS = [
    # as at, answered, status, overdue
    ("2026-04-25", "never", "open", "no"),
    ("2026-04-27", "never", "open", "no"),
    ("2026-04-28", "never", "may be missed", "possible"),  # arguable in NSW
    ("2026-04-29", "never", "missed", "yes"),
    ("2026-04-29", None, "missed", "possible"),  # not known to be unanswered
    ("2026-04-29", "2026-04-20", "done", "no"),
    ("2026-04-29", "2026-04-27", "done", "no"),
    ("2026-04-29", "2026-04-28", "done, arguably in time", "no"),
    ("2026-05-29", "2026-04-29", "done late", "no"),
    ("2026-04-20", "2026-05-01", "open", "no"),  # dated after the as-at day
]


@pytest.mark.parametrize(("as_at", "answered", "status", "overdue"), STANDINGS)
def test_standing(as_at, answered, status, overdue):
    """Handed over on Sat 2026-03-28 in Sydney: day 28 is Anzac Day, a Saturday."""
    answer = {} if answered is None else {"answered_on": answered}
    facts = notice(**MANDATORY, **HAND, given_on="2026-03-28", place="nsw", **answer)
    found = clock("L2", facts, as_at=as_at)
    assert (found.status, found.overdue) == (status, overdue)


def test_a_matter_that_is_over_has_no_clock():
    """Closed by the file, or because the decision was undone."""
    facts = {**MANDATORY, **HAND, "given_on": "2026-03-02", "place": "nsw"}
    closed = notice(**facts, closed_on="2026-03-20")
    assert clock("L2", closed, as_at=TODAY).status == "closed"
    undone = decision(
        power="501(3A)",
        result="cancelled",
        made_by="delegate",
        made_on="2026-03-01",
        undone_on="2026-05-01",
        undone_by="delegate",
    )
    found = clock("L2", notice(**facts), decisions=(undone,), as_at=TODAY)
    assert (found.status, found.overdue) == ("closed", "no")


def test_the_answer_to_the_invitation_is_no_court_application():
    """Representations do not stop the clock of the court."""
    facts = {**MANDATORY, **HAND, "given_on": "2026-11-02", "dated_on": "2026-11-02"}
    found = notice(**facts, place="nsw", answered_on="2026-11-10")
    assert clock("L2", found, as_at=TODAY).status == "done"
    assert clock("L12", found, as_at=TODAY).status == "open"
    late = clock("L12", found, as_at="2027-06-01")
    assert (late.overdue, late.running) == ("no", False)  # a way not taken


def test_representations_in_time_cure_a_misstated_period():
    """[2022] FCAFC 72: the power is not lost when they came within the true 28 days."""
    facts = {**MANDATORY, **HAND, "given_on": "2022-05-02", "place": "nsw"}
    found = notice(**facts, defect="period_not_stated", answered_on="2022-05-20")
    assert clock("L2", found).status == "done"


def test_a_second_invitation_is_unsettled():
    """A new 28 days are counted and flagged."""
    first = notice(**MANDATORY, **HAND, given_on="2021-03-01", place="nsw", label="1")
    second = notice(**MANDATORY, **HAND, given_on="2021-06-01", place="nsw", label="2")
    found = deadlines(
        case(first, second),
        LAW,
        as_at=parse_day("2021-06-02"),
        known_at=parse_day(TODAY),
    )
    again = [each for each in found if each.limit == "L2" and each.notice == "2"]
    assert [each.certainty for each in again] == ["undetermined"]
    assert "[2021] FCAFC 91" in again[0].warnings[-1]


@pytest.mark.parametrize("given_on", ["2020-05-01", "2024-05-01"])
def test_no_legal_capacity_starts_nothing_at_any_date(given_on):
    """[2024] HCA 44: s 494E does not cure it."""
    facts = {**MANDATORY, **HAND, "given_on": given_on, "defect": "no_legal_capacity"}
    assert clock("L2", notice(**facts, place="nsw")).status == "not started"


def test_decisions_alone_start_clocks():
    """A decision with its day of notice is enough; one not notified starts none."""
    refused = decision(
        power="501CA(4)",
        result="not_revoked",
        made_by="delegate",
        made_on="2026-11-10",
        notified_on="2026-11-12",
    )
    found = clock("L4", decisions=(refused,), as_at=TODAY)
    assert (one(found.nominal), found.path) == ("2026-11-21", "decisions[0]")
    assert iso(found.act_by) == "2026-11-20"
    unnotified = {**refused, "notified_on": (90000, 90000)}
    assert clock("L4", decisions=(unnotified,), as_at=TODAY) is None


def test_an_empty_case_has_no_clocks():
    """Nothing given, nothing decided, nothing due."""
    assert deadlines(case(), LAW, as_at=parse_day(TODAY)) == []


# ---------------------------------------------------------------- hours and zones
@pytest.mark.parametrize(
    ("moment", "place", "day"),
    [
        ("2026-06-19T23:00+10:00", "nsw", "2026-06-19"),
        ("2026-06-19T23:00+10:00", "wa", "2026-06-19"),
        ("2026-06-19T23:30+08:00", "wa", "2026-06-19"),
        ("2026-06-19T23:30+08:00", "nsw", "2026-06-20"),  # half past one in Sydney
        ("2026-12-31T23:30+11:00", "qld", "2026-12-31"),  # no summer time there
        ("2026-12-31T14:00+00:00", "qld", "2027-01-01"),
        ("2026-12-31T13:59+00:00", "qld", "2026-12-31"),
    ],
)
def test_a_moment_falls_on_the_legal_day_of_the_place(moment, place, day):
    """AIA s 37: legal time in the State or Territory concerned."""
    assert iso(legal_day(datetime.datetime.fromisoformat(moment), place)) == day


def test_a_moment_without_a_zone_is_refused():
    """No zone is guessed."""
    with pytest.raises(ValueError, match="zone"):
        legal_day(datetime.datetime.fromisoformat("2026-06-19T23:00"), "nsw")


@pytest.mark.parametrize(
    ("moment", "filed"),
    [
        ("2026-11-06T16:30+11:00", "2026-11-06"),
        ("2026-11-06T16:31+11:00", "2026-11-09"),
        ("2026-11-07T09:00+11:00", "2026-11-09"),  # a Saturday
        ("2026-04-02T17:00+11:00", "2026-04-07"),  # over Easter
    ],
)
def test_filing_in_the_federal_court(moment, filed):
    """Wholly received by 16:30 on a business day: r 2.25(3)."""
    assert iso(filed_in_court(datetime.datetime.fromisoformat(moment), "nsw")) == filed


HOURS = [
    # began, place, minutes held before, ends
    ("2026-11-20T09:00+10:00", "qld", 0, "2026-11-20T13:00:00+10:00"),
    ("2026-11-20T09:00+10:00", "qld", 90, "2026-11-20T11:30:00+10:00"),
    ("2026-11-20T22:30+11:00", "nsw", 0, "2026-11-21T02:30:00+11:00"),
    ("2026-10-03T23:00+10:00", "nsw", 0, "2026-10-04T04:00:00+11:00"),  # clocks go on
    ("2026-11-20T09:00+10:00", "wa", 0, "2026-11-20T11:00:00+08:00"),
    ("2026-11-20T09:00+10:00", "qld", 300, "2026-11-20T09:00:00+10:00"),  # used up
]


@pytest.mark.parametrize(("began", "place", "minutes", "ends"), HOURS)
def test_questioning_is_counted_in_hours(began, place, minutes, ends):
    """Four elapsed hours, less detention within the 48 hours before: s 192."""
    moment = datetime.datetime.fromisoformat(began)
    before = datetime.timedelta(minutes=minutes)
    day = parse_day(TODAY)
    found = questioning(LAW, moment, place, before=before, known_at=day).to_dict()
    assert (found["to"], found["unit"], found["why_not_counted"]) == (ends, "hours", "")


def test_hours_without_an_hour_say_why_they_are_not_counted():
    """A day is no moment: the rule is given, and what is wanting."""
    found = questioning(LAW, None, "qld", known_at=parse_day(TODAY)).to_dict()
    assert (found["length"], found["to"]) == (4, None)
    assert "hour is not given" in found["why_not_counted"]


# ---------------------------------------------------------------- the process
CANCELLED = decision(
    power="501(3A)",
    result="cancelled",
    made_by="delegate",
    made_on="2026-01-05",
    undone_on="never",
)
TOLD = notice(
    **MANDATORY, **HAND, given_on="2026-01-08", place="nsw", answered_on="2026-01-20"
)
SILENT = {**TOLD, "answered_on": (90000, 90000)}
UNSAID = {name: value for name, value in TOLD.items() if name != "answered_on"}


def refused_by(maker, **facts):
    return decision(
        power="501CA(4)",
        result="not_revoked",
        made_by=maker,
        made_on="2026-06-01",
        undone_on="never",
        **facts,
    )


PATHS = [
    # as at, notices, decisions, states
    ("2026-01-06", (TOLD,), (CANCELLED,), ("S2",)),
    ("2026-01-06", (), ({**CANCELLED, "notified_on": (90000, 90000)},), ("S2",)),
    ("2026-01-06", (), (CANCELLED,), ("S3", "S2")),  # whether notified: not known
    ("2026-01-10", (TOLD,), (CANCELLED,), ("S3",)),
    ("2026-01-20", (TOLD,), (CANCELLED,), ("S4",)),
    ("2026-03-01", (SILENT,), (CANCELLED,), ("S30",)),
    ("2026-03-01", (UNSAID,), (CANCELLED,), ("S30", "S3")),
    ("2026-06-02", (TOLD,), (CANCELLED, refused_by("delegate")), ("S6",)),
    ("2026-06-02", (TOLD,), (CANCELLED, refused_by("minister")), ("S8",)),
    (
        "2026-06-12",
        (
            TOLD,
            notice(
                **REFUSED,
                **EMAIL,
                given_on="2026-06-01",
                place="nsw",
                answered_on="2026-06-09",
            ),
        ),
        (CANCELLED, refused_by("delegate")),
        ("S7",),
    ),
    (
        "2026-08-26",  # 84 days ended on the 24th: taken to be affirmed
        (
            TOLD,
            notice(
                **REFUSED,
                **EMAIL,
                given_on="2026-06-01",
                place="nsw",
                answered_on="2026-06-09",
            ),
        ),
        (CANCELLED, refused_by("delegate")),
        ("S8",),
    ),
    (
        "2026-09-10",
        (
            TOLD,
            notice(
                **TRIBUNAL,
                **EMAIL,
                given_on="2026-08-20",
                dated_on="2026-08-20",
                place="nsw",
                court_application_on="2026-09-03",
            ),
        ),
        (
            CANCELLED,
            refused_by("tribunal") | {"made_on": (parse_day("2026-08-20"),) * 2},
        ),
        ("S9",),
    ),
]


@pytest.mark.parametrize(("as_at", "notices", "decisions", "states"), PATHS)
def test_where_the_case_stands(as_at, notices, decisions, states):
    """The history replayed up to a day."""
    day = parse_day(as_at)
    found = process(case(*notices, decisions=decisions), LAW, as_at=day, known_at=day)
    assert found.states == states
    assert found.to_dict()["means"] == STATES[states[0]]


def test_the_states_of_a_decision_made_unheard():
    """Notice owed, seven days, pending, and refused."""
    unheard = decision(
        power="501(3)",
        result="cancelled",
        made_by="minister",
        made_on="2026-02-02",
        undone_on="never",
    )
    told = notice(**UNHEARD, **HAND, given_on="2026-02-05", answered_on="2026-02-09")
    for as_at, state in (
        ("2026-02-03", "S20"),
        ("2026-02-06", "S21"),
        ("2026-02-09", "S22"),
    ):
        day = parse_day(as_at)
        found = process(case(told, decisions=(unheard,)), LAW, as_at=day, known_at=day)
        assert found.states == (state,)


def test_after_84_days_the_court_clock_runs_from_the_last_of_them():
    """Taken to be affirmed at the end of day 84, 2026-08-24: 35 days from then."""
    facts = notice(**REFUSED, **EMAIL, given_on="2026-06-01", answered_on="2026-06-09")
    assert one(clock("L10", facts, as_at="2026-08-25").nominal) == "2026-08-24"
    assert one(clock("L11", facts, as_at="2026-08-25").nominal) == "2026-09-28"
    assert clock("L11", facts, as_at="2026-08-24") is None


def test_old_rules_of_giving_carry_a_warning():
    """Before 2001-08-10 single regulations governed, which were not read."""
    s501 = {"what": "decision", "power": "501(2)", "made_by": "delegate"}
    old = clock("L4", notice(**s501, **HAND, given_on="2001-08-09", place="nsw"))
    new = clock("L4", notice(**s501, **HAND, given_on="2001-08-10", place="nsw"))
    assert any("2001-08-10" in said for said in old.warnings)
    assert new.warnings == ("Whether it was done is not known: add `answered_on`.",)


def test_next_steps_name_the_actor_the_force_and_the_day():
    """From the 28 days on: the person may answer by the day to act by."""
    day = parse_day("2026-01-10")
    found = process(case(TOLD, decisions=(CANCELLED,)), LAW, as_at=day, known_at=day)
    steps = {step.move.number: step for step in found.next_steps}
    assert set(steps) == {3, 4, 5}
    assert (steps[3].move.who, steps[3].move.force) == ("person", "may")
    assert iso(steps[3].act_by) == "2026-02-05"


def test_who_reviews_what():
    """A delegate's refusal goes to the Tribunal; the cancellation itself does not."""
    day = parse_day("2026-06-02")
    decisions = (CANCELLED, refused_by("delegate"))
    found = process(case(TOLD, decisions=decisions), LAW, as_at=day, known_at=day)
    merits = {review.decision: review.merits for review in found.reviews}
    assert merits == {
        "the mandatory cancellation itself": "none",
        "a delegate's refusal to revoke": "Tribunal",
    }


def test_every_move_leads_from_and_to_a_state():
    """The moves of the dossier's table, 1 to 32, each between named states."""
    assert [move.number for move in MOVES] == list(range(1, 33))
    for move in MOVES:
        assert {*move.states, move.to} - {SAME} <= set(STATES)


@pytest.mark.parametrize(("ended", "held"), [("never", True), ("2026-05-01", False)])
def test_detention_is_a_flag_beside_the_state(ended, held):
    """The sentence ends, detention begins, and the case stands where it stood."""
    custody = record(
        Custody, place="immigration_detention", began_on="2026-03-01", ended_on=ended
    )
    facts = case(TOLD, decisions=(CANCELLED,), custody=Elements((custody,)))
    day = parse_day("2026-05-02")
    found = process(facts, LAW, as_at=day, known_at=day)
    assert ("in_immigration_detention" in found.flags) is held
    assert found.states == ("S4",)


HELD = [
    # custody on 2026-05-02, moves that turn on it
    (("gaol", "2024-06-03", "never"), {27}),
    (("gaol", "2024-06-03", "2026-05-01"), set()),
    (("immigration_detention", "2026-03-01", "never"), {28}),
    (("community", "2026-03-01", "never"), set()),
]


@pytest.mark.parametrize(("held", "moves"), HELD)
def test_detention_follows_the_sentence(held, moves):
    """Move 27: the officer must detain; move 28: whoever is held may ask to go."""
    place, began, ended = held
    custody = record(Custody, place=place, began_on=began, ended_on=ended)
    facts = case(TOLD, decisions=(CANCELLED,), custody=Elements((custody,)))
    day = parse_day("2026-05-02")
    found = process(facts, LAW, as_at=day, known_at=day)
    steps = {step["move"]: step for step in found.to_dict()["next"]}
    assert set(steps) & {27, 28} == moves
    assert found.states == ("S4",)
    if 27 in moves:
        assert (steps[27]["force"], steps[27]["to"]) == ("must", "same")
    said = [event.what for event in found.history]
    assert ("taken into immigration detention" in said) is (28 in moves)


def test_leaving_australia_ends_in_new_zealand():
    """A departure after the cancellation, and no return."""
    stay = {"arrived_on": (10000, 10000), "departed_on": (parse_day("2026-07-01"),) * 2}
    facts = case(TOLD, decisions=(CANCELLED,), stays=Elements((stay,)))
    day = parse_day("2026-07-02")
    assert process(facts, LAW, as_at=day, known_at=day).states == ("S40",)


UNDONE_BY_NOW = {**CANCELLED, "undone_on": (parse_day("2026-02-01"),) * 2}
UNHEARD_NOW = decision(
    power="501(3)",
    result="cancelled",
    made_by="minister",
    made_on="2026-02-02",
    undone_on="never",
)
LONG_AGO = {**UNHEARD_NOW, "made_on": (parse_day("2021-05-24"),) * 2}
DUTIES = [
    # notices, decisions, limits not counted, how sure
    ((), (), []),
    ((), (CANCELLED,), [("L17", "definite")]),
    ((SILENT,), (CANCELLED,), []),
    ((TOLD,), (CANCELLED,), [("L19", "definite")]),
    ((TOLD,), (CANCELLED, refused_by("delegate")), []),
    ((TOLD,), (UNDONE_BY_NOW,), []),
    ((), (UNHEARD_NOW,), [("L17", "definite"), ("L20", "undetermined")]),
    ((), (LONG_AGO,), [("L17", "definite")]),  # tabled only since 2021-05-25
]


@pytest.mark.parametrize(("notices", "decisions", "duties"), DUTIES)
def test_duties_without_a_countable_last_day(notices, decisions, duties):
    """Notice, decision and tabling: what is still due, and why no day is counted."""
    facts = case(*notices, decisions=decisions)
    day = parse_day("2026-06-02")
    put = Evaluation(LAW, facts.facts, as_at=day, law_at=day, known_at=day)
    found = [each.to_dict() for each in uncounted(put)]
    assert [(each["limit"], each["certainty"]) for each in found] == duties
    for each in found:
        why = {"L20": "sitting days"}.get(each["limit"], "no number of days")
        assert why in each["why_not_counted"]
        assert (each["length"] == 15) is (each["limit"] == "L20")


# ---------------------------------------------------------------- decided cases
ROWS = [
    ("501(3A)+501CA", "e-mailed to the solicitor 2022-09-29; applied to the tribunal "
     "2022-11-01", "2022-09-29", "no jurisdiction", "agreed"),
    ("501(3A)+501CA", "e-mailed to the solicitor 2022-09-29; applied to the tribunal "
     "2022-10-10", "2022-09-29", "no jurisdiction", "disagreed"),
    ("501(1)", "application made 2022-06-05", "2022-04-28", "no jurisdiction",
     "undecidable"),
    ("501(3A)", "not reviewable", None, "no jurisdiction", "agreed"),
]  # fmt: skip


@pytest.mark.parametrize(("power", "issue", "reviewed", "outcome", "status"), ROWS)
def test_procedural_outcomes_of_decided_cases(power, issue, reviewed, outcome, status):
    """Only what a row says is used; without the day of notice nothing is decided."""
    row = {
        "citation": "x",
        "power": power,
        "procedural_issue": issue,
        "decision_under_review_date": reviewed,
        "outcome": outcome,
    }
    assert [check.status for check in procedure_checks(row, LAW)] == [status]


def test_earliest_is_before_every_limit():
    """An unbounded interval is not mistaken for a day."""
    facts = notice(**MANDATORY, **HAND)
    assert clock("L2", facts, as_at=TODAY).nominal[0] == EARLIEST
