"""Where calls go: to the server of the API, or of the operation, unless the user has another."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

from runtime.client import SyncClient
from runtime.operation import Operation
from runtime.responses import Answer
from specwright.read.load import Document
from specwright.read.normalise import normalise

HOME = "https://api.test/v1"


def own(*, api: object = (HOME,), item: object = (), operation: object = ()) -> tuple[str, ...]:
    """The servers of an operation, by the URLs that stand at each level."""

    def urls(given: Any) -> dict[str, Any]:
        return {"servers": [each if isinstance(each, dict) else {"url": each} for each in given]} if given else {}

    get = {"operationId": "a", "responses": {"204": {"description": ""}}, **urls(operation)}
    value: Any = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, **urls(api)}
    found, _ = normalise(Document("t.yaml", {**value, "paths": {"/a": {"get": get, **urls(item)}}}))
    return found.operations[0].servers


def test_the_nearest_servers_are_those_of_an_operation() -> None:
    assert own() == ()
    assert own(item=["https://files.test/"]) == ("https://files.test",)
    assert own(item=["https://files.test"], operation=["https://up.test", "https://eu.test"]) == (
        "https://up.test",
        "https://eu.test",
    )
    assert own(api=[], operation=["https://up.test"]) == ("https://up.test",)


def test_where_the_api_is_first_an_operation_is_not_elsewhere() -> None:
    assert own(operation=[HOME, "https://eu.test"]) == own(operation=[f"{HOME}/"]) == ()
    assert own(api=[HOME, "https://beta.test"], operation=["https://beta.test"]) == ("https://beta.test",)


def test_variables_have_their_defaults_and_relative_urls_are_seen_from_the_api() -> None:
    place = {"url": "https://{region}.test", "variables": {"region": {"default": "eu"}}}
    assert own(operation=[place]) == ("https://eu.test",)
    assert own(operation=["/files"]) == ("https://api.test/files",)
    assert own(api=["/v1"], operation=["/files"]) == ()


@pytest.mark.parametrize(
    "url", ["https://{lost}.test", "ftp://files.test", "mailto:x@files.test", "https://files.test/?a"]
)
def test_what_nothing_can_be_sent_to_is_no_server(url: str) -> None:
    assert own(operation=[url]) == ()


ELSEWHERE: Operation[None] = Operation(
    "GET", "/a", responses={"204": Answer()}, servers=("https://up.test/x", "https://eu.test")
)
HERE: Operation[None] = Operation("GET", "/a", responses={"204": Answer()})


class Client(SyncClient):
    _servers = (f"{HOME}/", "https://API.test/v2")


def called(base_url: str, operation: Operation[None]) -> str:
    """Where a client calls an operation."""
    asked: list[str] = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        asked.append(str(request.url))
        return httpx2.Response(204)

    http = httpx2.Client(transport=httpx2.MockTransport(answer))
    Client(base_url=base_url, credentials={}, http_client=http).send(operation)
    return asked[0]


def test_an_operation_is_called_where_it_is_unless_the_user_chose_another_place() -> None:
    assert called(HOME, HERE) == f"{HOME}/a"
    assert called(HOME, ELSEWHERE) == called("https://api.test/v2", ELSEWHERE) == "https://up.test/x/a"
    assert called("https://eu.test", ELSEWHERE) == "https://eu.test/a"
    assert called("http://localhost:8000", ELSEWHERE) == "http://localhost:8000/a"
