"""The fixtures of the rules: a folder for each rule, a file for each change, multiplied here over the places it can be.

A file has the change, as `schema`, `operation` or `document`, each with an `old` and a `new` side; under `request` and
`response` its level and whom it hurts, for values that go this way; under `reverse` the rule that the way back names.
With `objects` the schema is not tried in a parameter or a header, or `without` names the places to leave out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from specwright.diff.change import Change
from specwright.diff.compare import State, compare
from specwright.emit.shipped import shipped
from specwright.pipeline import read

FOLDER = Path(__file__).parent / "rules"
NO_ANSWER: dict[str, Any] = {"responses": {"204": {"description": "Done."}}}
REQUEST_PLACES = ("body", "property", "items", "entry")
RESPONSE_PLACES = ("answer", "answer-property", "answer-items", "answer-entry")


@dataclass(frozen=True)
class Case:
    """One change in one place."""

    rule: str
    file: str
    place: str

    def __str__(self) -> str:
        return f"{self.rule}/{self.file}-{self.place}"

    @property
    def text(self) -> Mapping[str, Any]:
        return fixture(self.rule, self.file)

    @property
    def direction(self) -> str:
        """Which way the values go that the change is about; a webhook is called by the server."""
        operation = self.text.get("operation", {"old": {}, "new": {}})
        answered = operation["old"].get("responses") != operation["new"].get("responses")
        received = answered != (self.place == "webhook") or self.place.startswith(("answer", "header"))
        return "response" if received else "request"

    def expected(self, back: bool = False) -> tuple[str, str, list[str]]:
        """The rule that finds it, its level, and whom it hurts: on the way back, as a file of the other rule says."""
        rule = self.text["reverse"] if back else self.rule
        told = self.text if rule == self.rule else next(fixture(rule, file) for file in files(rule))
        level, *hurts = told[self.direction]
        return rule, level, hurts

    def found(self, back: bool = False) -> list[Change]:
        """What is found in the place: of a document, everything; else what is told of the operation that has it."""
        changes = compared(self.rule, self.file, back)
        return [each for each in changes if self.place in ("document", *map(_place, each.operations))]

    def schema(self, side: str) -> dict[str, Any]:
        """The schema of the payload, parameter or header, on one side, without what does not go this way."""
        schema: dict[str, Any] = _one_way(placed(self.place, self.text["schema"][side]), self.direction)
        return schema


def rules() -> list[str]:
    return sorted(folder.name for folder in FOLDER.iterdir())


def files(rule: str) -> list[str]:
    return sorted(path.stem for path in (FOLDER / rule).glob("*.yaml"))


@cache
def fixture(rule: str, file: str) -> Mapping[str, Any]:
    text: Mapping[str, Any] = yaml.safe_load((FOLDER / rule / f"{file}.yaml").read_text("utf-8"))
    return text


def cases() -> Iterator[Case]:
    for rule in rules():
        for file in files(rule):
            for place in places(fixture(rule, file)):
                yield Case(rule, file, place)


def places(text: Mapping[str, Any]) -> tuple[str, ...]:
    """Where a change can be; what is told of a whole document is in one place."""
    if "document" in text:
        return ("document",)
    if "operation" in text:
        return ("operation", "webhook") if "request" in text and "response" in text else ("operation",)
    request, response = (*REQUEST_PLACES, "parameter"), (*RESPONSE_PLACES, "header")
    found = (*(request if "request" in text else ()), *(response if "response" in text else ()))
    left_out = ("parameter", "header") if "objects" in text else text.get("without", ())
    return tuple(place for place in found if place not in left_out)


@cache
def compared(rule: str, file: str, back: bool) -> tuple[Change, ...]:
    old, new = state(rule, file, "old"), state(rule, file, "new")
    return compare(new, old, shipped() / "runtime") if back else compare(old, new, shipped() / "runtime")


@cache
def state(rule: str, file: str, side: str) -> State:
    return read_state(document(fixture(rule, file), side))


def read_state(value: Mapping[str, Any]) -> State:
    """A document that is given as a value, read; nothing may be wrong with it."""
    with TemporaryDirectory() as folder:
        (Path(folder) / "api.json").write_text(json.dumps(value), "utf-8")
        reading = read("api.json", (), Path(folder))
    assert not reading.left_out, reading.problems
    return State(reading.api, reading.document.value)


def document(text: Mapping[str, Any], side: str) -> dict[str, Any]:
    """One side of a fixture, as a whole document."""
    head = {"openapi": "3.1.0", "info": {"title": "Things", "version": "1"}}
    if "document" in text:
        return {**head, **text["document"][side]}
    if "operation" in text:
        held = {**NO_ANSWER, **text["operation"][side]}
        return {**head, "paths": {"/operation": {"post": held}}, "webhooks": {"webhook": {"post": held}}}
    schema = text["schema"][side]
    paths = {f"/{place}": {"post": _operation(place, placed(place, schema))} for place in places(text)}
    return {**head, "paths": paths}


def placed(place: str, schema: Any) -> dict[str, Any]:
    """The schema of the payload that has a value of a schema in a place."""
    match place.removeprefix("answer-"):
        case "property":
            return {"type": "object", "properties": {"value": schema}, "required": ["value"]}
        case "items":
            return {"type": "array", "items": schema}
        case "entry":
            return {"type": "object", "additionalProperties": schema}
        case _:
            return schema


def _one_way(schema: Any, direction: str) -> Any:
    """A schema without the properties that are never sent, or never received."""
    if not isinstance(schema, dict):
        return schema
    kept = {name: _one_way(value, direction) for name, value in schema.items()}
    dropped = "readOnly" if direction == "request" else "writeOnly"
    absent = [name for name, value in schema.get("properties", {}).items() if value.get(dropped)]
    if absent:
        kept["properties"] = {name: value for name, value in kept["properties"].items() if name not in absent}
        kept["required"] = [name for name in schema.get("required", []) if name not in absent]
    return kept


def _operation(place: str, schema: dict[str, Any]) -> dict[str, Any]:
    content = {"content": {"application/json": {"schema": schema}}}
    if place in REQUEST_PLACES:
        return {**NO_ANSWER, "requestBody": {"required": True, **content}}
    if place in RESPONSE_PLACES:
        return {"responses": {"200": {"description": "Found.", **content}}}
    if place == "header":
        headers = {"X-Value": {"schema": schema}}
        return {"responses": {"204": {"description": "Done.", "headers": headers}}}
    return {**NO_ANSWER, "parameters": [{"name": "value", "in": "query", "schema": schema}]}


def _place(operation: str) -> str:
    """The place that an operation of a fixture has the change in: its path, or the key of its webhook."""
    return operation.partition(" ")[2].removeprefix("/")
