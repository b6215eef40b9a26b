"""Small cells of tables about real people: left out, with as many others as hide them.

Counts from 1 to 5 are left out. Where one count of a line is left out and the line's
total is known, the next smallest goes too: a difference would give the first away.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FEWEST = 6
"""The smallest count that is shown of imported data."""

Key = tuple[object, ...]


def suppressed(cells: Mapping[Key, int], axes: Sequence[int]) -> set[Key]:
    """Return the cells to leave out of one table; `axes` are the places that vary.

    A cell is a key of equal length; a line is every cell that differs along one axis.
    """
    hidden = {key for key, count in cells.items() if 0 < count < FEWEST}
    lines: dict[tuple[int, Key], list[Key]] = {}
    for key in cells:
        for axis in axes:
            rest = key[:axis] + key[axis + 1 :]
            lines.setdefault((axis, rest), []).append(key)
    changed = True
    while changed:
        changed = False
        for line in lines.values():
            inside = [key for key in line if key in hidden]
            shown = [key for key in line if key not in hidden and cells[key]]
            if len(inside) == 1 and shown:
                hidden.add(min(shown, key=lambda key: (cells[key], str(key))))
                changed = True
    return hidden
