"""Clients in a spreadsheet to case files: one row a client, one file a row."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from io import StringIO

from tasman.facts.errors import BadValue, CaseError, CaseErrors, did_you_mean, quoted
from tasman.facts.fields import ChoiceField, DateField, Field, TruthField
from tasman.facts.loading import VERSION, VERSION_KEY, parse_case
from tasman.facts.plain import scalar
from tasman.facts.vocabulary import Notice

LABEL = "label"
COLUMNS = (
    "what",
    "power",
    "made_by",
    "dated_on",
    "method",
    "given_on",
    "received_on",
    "place",
    "sent_from",
    "registry",
    "in_immigration_detention",
    "given_to",
    "recipient_named",
    "answered_on",
    "answer_received_on",
    "court_application_on",
    "hearing_on",
)
"""Columns after the label: fields of the one notice that a row describes."""
_EXAMPLE = {
    LABEL: "Client 17",
    "what": "mandatory_cancellation",
    "power": "501(3A)",
    "made_by": "delegate",
    "method": "hand",
    "given_on": "2026-11-06",
    "place": "qld",
    "answered_on": "never",
}
_UNSAFE = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """One row of a spreadsheet as the text of a case file, and the file's name."""

    row: int
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a spreadsheet gave: case files, and the rows that were rejected."""

    cases: tuple[ImportedCase, ...]
    rejected: tuple[CaseError, ...]


def template() -> str:
    """Return a spreadsheet to fill in: the heading, and one row as an example."""
    out = StringIO()
    writer = csv.DictWriter(out, (LABEL, *COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerow(_EXAMPLE)
    return out.getvalue()


def read_spreadsheet(text: str, name: str) -> Imported:
    """Return the case files of a spreadsheet's rows; a row with a fault is rejected.

    Raises CaseErrors when the heading is not that of the template.
    """
    rows = csv.DictReader(StringIO(text.lstrip("\ufeff")))
    _check_heading(rows.fieldnames or (), name)
    cases: list[ImportedCase] = []
    rejected: list[CaseError] = []
    names: set[str] = set()
    for row in rows:
        line = rows.line_num
        try:
            if None in row:
                raise BadValue("more cells than columns", "Quote cells with commas.")
            cells = {key: (cell or "").strip() for key, cell in row.items()}
            if any(cells.values()):
                cases.append(_case(cells, line, names))
        except BadValue as error:
            rejected.append(CaseError(name, line, 1, "", error.problem, error.fix))
    return Imported(tuple(cases), tuple(rejected))


def _check_heading(found: object, name: str) -> None:
    known = (LABEL, *COLUMNS)
    columns = tuple(found) if isinstance(found, list | tuple) else ()
    errors = [
        CaseError(name, 1, 1, "", f"no column {quoted(column)}", _nearest(column))
        for column in columns
        if column not in known
    ]
    if LABEL not in columns or "what" not in columns:
        fix = "Begin with the template: tasman cases import --template."
        errors.append(CaseError(name, 1, 1, "", "no columns `label` and `what`", fix))
    if errors:
        raise CaseErrors(errors)


def _nearest(column: str) -> str:
    known = (LABEL, *COLUMNS)
    return did_you_mean(column, known) or f"There are: {', '.join(known)}."


def _case(cells: dict[str, str], line: int, names: set[str]) -> ImportedCase:
    label = cells.get(LABEL, "")
    if not label:
        raise BadValue("no label", "Give each row a name of your own for the case.")
    fields = Notice.fields()
    said = [(name, cells[name]) for name in COLUMNS if cells.get(name)]
    if not any(name == "what" for name, _ in said):
        raise BadValue("it does not say what the notice is", _one_of(fields["what"]))
    lines = [f"{VERSION_KEY}: {VERSION}", f"label: {scalar(label)}", "notices:"]
    for i, (name, text) in enumerate(said):
        begins = "- " if i == 0 else "  "
        lines.append(f"  {begins}{name}: {scalar(text)}")
    text = "\n".join(lines) + "\n"
    _check(text)
    return ImportedCase(line, _file_name(label, line, names), text)


def _check(text: str) -> None:
    """Raise BadValue with what is wrong with a row, in its own words."""
    try:
        parse_case(text, "row")
    except CaseErrors as errors:
        first = errors.errors[0]
        column = first.field.rpartition(".")[2]
        fix = first.fix
        if isinstance(Notice.fields().get(column), DateField):
            fix += " In the spreadsheet, format the column as yyyy-mm-dd."
        raise BadValue(f"{column}: {first.problem}", fix) from None


def _file_name(label: str, line: int, names: set[str]) -> str:
    stem = _UNSAFE.sub("-", label.lower()).strip("-")[:60] or "case"
    name = stem if stem not in names else f"{stem}-row-{line}"
    names.add(name)
    return f"{name}.yaml"


def _one_of(field: Field[object]) -> str:
    if isinstance(field, ChoiceField):
        return f"Write one of: {', '.join(field.values)}."
    if isinstance(field, DateField):
        return "Write a date such as 2026-11-06."
    return "Write yes or no." if isinstance(field, TruthField) else "Write words."
