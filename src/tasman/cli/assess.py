"""`tasman assess`: what the law does to one person, why, and what is not yet known."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import (
    BAD_INPUT,
    complain,
    day_option,
    deliver,
    for_example,
    json_text,
    present,
    today,
)


class Format(StrEnum):
    """How an assessment is shown."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        short_help="Say what the law does to one person, and why.",
        epilog=for_example("tasman assess examples/arrived-aged-one.yaml"),
    )(assess)


def assess(
    file: Annotated[Path, typer.Argument(help="A case file (YAML or JSON).")],
    as_at: Annotated[
        str | None,
        typer.Option(
            help="The facts as they stood on this day; later ones are ignored."
        ),
    ] = None,
    law: Annotated[
        str | None,
        typer.Option(
            help="The law of this day. By default that of the latest decision in the "
            "file, else the as-at day."
        ),
    ] = None,
    known_at: Annotated[
        str | None,
        typer.Option(help="The law as it was then understood. By default today."),
    ] = None,
    format: Annotated[Format, typer.Option(help="text, json or html.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    reasons: Annotated[bool, typer.Option(help="Show the reasons.")] = True,
) -> None:
    """Say what the law does to a person's facts, why, and what is not yet known.

    Dates are written 2014-12-11. Exit code 2 means that something in the file or the
    options must be put right; the message says where.
    """
    from tasman.casework.assessment import assess as assess_case
    from tasman.casework.sections import SECTIONS
    from tasman.facts.loading import load_case

    case = load_case(file)
    result = assess_case(
        case,
        today=today(),
        as_at=day_option(as_at, "--as-at"),
        law_at=day_option(law, "--law"),
        known_at=day_option(known_at, "--known-at"),
        sections=SECTIONS,
    )
    if format is Format.JSON:
        plain = result.to_dict(reasons=reasons)
        deliver(json_text(plain), out)
    elif format is Format.HTML:
        from tasman.reports.html import as_html

        deliver(as_html(result), out)
    else:
        from tasman.reports.text import lines_of

        present(lines_of(result, reasons=reasons), out)
    if result.refused:
        complain(result.passes_character_test.because[0].text)
        raise typer.Exit(BAD_INPUT)
