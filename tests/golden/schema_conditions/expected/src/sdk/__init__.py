"""Conditions"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._runtime.lazy import lazy

if TYPE_CHECKING:
    from ._runtime.files import Upload as Upload
    from ._runtime.model import UNSET as UNSET
    from .client import SERVERS as SERVERS
    from .client import AsyncClient as AsyncClient
    from .client import Client as Client
else:
    _MODULES = {
        "Upload": "_runtime.files",
        "UNSET": "_runtime.model",
        "SERVERS": "client",
        "AsyncClient": "client",
        "Client": "client",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
