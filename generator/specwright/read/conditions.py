"""Keywords that speak of a value as a whole -> `ir.Rule`s: what it excludes, what follows from what it is, and what
its names, the members that match a pattern, and some of its items must be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from specwright import ir
from specwright.ir import AnyValue, NoValue, Schema, escaped
from specwright.read.json_text import JsonValue
from specwright.read.keywords import count, items, members, texts

Convert: TypeAlias = Callable[[JsonValue, str], Schema]

_ONLY_REQUIRING = {"required", "title", "description"}


def together(keyword: str, alternatives: Sequence[JsonValue]) -> ir.Together | None:
    """The rule that alternatives make which do nothing but require members; none if there are others."""
    sets = [tuple(texts(members(each).get("required"))) for each in alternatives]
    if not sets or not all(sets) or any(set(members(each)) - _ONLY_REQUIRING for each in alternatives):
        return None
    least, most = {"anyOf": (1, None), "oneOf": (1, 1), "not": (0, 0)}[keyword]
    return ir.Together(tuple(sets), least, most)


def excluded(keywords: Mapping[str, JsonValue], pointer: str, convert: Convert) -> Schema:
    """What `not` leaves."""
    if "not" not in keywords:
        return AnyValue()
    if rule := together("not", _alternatives(keywords["not"])):
        return ir.Refined(AnyValue(), (rule,))
    match convert(keywords["not"], f"{pointer}/not"):
        case AnyValue():
            return NoValue()
        case NoValue():
            return AnyValue()
        case ir.Refined(schema=AnyValue(), rules=(ir.Excludes(schema=schema),)):
            return schema
        case schema:
            return ir.Refined(AnyValue(), (ir.Excludes(schema),))


def _alternatives(value: JsonValue) -> list[JsonValue]:
    """`not: {anyOf: [...]}` excludes each of several schemas, any other `not` the one that it holds."""
    inside = members(value)
    return items(inside.get("anyOf")) if set(inside) == {"anyOf"} else [value] * bool(inside)


def implied(keywords: Mapping[str, JsonValue], pointer: str, convert: Convert) -> Schema:
    """What `if`, `then` and `else` say together."""
    if "if" not in keywords:
        return AnyValue()
    condition = convert(keywords["if"], f"{pointer}/if")
    then = convert(keywords.get("then", True), f"{pointer}/then")
    otherwise = convert(keywords.get("else", True), f"{pointer}/else")
    match condition:
        case AnyValue():
            return then
        case NoValue():
            return otherwise
        case _ if then == otherwise:
            return then
        case _:
            return ir.Refined(AnyValue(), (ir.Implies(condition, then, otherwise),))


def member_rules(keywords: Mapping[str, JsonValue], pointer: str, convert: Convert) -> Iterator[ir.Rule]:
    """The rules of an object but for its patterns: `dependentRequired`, `dependentSchemas`, `propertyNames`."""
    for name, needed in members(keywords.get("dependentRequired")).items():
        if texts(needed):
            yield ir.Needs(name, tuple(texts(needed)))
    for name, value in members(keywords.get("dependentSchemas")).items():
        consequence = convert(value, f"{pointer}/dependentSchemas/{escaped(name)}")
        if not isinstance(consequence, AnyValue):
            yield ir.Implies(having(name), consequence)
    names = keywords.get("propertyNames", True)
    if names not in (True, {}):
        texts_only = {"type": "string", **names} if isinstance(names, dict) else names
        yield ir.Names(convert(texts_only, f"{pointer}/propertyNames"))


def having(name: str) -> ir.Object:
    """Objects that have a member of this name."""
    return ir.Object((ir.Property(name, name, AnyValue(), required=True),), AnyValue())


def item_rules(keywords: Mapping[str, JsonValue], pointer: str, convert: Convert) -> Iterator[ir.Rule]:
    """The rule of an array that some of its items are of a schema."""
    if "contains" in keywords:
        least, most = count(keywords.get("minContains")), count(keywords.get("maxContains"))
        if least != 0 or most is not None:
            schema = convert(keywords["contains"], f"{pointer}/contains")
            yield ir.Holds(schema, 1 if least is None else least, most)
