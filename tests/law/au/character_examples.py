"""The dossier's worked examples on the character test, as data: facts and answers.

Numbers are the dossier's labels. Columns: C s 501(7)(c); D s 501(7)(d); F fails an
objective limb; M the duty of s 501(3A); B behaviour concern non-citizen; S the ground
of s 201. Y, N, U (unknown), - (the dossier gives none). `note` says what the dossier
says beside the letter, or what the facts here add to it.
"""

from __future__ import annotations

from typing import NamedTuple


class Example(NamedTuple):
    """One example: the day of facts and law, and the letters for C D F M B."""

    number: str
    as_at: str
    case: str
    columns: str
    known_at: str = "2026-11-21"
    deportable: str = "-"
    note: str = ""

    def wants(self, column: str) -> str:
        """Return the letter of a column."""
        if column == "S":
            return self.deportable
        return self.columns.split()["CDFMB".index(column)]


GAOL_2015 = "held gaol sentence 2015-09-01.."
ELEVEN_AND_ONE = (
    "gaol 11m 2015-03-15; gaol 1m 2016-02-15; held gaol sentence 2015-03-15.."
)
TWO_OF_SIX = "gaol 6m 2010-02-01; gaol 6m 2010-02-01"
THREE_CUMULATIVE = "gaol 8m 2010-01-01; gaol 8m 2010-09-01; gaol 7m 2011-05-01"
OVERLAPPING = "gaol 9m 2010-01-01; gaol 9m 2010-07-01"
WEEKENDS = "periodic_detention 12m 2007-04-01 required=104d"
PROGRAM = "held residential_program sentence 2016-06-01.."
OLD_NZ = "gaol 15m 2011-02-01 jurisdiction=new_zealand"
AGGREGATE = "gaol 15m 2019-06-01 aggregate; held gaol sentence 2019-06-01.."
BOND_CHILD = "court proved_without_conviction 2014-06-01 involves_child_sexually; "
BOND_CHILD += "bond ? 2014-06-01"
UNFIT = "court found_unfit 2014-03-01 found_committed"
FORENSIC = "held forensic_hospital acquittal_or_unfitness 2014-03-01.."
POST = "found hate_or_extremism 2026-01-10 holds=unknown"
SINCE_2007 = "stay special_category_visa 2007-01-01..; "
SINCE_2007 += "visa special_category_444 2007-01-01.."
TWO_YEARS = (
    "gaol 2y 2018-06-15 committed_on=2018-06-01; held gaol sentence 2018-06-15.."
)
SHORT_TERMS = (
    "gaol 9m 2012-01-01 committed_on=2011-06-01; "
    "gaol 9m 2012-10-01 committed_on=2011-06-02; "
    "gaol 6m 2013-07-01 committed_on=2011-06-03; "
    "held gaol sentence 2012-01-01..2014-01-01"
)
REVOKED_2018 = (
    "gaol 2y 2016-06-01; held gaol sentence 2016-06-01..2018-05-01; "
    "decided 501(3A) cancelled delegate 2017-06-01 undone_on=2018-06-01 "
    "undone_by=delegate"
)
REMOVED = (
    "gaol 2y 2019-01-10; person in_australia=no removed_or_deported=yes; "
    "held gaol sentence 2019-01-10..2021-01-09; "
    "stay special_category_visa 1995-01-01..2021-02-01"
)
COMMON_ASSAULT = "court convicted 2018-05-01 common_assault maximum_penalty=2y"

