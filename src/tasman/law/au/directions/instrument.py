"""How a Direction is written down: principles, weighing rules and considerations.

A consideration is a provision whose truth is "engaged on these facts". Its class, its
paragraph, the way it generally weighs and its place in the order are data. There is no
score: no Direction holds a number. A word after a colon tells apart what one paragraph
says in one breath: `9.3:stay` is cited as paragraph 9.3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, ParamSpec, TypeVar

from tasman.law.au.directions.register import BY_NUMBER, CANCEL, REFUSE, REVOKE
from tasman.law.au.directions.sources import SOURCES
from tasman.law.au.directions.topics import TOPICS
from tasman.rules.handles import Truth
from tasman.rules.provisions import Act, Provision

P = ParamSpec("P")
Rule = Callable[P, Truth]
T = TypeVar("T")

ALL_PARTS = {"": (REFUSE, CANCEL, REVOKE)}
"""One list for every power."""
HOLDERS_APPLICANTS = {"A": (CANCEL,), "B": (REFUSE,)}
"""Part A for visa holders, Part B for applicants."""
THREE_PARTS = {"A": (CANCEL,), "B": (REFUSE,), "C": (REVOKE,)}
"""Parts A and B, and Part C for revocation of a mandatory cancellation."""
CHAPTERS = {"A": "9", "B": "11", "C": "13"}
"""The number under which each Part of Directions 55, 65 and 79 lists its primaries."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A principle or weighing rule, in our own words: its paragraph and its mark."""

    paragraph: str
    text: str
    mark: str = "V"
    about: str = ""


@dataclass(frozen=True, slots=True)
class Consideration:
    """One consideration of a Direction, for one of its Parts."""

    pinpoint: str
    part: str
    powers: tuple[str, ...]
    topic: str
    rank: str
    within: str
    order: int
    paragraph: str
    weighs: tuple[str, ...]
    weight: str
    of_child: bool
    rule: Callable[..., Truth]
    told: MappingProxyType[str, Any]


