"""Lint: each rule finds what it is named after, and nothing in what is fine."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from specwright.ir import Location
from specwright.problem import Severity
from specwright.read.json_text import JsonValue
from specwright.read.lint import RULES, code, lint
from specwright.read.load import Document
from specwright.read.references import lookup

PETS: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "tags": [{"name": "pets"}],
    "security": [{"key": []}],
    "paths": {
        "/pets": {
            "post": {
                "operationId": "add",
                "security": [],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}},
                "responses": {"201": {"description": "made"}, "4XX": {"description": "no"}, "x-note": 1},
            }
        },
        "/pets/{petId}": {
            "parameters": [{"$ref": "#/components/parameters/petId"}],
            "get": {
                "operationId": "get",
                "parameters": [{"name": "verbose", "in": "query", "schema": {"type": "boolean", "default": False}}],
                "responses": {"default": {"$ref": "#/components/responses/pet"}},
            },
        },
    },
    "components": {
        "parameters": {"petId": {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}},
        "responses": {
            "pet": {
                "description": "a pet",
                "content": {
                    "application/json": {
                        "schema": {"$ref": "#/components/schemas/Pet"},
                        "example": {"$ref": "#/nowhere", "properties": 1},
                    }
                },
            }
        },
        "schemas": {
            "Pet": {
                "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
                "discriminator": {"propertyName": "kind", "mapping": {"c": "#/components/schemas/Cat", "d": "Dog"}},
            },
            "Animal": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}},
            "Cat": {
                "allOf": [{"$ref": "#/components/schemas/Animal"}],
                "properties": {"kittens": {"type": "array", "items": {"$ref": "#/components/schemas/Cat"}}},
            },
            "Dog": {
                "properties": {
                    "kind": {"type": "string", "enum": ["dog"], "default": "dog", "x-schema": {"$ref": "#/nowhere"}},
                    "$ref": {"type": "string"},
                    "items": {"type": "integer", "nullable": True, "default": None},
                    "default": {"type": "string"},
                    "required": {"type": "boolean", "enum": [True]},
                },
                "default": {"$ref": "#/nowhere"},
                "example": {"type": 3},
                "enum": [{"$ref": "#/nowhere"}, {"$ref": "#/nowhere", "a": {"properties": 1}}],
            },
        },
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    },
}


SUM = {"encoding": {"a": {"headers": {"X-Sum": {"schema": {"type": "string"}}}}}}


def altered(pointer: str, value: object) -> Document:
    """The document of the pets with another value at a place, where nothing has to be yet."""
    document = copy.deepcopy(PETS)
    parent, _, token = pointer.rpartition("/")
    holder: Any = lookup(document, parent)
    holder[token.replace("~1", "/")] = value
    return Document("pets.yaml", document)


def found(document: Document) -> list[tuple[str, str]]:
    """Code and pointer of every finding."""
    return [(p.code, p.location.pointer) for p in lint(document) if isinstance(p.location, Location)]


def test_nothing_is_wrong_with_the_pets() -> None:
    assert lint(Document("pets.yaml", PETS)) == ()


GET = "/paths/~1pets~1{petId}/get"
POST = "/paths/~1pets/post"
SCHEMAS = "/components/schemas"


FINDINGS: list[tuple[str, str, object, str]] = [
    ("reference-unresolved", f"{SCHEMAS}/Animal", {"$ref": "#/components/schemas/None"}, ""),
    ("reference-unresolved", f"{GET}/responses/default", {"$ref": "#/components/responses/none"}, ""),
    ("reference-unresolved", "/components/examples", {"a": {"$ref": "#/nowhere"}}, "/a"),
    ("reference-unresolved", f"{SCHEMAS}/Dog/properties/a", {"items": {"$ref": "#anchor"}}, "/items"),
    ("reference-external", f"{SCHEMAS}/Dog/properties/a", {"$ref": "dog.yaml#/a"}, ""),
    ("reference-external", f"{SCHEMAS}/Dog/properties/a", {"anyOf": [{"$ref": "https://x.org/a"}]}, "/anyOf/0"),
    ("reference-circular", f"{SCHEMAS}/Self", {"$ref": "#/components/schemas/Self"}, ""),
    ("schema-contains-itself", f"{SCHEMAS}/Self", {"allOf": [{"$ref": "#/components/schemas/Self"}]}, ""),
    (
        "schema-contains-itself",
        f"{SCHEMAS}/Self",
        {"allOf": [{"allOf": [{"$ref": "#/components/schemas/Self"}]}]},
        "",
    ),
    ("component-name-invalid", f"{SCHEMAS}/a b", {}, ""),
    ("component-name-invalid", "/components/securitySchemes/LangSmith API Key", {}, ""),
    ("path-parameter-undeclared", "/paths/~1pets~1{a}", {"get": {"responses": {}}}, "/get"),
    ("path-parameter-unused", f"{GET}/parameters", [{"name": "x", "in": "path", "required": True}], "/0"),
    ("path-parameter-optional", "/components/parameters/petId/required", False, "^"),
    ("framing-parameter-left-out", f"{GET}/parameters", [{"name": "HOST", "in": "header"}], "/0"),
    (
        "path-ambiguous",
        "/paths/~1pets~1{a}",
        {"get": {"parameters": [{"name": "a", "in": "path", "required": True}]}},
        "/get",
    ),
    ("parameter-duplicated", f"{GET}/parameters", [{"name": "x", "in": "query"}, {"name": "x", "in": "query"}], ""),
    ("operation-id-duplicated", f"{GET}/operationId", "add", ""),
    ("status-key-invalid", f"{POST}/responses/2xx", {}, ""),
    ("status-key-invalid", f"{POST}/responses/2", {}, ""),
    ("request-body-without-content", f"{POST}/requestBody", {"content": {}}, ""),
    ("security-scheme-undefined", f"{POST}/security", [{"key": []}, {"token": []}], "/1"),
    ("security-scheme-undefined", "/security", [{"token": []}], "/0"),
    ("tag-duplicated", "/tags", [{"name": "a"}, {"name": "a"}], "/1"),
    ("schema-keyword-mistyped", f"{SCHEMAS}/Dog/required", True, ""),
    ("schema-keyword-mistyped", f"{SCHEMAS}/Dog/properties", ["a"], ""),
    ("schema-keyword-mistyped", f"{SCHEMAS}/Dog/properties/a", {"type": "strin"}, "/type"),
    ("schema-keyword-mistyped", f"{SCHEMAS}/Dog/enum", "dog", ""),
    ("schema-keyword-mistyped", f"{SCHEMAS}/Dog/properties/a", {"pattern": 0}, "/pattern"),
    ("schema-keyword-mistyped", f"{SCHEMAS}/Dog/properties/a", {"minLength": -1}, "/minLength"),
    ("reference-siblings-ignored", f"{SCHEMAS}/Dog/properties/a", {"$ref": f"#{SCHEMAS}/Cat", "nullable": True}, ""),
    ("default-type-mismatch", f"{SCHEMAS}/Dog/properties/a", {"type": "integer", "default": "inf"}, "/default"),
    ("default-type-mismatch", f"{SCHEMAS}/Dog/properties/a", {"enum": [1], "default": True}, "/default"),
    ("default-type-mismatch", f"{SCHEMAS}/Dog/properties/a", {"type": "string", "default": None}, "/default"),
    ("discriminator-target-missing", f"{SCHEMAS}/Pet/discriminator/mapping", {"c": "Cow"}, "/c"),
    ("discriminator-target-missing", f"{SCHEMAS}/Pet/discriminator/defaultMapping", "Cow", ""),
    (
        "item-schema-unread",
        f"{GET}/responses",
        {"200": {"content": {"a/b": {"itemSchema": {}}}}},
        "/200/content/a~1b/itemSchema",
    ),
    ("querystring-parameter-left-out", f"{GET}/parameters", [{"name": "x", "in": "querystring"}], "/0"),
    ("cookie-style-unknown", f"{GET}/parameters", [{"name": "x", "in": "cookie", "style": "cookie"}], "/0/style"),
    ("method-in-lower-case", "/paths/~1pets/additionalOperations", {"copy": {}, "MOVE": {}}, "/copy"),
    (
        "discriminator-undecided",
        f"{SCHEMAS}/Pet",
        {"oneOf": [{"properties": {"k": {"type": "string"}}}] * 2, "discriminator": {"propertyName": "k"}},
        "/discriminator",
    ),
    ("discriminator-property-missing", f"{SCHEMAS}/Pet/discriminator", {"propertyName": "name"}, "^/oneOf/0"),
    ("security-scheme-unfilled", "/components/securitySchemes/a", {"type": "http", "scheme": "Digest"}, ""),
    ("security-scheme-unfilled", "/components/securitySchemes/a", {"type": "mutualTLS"}, ""),
    *(
        (
            "parameter-content-unwritten",
            f"{GET}/parameters",
            [{"name": "x", "in": "query", "content": {kind: {"schema": {"type": type_}}}}],
            f"/0/content/{kind.replace('/', '~1')}",
        )
        for kind, type_ in (("application/xml", "object"), ("application/x-www-form-urlencoded", "array"))
    ),
    (
        "part-header-unsent",
        f"{POST}/requestBody/content/multipart~1mixed",
        {"encoding": {"a/b": {"headers": {"Content-Type": {}, "X-Sum": {"$ref": "#/components/headers/sum"}}}}},
        "/encoding/a~1b/headers/X-Sum",
    ),
]


@pytest.mark.parametrize(
    ("rule", "pointer", "value", "place"),
    FINDINGS,
)
def test_a_rule_finds_what_it_is_named_after(rule: str, pointer: str, value: object, place: str) -> None:
    """`place` is relative to the altered place, or with `^` to the one above it."""
    above = pointer.rpartition("/")[0]
    expected = above + place[1:] if place.startswith("^") else pointer + place
    assert (rule, expected) in found(altered(pointer, value))


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        (f"{SCHEMAS}/Dog/properties/a", {"type": ["string", "null"], "default": None}),
        (f"{SCHEMAS}/Dog/properties/a", {"type": "number", "default": 1, "exclusiveMinimum": True}),
        (f"{SCHEMAS}/Dog/properties/a", {"type": "integer", "default": 1.0, "exclusiveMinimum": 3}),
        (f"{SCHEMAS}/Dog/properties/a", {"additionalProperties": False, "items": {}}),
        (f"{SCHEMAS}/a.b-c_D", {"$ref": "#/paths/~1pets~1%7BpetId%7D/get/parameters/0/schema"}),
        (f"{SCHEMAS}/Alias", {"$ref": "#/components/schemas/Cat"}),
        ("/paths/~1pets~1{petId}~1{file}.{type}", {"x-y": {}, "description": "d"}),
        ("/paths/~1mine", {"$ref": "#/paths/~1pets"}),
        ("/x-extra", {"$ref": "#/nowhere"}),
        ("/components/securitySchemes/a", {"type": "http", "scheme": "Bearer"}),
        *(
            (f"{GET}/parameters", [{"name": "x", "in": "query", "content": {kind: {"schema": {"type": type_}}}}])
            for kind, type_ in (
                ("application/xml", "string"),
                ("application/x-www-form-urlencoded", "object"),
                ("application/a+json", "array"),
            )
        ),
        ("/components/securitySchemes/a", {"$ref": "#/components/securitySchemes/key"}),
        ("/paths/~1pets/post/requestBody/content/application~1x-www-form-urlencoded", SUM),
        ("/paths/~1pets/post/requestBody/content/multipart~1form-data", {"encoding": {"a": {"headers": {}}}}),
        ("/components/responses/pet/content/multipart~1form-data", SUM),
    ],
)
def test_what_is_fine_is_left_alone(pointer: str, value: object) -> None:
    assert found(altered(pointer, value)) == []


@pytest.mark.parametrize(("type_", "told"), [("string", True), (["string", "null"], False), ("null", False)])
def test_nullable_is_a_word_of_openapi_3_0(type_: object, told: bool) -> None:
    schemas = {"A": {"type": type_, "nullable": True}}
    document = {"openapi": "3.1.0", "info": {}, "paths": {}, "components": {"schemas": schemas}}
    assert found(Document("a.yaml", document)) == [("nullable-ignored", f"{SCHEMAS}/A/nullable")] * told
    assert not found(Document("a.yaml", {**document, "openapi": "3.0.3"})) or isinstance(type_, list)


def test_a_message_names_the_thing() -> None:
    (problem,) = lint(altered("/paths/~1a~1{b}", {"get": {"responses": {}}}))
    assert problem.message == "path parameter `b` of GET /a/{b} is not declared"
    assert problem.remedy == "Declare a parameter with `name: b`, `in: path` and `required: true`."
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(
    ("scheme", "named", "remedy"),
    [
        ({"type": "http", "scheme": "HMAC"}, "`own` (http HMAC)", "with an `auth`, or `headers=`."),
        ({"type": "mutualTLS"}, "`own` (mutualTLS)", "SSL context with a certificate."),
    ],
)
def test_a_scheme_that_no_argument_fills_is_told_with_a_way_out(scheme: object, named: str, remedy: str) -> None:
    (problem,) = lint(altered("/components/securitySchemes/own", scheme))
    assert problem.message == f"no argument of a client is for the security scheme {named}"
    assert problem.remedy.startswith("Give the client a `http_client=`")
    assert problem.remedy.endswith(remedy)
    assert problem.severity is Severity.WARNING


def test_a_chain_is_reported_where_it_breaks_and_once() -> None:
    document = altered(f"{SCHEMAS}/Animal", {"$ref": "#/components/schemas/None"})
    unresolved = [pointer for rule, pointer in found(document) if rule == "reference-unresolved"]
    assert unresolved == ["/components/schemas/Animal"]


def test_every_rule_is_a_manual_page() -> None:
    assert len({code(rule) for rule in RULES}) == len(RULES)
    assert all(rule.__doc__ and rule.__doc__.split("\n")[0].endswith((".", ":", ",", "`")) for rule in RULES)


TOKENS = st.sampled_from(
    ["$ref", "schema", "properties", "items", "allOf", "type", "required", "0", "parameters", "responses", "a/~b", ""]
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text("#/ax{}~%", max_size=3) | TOKENS
REFERENCES = st.sampled_from(
    ["#", "#/", "#/paths", "#/components/schemas/Cat", "#/components/schemas/Pet/oneOf/0", "#/paths/~1pets", "#/tags/0"]
)
JSON = st.recursive(
    SCALARS | REFERENCES.map(lambda reference: {"$ref": reference}),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TOKENS, inner, max_size=3),
    max_leaves=6,
)


def _places(value: JsonValue) -> list[tuple[Any, Any]]:
    """Every container with every key of it."""
    children: list[tuple[Any, JsonValue]] = []
    if isinstance(value, dict):
        children.extend(value.items())
    elif isinstance(value, list):
        children.extend(enumerate(value))
    return [(value, key) for key, _ in children] + [place for _, child in children for place in _places(child)]


@settings(derandomize=True, deadline=None, max_examples=300)
@given(data=st.data())
def test_no_rule_raises_on_any_json(data: st.DataObject) -> None:
    document = copy.deepcopy(PETS)
    for _ in range(data.draw(st.integers(1, 3))):
        places = _places(document)
        holder, key = places[data.draw(st.integers(0, len(places) - 1))]
        holder[key] = data.draw(JSON)
    lint(Document("pets.yaml", document))


def test_time_grows_with_the_document_only() -> None:
    schemas = {f"S{i}": {"allOf": [{"$ref": f"#/components/schemas/S{i + 1}"}]} for i in range(5_000)}
    document = altered(SCHEMAS, {**PETS["components"]["schemas"], **schemas, "S5000": {}})
    assert found(document) == []
