"""Parts of a document and of a package: a schema or a class with what it leads to, and an example."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, cast

SCHEMAS = "#/components/schemas/"


def resolved(document: Mapping[str, Any], value: Any) -> Any:
    """A value, or what it refers to in the document if it is a reference."""
    while isinstance(value, dict) and isinstance(target := cast("dict[str, Any]", value).get("$ref"), str):
        value = document
        for key in target.removeprefix("#/").split("/"):
            value = value[key.replace("~1", "/").replace("~0", "~")]
    return value


def cut(document: Mapping[str, Any], name: str) -> dict[str, Any]:
    """A document with one schema and those that it leads to, in the order of the document, and no operation."""
    schemas = document["components"]["schemas"]
    kept = _closure(name, lambda each: (found for found in _named(schemas[each]) if found in schemas))
    components = {"schemas": {each: schema for each, schema in schemas.items() if each in kept}}
    return {"openapi": document["openapi"], "info": document["info"], "paths": {}, "components": components}


def example(document: Mapping[str, Any], name: str) -> object:
    """The first value that the document gives as an example of an answer of this schema, or an item of one; or None."""
    for path in document["paths"].values():
        for operation in path.values():
            responses = operation.get("responses", {}) if isinstance(operation, dict) else {}
            for response in responses.values():
                for content in resolved(document, response).get("content", {}).values():
                    if (found := _exemplified(document, content, f"{SCHEMAS}{name}")) is not None:
                        return found
    return None


def leads_to(models: Path) -> dict[str, set[str]]:
    """For each class of a package of models, the modules of the others that it leads to."""
    texts = {path.stem: path.read_text("utf-8") for path in models.glob("*.py")}
    beside = {module: re.findall(r"^ *from \.(\w+) import", text, re.MULTILINE) for module, text in texts.items()}
    classes = {module: re.search(r"^class (\w+)\(Model\)", text, re.MULTILINE) for module, text in texts.items()}
    return {
        found[1]: _closure(module, beside.__getitem__) - {module} for module, found in sorted(classes.items()) if found
    }


def closest(led: Mapping[str, set[str]], wanted: int | None) -> tuple[str, int]:
    """The class that leads to as many others as wanted, or nearly; without a number, the one that leads to most."""
    far = {name: -len(others) if wanted is None else abs(len(others) - wanted) for name, others in led.items()}
    name = min(far, key=far.__getitem__)
    return name, len(led[name])


def _closure(start: str, following: Callable[[str], Iterable[str]]) -> set[str]:
    found, waiting = {start}, [start]
    while waiting:
        new = set(following(waiting.pop())) - found
        found |= new
        waiting += new
    return found


def _named(value: object) -> Iterator[str]:
    """The schemas that a value refers to anywhere, be it by `$ref` or in the mapping of a `discriminator`."""
    if isinstance(value, str) and value.startswith(SCHEMAS):
        yield value.removeprefix(SCHEMAS)
    elif isinstance(value, dict | list):
        inner = cast("dict[str, object]", value).values() if isinstance(value, dict) else cast("list[object]", value)
        for each in inner:
            yield from _named(each)


def _exemplified(document: Mapping[str, Any], content: Mapping[str, Any], target: str) -> object:
    schema = content.get("schema", {})
    many = schema.get("items", {}).get("$ref") == target
    if not many and schema.get("$ref") != target:
        return None
    for given in content.get("examples", {}).values():
        value = resolved(document, given).get("value")
        if value:
            return value[0] if many else value
    return None
