"""Request bodies in every kind of media type."""

from __future__ import annotations

import json
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qsl

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from runtime import media
from runtime.bodies import Body, Payload, spread, write
from runtime.client import SyncClient
from runtime.files import Upload
from runtime.forms import Encoding
from runtime.model import UNSET, Model
from runtime.operation import Operation
from runtime.responses import Answer
from runtime.types import Date, Number

FORM = "application/x-www-form-urlencoded"
proof = settings(derandomize=True, deadline=None, database=None)


class Inner(Model):
    when: Date | UNSET = UNSET


class Outer(Model):
    inner: Inner | UNSET | None = UNSET
    tags: list[str] | UNSET = UNSET
    number: Number | UNSET = UNSET
    from_: Annotated[str | UNSET, Field(alias="from")] = UNSET


def content(body: Body, value: object) -> bytes | None:
    payload = body.write(value)
    return None if payload is None else payload.content


@pytest.mark.parametrize(
    "media_type", ["application/json", "application/merge-patch+json", "application/json; charset=utf-8"]
)
@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({}, "{}"),
        ({"inner": None}, '{"inner":null}'),
        ({"inner": {"when": date(2026, 1, 2)}}, '{"inner":{"when":"2026-01-02"}}'),
        ({"inner": Inner(when=date(2026, 1, 2)), "x": [1.0, "é"]}, '{"inner":{"when":"2026-01-02"},"x":[1.0,"é"]}'),
        (Outer(tags=["a"]), '{"tags":["a"]}'),
        ({"inner": {"when": UNSET}}, '{"inner":{}}'),
    ],
)
def test_json_holds_exactly_what_was_given(media_type: str, value: object, text: str) -> None:
    assert Body(media_type, lambda: Outer).write(value) == Payload(media_type, text.encode())


@pytest.mark.parametrize(
    "value", [{"number": "1"}, {"number": float("nan")}, {"inner": {"when": "soon"}}, [], None, "{}"]
)
def test_json_of_another_type_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        content(Body("application/json", lambda: Outer), value)


@pytest.mark.parametrize("value", [float("nan"), [float("inf")], {"a": float("-inf")}])
def test_a_number_that_json_has_not_is_refused_even_where_anything_goes(value: object) -> None:
    with pytest.raises(ValueError):
        content(Body("application/json"), value)
    assert content(Body("application/json"), "NaN") == b'"NaN"'


def test_a_nullable_body_may_be_null() -> None:
    assert content(Body("application/json", lambda: Outer | None), None) == b"null"


def test_no_value_is_no_body_unless_one_is_required() -> None:
    assert Body("application/json", lambda: Outer).write(UNSET) is None
    assert content(Body("application/json", lambda: Outer, required=True), UNSET) == b"{}"
    with pytest.raises(ValidationError):
        content(Body("application/json", lambda: list[int], required=True), UNSET)


def test_spread_drops_what_is_not_given() -> None:
    assert spread({"a": UNSET, "b": None, "c": 0}) == {"b": None, "c": 0}
    assert spread({"a": UNSET}) is UNSET
    assert spread({"a": UNSET}, {}) == {}
    assert spread({"a": 1}, {"a": 2, "b": UNSET}) == {"a": 2}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"inner": None}, ""),
        ({"tags": ["a b", "c&d"]}, "tags=a+b&tags=c%26d"),
        ({"number": 1.0, "x": True, "y": {"z": 1}}, "number=1&x=true&y=%7B%22z%22%3A1%7D"),
    ],
)
def test_a_form_has_a_field_for_each_member(value: object, text: str) -> None:
    assert content(Body(FORM, lambda: Outer), value) == text.encode()


CARD = {"a": 1, "b": ["x", "y&z"], "c": None}


