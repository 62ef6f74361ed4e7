"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .fish import Fish as Fish
    from .owner import Owner as Owner
    from .pet import Pet as Pet
else:
    _MODULES = {
        "Cat": "cat",
        "Dog": "dog",
        "Fish": "fish",
        "Owner": "owner",
        "Pet": "pet",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
