"""Unions of objects that a member tells apart: one that each of them requires, with a single text of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from specwright import ir
from specwright.ir import Schema
from specwright.kinds import kinds
from specwright.read.everywhere import throughout


def told(api: ir.Api) -> ir.Api:
    """The API with each union marked whose objects, all of which have names, a member tells apart."""
    tags = _Tags({named.name: named.schema for named in api.schemas})

    def marked(schema: Schema) -> Schema:
        match schema:
            case ir.Union(members=members, exclusive=False) if tag := tags.common(members):
                return replace(schema, told_by=tag)
            case _:
                return schema

    return throughout(api, marked)


class _Tags:
    """Looks for the members that tell the schemas of one API apart."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas
        self._texts = cache(self._texts_of)

    def common(self, members: tuple[Schema, ...]) -> ir.Discriminator | None:
        """The first member that tells all alternatives apart which are objects, if any does."""
        names = [member.name for member in members if isinstance(member, ir.Reference)]
        if len(names) < 2 or any("object" in kinds(each) for each in members if not isinstance(each, ir.Reference)):
            return None
        held = [self._texts(name) for name in names]
        for tag in held[0]:
            texts = [texts[tag] for texts in held if tag in texts]
            if len(set(texts)) == len(names):
                return ir.Discriminator(tag, tuple(zip(texts, names, strict=True)))
        return None

    def _texts_of(self, name: str) -> dict[str, str]:
        """The members of an object that are one text, each by a name that is the same in Python."""
        schema = ir.opened(ir.Reference(name), self._schemas)
        needed = [prop for prop in schema.properties if prop.required] if isinstance(schema, ir.Object) else []
        found = {prop.wire_name: self._text(prop.schema) for prop in needed if prop.name == prop.wire_name}
        return {wire_name: text for wire_name, text in found.items() if text is not None}

    def _text(self, schema: Schema) -> str | None:
        match ir.opened(schema, self._schemas):
            case ir.Enumeration(values=(only,)) if isinstance(text := only.value, str):
                return text
            case _:
                return None
