"""Pydantic adapters for the types that an operation names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import ConfigDict, TypeAdapter
from pydantic.errors import PydanticUserError


def adapter(factory: Callable[[], object], title: str | None = None) -> TypeAdapter[object]:
    """A strict adapter for the type that `factory` returns; `title` is what its errors call the value.

    Models and typed dictionaries bring their own settings, and pydantic lets nobody else set them.
    """
    type_: Any = factory()
    config = ConfigDict(
        strict=True, allow_inf_nan=False, ser_json_inf_nan="constants", regex_engine="python-re", title=title
    )
    try:
        return TypeAdapter(type_, config=config)
    except PydanticUserError as error:
        if error.code != "type-adapter-config-unused":
            raise
        return TypeAdapter(type_)
