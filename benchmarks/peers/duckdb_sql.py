"""The twelve rules in hand-written DuckDB SQL that carries unknowns correctly.

A truth is a nullable BOOLEAN, whose AND, OR and NOT are Kleene's. Intervals are pairs
of columns; a row for others counts at most perhaps.
"""

from __future__ import annotations

import os
import tempfile
from typing import Any

import duckdb
from benchmarks.peers import common
from benchmarks.peers.common import COUNTED, PROVED, mask
from benchmarks.peers.contender import (
    ANSWERS,
    Both,
    Contender,
    nullable,
    one_after_the_other,
)

MACROS = f"""
CREATE OR REPLACE MACRO is_in(c, w) AS CASE WHEN (c & w) = 0 THEN false
  WHEN (c & w) = c THEN true END;
CREATE OR REPLACE MACRO before(a0, a1, b) AS CASE WHEN a1 <= b THEN true
  WHEN a0 > b THEN false END;
CREATE OR REPLACE MACRO after(a, b0, b1) AS CASE WHEN a < b0 THEN true
  WHEN a >= b1 THEN false END;
CREATE OR REPLACE MACRO less(a0, a1, b0, b1) AS CASE WHEN a1 < b0 THEN true
  WHEN a0 >= b1 THEN false END;
CREATE OR REPLACE MACRO truth(t) AS CASE t WHEN 2 THEN true WHEN 0 THEN false END;
CREATE OR REPLACE MACRO reaches(m, d, w, s0, s1) AS CASE WHEN m >= w THEN 2
  WHEN d <= 0 THEN 0
  WHEN s0 = s1 THEN
    CASE WHEN s0::DATE + to_months(m::INTEGER) + to_days(d::INTEGER)
      >= s0::DATE + to_months(w) THEN 2 ELSE 0 END
  WHEN d >= {list(common.MOST[1:])}[(w - m)::BIGINT] THEN 2
  WHEN d < {list(common.FEWEST[1:])}[(w - m)::BIGINT] THEN 0 ELSE 1 END;
CREATE OR REPLACE MACRO long_enough(m0, m1, d0, d1, w, s0, s1) AS
  CASE WHEN reaches(m0, d0, w, s0, s1) = 2 THEN true
  WHEN reaches(m1, d1, w, s0, s1) = 0 THEN false END;
CREATE OR REPLACE MACRO some_of(t) AS CASE WHEN bool_or(t) THEN true
  WHEN bool_or(t IS NULL) THEN NULL ELSE false END;
CREATE OR REPLACE MACRO capped(t, others) AS
  CASE WHEN others AND t THEN NULL ELSE t END;
CREATE OR REPLACE MACRO either(when_, a, b, hull) AS
  CASE WHEN when_ THEN a WHEN NOT when_ THEN b ELSE hull END;
CREATE OR REPLACE MACRO most(member, x, others) AS
  CASE WHEN member IS DISTINCT FROM false THEN x * if(others, 1000, 1) ELSE 0 END;
"""


EVER, NEVER = "DATE '1805-09-22'", "DATE '2216-06-02'"

