"""What a second reading of the character dossier beside the code corrected."""

from __future__ import annotations

import pytest

from tasman.facts.days import parse_day
from tasman.law import current_law
from tasman.rules.provisions import Mark, Version
from tests.law.au.asking_of_all import found

NATURALISED = "citizen australia 2020-01-01..; citizen new_zealand 1980-05-05.."
RECORD = "gaol 3y 2018-01-01"
INTEREST = "found national_interest 2019-06-01"
ENDED = "visa special_category_444 1995-01-01..2019-03-01"
LEFT_ALONE = f"{RECORD}; decided 501(2) not_cancelled tribunal 2019-03-01; {INTEREST}"
BY_DELEGATE = f"{RECORD}; {INTEREST}; decided 501(2) cancelled delegate 2019-03-01"
GIVEN_BACK = (
    f"{RECORD}; {INTEREST}; decided 501(3A) cancelled delegate 2019-01-01 "
    "undone_on=2019-12-01 undone_by=delegate"
)
UNANSWERED = (
    "decided 501(3A) cancelled delegate 2019-03-01; "
    "decided 501CA(4) not_revoked delegate 2019-05-01"
)
NO_CITIZEN = (
    ("501A(2)", LEFT_ALONE),
    ("501A(3)", LEFT_ALONE),
    ("501B(2)", f"{BY_DELEGATE}; {ENDED}"),
    ("501E(1)", f"{BY_DELEGATE}; {ENDED}"),
    ("migration-regulations-1994/5001", f"{BY_DELEGATE}; {ENDED}"),
    ("501BA(2)", GIVEN_BACK),
    ("198(2B)", f"{UNANSWERED}; {ENDED}"),
)


@pytest.mark.parametrize(("pinpoint", "line"), NO_CITIZEN)
def test_no_power_over_someone_naturalised(pinpoint: str, line: str) -> None:
    """Yes of a non-citizen, no of the same person once a citizen."""
    assert found(pinpoint, line, "2020-02-01") == "Y"
    assert found(pinpoint, f"{line}; {NATURALISED}", "2020-02-01") == "N"


def test_kept_out_is_not_said_of_a_citizen() -> None:
    """The exclusion period of s 503 is open for a non-citizen only."""
    line = f"{BY_DELEGATE}; {ENDED}"
    assert found("503(1)", line, "2020-02-01") == "U not_covered"
    assert found("503(1)", f"{line}; {NATURALISED}", "2020-02-01") == "N"


ABORIGINAL = (
    "person aboriginal_descent=yes identifies_as_aboriginal=yes "
    "recognised_as_aboriginal=yes asked_for_removal_on=2020-01-15"
)


@pytest.mark.parametrize(
    ("person", "known_at", "wanted"),
    [
        ("person asked_for_removal_on=2020-01-15", "2026-11-21", "Y"),
        (ABORIGINAL, "2020-02-10", "Y"),
        (ABORIGINAL, "2020-02-11", "N"),
    ],
)
def test_no_duty_to_remove_a_non_alien(person: str, known_at: str, wanted: str) -> None:
    """As known from [2020] HCA 3 no duty of s 198 reaches an Aboriginal Australian."""
    line = f"{UNANSWERED}; {ENDED}; {person}"
    for pinpoint in ("198(1)", "198(2B)"):
        assert found(pinpoint, line, "2020-02-01", known_at) == wanted


AGAIN = f"decided 501BA(2) cancelled minister 2016-06-01; {ENDED[:-10]}2016-06-01"


@pytest.mark.parametrize(
    ("as_at", "wanted"), [("2017-02-22", "N"), ("2017-02-23", "Y")]
)
def test_s198_2a_reaches_s501ba_from_2017(as_at: str, wanted: str) -> None:
    """Section 501BA was put into s 198(2A) on 2017-02-23."""
    assert found("198(2A)", AGAIN, as_at) == wanted


