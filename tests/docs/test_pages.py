"""The pages of documentation say all there is, and what they say is so today."""

import re
import shlex
from functools import cache
from pathlib import Path

import pytest

from tasman.cli.commands_page import every_command, example_of
from tasman.cli.document import pages
from tasman.facts.fields import ListField, Record
from tasman.facts.vocabulary import Person
from tasman.law import current_law
from tasman.reports.change_log import completed
from tasman.rules.handles import YES, Truth
from tasman.rules.law import Law
from tasman.rules.provisions import Act

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
COMMANDS = {" ".join(words): command for words, command in every_command()}
LEAVES = {name: c for name, c in COMMANDS.items() if not hasattr(c, "commands")}


def page(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


def records(record: type[Record]) -> list[type[Record]]:
    """A record and every record that its lists hold."""
    inner = [f.of for f in record.fields().values() if isinstance(f, ListField)]
    return [record, *(each for of in inner for each in records(of))]


@pytest.mark.parametrize("name", ["commands.md", "provisions.md", "facts.md"])
def test_pages_written_from_the_code_are_fresh(name):
    """A page that comes from the code is as `make docs` would write it now."""
    assert page(name) == written()[name], f"docs/{name} is stale: run make docs"


@cache
def written() -> dict[str, str]:
    """The pages as they would be written now."""
    return pages(ROOT)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_on_its_page(name):
    """A command stands on the page, and in its section whatever it takes."""
    section = re.search(
        rf"^## `{re.escape(name)}`\n(.*?)(?=^## |\Z)", page("commands.md"), re.M | re.S
    )
    assert section, f"{name} is not on docs/commands.md: run make docs"
    for parameter in COMMANDS[name].params:
        shown = parameter.opts[0]
        taken = shown if shown.startswith("-") else parameter.name.upper()
        assert f"`{taken}" in section[1], f"{name} takes {taken}: run make docs"


@pytest.mark.parametrize("name", LEAVES)
def test_every_command_teaches_by_an_example(name):
    """A command's help ends with one use of that command."""
    example = example_of(LEAVES[name])
    assert example.startswith(name), f"give {name} an epilog: for_example(...)"
    words = shlex.split(example)[len(name.split()) :]
    options = {o for p in LEAVES[name].params for o in (*p.opts, *p.secondary_opts)}
    assert {word for word in words if word.startswith("--")} <= options


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_a_terminal(name, capsys, monkeypatch):
    """A command's help is at most 80 columns wide and cuts no sentence off."""
    from tasman.cli.main import run

    monkeypatch.setenv("COLUMNS", "80")
    assert run([*name.split()[1:], "--help"]) == 0
    shown = capsys.readouterr().out.splitlines()
    assert shown and not [line for line in shown if len(line) > 80]
    cut = [line for line in shown if re.search(r"\w\.\.\.$", line)]
    assert not [line for line in cut if not line.startswith("  files...")], cut


def test_every_provision_is_on_its_page():
    """Every pinpoint stands in a row of its instrument's table, once a version."""
    text, law = page("provisions.md"), current_law()
    section = re.compile(r"^Names begin `(.+?)/`\.\n(.*?)(?=^## |\Z)", re.M | re.S)
    sections = dict(section.findall(text))
    for pinpoint in law.pinpoints:
        slug, _, place = pinpoint.partition("/")
        rows = sections[slug].count(f"\n| `{place}` |")
        assert rows == len(law.versions(pinpoint)), f"{pinpoint}: run make docs"


def test_the_page_of_provisions_is_no_bulk():
    """A reader can load the page of provisions: it stays under 400 kB."""
    assert len(page("provisions.md").encode()) < 400_000


@pytest.mark.parametrize("record", records(Person), ids=lambda r: r.__name__)
def test_every_fact_and_question_is_on_its_page(record):
    """Every fact stands on the page, and the question that would find it out."""
    text = page("facts.md")
    for name, field in record.fields().items():
        assert f"`{name}`" in text, f"{name}: run make docs"
        assert " ".join(field.ask.split()).replace("|", "\\|") in text, field.ask


def test_links_lead_somewhere():
    """A link from a page to a file, or to a heading of a page, finds it."""
    for source in (*DOCS.glob("*.md"), *ROOT.glob("*.md")):
        for link in re.findall(r"\]\(([^)\s]+)\)", source.read_text(encoding="utf-8")):
            name, _, heading = link.partition("#")
            if name.startswith("http"):
                continue
            target = source.parent / name if name else source
            assert target.exists(), f"{source.name}: {link}"
            if heading:
                heads = re.findall(r"^#+ (.+)$", target.read_text("utf-8"), re.M)
                slugs = {re.sub(r"[^a-z0-9 -]", "", h.lower()) for h in heads}
                assert heading in {s.replace(" ", "-") for s in slugs}, link


def test_the_door_leads_to_every_page():
    """`docs/index.md` links to every page beside it."""
    for path in DOCS.glob("*.md"):
        named = f"]({path.name})" in page("index.md")
        assert named or path.name == "index.md", f"index.md does not name {path.name}"


LOG = """
| law from | what happened | provisions |
|---|---|---|
| 2001-05-01 | a day of no provision | |
| 2002-01-01 | the keeper's own words | Old Act: `9` |

| known from | by | provisions |
|---|---|---|
"""


def test_the_change_log_names_each_provision_on_the_day_it_changes():
    """Days of an invented law, by hand: begins, says something else, is known, ends."""
    act = Act("Kennels Act 2001", jurisdiction="NZ", sources={"S": "invented"})

    def rule(person: Person) -> Truth:
        """Invented."""
        return YES

    for place, days in (
        ("1", {"since": "2002-01-01"}),
        ("2", {"since": "2002-01-01", "until": "2004-07-01"}),
        ("2", {"since": "2004-07-01", "until": "2009-03-02"}),
        ("3", {"known_since": "2005-06-30"}),
    ):
        act.provision(place, sources="S", **days)(rule)
    written = completed(LOG, Law.load([act]))
    assert (
        written
        == """
| law from | what happened | provisions |
|---|---|---|
| 2001-05-01 | a day of no provision |  |
| 2002-01-01 | the keeper's own words | kennels-act-2001: `1`, `2` |
| 2004-07-01 |  | kennels-act-2001: `2` |
| 2009-03-02 |  | kennels-act-2001: `2` (ends) |

| known from | by | provisions |
|---|---|---|
| 2005-06-30 |  | kennels-act-2001: `3` |
"""
    )
    assert completed(written, Law.load([act])) == written


def test_the_change_log_is_of_the_law_as_it_stands():
    """The tables are what the law says, under the titles of its Acts."""
    text = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert completed(text, current_law()) == text, "run make docs"


def test_a_change_log_without_its_table_is_refused():
    """Rather than written without one."""
    with pytest.raises(ValueError, match=r"no table that begins \| known from"):
        completed(LOG.partition("| known")[0], Law.load([]))


def test_the_read_me_shows_what_really_comes_out(capsys, monkeypatch):
    """Every line of the example in the README is a line of the command's output."""
    from tasman.cli.main import run

    monkeypatch.setenv("TASMAN_TODAY", "2026-11-21")
    monkeypatch.chdir(ROOT)
    text = (ROOT / "README.md").read_text("utf-8")
    shown = re.search(r"^    \$ tasman (.+)\n((?:\n|    .*\n)+)", text, re.M)
    assert shown
    run(shlex.split(shown[1]))
    printed = {line.strip() for line in capsys.readouterr().out.splitlines()}
    for line in filter(None, map(str.strip, shown[2].splitlines())):
        whole = line.removesuffix("[...]").strip()
        assert any(each.startswith(whole) for each in printed), line
