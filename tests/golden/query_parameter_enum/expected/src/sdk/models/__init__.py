"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .pet import Pet as Pet
else:
    _MODULES = {
        "Pet": "pet",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
