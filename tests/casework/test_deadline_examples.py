"""The dossier's worked examples (part 15), by their numbers, dates copied from it."""

import datetime
import re

import pytest

from tasman.casework.counting import working_days_after
from tasman.casework.filing import filed_in_court, legal_day, lodged_with_tribunal
from tasman.casework.process import process
from tasman.facts.case import NO, YES, Elements
from tasman.facts.days import NEVER, iso, parse_day
from tests.casework.procedure_facts import (
    EMAIL,
    HAND,
    INTENTION,
    LAW,
    MANDATORY,
    POST,
    REFUSED,
    TRIBUNAL,
    UNHEARD,
    case,
    clock,
    decision,
    notice,
    one,
)

LETTERS = [
    # number, dated, place, received, L2, L4 nominal, L4 safe
    (2, "2025-12-15", "vic", "2025-12-24", "2026-01-21", None, None),
    (3, "2025-12-19", "vic", "2026-01-02", "2026-01-30", "2026-01-11", "2026-01-12"),
    (4, "2026-03-30", "qld", "2026-04-10", "2026-05-08", "2026-04-19", "2026-04-20"),
    (5, "2026-04-20", "act", "2026-04-30", "2026-05-28", None, None),
    (5, "2026-04-20", "nsw", "2026-04-30", "2026-05-28", None, None),
    (6, "2026-04-20", "vic", "2026-04-29", "2026-05-27", None, None),
]


@pytest.mark.parametrize(
    ("number", "dated", "place", "received", "last", "nominal", "safe"), LETTERS
)
def test_letters(number, dated, place, received, last, nominal, safe):
    """Examples 2 to 6: a letter's deemed receipt, and the clocks that start from it."""
    facts = {**POST, "dated_on": dated, "given_on": dated, "place": place}
    found = clock("L2", notice(**MANDATORY, **facts, sent_from=place))
    assert one(found.day_zero) == received
    assert one(found.safe) == last
    if nominal:
        refused = clock("L4", notice(**REFUSED, **facts, sent_from=place))
        assert (one(refused.nominal), one(refused.safe)) == (nominal, safe)


