"""Calls, waiting and awaited: what is sent, what comes back, what is raised, and where secrets go."""

from __future__ import annotations

import asyncio
import pickle
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, ClassVar, Protocol, TypeVar

import httpx2
import pytest
from pydantic import BaseModel, ConfigDict

from runtime import errors
from runtime.bodies import Body, spread
from runtime.client import AsyncClient, SyncClient
from runtime.credentials import ApiKeyCredential, BasicCredential, BearerCredential, Credential
from runtime.exchange import RawResponse
from runtime.model import UNSET
from runtime.operation import Operation
from runtime.parameters import Cookie, Header, Path, Query
from runtime.responses import Answer

T = TypeVar("T")
Handler = Callable[[httpx2.Request], httpx2.Response]

SECRET = "s3cret"
KEYS: Mapping[str, Credential] = {
    "key": ApiKeyCredential("header", "X-Key", SECRET),
    "bearer": BearerCredential(lambda: SECRET),
    "basic": BasicCredential(("user", SECRET)),
    "query": ApiKeyCredential("query", "api key", SECRET),
    "cookie": ApiKeyCredential("cookie", "sid", SECRET),
    "nothing": ApiKeyCredential("header", "X-Nothing", None),
}


class Thing(BaseModel):
    model_config = ConfigDict(strict=True, extra="allow")
    id: int


class Fault(BaseModel):
    model_config = ConfigDict(strict=True)
    detail: str


GET: Operation[Thing] = Operation(
    "GET",
    "/things/{id}",
    parameters=(Path("id", lambda: int), Query("q", lambda: str), Header("X-H", lambda: str), Cookie("c", lambda: str)),
    responses={"200": Answer("application/json", lambda: Thing), "4XX": Answer("application/json", lambda: Fault)},
    security=(("key",),),
)
PATCH: Operation[Thing] = Operation(
    "PATCH",
    "/things",
    body=Body("application/json", lambda: Thing),
    responses={"200": Answer("application/json", lambda: Thing)},
)


class Caller(Protocol):
    """A client seen through one eye: the asynchronous one is run to its end."""

    def send(self, operation: Operation[T], *arguments: Any, **options: Any) -> T: ...


class Awaited:
    def __init__(self, client: AsyncClient) -> None:
        self.client = client

    def send(self, operation: Operation[T], *arguments: Any, **options: Any) -> T:
        return asyncio.run(self.client.send(operation, *arguments, **options))


Connect = Callable[..., Caller]


@pytest.fixture(params=["sync", "async"])
def connect(request: pytest.FixtureRequest) -> Connect:
    """A client of either kind, of a handler in place of a server."""

    def make(handler: Handler, *, http: Mapping[str, Any] | None = None, **options: Any) -> Caller:
        transport = httpx2.MockTransport(handler)
        options = {"base_url": "https://api.test", "credentials": KEYS, **options}
        if request.param == "sync":
            return SyncClient(http_client=httpx2.Client(transport=transport, **http or {}), **options)
        return Awaited(AsyncClient(http_client=httpx2.AsyncClient(transport=transport, **http or {}), **options))

    return make


def thing(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"id": 1}, request=request)


class Recorder:
    """A server that remembers the requests it got."""

    def __init__(self, answer: Handler = thing) -> None:
        self.answer = answer
        self.requests: list[httpx2.Request] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        return self.answer(request)

    @property
    def last(self) -> httpx2.Request:
        return self.requests[-1]


# --- what is sent -----------------------------------------------------------------------------------------------------


def test_a_call_carries_its_parameters_and_returns_the_declared_type(connect: Connect) -> None:
    server = Recorder()
    value = connect(server, headers={"X-Mine": "me"}).send(GET, {"id": 5, "q": "a/b c", "X-H": "é", "c": "d;e"})
    assert value == Thing(id=1)
    assert server.last.method == "GET"
    assert str(server.last.url) == "https://api.test/things/5?q=a%2Fb%20c"
    assert server.last.headers["accept"] == "application/json"
    assert server.last.headers["x-h"] == "é"
    assert server.last.headers["x-mine"] == "me"
    assert server.last.headers["cookie"] == "c=d%3Be"
    assert "content-type" not in server.last.headers


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        ("https://api.test", "https://api.test/things/5"),
        ("https://api.test/", "https://api.test/things/5"),
        ("https://api.test/api-host/", "https://api.test/api-host/things/5"),
        ("http://localhost:8000/a/b", "http://localhost:8000/a/b/things/5"),
    ],
)
def test_the_base_url_may_have_a_path(connect: Connect, base_url: str, url: str) -> None:
    server = Recorder()
    connect(server, base_url=base_url).send(GET, {"id": 5})
    assert str(server.last.url) == url


