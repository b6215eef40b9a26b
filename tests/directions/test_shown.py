"""What people read: report, comparison, page of a Direction, command."""

import json
from pathlib import Path

import pytest

from tasman.casework.compare_directions import NotADirection, compare_directions
from tasman.casework.considerations import considerations
from tasman.cli.main import run
from tasman.facts.days import parse_day
from tasman.law.au.directions import DIRECTIONS
from tasman.reports.considerations import as_text
from tasman.reports.direction_page import direction_number, direction_page
from tasman.reports.directions_compared import comparison_text
from tasman.rules.errors import UnknownProvision
from tests.directions.patterns import KNOWN, directions_law
from tests.directions.test_sample_facts import SAMPLES

EXAMPLE = str(Path(__file__).resolve().parents[2] / "examples/arrived-aged-one.yaml")
DAY = parse_day("2023-06-01")


def compare(sample, *numbers):
    """Return a sample under several Directions."""
    return compare_directions(
        SAMPLES[sample],
        directions_law(),
        numbers,
        as_at=DAY,
        known_at=KNOWN,
        power="501CA(4)",
    )


def test_what_moved_for_someone_who_came_as_a_child():
    """Sample 1: ties other, other, primary with more weight, primary without."""
    found = compare(1, 79, 90, 99, 110)
    ties = found.line("ties")
    assert [cell.rank for cell in ties.cells] == [
        "other",
        "other",
        "primary",
        "primary",
    ]
    assert ties.moved == ("other in Direction 90, primary in Direction 99",)
    grew_up = found.line("formative_years")
    assert [cell.engaged for cell in grew_up.cells] == ["", "", "yes", ""]
    assert any("considerable weight" in text for text in grew_up.moved)
    assert any("gone in Direction 110" in text for text in grew_up.moved)
    (heavier,) = found.line("protection").moved
    assert heavier.startswith("Direction 110: generally more than each other primary")


def test_what_moved_for_victims_and_refugees():
    """Samples 12 and 6: victims go inside protection, non-refoulement changes heads."""
    assert compare(12, 99, 110).line("victims").moved == (
        "other in Direction 99, inside nature and seriousness of the conduct in "
        "Direction 110",
    )
    assert compare(6, 90, 99).line("non_refoulement").moved == (
        "other in Direction 90, inside legal consequences of the decision in "
        "Direction 99",
    )


def test_tolerance_and_changes_are_told():
    """May, will generally, may: with the mark of each, and what each change was."""
    plain = compare(1, 90, 99, 110).to_dict()
    verified = {each["direction"]: each["verified"] for each in plain["tolerance"]}
    assert verified[99] == "verified"
    assert verified[110] == "unverified: check the instrument"
    assert {each["direction"] for each in plain["changes"]} == {99, 110}


def test_a_direction_that_never_was():
    """The error names those there are."""
    with pytest.raises(NotADirection, match=r"no character Direction 98; .* 90, 99"):
        compare(1, 79, 98)


def test_the_comparison_prints_within_its_width():
    """The table of four fits 80 columns and marks what is unverified with a star."""
    text = comparison_text(compare(2, 79, 90, 99, 110))
    assert max(len(line) for line in text.splitlines()) <= 80
    assert "* unverified: check the instrument" in text
    assert "WHAT MOVED ON THESE FACTS" in text


def test_the_report_reads_within_its_width():
    """The report says which Direction, what is engaged, and predicts nothing."""
    report = considerations(
        SAMPLES[2], directions_law(), as_at=DAY, law_at=DAY, known_at=KNOWN
    )
    text = as_text(report)
    assert max(len(line) for line in text.splitlines()) <= 80
    assert text.startswith("WHAT MUST BE WEIGHED: DIRECTION 99")
    assert "Family violence committed (para 8.2): ENGAGED" in text
    assert "nothing here predicts it" in " ".join(text.split())


def test_the_minister_in_person_is_bound_by_none():
    """No considerations are listed as binding; the reason is given."""
    report = considerations(
        SAMPLES[1],
        directions_law(),
        as_at=DAY,
        law_at=DAY,
        known_at=KNOWN,
        decision_maker="minister",
    )
    assert report.considerations == ()
    text = " ".join(as_text(report).split())
    assert text.startswith("NO DIRECTION GOVERNS")
    assert "may use one as a guide" in text


