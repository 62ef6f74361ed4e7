"""The base class of a value that is no object; few packages have one, and it takes a while to load."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, GetCoreSchemaHandler, RootModel
from pydantic_core import CoreSchema

from .model import complete

__all__ = ["Root"]


class Root(RootModel[Any]):
    """A value that is no object and may hold itself; `root` is the value."""

    model_config = ConfigDict(strict=True, defer_build=True)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler, /) -> CoreSchema:
        complete(cls)
        return handler(source)

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Any = None,
    ) -> bool | None:
        """Complete the class: names are looked up in its module, and nowhere else."""
        complete(cls)
        return super().model_rebuild(force=force, raise_errors=raise_errors, _types_namespace=_types_namespace or {})
