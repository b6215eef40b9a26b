"""Reforms that users write: what they may say, and what they are told when wrong."""

import inspect
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tasman.casework.reform_files import load_reform, named_or_loaded, parse_reform
from tasman.facts.days import parse_day
from tasman.facts.errors import CaseErrors
from tasman.law import current_law
from tasman.rules.errors import UnknownProvision
from tasman.rules.evaluate import Evaluation
from tasman.rules.handles import handle
from tasman.rules.law import Law
from tests.law.comparators.people import convicted, person
from tests.rules.profile import bounded

TODAY = parse_day("2026-11-21")
INSIDE = [{"began_on": "2024-06-01"}]
HEAD = "tasman_reform: 1\nname: mine\nchanges:\n"


def duty(law, case, on="2025-06-01"):
    day = parse_day(on)
    run = Evaluation(law, case.facts, as_at=day, law_at=day, known_at=TODAY)
    return "NUY"[run.provision("migration-act-1958/501(3A)")[0]]


def imprisoned(arrived="1991-01-01", term="14m", **more):
    facts = convicted("violence", "10y", "2024-03-01", term)
    return person("1990-01-01", arrived, custody=INSIDE, **facts, **more)


def reformed(body):
    return parse_reform(HEAD + body, "mine.yaml").apply(current_law())


CHILD = [{"born_on": "2015-01-01"}]
BODIES = [
    ("  - {provision: 501(3A), unless: {came_before_age: 13}}", imprisoned(), "N"),
    ("  - {provision: 501(3A), unless: {came_before_age: 13}}",
     imprisoned("2003-01-02"), "Y"),
    ("  - {provision: 501(7)(c), set: {threshold: 15m}}", imprisoned(), "N"),
    ("  - {provision: 501(7)(c), set: {threshold: 14m}}", imprisoned(), "Y"),
    ("  - {provision: 501(3A), repeal: yes}", imprisoned(), "N"),
    ("  - {provision: 501(3A), repeal: no, unless: {citizen_child: yes}}",
     imprisoned(children=CHILD), "N"),
    ("  - {provision: 501(3A), unless: {citizen_child: yes}}", imprisoned(), "Y"),
    ("  - {provision: 501(3A), unless: {lawfully_here_for: 34y}}", imprisoned(), "N"),
    ("  - {provision: 501(3A), unless: {lawfully_here_for: 35y}}", imprisoned(), "Y"),
    ("  - {provision: 501(3A), unless: {lawfully_here_at_offence: 10y}}",
     imprisoned("2014-03-01"), "N"),
    ("  - {provision: 501(3A), unless: {share_of_life_over: 75%}}",
     imprisoned("1997-01-01"), "N"),
    ("  - {provision: 501(3A), unless: {share_of_life_over: 75%}}",
     imprisoned("2000-01-01"), "Y"),
    ("  - {provision: 501(3A), unless: {not: {sentence_at_least: 5y}}}",
     imprisoned(term="59m"), "N"),
    ("  - {provision: 501(3A), unless: {not: {sentence_at_least: 5y}}}",
     imprisoned(term="60m"), "Y"),
    ("  - {provision: 501(3A), unless: {fact: aboriginal_descent}}",
     imprisoned(aboriginal_descent="yes"), "N"),
    ("  - {provision: 501(3A), unless: {provision: 501(7)(c)}}", imprisoned(), "N"),
    ("  - provision: 501(3A)\n    unless:\n      any_of:\n"
     "        - citizen_child: yes\n        - came_before_age: 5\n",
     imprisoned(), "N"),
    ("  - {provision: 501(3A), unless: {came_before_age: 13}, since: 2025-07-01}",
     imprisoned(), "Y"),
    ("  - {provision: 501(3A), unless: {came_before_age: 13}, until: 2025-06-01}",
     imprisoned(), "Y"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "case", "wanted"), BODIES)
def test_the_words_of_the_declarative_form(body, case, wanted):
    """Each word, on both sides where it has a figure."""
    assert duty(reformed(body), case) == wanted


