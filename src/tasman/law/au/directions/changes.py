"""What each Direction changed from the one before, and what brought it about."""

from __future__ import annotations

from tasman.law.au.directions.instrument import Statement

CHANGES: dict[int, tuple[Statement, ...]] = {
    21: (
        Statement(
            "17 to 21",
            "The same three primary considerations. Direction 17 had been criticised "
            "as fettering the discretion ([2001] FCA 514); 21 was held valid "
            "([2009] FCA 528).",
        ),
    ),
    41: (
        Statement(
            "21 to 41",
            "The expectations of the community go. Arrival as a minor, and years lived "
            "here before offending, become primary ([2009] FCA 1313).",
        ),
        Statement("21 to 41", "General deterrence goes.", "M"),
    ),
    55: (
        Statement(
            "41 to 55",
            "Ties become primary, for visa holders; expectations come back as a "
            "principle only.",
            "M",
        ),
    ),
    65: (
        Statement(
            "55 to 65",
            "Ties are lowered to the other considerations; expectations become "
            "primary; Part C is added for revocation under s 501CA(4).",
            "M",
        ),
    ),
    79: (
        Statement(
            "65 to 79",
            "Violent crimes against women or children are very serious whatever the "
            "sentence; women are named in the principles. Nothing else of substance.",
        ),
    ),
    90: (
        Statement(
            "79 to 90",
            "One list for all powers; family violence becomes primary; expectations "
            "are a stated norm that needs no measurable risk and no independent "
            "assessment.",
        ),
        Statement(
            "79 to 90", "Tolerance for long residents stays a matter of 'may'.", "M"
        ),
    ),
    99: (
        Statement(
            "90 to 99",
            "Ties become primary, with considerable weight to residence in the "
            "formative years; tolerance 'will generally' be higher and rises with "
            "time; legal consequences replace the head on non-refoulement. It followed "
            "the promise of 2022 to treat people who have lived here all their lives "
            "with common sense.",
        ),
    ),
    110: (
        Statement(
            "99 to 110",
            "Safety becomes the highest priority; protection generally outweighs the "
            "other primary considerations; tolerance is 'may' again; victims move "
            "inside protection. It followed the controversy of May 2024 over Tribunal "
            "decisions that gave visas back.",
        ),
        Statement(
            "99 to 110",
            "Ties stay primary but lose the directed weight of the formative years.",
            "M",
        ),
    ),
}
"""By the number of the Direction that made the change."""
