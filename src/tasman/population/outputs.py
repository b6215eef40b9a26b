"""Output files that appear whole or not at all."""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tasman.facts.errors import BadValue
from tasman.facts.files import name_file

Opener = Callable[[pa.Schema], pq.ParquetWriter]


def keep_apart(out: Path, *inputs: Path) -> None:
    """Refuse an output that is one of the inputs; raises BadValue."""
    for each in inputs:
        if out.resolve() == each.resolve():
            raise BadValue(f"{out} is read, and cannot be written", "Name another.")


def can_be_written(out: Path) -> None:
    """Refuse, before the work, an output with no folder to stand in; raises OSError."""
    folder = out.resolve().parent
    if not folder.is_dir():
        raise FileNotFoundError(2, "there is no such folder", str(folder))
    if out.is_dir():
        raise IsADirectoryError(21, "is a folder: name a file in it", str(out))
    if out.exists() and not out.is_file():
        raise OSError(22, "is no ordinary file: it cannot be replaced", str(out))
    if not os.access(folder, os.W_OK):
        raise PermissionError(13, "nothing may be written in this folder", str(folder))


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give a temporary file beside the output, which takes its place if all goes well.

    Raises OSError naming the output: at once when it has no folder, later when the
    disk is full.
    """
    can_be_written(out)
    out = out.resolve()
    temporary = out.with_name(f".{out.name}.{secrets.token_hex(4)}.tmp")
    try:
        yield temporary
        with temporary.open("rb") as file:
            os.fsync(file.fileno())
        temporary.replace(out)
    except OSError as error:
        name_file(error, out)
        raise
    finally:
        with suppress(OSError):
            temporary.unlink()


@contextmanager
def parquet_writer(out: Path) -> Iterator[Opener]:
    """Give a function that opens a Parquet writer, of a file whole or not at all."""
    opened: list[pq.ParquetWriter] = []

    def open_(schema: pa.Schema) -> pq.ParquetWriter:
        writer = pq.ParquetWriter(
            temporary, schema, compression="zstd", write_page_checksum=True
        )
        opened.append(writer)
        return opened[0]

    with replacing(out) as temporary:
        try:
            yield open_
        finally:
            for writer in opened:
                writer.close()
