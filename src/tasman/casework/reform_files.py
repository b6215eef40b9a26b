"""Reforms that users write: a Python file, or a YAML file that needs no Python.

A Python file runs with all the rights of its user: it is for the command line and
notebooks, never for the web. A YAML file only names provisions, thresholds and
conditions.
"""

from __future__ import annotations

import importlib.util
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tasman.casework.reform_words import Reader, read_condition, read_threshold
from tasman.facts.errors import CaseError, CaseErrors, did_you_mean
from tasman.facts.files import read_text
from tasman.facts.nodes import Items, Node, Scalar, Unreadable
from tasman.facts.yaml_text import compose_yaml
from tasman.law import current_law
from tasman.law.reforms import REFORMS, STATUSES, Reform, reform
from tasman.law.reforms.conditions import Condition
from tasman.rules.errors import LawError
from tasman.rules.handles import NO, Duration, Number
from tasman.rules.law import Law

VERSION = 1
KEYS = (
    "tasman_reform",
    "name",
    "title",
    "description",
    "status",
    "sources",
    "choices",
    "changes",
)
CHANGE_KEYS = (
    "provision",
    "unless",
    "also",
    "repeal",
    "set",
    "since",
    "until",
    "because",
)


def load_reform(path: str | Path, *, law: Law | None = None) -> Reform:
    """Return the reform in a Python or YAML file.

    Raises CaseErrors, which names what is wrong by line and column.
    """
    name = str(path)
    if Path(path).suffix == ".py":
        return _python_reform(Path(path))
    return parse_reform(read_text(path), name, law=law)


def named_or_loaded(name: str) -> Reform:
    """Return the reform that a name or a file's path means.

    Raises UnknownProvision or CaseErrors.
    """
    if name in REFORMS or Path(name).suffix not in (".py", ".yaml", ".yml"):
        return reform(name)
    return load_reform(name)


def parse_reform(text: str, name: str, *, law: Law | None = None) -> Reform:
    """Return the reform that YAML text states; `name` stands for the file in errors."""
    reader = Reader(name, law or current_law())
    try:
        root = compose_yaml(text)
    except Unreadable as error:
        reader.wrong(error.mark, "", error.problem, error.fix)
        raise CaseErrors(reader.found) from None
    found = _header(reader, root)
    changes = _changes(reader, found.get("changes"), root)
    texts = {key: _text(reader, found.get(key), key) for key in KEYS[1:5]}
    lists = {key: _texts(reader, found.get(key), key) for key in ("sources", "choices")}
    status = texts["status"] or "hypothetical"
    if status not in STATUSES:
        fix = f"{did_you_mean(status, STATUSES)}Write {', '.join(STATUSES)}."
        reader.wrong(found["status"].mark, "status", f"not a status: {status!r}", fix)
    reader.settle()

    def patch(before: Law) -> Law:
        for change in changes:
            before = change.apply(before)
        return before

    given = texts["name"] or Path(name).stem
    return Reform(
        name=given,
        title=texts["title"] or given,
        description=texts["description"],
        status=status,
        patch=_guarded(patch, name),
        sources=lists["sources"],
        choices=lists["choices"],
    )


@dataclass(frozen=True, slots=True)
class _Change:
    """One change of one provision, as a file states it."""

    pinpoint: str
    unless: Condition | None
    also: Condition | None
    repeal: bool
    thresholds: dict[str, Duration | Number]
    since: str | None
    until: str | None
    because: str

    def apply(self, law: Law) -> Law:
        """Return the law with this change."""
        instead: Callable[..., Any] | None = (
            (lambda person: NO) if self.repeal else None
        )
        return law.amend(
            self.pinpoint,
            unless=self.unless,
            also=self.also,
            instead=instead,
            since=self.since,
            until=self.until,
            reason=self.because,
            **self.thresholds,
        )


def _header(reader: Reader, root: Node) -> dict[str, Node]:
    found = reader.entries(root, "", KEYS)
    version = found.get("tasman_reform")
    if not isinstance(version, Scalar) or version.text != str(VERSION):
        mark = root.mark if version is None else version.mark
        fix = f"Begin the file with `tasman_reform: {VERSION}`."
        reader.wrong(mark, "tasman_reform", "not a reform file of this version", fix)
    return found


def _changes(reader: Reader, node: Node | None, root: Node) -> list[_Change]:
    if not isinstance(node, Items) or not node.nodes:
        mark = root.mark if node is None else node.mark
        fix = "Write `changes:` and under it `- provision: ...` for each."
        reader.wrong(mark, "changes", "a reform changes at least one provision", fix)
        return []
    found = [
        _change(reader, each, f"changes[{i}]") for i, each in enumerate(node.nodes)
    ]
    return [change for change in found if change is not None]


