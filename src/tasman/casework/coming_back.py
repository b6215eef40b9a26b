"""What keeps the person from coming back to Australia, and until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tasman.casework.citizenship import days_in_words
from tasman.casework.direction_choice import UNVERIFIED
from tasman.facts.case import NO, UNKNOWN, YES, Case, Elements
from tasman.facts.days import NEVER, DateRange, show_date
from tasman.facts.kinds import kind_names
from tasman.rules.evaluate import Evaluation
from tasman.rules.law import Law
from tasman.rules.provisions import Mark
from tasman.rules.values import TRUTH_NAMES

ACT, REGULATIONS = "migration-act-1958", "migration-regulations-1994"
BARS = {
    f"{ACT}/501E(1)": "no application for another visa during this stay",
    f"{ACT}/48": "few applications for another visa during this stay",
    f"{ACT}/503(1)": "no entry or stay for a time that regulations fix",
    f"{ACT}/32 bar": "no new special category visa",
    f"{REGULATIONS}/5001": "no visa that requires special return criterion 5001",
    f"{REGULATIONS}/5002": "no visa that requires special return criterion 5002",
    f"{REGULATIONS}/4013": "not most temporary visas (criterion 4013)",
    f"{REGULATIONS}/4014": "not most temporary visas (criterion 4014)",
    f"{REGULATIONS}/4004": "not many visas (criterion 4004)",
}
"""Each bar, by its provision, and what it shuts out."""
LAST_DAYS = {
    f"{REGULATIONS}/{number}": f"{REGULATIONS}/{number} last day"
    for number in ("5002", "4013", "4014")
}
"""The provision that says until when, for the bars that end with time."""
ENDS = {
    f"{ACT}/501E(1)": "until departure, or a permanent visa from the Minister",
    f"{ACT}/48": "until departure, or a substantive visa",
    f"{ACT}/503(1)": "how long was not found",
    f"{ACT}/32 bar": "no end by time",
    f"{REGULATIONS}/5001": "no end by time, and no waiver",
    f"{REGULATIONS}/4004": "until the debt is paid or arranged",
}
"""When each of the others ends, in words."""
ONLY_IF_SURE = (f"{REGULATIONS}/4004",)
"""Left out where it is not known: nobody asks without a reason."""
CITED = {
    f"{ACT}/501E(1)": "s 501E",
    f"{ACT}/48": "s 48",
    f"{ACT}/503(1)": "s 503",
    f"{ACT}/32 bar": "s 32(2)",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar to a new visa: whether it applies, and its last day if it has one."""

    provision: str
    truth: int
    kinds: int
    last_day: DateRange | None
    citation: str
    note: str
    mark: Mark

    def to_dict(self) -> dict[str, Any]:
        """Return the bar as plain data."""
        return {
            "provision": self.provision,
            "answer": TRUTH_NAMES[self.truth],
            "unknown_kinds": kind_names(self.kinds),
            "shuts_out": BARS[self.provision],
            "last_day": show_date(self.last_day) if self.last_day else None,
            "ends": self.ends,
            "citation": self.citation,
            "note": self.note,
            "verified": str(self.mark),
        }

    @property
    def ends(self) -> str:
        """When the bar ends, in words."""
        if self.provision not in LAST_DAYS:
            return ENDS[self.provision]
        if self.last_day is None or self.last_day[1] >= NEVER:
            return "last day not known"
        return f"last day {days_in_words(self.last_day)}, or sooner by waiver"

    @property
    def line(self) -> str:
        """The bar in one line."""
        named = f" ({CITED[self.provision]})" if self.provision in CITED else ""
        doubt = "" if self.truth == YES else "Perhaps "
        words = f"{doubt}{BARS[self.provision]}{named}: {self.ends}."
        if self.mark.rank >= Mark.MEMORY.rank:
            words += f" [{UNVERIFIED}]"
        return words[0].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class ComingBack:
    """The bars to coming back that apply, or may apply, on the as-at day."""

    bars: tuple[Bar, ...]

    @property
    def title(self) -> str:
        """The heading of this part of a report."""
        return "Coming back to Australia"

    def to_dict(self) -> dict[str, Any]:
        """Return the bars as plain data."""
        return {"bars": [bar.to_dict() for bar in self.bars]}

    def summary_lines(self) -> Iterator[str]:
        """Yield one line a bar, for a report."""
        for bar in self.bars:
            yield bar.line


def section(
    case: Case, law: Law, as_at: int, law_at: int, known_at: int
) -> ComingBack | None:
    """Return the `coming_back` part of an assessment; None where nothing bars.

    The law is that of the as-at day: what counts is a new application made then.
    """
    if not bears_on(case):
        return None
    put = Evaluation(law, case.facts, as_at=as_at, law_at=as_at, known_at=known_at)
    bars = tuple(
        _bar(put, law, pinpoint, truth, kinds)
        for pinpoint in BARS
        if law.in_force(pinpoint, as_at, known_at)
        for truth, kinds in [put.provision(pinpoint)]
        if truth == YES or (truth != NO and pinpoint not in ONLY_IF_SURE)
    )
    return ComingBack(bars) if bars else None


def bears_on(case: Case) -> bool:
    """Say whether a decision or a removal is known that could keep the person out."""
    facts = case.facts
    decided = facts.get("decisions", Elements()).items
    removed = facts.get("removed_or_deported", UNKNOWN) == YES
    on = facts.get("removed_on", (NEVER, NEVER))
    return bool(decided) or removed or on[0] < NEVER


def _bar(put: Evaluation, law: Law, pinpoint: str, truth: int, kinds: int) -> Bar:
    clocks = put.clocks
    version = law.in_force(pinpoint, clocks["law_at"], clocks["known_at"])
    assert version is not None, "only what is in force is asked"
    last = None
    if pinpoint in LAST_DAYS and truth == YES:
        first, latest, _ = put.provision(LAST_DAYS[pinpoint])
        last = (first, latest)
    told = version.citation, version.note, version.mark
    return Bar(pinpoint, truth, kinds, last, *told)
