"""Facts of procedure from one line each: `what=mandatory_cancellation given=...`."""

from tasman.casework.deadlines import deadlines
from tasman.facts.case import NO, YES, Case, Elements
from tasman.facts.days import iso, parse_date, parse_day
from tasman.facts.fields import ChoiceField, DateField, TruthField
from tasman.facts.vocabulary import Decision, Notice
from tasman.law import current_law

LAW = current_law()
AFTER = parse_day("2027-12-31")


def record(kind, **facts):
    """The facts of a record in the engine's form, from words."""
    fields, found = kind.fields(), {}
    for name, text in facts.items():
        field = fields[name]
        if isinstance(field, DateField):
            found[name] = parse_date(text)
        elif isinstance(field, ChoiceField):
            found[name] = 1 << field.values.index(text)
        elif isinstance(field, TruthField):
            found[name] = YES if text in (True, "yes") else NO
        else:
            found[name] = text
    return found


def notice(**facts):
    return record(Notice, **facts)


def decision(**facts):
    return record(Decision, **facts)


def case(*notices, decisions=(), **person):
    """A case of these notices and decisions."""
    facts = {"notices": Elements(tuple(notices)), "decisions": Elements(decisions)}
    return Case({**facts, **person})


def clock(limit, *notices, as_at=AFTER, decisions=(), law=LAW):
    """The one deadline of a limit that a case has; None when it has none."""
    day = parse_day(as_at) if isinstance(as_at, str) else as_at
    found = deadlines(case(*notices, decisions=decisions), law, as_at=day, known_at=day)
    chosen = [each for each in found if each.limit == limit]
    assert len(chosen) <= 1, [each.to_dict() for each in chosen]
    return chosen[0] if chosen else None


def one(days):
    """A range of days as text, when it is one day."""
    if days is None:
        return None
    first, last = days
    return iso(first) if first == last else f"{iso(first)}..{iso(last)}"


MANDATORY = {
    "what": "mandatory_cancellation",
    "power": "501(3A)",
    "made_by": "delegate",
}
REFUSED = {"what": "decision", "power": "501CA(4)", "made_by": "delegate"}
TRIBUNAL = {"what": "tribunal_decision", "power": "501CA(4)", "made_by": "tribunal"}
UNHEARD = {
    "what": "cancellation_without_notice",
    "power": "501(3)",
    "made_by": "minister",
}
INTENTION = {"what": "intention"}
HAND, EMAIL, POST = {"method": "hand"}, {"method": "email"}, {"method": "post"}

STANDS = {"undone_on": "never", "aggregate_relied_on": "no"}
CANCELLED = {
    "power": "501(3A)",
    "result": "cancelled",
    "made_by": "delegate",
    "made_on": "2026-01-05",
    **STANDS,
}
HEARD = {**HAND, "given_on": "2026-01-08", "place": "nsw"}
LETTER = {**POST, "dated_on": "2026-01-08", "given_on": "2026-01-08", "place": "nsw"}
