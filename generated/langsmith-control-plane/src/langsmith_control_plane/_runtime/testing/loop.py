"""The closed loop: a client, the wire, the server stub and back, in one process and with a judge on the wire.

Everything that is drawn comes from the document. What the handler saw, what the client returned and what lay on the
wire between them must all be the same JSON, and the judge must find the octets valid.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, cast, get_args, get_type_hints

import httpx2
from hypothesis.strategies import SearchStrategy

from ..errors import APIStatusError
from ..exchange import RawResponse
from ..media import closeness
from ..model import UNSET
from ..responses import OPEN
from ..server.reply import HTTPProblem, Reply
from .asgi import AsyncASGITransport
from .bridge import SHARED, SyncASGITransport
from .calls import Answer, Given, parameter_values, rivals
from .case import BodyCase, Case, ParameterCase, Type
from .codec import codec
from .equality import difference, same
from .json import Json, decode, encode
from .members import members_lost
from .oracle import Oracle
from .uploads import legible, state
from .wire import Exchange, Recorder, Tap, headers_lost, misplaced

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
        errors: Mapping[int, type[APIStatusError]],
        oracle: Oracle,
    ) -> None:
        self.errors = errors
        self.oracle = oracle
        self.answer = _unasked
        self.seen: list[Seen] = []
        self.tap = Tap(create_app(**dict(self._stubs(create_app, operations))))
        self.http = httpx2.Client(transport=SyncASGITransport(self.tap))
        self.clients = {
            SYNC: clients[SYNC](base_url=BASE_URL, http_client=self.http),
            ASYNC: clients[ASYNC](
                base_url=BASE_URL, http_client=httpx2.AsyncClient(transport=AsyncASGITransport(self.tap))
            ),
        }
        self.operations = operations
        self.rivals: dict[str, tuple[Case, ...]] = {}

    def values(self, case: Case) -> SearchStrategy[dict[str, Json]]:
        """Values for the parameters of an operation, with a path that leads to it."""
        if str(case) not in self.rivals:
            self.rivals[str(case)] = rivals(case, self.operations)
        return parameter_values(case, self.rivals[str(case)])

    def _stubs(self, create_app: Callable[..., Any], operations: tuple[Case, ...]) -> Iterator[tuple[str, object]]:
        """For each tag, an instance of a subclass of its stub that overrides every handler."""
        hints = get_type_hints(create_app)
        for tag in dict.fromkeys(case.tag for case in operations):
            stub = get_args(hints[tag])[0]
            own = [case for case in operations if case.tag == tag]
            yield tag, type(stub.__name__, (stub,), {case.name: self._handler(case, stub) for case in own})()

    def _handler(self, case: Case, stub: type) -> Callable[..., Any]:
        signature = inspect.signature(getattr(stub, case.name))

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
        self.answer = answer
        self.seen.clear()
        self.tap.exchanges.clear()
        client = self.clients[kind]
        return client.with_options(headers={"Content-Type": media_type}) if media_type else client

    def raw(self, method: str, target: str, headers: Mapping[str, str], content: bytes) -> tuple[int, tuple[Seen, ...]]:
        """Send octets past the clients: the status of the answer, and what the handlers saw."""
        self.answer = _unasked
        self.seen.clear()
        own = {name: value for name, value in headers.items() if name != "content-length"}
        response = self.http.request(method, BASE_URL + target, headers=own, content=content)
        return response.status_code, tuple(self.seen)

    # --- what got lost ------------------------------------------------------------------------------------------------

    def lost(self, kind: str, case: Case, values: Mapping[str, Json], given: Given, answer: Answer) -> str:
        """Make a call and look for what got lost on the way there or back; empty if nothing did."""
        arguments, raw = {**values, **given.arguments}, bool(answer.response.headers) and answer.status < 300
        told = self.call(kind, case, arguments, lambda: returned(case, answer), given.media_type, raw=raw)
        if len(told.seen) != 1 or len(told.exchanges) != 1 or told.seen[0].case is not case:
            seen = ", ".join(str(each.case) for each in told.seen) or "no handler"
            return f"{seen} was called, {len(told.exchanges)} requests were sent, and the client has {told.outcome!r}"
        return next(self._losses(case, values, given, answer, told), "")

    def _losses(
        self, case: Case, values: Mapping[str, Json], given: Given, answer: Answer, told: Told
    ) -> Iterator[str]:
        exchange, arguments = told.exchanges[0], told.seen[0].arguments
        yield from filter(None, [misplaced(case, exchange, values)])
        for parameter in case.parameters:
            if fault := unlike(parameter, values.get(parameter.name), arguments[parameter.name]):
                yield f"{parameter.place} parameter {parameter.wire_name} of the handler: {fault}"
        if case.bodies and (fault := self._body_lost(given, arguments["body"], exchange)):
            yield f"the body {fault}"
        if not case.bodies and exchange.content:
            yield f"a body was sent, and none is declared: {exchange.content!r}"
        if fault := self._answer_lost(answer, told.outcome, exchange):
            yield f"the answer, status {answer.status}, {fault}"

    def _body_lost(self, given: Given, arrived: Any, exchange: Exchange) -> str:
        body, value = given.body, given.value
        if body is None:
            return "is there, and was not given" if exchange.content or arrived is not UNSET else ""
        sent = exchange.headers.get("content-type", "")
        if not closeness(sent, body.media_type):
            return f"was sent as {sent!r}, not as {body.media_type!r}"
        if body.json:
            return self._json_lost(body.pointer, body.type, value, arrived, exchange.content)
        if body.form or body.multipart:
            return self._form_lost(body, given, arrived, exchange)
        content = value.encode() if isinstance(value, str) else value
        return "" if arrived == value and exchange.content == content else f"{value!r} became {arrived!r}"

    def _form_lost(self, body: BodyCase, given: Given, arrived: Any, exchange: Exchange) -> str:
        members = cast("dict[str, Json]", given.value)
        if fault := members_lost(body, members, given.files, exchange):
            return f"is not as it was on the wire: {fault}"
        for name, sent in given.files.items():
            found = state(arrived, (name,))
            files = cast("list[object]", found) if isinstance(members[name], list) else [found]
            if len(files) != len(sent):
                return f"has {len(files)} files {name}, not {len(sent)}"
            if fault := next(filter(None, (each.lost(name, file) for each, file in zip(sent, files, strict=True))), ""):
                return fault
        seen = dumped(body.type, legible(arrived, given.files, members))
        valid = self.oracle.validator(body.pointer).accepts(seen)
        return "" if valid and same(meant(seen), meant(members)) else f"{members!r} became {seen!r}"

    def _json_lost(self, pointer: str, type: Type, value: Any, arrived: object, content: bytes) -> str:
        """A difference on the wire or behind it, or the complaint of the judge about the octets between."""
        try:
            wire = decode(content)
        except ValueError:
            return f"is no JSON on the wire: {content!r}"
        if fault := difference(value, wire) or self.oracle.validator(pointer).explain(wire):
            return f"is not as it was on the wire: {fault}"
        if fault := difference(value, dumped(type, arrived)):
            return f"is not as it was: {fault}"
        return ""

    def _answer_lost(self, answer: Answer, outcome: object, exchange: Exchange) -> str:
        if exchange.status != answer.status:
            return f"became {exchange.status}: {exchange.answer!r}"
        if fault := headers_lost(answer.headers, answer.response.headers, exchange):
            return fault
        if isinstance(outcome, RawResponse):
            raw = cast("RawResponse[object]", outcome)
            faults = (_header_lost(each, answer.headers, raw) for each in answer.response.headers)
            if fault := next(filter(None, faults), ""):
                return fault
            outcome = raw.parsed
        arrived = outcome
        if not 200 <= answer.status < 300:
            if type(outcome) is not self.expected(answer.status):
                return f"is {outcome!r}, not {self.expected(answer.status).__name__}"
            assert isinstance(outcome, APIStatusError)
            arrived = outcome.body
        if isinstance(arrived, Exception):
            return f"was refused: {arrived}"
        return self.answer_lost(answer, arrived, exchange)

    def answer_lost(self, answer: Answer, arrived: object, exchange: Exchange) -> str:
        """What the value that a client has for an answer lacks; empty if it is the same, and of its type."""
        response = answer.response
        if not answer.json:
            return "" if arrived == answer.value else f"{answer.value!r} became {arrived!r}"
        expected = type(loaded(response.type, cast(Json, answer.value)))
        if type(arrived) is not expected:
            return f"is of {type(arrived)}, not {expected}"
        return self._json_lost(response.pointer, response.type, answer.value, arrived, exchange.answer)

    def expected(self, status: int) -> type[APIStatusError]:
        """The class of the error that a status is."""
        return self.errors.get(status) or (self.errors[500] if status > 500 else APIStatusError)


def _header_lost(header: ParameterCase, given: Mapping[str, Json], raw: RawResponse[object]) -> str:
    """What a client lacks of a header of an answer."""
    arrived = raw.declared_headers.get(header.wire_name, UNSET)
    fault = unlike(header, given.get(header.wire_name), arrived)
    return fault and f"header {header.wire_name} of the client: {fault}"


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


# --- values of types --------------------------------------------------------------------------------------------------


def loaded(type: Type, value: Json, *, open: bool = False) -> object:
    """The Python value of JSON; raises pydantic's ValidationError."""
    return codec(type).validate_json(encode(value), context=OPEN if open else None)


