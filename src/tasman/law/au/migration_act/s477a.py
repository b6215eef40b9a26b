"""Sections 476 to 486A: time for judicial review, in each court.

Since 2009-03-15 the time runs from the date of the written decision, not from receipt.
"""

from __future__ import annotations

from tasman.facts.vocabulary import Notice
from tasman.law.au.migration_act.act import act
from tasman.law.au.migration_act.s494c import received
from tasman.law.au.time_limits import COURT_APPLICATION, REGISTRY, terms
from tasman.rules.handles import Date, Duration, Truth, days

_SLUG = "migration-act-1958"
_CITE = "Migration Act 1958 (Cth) s "
_UNDER_501 = ("501(1)", "501(2)", "501(3)", "501(3A)")
_PERSONAL = (*_UNDER_501, "501A(2)", "501A(3)", "501B(2)", "501C(4)")
_ALL_PERSONAL = (*_PERSONAL, "501BA(2)", "501CA(4)")
_ON = (
    "tribunal_decision",
    "decision",
    "mandatory_cancellation",
    "cancellation_without_notice",
)
_UNCAPPED = "yes, without a cap, where the interests of justice need it"
_MISSED = "The application is incompetent unless time is extended."


def _of_the_tribunal(notice: Notice) -> Truth:
    return notice.what.is_("tribunal_decision")


def _mandatory_by_delegate(notice: Notice) -> Truth:
    return notice.what.is_("mandatory_cancellation") & notice.made_by.is_("delegate")


def _of_the_minister(notice: Notice, *powers: str) -> Truth:
    return notice.made_by.is_("minister") & notice.power.is_(*powers)


@act.provision(
    "476A(1) (who)",
    until="2017-02-23",
    applies_by=lambda notice: notice.dated_on,
    citation=_CITE + "476A(1)(b), (c)",
    sources="P1",
)
def goes_to_the_federal_court_before_2017(notice: Notice) -> Truth:
    """A Tribunal decision, or the Minister's own under ss 501 to 501C."""
    return _of_the_tribunal(notice) | _of_the_minister(notice, *_PERSONAL)


@act.provision(
    "476A(1) (who)",
    since="2017-02-23",
    applies_by=lambda notice: notice.dated_on,
    citation=_CITE + "476A(1)(b), (c)",
    sources="P6 P42",
)
def goes_to_the_federal_court(notice: Notice) -> Truth:
    """A Tribunal decision, or the Minister's own under ss 501 to 501CA."""
    return _of_the_tribunal(notice) | _of_the_minister(notice, *_ALL_PERSONAL)


@act.provision(
    "476(1) (who)",
    until="2017-02-23",
    applies_by=lambda notice: notice.dated_on,
    citation=_CITE + "476",
    sources="P1",
)
def goes_to_the_circuit_court_before_2017(notice: Notice) -> Truth:
    """A delegate's mandatory cancellation; the Minister's under ss 501BA or 501CA."""
    own = _of_the_minister(notice, "501BA(2)", "501CA(4)")
    return _mandatory_by_delegate(notice) | own


@act.provision(
    "476(1) (who)",
    since="2017-02-23",
    applies_by=lambda notice: notice.dated_on,
    citation=_CITE + "476",
    sources="P1 P7",
)
def goes_to_the_circuit_court(notice: Notice) -> Truth:
    """A delegate's mandatory cancellation, which no tribunal reviews."""
    return _mandatory_by_delegate(notice)


@act.provision(
    "486A(1) (who)",
    applies_by=lambda notice: notice.dated_on,
    citation=_CITE + "486A",
    sources="P1",
    note="Section 75(v) reaches every such decision; listed where no other court may "
    "hear it, because the Tribunal could have: s 476(2), (4).",
)
def goes_to_the_high_court_alone(notice: Notice) -> Truth:
    """A delegate's decision that the Tribunal could review."""
    return notice.what.is_("decision") & notice.made_by.is_("delegate")


def _court(
    limit: str, court: str, pinpoint: str, extension: str, day_zero: str
) -> dict[str, object]:
    trigger = (
        "the date of the written decision or notice"
        if day_zero == "dated_on"
        else "the day the person was notified"
    )
    return dict(
        terms(
            limit,
            f"Apply to the {court}",
            who="person",
            trigger=trigger,
            missed=_MISSED,
            on=_ON,
            applies=f"{_SLUG}/{pinpoint} (who)",
            day_zero=day_zero,
            done=COURT_APPLICATION,
            whose_holidays=REGISTRY,
            extension=extension,
            optional=limit != "L11",
        )
    )


_FEDERAL = ("L11", "Federal Court", "476A(1)")
_CIRCUIT = ("L12", "Federal Circuit and Family Court (Division 2)", "476(1)")
_MAGISTRATES = ("L12", "Federal Magistrates Court", "476(1)")
_HIGH = ("L13", "High Court", "486A(1)")
_FIFTY_SIX = "yes, by up to 56 more days (84 in all)"


