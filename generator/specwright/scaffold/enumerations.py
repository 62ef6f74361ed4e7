"""The enumerations of texts that a body may hold, wherever within it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from specwright.ir import Location
from specwright.read import keywords
from specwright.scaffold.document import Known, mapping, strings


class Enumeration(NamedTuple):
    """An enumeration: the pointer of its schema, where it is in the body, and its values."""

    pointer: str
    place: str
    values: frozenset[str]


def enumerations(document: Known, pointer: str, place: str) -> Iterator[Enumeration]:
    """The enumerations within the schema that a pointer names; each schema is entered once."""
    yield from _within(document, pointer, place, set())


def _within(document: Known, pointer: str, place: str, entered: set[str]) -> Iterator[Enumeration]:
    schema = mapping(document.at(pointer))
    if pointer in entered:
        return
    entered.add(pointer)
    reference = schema.get("$ref")
    if isinstance(reference, str) and reference.startswith("#/"):
        yield from _within(document, reference[1:], keywords.last_token(reference[1:]), entered)
    if values := strings(schema.get("enum")):
        yield Enumeration(pointer, place, frozenset(values))
    for name in mapping(schema.get("properties")):
        inner = (Location("", f"{pointer}/properties") / name).pointer
        yield from _within(document, inner, f"{place}.{name}", entered)
    if "items" in schema:
        yield from _within(document, f"{pointer}/items", f"{place}[]", entered)
    for key in ("allOf", "anyOf", "oneOf"):
        branches = schema.get(key)
        for index in range(len(branches)) if isinstance(branches, list) else ():
            yield from _within(document, f"{pointer}/{key}/{index}", place, entered)
