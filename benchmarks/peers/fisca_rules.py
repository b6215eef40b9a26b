"""The twelve rules as formulas for OpenFisca-Core and policyengine-core, its fork.

Elements of all lists are the engines' persons, cases their groups. Neither engine has
an unknown: nothing known counts as no. The formulas load neither engine.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from benchmarks.peers import common
from benchmarks.peers.common import COUNTED, NEVER, PROVED, mask

LISTS = ("sentences", "findings", "offences", "custody", "citizenships")
MOST = np.array(common.MOST)


class Spec(NamedTuple):
    """A variable: what it is of, its default, and its formulas by the day they start.

    Without a formula it is an input, the same for ever.
    """

    name: str
    of: str
    default: Any
    formulas: dict[str, Any]


SPECS: list[Spec] = []


def made(name: str, of: str, default: Any, **formulas: Any) -> None:
    """Declare a variable."""
    SPECS.append(Spec(name, of, default, formulas))


def is_in(given: Any, field: str, *words: str) -> Any:
    return (given & mask(field, *words)) != 0


def moved(start: Any, months: Any, days: Any) -> Any:
    """The day some months and then days on, clamped to the month's end."""
    date = start.astype("M8[D]")
    month = date.astype("M8[M]")
    there = month + months.astype("m8[M]")
    last = (there + 1).astype("M8[D]") - np.timedelta64(1, "D")
    inside = there.astype("M8[D]") + (date - month.astype("M8[D]"))
    return np.minimum(inside, last).astype("M8[D]").astype(np.int32) + days


INTS = (
    "list mask_kind mask_finding mask_outcome mask_place mask_basis mask_country "
    "months days required_months required_days happened starts quashed pardoned "
    "ended owner_day"
)
for each in INTS.split():
    made(each, "element", NEVER if each in ("quashed", "pardoned") else 0)
for each in ["erases", "holds", "child", "full_time", "australian"]:
    made(each, "element", False)
made("as_at", "case", 0)


def _listed(element: Any, period: Any, name: str) -> Any:
    on = element.case("as_at", period)
    here = element("list", period) == LISTS.index(name)
    return here & (element("happened", period) <= on)


def _stands(element: Any, period: Any) -> Any:
    on = element.case("as_at", period)
    pardoned = (element("pardoned", period) <= on) & element("erases", period)
    gone = (element("quashed", period) <= on) | pardoned
    return _listed(element, period, "sentences") & ~gone


def _counted(element: Any, period: Any) -> Any:
    kind = element("mask_kind", period)
    return element("stands", period) & is_in(kind, "kind", *COUNTED)


def _months(element: Any, period: Any) -> Any:
    periodic = is_in(element("mask_kind", period), "kind", "periodic_detention")
    required = element("required_months", period)
    return np.where(periodic, required, element("months", period))


def _days(element: Any, period: Any) -> Any:
    periodic = is_in(element("mask_kind", period), "kind", "periodic_detention")
    required = element("required_days", period)
    return np.where(periodic, required, element("days", period))


def _ends(element: Any, period: Any) -> Any:
    start, months = element("starts", period), element("counted_months", period)
    return moved(start, months, element("counted_days", period))


def _reaching(wanted: int) -> Any:
    def formula(element: Any, period: Any) -> Any:
        start = element("starts", period)
        needed = moved(
            start, np.full(len(start), wanted), np.zeros(len(start), np.int32)
        )
        enough = element("counted_months", period) >= wanted
        return element("counted", period) & (
            enough | (element("ends", period) >= needed)
        )

    return formula


made("stands", "element", False, formula=_stands)
made("counted", "element", False, formula=_counted)
made("counted_months", "element", 0, formula=_months)
made("counted_days", "element", 0, formula=_days)
made("ends", "element", 0, formula=_ends)
made("reaches_12", "element", False, formula=_reaching(12))
made("reaches_24", "element", False, formula=_reaching(24))


def _any_kind(word: str, member: str) -> Any:
    def formula(case: Any, period: Any) -> Any:
        kind = is_in(case.members("mask_kind", period), "kind", word)
        return case.any(kind & case.members(member, period))

    return formula