@pytest.mark.parametrize(
    ("encoding", "value", "text"),
    [
        (Encoding(), [1, 2], "q=1&q=2"),
        (Encoding(), {"a": 1}, "q=%7B%22a%22%3A1%7D"),
        (Encoding(allow_reserved=True), "a/b?c d", "q=a/b?c%20d"),
        (Encoding(style="deepObject"), CARD, "q%5Ba%5D=1&q%5Bb%5D%5B0%5D=x&q%5Bb%5D%5B1%5D=y%26z"),
        (Encoding(style="deepObject"), ["x"], "q%5B0%5D=x"),
        (Encoding(style="deepObject"), "x", "q=x"),
        (Encoding(style="form"), {"a": 1, "b": "c d"}, "a=1&b=c%20d"),
        (Encoding(style="form", explode=False), ["a", "b,c"], "q=a,b%2Cc"),
        (Encoding(style="form", explode=False), {"a": 1}, "q=a,1"),
        (Encoding(style="spaceDelimited", explode=False), ["a", "b"], "q=a%20b"),
        (Encoding(style="pipeDelimited", explode=False), ["a", "b"], "q=a%7Cb"),
        (Encoding(style="pipeDelimited"), ["a", "b"], "q=a&q=b"),
        (Encoding(style="form", explode=False, allow_reserved=True), ["a/b", "c"], "q=a/b,c"),
        (Encoding("application/json"), [1, None], "q=%5B1%2Cnull%5D"),
        (Encoding("application/json"), "x", "q=%22x%22"),
        (Encoding("text/plain"), [1, 2], "q=1&q=2"),
    ],
)
def test_the_fields_of_a_form_are_what_the_encoding_says(encoding: Encoding, value: object, text: str) -> None:
    assert content(Body(FORM, lambda: Any, encodings={"q": encoding}), {"q": value}) == text.encode()


NULLS: list[tuple[str, Encoding]] = [
    (FORM, Encoding()),
    (FORM, Encoding(style="form")),
    (FORM, Encoding(style="form", explode=False)),
    ("multipart/form-data", Encoding()),
    ("multipart/form-data", Encoding(style="pipeDelimited", explode=False)),
    ("multipart/mixed", Encoding("text/plain")),
]


@pytest.mark.parametrize(("media_type", "encoding"), NULLS)
def test_a_form_leaves_out_a_null_member_and_refuses_a_null_item(media_type: str, encoding: Encoding) -> None:
    body = Body(media_type, lambda: Any, encodings={"q": encoding})
    assert body.write({"q": None, "r": 1}) == body.write({"r": 1})
    with pytest.raises(ValueError, match=r"^q cannot hold null: no text stands for it$"):
        body.write({"q": [1, None, 2]})


def test_a_null_item_of_a_multipart_body_can_be_json() -> None:
    body = Body("multipart/form-data", encodings={"q": Encoding("application/json")})
    assert parts({"q": [1, None]}, body) == [
        ("q", None, "application/json", b"1"),
        ("q", None, "application/json", b"null"),
    ]


@proof
@given(
    st.dictionaries(
        st.text(st.characters(exclude_categories=["Cs"])), st.text(st.characters(exclude_categories=["Cs"]))
    )
)
def test_any_form_arrives_as_it_was(value: dict[str, str]) -> None:
    text = content(Body(FORM, lambda: dict[str, str]), value)
    assert text is not None
    assert dict(parse_qsl(text.decode(), keep_blank_values=True)) == value


@pytest.mark.parametrize(
    ("media_type", "value", "sent", "octets"),
    [
        ("text/plain", "é", "text/plain", "é".encode()),
        ("text/plain; charset=latin-1", "é", "text/plain; charset=latin-1", b"\xe9"),
        ("application/pdf", b"\xff", "application/pdf", b"\xff"),
        ("application/pdf", BytesIO(b"\xff"), "application/pdf", b"\xff"),
        ("*/*", b"\xff", "application/octet-stream", b"\xff"),
        ("text/*", "a", "text/plain; charset=utf-8", b"a"),
        ("application/xml", "<é/>", "application/xml", "<é/>".encode()),
    ],
)
def test_other_media_types_take_octets_or_text(media_type: str, value: object, sent: str, octets: bytes) -> None:
    assert Body(media_type).write(value) == Payload(sent, octets)


SEVERAL = (
    Body(FORM, lambda: Outer),
    Body("text/*"),
    Body("application/vnd.a+json", lambda: Outer),
    Body("application/json; version=2", lambda: list[int]),
)


