"""Webhooks and callbacks: what they are called, what their bodies become, and what is refused."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any, Literal

import pytest
import yaml
from pydantic import BaseModel
from tests.built import build

from runtime.errors import APIWebhookValidationError
from runtime.responses import Answer
from runtime.webhooks import Webhook
from specwright import ir
from specwright.config import target_of
from specwright.pipeline import read
from specwright.problem import Problem

ANSWERS = {"204": {"description": "Noted."}}
OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}


def sent(operation_id: str = "", schema: object = OBJECT, **more: object) -> dict[str, Any]:
    """An operation whose body is of a schema."""
    body = {"requestBody": {"content": {"application/json": {"schema": schema}}}}
    return {**({"operationId": operation_id} if operation_id else {}), **body, "responses": ANSWERS, **more}


def api(folder: Path, webhooks: dict[str, Any], **more: Any) -> tuple[ir.Api, tuple[Problem, ...]]:
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "webhooks": webhooks, **more}
    (folder / "spec.yaml").write_text(yaml.safe_dump(document))
    reading = read("spec.yaml", (), folder)
    return reading.api, reading.problems


@pytest.mark.parametrize(
    ("key", "method", "operation_id", "name"),
    [
        ("newPet", "post", "", "new_pet"),
        ("newPet", "put", "", "new_pet_put"),
        ("pet.gone/v2", "post", "", "pet_gone_v2"),
        ("newPet", "put", "petChanged", "pet_changed"),
        ("new-pet", "post", "new_pet_new_pet_post", "new_pet"),
        ("import", "post", "", "import_"),
        ("1st", "post", "", "n1st"),
        ("💥", "post", "", "post"),
    ],
)
def test_a_webhook_is_named_after_its_key_or_its_operation_id(
    tmp_path: Path, key: str, method: str, operation_id: str, name: str
) -> None:
    found, problems = api(tmp_path, {key: {method: sent(operation_id)}})
    assert [(webhook.name, webhook.wire_name, webhook.calls) for webhook in found.webhooks] == [(name, key, ())]
    assert problems == ()


def test_a_callback_is_named_after_its_operation_and_as_a_component_after_itself(tmp_path: Path) -> None:
    callback = {"{$request.body#/url}/{$method}": {"post": sent(), "put": sent()}, "x-note": {"post": sent()}}
    paths = {
        "/hooks": {"post": {"operationId": "subscribe", "responses": ANSWERS, "callbacks": {"onEvent": callback}}},
        "/a": {"post": {"operationId": "a", "responses": ANSWERS, "callbacks": {"done": {"$ref": REFERENCE}}}},
        "/b": {"post": {"operationId": "b", "responses": ANSWERS, "callbacks": {"ended": {"$ref": REFERENCE}}}},
    }
    found, problems = api(tmp_path, {}, paths=paths, components={"callbacks": {"done": {"{$url}": {"post": sent()}}}})
    assert [(webhook.name, webhook.method, webhook.calls) for webhook in found.webhooks] == [
        ("done", "POST", (ir.Called("POST /a", "{$url}"), ir.Called("POST /b", "{$url}"))),
        ("subscribe_on_event", "POST", (ir.Called("POST /hooks", "{$request.body#/url}/{$method}"),)),
        ("subscribe_on_event_put", "PUT", (ir.Called("POST /hooks", "{$request.body#/url}/{$method}"),)),
    ]
    assert found.webhooks[0].pointer == "/components/callbacks/done/{$url}/post"
    assert {named.name for named in found.schemas} >= {"DoneRequest", "SubscribeOnEventRequest"}
    assert problems == ()


REFERENCE = "#/components/callbacks/done"


def test_of_two_that_want_one_name_the_webhook_keeps_it_and_a_warning_is_given(tmp_path: Path) -> None:
    paths = {
        "/a": {"post": {"operationId": "a", "responses": ANSWERS, "callbacks": {"c": {"{$url}": {"post": sent("e")}}}}}
    }
    found, problems = api(tmp_path, {"e": {"post": sent()}}, paths=paths)
    assert [(webhook.name, not webhook.calls) for webhook in found.webhooks] == [("e", True), ("e_2", False)]
    assert [problem.code for problem in problems] == ["name-taken"]


def test_a_webhook_takes_no_name_from_an_operation(tmp_path: Path) -> None:
    paths = {"/e": {"post": {**sent("e"), "tags": ["t"]}}}
    before, _ = api(tmp_path, {}, paths=paths)
    after, _ = api(tmp_path, {"e": {"post": sent(schema={**OBJECT, "properties": {"b": {}}})}}, paths=paths)
    assert after.operations == before.operations
    assert set(before.schemas) < set(after.schemas)
    assert after.webhooks[0].body is not None
    assert after.webhooks[0].body.content[0].schema == ir.Reference("ERequest2")


def test_what_a_document_says_about_a_webhook_is_only_ever_text(tmp_path: Path) -> None:
    hostile = '"""\'; raise SystemExit("ran") #\\\n{{ 7 * 7 }}'
    operation = sent("", OBJECT, summary=hostile, description=hostile)
    operation["parameters"] = [{"name": hostile, "in": "header", "schema": {}, "description": hostile}]
    operation["responses"] = {"200": {"description": hostile}}
    paths = {
        "/a": {"post": {"operationId": "a", "responses": ANSWERS, "callbacks": {hostile: {hostile: {"post": sent()}}}}}
    }
    api(
        tmp_path,
        {hostile: {"post": copy.deepcopy(operation), "get": {"description": hostile, "responses": ANSWERS}}},
        paths=paths,
    )
    tree = build(target_of(str(tmp_path / "spec.yaml"), str(tmp_path / "out"), "sdk", ())).files
    source = tree["src/sdk/webhooks.py"]
    compile(source, "webhooks.py", "exec")
    assert "\nraise" not in source and "{{ 7 * 7 }}" in source


