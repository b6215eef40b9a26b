"""`tasman cases import`: a spreadsheet of clients to case files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import BAD_INPUT, complain, for_example

cases = typer.Typer(
    help="Case files from a spreadsheet.", no_args_is_help=True, rich_markup_mode=None
)


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.add_typer(cases, name="cases")


@cases.callback()
def about_cases() -> None:
    """Make case files from a spreadsheet."""


@cases.command(
    "import",
    short_help="Write one case file for each row.",
    epilog=for_example("tasman cases import --template"),
)
def import_cases(
    file: Annotated[
        Path | None, typer.Argument(help="A spreadsheet saved as CSV, UTF-8.")
    ] = None,
    into: Annotated[Path, typer.Option(help="The folder to write to.")] = Path("cases"),
    template: Annotated[
        bool, typer.Option("--template", help="Print a spreadsheet to fill in.")
    ] = False,
    force: Annotated[bool, typer.Option(help="Overwrite case files.")] = False,
) -> None:
    """Write one case file a row; rows with a fault are reported, and exit 2."""
    from tasman.casework.spreadsheet import read_spreadsheet
    from tasman.casework.spreadsheet import template as blank
    from tasman.facts.files import read_text, write_atomically

    if template:
        print(blank(), end="")
        return
    if file is None:
        complain("Name a spreadsheet, or print one to fill in with --template.")
        raise typer.Exit(BAD_INPUT)
    found = read_spreadsheet(read_text(file), str(file))
    into.mkdir(parents=True, exist_ok=True)
    kept = [into / case.name for case in found.cases if (into / case.name).exists()]
    for case in found.cases:
        if force or into / case.name not in kept:
            write_atomically(into / case.name, case.text)
    written = len(found.cases) - (0 if force else len(kept))
    print(f"Wrote {written} case file{'' if written == 1 else 's'} to {into}.")
    for path in [] if force else kept:
        complain(f"{path} exists already and was kept. Add --force to overwrite.")
    for error in found.rejected:
        complain(str(error))
    if found.rejected:
        rows = len(found.rejected)
        complain(f"{rows} row{' was' if rows == 1 else 's were'} rejected.")
    if found.rejected or (kept and not force):
        raise typer.Exit(BAD_INPUT)
