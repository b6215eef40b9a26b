"""`tasman compare`: the same facts under several laws, and what differs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import day_option, deliver, today


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command()(compare)


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
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
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
    if as_json:
        import json

        deliver(json.dumps(found.to_dict(), indent=2, ensure_ascii=False) + "\n", None)
        return
    from tasman.reports.layout import show
    from tasman.reports.through_time import comparison_lines

    show(comparison_lines(found))
