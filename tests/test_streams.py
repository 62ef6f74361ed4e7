"""Answers in pieces: read by either client while they arrive, and sent by handlers while they are produced."""

from __future__ import annotations

import asyncio
import pickle
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path as File
from typing import Any

import httpx2
import pytest
import uvicorn

from runtime import errors
from runtime.client import AsyncClient, SyncClient
from runtime.credentials import BearerCredential
from runtime.operation import Operation
from runtime.parameters import Header, Path
from runtime.responses import Answer
from runtime.server.app import Route, application, current_request
from runtime.server.reply import HTTPProblem, Reply
from runtime.testing.asgi import AsyncASGITransport
from runtime.testing.bridge import SHARED, SyncASGITransport

BASE = "https://api.test"
JSON = "application/json"
EVENTS = "text/event-stream"
OCTETS: Operation[bytes] = Operation(
    "GET",
    "/octets",
    responses={
        "200": Answer("application/octet-stream"),
        "4XX": Answer(JSON, lambda: dict[str, int]),
    },
    headers={"200": (Header("X-Total", lambda: int),)},
)
TEXT: Operation[str] = Operation("GET", "/text", responses={"200": Answer("text/*")})
NUMBER: Operation[int] = Operation("GET", "/number", responses={"200": Answer(JSON, lambda: int)})
TICKS: Operation[str] = Operation("GET", "/ticks", responses={"200": Answer(EVENTS)})


# --- the client -------------------------------------------------------------------------------------------------------


class Arriving(httpx2.SyncByteStream, httpx2.AsyncByteStream):
    """Content in pieces, of which an exception is raised; it remembers whether it was closed."""

    def __init__(self, *pieces: bytes | Exception) -> None:
        self.pieces = pieces
        self.taken = 0
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            if isinstance(piece, Exception):
                raise piece
            self.taken += 1
            yield piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def answering(*pieces: bytes | Exception, media_type: str = "", status: int = 200, **headers: str) -> httpx2.Response:
    fields = {"content-type": media_type} if media_type else {}
    content = Arriving(*pieces)
    return httpx2.Response(status, headers={**fields, **headers}, stream=content, extensions={"content": content})


def content_of(response: httpx2.Response) -> Arriving:
    return response.extensions["content"]


class Reading:
    """A stream seen through one eye: the one that is awaited is read to its end, item by item, on a loop."""

    def __init__(self, stream: Any, run: Callable[[Any], Any] | None) -> None:
        self.stream = stream
        self.run = run

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)

    def all(self, name: str, *arguments: object) -> list[Any]:
        return list(self.each(name, *arguments))

    def each(self, name: str, *arguments: object) -> Iterator[Any]:
        if self.run is None:
            yield from getattr(self.stream, name)(*arguments)
            return
        items = getattr(self.stream, name.replace("iter", "aiter"))(*arguments)

        async def following() -> Any:
            return await anext(items, None)

        while (item := self.run(following())) is not None:
            yield item

    def read(self) -> bytes:
        return self.stream.read() if self.run is None else self.run(self.stream.aread())

    def parse(self) -> Any:
        return self.stream.parse() if self.run is None else self.run(self.stream.parse())


class Streams:
    """`with streams.of(operation) as reading`, by a client of either kind."""

    def __init__(self, kind: str, transport: Any, **options: Any) -> None:
        self.kind = kind
        self.options = options
        self.http: Any = (httpx2.Client if kind == "sync" else httpx2.AsyncClient)(transport=transport, **options)
        self.client: Any = (SyncClient if kind == "sync" else AsyncClient)(base_url=BASE, http_client=self.http)

    def of(self, operation: Operation[Any], *arguments: Any, **named: Any) -> Opened:
        return Opened(self, self.client.with_streaming_response(self.client.send, operation, *arguments, **named))

    def send(self, operation: Operation[Any]) -> Any:
        value = self.client.send(operation)
        return value if self.kind == "sync" else SHARED.get().run(value)


class Opened:
    def __init__(self, streams: Streams, context: Any) -> None:
        self.run = None if streams.kind == "sync" else SHARED.get().run
        self.context = context

    def __enter__(self) -> Reading:
        return Reading(self.run(self.context.__aenter__()) if self.run else self.context.__enter__(), self.run)

    def __exit__(self, *raised: Any) -> bool | None:
        return self.run(self.context.__aexit__(*raised)) if self.run else self.context.__exit__(*raised)


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    return request.param


