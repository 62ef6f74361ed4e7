"""Requests that break the document: each is refused in one shape, and no handler ever sees it."""

from __future__ import annotations

import asyncio
import json
import string
from typing import Any
from urllib.parse import unquote

import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from langsmith_control_plane import models
from langsmith_control_plane._runtime.testing.bridge import SyncASGITransport
from langsmith_control_plane.server import Deployments, create_app

ID = "0b7e7a44-5b0c-4a0e-9d3c-6b6c2f1e8a11"
ONE = f"/v2/deployments/{ID}"
JSON = {"content-type": "application/json"}


class Never(Deployments):
    """Must not be reached."""

    reached = False

    async def _reach(self, *arguments: Any, **named: Any) -> Any:
        self.reached = True
        return models.DeploymentsList(resources=[], offset=0)

    patch_deployment = create_deployment = get_deployment = list_deployments = delete_deployments = _reach


HANDLERS = Never()
APP = create_app(deployments=HANDLERS)
HTTP = httpx2.Client(transport=SyncASGITransport(APP), base_url="https://api.test")


def refused(method: str, target: str, **options: Any) -> tuple[int, list[dict[str, Any]]]:
    """The status and the faults of an answer, after a look at their shape."""
    answer = HTTP.request(method, target, **options)
    assert not HANDLERS.reached
    assert answer.headers["content-type"] == "application/json"
    faults = answer.json()["detail"]
    assert faults
    assert all(set(fault) == {"loc", "pointer", "msg", "type"} and fault["msg"] for fault in faults)
    models.HTTPValidationError.model_validate_json(answer.content)
    return answer.status_code, faults


def deep(depth: int) -> bytes:
    return b'{"a":' * depth + b"1" + b"}" * depth


BODIES: dict[str, tuple[bytes, int, list[tuple[str, str]]]] = {
    "nothing": (b"", 422, [("", "missing")]),
    "white space": (b" \n", 400, [("", "json_invalid")]),
    "half a body": (b'{"secrets": [', 400, [("", "json_invalid")]),
    "two bodies": (b"{}{}", 400, [("", "json_invalid")]),
    "not UTF-8": (b'{"a": "\xff"}', 400, [("", "json_invalid")]),
    "another encoding": ('{"a": 1}'.encode("utf-16"), 400, [("", "json_invalid")]),
    "a byte order mark": (b"\xef\xbb\xbf{}", 400, [("", "json_invalid")]),
    "NaN": (b'{"unheard_of": NaN}', 400, [("", "json_invalid")]),
    "infinity": (b'{"unheard_of": [-Infinity]}', 400, [("", "json_invalid")]),
    "a number that no float holds": (b'{"unheard_of": [0, 1e999]}', 422, [("/unheard_of/1", "finite_number")]),
    "a lone surrogate": (b'{"unheard_of": "\\ud800"}', 400, [("", "json_invalid")]),
    "deep nesting": (deep(100_000), 400, [("", "json_invalid")]),
    "a huge integer": (b'{"unheard_of": ' + b"9" * 100_000 + b"}", 400, [("", "json_invalid")]),
    "null": (b"null", 422, [("", "model_type")]),
    "a list": (b"[]", 422, [("", "model_type")]),
    "a string": (b'"{}"', 422, [("", "model_type")]),
    "a wrong type": (b'{"secrets": {}}', 422, [("/secrets", "list_type")]),
    "a wrong type inside": (
        b'{"source_config": {"resource_spec": {"max_scale": "1"}}}',
        422,
        [("/source_config/resource_spec/max_scale", "int_type")],
    ),
    "an unknown enum value": (b'{"revision_source": "svn"}', 422, [("/revision_source", "enum")]),
    "a missing member": (b'{"secrets": [{"name": "a"}]}', 422, [("/secrets/0/value", "missing")]),
    "faults in two places": (
        b'{"secrets": [{"name": "a", "value": "b"}, {"name": 1, "value": null}]}',
        422,
        [("/secrets/1/name", "string_type"), ("/secrets/1/value", "string_type")],
    ),
}


@pytest.mark.parametrize(("body", "status", "faults"), BODIES.values(), ids=BODIES)
def test_a_body_that_breaks_the_document(body: bytes, status: int, faults: list[tuple[str, str]]) -> None:
    found = refused("PATCH", ONE, content=body, headers=JSON)
    assert found[0] == status
    told = [(fault["pointer"], fault["type"]) for fault in found[1]]
    assert [pair for pair in faults if pair not in told] == []
    assert {pointer for pointer, _ in told} == {pointer for pointer, _ in faults}
    assert all(fault["loc"][0] == "body" for fault in found[1])


def test_the_place_of_a_fault_is_told_twice() -> None:
    _, (fault,) = refused("PATCH", ONE, content=b'{"secrets": [{"name": "a"}]}', headers=JSON)
    assert fault["loc"] == ["body", "secrets", 0, "value"]
    assert fault["pointer"] == "/secrets/0/value"


def test_a_million_faults_are_not_all_told() -> None:
    body = json.dumps({"secrets": [0] * 1_000_000}).encode()
    status, faults = refused("PATCH", ONE, content=body, headers=JSON)
    assert status == 422
    assert 1 <= len(faults) <= 100


