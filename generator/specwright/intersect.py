"""What schemas admit together: `allOf`, and keywords that stand beside a reference, a union or a rule."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias, TypeVar, cast

from specwright import ir
from specwright.contradicted import common_multiple, contradicted
from specwright.ir import AnyValue, NoValue, Schema
from specwright.kinds import EVERY, kinds
from specwright.regexp import occurs

Expand: TypeAlias = Callable[[ir.Reference], Schema]
Join: TypeAlias = Callable[[Schema, Schema], Schema]
Pair: TypeAlias = tuple[Schema, Schema]
N = TypeVar("N", int, int | float)


def intersect(left: Schema, right: Schema, expand: Expand, seen: frozenset[Pair] = frozenset()) -> Schema:
    """The schema of the values that both admit; `expand` says what stands behind a reference.

    Two recursive schemas could be unfolded without end: where a pair meets again inside itself (`seen`), the left
    one stands for both.
    """
    pair = (left, right)

    def join(a: Schema, b: Schema) -> Schema:
        return intersect(a, b, expand, seen | {pair})

    match left, right:
        case AnyValue(), _:
            return right
        case _, AnyValue():
            return left
        case (NoValue(), _) | (_, NoValue()):
            return NoValue()
        case ir.Refined(), _:
            return refined(join(left.schema, right), left.rules)
        case _, ir.Refined():
            return refined(join(left, right.schema), right.rules)
        case (ir.Reference(), _) | (_, ir.Reference()) if left == right or pair in seen:
            return left
        case ir.Reference(), _ if not _beside_alternatives(left, right, expand):
            return join(expand(left), right)
        case _, ir.Reference() if not _beside_alternatives(right, left, expand):
            return join(left, expand(right))
        case ir.Union(members=members, exclusive=False), _ if right in members:
            return right
        case _, ir.Union(members=members, exclusive=False) if left in members:
            return left
        case ir.Union(), _:
            beside = _shared(left.beside, right, join)
            return _distributed(left, [join(member, right) for member in left.members], beside)
        case _, ir.Union():
            beside = _shared(left, right.beside, join)
            return _distributed(right, [join(left, member) for member in right.members], beside)
        case ir.Enumeration(), _:
            return _filtered(left, right)
        case _, ir.Enumeration():
            return _filtered(right, left)
        case ir.Object(), ir.Object():
            return _possible(_objects(left, right, join))
        case ir.Array(), ir.Array():
            return _possible(_arrays(left, right, join))
        case ir.String(), ir.String():
            return _possible(_strings(left, right))
        case ir.Number(), ir.Number():
            return _possible(_numbers(left, right))
        case _:
            return left if left == right else NoValue()


def _possible(schema: Schema) -> Schema:
    """The schema, if there is anything between its bounds."""
    return NoValue() if contradicted(schema) else schema


def refined(schema: Schema, rules: Sequence[ir.Rule]) -> Schema:
    """The values of a schema that keep to these rules: an object has them itself, alternatives each their own."""
    telling = tuple(dict.fromkeys(rule for rule in rules if not _speaks_of(rule).isdisjoint(kinds(schema))))
    match schema:
        case NoValue():
            return schema
        case _ if not telling:
            return schema
        case ir.Object() | ir.Refined():
            return replace(schema, rules=tuple(dict.fromkeys((*schema.rules, *telling))))
        case ir.Union(exclusive=False, members=members) if not any(map(_named, members)):
            beside = _beside(schema, telling)
            return replace(schema, members=tuple(refined(member, telling) for member in members), beside=beside)
        case _:
            return ir.Refined(schema, telling)


def _beside(union: ir.Union, rules: Sequence[ir.Rule]) -> Schema:
    """What holds beside alternatives that keep to these rules."""
    before = ir.Object((), AnyValue()) if isinstance(union.beside, AnyValue) else union.beside
    after = refined(before, rules)
    return union.beside if after == before else after


def _speaks_of(rule: ir.Rule) -> frozenset[str]:
    """The kinds of values that may break a rule."""
    match rule:
        case ir.Together() | ir.Needs() | ir.Names() | ir.Patterns() | ir.Unevaluated():
            return frozenset({"object"})
        case ir.Holds():
            return frozenset({"array"})
        case ir.Excludes(schema=schema) | ir.Implies(condition=schema, alternative=AnyValue()):
            return kinds(schema)
        case ir.Implies():
            return EVERY


def _named(schema: Schema) -> bool:
    return isinstance(schema, ir.Reference)


def _beside_alternatives(reference: ir.Reference, other: Schema, expand: Expand) -> bool:
    """Whether an object goes by its name where it stands beside alternatives: they all are of it."""
    return isinstance(other, ir.Union) and isinstance(expand(reference), ir.Object)


def _shared(left: Schema, right: Schema, join: Join) -> Schema:
    """What holds beside alternatives: an object, or what has the name of one."""
    objects = [each for each in (left, right) if isinstance(each, ir.Object | ir.Reference)]
    return join(*objects) if len(objects) > 1 else objects[0] if objects else AnyValue()


def _distributed(union: ir.Union, members: list[Schema], beside: Schema) -> Schema:
    kept = tuple(member for member in members if not isinstance(member, NoValue))
    match kept:
        case ():
            return NoValue()
        case (only,):
            return only
        case _:
            return ir.Union(kept, union.exclusive, union.discriminator, beside=beside)


def _filtered(enumeration: ir.Enumeration, other: Schema) -> Schema:
    """The listed values that the other schema admits; what arrays and objects hold inside is left aside."""
    if isinstance(other, ir.Enumeration):
        kept = tuple(value for value in enumeration.values if value in other.values)
    else:
        kept = tuple(value for value in enumeration.values if _fits(value.value, other))
    return ir.Enumeration(kept) if kept else NoValue()


def _fits(value: object, schema: Schema) -> bool:
    match schema, value:
        case ir.String(), str():
            sized = schema.min_length <= len(value) <= _or_endless(schema.max_length)
            return sized and (schema.pattern is None or occurs(schema.pattern, value))
        case ir.Array(), list():
            return schema.min_items <= len(cast("list[object]", value)) <= _or_endless(schema.max_items)
        case ir.Number(), int() | float() if _kind_fits(value, schema):
            return _within(value, schema)
        case _:
            return _kind_fits(value, schema)


def _within(value: int | float, number: ir.Number) -> bool:
    return (
        (number.minimum is None or number.minimum <= value)
        and (number.maximum is None or value <= number.maximum)
        and (number.exclusive_minimum is None or number.exclusive_minimum < value)
        and (number.exclusive_maximum is None or value < number.exclusive_maximum)
        and (number.multiple_of is None or Fraction(repr(value)) % Fraction(repr(number.multiple_of)) == 0)
    )


def _or_endless(bound: int | None) -> int | float:
    return math.inf if bound is None else bound


def _kind_fits(value: object, schema: Schema) -> bool:
    match schema:
        case ir.Null():
            return value is None
        case ir.Boolean():
            return isinstance(value, bool)
        case ir.Number(integral=integral):
            whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
            return not isinstance(value, bool) and isinstance(value, int | float) and (whole or not integral)
        case ir.String():
            return isinstance(value, str)
        case ir.Array():
            return isinstance(value, list)
        case ir.Object():
            return isinstance(value, dict)
        case _:
            return True


def _objects(left: ir.Object, right: ir.Object, join: Join) -> Schema:
    mine = {prop.wire_name: prop for prop in left.properties}
    theirs = {prop.wire_name: prop for prop in right.properties}
    properties: list[ir.Property] = []
    for name in dict.fromkeys([*mine, *theirs]):
        match mine.get(name), theirs.get(name):
            case (ir.Property() as a, ir.Property() as b):
                properties.append(_properties(a, b, join))
            case (ir.Property() as only, None):
                properties.append(replace(only, schema=join(only.schema, right.additional)))
            case (None, ir.Property() as only):
                properties.append(replace(only, schema=join(left.additional, only.schema)))
            case _:
                raise AssertionError(name)
    return ir.Object(
        tuple(properties),
        join(left.additional, right.additional),
        max(left.min_properties, right.min_properties),
        _least(left.max_properties, right.max_properties),
        tuple(dict.fromkeys((*left.rules, *right.rules))),
    )


def _properties(a: ir.Property, b: ir.Property, join: Join) -> ir.Property:
    """A property that both declare; what the later one says of itself wins."""
    return replace(
        b,
        name=a.name,
        schema=join(a.schema, b.schema),
        required=a.required or b.required,
        description=b.description or a.description,
        default=b.default or a.default,
        deprecated=a.deprecated or b.deprecated,
        read_only=a.read_only or b.read_only,
        write_only=a.write_only or b.write_only,
    )


def _arrays(left: ir.Array, right: ir.Array, join: Join) -> ir.Array:
    longest = max(len(left.prefix), len(right.prefix))
    return ir.Array(
        items=join(left.items, right.items),
        prefix=tuple(join(_item(left, i), _item(right, i)) for i in range(longest)),
        min_items=max(left.min_items, right.min_items),
        max_items=_least(left.max_items, right.max_items),
        unique=left.unique or right.unique,
    )


def _item(array: ir.Array, index: int) -> Schema:
    return array.prefix[index] if index < len(array.prefix) else array.items


def _strings(left: ir.String, right: ir.String) -> Schema:
    formats = {each.format for each in (left, right)} - {None}
    if len(formats - {ir.Format.BINARY}) > 1:
        return NoValue()
    patterns = [pattern for pattern in dict.fromkeys((left.pattern, right.pattern)) if pattern is not None]
    return ir.String(
        format=next(iter(formats - {ir.Format.BINARY} or formats), None),
        min_length=max(left.min_length, right.min_length),
        max_length=_least(left.max_length, right.max_length),
        pattern=patterns[0] if len(patterns) < 2 and patterns else _both(patterns),
    )


def _both(patterns: list[str]) -> str | None:
    """One expression that holds where each of them does."""
    return "^" + "".join(f"(?=[\\s\\S]*?(?:{pattern}))" for pattern in patterns) if patterns else None


def _numbers(left: ir.Number, right: ir.Number) -> Schema:
    return ir.Number(
        integral=left.integral or right.integral,
        minimum=_greatest(left.minimum, right.minimum),
        maximum=_least(left.maximum, right.maximum),
        exclusive_minimum=_greatest(left.exclusive_minimum, right.exclusive_minimum),
        exclusive_maximum=_least(left.exclusive_maximum, right.exclusive_maximum),
        multiple_of=common_multiple(left.multiple_of, right.multiple_of),
    )


def _least(a: N | None, b: N | None) -> N | None:
    return min((n for n in (a, b) if n is not None), default=None)


def _greatest(a: N | None, b: N | None) -> N | None:
    return max((n for n in (a, b) if n is not None), default=None)