class Direction:
    """One Direction as law: its Act, and its considerations in order."""

    def __init__(
        self,
        number: int,
        *,
        parts: Mapping[str, tuple[str, ...]] = ALL_PARTS,
        mark: str = "V",
        title: str = "",
        layout: str = "",
        principles: Sequence[Statement] = (),
        weighing: Sequence[Statement] = (),
    ) -> None:
        self.entry = BY_NUMBER[number]
        self.number, self.parts, self.mark = number, dict(parts), mark
        self.title = title or f"Direction No. {number}"
        self.layout = layout
        self.principles, self.weighing = tuple(principles), tuple(weighing)
        self.considerations: list[Consideration] = []
        self.act = Act(
            f"Direction No. {number}",
            jurisdiction="Cth",
            slug=f"direction-{number}",
            unit="para",
            opens=self.entry.since,
            sources=SOURCES,
            verified_on="2026-11-21",
        )

    def primary(
        self, paragraphs: str, topic: str, **told: Any
    ) -> Callable[[Rule[P]], Rule[P]]:
        """Make the rule below a primary consideration."""
        return self._add("primary", paragraphs, topic, told)

    def other(
        self, paragraphs: str, topic: str, **told: Any
    ) -> Callable[[Rule[P]], Rule[P]]:
        """Make the rule below one of the other considerations."""
        return self._add("other", paragraphs, topic, told)

    def factor(
        self, paragraphs: str, topic: str, within: str, **told: Any
    ) -> Callable[[Rule[P]], Rule[P]]:
        """Make the rule below a factor within the consideration named."""
        return self._add("factor", paragraphs, topic, {**told, "within": within})

    def repeat(
        self,
        earlier: Direction,
        *topics: str,
        renumber: dict[str, str] | None = None,
        rank: dict[str, str] | None = None,
        mark: str = "",
        marks: dict[str, str] | None = None,
        weights: dict[str, str] | None = None,
        without: Sequence[str] = (),
    ) -> None:
        """Take over considerations of an earlier Direction, with their factors.

        `topics` limits what is taken to these and what lies within them; `renumber`
        gives the new beginning of a paragraph for the old one; `rank` the new class;
        `mark` replaces every mark, `marks` and `weights` those of single topics.
        """
        for row in earlier.considerations:
            if row.topic in without or not _wanted(row, topics, earlier):
                continue
            told = dict(row.told)
            new_mark = (marks or {}).get(row.topic) or mark or told["mark"]
            each = dict(
                zip(self.parts, _spread(new_mark, len(self.parts)), strict=True)
            )
            told["mark"] = each[row.part]
            told["weight"] = (weights or {}).get(row.topic) or told.get("weight", "")
            new_rank = (rank or {}).get(row.topic, row.rank)
            place = _renumbered(row.pinpoint.partition("/")[2], renumber or {})
            self._enter(row.part, new_rank, place, row.topic, told, row.rule)

    def _add(
        self, rank: str, paragraphs: str, topic: str, told: dict[str, Any]
    ) -> Callable[[Rule[P]], Rule[P]]:
        places = self._places(paragraphs)
        marks = _spread(told.pop("mark", self.mark), len(self.parts))

        def wrap(function: Rule[P]) -> Rule[P]:
            rule: Callable[..., Truth] = getattr(function, "function", function)
            result: Any = function
            for part, mark in zip(self.parts, marks, strict=True):
                if part in places:
                    own = {**told, "mark": mark}
                    result = self._enter(part, rank, places[part], topic, own, rule)
            kept: Rule[P] = result
            return kept

        return wrap

    def _places(self, paragraphs: str) -> dict[str, str]:
        """Return the paragraph for each Part: `*` is the Part's chapter, `-` none."""
        if "*" in paragraphs:
            return {
                part: paragraphs.replace("*", CHAPTERS[part], 1) for part in self.parts
            }
        each = [paragraphs] if len(self.parts) == 1 else paragraphs.split()
        return {p: x for p, x in zip(self.parts, each, strict=True) if x != "-"}

    def _enter(
        self,
        part: str,
        rank: str,
        paragraph: str,
        topic: str,
        told: dict[str, Any],
        rule: Callable[..., Truth],
    ) -> Provision:
        about = TOPICS[topic]
        weighs = told.get("weighs") or about.weighs
        weight = told.get("weight") or ""
        order = len(self.considerations)
        shown = paragraph.partition(":")[0]
        powers = told.get("powers") or self.parts[part]
        data = {
            "direction": self.number,
            "consideration": topic,
            "label": told.get("label") or about.label,
            "class": rank,
            "within": told.get("within", ""),
            "order": order,
            "paragraph": shown,
            "part": part,
            "powers": tuple(powers),
            "direction_of_weight": tuple(weighs),
            "weight": weight,
        }
        provision = self.act.provision(
            paragraph,
            since=self.entry.since,
            until=self.entry.until or None,
            kind="consideration",
            mark=told["mark"],
            sources=f"D{self.number}" if told["mark"] in "VI" else "DOSSIER",
            plain=told.get("plain") or about.plain,
            holder="delegate or tribunal",
            citation=self.act.citation(shown),
            note=told.get("note", ""),
            data=data,
        )(rule)
        assert isinstance(provision, Provision)
        self.considerations.append(
            Consideration(
                provision.pinpoint,
                part,
                tuple(powers),
                topic,
                rank,
                data["within"],
                order,
                shown,
                tuple(weighs),
                weight,
                provision.arguments == ("Child",),
                rule,
                MappingProxyType(dict(told)),
            )
        )
        return provision


def _spread(mark: str, parts: int) -> list[str]:
    marks = mark.split()
    return marks if len(marks) == parts else marks * parts


def _wanted(row: Consideration, topics: tuple[str, ...], whole: Direction) -> bool:
    """Whether a row is one of the topics or lies within one of them."""
    if not topics or row.topic in topics:
        return True
    above = next((r for r in whole.considerations if r.topic == row.within), None)
    return above is not None and _wanted(above, topics, whole)


def _renumbered(paragraph: str, renumber: dict[str, str]) -> str:
    for old in sorted(renumber, key=len, reverse=True):
        if paragraph.startswith(old):
            return renumber[old] + paragraph[len(old) :]
    return paragraph