@pytest.mark.parametrize(
    "base_url", ["", "api.test", "/v1", "ftp://api.test", "https://", "https://h/?a=b", "https://h/#a"]
)
def test_a_base_url_that_cannot_be_called_is_refused_at_once(base_url: str) -> None:
    with pytest.raises(ValueError, match="base_url"):
        SyncClient(base_url=base_url)


def test_a_wrong_argument_is_refused_before_anything_is_sent(connect: Connect) -> None:
    server = Recorder()
    for arguments in ({"id": "5"}, {"id": 5, "q": 1}, {"id": 5, "X-H": "a\nb"}, {"id": 5, "q": "a" * 70_000}):
        with pytest.raises(ValueError):
            connect(server).send(GET, arguments)
    with pytest.raises(ValueError):
        connect(server).send(PATCH, body={"id": "1"})
    assert server.requests == []


@pytest.mark.parametrize(
    ("required", "members", "extra", "content"),
    [
        (False, {"id": UNSET}, None, b""),
        (True, {"id": UNSET}, None, b"{}"),
        (False, {"id": UNSET}, {}, b"{}"),
        (False, {"id": 1, "x": UNSET}, None, b'{"id":1}'),
        (False, {"id": 1, "x": None}, {"y": 2}, b'{"id":1,"x":null,"y":2}'),
        (False, {"id": 1}, {"id": 2}, b'{"id":2}'),
    ],
)
def test_the_body_holds_exactly_what_was_given(
    connect: Connect, required: bool, members: dict[str, object], extra: dict[str, object] | None, content: bytes
) -> None:
    server = Recorder()
    operation: Operation[Thing] = Operation(
        "POST",
        "/",
        body=Body("application/json", lambda: dict[str, object], required=required),
        responses=GET.responses,
    )
    connect(server).send(operation, body=spread(members, extra))
    assert server.last.content == content
    assert server.last.headers.get("content-type") == ("application/json" if content else None)


def test_the_http_clients_own_headers_query_and_cookies_are_kept(connect: Connect) -> None:
    server = Recorder()
    own = {"headers": {"X-Own": "1"}, "params": {"own": "a b"}, "cookies": {"own": "1"}, "follow_redirects": True}
    client = connect(server, http=own)
    client.send(GET, {"id": 5, "q": "x"})
    assert server.last.url.query == b"q=x&own=a+b"
    assert server.last.headers["x-own"] == "1"
    assert server.last.headers["cookie"] == "own=1"


@pytest.mark.parametrize(("timeout", "seconds"), [(UNSET, 60.0), (5, 5), (None, None), (httpx2.Timeout(3), 3)])
def test_the_timeout_is_sixty_seconds_unless_given(timeout: Any, seconds: float | None) -> None:
    client = SyncClient(base_url="https://api.test", timeout=timeout)
    request = client._exchange.request(httpx2.Client(), GET, GET.draft({"id": 1}))
    assert request.extensions["timeout"]["read"] == seconds


def test_the_http_clients_own_timeout_holds_unless_another_is_given(connect: Connect) -> None:
    server = Recorder()
    connect(server, http={"timeout": 7}).send(GET, {"id": 5})
    assert server.last.extensions["timeout"]["read"] == 7
    connect(server, http={"timeout": 7}, timeout=8).send(GET, {"id": 5})
    assert server.last.extensions["timeout"]["read"] == 8


# --- what comes back --------------------------------------------------------------------------------------------------


