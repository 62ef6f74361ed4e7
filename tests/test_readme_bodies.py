"""What the README of a generated project says is true of the API that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.built import build

from specwright.config import Target

MEMBERS = '{type: object, properties: {note: {type: [string, "null"]}}}'


def readme(folder: Path, media_type: str, schema: str = MEMBERS) -> str:
    """The README of an API with one operation, which takes this body."""
    body = f"{{content: {{{media_type}: {{schema: {schema}}}}}}}"
    operation = f"{{operationId: change, requestBody: {body}, responses: {{'204': {{description: Done.}}}}}}"
    read = "{operationId: look, responses: {'200': {description: It., content: {text/plain: {}}}}}"
    paths = f"{{/notes: {{patch: {operation}, get: {read}}}}}"
    (folder / "spec.yaml").write_text(
        f"openapi: 3.1.0\ninfo: {{title: Notes, version: '1'}}\npaths: {paths}\n", "utf-8"
    )
    return build(Target("notes", "spec.yaml", (), "out", "notes", None, None, (), folder)).files["README.md"]


def test_none_is_shown_to_be_null_where_it_is(tmp_path: Path) -> None:
    told = readme(tmp_path, "application/json")
    assert "# sends null" in told
    assert "note=None" in told
    assert "## Forms" not in told


@pytest.mark.parametrize("media_type", ["application/x-www-form-urlencoded", "multipart/form-data"])
def test_a_form_is_said_to_have_no_null(media_type: str, tmp_path: Path) -> None:
    told = readme(tmp_path, media_type)
    assert "# sends null" not in told
    assert "a member that is `None` is not sent" in told


def test_files_are_explained_where_some_are_sent(tmp_path: Path) -> None:
    file = "{type: object, properties: {files: {type: array, items: {type: string, format: binary}}}}"
    assert "from notes import Upload" in readme(tmp_path, "multipart/form-data", file)
    assert "## Files" not in readme(tmp_path, "multipart/form-data")
    assert "## Files" not in readme(tmp_path, "application/json", file)
