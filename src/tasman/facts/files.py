"""Reading a file within bounds, and writing one whole or not at all."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path

from tasman.facts.errors import CaseError, CaseErrors

MOST_BYTES = 2_000_000
"""The largest case file that is read."""


def read_text(path: str | Path) -> str:
    """Return the text of a UTF-8 file of at most 2 MB; raises CaseErrors otherwise."""
    name = str(path)
    try:
        _refuse_unfit(Path(path), name)
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except CaseErrors:
        raise
    except (FileNotFoundError, ValueError):
        raise refused(
            name, "there is no such file", "Check the name, or begin with `tasman new`."
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise refused(name, f"cannot be read: {reason}", "Check its name.") from None
    return decode(data, name)


def decode(data: bytes, name: str) -> str:
    """Return bytes as text, if they are UTF-8 text of at most 2 MB."""
    if len(data) > MOST_BYTES:
        raise _too_large(name)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused(name, "is UTF-16, not UTF-8", "Save it as UTF-8 text.")
    if 0 in data:
        raise refused(name, "is not a text file", "Give a YAML or JSON case file.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as bad:
        before = data[: bad.start]
        line = before.count(b"\n") + 1
        column = len(before) - (before.rfind(b"\n") + 1) + 1
        fix = "Save it as UTF-8 text."
        error = CaseError(name, line, column, "", "is not UTF-8", fix)
        raise CaseErrors([error]) from None


def _refuse_unfit(path: Path, name: str) -> None:
    kind = path.stat()
    if stat.S_ISDIR(kind.st_mode):
        raise refused(name, "is a directory", "Name one case file in it.")
    if not stat.S_ISREG(kind.st_mode):
        raise refused(name, "is not an ordinary file", "Copy it to one first.")
    if kind.st_size > MOST_BYTES:
        raise _too_large(name)


def refused(name: str, problem: str, fix: str) -> CaseErrors:
    """Return the error that a whole file is refused with."""
    return CaseErrors([CaseError(name, 0, 0, "", problem, fix)])


def _too_large(name: str) -> CaseErrors:
    return refused(
        name, f"is larger than {MOST_BYTES // 1_000_000} MB", "Give one person's case."
    )


def write_atomically(path: str | Path, text: str) -> None:
    """Put a whole text in a file: readers see the old one or the new, never a part.

    What is no ordinary file, such as /dev/stdout, is written to and not replaced.
    """
    if Path(path).exists() and not Path(path).is_file():
        with Path(path).open("w", encoding="utf-8", newline="") as device:
            device.write(text)
        return
    path = Path(path).resolve()
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        temporary.replace(path)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            name_file(error, path)
        raise


def name_file(error: OSError, path: Path) -> None:
    """Let an error name the file it is about: a full disk leaves that out."""
    if error.filename is None and error.errno:
        error.filename, error.strerror = str(path), os.strerror(error.errno)
