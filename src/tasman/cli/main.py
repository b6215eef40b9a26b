"""The entry point: which command was asked for, and what its ending means."""

from __future__ import annotations

import gc
import importlib
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from tasman._version import __version__
from tasman.cli.common import BAD_INPUT, DEFECT, complain

COMMANDS = {
    "assess": "tasman.cli.assess",
    "new": "tasman.cli.files",
    "schema": "tasman.cli.files",
    "migrate": "tasman.cli.files",
    "considerations": "tasman.cli.considerations",
    "law": "tasman.cli.law",
    "population": "tasman.cli.population",
    "simulate": "tasman.cli.simulate",
    "brief": "tasman.cli.simulate",
    "validate": "tasman.cli.validate",
    "timeline": "tasman.cli.timeline",
    "compare": "tasman.cli.compare",
    "whatif": "tasman.cli.whatif",
    "reforms": "tasman.cli.reforms",
    "clock": "tasman.cli.clock",
    "deadlines": "tasman.cli.deadlines",
    "cases": "tasman.cli.cases",
    "status": "tasman.cli.status",
    "citizenship": "tasman.cli.status",
    "entitlements": "tasman.cli.status",
    "new-zealand": "tasman.cli.status",
}
"""The module that registers each command: only the one asked for is imported."""

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "Australia's character test and visa cancellation, and New Zealand's side of "
        "it, as executable law. Information, not advice. Nothing leaves your machine."
    ),
    epilog="Start with: tasman new case.yaml, fill it in, then tasman assess case.yaml",
)


@app.callback()
def everything(
    log: Annotated[
        Path | None,
        typer.Option(help="Record versions, timings and codes here: never facts."),
    ] = None,
) -> None:
    """Hold the options that come before a command."""


def main(arguments: list[str] | None = None) -> None:
    """Run one command and end the process with its exit code."""
    # A short process allocates much and frees nothing: an assessment now ends before
    # the first collection, which took some 40 ms of it.
    gc.set_threshold(1_000_000)
    words = sys.argv[1:] if arguments is None else arguments
    started = time.perf_counter()
    code = run(words)
    _record(words, code, time.perf_counter() - started)
    sys.stdout.flush()
    sys.exit(code)


def run(words: list[str]) -> int:
    """Run one command and return its exit code; never raises for bad input."""
    from tasman.facts.errors import FactsError
    from tasman.rules.errors import LawError, UnknownProvision

    mount(words)
    try:
        app(args=words, prog_name="tasman")
        return 0
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else 0
    except (FactsError, UnknownProvision) as error:
        complain(str(error))
        return BAD_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        complain(f"{error.filename or 'file'}: {error.strerror or error}")
        return BAD_INPUT
    except KeyboardInterrupt:
        complain("Stopped.")
        return 130
    except LawError as error:
        complain(f"The law as written contradicts itself (a defect of ours):\n{error}")
        return DEFECT
    except Exception as error:
        return _defect(error)


def _defect(error: Exception) -> int:
    """Say that the fault is ours, where it is, and nothing of the case."""
    import traceback

    last = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    complain(
        f"A defect in Tasman {__version__}: {type(error).__name__} at {place}.\n"
        "Please report it with that line. Your files are as they were."
    )
    if os.environ.get("TASMAN_TRACE"):
        traceback.print_exception(error)
    return DEFECT


def mount(words: Iterable[str] = ()) -> None:
    """Mount the command asked for, or all of them when none is named."""
    asked = next((word for word in words if word in COMMANDS), None)
    modules = [COMMANDS[asked]] if asked else list(dict.fromkeys(COMMANDS.values()))
    for name in modules:
        importlib.import_module(name).register(app)


def _record(words: list[str], code: int, seconds: float) -> None:
    """Write one line of the log, if one was asked for."""
    if "--log" not in words:
        return
    command = next((word for word in words if word in COMMANDS), "?")
    place = words[words.index("--log") + 1 : words.index("--log") + 2]
    line = f"tasman {__version__} {command} exit={code} seconds={seconds:.3f}\n"
    if place:
        with open(place[0], "a", encoding="utf-8") as log:
            log.write(line)
