"""timeline, compare, whatif and reforms on the command line."""

import json

import pytest

from tasman.cli.main import run

CASE = "examples/arrived-aged-one.yaml"


@pytest.fixture(autouse=True)
def _today(monkeypatch):
    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")


@pytest.fixture
def told(capsys):
    """Run a command; its exit code, output and errors."""

    def command(*words):
        code = run(list(words))
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return command


def test_timeline_as_text(told):
    """The day on which the duty begins stands in the text, with its provision."""
    code, out, _ = told("timeline", CASE, "--facts-at", "2026-11-20")
    assert code == 0
    assert "2014-12-11 to 2026-11-20  yes" in out
    assert "501(3A)" in out


def test_timeline_as_json_and_of_one_conclusion(told):
    """JSON holds what was asked for and nothing else."""
    code, out, _ = told(
        "timeline", CASE, "--conclusion", "501(7)(c)", "--format", "json"
    )
    plain = json.loads(out)
    assert code == 0
    assert [line["conclusion"] for line in plain["lines"]] == ["501(7)(c)"]


@pytest.mark.parametrize("name", ["x.svg", "x.png", "x.html"])
def test_timeline_as_a_picture(told, tmp_path, name):
    """The file is there and the message names it."""
    path = tmp_path / name
    code, out, _ = told("timeline", CASE, "--out", str(path))
    assert code == 0 and path.exists() and name in out


def test_compare_names_the_cause(told):
    """Laws of days, reforms and countries side by side."""
    code, out, _ = told(
        "compare", CASE, "--law", "2013-06-30", "--law", "today",
        "--reform", "ten-year-line", "--country", "uk",
    )  # fmt: skip
    assert code == 0
    assert "Swapping s 501(3A)" in out
    assert "United Kingdom" in out and "Approximation" in out


def test_compare_with_a_reform_of_ones_own(told, tmp_path):
    """A YAML file of a few lines is a reform."""
    path = tmp_path / "mine.yaml"
    path.write_text(
        "tasman_reform: 1\ntitle: Two years\nchanges:\n"
        "  - {provision: 501(7)(c), set: {threshold: 24m}}\n"
    )
    code, out, _ = told("compare", CASE, "--reform", str(path), "--format", "json")
    plain = json.loads(out)
    assert code == 0
    assert plain["columns"][1]["answers"]["must_be_cancelled"]["truth"] == "no"
    cause = plain["differences"][-1]["cause"]
    assert "migration-act-1958/501(7)(c)" in cause["alone"]


def test_whatif_set(told):
    """One fact changed, and which answers change with it."""
    code, out, _ = told("whatif", CASE, "--set", "sentences[0].term=11m")
    assert code == 0
    assert "14 months -> 11 months" in out
    assert "Visa must be cancelled: yes -> no" in out


def test_whatif_until(told):
    """The least change, and what was searched."""
    code, out, _ = told("whatif", CASE, "--until", "501(7)(c)=no")
    assert code == 0
    assert "sentences[0].term: 14 months -> 11 months" in out
    assert "What was searched" in out


def test_reforms_list_and_show(told):
    """Every reform with its status; one with its choices."""
    code, out, _ = told("reforms", "list")
    assert code == 0 and "nz-mirror  [hypothetical; R1]" in out
    code, out, _ = told("reforms", "show", "designated-offences-2021")
    assert code == 0 and "Status: defeated" in out and "Modelling choices" in out


WRONG = [
    (("timeline", CASE, "--out", "x.gif"), ".svg, .png, .html"),
    (("timeline", CASE, "--conclusion", "501(99)"), "no provision"),
    (("timeline", CASE, "--since", "2020-01-01", "--until", "2019-01-01"), "before"),
    (("timeline", CASE, "--conclusion", "501(7A)"), "not a yes or no"),
    (("compare", CASE, "--conclusion", "501(7) counted sentence"), "not about"),
    (("whatif", CASE, "--until", "501(7A)=yes"), "not a yes or no"),
    (("timeline", "no-such-file.yaml"), "no-such-file.yaml"),
    (("compare", CASE, "--country", "narnia"), "uk"),
    (("compare", CASE, "--reform", "nonesuch"), "ten-year-line"),
    (("compare", CASE, "--reform", "no-such.yaml"), "no-such.yaml"),
    (("compare", CASE, "--reform", "no-such.py"), "no-such.py"),
    (("compare", CASE, "--law", "2013"), "one day"),
    (("whatif", CASE), "--set"),
    (("whatif", CASE, "--set", "sentences[0].term"), "sets nothing"),
    (("whatif", CASE, "--set", "sentences[0].trem=1m"), "term"),
    (("whatif", CASE, "--set", "sentences[0].term=1q"), "length of time"),
    (("whatif", CASE, "--until", "passes_character_test=maybe"), "=yes"),
    (("reforms", "show", "nonesuch"), "nz-mirror"),
]


@pytest.mark.parametrize(("words", "said"), WRONG, ids=lambda each: str(each)[:40])
def test_bad_input_ends_with_two_and_says_what_to_do(told, words, said):
    """No traceback, no defect of ours: exit code 2 and a message that helps."""
    code, _, err = told(*words)
    assert code == 2
    assert said in err


def test_a_reform_that_goes_wrong_is_not_a_defect_of_ours(told, tmp_path):
    """A user's Python that fails is told at its own line."""
    path = tmp_path / "mine.py"
    path.write_text("def apply(law):\n    return law.amend('501(7)(c)', limit=1)\n")
    code, _, err = told("compare", CASE, "--reform", str(path))
    assert code == 2
    assert "mine.py:2" in err and "threshold" in err
