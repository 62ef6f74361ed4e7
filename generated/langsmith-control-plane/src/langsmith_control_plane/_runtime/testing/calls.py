"""What a call is made with and answered with: values for its parameters, a body, and an answer."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from ..media import charset
from ..media import text as is_text
from .case import NO_CONTENT, BodyCase, Case, ParameterCase, ResponseCase
from .coverage import Coverage
from .fits import Fits
from .json import Json
from .oracle import Oracle
from .plain import phrase
from .typical import accepted_or_plain, either, typical
from .uploads import Sent, sayable, uploads

# --- parameters -------------------------------------------------------------------------------------------------------


@st.composite
def parameter_values(draw: st.DrawFn, case: Case, rivals: Collection[Case] = ()) -> dict[str, Json]:
    """Values for the parameters, by argument; those that may be absent often are.

    `rivals` are the operations that have a literal text where this one has a parameter: no path is one of theirs.
    """
    names = {parameter.wire_name for parameter in case.parameters}
    values: dict[str, Json] = {}
    for parameter in case.parameters:
        fits = Fits(parameter, names, _crowded(case.path, parameter))
        if parameter.required:
            values[parameter.name] = draw(accepted_or_plain(parameter.strategy(), fits))
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


def _crowded(path: str, parameter: ParameterCase) -> str:
    """What else stands in the same segment of the path."""
    own = f"{{{parameter.wire_name}}}"
    segment = next((part for part in path.split("/") if own in part), "")
    return segment.replace(own, "", 1) if parameter.place == "path" else ""


# --- bodies -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Given:
    """A body: the arguments that stand for it and what it means, which is `ABSENT` if there is none.

    A JSON body and a form mean a JSON value, in which a text stands for a file; any other means text or octets.
    Without a `media_type` the client is left to choose it.
    """

    arguments: dict[str, Any]
    value: Json | bytes
    body: BodyCase | None = None
    media_type: str = ""
    files: Mapping[str, tuple[Sent, ...]] = field(default_factory=dict[str, "tuple[Sent, ...]"])

    @property
    def present(self) -> bool:
        return self.body is not None


ABSENT = Given({}, None)


def given_json(case: Case, body: BodyCase, payload: Json) -> Given:
    """A JSON body of the media type."""
    return Given(body_arguments(body, payload), payload, body, asked(case, body))


def asked(case: Case, body: BodyCase) -> str:
    """The media type that a client must be asked for; empty for the one that it prefers."""
    return "" if body is case.preferred else body.example


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
    if body.json:
        return body.strategy().map(lambda payload: given_json(case, body, payload))
    if body.form or body.multipart:
        judge = oracle.validator(body.pointer)

        def says(payload: Json) -> bool:
            return isinstance(payload, dict) and judge.accepts(sayable(body, payload))

        written = accepted_or_plain(body.strategy(), says).map(partial(sayable, body))
        return written.flatmap(lambda members: _form(case, body, members))
    return octets(body.media_type).map(lambda content: Given({"body": content}, content, body, asked(case, body)))


@st.composite
def _form(draw: st.DrawFn, case: Case, body: BodyCase, members: dict[str, Json]) -> Given:
    files = {name: draw(uploads(members[name])) for name in body.files if name in members}
    arguments = body_arguments(body, members)
    for name, sent in files.items():
        given_ = [each.argument for each in sent] if isinstance(members[name], list) else sent[0].argument
        if body.arguments is None:
            arguments["body"] = {**arguments["body"], name: given_}
        else:
            arguments[body.arguments[name]] = given_
    return Given(arguments, members, body, asked(case, body), files)


def octets(media_type: str, min_size: int = 0) -> st.SearchStrategy[Any]:
    """Contents that are no JSON: a str if the media type is `text/*`, else bytes."""
    if not is_text(media_type):
        return either(st.binary(min_size=min_size, max_size=40), lambda draw: phrase(draw).encode())
    alphabet = st.characters(codec="utf-8" if charset(media_type) == "utf-8" else "ascii")
    return either(st.text(alphabet, min_size=min_size, max_size=20), phrase)


# --- answers ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """An answer: the value is JSON, or what the content of another media type is read as, or None without content."""

    status: int
    response: ResponseCase
    value: Json | bytes
    headers: Mapping[str, Json] = field(default_factory=dict[str, Json])

    @property
    def media_type(self) -> str:
        """Empty if there is no content."""
        return "" if self.status in NO_CONTENT else self.response.media_type

    @property
    def json(self) -> bool:
        return bool(self.media_type) and self.response.json


def answers(case: Case, response: ResponseCase) -> st.SearchStrategy[Answer]:
    """Answers of one declaration. An error without a single octet has no content, so there none is empty."""
    status = case.code(response)
    content: st.SearchStrategy[Any] = st.none()
    if status not in NO_CONTENT and response.media_type:
        content = response.strategy() if response.json else octets(response.media_type, min_size=int(status >= 300))
    headers = header_values(response.headers)
    return st.builds(partial(Answer, status, response), content, headers)


@dataclass(frozen=True)
class Call:
    """A call of an operation: values for its parameters, a body, and the answer that its handler gives."""

    case: Case
    values: Mapping[str, Json]
    given: Given
    answer: Answer

    @property
    def arguments(self) -> dict[str, Any]:
        """The arguments of the method, by name."""
        return {**self.values, **self.given.arguments}


def aimed_calls(coverage: Coverage, oracle: Oracle, call: Call) -> Iterator[Call]:
    """Calls that exercise what the schemas of an operation admit and nothing has exercised yet."""
    names = {parameter.wire_name for parameter in call.case.parameters}
    for parameter in call.case.parameters:
        fits = Fits(parameter, names, _crowded(call.case.path, parameter))
        for value in coverage.aimed(parameter.pointer) if parameter.pointer else ():
            if value is not None and oracle.validator(parameter.pointer).accepts(value) and fits(value):
                yield replace(call, values={**call.values, parameter.name: value})
    body = call.given.body
    if body is not None and body.json:
        for payload in coverage.aimed(body.pointer):
            if oracle.validator(body.pointer).accepts(payload):
                yield replace(call, given=given_json(call.case, body, payload))
    if call.answer.json:
        for payload in coverage.aimed(call.answer.response.pointer):
            if oracle.validator(call.answer.response.pointer).accepts(payload):
                yield replace(call, answer=replace(call.answer, value=payload))


def misleading(oracle: Oracle, case: Case) -> Iterator[tuple[str, str]]:
    """Parameters of a path with texts that make another path of it: none at all, and dots."""
    for parameter in case.parameters:
        alone = parameter.place == "path" and f"{{{parameter.wire_name}}}" in _segments(case)
        if alone and parameter.style == "simple" and parameter.pointer:
            texts = filter(oracle.validator(parameter.pointer).accepts, ("", ".", ".."))
            yield from ((parameter.name, text) for text in texts)


@st.composite
def header_values(draw: st.DrawFn, headers: tuple[ParameterCase, ...]) -> dict[str, Json]:
    """Values for the declared headers of an answer, by name; those that may be absent often are, but not typically."""
    values: dict[str, Json] = {}
    for header in headers:
        fits = Fits(header, ())
        if header.required:
            values[header.wire_name] = draw(accepted_or_plain(header.strategy(), fits))
        elif (typical() or draw(st.booleans())) and fits(value := draw(header.strategy())):
            values[header.wire_name] = value
    return values