LAST_DAYS = [
    # number, limit, kind, given, place, nominal, safe, arguable
    (1, "L2", MANDATORY, "2026-11-06", "nsw", "2026-12-04", "2026-12-04", "2026-12-04"),
    (9, "L4", REFUSED, "2026-06-19", "nsw", "2026-06-28", "2026-06-29", "2026-06-29"),
    (
        13,
        "L2",
        MANDATORY,
        "2025-11-27",
        "nsw",
        "2025-12-25",
        "2025-12-29",
        "2025-12-29",
    ),
    (
        14,
        "L2",
        MANDATORY,
        "2026-03-06",
        "nsw",
        "2026-04-03",
        "2026-04-07",
        "2026-04-07",
    ),
    (
        15,
        "L2",
        MANDATORY,
        "2026-03-28",
        "vic",
        "2026-04-25",
        "2026-04-27",
        "2026-04-27",
    ),
    (
        15,
        "L2",
        MANDATORY,
        "2026-03-28",
        "nsw",
        "2026-04-25",
        "2026-04-27",
        "2026-04-28",
    ),
    (
        15,
        "L2",
        MANDATORY,
        "2026-03-28",
        "act",
        "2026-04-25",
        "2026-04-27",
        "2026-04-28",
    ),
    (15, "L2", MANDATORY, "2026-03-28", "wa", "2026-04-25", "2026-04-27", "2026-04-28"),
    (
        17,
        "L2",
        MANDATORY,
        "2026-08-30",
        "nsw",
        "2026-09-27",
        "2026-09-28",
        "2026-09-28",
    ),
    (17, "L2", MANDATORY, "2026-08-30", "wa", "2026-09-27", "2026-09-28", "2026-09-29"),
    (
        18,
        "L2",
        MANDATORY,
        "2025-12-24",
        "nsw",
        "2026-01-21",
        "2026-01-21",
        "2026-01-21",
    ),
    (24, "L3", UNHEARD, "2023-11-15", "nsw", "2023-11-22", "2023-11-22", "2023-11-22"),
    (25, "L3", UNHEARD, "2026-12-17", "sa", "2026-12-24", "2026-12-24", "2026-12-24"),
    (25, "L3", UNHEARD, "2026-12-17", "qld", "2026-12-24", "2026-12-24", "2026-12-24"),
    (26, "L3", UNHEARD, "2026-12-18", "nsw", "2026-12-25", "2026-12-29", "2026-12-29"),
    (27, "L4", REFUSED, "2021-03-16", "nsw", "2021-03-25", "2021-03-25", "2021-03-25"),
    (28, "L4", REFUSED, "2021-11-23", "wa", "2021-12-02", "2021-12-02", "2021-12-02"),
    (29, "L4", REFUSED, "2022-09-29", "nsw", "2022-10-08", "2022-10-10", "2022-10-10"),
    (31, "L4", REFUSED, "2026-10-01", "nsw", "2026-10-10", "2026-10-12", "2026-10-12"),
    (33, "L4", REFUSED, "2026-05-22", "nsw", "2026-05-31", "2026-06-01", "2026-06-01"),
    (33, "L4", REFUSED, "2026-05-22", "act", "2026-05-31", "2026-06-01", "2026-06-02"),
    (33, "L4", REFUSED, "2026-05-22", "wa", "2026-05-31", "2026-06-01", "2026-06-02"),
    (34, "L4", REFUSED, "2026-02-27", "nsw", "2026-03-08", "2026-03-09", "2026-03-09"),
    (34, "L4", REFUSED, "2026-02-27", "act", "2026-03-08", "2026-03-09", "2026-03-10"),
    (34, "L4", REFUSED, "2026-02-27", "vic", "2026-03-08", "2026-03-09", "2026-03-10"),
    (34, "L4", REFUSED, "2026-02-27", "sa", "2026-03-08", "2026-03-09", "2026-03-10"),
    (34, "L4", REFUSED, "2026-02-27", "tas", "2026-03-08", "2026-03-09", "2026-03-10"),
    (37, "L4", REFUSED, "2026-12-16", "nsw", "2026-12-25", "2026-12-29", "2026-12-29"),
    (38, "L4", REFUSED, "2026-03-25", "nsw", "2026-04-03", "2026-04-07", "2026-04-07"),
    (39, "L4", REFUSED, "2026-04-17", "qld", "2026-04-26", "2026-04-27", "2026-04-27"),
    (39, "L4", REFUSED, "2026-04-17", "nsw", "2026-04-26", "2026-04-27", "2026-04-28"),
    (
        54,
        "L11",
        TRIBUNAL,
        "2026-10-02",
        "nsw",
        "2026-11-06",
        "2026-11-06",
        "2026-11-06",
    ),
    (
        57,
        "L11",
        TRIBUNAL,
        "2026-02-27",
        "nsw",
        "2026-04-03",
        "2026-04-07",
        "2026-04-07",
    ),
    (
        58,
        "L11",
        TRIBUNAL,
        "2026-08-16",
        "nsw",
        "2026-09-20",
        "2026-09-21",
        "2026-09-21",
    ),
]


@pytest.mark.parametrize(
    ("number", "limit", "kind", "given", "place", "nominal", "safe", "arguable"),
    LAST_DAYS,
)
def test_last_days(number, limit, kind, given, place, nominal, safe, arguable):
    """The three days of each example."""
    method = EMAIL if number in (9, 28, 29, 37) else HAND
    facts = {**kind, **method, "given_on": given, "dated_on": given, "place": place}
    found = clock(limit, notice(**facts))
    days = one(found.nominal), one(found.safe), one(found.arguable)
    assert days == (nominal, safe, arguable)


def test_example_9_late_at_night_counts_that_day():
    """An email of 23:00 local time is received at the end of that day."""
    sent = datetime.datetime.fromisoformat("2026-06-19T23:00+10:00")
    assert iso(legal_day(sent, "nsw")) == "2026-06-19"


