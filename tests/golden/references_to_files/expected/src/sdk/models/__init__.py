"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .cat import CatDict as CatDict
    from .dog import Dog as Dog
    from .dog import DogDict as DogDict
    from .home import Home as Home
    from .home import HomeDict as HomeDict
    from .leaf import Leaf as Leaf
    from .owner import Owner as Owner
    from .owner import OwnerDict as OwnerDict
    from .pet import Pet as Pet
    from .problem_response import ProblemResponse as ProblemResponse
    from .tree import Tree as Tree
else:
    _MODULES = {
        "Cat": "cat",
        "CatDict": "cat",
        "Dog": "dog",
        "DogDict": "dog",
        "Home": "home",
        "HomeDict": "home",
        "Leaf": "leaf",
        "Owner": "owner",
        "OwnerDict": "owner",
        "Pet": "pet",
        "ProblemResponse": "problem_response",
        "Tree": "tree",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
