"""Paths: which operation a request is for, and the raw texts that fill its placeholders (OpenAPI 3.1, section 4.8.8.1).

Nothing is percent-decoded before it is matched, so a value may hold a slash. Literal segments come before templated
ones, and of those the ones with more literal text come first, whatever the order of the document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar
from urllib.parse import quote, unquote

T = TypeVar("T")

SAFE = "/:@!$&'()*+,;=%"
"""The characters beside the unreserved ones that stand bare in a path."""

NO_CHOICES: Mapping[str, Collection[str]] = {}


@dataclass(frozen=True, slots=True)
class Segment:
    """A templated segment: the literal texts before, between and after its placeholders.

    `choices` are the texts that a placeholder can be, if these are few and it follows another at once: else nobody
    could tell where one ends.
    """

    texts: tuple[str, ...]
    choices: tuple[tuple[str, ...], ...] = ()

    @property
    def rank(self) -> tuple[int, tuple[str, ...]]:
        """Sorts before the segments with less literal text."""
        return -sum(map(len, self.texts)), self.texts

    def match(self, raw: str) -> tuple[str, ...] | None:
        """The texts of the placeholders, none of them empty; where several readings fit, the first ones get most."""
        first, *between, last = self.texts
        start, end = len(first), len(raw) - len(last)
        if not raw.startswith(first) or not raw.endswith(last):
            return None
        values: list[str] = []
        for text, choices in zip(reversed(between), reversed(self.choices or ((),) * len(between)), strict=True):
            chosen = next((choice for choice in choices if raw.endswith(choice, start, end)), "")
            at = end - len(chosen) if chosen else raw.rfind(text, start, max(start, end - 1))
            if at < 0 or (choices and not chosen):
                return None
            values.append(raw[at + len(text) : end])
            end = at
        return (raw[start:end], *reversed(values)) if start < end else None


@dataclass(frozen=True, slots=True)
class End(Generic[T]):
    """What a path leads to for one method, and the wire names of the placeholders on the way."""

    target: T
    names: tuple[str, ...]


@dataclass(slots=True)
class Node(Generic[T]):
    """A place in the tree of paths."""

    literals: dict[str, Node[T]] = field(default_factory=lambda: {})
    templated: dict[Segment, Node[T]] = field(default_factory=lambda: {})
    ends: dict[str, End[T]] = field(default_factory=lambda: {})


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The target of a request, and the raw texts of its path parameters by wire name."""

    target: T
    path: Mapping[str, str]


class Routes(Generic[T]):
    """The tree of all paths. A lookup takes time in proportion to the path, not to the number of operations."""

    def __init__(self) -> None:
        self.root: Node[T] = Node()

    def add(self, method: str, path: str, target: T, choices: Mapping[str, Collection[str]] = NO_CHOICES) -> None:
        """A template such as `/pets/{id}` leads to this target, unless another such leads somewhere else already.

        `choices` are all texts that a placeholder may be, by its name.
        """
        node, names = self.root, list[str]()
        for part in path.split("/")[1:]:
            texts = re.split(r"\{([^{}]*)\}", part)
            if len(texts) == 1:
                node = node.literals.setdefault(unquote(part), Node())
                continue
            names += texts[1::2]
            between = zip(texts[2:-1:2], texts[3::2], strict=True)
            told = tuple(_longest_first(choices.get(name, ())) if not text else () for text, name in between)
            segment = Segment(tuple(canonical(text) for text in texts[::2]), told if any(told) else ())
            following = node.templated.setdefault(segment, Node())
            node.templated = dict(sorted(node.templated.items(), key=lambda item: item[0].rank))
            node = following
        node.ends.setdefault(method, End(target, tuple(names)))

    def find(self, method: str, raw_path: str) -> Found[T] | tuple[str, ...]:
        """The target of a request; else the methods that its path has, none if there is no such path.

        GET answers for HEAD.
        """
        segments = canonical(raw_path).split("/")[1:]
        ends = list(search(self.root, segments, ()))
        for wanted in (method, "GET") if method == "HEAD" else (method,):
            for node, values in ends:
                if (end := node.ends.get(wanted)) is not None:
                    return Found(end.target, dict(zip(end.names, values, strict=True)))
        methods = {method for node, _ in ends for method in node.ends}
        return tuple(sorted(methods | ({"HEAD"} if "GET" in methods else set())))


def search(
    node: Node[T], segments: Sequence[str], values: tuple[str, ...]
) -> Iterator[tuple[Node[T], tuple[str, ...]]]:
    """The places that a path leads to, the most literal one first."""
    if not segments:
        yield node, values
        return
    raw, *rest = segments
    if (literal := node.literals.get(unquote(raw))) is not None:
        yield from search(literal, rest, values)
    for segment, following in node.templated.items():
        if (found := segment.match(raw)) is not None:
            yield from search(following, rest, values + found)


def _longest_first(texts: Collection[str]) -> tuple[str, ...]:
    return tuple(sorted((quote(text, safe=SAFE) for text in texts), key=len, reverse=True))


def canonical(raw: str) -> str:
    """The one of many spellings of a path that encodes only what it must, in upper case (RFC 3986, section 6.2.2)."""
    return quote(re.sub("%[0-9A-Fa-f]{2}", plain, raw), safe=SAFE)


def plain(encoded: re.Match[str]) -> str:
    character = chr(int(encoded[0][1:], 16))
    return character if re.fullmatch("[A-Za-z0-9._~-]", character) else encoded[0].upper()
