"""One call of a client against a transport that records the request and plays the server."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote

import httpx2
from hypothesis import strategies as st

from ..media import json as is_json
from .case import BodyCase, Case, ParameterCase, ResponseCase
from .equality import same
from .json import Json, encode

BASE_URL = "https://api.test"


@dataclass
class Recorder:
    """Answers every request alike, and keeps the last one."""

    status: int
    media_type: str = ""
    content: bytes = b""
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        headers = {"content-type": self.media_type} if self.media_type else {}
        return httpx2.Response(self.status, headers=headers, content=self.content)

    @property
    def request(self) -> httpx2.Request:
        """The one request that was sent."""
        (request,) = self.requests
        return request


class Send(Protocol):
    """Makes a call with a new client and returns its value."""

    def __call__(self, case: Case, recorder: Recorder, arguments: Mapping[str, Any]) -> Any: ...


def blocking(make: Any) -> Send:
    """Calls of a client that waits; `make` is its class."""

    def send(case: Case, recorder: Recorder, arguments: Mapping[str, Any]) -> Any:
        with httpx2.Client(transport=httpx2.MockTransport(recorder)) as http:
            return _method(make(base_url=BASE_URL, http_client=http), case)(**arguments)

    return send


def awaited(make: Any) -> Send:
    """Calls of a client that is awaited; `make` is its class."""

    async def call(case: Case, recorder: Recorder, arguments: Mapping[str, Any]) -> Any:
        async with httpx2.AsyncClient(transport=httpx2.MockTransport(recorder)) as http:
            return await _method(make(base_url=BASE_URL, http_client=http), case)(**arguments)

    def send(case: Case, recorder: Recorder, arguments: Mapping[str, Any]) -> Any:
        return asyncio.run(call(case, recorder, arguments))

    return send


def _method(client: Any, case: Case) -> Any:
    return getattr(getattr(client, case.tag), case.name)


# --- arguments --------------------------------------------------------------------------------------------------------


def body_arguments(body: BodyCase, payload: Json) -> dict[str, Any]:
    """The keyword arguments that stand for a payload; what is inside of its members stays as it is on the wire."""
    if body.arguments is None or not isinstance(payload, dict):
        return {"body": payload}
    given = {body.arguments[name]: member for name, member in payload.items() if name in body.arguments}
    extra = {name: member for name, member in payload.items() if name not in body.arguments}
    return {**given, "extra_body": extra} if extra or not (given or body.required) else given


@st.composite
def parameter_values(draw: st.DrawFn, case: Case) -> dict[str, Json]:
    """Values for the parameters, by argument; those that may be absent often are."""
    values: dict[str, Json] = {}
    for parameter in case.parameters:
        if parameter.required:
            values[parameter.name] = draw(_sendable(parameter))
        elif draw(st.booleans()) and _fits(value := draw(parameter.strategy()), parameter):
            values[parameter.name] = value
    return values


def _sendable(parameter: ParameterCase) -> st.SearchStrategy[Json]:
    def fits(value: Json) -> bool:
        return _fits(value, parameter)

    return parameter.strategy().filter(fits)


def _fits(value: Json, parameter: ParameterCase) -> bool:
    """Whether a value can be written in its place so that it reads the same there: not all text can."""
    match value:
        case list():
            return bool(value) and all(_plain(item) for item in value)
        case dict():
            return bool(value) and all(_plain(name) and _plain(member) for name, member in value.items())
        case str() if parameter.place == "path":
            return value not in ("", ".", "..")
        case str() if parameter.place == "header":
            return re.fullmatch(r"[!-~]([ -~]*[!-~])?", value) is not None
        case None:
            return not parameter.required
        case _:
            return True


def _plain(value: Json) -> bool:
    if isinstance(value, str):
        return re.fullmatch(r"[\w.:+-]+", value, re.ASCII) is not None
    return isinstance(value, bool | int | float)


# --- what arrived -----------------------------------------------------------------------------------------------------


def misplaced(case: Case, request: httpx2.Request, values: Mapping[str, Json]) -> str:
    """What is wrong with the method, the path or a parameter of a request; empty if nothing is.

    Lists and objects are left out: how they are written has a table of its own in the tests of the runtime.
    """
    path, _, query = request.url.raw_path.decode("ascii").partition("?")
    found = _in_path(case.path, path)
    if request.method != case.method or found is None:
        return f"{request.method} {path} is not {case.method} {case.path}"
    return next(_lost(case, request, values, found, dict(parse_qsl(query, keep_blank_values=True))), "")


def _lost(
    case: Case,
    request: httpx2.Request,
    values: Mapping[str, Json],
    path: Mapping[str, str],
    query: Mapping[str, str],
) -> Iterator[str]:
    cookies = {name: unquote(morsel.value) for name, morsel in SimpleCookie(request.headers.get("cookie", "")).items()}
    found: dict[str, Mapping[str, str]] = {"path": path, "query": query, "header": request.headers, "cookie": cookies}
    for parameter in case.parameters:
        value = values.get(parameter.name)
        arrived = found[parameter.place].get(parameter.wire_name)
        simple = parameter.style in ("simple", "form")
        if simple and not isinstance(value, dict | list) and not _means(arrived, value):
            yield f"{parameter.place} parameter {parameter.wire_name} is {arrived!r}, not {value!r}"


def _in_path(template: str, path: str) -> dict[str, str] | None:
    """The values in a path, unquoted; None if it does not fit the template."""
    found: dict[str, str] = {}
    wanted, given = template.split("/"), path.split("/")
    for pattern, segment in zip(wanted, given, strict=False):
        literals = map(re.escape, re.split(r"\{[^{}]*\}", pattern))
        match = re.fullmatch("(.*?)".join(literals), unquote(segment), re.DOTALL)
        if match is None:
            return None
        found.update(zip(re.findall(r"\{([^{}]*)\}", pattern), match.groups(), strict=True))
    return found if len(wanted) == len(given) else None


def _means(text: str | None, value: Json) -> bool:
    if text is None or value is None:
        return text is value
    if isinstance(value, bool):
        return text == str(value).lower()
    return same(_number(text), value) if isinstance(value, int | float) else text == value


def _number(text: str) -> Json:
    """The number that a text is, or the text."""
    try:
        return int(text) if re.fullmatch(r"-?\d+", text, re.ASCII) else float(text)
    except ValueError:
        return text


# --- answers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """An answer to send: for JSON its value, for another media type its octets."""

    status: int
    response: ResponseCase
    value: Json
    content: bytes

    def recorder(self) -> Recorder:
        return Recorder(self.status, self.response.media_type, self.content)


def answers(case: Case) -> st.SearchStrategy[Answer]:
    """Successful answers that are declared, whatever their media type; one without content if none is."""
    successes = [(response, case.code(response)) for response in case.responses if 200 <= case.code(response) < 300]
    return st.sampled_from(successes or [(ResponseCase("200"), 200)]).flatmap(lambda pair: _answer(*pair))


def _answer(response: ResponseCase, status: int) -> st.SearchStrategy[Answer]:
    if is_json(response.media_type):
        return response.strategy().map(lambda value: Answer(status, response, value, encode(value)))
    content = st.text(max_size=20).map(str.encode) if response.media_type else st.just(b"")
    return content.map(lambda octets: Answer(status, response, None, octets))
