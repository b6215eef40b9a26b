"""The page of every command: what it takes, and an example as it really comes out."""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typer

from tasman.cli.common import CONTINUED, DONE, EXAMPLE, FINDING
from tasman.cli.main import app, mount, run
from tasman.facts.days import iso
from tasman.law import VERIFIED_TO
from tasman.reports.markdown import cell, table

Called = tuple[tuple[str, ...], Any]
"""The words that call a command, and the command."""
SHOWN = 14
"""Lines of an example's output that the page shows."""
_HEAD = """\
# Commands

Written by `make docs` from the commands themselves: every command and option, and one
example each, run as it stands, in this repository, on the day of the law's release.
`[...]` marks where an output goes on.

Exit codes: 0 done; 1 a finding (a disagreement, something overdue); 2 something in a
file or an option must be put right, and the message says where; 70 a defect of ours.
"""


def commands_page(root: Path) -> str:
    """Return the page as Markdown; the examples run beside copies of `root`'s files."""
    with _workplace(root):
        outputs = _outputs()
        parts = [_HEAD]
        parts += [_command(words, each, outputs) for words, each in every_command()]
    return "\n".join(parts)


def every_command() -> Iterator[Called]:
    """Yield every command with the words that call it, groups before their own."""
    mount()
    yield from _walk(("tasman",), typer.main.get_command(app))


def _walk(
    words: tuple[str, ...], command: Any
) -> Iterator[tuple[tuple[str, ...], Any]]:
    yield words, command
    for name, inner in getattr(command, "commands", {}).items():
        yield from _walk((*words, name), inner)


def example_of(command: Any) -> str:
    """Return the example that ends a command's help, empty where it has none."""
    epilog = command.epilog or ""
    if not epilog.startswith(EXAMPLE):
        return ""
    return " ".join(epilog.removeprefix(EXAMPLE).replace(CONTINUED, " ").split())


def _outputs() -> dict[str, list[str]]:
    """Run every example, those of groups first: others use the files they write."""
    examples = sorted(every_command(), key=lambda called: -len(called[0]))
    shown = [example for _, each in examples if (example := example_of(each))]
    return {example: _output(example) for example in shown}


def _command(
    words: tuple[str, ...], command: Any, outputs: dict[str, list[str]]
) -> str:
    text = " ".join((command.help or "").replace("\n\n", "\0").split("\n"))
    parts = [f"## `{' '.join(words)}`", text.replace("\0", "\n\n")]
    parts += table(("takes", "meaning"), [_taken(each) for each in command.params])
    example = example_of(command)
    if example:
        parts.append(f"    $ {example}\n{_indented(outputs[example])}")
    return "\n\n".join(part for part in parts if part) + "\n"


def _taken(parameter: Any) -> tuple[str, str]:
    names = " / ".join((*parameter.opts, *parameter.secondary_opts))
    if parameter.param_type_name == "argument":
        names = parameter.name.upper()
    shown = f"`{names}`"
    choices = getattr(parameter.type, "choices", ())
    told = [parameter.help or ""]
    if choices and not all(str(each) in told[0] for each in choices):
        told.append(f"One of {', '.join(map(str, choices))}.")
    default = parameter.default
    if parameter.required:
        told.append("Required.")
    elif default not in (None, False, ()) and not callable(default):
        told.append(f"Default: {_default(parameter)}.")
    return shown, cell(" ".join(told))


def _default(parameter: Any) -> str:
    if isinstance(parameter.default, bool):
        return str(parameter.opts[0])
    return str(getattr(parameter.default, "value", parameter.default))


def _output(example: str) -> list[str]:
    """Run an example and return the first lines that it prints, errors too."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = run(shlex.split(example)[1:])
    if code not in (DONE, FINDING):
        last = out.getvalue().strip().rpartition("\n")[2]
        raise RuntimeError(f"{example} ends with exit code {code}: {last}")
    lines = out.getvalue().splitlines()
    return lines if len(lines) <= SHOWN else [*lines[:SHOWN], "[...]"]


def _indented(lines: list[str]) -> str:
    return "\n".join(f"    {line}".rstrip() for line in lines)


@contextlib.contextmanager
def _workplace(root: Path) -> Iterator[None]:
    """Stand in a folder where an example may write, on the day of the law's release."""
    before = os.environ.get("TASMAN_TODAY")
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for name in ("examples", "docs", "tests/decided"):
            shutil.copytree(root / name, Path(folder) / name)
        os.environ["TASMAN_TODAY"] = iso(VERIFIED_TO)
        try:
            yield
        finally:
            if before is None:
                del os.environ["TASMAN_TODAY"]
            else:
                os.environ["TASMAN_TODAY"] = before
