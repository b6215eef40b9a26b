"""Decided cases against procedure: applications out of time, decisions not reviewable.

Only what a row states in so many words is used: the day of the decision or its notice,
and the day of the application. Nothing is inferred from silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from tasman.casework.deadlines import deadlines
from tasman.casework.decided import Row
from tasman.casework.states import review_of
from tasman.casework.validate import AGREED, DISAGREED, UNDECIDABLE, Check
from tasman.facts.case import Case, Elements
from tasman.facts.choices import mask_of
from tasman.facts.days import parse_date, parse_day
from tasman.facts.vocabulary import Notice
from tasman.law.au.holidays import PLACES
from tasman.rules.law import Law

_DAY = r"(\d{4}-\d{2}-\d{2})"
_APPLIED = re.compile(
    rf"(?:application (?:made|filed)|applied to the tribunal)\D{{0,10}}{_DAY}"
)
_NOTIFIED = re.compile(rf"(?:e-mailed|notified|notice given)\D{{0,30}}{_DAY}")
_FIELD = "procedural_outcome"
NO_JURISDICTION = "no jurisdiction"


def procedure_checks(row: Row, law: Law) -> Iterable[Check]:
    """Yield the check of a row's procedural outcome, where it states the days."""
    stated = _stated(row)
    if not stated:
        return
    power = str(row.get("power") or "")
    issue = str(row.get("procedural_issue") or "")
    applied = _APPLIED.search(issue)
    if power == "501(3A)":
        yield _not_reviewable(row, stated)
    elif applied:
        yield _in_time(row, law, stated, parse_day(applied[1]))


def _stated(row: Row) -> str:
    """Return the outcome on jurisdiction that a row states, if any."""
    outcome = str(row.get("outcome") or "")
    held = str(row.get("held") or "")
    if outcome == NO_JURISDICTION or "no jurisdiction" in held:
        return NO_JURISDICTION
    return "jurisdiction" if outcome == "jurisdiction found" else ""


def _not_reviewable(row: Row, stated: str) -> Check:
    review = review_of("501(3A)", "delegate")
    found = NO_JURISDICTION if review and review.merits == "none" else "jurisdiction"
    return _check(row, stated, found, "s 500(4A)(c)")


def _in_time(row: Row, law: Law, stated: str, applied: int) -> Check:
    """Put the nine days to the dates that a row states."""
    reviewed = row.get("decision_under_review_date")
    said = _NOTIFIED.search(str(row.get("procedural_issue") or ""))
    if said is None and not reviewed:
        return _check(row, stated, "", "no day of notice is stated")
    first, last = parse_date(said[1] if said else str(reviewed))
    under = "501CA(4)" if "501CA" in str(row.get("power")) else str(row.get("power"))
    # Without the day of notice, the day of the decision is the earliest it can be.
    given = (first, last) if said else (first, applied)
    notice = {
        "what": mask_of(Notice, "what", "decision"),
        "power": mask_of(Notice, "power", under),
        "made_by": mask_of(Notice, "made_by", "delegate"),
        "method": mask_of(Notice, "method", "email"),
        "defect": mask_of(Notice, "defect", "none"),
        "place": mask_of(Notice, "place", *PLACES),
        "given_on": given,
        "answered_on": (applied, applied),
    }
    case = Case({"notices": Elements((notice,))})
    found = deadlines(case, law, as_at=applied, known_at=applied)
    status = next((each.status for each in found if each.limit == "L4"), "")
    outcome = {"done": "jurisdiction", "done late": NO_JURISDICTION}.get(status, "")
    return _check(row, stated, outcome, "the day of notice is not stated")


def _check(row: Row, stated: str, found: str, reason: str) -> Check:
    citation = str(row["citation"])
    if not found:
        return Check(citation, _FIELD, UNDECIDABLE, stated, "", reason)
    status = AGREED if found == stated else DISAGREED
    return Check(citation, _FIELD, status, stated, found, "")
