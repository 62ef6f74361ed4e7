"""What a call is made with and answered with: values for its parameters, a body, and an answer."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, cast

from hypothesis import assume
from hypothesis import strategies as st

from ..media import charset, essence
from ..media import json as is_json
from ..media import text as is_text
from .case import NO_CONTENT, BodyCase, Case, ParameterCase, ResponseCase
from .codec import accepts
from .json import Json
from .oracle import Oracle

FORM = "application/x-www-form-urlencoded"


# --- parameters -------------------------------------------------------------------------------------------------------


@st.composite
def parameter_values(draw: st.DrawFn, case: Case, rivals: Collection[Case] = ()) -> dict[str, Json]:
    """Values for the parameters, by argument; those that may be absent often are.

    `rivals` are the operations that have a literal text where this one has a parameter: no path is one of theirs.
    """
    names = {parameter.wire_name for parameter in case.parameters}
    values: dict[str, Json] = {}
    for parameter in case.parameters:
        fits = _Fits(parameter, names, _crowded(case.path, parameter))
        if parameter.required:
            values[parameter.name] = draw(parameter.strategy().filter(fits))
        elif draw(st.booleans()) and fits(value := draw(parameter.strategy())):
            values[parameter.name] = value
    assume(not any(_leads(case, values, rival) for rival in rivals))
    return values


def rivals(case: Case, operations: Iterable[Case]) -> tuple[Case, ...]:
    """The operations whose paths some of this one's can be, but for a literal text in the place of a parameter."""
    return tuple(
        other
        for other in operations
        if other is not case and other.method == case.method and _rivalling(_segments(case), _segments(other))
    )


def _rivalling(own: list[str], theirs: list[str]) -> bool:
    pairs = list(zip(own, theirs, strict=False))
    alike = all(one == other or "{" in one or "{" in other for one, other in pairs)
    return len(own) == len(theirs) and alike and any("{" in one and "{" not in other for one, other in pairs)


def _leads(case: Case, values: Mapping[str, Json], rival: Case) -> bool:
    """Whether the path with these values is one of the rival's."""
    wire = {f"{{{each.wire_name}}}": values[each.name] for each in case.parameters if each.place == "path"}
    pairs = zip(_segments(case), _segments(rival), strict=True)
    return all("{" in theirs or wire.get(own, own) == theirs for own, theirs in pairs)


def _segments(case: Case) -> list[str]:
    return case.path.split("/")


def _crowded(path: str, parameter: ParameterCase) -> bool:
    """Whether something else stands in the same segment of the path."""
    segment = next((part for part in path.split("/") if f"{{{parameter.wire_name}}}" in part), "")
    return parameter.place == "path" and segment != f"{{{parameter.wire_name}}}"


@dataclass(frozen=True)
class _Fits:
    """Whether a value can be written in its place so that it reads the same there: not all text can."""

    parameter: ParameterCase
    names: Collection[str]
    crowded: bool

    def __call__(self, value: Json) -> bool:
        match value:
            case []:
                return self.empty()
            case list():
                return all(self.inside(item) for item in value)
            case dict():
                return bool(value) and all(self.key(name) and self.inside(member) for name, member in value.items())
            case str() if self.crowded:
                return value.isascii() and value.isalnum()
            case str() if self.parameter.place == "path":
                return value not in ("", ".", "..")
            case str() if self.parameter.place == "header":
                return re.fullmatch(r"[!-~]([ -~]*[!-~])?", value) is not None
            case None:
                return not self.parameter.required
            case _:
                return True

    def empty(self) -> bool:
        """An empty list is an empty text, unless that stands for itself; one that may be left out is left out."""
        texts: tuple[Json, ...] = ("", [""])
        written = self.parameter.required and self.parameter.place != "path"
        return written and not any(accepts(self.parameter.type, text) for text in texts)

    def key(self, name: str) -> bool:
        return self.plain(name) and name not in self.names

    def inside(self, value: Json) -> bool:
        """A value in a list or an object: nothing but `deepObject` goes deeper."""
        match value:
            case str():
                free = self.parameter.style in ("simple", "form", "matrix") and self.parameter.place != "header"
                return bool(value) if free and not self.crowded else self.plain(value)
            case dict() if self.parameter.style == "deepObject":
                return bool(value) and all(self.plain(name) and self.inside(each) for name, each in value.items())
            case list() if self.parameter.style == "deepObject":
                return bool(value) and all(self.inside(item) for item in value)
            case bool() | int() | float():
                return not (self.crowded or self.parameter.style == "label") or isinstance(value, int)
            case _:
                return False

    def plain(self, text: str) -> bool:
        dot = "" if self.crowded or self.parameter.style == "label" else "."
        return re.fullmatch(rf"[\w:+{dot}-]+", text, re.ASCII) is not None


