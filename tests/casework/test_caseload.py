"""Many case files at once: the list, broken files, the calendar and the spreadsheet."""

import datetime

import pytest
from icalendar import Calendar

from tasman.casework.calendar_file import calendar_file
from tasman.casework.caseload import case_files, read_caseload
from tasman.casework.spreadsheet import COLUMNS, read_spreadsheet, template
from tasman.facts.days import iso, parse_day
from tasman.facts.errors import CaseErrors
from tasman.facts.loading import parse_case
from tasman.facts.vocabulary import Notice
from tasman.reports.deadlines import caseload_text, clocks_text
from tests.casework.procedure_facts import LAW

TODAY = parse_day("2026-11-21")


def text(label, given_on, **more):
    lines = [
        "tasman_case: 1",
        f"label: {label}",
        "about: a private remark",
        "born_on: 1980-05-05",
        "notices:",
        "  - what: mandatory_cancellation",
        "    method: hand",
        "    place: qld",
        "    dated_on: 2026-11-02",
    ]
    facts = {"given_on": given_on, "made_by": "delegate", **more}
    return "\n".join([*lines, *(f"    {k}: {v}" for k, v in facts.items())]) + "\n"


@pytest.fixture
def folder(tmp_path):
    """Five clients, one of them in a folder below, and one file that is broken."""
    (tmp_path / "below").mkdir()
    (tmp_path / "late.yaml").write_text(text("Late", "2026-10-01", answered_on="never"))
    (tmp_path / "soon.yaml").write_text(text("Soon", "2026-10-30", answered_on="never"))
    (tmp_path / "done.yaml").write_text(
        text("Done", "2026-10-01", answered_on="2026-10-05")
    )
    (tmp_path / "below" / "month.yml").write_text(
        text("Month", "2026-11", answered_on="never")
    )
    (tmp_path / "broken.yaml").write_text("tasman_case: 1\nnotices: [{wat: 1}]\n")
    (tmp_path / "notes.txt").write_text("not a case")
    (tmp_path / ".hidden.yaml").write_text("not a case")
    return tmp_path


def load(folder):
    return read_caseload(case_files([folder]), LAW, as_at=TODAY)


def test_folders_are_searched_and_files_taken_as_given(folder):
    """Case files below a folder, hidden ones and others left out."""
    found = [path.name for path in case_files([folder])]
    assert sorted(found) == [
        "broken.yaml",
        "done.yaml",
        "late.yaml",
        "month.yml",
        "soon.yaml",
    ]
    assert next(case_files([folder / "notes.txt"])).name == "notes.txt"
    assert len(list(case_files([folder, folder / "soon.yaml"]))) == 5


def test_a_reform_beside_the_cases_is_passed_over(folder):
    """Named by itself it is read, and reported; in a folder it is no case file."""
    reform = folder / "reform.yaml"
    reform.write_text("# what if\ntasman_reform: 1\nlabel: x\n")
    assert reform not in set(case_files([folder]))
    assert list(case_files([reform])) == [reform]


def test_a_broken_file_is_reported_and_the_rest_listed(folder):
    """The error names the file, the line and the field."""
    found = load(folder)
    assert found.files == 5
    assert len(found.broken) == 1
    assert "broken.yaml:2" in str(found.broken[0])
    assert {entry.label for entry in found.entries} == {"Late", "Soon", "Done", "Month"}


def test_uncertain_first_then_soonest(folder):
    """A receipt not known to the day heads the list; what is done is left out."""
    running = [e for e in load(folder).running().entries if e.deadline.limit == "L2"]
    assert [entry.label for entry in running] == ["Month", "Late", "Soon"]
    assert [entry.deadline.overdue for entry in running] == ["no", "yes", "no"]


def test_within_keeps_what_is_overdue(folder):
    """Ten days on: the one due on the 27th, and those already late."""
    near = load(folder).running().within(10)
    labels = {e.label for e in near.entries if e.deadline.limit == "L2"}
    assert labels == {"Late", "Soon", "Month"}
    nearer = load(folder).running().within(3)
    assert {e.label for e in nearer.entries if e.deadline.limit == "L2"} == {"Late"}


def test_a_duty_done_is_not_overdue(folder):
    """Only the late one is."""
    overdue = {(e.label, e.deadline.limit) for e in load(folder).overdue}
    assert overdue == {("Late", "L2")}


def test_each_file_moves_the_progress_bar(folder):
    """Called once for every file, broken ones too."""
    seen = []
    read_caseload(case_files([folder]), LAW, as_at=TODAY, each=lambda: seen.append(1))
    assert len(seen) == 5


# ---------------------------------------------------------------- text
def test_the_table_is_80_columns_wide_and_says_what_is_overdue(folder):
    """Readable in any terminal."""
    shown = caseload_text(load(folder).running(), TODAY)
    assert max(map(len, shown.splitlines())) <= 80
    assert "OVERDUE" in shown and "Thu 2026-10-29" in shown
    assert "receipt not" in shown


def test_one_clock_in_full(folder):
    """The day to act by, how it was counted, the authority and its mark."""
    late = next(e for e in load(folder).entries if e.label == "Late")
    shown = clocks_text([late.deadline], TODAY)
    assert max(map(len, shown.splitlines())) <= 80
    for part in ("ACT BY Thu 2026-10-29", "day 0: not counted", "reg 2.52(2)(b)"):
        assert part in shown
    assert "not legal advice" in shown


# ---------------------------------------------------------------- calendar
def events(folder, **options):
    made = calendar_file(load(folder).entries, made_on=TODAY, **options)
    return {str(e["summary"]): e for e in Calendar.from_ical(made).walk("VEVENT")}, made


