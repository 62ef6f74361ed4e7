"""The base class of a value that is no object; few packages have one, and it takes a while to load."""

from __future__ import annotations

from typing import Any

from pydantic import ConfigDict, RootModel

from .model import Completing

__all__ = ["Root"]


class Root(Completing, RootModel[Any]):
    """A value that is no object and may hold itself; `root` is the value."""

    model_config = ConfigDict(strict=True, defer_build=True)
