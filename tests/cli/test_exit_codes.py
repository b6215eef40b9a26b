"""Exit codes and messages: 0 done, 1 a finding, 2 bad input, 70 a defect of ours."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tasman.cli.main import run

MINIMAL = """tasman_case: 1
label: made up
as_at: 2020-01-01
"""

BAD_FILES = {
    "unknown key": ("tasman_case: 1\nsentances: []\n", "sentences"),
    "wrong type": ("tasman_case: 1\nborn_on: [1]\n", "born_on"),
    "impossible date": ("tasman_case: 1\nborn_on: 2001-02-30\n", "2001-02-30"),
    "negative term": (
        "tasman_case: 1\nsentences:\n  - term: -3m\n",
        "sentences[0].term",
    ),
    "not YAML": ("tasman_case: 1\n  - : [\n", "case.yaml"),
    "unsafe tag": ("tasman_case: !!python/object:os.system x\n", "case.yaml"),
    "newer version": ("tasman_case: 99\n", "99"),
    "empty": ("", "case.yaml"),
    "NaN": ("tasman_case: 1\nborn_on: .nan\n", "born_on"),
}


@pytest.fixture(autouse=True)
def a_fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "case.yaml"
    path.write_text(MINIMAL)
    return path


def test_an_assessment_ends_with_0_and_says_what_it_is_not(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["assess", str(case)]) == 0
    printed = capsys.readouterr().out
    assert "not legal advice" in " ".join(printed.split())
    assert all(len(line) <= 80 for line in printed.splitlines())


@pytest.mark.parametrize("name", BAD_FILES)
def test_bad_input_ends_with_2_and_names_the_place(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, named = BAD_FILES[name]
    path, out = tmp_path / "case.yaml", tmp_path / "out.json"
    path.write_text(text)
    code = run(["assess", str(path), "--format", "json", "--out", str(out)])
    said = capsys.readouterr()
    assert code == 2
    assert named in said.err
    assert "Traceback" not in said.err
    assert said.out == ""
    assert sorted(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "words",
    [
        ["assess", "missing.yaml"],
        ["assess", "."],
        ["assess"],
        ["nonsense"],
        ["assess", "CASE", "--law", "2014-13-01"],
        ["assess", "CASE", "--law", "2014"],
        ["assess", "CASE", "--format", "docx"],
        ["law", "show", "501(7)(x)"],
        ["law", "diff", "2014-12-10"],
        ["validate", "missing.jsonl"],
    ],
)
def test_bad_words_end_with_2_and_no_traceback(
    words: list[str], case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([str(case) if word == "CASE" else word for word in words]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_law_before_1999_is_refused_with_2(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["assess", str(case), "--law", "1999-05-31"]) == 2
    assert "1999-06-01" in capsys.readouterr().err


def test_law_of_the_first_day_is_answered(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["assess", str(case), "--law", "1999-06-01", "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["law_at"] == "1999-06-01"
    assert plain["passes_character_test"]["in_force"] is True


def test_a_day_after_the_law_was_looked_up_is_answered_with_a_warning(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["assess", str(case), "--law", "2027-01-01", "--format", "json"]) == 0
    warnings = json.loads(capsys.readouterr().out)["warnings"]
    assert "law-not-verified-so-far" in [w["code"] for w in warnings]


def test_new_writes_a_file_that_can_be_assessed_and_is_not_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.yaml"
    assert run(["new", str(path)]) == 0
    assert run(["assess", str(path)]) == 0
    written = path.read_text()
    assert run(["new", str(path)]) == 2
    assert path.read_text() == written
    capsys.readouterr()


def test_the_log_records_no_facts(case: Path, tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    assert run(["--log", str(log), "assess", str(case)]) == 0
    from tasman.cli.main import _record

    _record(["--log", str(log), "assess", str(case)], 0, 0.1)
    assert "made up" not in log.read_text()
    assert "assess exit=0" in log.read_text()
