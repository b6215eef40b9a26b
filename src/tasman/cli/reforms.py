"""`tasman reforms`: the named changes to the law, and the countries to compare."""

from __future__ import annotations

from typing import Annotated

import typer

from tasman.cli.common import Format, deliver, for_example, json_text

reforms_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look at changes to the law."
)

Shape = Annotated[Format, typer.Option(help="text or json.")]


def register(app: typer.Typer) -> None:
    """Add the group to the application."""
    app.add_typer(reforms_app, name="reforms")


@reforms_app.command("list", epilog=for_example("tasman reforms list"))
def list_(format: Shape = Format.TEXT) -> None:
    """List the reforms by name, with status and what they would do."""
    from tasman.law.reforms import REFORMS

    if format is Format.JSON:
        deliver(json_text([_plain(name) for name in REFORMS]), None)
        return
    for name, each in REFORMS.items():
        scenario = f"; {each.scenario}" if each.scenario else ""
        print(f"{name}  [{each.status}{scenario}]\n    {each.description}")
    print(f"{len(REFORMS)} reforms. Look at one with: tasman reforms show NAME")


@reforms_app.command(epilog=for_example("tasman reforms show nz-mirror"))
def show(
    name: Annotated[str, typer.Argument(help="A reform's name, or a file.")],
    format: Shape = Format.TEXT,
) -> None:
    """Show a reform: status, description, sources and modelling choices."""
    from tasman.casework.reform_files import named_or_loaded
    from tasman.reports.layout import show as show_lines
    from tasman.reports.through_time import reform_lines

    if format is Format.JSON:
        deliver(json_text(_plain(name)), None)
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
