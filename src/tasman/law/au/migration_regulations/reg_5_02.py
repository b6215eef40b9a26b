"""Regulation 5.02: documents for someone in immigration detention.

It stands in place of regulation 2.55 for them, and says to whom a document is given,
not how; no day of receipt is deemed.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Notice
from tasman.law.au.migration_act.s494c import (
    given_to_the_person_or_the_recipient_named,
    governed_by_the_rule_for_detention,
)
from tasman.law.au.migration_regulations.instrument import regulations
from tasman.rules.handles import Truth

_PLAIN = "In detention a document goes to the person, or to whom they authorised."
_NO_DEEMED_DAY = (
    "It names who may be given a document, not how: an email to the authorised lawyer "
    "suffices ([2023] FCAFC 193). That a letter counts from the day it in fact came is "
    "inferred from its silence."
)


@regulations.provision(
    "5.02",
    until="2023-11-01",
    applies_by=lambda notice: notice.given_on,
    sources="P20 P83",
    plain=_PLAIN,
    note=_NO_DEEMED_DAY,
)
@regulations.provision(
    "5.02",
    since="2023-11-01",
    applies_by=lambda notice: notice.given_on,
    mark="M",
    sources="P12 P20 P83",
    plain=_PLAIN,
    note=f"That it still governs cancellation documents is from memory. "
    f"{_NO_DEEMED_DAY}",
)
def given_to_the_detainee_or_someone_authorised(notice: Notice) -> Truth:
    """Given to the detainee, or to a person they authorised to be given documents."""
    authorised = notice.given_to.is_("authorised_recipient") & notice.recipient_named
    return notice.given_to.is_("person") | authorised


@regulations.provision(
    "5.02 (or s 494D)",
    sources="P1 P20 P21",
    citation="Migration Act 1958 (Cth) s 494D; Migration Regulations 1994 (Cth) "
    "reg 5.02",
    plain="Whether the document went to the right person, in detention or out of it.",
)
def given_to_the_right_person(notice: Notice) -> Truth:
    """By reg 5.02 where it governs, otherwise by s 494D."""
    detained = governed_by_the_rule_for_detention(notice)
    inside = given_to_the_detainee_or_someone_authorised(notice)
    outside = given_to_the_person_or_the_recipient_named(notice)
    return (detained & inside) | (~detained & outside) | (inside & outside)
