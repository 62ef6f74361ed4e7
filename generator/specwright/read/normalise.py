"""Document -> `Api`: every question that the document leaves open is answered here, once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from specwright import ir, naming
from specwright.problem import Problem
from specwright.read.hoist import Hoist, name_taken
from specwright.read.load import Document
from specwright.read.operations import Entry, Operations, entries, security_schemes
from specwright.read.references import References
from specwright.read.schemas import Schemas, text


def normalise(document: Document) -> tuple[ir.Api, tuple[Problem, ...]]:
    """The API of a document that lint and validation let pass, and what had to be decided on its behalf."""
    references = References(document)
    names, problems = _component_names(document)
    schemas = Schemas(document, names)
    hoist = Hoist(sorted(names.values()))
    for key, name in sorted(names.items(), key=lambda item: item[1]):
        hoist.add(_component(document, schemas, key, name))
    operations = Operations(document, references, schemas, hoist)
    found = tuple(entries(document, references))
    settled = _operation_names(document, found, problems)
    info = cast("dict[str, Any]", document.value.get("info") or {})
    api = ir.Api(
        title=text(info, "title"),
        version=str(info.get("version") or ""),
        description=text(info, "description"),
        servers=tuple(_server(server) for server in document.value.get("servers") or []),
        security_schemes=security_schemes(document, references),
        tags=_tags(document, found),
        operations=tuple(
            operations.operation(entry, settled[entry.pointer])
            for entry in sorted(found, key=lambda entry: naming.tag_name(entry.tag))
        ),
        schemas=tuple(sorted(hoist.schemas, key=lambda named: named.name)),
    )
    return api, (*problems, *schemas.problems, *hoist.problems)


def _component_names(document: Document) -> tuple[dict[str, str], list[Problem]]:
    """Component key -> class name. Of two that want one name, the key that is spelled like it keeps it."""
    declared = _components(document)
    wanted = {key: naming.class_name(_pinned(value) or key) for key, value in declared.items()}
    names: dict[str, str] = {}
    problems: list[Problem] = []
    for key in sorted(declared, key=lambda key: (wanted[key] != key, key)):
        names[key] = naming.unique(wanted[key], set(names.values()))
        if names[key] != wanted[key]:
            problems.append(name_taken(wanted[key], names[key], document.locate(_pointer(key))))
    return names, problems


def _component(document: Document, schemas: Schemas, key: str, name: str) -> ir.NamedSchema:
    value = _components(document)[key]
    notes = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    return ir.NamedSchema(
        name=name,
        schema=schemas.component(name),
        description=text(notes, "description"),
        deprecated=notes.get("deprecated") is True,
        location=document.locate(_pointer(key)),
    )


def _components(document: Document) -> Mapping[str, Any]:
    return cast("dict[str, Any]", (document.value.get("components") or {}).get("schemas") or {})


def _pinned(value: object) -> str:
    return text(cast("dict[str, Any]", value), "x-specwright-name") if isinstance(value, dict) else ""


def _pointer(key: str) -> str:
    return "/components/schemas/" + key.replace("~", "~0").replace("/", "~1")


def _operation_names(document: Document, found: tuple[Entry, ...], problems: list[Problem]) -> dict[str, str]:
    """Pointer -> name, unique within a tag: the shorter path keeps it, then the one that sorts first."""
    names: dict[str, str] = {}
    taken: dict[str, set[str]] = {}
    for entry in sorted(found, key=lambda entry: (len(entry.path), entry.path, entry.method)):
        mine = taken.setdefault(naming.tag_name(entry.tag), set())
        name = names[entry.pointer] = naming.unique(entry.own_name, mine)
        mine.add(name)
        if name != entry.own_name:
            problems.append(name_taken(entry.own_name, name, document.locate(entry.pointer)))
    return names


def _tags(document: Document, found: tuple[Entry, ...]) -> tuple[ir.Tag, ...]:
    """The tags in use; wire names that make one Python name share a namespace."""
    declared: dict[str, str] = {
        tag["name"]: text(tag, "description") for tag in document.value.get("tags") or [] if "name" in tag
    }
    tags: dict[str, ir.Tag] = {}
    for entry in found:
        name = naming.tag_name(entry.tag)
        tags.setdefault(name, ir.Tag(name, naming.class_name(name), entry.tag, declared.get(entry.tag, "")))
    return tuple(tags[name] for name in sorted(tags))


def _server(server: Mapping[str, Any]) -> ir.Server:
    url = str(server.get("url") or "/")
    for name, variable in cast("dict[str, Any]", server.get("variables") or {}).items():
        url = url.replace(f"{{{name}}}", str(variable.get("default", "")))
    return ir.Server(url, text(server, "description"))
