"""`tasman reforms`: the named changes to the law, and the countries to compare."""

from __future__ import annotations

import json
from typing import Annotated

import typer

from tasman.cli.common import deliver

reforms_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look at changes to the law."
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def register(app: typer.Typer) -> None:
    """Add the group to the application."""
    app.add_typer(reforms_app, name="reforms")


@reforms_app.command("list")
def list_(as_json: Json = False) -> None:
    """List the reforms by name, with status and what they would do."""
    from tasman.law.reforms import REFORMS

    if as_json:
        rows = [_plain(name) for name in REFORMS]
        deliver(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", None)
        return
    for name, each in REFORMS.items():
        scenario = f"; {each.scenario}" if each.scenario else ""
        print(f"{name}  [{each.status}{scenario}]\n    {each.description}")
    print(f"{len(REFORMS)} reforms. Look at one with: tasman reforms show NAME")


@reforms_app.command()
def show(
    name: Annotated[str, typer.Argument(help="A reform's name, or a file.")],
    as_json: Json = False,
) -> None:
    """Show a reform: status, description, sources and modelling choices."""
    from tasman.casework.reform_files import named_or_loaded
    from tasman.reports.layout import show as show_lines
    from tasman.reports.through_time import reform_lines

    if as_json:
        plain = _plain(name)
        deliver(json.dumps(plain, indent=2, ensure_ascii=False) + "\n", None)
        return
    show_lines(reform_lines(named_or_loaded(name)))


def _plain(name: str) -> dict[str, object]:
    from tasman.casework.reform_files import named_or_loaded

    each = named_or_loaded(name)
    return {
        "name": each.name,
        "title": each.title,
        "status": each.status,
        "scenario": each.scenario,
        "description": each.description,
        "sources": list(each.sources),
        "choices": list(each.choices),
    }
