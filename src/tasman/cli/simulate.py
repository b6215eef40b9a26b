"""`tasman simulate` and `tasman brief`: the law over a population; one page of it."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tasman.cli.common import (
    Format,
    deliver,
    for_example,
    json_text,
    today,
)
from tasman.facts.days import parse_day
from tasman.facts.errors import BadValue

if TYPE_CHECKING:
    from tasman.law.reforms import Reform
    from tasman.population.asking import Ask
    from tasman.population.counting import Joint
    from tasman.population.reading import People


class Engine(StrEnum):
    """Where the work is done."""

    LOCAL = "local"
    SPARK = "spark"


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(
        short_help="Count whom each provision reaches, law by law.",
        epilog=for_example(
            "tasman simulate people.parquet --out results --law 2014-12-10 --law today"
        ),
    )(simulate)
    app.command(
        short_help="Write one page on a reform.",
        epilog=for_example("tasman brief --reform ten-year-line"),
    )(brief)


def clock(text: str) -> int | str:
    """Return a day, or the name of a column of days."""
    if text == "today":
        return today()
    return parse_day(text) if text[:1].isdigit() else text


def simulate(
    file: Annotated[
        Path,
        typer.Argument(help="A Parquet file of cases: made, imported, or your own."),
    ],
    out: Annotated[Path, typer.Option(help="The results, one long table as Parquet.")],
    as_at: Annotated[
        str,
        typer.Option(
            help="The day on which everyone is asked about, or a column of days."
        ),
    ] = "as_at",
    law: Annotated[
        list[str] | None,
        typer.Option(
            help="The law of this day, today, or a column of days; may be repeated. "
            "Without it, the law of each person's own day."
        ),
    ] = None,
    reform: Annotated[
        list[str] | None,
        typer.Option(
            help="A reform of the last law named, such as ten-year; may be repeated. "
            "See: tasman reforms."
        ),
    ] = None,
    country: Annotated[
        list[str] | None,
        typer.Option(help="Another country's law, such as uk; may be repeated."),
    ] = None,
    provision: Annotated[
        list[str] | None,
        typer.Option(
            help="A provision to count, such as 501(3A); may be repeated. Without it, "
            "the grounds, the duty and the power of s 501."
        ),
    ] = None,
    by: Annotated[
        str,
        typer.Option(
            help="Count apart by age_at_arrival, years_here, age, longest_sentence, "
            "state or offence; commas between several."
        ),
    ] = "",
    known_at: Annotated[
        str, typer.Option(help="The law as it was understood on this day.")
    ] = "today",
    threads: Annotated[
        int, typer.Option(min=1, max=256, help="Threads of the local engine.")
    ] = 2,
    engine: Annotated[
        Engine,
        typer.Option(help="local: threads of this machine; spark: a cluster."),
    ] = Engine.LOCAL,
    master: Annotated[
        str | None,
        typer.Option(
            help="The Spark cluster, such as spark://host:7077. Without it, the one "
            "that Spark is set up for, else this machine."
        ),
    ] = None,
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
    chart: Annotated[
        Path | None, typer.Option(help="A chart of it: .svg, .png or .html.")
    ] = None,
) -> None:
    """Count, under one or several laws, the people whom each provision reaches.

    Stopped by Ctrl-C or by a failure, the same command goes on where it was: on either
    engine, as long as the file and the question are the same. The results appear whole
    or not at all.
    """
    from tasman.population import results
    from tasman.population.asking import Ask
    from tasman.population.charts import check_chart, draw
    from tasman.population.outputs import can_be_written, keep_apart
    from tasman.population.reading import open_people
    from tasman.population.regimes import PROVISIONS
    from tasman.population.resuming import finished
    from tasman.population.summary import Results, as_text

    keep_apart(out, file)
    can_be_written(out)
    if chart is not None:
        check_chart(chart)
        keep_apart(chart, file, out)
        can_be_written(chart)
    people = open_people(file)
    ask = Ask(
        as_at=clock(as_at),
        known_at=today() if known_at == "today" else parse_day(known_at),
        laws=tuple(_iso_today() if each == "today" else each for each in law or []),
        reforms=tuple(reform or []),
        countries=tuple(country or []),
        provisions=tuple(provision or PROVISIONS),
        by=tuple(_words(by)),
        linked=not people.synthetic,
    )
    question = ask.question()
    if engine is Engine.SPARK:
        tables = _on_spark(ask, people, out, master)
    else:
        tables = _here(ask, people, out, threads, master)
    results.write(tables, question, people, out)
    finished(out)
    found = Results(out)
    if chart is not None:
        draw(found, chart)
    if format is Format.JSON:
        deliver(json_text(found.to_dict()), None)
    else:
        deliver(as_text(found), None)


def _here(
    ask: Ask, people: People, out: Path, threads: int, master: str | None
) -> list[Joint]:
    """Return the counts, from this machine."""
    from tasman.cli.progress import progress_of
    from tasman.population.simulate import run

    if master is not None:
        raise BadValue("--master names a Spark cluster", "Add: --engine spark.")
    with progress_of("Simulating", people.rows) as done:
        return run(ask.question(), people, out, threads, done)


def _on_spark(ask: Ask, people: People, out: Path, master: str | None) -> list[Joint]:
    """Return the counts, from a cluster; a file that cannot answer starts nothing."""
    from tasman.cli.progress import progress_of
    from tasman.population.counting import WORD
    from tasman.population.spark import run, session

    ask.question().check(people)
    if any(table.space > WORD for table in ask.question().tables()):
        raise BadValue(
            "too much is asked at once for a cluster",
            "Ask fewer provisions, laws or dimensions, or use --engine local.",
        )
    spark = session(master)
    try:
        with progress_of("Simulating", people.rows) as done:
            return run(ask, people, out, spark, done)
    finally:
        spark.stop()


def brief(
    reform: Annotated[
        str,
        typer.Option(
            help="A named reform, such as ten-year, or a .yaml or .py file. A .py file "
            "runs with all your rights."
        ),
    ],
    calibration: Annotated[
        Path | None, typer.Option(help="A YAML file that changes assumptions.")
    ] = None,
    seed: Annotated[int, typer.Option(min=0, help="The same seed, same people.")] = 1,
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
    out: Annotated[Path | None, typer.Option(help="Write it here.")] = None,
    chart: Annotated[
        Path | None, typer.Option(help="A chart of it: .svg, .png or .html.")
    ] = None,
) -> None:
    """Write one page on a reform: ranges, what moves them, and the published record."""
    from tasman.cli.progress import progress_of
    from tasman.law import current_law
    from tasman.population.brief import brief as run
    from tasman.population.brief_text import as_text
    from tasman.population.calibration import load
    from tasman.population.charts import check_chart, draw_brief
    from tasman.population.sensitivity import persons_tried

    if chart is not None:
        check_chart(chart)
    asked, chosen = _reform_of(reform), load(calibration)
    with progress_of("Trying assumptions", persons_tried(chosen)) as done:
        found = run(current_law(), asked, chosen, today(), seed, done)
    if chart is not None:
        draw_brief(found, chart)
    if format is Format.JSON:
        deliver(json_text(found.to_dict()), out)
    else:
        deliver(as_text(found), out)


def _reform_of(name: str) -> Reform:
    """Return the reform that a name, its beginning or a file's path means."""
    from tasman.casework.reform_files import load_reform
    from tasman.law.reforms import REFORMS
    from tasman.population.regimes import find_reform

    if name not in REFORMS and Path(name).suffix in (".py", ".yaml", ".yml"):
        return load_reform(name)
    return REFORMS[find_reform(name)]


def _iso_today() -> str:
    from tasman.facts.days import iso

    return iso(today())


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]
