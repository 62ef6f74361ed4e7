"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .animal import Animal as Animal
    from .cat import Cat as Cat
    from .dog import Dog as Dog
    from .owner import Owner as Owner
    from .robot import Robot as Robot
else:
    _MODULES = {
        "Animal": "animal",
        "Cat": "cat",
        "Dog": "dog",
        "Owner": "owner",
        "Robot": "robot",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
