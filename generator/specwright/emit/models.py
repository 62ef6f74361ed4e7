"""Named schemas -> pydantic v2 models, made by datamodel-code-generator; nothing else here knows it.

It sees opaque names only: a schema is `M3`, a property `p5`, and a scalar, whose exact type is ours to choose, is a
placeholder `L7` (its own extension `x-python-type` carries it). So nothing that a document says can collide with
what it writes, break out of it, or make it guess. What it decides is the structure: classes and aliases, required,
nullable and absent, unions, lists, maps, and whether other members are forbidden. The opaque names are then put back,
and every one of them must have come out exactly once: the name contract.
"""

from __future__ import annotations

import ast
import json
import re
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace

from specwright import ir
from specwright.emit.annotations import MODEL, annotation
from specwright.ir import Schema

_OPAQUE = re.compile(r"\b[ML]\d+\b")


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a class: the property, and its type; `UNSET` is part of the type of one that may be absent."""

    property: ir.Property
    annotation: str


@dataclass(frozen=True, slots=True)
class Class:
    """An object: `closed` forbids members that are not declared, `extra` is the type of those that are allowed."""

    named: ir.NamedSchema
    fields: tuple[Field, ...]
    closed: bool
    extra: str | None


@dataclass(frozen=True, slots=True)
class Alias:
    """Any other schema: a name for a type."""

    named: ir.NamedSchema
    annotation: str


Model = Class | Alias


class ContractBroken(Exception):
    """datamodel-code-generator did not return what it was asked for: a bug of ours, or a change of its output."""


def models(schemas: Sequence[ir.NamedSchema]) -> tuple[Model, ...]:
    """A class or an alias for each schema, in their order."""
    if not schemas:
        return ()
    names = {named.name: f"M{index}" for index, named in enumerate(schemas)}
    leaves: dict[str, str] = {}
    components = {names[named.name]: _component(named, names, leaves) for named in schemas}
    written = _written(_generate(components))
    texts = {opaque: MODEL + name for name, opaque in names.items()} | {leaf: text for text, leaf in leaves.items()}
    return tuple(_model(named, written.pop(names[named.name], None), texts) for named in schemas)


def _component(named: ir.NamedSchema, names: dict[str, str], leaves: dict[str, str]) -> dict[str, object]:
    """What a named schema is told as. An alias that holds itself, which would lose its insides, is a placeholder."""
    own = isinstance(named.schema, ir.Object) and named.schema.properties
    if not own and named.name in ir.references(named.schema):
        return _leaf(named.schema, leaves)
    return _json_schema(named.schema, names, leaves)


def _leaf(schema: Schema, leaves: dict[str, str]) -> dict[str, object]:
    return {"type": "string", "x-python-type": leaves.setdefault(annotation(schema), f"L{len(leaves)}")}


def _json_schema(schema: Schema, names: dict[str, str], leaves: dict[str, str]) -> dict[str, object]:
    """The schema as datamodel-code-generator is told it; what it could not say exactly is a placeholder."""

    def told(inner: Schema) -> dict[str, object]:
        return _json_schema(inner, names, leaves)

    match schema:
        case ir.Reference(name=name):
            return {"$ref": f"#/components/schemas/{names[name]}"}
        case ir.Null():
            return {"type": "null"}
        case ir.Boolean():
            return {"type": "boolean"}
        case ir.String() if schema == ir.String():
            return {"type": "string"}
        case ir.Array(items=items) if schema == ir.Array(items):
            return {"type": "array", "items": told(items)}
        case ir.Object(properties=(), additional=additional) if schema == ir.Object((), additional):
            return {"type": "object", "additionalProperties": told(additional)}
        case ir.Object(properties=properties) if properties:
            return {
                "type": "object",
                "properties": {f"p{index}": told(prop.schema) for index, prop in enumerate(properties)},
                "required": [f"p{index}" for index, prop in enumerate(properties) if prop.required],
                "additionalProperties": not isinstance(schema.additional, ir.NoValue),
            }
        case ir.Union(members=members, exclusive=False, grows=True) if ir.Null() in members:
            others = tuple(member for member in members if member != ir.Null())
            return {"anyOf": [told(replace(schema, members=others)), {"type": "null"}]}
        case ir.Union(members=members, exclusive=False, grows=False):
            return {"anyOf": [told(member) for member in members]}
        case _:
            return _leaf(schema, leaves)


def _generate(components: dict[str, dict[str, object]]) -> ast.Module:
    from datamodel_code_generator import generate
    from datamodel_code_generator.enums import DataModelType, InputFileType, TargetPydanticVersion
    from datamodel_code_generator.format import PythonVersion

    document = {"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        text = generate(
            json.dumps(document | {"components": {"schemas": components}}),
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.PydanticV2BaseModel,
            target_python_version=PythonVersion.PY_311,
            target_pydantic_version=TargetPydanticVersion.V2_14,
            base_class="models.Model",
            disable_timestamp=True,
            formatters=[],
            keep_model_order=True,
            strict_nullable=True,
            use_annotated=True,
            use_missing_sentinel=True,
            use_standard_collections=True,
            use_type_alias=True,
            use_typed_nullable_map_values=True,
            use_union_operator=True,
        )
    return ast.parse(str(text))


def _written(module: ast.Module) -> dict[str, ast.ClassDef | ast.expr]:
    """Opaque name -> its class, or the type that it names."""
    found: dict[str, ast.ClassDef | ast.expr] = {}
    for statement in module.body:
        match statement:
            case ast.ClassDef(name=name):
                found[name] = statement
            case ast.Assign(targets=[ast.Name(id=name)], value=ast.Call(args=[_, type_])):
                found[name] = type_
            case _:
                pass
    return found


def _model(named: ir.NamedSchema, written: ast.ClassDef | ast.expr | None, texts: dict[str, str]) -> Model:
    match named.schema, written:
        case ir.Object(properties=properties), ast.ClassDef(body=body) if properties:
            types = {
                field.target.id: _named(field.annotation, texts)
                for field in body
                if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
            }
            if list(types) != [f"p{index}" for index in range(len(properties))]:
                raise ContractBroken(f"{named.name}: {len(properties)} properties, {len(types)} fields")
            fields = tuple(Field(prop, text) for prop, text in zip(properties, types.values(), strict=True))
            return Class(named, fields, "extra='forbid'" in ast.unparse(written), _extra(named.schema))
        case _, ast.expr():
            return Alias(named, _named(written, texts))
        case _:
            raise ContractBroken(f"{named.name} did not come out as it was fed")


def _extra(schema: ir.Object) -> str | None:
    return None if isinstance(schema.additional, ir.AnyValue | ir.NoValue) else annotation(schema.additional)


def _named(type_: ast.expr, texts: dict[str, str]) -> str:
    """The type with its real names: `L4 | M2 | None | MISSING` -> `Number | Owner | None | UNSET`."""
    text = ast.unparse(_Unquoted().visit(type_)).replace("MISSING", "\x00UNSET")
    text = re.sub(r"\bAny\b", "\x00Any", text)
    return _OPAQUE.sub(lambda match: texts[match[0]], text)


class _Unquoted(ast.NodeTransformer):
    """Forward references lose their quotes: annotations are not evaluated when a module loads."""

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        return ast.parse(node.value, mode="eval").body if isinstance(node.value, str) else node

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        """`Union[A, B]`, which it writes around quoted names, is spelled `A | B` like the others."""
        self.generic_visit(node)
        match node:
            case ast.Subscript(value=ast.Name(id="Union"), slice=ast.Tuple(elts=[first, *rest])):
                for member in rest:
                    first = ast.BinOp(first, ast.BitOr(), member)
                return first
            case ast.Subscript(value=ast.Name(id="Optional"), slice=only):
                return ast.BinOp(only, ast.BitOr(), ast.Constant(None))
            case _:
                return node
