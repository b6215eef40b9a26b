"""Expressions as data: immutable nodes, one object for equal content."""

from __future__ import annotations

import hashlib
from functools import cache
from typing import Any, ClassVar

LIST_OPS = frozenset({"any", "count", "total", "latest", "covered"})
"""Operations whose first argument is a record and whose second says which elements."""


class Node:
    """One operation on other nodes: `op`, the type of its value, arguments, attributes.

    Equal content is one object, so that identity is equality. `digest` names the
    content across processes.
    """

    __slots__ = ("_digest", "args", "attrs", "op", "type", "uid")
    _pool: ClassVar[dict[tuple[Any, ...], Node]] = {}

    op: str
    type: str
    args: tuple[Node, ...]
    attrs: tuple[Any, ...]
    uid: int
    _digest: bytes | None

    def __new__(
        cls,
        op: str,
        type_: str,
        args: tuple[Node, ...] = (),
        attrs: tuple[Any, ...] = (),
    ) -> Node:
        """Return the one node of this content."""
        key = (op, type_, args, attrs)
        known = cls._pool.get(key)
        if known is not None:
            return known
        node = object.__new__(cls)
        node.op, node.type, node.args, node.attrs = key
        node.uid, node._digest = len(cls._pool), None
        cls._pool[key] = node
        return node

    @property
    def digest(self) -> bytes:
        """The SHA-256 of the content, the same in every process."""
        if self._digest is None:
            sha = hashlib.sha256(repr((self.op, self.type, self.attrs)).encode())
            for arg in self.args:
                sha.update(arg.digest)
            self._digest = sha.digest()
        return self._digest

    def __repr__(self) -> str:
        attrs = f"{list(self.attrs)}" if self.attrs else ""
        return f"{self.op}{attrs}({', '.join(map(repr, self.args))})"

    def __reduce__(self) -> tuple[Any, ...]:
        return (Node, (self.op, self.type, self.args, self.attrs))


def constant(type_: str, *value: int) -> Node:
    """Return a node that always has this value."""
    return Node("const", type_, (), value)


@cache
def references(node: Node) -> frozenset[str]:
    """Return the pinpoints of the provisions that an expression refers to."""
    own: frozenset[str] = frozenset((node.attrs[0],) if node.op == "ref" else ())
    return own.union(*(references(arg) for arg in node.args))


@cache
def fields(node: Node) -> frozenset[tuple[str, str]]:
    """Return the facts that an expression reads itself: each a record and a name."""
    own: frozenset[tuple[str, str]] = frozenset(
        (node.attrs[:2],) if node.op == "field" else ()
    )
    return own.union(*(fields(arg) for arg in node.args))
