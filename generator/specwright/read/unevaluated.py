"""`unevaluatedProperties` and `unevaluatedItems`: what none of the keywords beside them, or inside those, speaks of.

What the keywords speak of can depend on the value: a member of `anyOf` speaks for its properties where it is valid. So
it is told in branches, each with its condition. Where none depends, an object is closed and an array bounded here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from specwright import ir
from specwright.intersect import refined
from specwright.ir import AnyValue, NoValue, Schema, escaped
from specwright.read.conditions import having
from specwright.read.json_text import JsonValue
from specwright.read.keywords import items, members
from specwright.read.patterned import Join, any_of
from specwright.regexp import runs

Convert: TypeAlias = Callable[[JsonValue, str], Schema]
Follow: TypeAlias = Callable[[str], tuple[JsonValue, str] | None]


@dataclass(frozen=True, slots=True)
class Part:
    """A schema object that applies to the same value, where the condition is met."""

    condition: Schema
    keywords: Mapping[str, JsonValue]
    pointer: str


@dataclass(frozen=True, slots=True)
class Unevaluated:
    """Reads both keywords; `follow` gives what a reference leads to, and its pointer."""

    convert: Convert
    join: Join
    follow: Follow
    told: Callable[[str, str], None] = field(repr=False)

    def closed(self, schema: Schema, keywords: Mapping[str, JsonValue], pointer: str) -> Schema:
        """The schema that all other keywords make, with what these two add; `told` is told what is left unchecked."""
        if not _KEYWORDS & set(keywords):
            return schema
        parts = list(self._parts(Part(AnyValue(), keywords, pointer), frozenset()))
        if "unevaluatedProperties" in keywords:
            others = self.convert(keywords["unevaluatedProperties"], f"{pointer}/unevaluatedProperties")
            schema = self._members(schema, others, parts)
        if "unevaluatedItems" in keywords:
            others = self.convert(keywords["unevaluatedItems"], f"{pointer}/unevaluatedItems")
            schema = self._items(schema, others, parts, pointer)
        return schema

    def _parts(self, part: Part, seen: frozenset[str]) -> Iterator[Part]:
        """The schema object itself and every other that speaks of the same value."""
        yield part
        for inside in self._inside(part):
            if inside.pointer not in seen:
                yield from self._parts(inside, seen | {inside.pointer})

    def _inside(self, part: Part) -> Iterator[Part]:
        keywords, pointer = part.keywords, part.pointer
        if isinstance(ref := keywords.get("$ref"), str) and (found := self.follow(ref)):
            yield Part(part.condition, members(found[0]), found[1])
        for index, member in enumerate(items(keywords.get("allOf"))):
            yield Part(part.condition, members(member), f"{pointer}/allOf/{index}")
        for keyword in ("anyOf", "oneOf"):
            for index, member in enumerate(items(keywords.get(keyword))):
                yield self._where(part, f"{pointer}/{keyword}/{index}", member)
        if "if" in keywords:
            met = self.convert(keywords["if"], f"{pointer}/if")
            for keyword, condition in (
                ("if", met),
                ("then", met),
                ("else", ir.Refined(AnyValue(), (ir.Excludes(met),))),
            ):
                together = self.join(part.condition, condition)
                yield Part(together, members(keywords.get(keyword)), f"{pointer}/{keyword}")
        for name, member in members(keywords.get("dependentSchemas")).items():
            together = self.join(part.condition, having(name))
            yield Part(together, members(member), f"{pointer}/dependentSchemas/{escaped(name)}")

    def _where(self, part: Part, pointer: str, value: JsonValue) -> Part:
        return Part(self.join(part.condition, self.convert(value, pointer)), members(value), pointer)

    # --- members ------------------------------------------------------------------------------------------------------

    def _members(self, schema: Schema, others: Schema, parts: list[Part]) -> Schema:
        if isinstance(others, AnyValue):
            return schema
        branches = [branch for index, part in enumerate(parts) if (branch := _branch(part, outermost=index == 0))]
        if all(isinstance(branch.condition, AnyValue) for branch in branches):
            names = frozenset(name for branch in branches for name in branch.names)
            patterns = tuple(dict.fromkeys(pattern for branch in branches for pattern in branch.patterns))
            return self._static(schema, others, names, patterns)
        return refined(schema, (ir.Unevaluated(others, _merged(branches)),))

    def _static(self, schema: Schema, others: Schema, names: frozenset[str], patterns: tuple[str, ...]) -> Schema:
        match schema:
            case _ if "" in patterns:
                return schema
            case ir.Union(exclusive=False, members=alternatives):
                parts = tuple(self._static(member, others, names, patterns) for member in alternatives)
                return replace(schema, members=parts)
            case ir.Object() if not patterns:
                properties = tuple(
                    prop if prop.wire_name in names else replace(prop, schema=self.join(prop.schema, others))
                    for prop in schema.properties
                )
                return replace(schema, properties=properties, additional=self.join(schema.additional, others))
            case _:
                rule = ir.Patterns(tuple((pattern, AnyValue()) for pattern in patterns), others, tuple(sorted(names)))
                return refined(schema, (rule,))

    # --- items --------------------------------------------------------------------------------------------------------

    def _items(self, schema: Schema, others: Schema, parts: list[Part], pointer: str) -> Schema:
        if isinstance(others, AnyValue) or any("items" in part.keywords for part in parts if _always(part)):
            return schema
        if any("unevaluatedItems" in part.keywords for part in parts[1:] if _always(part)):
            return schema
        if any(not _always(part) and _ITEMS & set(part.keywords) for part in parts):
            self.told("unevaluatedItems", pointer)
            return schema
        count = max((len(items(part.keywords.get("prefixItems"))) for part in parts), default=0)
        held = [
            self.convert(p.keywords["contains"], f"{p.pointer}/contains") for p in parts if "contains" in p.keywords
        ]
        return self._bounded(schema, any_of([*held, others]), count)

    def _bounded(self, schema: Schema, others: Schema, count: int) -> Schema:
        """Arrays whose items from an index on are of another schema as well."""
        match schema:
            case ir.Array(items=rest, prefix=prefix):
                prefix = (*prefix, *[rest] * (count - len(prefix)))
                further = self.join(rest, others)
                bounds = [bound for bound in (schema.max_items, count) if bound is not None]
                longest = min(bounds) if isinstance(further, NoValue) else schema.max_items
                return replace(schema, items=further, prefix=prefix, max_items=longest)
            case ir.Refined(schema=inner):
                return replace(schema, schema=self._bounded(inner, others, count))
            case ir.Union(members=alternatives):
                return replace(schema, members=tuple(self._bounded(each, others, count) for each in alternatives))
            case _:
                return schema


_KEYWORDS = {"unevaluatedProperties", "unevaluatedItems"}
_ITEMS = {"items", "prefixItems", "contains", "unevaluatedItems"}


def _always(part: Part) -> bool:
    return isinstance(part.condition, AnyValue)


def _branch(part: Part, *, outermost: bool) -> ir.Branch | None:
    """The names and patterns that a part speaks of; it speaks of all if it says what further members hold."""
    names = tuple(members(part.keywords.get("properties")))
    patterns = [pattern for pattern in members(part.keywords.get("patternProperties")) if runs(pattern)]
    if "additionalProperties" in part.keywords or ("unevaluatedProperties" in part.keywords and not outermost):
        patterns = [""]
    return ir.Branch(part.condition, names, tuple(patterns)) if names or patterns else None


def _merged(branches: Iterable[ir.Branch]) -> tuple[ir.Branch, ...]:
    """The branches, those of one condition in one."""
    parts: dict[Schema, list[ir.Branch]] = {}
    for branch in branches:
        parts.setdefault(branch.condition, []).append(branch)
    return tuple(
        ir.Branch(
            condition,
            tuple(dict.fromkeys(name for branch in same for name in branch.names)),
            tuple(dict.fromkeys(pattern for branch in same for pattern in branch.patterns)),
        )
        for condition, same in parts.items()
    )
