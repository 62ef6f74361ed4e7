"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .alias import Alias as Alias
    from .dog import Dog as Dog
    from .named import Named as Named
else:
    _MODULES = {
        "Alias": "alias",
        "Dog": "dog",
        "Named": "named",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