def test_example_11_letter_to_auckland():
    """Posted overseas: 21 calendar days after the date of the letter."""
    letter = {"method": "post_overseas", "dated_on": "2026-02-02", "place": "overseas"}
    found = clock("L2", notice(**MANDATORY, **letter, given_on="2026-02-02"))
    assert one(found.day_zero) == "2026-02-23"


@pytest.mark.parametrize(
    ("sent_from", "in_fact", "received"),
    [
        ("act", "2026-03-20", "2026-03-17"),  # posted in time: the deemed day stands
        ("nsw", "2026-03-20", "2026-03-20"),  # posted late: the later arrival counts
    ],
)
def test_example_12_posting_within_three_working_days(sent_from, in_fact, received):
    """Canberra Day keeps a posting on the 11th in time in the ACT, not in Sydney."""
    third, _ = working_days_after(parse_day("2026-03-05"), 3, (sent_from,))
    assert iso(third) == {"act": "2026-03-11", "nsw": "2026-03-10"}[sent_from]
    letter = {**POST, "dated_on": "2026-03-05", "given_on": "2026-03-11"}
    where = {"sent_from": sent_from, "place": "act", "received_on": in_fact}
    found = clock("L2", notice(**MANDATORY, **letter, **where))
    assert one(found.day_zero) == received


@pytest.mark.parametrize(
    ("number", "answered", "arrived", "status"),
    [
        (19, "2026-12-04", "2026-12-11", "done"),
        (20, "2026-12-10", "2026-12-12", "done late"),
    ],
)
def test_examples_19_20_sending_counts(number, answered, arrived, status):
    """Representations are made when sent off, not when left with someone to send."""
    facts = {**MANDATORY, **HAND, "given_on": "2026-11-06", "place": "nsw"}
    answer = {"answered_on": answered, "answer_received_on": arrived}
    assert clock("L2", notice(**facts, **answer)).status == status


@pytest.mark.parametrize("place", ["vic", "nsw"])
def test_example_21_a_reply_must_arrive(place):
    """Sent in time and received late is late, even where the day rolls to the 6th."""
    facts = {**INTENTION, **EMAIL, "given_on": "2026-09-07", "place": place}
    answer = {"answered_on": "2026-10-02", "answer_received_on": "2026-10-08"}
    found = clock("L1", notice(**facts, **answer))
    assert (one(found.nominal), found.status) == ("2026-10-05", "done late")
    rolled = {"vic": "2026-10-05", "nsw": "2026-10-06"}[place]
    assert one(found.arguable) == rolled
    assert "discretion" in found.version.data["missed"]


@pytest.mark.parametrize(
    ("number", "given", "status", "certainty"),
    [
        (22, "2022-05-02", "not started", "definite"),
        (23, "2024-05-02", "missed", "undetermined"),
    ],
)
def test_examples_22_23_wrong_words_in_the_notice(number, given, status, certainty):
    """A notice that wants receipt: bad before s 494E, then a matter of prejudice."""
    facts = {**MANDATORY, **HAND, "given_on": given, "defect": "says_received"}
    found = clock("L2", notice(**facts, place="nsw", answered_on="never"))
    assert (found.status, found.certainty) == (status, certainty)
    assert found.overdue == ("no" if number == 22 else "possible")


def test_example_22_stays_in_the_state_that_owes_a_notice():
    """The window never ran: the case is still at S2."""
    cancelled = decision(
        power="501(3A)", result="cancelled", made_by="delegate", made_on="2022-04-29"
    )
    facts = {**MANDATORY, **HAND, "given_on": "2022-05-02", "defect": "says_received"}
    bad = notice(**facts, answered_on="never")
    day = parse_day("2022-08-01")
    found = process(case(bad, decisions=(cancelled,)), LAW, as_at=day, known_at=day)
    assert found.states == ("S2",)


def test_example_24_answer_in_time():
    """Representations of the next day are in time."""
    facts = {**UNHEARD, **HAND, "given_on": "2023-11-15", "place": "nsw"}
    found = clock("L3", notice(**facts, answered_on="2023-11-16"))
    assert (found.status, one(found.safe)) == ("done", "2023-11-22")


