"""Time limits as law: one version on every day, their data, receipt by the rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tasman.casework.counting import working_days_after
from tasman.casework.limits import time_limits
from tasman.facts.case import NO, UNKNOWN, YES
from tasman.facts.days import EARLIEST, iso, parse_day
from tasman.facts.vocabulary import Notice
from tasman.law.au.holidays import PLACES
from tasman.rules.evaluate import Element, Evaluation
from tasman.rules.handles import days
from tests.casework.procedure_facts import (
    EMAIL,
    HAND,
    LAW,
    MANDATORY,
    POST,
    REFUSED,
    UNHEARD,
    case,
    clock,
    decision,
    notice,
    one,
)

OPENS, TODAY = parse_day("1999-06-01"), parse_day("2026-11-21")
LIMITS = time_limits(LAW)
CATALOGUE = {f"L{n}" for n in range(1, 23)} | {"L15b"}


def test_the_catalogue_is_whole():
    """Every limit of the catalogue, L1 to L22, is a provision."""
    stated = {v.data["limit"] for versions in LIMITS.values() for v in versions}
    # L18 is the duty of s 198(2B) itself.
    stated.add(LAW.versions("migration-act-1958/198(2B)")[0].data["limit"])
    assert stated == CATALOGUE


@pytest.mark.parametrize("pinpoint", LIMITS)
def test_at_most_one_version_on_every_day(pinpoint):
    """From 1999-06-01 on no day has two versions of a limit."""
    for day in range(OPENS, TODAY + 1):
        standing = [v for v in LIMITS[pinpoint] if v.since <= day < v.until]
        assert len(standing) <= 1


@pytest.mark.parametrize("limit", ["L1", "L3", "L4", "L10", "L11", "L22"])
def test_limits_that_have_always_stood_have_no_gap(limit):
    """On every day since 1999-06-01 exactly one provision states the limit."""
    versions = [v for each in LIMITS.values() for v in each if v.data["limit"] == limit]
    for day in range(OPENS, TODAY + 1):
        assert sum(v.since <= day < v.until for v in versions) == 1, iso(day)


@pytest.mark.parametrize("pinpoint", LIMITS)
def test_a_limit_says_everything(pinpoint):
    """Trigger, unit, roll, holidays, extension and consequence are all stated."""
    for version in LIMITS[pinpoint]:
        data = version.data
        assert all(data[key] for key in ("duty", "who", "trigger", "unit", "missed"))
        assert data["extension"] and data["whose_holidays"]
        assert data["direction"] in ("after", "before", "not before")
        assert not data["applies"] or data["applies"] in LAW.pinpoints


MATRIX = [
    # given, L4 on s 501, limit on s 501CA(4), its length: the dossier's part 14
    ("1999-06-01", 9, None, None),
    ("2001-08-10", 9, None, None),
    ("2005-12-01", 9, None, None),
    ("2009-03-15", 9, None, None),
    ("2014-12-11", 9, "L5", 28),
    ("2014-12-12", 9, "L5", 28),
    ("2017-02-22", 9, "L5", 28),
    ("2017-02-23", 9, "L4", 9),
    ("2023-10-31", 9, "L4", 9),
    ("2024-10-13", 9, "L4", 9),
    ("2024-10-14", 9, "L4", 9),
    ("2025-02-21", 9, "L4", 9),
]


@pytest.mark.parametrize(("day", "under_501", "limit", "length"), MATRIX)
def test_the_version_matrix(day, under_501, limit, length):
    """The Tribunal's limits by the day of notification."""
    s501 = {"what": "decision", "power": "501(2)", "made_by": "delegate"}
    where = {**HAND, "given_on": day, "place": "nsw"}
    found = clock("L4", notice(**s501, **where))
    assert found.nominal[0] - parse_day(day) == under_501
    if limit:
        refused = clock(limit, notice(**REFUSED, **where))
        assert refused.nominal[0] - parse_day(day) == length


LENGTHS = [
    # given, L1, L2, L3, L10 under s 501, L10 under s 501CA(4)
    ("1999-06-01", 28, None, 7, 84, None),
    ("2009-03-15", 28, None, 7, 84, None),
    ("2014-12-10", 28, None, 7, 84, None),
    ("2014-12-11", 28, 28, 7, 84, None),
    ("2014-12-12", 28, 28, 7, 84, None),
    ("2017-02-22", 28, 28, 7, 84, None),
    ("2017-02-23", 28, 28, 7, 84, 84),
    ("2023-11-01", 28, 28, 7, 84, 84),
    ("2024-10-14", 28, 28, 7, 84, 84),
    ("2026-11-20", 28, 28, 7, 84, 84),
]


