"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .codes import Codes as Codes
    from .kind import Kind as Kind
    from .nested import Nested as Nested
    from .tag import Tag as Tag
    from .tree import Tree as Tree
else:
    _MODULES = {
        "Codes": "codes",
        "Kind": "kind",
        "Nested": "nested",
        "Tag": "tag",
        "Tree": "tree",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
