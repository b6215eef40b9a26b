"""`tasman status`, `citizenship`, `entitlements`, `new-zealand`: four views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from tasman.cli.common import (
    Format,
    day_option,
    deliver,
    for_example,
    json_text,
    today,
)

File = Annotated[Path, typer.Argument(help="A case file (YAML or JSON).")]
At = Annotated[
    str | None,
    typer.Option(help="The day asked about. By default the file's own, else today."),
]
Known = Annotated[
    str | None,
    typer.Option(help="The law as known on this day. By default today."),
]
Shape = Annotated[Format, typer.Option(help="text or json.")]
Out = Annotated[Path | None, typer.Option(help="Write to this file.")]
_EXAMPLE = "examples/arrived-aged-one.yaml"


def register(app: typer.Typer) -> None:
    """Add the four commands to the application."""
    for command, short in (
        (status, "Say what status a person had in Australia, on every day."),
        (citizenship, "Say whether a citizen, and the first day to apply."),
        (entitlements, "Say what the status opens and closes on a day."),
        (new_zealand, "Say what awaits in New Zealand."),
    ):
        name = command.__name__.replace("_", "-")
        app.command(
            name, short_help=short, epilog=for_example(f"tasman {name} {_EXAMPLE}")
        )(command)


def status(
    file: File,
    at: At = None,
    known_at: Known = None,
    format: Shape = Format.TEXT,
    out: Out = None,
) -> None:
    """Say what status a person had in Australia on every day from birth.

    Exit code 2 means that something in the file or the options must be put right.
    """
    from tasman.casework.status import status_history, status_text

    _show(status_history, status_text, file, at, known_at, format, out)


def citizenship(
    file: File,
    at: At = None,
    known_at: Known = None,
    format: Shape = Format.TEXT,
    out: Out = None,
) -> None:
    """Say whether the person is a citizen, and if not the first day to apply.

    Also the first day on which approval is possible, and what would bring it forward.
    """
    from tasman.casework.citizenship import citizenship_answer
    from tasman.casework.citizenship_text import citizenship_text

    _show(citizenship_answer, citizenship_text, file, at, known_at, format, out)


def entitlements(
    file: File,
    at: At = None,
    known_at: Known = None,
    format: Shape = Format.TEXT,
    out: Out = None,
) -> None:
    """Say what the person's status opens, shuts or leaves to discretion on a day."""
    from tasman.casework.entitlements import entitlements_on, entitlements_text

    _show(entitlements_on, entitlements_text, file, at, known_at, format, out)


def new_zealand(
    file: File,
    at: At = None,
    known_at: Known = None,
    format: Shape = Format.TEXT,
    out: Out = None,
) -> None:
    """Say who can be sent to New Zealand, what awaits, and its own law mirrored."""
    from tasman.casework.new_zealand import new_zealand as ask
    from tasman.casework.new_zealand_text import new_zealand_text

    _show(ask, new_zealand_text, file, at, known_at, format, out)


def _show(
    ask: Callable[..., Any],
    words: Callable[[Any], str],
    file: Path,
    at: str | None,
    known_at: str | None,
    format: Format,
    out: Path | None,
) -> None:
    from tasman.casework.linked import linked
    from tasman.facts.loading import load_case
    from tasman.law import current_law

    case = load_case(file)
    given, known = day_option(at, "--at"), day_option(known_at, "--known-at")
    own = case.as_at if case.as_at is not None else today()
    day = own if given is None else given
    known = today() if known is None else known
    told = linked(case, current_law(), as_at=day, law_at=day, known_at=known)
    answer = ask(told.facts, as_at=day, known_at=known)
    if format is Format.TEXT:
        deliver(words(answer), out)
        return
    deliver(json_text(answer.to_dict()), out)
