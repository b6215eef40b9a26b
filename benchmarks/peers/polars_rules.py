"""The twelve rules in hand-written Polars that carries unknowns correctly.

A truth is a nullable Boolean, whose &, | and ~ are Kleene's. Intervals are pairs of
columns, days as whole numbers; a row for others counts at most perhaps.
"""

from __future__ import annotations

from typing import Any

import polars as pl
from benchmarks.peers import common
from benchmarks.peers.common import CHANGE, COUNTED, EARLIEST, NEVER, PROVED, mask

FEWEST, MOST = pl.Series(common.FEWEST), pl.Series(common.MOST)
UNKNOWN = pl.lit(None, pl.Boolean)
MANY = 1000


def truth(yes: pl.Expr, no: pl.Expr) -> pl.Expr:
    """True where surely so, false where surely not, else null."""
    return pl.when(yes).then(True).when(no).then(False).otherwise(UNKNOWN)


def at_most(low: pl.Expr, high: pl.Expr, bound: pl.Expr) -> pl.Expr:
    return truth(high <= bound, low > bound)


def less(a0: pl.Expr, a1: pl.Expr, b0: pl.Expr, b1: pl.Expr) -> pl.Expr:
    return truth(a1 < b0, a0 >= b1)


def is_in(name: str, *words: str) -> pl.Expr:
    given, wanted = pl.col(name), mask(name, *words)
    return truth((given & ~wanted) == 0, (given & wanted) == 0)


def yes(name: str) -> pl.Expr:
    return truth(pl.col(name) == 2, pl.col(name) == 0)


def happened(name: str) -> pl.Expr:
    return at_most(pl.col(f"{name}_from"), pl.col(f"{name}_to"), pl.col("as_at"))


def not_over(name: str) -> pl.Expr:
    low, high, now = pl.col(f"{name}_from"), pl.col(f"{name}_to"), pl.col("as_at")
    return truth(now < low, now >= high)


def capped(member: pl.Expr) -> pl.Expr:
    """A row for others is a member at most perhaps."""
    return pl.when(pl.col("others") & member).then(UNKNOWN).otherwise(member)


