"""`tasman considerations`: what must be weighed, under the Direction that governs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import (
    Format,
    day_option,
    deliver,
    for_example,
    json_text,
    present,
    today,
)


class Maker(StrEnum):
    """Whose decision it is."""

    DELEGATE = "delegate"
    TRIBUNAL = "tribunal"
    MINISTER = "minister"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        short_help="Say what the decision-maker must weigh.",
        epilog=for_example("tasman considerations examples/arrived-aged-one.yaml"),
    )(considerations)


def considerations(
    file: Annotated[Path, typer.Argument(help="A case file (YAML or JSON).")],
    at: Annotated[
        str | None,
        typer.Option(
            help="The day of the decision, and of the facts. By default the file's own "
            "as-at day, else today."
        ),
    ] = None,
    decision_maker: Annotated[
        Maker | None,
        typer.Option(
            help="Who decides. By default whoever made the file's latest decision."
        ),
    ] = None,
    power: Annotated[
        str | None,
        typer.Option(help="501(1), 501(2) or 501CA(4). By default from the file."),
    ] = None,
    compare: Annotated[
        str | None,
        typer.Option(help="Directions to set side by side, such as 79,90,99,110."),
    ] = None,
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Say what the decision-maker must weigh: engaged, not engaged or unknown.

    There is no score and no prediction. Exit code 2 means that something in the file or
    the options must be put right.
    """
    from tasman.casework.compare_directions import NotADirection, compare_directions
    from tasman.casework.considerations import considerations as weigh
    from tasman.facts.loading import load_case
    from tasman.law import current_law
    from tasman.reports import directions_compared
    from tasman.reports.considerations import lines_of

    case = load_case(file)
    given = day_option(at, "--at")
    own = case.as_at if case.as_at is not None else today()
    day = own if given is None else given
    maker = decision_maker.value if decision_maker else ""
    under = _power(power)
    if compare is None:
        report = weigh(
            case.facts,
            current_law(),
            as_at=day,
            law_at=day,
            known_at=today(),
            decision_maker=maker,
            power=under,
        )
        if format is Format.TEXT:
            present(lines_of(report), out)
        else:
            deliver(json_text(report.to_dict()), out)
        return
    try:
        comparison = compare_directions(
            case.facts,
            current_law(),
            _numbers(compare),
            as_at=day,
            known_at=today(),
            decision_maker=maker,
            power=under,
        )
    except NotADirection as error:
        raise typer.BadParameter(str(error), param_hint="--compare") from None
    if format is Format.TEXT:
        present(directions_compared.lines_of(comparison), out)
    else:
        deliver(json_text(comparison.to_dict()), out)


def _power(text: str | None) -> str:
    from tasman.facts.vocabulary.process import POWERS

    if text and text not in POWERS:
        raise typer.BadParameter(
            f"{text!r} is not a power Tasman knows: 501(1), 501(2), 501CA(4) ...",
            param_hint="--power",
        )
    return text or ""


def _numbers(text: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise typer.BadParameter(
            f"{text!r} is not a list of numbers such as 79,90,99,110",
            param_hint="--compare",
        ) from None