@pytest.mark.parametrize(
    ("value", "content_type", "sent", "octets"),
    [
        ({"number": 1}, "", "application/vnd.a+json", b'{"number":1}'),
        ([1], "", "application/json; version=2", b"[1]"),
        ("é", "", "text/plain; charset=utf-8", "é".encode()),
        ({"number": 1}, FORM, FORM, b"number=1"),
        ({"number": 1}, "Application/X-WWW-Form-Urlencoded", FORM, b"number=1"),
        ({"number": 1}, "application/vnd.other", "application/vnd.a+json", b'{"number":1}'),
        ({"number": 1}, "text/*", "application/vnd.a+json", b'{"number":1}'),
        ([1], "application/json", "application/json; version=2", b"[1]"),
        ([1], "application/json; version=3", "application/json; version=3", b"[1]"),
        ("é", "text/csv; charset=latin-1", "text/csv; charset=latin-1", b"\xe9"),
        (UNSET, "text/csv", None, None),
    ],
)
def test_of_several_media_types_the_one_that_is_asked_for_is_sent_or_the_first_that_fits(
    value: object, content_type: str, sent: str, octets: bytes
) -> None:
    assert write(SEVERAL, value, content_type) == (Payload(sent, octets) if sent else None)


@pytest.mark.parametrize(("value", "content_type"), [(5, ""), ("é", FORM), ([1], "text/csv"), ({}, "application/json")])
def test_a_value_that_no_media_type_takes_or_not_the_one_that_is_asked_for_is_refused(
    value: object, content_type: str
) -> None:
    with pytest.raises((ValueError, TypeError)):
        write(SEVERAL, value, content_type)


MADE_FOR = (
    "application/json",
    "application/xml",
    "application/pdf",
    "text/csv",
    "text/plain",
    "application/octet-stream",
    "*/*",
)


@pytest.mark.parametrize(
    ("declared", "value", "sent"),
    [
        (MADE_FOR, b"\x00\x01", "application/octet-stream"),
        (MADE_FOR, BytesIO(b"x"), "application/octet-stream"),
        (MADE_FOR, "hello", "text/plain"),
        (MADE_FOR[:4], b"x", "application/pdf"),
        (MADE_FOR[2:4], "x", "text/csv"),
        (("application/xml", "image/*"), b"x", "image/x-unknown"),
        (("application/xml", "text/csv"), b"x", "application/xml"),
        (("application/pdf", "*/*"), "x", "application/pdf"),
    ],
)
def test_text_and_octets_have_the_media_type_that_is_made_for_them(
    declared: tuple[str, ...], value: object, sent: str
) -> None:
    payload = write([Body(media_type, lambda: Outer) for media_type in declared], value)
    assert payload is not None
    assert payload.media_type == sent


def test_the_header_of_a_client_chooses_the_media_type() -> None:
    seen: list[httpx2.Request] = []
    http = httpx2.Client(transport=httpx2.MockTransport(lambda request: seen.append(request) or httpx2.Response(204)))
    operation: Operation[None] = Operation("POST", "/", body=SEVERAL, responses={"204": Answer()})
    client = SyncClient(base_url="https://api.test", http_client=http)
    client.send(operation, body={"number": 1})
    client.with_options(headers={"Content-Type": FORM}).send(operation, body={"number": 1})
    assert [(each.headers["content-type"], each.content) for each in seen] == [
        ("application/vnd.a+json", b'{"number":1}'),
        (FORM, b"number=1"),
    ]


@pytest.mark.parametrize(
    ("media_type", "declared", "index"),
    [
        ("image/png", ["*/*", "image/*", "image/png"], 2),
        ("image/gif", ["*/*", "image/*", "image/png"], 1),
        ("application/a+json", ["application/*", "application/*+json"], 1),
        ("text/a;v=2", ["text/a;v=1", "text/a;v=2"], 1),
        ("text/a;v=3", ["text/a;v=1", "text/a;v=2"], 0),
        ("application/problem+json", ["application/json"], None),
        ("", ["*/*"], None),
        ("nonsense", ["*/*"], None),
    ],
)
def test_the_most_specific_declaration_of_a_media_type_counts(
    media_type: str, declared: list[str], index: int | None
) -> None:
    assert media.best(media_type, declared) == index


@pytest.mark.parametrize(
    ("media_type", "value"), [("text/plain", 5), ("application/pdf", {}), ("multipart/form-data", 5)]
)
def test_what_cannot_be_sent_is_refused(media_type: str, value: object) -> None:
    with pytest.raises(TypeError):
        Body(media_type).write(value)


UPLOAD = Body("multipart/form-data", required=True)


