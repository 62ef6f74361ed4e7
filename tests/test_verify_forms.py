"""Bodies and parameters that cannot say all that their schemas admit, or say it in a way of their own, are proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from specwright.cli.main import main

HEAD = """
openapi: 3.1.0
info: {title: Forms, version: "1.0"}
paths:
  /things:
"""

DELIMITED = """
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema: {type: object, required: [tags], properties: {tags: {type: array, items: {type: string}}}}
            encoding: {tags: {style: form, explode: false}}
      responses: {"204": {description: A comma in a tag would part it.}}
"""

NULLS = """
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                number: {type: [integer, "null"]}
                numbers: {type: array, items: {type: [integer, "null"]}}
      responses: {"204": {description: There is no null.}}
"""

FILES_INSIDE = """
    post:
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              properties: {files: {type: object, additionalProperties: {type: string, format: binary}}}
      responses: {"204": {description: They are texts.}}
"""

SEVERAL = """
    post:
      requestBody: {content: {application/xml: {}, application/pdf: {}, text/plain: {}, "*/*": {}}}
      responses: {"204": {description: Text and octets have media types of their own.}}
"""

ENCODED = """
    post:
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                image: {type: string, contentEncoding: base64, contentMediaType: image/png}
                key: {type: [string, "null"], contentEncoding: base64}
                page: {type: string, contentMediaType: text/html}
                picture: {type: string, contentMediaType: image/png}
      responses: {"204": {description: The schema tells what a part is.}}
"""

PARAMETERS = """
    get:
      parameters:
        - name: query
          in: query
          content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Fields"}}}
        - name: X-Header
          in: header
          content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Fields"}}}
        - name: cookie
          in: cookie
          required: true
          content: {application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Fields"}}}
        - {name: xml, in: query, content: {application/xml: {schema: {type: object}}}}
        - {name: anything, in: query, content: {application/xml: {}}}
      responses: {"204": {description: A form is one text; XML is not written.}}
components:
  schemas:
    Fields:
      type: object
      required: [text]
      properties:
        text: {type: string}
        number: {type: integer}
        flags: {type: array, items: {type: boolean}}
        maybe: {type: [string, "null"]}
"""


@pytest.mark.parametrize("operation", [DELIMITED, NULLS, FILES_INSIDE, SEVERAL, ENCODED, PARAMETERS])
def test_what_can_be_said_is_proved(operation: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "spec.yaml").write_text(HEAD + operation, "utf-8")
    assert main(["generate", str(tmp_path / "spec.yaml"), "-o", str(tmp_path / "sdk"), "--package", "sdk", "-q"]) == 0
    assert main(["verify", str(tmp_path / "sdk"), "--examples", "30"]) == 0, capfd.readouterr().out