@pytest.mark.parametrize(("day", *"abcde"), LENGTHS)
def test_the_other_columns_of_the_version_matrix(day, a, b, c, d, e):
    """Replies, representations and the 84 days, by the day of receipt."""
    where = {**HAND, "given_on": day, "place": "nsw"}
    s501 = {"what": "decision", "power": "501(2)", "made_by": "delegate"}
    kinds = [
        ("L1", {"what": "intention"}, a),
        ("L2", MANDATORY, b),
        ("L3", UNHEARD, c),
        ("L10", {**s501, "answered_on": day}, d),
        ("L10", {**REFUSED, "answered_on": day}, e),
    ]
    for limit, kind, length in kinds:
        found = clock(limit, notice(**kind, **where))
        counted = found and found.nominal[0] - parse_day(day)
        assert counted == length, limit


def test_a_deportation_order_may_have_the_general_time():
    """Section 500(2) lets only some apply, so the clock may run: it is not hidden."""
    ordered = {"what": "decision", "power": "200", "made_by": "minister"}
    found = clock("L5", notice(**ordered, **HAND, given_on="2026-11-02", place="nsw"))
    assert (one(found.nominal), found.certainty) == ("2026-11-30", "undetermined")


COURTS = [
    # dated, court limit, length, counted from receipt
    ("2000-05-01", "L11", 28, True),
    ("2001-10-01", "L11", 28, True),
    ("2001-10-02", "L13", 35, True),
    ("2005-11-30", "L11", 28, True),
    ("2005-12-01", "L11", 28, True),
    ("2009-03-14", "L11", 28, True),
    ("2009-03-15", "L11", 35, False),
    ("2026-10-02", "L11", 35, False),
]


@pytest.mark.parametrize(("dated", "limit", "length", "on_receipt"), COURTS)
def test_the_history_of_court_time(dated, limit, length, on_receipt):
    """From notification to 2009-03-14, from the date of the decision since."""
    kind = {
        "L11": {"what": "tribunal_decision", "power": "501(2)", "made_by": "tribunal"},
        "L13": {"what": "decision", "power": "501(2)", "made_by": "delegate"},
    }[limit]
    received = iso(parse_day(dated) + 5)
    facts = {**kind, **HAND, "dated_on": dated, "given_on": received, "place": "nsw"}
    found = clock(limit, notice(**facts))
    start = received if on_receipt else dated
    assert iso(found.nominal[0]) == iso(parse_day(start) + length)


DETENTION = [
    ("2024-10-14", "yes", "2024-10-21"),
    ("2025-02-20", "yes", "2025-02-27"),
    ("2025-02-21", "yes", "2025-03-07"),
    ("2025-02-21", "no", "2025-03-21"),
]


@pytest.mark.parametrize(("given_on", "detained", "last"), DETENTION)
def test_review_of_another_cancellation(given_on, detained, last):
    """Seven days in detention became fourteen on 2025-02-21; others have 28."""
    facts = {"what": "other_cancellation", "power": "116", **HAND, "place": "nsw"}
    found = clock(
        "L22", notice(**facts, given_on=given_on, in_immigration_detention=detained)
    )
    assert one(found.nominal) == last


def test_detention_unknown_gives_both_days():
    """Without the fact, the earlier day is the one to act by."""
    facts = {"what": "other_cancellation", "power": "116", **HAND, "place": "nsw"}
    found = clock("L22", notice(**facts, given_on="2026-06-01"))
    assert one(found.nominal) == "2026-06-15..2026-06-29"
    assert any("--detained" in said for said in found.warnings)
    assert iso(found.act_by) == "2026-06-15"


def test_a_detainee_has_two_working_days_then_five():
    """Weekends and the State's holidays do not count."""
    facts = notice(
        what="visa_application_information", **HAND, given_on="2026-04-02", place="qld"
    )
    assert one(clock("L15", facts).nominal) == "2026-04-08"
    assert one(clock("L15b", facts).nominal) == "2026-04-15"


def test_without_the_state_two_working_days_have_two_ends():
    """The Monday after Anzac Day of 2026 is a working day in some places only."""
    facts = notice(what="visa_application_information", **HAND, given_on="2026-04-23")
    found = clock("L15", facts)
    assert one(found.nominal) == "2026-04-27..2026-04-28"
    assert any("--state" in said for said in found.warnings)