@pytest.mark.parametrize(
    "content_type", ["text/plain", "application/x-www-form-urlencoded", "", "application/jsonp", "*/*", "é;;"]
)
def test_another_media_type_is_415(content_type: str) -> None:
    status, (fault,) = refused("PATCH", ONE, content=b"{}", headers={"content-type": content_type.encode()})
    assert (status, fault["loc"], fault["type"]) == (415, ["body"], "media_type")
    assert "application/json" in fault["msg"]


PARAMETERS = {
    "GET /v2/deployments/nonsense": [["path", "deployment_id"]],
    f"GET /v2/deployments/{ID}0": [["path", "deployment_id"]],
    "GET /v2/deployments/%FF": [["path", "deployment_id"]],
    "GET /v2/deployments?limit=0&offset=-1&remote_reconciled=2": [
        ["query", "limit"],
        ["query", "offset"],
        ["query", "remote_reconciled"],
    ],
    "GET /v2/deployments?limit=1.5": [["query", "limit"]],
    "GET /v2/deployments?limit=": [["query", "limit"]],
    "GET /v2/deployments?limit=1&limit=2": [["query", "limit"]],
    "GET /v2/deployments?limit=1e999": [["query", "limit"]],
    "GET /v2/deployments?limit=" + "9" * 50_000: [["query", "limit"]],
    "GET /v2/deployments?name_contains=%FF": [["query", "name_contains"]],
    "GET /v2/deployments?deployment_type=large": [["query", "deployment_type"]],
    "DELETE /v2/deployments": [["query", "deployment_ids"]],
    f"DELETE /v2/deployments?deployment_ids={ID}&deployment_ids=x": [["query", "deployment_ids", "1"]],
    "PATCH /v2/deployments/nonsense": [["path", "deployment_id"], ["body"]],
}


@pytest.mark.parametrize(("request_line", "places"), PARAMETERS.items(), ids=[line[:60] for line in PARAMETERS])
def test_parameters_that_break_the_document(request_line: str, places: list[list[str]]) -> None:
    method, _, target = request_line.partition(" ")
    body: dict[str, Any] = {"json": []} if method == "PATCH" else {}
    status, faults = refused(method, target, **body)
    assert status == 422
    assert [fault["loc"] for fault in faults if fault["loc"][0] != "body"] == [p for p in places if p != ["body"]]
    assert any(fault["loc"][0] == "body" for fault in faults) is (["body"] in places)


def test_what_no_parameter_declares_is_nobodys_business() -> None:
    answer = HTTP.get("/v2/deployments?unheard_of=1&;&&=&a[b]=c&%00=1", headers={"cookie": "a=\x01;;="})
    assert HANDLERS.reached
    HANDLERS.reached = False
    assert answer.status_code == 200


# --- whatever is sent -------------------------------------------------------------------------------------------------

NAMES = ["secrets", "source_config", "name", "value", "resource_spec", "cpu", "unheard_of"]
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=3), inner),
    max_leaves=8,
)
PIECES = [b"NaN", b"1e999", b"\\ud800", b"\xff", b'"', b"{", b"}", b",", b"9" * 5000, b"[" * 300, b"\x00", b"\\u0000"]


@st.composite
def nearly_json(draw: st.DrawFn) -> bytes:
    """A body that is JSON, or was before something was put into it, or is no more than octets."""
    text = json.dumps(draw(VALUES), ensure_ascii=draw(st.booleans())).encode("utf-8", "surrogatepass")
    if draw(st.booleans()):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(PIECES) | st.binary(max_size=4)) + text[at:]
    return text


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(body=nearly_json() | st.binary())
def test_no_body_is_too_much_for_the_server(body: bytes) -> None:
    try:
        for method, path in (("PATCH", ONE), ("POST", "/v2/deployments"), ("POST", "/v2/auth/authenticate")):
            answer = HTTP.request(method, path, content=body, headers=JSON)
            known = HANDLERS.reached or answer.status_code == 501  # a fine body, of which these handlers make nothing
            assert known or 400 <= answer.status_code < 500
            HANDLERS.reached = False
    finally:
        HANDLERS.reached = False


@settings(max_examples=300, derandomize=True, deadline=None, database=None)
@given(
    path=st.text(string.printable + "é\u0000/%{}", max_size=30),
    query=st.text(string.printable + "é&=[]%+", max_size=40),
    header=st.binary(max_size=10),
)
def test_no_request_line_is_too_much_for_the_server(path: str, query: str, header: bytes) -> None:
    for prefix in ("/v2/deployments/", "/v2/deployments", "/"):
        status = ask((prefix + path).encode(), query.encode(), header)
        assert status < 500 or status == 501 or HANDLERS.reached
        HANDLERS.reached = False


def ask(path: bytes, query: bytes, header: bytes) -> int:
    """The status of an answer to octets that no client would send."""
    statuses: list[int] = []
    messages = iter([{"type": "http.request", "body": b"", "more_body": False}])

    async def receive() -> dict[str, Any]:
        return next(messages, {"type": "http.disconnect"})

    async def send(message: Any) -> None:
        statuses.extend([message["status"]] if "status" in message else [])

    scope = {
        "type": "http",
        "method": "GET",
        "path": unquote(path.decode("utf-8", "replace")),
        "raw_path": path,
        "query_string": query,
        "headers": [(b"cookie", header), (b"x-a", header)],
        "root_path": "",
    }
    asyncio.run(APP(scope, receive, send))
    return statuses[0]
