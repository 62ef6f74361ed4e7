"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .find_pets_request import FindPetsRequest as FindPetsRequest
    from .find_pets_request import FindPetsRequestDict as FindPetsRequestDict
    from .other import Other as Other
    from .pet import Pet as Pet
else:
    _MODULES = {
        "Cat": "cat",
        "FindPetsRequest": "find_pets_request",
        "FindPetsRequestDict": "find_pets_request",
        "Other": "other",
        "Pet": "pet",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
