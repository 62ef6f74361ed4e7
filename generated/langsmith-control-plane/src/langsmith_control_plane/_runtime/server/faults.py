"""What is wrong with a body, told place by place."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from ..alternatives import UNKNOWN_KIND
from ..locations import pointer, tokens
from .reply import Fault, Refusal

MOST = 100
"""The faults that are told of one body: an answer should not outgrow its request."""


def refused(reason: str, kind: str, status: int = 422) -> Refusal:
    return Refusal(status, [Fault(("body",), reason, kind)])


def faults_of(error: ValidationError, value: object) -> Iterator[Fault]:
    """The faults of a body, each told once: the branches of a union often say the same.

    That an object is of no known kind is left out where it is told what is wrong with it as one.
    """
    details = error.errors(include_url=False, include_input=False, include_context=False)[:MOST]
    details = [each for each in details if each["type"] != UNKNOWN_KIND] or details
    found: dict[object, Fault] = {}
    for detail in details:
        missing = detail["type"] == "missing"
        place = (*tokens(value, detail["loc"]), *(detail["loc"][-1:] if missing else ()))
        where = pointer(value, detail["loc"], missing=missing)
        found[place, detail["msg"]] = Fault(("body", *place), detail["msg"], detail["type"], where)
    yield from found.values()
