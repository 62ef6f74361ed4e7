"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .deep import Deep as Deep
    from .deep_a import DeepA as DeepA
    from .filter import Filter as Filter
    from .styled_x_deep import StyledXDeep as StyledXDeep
else:
    _MODULES = {
        "Deep": "deep",
        "DeepA": "deep_a",
        "Filter": "filter",
        "StyledXDeep": "styled_x_deep",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
