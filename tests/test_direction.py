"""What is sent and what is received are told apart, however the members are composed that go one way only."""

from __future__ import annotations

import copy
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from specwright import ir
from specwright.cli.main import main
from specwright.read.load import Document
from specwright.read.normalise import normalise
from specwright.read.references import lookup

COMPOSED: dict[str, Any] = yaml.safe_load("""
openapi: 3.1.0
info: {title: Composed, version: "1"}
paths: {}
components:
  schemas:
    Plain: {type: object, required: [id, name], properties: {id: {type: integer, readOnly: true}, name: {type: string}}}
    Secret: {type: object, required: [key], properties: {key: {type: string, writeOnly: true}, id: {type: integer}}}
    Marked: {type: string, readOnly: true}
    ByReference: {type: object, required: [at], properties: {at: {$ref: "#/components/schemas/Marked"}}}
    ByAllOf: {type: object, required: [at], properties: {at: {allOf: [{type: integer}, {readOnly: true}]}}}
    Base: {type: object, properties: {id: {type: integer, readOnly: true}}}
    RequiredElsewhere: {allOf: [{$ref: "#/components/schemas/Base"}, {required: [id]}]}
    Requiring: {type: object, required: [id, n], properties: {n: {type: integer}}}
    RequiredByReference: {allOf: [{$ref: "#/components/schemas/Base"}, {$ref: "#/components/schemas/Requiring"}]}
    Alternatives: {allOf: [{$ref: "#/components/schemas/Base"}], anyOf: [{required: [id, a]}, {required: [b]}]}
    Nested:
      type: object
      properties:
        list: {type: array, items: {$ref: "#/components/schemas/Plain"}}
        map: {type: object, additionalProperties: {$ref: "#/components/schemas/Secret"}}
    Either: {oneOf: [{$ref: "#/components/schemas/Plain"}, {$ref: "#/components/schemas/Secret"}, {type: integer}]}
    Closed:
      type: object
      additionalProperties: false
      properties: {id: {type: integer, readOnly: true}, n: {type: integer}}
    Recursive: {type: object, properties: {id: {readOnly: true}, next: {$ref: "#/components/schemas/Recursive"}}}
    Untouched: {type: object, properties: {a: {type: integer}}}
    TakenInput: {type: object, properties: {a: {type: integer}}}
    Taken: {type: object, properties: {b: {type: integer, readOnly: true}}}
""")


def both_ways() -> dict[str, Any]:
    """The document with an operation for each schema that sends and receives it."""
    document = copy.deepcopy(COMPOSED)
    for name in document["components"]["schemas"]:
        content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}
        response = {"200": {"description": "It.", "content": content}}
        body = {"required": True, "content": content}
        document["paths"][f"/{name}"] = {
            "put": {"operationId": f"put{name}", "requestBody": body, "responses": response}
        }
    return document


def schemas(document: dict[str, Any]) -> dict[str, ir.NamedSchema]:
    api, _ = normalise(Document("a.yaml", document))
    return {named.name: named for named in api.schemas}


def members(named: ir.NamedSchema) -> list[str]:
    return [prop.wire_name for prop in named.schema.properties] if isinstance(named.schema, ir.Object) else []


def test_a_schema_that_goes_both_ways_becomes_two() -> None:
    found = schemas(both_ways())
    assert members(found["Plain"]) == ["id", "name"]
    assert members(found["PlainInput"]) == ["name"]
    assert members(found["Secret"]) == ["id"]
    assert members(found["SecretInput"]) == ["key", "id"]
    assert {named.pointer for named in found.values() if named.name.startswith("Plain")} == {
        "/components/schemas/Plain"
    }


def test_what_reaches_such_a_schema_is_parted_too_and_nothing_else_is() -> None:
    found = schemas(both_ways())
    assert set(ir.references(found["NestedInput"].schema)) == {"PlainInput", "SecretInput"}
    assert set(ir.references(found["Nested"].schema)) == {"Plain", "Secret"}
    assert "UntouchedInput" not in found
    assert found["Untouched"].direction is None


def test_a_name_that_is_taken_is_numbered() -> None:
    found = schemas(both_ways())
    assert found["TakenInput"].pointer == "/components/schemas/TakenInput"
    assert "TakenInput1" in found or "TakenInput2" in found


def test_a_schema_that_goes_one_way_keeps_its_name() -> None:
    document = both_ways()
    del lookup(document, "/paths/~1Plain/put/responses/200")["content"]  # type: ignore[index, call-overload]
    for other in ("Nested", "Either"):
        del document["paths"][f"/{other}"]
    found = schemas(document)
    assert members(found["Plain"]) == ["name"]
    assert found["Plain"].direction is ir.Direction.REQUEST
    assert "PlainInput" not in found


def test_a_schema_that_no_operation_uses_is_whole() -> None:
    assert members(schemas(COMPOSED)["Plain"]) == ["id", "name"]
    assert schemas(COMPOSED)["Plain"].direction is None


PROVED = ("tests/test_model_round_trip.py", "tests/test_operation_closed_loop.py")


def test_every_way_is_proved(tmp_path: Path) -> None:
    (tmp_path / "spec.yaml").write_text(yaml.safe_dump(both_ways()), encoding="utf-8")
    assert main(["generate", str(tmp_path / "spec.yaml"), "-o", str(tmp_path / "out"), "-q"]) == 0
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *PROVED],
        cwd=tmp_path / "out",
        env={**os.environ, "PYTHONPATH": "src", "EXAMPLES": "25"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "NOT PROVED" not in done.stdout