Connect = Callable[..., Streams]


@pytest.fixture
def connect(kind: str) -> Connect:
    """Streams of a server that answers with a response."""

    def make(response: httpx2.Response | Callable[[httpx2.Request], httpx2.Response], **options: Any) -> Streams:
        handler = response if callable(response) else lambda _: response
        return Streams(kind, httpx2.MockTransport(handler), **options)

    return make


def test_nothing_is_read_before_it_is_asked_for(connect: Connect) -> None:
    response = answering(b"a", b"bc", b"d", **{"x-total": "4"})
    with connect(response).of(OCTETS) as stream:
        assert (stream.status_code, stream.headers["x-total"], stream.declared_headers) == (200, "4", {"X-Total": 4})
        assert content_of(response).taken == 0
        chunks = stream.each("iter_bytes")
        assert (next(chunks), content_of(response).taken) == (b"a", 1)
        assert list(chunks) == [b"bc", b"d"]
    assert content_of(response).closed


def test_an_answer_that_is_left_half_read_is_closed(connect: Connect) -> None:
    for failing in (False, True):
        response = answering(b"a", b"b")
        try:
            with connect(response).of(OCTETS) as stream:
                assert next(stream.each("iter_bytes")) == b"a"
                if failing:
                    raise LookupError
        except LookupError:
            pass
        assert content_of(response).closed and content_of(response).taken == 1


@pytest.mark.parametrize(
    ("operation", "pieces", "media_type", "value"),
    [
        (OCTETS, [b"a", b"b"], "application/octet-stream", b"ab"),
        (TEXT, ["é".encode()[:1], "é".encode()[1:]], "text/plain", "é"),
        (NUMBER, [b"1", b"2"], JSON, 12),
    ],
)
def test_what_the_plain_call_returns_can_be_had(
    connect: Connect, operation: Operation[Any], pieces: list[bytes], media_type: str, value: object
) -> None:
    assert connect(answering(*pieces, media_type=media_type)).send(operation) == value
    with connect(answering(*pieces, media_type=media_type)).of(operation) as stream:
        assert stream.parse() == stream.parse() == value
        assert stream.read() == b"".join(pieces)
        assert b"".join(stream.each("iter_bytes")) == b"".join(pieces)


def test_chunks_may_have_a_size(connect: Connect) -> None:
    with connect(answering(b"ab", b"c", b"def", b"g")).of(OCTETS) as stream:
        assert stream.all("iter_bytes", 3) == [b"abc", b"def", b"g"]


@pytest.mark.parametrize(
    ("pieces", "media_type", "texts", "lines"),
    [
        ([b"a\r", b"\nb\n\nc"], "text/plain", ["a\r", "\nb\n\nc"], ["a", "b", "", "c"]),
        ([b"\xe2", b"\x82", b"\xac\n"], "text/plain", ["€\n"], ["€"]),
        ([b"\xe9"], "text/plain; charset=latin-1", ["é"], ["é"]),
        (["a\nb".encode("utf-16")[:3], "a\nb".encode("utf-16")[3:]], "text/a; charset=utf-16", ["a\nb"], ["a", "b"]),
        (["a\u2028b\x85\x0c\n".encode()], "text/x", ["a\u2028b\x85\x0c\n"], ["a\u2028b\x85\x0c"]),
        ([], "text/plain", [], []),
        ([b"x"], "", ["x"], ["x"]),
    ],
)
def test_text_comes_whole_wherever_it_is_cut(
    connect: Connect, pieces: list[bytes], media_type: str, texts: list[str], lines: list[str]
) -> None:
    with connect(answering(*pieces, media_type=media_type)).of(TEXT) as stream:
        assert stream.all("iter_text") == texts
    with connect(answering(*pieces, media_type=media_type)).of(TEXT) as stream:
        assert stream.all("iter_lines") == lines


