"""`ir.Schema` -> the text of a Python annotation.

Names that the text borrows (`Annotated`, `Integer`, ...) are marked, and so are the models it refers to; `imports`
decides how each is spelled in a module, so that an API is free to call a schema `Field`. The mark is a control
character, which `repr` never leaves bare in a literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from specwright import ir
from specwright.emit.layout import literal
from specwright.ir import Json, Schema

BORROWED = "\x00"
MODEL = "\x01"
MARKED = re.compile(f"([{BORROWED}{MODEL}])(\\w+)")

_FORMATS = {
    ir.Format.DATE: "Date",
    ir.Format.DATE_TIME: "DateTime",
    ir.Format.UUID: "Uuid",
    ir.Format.BINARY: "Upload",
}
_HINTS = {
    ir.Format.DATE: "date",
    ir.Format.DATE_TIME: "datetime",
    ir.Format.UUID: "UUID",
    ir.Format.BINARY: "Upload",
}


_ANY_OBJECT = f"dict[str, {BORROWED}Any]"


def borrowed(name: str) -> str:
    """A name that the module must import."""
    return BORROWED + name


def annotation(schema: Schema) -> str:
    """The type that validates exactly what the schema admits, as far as pydantic can."""
    match schema:
        case ir.AnyValue():
            return borrowed("Any")
        case ir.NoValue():
            return borrowed("Nothing")
        case ir.Null():
            return "None"
        case ir.Boolean():
            return "bool"
        case ir.Number():
            return _constrained(borrowed("Integer" if schema.integral else "Number"), _number_bounds(schema))
        case ir.String(format=format_):
            return _constrained(borrowed(_FORMATS[format_]) if format_ else "str", _string_bounds(schema))
        case ir.Enumeration():
            return _enumeration(schema)
        case ir.Array():
            return _array(schema)
        case ir.Object(properties=()):
            return _map(schema)
        case ir.Object():
            return _constrained(f"dict[str, {borrowed('Any')}]", [_having(schema)])
        case ir.Refined(schema=inner, rules=rules):
            return _also(annotation(inner), [rule(each) for each in rules], inner)
        case ir.Union(grows=True):
            return _growing(schema)
        case ir.Union(members=members, exclusive=True):
            return _told(f"{borrowed('OneOf')}[{', '.join(annotation(member) for member in members)}]", schema)
        case ir.Union(told_by=None):
            return _told(union(_alternatives(schema)), schema)
        case ir.Union():
            return union(_alternatives(schema))
        case ir.Reference(name=name, kinds=ir.Discriminator() as kinds):
            return _of_kinds(name, kinds)
        case ir.Reference(name=name):
            return MODEL + name


def expression(schema: Schema) -> str:
    """The same type where a value is expected, not an annotation: checkers know no `|` of `Annotated` there."""
    members = list(dict.fromkeys(_members(schema)))
    if len(members) == 1 or not any(
        member.startswith((borrowed("Annotated"), borrowed("OneOf"))) for member in members
    ):
        return union(members)
    return f"{borrowed('Union')}[{', '.join(members)}]"


def _members(schema: Schema) -> list[str]:
    match schema:
        case ir.Union(members=members, exclusive=False, grows=False, told_by=None):
            return [text for member in members for text in _members(member)]
        case ir.Union(exclusive=False, grows=False):
            return list(_alternatives(schema))
        case ir.Enumeration(values=values) if Json("null") in values and len(values) > 1:
            return [annotation(ir.Enumeration(tuple(value for value in values if value != Json("null")))), "None"]
        case _:
            return [annotation(schema)]


def hint(schema: Schema) -> str:
    """The type that a reader of a signature sees: without bounds."""
    match schema:
        case ir.Number(integral=integral):
            return "int" if integral else "float"
        case ir.String(format=format_):
            return borrowed(_HINTS[format_]) if format_ else "str"
        case ir.Array(items=items, prefix=prefix):
            return f"list[{union(hint(item) for item in (*prefix, items))}]"
        case ir.Object(additional=additional):
            return f"dict[str, {hint(additional)}]"
        case ir.Refined(schema=inner):
            return hint(inner)
        case ir.Union(members=members):
            return union([*(hint(member) for member in members), *[_ANY_OBJECT] * schema.grows])
        case ir.Enumeration():
            return _literal(schema) or borrowed("Any")
        case _:
            return annotation(schema)


def union(members: Iterable[str]) -> str:
    """`A | B | None`: without repetition, null last; anything swallows the rest."""
    distinct = dict.fromkeys(members)
    if borrowed("Any") in distinct:
        return borrowed("Any")
    ordered = [member for member in distinct if member != "None"]
    return " | ".join(ordered + ["None"] * ("None" in distinct))


def _alternatives(union_: ir.Union) -> Iterator[str]:
    """The types of the alternatives; objects that a member tells apart are one, which looks at that member first."""
    told, others = union_.told_by, union_.members
    if told:
        members = [ir.Reference(name) for _, name in told.mapping]
        others = tuple(member for member in others if member not in members)
        tagged = _written("Tagged", literal(told.wire_name), *(literal(text) for text, _ in told.mapping))
        yield _constrained(union(map(annotation, members)), [tagged])
    yield from map(annotation, others)


def _told(text: str, union_: ir.Union) -> str:
    """Alternatives of which a value may say which one it is, without being held to it."""
    named = [member.name for member in union_.members if isinstance(member, ir.Reference)]
    pairs = [pair for pair in (union_.discriminator.mapping if union_.discriminator else ()) if pair[1] in named]
    if union_.discriminator is None or len({name for _, name in pairs}) < 2:
        return text
    called = ", ".join(f"{literal(value)}: {MODEL}{name}" for value, name in pairs)
    tag = literal(union_.discriminator.wire_name)
    return _constrained(text, [_written("Told", tag, f"{{{called}}}", exactly_one=union_.exclusive or None)])


def _constrained(text: str, metadata: list[str]) -> str:
    return f"{borrowed('Annotated')}[{', '.join([text, *metadata])}]" if metadata else text


def _also(text: str, metadata: list[str], schema: Schema) -> str:
    """A type that may be constrained already, with further constraints."""
    if isinstance(schema, ir.Union) or not (text.startswith(f"{borrowed('Annotated')}[") and text.endswith("]")):
        return _constrained(text, metadata)
    return f"{text[:-1]}, {', '.join(metadata)}]"


def _field(**constraints: object) -> list[str]:
    return _call("Field", **constraints)


def _call(name: str, **arguments: object) -> list[str]:
    """A call with those of the arguments that are given; nothing if none is."""
    return [_written(name, **arguments)] if any(value is not None for value in arguments.values()) else []


def _number_bounds(number: ir.Number) -> list[str]:
    bounds = _field(ge=number.minimum, gt=number.exclusive_minimum, le=number.maximum, lt=number.exclusive_maximum)
    return bounds + ([f"{borrowed('MultipleOf')}({number.multiple_of!r})"] if number.multiple_of else [])


def _string_bounds(string: ir.String) -> list[str]:
    sizes = {"min_length": string.min_length or None, "max_length": string.max_length}
    bounds = _call("Spelled", **sizes) if string.format else _field(**sizes)
    return bounds + ([f"{borrowed('Matches')}({literal(string.pattern)})"] if string.pattern is not None else [])


def _enumeration(enumeration: ir.Enumeration) -> str:
    """A list of several values may grow and is open; a single value, a tag, is closed."""
    literal, values = _literal(enumeration), [value.value for value in enumeration.values]
    if not literal:
        return _constrained(borrowed("Any"), [f"{borrowed('Exactly')}({_tuple(values)})"])
    given = [value for value in values if value is not None]
    if len(given) > 1:
        kinds = dict.fromkeys(type(value).__name__ for value in given)
        open_ = f"{borrowed('Annotated')}[{union([_literal_of(given), *kinds])}, {borrowed('OPEN')}]"
        return union([open_, "None"]) if None in values else open_
    return (
        literal
        if all(isinstance(value, str) for value in given)
        else _constrained(literal, [f"{borrowed('Exactly')}({_tuple(values)})"])
    )


def _growing(union_: ir.Union) -> str:
    """Alternatives, and beside them an object that is none of those known: a client keeps it as it came."""
    null = ir.Null() in union_.members and not union_.exclusive
    members = tuple(member for member in union_.members if not (null and member == ir.Null()))
    known = annotation(replace(union_, members=members, grows=False))
    tag = union_.discriminator
    texts = [tag.wire_name, *(value for value, _ in tag.mapping)] if tag else []
    beside = None if isinstance(union_.beside, ir.AnyValue) else _Text(_held_against(union_.beside))
    open_ = _written("Growing", *map(literal, texts), beside=beside)
    return union([f"{borrowed('Annotated')}[{known} | {_ANY_OBJECT}, {open_}]", *["None"] * null])


def _of_kinds(name: str, kinds: ir.Discriminator) -> str:
    """A schema and what extends it, by names in quotes: those classes are loaded when a value says that it is one."""
    told = _written("Kinds", "__name__", literal(kinds.wire_name), literal(dict(kinds.mapping)))
    return _constrained(kind_of(kinds.names, name), [told])


def kind_of(kinds: Iterable[str], base: str) -> str:
    """One of several classes, of which all but the last one are loaded when they are needed."""
    quoted = [f'"{MODEL}{kind}"' for kind in kinds]
    return f"{borrowed('KindOf')}[{', '.join([*quoted, MODEL + base])}]"


def _literal(enumeration: ir.Enumeration) -> str:
    """`Literal[...]`, or nothing where a value has no literal type: a float, an array, an object."""
    values = [value.value for value in enumeration.values]
    if any(isinstance(value, float | list | dict) for value in values):
        return ""
    given = [value for value in values if value is not None]
    return union([_literal_of(given)] * bool(given) + ["None"] * (None in values))


def _literal_of(values: list[object]) -> str:
    return f"{borrowed('Literal')}[{', '.join(map(literal, values))}]"


def _tuple(values: list[object]) -> str:
    return f"({', '.join(map(literal, values))}{',' if len(values) == 1 else ''})"


def _array(array: ir.Array) -> str:
    """A list of whatever may stand anywhere in it; the places of a prefix are checked beside."""
    items = [item for item in (*array.prefix, array.items) if not (array.prefix and isinstance(item, ir.NoValue))]
    bounds = _field(min_length=array.min_items or None, max_length=array.max_items)
    places = [_positions(array)] if any(item != array.items for item in array.prefix) else []
    unique = [borrowed("UNIQUE")] if array.unique else []
    return _constrained(f"list[{union(map(annotation, items))}]", bounds + places + unique)


def _map(schema: ir.Object) -> str:
    """A dict without declared members; what is said of all names is the type of its keys."""
    key, rules = "str", list(schema.rules)
    match rules:
        case [*others, ir.Names(schema=ir.String(format=None) as names)]:
            key, rules = annotation(names), others
        case _:
            pass
    sizes = _field(min_length=schema.min_properties or None, max_length=schema.max_properties)
    return _constrained(f"dict[{key}, {annotation(schema.additional)}]", sizes + [rule(each) for each in rules])


# --- rules ------------------------------------------------------------------------------------------------------------


def rule(rule: ir.Rule, *, deferred: bool = False) -> str:
    """A rule as the runtime is told it; `deferred` where models are not known yet, as in the body of a class."""

    def type_(schema: Schema) -> str:
        text = _held_against(schema)
        return f"lambda: {text}" if deferred and MODEL in text else text

    match rule:
        case ir.Together(sets=sets, least=least, most=most):
            return _written("Together", *map(repr, sets), least=least or None, most=most)
        case ir.Needs(name=name, needed=needed):
            return _written("Needs", repr(name), repr(needed))
        case ir.Names(schema=schema):
            return _written("Names", type_(schema))
        case ir.Patterns(patterns=patterns, others=others, declared=declared):
            members = ", ".join(f"{pattern!r}: {type_(schema)}" for pattern, schema in patterns)
            free = isinstance(others, ir.AnyValue)
            return _written(
                "Patterns", f"{{{members}}}", others=None if free else _Text(type_(others)), declared=declared or None
            )
        case ir.Unevaluated(others=others, branches=branches):
            parts = [
                _written("Part", type_(each.condition), repr(each.names), patterns=each.patterns or None)
                for each in branches
            ]
            return _written("Unevaluated", type_(others), *parts)
        case ir.Holds(schema=schema, least=least, most=most):
            return _written("Holds", type_(schema), least=None if least == 1 else least, most=most)
        case ir.Excludes(schema=schema):
            return _written("Excludes", type_(schema))
        case ir.Implies(condition=condition, consequence=consequence, alternative=ir.AnyValue()):
            return _written("Implies", type_(condition), type_(consequence))
        case ir.Implies():
            return _written("Implies", *map(type_, ir.held_by(rule)))


def size(schema: ir.Object) -> list[str]:
    """The rule of how many members an object has, if it has one."""
    if not schema.min_properties and schema.max_properties is None:
        return []
    return [_written("Size", str(schema.min_properties), repr(schema.max_properties))]


def _held_against(schema: Schema) -> str:
    """A type that values are only held against: an object needs no class for that."""
    match schema:
        case ir.Object(properties=properties) if properties:
            return _having(schema)
        case _:
            return expression(schema)


def _having(schema: ir.Object) -> str:
    """An object by its members: those that need only be there by name, others with their types."""
    names = [prop.wire_name for prop in schema.properties if prop.required and isinstance(prop.schema, ir.AnyValue)]
    free = isinstance(schema.additional, ir.AnyValue)
    rules = [*map(rule, schema.rules), *size(schema)]
    return _written(
        "Having",
        *map(literal, names),
        required=_members_of(prop for prop in schema.properties if prop.required and prop.wire_name not in names),
        optional=_members_of(prop for prop in schema.properties if not prop.required),
        others=None if free else _Text(_held_against(schema.additional)),
        rules=_Text(f"[{', '.join(rules)}]") if rules else None,
    )


def _members_of(properties: Iterable[ir.Property]) -> _Text | None:
    members = [f"{literal(prop.wire_name)}: {_held_against(prop.schema)}" for prop in properties]
    return _Text(f"{{{', '.join(members)}}}") if members else None


def _positions(array: ir.Array) -> str:
    others = None if isinstance(array.items, ir.AnyValue) else _Text(_held_against(array.items))
    return _written("Positions", *map(_held_against, array.prefix), others=others)


class _Text(str):
    """An argument that is text already."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _written(name: str, *arguments: str, **named: object) -> str:
    """A call; a named argument that is None is left out."""
    given = [f"{argument}={value!r}" for argument, value in named.items() if value is not None]
    return f"{borrowed(name)}({', '.join([*arguments, *given])})"
