"""Direction 17: the same three primary considerations as Direction 21, its successor.

In force from 1999-06-16. Its text was not seen: that it had the same scheme, and some
of the same paragraphs, was read in later decisions, so every row is unverified.
"""

from __future__ import annotations

from tasman.law.au.directions.d21 import D21
from tasman.law.au.directions.instrument import Direction, Statement
from tasman.law.au.directions.register import TWO_POWERS

D17 = Direction(
    17,
    parts={"": TWO_POWERS},
    mark="M",
    layout=D21.layout,
    principles=tuple(
        Statement(each.paragraph, each.text, "M", each.about) for each in D21.principles
    ),
    weighing=(
        *(Statement(each.paragraph, each.text, "M") for each in D21.weighing),
        Statement(
            "as a whole", "Criticised as fettering the discretion: [2001] FCA 514."
        ),
    ),
)
"""Direction 17."""

D17.repeat(D21, mark="M")

act = D17.act
"""Direction 17 as an instrument."""