def parts(value: object, body: Body = UPLOAD) -> list[tuple[str, str | None, str | None, bytes]]:
    """The name, file name, media type and content of each part, as a server reads them."""
    from email.parser import BytesParser
    from email.policy import HTTP

    seen: list[httpx2.Request] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        request.read()
        seen.append(request)
        return httpx2.Response(204)

    operation: Operation[None] = Operation("POST", "/", body=body, responses={"204": Answer()})
    http = httpx2.Client(transport=httpx2.MockTransport(handle))
    SyncClient(base_url="https://api.test", http_client=http).send(operation, body=value)
    head = f"content-type: {seen[0].headers['content-type']}\r\n\r\n".encode()
    message: Any = BytesParser(policy=HTTP).parsebytes(head + seen[0].content)
    return [
        (
            part.get_param("name", header="content-disposition"),
            part.get_filename(),
            part["content-type"] and str(part["content-type"]),
            part.get_payload(decode=True),
        )
        for part in message.iter_parts()
    ]


def test_each_member_of_a_multipart_body_is_a_part(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"file")
    with (tmp_path / "a.txt").open("rb") as file:
        assert parts(
            {
                "text": "plain",
                "number": 1.0,
                "true": True,
                "none": None,
                "bytes": b"\xff",
                "file": file,
                "pair": ("p.json", b"{}"),
                "triple": ("t", BytesIO(b"t"), "image/png"),
                "list": ["a", "b"],
                "object": {"when": date(2026, 1, 2)},
                "model": Inner(when=date(2026, 1, 2)),
                "unset": UNSET,
            }
        ) == [
            ("text", None, None, b"plain"),
            ("number", None, None, b"1"),
            ("true", None, None, b"true"),
            ("bytes", "bytes", "application/octet-stream", b"\xff"),
            ("file", "a.txt", "text/plain", b"file"),
            ("pair", "p.json", "application/json", b"{}"),
            ("triple", "t", "image/png", b"t"),
            ("list", None, None, b"a"),
            ("list", None, None, b"b"),
            ("object", None, "application/json", b'{"when":"2026-01-02"}'),
            ("model", None, "application/json", b'{"when":"2026-01-02"}'),
        ]


class Form(Model):
    file: Upload | UNSET = UNSET
    files: list[Upload] | UNSET = UNSET
    note: str | UNSET = UNSET
    about: Inner | UNSET = UNSET
    ids: list[int] | UNSET = UNSET


@pytest.mark.parametrize("media_type", ["multipart/form-data", "multipart/mixed", "multipart/related"])
def test_files_bring_or_are_given_a_name_and_a_media_type(media_type: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"file")
    body = Body(media_type, lambda: Form, encodings={"file": Encoding("image/png, image/*")})

    def sent(file: object) -> object:
        return parts({"file": file}, body)[0]

    assert sent(b"x") == ("file", "file", "image/png", b"x")
    assert sent("x") == ("file", "file", "image/png", b"x")
    assert sent(("a.gif", b"x")) == ("file", "a.gif", "image/gif", b"x")
    assert sent(("a.txt", b"x")) == ("file", "a.txt", "image/png", b"x")
    assert sent(("a.txt", b"x", "text/plain")) == ("file", "a.txt", "text/plain", b"x")
    assert sent(Upload(BytesIO(b"x"), 'a "b".gif')) == ("file", "a %22b%22.gif", "image/gif", b"x")
    with (tmp_path / "a.png").open("rb") as file:
        assert sent(file) == ("file", "a.png", "image/png", b"file")
    several = parts(Form(files=[Upload(b"\xff"), Upload(b"x", "a.txt")]), body)
    assert several == [
        ("files", "files", "application/octet-stream", b"\xff"),
        ("files", "a.txt", "text/plain", b"x"),
    ]


def test_the_parts_of_a_form_are_what_the_encoding_says() -> None:
    encodings = {
        "note": Encoding("text/markdown"),
        "about": Encoding("application/vnd.a+json"),
        "ids": Encoding(style="pipeDelimited", explode=False),
        "deep": Encoding(style="deepObject"),
        "quoted": Encoding("application/json"),
    }
    value = {"note": "x", "about": {"when": date(2026, 1, 2)}, "ids": [1, 2], "deep": {"a": [1]}, "quoted": "q"}
    assert parts(value, Body("multipart/form-data", lambda: Form, encodings=encodings)) == [
        ("note", None, "text/markdown", b"x"),
        ("about", None, "application/vnd.a+json", b'{"when":"2026-01-02"}'),
        ("ids", None, None, b"1|2"),
        ("deep[a][0]", None, None, b"1"),
        ("quoted", None, "application/json", b'"q"'),
    ]