def test_an_undated_notice_is_no_older_than_the_law_of_its_receipt():
    """The Minister's own refusal of 2026 goes to the Federal Court, dated or not."""
    personal = {"what": "decision", "power": "501CA(4)", "made_by": "minister"}
    facts = notice(**personal, **HAND, given_on="2026-11-19", place="qld")
    assert clock("L11", facts, as_at="2026-11-21").certainty != "undetermined"
    assert clock("L12", facts, as_at="2026-11-21") is None


def test_a_reform_of_the_length_moves_the_deadline():
    """The deadline is counted from the provision itself, so amending it moves it."""
    reform = LAW.amend("2.52(2)(b)", length=days(42))
    facts = notice(**MANDATORY, **HAND, given_on="2026-11-06", place="nsw")
    assert one(clock("L2", facts, law=reform).nominal) == "2026-12-18"
    assert one(clock("L2", facts).nominal) == "2026-12-04"


SENT_ON_DAY_38 = decision(
    power="501(3A)",
    result="cancelled",
    made_by="delegate",
    made_on="2026-01-05",
    notified_on="2026-01-08",
    representations_on="2026-02-15",
    undone_on="never",
    aggregate_relied_on="no",
)
SENT_ON_DAY_16 = SENT_ON_DAY_38 | decision(
    power="501(3)", made_by="minister", representations_on="2026-01-24"
)
IN_TIME = [
    # what is amended, the decision, the power it opens, a clock of it, its last day
    ("2.52(2)(b)", 42, SENT_ON_DAY_38, "501CA(4)(a)", MANDATORY, "L2", "2026-02-19"),
    ("2.52(2)(a)", 21, SENT_ON_DAY_16, "501C(4)", UNHEARD, "L3", "2026-01-29"),
]


@pytest.mark.parametrize(
    ("pinpoint", "length", "decided", "power", "kind", "limit", "last"), IN_TIME
)
def test_one_amendment_of_reg_2_52_reaches_the_power_and_the_clock(
    pinpoint, length, decided, power, kind, limit, last
):
    """The length stands once: representations count, and the clock runs, by it."""
    reform = LAW.amend(pinpoint, length=days(length))
    assert _opens(LAW, power, decided) == NO
    assert _opens(reform, power, decided) != NO
    facts = notice(**kind, **HAND, given_on="2026-01-08", place="nsw")
    assert one(clock(limit, facts, law=reform).nominal) == last


def _opens(law, power, decided):
    facts = case(decisions=(decided,)).facts
    day = parse_day("2026-03-01")
    evaluation = Evaluation(law, facts, as_at=day, law_at=day, known_at=day)
    return evaluation.provision(f"migration-act-1958/{power}")[0]


def test_bank_holidays_counted_until_2011():
    """A last day on the bank holiday of August rolled under the old s 36(2)."""
    facts = {"what": "decision", "power": "501(2)", "made_by": "delegate", **HAND}
    old = clock("L4", notice(**facts, given_on="2010-07-24", place="nsw"))
    new = clock("L4", notice(**facts, given_on="2012-07-28", place="nsw"))
    assert (one(old.nominal), one(old.arguable)) == ("2010-08-02", "2010-08-03")
    assert one(new.nominal) == one(new.arguable) == "2012-08-06"


@given(
    dated=st.integers(parse_day("2002-01-01"), parse_day("2030-12-31")),
    place=st.sampled_from(PLACES),
)
@settings(max_examples=150, deadline=None)
def test_the_law_and_the_counting_agree_on_post(dated, place):
    """The provision's deemed day is the day that counting by steps comes to."""
    where = {"place": place, "sent_from": place, "in_immigration_detention": "no"}
    facts = notice(**MANDATORY, method="post", **where)
    facts |= {"dated_on": (dated, dated), "given_on": (dated, dated)}
    evaluation = Evaluation(LAW, {}, as_at=dated, law_at=dated, known_at=dated)
    element = Element("Notice", facts, "n.")
    value = evaluation.provision("migration-act-1958/494C", element)
    expected, _ = working_days_after(dated, 7, (place,))
    assert value == (expected, expected, 0)


def test_an_unknown_place_gives_the_days_of_every_place():
    """Anzac Monday of 2026 is kept by some: the deemed day is one of two."""
    facts = notice(**MANDATORY, method="post", dated_on="2026-04-20")
    found = clock("L2", facts)
    assert one(found.day_zero) == "2026-04-29..2026-04-30"
    assert found.certainty.startswith("interval")


