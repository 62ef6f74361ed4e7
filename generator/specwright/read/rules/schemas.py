"""Rules about schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from specwright.ir import Json, Location, escaped
from specwright.read.json_text import JsonValue
from specwright.read.outline import Node, Outline
from specwright.read.references import Found, reference_of
from specwright.read.rules.finding import Finding, doubtful, wrong


def schema_keyword_mistyped(outline: Outline) -> Iterator[Finding]:
    """A keyword of a schema has a value of a kind that it cannot have, such as `required: true`."""
    for node in outline.nodes["schema"]:
        for keyword, value in node.value.items():
            if keyword in EXPECTED and "$ref" not in node.value:
                expected, fits = EXPECTED[keyword]
                if not fits(value):
                    remedy = _REMEDIES.get(keyword, f"Make it {expected}, or remove it.")
                    yield wrong(f"{node.pointer}/{keyword}", f"`{keyword}` is {_shown(value)}, not {expected}", remedy)


def nullable_ignored(outline: Outline) -> Iterator[Finding]:
    """A schema of OpenAPI 3.1 or later says `nullable: true`, which is a word of 3.0 and says nothing any more."""
    for node in outline.nodes["schema"] if not _old(outline) else ():
        if node.value.get("nullable") is True and not _admits({**node.value, "nullable": False}, None):
            remedy = 'Write `type: [..., "null"]`, or `anyOf` with `type: "null"`.'
            yield doubtful(f"{node.pointer}/nullable", "`nullable` says nothing since OpenAPI 3.1", remedy)


def reference_siblings_ignored(outline: Outline) -> Iterator[Finding]:
    """In OpenAPI 3.0 what stands beside a `$ref` is ignored (section 4.7.23), even what would change what is valid."""
    for node in outline.nodes["schema"] if _old(outline) else ():
        beside = [name for name in node.value if name in EXPECTED and name not in ("deprecated", "type")]
        if "$ref" in node.value and beside:
            told = ", ".join(f"`{name}`" for name in beside)
            remedy = "Write `allOf` with the reference in it, and the rest beside."
            yield doubtful(node.pointer, f"{told} beside a reference is ignored in OpenAPI 3.0", remedy)


def default_type_mismatch(outline: Outline) -> Iterator[Finding]:
    """The default is not a value that the schema admits. Defaults are only documented, never sent."""
    for node in outline.nodes["schema"]:
        if "default" in node.value and not _admits(node.value, node.value["default"]):
            message = f"the default {_shown(node.value['default'])} is not a value of its schema"
            yield doubtful(f"{node.pointer}/default", message, "Mend the default, or the schema.")


def discriminator_target_missing(outline: Outline) -> Iterator[Finding]:
    """The mapping of a discriminator names a schema that does not exist; the entry is left out."""
    for node in outline.nodes["schema"]:
        mapping = _discriminator(node).get("mapping")
        for value, target in mapping.items() if isinstance(mapping, dict) else ():
            if isinstance(target, str) and not _exists(outline, node, target):
                pointer = (Location("", f"{node.pointer}/discriminator/mapping") / value).pointer
                remedy = "Name a schema of the document, such as `#/components/schemas/Cat`."
                yield doubtful(pointer, f"the discriminator maps `{value}` to `{target}`, which does not exist", remedy)
        default = _discriminator(node).get("defaultMapping")
        if isinstance(default, str) and not _exists(outline, node, default):
            remedy = "Name a schema of the document, such as `#/components/schemas/Cat`."
            message = f"the discriminator maps any other value to `{default}`, which does not exist"
            yield doubtful(f"{node.pointer}/discriminator/defaultMapping", message, remedy)


def discriminator_property_missing(outline: Outline) -> Iterator[Finding]:
    """A member of a union does not declare the property that is to tell the members apart."""
    for node in outline.nodes["schema"]:
        name = _discriminator(node).get("propertyName")
        for member in _members(node) if isinstance(name, str) else ():
            found = outline.resolved(member)
            if found is not None and name not in _declared(outline, found, frozenset()):
                message = f"the discriminating property `{name}` is not declared by {_title(member, found)}"
                yield doubtful(member.pointer, message, f"Declare `{name}` there and list it as required.")


def discriminator_undecided(outline: Outline) -> Iterator[Finding]:
    """Members of a `oneOf` do not say which value of the discriminating property they have: one may be another too."""
    for node in outline.nodes["schema"]:
        name, members = _discriminator(node).get("propertyName"), node.value.get("oneOf")
        if isinstance(name, str) and isinstance(members, list) and len(open_ := [*_undecided(outline, node, name)]) > 1:
            first, second = open_[:2]
            message = f"what is {first} may be {second} too, which `oneOf` forbids: neither says which `{name}` it has"
            remedy = f"Give each a `const`, or an `enum`, for `{name}`, or write `anyOf`."
            yield doubtful(f"{node.pointer}/discriminator", message, remedy)


def _undecided(outline: Outline, node: Node, name: str) -> Iterator[str]:
    """The open objects among the members of a union that do not list the values of a property, as they are called."""
    for member in _members(node):
        found = outline.resolved(member)
        if found is not None and found.value.get("additionalProperties") is not False:
            held = [*_held(outline, found, name, frozenset())]
            if held and not any({"const", "enum"} & each.keys() for each in held):
                yield _title(member, found)


def _held(outline: Outline, node: Node, name: str, passed: frozenset[str]) -> Iterator[Mapping[str, JsonValue]]:
    """What a schema says of a property, itself or through `allOf`."""
    properties = node.value.get("properties")
    if isinstance(properties, dict) and isinstance(held := properties.get(name), dict):
        found = outline.resolved(Node(f"{node.pointer}/properties/{escaped(name)}", held))
        yield found.value if found else held
    for part in _combined(node) if node.pointer not in passed else ():
        found = outline.resolved(part)
        if found is not None:
            yield from _held(outline, found, name, passed | {node.pointer})


# --- keywords ---------------------------------------------------------------------------------------------------------


_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})


def _text(value: JsonValue) -> bool:
    return isinstance(value, str)


def _flag(value: JsonValue) -> bool:
    return isinstance(value, bool)


def _number(value: JsonValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _bound(value: JsonValue) -> bool:
    return isinstance(value, bool) or _number(value)


def _count(value: JsonValue) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0 and value == value // 1


def _names(value: JsonValue) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _schema(value: JsonValue) -> bool:
    return isinstance(value, (dict, bool))


def _schemas(value: JsonValue) -> bool:
    return isinstance(value, list) and all(_schema(item) for item in value)


def _named_schemas(value: JsonValue) -> bool:
    return isinstance(value, dict) and all(_schema(item) for item in value.values())


def _values(value: JsonValue) -> bool:
    return isinstance(value, list)


def _type(value: JsonValue) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, str) and item in _TYPES for item in value)
    return isinstance(value, str) and value in _TYPES


EXPECTED: Mapping[str, tuple[str, Callable[[JsonValue], bool]]] = {
    "type": ("a known type", _type),
    "enum": ("a list of values", _values),
    "required": ("a list of property names", _names),
    "properties": ("a mapping of names to schemas", _named_schemas),
    "patternProperties": ("a mapping of patterns to schemas", _named_schemas),
    "dependentSchemas": ("a mapping of names to schemas", _named_schemas),
    "additionalProperties": ("a schema, true or false", _schema),
    **dict.fromkeys(("items", "not", "if", "then", "else", "contains", "propertyNames"), ("a schema", _schema)),
    **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), ("a schema, true or false", _schema)),
    **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), ("a list of schemas", _schemas)),
    **dict.fromkeys(("pattern", "format"), ("a string", _text)),
    **dict.fromkeys(("nullable", "uniqueItems", "readOnly", "writeOnly", "deprecated"), ("true or false", _flag)),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), ("a number", _number)),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), ("a number, true or false", _bound)),
    **dict.fromkeys(
        (
            *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
            *("minContains", "maxContains"),
        ),
        ("a whole number from 0", _count),
    ),
}
"""For each keyword, what its value must be, and whether a value is that."""

_REMEDIES = {
    "required": "List the names of the required properties, in the schema that has them as `properties`.",
    "type": f"Write one of {', '.join(sorted(_TYPES))}.",
}


def _old(outline: Outline) -> bool:
    return str(outline.document.value.get("openapi")).startswith("3.0")


# --- defaults ---------------------------------------------------------------------------------------------------------


def _admits(schema: Mapping[str, JsonValue], value: JsonValue) -> bool:
    """Whether the type and the enumeration of a schema leave room for a value; nothing deeper is looked at."""
    if value is None and schema.get("nullable") is True:
        return True
    types, values = schema.get("type"), schema.get("enum")
    if isinstance(types, str):
        types = [types]
    if isinstance(types, list) and not any(_is_a(value, kind) for kind in types):
        return False
    return not isinstance(values, list) or any(_same(value, other) for other in values)


def _is_a(value: JsonValue, kind: JsonValue) -> bool:
    match kind:
        case "string":
            return isinstance(value, str)
        case "boolean":
            return isinstance(value, bool)
        case "number":
            return _number(value)
        case "integer":
            return isinstance(value, (int, float)) and not isinstance(value, bool) and value == value // 1
        case "object":
            return isinstance(value, dict)
        case "array":
            return isinstance(value, list)
        case "null":
            return value is None
        case _:
            return True


def _same(one: JsonValue, other: JsonValue) -> bool:
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _shown(value: JsonValue) -> str:
    text = Json.of(value).text
    return text if len(text) <= 60 else f"{text[:57]}..."


# --- discriminators ---------------------------------------------------------------------------------------------------


def _discriminator(node: Node) -> Mapping[str, JsonValue]:
    value = node.value.get("discriminator")
    return value if isinstance(value, dict) else {}


def _exists(outline: Outline, node: Node, target: str) -> bool:
    """Whether the target of a mapping, a reference or the name of a component, can be found."""
    references = outline.references
    if isinstance(references.resolve(f"#/components/schemas/{target}", node.pointer), Found):
        return True
    return isinstance(references.resolve(target, node.pointer), Found)


def _members(node: Node) -> Iterator[Node]:
    """The members of a union; `null` beside the others needs no discriminator."""
    for keyword in ("oneOf", "anyOf"):
        members = node.value.get(keyword)
        for index, member in enumerate(members if isinstance(members, list) else []):
            if isinstance(member, dict) and member.get("type") != "null":
                yield Node(f"{node.pointer}/{keyword}/{index}", member)


def _declared(outline: Outline, node: Node, passed: frozenset[str]) -> frozenset[str]:
    """The names of the properties that a schema declares, itself or through `allOf`, `anyOf` and `oneOf`."""
    if node.pointer in passed:
        return frozenset()
    properties = node.value.get("properties")
    names = frozenset(properties) if isinstance(properties, dict) else frozenset[str]()
    for part in _combined(node):
        found = outline.resolved(part)
        if found is not None:
            names |= _declared(outline, found, passed | {node.pointer})
    return names


def _combined(node: Node) -> Iterator[Node]:
    for keyword in ("allOf", "anyOf", "oneOf"):
        members = node.value.get(keyword)
        for index, member in enumerate(members if isinstance(members, list) else []):
            if isinstance(member, dict):
                yield Node(f"{node.pointer}/{keyword}/{index}", member)


def _title(member: Node, found: Node) -> str:
    reference = reference_of(member.value)
    return f"`{reference.rpartition('/')[2]}`" if reference else f"member {found.pointer.rpartition('/')[2]}"
