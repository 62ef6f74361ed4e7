"""Parameters on the wire, read by the style tables alone: OpenAPI 3.1, section 4.8.12.5, and RFC 6570.

Not a line of the client or the server is used. A value is what its tokens are: `color=R,100,G,200` has four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeAlias, get_args
from urllib.parse import parse_qsl, unquote

from ..media import json as is_json
from .case import Case, ParameterCase
from .equality import same
from .json import Json, decode
from .wire import Exchange

Token: TypeAlias = "tuple[str | None, str]"
"""A text on the wire, and the name before it if it has one."""
Meaning: TypeAlias = "tuple[str | None, Json]"
"""The scalar that a text is to mean, and the name before it."""

_DELIMITERS = {"form": ",", "spaceDelimited": "%20|[+]", "pipeDelimited": "%7[Cc]|[|]", "simple": ",", "matrix": ","}


@dataclass(frozen=True)
class Request:
    """The parts of a request that hold parameters, as raw as they were: header names are in lower case."""

    path: Mapping[str, str]
    query: str
    headers: Mapping[str, str]

    def pairs(self, place: str) -> list[tuple[str, str]]:
        """The fields of the query or the cookies; names are decoded."""
        raw = re.split("; ?", self.headers.get("cookie", "")) if place == "cookie" else self.query.split("&")
        return [(unquote(name), text) for name, _, text in (field.partition("=") for field in raw if field)]


def misplaced(case: Case, exchange: Exchange, values: Mapping[str, Json]) -> str:
    """What is wrong with the method, the path or a parameter of a request; empty if nothing is."""
    path, _, query = exchange.target.partition("?")
    placed = [each for each in case.parameters if each.place == "path"] if "}{" in case.path else []
    listed = {each.wire_name: get_args(each.type()) for each in placed}
    found = _in_path(case.path, path, listed)
    if exchange.method != case.method or found is None:
        return f"{exchange.method} {path} is not {case.method} {case.path}"
    request = Request(found, query, exchange.headers)
    faults = (misread(parameter, request, values.get(parameter.name)) for parameter in case.parameters)
    fault = next(filter(None, faults), "")
    return fault or _undeclared(case, request, values)


def misread(parameter: ParameterCase, request: Request, value: Json) -> str:
    """How a parameter differs from what the style tables say of its value; empty if it does not."""
    if is_json(parameter.media_type):
        texts = _whole(parameter, request)
        alike = not texts if value is None else len(texts) == 1 and same(value, _decoded(texts[0]))
        return "" if alike else f"{parameter.place} parameter {parameter.wire_name} is {texts}, not {value!r} in JSON"
    if parameter.form and isinstance(value, dict):
        found, wanted = _fields_of(_whole(parameter, request)), list(_of_form(value))
    else:
        found = list(_tokens(parameter, request, value))
        wanted = [] if value is None else list(_wanted(parameter, value))
    alike = len(found) == len(wanted) and all(map(_alike, found, wanted))
    told = ", ".join(text if name is None else f"{name}={text}" for name, text in found)
    return "" if alike else f"{parameter.place} parameter {parameter.wire_name} is {told!r}, not {value!r}"


def _alike(found: Token, wanted: Meaning) -> bool:
    return found[0] == wanted[0] and means(found[1], wanted[1])


# --- what is to be there ----------------------------------------------------------------------------------------------


def _wanted(parameter: ParameterCase, value: Json) -> Iterator[Meaning]:
    """The tokens of a value; null members of an object have no text."""
    match value:
        case dict() if parameter.style == "deepObject":
            yield from _deep("", value)
        case dict():
            for name, member in value.items():
                if member is not None:
                    yield from [(name, member)] if parameter.exploded else [(None, name), (None, member)]
        case list() if parameter.style == "deepObject":
            yield from _deep("", value)
        case []:
            yield None, ""
        case list():
            yield from ((None, item) for item in value)
        case _:
            yield None, value


def _of_form(value: dict[str, Json]) -> Iterator[Meaning]:
    """The fields of a form, by name: a list has one for each item."""
    for name, member in sorted(value.items()):
        yield from ((name, item) for item in (member if isinstance(member, list) else [member]))


def _deep(path: str, value: Json) -> Iterator[Meaning]:
    match value:
        case dict():
            for name, member in value.items():
                yield from _deep(f"{path}[{name}]", member)
        case list():
            for index, item in enumerate(value):
                yield from _deep(f"{path}[{index}]", item)
        case None:
            return
        case _:
            yield path, value


# --- what is there ----------------------------------------------------------------------------------------------------


def _tokens(parameter: ParameterCase, request: Request, value: Json) -> Iterator[Token]:
    """The decoded texts of a parameter; `value` only tells whether it is a scalar, a list or an object."""
    match parameter.place, value:
        case "header" | "path", _:
            yield from _parted(parameter, _whole(parameter, request), value)
        case place, dict() if parameter.exploded and parameter.style != "deepObject":
            yield from ((name, unquote(text)) for name, text in request.pairs(place) if name in value)
        case _:
            yield from _fields(parameter, request, value)


def _fields(parameter: ParameterCase, request: Request, value: Json) -> Iterator[Token]:
    """The fields of a query or the cookies that bear the parameter's name; a list that is not exploded has one."""
    name, pairs = parameter.wire_name, request.pairs(parameter.place)
    texts = [text for key, text in pairs if key == name]
    if parameter.style == "deepObject":
        yield from ((key.removeprefix(name), unquote(text)) for key, text in pairs if key.startswith(f"{name}["))
    elif isinstance(value, list | dict) and not parameter.exploded and len(texts) == 1:
        texts = re.split(_DELIMITERS.get(parameter.style, ","), texts[0])
    elif isinstance(value, list | dict) and not parameter.exploded:
        texts = ["&".join(texts)] if texts else []
    yield from ((None, unquote(text)) for text in texts)


