"""The parts of a document that can be left out one by one, and which of them need which.

A part is an operation, a path item, a webhook or a component, and is known by its pointer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from specwright.read.keywords import pointer_of, tokens
from specwright.read.outline import METHODS, Operation, Outline
from specwright.read.references import Found, reference_of


def part_of(pointer: str) -> str:
    """The part that holds a place; empty if it is the document's own."""
    match tokens(pointer):
        case ["components", kind, name, *_]:
            return pointer_of("components", kind, name)
        case ["paths", path, method, *_] if method in METHODS:
            return pointer_of("paths", path, method)
        case [("paths" | "webhooks") as kind, path, *_] if not path.startswith("x-"):
            return pointer_of(kind, path)
        case _:
            return ""


class Parts:
    """The parts of one document."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline

    def reached(self, broken: Iterable[str]) -> dict[str, str]:
        """Each part that needs a broken one, directly or not, and which; the broken ones themselves come first."""
        reached = {part: part for part in broken}
        waiting = list(reached)
        for part in waiting:
            for holder in self._holders.get(part, ()):
                if holder not in reached:
                    reached[holder] = reached[part]
                    waiting.append(holder)
        return reached

    def operations(self, reached: Iterable[str]) -> Iterator[tuple[Operation, str]]:
        """The operations that are among these parts, or whose path item is, each with that part."""
        those = set(reached)
        for operation in self._outline.operations:
            item = pointer_of("paths", operation.path)
            for part in (part_of(operation.pointer), item):
                if part in those:
                    yield operation, part
                    break

    @cached_property
    def _holders(self) -> dict[str, list[str]]:
        """Part -> the parts that refer to it; an operation refers to the path item around it."""
        holders: dict[str, list[str]] = {}
        for operation in self._outline.operations:
            holders.setdefault(pointer_of("paths", operation.path), []).append(part_of(operation.pointer))
        for nodes in self._outline.nodes.values():
            for node in nodes:
                reference = reference_of(node.value)
                found = self._outline.references.resolve(reference, node.pointer) if reference else None
                if isinstance(found, Found):
                    holders.setdefault(part_of(found.pointer), []).append(part_of(node.pointer))
        return {part: [holder for holder in dict.fromkeys(each) if holder] for part, each in holders.items() if part}
