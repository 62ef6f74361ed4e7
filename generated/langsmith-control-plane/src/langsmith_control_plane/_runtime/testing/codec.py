"""The types of the package as codecs of JSON."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter, ValidationError

from ..adapter import adapter
from ..responses import OPEN
from .case import Type
from .json import Json, decode, encode


@cache
def codec(type: Type) -> TypeAdapter[object]:
    """The adapter of a type, made once."""
    return adapter(type)


def accepts(type: Type, value: Json) -> bool:
    """Whether JSON is of a type."""
    try:
        codec(type).validate_json(encode(value))
    except ValidationError:
        return False
    return True


def loaded(type: Type, value: Json, *, open: bool = False) -> object:
    """The Python value of JSON; raises pydantic's ValidationError."""
    return codec(type).validate_json(encode(value), context=OPEN if open else None)


def dumped(type: Type, value: object) -> Json:
    """The JSON of a Python value."""
    return decode(codec(type).dump_json(value, by_alias=True))
