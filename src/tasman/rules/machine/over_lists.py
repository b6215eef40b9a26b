"""What the fallback does with a list, instruction by instruction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from tasman.rules.machine import dates, segments
from tasman.rules.machine.arrays import Array
from tasman.rules.machine.layout import Rows
from tasman.rules.machine.segments import Members

if TYPE_CHECKING:
    from tasman.rules.machine.fallback import Fallback


class OverLists:
    """Registers of a block, and the operations that take lists together.

    An operation is given where to write, and what it reads as it is held.
    """

    def __init__(self, machine: Fallback, count: int) -> None:
        self.machine, self.count = machine, count
        self.held: list[Any] = machine.start.copy()
        self.rows: dict[int, Rows] = {}
        self._members: Members | None = None
        self._member: Any = None

    def _size(self, domain: int) -> int:
        return self.rows[domain].count if domain else self.count

    def _whole(self, value: Any, domain: int) -> Array:
        """A register as an array, also when it holds a constant."""
        if np.ndim(value):
            found: Array = value
            return found
        return np.full(self._size(domain), value)

    def _among(self, body: int, member: Any) -> Members:
        """Members of a list; the same again if the last instruction asked for them."""
        last = self._members
        if last is None or self._member is not member or self.rows[body] != last.rows:
            last = Members(self.rows[body], self._whole(member, body))
            self._members, self._member = last, member
        return last

    def _any_of(self, domain: int, to: int, member: Any, others: Any, parent: Any,
                body: int) -> None:  # fmt: skip
        self.held[to] = segments.any_of(self._among(body, member))

    def _count_of(self, domain: int, low: int, high: int, member: Any, others: Any,
                  parent: Any, body: int) -> None:  # fmt: skip
        found = segments.count_of(self._among(body, member))
        self.held[low], self.held[high] = found

    def _total_of(self, domain: int, low: int, high: int, member: Any, least: Any,
                  most: Any, others: Any, parent: Any, body: int) -> None:  # fmt: skip
        bounds = self._whole(least, body), self._whole(most, body)
        found = segments.total_of(self._among(body, member), *bounds)
        self.held[low], self.held[high] = found

    def _latest_of(self, domain: int, low: int, high: int, member: Any, least: Any,
                   most: Any, default_low: Any, default_high: Any, others: Any,
                   parent: Any, body: int) -> None:  # fmt: skip
        default = default_low, default_high
        found = segments.latest_of(self._among(body, member), least, most, default)
        self.held[low], self.held[high] = found

    def _covered_by(self, domain: int, low: int, high: int, member: Any, from0: Any,
                    from1: Any, until0: Any, until1: Any, others: Any, bounds: Any,
                    body: int, window: int) -> None:  # fmt: skip
        members = self._among(body, member)
        rows = members.rows
        opens0, opens1, closes0, closes1 = (
            dates.placed(self.held[place], rows.parent)
            for place in self.machine.windows[window]
        )
        start, until = np.maximum(from1, opens1), np.minimum(until0, closes0)
        self.held[low] = segments.covered(rows, start, until, members.sure)
        start, until = np.maximum(from0, opens0), np.minimum(until1, closes1)
        self.held[high] = segments.covered(rows, start, until, members.perhaps)

    def _kinds_members(self, domain: int, to: int, member: Any, kinds: Any,
                       others: Any, lacks: int, parent: Any,
                       body: int) -> None:  # fmt: skip
        members = self._among(body, member)
        self.held[to] = segments.kinds_members(members, kinds, lacks)

    def _kinds_values(self, domain: int, to: int, member: Any, kinds: Any, parent: Any,
                      body: int) -> None:  # fmt: skip
        more = segments.kinds_values(self._among(body, member), kinds)
        self.held[to] = self.held[to] | more

    def _kinds_latest(self, domain: int, to: int, member: Any, member_kinds: Any,
                      least: Any, most: Any, kinds: Any, default_low: Any,
                      default_kinds: Any, others: Any, lacks: int, bounds: Any,
                      body: int) -> None:  # fmt: skip
        members = self._among(body, member)
        least, most = self._whole(least, body), self._whole(most, body)
        default = self._whole(default_low, domain), self._whole(default_kinds, domain)
        self.held[to] = segments.kinds_latest(
            members, member_kinds, least, most, kinds, default, lacks
        )
