"""`tasman new`, `tasman schema`, `tasman migrate`: case files and their form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import (
    BAD_INPUT,
    complain,
    deliver,
    for_example,
    json_text,
)


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(epilog=for_example("tasman new mine.yaml"))(new)
    app.command(
        short_help="Print the JSON Schema of a case file.",
        epilog=for_example("tasman schema"),
    )(schema)
    app.command(
        short_help="Bring case files up to the present version.",
        epilog=for_example("tasman migrate examples/arrived-aged-one.yaml"),
    )(migrate)


def new(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    force: Annotated[bool, typer.Option(help="Overwrite an existing file.")] = False,
) -> None:
    """Write a commented case file to fill in."""
    from tasman.facts.template import template

    if file.exists() and not force:
        complain(f"{file} exists already. Choose another name, or add --force.")
        raise typer.Exit(BAD_INPUT)
    deliver(template(), file)
    print(f"Wrote {file}. Fill in what is known, leave out what is not, then:")
    print(f"  tasman assess {file}")


def schema(
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Print the JSON Schema of a case file, for editors and programs."""
    from tasman.facts.schema import json_schema

    deliver(json_text(json_schema()), out)


def migrate(
    files: Annotated[list[Path], typer.Argument(help="Case files of older versions.")],
) -> None:
    """Bring case files up to the present version, keeping a backup of each."""
    from tasman.facts.migration import migrate as migrate_file

    for file in files:
        done = migrate_file(file)
        if done.backup is None:
            print(f"{file} is of version {done.to_version} already.")
            continue
        print(f"{file}: version {done.from_version} to {done.to_version}.")
        for change in done.changes:
            print(f"  {change}")
        print(f"  The file as it was: {done.backup}")
