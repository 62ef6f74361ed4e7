"""Requests that break the document in one place, made of valid ones that lay on the wire."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, cast
from urllib.parse import quote, unquote

from hypothesis import strategies as st

from .calls import Call
from .case import BodyCase, Case, ParameterCase
from .coverage import Coverage
from .faults import UNHEARD_OF, near, unheard_of, unreadable
from .json import Json, decode, encode
from .mutate import mutated
from .oracle import Judge, Oracle
from .trial import Sent
from .wire import Exchange

_TEXTS = ("x-unheard-of", "0.5", "-7", "true", "99999999999999999999999")
_LITERAL = re.compile(r"true|false|-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)


@dataclass(frozen=True)
class Breakage:
    """A broken request: what is wrong with it, and the place that a refusal must name.

    `faults` are JSON pointers into a body, as the judge has them. `pointer` is that of the schema which the `payload`
    breaks, empty if what was sent is no payload at all.
    """

    name: str
    sent: Sent
    loc: tuple[str, ...]
    faults: frozenset[str] = frozenset({""})
    pointer: str = ""
    payload: Json = None

    def misplaced(self, content: bytes) -> str:
        """What is wrong with the content of the refusal; empty if it names the place."""
        try:
            answer = cast(Any, decode(content))
            details = [(tuple(each["loc"]), str(each["pointer"])) for each in answer["detail"]]
        except (ValueError, LookupError, TypeError):
            return f"the refusal says {content!r}"
        if any(loc[: len(self.loc)] == self.loc and near(pointer, self.faults) for loc, pointer in details):
            return ""
        return f"the refusal names {details}, not {self.loc} at {sorted(self.faults)}"


def breakable(oracle: Oracle, case: Case) -> bool:
    """Whether there is a request that an operation has to refuse."""
    bodies = any(body.json for body in case.bodies) or (bool(case.bodies) and unheard_of(case.bodies))
    return bodies or any(
        (parameter.required and parameter.place != "path")
        or next(_broken_texts(oracle, case, parameter), None) is not None
        for parameter in case.parameters
    )


@st.composite
def breakages(draw: st.DrawFn, oracle: Oracle, call: Call, valid: Exchange) -> list[Breakage]:
    """A few ways of breaking the valid request of a call: its body, and its parameters."""
    broken: list[Breakage] = []
    if call.given.body is not None and call.given.body.json:
        broken += draw(_bodies(oracle, call, call.given.body, valid))
    elif call.given.body is not None and unheard_of(call.case.bodies):
        headers = {**valid.headers, "content-type": UNHEARD_OF}
        broken.append(Breakage("another media type", _sent(valid, headers=headers), ("body",)))
    every = list(_parameters(oracle, call, valid))
    return broken + (draw(st.lists(st.sampled_from(every), min_size=1, max_size=3)) if every else [])


@st.composite
def _bodies(draw: st.DrawFn, oracle: Oracle, call: Call, body: BodyCase, valid: Exchange) -> list[Breakage]:
    broken = [draw(st.sampled_from(list(_unreadable(call, body, valid))))]
    for changed in draw(st.lists(mutated(st.just(cast(Json, call.given.value))), min_size=3, max_size=3)):
        broken += _broken_body(oracle.validator(body.pointer), body, changed, valid)
    return broken


def _unreadable(call: Call, body: BodyCase, valid: Exchange) -> Iterator[Breakage]:
    """The request with its body in every form that no server can read."""
    content, known = encode(cast(Json, call.given.value)), not unheard_of(call.case.bodies)
    for name, broken, headers in unreadable(content, valid.headers, required=body.required, any_type=known):
        yield Breakage(name, _sent(valid, headers=headers, content=broken), ("body",))


def _broken_body(judge: Judge, body: BodyCase, payload: Json, valid: Exchange) -> Iterator[Breakage]:
    """The request with this body, unless it is valid."""
    if not judge.accepts(payload):
        sent = _sent(valid, content=encode(payload))
        yield Breakage(repr(payload), sent, ("body",), judge.places(payload), body.pointer, payload)


def aimed_breakages(coverage: Coverage, oracle: Oracle, call: Call, valid: Exchange) -> Iterator[Breakage]:
    """Requests that no server can read, and those that exercise what the schemas of an operation rule out and nothing
    has exercised yet."""
    body = call.given.body
    if body is not None and body.json:
        yield from _unreadable(call, body, valid)
        for payload in coverage.aimed(body.pointer):
            yield from _broken_body(oracle.validator(body.pointer), body, payload, valid)
    for parameter in call.case.parameters:
        for value in coverage.aimed(parameter.pointer) if parameter.pointer else ():
            if isinstance(value, str | int | float) and _ruled_out(oracle, call.case, parameter, text := _text(value)):
                yield _with_text(parameter, text, call, valid)


# --- parameters -------------------------------------------------------------------------------------------------------


def _parameters(oracle: Oracle, call: Call, valid: Exchange) -> Iterator[Breakage]:
    """A required parameter that is missing, and texts that no reading makes a value of."""
    for parameter in call.case.parameters:
        if parameter.required and parameter.place != "path" and not _memberless(oracle, parameter):
            sent = _placed(parameter, None, call, valid)
            yield Breakage(f"{parameter.wire_name} is missing", sent, (parameter.place, parameter.wire_name))
        for text in _broken_texts(oracle, call.case, parameter):
            yield _with_text(parameter, text, call, valid)


def _with_text(parameter: ParameterCase, text: str, call: Call, valid: Exchange) -> Breakage:
    sent = _placed(parameter, text, call, valid)
    payload: Json = _literal(text) if _LITERAL.fullmatch(text) else text
    loc = (parameter.place, parameter.wire_name)
    return Breakage(f"{parameter.wire_name} is {text!r}", sent, loc, pointer=parameter.pointer, payload=payload)


def _broken_texts(oracle: Oracle, case: Case, parameter: ParameterCase) -> Iterator[str]:
    return (text for text in _TEXTS if _ruled_out(oracle, case, parameter, text))


def _ruled_out(oracle: Oracle, case: Case, parameter: ParameterCase, text: str) -> bool:
    """Whether no reading of a text is a value of the parameter; one that may be an object is read in too many ways."""
    if parameter.media_type or not parameter.pointer or not text:
        return False
    scalars: list[Json] = [text, _literal(text)] if _LITERAL.fullmatch(text) else [text]
    judge = oracle.validator(parameter.pointer)
    readings: list[Json] = [*scalars, *([each] for each in scalars), cast("list[Json]", text.split(",")), {}, None]
    if parameter.place == "header" and not re.fullmatch("[!-~]([ -~]*[!-~])?", text):
        return False
    alone = parameter.place != "path" or f"{{{parameter.wire_name}}}" in case.path.split("/")
    return alone and "," not in text and not any(map(judge.accepts, readings))


def _memberless(oracle: Oracle, parameter: ParameterCase) -> bool:
    """Whether no text at all is how an object without members is written."""
    return oracle.validator(parameter.pointer).accepts({}) if parameter.pointer else True


def _literal(text: str) -> Json:
    return decode(text)


def _text(value: str | int | float) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


# --- requests ---------------------------------------------------------------------------------------------------------


def _sent(valid: Exchange, **changed: Any) -> Sent:
    own = {name: value for name, value in valid.headers.items() if name != "content-length"}
    return replace(Sent(valid.method, valid.target, own, valid.content), **changed)


def _placed(parameter: ParameterCase, text: str | None, call: Call, valid: Exchange) -> Sent:
    """The request with another text for a parameter, or without it."""
    path, _, query = valid.target.partition("?")
    match parameter.place:
        case "path":
            segments = zip(call.case.path.split("/"), path.split("/"), strict=True)
            own = f"{{{parameter.wire_name}}}"
            changed = [quote(text or "", safe="") if template == own else raw for template, raw in segments]
            return _sent(valid, target="/".join(changed) + (f"?{query}" if query else ""))
        case "query":
            fields = "&".join(_fields(parameter, text, query.split("&"), call.values))
            return _sent(valid, target=path + (f"?{fields}" if fields else ""))
        case "header":
            headers = {name: value for name, value in valid.headers.items() if name != parameter.wire_name.lower()}
            return _sent(valid, headers=headers | ({parameter.wire_name.lower(): text} if text is not None else {}))
        case "cookie":
            raw = re.split("; ?", valid.headers.get("cookie", ""))
            cookie = "; ".join(_fields(parameter, text, raw, call.values))
            others = {name: value for name, value in valid.headers.items() if name != "cookie"}
            return _sent(valid, headers=others | ({"cookie": cookie} if cookie else {}))


def _fields(parameter: ParameterCase, text: str | None, fields: list[str], values: Mapping[str, Json]) -> Iterator[str]:
    """The fields of a query or of cookies, with another text in the place of those of the parameter."""
    value = values.get(parameter.name)
    own = {parameter.wire_name, *(value if isinstance(value, dict) else ())}
    for field in fields:
        name = unquote(field.partition("=")[0])
        if field and name not in own and name.partition("[")[0] != parameter.wire_name:
            yield field
    if text is not None:
        yield f"{quote(parameter.wire_name, safe='')}={quote(text, safe='')}"
