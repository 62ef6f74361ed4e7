"""What is made of samples: schemas, names, parameters and credentials, as the document would have them."""

from __future__ import annotations

import json
import shlex
from typing import Any

import pytest

from specwright.scaffold.material import Answer
from specwright.scaffold.notes import INFERRED, Note, Sureness
from specwright.scaffold.proposal import Proposal, propose
from specwright.scaffold.source import read_text
from specwright.scaffold.sources import from_curl

NEW: dict[str, Any] = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {}}
OLD = {**NEW, "openapi": "3.0.3"}
UUID = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"


def proposed(document: Any, curl: str, *answers: Answer, merge: bool = False) -> Proposal:
    return propose(read_text(json.dumps(document), "spec.json"), from_curl(curl, "c", answers, ""), merge=merge)


def scaffolded(document: Any, curl: str, *answers: Answer, merge: bool = False) -> Any:
    return proposed(document, curl, *answers, merge=merge).spliced.document.value


def sent(document: Any, body: Any, method: str = "POST", path: str = "/things") -> Any:
    """The document with an operation that takes a body."""
    return scaffolded(document, f"curl -X {method} https://a.b{path} --json {shlex.quote(json.dumps(body))}")


def schema_of(body: Any, document: Any = NEW) -> Any:
    """The schema of the one member that a body has."""
    return sent(document, {"it": body})["components"]["schemas"]["CreateThingRequest"]["properties"]["it"]


@pytest.mark.parametrize(
    ("value", "schema"),
    [
        ("text", {"type": "string"}),
        ("<string>", {"type": "string"}),
        (True, {"type": "boolean"}),
        (1, {"type": "integer", INFERRED: "integer or number"}),
        (1.0, {"type": "number"}),
        (None, {INFERRED: "anything: no sample shows it"}),
        (UUID, {"type": "string", "format": "uuid", INFERRED: "format"}),
        ("2024-02-29", {"type": "string", "format": "date", INFERRED: "format"}),
        ("2023-02-29", {"type": "string"}),
        ("2023-11-07T05:31:56Z", {"type": "string", "format": "date-time", INFERRED: "format"}),
        ("2023-11-07T25:31:56Z", {"type": "string"}),
        ([], {"type": "array", "items": {}, INFERRED: "items"}),
        (["a", "b"], {"type": "array", "items": {"type": "string"}}),
        ([1, 2.5], {"type": "array", "items": {"type": "number"}}),
        (["a", None], {"type": "array", "items": {"type": ["string", "null"]}}),
        ([True, "a"], {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "boolean"}]}}),
        ({}, {"type": "object", "additionalProperties": True, INFERRED: "members"}),
        ({"1": True, "2": False}, {"type": "object", "additionalProperties": {"type": "boolean"}, INFERRED: "map"}),
    ],
)
def test_a_sample_gives_a_schema_and_says_what_it_could_not_know(value: Any, schema: Any) -> None:
    assert schema_of(value) == schema