# --- bodies -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Given:
    """A body: the arguments that stand for it and what it means, which is `ABSENT` if there is none.

    A JSON body and a form mean a JSON value, a multipart body the members of an object, any other text or octets.
    Without a `media_type` the client is left to choose it.
    """

    arguments: dict[str, Any]
    value: Json | bytes
    body: BodyCase | None = None
    media_type: str = ""

    @property
    def present(self) -> bool:
        return self.body is not None


ABSENT = Given({}, None)


def given_json(case: Case, body: BodyCase, payload: Json) -> Given:
    """A JSON body of the media type."""
    return Given(body_arguments(body, payload), payload, body, asked(case, body))


def asked(case: Case, body: BodyCase) -> str:
    """The media type that a client must be asked for; empty for the one that it prefers."""
    return "" if body is case.preferred else example(body.media_type)


def example(media_type: str) -> str:
    """A media type that is within a declared one."""
    some = "octet-stream" if media_type == "*/*" else "x-any"
    return media_type.replace("*/*", f"application/{some}").replace("/*", f"/{some}")


def body_arguments(body: BodyCase, payload: Json) -> dict[str, Any]:
    """The keyword arguments that stand for a payload; what is inside of its members stays as it is on the wire."""
    if body.arguments is None or not isinstance(payload, dict):
        return {"body": payload}
    given = {body.arguments[name]: member for name, member in payload.items() if name in body.arguments}
    extra = {name: member for name, member in payload.items() if name not in body.arguments}
    return {**given, "extra_body": extra} if extra or not (given or body.required) else given


def bodies(case: Case, oracle: Oracle) -> st.SearchStrategy[tuple[Given, ...]]:
    """Bodies of every media type that is declared, one each; now and then none, if none is required."""
    if not case.bodies:
        return st.just((ABSENT,))
    return st.tuples(*(_or_none(body, _bodies(case, body, oracle)) for body in case.bodies))


def _or_none(body: BodyCase, drawn: st.SearchStrategy[Given]) -> st.SearchStrategy[Given]:
    return drawn if body.required else st.one_of(drawn, drawn, drawn, st.just(ABSENT))


def _bodies(case: Case, body: BodyCase, oracle: Oracle) -> st.SearchStrategy[Given]:
    kind = essence(body.media_type)
    if is_json(kind):
        return body.strategy().map(lambda payload: given_json(case, body, payload))
    if kind == FORM:
        judge = oracle.validator(body.pointer)
        fields = body.strategy().map(written).filter(lambda fields: isinstance(fields, dict) and judge.accepts(fields))
        return fields.map(lambda fields: Given({"body": fields}, fields, body, asked(case, body)))
    if kind.startswith("multipart/"):
        objects = body.strategy().filter(lambda payload: isinstance(payload, dict))
        return objects.flatmap(lambda payload: _uploads(case, body, payload))
    return octets(body.media_type).map(lambda content: Given({"body": content}, content, body, asked(case, body)))


def written(payload: Json) -> Json:
    """What a form can say: null has no text there, and an empty list no field."""
    if not isinstance(payload, dict):
        return payload
    listed: dict[str, Json] = {
        name: [item for item in member if item is not None] if isinstance(member, list) else member
        for name, member in payload.items()
    }
    return {name: member for name, member in listed.items() if member is not None and member != []}


@st.composite
def _uploads(draw: st.DrawFn, case: Case, body: BodyCase, payload: Json) -> Given:
    """Texts are given as they are or as the octets of a file: no schema says which."""
    assert isinstance(payload, dict)
    members = {
        name: member.encode() if isinstance(member, str) and draw(st.booleans()) else member
        for name, member in payload.items()
    }
    return Given({"body": members}, payload, body, asked(case, body))


def octets(media_type: str, min_size: int = 0) -> st.SearchStrategy[Any]:
    """Contents that are no JSON: a str if the media type is `text/*`, else bytes."""
    if not is_text(media_type):
        return st.binary(min_size=min_size, max_size=40)
    alphabet = st.characters(codec="utf-8" if charset(media_type) == "utf-8" else "ascii")
    return st.text(alphabet, min_size=min_size, max_size=20)


# --- answers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """An answer: the value is JSON, or what the content of another media type is read as, or None without content."""

    status: int
    response: ResponseCase
    value: Json | bytes

    @property
    def media_type(self) -> str:
        """Empty if there is no content."""
        return "" if self.status in NO_CONTENT else self.response.media_type

    @property
    def json(self) -> bool:
        return is_json(self.media_type)


def answers(case: Case, response: ResponseCase) -> st.SearchStrategy[Answer]:
    """Answers of one declaration. An error without a single octet has no content, so there none is empty."""
    status = case.code(response)
    content: st.SearchStrategy[Any] = st.none()
    if status not in NO_CONTENT and response.media_type:
        json = is_json(response.media_type)
        content = response.strategy() if json else octets(response.media_type, min_size=int(status >= 300))
    return content.map(lambda value: Answer(status, response, cast("Json | bytes", value)))
