"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .file import File as File
    from .file import FileDict as FileDict
else:
    _MODULES = {
        "File": "file",
        "FileDict": "file",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
