"""The functions for notebooks: they show, tabulate and stay light until used."""

import json
from pathlib import Path

import pytest

import tasman
from tasman.facts.errors import CaseErrors

ROOT = Path(__file__).resolve().parents[1]
CASE = ROOT / "examples" / "arrived-aged-one.yaml"
TODAY = "2026-11-21"


def results():
    """One result of every function."""
    return {
        "assess": tasman.assess(CASE, today=TODAY),
        "compare": tasman.compare(
            CASE, laws=["2013-06-30", TODAY], countries=["uk"], today=TODAY
        ),
        "timeline": tasman.timeline(CASE, today=TODAY),
        "what_if": tasman.what_if(CASE, {"sentences[0].term": "11m"}, today=TODAY),
        "ways_to": tasman.ways_to(CASE, "must_be_cancelled=no", today=TODAY),
    }


def test_every_result_shows_itself_and_turns_into_data():
    """HTML for notebooks, text, JSON and a data frame whose rows are those shown."""
    for name, result in results().items():
        html = result._repr_html_()
        assert html.count("<tr>") == len(result.to_frame()) + 1, name
        assert repr(result).strip(), name
        assert json.loads(json.dumps(result.to_dict()))["schema"].startswith("tasman-")


def test_words_of_the_case_cannot_break_out_of_the_page():
    """Labels are text, never markup."""
    case = {"label": "<script>alert(1)</script>", "born_on": "1990-01-01"}
    for result in (
        tasman.assess(case, today=TODAY),
        tasman.timeline(case, today=TODAY),
    ):
        assert "<script>" not in result._repr_html_()


def test_a_mapping_is_a_case_and_is_checked_like_one():
    """An unknown field is refused with the nearest one."""
    with pytest.raises(CaseErrors, match="born_on"):
        tasman.load({"bron_on": "1990-01-01"})


def test_the_law_of_another_day_and_of_a_reform():
    """`law` is a day, `reform` a name."""
    then = tasman.assess(CASE, law="2013-06-30", today=TODAY)
    frame = then.to_frame()
    assert "migration-act-1958/501(3A)" not in set(frame["conclusion"])
    reformed = tasman.assess(CASE, reform="ten-year-line", today=TODAY).to_frame()
    duty = reformed[reformed["conclusion"] == "migration-act-1958/501(3A)"]
    assert list(duty["answer"]) == ["no"]


def test_an_unknown_date_is_named():
    """A misspelt keyword is not ignored."""
    with pytest.raises(TypeError, match="asat"):
        tasman.what_if(CASE, {"sentences[0].term": "11m"}, asat=TODAY)


def test_names_are_offered_and_a_wrong_one_is_refused():
    """What a notebook completes, though nothing is loaded before it is used."""
    assert {"assess", "compare", "timeline"} <= set(dir(tasman))
    with pytest.raises(AttributeError, match="asess"):
        _ = tasman.asess


@pytest.mark.slow
@pytest.mark.parametrize(
    "path", sorted((ROOT / "examples").glob("*.ipynb")), ids=lambda path: path.name
)
def test_the_example_notebooks_run(path):
    """Every cell runs, in a kernel of its own, beside the case files."""
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    client = nbclient.NotebookClient(
        book, timeout=120, resources={"metadata": {"path": str(path.parent)}}
    )
    client.execute()
    shown = [
        output
        for cell in book.cells
        if cell.cell_type == "code"
        for output in cell.outputs
    ]
    assert not any(output.output_type == "error" for output in shown)
    assert any("text/html" in output.get("data", {}) for output in shown)
