"""The closed loop: a client, the wire, the server stub and back, in one process.

What the handler saw, what the client returned and what lay on the wire between them is kept, to be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from inspect import Signature
from typing import Any, cast

import httpx2
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from ..server.reply import HTTPProblem, Reply
from .asgi import AsyncASGITransport
from .bridge import SHARED, SyncASGITransport
from .calls import Answer, Call, Given, answers, bodies, parameter_values, rivals
from .case import Case, ResponseCase
from .codec import loaded
from .json import Json
from .oracle import Oracle
from .stubs import stubs
from .trial import TRIALS, Answered, Called, Sent
from .wire import Exchange, Recorder, Tap

BASE_URL = "https://api.test"
SYNC, ASYNC = "sync", "async"


@dataclass(frozen=True)
class Seen:
    """A call of a handler, with its arguments by name."""

    case: Case
    arguments: Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """One call: what the client returned or raised, what the handlers saw, and what was on the wire."""

    outcome: object
    seen: tuple[Seen, ...]
    exchanges: tuple[Exchange, ...]


class Loop:
    """Both clients of a package, connected to one application whose every handler keeps what it gets."""

    def __init__(
        self,
        clients: Mapping[str, Any],
        create_app: Callable[..., Any],
        operations: tuple[Case, ...],
    ) -> None:
        self.answer = _unasked
        self.seen: list[Seen] = []
        handlers = stubs(create_app, operations, self._handler)
        self.stubs = {tag: type(handler).__name__ for tag, handler in handlers.items()}
        self.tap = Tap(create_app(**handlers))
        self.http = httpx2.Client(transport=SyncASGITransport(self.tap))
        waited = httpx2.AsyncClient(transport=AsyncASGITransport(self.tap))
        self.jars = (self.http.cookies, waited.cookies)
        self.clients = {
            SYNC: clients[SYNC](base_url=BASE_URL, http_client=self.http),
            ASYNC: clients[ASYNC](base_url=BASE_URL, http_client=waited),
        }
        self.operations = operations
        self.rivals: dict[str, tuple[Case, ...]] = {}

    def values(self, case: Case) -> SearchStrategy[dict[str, Json]]:
        """Values for the parameters of an operation, with a path that leads to it."""
        if str(case) not in self.rivals:
            self.rivals[str(case)] = rivals(case, self.operations)
        return parameter_values(case, self.rivals[str(case)])

    def calls(self, case: Case, response: ResponseCase, oracle: Oracle) -> SearchStrategy[tuple[Call, ...]]:
        """Calls whose handler gives an answer of one declaration: one for each media type of the body."""

        def made(values: dict[str, Json], answer: Answer, bodies: tuple[Given, ...]) -> tuple[Call, ...]:
            return tuple(Call(case, values, given, answer) for given in bodies)

        return st.builds(made, self.values(case), answers(case, response), bodies(case, oracle))

    def _handler(self, case: Case, signature: Signature) -> Callable[..., Any]:
        async def handle(*positional: Any, **named: Any) -> object:
            bound = signature.bind(*positional, **named)
            bound.apply_defaults()
            self.seen.append(Seen(case, bound.arguments))
            return self.answer()

        return handle

    # --- calls --------------------------------------------------------------------------------------------------------

    def call(
        self,
        kind: str,
        case: Case,
        arguments: Mapping[str, Any],
        answer: Callable[[], object],
        media_type: str = "",
        *,
        raw: bool = False,
    ) -> Told:
        """Call an operation, whose handler returns or raises what `answer` does; any error of ours is the outcome.

        The body has the media type that is asked for, if one is; a `raw` outcome has the headers of the answer, too.
        """
        outcome = call(self.begin(kind, answer, media_type), kind, case, arguments, raw=raw)
        return Told(outcome, tuple(self.seen), tuple(self.tap.exchanges))

    def begin(self, kind: str, answer: Callable[[], object], media_type: str = "") -> Any:
        """The client for a call of which all that is told is yet to come."""
        self._forget(answer)
        client = self.clients[kind]
        return client.with_options(headers={"Content-Type": media_type}) if media_type else client

    def raw(self, sent: Sent) -> tuple[int, bytes]:
        """Send a request past the clients, without a header more: the status of the answer, and its content."""
        TRIALS.begin(lambda: sent)
        self._forget(_unasked)
        request = httpx2.Request(sent.method, BASE_URL + sent.target, headers=sent.octets, content=sent.content)
        response = self.http.send(request)
        return response.status_code, response.content

    def _forget(self, answer: Callable[[], object]) -> None:
        """Begin anew, with this for the answer: no call sends the cookies that another was given."""
        self.answer = answer
        self.seen.clear()
        self.tap.exchanges.clear()
        for jar in self.jars:
            jar.clear()

    def tell(self, kind: str, call: Call) -> Told:
        """Make a call, whose handler gives the answer."""
        case, answer = call.case, call.answer
        TRIALS.begin(lambda: Called(call, kind, self.stubs[case.tag]))
        raw = bool(answer.response.headers) and answer.status < 300
        return self.call(kind, case, call.arguments, lambda: returned(case, answer), call.given.media_type, raw=raw)


def _unasked() -> object:
    raise AssertionError("nothing was to reach a handler")


def call(client: Any, kind: str, case: Case, arguments: Mapping[str, Any], *, raw: bool = False) -> object:
    """What a method of a client returns, or the exception that it raises; `raw` is with the headers of the answer."""
    method = getattr(getattr(client, case.tag), case.name)
    if raw:
        method = partial(client.with_raw_response, method)
    try:
        return method(**arguments) if kind == SYNC else SHARED.get().run(method(**arguments))
    except Exception as error:
        return error


def played(make: Any, kind: str, case: Case, arguments: Mapping[str, Any], recorder: Recorder) -> object:
    """What a client of a server that answers anything returns or raises; `make` is its class."""
    TRIALS.begin(lambda: Answered(case, kind, arguments, recorder.status, recorder.media_type, recorder.content))
    transport = httpx2.MockTransport(recorder)
    http: Any = httpx2.Client(transport=transport) if kind == SYNC else httpx2.AsyncClient(transport=transport)
    return call(make(base_url=BASE_URL, http_client=http), kind, case, arguments)


def returned(case: Case, answer: Answer) -> object:
    """What a handler returns for an answer, or raises.

    A plain value stands for the lowest success that is declared; of several media types one must be named.
    """
    several = sum(other.status == answer.response.status for other in case.responses) > 1
    headers: dict[str, object] = {"content-type": answer.response.example} if answer.media_type and several else {}
    types = {header.wire_name: header.type for header in answer.response.headers}
    value: Any = loaded(answer.response.type, cast(Json, answer.value)) if answer.json else answer.value
    headers |= {name: loaded(types[name], value) for name, value in answer.headers.items()}
    if answer.status >= 400:
        raise HTTPProblem(answer.status, value, headers=headers)
    codes = sorted(int(each.status) for each in case.responses if each.status.isdigit())
    first = next((code for code in codes if 200 <= code < 300), None)
    return value if answer.status == first and not headers else Reply(value, answer.status, headers)