def moved(start: pl.Expr, months: pl.Expr, days: pl.Expr) -> pl.Expr:
    """The day some months and then days on, clamped to the month's end."""
    date = start.cast(pl.Date)
    month = date.dt.year() * 12 + date.dt.month().cast(pl.Int32) - 1 + months
    first = pl.date(month // 12, month % 12 + 1, 1)
    last = first.dt.days_in_month()
    inside = pl.min_horizontal(date.dt.day(), last).cast(pl.Int32)
    return first.cast(pl.Int32) + inside - 1 + days


def reaches(months: pl.Expr, days: pl.Expr, wanted: int, start: Any) -> pl.Expr:
    """Whether a term is long enough: 2 yes, 1 not by every calendar, 0 no."""
    short = (wanted - months).clip(0, 24)
    by_span = (
        pl.when(days >= pl.lit(MOST).gather(short))
        .then(2)
        .when(days < pl.lit(FEWEST).gather(short))
        .then(0)
        .otherwise(1)
    )
    if start is not None:
        f0, f1, needed, reached = start
        anchored = pl.when(reached >= needed).then(2).otherwise(0)
        by_span = pl.when(f0 == f1).then(anchored).otherwise(by_span)
    return pl.when(months >= wanted).then(2).when(days <= 0).then(0).otherwise(by_span)


def long_enough(wanted: int, anchored: bool) -> pl.Expr:
    low, high = (
        reaches(
            pl.col(f"m{i}"),
            pl.col(f"d{i}"),
            wanted,
            (pl.col("f0"), pl.col("f1"), pl.col(f"n{wanted}"), pl.col(f"r{i}"))
            if anchored
            else None,
        )
        for i in (0, 1)
    )
    return truth(low == 2, high == 0)


def exploded(people: pl.LazyFrame, name: str) -> pl.LazyFrame:
    """The elements of a list, each with its person's day."""
    one = people.select("id", "as_at", name).filter(pl.col(name).list.len() > 0)
    rows = one.explode(name).unnest(name)
    return rows.with_columns(pl.selectors.date().cast(pl.Int32))


def any_of(people: pl.LazyFrame, name: str, member: pl.Expr, out: str) -> pl.LazyFrame:
    found = exploded(people, name).select("id", capped(member).alias(out))
    return found.group_by("id").agg(pl.col(out).any(ignore_nulls=False))


def sentences(people: pl.LazyFrame) -> pl.LazyFrame:
    """Sentences with membership, counted length, end, and what each must reach."""
    gone = happened("quashed_on") | (happened("pardoned_on") & yes("pardon_erases"))
    periodic = is_in("kind", "periodic_detention")
    bounds = []
    for part, fill in (("months", 2400), ("days", 43920)):
        for i, (end, null) in enumerate((("least", 0), ("most", fill))):
            of = f"{part}_at_{end}"
            required = pl.col(f"required_{of}").fill_null(null)
            term = pl.col(f"term_{of}").fill_null(null)
            hull = (pl.min_horizontal if i == 0 else pl.max_horizontal)(required, term)
            chosen = (
                pl.when(pl.col("periodic"))
                .then(required)
                .when(~pl.col("periodic"))
                .then(term)
                .otherwise(hull)
            )
            bounds.append(chosen.alias(f"{part[0]}{i}"))
    frame = exploded(people, "sentences")
    frame = frame.with_columns(
        periodic=periodic,
        stands=happened("imposed_on") & ~gone,
        position=pl.int_range(pl.len()).over("id"),
        f0=pl.col("starts_on_from"),
        f1=pl.col("starts_on_to"),
    )
    frame = frame.with_columns(
        *bounds,
        member=capped(pl.col("stands") & is_in("kind", *COUNTED)),
        death=capped(pl.col("stands") & is_in("kind", "death")),
        life=is_in("kind", "life"),
    )
    frame = frame.with_columns(
        r0=moved(pl.col("f0"), pl.col("m0"), pl.col("d0")),
        r1=moved(pl.col("f0"), pl.col("m1"), pl.col("d1")),
        e1=moved(pl.col("f1"), pl.col("m1"), pl.col("d1")),
        n12=moved(pl.col("f0"), pl.lit(12), pl.lit(0)),
        n24=moved(pl.col("f0"), pl.lit(24), pl.lit(0)),
    )
    wanted = (
        "id",
        "as_at",
        "others",
        "position",
        "member",
        "death",
        "life",
        "f0",
        "f1",
    )
    return frame.select(
        *wanted, "m0", "m1", "d0", "d1", "r0", "e1",
        y12=long_enough(12, True), y24=long_enough(24, True),
    )  # fmt: skip


def sums(rows: pl.LazyFrame, months: int) -> pl.LazyFrame:
    """What the sentences add up to; (7)(c) at so many months."""
    member, perhaps = (
        pl.col("member").fill_null(False),
        pl.col("member").fill_null(True),
    )
    times = pl.when(pl.col("others")).then(MANY).otherwise(1)
    kleene = {"ignore_nulls": False}
    return rows.group_by("id").agg(
        pl.col("death").any(**kleene).alias("a"),
        (pl.col("member") & pl.col("life")).any(**kleene).alias("b"),
        (pl.col("member") & pl.col(f"y{months}")).any(**kleene).alias("c"),
        (pl.col("member") & pl.col("y24")).any(**kleene).alias("alone"),
        member.sum().alias("c0"),
        pl.when(perhaps).then(times).otherwise(0).sum().alias("c1"),
        *(
            pl.when(member).then(pl.col(n)).otherwise(0).sum().alias(n)
            for n in ("m0", "d0")
        ),
        *(
            pl.when(perhaps).then(pl.col(n) * times).otherwise(0).sum().alias(n)
            for n in ("m1", "d1")
        ),
    )


def covered(rows: pl.LazyFrame, keep: pl.Expr, x: pl.Expr, y: pl.Expr, out: str) -> Any:
    spans = rows.filter(keep).select("id", x=x, y=y).filter(pl.col("y") > pl.col("x"))
    spans = spans.sort("id", "x", "y")
    seen = pl.col("y").cum_max().shift(1).over("id").fill_null(EARLIEST)
    start = pl.max_horizontal(pl.col("x"), seen)
    days = (pl.col("y") - start).clip(0)
    return spans.select("id", days.alias(out)).group_by("id").agg(pl.col(out).sum())


def overlaps(rows: pl.LazyFrame) -> pl.LazyFrame:
    wanted = ("id", "others", "position", "member", "f0", "f1", "r0", "e1")
    one = rows.select(wanted)
    pairs = one.join(one, on="id", suffix="_b").filter(
        (pl.col("position") < pl.col("position_b"))
        | (pl.col("others") & (pl.col("position") == pl.col("position_b")))
    )
    c = pl.col
    truth_ = (
        c("member")
        & c("member_b")
        & truth(c("position") < c("position_b"), pl.lit(False))
        & less(c("f0"), c("f1"), c("r0_b"), c("e1_b"))
        & less(c("f0_b"), c("f1_b"), c("r0"), c("e1"))
    )
    return pairs.group_by("id").agg(truth_.any(ignore_nulls=False).alias("overlap"))


def answers(people: pl.LazyFrame, months: int) -> pl.LazyFrame:
    """The twelve answers of people, a row each; `months` is (7)(c)'s threshold."""
    people = people.with_columns(pl.col("as_at").cast(pl.Int32))
    rows = sentences(people).cache()
    old = rows.filter(pl.col("as_at") < CHANGE)
    surely = pl.col("member").fill_null(False)
    perhaps = pl.col("member").fill_null(True)
    first = pl.col("f0").fill_null(EARLIEST)
    last = pl.col("e1").fill_null(NEVER)
    parts = [
        sums(rows, months),
        covered(old, surely, pl.col("f1"), pl.col("r0"), "core"),
        covered(old, perhaps, first, last, "hull"),
        overlaps(old),
        *(any_of(people, *each) for each in members()),
    ]
    table = people.select("id", "as_at")
    for i, part in enumerate(parts):
        table = table.join(
            part.with_columns(pl.lit(True).alias(f"has{i}")), on="id", how="left"
        )
    return _results(table)


def members() -> list[tuple[str, pl.Expr, str]]:
    """What makes an element of the other lists count, and the column it makes."""
    association = (
        happened("made_on")
        & is_in("finding", "association")
        & yes("holds")
        & not_over("ended_on")
    )
    child = (
        happened("found_on")
        & is_in("outcome", *PROVED)
        & yes("involves_child_sexually")
    )
    inside = (
        happened("began_on")
        & is_in("place", "gaol")
        & is_in("basis", "sentence")
        & yes("full_time")
        & yes("australian_offence")
        & not_over("ended_on")
    )
    citizen = happened("began_on") & is_in("country", "australia")
    return [
        ("findings", association, "association"),
        ("offences", child, "child"),
        ("custody", inside, "inside"),
        ("citizenships", citizen & not_over("ended_on"), "citizen"),
    ]


def _results(table: pl.LazyFrame) -> pl.LazyFrame:
    c = pl.col
    missing = {"overlap": 3, "association": 4, "child": 5, "inside": 6, "citizen": 7}
    table = table.with_columns(
        *(
            pl.when(c(f"has{i}").is_null()).then(False).otherwise(c(name)).alias(name)
            for name, i in missing.items()
        ),
        new=c("as_at") >= CHANGE,
        several=truth(c("c0") >= 2, c("c1") < 2),
        year=long_enough(12, False),
        two=long_enough(24, False),
        core=c("core").fill_null(0),
        hull=c("hull").fill_null(0),
    )
    none = pl.lit(0)
    served = truth(
        reaches(none, c("core"), 24, None) == 2, reaches(none, c("hull"), 24, None) == 0
    )
    before = c("several") & c("two") & (c("alone") | served | ~c("overlap"))
    table = table.with_columns(
        d=pl.when("new").then(c("several") & c("year")).otherwise(before),
        child=c("new") & c("child"),
        inside=c("new") & c("inside"),
    )
    record = c("a") | c("b") | c("c") | c("d")
    ground = c("a") | c("b") | c("c") | c("child")
    results = {
        "(7)(a)": c("a"),
        "(7)(b)": c("b"),
        "(7)(c)": c("c"),
        "(7)(d)": c("d"),
        "(6)(a)": record,
        "(6)(b)": c("association"),
        "(6)(e)": c("child"),
        "(6)": record | c("association") | c("child"),
        "(3A)(b)": c("inside"),
        "citizen": c("citizen"),
        "(3A)": c("new") & ~c("citizen") & ground & c("inside"),
    }
    return table.sort("id").select(**results)