def test_null_is_said_as_the_version_says_it() -> None:
    assert schema_of(["a", None], OLD)["items"] == {"type": "string", "nullable": True}
    schemas = sent(OLD, [{"pot": {"a": 1}}, {"pot": None}])["components"]["schemas"]
    (name,) = [name for name, schema in schemas.items() if "pot" in schema["properties"]]
    assert schemas[name]["properties"]["pot"] == {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Pot"}]}


def test_objects_get_names_and_equal_ones_share_one() -> None:
    side = {"x": 1.5, "y": 1.5, "z": 1.5}
    schemas = sent(NEW, {"left_sides": [side], "right_sides": [side], "lid": {"a": True}})["components"]["schemas"]
    assert set(schemas) == {"LeftSide", "Lid", "CreateThingRequest"}
    assert schemas["CreateThingRequest"]["properties"]["right_sides"]["items"] == {
        "$ref": "#/components/schemas/LeftSide"
    }


def test_names_are_those_that_components_may_have() -> None:
    schemas = sent(NEW, {"größe": {"a": True}, "日本": {"b": True}, "a b/c~d": {"c": True}, "": {"d": True}})
    assert set(schemas["components"]["schemas"]) == {
        "Gre",
        "Schema",
        "ABCD",
        "CreateThingRequestSchema",
        "CreateThingRequest",
    }


def with_schemas(**schemas: Any) -> Any:
    return {**NEW, "components": {"schemas": schemas}}


def test_a_schema_that_is_there_is_used_where_it_fits() -> None:
    pot = {"type": "object", "properties": {"a": {"type": "integer"}, "b": {"type": "string"}, "c": {"type": "string"}}}
    document = with_schemas(Teapot=pot)
    same = proposed(document, "curl https://a.b/pots/7", Answer("200", ({"a": 1, "b": "x", "c": "y"},)))
    assert same.spliced.document.value["components"] == document["components"]
    assert Note(Sureness.REUSED, "Pot", "the schema `Teapot`, whose shape is the same") in same.notes
    fewer = proposed(with_schemas(Pot=pot), "curl https://a.b/pots/7", Answer("200", ({"a": 1},)))
    assert Note(Sureness.REUSED, "Pot", "the schema `Pot`, whose members `b`, `c` no sample shows") in fewer.notes
    other: Any = scaffolded(with_schemas(Pot=pot), "curl https://a.b/pots/7", Answer("200", ({"a": "no"},)))
    assert set(other["components"]["schemas"]) == {"Pot", "Pot2"}


def test_null_of_the_old_version_is_heard_where_a_schema_may_fit() -> None:
    pot = {"type": "object", "properties": {"a": {"type": "string", "nullable": True}}}
    lid = {"type": "object", "properties": {"pot": {"allOf": [{"$ref": "#/components/schemas/Pot"}], "nullable": True}}}
    document = {**OLD, "components": {"schemas": {"Pot": pot, "Lid": lid}}}
    for lids in ({"pot": {"a": None}}, {"pot": None}):
        assert (
            scaffolded(document, "curl https://a.b/lids/7", Answer("200", (lids,)))["components"]
            == document["components"]
        )
    other = scaffolded(document, "curl https://a.b/lids/7", Answer("200", ({"pot": {"a": 1}},)))
    assert set(other["components"]["schemas"]) == {"Pot", "Lid", "LidPot", "Lid2"}


def test_notes_go_by_the_names_that_schemas_got() -> None:
    document = with_schemas(Pot={"type": "object", "properties": {"n": {"type": "string"}}})
    other = proposed(document, "curl https://a.b/pots/7", Answer("200", ({"n": 1},)))
    assert {note.place for note in other.notes if note.sureness is Sureness.INFERRED} == {"{pot_id}", "Pot2.n"}
    same = proposed(document, "curl https://a.b/pots/7", Answer("200", ({"n": "x"},)))
    assert not [note for note in same.notes if note.sureness is Sureness.UNKNOWN]


def with_operations(*operations: tuple[str, str, str]) -> Any:
    paths: dict[str, Any] = {}
    for method, path, name in operations:
        paths.setdefault(path, {})[method] = {"operationId": name, "tags": ["Pots"], "responses": {}}
    return {**NEW, "paths": paths}


@pytest.mark.parametrize(
    ("document", "method", "path", "name"),
    [
        (NEW, "GET", "/v2/things", "list_things"),
        (NEW, "GET", "/things/{id}", "get_thing"),
        (NEW, "POST", "/things", "create_thing"),
        (NEW, "DELETE", "/things/{id}", "delete_thing"),
        (
            with_operations(("get", "/pots", "listPots"), ("get", "/pots/{id}", "getPot")),
            "PUT",
            "/pots/{id}",
            "updatePot",
        ),
        (with_operations(("get", "/pots", "list-pots")), "POST", "/pots", "create-pot"),
        (with_operations(("get", "/pots", "ListPots")), "POST", "/pots", "CreatePot"),
        (with_operations(("get", "/pots", "read_pots_get")), "POST", "/pots", "create_pot_pots_post"),
        (with_operations(("get", "/pots", "create_pot")), "POST", "/pots", "create_pot_2"),
    ],
)
def test_an_operation_is_named_as_the_others_are(document: Any, method: str, path: str, name: str) -> None:
    grown = scaffolded(document, f"curl -X {method} https://a.b{path}")
    assert grown["paths"][path][method.lower()]["operationId"] == name


def test_a_request_is_named_as_the_others_are() -> None:
    document: Any = with_operations(("post", "/pots", "create_pot"))
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/PotCreateInput"}}}
    document["paths"]["/pots"]["post"]["requestBody"] = {"content": content}
    document["components"] = {"schemas": {"PotCreateInput": {"type": "object"}}}
    assert "LidCreateInput" in sent(document, {"a": True}, path="/lids")["components"]["schemas"]


@pytest.mark.parametrize(
    ("known", "path", "template"),
    [
        ([], f"/pots/{UUID}", "/pots/{pot_id}"),
        ([], "/pots/12/lids/7", "/pots/{pot_id}/lids/{lid_id}"),
        ([], "/pots/pot_9s6XKzkNRiz8i3", "/pots/{pot_id}"),
        ([], "/pots/deadbeefdeadbeef", "/pots/{pot_id}"),
        ([], "/v2/pots/mine", "/v2/pots/mine"),
        ([], "/pots/a%2Fb%20c", "/pots/a%2Fb%20c"),
        ([], "/pots/:potId/{{lid}}", "/pots/{potId}/{lid}"),
        ([], "/pots/$POT_ID/%7Blid%7D", "/pots/{pot_id}/{lid}"),
        (["/pots/{pot}"], f"/pots/{UUID}/lids", "/pots/{pot}/lids"),
        (["/pots/{pot}"], "/pots/mine", "/pots/mine"),
        (["/pots/{pot}/lids"], "/pots/mine/lids", "/pots/{pot}/lids"),
        (["/pots/{pot}"], "/pots/{other}", "/pots/{pot}"),
        (["/pans/{panId}"], "/pots/12", "/pots/{potId}"),
    ],
)
def test_parameters_of_a_path_are_recognised(known: list[str], path: str, template: str) -> None:
    document = {**NEW, "paths": {each: {"get": {"responses": {}}} for each in known}}
    grown = scaffolded(document, f"curl -X PUT 'https://a.b{path}'")
    (added,) = [each for each, item in grown["paths"].items() if "put" in item]
    assert added == template
    names = [each["name"] for each in grown["paths"][added]["put"].get("parameters", [])]
    assert all(f"{{{name}}}" in template for name in names)
    assert len(names) == template.count("{")


def test_a_parameter_is_what_other_paths_say_and_is_not_said_twice() -> None:
    parameter = {"name": "pot", "in": "path", "required": True, "schema": {"type": "string", "pattern": "^p"}}
    document = {**NEW, "paths": {"/pots/{pot}": {"parameters": [parameter], "get": {"responses": {}}}}}
    assert "parameters" not in scaffolded(document, "curl -X PUT https://a.b/pots/12")["paths"]["/pots/{pot}"]["put"]
    lids = scaffolded(document, "curl -X PUT https://a.b/pots/12/lids")["paths"]["/pots/{pot}/lids"]["put"]
    assert lids["parameters"] == [parameter]


def test_the_path_of_a_server_is_not_part_of_the_template() -> None:
    document = {**NEW, "servers": [{"url": "https://a.b/api"}]}
    assert list(scaffolded(document, "curl https://a.b/api/pots")["paths"]) == ["/pots"]
    proposal = proposed(document, "curl https://other.b/pots")
    assert [note.place for note in proposal.notes if "server" in note.message] == ["https://other.b"]


@pytest.mark.parametrize(
    ("options", "scheme"),
    [
        ("-H 'Authorization: Bearer SECRET'", {"type": "http", "scheme": "bearer"}),
        ("-H 'Authorization: Basic SECRET'", {"type": "http", "scheme": "basic"}),
        ("-H 'Authorization: SECRET'", {"type": "apiKey", "in": "header", "name": "Authorization"}),
        ("-H 'X-Api-Key: SECRET' -H 'Accept: x'", {"type": "apiKey", "in": "header", "name": "X-Api-Key"}),
        ("-H 'X-Auth-Token: SECRET'", {"type": "apiKey", "in": "header", "name": "X-Auth-Token"}),
        ("-b 'sid=SECRET; theme=SECRET'", {"type": "apiKey", "in": "cookie", "name": "sid"}),
        ("-H 'Cookie: anything=SECRET'", {"type": "apiKey", "in": "cookie", "name": "anything"}),
        ("-u me:SECRET", {"type": "http", "scheme": "basic"}),
        ("--oauth2-bearer SECRET", {"type": "http", "scheme": "bearer"}),
        ("-G -d api_key=SECRET", {"type": "apiKey", "in": "query", "name": "api_key"}),
    ],
)
def test_a_credential_is_a_security_scheme_and_nothing_else(options: str, scheme: Any) -> None:
    spliced = proposed(NEW, f"curl https://a.b/pots {options}").spliced.document
    grown: Any = spliced.value
    ((name, found),) = grown["components"]["securitySchemes"].items()
    assert found == scheme
    assert grown["paths"]["/pots"]["get"]["security"] == [{name: []}]
    assert "parameters" not in grown["paths"]["/pots"]["get"]
    assert "SECRET" not in spliced.text
    again = scaffolded(grown, f"curl https://a.b/lids {options}")
    assert again["components"] == grown["components"]


def test_a_key_that_is_no_credential_is_a_header() -> None:
    operation = scaffolded(NEW, "curl -X PUT https://a.b/pots -H 'Idempotency-Key: 1'")["paths"]["/pots"]["put"]
    assert [each["name"] for each in operation["parameters"]] == ["Idempotency-Key"]
    assert "security" not in operation


def test_forms_and_other_bodies_are_what_they_are_sent_as() -> None:
    form = scaffolded(NEW, "curl https://a.b/pots -d 'a=1&b=x&b=y&c=true'")
    assert list(form["paths"]["/pots"]["post"]["requestBody"]["content"]) == ["application/x-www-form-urlencoded"]
    fields = form["components"]["schemas"]["CreatePotRequest"]["properties"]
    assert {name: schema["type"] for name, schema in fields.items()} == {"a": "integer", "b": "array", "c": "boolean"}
    upload = scaffolded(NEW, "curl https://a.b/pots -F a=x -F 'f=@secret.png'")
    assert list(upload["paths"]["/pots"]["post"]["requestBody"]["content"]) == ["multipart/form-data"]
    fields = upload["components"]["schemas"]["CreatePotRequest"]["properties"]
    assert fields["f"] == {"type": "string", "format": "binary"}
    only = scaffolded(NEW, "curl https://a.b/pots -F 'f=@secret.png'")
    assert "secret" not in json.dumps(only)
    text = scaffolded(NEW, "curl https://a.b/pots -H 'Content-Type: text/plain' -d hello")
    content = text["paths"]["/pots"]["post"]["requestBody"]["content"]
    assert content == {"text/plain": {"schema": {"type": "string"}}}
    lazy = scaffolded(NEW, """curl https://a.b/pots -d '{"a": true}'""")
    assert list(lazy["paths"]["/pots"]["post"]["requestBody"]["content"]) == ["application/json"]


def test_an_answer_without_a_sample_is_what_others_answer() -> None:
    document: Any = with_operations(("get", "/pots", "list_pots"))
    gone = {"description": "No such pot", "content": {"application/json": {"schema": {"type": "object"}}}}
    document["paths"]["/pots"]["get"]["responses"] = {"404": gone}
    grown = scaffolded(document, "curl -X PUT https://a.b/pots/12", Answer("404"), Answer("410"))
    operation = grown["paths"]["/pots/{pot_id}"]["put"]
    assert operation["responses"] == {"404": gone, "410": {"description": "Gone"}}
    assert operation["tags"] == ["Pots"]


SHAPES = {
    "type": "object",
    "required": ["n"],
    "properties": {
        "n": {"type": "integer", "description": "How many"},
        "s": {"type": "string"},
        "e": {"type": "string", "enum": ["a", "b"]},
        "r": {"$ref": "#/components/schemas/Inner"},
        "l": {"type": "array", "items": {"type": "integer"}},
        "m": {"type": "object", "additionalProperties": {"type": "integer"}},
        "u": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        "f": {"type": "object", "additionalProperties": True},
    },
}


def widened(sample: Any, document: Any = NEW) -> tuple[Any, set[tuple[str, str]]]:
    """The schemas of a document whose operation was widened by a sample, and what was said of it."""
    inner = {"type": "object", "properties": {"x": {"type": "integer"}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Outer"}}}
    whole = {
        **document,
        "paths": {"/pots": {"post": {"requestBody": {"content": content}, "responses": {"200": {"description": ""}}}}},
        "components": {"schemas": {"Outer": SHAPES, "Inner": inner}},
    }
    proposal = proposed(whole, f"curl https://a.b/pots --json {shlex.quote(json.dumps(sample))}", merge=True)
    said = {(note.place, note.message) for note in proposal.notes if note.sureness is Sureness.WIDENED}
    grown: Any = proposal.spliced.document.value
    return grown["components"]["schemas"], said


def test_merge_widens_by_what_a_sample_shows() -> None:
    sample = {
        "n": 1.5, "s": None, "e": "c", "r": {"x": 2.5, "y": "new"}, "l": [1, 0.5], "m": {"k": 1.5}, "u": 2.5,
        "f": {"z": 1}, "new": {"k": True},
    }  # fmt: skip
    schemas, said = widened(sample)
    properties = schemas["Outer"]["properties"]
    assert properties["n"] == {"type": "number", "description": "How many"}
    assert properties["s"] == {"type": ["string", "null"]}
    assert properties["e"]["enum"] == ["a", "b", "c"]
    assert schemas["Inner"]["properties"] == {"x": {"type": "number"}, "y": {"type": "string"}}
    assert properties["l"]["items"] == {"type": "number"}
    assert properties["m"]["additionalProperties"] == {"type": "number"}
    assert properties["u"]["anyOf"] == [{"type": "number"}, {"type": "null"}]
    assert properties["f"] == SHAPES["properties"]["f"]
    assert properties["new"] == {"$ref": "#/components/schemas/New"}
    assert schemas["Outer"]["required"] == ["n"]
    number = "a number, and no longer an integer only"
    assert said == {
        ("Outer.n", number), ("Outer.s", "may be null"), ("Outer.e", "the enumeration gets `c`"), ("Inner.x", number),
        ("Inner.y", "a new member"), ("Outer.l[]", number), ("Outer.m.*", number), ("Outer.u", number),
        ("Outer.new", "a new member"),
    }  # fmt: skip


def test_merge_fills_in_what_no_sample_had_shown() -> None:
    first = sent(NEW, {"a": None, "b": [], "c": {}})
    body = shlex.quote(json.dumps({"a": {"x": True}, "b": [{"y": True}], "c": {"z": True}}))
    second = scaffolded(first, f"curl https://a.b/things --json {body}", merge=True)["components"]["schemas"]
    properties = second["CreateThingRequest"]["properties"]
    assert properties["a"] == {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}]}
    assert properties["b"] == {"type": "array", "items": {"$ref": "#/components/schemas/BItem"}, INFERRED: "items"}
    assert properties["c"]["properties"] == {"z": {"type": "boolean"}}
    assert properties["c"]["additionalProperties"] is True


def test_merge_takes_nothing_away() -> None:
    schemas, said = widened({"n": 1})
    assert schemas["Outer"] == SHAPES
    assert said == set()


def test_merge_says_null_as_the_version_says_it() -> None:
    schemas, _ = widened({"n": 1, "s": None, "r": None}, OLD)
    assert schemas["Outer"]["properties"]["s"] == {"type": "string", "nullable": True}
    assert schemas["Outer"]["properties"]["r"] == {"nullable": True, "allOf": [{"$ref": "#/components/schemas/Inner"}]}


def test_merge_adds_answers_and_parameters() -> None:
    document: Any = with_operations(("get", "/pots", "list_pots"))
    grown = scaffolded(
        document, "curl 'https://a.b/pots?size=3'", Answer("200", ([{"a": True}],)), Answer("404"), merge=True
    )
    operation = grown["paths"]["/pots"]["get"]
    assert list(operation["responses"]) == ["200", "404"]
    assert [each["name"] for each in operation["parameters"]] == ["size"]
    assert scaffolded(grown, "curl 'https://a.b/pots?size=4'", Answer("404"), merge=True) == grown