def test_the_declared_headers_of_an_answer_have_their_types() -> None:
    declared = (Header("X-Total", lambda: int, required=True), Header("X-Kinds", lambda: list[str]))
    answers: dict[str, tuple[dict[str, str], object]] = {
        "/all": ({"x-total": "5", "X-KINDS": "a, b", "x-other": "c"}, {"X-Total": 5, "X-Kinds": ["a", "b"]}),
        "/some": ({"x-total": "5"}, {"X-Total": 5}),
        "/none": ({}, None),
        "/wrong": ({"x-total": "five"}, None),
    }
    http = httpx2.Client(
        transport=httpx2.MockTransport(lambda request: httpx2.Response(204, headers=answers[request.url.path][0]))
    )
    client = SyncClient(base_url="https://api.test", http_client=http)
    for path, (_, values) in answers.items():
        call: Operation[None] = Operation("GET", path, responses={"2XX": Answer()}, headers={"2xx": declared})
        raw = client.with_raw_response(client.send, call)
        if values is None:
            with pytest.raises(errors.APIResponseValidationError, match="X-Total"):
                _ = raw.declared_headers
        else:
            assert raw.declared_headers == values


def test_a_raw_answer_has_the_value_and_the_response() -> None:
    def serve(_: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(200, json={"id": 1}, headers={"X-Id": "7"})

    async def awaited() -> RawResponse[Thing]:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(serve))
        client = AsyncClient(base_url="https://api.test", http_client=http)
        return await client.with_raw_response(client.send, GET, {"id": 5})

    client = SyncClient(base_url="https://api.test", http_client=httpx2.Client(transport=httpx2.MockTransport(serve)))
    for raw in (client.with_raw_response(client.send, GET, {"id": 5}), asyncio.run(awaited())):
        assert (raw.parsed, raw.status_code, raw.headers["x-id"]) == (Thing(id=1), 200, "7")
        assert raw.response.json() == {"id": 1}


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (302, errors.APIStatusError),
        (400, errors.BadRequestError),
        (401, errors.AuthenticationError),
        (403, errors.PermissionDeniedError),
        (404, errors.NotFoundError),
        (409, errors.ConflictError),
        (418, errors.APIStatusError),
        (422, errors.UnprocessableEntityError),
        (429, errors.RateLimitError),
        (500, errors.InternalServerError),
        (503, errors.InternalServerError),
    ],
)
def test_each_status_has_its_error(connect: Connect, status: int, kind: type[errors.APIStatusError]) -> None:
    client = connect(lambda _: httpx2.Response(status, json={"detail": "no"}, headers={"location": "/elsewhere"}))
    with pytest.raises(errors.APIStatusError) as caught:
        client.send(GET, {"id": 5, "q": SECRET})
    assert type(caught.value) is kind
    assert caught.value.status_code == status
    assert str(caught.value).startswith(f"GET /things/5: {status} ")
    assert str(caught.value).endswith(": no")
    assert SECRET not in repr(caught.value)
    assert caught.value.body == (Fault(detail="no") if 400 <= status < 500 else {"detail": "no"})


def test_a_generated_client_chooses_the_error_classes() -> None:
    class Missing(errors.NotFoundError):
        body: Fault

    class Client(SyncClient):
        _status_errors: ClassVar = {**errors.STATUS_ERRORS, 404: Missing}

    transport = httpx2.MockTransport(lambda _: httpx2.Response(404, json={"detail": "gone"}))
    with pytest.raises(Missing) as caught:
        Client(base_url="https://api.test", http_client=httpx2.Client(transport=transport)).send(GET, {"id": 5})
    assert caught.value.body.detail == "gone"


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx2.ConnectError("refused"), errors.APIConnectionError),
        (httpx2.RemoteProtocolError("garbage"), errors.APIConnectionError),
        (httpx2.ReadTimeout("slow"), errors.APITimeoutError),
        (httpx2.ConnectTimeout(""), errors.APITimeoutError),
    ],
)
def test_no_answer_is_a_connection_error(connect: Connect, error: Exception, kind: type[Exception]) -> None:
    def fail(request: httpx2.Request) -> httpx2.Response:
        raise error

    with pytest.raises(errors.APIConnectionError) as caught:
        connect(fail).send(GET, {"id": 5, "q": SECRET})
    assert type(caught.value) is kind
    assert caught.value.__cause__ is error
    assert caught.value.request.url.path == "/things/5"
    assert str(caught.value) == f"GET /things/5: {error}" or str(caught.value).endswith(": ConnectTimeout")


