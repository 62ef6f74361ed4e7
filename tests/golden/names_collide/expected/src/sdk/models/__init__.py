"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .field import Field as Field
    from .field2 import Field2 as Field2
    from .foo_bar_baz import FooBarBaz as FooBarBaz
    from .model import Model as Model
else:
    _MODULES = {
        "Field": "field",
        "Field2": "field2",
        "FooBarBaz": "foo_bar_baz",
        "Model": "model",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
