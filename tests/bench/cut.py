"""Parts of a document and of a package: a schema or a class with what it leads to, and an example."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
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


def examples(document: Mapping[str, Any], name: str) -> Iterator[object]:
    """The values that the document gives as examples of an answer of this schema, or are the first item of one."""
    for path in document["paths"].values():
        for operation in path.values():
            responses = operation.get("responses", {}) if isinstance(operation, dict) else {}
            for response in responses.values():
                for content in resolved(document, response).get("content", {}).values():
                    yield from _exemplified(document, content, f"{SCHEMAS}{name}")


@dataclass(frozen=True, slots=True)
class Cluster:
    """A class of a package of models: how many modules it leads to beside its own, and how long all of them are."""

    name: str
    others: int
    characters: int


def clusters(models: Path) -> list[Cluster]:
    """The cluster of each class of a package of models, in the order of the modules."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted(models.glob("*.py"))}
    beside = {module: re.findall(r"^ *from \.(\w+) import", text, re.MULTILINE) for module, text in texts.items()}
    made: list[Cluster] = []
    for module, text in texts.items():
        if found := re.search(r"^class (\w+)\(Model\)", text, re.MULTILINE):
            led = _closure(module, beside.__getitem__)
            made.append(Cluster(found[1], len(led) - 1, sum(len(texts[each]) for each in led)))
    return made


def closest(among: Sequence[Cluster], wanted: int | None) -> Cluster:
    """The one that leads to as many others as wanted, or nearly; without a number, to most. Of several, the longest."""
    return min(
        among, key=lambda each: (-each.others if wanted is None else abs(each.others - wanted), -each.characters)
    )


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


def _exemplified(document: Mapping[str, Any], content: Mapping[str, Any], target: str) -> Iterator[object]:
    schema = content.get("schema", {})
    many = schema.get("items", {}).get("$ref") == target
    if many or schema.get("$ref") == target:
        given = [resolved(document, each).get("value") for each in content.get("examples", {}).values()]
        for value in [content.get("example"), *given]:
            if value:
                yield value[0] if many else value