@pytest.mark.parametrize("status", [200, 207, 404])
def test_errors_survive_pickling(connect: Connect, status: int) -> None:
    with pytest.raises(errors.APIError) as caught:
        connect(lambda _: httpx2.Response(status, json={"id": "x", "detail": "no"})).send(GET, {"id": 5})
    error: Any = caught.value
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy), repr(copy)) == (type(error), str(error), repr(error))
    assert copy.response.status_code == copy.status_code == status
    assert copy.body == error.body
    connection = errors.APITimeoutError("slow", httpx2.Request("GET", "https://api.test/x"))
    assert pickle.loads(pickle.dumps(connection)).request.url == connection.request.url


# --- secrets ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        ("key", ("x-key", SECRET)),
        ("bearer", ("authorization", f"Bearer {SECRET}")),
        ("basic", ("authorization", "Basic dXNlcjpzM2NyZXQ=")),
        ("cookie", ("cookie", f"sid={SECRET}")),
    ],
)
def test_a_credential_goes_where_its_scheme_says(connect: Connect, name: str, sent: tuple[str, str]) -> None:
    server = Recorder()
    connect(server).send(secured((name,)), {"id": 5})
    assert server.last.headers[sent[0]] == sent[1]


def test_a_key_may_go_into_the_query(connect: Connect) -> None:
    server = Recorder()
    connect(server).send(secured(("query",)), {"id": 5, "q": "x"})
    assert server.last.url.query == b"q=x&api%20key=s3cret"


@pytest.mark.parametrize(
    ("security", "expected"),
    [
        ((), set()),
        ((("nothing",), ("key",)), {"x-key"}),
        ((("key",), ("bearer",)), {"x-key"}),
        ((("key", "nothing"), ("bearer",)), {"authorization"}),
        ((("key", "nothing"), ("undefined",)), {"x-key"}),
        ((("nothing",),), set()),
        (((), ("bearer",)), {"authorization"}),
        ((("key", "bearer"),), {"x-key", "authorization"}),
    ],
)
def test_the_requirement_that_is_met_best_is_used(
    connect: Connect, security: tuple[tuple[str, ...], ...], expected: set[str]
) -> None:
    server = Recorder()
    connect(server).send(secured(*security), {"id": 5})
    assert {"x-key", "authorization", "x-nothing"} & set(server.last.headers) == expected


def secured(*security: tuple[str, ...]) -> Operation[Thing]:
    return Operation(
        "GET",
        "/things/{id}",
        parameters=GET.parameters,
        responses={"200": Answer("application/json", lambda: Thing)},
        security=security,
    )


def test_secrets_are_in_no_repr() -> None:
    client = SyncClient(base_url="https://api.test", credentials=KEYS, headers={"X-Own": SECRET})
    assert SECRET not in repr(client) + repr(vars(client)) + repr(KEYS)


@pytest.mark.parametrize("name", ["key", "bearer"])
def test_a_secret_that_breaks_a_header_is_refused_without_being_shown(connect: Connect, name: str) -> None:
    keys = {"key": ApiKeyCredential("header", "X-Key", f"{SECRET}\n"), "bearer": BearerCredential(f"{SECRET}\n")}
    with pytest.raises(ValueError) as caught:
        connect(thing, credentials=keys).send(secured((name,)), {"id": 5})
    assert SECRET not in repr(caught.value)


@pytest.mark.parametrize(
    ("location", "told"),
    [("/moved", True), ("https://api.test/moved", True), ("https://evil.test/", False), ("http://api.test/", False)],
)
def test_a_redirect_takes_credentials_to_the_same_origin_only(connect: Connect, location: str, told: bool) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/things/5":
            return httpx2.Response(307, headers={"location": location})
        return thing(request)

    server = Recorder(answer)
    client = connect(server, http={"follow_redirects": True}, headers={"X-Mine": SECRET, "User-Agent": "me"})
    assert client.send(secured(("key", "bearer")), {"id": 5, "X-H": SECRET}) == Thing(id=1)
    for name in ("x-key", "authorization", "x-mine", "x-h"):
        assert (name in server.last.headers) == told
    assert (SECRET in str(server.last.headers.raw)) == told
    assert server.last.headers["user-agent"] == "me"
    assert server.last.headers["host"] == server.last.url.netloc.decode()