@act.provision(
    "478(1)(b)",
    until="2001-10-02",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    sources="P70",
    plain="Twenty-eight days to go to the Federal Court, and no more.",
    data=_court(*_FEDERAL, "none", "received"),
    note="Old Part 8. The 28 days were read; the rest is from memory.",
)
def last_day_under_old_part_8(notice: Notice, *, length: Duration = days(28)) -> Date:
    """28 days after notification, with no extension."""
    return received(notice) + length


@act.provision(
    "477(1) to 2005",
    since="2001-10-02",
    until="2005-12-01",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    mark="M",
    citation=_CITE + "477 (2001 to 2005)",
    sources="P39",
    plain="Twenty-eight days to go to a federal court, and no more.",
    data=_court(*_FEDERAL, "none", "received"),
    note="Read down for jurisdictional error after [2003] HCA 2 (from memory).",
)
def last_day_for_the_federal_courts(
    notice: Notice, *, length: Duration = days(28)
) -> Date:
    """28 days after notification, with no extension."""
    return received(notice) + length


@act.provision(
    "477A(1)",
    since="2005-12-01",
    until="2009-03-15",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    sources="P39 P40",
    plain="Twenty-eight days to go to the Federal Court.",
    data=_court(*_FEDERAL, _FIFTY_SIX, "received"),
    note="From actual notification. The first day of this version is from memory.",
)
def last_day_for_the_federal_court_from_notification(
    notice: Notice, *, length: Duration = days(28)
) -> Date:
    """28 days after actual notification."""
    return received(notice) + length


@act.provision(
    "477A(1)",
    since="2009-03-15",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    sources="P1 P6 P40 P71",
    data=_court(*_FEDERAL, _UNCAPPED, "dated_on"),
    plain="Thirty-five days from the date of the decision to go to the Federal Court.",
    note="Runs from the date of the written decision in spite of any defect of notice.",
)
def last_day_for_the_federal_court(
    notice: Notice, *, length: Duration = days(35)
) -> Date:
    """35 days after the date of the migration decision."""
    return notice.dated_on + length


@act.provision(
    "477(1)",
    since="2005-12-01",
    until="2009-03-15",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    sources="P39 P40",
    plain="Twenty-eight days to go to the Federal Magistrates Court.",
    data=_court(*_MAGISTRATES, _FIFTY_SIX, "received"),
    note="From actual notification. The first day of this version is from memory.",
)
def last_day_for_the_magistrates_court(
    notice: Notice, *, length: Duration = days(28)
) -> Date:
    """28 days after actual notification."""
    return received(notice) + length


@act.provision(
    "477(1)",
    since="2009-03-15",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    sources="P1 P7 P40 P71",
    plain="Thirty-five days to go to the Federal Circuit and Family Court.",
    data=_court(*_CIRCUIT, _UNCAPPED, "dated_on"),
    note="The court was the Federal Magistrates Court to 2013-04-11 and the Federal "
    "Circuit Court to 2021-08-31 (from memory).",
)
def last_day_for_the_circuit_court(
    notice: Notice, *, length: Duration = days(35)
) -> Date:
    """35 days after the date of the migration decision."""
    return notice.dated_on + length


@act.provision(
    "486A(1)",
    since="2001-10-02",
    until="2005-12-01",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    mark="M",
    sources="P39",
    plain="Thirty-five days to go to the High Court.",
    data=_court(*_HIGH, "none", "received"),
)
def last_day_for_the_high_court_at_first(
    notice: Notice, *, length: Duration = days(35)
) -> Date:
    """35 days after notification, with no extension."""
    return received(notice) + length


@act.provision(
    "486A(1)",
    since="2005-12-01",
    until="2009-03-15",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    sources="P39 P40",
    plain="Twenty-eight days to go to the High Court.",
    data=_court(*_HIGH, _FIFTY_SIX, "received"),
    note="Held invalid in [2007] HCA 14 (2007-04-18): shown as a caution only.",
)
def last_day_for_the_high_court_from_notification(
    notice: Notice, *, length: Duration = days(28)
) -> Date:
    """28 days after actual notification."""
    return received(notice) + length


@act.provision(
    "486A(1)",
    since="2009-03-15",
    kind="time limit",
    applies_by=lambda notice: notice.dated_on,
    sources="P1 P36 P71",
    plain="Thirty-five days to go to the High Court.",
    data=_court(*_HIGH, _UNCAPPED, "dated_on"),
    note="A day on which the registry is shut helps by s 36(2), not by a court's rule.",
)
def last_day_for_the_high_court(notice: Notice, *, length: Duration = days(35)) -> Date:
    """35 days after the date of the migration decision."""
    return notice.dated_on + length
