"""`tasman whatif`: facts changed, or the least change that gives an answer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

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
        short_help="Change a fact, or find what would have to change.",
        epilog=for_example(
            "tasman whatif examples/arrived-aged-one.yaml --until must_be_cancelled=no"
        ),
    )(whatif)


def whatif(
    file: Annotated[Path, typer.Argument(help="A case file (YAML or JSON).")],
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set", help="A fact as it might be, such as sentences[0].term=11m."
        ),
    ] = None,
    until: Annotated[
        str | None,
        typer.Option(help="An answer to reach, such as passes_character_test=yes."),
    ] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(help="With --until: change only facts like this path; * is any."),
    ] = None,
    pairs: Annotated[
        int, typer.Option(help="With --until: the most pairs of facts tried.")
    ] = 400,
    as_at: Annotated[
        str | None, typer.Option(help="The facts as they stood on this day.")
    ] = None,
    law: Annotated[str | None, typer.Option(help="The law of this day.")] = None,
    known_at: Annotated[
        str | None, typer.Option(help="The law as then understood. By default today.")
    ] = None,
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="Write to this file.")] = None,
) -> None:
    """Say what changed facts would change, or what would have to change.

    --until finds the least changes of one fact, else of two, and says what it searched.
    """
    if bool(set_) == bool(until):
        complain("Give either --set FACT=VALUE or --until CONCLUSION=ANSWER.")
        raise typer.Exit(BAD_INPUT)
    dates = {
        "today": today(),
        "as_at": day_option(as_at, "--as-at"),
        "law_at": day_option(law, "--law"),
        "known_at": day_option(known_at, "--known-at"),
    }
    if set_:
        plain, lines = _set(file, set_, dates)
    else:
        assert until is not None
        how = {**dates, "only": only or (), "pairs": pairs}
        plain, lines = _until(file, until, how)
    if format is Format.JSON:
        deliver(json_text(plain), out)
    else:
        present(lines, out)


Shown = tuple[dict[str, Any], Any]
"""A result as plain data and as lines."""


def _set(file: Path, texts: list[str], dates: dict[str, Any]) -> Shown:
    from tasman.casework.whatif import what_if
    from tasman.facts.loading import load_case
    from tasman.reports.through_time import what_if_lines

    changes = []
    for text in texts:
        path, equals, value = text.partition("=")
        if not equals:
            complain(f"{text!r} sets nothing. Write it like sentences[0].term=11m.")
            raise typer.Exit(BAD_INPUT)
        changes.append((path, value))
    found = what_if(load_case(file), changes, **dates)
    return found.to_dict(), what_if_lines(found)


def _until(file: Path, text: str, how: dict[str, Any]) -> Shown:
    from tasman.casework.whatif import target_of, ways_to
    from tasman.facts.loading import load_case
    from tasman.reports.through_time import search_lines

    try:
        name, wanted = target_of(text)
    except ValueError as error:
        complain(str(error))
        raise typer.Exit(BAD_INPUT) from None
    found = ways_to(load_case(file), name, wanted, **how)
    return found.to_dict(), search_lines(found)