def test_the_calendar_is_valid_and_falls_on_the_day_to_act_by(folder):
    """Required properties, an all-day event, and alarms before the safe day."""
    found, made = events(folder, detailed=True)
    assert made.startswith("BEGIN:VCALENDAR\r\n") and made.endswith("\r\n")
    assert "PRODID:" in made and "VERSION:2.0" in made
    assert all(len(line.encode()) <= 75 for line in made.split("\r\n"))
    event = found[
        "Soon: Send representations about the mandatory cancellation (act by today)"
    ]
    assert event.decoded("dtstart") == datetime.date(2026, 11, 27)
    assert event.decoded("dtend") == datetime.date(2026, 11, 28)
    assert {"UID", "DTSTAMP", "SEQUENCE"} <= set(event)
    alarms = event.walk("VALARM")
    assert len(alarms) == 4
    for alarm in alarms:
        assert alarm.decoded("trigger") < datetime.timedelta(0)
        assert {"ACTION", "DESCRIPTION", "TRIGGER"} <= set(alarm)


def test_what_is_done_is_not_in_the_calendar(folder):
    """Nor is a way not taken."""
    _, made = events(folder, detailed=True)
    assert "Done: Send representations" not in made.replace("\r\n ", "")


def test_no_personal_fact_beyond_the_label(folder):
    """Neither the kind of decision, nor the remark, nor a birthday, nor a State."""
    _, made = events(folder)
    plain = made.replace("\r\n ", "").lower()
    for word in (
        "private remark",
        "1980",
        "cancel",
        "revo",
        "501",
        "qld",
        "queensland",
    ):
        assert word not in plain
    assert "soon: act by today" in plain


def test_uids_stay_the_same_and_differ_between_clocks(folder, tmp_path):
    """A later day, or the same file from elsewhere, updates the same entries."""
    first = {e["uid"] for e in Calendar.from_ical(events(folder)[1]).walk("VEVENT")}
    path = folder / "soon.yaml"
    path.write_text(text("Soon", "2026-11-03", answered_on="never"))
    again = calendar_file(load(folder).entries, made_on=TODAY + 1)
    second = {e["uid"] for e in Calendar.from_ical(again).walk("VEVENT")}
    assert first == second
    assert len(first) == len(Calendar.from_ical(again).walk("VEVENT"))


def test_two_files_alike_keep_two_entries(folder):
    """One name and one label in two folders: neither entry overwrites the other."""
    (folder / "other").mkdir()
    for place in ("below", "other"):
        path = folder / place / "same.yaml"
        path.write_text(text("Same", "2026-11-05", answered_on="never"))
    _, made = events(folder)
    uids = [str(e["uid"]) for e in Calendar.from_ical(made).walk("VEVENT")]
    assert len(uids) == len(set(uids))
    assert made.count("SUMMARY:Same") == 4  # the Department and the court, twice


# ---------------------------------------------------------------- spreadsheet
def test_the_template_imports_as_it_stands():
    """The example row is a case with its clock."""
    found = read_spreadsheet(template(), "clients.csv")
    assert found.rejected == ()
    assert [case.name for case in found.cases] == ["client-17.yaml"]
    case = parse_case(found.cases[0].text, "client-17.yaml")
    assert case.label == "Client 17"
    assert iso(case.facts["notices"].items[0]["given_on"][0]) == "2026-11-06"


def test_every_column_is_a_field_of_a_notice():
    """One vocabulary: the spreadsheet's names are the case file's."""
    assert set(COLUMNS) <= set(Notice.fields())


BAD_ROWS = [
    ("Client,mandatory_cancelation,2026-11-06", "mandatory_cancellation"),
    ("Client,mandatory_cancellation,06/11/2026", "2014-12-11"),
    (",mandatory_cancellation,2026-11-06", "label"),
    ("Client,,2026-11-06", "what the notice is"),
    ("Client,mandatory_cancellation,2026-02-30", "not a day"),
    ("Client,mandatory_cancellation,2026-11-06,extra", "more cells"),
]


@pytest.mark.parametrize(("row", "says"), BAD_ROWS)
def test_a_row_with_a_fault_is_rejected_by_its_line(row, says):
    """The rest is imported; the message says what to write."""
    good = "Good,hearing,2026-11-06"
    sheet = f"label,what,given_on\n{good}\n{row}\n"
    found = read_spreadsheet(sheet, "clients.csv")
    assert [case.name for case in found.cases] == ["good.yaml"]
    assert len(found.rejected) == 1
    assert str(found.rejected[0]).startswith("clients.csv:3:1")
    assert says in str(found.rejected[0])


def test_a_wrong_heading_is_refused_whole():
    """A column that is not in the template is named, with the nearest."""
    with pytest.raises(CaseErrors, match="given_on"):
        read_spreadsheet("label,what,given_onn\nA,hearing,2026-11-06\n", "clients.csv")
    with pytest.raises(CaseErrors, match="--template"):
        read_spreadsheet("name\nA\n", "clients.csv")


def test_names_and_text_are_made_safe():
    """Two clients of one name get two files; a label may hold anything."""
    sheet = 'label,what\nA/../B,hearing\na b,hearing\n"x: [y]",hearing\n#,hearing\n'
    found = read_spreadsheet(sheet, "clients.csv")
    names = [case.name for case in found.cases]
    assert names == ["a-b.yaml", "a-b-row-3.yaml", "x-y.yaml", "case.yaml"]
    assert parse_case(found.cases[2].text, "x").label == "x: [y]"
    assert parse_case(found.cases[3].text, "x").label == "#"
