"""What the benchmark takes of documents and packages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.bench.cut import Cluster, closest, clusters, cut, examples

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets": {
            "parameters": [],
            "get": {
                "responses": {
                    "200": {
                        "content": {
                            "application/json": {
                                "schema": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
                                "examples": {"usual": {"$ref": "#/components/examples/pets"}},
                            }
                        }
                    }
                }
            },
        }
    },
    "components": {
        "examples": {"pets": {"value": [{"name": "Tom"}, {"name": "Kit"}]}},
        "schemas": {
            "Alone": {"type": "string"},
            "Dog": {"properties": {"friend": {"$ref": "#/components/schemas/Pet"}}},
            "Owner": {"properties": {"pet": {"$ref": "#/components/schemas/Pet"}}},
            "Pet": {"discriminator": {"propertyName": "kind", "mapping": {"dog": "#/components/schemas/Dog"}}},
        },
    },
}


def test_a_cut_has_a_schema_and_what_it_leads_to() -> None:
    made = cut(DOCUMENT, "Pet")
    assert list(made["components"]["schemas"]) == ["Dog", "Pet"]
    assert made["paths"] == {}
    assert list(cut(DOCUMENT, "Alone")["components"]["schemas"]) == ["Alone"]


def test_examples_are_those_of_answers_or_their_first_items() -> None:
    assert list(examples(DOCUMENT, "Pet")) == [{"name": "Tom"}]
    assert list(examples(DOCUMENT, "Dog")) == []


def test_classes_are_chosen_by_how_many_others_they_lead_to(tmp_path: Path) -> None:
    imports = {"a": ["b"], "b": ["c"], "c": ["b"], "d": []}
    for module, names in imports.items():
        lines = [f"    from .{name} import {name.upper()}\n" for name in names]
        (tmp_path / f"{module}.py").write_text("".join(lines) + f"class {module.upper()}(Model):\n")
    made = clusters(tmp_path)
    assert [(each.name, each.others) for each in made] == [("A", 2), ("B", 1), ("C", 1), ("D", 0)]
    assert closest(made, None).name == "A"
    assert closest(made, 1).name == "B"
    assert closest([*made, Cluster("Long", 1, 1000)], 1).name == "Long"