def _change(reader: Reader, node: Node, path: str) -> _Change | None:
    before = len(reader.found)
    found = reader.entries(node, path, CHANGE_KEYS)
    named = found.get("provision")
    if named is None:
        fix = "Name it, such as `provision: 501(3A)`."
        reader.wrong(node.mark, path, "which provision is changed is not said", fix)
        return None
    pinpoint = reader.provision(named, f"{path}.provision")
    if pinpoint is None:
        return None
    says = {"unless", "also", "repeal", "set"} & set(found)
    if not says and len(reader.found) == before:
        fix = "Add unless, also, set or `repeal: yes`."
        reader.wrong(node.mark, path, "it says nothing to change", fix)
    conditions: dict[str, Condition | None] = {"unless": None, "also": None}
    for key in conditions:
        if key in found:
            reader.about_person(named, f"{path}.{key}", pinpoint)
            conditions[key] = read_condition(reader, found[key], f"{path}.{key}")
    repeal = found.get("repeal")
    if repeal is not None:
        reader.about_person(named, f"{path}.repeal", pinpoint)
    return _Change(
        pinpoint,
        conditions["unless"],
        conditions["also"],
        repeal is not None and reader.yes_or_no(repeal, f"{path}.repeal"),
        _thresholds(reader, found.get("set"), path, pinpoint),
        reader.day(found.get("since"), f"{path}.since"),
        reader.day(found.get("until"), f"{path}.until"),
        _text(reader, found.get("because"), f"{path}.because"),
    )


def _thresholds(
    reader: Reader, node: Node | None, path: str, pinpoint: str
) -> dict[str, Duration | Number]:
    if node is None:
        return {}
    known = {
        name: value.type
        for version in reader.law.versions(pinpoint)
        for name, value in version.parameters
    }
    if not known:
        fix = "Use unless or also, or change the provision that holds the figure."
        reader.wrong(node.mark, f"{path}.set", f"{pinpoint} has no threshold", fix)
        return {}
    entries = reader.entries(node, f"{path}.set", tuple(known))
    found = {}
    for name, value in entries.items():
        read = read_threshold(reader, value, f"{path}.set.{name}", known[name])
        if read is not None:
            found[name] = read
    return found


def _text(reader: Reader, node: Node | None, path: str) -> str:
    if node is None:
        return ""
    if not isinstance(node, Scalar):
        reader.wrong(node.mark, path, "words belong here", "Write one text.")
        return ""
    return node.text


def _texts(reader: Reader, node: Node | None, path: str) -> tuple[str, ...]:
    if node is None:
        return ()
    nodes = node.nodes if isinstance(node, Items) else (node,)
    return tuple(_text(reader, each, path) for each in nodes)


def _python_reform(path: Path) -> Reform:
    read_text(path)
    spec = importlib.util.spec_from_file_location(f"tasman_reform_{path.stem}", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as error:
        raise _python_error(path, error) from None
    found = getattr(module, "REFORM", None)
    if isinstance(found, Reform):
        return replace(found, patch=_guarded(found.patch, str(path)))
    patch = getattr(module, "apply", None)
    if callable(patch):
        doc = (module.__doc__ or patch.__doc__ or path.stem).strip()
        title = doc.splitlines()[0].rstrip(".")
        guarded = _guarded(patch, str(path))
        return Reform(path.stem, title, doc, "hypothetical", guarded)
    fix = "Define `REFORM = Reform(...)`, or `def apply(law): return law.amend(...)`."
    raise CaseErrors([CaseError(str(path), 0, 0, "", "there is no reform in it", fix)])


def _guarded(patch: Callable[[Law], Law], file: str) -> Callable[[Law], Law]:
    """Return the patch, whose faults are the file's and not Tasman's."""

    def apply(law: Law) -> Law:
        try:
            changed: object = patch(law)
        except Exception as error:
            raise _python_error(Path(file), error) from None
        if isinstance(changed, Law):
            return changed
        fix = "End it with `return law.amend(...)`."
        problem = "applying it did not give back a law"
        raise CaseErrors([CaseError(file, 0, 0, "", problem, fix)])

    return apply


def _python_error(path: Path, error: Exception) -> CaseErrors:
    """Return what went wrong in a user's file, at that file's own line."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame.lineno or 0 for frame in frames if frame.filename == str(path)]
    line = own[-1] if own else getattr(error, "lineno", None) or 0
    kind = "" if isinstance(error, LawError) else f"{type(error).__name__}: "
    return CaseErrors(
        [CaseError(str(path), line, 1, "", f"{kind}{error}", "Put that line right.")]
    )
