"""Models -> the rows that `models/[model].py.jinja` places."""

from __future__ import annotations

import keyword
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from specwright import ir, naming
from specwright.emit.annotations import borrowed, kind_of, rule, size
from specwright.emit.arguments import Arguments
from specwright.emit.docstring import docstring
from specwright.emit.imports import Spelling
from specwright.emit.models import Alias, Class, Field, Model, models
from specwright.ir import Schema
from specwright.memo import Memo

_CALLED = frozenset({"rules"})
"""What the body of a class calls: a field would hide its name."""
_WAYS = {None: "", ir.Direction.REQUEST: "As it is sent.", ir.Direction.RESPONSE: "As it is received."}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A line of a class, and the docstring below it, if any."""

    line: str
    docstring: str


@dataclass(frozen=True, slots=True)
class TwinView:
    """A `TypedDict` for what a class is made of: `spelled` as a class, or where a name is no identifier as a call.

    That of an alias is an alias itself, with a `value`.
    """

    name: str
    docstring: str
    typed_dict: str = ""
    partial: bool = False
    spelled: bool = False
    members: tuple[str, ...] = ()
    value: str = ""


@dataclass(frozen=True, slots=True)
class ModelView:
    """A module with one class or one alias. `base` is empty for an alias, `docstring` where there is no text."""

    name: str
    module: str
    docstring: str
    imports: str
    loaded: tuple[str, ...]
    checked: tuple[str, ...]
    base: str
    settings: str
    fields: tuple[FieldView, ...]
    value: str
    twin: TwinView | None
    later: str


def model_views(api: ir.Api, memo: Memo) -> tuple[ModelView, ...]:
    """A row for each named schema, in their order. `memo` has what datamodel-code-generator told an earlier run."""
    rows, types = models(api.schemas, memo), Arguments(api)
    roots = recursive(api.schemas)
    # pydantic reads the annotations of a class with the name of the class around it in sight, whatever the module
    own = frozenset({named.name for named in api.schemas} | set(types.twins.values()))
    return tuple(_view(model, model.named.name in roots, types, own) for model in rows)


def _view(model: Model, recursive: bool, types: Arguments, own: frozenset[str]) -> ModelView:
    match model:
        case Class(fields=fields):
            spelling = Spelling({*own, *(_CALLED & {field.property.name for field in fields})})
            return _class(model, types, spelling)
        case Alias() if recursive:
            spelling = Spelling(own)
            root = FieldView(f"root: {spelling(model.annotation)}", "")
            return _module(model, spelling, types, base=spelling(borrowed("Root")), fields=(root,))
        case Alias():
            spelling = Spelling(own)
            kind = spelling(borrowed("TypeAlias"))
            value, twin = f"{kind} = {spelling(model.annotation)}", _choice(model.named, types, spelling)
            return _module(model, spelling, types, value=value, twin=twin)


def _class(model: Class, types: Arguments, spelling: Spelling) -> ModelView:
    fields = [_field(field, spelling) for field in model.fields]
    settings = ""
    if model.closed:
        settings = f'model_config = {spelling(borrowed("ConfigDict"))}(extra="forbid")'
    if rules := _rules(model.named.schema):
        fields.append(FieldView(f"_rules = {spelling(rules)}", ""))
    if model.named.sent_as:
        fields.append(FieldView(f"_sent_as: {spelling(borrowed('ClassVar'))}[str] = {model.named.sent_as!r}", ""))
    if model.extra:
        names = {field.property.name for field in model.fields}
        fields.append(FieldView(_others(spelling(model.extra), spelling, names), ""))
    twin = _twin(model, types, spelling)
    base = spelling(borrowed("Model"))
    return _module(model, spelling, types, base=base, settings=settings, fields=tuple(fields), twin=twin)


def _others(annotation: str, spelling: Spelling, names: Collection[str]) -> str:
    """Undeclared members of a type: pydantic takes it from one place, and checkers want it in another."""
    decorator = "property"
    if decorator in names:
        decorator = "_property"
        spelling.need("builtins", "property as _property")
    return f"""if {spelling(borrowed("TYPE_CHECKING"))}:

        @{decorator}
        def model_extra(self) -> dict[str, {annotation}]: ...

    else:
        __pydantic_extra__: dict[str, {annotation}]"""


def _rules(schema: Schema) -> str:
    """What a class checks beyond its fields, if anything."""
    if not isinstance(schema, ir.Object):
        return ""
    given = [*(rule(each, deferred=True) for each in schema.rules), *size(schema)]
    return f"{borrowed('rules')}({', '.join(given)})" if given else ""


def _twin(model: Class, types: Arguments, spelling: Spelling) -> TwinView | None:
    name = types.twins.get(model.named.name)
    if name is None:
        return None
    properties = [field.property for field in model.fields]
    partial = not any(prop.required for prop in properties)
    spelled = all(prop.wire_name.isidentifier() and not keyword.iskeyword(prop.wire_name) for prop in properties)
    spelled = spelled and not any(prop.wire_name.startswith("__") for prop in properties)
    members: list[str] = []
    for prop in properties:
        type_ = types.member(prop.schema)
        if not prop.required and not partial:
            type_ = f"{borrowed('NotRequired')}[{type_}]"
        text = spelling(type_)
        members.append(f"{prop.wire_name}: {text}" if spelled else f"{prop.wire_name!r}: {text!r}")
    base = spelling(borrowed("TypedDict"))
    told = docstring(f"`{model.named.name}` as a dict, with the names of the wire.", 4 if spelled else 0)
    return TwinView(name, told, base, partial, spelled, tuple(members))


def _choice(named: ir.NamedSchema, types: Arguments, spelling: Spelling) -> TwinView | None:
    """What a value may be that says which kind it is, as a dict."""
    name = types.twins.get(named.name)
    if name is None or not isinstance(named.schema, ir.Reference) or named.schema.kinds is None:
        return None
    kinds = [types.twins[kind] for kind in named.schema.kinds.names]
    value = f"{borrowed('TypeAlias')} = {kind_of(kinds, types.twins[named.schema.name])}"
    told = docstring(f"`{named.name}` as a dict, with the names of the wire.", 0)
    return TwinView(name, told, value=spelling(value))


def _field(field: Field, spelling: Spelling) -> FieldView:
    prop, annotation, default = field.property, field.annotation, ""
    if not prop.required:
        default = f" = {spelling(borrowed('UNSET'))}"
    if prop.name != prop.wire_name:
        annotation = f"{borrowed('Annotated')}[{annotation}, {borrowed('Field')}(alias={prop.wire_name!r})]"
    text = _described(prop)
    return FieldView(f"{prop.name}: {spelling(annotation)}{default}", docstring(text, 4) if text else "")


def _described(prop: ir.Property) -> str:
    """What the document says of a property; the default is the server's, and only told."""
    notes = [prop.description]
    if prop.default is not None:
        notes.append(f"Default: `{prop.default.text}`; an absent property is `UNSET` all the same.")
    if prop.deprecated:
        notes.append("Deprecated.")
    return "\n\n".join(note for note in notes if note)


