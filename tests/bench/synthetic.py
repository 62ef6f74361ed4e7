"""Documents of any size: schemas that refer to each other, operations that use them."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any


def document(schemas: int, operations: int) -> dict[str, Any]:
    """A document with so many schemas and operations."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Synthetic", "version": "1"},
        "paths": {f"/things{n}/{{id}}": _path(n, schemas) for n in range(operations)},
        "components": {"schemas": {f"Thing{n}": _schema(n) for n in range(schemas)}},
    }


def write(place: Path, schemas: int, operations: int) -> Path:
    """Write such a document."""
    place.write_text(json.dumps(document(schemas, operations)), "utf-8")
    return place


def slope(sizes: Sequence[int], seconds: Sequence[float]) -> float:
    """The slope of log time over log size, by least squares: 1 is linear, 2 is quadratic."""
    xs, ys = [math.log(size) for size in sizes], [math.log(each) for each in seconds]
    middle, level = sum(xs) / len(xs), sum(ys) / len(ys)
    above = sum((x - middle) * (y - level) for x, y in zip(xs, ys, strict=True))
    return above / sum((x - middle) ** 2 for x in xs)


def _path(number: int, schemas: int) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/Thing{number % schemas}"}}}
    parameter = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    operation = {
        "operationId": f"getThing{number}",
        "tags": [f"tag{number % 20}"],
        "parameters": [parameter],
        "responses": {"200": {"description": "It is there.", "content": content}},
    }
    return {"get": operation}


def _schema(number: int) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "id": {"type": "integer"},
        "name": {"type": "string", "description": f"What thing {number} is called."},
        "kind": {"type": "string", "enum": ["small", "large"]},
        "made": {"type": "string", "format": "date-time"},
    }
    if number:
        properties["next"] = {"$ref": f"#/components/schemas/Thing{number - 1}"}
    return {"type": "object", "required": ["id"], "properties": properties}