BAD = [
    ("changes: []\n", 1, 1, "version"),
    ("tasman_reform: 1\n", 1, 1, "at least one provision"),
    (HEAD + "  - {provision: 501(3Z)}\n", 4, 17, "nearest"),
    (HEAD + "  - {provision: 501(3A)}\n", 4, 5, "nothing to change"),
    (HEAD + "  - {unless: {came_before_age: 3}}\n", 4, 5, "not said"),
    (HEAD + "  - {provision: 501(3A), unles: {}}\n", 4, 26, "Did you mean 'unless'"),
    (HEAD + "  - {provision: 501(3A), unless: {came_before_aeg: 3}}\n", 4, 35,
     "came_before_age"),
    (HEAD + "  - {provision: 501(3A), unless: {came_before_age: x}}\n", 4, 52,
     "whole number"),
    (HEAD + "  - {provision: 501(3A), set: {threshold: 2y}}\n", 4, 31, "no threshold"),
    (HEAD + "  - {provision: 501(7)(c), set: {threshold: 2q}}\n", 4, 45, "length"),
    (HEAD + "  - {provision: 501(3A), repeal: maybe}\n", 4, 34, "yes or no"),
    (HEAD + "  - {provision: 501(3A), repeal: yes, since: 2022}\n", 4, 46, "one day"),
    (HEAD + "  - {provision: 501(7A), repeal: yes}\n", 4, 17, "yes or no about"),
    (HEAD + "  - {provision: 501(3A), unless: {fact: no_such}}\n", 4, 41, "no_such"),
    (HEAD + "  - {provision: 501(3A), unless: {share_of_life_over: 33%}}\n", 4, 55,
     "five per cent"),
    ("tasman_reform: 1\nstatus: passed\nchanges:\n"
     "  - {provision: 501(3A), repeal: yes}\n", 2, 9, "status"),
    ("a: [", 2, 1, "YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "said"), BAD)
def test_errors_name_line_column_and_remedy(text, line, column, said):
    """Every fault of the file is told with its place."""
    with pytest.raises(CaseErrors) as caught:
        parse_reform(text, "mine.yaml")
    found = caught.value.errors
    assert any(said in str(error) for error in found)
    assert (found[0].line, found[0].column) == (line, column)


def test_a_circle_is_the_files_fault():
    """A provision that would rest on itself is refused when the reform is applied."""
    body = "  - {provision: 501(7)(c), unless: {provision: 501(3A)}}\n"
    with pytest.raises(CaseErrors, match="circle"):
        reformed(body)


PYTHON = '''"""Two years instead of one."""
from tasman.rules.handles import months

def apply(law):
    return law.amend("501(7)(c)", threshold=months(24))
'''


def test_a_python_file_of_five_lines(tmp_path):
    """`apply(law)` is enough; the docstring is the title."""
    path = tmp_path / "two_years.py"
    path.write_text(PYTHON)
    found = load_reform(path)
    assert (found.name, found.title) == ("two_years", "Two years instead of one")
    assert duty(found.apply(current_law()), imprisoned()) == "N"


FAULTS = [
    ("x = 1\n", "no reform in it"),
    ("def apply(law):\n    return law.amend('501(3Z)')\n", "501(3Z)"),
    ("def apply(law):\n    return None\n", "did not give back a law"),
    ("def apply(law:\n", "SyntaxError"),
    ("1 / 0\n", ":1:1  ZeroDivisionError"),
]


@pytest.mark.parametrize(("text", "said"), FAULTS)
def test_faults_of_a_python_file_are_told_at_its_line(tmp_path, text, said):
    """No traceback, no report of a defect of ours."""
    path = tmp_path / "mine.py"
    path.write_text(text)
    with pytest.raises(CaseErrors) as caught:
        load_reform(path).apply(current_law())
    assert said in str(caught.value)


def test_a_name_or_a_file(tmp_path):
    """Names are looked up, files are read, anything else is refused."""
    path = tmp_path / "mine.yaml"
    path.write_text(HEAD + "  - {provision: 501(3A), repeal: yes}\n")
    assert named_or_loaded(str(path)).name == "mine"
    assert named_or_loaded("nz-mirror").scenario == "R1"
    with pytest.raises(UnknownProvision):
        named_or_loaded("nonesuch")


@pytest.mark.parametrize("name", ["two-years-and-children.yaml", "ties_first.py"])
def test_the_example_reforms_change_the_law(name):
    """What the documentation shows can be run, and changes something."""
    found = load_reform(f"examples/reforms/{name}")
    assert found.title and found.apply(current_law()).digest != current_law().digest


WHOLE = (
    HEAD + "  - {provision: 501(7)(c), set: {threshold: 24m}, since: 2020-01-01}\n"
    "  - provision: 501(3A)\n    unless:\n      any_of:\n"
    "        - came_before_age: 13\n        - not: {citizen_child: yes}\n"
    "    because: words\nsources: [a, b]\nstatus: proposed\n"
)


@bounded(80)
@given(st.integers(0, 2**32))
def test_a_spoilt_file_is_told_and_never_a_defect(seed):
    """Cut, doubled or misspelt anywhere, a file is read or refused with its place."""
    rnd = random.Random(seed)
    text = WHOLE
    for _ in range(rnd.randrange(1, 4)):
        at = rnd.randrange(len(text))
        until = at + rnd.randrange(0, 6)
        put = rnd.choice(["", ":", "{", "]", "- ", "\n", "x", "yes", "9" * 8, "%", "é"])
        text = text[:at] + put + text[until:]
    try:
        found = parse_reform(text, "spoilt.yaml")
        found.apply(current_law())
    except CaseErrors as errors:
        assert errors.errors and str(errors)


def test_setting_every_threshold_to_what_it_is_changes_nothing():
    """Of each provision with thresholds and one version: the law's hash stays."""
    law, tried = current_law(), 0
    for pinpoint in law.pinpoints:
        versions = law.versions(pinpoint)
        if len(versions) == 1 and versions[0].parameters:
            same = {name: handle(node) for name, node in versions[0].parameters}
            assert law.amend(pinpoint, **same).digest == law.digest
            tried += 1
    assert tried > 20


def test_no_threshold_bears_a_name_that_amending_needs_itself():
    """A threshold named `since` could not be set: the word says from when."""
    taken = set(inspect.signature(Law.amend).parameters)
    law = current_law()
    named = {
        (pinpoint, name)
        for pinpoint in law.pinpoints
        for version in law.versions(pinpoint)
        for name, _ in version.parameters
    }
    assert not [each for each in named if each[1] in taken]
