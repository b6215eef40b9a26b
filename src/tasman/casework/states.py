"""The process as a state machine: its states, its moves, and who reviews what.

A state says where a case stands; a move says what leads on, who acts, under which
provision, whether they must or may, and which clocks it sets.
"""

from __future__ import annotations

from typing import NamedTuple

STATES = {
    "S0": "holds a visa",
    "S1": "convicted; the visa is still held",
    "S2": "visa cancelled under s 501(3A); a good notice is still owed",
    "S3": "28 days for representations are running",
    "S4": "representations are pending",
    "S5": "visa restored",
    "S6": "decided by a delegate; nine days to go to the Tribunal",
    "S7": "before the Tribunal",
    "S8": "decided; 35 days for the court",
    "S9": "before a court",
    "S10": "notice of intention given; a reply is awaited",
    "S20": "decided unheard by the Minister; notice is owed",
    "S21": "seven days for representations are running",
    "S22": "representations to the Minister are pending",
    "S30": "nothing pending that postpones removal",
    "S31": "removal under way",
    "S40": "back in New Zealand, or elsewhere",
    "S41": "in New Zealand, under supervision as a returning offender",
}
"""What each state means. Nothing pending (S30) is also a flag beside S6 to S9."""

MUST, MAY, BY_LAW = "must", "may", "by law"
SAME = "same"
"""Where a move leads that changes how the person is held and not where the case is."""
UNLAWFUL = ("S2", "S3", "S4", "S6", "S7", "S8", "S9", "S20", "S21", "S22", "S30")
"""States of a person in Australia whose visa is gone: s 189 reaches them."""
DETAINED, ASKED = 27, 28
"""Numbers of the moves that turn on how the person is held."""


class Move(NamedTuple):
    """One way from a state to another.

    `event` follows "must" or "may"; of what happens by law it is a whole clause.
    """

    number: int
    states: tuple[str, ...]
    event: str
    who: str
    force: str
    provision: str
    to: str
    sets: tuple[str, ...] = ()

    @property
    def says(self) -> str:
        """The move in a sentence's worth of words, with its provision."""
        if self.force == BY_LAW:
            return f"{self.event} ({self.provision})"
        who = self.who if self.who.startswith("New Zealand") else f"the {self.who}"
        return f"{who} {self.force} {self.event} ({self.provision})"