@pytest.mark.parametrize(
    ("pieces", "media_type", "method"),
    [
        ([b"a", b"\xff"], "text/plain", "iter_text"),
        ([b"a", b"\xe2\x82"], "text/plain", "iter_lines"),
        ([b"a"], "text/plain; charset=klingon", "iter_text"),
        ([b"a"], "text/plain; charset=zlib", "iter_lines"),
        ([b"data: a\n\n"], JSON, "events"),
    ],
)
def test_what_cannot_be_read_as_it_is_asked_for_is_not_as_declared(
    connect: Connect, pieces: list[bytes], media_type: str, method: str
) -> None:
    with (
        pytest.raises(errors.APIResponseValidationError, match="GET /text: ") as caught,
        connect(answering(*pieces, media_type=media_type)).of(TEXT) as stream,
    ):
        stream.all(method)
    assert caught.value.body == b"" == pickle.loads(pickle.dumps(caught.value)).body


@pytest.mark.parametrize(
    ("status", "content", "media_type"), [(200, b"x", JSON), (200, b"1", "a/b"), (202, b"1", JSON)]
)
def test_an_answer_that_is_not_as_declared_is_that_error_when_it_is_parsed(
    connect: Connect, status: int, content: bytes, media_type: str
) -> None:
    with connect(answering(content, status=status, media_type=media_type)).of(NUMBER) as stream:
        with pytest.raises(errors.APIResponseValidationError) as caught:
            stream.parse()
        assert caught.value.body == content == stream.read()


def test_events_are_read(connect: Connect) -> None:
    pieces = [
        b"\xef\xbb",
        b"\xbfevent: tick\nid: 7\r",
        b"\ndata: {\ndata: }\n\n: ping\n\nretry: 5\n",
        b"data: 2\n\ndata: 3",
    ]
    with connect(answering(*pieces, media_type=f"{EVENTS}; charset=utf-8")).of(TICKS) as stream:
        found = stream.all("events")
    assert [(each.event, each.data, each.id, each.retry) for each in found] == [
        ("tick", "{\n}", "7", None),
        ("message", "2", "7", 5),
    ]
    assert [each.json() for each in found] == [{}, 2]


def test_an_error_has_its_body(connect: Connect) -> None:
    response = answering(b'{"a"', b": 1}", status=404, media_type=JSON)
    with pytest.raises(errors.NotFoundError, match="GET /octets: 404") as caught, connect(response).of(OCTETS):
        raise AssertionError
    assert caught.value.body == {"a": 1}
    assert content_of(response).closed


@pytest.mark.parametrize(
    ("broken", "expected"),
    [
        (httpx2.ReadTimeout("slow"), errors.APITimeoutError),
        (httpx2.ReadError("reset"), errors.APIConnectionError),
        (httpx2.RemoteProtocolError("cut off"), errors.APIConnectionError),
    ],
)
@pytest.mark.parametrize("method", ["iter_bytes", "iter_text", "iter_lines", "events", "read", "parse"])
def test_a_stream_that_breaks_off_is_a_connection_error(
    connect: Connect, broken: Exception, expected: type[Exception], method: str
) -> None:
    with (
        pytest.raises(errors.APIConnectionError, match=f"GET /ticks: {broken}") as caught,
        connect(answering(b"data: a\n\n", broken, media_type=EVENTS)).of(TICKS) as stream,
    ):
        stream.all(method) if method not in {"read", "parse"} else getattr(stream, method)()
    assert type(caught.value) is expected and caught.value.__cause__ is broken


def test_an_error_whose_body_breaks_off_is_a_connection_error(connect: Connect) -> None:
    response = answering(b"{", httpx2.ReadError("reset"), status=404, media_type=JSON)
    with pytest.raises(errors.APIConnectionError, match="reset"), connect(response).of(OCTETS):
        raise AssertionError


def test_content_that_is_not_compressed_as_it_says_is_a_connection_error(connect: Connect) -> None:
    with (
        pytest.raises(errors.APIConnectionError),
        connect(answering(b"x" * 20, **{"content-encoding": "gzip"})).of(OCTETS) as stream,
    ):
        stream.read()


def test_redirects_are_followed_as_in_plain_calls(connect: Connect) -> None:
    first = answering(b"moved", status=302, location="/elsewhere")

    def serve(request: httpx2.Request) -> httpx2.Response:
        return first if request.url.path == "/octets" else answering(b"a", b"b")

    with connect(serve, follow_redirects=True).of(OCTETS) as stream:
        assert stream.read() == b"ab"
    assert content_of(first).closed
    loop = [answering(b"moved", status=302, location="/octets") for _ in range(4)]
    served = iter(loop)
    with (
        pytest.raises(errors.APIConnectionError, match="too many redirects"),
        connect(lambda _: next(served), follow_redirects=True, max_redirects=3).of(OCTETS),
    ):
        raise AssertionError
    assert all(content_of(response).closed for response in loop)
    with pytest.raises(errors.APIStatusError, match="302"), connect(serve).of(OCTETS):
        raise AssertionError


