"""What travels between a client and an application: recorded on the way, and read without a line of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from itertools import chain
from typing import Any
from urllib.parse import parse_qsl, unquote

import httpx2

from ..media import json as is_json
from .case import Case, ParameterCase
from .equality import same
from .json import Json, decode


@dataclass
class Exchange:
    """A request and its answer, in octets; header names are in lower case."""

    method: str
    target: str
    headers: Mapping[str, str]
    content: bytes
    status: int = 0
    media_type: str = ""
    answer: bytes = b""
    answer_headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass
class Tap:
    """An application that keeps what passes through it."""

    app: Any
    exchanges: list[Exchange] = field(default_factory=list[Exchange])

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        content = b""
        more = True
        while more:
            message = await receive()
            content += message.get("body", b"")
            more = message.get("more_body", False)
        query = scope["query_string"].decode("ascii")
        exchange = Exchange(
            scope["method"],
            scope["raw_path"].decode("ascii") + (f"?{query}" if query else ""),
            {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]},
            content,
        )
        self.exchanges.append(exchange)
        unread = [{"type": "http.request", "body": content}]

        async def replay() -> Any:
            return unread.pop() if unread else await receive()

        async def keep(message: Any) -> None:
            if message["type"] == "http.response.start":
                exchange.status = message["status"]
                headers = {name.decode("latin-1").lower(): value.decode() for name, value in message["headers"]}
                exchange.media_type, exchange.answer_headers = headers.get("content-type", ""), headers
            exchange.answer += message.get("body", b"")
            await send(message)

        await self.app(scope, replay, keep)


@dataclass
class Recorder:
    """A server that answers every request alike, and keeps the requests."""

    status: int
    media_type: str = ""
    content: bytes = b""
    requests: list[httpx2.Request] = field(default_factory=list[httpx2.Request])

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        self.requests.append(request)
        headers = {"content-type": self.media_type} if self.media_type else {}
        return httpx2.Response(self.status, headers=headers, content=self.content)


# --- the request line and the headers ---------------------------------------------------------------------------------


def misplaced(case: Case, exchange: Exchange, values: Mapping[str, Json]) -> str:
    """What is wrong with the method, the path or a parameter of a request; empty if nothing is.

    Of lists only those in a query are read, and no objects: how all of them are written has a table of its own in the
    tests of the runtime.
    """
    path, _, query = exchange.target.partition("?")
    found = _in_path(case.path, path)
    if exchange.method != case.method or found is None:
        return f"{exchange.method} {path} is not {case.method} {case.path}"
    return next(chain(_lost(case, exchange, values, found, query), _lists_lost(case, values, query)), "")


def _lost(
    case: Case,
    exchange: Exchange,
    values: Mapping[str, Json],
    path: Mapping[str, str],
    query: str,
) -> Iterator[str]:
    fields = dict(parse_qsl(query, keep_blank_values=True))
    cookies = {name: unquote(morsel.value) for name, morsel in SimpleCookie(exchange.headers.get("cookie", "")).items()}
    found: dict[str, Mapping[str, str]] = {"path": path, "query": fields, "header": exchange.headers, "cookie": cookies}
    for parameter in case.parameters:
        value = values.get(parameter.name)
        wire_name = parameter.wire_name.lower() if parameter.place == "header" else parameter.wire_name
        arrived = found[parameter.place].get(wire_name)
        if is_json(parameter.media_type):
            if (arrived is None) is not (value is None) or (arrived is not None and not same(_decoded(arrived), value)):
                yield f"{parameter.place} parameter {parameter.wire_name} is {arrived!r}, not the JSON of {value!r}"
            continue
        simple = parameter.style in ("simple", "form")
        if simple and not isinstance(value, dict | list) and not means(arrived, value):
            yield f"{parameter.place} parameter {parameter.wire_name} is {arrived!r}, not {value!r}"


def _lists_lost(case: Case, values: Mapping[str, Json], query: str) -> Iterator[str]:
    """Exploded, each item is a field of the query; else there is one field, with separators that are not encoded."""
    fields = [(unquote(name), raw) for name, _, raw in (field.partition("=") for field in query.split("&"))]
    for parameter in case.parameters:
        value = values.get(parameter.name)
        styled = parameter.style in _SEPARATORS and not parameter.media_type
        if parameter.place == "query" and styled and isinstance(value, list):
            raws = [raw for name, raw in fields if name == parameter.wire_name]
            separated = raws if parameter.exploded else [part for raw in raws for part in _parted(raw, parameter.style)]
            texts = [unquote(part) for part in separated]
            if value == [] and parameter.required:
                texts = texts[1:] if texts == [""] else ["not there"]
            joined = parameter.exploded or len(raws) == 1
            if not joined or len(texts) != len(value) or not all(map(means, texts, value)):
                yield f"query parameter {parameter.wire_name} is {raws!r}, not {value!r}"


def _decoded(text: str) -> Json:
    """The JSON of a text; a header has its octets one by one."""
    try:
        return decode(text.encode("latin-1"))
    except ValueError:
        return decode(text)


_SEPARATORS = {"form": ",", "spaceDelimited": "%20|[+]", "pipeDelimited": "%7[Cc]|[|]"}


def _parted(raw: str, style: str) -> list[str]:
    return re.split(_SEPARATORS[style], raw)


def headers_lost(headers: Mapping[str, Json], cases: Sequence[ParameterCase], exchange: Exchange) -> str:
    """A declared header that an answer lacks, or has though it was not given; no objects are read."""
    for case in cases:
        value, arrived = headers.get(case.wire_name), exchange.answer_headers.get(case.wire_name.lower())
        if isinstance(value, list):
            texts = [text.strip() for text in arrived.split(",")] if arrived else []
            fine = len(texts) == len(value) and all(map(means, texts, value))
        else:
            fine = isinstance(value, dict) or means(arrived, value)
        if not fine:
            return f"header {case.wire_name} is {arrived!r}, not {value!r}"
    return ""


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


def means(text: str | None, value: Json) -> bool:
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
