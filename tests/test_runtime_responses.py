"""Answers: what is read from each media type, and that whatever a server sends ends in one kind of error."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field

from runtime.errors import APIResponseValidationError, APIStatusError
from runtime.exchange import Exchange
from runtime.model import Model
from runtime.operation import Operation
from runtime.responses import Answer
from runtime.types import OPEN, Number

JSON = "application/json"
proof = settings(derandomize=True, deadline=None, database=None)
EXCHANGE = Exchange("https://api.test", (), {}, None, b"", {}, {})


class Item(Model):
    id: int
    kind: Annotated[Literal["a", "b"] | str, OPEN] = "a"
    a_b: Annotated[int | str, Field(alias="a/b~c")] = 1


class Page(Model):
    items: list[Item]


def answer(
    responses: Mapping[str, Any], status: int, content: bytes, content_type: str = JSON, method: str = "GET"
) -> Any:
    """What an operation with these responses makes of an answer."""
    operation: Operation[object] = Operation(method, "/x", responses=responses)
    headers = {"content-type": content_type} if content_type else {}
    request = httpx2.Request(method, "https://api.test/x?key=s3cret")
    return EXCHANGE.value(operation, httpx2.Response(status, content=content, headers=headers, request=request))


PAGE = {"200": Answer(JSON, lambda: Page)}


@pytest.mark.parametrize(
    "content_type", [JSON, "application/json; charset=utf-8", "Application/JSON", "application/hal+json", ""]
)
def test_json_under_any_of_its_names_is_parsed(content_type: str) -> None:
    assert answer(PAGE, 200, b'{"items":[{"id":1}]}', content_type) == Page(items=[Item(id=1)])


def test_an_enumeration_takes_a_value_that_is_not_known_yet() -> None:
    assert answer(PAGE, 200, b'{"items":[{"id":1,"kind":"new"}]}').items[0].kind == "new"


@pytest.mark.parametrize(
    ("responses", "status", "content", "content_type", "value"),
    [
        ({"204": Answer()}, 204, b"", "", None),
        ({"200": Answer()}, 200, b"ignored", "text/plain", None),
        ({"200": Answer("text/plain")}, 200, "é".encode(), "text/plain", "é"),
        ({"200": Answer("text/plain")}, 200, "é".encode("latin-1"), "text/plain; charset=iso-8859-1", "é"),
        ({"200": Answer("text/*")}, 200, b"<p>", "text/html", "<p>"),
        ({"200": Answer("application/pdf")}, 200, b"\xff\0", "application/pdf", b"\xff\0"),
        ({"200": Answer("*/*", lambda: int)}, 200, b"5", JSON, 5),
        ({"200": Answer("*/*")}, 200, b"5", "image/png", b"5"),
        ({"200": (Answer(JSON, lambda: int), Answer("text/csv"))}, 200, b"5", "text/csv", "5"),
        ({"200": (Answer(JSON, lambda: int), Answer("text/csv"))}, 200, b"5", JSON, 5),
        ({"200": Answer("application/xml")}, 200, "<é/>".encode(), "application/xml", "<é/>"),
        (
            {"200": Answer("application/xml")},
            200,
            '<?xml version="1.0" encoding="ISO-8859-1"?><é/>'.encode("latin-1"),
            "application/xml",
            '<?xml version="1.0" encoding="ISO-8859-1"?><é/>',
        ),
        ({"200": Answer("application/jsonl")}, 200, b"1\n2\n", "application/jsonl", "1\n2\n"),
        ({"200": Answer("text/event-stream")}, 200, b"data: 1\n\n", "text/event-stream", "data: 1\n\n"),
        ({"200": Answer("image/*")}, 200, b"<svg/>", "image/svg+xml", b"<svg/>"),
        ({"200": Answer("*/*", lambda: str)}, 200, b"a", "text/csv", "a"),
        ({"200": Answer("*/*", lambda: str)}, 200, b'"a"', JSON, "a"),
        ({"200": Answer("*/*", lambda: str)}, 200, b"a", "", b"a"),
        ({"200": Answer("*/*", lambda: list[int], structured=True)}, 200, b"[1]", "text/html", [1]),
        ({"200": Answer("text/plain", lambda: int, structured=True)}, 200, b"5", "text/plain", 5),
        ({"200": Answer("text/json", lambda: int)}, 200, b"5", "text/json", 5),
        ({"200": Answer("application/*+json", lambda: int)}, 200, b"5", "application/a+json", 5),
        (
            {"200": (Answer("application/*"), Answer("application/pdf"), Answer(JSON))},
            200,
            b"5",
            "application/pdf",
            b"5",
        ),
        ({"200": (Answer("text/*"), Answer("*/*"))}, 200, b"5", "image/png", b"5"),
        ({"200": (Answer("text/*"), Answer("*/*"))}, 200, b"5", "text/html", "5"),
        ({"204": Answer(JSON)}, 204, b"", "", None),
        ({"2xx": Answer(JSON, lambda: int), "default": Answer()}, 299, b"5", JSON, 5),
        ({"2XX": Answer(), "201": Answer(JSON, lambda: int)}, 201, b"5", JSON, 5),
        ({"default": Answer(JSON, lambda: int)}, 201, b"5", JSON, 5),
        ({"200": Answer(JSON)}, 200, b'[null,1.5,"x"]', JSON, [None, 1.5, "x"]),
        ({"200": Answer(JSON)}, 200, b'"NaN Infinity"', JSON, "NaN Infinity"),
    ],
)
def test_what_is_declared_is_what_comes_out(
    responses: Mapping[str, Any], status: int, content: bytes, content_type: str, value: object
) -> None:
    assert answer(responses, status, content, content_type) == value


def test_a_head_has_no_content() -> None:
    assert answer(PAGE, 200, b"", JSON, "HEAD") is None


@pytest.mark.parametrize(
    ("content", "content_type"),
    [
        (b"", JSON),
        (b"", ""),
        (b'{"items":[', JSON),
        (b"[" * 100_000, JSON),
        (b'{"items":' + b"[" * 300 + b"]" * 300 + b"}", JSON),
        (b'{"items":[],"x":"\\ud800"}', JSON),
        (b'{"items":[],"x":NaN}', JSON),
        (b'{"items":[],"x":-Infinity}', JSON),
        (b'{"items":[],"x":"\xff"}', JSON),
        (b'{"items":[]} {}', JSON),
        (b"\xff\xfe{\0}\0", JSON),
        (b"<html>", "text/html"),
        (b'{"items":[]}', "text/plain"),
        (b'{"items":[]}', "nonsense"),
        (b"null", JSON),
    ],
)
def test_content_that_is_not_as_declared_is_one_kind_of_error(content: bytes, content_type: str) -> None:
    with pytest.raises(APIResponseValidationError) as caught:
        answer(PAGE, 200, content, content_type)
    assert caught.value.pointer == ""
    assert caught.value.body == content
    assert caught.value.status_code == 200
    assert str(caught.value).startswith("GET /x: ")
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize(
    ("declared", "content", "content_type"),
    [
        (Answer("*/*", lambda: list[int], structured=True), b"<html>", "text/html"),
        (Answer("text/plain", lambda: int, structured=True), b"five", "text/plain"),
        (Answer("image/*"), b"", "text/plain"),
        (Answer("image/*"), b"", "nonsense"),
        (Answer("application/xml"), b"\xff", "application/xml"),
        (Answer("application/xml"), b'<?xml version="1.0" encoding="klingon"?>', "application/xml"),
    ],
)
def test_content_that_its_media_type_cannot_hold_is_the_same_kind_of_error(
    declared: Answer, content: bytes, content_type: str
) -> None:
    with pytest.raises(APIResponseValidationError):
        answer({"200": declared}, 200, content, content_type)


@pytest.mark.parametrize(("content", "content_type"), [(b"\xff", "text/plain"), (b"a", "text/plain; charset=klingon")])
def test_text_that_cannot_be_decoded_is_the_same_kind_of_error(content: bytes, content_type: str) -> None:
    with pytest.raises(APIResponseValidationError):
        answer({"200": Answer("text/plain")}, 200, content, content_type)


def test_a_status_that_is_not_declared_is_the_same_kind_of_error() -> None:
    with pytest.raises(APIResponseValidationError, match="not declared"):
        answer(PAGE, 202, b"{}")


@pytest.mark.parametrize(
    ("value", "pointer"),
    [
        ({"items": [{"id": 1}, {"id": "2"}]}, "/items/1/id"),
        ({"items": [{}]}, "/items/0/id"),
        ({"items": {}}, "/items"),
        ({"items": [{"id": 1, "a/b~c": []}]}, "/items/0/a~1b~0c"),
        ([], ""),
    ],
)
def test_the_pointer_leads_to_the_first_fault(value: object, pointer: str) -> None:
    with pytest.raises(APIResponseValidationError) as caught:
        answer(PAGE, 200, json.dumps(value).encode())
    assert caught.value.pointer == pointer
    assert (f"at {pointer}:" in str(caught.value)) == bool(pointer)


@proof
@given(st.binary(), st.sampled_from([JSON, "text/plain", "", "a/b", "application/json; charset=utf-16", ";;;", "\0"]))
def test_any_octets_are_a_value_or_that_error(content: bytes, content_type: str) -> None:
    for responses in (PAGE, {"200": Answer("text/plain")}, {"200": Answer(JSON)}):
        try:
            answer(responses, 200, content, content_type)
        except APIResponseValidationError as error:
            assert error.body == content


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@proof
@given(JSON_VALUES)
def test_any_json_arrives_as_it_was(value: object) -> None:
    content = json.dumps(value).encode()
    surrogates = any("\ud800" <= character <= "\udfff" for character in json.dumps(value, ensure_ascii=False))
    if not surrogates:
        assert answer({"200": Answer(JSON)}, 200, content) == value


# --- errors -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "content_type", "body"),
    [
        (b'{"items":[]}', JSON, Page(items=[])),
        (b'{"detail":"other"}', JSON, {"detail": "other"}),
        (b"{truncated", JSON, "{truncated"),
        (b"<html>", "text/html", "<html>"),
        (b'{"a":1}', "text/plain", '{"a":1}'),
        (b"\xff\0", JSON, b"\xff\0"),
        (b"", JSON, None),
        (b"[" * 5_000, JSON, "[" * 5_000),
        (b"NaN", JSON, "NaN"),
    ],
)
def test_the_body_of_an_error_is_the_best_that_can_be_read(content: bytes, content_type: str, body: object) -> None:
    for responses in ({"404": Answer(JSON, lambda: Page)}, {"default": Answer(JSON, lambda: Page)}):
        with pytest.raises(APIStatusError) as caught:
            answer(responses, 404, content, content_type)
        assert caught.value.body == body


@pytest.mark.parametrize("responses", [{}, {"404": Answer()}])
def test_an_error_without_declared_content_keeps_what_came(responses: Mapping[str, Any]) -> None:
    with pytest.raises(APIStatusError, match="404 Not Found: no such thing") as caught:
        answer(responses, 404, b'{"detail":"no such thing"}')
    assert caught.value.body == {"detail": "no such thing"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ({"detail": "a\n\x1b[31mb"}, "a [31mb"),
        ({"message": "m", "error": {"message": "e"}}, "m"),
        ({"error": {"code": 5, "message": "e"}}, "e"),
        ({"title": "t"}, "t"),
        ({"detail": [{"loc": ["body", "id"], "msg": "missing", "input": "s3cret"}]}, "body.id: missing"),
        ({"detail": ""}, ""),
        ({"code": 3}, ""),
        ({"detail": "x" * 500}, "x" * 199 + "…"),
        (5, ""),
        ("<html>no", ""),
    ],
)
def test_the_message_of_an_error_says_what_the_server_said(content: object, words: str) -> None:
    with pytest.raises(APIStatusError) as caught:
        answer({}, 404, json.dumps(content).encode())
    assert str(caught.value) == "GET /x: 404 Not Found" + (f": {words}" if words else "")


@proof
@given(st.binary(), st.sampled_from([JSON, "text/plain", "", "a/b"]), st.integers(300, 599))
def test_no_content_hides_the_status(content: bytes, content_type: str, status: int) -> None:
    with pytest.raises(APIStatusError) as caught:
        answer({"default": Answer(JSON, lambda: Annotated[Any, Number])}, status, content, content_type)
    assert caught.value.status_code == status