@pytest.mark.parametrize("day", ["2005-01-01", "2014-12-10", "2014-12-11"])
def test_s202_does_not_wait_for_the_character_test_of_2014(day: str) -> None:
    """An adverse security assessment leaves s 202 open in every year."""
    line = "found security_risk 2004-01-01"
    assert found("202", line, day) == "U not_covered"
    assert found("202", "", day) == "N"


INTERPOL = "found interpol_risk 2016-01-01; person interpol_notice_on=2015-12-01"


@pytest.mark.parametrize(
    ("ended", "wanted"),
    [("never", "Y"), ("2016-03-02", "Y"), ("2016-03-01", "N")],
)
def test_an_interpol_notice_must_be_in_force(ended: str, wanted: str) -> None:
    """A finding of risk outlives the notice; the limb does not."""
    line = f"{INTERPOL} interpol_notice_ended_on={ended}"
    assert found("501(6)(h)", line, "2016-03-01") == wanted


REVOKED = (
    "gaol 3y 2018-01-01; decided 501(3A) cancelled delegate 2019-01-01 "
    "undone_on=2019-12-01 undone_by=delegate"
)


@pytest.mark.parametrize(
    ("since", "wanted"),
    [
        ("", "U unsettled"),
        ("; gaol 1m 2019-12-01", "U unsettled"),  # before it was given back
        ("; gaol 1m 2019-12-02", "Y"),  # new facts
    ],
)
def test_s501_2_on_facts_already_answered(since: str, wanted: str) -> None:
    """After a revocation s 501(2) is not said to be open on the same facts."""
    assert found("501(2)", f"{REVOKED}{since}", "2020-02-01") == wanted


DEPORTED = (
    "decided 200 deportation_ordered minister 2005-01-01; person in_australia=no; "
    "visa permanent {}..; found presence_is_a_risk 2019-01-01"
)


@pytest.mark.parametrize(
    ("granted", "wanted"), [("2005-01-01", "N"), ("2005-01-02", "Y")]
)
def test_deportation_ends_the_visas_of_its_day(granted: str, wanted: str) -> None:
    """A visa granted after the deportation order is not ended by it: s 82(4)."""
    assert found("128", DEPORTED.format(granted), "2020-02-01") == wanted


def test_nobody_abroad_is_ordered_to_be_deported() -> None:
    """The power of s 200 is over someone in Australia."""
    grave = "gaol 2y 2003-06-01 committed_on=2002-06-01"
    assert found("200", f"{grave}", "2004-02-01") == "Y"
    assert found("200", f"{grave}; person in_australia=no", "2004-02-01") == "N"


TWICE = f"{GIVEN_BACK}; decided 501BA(2) cancelled minister 2021-06-01; visa "
TWICE += "special_category_444 1995-01-01..2019-01-01"


@pytest.mark.parametrize(
    ("as_at", "again", "here"),
    [("2021-05-31", "U unsettled", "N"), ("2021-06-01", "U unsettled", "Y"),
     ("2021-06-02", "N", "Y")],
)  # fmt: skip
def test_a_visa_taken_twice_is_gone(as_at: str, again: str, here: str) -> None:
    """A visa recorded as ended by the first cancellation ends with the second."""
    assert found("501BA(2)", TWICE, as_at) == again
    assert found("15", TWICE, as_at) == here


@pytest.mark.parametrize(
    ("other", "wanted"),
    [
        ("visa protection 2010-01-01..", "U fact"),
        ("visa bridging 2010-01-01..2019-03-01", "Y"),
    ],
)
def test_other_visas_go_with_it_save_protection(other: str, wanted: str) -> None:
    """A protection visa held beside one other may be the one that was cancelled."""
    line = f"{BY_DELEGATE}; {ENDED}; {other}"
    assert found("501F(3)", line, "2020-02-01") == wanted