def test_a_wrong_argument_is_refused_before_anything_is_sent(connect: Connect) -> None:
    sent: list[object] = []
    call: Operation[bytes] = Operation(
        "GET", "/{id}", parameters=(Path("id", lambda: int),), responses={"200": Answer("a/b")}
    )
    with pytest.raises(ValueError), connect(sent.append).of(call, {"id": "x"}):
        raise AssertionError
    assert not sent


def test_a_call_that_is_made_for_a_credential_is_a_plain_one() -> None:
    def serve(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/text":
            return answering(b"token", media_type="text/plain")
        return answering(request.headers["authorization"].encode())

    http = httpx2.Client(transport=httpx2.MockTransport(serve))
    plain = SyncClient(base_url=BASE, http_client=http)
    client = SyncClient(
        base_url=BASE, http_client=http, credentials={"bearer": BearerCredential(lambda: plain.send(TEXT))}
    )
    secured: Operation[bytes] = Operation("GET", "/octets", responses=OCTETS.responses, security=(("bearer",),))
    with client.with_streaming_response(client.send, secured) as stream:
        assert stream.read() == b"Bearer token"


def test_the_call_may_be_that_of_another_client_or_inside_of_a_function() -> None:
    seen: list[str] = []

    def serve(request: httpx2.Request) -> httpx2.Response:
        seen.append(str(request.url))
        return answering(b"a")

    client = SyncClient(base_url=BASE, http_client=httpx2.Client(transport=httpx2.MockTransport(serve)))
    other = client.with_options(base_url="https://other.test")
    with client.with_streaming_response(lambda: other.send(OCTETS)) as stream:
        assert client.send(OCTETS) == b"a"
        assert stream.read() == b"a"
    assert seen == ["https://other.test/octets", "https://api.test/octets"]
    with pytest.raises(TypeError, match="makes no call"), client.with_streaming_response(lambda: None):
        raise AssertionError


# --- the server -------------------------------------------------------------------------------------------------------


def serving(kind: str, handler: Callable[..., Any], operation: Operation[Any], **options: Any) -> Streams:
    transport = SyncASGITransport if kind == "sync" else AsyncASGITransport
    return Streams(kind, transport(application(File(__file__), [Route(operation, handler)]), **options))


def pieces(*given: Any) -> Callable[[], Iterator[Any]]:
    def produced() -> Iterator[Any]:
        for piece in given:
            if isinstance(piece, Exception):
                raise piece
            yield piece

    return produced


def later(produced: Callable[[], Iterator[Any]]) -> Callable[[], AsyncIterator[Any]]:
    async def awaited() -> AsyncIterator[Any]:
        for piece in produced():
            yield piece

    return awaited


@pytest.fixture(params=["a generator", "an iterator", "an async generator"])
def produce(request: pytest.FixtureRequest) -> Callable[..., Callable[[], Any]]:
    """`produce(*pieces)` is a function that returns an iterator of each kind."""
    kinds: dict[str, Callable[..., Any]] = {
        "a generator": pieces,
        "an iterator": lambda *given: lambda: map(itself, pieces(*given)()),
        "an async generator": lambda *given: later(pieces(*given)),
    }
    return kinds[request.param]


def itself(piece: Any) -> Any:
    return piece


Produce = Callable[..., Callable[[], Any]]


@pytest.mark.parametrize(
    ("declared", "given", "sent"),
    [
        (Answer("application/octet-stream"), [b"a", b"", b"\xff"], (b"a\xff", "application/octet-stream")),
        (Answer("application/octet-stream"), [], (b"", "application/octet-stream")),
        (Answer("image/*"), [b"a", bytearray(b"b")], (b"ab", "image/x-unknown")),
        (Answer("*/*", lambda: str), [b"a", b"b"], (b"ab", "application/octet-stream")),
        (Answer("text/*"), ["é", "", "€"], ("é€".encode(), "text/plain; charset=utf-8")),
        (Answer("text/csv; charset=utf-16"), ["a", "b"], ("ab".encode("utf-16"), "text/csv; charset=utf-16")),
        (
            Answer("text/plain; charset=iso-2022-jp"),
            ["日", "本"],
            ("日本".encode("iso-2022-jp"), "text/plain; charset=iso-2022-jp"),
        ),
        (Answer(EVENTS), ["data: a\n\n", b"data: b\n\n"], (b"data: a\n\ndata: b\n\n", EVENTS)),
        ((Answer(JSON, lambda: Any), Answer("application/jsonl")), ["1\n", "2\n"], (b"1\n2\n", "application/jsonl")),
    ],
)
def test_what_a_handler_produces_is_sent(
    kind: str, produce: Produce, declared: Any, given: list[Any], sent: tuple[bytes, str]
) -> None:
    call: Operation[Any] = Operation("GET", "/x", responses={"200": declared})

    async def handler() -> Any:
        return produce(*given)()

    streams = serving(kind, handler, call)
    with streams.of(call) as stream:
        assert (stream.read(), stream.headers["content-type"]) == sent
        assert "content-length" not in stream.headers


def test_a_handler_may_be_the_generator_itself(kind: str) -> None:
    for handler in (pieces(b"a", b"b"), later(pieces(b"a", b"b"))):
        assert serving(kind, handler, OCTETS).send(OCTETS) == b"ab"


def test_an_iterator_in_a_reply_has_its_status_and_headers(kind: str, produce: Produce) -> None:
    call: Operation[bytes] = Operation(
        "GET", "/x", responses={"200": Answer(), "206": (Answer("image/png"), Answer("image/*"))}
    )

    async def handler() -> Any:
        return Reply(produce(b"a", b"b")(), 206, {"content-type": "image/webp", "x-a": "b", "content-length": "2"})

    with serving(kind, handler, call).of(call) as stream:
        assert (stream.status_code, stream.headers["content-type"], stream.headers["x-a"]) == (206, "image/webp", "b")
        assert (stream.headers["content-length"], stream.read()) == ("2", b"ab")


def test_an_open_file_is_sent_in_blocks_and_closed(kind: str, tmp_path: File) -> None:
    content = bytes(range(256)) * 1000
    (tmp_path / "file").write_bytes(content)
    opened: list[Any] = []

    def handler() -> Any:
        opened.append((tmp_path / "file").open("rb"))
        return opened[-1]

    with serving(kind, handler, OCTETS).of(OCTETS) as stream:
        chunks = stream.all("iter_bytes")
    assert b"".join(chunks) == content
    assert 1 < len(chunks) < 10
    assert opened[0].closed


@pytest.mark.parametrize(
    "responses",
    [
        {"200": Answer(JSON, lambda: Any)},
        {"200": Answer("*/*", lambda: list[int], structured=True)},
        {"204": Answer()},
        {"200": Answer("text/plain; charset=klingon")},
        {"200": Answer("text/plain; charset=zlib")},
    ],
)
def test_what_is_json_or_empty_cannot_be_produced_piece_by_piece(
    kind: str, produce: Produce, responses: Any, caplog: pytest.LogCaptureFixture
) -> None:
    call: Operation[Any] = Operation("GET", "/x", responses=responses)

    async def handler() -> Any:
        return produce(b"1")()

    with pytest.raises(errors.InternalServerError):
        serving(kind, handler, call).send(call)
    assert "an answer that may not be sent" in caplog.text


def test_the_request_is_known_while_the_content_is_produced(kind: str, produce: Produce) -> None:
    def path() -> Iterator[bytes]:
        yield current_request().url.path.encode()

    async def handler() -> Any:
        return later(path)() if kind == "async" else path()

    assert serving(kind, handler, OCTETS).send(OCTETS) == b"/octets"


def test_a_head_produces_nothing_and_closes_the_iterator() -> None:
    class Produced:
        taken, closed = 0, False

        def __iter__(self) -> Iterator[bytes]:
            return self

        def __next__(self) -> bytes:
            self.taken += 1
            return b"a"

        def close(self) -> None:
            self.closed = True

    produced = Produced()

    async def handler() -> Any:
        return Reply(produced, headers={"x-a": "b"})

    with serving("sync", handler, OCTETS).http as http:
        head = http.head(f"{BASE}/octets")
    assert (head.status_code, head.content, head.headers["x-a"]) == (200, b"", "b")
    assert "content-length" not in head.headers
    assert (produced.taken, produced.closed) == (0, True)


@pytest.mark.parametrize("error", [KeyError("mine"), HTTPProblem(404, {"a": 1}), TypeError("mine")], ids=repr)
def test_what_an_iterator_raises_is_raised_in_process(kind: str, produce: Produce, error: Exception) -> None:
    async def handler() -> Any:
        return produce(b"a", error)()

    with pytest.raises(type(error)), serving(kind, handler, OCTETS).of(OCTETS) as stream:
        stream.read()


@pytest.mark.parametrize("error", [KeyError("mine"), ConnectionResetError("upstream"), 5], ids=repr)
@pytest.mark.parametrize("before", [[], [b"a"]])
def test_an_iterator_that_fails_breaks_the_answer_off(
    kind: str, produce: Produce, error: Any, before: list[bytes]
) -> None:
    async def handler() -> Any:
        return produce(*before, error)()

    streams = serving(kind, handler, OCTETS, raise_app_exceptions=False)
    with pytest.raises(errors.APIConnectionError, match="before its answer did"), streams.of(OCTETS) as stream:
        for chunk in stream.each("iter_bytes"):
            assert chunk in before
    with pytest.raises(errors.APIConnectionError):
        streams.send(OCTETS)


@pytest.mark.parametrize("layers", [1, 2])
def test_a_middleware_does_not_make_a_success_of_a_failure(
    kind: str, layers: int, caplog: pytest.LogCaptureFixture
) -> None:
    async def handler() -> Any:
        return later(pieces(b"a", KeyError("mine")))()

    async def passing(request: Any, following: Any) -> Any:
        return await following(request)

    app = application(File(__file__), [Route(OCTETS, handler)])
    for _ in range(layers):
        app.middleware("http")(passing)
    transport: Any = SyncASGITransport if kind == "sync" else AsyncASGITransport
    with pytest.raises(errors.APIConnectionError, match="before its answer did"):
        Streams(kind, transport(app, raise_app_exceptions=False)).send(OCTETS)
    assert "KeyError: 'mine'" in caplog.text


# --- in process -------------------------------------------------------------------------------------------------------


def test_a_chunk_arrives_before_the_next_is_produced(kind: str) -> None:
    arrived = threading.Event()

    def produced() -> Iterator[bytes]:
        yield b"first"
        assert arrived.wait(30)
        yield b"second"

    async def handler() -> Any:
        return produced()

    with serving(kind, handler, OCTETS).of(OCTETS) as stream:
        chunks = stream.each("iter_bytes")
        assert next(chunks) == b"first"
        arrived.set()
        assert list(chunks) == [b"second"]


def test_an_application_is_not_far_ahead_of_its_client(kind: str) -> None:
    produced: list[int] = []

    async def endless() -> AsyncIterator[bytes]:
        try:
            while True:
                produced.append(1)
                yield b"a"
        finally:
            produced.append(0)

    async def handler() -> Any:
        return endless()

    with serving(kind, handler, OCTETS).of(OCTETS) as stream:
        chunks = stream.each("iter_bytes")
        assert [next(chunks) for _ in range(100)] == [b"a"] * 100
    assert len(produced) < 110
    assert produced[-1] == 0


def test_the_end_of_the_application_is_waited_for(kind: str) -> None:
    ended: list[bool] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"a"})
        assert (await receive(), await receive()) == (
            {"type": "http.request", "body": b"", "more_body": False},
            {"type": "http.disconnect"},
        )
        await asyncio.sleep(0.05)
        ended.append(True)

    transport: Any = SyncASGITransport(app) if kind == "sync" else AsyncASGITransport(app)
    assert Streams(kind, transport).send(OCTETS) == b"a"
    assert ended == [True]


