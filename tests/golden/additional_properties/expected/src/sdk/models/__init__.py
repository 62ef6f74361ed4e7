"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .anything import Anything as Anything
    from .closed import Closed as Closed
    from .free_form import FreeForm as FreeForm
    from .map import Map as Map
    from .open import Open as Open
    from .typed import Typed as Typed
else:
    _MODULES = {
        "Anything": "anything",
        "Closed": "closed",
        "FreeForm": "free_form",
        "Map": "map",
        "Open": "open",
        "Typed": "typed",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