@pytest.mark.parametrize("kind", ["skilled_independent_189", "partner", "protection"])
def test_a_permanent_visa_is_one_thing(kind: str) -> None:
    """The same kinds of visa are permanent in ss 116, 501E and criterion 5001."""
    granted = f"visa {kind} 2019-06-01.. granted_by_minister"
    line = f"{BY_DELEGATE}; {ENDED}; {granted}"
    assert found("501E(1)", line, "2020-02-01") == "N"
    assert found("migration-regulations-1994/5001", line, "2020-02-01") == "N"
    assert found("116(1) by (e)", f"{granted}; found presence_is_a_risk 2019-01-01",
                 "2020-02-01") == "N"  # fmt: skip


@pytest.mark.parametrize(
    ("pinpoint", "line", "day", "wanted"),
    [
        ("4AA", "person born_on=1990-01-01; no citizenships", "2005-06-28", "N"),
        ("4AA", "person born_on=1990-01-01; no citizenships", "2005-06-29", "Y"),
        ("196(4)", "decided 501(2) cancelled delegate 2003-01-01; no visas; "
         "found no_real_prospect_of_removal 2003-01-01 holds=no", "2003-09-23", "N"),
        ("196(4)", "decided 501(2) cancelled delegate 2003-01-01; no visas; "
         "found no_real_prospect_of_removal 2003-01-01 holds=no", "2003-09-24", "Y"),
    ],
)  # fmt: skip
def test_later_sections_are_not_law_before_they_began(
    pinpoint: str, line: str, day: str, wanted: str
) -> None:
    """Section 4AA began on 2005-06-29 and s 196(4) in 2003."""
    assert found(pinpoint, line, day) == wanted


def test_s133f_asks_after_every_ground() -> None:
    """A cancellation for want of identity is not undone for want of a risk."""
    line = (
        "decided 133C cancelled minister 2019-01-01; "
        "found presence_is_a_risk 2019-01-01 holds=no; "
        "found presence_might_be_a_risk 2019-01-01 holds=no"
    )
    assert found("133F", line, "2020-02-01") == "U judgment"
    identity = "found identity_not_established 2019-01-01"
    assert found("133F", f"{line}; {identity}", "2020-02-01") == "N"


def test_the_bar_on_a_special_category_visa_is_said_of_new_zealanders() -> None:
    """A French citizen of the same record is not told of a visa never open to them."""
    assert found("32 bar", RECORD, "2020-02-01") == "Y"
    assert (
        found("32 bar", f"{RECORD}; citizen france 1980-05-05..", "2020-02-01") == "N"
    )


def test_s109_needs_a_holder_who_was_cleared() -> None:
    """Someone not immigration cleared is within s 116(1)(d), not s 109."""
    line = "found incorrect_information 2019-01-01; stay {} {}"
    on = "special_category_visa 1995-01-01.."
    yes = line.format(on, "immigration_cleared=yes")
    no = line.format(on, "immigration_cleared=no")
    assert found("109(1)", yes, "2020-02-01") == "Y"
    assert found("109(1)", no, "2020-02-01") == "N"


STILL_LISTED = "gaol 3y 2018-01-01; held gaol sentence 2018-01-01..2022-01-01; "
STILL_LISTED += "decided 501(3A) cancelled delegate 2019-03-01; visa {} 2010-01-01.."


@pytest.mark.parametrize(
    ("kind", "as_at", "wanted"),
    [
        ("special_category_444", "2019-02-28", "Y"),
        ("special_category_444", "2019-03-01", "Y"),  # the day of the decision
        ("special_category_444", "2019-03-02", "N"),
        ("protection", "2019-03-02", "U fact"),  # may not be the visa cancelled
    ],
)
def test_no_second_duty_though_the_file_lists_the_visa_as_held(
    kind: str, as_at: str, wanted: str
) -> None:
    """A cancellation that stands ends the visa, whatever its last day in the file."""
    assert found("501(3A)", STILL_LISTED.format(kind), as_at) == wanted


