"""The Ministerial Directions on character decisions, 17 to 110: what is weighed."""

from __future__ import annotations

from tasman.law.au.directions.d17 import D17
from tasman.law.au.directions.d21 import D21
from tasman.law.au.directions.d41 import D41
from tasman.law.au.directions.d55 import D55
from tasman.law.au.directions.d65 import D65
from tasman.law.au.directions.d79 import D79
from tasman.law.au.directions.d90 import D90
from tasman.law.au.directions.d99 import D99
from tasman.law.au.directions.d110 import D110
from tasman.law.au.directions.instrument import Direction
from tasman.law.au.directions.register import act as register_act

DIRECTIONS: dict[int, Direction] = {
    each.number: each for each in (D17, D21, D41, D55, D65, D79, D90, D99, D110)
}
"""Every Direction by its number, in order of time."""

ACTS = (register_act, *(each.act for each in DIRECTIONS.values()))
"""The instruments, to be loaded into the law."""
