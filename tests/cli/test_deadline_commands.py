"""`tasman clock`, `deadlines` and `cases import`, as a shell runs them."""

import json
from pathlib import Path

import pytest

from tasman.cli.main import run

CLIENT = """tasman_case: 1
label: {label}
notices:
  - what: mandatory_cancellation
    made_by: delegate
    method: hand
    place: qld
    dated_on: 2026-11-02
    given_on: {given}
    answered_on: {answered}
"""


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")


@pytest.fixture
def cases(tmp_path):
    def write(name, given, answered="never"):
        path = tmp_path / name
        path.write_text(CLIENT.format(label=path.stem, given=given, answered=answered))
        return path

    write("soon.yaml", "2026-10-30")
    write("later.yaml", "2026-11-18")
    return tmp_path, write


def test_clock_from_flags_alone(capsys):
    """The example of the manual: handed over in Queensland on 2026-11-20."""
    words = (
        "clock mandatory-cancellation --received 2026-11-20 --method hand --state qld"
    )
    assert run(words.split()) == 0
    assert "ACT BY Fri 2026-12-18 (27 days left)" in capsys.readouterr().out


def test_clock_of_a_letter(capsys):
    """Counted from the date on the letter, over Christmas."""
    words = (
        "clock refusal-to-revoke --dated 2025-12-19 --method post --state vic "
        "--on 2026-01-03 --json"
    )
    assert run(words.split()) == 0
    found = json.loads(capsys.readouterr().out)["deadlines"]
    nine = next(each for each in found if each["limit"] == "L4")
    assert (nine["nominal"], nine["safe"]) == ("2026-01-11", "2026-01-12")
    assert nine["act_by"] == "2026-01-09"


def test_clock_of_an_undated_letter_asks_for_its_date(capsys):
    """No day is invented: a letter counts from the date on it."""
    words = "clock refusal-to-revoke --received 2026-11-20 --method post --state vic"
    assert run(words.split()) == 1
    shown = " ".join(capsys.readouterr().out.split())
    assert "ACT NOW" in shown and "find that date" in shown


def test_clock_overdue_exits_1(capsys):
    """So that a script can tell."""
    words = "clock mandatory-cancellation --received 2026-10-01 --state qld"
    assert run(words.split()) == 1
    assert "OVERDUE" in capsys.readouterr().out


def test_clock_takes_a_moment_in_the_legal_time_of_the_place(capsys):
    """An email of half past eleven in Perth came the next day in Sydney."""
    words = "clock refusal-to-revoke --received 2026-06-19T23:30+08:00 --method email"
    common = ["--on", "2026-06-22", "--json"]
    for state, day in (("wa", "2026-06-19"), ("nsw", "2026-06-20")):
        run([*words.split(), "--state", state, *common])
        found = json.loads(capsys.readouterr().out)["deadlines"]
        nine = next(each for each in found if each["limit"] == "L4")
        assert nine["day_zero"] == day


