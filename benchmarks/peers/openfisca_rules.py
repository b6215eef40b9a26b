"""The twelve rules in OpenFisca-Core, which has no unknown: nothing known counts as no.

Elements of all lists are its persons, cases its groups. Its formulas choose their text
by period, so cases of the two regimes go into two simulations; the as-at day is an
input, a kindness: rules that read the period would need a simulation for each day.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from openfisca_core import entities, periods, taxbenefitsystems, variables
from openfisca_core.simulation_builder import SimulationBuilder

from tasman.facts.days import NEVER, day, iso
from tasman.facts.vocabulary import Citizenship, Custody, Finding, Offence, Sentence
from tasman.rules import calendar

Element = entities.Entity("element", "elements", "An element of a list", "")
Case = entities.GroupEntity(
    "case", "cases", "One person", "", roles=[{"key": "member", "plural": "members"}]
)
DAY, ETERNITY = periods.DateUnit.DAY, periods.DateUnit.ETERNITY
LISTS = ("sentences", "findings", "offences", "custody", "citizenships")
CHANGE = day(2014, 12, 11)
MOST = np.array([0, *(calendar.span_of_months(k)[1] for k in range(1, 25))])
MADE: list[type[variables.Variable]] = []


def made(
    name: str, of: Any, type_: type, default: Any, formulas: dict[str, Any]
) -> None:
    """Declare a variable; formulas by the day they start."""
    shape = {
        "entity": of,
        "value_type": type_,
        "default_value": default,
        "definition_period": DAY if formulas else ETERNITY,
        "label": name,
    }
    MADE.append(type(name, (variables.Variable,), shape | formulas))


def is_in(mask: Any, field: Any, *words: str) -> Any:
    wanted = sum(1 << field.values.index(word) for word in words)
    return (mask & wanted) != 0


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
    made(each, Element, int, NEVER if each in ("quashed", "pardoned") else 0, {})
for each in ["erases", "holds", "child", "full_time", "australian"]:
    made(each, Element, bool, False, {})
made("as_at", Case, int, 0, {})


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
    words = "gaol life suspended part_suspended youth_detention periodic_detention"
    kind = element("mask_kind", period)
    return element("stands", period) & is_in(kind, Sentence.kind, *words.split())


def _months(element: Any, period: Any) -> Any:
    periodic = is_in(element("mask_kind", period), Sentence.kind, "periodic_detention")
    required = element("required_months", period)
    return np.where(periodic, required, element("months", period))


def _days(element: Any, period: Any) -> Any:
    periodic = is_in(element("mask_kind", period), Sentence.kind, "periodic_detention")
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


made("stands", Element, bool, False, {"formula": _stands})
made("counted", Element, bool, False, {"formula": _counted})
made("counted_months", Element, int, 0, {"formula": _months})
made("counted_days", Element, int, 0, {"formula": _days})
made("ends", Element, int, 0, {"formula": _ends})
made("reaches_12", Element, bool, False, {"formula": _reaching(12)})
made("reaches_24", Element, bool, False, {"formula": _reaching(24)})


def _any_kind(word: str, member: str) -> Any:
    def formula(case: Any, period: Any) -> Any:
        kind = is_in(case.members("mask_kind", period), Sentence.kind, word)
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
    finding = is_in(
        case.members("mask_finding", period), Finding.finding, "association"
    )
    open_ = case.members("owner_day", period) < case.members("ended", period)
    holds = case.members("holds", period) & open_
    return case.any(_listed_members(case, period, "findings") & finding & holds)


def _child(case: Any, period: Any) -> Any:
    outcome = case.members("mask_outcome", period)
    proved = is_in(outcome, Offence.outcome, "convicted", "proved_without_conviction")
    such = proved & case.members("child", period)
    return case.any(_listed_members(case, period, "offences") & such)


def _inside(case: Any, period: Any) -> Any:
    place = is_in(case.members("mask_place", period), Custody.place, "gaol")
    basis = is_in(case.members("mask_basis", period), Custody.basis, "sentence")
    whole = case.members("full_time", period) & case.members("australian", period)
    open_ = case.members("owner_day", period) < case.members("ended", period)
    here = _listed_members(case, period, "custody")
    return case.any(here & place & basis & whole & open_)


def _citizen(case: Any, period: Any) -> Any:
    mask = case.members("mask_country", period)
    country = is_in(mask, Citizenship.country, "australia")
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


AFTER = "formula_2014_12_11"
made("a", Case, bool, False, {"formula": _any_kind("death", "stands")})
made("b", Case, bool, False, {"formula": _any_kind("life", "counted")})
made(
    "c", Case, bool, False, {"formula": lambda c, p: c.any(c.members("reaches_12", p))}
)
made("d", Case, bool, False, {"formula": _effective, AFTER: _nominal})
made("a6", Case, bool, False, {"formula": _either("a", "b", "c", "d")})
made("b6", Case, bool, False, {"formula": _association})
made("e6", Case, bool, False, {AFTER: _child})
made("test", Case, bool, False, {"formula": _either("a6", "b6", "e6")})
made("custody_now", Case, bool, False, {AFTER: _inside})
made("citizen", Case, bool, False, {"formula": _citizen})
made("must_cancel", Case, bool, False, {AFTER: _must})

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
COLUMNS = {
    "mask_kind": ("sentences", "kind", 0),
    "mask_finding": ("findings", "finding", 0),
    "mask_outcome": ("offences", "outcome", 0),
    "mask_place": ("custody", "place", 0),
    "mask_basis": ("custody", "basis", 0),
    "mask_country": ("citizenships", "country", 0),
    "months": ("sentences", "term_months_at_least", 0),
    "days": ("sentences", "term_days_at_least", 0),
    "required_months": ("sentences", "required_months_at_least", 0),
    "required_days": ("sentences", "required_days_at_least", 0),
    "starts": ("sentences", "starts_on_from", 0),
    "quashed": ("sentences", "quashed_on_from", NEVER),
    "pardoned": ("sentences", "pardoned_on_from", NEVER),
    "erases": ("sentences", "pardon_erases", 0),
    "holds": ("findings", "holds", 0),
    "child": ("offences", "involves_child_sexually", 0),
    "full_time": ("custody", "full_time", 0),
    "australian": ("custody", "australian_offence", 0),
}
HAPPENS = ("imposed_on", "made_on", "found_on", "began_on", "began_on")


def plain(array: pa.Array, null: int) -> Any:
    """A column as whole numbers, what is unknown as the default."""
    if array.type == pa.date32():
        array = array.view(pa.int32())
    return np.asarray(array.fill_null(null)).astype(np.int32)


class Fisca:
    """The tax and benefit system, as OpenFisca calls it, ready to be given batches."""

    carries_unknowns = False
    lines = sum(
        1
        for line in Path(__file__).read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.strip().startswith(('"""', "#"))
    )

    def __init__(self) -> None:
        self.system = taxbenefitsystems.TaxBenefitSystem([Element, Case])
        for variable in MADE:
            self.system.add_variable(variable)

    def inputs(self, batch: pa.RecordBatch) -> tuple[Any, dict[str, Any]]:
        """The rows' owners, and every input as an array over all elements."""
        owners, columns = (
            [],
            {name: [] for name in (*COLUMNS, "list", "happened", "ended")},
        )
        for i, name in enumerate(LISTS):
            array = batch.column(name)
            values = array.flatten()
            known = ~np.asarray(values.field("others").fill_null(False))
            count = np.diff(np.asarray(array.offsets))
            owners.append(np.repeat(np.arange(batch.num_rows), count)[known])
            size = int(known.sum())
            columns["list"].append(np.full(size, i, np.int32))
            when = plain(values.field(f"{HAPPENS[i]}_from"), NEVER)[known]
            columns["happened"].append(when)
            ended = values.type.get_field_index("ended_on_from")
            last = (
                plain(values.field(ended), 0)[known] if ended >= 0 else np.zeros(size)
            )
            columns["ended"].append(last)
            for column, (of, source, null) in COLUMNS.items():
                value = np.full(size, null, np.int32)
                if of == name:
                    value = plain(values.field(source), null)[known]
                columns[column].append(value)
        joined = {name: np.concatenate(parts) for name, parts in columns.items()}
        return np.concatenate(owners), joined

    def run(self, batch: pa.RecordBatch) -> dict[str, Any]:
        """Return the twelve results as Booleans."""
        owners, columns = self.inputs(batch)
        days = plain(batch.column("as_at"), 0)
        out = {name: np.zeros(batch.num_rows, bool) for name in OUTPUTS}
        for on, rows in self.periods(days):
            if len(rows):
                place = np.full(batch.num_rows, -1)
                place[rows] = np.arange(len(rows))
                mine = np.flatnonzero(place[owners] >= 0)
                part = {name: value[mine] for name, value in columns.items()}
                results = self.simulate(place[owners[mine]], part, days[rows], on)
                for name, value in results.items():
                    out[name][rows] = value
        return out

    def periods(self, days: Any) -> list[tuple[str, Any]]:
        """The periods to simulate, each with its rows: one for each regime."""
        old = np.flatnonzero(days < CHANGE)
        return [("2014-01-01", old), ("2020-01-01", np.flatnonzero(days >= CHANGE))]

    def simulate(self, owners: Any, columns: Any, days: Any, on: str) -> dict[str, Any]:
        """Build one simulation and calculate every result."""
        builder = SimulationBuilder()
        builder.create_entities(self.system)
        builder.declare_person_entity("element", range(len(owners)))
        cases = builder.declare_entity("case", range(len(days)))
        builder.join_with_persons(cases, owners, np.full(len(owners), "member"))
        simulation = builder.build(self.system)
        for name, value in columns.items():
            simulation.set_input(name, periods.ETERNITY, value)
        simulation.set_input("owner_day", periods.ETERNITY, days[owners])
        simulation.set_input("as_at", periods.ETERNITY, days)
        return {
            name: simulation.calculate(variable, on)
            for name, variable in OUTPUTS.items()
        }


class FiscaByDay(Fisca):
    """The same with the day as the period, as its rules are meant to be asked."""

    def periods(self, days: Any) -> list[tuple[str, Any]]:
        """The periods to simulate, each with its rows: one for each day."""
        return [(iso(int(on)), np.flatnonzero(days == on)) for on in np.unique(days)]
