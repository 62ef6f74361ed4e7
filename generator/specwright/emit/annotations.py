"""`ir.Schema` -> the text of a Python annotation.

Names that the text borrows (`Annotated`, `Integer`, ...) are marked, and so are the models it refers to; `imports`
decides how each is spelled in a module, so that an API is free to call a schema `Field`. The mark is a control
character, which `repr` never leaves bare in a literal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from specwright import ir
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
        case ir.Object(additional=additional):
            members = f"dict[str, {annotation(additional)}]"
            sizes = _field(min_length=schema.min_properties or None, max_length=schema.max_properties)
            return _constrained(members, sizes + [rule(each) for each in schema.rules])
        case ir.Union(grows=True):
            return _growing(schema)
        case ir.Union(members=members, exclusive=True):
            return f"{borrowed('OneOf')}[{', '.join(annotation(member) for member in members)}]"
        case ir.Union(members=members):
            return union(annotation(member) for member in members)
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
        case ir.Union(members=members, exclusive=False, grows=False):
            return [text for member in members for text in _members(member)]
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


def _constrained(text: str, metadata: list[str]) -> str:
    return f"{borrowed('Annotated')}[{', '.join([text, *metadata])}]" if metadata else text


def _field(**constraints: object) -> list[str]:
    return _call("Field", **constraints)


def _call(name: str, **arguments: object) -> list[str]:
    """A call with those of the arguments that are given; nothing if none is."""
    given = [f"{argument}={value!r}" for argument, value in arguments.items() if value is not None]
    return [f"{borrowed(name)}({', '.join(given)})"] if given else []


def _number_bounds(number: ir.Number) -> list[str]:
    bounds = _field(ge=number.minimum, gt=number.exclusive_minimum, le=number.maximum, lt=number.exclusive_maximum)
    return bounds + ([f"{borrowed('MultipleOf')}({number.multiple_of!r})"] if number.multiple_of else [])


def _string_bounds(string: ir.String) -> list[str]:
    sizes = {"min_length": string.min_length or None, "max_length": string.max_length}
    bounds = _call("Spelled", **sizes) if string.format else _field(**sizes)
    return bounds + ([f"{borrowed('Matches')}({string.pattern!r})"] if string.pattern is not None else [])


def rule(rule: ir.Rule) -> str:
    """A rule as the runtime is told it."""
    match rule:
        case ir.Together(sets=sets, least=least, most=most):
            bounds = [f"least={least}"] * bool(least) + [f"most={most}"] * (most is not None)
            return f"{borrowed('Together')}({', '.join([*map(repr, sets), *bounds])})"
        case ir.Needs(name=name, needed=needed):
            return f"{borrowed('Needs')}({name!r}, {needed!r})"


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
    open_ = f"{borrowed('Growing')}({', '.join(map(repr, texts))})"
    return union([f"{borrowed('Annotated')}[{known} | {_ANY_OBJECT}, {open_}]", *["None"] * null])


def _literal(enumeration: ir.Enumeration) -> str:
    """`Literal[...]`, or nothing where a value has no literal type: a float, an array, an object."""
    values = [value.value for value in enumeration.values]
    if any(isinstance(value, float | list | dict) for value in values):
        return ""
    given = [value for value in values if value is not None]
    return union([_literal_of(given)] * bool(given) + ["None"] * (None in values))


def _literal_of(values: list[object]) -> str:
    return f"{borrowed('Literal')}[{', '.join(map(repr, values))}]"


def _tuple(values: list[object]) -> str:
    return f"({', '.join(map(repr, values))}{',' if len(values) == 1 else ''})"


def _array(array: ir.Array) -> str:
    members = f"list[{union(annotation(item) for item in (*array.prefix, array.items))}]"
    bounds = _field(min_length=array.min_items or None, max_length=array.max_items)
    return _constrained(members, bounds + ([borrowed("UNIQUE")] if array.unique else []))
