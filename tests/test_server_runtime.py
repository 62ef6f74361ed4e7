"""The server behind the stubs, for operations that one API alone does not have: routing, styles, bodies, answers."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path as File
from typing import Any

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict

from runtime.bodies import Body
from runtime.client import SyncClient
from runtime.files import Upload
from runtime.forms import Encoding
from runtime.model import UNSET
from runtime.operation import Operation
from runtime.parameters import Cookie, Header, Parameter, Path, Query
from runtime.responses import Answer
from runtime.server.app import Route, application
from runtime.server.reply import HTTPProblem, Reply
from runtime.server.routing import Found, Routes
from runtime.testing.bridge import SyncASGITransport
from runtime.types import Number

ANY = Answer("application/json", lambda: Any)
BASE = "https://api.test"


def operation(path: str, method: str = "GET", /, **parts: Any) -> Operation[Any]:
    return Operation(method, path, **{"responses": {"200": ANY}, **parts})


def serve(*routes: Route[Any]) -> httpx2.Client:
    """An HTTP client of an application with these routes."""
    return httpx2.Client(transport=SyncASGITransport(application(File(__file__), routes)), base_url=BASE)


async def given_arguments(*positional: object, **named: object) -> object:
    """A handler that returns what it is called with."""
    return [*positional, named] if named else list(positional)


async def echo(body: object = UNSET) -> object:
    return {"absent": True} if body is UNSET else body


# --- routing ----------------------------------------------------------------------------------------------------------

PATHS = {
    "/a/{id}": [("/a/1", {"id": "1"}), ("/a/b%2Fc", {"id": "b%2Fc"}), ("/a/%65xists", None), ("/a/", None)],
    "/a/exists": [("/a/exists", {}), ("/a/%65xists", {})],
    "/a/{id}/{part}": [("/a/exists/x", {"id": "exists", "part": "x"})],
    "/f/{name}:archive": [("/f/x%3Ay:archive", {"name": "x%3Ay"}), ("/f/:archive", None), ("/f/x", None)],
    "/{owner}.{format}": [("/a.b.json", {"owner": "a.b", "format": "json"}), ("/.json", None), ("/a.", None)],
    "/v{major}-{minor}/x": [("/v1-2/x", {"major": "1", "minor": "2"}), ("/v12/x", None)],
    "/two/{a}{b}": [("/two/xyz", {"a": "xy", "b": "z"}), ("/two/x", None)],
    "/é ü/{x}": [("/%c3%a9%20%C3%BC/1", {"x": "1"}), ("/é%20ü/~", {"x": "~"})],
    "/": [("/", {})],
}


@pytest.mark.parametrize("order", [1, -1])
def test_a_path_leads_to_its_most_literal_template_in_any_order(order: int) -> None:
    routes: Routes[str] = Routes()
    for path in list(PATHS)[::order]:
        routes.add("GET", path, path)
    for path, cases in PATHS.items():
        for raw, values in cases:
            found = routes.find("GET", raw)
            if values is None:
                assert not isinstance(found, Found) or found.target != path
            else:
                assert found == Found(path, values)


def test_what_is_listed_tells_where_a_placeholder_ends_that_nothing_follows() -> None:
    routes: Routes[str] = Routes()
    routes.add("GET", "/{page}{kind}", "x", {"kind": (".json", ".min.json", ".é")})
    for raw, page, kind in (("a.json", "a", ".json"), ("a.min.json", "a", ".min.json"), ("a.%c3%a9", "a", ".%C3%A9")):
        assert routes.find("GET", f"/{raw}") == Found("x", {"page": page, "kind": kind})
    assert routes.find("GET", "/a.xml") == routes.find("GET", "/.json") == ()


def test_a_method_that_the_literal_path_lacks_may_be_had_by_the_templated_one() -> None:
    routes: Routes[str] = Routes()
    routes.add("GET", "/a/exists", "literal")
    routes.add("DELETE", "/a/{id}", "templated")
    assert routes.find("GET", "/a/exists") == Found("literal", {})
    assert routes.find("HEAD", "/a/exists") == Found("literal", {})
    assert routes.find("DELETE", "/a/exists") == Found("templated", {"id": "exists"})
    assert routes.find("PUT", "/a/exists") == ("DELETE", "GET", "HEAD")


def test_no_path_takes_long() -> None:
    routes: Routes[str] = Routes()
    routes.add("GET", "/{a}-{b}-{c}-{d}.json", "x")
    routes.add("GET", "/{a}/{b}/{c}/{d}", "y")
    for path in ("/" + "-" * 60_000, "/" * 60_000, "/" + "%" * 60_000, "/" + "é" * 60_000):
        routes.find("GET", path)


@settings(max_examples=200, derandomize=True, deadline=None, database=None)
@given(owner=st.text(min_size=1), format=st.text("abc%/é", min_size=1))
def test_whatever_a_client_writes_into_a_path_is_read_from_it(owner: str, format: str) -> None:
    if owner.strip("./") == "" or "\ud800" <= max(owner) <= "\udfff":
        return
    call = operation("/x/{owner}.{format}:go", parameters=(Path("owner", lambda: str), Path("format", lambda: str)))
    routes: Routes[str] = Routes()
    routes.add("GET", call.path, "x")
    found = routes.find("GET", call.draft({"owner": owner, "format": format}).path)
    assert isinstance(found, Found)
    assert found.path == {"owner": found.path["owner"], "format": found.path["format"]}
    with serve(Route(call, given_arguments)) as http:
        assert http.get(call.draft({"owner": owner, "format": format}).path).json() == [owner, format]


# --- parameters -------------------------------------------------------------------------------------------------------

Ints = list[int]
Members = dict[str, int]

STYLES: dict[str, tuple[Parameter, object]] = {
    "a repeated query": (Query("q", lambda: Ints), [1, 2]),
    "a repeated query of one": (Query("q", lambda: Ints), [1]),
    "a query with commas": (Query("q", lambda: Ints, explode=False), [1, 2]),
    "a query with spaces": (Query("q", lambda: list[str], style="spaceDelimited"), ["a", "b&c"]),
    "a query with pipes": (Query("q", lambda: list[str], style="pipeDelimited"), ["a", "b,c"]),
    "a deep object": (Query("q", lambda: Members, style="deepObject"), {"a": 1, "b": 2}),
    "a spread object": (Query("q", lambda: Members), {"a": 1, "b": 2}),
    "a boolean": (Query("q", lambda: bool), False),
    "a name of its own": (Query("q[]", lambda: str, name="q"), "x y+z"),
    "a list in a header": (Header("X-Q", lambda: Ints, name="q"), [1, 2]),
    "a text in a header": (Header("X-Q", lambda: str, name="q"), "a, b; é"),
    "a cookie": (Cookie("q", lambda: str), "a;b=c é"),
    "a repeated cookie": (Cookie("q", lambda: Ints), [1, 2]),
}


@pytest.mark.parametrize(("parameter", "value"), STYLES.values(), ids=STYLES)
def test_what_the_client_writes_is_what_the_handler_gets(parameter: Parameter, value: object) -> None:
    call = operation("/x", parameters=(parameter,))
    with serve(Route(call, given_arguments)) as http:
        assert SyncClient(base_url=BASE, http_client=http).send(call, {"q": value}) == [{"q": value}]
        assert SyncClient(base_url=BASE, http_client=http).send(call) == []


# --- bodies -----------------------------------------------------------------------------------------------------------


class Form(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")
    text: str
    number: int | None = None
    items: list[int] | None = None
    inner: dict[str, bool] | None = None


FORM = Body("application/x-www-form-urlencoded", lambda: Form, required=True)


@pytest.mark.parametrize(
    "value",
    [
        {"text": ""},
        {"text": "5", "number": 5},
        {"text": "[1]&=+ é", "items": [1]},
        {"text": "x", "items": [1, 2], "inner": {"a": True}, "more": "m"},
    ],
    ids=str,
)
def test_a_form_is_read_as_its_type_says(value: dict[str, object]) -> None:
    async def seen(body: Form) -> object:
        assert isinstance(body, Form)
        return body.model_dump(exclude_none=True)

    call = operation("/x", "POST", body=FORM)
    with serve(Route(call, seen)) as http:
        assert SyncClient(base_url=BASE, http_client=http).send(call, body=value) == value


def test_a_form_that_breaks_the_document_is_refused() -> None:
    with serve(Route(operation("/x", "POST", body=FORM), echo)) as http:
        answer = http.post("/x", data={"number": "x"})
        assert answer.status_code == 422
        assert {fault["pointer"] for fault in answer.json()["detail"]} == {"/text", "/number"}
        for content in (b"\xff", b"text=%FF"):
            answer = http.post("/x", content=content, headers={"content-type": FORM.media_type})
            assert answer.status_code == 400


class Parts(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid")
    text: str = ""
    number: int | None = None
    file: Upload | None = None
    files: list[Upload] | None = None
    inner: dict[str, int] | None = None
    ids: list[int] | None = None
    at: dict[str, int] | None = None


PARTS = Body(
    "multipart/form-data",
    lambda: Parts,
    required=True,
    encodings={"ids": Encoding(style="form", explode=False), "at": Encoding(style="deepObject")},
)


def multipart_of(*parts: tuple[str, bytes]) -> bytes:
    return b"".join(b"--x\r\n%s\r\n\r\n%s\r\n" % (head.encode(), content) for head, content in parts) + b"--x--"


def part(name: str, *more: str) -> str:
    return "\r\n".join([f'Content-Disposition: form-data; name="{name}"', *more])


FILE = Upload(b"\r\n--\xff\r\n", "é.bin", "image/png", {"x-a": "b"})
MULTIPART = {
    "texts": ([(part("text"), b"5"), (part("number"), b"5")], {"text": "5", "number": 5}),
    "a file": (
        [
            (
                'x-a: b\r\ncontent-disposition:x;name=file; filename="é.bin"\r\nCONTENT-TYPE: image/png',
                FILE.read(),
            )
        ],
        {"file": FILE},
    ),
    "an encoded file name": (
        [("content-disposition: form-data; name=file; filename=x; filename*=UTF-8''%C3%A9.bin", b"")],
        {"file": Upload(b"", "é.bin")},
    ),
    "one of several files": ([(part("files") + "; filename=a", b"x")], {"files": [Upload(b"x", "a")]}),
    "several files": (
        [(part("files") + "; filename=a", b"x"), (part("files", "content-type: a/b"), b"y")],
        {"files": [Upload(b"x", "a"), Upload(b"y", None, "a/b")]},
    ),
    "a file for a text": ([(part("text") + "; filename=a", b"x")], {"text": "x"}),
    "a text for a file": ([(part("file"), b"x")], {"file": Upload("x")}),
    "another charset": ([(part("text", "content-type: text/plain; charset=latin-1"), b"\xe9")], {"text": "é"}),
    "JSON": ([(part("inner", "content-type: application/json"), b'{"a":1}')], {"inner": {"a": 1}}),
    "JSON without saying so": ([(part("inner"), b'{"a":1}')], {"inner": {"a": 1}}),
    "a delimited list": ([(part("ids"), b"1,2")], {"ids": [1, 2]}),
    "a deep object": ([(part("at[a]"), b"1"), (part("at[b]"), b"2")], {"at": {"a": 1, "b": 2}}),
}


@pytest.mark.parametrize(("parts", "value"), MULTIPART.values(), ids=MULTIPART)
def test_a_multipart_body_is_read_as_its_type_says(parts: list[tuple[str, bytes]], value: dict[str, object]) -> None:
    seen: list[Parts] = []

    async def handler(body: Parts) -> object:
        seen.append(body)
        return None

    with serve(Route(operation("/x", "POST", body=PARTS), handler)) as http:
        headers = {"content-type": 'multipart/form-data; boundary="x"'}
        answer = http.post("/x", content=b"preamble\r\n" + multipart_of(*parts), headers=headers)
        assert answer.status_code == 200, answer.text
    assert seen[0].model_dump(exclude_unset=True) == value


@pytest.mark.parametrize(
    ("content", "content_type", "status"),
    [
        (multipart_of((part("number"), b"x")), "multipart/form-data; boundary=x", 422),
        (multipart_of((part("nobody"), b"x")), "multipart/form-data; boundary=x", 422),
        (multipart_of((part("text") + "; filename=a", b"\xff")), "multipart/form-data; boundary=x", 422),
        (multipart_of((part("text"), b"x"))[:-2], "multipart/form-data; boundary=x", 400),
        (multipart_of((part("text"), b"x")), "multipart/form-data; boundary=y", 400),
        (multipart_of((part("text"), b"x")), "multipart/form-data", 400),
        (b"--x\r\ntext\r\n--x--", "multipart/form-data; boundary=x", 400),
        (b"", "multipart/form-data; boundary=x", 400),
        (multipart_of((part("text"), b"x")), "multipart/mixed; boundary=x", 415),
    ],
)
def test_a_multipart_body_that_breaks_the_document_is_refused(content: bytes, content_type: str, status: int) -> None:
    with serve(Route(operation("/x", "POST", body=PARTS), echo)) as http:
        answer = http.post("/x", content=content, headers={"content-type": content_type})
        assert answer.status_code == status, answer.text


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(st.lists(st.sampled_from([b"--x", b"\r\n", b"--", part("text").encode(), part("at[").encode()]) | st.binary()))
def test_any_octets_are_a_multipart_body_or_refused(pieces: list[bytes]) -> None:
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert UPLOADS.post("/x", content=b"".join(pieces), headers=headers).status_code in (200, 400, 422)


async def kept(body: object) -> object:
    return None


UPLOADS = serve(Route(operation("/x", "POST", body=PARTS), kept))


class Styled(BaseModel):
    model_config = ConfigDict(strict=True)
    deep: dict[str, dict[str, str]]
    ids: list[Number]
    raw: list[int]
    at: dict[str, Number]
    name: str | None = None


STYLED = Body(
    "application/x-www-form-urlencoded",
    lambda: Styled,
    encodings={
        "deep": Encoding(style="deepObject"),
        "ids": Encoding(style="pipeDelimited", explode=False),
        "raw": Encoding("application/json"),
        "at": Encoding(style="form"),
    },
)


def test_members_of_a_form_with_a_style_are_read_by_it() -> None:
    value = {"deep": {"a": {"b": "c"}}, "ids": [1, 2], "raw": [1], "at": {"x": 1}}
    call = operation("/x", "POST", body=STYLED)
    with serve(Route(call, echo)) as http:
        sent = SyncClient(base_url=BASE, http_client=http).send(call, body=value)
        assert sent == {**value, "name": None}


def test_each_declared_media_type_of_a_body_is_taken() -> None:
    bodies = (
        Body("application/json", lambda: dict[str, int]),
        Body("text/plain", lambda: str),
        Body("image/*", lambda: bytes),
    )

    async def kind(body: object = UNSET) -> object:
        return [type(body).__name__, str(body)] if body is not UNSET else "absent"

    with serve(Route(operation("/x", "POST", body=bodies), kind)) as http:

        def send(content: bytes, content_type: str = "") -> httpx2.Response:
            return http.post("/x", content=content, headers={"content-type": content_type} if content_type else {})

        assert send(b'{"a": 1}', "Application/JSON; charset=utf-8").json() == ["dict", "{'a': 1}"]
        assert send("é".encode("latin-1"), "text/plain; charset=latin-1").json() == ["str", "é"]
        assert send(b"", "text/plain").json() == ["str", ""]
        assert send(b"\xff", "image/png").json() == ["bytes", "b'\\xff'"]
        assert send(b"").json() == send(b"", "application/json").json() == "absent"
        assert send(b"x", "text/plain; charset=klingon").status_code == 415
        assert send(b"\xff", "text/plain").status_code == 400
        assert send(b"x", "video/mp4").status_code == 415


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=10,
)
PIECES = [b"NaN", b"1e999", b"1" * 400 + b".0", b"\\ud800", b"\xff", b"[" * 190, b"]" * 190, b"0", b'":']


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(value=VALUES, piece=st.just(b"") | st.sampled_from(PIECES) | st.binary(max_size=3), at=st.integers(0, 60))
def test_a_body_comes_back_or_is_refused(value: object, piece: bytes, at: int) -> None:
    text = json.dumps(value, ensure_ascii=True).encode()
    text = text[:at] + piece + text[at:]
    answer = ECHO.post("/x", content=text, headers={"content-type": "application/json"})
    assert answer.status_code == 200 or 400 <= answer.status_code < 500
    if not piece:
        assert answer.json() == value
    if answer.status_code == 200 and text.strip():
        assert json.dumps(answer.json()) == json.dumps(json.loads(text))


ECHO = serve(Route(operation("/x", "POST", body=Body("application/json", lambda: Any, required=True)), echo))


# --- answers ----------------------------------------------------------------------------------------------------------

TEXT = Answer("text/plain; charset=utf-8", lambda: str)
OCTETS = Answer("application/octet-stream", lambda: bytes)
NUMBER = Answer("application/json", lambda: int)

ANSWERS: dict[str, tuple[Mapping[str, Any], object, tuple[int, str, bytes]]] = {
    "the lowest success": ({"204": Answer(), "202": NUMBER}, 5, (202, "application/json", b"5")),
    "another success": ({"200": NUMBER, "204": Answer()}, Reply(None, status=204), (204, "", b"")),
    "a range": ({"2XX": NUMBER}, 5, (200, "application/json", b"5")),
    "a status in a range": ({"2XX": NUMBER}, Reply(5, status=207), (207, "application/json", b"5")),
    "default": ({"default": NUMBER, "404": TEXT}, 5, (200, "application/json", b"5")),
    "a redirection": ({"302": Answer()}, Reply(None, headers={"Location": "/y"}), (302, "", b"")),
    "text": ({"200": TEXT}, "é", (200, "text/plain; charset=utf-8", "é".encode())),
    "octets": ({"200": OCTETS}, b"\xff", (200, "application/octet-stream", b"\xff")),
    "the first that fits": ({"200": (NUMBER, TEXT)}, "x", (200, "text/plain; charset=utf-8", b"x")),
    "the one that is asked for": (
        {"200": (ANY, TEXT)},
        Reply("x", headers={"content-type": "text/plain"}),
        (200, "text/plain", b"x"),
    ),
    "a picture": ({"200": Answer("image/*")}, b"x", (200, "image/x-unknown", b"x")),
    "a picture with a name": (
        {"200": Answer("image/*")},
        Reply(b"x", headers={"Content-Type": "image/png"}),
        (200, "image/png", b"x"),
    ),
    "a text where anything goes": ({"200": Answer("*/*")}, "é", (200, "text/plain; charset=utf-8", "é".encode())),
    "octets where anything goes": ({"200": Answer("*/*")}, b"x", (200, "application/octet-stream", b"x")),
    "JSON where anything goes": (
        {"200": Answer("*/*", lambda: Any)},
        Reply([1], headers={"content-type": "application/json"}),
        (200, "application/json", b"[1]"),
    ),
    "an object whatever it is called": (
        {"200": Answer("*/*", lambda: dict[str, int], structured=True)},
        {"a": 1},
        (200, "application/json", b'{"a":1}'),
    ),
    "a number as text": (
        {"200": Answer("text/plain", lambda: int, structured=True)},
        5,
        (200, "text/plain", b"5"),
    ),
    "any kind of JSON": (
        {"200": Answer("application/*+json", lambda: int)},
        5,
        (200, "application/x-unknown+json", b"5"),
    ),
    "a declared error": ({"200": NUMBER, "4XX": NUMBER}, HTTPProblem(404, 4), (404, "application/json", b"4")),
    "an undeclared error": ({"200": NUMBER}, HTTPProblem(404, {"a": 1}), (404, "application/json", b'{"a":1}')),
    "an error without content": ({"404": Answer()}, HTTPProblem(404), (404, "", b"")),
}


@pytest.mark.parametrize(("responses", "value", "wanted"), ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_what_is_declared(responses: Any, value: object, wanted: tuple[int, str, bytes]) -> None:
    async def handler() -> Any:
        if isinstance(value, Exception):
            raise value
        return value

    with serve(Route(operation("/x", responses=responses), handler)) as http:
        answer = http.get("/x")
        assert (answer.status_code, answer.headers.get("content-type", ""), answer.content) == wanted
        head = http.head("/x")
        assert (head.status_code, head.content) == (wanted[0], b"")
        assert head.headers.get("content-length") == answer.headers.get("content-length")


@pytest.mark.parametrize(
    ("declared", "value"),
    [(Answer("image/*"), b"x"), (Answer("*/*"), b"x"), (Answer("*/*"), "x"), (Answer("text/*"), "x")],
)
def test_what_a_handler_answers_without_a_media_type_is_what_the_client_takes(declared: Answer, value: object) -> None:
    async def handler() -> Any:
        return value

    call = operation("/x", responses={"200": declared})
    with serve(Route(call, handler)) as http:
        assert SyncClient(base_url=BASE, http_client=http).send(call) == value


@pytest.mark.parametrize("value", [5, "x", b"x", None, Reply("x", status=201), HTTPProblem(404, {})], ids=repr)
def test_an_answer_that_is_not_declared_is_never_sent(value: object) -> None:
    async def handler() -> Any:
        if isinstance(value, Exception):
            raise value
        return value

    responses = {"200": Answer("application/json", lambda: dict[str, int]), "404": NUMBER, "204": Answer()}
    with serve(Route(operation("/x", responses=responses), handler)) as http:
        assert http.get("/x").status_code == 500


HEADERS = (Header("X-Total", lambda: int, required=True), Header("X-Kinds", lambda: list[str]))


@pytest.mark.parametrize(
    ("headers", "sent"),
    [
        ({"x-total": 5}, {"x-total": "5"}),
        ({"X-Total": 5, "X-Kinds": ["a", "b"], "X-Other": "c"}, {"x-total": "5", "x-kinds": "a,b", "x-other": "c"}),
        ({"X-Total": 5, "X-Kinds": None}, {"x-total": "5"}),
        ({}, None),
        ({"X-Total": "5"}, None),
        ({"X-Total": 5, "X-Kinds": ["a,b"]}, None),
        ({"X-Total": 5, "X-Other": 5}, None),
        ({"X-Total": 5, "X-Other": "a\r\nb: c"}, None),
    ],
)
def test_the_headers_of_an_answer_are_as_declared(headers: dict[str, object], sent: dict[str, str] | None) -> None:
    async def handler() -> Any:
        return Reply(None, headers=headers)

    call = operation("/x", responses={"204": Answer()}, headers={"204": HEADERS})
    with serve(Route(call, handler)) as http:
        answer = http.get("/x")
    assert answer.status_code == (500 if sent is None else 204)
    if sent is not None:
        assert {name: value for name, value in answer.headers.items() if name.startswith("x-")} == sent


def test_a_declared_path_for_the_document_is_the_apis_own() -> None:
    with serve(Route(operation("/openapi.json"), given_arguments)) as http:
        assert http.get("/openapi.json").json() == []


# --- the bridge -------------------------------------------------------------------------------------------------------


def test_many_threads_share_one_loop_and_get_their_own_answers() -> None:
    async def slow(n: int) -> object:
        await asyncio.sleep(0.01)
        return [n, threading.get_ident()]

    call = operation("/x/{n}", parameters=(Path("n", lambda: int),))
    with serve(Route(call, slow)) as http, ThreadPoolExecutor(16) as pool:
        client = SyncClient(base_url=BASE, http_client=http)
        answers = list(pool.map(lambda n: client.send(call, {"n": n}), range(200)))
    assert [n for n, _ in answers] == list(range(200))
    assert len({thread for _, thread in answers}) == 1


def test_what_an_application_raises_is_raised() -> None:
    async def broken(scope: Any, receive: Any, send: Any) -> None:
        raise ZeroDivisionError("mine")

    with httpx2.Client(transport=SyncASGITransport(broken)) as http, pytest.raises(ZeroDivisionError, match="mine"):
        http.get(BASE)
    with httpx2.Client(transport=SyncASGITransport(broken, raise_app_exceptions=False)) as http:
        assert http.get(BASE).status_code == 500


def test_an_application_that_waits_for_itself_is_told_so() -> None:
    async def nested() -> object:
        with serve() as http, pytest.raises(RuntimeError, match="own event loop"):
            http.get("/y")
        return "told"

    with serve(Route(operation("/x"), nested)) as http:
        assert http.get("/x").json() == "told"


def test_nothing_is_left_when_the_interpreter_ends() -> None:
    program = """
import asyncio, sys
import httpx2
from runtime.testing.bridge import SyncASGITransport

async def app(scope, receive, send):
    asyncio.get_running_loop().create_task(asyncio.sleep(1000))
    asyncio.get_running_loop().run_in_executor(None, print, "called")
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"x"})

print(httpx2.Client(transport=SyncASGITransport(app)).get("http://x/").text)
"""
    templates = str(File(__file__).parent.parent / "templates")
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-W", "error", "-c", program],
        env={"PYTHONPATH": templates},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, sorted(done.stdout.split()), done.stderr) == (0, ["called", "x"], "")