def test_there_is_no_module_of_webhooks_without_one(tmp_path: Path) -> None:
    api(tmp_path, {}, paths={})
    tree = build(target_of(str(tmp_path / "spec.yaml"), str(tmp_path / "out"), "sdk", ())).files
    assert not [path for path in tree if "webhooks" in path and "_runtime" not in path]


# --- the runtime ------------------------------------------------------------------------------------------------------


class Pet(BaseModel, extra="allow"):
    kind: Literal["cat", "dog"]


PET: Webhook[Pet | str | bytes] = Webhook(
    "the webhook pet",
    Answer("application/json", lambda: Pet),
    Answer("text/plain", lambda: str),
    Answer("image/*", lambda: bytes),
)


@pytest.mark.parametrize(
    ("content", "content_type", "value"),
    [
        (b'{"kind": "cat"}', "", Pet(kind="cat")),
        ('{"kind": "cat"}', "application/json; charset=utf-8", Pet(kind="cat")),
        (b'{"kind": "dog", "more": 1}', "Application/JSON", Pet.model_validate({"kind": "dog", "more": 1})),
        (b"caf\xe9", "text/plain; charset=latin-1", "café"),
        ("é", "text/plain", "é"),
        (b"\x89", "image/png", b"\x89"),
    ],
)
def test_a_body_is_read_as_its_media_type_says(content: bytes | str, content_type: str, value: object) -> None:
    assert PET.parse(content, content_type) == value


@pytest.mark.parametrize(
    ("content", "content_type", "pointer", "message"),
    [
        (b'{"kind": 1}', "", "/kind", "the webhook pet: the body is not as declared at /kind: "),
        (b"{}", "", "/kind", "the webhook pet: the body is not as declared at /kind: Field required"),
        (b"", "", "", "the webhook pet: the body is not as declared: "),
        (b"{}", "application/xml", "", "the media type 'application/xml' is not declared"),
        (b"\xff", "text/plain", "", "the webhook pet: the body is not as declared: "),
        (b"x", "text/plain; charset=klingon", "", "the charset 'klingon' is not known"),
    ],
)
def test_a_body_that_is_not_declared_is_one_typed_error(
    content: bytes, content_type: str, pointer: str, message: str
) -> None:
    with pytest.raises(APIWebhookValidationError) as caught:
        PET.parse(content, content_type)
    assert (caught.value.body, caught.value.pointer) == (content, pointer)
    assert message in str(caught.value)
