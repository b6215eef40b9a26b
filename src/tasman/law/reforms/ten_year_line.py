"""No cancellation after ten lawful years: scenarios R5 and R6."""

from __future__ import annotations

from tasman.facts.vocabulary import Person
from tasman.law.reforms.powers import (
    CANCELLATION,
    EACH_GRAVE_OFFENCE,
    grave,
    here_at_every_grave_offence,
    spare,
)
from tasman.law.reforms.reform import Reform
from tasman.rules.handles import Truth, months, years
from tasman.rules.law import Law


def _long_settled(person: Person) -> Truth:
    return here_at_every_grave_offence(person, years(10))


def _long_settled_and_not_grave(person: Person) -> Truth:
    five_years = person.sentences.any(lambda s: grave(s, months(60)))
    return _long_settled(person) & ~five_years


def _line(law: Law) -> Law:
    reason = "Not those lawfully here for ten years when they offended."
    return spare(law, _long_settled, CANCELLATION, reason=reason)


def _line_with_exception(law: Law) -> Law:
    reason = "Not those here for ten years, unless sentenced to five years."
    return spare(law, _long_settled_and_not_grave, CANCELLATION, reason=reason)


CHOICES = (
    EACH_GRAVE_OFFENCE,
    "Duty and discretion are both lifted; days in prison count as days here.",
)
REFORMS = (
    Reform(
        name="ten-year-line",
        title="A ten-year line",
        description=(
            "No cancellation of those who had lived lawfully in Australia for ten "
            "years when they offended."
        ),
        status="hypothetical",
        patch=_line,
        sources=("Immigration Act 2009 (NZ) s 161(1)(c), for the figure",),
        choices=CHOICES,
        scenario="R5",
    ),
    Reform(
        name="ten-year-line-serious",
        title="A ten-year line, five-year sentences apart",
        description=(
            "The ten-year line, but not for those sentenced to five years or more."
        ),
        status="hypothetical",
        patch=_line_with_exception,
        sources=("Immigration Act 2009 (NZ) s 161(1)(c), for both figures",),
        choices=CHOICES,
        scenario="R6",
    ),
)
"""The line, and the line with its exception."""