RECIPIENTS = [
    # detained, given to, recipient named, given on: s 494D and reg 5.02
    ("no", "person", "no", "2022-09-29", YES),
    ("no", "authorised_recipient", "yes", "2022-09-29", YES),
    ("no", "authorised_recipient", "no", "2021-11-23", NO),  # [2022] FCAFC 200
    ("no", "person", "yes", "2022-09-29", UNKNOWN),  # the recipient instead
    ("no", "carer", "no", "2022-09-29", YES),
    ("no", "other", "no", "2022-09-29", NO),
    ("yes", "authorised_recipient", "yes", "2022-09-29", YES),  # [2023] FCAFC 193
    ("yes", "person", "yes", "2022-09-29", YES),  # reg 5.02 names both
    ("yes", "person", "yes", "2026-09-29", YES),
    ("yes", "other", "no", "2022-09-29", NO),
    (None, "person", "no", "2022-09-29", YES),
    (None, "person", "yes", "2022-09-29", UNKNOWN),
]


@pytest.mark.parametrize(("detained", "to", "named", "given_on", "right"), RECIPIENTS)
def test_to_whom_a_notice_goes(detained, to, named, given_on, right):
    """By s 494D, or by reg 5.02 in immigration detention."""
    where = {} if detained is None else {"in_immigration_detention": detained}
    facts = notice(
        **REFUSED,
        **EMAIL,
        **where,
        given_on=given_on,
        given_to=to,
        recipient_named=named,
    )
    day = parse_day(given_on)
    evaluation = Evaluation(LAW, {}, as_at=day, law_at=day, known_at=day)
    pinpoint = "migration-regulations-1994/5.02 (or s 494D)"
    assert evaluation.provision(pinpoint, Element("Notice", facts, "n."))[0] == right


GIVEN = [
    # given to, recipient named, defect, status of the nine days, certainty
    ("authorised_recipient", None, None, "open", "definite"),
    (None, "yes", None, "open", "definite"),
    ("authorised_recipient", "no", None, "not started", "definite"),
    ("person", "yes", None, "open", "undetermined"),
    ("authorised_recipient", "no", "none", "open", "definite"),
    ("other", None, None, "not started", "definite"),
]


@pytest.mark.parametrize(("to", "named", "defect", "status", "certainty"), GIVEN)
def test_a_clock_starts_only_by_notice_to_the_right_person(
    to, named, defect, status, certainty
):
    """The nine days of an email of 2026-11-18, looked at two days later."""
    said = {"given_to": to, "recipient_named": named, "defect": defect}
    said = {name: word for name, word in said.items() if word is not None}
    facts = notice(**REFUSED, **EMAIL, given_on="2026-11-18", place="nsw", **said)
    found = clock("L4", facts, as_at="2026-11-20")
    assert (found.status, found.certainty) == (status, certainty)
    if status == "not started":
        assert any("not authorised" in said for said in found.warnings)
    elif certainty == "undetermined":
        assert any("s 494D" in said for said in found.warnings)


LETTERS = [
    # detained, power, received in fact, day 0
    ("no", "501CA(4)", "2026-11-16", "2026-11-11"),
    ("yes", "501CA(4)", "2026-11-16", "2026-11-16"),
    ("yes", "501CA(4)", None, "2026-11-02..2026-11-20"),
    ("yes", "501(1)", "2026-11-16", "2026-11-11"),  # a refusal: ss 494A to 494D
]


@pytest.mark.parametrize(("detained", "power", "came", "day_zero"), LETTERS)
def test_a_letter_in_detention_has_no_deemed_day(detained, power, came, day_zero):
    """Regulation 5.02 deems no receipt; the letter of 2026-11-02 counts as it came."""
    letter = {**POST, "dated_on": "2026-11-02", "given_on": "2026-11-02"}
    came = {} if came is None else {"received_on": came}
    where = {"place": "nsw", "sent_from": "nsw", "in_immigration_detention": detained}
    facts = notice(
        what="decision", power=power, made_by="delegate", **letter, **where, **came
    )
    assert one(clock("L4", facts, as_at="2026-11-20").day_zero) == day_zero


def test_every_field_of_a_notice_has_a_sentence():
    """The vocabulary's notice says of each field what it is."""
    assert all(field.doc.endswith(".") for field in Notice.fields().values())
    assert EARLIEST < OPENS
