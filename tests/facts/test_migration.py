"""Old versions of the case file are brought up to date, with a backup."""

import os
import shutil
from pathlib import Path

import pytest

from tasman.facts.days import parse_date
from tasman.facts.errors import CaseErrors
from tasman.facts.files import write_atomically
from tasman.facts.loading import VERSION, load_case
from tasman.facts.migration import STEPS, migrate

FIXTURES = Path(__file__).parent / "fixtures"


def test_every_version_there_has_been_has_a_step_and_a_fixture():
    assert set(STEPS) == set(range(VERSION))
    for version in range(VERSION + 1):
        assert (FIXTURES / f"version-{version}.yaml").is_file()


@pytest.mark.parametrize("version", range(VERSION + 1))
def test_every_old_version_still_loads_once_migrated(tmp_path, version):
    path = Path(shutil.copy(FIXTURES / f"version-{version}.yaml", tmp_path))
    old = path.read_bytes()
    done = migrate(path)
    case = load_case(path)
    assert case.label == "Made-up person"
    assert case.facts["born_on"] == parse_date("1980-02")
    assert case.facts["sentences"].items[0]["term"] == (14, 14, 0, 0)
    assert "sentences.quashed_on: never" in case.assumed
    assert (done.from_version, done.to_version) == (version, VERSION)
    if version == VERSION:
        assert done.backup is None
        assert path.read_bytes() == old
    else:
        assert done.backup.read_bytes() == old
    assert migrate(path).backup is None


def test_comments_and_layout_survive_and_only_keys_change(tmp_path):
    path = Path(shutil.copy(FIXTURES / "version-0.yaml", tmp_path))
    done = migrate(path)
    text = path.read_text()
    assert "label: Made-up person   # comments and layout survive\n" in text
    assert "# The words born and prison_terms stay" in text
    assert "- label: 'prison_terms: born'" in text
    assert '"born_on": 1980-02' in text
    assert done.changes == (
        "2: 0 -> 1",
        "5: prison_terms -> sentences",
        "6: born -> born_on",
        "7: prison_terms -> sentences",
    )


def test_a_json_file_migrates_too(tmp_path):
    path = tmp_path / "case.json"
    path.write_text('{"tasman_case": 0,\n "born": "1980"}')
    migrate(path)
    assert path.read_text() == '{"tasman_case": 1,\n "born_on": "1980"}'


def test_a_backup_is_never_overwritten(tmp_path):
    path = tmp_path / "case.yaml"
    names = set()
    for _ in range(3):
        path.write_text("tasman_case: 0\nborn: 1980\n")
        names.add(migrate(path).backup.name)
    assert names == {
        "case.yaml.version-0.bak",
        "case.yaml.version-0.1.bak",
        "case.yaml.version-0.2.bak",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tasman_case: 2\n", "version 2 is newer"),
        ("tasman_case: 0\nborn: x\n", "'x' is not a date"),
        ("tasman_case: 0\nborn: 1980\nborn_on: 1980\n", "born_on: given twice"),
        ("not: a case\n", "the first key is 'not'"),
        ("", "the file is empty"),
    ],
)
def test_what_cannot_be_migrated_is_left_alone(tmp_path, text, said):
    path = tmp_path / "case.yaml"
    path.write_text(text)
    with pytest.raises(CaseErrors) as caught:
        migrate(path)
    assert said in str(caught.value)
    assert path.read_text() == text
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_that_fails_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "new \ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_write_keeps_the_file_s_permissions_and_follows_a_link(tmp_path):
    path, link = tmp_path / "case.yaml", tmp_path / "link.yaml"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomically(link, "new\r\n")
    assert path.read_bytes() == b"new\r\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()


def test_what_is_no_ordinary_file_is_written_to_and_stays(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_atomically(pipe, "told\n")
    assert os.read(reader, 100) == b"told\n"
    os.close(reader)
    assert pipe.is_fifo()