@pytest.mark.parametrize("raises", [True, False])
def test_an_application_without_an_answer_is_500(kind: str, raises: bool) -> None:
    async def app(scope: Any, receive: Any, send: Any) -> None:
        pass

    transport = (SyncASGITransport if kind == "sync" else AsyncASGITransport)(app, raise_app_exceptions=raises)
    with pytest.raises(errors.InternalServerError):
        Streams(kind, transport).send(OCTETS)


# --- over a socket ----------------------------------------------------------------------------------------------------


class Served:
    """What the handlers of a server wait for and tell."""

    def __init__(self) -> None:
        self.arrived = threading.Event()
        self.closed = threading.Event()

    async def ticks(self) -> AsyncIterator[str]:
        try:
            yield "event: tick\ndata: 1\n\nda"
            assert await asyncio.to_thread(self.arrived.wait, 30)
            yield "ta: 2\n\n"
        finally:
            self.closed.set()

    def octets(self) -> Iterator[bytes]:
        yield b"first"
        assert self.arrived.wait(30)
        yield b"second"

    async def broken(self) -> AsyncIterator[bytes]:
        yield b"first"
        raise KeyError("mine")

    async def slow(self) -> AsyncIterator[bytes]:
        yield b"first"
        await asyncio.sleep(30)

    async def endless(self) -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"a" * 1000
                await asyncio.sleep(0)
        finally:
            self.closed.set()


