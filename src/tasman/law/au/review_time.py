"""Time limits outside the Migration Act: the Tribunal's own, the courts', and the roll.

The general time to apply to the Tribunal, appeals in the Federal Court and the High
Court, and Acts Interpretation Act 1901 s 36 on a last day when offices are shut.
"""

from __future__ import annotations

from tasman.facts.kinds import FACT
from tasman.facts.vocabulary import Notice
from tasman.law.au.migration_act.s494c import received
from tasman.law.au.migration_act.s500 import reviewable
from tasman.law.au.procedure_sources import PROCEDURE_SOURCES
from tasman.law.au.time_limits import REGISTRY, in_migration_zone, terms
from tasman.rules.handles import Date, Duration, Truth, days, unknown
from tasman.rules.provisions import Act


def _act(title: str, unit: str = "s") -> Act:
    return Act(
        title,
        jurisdiction="Cth",
        unit=unit,
        opens="1999-06-01",
        sources=PROCEDURE_SOURCES,
        verified_on="2026-11-21",
    )


art_act = _act("Administrative Review Tribunal Act 2024")
aat_act = _act("Administrative Appeals Tribunal Act 1975")
federal_court_rules = _act("Federal Court Rules 2011", "r")
high_court_rules = _act("High Court Rules 2004", "r")
interpretation_act = _act("Acts Interpretation Act 1901")

ACTS = (art_act, aat_act, federal_court_rules, high_court_rules, interpretation_act)

_WHO = "administrative-review-tribunal-act-2024/18 (who)"


def _deportation(notice: Notice) -> Truth:
    """A deportation order, which only some may take to the Tribunal: s 500(2)."""
    ordered = notice.what.is_("decision") & notice.power.is_("200")
    return ordered & unknown(FACT, "whether s 500(2) lets the person apply")


@art_act.provision(
    "18 (who)",
    until="2017-02-23",
    applies_by=received,
    citation="Migration Act 1958 (Cth) s 500(1), (6B)",
    sources="P1 P25",
)
def has_the_general_time_before_2017(notice: Notice) -> Truth:
    """A decision outside s 500(6B): s 501CA(4), deportation, or a person overseas."""
    overseas = reviewable(notice, "501(1)", "501(2)") & ~in_migration_zone(notice)
    return reviewable(notice, "501CA(4)") | overseas | _deportation(notice)


@art_act.provision(
    "18 (who)",
    since="2017-02-23",
    applies_by=received,
    citation="Migration Act 1958 (Cth) s 500(1), (6B)",
    sources="P1 P2",
    note="Whether the migration zone is tested at decision, notice or application is "
    "open. Of a deportation order only citizens and lawful residents without limit of "
    "time may seek review: s 500(2). Under s 500(3) a refusal under s 501(1) or (2) "
    "may need an applicant in Australia.",
)
def has_the_general_time(notice: Notice) -> Truth:
    """A decision about a person outside the migration zone, or a deportation order."""
    within = reviewable(notice, "501(1)", "501(2)", "501CA(4)")
    return (within & ~in_migration_zone(notice)) | _deportation(notice)


_GENERAL = terms(
    "L5",
    "Apply to the Tribunal (general time)",
    who="person",
    trigger="the day the person was notified",
    missed="The Tribunal's leave to apply late is needed.",
    on=("decision",),
    applies=_WHO,
    whose_holidays=REGISTRY,
    extension="yes, by the Tribunal; lodge within nine days all the same",
)


@aat_act.provision(
    "29(2)",
    until="2024-10-14",
    applies_by=received,
    kind="time limit",
    mark="M",
    sources="P1",
    data=_GENERAL,
    plain="Twenty-eight days to apply to the Tribunal.",
    note="Extension: s 29(7).",
)
def general_last_day_for_the_old_tribunal(
    notice: Notice, *, length: Duration = days(28)
) -> Date:
    """An application is lodged within 28 days after the decision was given."""
    return received(notice) + length


@art_act.provision(
    "18",
    since="2024-10-14",
    applies_by=received,
    kind="time limit",
    mark="?",
    sources="P32",
    data=_GENERAL,
    plain="Twenty-eight days to apply to the Tribunal.",
    note="The rules set the period; r 5 was not read. It may not end before 28 days "
    "after the decision. Extension: s 19.",
)
def general_last_day(notice: Notice, *, length: Duration = days(28)) -> Date:
    """An application is made within 28 days after notice, unless extended."""
    return received(notice) + length


def _appeal(court: str) -> dict[str, object]:
    return dict(
        terms(
            "L14",
            f"Appeal to the {court}, or ask it for leave",
            who="person",
            trigger="the date of the judgment",
            missed="An extension of time is needed.",
            on=("judgment",),
            day_zero="dated_on",
            whose_holidays=REGISTRY,
            extension="yes, by the court",
        )
    )


@federal_court_rules.provision(
    "36.03",
    since="2011-08-01",
    applies_by=lambda notice: notice.dated_on,
    kind="time limit",
    mark="M",
    sources="P0",
    data=_appeal("Full Court of the Federal Court"),
    plain="Twenty-eight days to appeal to the Full Court.",
)
def last_day_to_appeal_to_the_full_court(
    notice: Notice, *, length: Duration = days(28)
) -> Date:
    """A notice of appeal is filed within 28 days after the judgment."""
    return notice.dated_on + length


@high_court_rules.provision(
    "41.02",
    since="2005-01-01",
    applies_by=lambda notice: notice.dated_on,
    kind="time limit",
    mark="M",
    sources="P0",
    data=_appeal("High Court (from the Full Court)"),
    plain="Twenty-eight days to ask for special leave.",
)
def last_day_for_special_leave(notice: Notice, *, length: Duration = days(28)) -> Date:
    """An application for special leave is filed within 28 days after the judgment."""
    return notice.dated_on + length


@interpretation_act.provision(
    "36(2)",
    until="2011-12-27",
    applies_by=lambda notice: notice.dated_on,
    kind="deemed",
    sources="P37",
    plain="A last day on which offices are shut moves on.",
    note="A bank holiday counted too. The day the new text began is from memory.",
    data={"bank_holidays": True},
)
@interpretation_act.provision(
    "36(2)",
    since="2011-12-27",
    applies_by=lambda notice: notice.dated_on,
    kind="deemed",
    sources="P37",
    plain="A last day on which offices are shut moves on.",
    note="A day on which the one office concerned is shut all day counts too. Which "
    "State's holidays count is open where a thing may be done in several.",
    data={"bank_holidays": False},
)
def a_last_day_rolls(notice: Notice) -> Truth:
    """A thing due on a Saturday, Sunday or holiday may be done on the next other day.

    It moves the last day of a limit on doing a thing, never its first, nor an event
    that the Act deems to happen.
    """
    return notice.what.is_(
        "intention",
        "mandatory_cancellation",
        "cancellation_without_notice",
        "decision",
        "other_cancellation",
        "review_application",
        "tribunal_decision",
        "judgment",
    )
