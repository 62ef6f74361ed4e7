"""Validation: what the schema of OpenAPI objects to, told shortly, at its place and once."""

from __future__ import annotations

import copy
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openapi_spec_validator import OpenAPIV30SpecValidator, schemas

from specwright.ir import Location
from specwright.problem import Problem, Refusal, Severity, failed
from specwright.read.lint import lint
from specwright.read.load import Document
from specwright.read.references import lookup
from specwright.read.validate import doubts, schema_of, unsaid, validate

PETS: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Pets", "version": "1"},
    "paths": {
        "/pets": {
            "get": {
                "parameters": [{"name": "limit", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"description": "pets"}},
            }
        }
    },
    "components": {
        "schemas": {"Pet": {"type": "object", "properties": {"name": {"type": "string"}}}},
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    },
}


def found(document: Document) -> tuple[Problem, ...]:
    """Everything that is wrong with a document."""
    validated = validate(document)
    doubtful = unsaid(doubts(document), validated.problems) if validated.sound else ()
    return (*validated.problems, *doubtful)


def altered(version: str, pointer: str, value: object) -> Document:
    """The document of the pets, of a version, with another value at a place; `...` removes it."""
    document = {**copy.deepcopy(PETS), "openapi": version}
    parent, _, token = pointer.rpartition("/")
    holder: Any = lookup(document, parent)
    if value is ...:
        del holder[token]
    else:
        holder[token.replace("~1", "/")] = value
    return Document("pets.yaml", document)


def told(document: Document) -> list[tuple[str, str]]:
    """Pointer and message of every problem."""
    return [(p.location.pointer, p.message) for p in found(document) if isinstance(p.location, Location)]


@pytest.mark.parametrize("version", ["3.0.0", "3.0.4", "3.1.0", "3.1.1"])
def test_nothing_is_wrong_with_the_pets(version: str) -> None:
    assert found(Document("pets.yaml", {**PETS, "openapi": version})) == ()


PET = "/components/schemas/Pet"
GET = "/paths/~1pets/get"


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
@pytest.mark.parametrize(
    ("pointer", "value", "place", "message"),
    [
        ("/info/version", ..., "^", "`version` is missing"),
        ("/info/title", 3, "", "3 is not of type string"),
        (f"{GET}/responses/200", {}, "", "`description` is missing"),
        (f"{GET}/tag", [], "", "`tag` has no place here"),
        (f"{GET}/parameters/0/in", "body", "", "{} is none of: "),
        (f"{GET}/parameters/0/name", ..., "^", "`name` is missing"),
        (f"{PET}/properties/name", {"$ref": 3}, "/$ref", "3 is not of type string"),
        (f"{PET}/properties/name", {"xml": [], "title": 3}, "/title", "3 is not of type string"),
        ("/components/securitySchemes/key/in", "body", "", '"body" is none of: '),
        ("/components/securitySchemes/key/type", "basic", "", '"basic" is none of: apiKey, http, '),
        ("/components/securitySchemes/key/name", ..., "^", "`name` is missing"),
    ],
)
def test_an_objection_names_what_is_wrong_where_it_is(
    version: str, pointer: str, value: object, place: str, message: str
) -> None:
    expected = pointer.rpartition("/")[0] if place == "^" else pointer + place
    problems = dict(told(altered(version, pointer, value)))
    assert expected in problems
    assert problems[expected].startswith(message.replace("{}", '"body"'))


@pytest.mark.parametrize(
    ("version", "pointer", "value", "message"),
    [
        ("3.1.0", f"{PET}/exclusiveMinimum", True, "true is not of type number"),
        ("3.0.3", f"{PET}/exclusiveMinimum", 3, "3 is not of type boolean"),
        ("3.0.3", f"{PET}/const", 3, "`const` has no place here"),
    ],
)
def test_a_schema_is_judged_by_its_version(version: str, pointer: str, value: object, message: str) -> None:
    assert told(altered(version, pointer, value)) == [(pointer, message)]


def test_a_foreign_dialect_is_not_judged() -> None:
    document = altered("3.1.0", PET, {"exclusiveMinimum": True})
    document.value["jsonSchemaDialect"] = "http://json-schema.org/draft-04/schema#"
    assert not failed(found(document))


def test_everything_is_told_at_once_in_order() -> None:
    document = altered("3.0.3", "/info", {"version": 1})
    document.value["paths"]["/pets"]["get"]["responses"]["200"] = {}
    document.value["components"]["schemas"]["Pet"]["foo"] = 1
    assert told(document) == [
        (f"{PET}/foo", "`foo` has no place here"),
        ("/info", "`title` is missing"),
        ("/info/version", "1 is not of type string"),
        (f"{GET}/responses/200", "`description` is missing"),
    ]


def test_messages_are_short() -> None:
    document = altered("3.0.3", "/paths", {"pets": {str(i): "x" * 100 for i in range(1_000)}, "/a": ["x" * 20_000]})
    assert all(len(message) < 200 for _, message in told(document))


