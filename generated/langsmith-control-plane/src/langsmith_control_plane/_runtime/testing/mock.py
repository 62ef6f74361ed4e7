"""Stubs that answer every operation with data that is drawn from the document.

Only the seed and the request decide what is drawn: the operation, its path, its query and its body.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property, lru_cache, partial
from hashlib import sha256
from inspect import Signature
from typing import Any, Literal, TypeAlias, cast, get_args
from uuid import UUID

from hypothesis.errors import InvalidArgument
from pydantic import BaseModel

from ..files import Upload
from ..server.reply import Fault, Refusal
from .calls import Answer, answers
from .case import Case, ResponseCase
from .loop import returned
from .outside import Draw, apart, drawing_from
from .typical import typically

Mode: TypeAlias = Literal["typical", "edge"]

TRIES = 20
"""How often an answer of the wanted kind is drawn before one of the other kind will do, and how often that is."""
REMEMBERED = 64


class Mock:
    """The handlers of all operations. Raises ValueError for a mode that there is not."""

    def __init__(self, seed: int, mode: Mode) -> None:
        if mode not in get_args(Mode):
            raise ValueError(f"the mode is one of {get_args(Mode)}, not {mode!r}")
        self._seed = seed
        self._typical = mode == "typical"

    def handler(self, case: Case, signature: Signature) -> Callable[..., object]:
        """A handler that answers an operation with the lowest success that is declared; 501 if there is none."""
        drawer = _Drawer(case, self._seed, self._typical)

        @lru_cache(REMEMBERED)
        def answer(request: str) -> Answer:
            return apart(partial(drawer.answer, request))

        def handle(*positional: Any, **named: Any) -> object:
            given = signature.bind(*positional, **named).arguments
            return returned(case, answer(_digest(case, given)))

        return handle


class _Drawer:
    """Draws answers of one operation: typical ones or, if there are none, any, or the other way round."""

    def __init__(self, case: Case, seed: int, typical: bool) -> None:
        self._case = case
        self._seed = seed
        self._modes = [typical] * TRIES + [not typical] * TRIES

    def answer(self, request: str) -> Answer:
        """The answer to a request; raises Refusal."""
        try:
            return next(self._attempts(request))
        except (StopIteration, InvalidArgument):
            reason = f"nothing was found that is valid for the answer {success(self._case)!r}"
            raise _undrawn(reason) from None

    def _attempts(self, request: str) -> Iterator[Answer]:
        for attempt, typical in enumerate(self._modes):
            with typically(typical):
                drawn = self._draw(f"{self._seed}/{request}/{attempt}")
            yield from drawn

    @cached_property
    def _draw(self) -> Draw[Answer]:
        response = success(self._case)
        if response is None:
            why = "; ".join(self._case.waivers) or "no success is declared"
            raise _undrawn(f"{self._case.method} {self._case.path} cannot be answered: {why}")
        return drawing_from(answers(self._case, response))


def success(case: Case) -> ResponseCase | None:
    """The declaration of the lowest success, or of the lowest redirection: of several media types, JSON."""
    fine = [response for response in case.provable() if case.code(response) < 400]
    return min(fine, key=lambda response: (case.code(response), not response.json), default=None)


def _undrawn(reason: str) -> Refusal:
    return Refusal(501, [Fault(("server",), reason, "not_drawn")])


# --- what tells one request from another ------------------------------------------------------------------------------


def _digest(case: Case, given: Mapping[str, object]) -> str:
    """A text for an operation and what it is called with, but for the headers: equal values have the same one."""
    told = {parameter.name for parameter in case.parameters if parameter.place in ("path", "query")} | {"body"}
    values = sorted((name, _told(value)) for name, value in given.items() if name in told)
    return sha256(repr((case.method, case.path, values)).encode()).hexdigest()


def _told(value: object) -> str:
    """The text of a value; that of an object does not depend on the order of its members."""
    match value:
        case BaseModel():
            return _told(value.model_dump(warnings=False))
        case dict():
            members = cast("dict[str, object]", value)
            return repr(sorted((name, _told(member)) for name, member in members.items()))
        case list() | tuple():
            return repr([_told(item) for item in cast("list[object]", value)])
        case Upload():
            return repr((value.read(), value.file_name, value.media_type))
        case float() if value.is_integer():
            return repr(int(value))
        case UUID():
            return value.hex
        case _:
            return repr(value)
