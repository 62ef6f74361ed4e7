"""What was received becomes what may be sent: the rest of it, at every depth, as it is."""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from specwright.cli.main import main

DOCUMENT: dict[str, Any] = yaml.safe_load("""
openapi: 3.1.0
info: {title: Received, version: "1"}
paths:
  /things:
    put:
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses:
        "200": {description: Ok., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
components:
  schemas:
    Thing:
      type: object
      required: [id]
      properties:
        id: {type: string, format: uuid, readOnly: true}
        made-at: {type: string, format: date-time}
        label: {type: [string, "null"]}
        parts: {type: array, items: {$ref: "#/components/schemas/Part"}}
        byName: {type: object, additionalProperties: {$ref: "#/components/schemas/Part"}}
        either: {oneOf: [{$ref: "#/components/schemas/Part"}, {type: integer}]}
        tree: {$ref: "#/components/schemas/Tree"}
        plain: {$ref: "#/components/schemas/Plain"}
    Part:
      type: object
      additionalProperties: false
      required: [id, name]
      properties: {id: {type: integer, readOnly: true}, name: {type: string}, code: {type: string, writeOnly: true}}
    Tree: {type: array, items: {anyOf: [{$ref: "#/components/schemas/Tree"}, {$ref: "#/components/schemas/Part"}]}}
    Plain: {type: object, properties: {id: {type: integer}, from_received: {type: string}}}
    Login:
      type: object
      required: [secret]
      properties: {secret: {type: string, writeOnly: true}, at: {type: string, readOnly: true}}
""")
WIRE: dict[str, Any] = {
    "id": "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6",
    "made-at": "2026-01-31t12:00:00.50z",
    "label": None,
    "parts": [{"id": 1, "name": "a"}, {"id": 2, "name": "b"}],
    "byName": {"id": {"id": 3, "name": "c"}},
    "either": {"id": 4, "name": "d"},
    "tree": [[{"id": 5, "name": "e"}], {"id": 6, "name": "f"}],
    "plain": {"id": 7, "other": {"id": 8}},
    "later": {"id": 9},
}
SENT: dict[str, Any] = {
    "made-at": "2026-01-31t12:00:00.50z",
    "label": None,
    "parts": [{"name": "a"}, {"name": "b"}],
    "byName": {"id": {"name": "c"}},
    "either": {"name": "d"},
    "tree": [[{"name": "e"}], {"name": "f"}],
    "plain": {"id": 7, "other": {"id": 8}},
    "later": {"id": 9},
}


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    root = tmp_path_factory.mktemp("received")
    (root / "spec.yaml").write_text(yaml.safe_dump(DOCUMENT))
    assert main(["generate", str(root / "spec.yaml"), "-o", str(root / "out"), "--package", "received_api", "-q"]) == 0
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.syspath_prepend(str(root / "out" / "src"))
        return importlib.import_module("received_api.models")


def test_what_the_api_alone_says_is_left_out_at_every_depth_and_nothing_else(models: ModuleType) -> None:
    received = models.Thing.model_validate(WIRE)
    assert received.model_dump(mode="json") == WIRE
    assert models.ThingInput.from_received(received).model_dump(mode="json") == SENT


def test_members_take_the_place_of_those_that_were_received_or_come_beside(models: ModuleType) -> None:
    part = models.Part.model_validate({"id": 1, "name": "a"})
    sent = models.PartInput.from_received(part, code="x", name="b")
    assert sent.model_dump() == {"name": "b", "code": "x"}
    thing = models.Thing.model_validate({"id": WIRE["id"]})
    sent = models.ThingInput.from_received(thing, made_at="2026-01-31T12:00:00Z", by_name={"one": part})
    assert sent.model_dump(mode="json") == {"made-at": "2026-01-31T12:00:00Z", "byName": {"one": {"name": "a"}}}


def test_what_is_demanded_of_what_is_sent_must_be_given(models: ModuleType) -> None:
    with pytest.raises(ValidationError, match="name"):
        models.PartInput.from_received(models.Part.model_construct(id=1))


def test_a_class_that_is_the_same_both_ways_is_copied(models: ModuleType) -> None:
    plain = models.Plain(id=1, from_received_="x")
    copy = models.Plain.from_received(plain, id=2)
    assert (copy.model_dump(), plain.id) == ({"id": 2, "from_received": "x"}, 1)
