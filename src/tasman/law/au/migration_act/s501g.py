"""Duties of procedure without a fixed length: notice, decision, tabling."""

from __future__ import annotations

from tasman.facts.kinds import FACT, UNSETTLED
from tasman.facts.vocabulary import Decision
from tasman.law.au.migration_act.act import act
from tasman.law.au.time_limits import NO_LENGTH, NOWHERE, SITTING_DAYS, terms
from tasman.rules.handles import Number, Truth, number, unknown

_CITE = "Migration Act 1958 (Cth) s "


@act.provision(
    "501CA(3) (time)",
    since="2014-12-11",
    applies_by=lambda decision: decision.made_on,
    kind="time limit",
    sources="P3 P11 P19",
    citation=_CITE + "501CA(3)",
    plain="Notice of a mandatory cancellation comes as soon as practicable.",
    note="From 2023-11-01 in a prescribed way: s 501CA(3A).",
    data=terms(
        "L17",
        "Give notice of the cancellation, with particulars and an invitation",
        who="minister",
        trigger="the decision",
        missed="A court may order that it be given; the cancellation stands.",
        unit=NO_LENGTH,
        rolls=False,
        whose_holidays=NOWHERE,
    ),
)
def mandatory_cancellation_calls_for_notice(decision: Decision) -> Truth:
    """After a cancellation under s 501(3A), notice as soon as practicable."""
    return decision.power.is_("501(3A)") & decision.result.is_("cancelled")


@act.provision(
    "501C(3) (time)",
    applies_by=lambda decision: decision.made_on,
    kind="time limit",
    sources="P4",
    citation=_CITE + "501C(3)",
    plain="Notice of a decision made unheard comes as soon as practicable.",
    data=terms(
        "L17",
        "Give notice of the decision, with particulars and an invitation",
        who="minister",
        trigger="the decision",
        missed="A court may order that it be given; the decision stands.",
        unit=NO_LENGTH,
        rolls=False,
        whose_holidays=NOWHERE,
    ),
)
def decision_made_unheard_calls_for_notice(decision: Decision) -> Truth:
    """After a decision under s 501(3) or 501A(3), notice as soon as practicable."""
    adverse = decision.result.is_("cancelled", "refused")
    return decision.power.is_("501(3)", "501A(3)") & adverse


@act.provision(
    "501CA(4) (time)",
    since="2014-12-11",
    applies_by=lambda decision: decision.made_on,
    kind="time limit",
    mark="M",
    sources="P44 P75",
    citation=_CITE + "501CA(4)",
    plain="Whether a decision has been too long in coming.",
    note="No time is fixed; a reasonable time, which a court may enforce.",
    data=terms(
        "L19",
        "Decide on the representations",
        who="minister",
        trigger="the representations",
        missed="A court may order that it be decided.",
        unit=NO_LENGTH,
        rolls=False,
        whose_holidays=NOWHERE,
    ),
)
def decision_due_in_a_reasonable_time(decision: Decision) -> Truth:
    """A decision on representations is made within a reasonable time."""
    due = decision.power.is_("501(3A)", "501(3)", "501A(3)")
    return due & unknown(UNSETTLED, "what time is reasonable")


_CAUGHT = "From 2021-05-25 decisions under s 501(3) too: s 501(4A), (4B)."


@act.provision(
    "501C(8) (which)",
    until="2021-05-25",
    applies_by=lambda decision: decision.made_on,
    sources="P1",
    citation=_CITE + "501C(8), (9)",
    plain="Whether the decision is tabled in Parliament.",
)
def outcome_is_tabled(decision: Decision) -> Truth:
    """The outcome of representations under s 501C."""
    return decision.power.is_("501C(4)")


@act.provision(
    "501C(8) (which)",
    since="2021-05-25",
    applies_by=lambda decision: decision.made_on,
    sources="P1 P81",
    citation=_CITE + "501C(8), (9), 501(4A), (4B)",
    plain="Whether the decision is tabled in Parliament.",
    note=_CAUGHT + " Not if it rests on s 501(6)(a), (e) or (g), or on an adverse or "
    "qualified security assessment: a file does not say on what a decision rested.",
)
def decision_or_outcome_is_tabled(decision: Decision) -> Truth:
    """The outcome of representations under s 501C; a decision under s 501(3)."""
    unheard = decision.power.is_("501(3)") & decision.result.is_("cancelled", "refused")
    rests = unknown(FACT, "whether the decision rests on s 501(6)(a), (e) or (g)")
    return decision.power.is_("501C(4)") | (unheard & rests)


@act.provision(
    "501C(8)",
    kind="time limit",
    sources="P4 P81",
    plain="Fifteen sitting days to table a decision in each House.",
    note=_CAUGHT + " Sitting days are not counted here: the calendar of sittings is "
    "not carried.",
    data=terms(
        "L20",
        "Table notice of the decision in each House",
        who="minister",
        trigger="the decision, or the last day for representations",
        missed="No effect on validity is stated.",
        applies="migration-act-1958/501C(8) (which)",
        unit=SITTING_DAYS,
        rolls=False,
        whose_holidays=NOWHERE,
    ),
)
def sitting_days_to_table_a_decision(
    decision: Decision, *, length: Number = number(15)
) -> Number:
    """Notice is laid before each House within 15 of its sitting days."""
    return length


@act.provision(
    "501J(7)",
    kind="time limit",
    sources="P1",
    plain="Fifteen sitting days to table an intervention, twice a year.",
    note="Sections 351, 195A and 197AB are to the same effect. Not counted here: the "
    "calendar of sittings is not carried, and a case file holds no intervention under "
    "these sections.",
    data=terms(
        "L21",
        "Table a statement of the intervention in each House",
        who="minister",
        trigger="1 July or 1 January after the decision",
        missed="No effect on validity is stated.",
        unit=SITTING_DAYS,
        rolls=False,
        whose_holidays=NOWHERE,
    ),
)
def sitting_days_to_table_an_intervention(
    decision: Decision, *, length: Number = number(15)
) -> Number:
    """A statement is laid before each House within 15 of its sitting days."""
    return length
