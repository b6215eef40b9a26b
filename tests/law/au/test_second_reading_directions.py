"""What a second reading of the Directions dossier beside the code corrected."""

from __future__ import annotations

import pytest

from tests.directions.patterns import case, offence, under

SHOWN = ("seriousness", "violent_or_sexual", "sentence")


@pytest.mark.parametrize(("invisible", "truth"), [("no", 2), ("yes", 0)])
@pytest.mark.parametrize("number", [21, 65, 90, 99, 110])
def test_an_invisible_finding_is_not_weighed(
    number: int, invisible: str, truth: int
) -> None:
    """A finding that State law says never was engages nothing: [2023] HCA 17."""
    found = offence("violence", violence="yes", taken_never_convicted=invisible)
    power = "501(2)" if number == 21 else "501CA(4)"
    report = under(number, case(offences=[found], sentences=[]), power=power)
    for topic in SHOWN:
        weighed = report.find(topic)
        assert weighed is not None
        assert weighed.truth == truth, topic


@pytest.mark.parametrize(("supply", "truth"), [("yes", 2), ("no", 0)])
def test_direction_21_names_trafficking_not_possession(supply: str, truth: int) -> None:
    """Paragraph 2.6(a) is about importing and trafficking drugs."""
    facts = case(offences=[offence("drugs", drug_supply=supply)])
    weighed = under(21, facts, power="501(2)").find("drug_crime")
    assert weighed is not None and weighed.truth == truth
