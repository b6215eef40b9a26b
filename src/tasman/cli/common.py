"""What every command shares: exit codes, dates, output files, today."""

from __future__ import annotations

import os
import sys
import textwrap
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from tasman.facts.days import parse_day
from tasman.facts.files import write_atomically

if TYPE_CHECKING:
    from tasman.reports.layout import Line

DONE, FINDING, BAD_INPUT, DEFECT = 0, 1, 2, 70
EXAMPLE = "\b\nFor example:\n  "
"""What stands before the example in a command's help: `\\b` keeps its lines."""
CONTINUED = " \\\n  "
"""How a shell is told that a long command goes on in the next line."""
_EXAMPLE_WIDTH = 74


class Format(StrEnum):
    """How a result is shown."""

    TEXT = "text"
    JSON = "json"


def today() -> int:
    """Return today's day number.

    `TASMAN_TODAY` sets it, for tests and demonstrations.
    """
    return parse_day(
        os.environ.get("TASMAN_TODAY") or datetime.now().astimezone().date().isoformat()
    )


def day_option(text: str | None, name: str) -> int | None:
    """Return the day an option names.

    Raises a usage error that says how to write it.
    """
    if text is None:
        return None
    if text == "today":
        return today()
    try:
        return parse_day(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=name) from None


def for_example(command: str) -> str:
    """Return the end of a command's help: one use of it, which the docs run."""
    lines = textwrap.wrap(
        command,
        _EXAMPLE_WIDTH,
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return EXAMPLE + CONTINUED.join(lines)


def complain(message: str) -> None:
    """Write a message to standard error."""
    print(message, file=sys.stderr)


def present(lines: Iterable[Line], out: Path | None) -> None:
    """Show lines, in colour on a terminal, or write them plain to a file."""
    from tasman.reports.layout import as_plain, show

    if out is None:
        show(lines)
    else:
        write_atomically(out, as_plain(lines))


def json_text(plain: object) -> str:
    """Return plain data as JSON: indented, in its own letters."""
    import json

    return json.dumps(plain, indent=2, ensure_ascii=False) + "\n"


def deliver(text: str, out: Path | None) -> None:
    """Print the text, or write it whole to a file: never half of it."""
    if out is None:
        sys.stdout.write(text)
        return
    write_atomically(out, text)