BROKEN, SLOW, ENDLESS = (
    Operation[bytes]("GET", path, responses=OCTETS.responses) for path in ("/broken", "/slow", "/endless")
)


@pytest.fixture
def served() -> Served:
    return Served()


@pytest.fixture
def wire(served: Served, kind: str) -> Iterator[Streams]:
    """A client of a server that answers until the test is over."""

    def route(operation: Operation[Any], produced: Callable[[], Any]) -> Route[Any]:
        async def handler() -> Any:
            return produced()

        return Route(operation, handler)

    routes = [
        route(TICKS, served.ticks),
        route(OCTETS, served.octets),
        route(BROKEN, served.broken),
        route(SLOW, served.slow),
        route(ENDLESS, served.endless),
    ]
    config = uvicorn.Config(application(File(__file__), routes), port=0, log_level="critical")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    deadline = time.monotonic() + 30
    while not server.started:
        assert thread.is_alive() and time.monotonic() < deadline, "the server does not start"
        time.sleep(0.01)
    streams = Streams(kind, None)
    streams.client = streams.client.with_options(
        base_url=f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}", timeout=30
    )
    yield streams
    _ = streams.http.close() if kind == "sync" else SHARED.get().run(streams.http.aclose())
    server.should_exit = True
    thread.join(30)
    assert not thread.is_alive()