REACHED = {
    "133F": "decided 133C cancelled minister 2019-01-01",
    "197D": "found protection_obligations 2019-01-01; "
    "visa removal_pending_070 2024-12-06..",
    "76AAA": "visa removal_pending_070 2024-12-06..; "
    "person foreign_permission_on=2025-01-01",
    "501F(2)": "decided 501(2) cancelled delegate 2025-01-01; "
    "applied partner 2024-06-01",
    "501F(3)": "decided 501(1) refused delegate 2025-01-01",
}


@pytest.mark.parametrize("pinpoint", REACHED)
def test_what_reaches_non_citizens_is_not_said_of_citizens(pinpoint: str) -> None:
    """Each is open, or may be, over a non-citizen; never over a citizen."""
    line = REACHED[pinpoint]
    assert found(pinpoint, line, "2025-06-01") != "N"
    assert found(pinpoint, f"{line}; {NATURALISED}", "2025-06-01") == "N"


NATIVE_BORN = (
    "citizen australia 1980-05-05..; no visas; no stays; "
    "unknown applications; unknown offences; unknown decisions; unknown findings"
)


@pytest.mark.parametrize(
    "day", ["2005-01-01", "2013-06-30", "2016-01-01", "2026-11-21"]
)
def test_a_citizen_of_whom_little_is_known_gets_a_clean_answer(day: str) -> None:
    """No power, duty or consequence is left open for want of facts."""
    open_ = [
        version.pinpoint
        for version in _powers_and_consequences()
        if found(version.pinpoint, f"gaol 3y 2004-01-01; {NATIVE_BORN}", day) != "N"
    ]
    assert open_ == []


def _powers_and_consequences() -> list[Version]:
    law = current_law()
    versions = [law.versions(pinpoint)[0] for pinpoint in law.pinpoints]
    return [
        version
        for version in versions
        if version.pinpoint.startswith(("migration-act", "migration-regulations"))
        and version.kind in ("power", "duty", "deemed", "consequence")
        and version.arguments == ("Person",)
        and version.type == "truth"
    ]


@pytest.mark.parametrize(
    ("pinpoint", "day", "mark"),
    [
        ("2.52(2)(a)", "2014-12-11", "?"),
        ("2.52(2)(a)", "2014-12-12", "V"),
        ("2.52(2)(b)", "2014-12-11", "?"),
        ("2.52(2)(b)", "2014-12-12", "V"),
    ],
)
def test_what_was_not_read_before_the_regulation_of_2014_stays_marked(
    pinpoint: str, day: str, mark: str
) -> None:
    """Regulation 2.52(2) was read as it stands from 2014-12-12."""
    law_at = parse_day(day)
    version = current_law().in_force(
        f"migration-regulations-1994/{pinpoint}", law_at, law_at
    )
    assert version is not None
    assert version.mark is {"?": Mark.DOUBTFUL, "V": Mark.VERIFIED}[mark]


@pytest.mark.parametrize(
    ("finding", "wanted"),
    [
        ("", "Y"),
        ("; court acquitted_unsound_mind 2012-05-01", "Y"),  # an old ground
        ("; court acquitted_unsound_mind 2020-03-20", "Y"),  # the very day
        ("; court acquitted_unsound_mind 2020-03-21", "N"),
        ("; court found_unfit 2020-03-21", "U unsettled"),
    ],
)
def test_only_a_new_ground_of_concern_shuts_the_way_back(
    finding: str, wanted: str
) -> None:
    """Regulation 5.15A(3) looks at grounds since the representations."""
    line = (
        "gaol 2y 2019-01-10; decided 501(3A) cancelled delegate 2020-03-01 "
        "notified_on=2020-03-02 representations_on=2020-03-20 undone_on=2023-02-01 "
        "undone_by=tribunal; visa special_category_444 1995-01-01..2020-03-01"
    )
    place = "migration-regulations-1994/5.15A(3)"
    assert found(place, line + finding, "2024-05-01") == wanted