@pytest.mark.parametrize(
    ("number", "given", "place", "lodged", "days_late"),
    [
        (28, "2021-11-23", "wa", "2021-12-13", 11),
        (29, "2022-09-29", "nsw", "2022-11-01", 22),
    ],
)
def test_examples_28_29_too_late_for_the_tribunal(
    number, given, place, lodged, days_late
):
    """An application out of time; the Tribunal has no jurisdiction."""
    facts = {**REFUSED, **EMAIL, "given_on": given, "place": place}
    found = clock("L4", notice(**facts, answered_on=lodged))
    assert found.status == "done late"
    assert parse_day(lodged) - found.arguable[1] == days_late
    assert "no jurisdiction" in found.version.data["missed"]


def test_example_41_in_auckland():
    """Outside the migration zone the general, extendable time applies."""
    facts = notice(**REFUSED, **EMAIL, given_on="2026-09-01", place="overseas")
    assert clock("L4", facts) is None
    found = clock("L5", facts)
    assert one(found.arguable) == "2026-09-29"
    assert found.version.data["extension"].startswith("yes")


@pytest.mark.parametrize(
    ("given", "limit", "last", "extension"),
    [
        ("2016-06-01", "L5", "2016-06-29", "yes"),
        ("2017-03-01", "L4", "2017-03-10", "none"),
    ],
)
def test_example_42_before_and_after_2017(given, limit, last, extension):
    """A refusal to revoke came under the nine days on 2017-02-23."""
    facts = notice(**REFUSED, **HAND, given_on=given, place="nsw")
    other = {"L4": "L5", "L5": "L4"}[limit]
    found = clock(limit, facts)
    assert (one(found.nominal), clock(other, facts)) == (last, None)
    assert found.version.data["extension"].startswith(extension)


def test_example_43_silent_on_where_to_apply():
    """A notice of 2008 that does not say where to apply starts no clock."""
    s501 = {"what": "decision", "power": "501(2)", "made_by": "delegate"}
    facts = {**s501, **HAND, "given_on": "2008-03-03", "place": "nsw"}
    found = clock("L4", notice(**facts, defect="place_not_stated"))
    assert (found.status, found.nominal, found.act_by) == ("not started", None, None)


@pytest.mark.parametrize(
    ("number", "given", "last"),
    [(45, "2019-02-27", "2019-05-22"), (47, "2026-10-02", "2026-12-25")],
)
def test_examples_45_47_eighty_four_days_never_roll(number, given, last):
    """The Act itself acts at the end of day 84."""
    facts = {**REFUSED, **HAND, "given_on": given, "place": "nsw"}
    found = clock("L10", notice(**facts, answered_on=given))
    assert one(found.nominal) == one(found.safe) == one(found.arguable) == last


@pytest.mark.parametrize(
    ("number", "hearing", "place", "lenient", "safe"),
    [
        (51, "2026-03-11", "nsw", "2026-03-06", "2026-03-05"),
        (52, "2026-11-05", "vic", "2026-11-02", "2026-10-30"),
        (52, "2026-11-05", "nsw", "2026-11-03", "2026-11-02"),
    ],
)
def test_examples_51_52_two_business_days(number, hearing, place, lenient, safe):
    """Counted back from the hearing, with holidays in the ACT and where it is held."""
    found = clock("L9", notice(what="hearing", hearing_on=hearing, place=place))
    assert (one(found.nominal), one(found.safe)) == (lenient, safe)
    assert iso(found.act_by) == safe


def test_example_55_after_half_past_four():
    """Filed at 16:45 on the last day is filed on the next business day."""
    moment = datetime.datetime.fromisoformat("2026-11-06T16:45+11:00")
    filed = filed_in_court(moment, "nsw")
    assert iso(filed) == "2026-11-09"
    facts = notice(**TRIBUNAL, dated_on="2026-10-02", place="nsw")
    assert filed > clock("L11", facts).arguable[1]


