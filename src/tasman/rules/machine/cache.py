"""Numba's disk cache, keyed so that it cannot go stale.

Numba keys what it keeps by the file of the compiled function alone: a change to a
helper in another file leaves it stale. Here the folder itself is named by the sources
of every module that the kernel is made of and by the versions of what compiled it.
"""

from __future__ import annotations

import hashlib
import os
import pkgutil
import platform
from collections.abc import Callable
from typing import Any

import llvmlite
import numba
import numpy as np

SOURCES = (
    "cache",
    "certain",
    "elements",
    "kernels",
    "lists",
    "memory",
    "program",
    "rows",
    "spans",
)
"""The modules of this package whose source decides what is compiled."""


def key() -> str:
    """Return the cache folder's name: a hash of sources, versions and machine."""
    sha = hashlib.sha256()
    for name in SOURCES:
        sha.update(_source(name))
    versions = (
        numba.__version__,
        llvmlite.__version__,
        np.__version__,
        platform.python_version(),
        platform.machine(),
    )
    sha.update(repr(versions).encode())
    return sha.hexdigest()[:16]


def _source(name: str) -> bytes:
    return pkgutil.get_data(__package__, f"{name}.py") or b""


def folder() -> str:
    """Return where compiled kernels are kept: `TASMAN_CACHE`, or the user's cache."""
    base = os.environ.get("TASMAN_CACHE") or os.path.join(
        os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"), "tasman"
    )
    return os.path.join(base, "kernels", key())


_FOLDER = folder()
_numba: Any = numba


def compiled(function: Callable[..., Any], **more: Any) -> Any:
    """Return the function compiled by Numba when first called, and kept on disk.

    Where nothing can be kept there (a read-only home), it is compiled in each process.
    Only `run` is called from Python: the others need no way in from there, which takes
    long to compile.
    """
    options = {"nogil": True, "boundscheck": False, "error_model": "numpy", **more}
    options["no_cfunc_wrapper"] = True
    options["no_cpython_wrapper"] = function.__name__ != "run"
    config = _numba.core.config
    before, config.CACHE_DIR = config.CACHE_DIR, _FOLDER
    try:
        return _numba.njit(cache=True, **options)(function)
    except RuntimeError:
        return _numba.njit(**options)(function)
    finally:
        config.CACHE_DIR = before


def inlined(function: Callable[..., Any]) -> Any:
    """Return the function compiled into each that calls it, as a loop's body must be
    to become vectors.
    """
    return compiled(function, forceinline=True)


def spliced(function: Callable[..., Any]) -> Any:
    """Return the function as a part of each that calls it, never compiled alone."""
    return compiled(function, inline="always")
