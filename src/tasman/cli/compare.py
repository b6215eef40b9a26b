"""`tasman compare`: the same facts under several laws, and what differs."""

from __future__ import annotations

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


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        short_help="Put one case to several laws, and say what differs.",
        epilog=for_example(
            "tasman compare examples/arrived-aged-one.yaml --law 2013-06-30 "
            "--country uk"
        ),
    )(compare)


def compare(
    file: Annotated[Path, typer.Argument(help="A case file (YAML or JSON).")],
    law: Annotated[
        list[str] | None,
        typer.Option(help="The law of this day, or `today`. May be given again."),
    ] = None,
    reform: Annotated[
        list[str] | None,
        typer.Option(
            help="A reform by name (see `tasman reforms`), or a .yaml or .py file. A "
            ".py file runs with all your rights."
        ),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(help="nz, nz-temporary, uk, ca, de, fr, us or echr."),
    ] = None,
    conclusion: Annotated[
        list[str] | None, typer.Option(help="What to compare; a name or a provision.")
    ] = None,
    as_at: Annotated[
        str | None, typer.Option(help="The facts as they stood on this day.")
    ] = None,
    known_at: Annotated[
        str | None, typer.Option(help="The law as then understood. By default today.")
    ] = None,
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Put one case to several laws, and name the provision that makes a difference.

    A cause is tested: swapping that provision alone changes the answer.
    """
    from tasman.casework.compare import compare as compare_laws
    from tasman.casework.reform_files import named_or_loaded
    from tasman.facts.loading import load_case

    days = [day_option(text, "--law") for text in law or []]
    found = compare_laws(
        load_case(file),
        today=today(),
        laws=[day for day in days if day is not None],
        reforms=[named_or_loaded(name) for name in reform or []],
        countries=country or (),
        conclusions=conclusion or (),
        as_at=day_option(as_at, "--as-at"),
        known_at=day_option(known_at, "--known-at"),
    )
    if format is Format.JSON:
        deliver(json_text(found.to_dict()), out)
        return
    from tasman.reports.through_time import comparison_lines

    present(comparison_lines(found), out)