def test_what_lint_says_is_not_said_again() -> None:
    for pointer, value in ((f"{PET}/type", "strin"), (f"{GET}/responses/2xx", {"description": "d"}), (f"{PET} X", {})):
        for version in ("3.0.3", "3.1.0"):
            document = altered(version, pointer, value)
            assert [problem.location for problem in lint(document)] == [Location("pets.yaml", pointer)]
            assert found(document) == lint(document)


def test_a_wrong_format_is_only_a_warning() -> None:
    problems = found(altered("3.0.3", f"{PET}/pattern", "("))
    assert {problem.severity for problem in problems} == {Severity.WARNING}


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"swagger": "2.0"}, "openapi-version-unsupported"),
        ({"info": {}}, "openapi-version-missing"),
        ({"openapi": 3.1}, "openapi-version-unsupported"),
        ({"openapi": "2.0"}, "openapi-version-unsupported"),
        ({"openapi": "3.10.0"}, "openapi-version-unsupported"),
        ({"openapi": "4.0.0"}, "openapi-version-unsupported"),
    ],
)
def test_another_version_is_refused(value: dict[str, Any], expected: str) -> None:
    with pytest.raises(Refusal) as caught:
        found(Document("pets.yaml", value))
    assert caught.value.findings
    assert [problem.code for problem in caught.value.problems] == [expected]


def test_a_converter_is_named_for_swagger() -> None:
    with pytest.raises(Refusal) as caught:
        found(Document("pets.yaml", {"swagger": "2.0"}))
    assert "swagger2openapi" in caught.value.problems[0].remedy


def test_openapi_3_2_is_accepted() -> None:
    assert found(Document("pets.yaml", {**PETS, "openapi": "3.2.0"})) == ()


ON_ITS_WALK: list[tuple[str, object]] = [
    ("/paths/~1a~1{b}", {"get": {"responses": {"200": {"description": "d"}}}}),
    (f"{GET}/parameters", [{"name": "a", "in": "query", "schema": {}}] * 2),
    ("/paths/~1a", {"get": {"responses": {"200": {"$ref": "#/components/responses/none"}}}}),
    (f"{PET}/default", 3),
    ("/tags", [{"name": "a"}, {"name": "a"}]),
    (f"{PET}/properties/a", {"type": "strin"}),
]


@pytest.mark.parametrize(
    ("pointer", "value"),
    ON_ITS_WALK,
)
def test_what_openapi_spec_validator_finds_on_its_walk_is_found(pointer: str, value: object) -> None:
    document = altered("3.0.3", pointer, value)
    assert _objects(document.value)
    assert found(document)


def _objects(value: dict[str, Any]) -> bool:
    """Whether openapi-spec-validator objects to a document, by yielding or by raising."""
    try:
        return any(True for _ in OpenAPIV30SpecValidator(value).iter_errors())
    except Exception:  # it raises whatever its libraries raise
        return True


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_doubt_is_told_once_and_at_its_place(version: str) -> None:
    document = altered(version, f"{PET}/properties/a", {"type": "string", "pattern": "^x", "default": ""})
    assert [(each.code, each.location) for each in found(document)] == [
        ("document-doubtful", Location("pets.yaml", f"{PET}/properties/a/default"))
    ]


def test_a_doubt_about_what_a_reference_leads_to_is_told_there() -> None:
    schema = {"allOf": [{"type": "object", "properties": {"b": {}}}], "required": ["c"]}
    document = altered("3.0.3", PET, schema)
    assert [(each.code, each.location) for each in found(document)] == [
        ("document-doubtful", Location("pets.yaml", PET))
    ]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_a_pattern_that_only_python_cannot_read_is_no_matter(version: str) -> None:
    document = altered(version, f"{PET}/properties/a", {"type": "string", "pattern": "^\\p{Han}+$"})
    assert found(document) == ()


def test_a_large_document_is_no_matter() -> None:
    operation = {"responses": {"200": {"description": "d"}}}
    document = altered("3.0.3", "/paths", {f"/p{i}": {"get": operation, "put": operation} for i in range(10_000)})
    started = time.perf_counter()
    assert not failed(found(document))
    assert time.perf_counter() - started < 5


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("$ref/#x-", max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["$ref", "type", "in", "a"]), inner),
    max_leaves=6,
)
POINTERS = [
    "/info",
    "/paths",
    "/paths/~1pets",
    GET,
    f"{GET}/parameters",
    f"{GET}/responses",
    "/components",
    PET,
    f"{PET}/a",
]


@settings(derandomize=True, deadline=None, max_examples=200)
@given(version=st.sampled_from(["3.0.3", "3.1.0", "3.2.0"]), pointer=st.sampled_from(POINTERS), value=JSON)
def test_validation_never_raises(version: str, pointer: str, value: object) -> None:
    found(altered(version, pointer, value))


@pytest.mark.parametrize("version", ["3.0", "3.1", "3.2"])
def test_the_schemas_are_those_of_openapi_spec_validator(version: str) -> None:
    assert schema_of(version) == dict(getattr(schemas, f"schema_v{version.replace('.', '')}"))
