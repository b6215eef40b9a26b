"""Case files of older versions brought up to date, with a backup.

Each step changes the words of a file where they stand, so that comments and layout
stay.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tasman.facts.errors import CaseErrors
from tasman.facts.files import read_text, refused, write_atomically
from tasman.facts.loading import (
    VERSION,
    check_version,
    compose,
    format_of,
    parse_case,
    version_of,
)
from tasman.facts.nodes import Entries, Mark, Node, Scalar
from tasman.facts.reading import Problems


@dataclass(frozen=True, slots=True)
class Edit:
    """One word of a file replaced by another."""

    mark: Mark
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Migration:
    """What was done to a file; `backup` is None when it was up to date already."""

    path: Path
    from_version: int
    to_version: int
    backup: Path | None
    changes: tuple[str, ...]


Step = Callable[[Entries], Iterator[Edit]]


def _from_0(root: Entries) -> Iterator[Edit]:
    """Version 0, a draft, had `prison_terms` for sentences and `born` for born_on."""
    renamed = {"prison_terms": "sentences", "born": "born_on"}
    for key, value in root.pairs:
        if key.text in renamed:
            yield Edit(key.mark, key.text, renamed[key.text])
        if key.text == "assume" and isinstance(value, Entries):
            yield from _renamed(value, {"prison_terms": "sentences"})


def _renamed(node: Entries, names: dict[str, str]) -> Iterator[Edit]:
    for key, _ in node.pairs:
        if key.text in names:
            yield Edit(key.mark, key.text, names[key.text])


STEPS: dict[int, Step] = {0: _from_0}
"""How to leave each version behind for the next."""


def migrate(path: str | Path) -> Migration:
    """Bring a case file up to the present version and keep the old one beside it.

    Raises CaseErrors, and changes nothing, when the file is not a case file, is newer
    than this Tasman, or would not load afterwards.
    """
    path = Path(path)
    text = read_text(path)
    version, upgraded, changes = upgrade(text, path)
    if version == VERSION:
        return Migration(path, version, VERSION, None, ())
    parse_case(upgraded, str(path), format=format_of(path))
    try:
        backup = _back_up(path, text, version)
        write_atomically(path, upgraded)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refused(
            str(path), f"cannot be written: {reason}", "Check who may write there."
        ) from None
    return Migration(path, version, VERSION, backup, changes)


def upgrade(text: str, path: str | Path) -> tuple[int, str, tuple[str, ...]]:
    """Return a text's version, the text in the present version, and the changes."""
    first = version = _version(text, path)
    changes: list[str] = []
    while version != VERSION:
        root = _root(text, path)
        edits = [_version_edit(root, version), *STEPS[version](root)]
        changes += [f"{edit.mark.line}: {edit.old} -> {edit.new}" for edit in edits]
        text = _apply(text, edits)
        version += 1
    return first, text, tuple(changes)


def _version(text: str, path: str | Path) -> int:
    problems = Problems(str(path))
    root = compose(text, problems, format_of(path))
    version = version_of(root, problems)
    if version not in STEPS:
        check_version(root, problems)
    return version


def _root(text: str, path: str | Path) -> Entries:
    root: Node = compose(text, Problems(str(path)), format_of(path))
    if not isinstance(root, Entries):
        raise CaseErrors(())
    return root


def _version_edit(root: Entries, version: int) -> Edit:
    value = root.pairs[0][1]
    assert isinstance(value, Scalar)
    return Edit(value.mark, value.text, str(version + 1))


def _apply(text: str, edits: list[Edit]) -> str:
    starts = [0, *(i + 1 for i, character in enumerate(text) if character == "\n")]
    for edit in sorted(edits, key=lambda edit: edit.mark, reverse=True):
        at = starts[edit.mark.line - 1] + edit.mark.column - 1
        at += text[at] in "\"'"
        text = text[:at] + edit.new + text[at + len(edit.old) :]
    return text


def _back_up(path: Path, text: str, version: int) -> Path:
    """Write the old text beside the file, under a name that nothing has yet."""
    tried = 0
    while True:
        number = f".{tried}" if tried else ""
        backup = path.with_name(f"{path.name}.version-{version}{number}.bak")
        try:
            with backup.open("x", encoding="utf-8", newline="") as file:
                file.write(text)
        except FileExistsError:
            tried += 1
            continue
        return backup
