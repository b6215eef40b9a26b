"""A case file to a case: `load_case` for a file, `parse_case` for its text."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from tasman.facts import days
from tasman.facts.assumptions import ASSUME, PERSON, assumed_texts, read_assumptions
from tasman.facts.case import Case, Facts
from tasman.facts.consistency import contradictions, impossibilities
from tasman.facts.errors import BadValue, quoted
from tasman.facts.fields import Record, TextField
from tasman.facts.files import MOST_BYTES, read_text, refused
from tasman.facts.json_text import compose_json
from tasman.facts.nodes import Entries, Node, Scalar, Unreadable
from tasman.facts.reading import (
    NO_DEFAULTS,
    Problems,
    read_field,
    unknown_key,
    unrepeated,
)
from tasman.facts.values import read_value
from tasman.facts.vocabulary import Person
from tasman.facts.yaml_text import compose_yaml

Format = Literal["yaml", "json"]
VERSION = 1
"""The version of the case file that this Tasman reads and writes."""
VERSION_KEY = "tasman_case"
META = (VERSION_KEY, "label", "about", "as_at", ASSUME)
_TEXT = TextField("Words for people.")


def load_case(path: str | Path, *, record: type[Record] = Person) -> Case:
    """Return the case in a YAML or (named `.json`) JSON file.

    Raises CaseErrors, which names every problem found by line, column and field.
    """
    return parse_case(read_text(path), str(path), format=format_of(path), record=record)


def parse_case(
    text: str,
    name: str,
    *,
    format: Format = "yaml",
    record: type[Record] = Person,
    check_possible: bool = True,
) -> Case:
    """Return the case that a file's text gives; `name` stands for the file in errors.

    `check_possible=False` accepts facts that cannot all be true.
    """
    problems = Problems(name)
    root = compose(text, problems, format)
    check_version(root, problems)
    assert isinstance(root, Entries)
    pairs = unrepeated(root, "", problems)
    meta = {key: pairs.pop(key)[1] for key in META if key in pairs}
    case = _meta(meta, record, problems)
    defaults = read_assumptions(meta.get(ASSUME), record, problems)
    facts = _facts(pairs, record, defaults, problems)
    if check_possible:
        refuse_impossible(facts, problems)
    problems.settle()
    return Case(
        facts,
        assumed=assumed_texts(record, defaults),
        warnings=contradictions(facts, case["as_at"]),
        **case,
    )


def format_of(path: str | Path) -> Format:
    """Return the format that a file's name says."""
    return "json" if Path(path).suffix.lower() == ".json" else "yaml"


def compose(text: str, problems: Problems, format: Format) -> Node:
    """Return the nodes of a text; raises CaseErrors when it is not of the format."""
    if len(text) > MOST_BYTES:
        raise refused(problems.file, "is larger than 2 MB", "Give one person's case.")
    try:
        return compose_json(text) if format == "json" else compose_yaml(text)
    except Unreadable as error:
        problems.add(error.mark, "", error.problem, error.fix)
        problems.settle()
        raise


def check_version(root: Node, problems: Problems, version: int = VERSION) -> None:
    """Raise CaseErrors unless a file begins with the version that this Tasman reads."""
    found = version_of(root, problems)
    if found != version:
        newer = found > version
        problems.add(
            problems.marks[VERSION_KEY],
            VERSION_KEY,
            f"version {found} is {'newer' if newer else 'older'} than this Tasman "
            f"reads ({version})",
            "Upgrade Tasman to read it."
            if newer
            else f"Run `tasman migrate {problems.file}`: it keeps a backup.",
        )
    problems.settle()


def version_of(root: Node, problems: Problems) -> int:
    """Return the version that a file says it is; raises CaseErrors if it says none."""
    if not isinstance(root, Entries) or not root.pairs:
        problems.add(root.mark, "", "not a case file: no fields", _BEGIN)
        problems.settle()
        raise AssertionError
    key, value = root.pairs[0]
    problems.marks[VERSION_KEY] = value.mark
    if key.text != VERSION_KEY:
        problems.add(key.mark, "", f"the first key is {quoted(key.text)}", _BEGIN)
    elif not (isinstance(value, Scalar) and value.text.isdecimal()):
        problems.add(value.mark, VERSION_KEY, "not a version number", _BEGIN)
    problems.settle()
    assert isinstance(value, Scalar)
    return int(value.text[:9])


_BEGIN = f"Begin the file with `{VERSION_KEY}: {VERSION}`."


def _meta(
    meta: dict[str, Node], record: type[Record], problems: Problems
) -> dict[str, Any]:
    case: dict[str, Any] = {"label": "", "about": "", "as_at": None}
    for key in case:
        if key not in meta:
            continue
        node = meta[key]
        problems.marks[key] = node.mark
        try:
            as_at = key == "as_at"
            case[key] = _as_at(node) if as_at else read_value(_TEXT, node) or ""
        except Unreadable as error:
            problems.add(error.mark, key, error.problem, error.fix)
    return case


def _as_at(node: Node) -> int | None:
    fix = "Write the day on which the facts stood, such as 2026-11-21."
    if not isinstance(node, Scalar):
        raise Unreadable(node.mark, "as_at is one day", fix)
    if node.null:
        return None
    try:
        return days.parse_day(node.text)
    except BadValue as error:
        raise Unreadable(node.mark, error.problem, fix) from None


def _facts(
    pairs: dict[str, tuple[Scalar, Node]],
    record: type[Record],
    defaults: Facts,
    problems: Problems,
) -> Facts:
    fields = record.fields()
    facts: dict[str, Any] = dict(defaults.get(PERSON, NO_DEFAULTS))
    for name, (key, node) in pairs.items():
        if name not in fields:
            problems.add(*unknown_key(key, "", (*fields, *META)))
            continue
        of_elements = defaults.get(name, NO_DEFAULTS)
        read_field(facts, fields[name], node, name, problems, of_elements)
    return facts


def refuse_impossible(facts: Facts, problems: Problems) -> None:
    """Add to the problems whatever cannot all be true."""
    for found in impossibilities(facts):
        mark = problems.mark_of(found.field)
        problems.add(mark, found.field, found.problem, found.fix)
