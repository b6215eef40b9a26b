"""The dossier's vectors (part 15.7), every row: nominal, safe and arguable days."""

import csv
from io import StringIO

import pytest

from tasman.casework.counting import working_days_after
from tasman.facts.days import iso, parse_day
from tests.casework.procedure_facts import (
    HAND,
    MANDATORY,
    REFUSED,
    TRIBUNAL,
    UNHEARD,
    clock,
    notice,
    one,
)

VECTORS = """id,rule,day0_or_doc_date,place,nominal,safe,arguable_or_received
v01,L2,2026-11-06,NSW,2026-12-04,2026-12-04,2026-12-04
v02,POST7WD,2025-12-15,VIC,,,2025-12-24
v02b,L2,2025-12-24,VIC,2026-01-21,2026-01-21,2026-01-21
v03,POST7WD,2025-12-19,VIC,,,2026-01-02
v03b,L4,2026-01-02,VIC,2026-01-11,2026-01-12,2026-01-12
v04,POST7WD,2026-03-30,QLD,,,2026-04-10
v04b,L4,2026-04-10,QLD,2026-04-19,2026-04-20,2026-04-20
v05,POST7WD,2026-04-20,ACT,,,2026-04-30
v05b,L2,2026-04-30,ACT,2026-05-28,2026-05-28,2026-05-28
v06,POST7WD,2026-04-20,VIC,,,2026-04-29
v06b,L2,2026-04-29,VIC,2026-05-27,2026-05-27,2026-05-27
v07,POST7WD,2026-09-28,NSW,,,2026-10-08
v07b,L2,2026-10-08,NSW,2026-11-05,2026-11-05,2026-11-05
v08,POST7WD,2026-09-28,VIC,,,2026-10-07
v08b,L2,2026-10-07,VIC,2026-11-04,2026-11-04,2026-11-04
v09,POST7WD,2026-12-18,NSW,,,2026-12-31
v09b,L2,2026-12-31,NSW,2027-01-28,2027-01-28,2027-01-28
v10,POST7WD,2026-11-12,WA,,,2026-11-23
v10b,L4,2026-11-23,WA,2026-12-02,2026-12-02,2026-12-02
v10a,POST7WD,2018-11-07,NONE,,,2018-11-16
v11,L2,2025-11-27,NSW,2025-12-25,2025-12-29,2025-12-29
v12,L2,2026-03-06,NSW,2026-04-03,2026-04-07,2026-04-07
v13,L2,2026-03-28,NSW,2026-04-25,2026-04-27,2026-04-28
v14,L2,2026-03-28,VIC,2026-04-25,2026-04-27,2026-04-27
v15,L2,2026-05-04,ACT,2026-06-01,2026-06-01,2026-06-02
v16,L2,2026-05-04,NSW,2026-06-01,2026-06-01,2026-06-01
v17,L2,2026-08-30,WA,2026-09-27,2026-09-28,2026-09-29
v18,L2,2025-12-24,NSW,2026-01-21,2026-01-21,2026-01-21
v19,L3,2023-11-15,NSW,2023-11-22,2023-11-22,2023-11-22
v21,L3,2026-12-18,NSW,2026-12-25,2026-12-29,2026-12-29
v23,L4,2021-11-23,WA,2021-12-02,2021-12-02,2021-12-02
v24,L4,2022-09-29,NSW,2022-10-08,2022-10-10,2022-10-10
v25,L4,2026-07-10,NSW,2026-07-19,2026-07-20,2026-07-20
v26,L4,2026-10-01,NSW,2026-10-10,2026-10-12,2026-10-12
v27,L4,2026-09-25,NSW,2026-10-04,2026-10-05,2026-10-06
v29,L4,2026-05-22,ACT,2026-05-31,2026-06-01,2026-06-02
v31,L4,2026-02-27,ACT,2026-03-08,2026-03-09,2026-03-10
v35,L4,2025-12-16,NSW,2025-12-25,2025-12-29,2025-12-29
v36,L4,2026-12-16,NSW,2026-12-25,2026-12-29,2026-12-29
v37,L4,2026-03-25,NSW,2026-04-03,2026-04-07,2026-04-07
v39,L4,2026-04-17,QLD,2026-04-26,2026-04-27,2026-04-27
v40,L4,2026-06-19,NSW,2026-06-28,2026-06-29,2026-06-29
v41,L4,2026-06-20,NSW,2026-06-29,2026-06-29,2026-06-29
v42,L10,2026-07-10,-,2026-10-02,2026-10-02,2026-10-02
v43,L10,2019-02-27,-,2019-05-22,2019-05-22,2019-05-22
v44,L10,2026-05-10,-,2026-08-02,2026-08-02,2026-08-02
v46,L10,2017-10-25,-,2018-01-17,2018-01-17,2018-01-17
v47,L11,2026-10-02,NSW,2026-11-06,2026-11-06,2026-11-06
v48,L11,2025-11-20,NSW,2025-12-25,2025-12-29,2025-12-29
v49,L11,2026-02-27,NSW,2026-04-03,2026-04-07,2026-04-07
v50,L11,2026-08-16,NSW,2026-09-20,2026-09-21,2026-09-21
"""
ROWS = list(csv.DictReader(StringIO(VECTORS)))
KINDS = {
    "L2": MANDATORY,
    "L3": UNHEARD,
    "L4": REFUSED,
    "L10": REFUSED,
    "L11": TRIBUNAL,
}


def test_every_row_of_the_dossier_is_here():
    """Fifty-one rows, each once."""
    assert len(ROWS) == len({row["id"] for row in ROWS}) == 51


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["rule"] != "POST7WD"], ids=lambda row: row["id"]
)
def test_last_days(row):
    """A limit's three days are those of the vector."""
    day = row["day0_or_doc_date"]
    facts = {**KINDS[row["rule"]], **HAND, "given_on": day, "dated_on": day}
    if row["place"] != "-":
        facts["place"] = row["place"].lower()
    else:
        facts |= {"place": "nsw", "answered_on": day}
    found = clock(row["rule"], notice(**facts))
    assert (one(found.nominal), one(found.safe), one(found.arguable)) == (
        row["nominal"],
        row["safe"],
        row["arguable_or_received"],
    )


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row["rule"] == "POST7WD"], ids=lambda row: row["id"]
)
def test_seven_working_days_by_post(row):
    """The deemed receipt of a letter is that of the vector, by the law and by hand."""
    day = row["day0_or_doc_date"]
    place = row["place"].lower()
    if place == "none":
        received, _ = working_days_after(parse_day(day), 7, ())
        assert iso(received) == row["arguable_or_received"]
        return
    facts = {**MANDATORY, "method": "post", "dated_on": day, "given_on": day}
    found = clock("L2", notice(**facts, place=place, sent_from="act"))
    received, steps = working_days_after(parse_day(day), 7, (place,))
    assert one(found.day_zero) == iso(received) == row["arguable_or_received"]
    assert steps[-1].says == "working day 7"
