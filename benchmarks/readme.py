"""Puts what a benchmark printed into `benchmarks/README.md`, given WRITE=1."""

from __future__ import annotations

import os
import platform
from pathlib import Path

README = Path(__file__).parent / "README.md"


def machine() -> str:
    """The machine that this runs on, in words."""
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        names = [x for x in info.read_text().splitlines() if x.startswith("model name")]
        model = names[0].partition(":")[2].strip() if names else model
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, {model}, load {load:.1f} when it began"


def put(section: str, text: str) -> None:
    """Print the text; with WRITE=1, make it that section of the README too."""
    print(text)
    if os.environ.get("WRITE") != "1":
        return
    begin, end = f"<!-- begin {section} -->", f"<!-- end {section} -->"
    page = README.read_text(encoding="utf-8")
    head, _, rest = page.partition(begin)
    _, _, tail = rest.partition(end)
    README.write_text(f"{head}{begin}\n{text}\n{end}{tail}", encoding="utf-8")