def test_octets_arrive_piece_by_piece_over_a_socket(wire: Streams, served: Served) -> None:
    with wire.of(OCTETS) as stream:
        chunks = stream.each("iter_bytes")
        assert next(chunks) == b"first"
        served.arrived.set()
        assert list(chunks) == [b"second"]
    assert wire.send(OCTETS) == b"firstsecond"


def test_events_arrive_one_by_one_over_a_socket(wire: Streams, served: Served) -> None:
    with wire.of(TICKS) as stream:
        events = stream.each("events")
        assert next(events) == httpx2.ServerSentEvent("tick", "1")
        served.arrived.set()
        assert list(events) == [httpx2.ServerSentEvent(data="2")]
        assert stream.headers["content-type"] == EVENTS


def test_a_handler_that_fails_in_the_middle_is_a_connection_error_over_a_socket(wire: Streams) -> None:
    with pytest.raises(errors.APIConnectionError), wire.of(BROKEN) as stream:
        chunks = stream.each("iter_bytes")
        assert next(chunks) == b"first"
        next(chunks)
    with pytest.raises(errors.APIConnectionError):
        wire.send(BROKEN)


def test_a_stream_that_goes_silent_is_a_timeout(wire: Streams) -> None:
    wire.client = wire.client.with_options(timeout=0.3)
    with pytest.raises(errors.APITimeoutError, match="GET /slow"), wire.of(SLOW) as stream:
        chunks = stream.each("iter_bytes")
        assert next(chunks) == b"first"
        next(chunks)


def test_leaving_a_stream_ends_the_handler_and_no_other_call(wire: Streams, served: Served) -> None:
    served.arrived.set()
    with wire.of(ENDLESS) as stream:
        assert next(stream.each("iter_bytes"))
    assert served.closed.wait(30)
    assert wire.send(OCTETS) == b"firstsecond"


def test_many_streams_are_read_at_once(wire: Streams, served: Served) -> None:
    opened = [wire.of(TICKS) for _ in range(20)]
    events = [each.__enter__().each("events") for each in opened]
    assert [next(each).data for each in events] == ["1"] * 20
    served.arrived.set()
    assert [next(each).data for each in events] == ["2"] * 20
    for each in opened:
        each.__exit__(None, None, None)
