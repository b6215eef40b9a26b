"""`tasman validate`: the law against real decided cases."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from tasman.cli.common import (
    FINDING,
    Format,
    deliver,
    for_example,
    json_text,
)


def register(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command(
        short_help="Lay the law beside real decided cases.",
        epilog=for_example("tasman validate tests/decided/decisions.jsonl"),
    )(validate)


def validate(
    file: Annotated[
        Path, typer.Argument(help="Decided cases, one JSON object a line.")
    ],
    accept: Annotated[
        Path | None,
        typer.Option(help="A JSON file that gives the reason for each disagreement."),
    ] = None,
    format: Annotated[Format, typer.Option(help="text or json.")] = Format.TEXT,
) -> None:
    """Check every field of decided cases that can be decided.

    Exit 1 on a disagreement.
    """
    from tasman.casework.checkers import CHECKERS
    from tasman.casework.decided import read_rows
    from tasman.casework.validate import Report
    from tasman.casework.validate import validate as run
    from tasman.law import current_law

    accepted = {} if accept is None else _reasons(accept)
    report: Report = run(read_rows(file), current_law(), accepted, CHECKERS)
    if format is Format.JSON:
        deliver(json_text(report.to_dict()), None)
    else:
        _print(report)
    if report.disagreements or report.stale:
        raise typer.Exit(FINDING)


def _reasons(path: Path) -> dict[str, str]:
    from tasman.facts.files import refused

    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (json.JSONDecodeError, UnicodeDecodeError):
        fix = 'Write one object: {"[2004] FCAFC 1 power 501(2)": "the reason"}.'
        raise refused(str(path), "is not JSON", fix) from None
    return {str(key): str(reason) for key, reason in dict(found).items()}


def _print(report: object) -> None:
    from tasman.casework.validate import DISAGREED, UNDECIDABLE, Report
    from tasman.reports.layout import wrapped

    assert isinstance(report, Report)
    names = ("agreed", "disagreed", "accepted", "undecidable")
    heads = "".join(f"{name:>{len(name) + 2}}" for name in names)
    print(f"{'field':22}{'stated':>7}{'decided':>8}{heads}")
    for field, count in sorted(report.by_field().items()):
        stated = sum(count.values())
        decided = stated - count[UNDECIDABLE]
        cells = "".join(f"{count[name]:>{len(name) + 2}}" for name in names)
        print(f"{field:22}{stated:>7}{decided:>8}{cells}")
    for check in report.checks:
        if check.status == DISAGREED:
            why = report.accepted.get(check.key)
            said = f"accepted: {why}" if why else "NOT ACCEPTED"
            print(f"\n{check.citation} {check.field}: stated {check.stated}, ", end="")
            print(f"found {check.found}. {check.reason}\n    {said}")
    for key in report.stale:
        print(f"\nNo disagreement any more, take its reason out: {key}")
    open_ = [c for c in report.checks if c.status == UNDECIDABLE]
    print(
        f"\n{len(open_)} undecidable; the facts behind them (--format json lists each):"
    )
    reasons: dict[str, int] = {}
    for check in open_:
        reasons[check.reason] = reasons.get(check.reason, 0) + 1
    for reason, times in sorted(reasons.items(), key=lambda item: -item[1])[:12]:
        for line in wrapped(f"{times:4}  {reason}", 2, 8):
            print(line.text)
