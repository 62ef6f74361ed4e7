"""Whatever a document says stays a literal: no text of it becomes code, a path, or a template's instruction."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.built import build

from specwright.config import Target
from specwright.problem import Refusal

BREAKERS = [
    '"""',
    "'''",
    '"',
    "'",
    "\\",
    "\n",
    "\r",
    "\u2028",
    "\x85",
    "\x0c",
    "{{ pWnEd() }}",
    "{% set pWnEd = 1 %}",
    "#}",
    "*/",
    "../",
    "/etc/",
    "C:\\",
    "```\n",
    "</script>",
    "${pWnEd}",
    "{pWnEd()}",
    "\u202e",
    "; ",
    "pWnEd()",
    "import pWnEd",
    "\nimport pWnEd\n",
    "N{DASH}",
    "\\N{DASH}",
    "é",
]
text = st.lists(st.sampled_from(BREAKERS), min_size=1, max_size=6).map("".join)
key = text.filter(lambda value: not value.startswith("x-"))


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A small document with hostile text in every place that holds some."""
    schema = draw(key)
    return {
        "openapi": "3.1.0",
        "info": {"title": draw(text), "version": draw(text), "description": draw(text)},
        "servers": [{"url": "https://h/" + draw(text), "description": draw(text)}],
        "tags": [{"name": (tag := draw(text)), "description": draw(text)}],
        "security": [{"key": []}],
        "paths": {
            "/" + draw(text).replace("{", "").replace("}", "") + "{id}": {
                "post": {
                    "operationId": draw(text),
                    "tags": [tag],
                    "summary": draw(text),
                    "description": draw(text),
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "description": draw(text), "schema": {}},
                        {
                            "name": draw(key),
                            "in": draw(st.sampled_from(["query", "header", "cookie"])),
                            "description": draw(text),
                            "schema": {"enum": [draw(text), draw(text)], "default": draw(text)},
                        },
                    ],
                    "requestBody": {
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/A"}},
                            draw(text): {"schema": {"type": "string"}},
                        }
                    },
                    "responses": {
                        "200": {
                            "description": draw(text),
                            "content": {draw(text): {"schema": {"const": draw(text)}}},
                        },
                        "404": {"description": draw(text)},
                    },
                }
            }
        },
        "components": {
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": draw(text), "description": draw(text)}
            },
            "schemas": {
                "A": {
                    "description": draw(text),
                    "type": "object",
                    "properties": {
                        draw(key): {"type": "string", "description": draw(text), "default": draw(text)},
                        draw(key): {"type": "string", "pattern": "[" + draw(text).replace("]", "") + "]"},
                        draw(key): {"enum": [draw(text), draw(text), None]},
                        draw(key): {"type": "object", "title": draw(text), "properties": {draw(key): {}}},
                    },
                    "patternProperties": {"^" + re.escape(draw(text)): {"not": {"const": draw(text)}}},
                    "propertyNames": {"not": {"enum": [draw(text)]}},
                    "dependentSchemas": {draw(key): {"required": [draw(key)]}},
                    "if": {"properties": {draw(key): {"const": draw(text)}}},
                    "then": {"required": [draw(key)]},
                    "anyOf": [{"properties": {draw(key): True}}, {"patternProperties": {re.escape(draw(text)): True}}],
                    "unevaluatedProperties": {
                        "contains": {"const": draw(text)},
                        "prefixItems": [{"const": draw(text)}],
                    },
                },
                schema: {"description": draw(text), "type": "array", "items": {"const": draw(text)}},
            },
        },
    }


@settings(
    max_examples=30,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)
@given(document=documents())
def test_hostile_text_never_becomes_code(document: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "spec.json").write_text(json.dumps(document))
    try:
        tree = build(Target("t", "spec.json", (), "out", "sdk", None, None, (), folder)).files
    except Refusal:
        return
    for path, source in tree.items():
        assert not Path(path).is_absolute()
        assert ".." not in Path(path).parts
        if path.endswith(".py"):
            assert not list(called(source)), path


def called(source: str) -> list[str]:
    """Where code says `pWnEd`, which no name of ours can be: as a name, an import or an attribute."""
    return [
        ast.dump(node)
        for node in ast.walk(ast.parse(source))
        for name in (
            getattr(node, "id", None),
            getattr(node, "attr", None),
            getattr(node, "module", None) if isinstance(node, ast.ImportFrom) else None,
            getattr(node, "name", None) if isinstance(node, ast.alias) else None,
        )
        if name == "pWnEd"
    ]


def test_the_test_sees_code_that_slipped_in() -> None:
    assert called("import pWnEd")
    assert called('"""doc"""\npWnEd()')
    assert not called('"""pWnEd()"""\nx = "import pWnEd"')
