"""`tasman deadlines`: the running clocks of many case files, soonest first."""

from __future__ import annotations

import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tasman.cli.common import (
    BAD_INPUT,
    FINDING,
    complain,
    day_option,
    deliver,
    for_example,
    json_text,
    today,
)

if TYPE_CHECKING:
    from tasman.casework.caseload import Caseload

_FEW = 50
"""Files below which a progress bar would only flicker."""
_SPAN = re.compile(r"([0-9]{1,4})([dw]?)")


class Output(StrEnum):
    """How the list is written."""

    text = "text"
    json = "json"
    ics = "ics"


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        short_help="List what must be done by when, in many cases.",
        epilog=for_example(
            "tasman deadlines examples/arrived-aged-one.yaml"
            " examples/suspended-sentence.yaml --within 60d"
        ),
    )(deadlines)


def deadlines(
    paths: Annotated[
        list[Path], typer.Argument(help="Case files, or folders of them.")
    ],
    within: Annotated[
        str | None, typer.Option(help="Only what falls due so soon: 30d or 6w.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(help="The day to count from; default today.")
    ] = None,
    format: Annotated[Output, typer.Option(help="How to write it.")] = Output.text,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Also what is done, closed or not started.")
    ] = False,
    detailed: Annotated[
        bool,
        typer.Option(help="In a calendar: what is due and why, not the label only."),
    ] = False,
) -> None:
    """List what must be done by when: exit 1 if overdue, 2 if a file is broken."""
    from tasman.casework.caseload import case_files

    day = day_option(on, "--on") or today()
    files = list(case_files(paths))
    if not files:
        complain(f"There are no case files in {', '.join(map(str, paths))}.")
        raise typer.Exit(BAD_INPUT)
    found = _read(files, day)
    shown = found if everything else found.running()
    if within is not None:
        shown = shown.within(days_within(within))
    deliver(_written(shown, day, format, detailed), out)
    for errors in found.broken:
        complain(str(errors))
    if found.broken:
        complain(f"{len(found.broken)} of {found.files} files could not be read.")
        raise typer.Exit(BAD_INPUT)
    if found.overdue:
        raise typer.Exit(FINDING)


def days_within(text: str) -> int:
    """Return the days that `30d` or `6w` says; raises a usage error for others."""
    match = _SPAN.fullmatch(text)
    if match is None:
        raise typer.BadParameter(
            f"{text!r} is not a span. Write 30d or 6w.", param_hint="--within"
        )
    return int(match[1]) * (7 if match[2] == "w" else 1)


def _read(files: list[Path], day: int) -> Caseload:
    """Read the files, with a progress bar when there are many and someone to see it."""
    from tasman.casework.caseload import read_caseload
    from tasman.law import current_law

    law = current_law()
    if len(files) < _FEW or not sys.stderr.isatty():
        return read_caseload(files, law, as_at=day, known_at=today())
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Reading", total=len(files))
        return read_caseload(
            files, law, as_at=day, known_at=today(), each=lambda: progress.advance(task)
        )


def _written(found: Caseload, day: int, format: Output, detailed: bool) -> str:
    from tasman.casework.caseload import SCHEMA
    from tasman.facts.days import iso

    if format is Output.ics:
        from tasman.casework.calendar_file import calendar_file

        return calendar_file(found.entries, made_on=day, detailed=detailed)
    if format is Output.json:
        plain = {
            "schema": SCHEMA,
            "on": iso(day),
            "files": found.files,
            "deadlines": [entry.to_dict() for entry in found.entries],
            "broken": [str(errors) for errors in found.broken],
        }
        return json_text(plain)
    from tasman.reports.deadlines import caseload_text

    return caseload_text(found, day)
