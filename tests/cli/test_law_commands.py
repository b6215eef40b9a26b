"""The law on the command line: what is compiled."""

import json

import pytest

from tasman.cli.main import run


@pytest.fixture
def told(capsys):
    """Run a command; its exit code and output."""

    def command(*words):
        code = run(list(words))
        return code, capsys.readouterr().out

    return command


def test_compiled_as_text(told):
    """Each list has its heading and number, and each reason stands below its name."""
    code, out = told("law", "list", "concurrent terms", "--compiled")
    assert code == 0
    assert "Not compiled: 1\n" in out
    name, reason = out.splitlines()[-4:-2]
    assert name == "  migration-act-1958/501(7)(d) concurrent terms"
    assert "a sentence and a sentence" in reason
    assert out.endswith("1 provisions.\n")


def test_compiled_as_json(told):
    """The four lists of one kind of provision, and nothing of another kind."""
    code, out = told("law", "list", "--kind", "time limit", "--compiled", "--json")
    plain = json.loads(out)
    assert code == 0
    assert list(plain) == [
        "at_one_day", "status_and_citizenship", "of_elements", "not_compiled"
    ]  # fmt: skip
    notices = {"provision": "migration-act-1958/477A(1)", "element": "Notice"}
    assert notices in plain["of_elements"]
    assert "migration-act-1958/501(3A)" not in plain["at_one_day"]


def test_compiled_heads_what_simulations_can_ask(told):
    """The family of s 501, the Directions, entitlements and New Zealand come first."""
    code, out = told("law", "list", "--compiled")
    first, _, rest = out.partition("status and citizenship")
    assert code == 0 and "status/special category visa" in rest
    for name in ("501(3A)", "direction-110/", "entitlements/", "immigration-act-2009/"):
        assert name in first