QUERY = f"""
WITH p AS (SELECT row_number() OVER () AS id, * FROM people),
s0 AS (SELECT id, as_at, unnest(sentences) AS s,
    generate_subscripts(sentences, 1) AS position FROM p),
s1 AS (SELECT id, position, s.others AS others, as_at,
    before(s.imposed_on_from, s.imposed_on_to, as_at) AS happened,
    s.starts_on_from AS f0, s.starts_on_to AS f1, s.kind AS kind,
    is_in(s.kind, {mask("kind", "periodic_detention")}) AS periodic,
    before(s.quashed_on_from, s.quashed_on_to, as_at)
      OR (before(s.pardoned_on_from, s.pardoned_on_to, as_at)
          AND truth(s.pardon_erases)) AS gone,
    coalesce(s.term_months_at_least, 0) AS tm0,
    coalesce(s.term_months_at_most, 2400) AS tm1,
    coalesce(s.term_days_at_least, 0) AS td0,
    coalesce(s.term_days_at_most, 43920) AS td1,
    coalesce(s.required_months_at_least, 0) AS rm0,
    coalesce(s.required_months_at_most, 2400) AS rm1,
    coalesce(s.required_days_at_least, 0) AS rd0,
    coalesce(s.required_days_at_most, 43920) AS rd1 FROM s0),
s2 AS (SELECT id, position, others, as_at, kind, f0, f1, gone, happened,
    capped(happened AND is_in(kind, {mask("kind", *COUNTED)}) AND NOT gone,
      others) AS member,
    either(periodic, rm0, tm0, least(rm0, tm0)) AS m0,
    either(periodic, rm1, tm1, greatest(rm1, tm1)) AS m1,
    either(periodic, rd0, td0, least(rd0, td0)) AS d0,
    either(periodic, rd1, td1, greatest(rd1, td1)) AS d1
    FROM s1),
s3 AS (SELECT *, f0 + to_months(m0) + to_days(d0) AS e0,
    f1 + to_months(m1) + to_days(d1) AS e1 FROM s2),
sums AS (SELECT id,
    some_of(capped(happened AND is_in(kind, {mask("kind", "death")}) AND NOT gone,
      others)) AS a,
    some_of(member AND is_in(kind, {mask("kind", "life")})) AS b,
    some_of(member AND long_enough(m0, m1, d0, d1, $months, f0, f1)) AS c,
    some_of(member AND long_enough(m0, m1, d0, d1, 24, f0, f1)) AS alone,
    count(*) FILTER (WHERE member) AS n0,
    sum(CASE WHEN NOT member THEN 0 WHEN others THEN 1000 ELSE 1 END) AS n1,
    sum(CASE WHEN member THEN m0 ELSE 0 END) AS m0,
    sum(most(member, m1, others)) AS m1,
    sum(CASE WHEN member THEN d0 ELSE 0 END) AS d0,
    sum(most(member, d1, others)) AS d1 FROM s3 GROUP BY id),
old AS (SELECT * FROM s3 WHERE as_at < DATE '2014-12-11'),
core AS (SELECT id, f1 AS x, e0 AS y FROM old WHERE member AND e0 > f1),
hull AS (SELECT id, coalesce(f0, {EVER}) AS x, coalesce(e1, {NEVER}) AS y FROM old
    WHERE member IS DISTINCT FROM false
    AND coalesce(e1, {NEVER}) > coalesce(f0, {EVER})),
core1 AS (SELECT id, x, y, max(y) OVER (PARTITION BY id ORDER BY x, y
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS seen FROM core),
hull1 AS (SELECT id, x, y, max(y) OVER (PARTITION BY id ORDER BY x, y
    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS seen FROM hull),
core2 AS (SELECT id, sum(greatest(0, date_diff('day', CASE WHEN seen > x THEN seen::DATE
    ELSE x::DATE END, y::DATE))) AS days FROM core1 GROUP BY id),
hull2 AS (SELECT id, sum(greatest(0, date_diff('day', CASE WHEN seen > x THEN seen::DATE
    ELSE x::DATE END, y::DATE))) AS days FROM hull1 GROUP BY id),
pairs AS (SELECT a.id AS id, some_of(a.member AND b.member
      AND CASE WHEN a.position < b.position THEN true END
      AND less(a.f0, a.f1, b.e0, b.e1) AND less(b.f0, b.f1, a.e0, a.e1)) AS overlap
    FROM old a JOIN old b ON a.id = b.id
      AND (a.position < b.position OR (a.others AND b.position = a.position))
    GROUP BY a.id),
f AS (SELECT id, some_of(capped(
      before(x.made_on_from, x.made_on_to, as_at)
      AND is_in(x.finding, {mask("finding", "association")})
      AND truth(x.holds) AND after(as_at, x.ended_on_from, x.ended_on_to),
      x.others)) AS t
    FROM (SELECT id, as_at, unnest(findings) AS x FROM p) GROUP BY id),
o AS (SELECT id, some_of(capped(
      before(x.found_on_from, x.found_on_to, as_at)
      AND is_in(x.outcome, {mask("outcome", *PROVED)})
      AND truth(x.involves_child_sexually), x.others)) AS t
    FROM (SELECT id, as_at, unnest(offences) AS x FROM p) GROUP BY id),
k AS (SELECT id, some_of(capped(
      before(x.began_on_from, x.began_on_to, as_at)
      AND is_in(x.place, {mask("place", "gaol")})
      AND is_in(x.basis, {mask("basis", "sentence")})
      AND truth(x.full_time) AND truth(x.australian_offence)
      AND after(as_at, x.ended_on_from, x.ended_on_to), x.others)) AS t
    FROM (SELECT id, as_at, unnest(custody) AS x FROM p) GROUP BY id),
z AS (SELECT id, some_of(capped(
      before(x.began_on_from, x.began_on_to, as_at)
      AND is_in(x.country, {mask("country", "australia")})
      AND after(as_at, x.ended_on_from, x.ended_on_to), x.others)) AS t
    FROM (SELECT id, as_at, unnest(citizenships) AS x FROM p) GROUP BY id),
r1 AS (SELECT p.id AS id, p.as_at >= DATE '2014-12-11' AS new, a, b, c, alone,
    CASE WHEN n0 >= 2 THEN true WHEN n1 < 2 THEN false END AS several,
    long_enough(m0, m1, d0, d1, 12, NULL, NULL) AS year,
    long_enough(m0, m1, d0, d1, 24, NULL, NULL) AS two_years,
    long_enough(0, 0, coalesce(core2.days, 0), coalesce(hull2.days, 0), 24, NULL, NULL)
      AS served,
    CASE WHEN pairs.id IS NULL THEN false ELSE overlap END AS overlap,
    CASE WHEN f.id IS NULL THEN false ELSE f.t END AS association,
    CASE WHEN o.id IS NULL THEN false ELSE o.t END AS child,
    CASE WHEN k.id IS NULL THEN false ELSE k.t END AS inside,
    CASE WHEN z.id IS NULL THEN false ELSE z.t END AS citizen
    FROM p LEFT JOIN sums USING (id) LEFT JOIN core2 USING (id)
    LEFT JOIN hull2 USING (id) LEFT JOIN pairs USING (id) LEFT JOIN f USING (id)
    LEFT JOIN o USING (id) LEFT JOIN k USING (id) LEFT JOIN z USING (id)),
r2 AS (SELECT id, new, a, b, c, association, citizen,
    CASE WHEN new THEN several AND year
      ELSE several AND two_years AND (alone OR served OR NOT overlap) END AS d,
    new AND child AS child, new AND inside AS inside FROM r1)
SELECT a AS "(7)(a)", b AS "(7)(b)", c AS "(7)(c)", d AS "(7)(d)",
  a OR b OR c OR d AS "(6)(a)", association AS "(6)(b)", child AS "(6)(e)",
  a OR b OR c OR d OR association OR child AS "(6)", inside AS "(3A)(b)",
  citizen AS "citizen",
  new AND NOT citizen AND (a OR b OR c OR child) AND inside AS "(3A)"
FROM r2 ORDER BY id
"""


