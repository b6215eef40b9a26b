"""`tasman status`, `citizenship`, `entitlements` and `new-zealand`."""

import json

import pytest

from tasman.cli.main import run

CASE = """tasman_case: 1
born_on: 1990-06-01
born_in: new_zealand
citizenships: [{country: new_zealand, began_on: 1990-06-01, ended_on: never}]
stays:
  - footing: special_category_visa
    arrived_on: 2015-09-01
    departed_on: never
    ordinarily_resident: yes
custody: []
offences: []
sentences: []
parents: []
"""
TOLD = {
    "status": ("SCV_NP", "not protected"),
    "citizenship": ("2023-07-01", "2023-07-01"),
    "entitlements": ("jsp_ya_10yr", "JobSeeker"),
    "new-zealand": ("NZ_ERM_20", "countries exchanged"),
}


@pytest.fixture
def case(tmp_path, monkeypatch):
    """A made-up New Zealander who came in 2015."""
    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")
    path = tmp_path / "case.yaml"
    path.write_text(CASE, encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("command", TOLD)
def test_each_command_tells_its_part_in_text_and_json(command, case, capsys):
    """Exit 0; the text fits 80 columns; the JSON parses; both hold the answer."""
    code, words = TOLD[command]
    assert run([command, case]) == 0
    text = capsys.readouterr().out
    assert words in text
    assert max(map(len, text.splitlines())) <= 80
    assert run([command, case, "--format", "json"]) == 0
    plain = capsys.readouterr().out
    assert code in plain
    assert json.loads(plain)["as_at"] == "2026-11-21"


@pytest.mark.parametrize(
    ("at", "answer"), [("2025-08-31", "no"), ("2025-09-01", "yes")]
)
def test_a_day_can_be_asked_about(at, answer, case, capsys):
    """Ten years since 2015-09-01 are up on 2025-09-01: the payment opens that day."""
    with open(case, "a", encoding="utf-8") as file:
        file.write("ten_year_payment_used: no\n")
    assert run(["entitlements", case, "--at", at, "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    found = {each["entitlement"]: each["answer"] for each in plain["entitlements"]}
    assert found["jsp_ya_10yr"] == answer


@pytest.mark.parametrize("command", TOLD)
def test_a_day_that_is_none_is_refused(command, case, capsys):
    """Exit 2, and the message names the option."""
    assert run([command, case, "--at", "yesterday"]) == 2
    assert "--at" in capsys.readouterr().err
