"""`tasman timeline`: a case through time, as text or as a picture."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import (
    BAD_INPUT,
    Format,
    complain,
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
        short_help="Show a case through time, exact to the day.",
        epilog=for_example(
            "tasman timeline examples/arrived-aged-one.yaml --facts-at 2026-11-20"
        ),
    )(timeline)


def timeline(
    file: Annotated[Path, typer.Argument(help="A case file (YAML or JSON).")],
    conclusion: Annotated[
        list[str] | None,
        typer.Option(
            help="A conclusion such as must_be_cancelled, or a provision such as "
            "'501(7)(c)'. May be given again."
        ),
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="First day. By default 1999-06-01 or the birth.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Last day. By default the file's as-at day.")
    ] = None,
    facts_at: Annotated[
        str | None,
        typer.Option(help="Hold the facts on this day and let only the law move."),
    ] = None,
    known_at: Annotated[
        str | None, typer.Option(help="The law as then understood. By default today.")
    ] = None,
    reform: Annotated[
        str | None, typer.Option(help="Under this reform: a name or a file.")
    ] = None,
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
    out: Annotated[
        Path | None,
        typer.Option(help="Write to this file; .svg, .png and .html names draw it."),
    ] = None,
) -> None:
    """Show each conclusion on every day: exact, with what changed it and when."""
    from tasman.casework.reform_files import named_or_loaded
    from tasman.casework.timeline import timeline as timeline_of
    from tasman.facts.loading import load_case
    from tasman.law import current_law

    law = current_law()
    try:
        found = timeline_of(
            load_case(file),
            today=today(),
            conclusions=conclusion or (),
            since=day_option(since, "--since"),
            until=day_option(until, "--until"),
            facts_at=day_option(facts_at, "--facts-at"),
            known_at=day_option(known_at, "--known-at"),
            law=law if reform is None else named_or_loaded(reform).apply(law),
        )
    except ValueError as error:
        complain(str(error))
        raise typer.Exit(BAD_INPUT) from None
    if out is not None and out.suffix not in (".json", ".txt"):
        _draw(found, out)
    elif format is Format.JSON:
        deliver(json_text(found.to_dict()), out)
    else:
        from tasman.reports.through_time import timeline_lines

        present(timeline_lines(found), out)


def _draw(found: object, out: Path) -> None:
    from tasman.casework.timeline import Timeline
    from tasman.reports.charts import ChartsMissing, write_timeline

    assert isinstance(found, Timeline)
    try:
        write_timeline(found, out)
    except (ChartsMissing, ValueError) as error:
        complain(str(error))
        raise typer.Exit(BAD_INPUT) from None
    print(f"Wrote {out}.")
