"""A request -> the arguments of a handler, or a Refusal with everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from pydantic import ValidationError
from pydantic_core import from_json
from starlette.requests import Request

from .. import media
from ..bodies import Body
from ..forms import FORM
from ..json_text import infinite, refuse_constants, refuse_repeated
from ..locations import pointer
from ..model import UNSET
from ..parameters import Parameter, Path
from ..parse import ParameterError, Received, ascii_only, parse
from .faults import faults_of, refused
from .forms import form, multipart
from .reply import Fault, Refusal

MAYBE_INFINITE = re.compile(rb"[0-9][eE]\+?[0-9]{2}|[0-9]{200}")


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a handler is called with: path parameters and the body by position, the other parameters by name."""

    positional: tuple[object, ...]
    named: Mapping[str, object]


async def arguments(
    request: Request, path: Mapping[str, str], parameters: Sequence[Parameter], bodies: Sequence[Body]
) -> Arguments:
    """The arguments of a request, whose path has these raw texts for its placeholders.

    `bodies` are the media types that are declared for the body. Raises Refusal.
    """
    values, faults = parsed(parameters, received(request, path))
    status = 422
    if bodies:
        try:
            values["body"] = read(bodies, request.headers.get("content-type", ""), await request.body())
        except Refusal as refusal:
            status, faults = refusal.status, [*faults, *refusal.faults]
    if faults:
        raise Refusal(status, faults)
    order = [*(parameter.name for parameter in parameters if isinstance(parameter, Path)), *["body"] * bool(bodies)]
    return Arguments(
        tuple(values[name] for name in order),
        {name: value for name, value in values.items() if name not in order},
    )


# --- parameters -------------------------------------------------------------------------------------------------------


def received(request: Request, path: Mapping[str, str]) -> Received:
    headers: dict[str, bytes] = {}
    for name, value in request.headers.raw:
        key = name.decode("latin-1").lower()
        separator = b"; " if key == "cookie" else b", "
        headers[key] = headers[key] + separator + value if key in headers else value
    return Received(path, ascii_only(request.scope["query_string"]), headers)


def parsed(parameters: Sequence[Parameter], raw: Received) -> tuple[dict[str, object], list[Fault]]:
    """The values of the parameters that a request has, by Python name, and what is wrong with the others."""
    values: dict[str, object] = {}
    faults: list[Fault] = []
    for parameter in parameters:
        others = {other.wire_name for other in parameters if other is not parameter and other.place == parameter.place}
        try:
            value = parse(parameter, raw, others)
        except ParameterError as error:
            inside = [token.replace("~1", "/").replace("~0", "~") for token in error.pointer.split("/")[1:]]
            loc = (parameter.place, parameter.wire_name, *inside)
            faults.append(Fault(loc, error.reason, error.type, error.pointer))
        except (ValueError, RecursionError):
            loc = (parameter.place, parameter.wire_name)
            faults.append(Fault(loc, "the text cannot be read", "value_error"))
        else:
            if value is not UNSET:
                values[parameter.name] = value
    return values, faults


# --- the body ---------------------------------------------------------------------------------------------------------


def read(bodies: Sequence[Body], content_type: str, content: bytes) -> object:
    """The value of a body, or UNSET if there is none and none is needed; raises Refusal.

    JSON and forms become a value of the declared type and text a str; anything else stays bytes.
    """
    if not content and (not content_type or media.json(content_type)):
        if bodies[0].required:
            raise refused("a body is required", "missing")
        return UNSET
    found = media.best(content_type, [body.media_type for body in bodies])
    if found is None:
        expected = " or ".join(dict.fromkeys(body.media_type for body in bodies))
        raise refused(f"the media type should be {expected}, not {content_type!r}", "media_type", 415)
    body = bodies[found]
    if body.json or (media.broad(body.media_type) and media.json(content_type)):
        return json(body, content)
    kind = media.essence(content_type)
    if kind == FORM:
        return form(body, content)
    if kind.startswith("multipart/"):
        return multipart(body, content_type, content)
    readable = media.text(content_type if media.essence(body.media_type) == "*/*" else body.media_type)
    return text(content, media.charset(content_type, content)) if readable else content


def json(body: Body, content: bytes) -> object:
    try:
        value = body.adapter.validate_json(content)
        refuse_constants(content)
        refuse_repeated(content)
    except ValidationError as error:
        raise Refusal(422, list(faults_of(error, parsed_json(content)))) from None
    except ValueError as error:
        raise refused(f"the body is not JSON: {error}", "json_invalid", 400) from None
    if MAYBE_INFINITE.search(content):
        refuse_infinite(parsed_json(content))
    return value


def parsed_json(content: bytes) -> object:
    try:
        return cast(object, from_json(content, allow_inf_nan=False))
    except ValueError as error:
        raise refused(f"the body is not JSON: {error}", "json_invalid", 400) from None


def refuse_infinite(value: object) -> None:
    """No float holds 1e999, and what cannot be held cannot be handed on."""
    if (place := infinite(value)) is not None:
        fault = Fault(("body", *place), "Input should be a finite number", "finite_number", pointer(value, place))
        raise Refusal(422, [fault])


def text(content: bytes, charset: str) -> str:
    try:
        return content.decode(charset)
    except LookupError:
        raise refused(f"the charset {charset!r} is not known", "charset", 415) from None
    except ValueError:
        raise refused(f"the body is not {charset}", "charset", 400) from None
