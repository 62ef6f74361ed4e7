"""The README of a package: what it shows can be done with it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.built import build

from specwright.config import Target

NOTE = """
openapi: 3.1.0
info: {{title: Notes, version: "1.0"}}
paths:
  /note:
    get:
      responses:
        "200": {{description: One., content: {{{media_type}: {{schema: {{$ref: "#/components/schemas/Note"}}}}}}}}
components:
  schemas: {{Note: {{type: object, required: [text], properties: {{text: {{type: string}}}}}}}}
"""


@pytest.mark.parametrize(
    ("media_type", "shown"),
    [("application/json", True), ("application/hal+json", True), ("text/event-stream", False), ("text/xml", False)],
)
def test_a_handler_that_returns_a_class_answers_in_json(tmp_path: Path, media_type: str, shown: bool) -> None:
    (tmp_path / "spec.yaml").write_text(NOTE.format(media_type=media_type), "utf-8")
    readme = build(Target("sdk", "spec.yaml", (), "out", "sdk", None, None, (), tmp_path)).files["README.md"]
    assert ("async def get_note(self) -> models.Note:" in readme) is shown
    assert (".model_dump_json())" in readme) is shown