@pytest.mark.parametrize(
    "words",
    [
        "clock mandatory-cancellation --received 20-11-2026 --state qld",
        "clock mandatory-cancellation --received 2026-11-20T10:00 --state qld",
        "clock mandatory-cancellation --received 2026-11-20T10:00+10:00",
        "clock parking-fine --received 2026-11-20",
        "clock hearing --on yesterday",
        "deadlines nowhere.yaml",
        "deadlines . --within soon",
        "cases import",
        "cases import nowhere.csv",
    ],
)
def test_bad_input_exits_2(words, capsys, tmp_path, monkeypatch):
    """A message, and no trace."""
    monkeypatch.chdir(tmp_path)
    assert run(words.split()) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_deadlines_lists_soonest_first_and_exits_0(cases, capsys):
    """Nothing overdue."""
    folder, _ = cases
    assert run(["deadlines", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.index("Fri 2026-11-27") < shown.index("Wed 2026-12-16")
    assert max(map(len, shown.splitlines())) <= 80


def test_deadlines_within_and_on(cases, capsys):
    """--within leaves out what falls later; --on moves the day."""
    folder, _ = cases
    run(["deadlines", str(folder), "--within", "1w"])
    assert "2026-12-16" not in capsys.readouterr().out
    assert run(["deadlines", str(folder), "--on", "2026-12-01"]) == 1
    assert "OVERDUE" in capsys.readouterr().out


def test_a_broken_file_exits_2_and_the_rest_is_listed(cases, capsys):
    """Even when something is overdue as well."""
    folder, write = cases
    write("late.yaml", "2026-09-01")
    (folder / "broken.yaml").write_text("tasman_case: 1\nwat: 1\n")
    assert run(["deadlines", str(folder)]) == 2
    shown = capsys.readouterr()
    assert "late" in shown.out and "soon" in shown.out
    assert "broken.yaml:2:1" in shown.err and "1 of 4 files" in shown.err


def test_json_and_ics(cases, capsys, tmp_path):
    """The list as data, and as a calendar in a file."""
    folder, _ = cases
    run(["deadlines", str(folder), "--format", "json"])
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == "tasman-caseload/1"
    assert found["deadlines"][0]["label"] == "soon"
    out = tmp_path / "clocks.ics"
    run(["deadlines", str(folder), "--format", "ics", "--out", str(out)])
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert b"mandatory" not in out.read_bytes().lower()


def test_import_then_list(tmp_path, capsys, monkeypatch):
    """The template makes a case file, which `tasman deadlines` lists."""
    monkeypatch.chdir(tmp_path)
    assert run(["cases", "import", "--template"]) == 0
    sheet = tmp_path / "clients.csv"
    sheet.write_text(capsys.readouterr().out + "Bad,nothing\n")
    assert run(["cases", "import", str(sheet)]) == 2
    said = capsys.readouterr()
    assert "Wrote 1 case file" in said.out and "clients.csv:3:1" in said.err
    assert run(["deadlines", "cases"]) == 0
    assert "Fri 2026-12-04" in capsys.readouterr().out
    sheet.write_text(sheet.read_text().replace("Bad,nothing\n", ""))
    assert run(["cases", "import", str(sheet)]) == 2  # the file exists: it is kept
    assert run(["cases", "import", str(sheet), "--force"]) == 0


def test_a_folder_without_case_files_is_a_mistake(tmp_path, capsys):
    """A cron job that points to the wrong folder must not pass for one at ease."""
    assert run(["deadlines", str(tmp_path)]) == 2
    assert "no case files" in capsys.readouterr().err


def test_rejected_rows_are_counted_and_dates_of_a_spreadsheet_explained(
    tmp_path, capsys
):
    """A date as spreadsheets write it is not guessed at; the good row is written."""
    table = tmp_path / "clients.csv"
    rows = ["label,what,given_on", "A,decision,06/11/2026", "B,decision,2026-11-06"]
    table.write_text("\n".join(rows))
    into = tmp_path / "cases"
    assert run(["cases", "import", str(table), "--into", str(into)]) == 2
    shown = capsys.readouterr()
    assert "Wrote 1 case file to" in shown.out
    assert "format the column as yyyy-mm-dd" in shown.err
    assert "1 row was rejected." in shown.err
    assert [path.name for path in into.iterdir()] == ["b.yaml"]


def test_questioning_is_counted_from_a_moment(capsys):
    """The only limit in hours: by the legal time of the place."""
    words = "clock questioning --received 2026-11-20T09:00+10:00 --state qld --json"
    assert run(words.split()) == 0
    assert json.loads(capsys.readouterr().out)["to"] == "2026-11-20T13:00:00+10:00"
    assert run(["clock", "questioning", "--received", "2026-11-20"]) == 0
    assert "NOT COUNTED. The hour is not given" in capsys.readouterr().out
    assert run(["clock", "questioning", "--received", "2026-11-20T09:00+10:00"]) == 2
    assert "name the State or Territory" in capsys.readouterr().err


def test_one_last_day_is_said_once(capsys):
    """Where no weekend or holiday moves the day, three lines are one."""
    words = "clock mandatory-cancellation --received {} --state nsw"
    assert run(words.format("2026-11-20").split()) == 0
    plain = capsys.readouterr().out
    assert "Last day: Fri 2026-12-18. No weekend or holiday moves it." in plain
    assert "Arguable" not in plain
    assert run([*words.format("2026-03-28").split(), "--on", "2026-04-01"]) == 0
    moved = capsys.readouterr().out
    assert "Safe: Mon 2026-04-27" in moved
    assert "Arguable only, do not rely on it: Tue 2026-04-28" in moved


def test_what_can_be_done_comes_before_what_wants_its_date(capsys):
    """Seven days for representations first; the court's time, which may have run out,
    needs a date.
    """
    words = "clock cancellation-without-notice --received 2026-11-19 --state qld"
    assert run(words.split()) == 1
    shown = capsys.readouterr().out
    assert shown.index("ACT BY Thu 2026-11-26") < shown.index("NOT COUNTED")
    assert "--dated" in shown


def test_the_examples_can_all_be_listed(capsys):
    """Exit 1, for some are overdue, and not 2: no example is broken."""
    examples = str(Path(__file__).parents[2] / "examples")
    when = ["--within", "30d", "--on", "2026-11-25"]
    for form in ("text", "json", "ics"):
        assert run(["deadlines", examples, *when, "--format", form]) == 1
        assert not capsys.readouterr().err