def test_lodging_after_hours_is_arguable():
    """The Tribunal's cut-off was not read: after 16:00 it is arguable."""
    late = datetime.datetime.fromisoformat("2026-11-06T16:45+11:00")
    assert lodged_with_tribunal(late, "nsw") == (parse_day("2026-11-06"), True)
    assert lodged_with_tribunal(late.replace(hour=15), "nsw")[1] is False


CANCELLED = decision(
    power="501(3A)",
    result="cancelled",
    made_by="delegate",
    made_on="2026-11-02",
    undone_on="never",
    aggregate_relied_on="no",
)


@pytest.mark.parametrize(
    ("as_at", "removable"), [("2026-12-04", "no"), ("2026-12-05", "yes")]
)
def test_example_60_no_representations(as_at, removable):
    """The duty of s 198(2B) arises on the day after the last day."""
    facts = {**MANDATORY, **HAND, "given_on": "2026-11-06", "place": "nsw"}
    quiet = notice(**facts, answered_on="never", defect="none")
    found = _process(as_at, quiet, decisions=(CANCELLED,))
    assert found.removal.possible == removable
    assert ("removable" in found.flags) is (removable == "yes")
    assert found.state == ("S30" if removable == "yes" else "S3")


def test_example_64_removable_while_the_nine_days_run():
    """A delegate's refusal makes removal due at once; the nine days run beside it."""
    cancelled = {**CANCELLED, "made_on": (parse_day("2026-05-01"),) * 2}
    refused = decision(
        power="501CA(4)",
        result="not_revoked",
        made_by="delegate",
        made_on="2026-07-10",
        undone_on="never",
    )
    given = {**REFUSED, **HAND, "given_on": "2026-07-10", "place": "nsw"}
    told = notice(**given, answered_on="never")
    for as_at, states in (("2026-07-10", ("S6",)), ("2026-07-21", ("S30",))):
        found = _process(as_at, told, decisions=(cancelled, refused))
        assert (found.removal.possible, found.states) == ("yes", states)
    assert one(clock("L4", told, as_at="2026-07-10").arguable) == "2026-07-20"
    assert clock("L10", told, as_at="2026-07-21") is None


@pytest.mark.parametrize(
    ("again", "flagged"), [("2024-09-01", True), ("2022-04-01", False)]
)
def test_example_65_three_years_later(again, flagged):
    """A s 501BA decision long after the revocation is arguably too late."""
    revoked = decision(
        power="501CA(4)", result="revoked", made_by="tribunal", made_on="2021-07-01"
    )
    override = decision(
        power="501BA(2)", result="cancelled", made_by="minister", made_on=again
    )
    found = _process("2024-10-01", decisions=(revoked, override))
    assert ("reasonable_time_arguable" in found.flags) is flagged
    assert found.state in ("S8", "S30")


def _process(as_at, *notices, decisions=()):
    day = parse_day(as_at)
    person = {"applications": Elements(()), "custody": Elements(())}
    person |= {"asked_for_removal_on": (NEVER, NEVER), "in_australia": YES}
    person |= {"citizenships": Elements(()), "visas": Elements(())}
    person |= {"aboriginal_descent": NO}
    facts = case(*notices, decisions=decisions, **person)
    return process(facts, LAW, as_at=day, known_at=day)


DOSSIER = (
    "1 2 3 4 5 6 9 11 12 13 14 15 17 18 19 20 21 22 23 24 25 26 27 28 29 31 33 34 37 "
    "38 39 41 42 43 45 47 51 52 54 55 57 58 60 64 65"
)


def test_every_example_of_the_dossier_is_here():
    """Each number of part 15 is in a table of this module or in a test's name."""
    said = {row[0] for table in (LETTERS, LAST_DAYS) for row in table}
    for name in globals():
        if match := re.match(r"test_examples?((?:_\d+)+)_", name):
            said |= {int(number) for number in match[1].split("_") if number}
    assert sorted(said) == [int(number) for number in DOSSIER.split()]