@pytest.mark.parametrize("value", [{"file": 5}, {"ids": ["x"]}, {"note": 5}, {"about": {"when": "soon"}, "file": b""}])
def test_members_of_another_type_are_refused_but_a_file_may_stand_for_a_text(value: object) -> None:
    body = Body("multipart/form-data", lambda: Form)
    with pytest.raises(ValidationError):
        body.write(value)
    assert parts({"note": b"\xff"}, body) == [("note", "note", "application/octet-stream", b"\xff")]


def test_a_separator_inside_a_part_is_refused() -> None:
    body = Body("multipart/form-data", encodings={"q": Encoding(style="form", explode=False)})
    with pytest.raises(ValueError, match=r"^q cannot hold .a,b.: it would be read as something else$"):
        body.write({"q": ["a,b", "c"]})


class Album(Model):
    cover: Upload | UNSET = UNSET
    read: bool | UNSET = UNSET


class Albums(Model):
    by_name: dict[str, Upload] | UNSET = UNSET
    lists: list[list[Upload]] | UNSET = UNSET
    album: Album | UNSET = UNSET


@pytest.mark.parametrize(
    ("value", "sent"),
    [
        ({"by_name": {"a": "é", "b": b"x"}}, ("by_name", '{"a":"é","b":"x"}')),
        ({"lists": [["x", "y"]]}, ("lists", '["x","y"]')),
        ({"album": {"cover": "x"}}, ("album", '{"cover":"x"}')),
        ({"album": {"read": True}}, ("album", '{"read":true}')),
    ],
)
def test_a_file_inside_of_an_object_is_its_text(value: object, sent: tuple[str, str]) -> None:
    name, text = sent
    body = Body("multipart/form-data", lambda: Albums)
    assert parts(value, body) == [(name, None, "application/json", text.encode())]


@pytest.mark.parametrize("media_type", ["multipart/form-data", "multipart/mixed"])
@pytest.mark.parametrize(
    "file", [b"\xff", Upload("x", "a.png"), ("a.png", b"x"), Upload(b"x", None, "a/b"), BytesIO(b"x")]
)
def test_a_file_inside_of_an_object_that_is_more_than_its_text_is_refused(media_type: str, file: object) -> None:
    body = Body(media_type, lambda: Albums)
    for name, value in (("by_name", {"a": file}), ("lists", [[file]]), ("album", {"cover": file})):
        with pytest.raises(ValueError, match=f"^{name} cannot hold a file inside of an object"):
            body.write({name: value})
    if not isinstance(file, tuple):
        with pytest.raises(ValueError, match=r"^q cannot hold a file inside of an object"):
            Body(media_type).write({"q": {"a": file}})


def test_a_header_of_a_part_cannot_break_the_message() -> None:
    for media_type in ("multipart/form-data", "multipart/mixed"):
        body = Body(media_type)
        with pytest.raises(ValueError):
            parts({"file": Upload(b"", "a", headers={"x-a": "b\r\nc: d"})}, body)


def test_a_file_in_json_is_its_text() -> None:
    form = Form.model_validate_json(b'{"file":"\xc3\xa9"}')
    assert isinstance(form.file, Upload)
    assert form.file.read() == "é".encode()
    assert form.model_dump_json() == '{"file":"é"}'
    with pytest.raises(ValueError):
        Form(file=Upload(b"\xff")).model_dump_json()


def test_a_multipart_body_may_be_a_model() -> None:
    outer = Outer.model_validate({"number": 1, "from": "a", "más": "b"})
    assert parts(outer) == [("number", None, None, b"1"), ("from", None, None, b"a"), ("más", None, None, b"b")]


def test_a_multipart_body_without_parts_is_still_a_body() -> None:
    payload = Body("multipart/form-data", required=True).write(UNSET)
    assert payload == Payload("multipart/form-data; boundary=empty", b"--empty--\r\n")


@proof
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])), st.lists
    )
)
def test_any_json_is_sent_as_it_is(value: object) -> None:
    sent = content(Body("application/json"), value)
    assert sent is not None
    assert json.loads(sent) == value
