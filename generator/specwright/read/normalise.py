"""Document -> `Api`: every question that the document leaves open is answered here, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from specwright import ir, naming
from specwright.problem import Problem
from specwright.read.direction import directed
from specwright.read.exclusive import exclusive
from specwright.read.extended import extended, with_members
from specwright.read.growing import growing
from specwright.read.hoist import Hoist, name_taken
from specwright.read.inner import inner_names
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, members, pointer_of, text
from specwright.read.load import Document
from specwright.read.operations import Operations, name_of, tag_of
from specwright.read.outline import Operation, Outline
from specwright.read.references import lookup
from specwright.read.schemas import Schemas
from specwright.read.servers import servers
from specwright.read.told import told
from specwright.read.webhooks import webhooks


def normalise(document: Document) -> tuple[ir.Api, tuple[Problem, ...]]:
    """The API of a document that lint and validation let pass, and what had to be decided on its behalf."""
    outline = Outline(document)
    names, problems = _component_names(document)
    names |= inner_names(outline, names)
    schemas = Schemas(document, names)
    hoist = Hoist(sorted(names.values()))
    for pointer, name in sorted(names.items(), key=lambda item: item[1]):
        hoist.add(_component(document, schemas, pointer, name))
    operations = Operations(outline, schemas, hoist)
    settled, taken = _operation_names(document, outline.operations)
    called = tuple(
        operations.operation(source, settled[source.title])
        for source in sorted(outline.operations, key=lambda source: naming.tag_name(tag_of(source)))
    )
    sent, clashes = webhooks(outline, operations)  # after the operations, which keep the names of their schemas
    info = members(document.value.get("info"))
    api = ir.Api(
        title=text(info, "title"),
        version=str(info.get("version") or ""),
        description=text(info, "description"),
        servers=servers(document.value),
        security_schemes=operations.security_schemes,
        tags=_tags(document, outline.operations),
        operations=called,
        schemas=tuple(sorted(hoist.schemas, key=lambda named: named.name)),
        webhooks=sent,
    )
    with_kinds, kinds_taken = extended(api, document, names, schemas.target)
    parted, names_taken = directed(growing(exclusive(with_kinds)))
    decisions = (*problems, *taken, *clashes, *schemas.problems, *hoist.problems, *kinds_taken, *names_taken)
    return told(with_members(parted)), decisions


def _component_names(document: Document) -> tuple[dict[str, str], list[Problem]]:
    """Pointer of a component -> class name. Of two that want one name, the key that is spelled like it keeps it."""
    wanted = {
        key: naming.class_name(text(members(value), "x-specwright-name") or key)
        for key, value in _components(document).items()
    }
    names, free = dict[str, str](), naming.Names()
    problems: list[Problem] = []
    for key in sorted(wanted, key=lambda key: (wanted[key] != key, key)):
        pointer = pointer_of("components", "schemas", key)
        names[pointer] = free.new(wanted[key])
        if names[pointer] != wanted[key]:
            problems.append(name_taken(wanted[key], names[pointer], document.locate(pointer)))
    return names, problems


def _component(document: Document, schemas: Schemas, pointer: str, name: str) -> ir.NamedSchema:
    notes = members(lookup(document.value, pointer))
    return ir.NamedSchema(
        name=name,
        schema=schemas.component(name),
        description=text(notes, "description"),
        deprecated=notes.get("deprecated") is True,
        pointer=pointer,
        location=document.locate(pointer),
    )


def _components(document: Document) -> dict[str, JsonValue]:
    return members(members(document.value.get("components")).get("schemas"))


def _operation_names(document: Document, found: Sequence[Operation]) -> tuple[dict[str, str], list[Problem]]:
    """Title -> name, unique within a tag: the shorter path keeps it, then the one that sorts first."""
    names: dict[str, str] = {}
    problems: list[Problem] = []
    taken: dict[str, naming.Names] = {}
    for source in sorted(found, key=lambda source: (len(source.path), source.path, source.method)):
        wanted = name_of(source)
        name = names[source.title] = taken.setdefault(naming.tag_name(tag_of(source)), naming.Names()).new(wanted)
        if name != wanted:
            problems.append(name_taken(wanted, name, document.locate(source.pointer)))
    return names, problems


def _tags(document: Document, found: Sequence[Operation]) -> tuple[ir.Tag, ...]:
    """The tags in use; wire names that make one Python name share a namespace."""
    declared = {text(members(tag), "name"): members(tag) for tag in items(document.value.get("tags"))}
    tags: dict[str, ir.Tag] = {}
    for source in found:
        wire_name = tag_of(source)
        name = naming.tag_name(wire_name)
        notes = declared.get(wire_name, {})
        told = text(notes, "description") or text(notes, "summary")
        tags.setdefault(name, ir.Tag(name, "", wire_name, told))
    classes: list[str] = []
    for name in sorted(tags):
        classes.append(naming.tag_class_name(name, classes))
    return tuple(replace(tags[name], class_name=each) for name, each in zip(sorted(tags), classes, strict=True))