EXAMPLES = (
    Example("1", "2016-03-01", f"gaol 12m 2015-09-01; {GAOL_2015}", "Y N Y Y Y"),
    Example("3", "2016-03-01", f"gaol 52w 2015-09-01; {GAOL_2015}", "N N N N N"),
    Example("4", "2016-03-01", ELEVEN_AND_ONE, "N Y Y N Y"),
    Example(
        "5",
        "2013-03-01",
        "gaol 11m 2012-03-15; gaol 1m 2013-02-15; held gaol sentence 2012-03-15..",
        "N N N N Y",
    ),
    Example(
        "6",
        "2016-03-01",
        "gaol 6m 2015-11-01; gaol 6m 2015-11-01; held gaol sentence 2015-11-01..",
        "N Y Y N N",
    ),
    Example("7", "2014-12-10", TWO_OF_SIX, "N N N N N"),
    Example("8", "2014-12-11", TWO_OF_SIX, "N Y Y N N"),
    Example("9", "2013-06-30", THREE_CUMULATIVE, "N N N N Y"),
    Example("10", "2015-06-30", THREE_CUMULATIVE, "N Y Y N Y"),
    Example(
        "12",
        "2003-06-30",
        "gaol 10m 2002-03-01; gaol 8m 2002-03-01; gaol 7m 2002-03-01",
        "N N N N N",
        note="facts of [2004] FCAFC 114",
    ),
    Example("13", "2012-06-30", OVERLAPPING, "N N N N U"),
    Example("14", "2016-06-30", OVERLAPPING, "N Y Y N U"),
    Example(
        "16",
        "2016-01-27",
        "part_suspended 18m 2012-04-15; held gaol sentence 2012-04-15..2012-08-15; "
        "gaol 3m 2015-12-20; held gaol sentence 2015-12-20..",
        "Y Y Y Y Y",
        note="facts like [2019] FCA 516",
    ),
    Example(
        "17",
        "2017-02-01",
        "gaol 3y 2015-01-10; held gaol sentence 2015-01-10..2016-12-01; "
        "held community parole 2016-12-01..",
        "Y N Y N Y",
    ),
    Example(
        "18",
        "2017-09-01",
        "gaol 3y 2015-01-10; held gaol sentence 2015-01-10..2016-12-01; "
        "held community parole 2016-12-01..2017-08-01; "
        "held gaol sentence 2017-08-01..",
        "Y N Y Y Y",
    ),
    Example(
        "20",
        "2020-10-21",
        "gaol 13m 2019-09-22; held gaol sentence 2019-09-22..2020-10-21",
        "Y N Y U Y",
        note="cancelled on the day of release, times unknown",
    ),
    Example("21", "2008-04-01", WEEKENDS, "N N N N U"),
    Example("22", "2016-04-01", f"{WEEKENDS}; gaol 9m 2010-01-01", "N Y Y N U"),
    Example(
        "23",
        "2021-04-01",
        "intensive_correction 14m 2020-12-01; held community sentence 2020-12-01..",
        "Y N Y N Y",
    ),
    Example(
        "25",
        "2016-04-01",
        "fine_default 13m 2015-06-01; held gaol sentence 2015-06-01..",
        "U N U U U",
        note="taken as being served on the day; were it over, M would be N",
    ),
    Example(
        "26",
        "2017-04-01",
        f"residential_program ? 2016-06-01 required=400d; {PROGRAM}",
        "Y N Y N U",
    ),
    Example(
        "27",
        "2017-04-01",
        f"residential_program ? 2016-06-01 required=300d; {PROGRAM}",
        "N N N N U",
    ),
    Example(
        "28",
        "2019-04-01",
        f"{OLD_NZ}; person in_australia=no; no visas; no stays; "
        "applied special_category_444 2019-04-01",
        "Y N Y N Y",
    ),
    Example(
        "29",
        "2019-11-01",
        f"{OLD_NZ}; gaol 1m 2019-10-20 jurisdiction=qld; "
        "held gaol sentence 2019-10-20..",
        "Y Y Y Y Y",
    ),
    Example(
        "30",
        "2019-11-01",
        "gaol 15m 2019-03-01 jurisdiction=new_zealand; visa permanent 2010-01-01..; "
        "held gaol sentence 2019-03-01.. country=new_zealand australian_offence=no; "
        "person in_australia=no; stay permanent 2010-01-01..2018-12-01",
        "Y N Y N Y",
    ),
    Example("31", "2019-11-20", AGGREGATE, "Y N Y Y Y", "2019-12-01"),
    Example(
        "32",
        "2019-11-20",
        AGGREGATE,
        "N N N N U",
        "2023-01-15",
        note="dossier: M invalid, B [?]",
    ),
    Example("33", "2019-11-20", AGGREGATE, "Y N Y Y Y", "2023-02-17"),
    Example(
        "34",
        "2023-01-20",
        "gaol 15m 2022-06-01 aggregate",
        "N N N N U",
        "2023-01-20",
        note="asked on the day; dossier: B [?]",
    ),
    Example(
        "35",
        "2023-03-01",
        "gaol 15m 2022-06-01 aggregate; held gaol sentence 2022-06-01..",
        "Y N Y Y Y",
    ),
    Example("36", "2016-02-01", BOND_CHILD, "N N Y N N"),
    Example("37", "2014-12-10", BOND_CHILD, "N N N N N"),
    Example(
        "38",
        "2017-02-01",
        "court convicted 1998-05-01 involves_child_sexually; bond ? 1998-05-01; "
        "gaol 3m 2017-01-10; held gaol sentence 2017-01-10..",
        "N N Y Y N",
    ),
    Example(
        "39",
        "2011-04-26",
        "court convicted 2011-02-01 in_immigration_detention; fine ? 2011-02-01",
        "N N Y N N",
    ),
    Example(
        "41",
        "2012-01-01",
        "court convicted 2011-09-01 is_detention_escape; gaol 6m 2011-09-01",
        "N N Y N N",
    ),
    Example(
        "44",
        "2013-10-09",
        "youth_detention 18m 2012-03-01 court=childrens taken_never_convicted=yes; "
        "person born_on=1998-01-01; citizen new_zealand 1998-01-01..; "
        "stay special_category_visa 2000-01-01..; "
        "visa special_category_444 2000-01-01..",
        "N N N N N",
        note="[2024] HCA 6",
    ),
    Example(
        "47a",
        "2014-12-10",
        f"{UNFIT} detained_as_result; {FORENSIC}",
        "N N N N U",
    ),
    Example(
        "47b",
        "2014-12-11",
        f"{UNFIT} detained_as_result; {FORENSIC}",
        "N N Y N U",
        note="(7)(f)",
    ),
    Example("48", "2016-02-01", UNFIT, "N N N N U"),
    Example(
        "49",
        "2015-01-01",
        "life ? 2013-01-01; held gaol sentence 2013-01-01..",
        "- N Y Y Y",
    ),
    Example(
        "50",
        "2016-01-01",
        "death ? 2005-01-01 jurisdiction=elsewhere; "
        "gaol ? 2005-06-01 jurisdiction=elsewhere",
        "U N Y N Y",
        note="commuted to a term of which the dossier does not give the length",
    ),
    Example(
        "52",
        "2014-12-11",
        "found security_risk 2014-12-01 held_by=asio",
        "N N Y N N",
    ),
    Example("53a", "2026-01-21", POST, "N N - N N", note="F: U by (c), (d)"),
    Example("53b", "2026-01-22", POST, "N N - N N", note="F: U by the hate ground"),
    Example(
        "54",
        "2020-01-01",
        "citizen australia 2000-01-01.. by=grant; no visas; gaol 10y 2015-01-10; "
        "held gaol sentence 2015-01-10..",
        "- - - - -",
        note="a citizen: no power",
    ),
    Example(
        "55",
        "2020-06-01",
        "person aboriginal_descent identifies_as_aboriginal recognised_as_aboriginal; "
        "gaol 18m 2020-01-10; held gaol sentence 2020-01-10..",
        "Y N Y Y Y",
        note="M on the text; not detainable or removable",
    ),
    Example(
        "56",
        "2004-01-01",
        "person born_on=1960-03-03; visa permanent 1985-01-01..; "
        "citizen new_zealand 1960-03-03..; "
        "stay permanent 1985-01-01..; life ? 2002-11-01 committed_on=2002-05-01; "
        "held gaol sentence 2002-11-01..",
        "Y - Y - Y",
        deportable="N",
    ),
    Example(
        "57",
        "2019-01-01",
        f"{SINCE_2007}; {SHORT_TERMS}; {TWO_YEARS}",
        "Y Y Y Y Y",
        deportable="Y",
        note="M by custody. The earlier prison is three terms under a year each, so "
        "that s 201 turns on the offence of 2018",
    ),
    Example(
        "58",
        "2019-01-01",
        f"{SINCE_2007}; {TWO_YEARS}",
        "Y N Y Y Y",
        deportable="N",
        note="M by custody",
    ),
    Example(
        "59",
        "2019-01-01",
        f"{SINCE_2007}; gaol 2y 2017-06-15 committed_on=2017-01-01",
        "- - - - -",
        deportable="N",
        note="exactly ten years after the first grant",
    ),
    Example("60", "2018-03-01", "court charged 2018-02-01", "N N N N N"),
    Example(
        "61",
        "2018-03-01",
        "court charged 2018-02-01; visa permanent 2010-01-01..; "
        "stay permanent 2010-01-01..",
        "N N N N -",
    ),
    Example(
        "63",
        "2025-03-01",
        "gaol 3y 2021-01-10; held gaol sentence 2021-01-10..2024-01-09; "
        "decided 501(3A) cancelled delegate 2022-02-01 undone_on=2024-08-01 "
        "undone_by=tribunal",
        "Y - Y - Y",
        note="s 501BA is open if in the national interest; time limit [?]",
    ),
    Example(
        "64",
        "2025-03-01",
        "gaol 3y 2021-01-10; held gaol sentence 2021-01-10..2024-01-09; "
        "decided 501(3A) cancelled delegate 2022-02-01 undone_on=2024-08-01 "
        "undone_by=minister",
        "Y - Y - Y",
        note="the Minister revoked: no s 501BA",
    ),
    Example(
        "66",
        "2020-12-01",
        f"{REVOKED_2018}; gaol 2m 2020-11-10; held gaol sentence 2020-11-10..",
        "Y Y Y N Y",
        note="[2022] FCAFC 6",
    ),
    Example(
        "67",
        "2020-12-01",
        f"{REVOKED_2018}; gaol 14m 2020-11-10; held gaol sentence 2020-11-10..",
        "Y Y Y Y Y",
        note="a fresh basis",
    ),
    Example(
        "68",
        "2024-05-01",
        f"{REMOVED}; person removed_only_after_revoked_501_3a=yes; "
        "visa special_category_444 1995-01-01..2020-03-01; "
        "decided 501(3A) cancelled delegate 2020-03-01 undone_on=2023-02-01 "
        "undone_by=delegate representations_on=2020-03-20",
        "Y - Y - Y",
        note="B by (d); reg 5.15A(3) Y",
    ),
    Example(
        "69",
        "2024-05-01",
        f"{REMOVED}; visa special_category_444 1995-01-01..2020-03-01; "
        "decided 501(2) cancelled delegate 2020-03-01",
        "Y - Y - Y",
        note="reg 5.15A(3) N",
    ),
    Example(
        "70",
        "2023-11-08",
        "person stateless; no citizenships; no visas; gaol 5y 2016-01-10; "
        "stay unlawful 2020-01-10..; held gaol sentence 2016-01-10..2021-01-09",
        "Y N Y - -",
        note="no country will take the person; detention unlawful",
    ),
    Example(
        "71",
        "2022-01-01",
        f"{COMMON_ASSAULT} caused_harm=no family_violence=no; fine ? 2018-05-01",
        "N N - N N",
        note="F is of the designated-offence Bills: Y in 2019, N in 2021",
    ),
    Example(
        "72",
        "2022-01-01",
        f"{COMMON_ASSAULT} caused_harm=yes family_violence=no; fine ? 2018-05-01",
        "N N - N N",
        note="F is of the Bill of 2021: Y",
    ),
    Example(
        "73",
        "2022-01-01",
        "court convicted 2018-05-01 breaches_protection_order maximum_penalty=2y; "
        "bond ? 2018-05-01",
        "N N - N N",
        note="F is of the Bills of 2018 to 2023: Y",
    ),
    Example(
        "74",
        "2022-01-01",
        "court convicted 2018-05-01 uses_weapon maximum_penalty=18m; fine ? 2018-05-01",
        "N N N N N",
        note="below the Bills' two years",
    ),
)
