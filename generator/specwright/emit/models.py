"""Named schemas -> pydantic v2 models, made by datamodel-code-generator; nothing else here knows it.

It sees opaque names only: a schema is `M3`, a property `p5`, and a scalar, whose exact type is ours to choose, is a
placeholder `L7` (its own extension `x-python-type` carries it). So nothing that a document says can collide with
what it writes, break out of it, or make it guess. What it decides is the structure: classes and aliases, required,
nullable and absent, unions, lists, maps, and whether other members are forbidden. The opaque names are then put back,
and every one of them must have come out exactly once: the name contract.

What it answers depends on structure alone, and a large document has a few hundred structures in tens of thousands of
places. So a class is asked about property by property, and each structure once: `M3 | None` in one place is the same
question as `M7 | None` in another.
"""

from __future__ import annotations

import ast
import json
import re
import sys
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, cast

from specwright import ir
from specwright.emit.annotations import MODEL, annotation
from specwright.ir import Schema
from specwright.memo import Memo

_OPAQUE = re.compile(r"\b[AML]\d+\b")
Component: TypeAlias = dict[str, object]
Question: TypeAlias = str
"""The JSON of a component, or of a class with one of its properties, with opaque names of its own."""
Opaque: TypeAlias = tuple[str, ...]
"""The opaque names of the document that those of a question stand for, in the order of their numbers."""

_STANDS_FOR: dict[str, Component] = {
    "M": {"type": "object", "properties": {"p0": {"type": "string"}}, "required": [], "additionalProperties": True},
    "A": {"type": "array", "items": {"type": "string"}},
}
"""What is said of a schema that a question only speaks of: that it is a class, or an alias."""


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


@dataclass(frozen=True, slots=True)
class Answer:
    """The type that a question is answered with, and whether the class is closed; `None` if it is no class."""

    type: str
    closed: bool | None


class ContractBroken(Exception):
    """datamodel-code-generator did not return what it was asked for: a bug of ours, or a change of its output."""


def models(schemas: Sequence[ir.NamedSchema], memo: Memo) -> tuple[Model, ...]:
    """A class or an alias for each schema, in their order. `memo` has the answers that an earlier run was given."""
    if not schemas:
        return ()
    names = {named.name: f"{'M' if ir.has_fields(named.schema) else 'A'}{index}" for index, named in enumerate(schemas)}
    leaves: dict[str, str] = {}
    questions = [_questions(_component(named, names, leaves)) for named in schemas]
    asked = sorted({question for asked in questions for question, _ in asked})
    answers = {question: Answer(*json.loads(text)) for question, text in memo.each("answer", asked, _answers).items()}
    texts = {opaque: MODEL + name for name, opaque in names.items()} | {leaf: text for text, leaf in leaves.items()}
    return tuple(_model(named, about, answers, texts) for named, about in zip(schemas, questions, strict=True))


def _questions(component: Component) -> tuple[tuple[Question, Opaque], ...]:
    """What has to be asked about a component, each with the opaque names that its own stand for."""
    if "properties" not in component:
        return (_question(component),)
    properties = cast("dict[str, object]", component["properties"])
    required = cast("list[str]", component["required"])
    return tuple(
        _question(component | {"properties": {"p0": told}, "required": ["p0"] * (key in required)})
        for key, told in properties.items()
    )


def _question(component: Component) -> tuple[Question, Opaque]:
    """A component with its opaque names numbered from nought: those of classes `M`, of aliases `A`, of scalars `L`.

    Equal questions are one text: there are few, and they are asked in many places.
    """
    numbered: dict[str, str] = {}

    def number(match: re.Match[str]) -> str:
        return numbered.setdefault(match[0], f"{match[0][0]}{len(numbered)}")

    question = _OPAQUE.sub(number, json.dumps(component))
    return sys.intern(question), tuple(numbered)


def _component(named: ir.NamedSchema, names: dict[str, str], leaves: dict[str, str]) -> Component:
    """What a named schema is told as. An alias that holds itself, which would lose its insides, is a placeholder."""
    if not ir.has_fields(named.schema) and named.name in ir.references(named.schema):
        return _leaf(named.schema, leaves)
    return _json_schema(named.schema, names, leaves)


def _leaf(schema: Schema, leaves: dict[str, str]) -> dict[str, object]:
    return {"type": "string", "x-python-type": leaves.setdefault(annotation(schema), f"L{len(leaves)}")}


def _json_schema(schema: Schema, names: dict[str, str], leaves: dict[str, str]) -> dict[str, object]:
    """The schema as datamodel-code-generator is told it; what it could not say exactly is a placeholder."""

    def told(inner: Schema) -> dict[str, object]:
        return _json_schema(inner, names, leaves)

    match schema:
        case ir.Reference(name=name, kinds=None):
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


def _answers(asked: Sequence[Question]) -> dict[Question, str]:
    """What each question is answered, its own opaque names still in it: the JSON of an `Answer`."""
    components = {f"Q{index}": json.loads(question) for index, question in enumerate(asked)}
    spoken_of = {name for question in asked for name in re.findall(r"(?<=/)[AM]\d+", question)}
    components |= {name: _STANDS_FOR[name[0]] for name in sorted(spoken_of)}
    written = _written(_generate(components))
    answers = {question: _answer(question, written.get(f"Q{index}")) for index, question in enumerate(asked)}
    return {question: json.dumps([answer.type, answer.closed]) for question, answer in answers.items()}


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


def _answer(question: Question, written: ast.ClassDef | ast.expr | None) -> Answer:
    match written:
        case ast.ClassDef(body=body):
            fields = [field for field in body if isinstance(field, ast.AnnAssign)]
            match fields:
                case [ast.AnnAssign(target=ast.Name(id="p0"), annotation=type_)]:
                    return Answer(_spelled(type_), "extra='forbid'" in ast.unparse(written))
                case _:
                    raise ContractBroken(f"one property was asked about and {len(fields)} came back: {question}")
        case ast.expr():
            return Answer(_spelled(written), None)
        case None:
            raise ContractBroken(f"nothing came back: {question}")


def _model(
    named: ir.NamedSchema,
    asked: Sequence[tuple[Question, Opaque]],
    answers: Mapping[Question, Answer],
    texts: Mapping[str, str],
) -> Model:
    answered = [answers[question] for question, _ in asked]
    types = [_named(answers[question].type, opaque, texts) for question, opaque in asked]
    match named.schema, answered:
        case ir.Object(properties=properties), [Answer(closed=bool(closed)), *_] if properties:
            fields = tuple(Field(prop, text) for prop, text in zip(properties, types, strict=True))
            return Class(named, fields, closed, _extra(named.schema))
        case _, [Answer(closed=None)]:
            return Alias(named, types[0])
        case _:
            raise ContractBroken(f"{named.name} did not come out as it was fed")


def _extra(schema: ir.Object) -> str | None:
    return None if isinstance(schema.additional, ir.AnyValue | ir.NoValue) else annotation(schema.additional)


def _spelled(type_: ast.expr) -> str:
    """A type as the SDK spells it, but for its opaque names: `M2 | None | MISSING` -> `M2 | None | UNSET`."""
    text = ast.unparse(_Unquoted().visit(type_)).replace("MISSING", "\x00UNSET")
    return re.sub(r"\bAny\b", "\x00Any", text)


def _named(type_: str, opaque: Opaque, texts: Mapping[str, str]) -> str:
    """The type with its real names: `L0 | M1 | None` -> `Number | Owner | None`."""
    return _OPAQUE.sub(lambda match: texts[opaque[int(match[0][1:])]], type_)


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
