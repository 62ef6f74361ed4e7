"""What got lost of a call between the two ends of the loop: what a caller gave, and what its handler answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

from ..errors import APIStatusError
from ..exchange import RawResponse
from ..model import UNSET
from .calls import Answer, Call, Given
from .case import BodyCase, ParameterCase
from .codec import dumped, loaded
from .equality import difference, same
from .json import Json, decode
from .loop import Told
from .oracle import Oracle
from .uploads import legible, state

_NAMES = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
"""What the errors of these statuses are called in every package."""


@dataclass(frozen=True)
class Losses:
    """Compares the ends. `errors` are the classes of errors by their statuses, as the package has them."""

    errors: Mapping[int, type[APIStatusError]]
    oracle: Oracle

    def of(self, call: Call, told: Told) -> str:
        """What got lost on the way there or back; empty if nothing did."""
        if len(told.seen) != 1 or len(told.exchanges) != 1 or told.seen[0].case is not call.case:
            seen = ", ".join(str(each.case) for each in told.seen) or "no handler"
            return f"{seen} was called, {len(told.exchanges)} requests were sent, and the client has {told.outcome!r}"
        return next(self._losses(call, told), "")

    def _losses(self, call: Call, told: Told) -> Iterator[str]:
        arguments = told.seen[0].arguments
        for parameter in call.case.parameters:
            if fault := unlike(parameter, call.values.get(parameter.name), arguments[parameter.name]):
                yield f"{parameter.place} parameter {parameter.wire_name} of the handler: {fault}"
        if call.case.bodies and (fault := self._body_lost(call.given, arguments["body"])):
            yield f"the body {fault}"
        if fault := self._answer_lost(call.answer, told.outcome):
            yield f"the answer, status {call.answer.status}, {fault}"

    def _body_lost(self, given: Given, arrived: Any) -> str:
        body, value = given.body, given.value
        if body is None:
            return "is there, and was not given" if arrived is not UNSET else ""
        if body.json:
            fault = difference(cast(Json, value), dumped(body.type, arrived))
            return fault and f"is not as it was: {fault}"
        if body.form or body.multipart:
            return self._form_lost(body, given, arrived)
        return "" if arrived == value else f"{value!r} became {arrived!r}"

    def _form_lost(self, body: BodyCase, given: Given, arrived: Any) -> str:
        members = cast("dict[str, Json]", given.value)
        for name, sent in given.files.items():
            found = state(arrived, (name,))
            files = cast("list[object]", found) if isinstance(members[name], list) else [found]
            if len(files) != len(sent):
                return f"has {len(files)} files {name}, not {len(sent)}"
            if fault := next(filter(None, (each.lost(name, file) for each, file in zip(sent, files, strict=True))), ""):
                return fault
        seen = dumped(body.type, legible(arrived, given.files, members))
        valid = self.oracle.validator(body.pointer).accepts(seen)
        return "" if valid and same(meant(members), meant(seen)) else f"{members!r} became {seen!r}"

    def _answer_lost(self, answer: Answer, outcome: object) -> str:
        if isinstance(outcome, RawResponse):
            raw = cast("RawResponse[object]", outcome)
            faults = (_header_lost(each, answer.headers, raw) for each in answer.response.headers)
            if fault := next(filter(None, faults), ""):
                return fault
            outcome = raw.parsed
        arrived = outcome
        if not 200 <= answer.status < 300:
            if type(outcome) is not self.expected(answer.status) or misnamed(answer.status, type(outcome)):
                return f"is {outcome!r}, not {_NAMES.get(answer.status, self.expected(answer.status).__name__)}"
            assert isinstance(outcome, APIStatusError)
            arrived = outcome.body
        if isinstance(arrived, Exception):
            return f"was refused: {arrived}"
        return value_lost(answer, arrived)

    def expected(self, status: int) -> type[APIStatusError]:
        """The class of the error that a status is."""
        return self.errors.get(status) or (self.errors[500] if status > 500 else APIStatusError)


def misnamed(status: int, error: type[object]) -> bool:
    """Whether the class of an error does not bear the name of its status, or bears that of another one."""
    return error.__name__ in _NAMES.values() if status not in _NAMES else error.__name__ != _NAMES[status]


def value_lost(answer: Answer, arrived: object) -> str:
    """What the value that a client has for an answer lacks; empty if it is the same, and of its type."""
    response = answer.response
    if not answer.json:
        return "" if arrived == answer.value else f"{answer.value!r} became {arrived!r}"
    payload = cast(Json, answer.value)
    expected = type(loaded(response.type, payload))
    if type(arrived) is not expected:
        return f"is of {type(arrived)}, not {expected}"
    fault = difference(payload, dumped(response.type, arrived))
    return fault and f"is not as it was: {fault}"


def _header_lost(header: ParameterCase, given: Mapping[str, Json], raw: RawResponse[object]) -> str:
    """What a client lacks of a header of an answer."""
    arrived = raw.declared_headers.get(header.wire_name, UNSET)
    fault = unlike(header, given.get(header.wire_name), arrived)
    return fault and f"header {header.wire_name} of the client: {fault}"


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
        case float():
            return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")
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