class Sql(Contender):
    """The query, ready to be put to batches."""

    name = "DuckDB, by hand"
    packages = ("duckdb",)
    lines = len((MACROS + QUERY).splitlines())
    reform_by = "an edited text"

    def __init__(self, months: int = 12) -> None:
        self.query = QUERY.replace("$months", str(months))
        self.connection = duckdb.connect()
        self.connection.execute(f"SET threads TO {os.cpu_count() or 1}")
        self.connection.execute(MACROS)
        self.folder: Any = None

    def run(self, people: Any) -> Any:
        """Return the answers to an Arrow batch as a table of nullable booleans."""
        import pyarrow as pa

        self.connection.register("people", pa.Table.from_batches([people]))
        return self.connection.sql(self.query).to_arrow_table()

    def answers(self, out: Any) -> dict[str, list[int]]:
        """Return the answers by name."""
        if isinstance(out, list):
            columns = [[row[i] for row in out] for i in range(len(ANSWERS))]
        else:
            columns = [out.column(name).to_pylist() for name in ANSWERS]
        return {n: nullable(c) for n, c in zip(ANSWERS, columns, strict=True)}

    def texts(self, batch: Any) -> list[str]:
        """Return a file of people, a JSON text a line, and its columns as SQL has them.

        The files last as long as the contender does.
        """
        from benchmarks.peers.rows import column_types, json_lines

        self.folder = self.folder or tempfile.TemporaryDirectory()
        with tempfile.NamedTemporaryFile(dir=self.folder.name, delete=False) as file:
            file.write(json_lines(batch).encode())
        types = {n: _sql_type(t) for n, t in column_types(batch).items()}
        return [file.name, str(types)]

    def run_json(self, texts: list[str]) -> list[tuple[Any, ...]]:
        """Return the answers to a file of JSON texts as rows."""
        path, columns = texts
        read = f"read_json('{path}', format = 'newline_delimited', columns = {columns})"
        query = self.query.replace("FROM people", f"FROM {read}")
        return self.connection.sql(query).fetchall()

    def with_reform(self) -> Both:
        """Set up the edited query beside this one."""
        return one_after_the_other(self, Sql(24))


def _sql_type(of: Any) -> str:
    if isinstance(of, str):
        return of
    inner = ", ".join(f"{name} {type_}" for name, type_ in of.items())
    return f"STRUCT({inner})[]"
