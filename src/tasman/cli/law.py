"""`tasman law`.

Which provisions there are, what they say, what changed, what is wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tasman.cli.common import (
    FINDING,
    complain,
    day_option,
    deliver,
    for_example,
    json_text,
    today,
)

if TYPE_CHECKING:
    from tasman.rules.law import Law

law_app = typer.Typer(
    no_args_is_help=True, rich_markup_mode=None, help="Look at the law itself."
)

Json = Annotated[bool, typer.Option("--json", help="Print JSON instead of text.")]


def register(app: typer.Typer) -> None:
    """Add the group to the application."""
    app.add_typer(law_app, name="law")


@law_app.command("list", epilog=for_example("tasman law list revoke --kind power"))
def list_(
    words: Annotated[
        list[str] | None, typer.Argument(help="Only provisions that hold these words.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="Only this kind, such as duty.")
    ] = None,
    compiled: Annotated[
        bool,
        typer.Option(
            "--compiled",
            help="Sort them by what the compiled machine decides at one day.",
        ),
    ] = False,
    as_json: Json = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the whole law as one page.")
    ] = False,
) -> None:
    """List the provisions: pinpoint, kind, mark and statement.

    With --compiled: those that simulations and other batches can be asked, and the
    rest with the reason why not.
    """
    from tasman.law import current_law

    law = current_law()
    if markdown:
        from tasman.reports.provisions_page import provisions_page

        sys.stdout.write(provisions_page(law))
        return
    wanted = _matching(law, words or [], kind)
    if compiled:
        _list_compiled(law, wanted, as_json)
        return
    if as_json:
        deliver(json_text([_row(law, pin) for pin in wanted]), None)
        return
    for pinpoint in wanted:
        version = law.versions(pinpoint)[-1]
        print(f"{pinpoint}  [{version.kind}; {version.mark}]\n    {version.statement}")
    print(f"{len(wanted)} provisions. Look at one with: tasman law show PROVISION")


def _matching(law: Law, words: list[str], kind: str | None) -> list[str]:
    """Return the pinpoints whose latest version holds the words and is of the kind."""
    found = []
    for pinpoint in law.pinpoints:
        version = law.versions(pinpoint)[-1]
        text = f"{pinpoint} {version.statement} {version.plain}".lower()
        if all(word.lower() in text for word in words) and kind in (None, version.kind):
            found.append(pinpoint)
    return found


def _list_compiled(law: Law, wanted: list[str], as_json: bool) -> None:
    from tasman.law.compiled import compiled
    from tasman.reports.compiled_law import lines_of, to_dict

    found = compiled(law).only(wanted)
    if as_json:
        deliver(json_text(to_dict(found)), None)
    else:
        print("\n".join(lines_of(found)))


def _row(law: Law, pinpoint: str) -> dict[str, object]:
    from tasman.reports.lawbook import span, thresholds

    return {
        "provision": pinpoint,
        "versions": [
            {
                "name": v.name,
                "in_force": span(v),
                "kind": v.kind,
                "statement": v.statement,
                "plain": v.plain,
                "citation": v.citation,
                "verified": str(v.mark),
                "thresholds": thresholds(v),
            }
            for v in law.versions(pinpoint)
        ],
    }


@law_app.command(
    short_help="Show a provision as it stood on a day.",
    epilog=for_example("tasman law show '501(7)(c)' --at 2026-11-21"),
)
def show(
    provision: Annotated[str, typer.Argument(help="A pinpoint such as '501(7)(c)'.")],
    at: Annotated[str | None, typer.Option(help="The day; by default today.")] = None,
    known_at: Annotated[
        str | None, typer.Option(help="As understood on this day.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Show a provision: the version of a day, its source and how far it was checked."""
    from tasman.law import current_law
    from tasman.reports.direction_page import direction_number, direction_page
    from tasman.reports.lawbook import page

    law = current_law()
    number = direction_number(provision)
    if number is not None and not as_json:
        sys.stdout.write(direction_page(number))
        return
    pinpoint = law.find(provision)
    if as_json:
        deliver(json_text(_row(law, pinpoint)), None)
        return
    day = day_option(at, "--at")
    known = day_option(known_at, "--known-at")
    now = today()
    sys.stdout.write(
        page(
            law, pinpoint, now if day is None else day, now if known is None else known
        )
    )


@law_app.command(
    epilog=for_example("tasman law diff 2014-12-10 2014-12-11"),
)
def diff(
    first: Annotated[str, typer.Argument(help="The earlier day, such as 2014-12-10.")],
    second: Annotated[str, typer.Argument(help="The later day, or `today`.")],
    as_json: Json = False,
) -> None:
    """Show what changed in the law between two days."""
    from tasman.law import current_law
    from tasman.reports.lawbook import changes

    days = [day_option(text, "DATE") for text in (first, second)]
    assert days[0] is not None and days[1] is not None
    found = changes(current_law(), days[0], days[1], today())
    if as_json:
        deliver(json_text([change.to_dict() for change in found]), None)
        return
    for change in found:
        print(f"{change.what:8} {change.pinpoint}")
        if change.before:
            print(f"    before: {change.before.statement}")
        if change.after:
            print(f"    after:  {change.after.statement}")
    print(f"{len(found)} provisions differ between {first} and {second}.")


@law_app.command(
    short_help="Check that the law is cited, dated and sourced.",
    epilog=for_example("tasman law lint"),
)
def lint(
    coverage: Annotated[
        Path, typer.Option(help="The table that maps the dossier to provisions.")
    ] = Path("docs/coverage.csv"),
) -> None:
    """Check that every provision is cited, dated, sourced and marked.

    Overlaps, undeclared gaps, cycles and unknown references stop the law from loading.
    """
    from tasman.law import acts, current_law
    from tasman.reports.coverage import check_coverage, raised_marks
    from tasman.rules.lint import lint as lint_law

    law = current_law()
    found = [str(finding) for finding in lint_law(law, acts())]
    if coverage.exists():
        found += check_coverage(law, coverage)
        for line in raised_marks(coverage):
            print(f"mark raised: {line}")
    for line in found:
        complain(line)
    print(f"{len(law.pinpoints)} provisions checked, {len(found)} findings.")
    if found:
        raise typer.Exit(FINDING)


@law_app.command(
    short_help="List provisions by days since they were verified.",
    epilog=for_example("tasman law due --most 5"),
)
def due(
    most: Annotated[int, typer.Option(help="How many to list.")] = 40,
) -> None:
    """List provisions by days since their text was verified, longest first."""
    from tasman.law import current_law
    from tasman.reports.lawbook import due as due_list

    for age, version in due_list(current_law(), today())[:most]:
        shown = "never" if age is None else f"{age} days"
        print(f"{shown:>9}  {version.pinpoint}  [{version.mark}]")
