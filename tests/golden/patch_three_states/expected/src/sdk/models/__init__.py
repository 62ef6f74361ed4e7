"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .home import Home as Home
    from .home import HomeDict as HomeDict
    from .pet_patch import PetPatch as PetPatch
    from .pet_patch import PetPatchDict as PetPatchDict
else:
    _MODULES = {
        "Home": "home",
        "HomeDict": "home",
        "PetPatch": "pet_patch",
        "PetPatchDict": "pet_patch",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