def test_a_redirect_is_an_error_unless_the_http_client_follows_it(connect: Connect) -> None:
    server = Recorder(lambda _: httpx2.Response(307, headers={"location": "/things/5"}))
    with pytest.raises(errors.APIStatusError, match="307"):
        connect(server).send(GET, {"id": 5})
    assert len(server.requests) == 1
    with pytest.raises(errors.APIConnectionError, match="too many redirects"):
        connect(server, http={"follow_redirects": True, "max_redirects": 3}).send(GET, {"id": 5})
    assert len(server.requests) == 1 + 4


# --- clients and their copies -----------------------------------------------------------------------------------------


class Things:
    def __init__(self, client: SyncClient) -> None:
        self._client = client

    def get(self, id: int) -> Thing:
        return self._client.send(GET, {"id": id})


class Client(SyncClient):
    _user_agent = "things/1.2"

    def __init__(self, **options: Any) -> None:
        super().__init__(base_url="https://api.test", **options)
        self.mine = "kept"

    @cached_property
    def things(self) -> Things:
        return Things(self)


def test_a_copy_has_its_own_options_and_resources() -> None:
    server = Recorder()
    client = Client(http_client=httpx2.Client(transport=httpx2.MockTransport(server)), headers={"X-A": "1", "X-B": "1"})
    client.things.get(1)
    assert server.last.headers["user-agent"] == "things/1.2"
    twin = client.with_options(timeout=3, headers={"x-a": "2"}, base_url="https://other.test/v2/")
    assert (type(twin), twin.mine) == (Client, "kept")
    assert twin.things is not client.things
    twin.things.get(1)
    assert str(server.last.url) == "https://other.test/v2/things/1"
    assert server.last.extensions["timeout"]["read"] == 3
    assert (server.last.headers["x-a"], server.last.headers["x-b"]) == ("2", "1")
    client.things.get(1)
    assert str(server.last.url) == "https://api.test/things/1"
    assert server.last.headers["x-a"] == "1"


def test_a_declared_header_is_not_filled_in_by_the_http_client() -> None:
    names = ("Accept-Encoding", "User-Agent", "Connection")
    operation: Operation[Thing] = Operation(
        "GET",
        "/things",
        parameters=[Header(name, lambda: str, name=name) for name in names],
        responses={"200": Answer("application/json", lambda: Thing)},
    )
    server = Recorder()
    client = Client(http_client=httpx2.Client(transport=httpx2.MockTransport(server)))
    client.send(operation)
    assert server.last.headers.keys() & {name.lower() for name in names} == set()
    client.send(operation, {"Accept-Encoding": "identity"})
    assert server.last.headers["accept-encoding"] == "identity"
    client.with_options(headers={"user-agent": "me"}).send(operation)
    assert server.last.headers["user-agent"] == "me"


def test_a_client_and_its_copy_share_connections_even_if_those_come_later() -> None:
    client = Client()
    twin = client.with_options(timeout=1)
    assert twin._pool.http is client._pool.http
    client.close()
    client.close()
    with pytest.raises(RuntimeError, match="closed"):
        twin.things.get(1)


def test_an_http_client_of_ones_own_is_not_closed() -> None:
    own = httpx2.Client(transport=httpx2.MockTransport(thing))
    with Client(http_client=own) as client:
        client.things.get(1)
    assert not own.is_closed
    made = Client()
    with made:
        http = made._pool.http
    assert http.is_closed


def test_the_awaited_client_closes_too() -> None:
    async def run() -> None:
        own = httpx2.AsyncClient(transport=httpx2.MockTransport(thing))
        async with AsyncClient(base_url="https://api.test", http_client=own) as client:
            assert await client.with_options(timeout=1).send(GET, {"id": 1}) == Thing(id=1)
        assert not own.is_closed
        async with AsyncClient(base_url="https://api.test") as client:
            http = client._pool.http
        assert http.is_closed

    asyncio.run(run())
