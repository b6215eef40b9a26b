"""The calendar file by the rules of RFC 5545, whatever a case is called."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tasman.casework.calendar_file import calendar_file
from tasman.casework.caseload import Entry
from tasman.casework.deadlines import deadlines
from tasman.facts.days import parse_day
from tests.casework.procedure_facts import HAND, LAW, REFUSED, case, notice

LABELS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1
)


@settings(max_examples=40, deadline=None)
@given(label=LABELS, detailed=st.booleans())
def test_a_calendar_keeps_the_rules_of_rfc_5545(label, detailed):
    """Lines end in CRLF and fold at 75 octets; each event has what programs want."""
    facts = notice(**REFUSED, **HAND, given_on="2026-11-19", place="nsw")
    clocks = deadlines(case(facts), LAW, as_at=parse_day("2026-11-21"))
    entries = [Entry("x.yaml", label, each) for each in clocks]
    made = calendar_file(entries, made_on=parse_day("2026-11-21"), detailed=detailed)
    lines = made.encode().split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75 and not set(line) & {10, 13}
        line.decode()
    events = Calendar.from_ical(made).walk("VEVENT")
    assert len({str(each["uid"]) for each in events}) == len(events) > 0
    for each in events:
        assert str(each["summary"]).startswith(label)
        assert each["dtstamp"].dt.tzinfo is not None
        assert each["dtend"].dt - each["dtstart"].dt == timedelta(days=1)
        for alarm in each.walk("VALARM"):
            assert str(alarm["action"]) == "DISPLAY" and alarm["description"]
            assert alarm["trigger"].dt < timedelta()