_M, _D, _P, _T, _C, _O = (
    "Minister",
    "delegate",
    "person",
    "Tribunal",
    "court",
    "officer",
)
_REVOKE = "s 501CA(4), (5)"
MOVES = (
    Move(
        1,
        ("S1",),
        "cancel, where the person fails on s 501(7)(a), (b), (c) or 501(6)(e) and "
        "serves a full-time sentence",
        _D,
        MUST,
        "s 501(3A)",
        "S2",
        ("L17",),
    ),
    Move(
        2,
        ("S2",),
        "give notice, particulars and an invitation",
        _D,
        MUST,
        "s 501CA(3)",
        "S3",
        ("L2",),
    ),
    Move(3, ("S3",), "send representations", _P, MAY, "reg 2.52", "S4", ("L19",)),
    Move(
        4,
        ("S3",),
        "the last day passes",
        "time",
        BY_LAW,
        "s 501CA(4)(a)",
        "S30",
        ("L18",),
    ),
    Move(
        5,
        ("S3", "S30"),
        "find the notice bad, or given to someone without capacity",
        _C,
        MAY,
        "[2021] HCA 9; [2024] HCA 44",
        "S2",
        ("L17",),
    ),
    Move(6, ("S4",), "revoke the cancellation", f"{_D} or {_M}", MAY, _REVOKE, "S5"),
    Move(7, ("S4",), "refuse to revoke", _D, MAY, "s 501CA(4)", "S6", ("L4", "L10")),
    Move(8, ("S4",), "refuse to revoke", _M, MAY, "s 501CA(4)", "S8", ("L11",)),
    Move(
        9,
        ("S6",),
        "apply to the Tribunal, with the papers",
        _P,
        MAY,
        "s 500(6B), (6C)",
        "S7",
        ("L4", "L7", "L8", "L9", "L10"),
    ),
    Move(
        10, ("S6",), "the nine days pass", "time", BY_LAW, "s 500(6B)", "S30", ("L4",)
    ),
    Move(
        11,
        ("S7",),
        "set the refusal aside, and revoke",
        _T,
        MAY,
        "Administrative Review Tribunal Act 2024 s 105",
        "S5",
    ),
    Move(
        12,
        ("S7",),
        "the Tribunal affirms, or 84 days end and the decision is taken to be affirmed",
        f"{_T} or time",
        BY_LAW,
        "s 500(6L)",
        "S8",
        ("L10", "L11"),
    ),
    Move(13, ("S7",), "take the matter over", _M, MAY, "s 501B", "S8", ("L11",)),
    Move(
        14, ("S5",), "set the revocation aside", _M, MAY, "s 501BA(2)", "S8", ("L11",)
    ),
    Move(
        15,
        ("S0", "S1"),
        "give notice of intention to cancel",
        f"{_D} or {_M}",
        MAY,
        "s 501(2), reg 2.53",
        "S10",
        ("L1",),
    ),
    Move(16, ("S10",), "cancel", _D, MAY, "s 501(2)", "S6", ("L4", "L10")),
    Move(17, ("S10",), "cancel", _M, MAY, "s 501(2)", "S8", ("L11",)),
    Move(18, ("S10",), "decide not to cancel", f"{_D} or {_M}", MAY, "s 501(2)", "S0"),
    Move(
        19,
        ("S0", "S1"),
        "cancel unheard, in the national interest",
        _M,
        MAY,
        "s 501(3)",
        "S20",
        ("L17",),
    ),
    Move(
        20,
        ("S20",),
        "give notice and an invitation",
        _M,
        MUST,
        "s 501C(3)",
        "S21",
        ("L3",),
    ),
    Move(
        21, ("S21",), "send representations", _P, MAY, "reg 2.52(2)(a)", "S22", ("L3",)
    ),
    Move(
        22,
        ("S22",),
        "revoke, if the person passes the test",
        _M,
        MAY,
        "s 501C(4)",
        "S5",
        ("L20",),
    ),
    Move(
        23,
        ("S22", "S21"),
        "the Minister refuses, or the seven days pass",
        f"{_M} or time",
        BY_LAW,
        "s 501C",
        "S8",
        ("L3", "L11", "L20"),
    ),
    Move(
        24,
        ("S8",),
        "apply to the court",
        _P,
        MAY,
        "s 477A (or 477, 486A)",
        "S9",
        ("L11", "L12", "L13"),
    ),
    Move(25, ("S9",), "grant relief", _C, MAY, "s 476A(2)", "S4"),
    Move(
        26,
        ("S9", "S8"),
        "the court dismisses, or nothing is filed",
        _C,
        BY_LAW,
        "s 476A",
        "S30",
    ),
    Move(
        DETAINED,
        UNLAWFUL,
        "take the person into immigration detention when the sentence ends",
        _O,
        MUST,
        "ss 189, 196",
        SAME,
    ),
    Move(ASKED, UNLAWFUL, "ask in writing to be removed", _P, MAY, "s 198(1)", "S31"),
    Move(
        29,
        ("S30",),
        "remove the person as soon as reasonably practicable",
        _O,
        MUST,
        "s 198(2A), (2B), (5), (6)",
        "S31",
        ("L18",),
    ),
    Move(
        30,
        ("S31",),
        "the person arrives; the costs of removal are owed",
        _O,
        BY_LAW,
        "s 210",
        "S40",
    ),
    Move(
        31,
        ("S40",),
        "Police and Corrections meet the person",
        "New Zealand",
        BY_LAW,
        "Returning Offenders (Management and Information) Act 2015 (NZ) ss 8 to 15",
        "S40",
    ),
    Move(
        32,
        ("S40",),
        "determine that the person is a returning prisoner",
        "New Zealand Police",
        MAY,
        "Returning Offenders (Management and Information) Act 2015 (NZ) ss 16 to 20",
        "S41",
    ),
)


WITHIN = {
    3: ("L2",),
    4: ("L2",),
    9: ("L4", "L5"),
    10: ("L4",),
    12: ("L10",),
    21: ("L3",),
    23: ("L3",),
    24: ("L11", "L12", "L13"),
}
"""By move: the limits within which it is made."""


def means(state: str) -> str:
    """Return what a state means, or that a move leaves the case where it stands."""
    return "where it stands" if state == SAME else STATES[state]


class Review(NamedTuple):
    """Who reviews a kind of decision."""

    decision: str
    merits: str
    court: str
    provision: str


_NONE = "none"
_FEDERAL = "Federal Court"
_CIRCUIT = "Federal Circuit and Family Court (Division 2)"


def review_of(power: str, made_by: str) -> Review | None:
    """Return who reviews a decision under a power by a maker: ss 476 to 476A, 500."""
    if made_by == "tribunal":
        return Review("the Tribunal's decision", _NONE, _FEDERAL, "s 476A(1)(b)")
    if made_by == "court":
        return Review("a judgment", _NONE, "appeal, or special leave", "")
    if made_by == "minister" and power.startswith("501"):
        return Review("the Minister's own decision", _NONE, _FEDERAL, "s 476A(1)(c)")
    if power == "501(3A)":
        return Review(
            "the mandatory cancellation itself", _NONE, _CIRCUIT, "ss 476, 500(4A)(c)"
        )
    if power in ("501(1)", "501(2)"):
        after = "Federal Court, of the Tribunal's decision"
        return Review("a delegate's decision", "Tribunal", after, "s 500(1)(b)")
    if power == "501CA(4)":
        after = "Federal Court, of the Tribunal's decision"
        return Review(
            "a delegate's refusal to revoke", "Tribunal", after, "s 500(1)(ba)"
        )
    if power == "200":
        only = "Tribunal, for citizens and residents without limit of time"
        return Review("a deportation order", only, "", "s 500(1)(a), (2)")
    return None
