"""`tasman clock`: one notice's clocks from flags alone, for use on the telephone."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tasman.cli.common import (
    FINDING,
    day_option,
    deliver,
    for_example,
    json_text,
    today,
)

if TYPE_CHECKING:
    from tasman.casework.deadline import Deadline

KINDS = {
    "intention": {"what": "intention"},
    "mandatory-cancellation": {
        "what": "mandatory_cancellation",
        "power": "501(3A)",
        "made_by": "delegate",
    },
    "cancellation-without-notice": {
        "what": "cancellation_without_notice",
        "power": "501(3)",
        "made_by": "minister",
    },
    "refusal-to-revoke": {
        "what": "decision",
        "power": "501CA(4)",
        "made_by": "delegate",
    },
    "cancellation": {"what": "decision", "power": "501(2)", "made_by": "delegate"},
    "refusal": {"what": "decision", "power": "501(1)", "made_by": "delegate"},
    "minister": {"what": "decision", "power": "501CA(4)", "made_by": "minister"},
    "tribunal-decision": {
        "what": "tribunal_decision",
        "power": "501CA(4)",
        "made_by": "tribunal",
    },
    "other-cancellation": {"what": "other_cancellation", "power": "116"},
    "hearing": {"what": "hearing"},
    "judgment": {"what": "judgment", "made_by": "court"},
    "questioning": {},
}
"""The notices a caller may have, and what each says of itself."""

_NOT_YET = {"answered_on": "never", "court_application_on": "never"}


class Kind(StrEnum):
    """What the person was given."""

    intention = "intention"
    mandatory_cancellation = "mandatory-cancellation"
    cancellation_without_notice = "cancellation-without-notice"
    refusal_to_revoke = "refusal-to-revoke"
    cancellation = "cancellation"
    refusal = "refusal"
    minister = "minister"
    tribunal_decision = "tribunal-decision"
    other_cancellation = "other-cancellation"
    hearing = "hearing"
    judgment = "judgment"
    questioning = "questioning"


class Method(StrEnum):
    """How a notice was given."""

    hand = "hand"
    post = "post"
    post_overseas = "post-overseas"
    email = "email"
    fax = "fax"


class Place(StrEnum):
    """Where the person was."""

    act = "act"
    nsw = "nsw"
    vic = "vic"
    qld = "qld"
    wa = "wa"
    sa = "sa"
    tas = "tas"
    nt = "nt"
    overseas = "overseas"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        short_help="Count the days from one notice, step by step.",
        epilog=for_example(
            "tasman clock refusal-to-revoke --received 2026-11-19 --state qld"
        ),
    )(clock)


def clock(
    kind: Annotated[
        Kind,
        typer.Argument(
            metavar="KIND",
            help=f"What the person was given: {', '.join(KINDS)}.",
        ),
    ],
    received: Annotated[
        str | None,
        typer.Option(help="Day it came, or a moment: 2026-06-19T23:00+10:00."),
    ] = None,
    dated: Annotated[str | None, typer.Option(help="Date on the document.")] = None,
    posted: Annotated[str | None, typer.Option(help="Day it was posted.")] = None,
    method: Annotated[Method, typer.Option(help="How it was given.")] = Method.hand,
    state: Annotated[
        Place | None, typer.Option(help="Where the person was: qld, or overseas.")
    ] = None,
    sent_from: Annotated[Place | None, typer.Option(help="Posted from where.")] = None,
    hearing: Annotated[str | None, typer.Option(help="Day of the hearing.")] = None,
    held_before: Annotated[
        int, typer.Option(min=0, help="Questioning: minutes held in the 48 h before.")
    ] = 0,
    detained: Annotated[
        bool | None, typer.Option(help="Given in immigration detention.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day to count from; default today.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON.")] = False,
) -> None:
    """Count the days from one notice: what to do by when, step by step."""
    day = day_option(on, "--on") or today()
    if kind is Kind.questioning:
        _questioning(received, state, held_before, day, as_json)
        return
    facts: dict[str, str] = {
        **KINDS[kind.value],
        "method": method.value.replace("-", "_"),
        "defect": "none",
    }
    where = None if state is None else state.value
    came = _day(received, where, "--received")
    given = _day(posted, where, "--posted")
    facts |= _dates(method, came, _day(dated, where, "--dated"), given)
    facts |= {
        name: value
        for name, value in (
            ("place", where),
            ("sent_from", None if sent_from is None else sent_from.value),
            ("hearing_on", hearing),
            ("in_immigration_detention", _yes_or_no(detained)),
        )
        if value is not None
    }
    clocks = clocks_of_notice(facts, day, today())
    if as_json:
        from tasman.casework.deadline import SCHEMA

        plain = {"schema": SCHEMA, "deadlines": [each.to_dict() for each in clocks]}
        deliver(json_text(plain), None)
    else:
        from tasman.reports.deadlines import clocks_text

        print(clocks_text(clocks, day), end="")
    if any(each.overdue != "no" for each in clocks):
        raise typer.Exit(FINDING)


def _questioning(
    began: str | None, state: Place | None, minutes: int, day: int, as_json: bool
) -> None:
    """Print until when someone may be held for questions before a cancellation."""
    import datetime

    from tasman.casework.hours import questioning
    from tasman.law import current_law
    from tasman.reports.deadlines import hours_text

    try:
        hour = began if began is not None and "T" in began else None
        found = questioning(
            current_law(),
            None if hour is None else datetime.datetime.fromisoformat(hour),
            "" if state is None else state.value,
            before=datetime.timedelta(minutes=minutes),
            known_at=day,
        )
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--received") from None
    if as_json:
        deliver(json_text(found.to_dict()), None)
    else:
        print(hours_text(found), end="")


def clocks_of_notice(
    facts: dict[str, str], as_at: int, known_at: int
) -> list[Deadline]:
    """Return the clocks that one notice starts, from its facts in words."""
    from tasman.casework.deadlines import deadlines
    from tasman.facts.loading import VERSION, VERSION_KEY, parse_case
    from tasman.facts.plain import flow
    from tasman.law import current_law

    plain: dict[str, Any] = {**_NOT_YET, **facts}
    text = f"{VERSION_KEY}: {VERSION}\nnotices:\n  - {flow(plain)}\n"
    case = parse_case(text, "clock")
    return deadlines(case, current_law(), as_at=as_at, known_at=known_at)


def _yes_or_no(answer: bool | None) -> str | None:
    return None if answer is None else "yes" if answer else "no"


def _dates(
    method: Method, came: str | None, dated: str | None, given: str | None
) -> dict[str, str]:
    """Return the dates of a notice, as its method makes them count."""
    found: dict[str, str] = {}
    if dated is not None:
        found["dated_on"] = dated
    if method in (Method.post, Method.post_overseas):
        found |= {"received_on": came} if came else {}
        return found | ({"given_on": given} if given else {})
    if came is not None:
        found["given_on"] = came
    return found


def _day(text: str | None, place: str | None, option: str) -> str | None:
    """Return the day of an option; a moment is put in the legal time of the place."""
    if text is None:
        return None
    if "T" not in text:
        return text
    import datetime

    from tasman.casework.filing import legal_day
    from tasman.facts.days import iso

    try:
        moment = datetime.datetime.fromisoformat(text)
        return iso(legal_day(moment, place or ""))
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
