"""`tasman population`: make a synthetic population, check it, import your own."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import (
    Format,
    day_option,
    deliver,
    for_example,
    json_text,
)

population_app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Many persons at once: made up, or your own files.",
)

Out = Annotated[Path, typer.Option(help="The Parquet file to write.")]
Calibrated = Annotated[
    Path | None,
    typer.Option("--calibration", help="A YAML file that changes assumptions."),
]


def register(app: typer.Typer) -> None:
    """Add the group to the application."""
    app.add_typer(population_app, name="population")


@population_app.command(
    short_help="Make up people and their histories.",
    epilog=for_example("tasman population make --out people.parquet --size 500"),
)
def make(
    out: Out,
    size: Annotated[int, typer.Option(min=1, help="How many persons.")] = 100_000,
    seed: Annotated[
        int, typer.Option(min=0, help="The same seed, the same people.")
    ] = 1,
    calibration: Calibrated = None,
    threads: Annotated[int, typer.Option(min=1, max=256, help="Threads.")] = 2,
    stock: Annotated[
        str | None,
        typer.Option(
            help="Those in prison on this day, instead of a year's sentences."
        ),
    ] = None,
) -> None:
    """Make up New Zealanders in Australia, sentenced to prison, and their histories.

    Every assumption and its grade stand in the file's metadata. Nobody is anybody.
    """
    from tasman.cli.progress import progress_of
    from tasman.facts.days import iso
    from tasman.population.calibration import load
    from tasman.population.making import can_be_stock
    from tasman.population.making import make as run

    chosen = load(calibration)
    stock_on = can_be_stock(day_option(stock, "--stock"))
    with progress_of("Making", size) as done:
        run(chosen, size, seed, out, threads, done, stock_on)
    assumed = len(chosen.assumed)
    inside = "" if stock_on is None else f", in prison on {iso(stock_on)},"
    print(f"{size:,} made-up persons{inside} in {out} (seed {seed}).")
    print(f"{assumed} of {len(chosen)} parameters are assumptions (grade A); they are")
    print("listed in the file's metadata. Compare with the record:")
    print(f"  tasman population check {out}")


@population_app.command(
    short_help="Compare a synthetic population with the record.",
    epilog=for_example("tasman population check people.parquet"),
)
def check(
    file: Annotated[Path, typer.Argument(help="A synthetic population.")],
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="Write it here.")] = None,
) -> None:
    """Compare a synthetic population with the published figures."""
    from tasman.population.checking import check_file, checks_as_text

    found, made = check_file(file)
    if format is Format.JSON:
        rows = [each.to_dict() for each in found]
        plain = {"checks": rows, "share_assumed": made.share_assumed}
        deliver(json_text(plain), out)
        return
    deliver(checks_as_text(found, made), out)


@population_app.command(
    "import",
    short_help="Bring in your own file of people.",
    epilog=for_example(
        "tasman population import examples/own-file.csv --map examples/own-file.map"
        " --out own.parquet --rejected rejected.csv"
    ),
)
def import_(
    file: Annotated[Path, typer.Argument(help="Your own CSV or Parquet file.")],
    map: Annotated[Path, typer.Option(help="A YAML file: your columns to facts.")],
    out: Out,
    rejected: Annotated[
        Path, typer.Option(help="A CSV for rows that cannot be used, with reasons.")
    ],
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
) -> None:
    """Bring in your own file: every row is taken, or rejected with its reason.

    Exit 1 when rows were rejected.
    """
    from tasman.cli.common import FINDING
    from tasman.population.importing import Source, as_text, run
    from tasman.population.mapping import load_map
    from tasman.population.outputs import keep_apart

    keep_apart(out, file, map, rejected)
    keep_apart(rejected, file, map)
    account = run(Source(file), load_map(map), out, rejected)
    if format is Format.JSON:
        deliver(json_text(account.to_dict()), None)
    else:
        print(as_text(account, out, rejected), end="")
    if account.rejected:
        raise typer.Exit(FINDING)
