"""What a `$ref` means: section 4.8.23 of OpenAPI 3.0, RFC 6901 and RFC 3986, within one document."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, TypeAlias
from urllib.parse import unquote

from specwright.ir import Json
from specwright.problem import Problem, Refusal, error
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, members, text
from specwright.read.load import Document


@dataclass(frozen=True, slots=True)
class Found:
    """What stands at the end of a chain of references, itself no reference, and where."""

    value: JsonValue
    pointer: str


@dataclass(frozen=True, slots=True)
class Missing:
    """The document has nothing at the place that `reference`, which stands at `pointer`, names."""

    reference: str
    pointer: str


@dataclass(frozen=True, slots=True)
class External:
    """`reference`, which stands at `pointer`, leads out of the document, where nothing is ever fetched."""

    reference: str
    pointer: str


@dataclass(frozen=True, slots=True)
class Circular:
    """`reference`, which stands at `pointer`, leads to references only, and in the end back to itself."""

    reference: str
    pointer: str


Outcome: TypeAlias = Found | Missing | External | Circular


class References:
    """The references of one document, each looked up once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known: dict[str, Found | Missing | External] = {}

    def follow(self, value: Any, pointer: str) -> tuple[Any, str]:
        """The value, or what the reference that it is leads to, and where that stands. Raises `Refusal`."""
        outcome = self.find(value, pointer)
        if isinstance(outcome, Found):
            return outcome.value, outcome.pointer
        raise Refusal([self._problem(outcome)], findings=True)

    def find(self, value: JsonValue, pointer: str) -> Outcome:
        """The same, with the ways in which it can fail as values."""
        passed = {pointer}
        while (reference := reference_of(value)) is not None:
            outcome = self.resolve(reference, pointer)
            if not isinstance(outcome, Found):
                return outcome
            if outcome.pointer in passed:
                return Circular(reference, pointer)
            value, pointer = outcome.value, outcome.pointer
            passed.add(pointer)
        return Found(value, pointer)

    def resolve(self, reference: str, pointer: str) -> Found | Missing | External:
        """What one reference, standing at a pointer, names: a reference again perhaps."""
        if reference not in self._known:
            self._known[reference] = self._look_up(reference)
        known = self._known[reference]
        return known if isinstance(known, Found) else type(known)(reference, pointer)

    def _look_up(self, reference: str) -> Found | Missing | External:
        document, hash_sign, fragment = reference.partition("#")
        if document or not hash_sign:
            return External(reference, "")
        pointer = unquote(fragment)
        try:
            return Found(lookup(self._document.value, pointer), pointer)
        except LookupError:
            return Missing(reference, "")

    def _problem(self, outcome: Missing | External | Circular) -> Problem:
        location = self._document.locate(outcome.pointer)
        match outcome:
            case Missing(reference=reference):
                message = f"`{reference}` names nothing in the document"
                return error("reference-unresolved", message, location, "Define what it names, or mend the reference.")
            case External(reference=reference):
                message = f"`{reference}` leads out of the document"
                return error("reference-external", message, location, "Put what it names in its place.")
            case Circular(reference=reference):
                message = f"`{reference}` leads only back to itself"
                return error("reference-circular", message, location, "Let one of the references name a definition.")


def reference_of(value: JsonValue) -> str | None:
    """The text of the reference that a value is, or `None` if it is none."""
    if isinstance(value, dict):
        reference = value.get("$ref")
        return reference if isinstance(reference, str) else None
    return None


def lookup(value: JsonValue, pointer: str) -> JsonValue:
    """What an RFC 6901 pointer names within a value. Raises `LookupError` if that is nothing."""
    if pointer and not pointer.startswith("/"):
        raise LookupError(pointer)
    for token in pointer.split("/")[1:]:
        value = _child(value, token.replace("~1", "/").replace("~0", "~"))
    return value


def default_of(document: JsonValue, schema: JsonValue) -> Json | None:
    """The `default` of a schema: beside it, or else in its `allOf` or where its reference leads."""
    rest, seen = [schema], set[str]()
    while rest:
        keywords = members(rest.pop(0))
        if "default" in keywords:
            return Json.of(keywords["default"])
        reference = text(keywords, "$ref")
        rest += items(keywords.get("allOf"))
        if reference.startswith("#") and reference not in seen:
            seen.add(reference)
            rest.append(lookup(document, unquote(reference[1:])))
    return None


_INDEX = re.compile(r"0|[1-9][0-9]{0,18}")


def _child(value: JsonValue, token: str) -> JsonValue:
    if isinstance(value, dict):
        return value[token]
    if isinstance(value, list) and _INDEX.fullmatch(token):
        return value[int(token)]
    raise LookupError(token)
