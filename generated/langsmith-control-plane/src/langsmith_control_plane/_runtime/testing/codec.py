"""The types of the package as codecs of JSON."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter, ValidationError

from ..adapter import adapter
from .case import Type
from .json import Json, encode


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
