"""JSON text to nodes, strictly: no comments, no NaN, and every node with its place."""

from __future__ import annotations

import json
import re
from bisect import bisect_right

from tasman.facts.nodes import Budget, Entries, Items, Mark, Node, Scalar, Unreadable

_BLANK = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])")
_WORD = re.compile(r"-?\w+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_STRINGS = json.JSONDecoder()


def compose_json(text: str) -> Node:
    """Return the one value of a JSON text.

    Raises Unreadable, with the place, for anything that is not JSON.
    """
    reader = _Reader(text)
    if reader.at == len(text):
        raise Unreadable(
            Mark(1, 1), "the file is empty", 'Begin it with `{"tasman_case": 1`.'
        )
    node = reader.value(0)
    if reader.at < len(text):
        raise reader.wrong("something follows the end of the case")
    return node


class _Reader:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.budget = Budget()
        self.lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self.skip()

    def skip(self, characters: int = 0) -> None:
        found = _BLANK.match(self.text, self.at + characters)
        self.at = found.end() if found else self.at

    def mark(self) -> Mark:
        line = bisect_right(self.lines, self.at)
        return Mark(line, self.at - self.lines[line - 1] + 1)

    def wrong(self, problem: str) -> Unreadable:
        return Unreadable(
            self.mark(),
            f"not JSON: {problem}",
            "Check the commas, brackets and quotation marks here.",
        )

    def sees(self, character: str) -> bool:
        return self.text.startswith(character, self.at)

    def take(self, character: str) -> None:
        if not self.sees(character):
            raise self.wrong(f"{character!r} expected")
        self.skip(1)

    def value(self, depth: int) -> Node:
        if self.sees('"'):
            return self.string()
        if self.sees("{") or self.sees("["):
            self.budget.check_depth(depth, self.mark())
            return self.entries(depth) if self.sees("{") else self.items(depth)
        return self.bare()

    def string(self) -> Scalar:
        mark = self.mark()
        try:
            text, self.at = _STRINGS.raw_decode(self.text, self.at)
        except json.JSONDecodeError as error:
            self.at = error.pos
            raise self.wrong(error.msg) from None
        if _SURROGATE.search(text):
            raise Unreadable(mark, "half a character (a lone surrogate)", "Remove it.")
        self.skip()
        return Scalar(text, mark)

    def bare(self) -> Scalar:
        mark = self.mark()
        found = _NUMBER.match(self.text, self.at) or _WORD.match(self.text, self.at)
        if found is None:
            raise self.wrong("a value expected")
        text = found[0]
        if found.re is _WORD and text not in ("true", "false", "null"):
            raise self.wrong(f"{text[:40]!r} is not a value")
        self.skip(len(text))
        return Scalar(text, mark, text == "null")

    def items(self, depth: int) -> Items:
        mark = self.mark()
        nodes: list[Node] = []
        self.take("[")
        while not self.sees("]"):
            if nodes:
                self.take(",")
            self.budget.count_item(self.mark())
            nodes.append(self.value(depth + 1))
        self.take("]")
        return Items(tuple(nodes), mark)

    def entries(self, depth: int) -> Entries:
        mark = self.mark()
        pairs: list[tuple[Scalar, Node]] = []
        self.take("{")
        while not self.sees("}"):
            if pairs:
                self.take(",")
            if not self.sees('"'):
                raise self.wrong("a key in quotation marks expected")
            key = self.string()
            self.take(":")
            pairs.append((key, self.value(depth + 1)))
        self.take("}")
        return Entries(tuple(pairs), mark)