def dumped(type: Type, value: object) -> Json:
    """The JSON of a Python value."""
    return decode(codec(type).dump_json(value, by_alias=True))


def unlike(parameter: ParameterCase, given: Json, arrived: object) -> str:
    """How the value that a handler got differs from the one that was given; empty if it does not.

    Two values of the type that are written alike cannot be told apart by anyone: either may arrive.
    """
    if given is None or arrived is UNSET:
        return "" if given is None and arrived is UNSET else f"{given!r} became {arrived!r}"
    found = dumped(parameter.type, arrived)
    fault = difference(given, found)
    if fault and spelled(given) == spelled(found):
        loaded(parameter.type, found)
        return ""
    return fault


def spelled(value: Json) -> str:
    """The text of a value in a request, with one separator for all."""
    match value:
        case dict():
            return ",".join(f"{name},{spelled(member)}" for name, member in value.items())
        case list():
            return ",".join(map(spelled, value))
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).replace("|", ",").replace(" ", ",")


def meant(value: Json) -> Json:
    """The value of a form with each text that is JSON read as such, and each list of one as its item."""
    match value:
        case dict():
            return {name: meant(member) for name, member in value.items()}
        case [only]:
            return meant(only)
        case list():
            return [meant(item) for item in value]
        case str():
            try:
                read = decode(value)
            except (ValueError, RecursionError):
                return value
            return read if isinstance(read, str) or value == "" else meant(read)
        case _:
            return value
