"""Real decided cases: their rows, and the facts each row supports and nothing more.

The schema is that of `tests/decided/README.md`: one JSON object a line, no names.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tasman.facts.case import NO, YES, Elements, Facts
from tasman.facts.choices import mask_of
from tasman.facts.days import EARLIEST, NEVER, parse_date
from tasman.facts.errors import CaseError, CaseErrors
from tasman.facts.vocabulary import Sentence

Row = Mapping[str, Any]

_IMPRISONMENT = ("gaol", "suspended", "part_suspended")
"""What a row that says "imprisonment" and no more may mean."""
_STANDING = dict.fromkeys(("quashed_on", "pardoned_on", "replaced_on"), (NEVER, NEVER))


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a file of decided cases.

    Raises CaseErrors naming the line of each that is not a JSON object with a citation.
    """
    rows: list[Row] = []
    errors: list[CaseError] = []
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(line)
            except json.JSONDecodeError as error:
                errors.append(_wrong(path, number, error.colno, "is not JSON", ""))
                continue
            if not isinstance(row, dict) or not isinstance(row.get("citation"), str):
                errors.append(_wrong(path, number, 1, "has no text", "citation"))
                continue
            rows.append(row)
    if errors:
        raise CaseErrors(errors)
    return rows


def _wrong(path: Path, line: int, column: int, what: str, field: str) -> CaseError:
    fix = "Write one JSON object a line, with the fields of decided cases."
    return CaseError(str(path), line, column, field, what, fix)


@dataclass(frozen=True, slots=True)
class Dated:
    """The days a row is run on: every day its dates allow, by first and last."""

    law_at: tuple[int, int]
    known_at: tuple[int, int]


def dates_of(row: Row) -> Dated | None:
    """Return the days on which to put the law to a row, or None when it states none.

    A tribunal decides on its own day's law; a court asks whether the decision under
    review was right, so that decision's day selects the law, as known on the court's.
    """
    own = _date(row.get("date"))
    reviewed = _date(row.get("decision_under_review_date"))
    tribunal = row.get("court") in ("AATA", "ARTA")
    law = own if tribunal else reviewed or own
    if law is None:
        return None
    return Dated(law, own or law)


def _date(text: object) -> tuple[int, int] | None:
    if not isinstance(text, str) or not text:
        return None
    try:
        return parse_date(text)
    except ValueError:
        return None


def facts_of(row: Row) -> Facts:
    """Return the facts a row supports: its sentences, among others not known.

    A sentence that the decision rests on is taken to have been imposed by its day, and
    to have stood then.
    """
    dated = dates_of(row)
    by = NEVER if dated is None else dated.law_at[0]
    sentences = [_sentence(fact, by) for fact in row.get("sentence_facts") or []]
    known = tuple(sentence for sentence in sentences if sentence is not None)
    return {"sentences": Elements(known, {})} if known else {}


def _sentence(fact: Mapping[str, Any], by: int) -> dict[str, Any] | None:
    months, note = fact.get("months"), str(fact.get("note") or "")
    if not isinstance(months, int) or "effective" in note:
        return None
    sentence: dict[str, Any] = {**_STANDING, "taken_never_convicted": NO}
    most = 2400 if "more than" in note else months
    sentence["term"] = (months, most, 0, 0)
    sentence["kind"] = _kinds(fact.get("suspended"))
    if isinstance(fact.get("aggregate"), bool):
        sentence["aggregate"] = YES if fact["aggregate"] else NO
    sentence["imposed_on"] = _date(fact.get("date")) or (EARLIEST, by)
    return sentence


def _kinds(suspended: object) -> int:
    words: Iterable[str] = _IMPRISONMENT
    if suspended is True:
        words = ("suspended", "part_suspended")
    elif suspended is False:
        words = tuple(w for w in _IMPRISONMENT if "suspended" not in w)
    return mask_of(Sentence, "kind", *words)