def _module(
    model: Model,
    spelling: Spelling,
    types: Arguments,
    *,
    base: str = "",
    settings: str = "",
    fields: tuple[FieldView, ...] = (),
    value: str = "",
    twin: TwinView | None = None,
) -> ModelView:
    """The row of a module. A class names other models for checkers, and knows them later; an alias is made of them."""
    named = model.named
    others = spelling.models - {named.name, types.twins.get(named.name)}
    quoted = others if base else _kinds(named.schema, types)
    checked, loaded = _imports(quoted, types), _imports(others - quoted, types)
    later = ""
    if checked:
        spelling(borrowed("TYPE_CHECKING"))
    if base and checked:
        names = (repr(name) for module in sorted(checked) for name in checked[module])
        later = f"{spelling(borrowed('later'))}(__name__, {', '.join(names)})"
    sent = f"`{named.sent_as}.from_received` makes of it what may be sent." if named.sent_as and base else ""
    way = f"{_WAYS[named.direction]} {sent}".strip()
    notes = (named.description, way, "Deprecated." if named.deprecated else "")
    text = "\n\n".join(note for note in notes if note)
    return ModelView(
        name=named.name,
        module=naming.module_name(named.name),
        docstring=docstring(text, 4 if base else 0) if text else "",
        imports=spelling.imports(),
        loaded=_lines(loaded),
        checked=_lines(checked),
        base=base,
        settings=settings,
        fields=fields,
        value=value,
        twin=twin,
        later=later,
    )


def _kinds(schema: Schema, types: Arguments) -> set[str]:
    """The classes that an alias names in quotes, and their twins."""
    names = schema.kinds.names if isinstance(schema, ir.Reference) and schema.kinds else ()
    return {*names, *(types.twins[name] for name in names if name in types.twins)}


def _imports(names: set[str], types: Arguments) -> dict[str, list[str]]:
    """Module -> the names that are imported from it."""
    needed: dict[str, list[str]] = {}
    for name in sorted(names):
        needed.setdefault(naming.module_name(types.holders.get(name, name)), []).append(name)
    return needed


def _lines(needed: dict[str, list[str]]) -> tuple[str, ...]:
    return tuple(f"from .{module} import {', '.join(needed[module])}" for module in sorted(needed))


def recursive(schemas: Sequence[ir.NamedSchema]) -> set[str]:
    """The aliases that lead back to themselves through aliases alone: they need a class to stand on."""
    aliases = {named.name: named.schema for named in schemas if not ir.has_fields(named.schema)}
    edges = {name: [n for n in ir.references(schema) if n in aliases] for name, schema in aliases.items()}
    return {name for name in edges if name in set(_reachable(name, edges))}


def _reachable(start: str, edges: dict[str, list[str]]) -> Iterator[str]:
    seen: set[str] = set()
    waiting = list(edges[start])
    while waiting:
        name = waiting.pop()
        if name not in seen:
            seen.add(name)
            yield name
            waiting.extend(edges[name])
