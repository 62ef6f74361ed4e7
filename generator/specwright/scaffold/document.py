"""What a document holds that new parts are made beside: operations, paths, components, and which OpenAPI it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from specwright.problem import Position, Refusal, error
from specwright.read.json_text import JsonValue
from specwright.read.keywords import tokens
from specwright.read.outline import METHODS
from specwright.scaffold.infer import Schema


class Operation(NamedTuple):
    """An operation that is there: its method in upper case."""

    method: str
    path: str
    value: Schema


@dataclass(frozen=True, slots=True)
class Known:
    """A document's value with its parts looked up."""

    value: Schema

    @property
    def old(self) -> bool:
        """Whether it is OpenAPI 3.0, in which a schema says `nullable`."""
        return str(self.value.get("openapi")).startswith("3.0")

    @property
    def paths(self) -> Schema:
        return mapping(self.value.get("paths"))

    def components(self, kind: str) -> Schema:
        """The components of a kind, such as `schemas`."""
        return mapping(mapping(self.value.get("components")).get(kind))

    def operations(self) -> Iterator[Operation]:
        """Every operation of every path, in order."""
        for path, item in self.paths.items():
            for method, value in mapping(item).items():
                if method in METHODS and isinstance(value, dict):
                    yield Operation(method.upper(), path, value)

    def resolved(self, value: JsonValue) -> JsonValue:
        """What a value refers to if it is a reference within the document, else itself."""
        for _ in range(50):
            reference = value.get("$ref") if isinstance(value, dict) else None
            if not isinstance(reference, str) or not reference.startswith("#/"):
                return value
            value = self.at(reference[1:])
        return value

    def at(self, pointer: str) -> JsonValue:
        """What a pointer names; null if it names nothing."""
        value: JsonValue = self.value
        for key in tokens(pointer):
            value = _inside(value, key)
        return value


def _inside(value: JsonValue, key: str) -> JsonValue:
    match value:
        case dict():
            return value.get(key)
        case list() if key.isdigit() and int(key) < len(value):
            return value[int(key)]
        case _:
            return None


def known(value: Schema, name: str) -> Known:
    """A document that operations can be added to. Raises `Refusal` if it is no OpenAPI 3 document."""
    version = value.get("openapi")
    if isinstance(version, str) and version.startswith("3."):
        return Known(value)
    found = "Swagger 2.0" if "swagger" in value else "no OpenAPI document"
    remedy = "Name a document of OpenAPI 3.0, 3.1 or 3.2."
    raise Refusal([error("document-not-openapi", f"it is {found}", Position(name, 1, 1), remedy)], findings=True)


def mapping(value: JsonValue) -> Schema:
    """A mapping as it is; an empty one for anything else."""
    return value if isinstance(value, dict) else {}


def strings(value: JsonValue) -> list[str]:
    """The texts of a list; none for anything else."""
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []
