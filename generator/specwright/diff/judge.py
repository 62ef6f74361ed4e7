"""Judges payloads by a document as it is: with the oracle of the generated tests, which shares no code with `read`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol, cast
from urllib.parse import unquote

from specwright.ir import Direction

_PACKAGE = "specwright_judge"


class Judge(Protocol):
    """Says whether values are valid for one schema."""

    def accepts(self, value: Any, /) -> bool: ...


class Document:
    """The schemas of a document; of each, only what it refers to is looked at."""

    def __init__(self, document: Mapping[str, Any], runtime: Path) -> None:
        self._document = document
        self._oracle = _oracle(runtime)
        self._judges: dict[tuple[str, Direction], Judge | None] = {}

    def judge(self, pointer: str, direction: Direction) -> Judge | None:
        """The judge for the schema at a pointer; None if it cannot be told."""
        key = (pointer, direction)
        if key not in self._judges:
            self._judges[key] = self._judge(pointer, direction)
        return self._judges[key]

    def _judge(self, pointer: str, direction: Direction) -> Judge | None:
        try:
            oracle = self._oracle(_sliced(self._document, pointer))
            return cast(Judge, oracle.validator(pointer, direction.value))
        except (LookupError, ValueError, RecursionError):
            return None


@cache
def _oracle(runtime: Path) -> Any:
    """The oracle class of the runtime, as a package of its own: the rest of the runtime is not loaded."""
    package = ModuleType(_PACKAGE)
    package.__path__ = [str(runtime / "testing")]
    sys.modules[_PACKAGE] = package
    return import_module(f"{_PACKAGE}.oracle").Oracle


def _sliced(document: Mapping[str, Any], pointer: str) -> dict[str, Any]:
    """What a pointer leads through, and whatever the references there lead to; elements of lists go by their index."""
    whole: dict[str, Any] = {key: document[key] for key in ("openapi", "jsonSchemaDialect") if key in document}
    rest, seen = [pointer], set[str]()
    while rest:
        place = rest.pop()
        if place in seen:
            continue
        seen.add(place)
        value = _grafted(whole, document, place.split("/")[1:], rest)
        rest += _references(value)
    return whole


def _grafted(whole: dict[str, Any], document: Mapping[str, Any], tokens: list[str], rest: list[str]) -> object:
    """Put what stands at a place into a document, under the same pointer, and return it; stops at a reference."""
    node: dict[str, Any] | None = whole
    source: Any = document
    for index, token in enumerate(tokens):
        if isinstance(reference := _reference(source), str):
            rest.append("/".join([unquote(reference.removeprefix("#")), *tokens[index:]]))
            return None
        name = token.replace("~1", "/").replace("~0", "~")
        source = _child(source, name)
        if node is None or node.get(name) is source:
            node = None  # all that is inside is there already
        elif index == len(tokens) - 1 or _reference(source) is not None:
            node[name] = source
        else:
            node = node.setdefault(name, {})
    return source


def _child(value: Any, name: str) -> Any:
    return value[int(name) if isinstance(value, list) else name]


def _reference(value: Any) -> object:
    return cast("dict[str, object]", value).get("$ref") if isinstance(value, dict) else None


def _references(value: Any) -> Iterator[str]:
    """The pointers that a value refers to."""
    stack: list[Any] = [value]
    while stack:
        node = stack.pop()
        if isinstance(node, dict):
            for name, member in cast("dict[str, Any]", node).items():
                if name == "$ref" and isinstance(member, str) and member.startswith("#"):
                    yield unquote(member[1:])
                elif isinstance(member, dict | list):
                    stack.append(member)
        elif isinstance(node, list):
            stack.extend(cast("Any", node))