@pytest.mark.parametrize("number", DIRECTIONS)
def test_a_page_holds_every_consideration_once(number):
    """Every paragraph stands on the page, in force from and to, with its marks."""
    page = " ".join(direction_page(number).split())
    direction = DIRECTIONS[number]
    assert f"In force from {direction.entry.since}" in page
    versions = {v.pinpoint: v for v in direction.act.versions}
    for row in direction.considerations:
        told = f"{row.paragraph} {versions[row.pinpoint].data['label']}."
        assert told in page
    doubtful = [row for row in direction.considerations if row.told["mark"] in "M?"]
    assert page.count("[unverified: check the instrument]") >= len(doubtful)


NAMES = [
    ("direction-99", 99),
    ("Direction 110", 110),
    ("direction-98", None),
    ("direction-99/8.3", None),
    ("501(3A)", None),
]


@pytest.mark.parametrize(("name", "number"), NAMES)
def test_the_name_of_a_direction(name, number):
    """`direction-99` names a Direction; a pinpoint in it does not."""
    assert direction_number(name) == number


def test_no_page_of_a_direction_that_never_was():
    """The error names those there are."""
    with pytest.raises(UnknownProvision, match="no direction-98; there are"):
        direction_page(98)


def test_the_command_prints_text(capsys):
    """The Direction comes from the day asked for and the decision-maker."""
    words = ["considerations", EXAMPLE, "--at", "2024-06-20"]
    assert run([*words, "--decision-maker", "tribunal"]) == 0
    assert "WHAT MUST BE WEIGHED: DIRECTION 99" in capsys.readouterr().out


def test_the_command_prints_json(capsys):
    """The JSON has its schema, the Direction and each child apart."""
    assert run(["considerations", EXAMPLE, "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["schema"] == "tasman-considerations/1"
    assert plain["direction"]["number"] == 110
    assert [child["label"] for child in plain["children"]] == [
        "Eldest",
        "Middle",
        "Youngest",
    ]


def test_the_command_compares(capsys):
    """Several Directions side by side, as text and as JSON."""
    words = ["considerations", EXAMPLE, "--compare", "79,90,99,110"]
    assert run(words) == 0
    assert "UNDER DIRECTIONS 79, 90, 99, 110" in capsys.readouterr().out
    assert run([*words, "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert plain["directions"] == [79, 90, 99, 110]


WRONG = [
    (["--compare", "79,x"], "is not a list of numbers"),
    (["--compare", "79,98"], "no character Direction 98"),
    (["--power", "502"], "is not a power"),
    (["--at", "yesterday"], "is not a date"),
    (["--decision-maker", "court"], "court"),
]


@pytest.mark.parametrize(("options", "says"), WRONG)
def test_wrong_options_are_bad_input(options, says, capsys):
    """Exit 2, and what is wrong."""
    assert run(["considerations", EXAMPLE, *options]) == 2
    assert says in " ".join(capsys.readouterr().err.split())


def test_law_show_reads_as_a_page(capsys):
    """`tasman law show direction-99` prints the page."""
    assert run(["law", "show", "direction-99"]) == 0
    assert capsys.readouterr().out.startswith("Direction No. 99\n")


def keys(plain):
    """Every key of plain data, however deep."""
    if isinstance(plain, dict):
        return set(plain) | {key for value in plain.values() for key in keys(value)}
    return (
        {key for value in plain for key in keys(value)}
        if isinstance(plain, list)
        else set()
    )


def test_every_key_of_the_json_is_documented():
    """The page on the Directions names every key of both forms."""
    page = (Path(EXAMPLE).parents[1] / "docs/considerations.md").read_text("utf-8")
    report = considerations(
        SAMPLES[10], directions_law(), as_at=DAY, law_at=DAY, known_at=KNOWN
    )
    found = keys(report.to_dict()) | keys(compare(10, 99, 110).to_dict())
    assert {key for key in found if f"`{key}`" not in page} == set()


def test_what_a_consideration_turns_on_stands_on_the_page():
    """The page names the facts that engage, or that it always counts."""
    page = " ".join(direction_page(99).split())
    assert "Turns on: person (gave_false_information)." in page
    assert "Turns on: always to be considered." in page
