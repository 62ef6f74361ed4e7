"""The media type of a part, where the schema of a member decides on it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from specwright.pipeline import read
from specwright.read.load import Document
from specwright.read.media_types import media_types
from specwright.read.outline import Node, Outline

OCTETS = "application/octet-stream"
BASE64 = {"type": "string", "contentEncoding": "base64"}


def told(schema: dict[str, Any]) -> dict[str, str]:
    """The media types of the members of a body, beside a component for an encoded text and one that holds itself."""
    looped = {"allOf": [{"$ref": "#/components/schemas/Looped"}], "properties": {"file": BASE64}}
    document: Any = {"openapi": "3.1.0", "components": {"schemas": {"Text": BASE64, "Looped": looped, "Body": schema}}}
    return media_types(Outline(Document("a.yaml", document)), Node("/components/schemas/Body", schema))


@pytest.mark.parametrize(
    ("member", "media_type"),
    [
        (BASE64, OCTETS),
        ({**BASE64, "type": ["string", "null"]}, OCTETS),
        ({**BASE64, "contentMediaType": "image/png"}, "image/png"),
        ({**BASE64, "contentMediaType": "application/json"}, OCTETS),
        ({"type": "string", "contentMediaType": "image/png"}, "image/png"),
        ({"type": "string", "contentMediaType": "text/html"}, "text/html"),
        ({"type": "array", "items": BASE64}, OCTETS),
        ({"$ref": "#/components/schemas/Text"}, OCTETS),
        ({"allOf": [{"$ref": "#/components/schemas/Text"}, {"minLength": 4}]}, OCTETS),
        ({"anyOf": [BASE64, {"type": "null"}]}, OCTETS),
        ({"anyOf": [BASE64, {"type": "string"}]}, ""),
        ({"contentEncoding": "base64"}, ""),
        ({"contentMediaType": "image/png"}, ""),
        ({"type": "string", "contentMediaType": OCTETS}, ""),
        ({"type": "string", "contentMediaType": "application/json"}, ""),
        ({"type": "string", "format": "byte"}, ""),
        (True, ""),
    ],
)
def test_a_schema_decides_on_the_media_type_of_its_part(member: object, media_type: str) -> None:
    wanted = {"file": media_type} if media_type else {}
    assert told({"properties": {"file": member, "other": {"type": "string"}}}) == wanted
    assert told({"allOf": [{"properties": {"file": member}}]}) == wanted


def test_what_holds_itself_is_looked_at_once() -> None:
    assert told({"allOf": [{"$ref": "#/components/schemas/Looped"}]}) == {"file": OCTETS}


@pytest.mark.parametrize(
    ("version", "kind", "encodings"),
    [
        ("3.1.0", "multipart/form-data", {"file": "image/png", "key": "a/b", "text": OCTETS}),
        ("3.1.0", "application/x-www-form-urlencoded", {"key": "a/b"}),
        ("3.0.3", "multipart/form-data", {"key": "a/b"}),
    ],
)
def test_an_encoding_overrides_what_the_schema_says(
    version: str, kind: str, encodings: dict[str, str], tmp_path: Path
) -> None:
    members = {"key": BASE64, "text": BASE64, "file": {**BASE64, "contentMediaType": "image/png"}}
    content = {kind: {"schema": {"properties": members}, "encoding": {"key": {"contentType": "a/b"}}}}
    operation = {"requestBody": {"content": content}, "responses": {"204": {"description": "Done."}}}
    document = {"openapi": version, "info": {"title": "A", "version": "1"}, "paths": {"/a": {"post": operation}}}
    (tmp_path / "spec.json").write_text(json.dumps(document), "utf-8")
    (only,) = read("spec.json", (), tmp_path).api.operations
    assert only.body is not None
    assert {each.wire_name: each.media_type for each in only.body.content[0].encodings} == encodings