def _effective(case: Any, period: Any) -> Any:
    """Two or more terms of 24 months in effect, overlaps counted once."""
    member = case.members("counted", period)
    start = case.members("starts", period)
    end = case.members("ends", period)
    owner = np.asarray(case.members_entity_id)
    rows = np.flatnonzero(member)
    rows = rows[np.lexsort((start[rows], owner[rows]))]
    served = np.zeros(case.count)
    overlap = np.zeros(case.count, bool)
    reached = np.full(case.count, -(10**9))
    first = np.r_[True, owner[rows][1:] != owner[rows][:-1]] if len(rows) else rows
    place = np.arange(len(rows)) - np.maximum.accumulate(
        np.where(first, np.arange(len(rows)), 0)
    )
    for n in range(int(place.max(initial=-1)) + 1):
        at = rows[place == n]
        who = owner[at]
        overlap[who] |= (start[at] < reached[who]) & (end[at] > start[at])
        from_ = np.maximum(start[at], reached[who])
        served[who] += np.maximum(0, end[at] - from_)
        reached[who] = np.maximum(reached[who], end[at])
    alone = case.any(case.members("reaches_24", period))
    nominal = _total_reaches(case, period, 24)
    several = case.sum(member) >= 2
    return several & nominal & (alone | (served >= 731) | ~overlap)


def _total_reaches(case: Any, period: Any, wanted: int) -> Any:
    """Whether the terms add up; odd days count as a month when any month is shorter."""
    member = case.members("counted", period)
    months = case.sum(case.members("counted_months", period) * member).astype(int)
    days = case.sum(case.members("counted_days", period) * member)
    return days >= MOST[np.clip(wanted - months, 0, 24)]


def _nominal(case: Any, period: Any) -> Any:
    several = case.sum(case.members("counted", period)) >= 2
    return several & _total_reaches(case, period, 12)


def _association(case: Any, period: Any) -> Any:
    finding = is_in(case.members("mask_finding", period), "finding", "association")
    open_ = case.members("owner_day", period) < case.members("ended", period)
    holds = case.members("holds", period) & open_
    return case.any(_listed_members(case, period, "findings") & finding & holds)


def _child(case: Any, period: Any) -> Any:
    outcome = case.members("mask_outcome", period)
    proved = is_in(outcome, "outcome", *PROVED)
    such = proved & case.members("child", period)
    return case.any(_listed_members(case, period, "offences") & such)


def _inside(case: Any, period: Any) -> Any:
    place = is_in(case.members("mask_place", period), "place", "gaol")
    basis = is_in(case.members("mask_basis", period), "basis", "sentence")
    whole = case.members("full_time", period) & case.members("australian", period)
    open_ = case.members("owner_day", period) < case.members("ended", period)
    here = _listed_members(case, period, "custody")
    return case.any(here & place & basis & whole & open_)


def _citizen(case: Any, period: Any) -> Any:
    mask = case.members("mask_country", period)
    country = is_in(mask, "country", "australia")
    open_ = case.members("owner_day", period) < case.members("ended", period)
    return case.any(_listed_members(case, period, "citizenships") & country & open_)


def _listed_members(case: Any, period: Any, name: str) -> Any:
    on = case.members("owner_day", period)
    here = case.members("list", period) == LISTS.index(name)
    return here & (case.members("happened", period) <= on)


def _either(*names: str) -> Any:
    def formula(case: Any, period: Any) -> Any:
        found = case(names[0], period)
        for name in names[1:]:
            found = found | case(name, period)
        return found

    return formula


def _must(case: Any, period: Any) -> Any:
    ground = _either("a", "b", "c", "e6")(case, period)
    return ~case("citizen", period) & ground & case("custody_now", period)


def _any_term(member: str) -> Any:
    return lambda case, period: case.any(case.members(member, period))


made("a", "case", False, formula=_any_kind("death", "stands"))
made("b", "case", False, formula=_any_kind("life", "counted"))
made("c", "case", False, formula=_any_term("reaches_12"))
made("d", "case", False, formula=_effective, formula_2014_12_11=_nominal)
made("a6", "case", False, formula=_either("a", "b", "c", "d"))
made("b6", "case", False, formula=_association)
made("e6", "case", False, formula_2014_12_11=_child)
made("test", "case", False, formula=_either("a6", "b6", "e6"))
made("custody_now", "case", False, formula_2014_12_11=_inside)
made("citizen", "case", False, formula=_citizen)
made("must_cancel", "case", False, formula_2014_12_11=_must)

OUTPUTS = {
    "(7)(a)": "a",
    "(7)(b)": "b",
    "(7)(c)": "c",
    "(7)(d)": "d",
    "(6)(a)": "a6",
    "(6)(b)": "b6",
    "(6)(e)": "e6",
    "(6)": "test",
    "(3A)(b)": "custody_now",
    "citizen": "citizen",
    "(3A)": "must_cancel",
}

REFORM = Spec("c", "case", False, {"formula": _any_term("reaches_24")})
"""(7)(c) at 24 months."""
