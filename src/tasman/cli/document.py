"""Writes the pages of documentation that come from the code: `make docs`.

`python -m tasman.cli.document [REPOSITORY]`; a test fails while a page is stale.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tasman.facts.files import write_atomically


def pages(root: Path) -> dict[str, str]:
    """Return every page that comes from the code, by its name in `docs/`."""
    from tasman.cli.commands_page import commands_page
    from tasman.law import current_law
    from tasman.reports.facts_page import facts_page
    from tasman.reports.provisions_page import provisions_page

    return {
        "facts.md": facts_page(),
        "provisions.md": provisions_page(current_law()),
        "commands.md": commands_page(root),
    }


def write(root: Path) -> None:
    """Write the pages of a repository, and the names its change log leaves out."""
    from tasman.law import current_law
    from tasman.reports.change_log import completed

    log = root / "CHANGELOG.md"
    write_atomically(log, completed(log.read_text(encoding="utf-8"), current_law()))
    for name, text in pages(root).items():
        write_atomically(root / "docs" / name, text)


if __name__ == "__main__":
    write(Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve())