def _fields_of(texts: Sequence[str]) -> list[Token]:
    """The fields of the form that a parameter is, by name; none of anything else than one text."""
    fields = parse_qsl(texts[0], keep_blank_values=True) if len(texts) == 1 else []
    fields.sort(key=lambda field: field[0])
    return [*fields]


def _parted(parameter: ParameterCase, texts: Sequence[str], value: Json) -> Iterator[Token]:
    """The tokens in the text of a path segment or a header, which is not percent-encoded."""
    decoded = str.strip if parameter.place == "header" else unquote
    for text in texts:
        for part in _split(parameter, text, value):
            name, equals, rest = part.partition("=")
            if isinstance(value, dict) and parameter.exploded and equals:
                yield decoded(name), decoded(rest)
            else:
                yield None, decoded(part)


def _split(parameter: ParameterCase, text: str, value: Json) -> list[str]:
    compound = isinstance(value, list | dict)
    match parameter.style:
        case "label":
            inside = text.removeprefix(".") if text.startswith(".") else f"?{text}"
            return inside.split("." if parameter.exploded else ",") if compound else [inside]
        case "matrix" if compound and parameter.exploded and isinstance(value, dict):
            return text.removeprefix(";").split(";")
        case "matrix":
            lead = f";{parameter.wire_name}"
            parts = text.split(lead)[1:] if text.startswith(lead) else [f"?{text}"]
            texts = [part.removeprefix("=") for part in parts]
            return texts if parameter.exploded or not compound else texts[0].split(",")
        case _:
            return text.split(",") if compound else [text]


def _whole(parameter: ParameterCase, request: Request) -> list[str]:
    """The one text of a parameter, if it is there; it is decoded where it is a JSON text."""
    encoded = parameter.media_type != ""
    match parameter.place:
        case "path":
            text = request.path[parameter.wire_name]
            return [unquote(text) if encoded else text]
        case "header":
            return [request.headers[name] for name in [parameter.wire_name.lower()] if name in request.headers]
        case place:
            return [unquote(text) for name, text in request.pairs(place) if name == parameter.wire_name]


def _in_path(template: str, path: str, listed: Mapping[str, tuple[object, ...]]) -> dict[str, str] | None:
    """The values in a path, as raw as they are in a segment of their own; None if it does not fit the template.

    Of those that are listed, the list tells where one ends that has nothing between it and the next.
    """
    found: dict[str, str] = {}
    wanted, given = template.split("/"), path.split("/")
    for pattern, segment in zip(wanted, given, strict=False):
        if re.fullmatch(r"\{[^{}]*\}", pattern):
            found[pattern[1:-1]] = segment
            continue
        texts = re.split(r"\{([^{}]*)\}", pattern)
        parts = [
            _any_of(listed.get(text, ())) if place % 2 else re.escape(unquote(text)) for place, text in enumerate(texts)
        ]
        match = re.fullmatch("".join(parts), unquote(segment), re.DOTALL)
        if match is None:
            return None
        found.update(zip(texts[1::2], match.groups(), strict=True))
    return found if len(wanted) == len(given) else None


def _any_of(listed: tuple[object, ...]) -> str:
    texts = [re.escape(each) for each in listed if isinstance(each, str)]
    return f"({'|'.join(texts)})" if texts and len(texts) == len(listed) else "(.*?)"


def _undeclared(case: Case, request: Request, values: Mapping[str, Json]) -> str:
    """What no parameter accounts for in the query or the cookies; empty if there is none such."""
    for place in ("query", "cookie"):
        if any(parameter.wire_name.lower() == place for parameter in case.parameters if parameter.place == "header"):
            continue  # all cookies are one parameter
        own = [parameter for parameter in case.parameters if parameter.place == place]
        known = {parameter.wire_name for parameter in own}
        for value in (values.get(parameter.name) for parameter in own):
            known |= value.keys() if isinstance(value, dict) else set()
        for name, _ in request.pairs(place):
            if not {name, name.partition("[")[0]} & known:
                return f"the {place} has {name!r}, which nothing declares"
    return ""


# --- texts ------------------------------------------------------------------------------------------------------------


def means(text: str | None, value: Json) -> bool:
    """Whether a text is how a scalar is written; a compound value is written as JSON."""
    if text is None or value is None:
        return text is value
    match value:
        case bool():
            return text == str(value).lower()
        case int() | float():
            return same(value, _number(text))
        case str():
            return text == value
        case _:
            return same(value, _decoded(text))


def _decoded(text: str) -> Json:
    """The JSON of a text; a header has its octets one by one."""
    with suppress(ValueError):
        return decode(text.encode("latin-1"))
    with suppress(ValueError):
        return decode(text)
    return f"{text!r} is no JSON"


def _number(text: str) -> Json:
    """The number that a text is, or the text: not every reader knows exponents."""
    if re.fullmatch(r"-?\d+", text, re.ASCII):
        return int(text)
    return float(text) if re.fullmatch(r"-?\d+\.\d+", text, re.ASCII) else text
