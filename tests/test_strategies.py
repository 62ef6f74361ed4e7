"""Strategies draw what the schema admits, all of it; the judge, equality and mutation see what a model does wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis.errors import NoSuchExample
from hypothesis.strategies import SearchStrategy
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from runtime.testing import draw
from runtime.testing.calls import body_arguments
from runtime.testing.case import BodyCase
from runtime.testing.equality import difference, same
from runtime.testing.json import Json, decode, encode
from runtime.testing.mutate import mutated
from runtime.testing.oracle import Oracle
from runtime.testing.outside import drawing_from
from specwright import ir
from specwright.emit.heights import Heights
from specwright.emit.layout import SETTLED, call, lay_out, listing
from specwright.emit.patterns import python_pattern
from specwright.emit.strategies import Compiler, strategies, words
from specwright.read.load import Document
from specwright.read.normalise import normalise

QUIET = settings(
    max_examples=100, database=None, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def document(schemas: dict[str, Any], version: str = "3.1.0") -> dict[str, Any]:
    return {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    }


def compiled(schemas: dict[str, Any], version: str = "3.1.0") -> dict[str, Callable[[], SearchStrategy[Json]]]:
    """The functions of a generated `strategies.py`, by schema."""
    value = document(schemas, version)
    api, _ = normalise(Document("t.yaml", value))
    oracle = Oracle(value)

    def valid(pointer: str, strategy: SearchStrategy[Json]) -> SearchStrategy[Json]:
        return strategy.filter(oracle.validator(pointer).accepts)

    namespace: dict[str, Any] = {name: getattr(draw, name) for name in draw.__all__} | {"valid": valid}
    for row in strategies(Compiler(api)):
        exec(f"def {row.name}():\n    return {row.expression.strip(SETTLED)}\n", namespace)
        namespace[row.name] = cache(namespace[row.name])
    return {row.schema: namespace[row.name] for row in strategies(Compiler(api))}


SCHEMAS: dict[str, Any] = {
    "Bounded": {"type": "integer", "minimum": 3, "exclusiveMaximum": 6},
    "Tenths": {"type": "number", "multipleOf": 0.1, "minimum": 0, "maximum": 1},
    "Strict": {"type": "number", "exclusiveMinimum": 0, "maximum": 1},
    "Moment": {"type": "string", "format": "date-time"},
    "Day": {"type": "string", "format": "date"},
    "Key": {"type": "string", "format": "uuid"},
    "Word": {"type": "string", "minLength": 2, "maxLength": 4},
    "Slug": {"type": "string", "pattern": "^[a-z0-9-]+$", "minLength": 30, "maxLength": 40},
    "Letters": {"type": "string", "pattern": r"^\p{Lu}\w*$"},
    "Choice": {"enum": ["a", 1, None, 2.5, {"x": [1]}]},
    "Pair": {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False, "minItems": 1},
    "Set": {"type": "array", "items": {"enum": [0, 1, 2, "x", True]}, "uniqueItems": True, "minItems": 3},
    "Tree": {
        "type": "object",
        "required": ["children"],
        "properties": {"children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}},
    },
    "Chain": {
        "type": "object",
        "required": ["next"],
        "properties": {"next": {"anyOf": [{"$ref": "#/components/schemas/Chain"}, {"type": "null"}]}},
    },
    "Endless": {"type": "object", "properties": {"never": {"$ref": "#/components/schemas/Impossible"}}},
    "Impossible": {
        "type": "object",
        "required": ["again"],
        "properties": {"again": {"$ref": "#/components/schemas/Impossible"}},
    },
    "Overlapping": {"oneOf": [{"type": "number", "minimum": 0}, {"type": "number", "maximum": 9}]},
    "Closed": {
        "type": "object",
        "properties": {"mountPath": {"type": "string"}, "size": {"type": "integer"}},
        "additionalProperties": False,
    },
    "Sized": {"type": "object", "additionalProperties": {"type": "integer"}, "minProperties": 2, "maxProperties": 3},
    "Open": {"type": "object", "properties": {"mountPath": {"type": "string"}, "note": {"type": "string"}}},
    "Record": {"type": "object", "required": ["text"], "properties": {"text": {"$ref": "#/components/schemas/Word"}}},
    "Anything": {},
    "Payment": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": ["card", "bank"]}, "number": {"type": "string"}, "iban": {"type": "string"}},
        "patternProperties": {"^x-": {"type": "integer"}},
        "additionalProperties": False,
        "if": {"properties": {"kind": {"const": "card"}}},
        "then": {"required": ["number"]},
        "else": {"required": ["iban"], "properties": {"number": False}},
    },
    "Dialled": {"type": "array", "items": {"type": "string"}, "contains": {"pattern": "^[+]"}, "maxItems": 2},
    "Quiet": {"type": "string", "enum": ["loud", "low", "mute"], "not": {"const": "loud"}},
    "Languages": {"type": "object", "propertyNames": {"pattern": "^[a-z]{2}$"}, "minProperties": 2},
}
POSSIBLE = [name for name in SCHEMAS if name != "Impossible"]


@pytest.mark.parametrize("name", POSSIBLE)
def test_every_payload_is_valid(name: str) -> None:
    judge = Oracle(document(SCHEMAS)).validator(f"/components/schemas/{name}")

    @QUIET
    @given(compiled(SCHEMAS)[name]())
    def run(payload: Json) -> None:
        assert judge.explain(payload) == ""
        assert same(decode(encode(payload)), payload)

    run()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Bounded", lambda value: value == 3),
        ("Bounded", lambda value: value == 5),
        ("Bounded", lambda value: isinstance(value, float)),
        ("Moment", lambda value: "t" in value),
        ("Moment", lambda value: value.endswith("z")),
        ("Moment", lambda value: len(value.partition(".")[2]) > 8),
        ("Moment", lambda value: ":60" in value),
        ("Day", lambda value: value.endswith("02-29")),
        ("Key", lambda value: value != value.lower()),
        ("Word", lambda value: len(value) == 2),
        ("Word", lambda value: len(value) == 4),
        ("Word", lambda value: any(ord(character) > 0xFFFF for character in value)),
        ("Choice", lambda value: isinstance(value, dict)),
        ("Pair", lambda value: len(value) == 1),
        ("Tree", lambda value: any(child["children"] for child in value["children"])),
        ("Closed", lambda value: value == {}),
        ("Closed", lambda value: len(value) == 2),
        ("Open", lambda value: "mount_path" in value),
        ("Open", lambda value: set(value) - {"mountPath", "note"} and "mountPath" in value),
        ("Payment", lambda value: value["kind"] == "card" and "iban" in value),
        ("Payment", lambda value: value["kind"] == "bank"),
        ("Payment", lambda value: any(name.startswith("x-") for name in value)),
        ("Dialled", lambda value: len(value) == 2 and not value[0].startswith("+")),
        ("Quiet", lambda value: value == "mute"),
        ("Languages", lambda value: len(value) == 3),
        ("Anything", lambda value: isinstance(value, int) and abs(value) > 2**64),
        ("Anything", lambda value: isinstance(value, list) and any(isinstance(item, dict) for item in value)),
    ],
)
def test_every_corner_is_drawn(name: str, wanted: Callable[[Any], bool]) -> None:
    assert find(compiled(SCHEMAS)[name](), wanted, settings=settings(QUIET, max_examples=5000)) is not None


@pytest.mark.parametrize(
    ("name", "unwanted"),
    [
        ("Closed", lambda value: set(value) - {"mountPath", "size"}),
        ("Endless", lambda value: "never" in value),
        ("Payment", lambda value: value["kind"] == "bank" and "number" in value),
        ("Anything", lambda value: value == 0 and str(value).startswith("-")),
    ],
)
def test_what_is_forbidden_is_never_drawn(name: str, unwanted: Callable[[Any], bool]) -> None:
    with pytest.raises(NoSuchExample):
        find(compiled(SCHEMAS)[name](), unwanted, settings=settings(QUIET, max_examples=500))


def test_what_a_condition_asks_for_is_steered_to_and_seldom_left_to_the_judge() -> None:
    """Without the judge, most of what is drawn is valid all the same."""
    api, _ = normalise(Document("t.yaml", document(SCHEMAS)))
    accepts = Oracle(document(SCHEMAS)).validator("/components/schemas/Payment").accepts
    schema = next(named.schema for named in api.schemas if named.name == "Payment")
    words_of_draw: dict[str, Any] = {name: getattr(draw, name) for name in draw.__all__}
    payloads = eval(lay_out(Compiler(api).expression(schema)), words_of_draw)
    found: list[bool] = []

    @QUIET
    @given(payloads)
    def run(payload: Json) -> None:
        found.append(accepts(payload))

    run()
    assert sum(found) > 0.9 * len(found)


def test_null_beside_anything_is_drawn_in_openapi_3_0() -> None:
    schemas = {
        "A": {"type": "string", "enum": ["x"], "nullable": True},
        "B": {"allOf": [{"type": "object"}], "nullable": True},
    }
    for name in schemas:
        judge = Oracle(document(schemas, "3.0.3")).validator(f"/components/schemas/{name}")
        assert find(compiled(schemas, "3.0.3")[name](), lambda value: value is None, settings=QUIET) is None
        assert judge.accepts(None)
        assert not judge.accepts(1)


def test_text_of_a_document_enters_as_a_literal_only() -> None:
    hostile = '"); import os; ("\\\n'
    schemas = {"A": {"type": "object", "properties": {hostile: {"enum": [hostile, "b"]}}, "required": [hostile]}}
    assert find(compiled(schemas)["A"](), lambda value: hostile in value, settings=QUIET)


def test_functions_never_take_the_names_of_their_words() -> None:
    api, _ = normalise(Document("t.yaml", document(SCHEMAS)))
    names = {row.schema: row.name for row in strategies(Compiler(api))}
    assert names["Record"] == "record_2"
    assert words(["record(required={'a': text()})", "strategies.lists", "[uuids]"]) == ("record", "text", "uuids")


def test_expression_of_a_schema_without_a_name() -> None:
    api, _ = normalise(Document("t.yaml", document(SCHEMAS)))
    expression = Compiler(api, "strategies.").expression(ir.Array(ir.Reference("Word"), max_items=3))
    assert lay_out(expression) == "lists(strategies.word(), max_size=3)"


# --- the tools --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"^a$", r"^a\Z"),
        (r"^[$]\$$", r"^[$]\$\Z"),
        (r"^(?<year>\d{4})-\k<year>$", r"^(?P<year>\d{4})-(?P=year)\Z"),
        (r"^\p{L}+[\p{Nd}_]$", r"^[A-Za-z]+[0-9_]\Z"),
        (r"^\u{1F600}\/\e$", r"^\U0001f600\/e\Z"),
        (r"(?<!a)b", r"(?<!a)b"),
        (r"[^]", r"[\s\S]"),
        (r"^[\p{Han}\p{sc=Greek}]\p{Sc}$", r"^[㐀㐁㐂㐃ͰͱͲͳ][\$¢£¤]\Z"),
        (r"\p{Unheard_Of}", None),
        (r"\P{L}", None),
        (r"(", None),
    ],
)
def test_patterns_become_those_of_python(pattern: str, expected: str | None) -> None:
    assert python_pattern(pattern) == expected
    assert expected is None or re.compile(expected)


def test_lengths_become_part_of_a_simple_pattern() -> None:
    assert python_pattern("^[a-z]+$", 0, 9) == r"^[a-z]{1,9}\Z"
    assert python_pattern("^[a-z]*$", 5) == r"^[a-z]{5,}\Z"


def test_lines_break_as_black_breaks_them() -> None:
    long = call("one_of", listing(*(f'"{"x" * 40}"' for _ in range(3))), call("none"))
    assert lay_out(call("f", "a", b="1")) == "f(a, b=1)"
    assert lay_out(long).splitlines()[:3] == ["one_of(", "    [", f'        "{"x" * 40}",']


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        (1, 1.0, True),
        (0, -0.0, True),
        (2**53 + 1, 2**53, False),
        (10**400, 10**400 + 1, False),
        (True, 1, False),
        (None, False, False),
        ({"a": 1, "b": 2}, {"b": 2.0, "a": 1}, True),
        ({"a": None}, {}, False),
        ([1, 2], [2, 1], False),
        ("é", "e\u0301", False),
        ("1", 1, False),
    ],
)
def test_equality_is_that_of_json(a: Json, b: Json, equal: bool) -> None:
    assert same(a, b) is same(b, a) is equal


def test_difference_names_the_place() -> None:
    assert difference({"a/b": [1, 2]}, {"a/b": [1, 3]}) == "/a~1b/1: 2 became 3"


def test_oracle_follows_references_on_the_way_and_asserts_three_formats() -> None:
    value = document({"Mail": {"type": "string", "format": "email"}, "Key": {"type": "string", "format": "uuid"}})
    value["paths"] = {"/a/{x}": {"post": {"requestBody": {"$ref": "#/components/requestBodies/Body"}}}}
    schema = {"$ref": "#/components/schemas/Key"}
    value["components"]["requestBodies"] = {"Body": {"content": {"application/json": {"schema": schema}}}}
    validator = Oracle(value).validator
    judge = validator("/paths/~1a~1{x}/post/requestBody/content/application~1json/schema")
    assert judge.accepts("A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11")
    assert '"x" is not a "uuid"' in judge.explain("x")
    assert validator("/components/schemas/Mail").accepts("nobody")
    with pytest.raises(KeyError):
        validator("/components/schemas/Missing")


def test_a_reference_is_judged_by_the_judge_of_what_it_leads_to() -> None:
    pet = {"type": "object", "required": ["id"], "properties": {"id": {"type": "integer", "readOnly": True}}}
    held = {"$ref": "#/components/schemas/Pet"}
    own = {"allOf": [held], "properties": {"id": {"readOnly": True}}}
    oracle = Oracle(document({"Pet": pet, "Alias": held, "Pets": {"type": "array", "items": held}, "Own": own}))
    judge = oracle.validator("/components/schemas/Pet")
    assert oracle.validator("/components/schemas/Alias") is oracle.validator("/components/schemas/Pets/items") is judge
    assert not judge.accepts({})
    assert oracle.validator("/components/schemas/Pets/items", "request").accepts({})
    assert oracle.validator("/components/schemas/Own/allOf/0", "request").accepts({})


def test_body_is_split_over_arguments() -> None:
    body = BodyCase("application/json", dict, draw.none, "", arguments={"mountPath": "mount_path"}, required=True)
    assert body_arguments(body, {"mountPath": 1, "x": None}) == {"mount_path": 1, "extra_body": {"x": None}}
    assert body_arguments(body, {}) == {}


# --- models that lie are found out ------------------------------------------------------------------------------------


class Honest(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")
    mountPath: str = ""
    note: str = ""

    def model_dump_json(self, **_: Any) -> str:
        return super().model_dump_json(exclude_unset=True)


class DropsAlias(Honest):
    mountPath: str = Field("", serialization_alias="mount_path")

    def model_dump_json(self, **_: Any) -> str:
        return BaseModel.model_dump_json(self, exclude_unset=True, by_alias=True)


class LeaksDefault(Honest):
    def model_dump_json(self, **_: Any) -> str:
        return BaseModel.model_dump_json(self)


class LosesUnknownKeys(Honest):
    model_config = ConfigDict(extra="ignore")


class SwallowsTwin(Honest):
    model_config = ConfigDict(populate_by_name=True)
    mountPath: str = Field("", alias="mountPath", validation_alias="mount_path")


class Coerces(Honest):
    model_config = ConfigDict(strict=False, coerce_numbers_to_str=True)


def proved(model: type[BaseModel], examples: int = 1000) -> None:
    judge = Oracle(document(SCHEMAS)).validator("/components/schemas/Open")
    payloads = compiled(SCHEMAS)["Open"]()

    @settings(QUIET, max_examples=examples, phases=[Phase.generate])
    @given(payloads, mutated(payloads))
    def run(payload: Json, broken: Json) -> None:
        assert difference(payload, decode(model.model_validate_json(encode(payload)).model_dump_json())) == ""
        if not judge.accepts(broken):
            with pytest.raises(ValidationError):
                model.model_validate_json(encode(broken))

    run()


def test_an_honest_model_is_proved() -> None:
    proved(Honest)


@pytest.mark.parametrize("model", [DropsAlias, LeaksDefault, LosesUnknownKeys, SwallowsTwin, Coerces])
def test_a_model_that_lies_is_found_out(model: type[BaseModel]) -> None:
    with pytest.raises((AssertionError, ValidationError, pytest.fail.Exception, ExceptionGroup)):
        proved(model)


def test_of_alternatives_that_are_alike_none_is_drawn() -> None:
    cat = {"type": "object", "properties": {"claws": {"type": "integer"}, "name": {"type": "string"}}}
    twin = {"type": "object", "properties": {"name": {"type": "string", "title": "N"}, "claws": {"type": "integer"}}}
    schemas = {"Cat": cat, "Both": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, twin]}}
    schemas |= {"Either": {"oneOf": [cat, twin, {"type": "object", "required": ["name"]}]}}
    api, _ = normalise(Document("t.yaml", document(schemas)))
    held = {named.name: named.schema for named in api.schemas}
    heights = Heights(held, {name: set(ir.references(schema)) for name, schema in held.items()})
    assert heights.of(ir.Reference("Both")) == math.inf
    assert heights.of(ir.Reference("Either")) == 1
    assert Compiler(api).why_not(ir.Reference("Both")) == "no value is valid for it"


@cache
def trees() -> SearchStrategy[Json]:
    """Numbers, and arrays of at least two of the same: some are too large to be drawn to their end."""
    return draw.one_of(draw.integers(), draw.lists(draw.deferred(trees), min_size=2))


def test_what_is_drawn_does_not_depend_on_what_was_drawn_before() -> None:
    value = drawing_from(trees())
    texts = [str(number) for number in range(50)]
    alone = {text: value(text) for text in texts}
    assert {text: value(text) for text in reversed(texts)} == alone
