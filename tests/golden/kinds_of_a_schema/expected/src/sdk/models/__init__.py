"""The models, a module a class; each is loaded when it is first asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.lazy import lazy

if TYPE_CHECKING:
    from .cat import Cat as Cat
    from .cat_input import CatInput as CatInput
    from .cat_input import CatInputDict as CatInputDict
    from .dog import Dog as Dog
    from .dog_input import DogInput as DogInput
    from .dog_input import DogInputDict as DogInputDict
    from .dog_union import DogUnion as DogUnion
    from .dog_union_input import DogUnionInput as DogUnionInput
    from .dog_union_input import DogUnionInputDict as DogUnionInputDict
    from .fish import Fish as Fish
    from .pet import Pet as Pet
    from .pet_input import PetInput as PetInput
    from .pet_input import PetInputDict as PetInputDict
    from .pet_union import PetUnion as PetUnion
    from .pet_union_input import PetUnionInput as PetUnionInput
    from .pet_union_input import PetUnionInputDict as PetUnionInputDict
    from .poodle import Poodle as Poodle
    from .poodle_input import PoodleInput as PoodleInput
    from .poodle_input import PoodleInputDict as PoodleInputDict
else:
    _MODULES = {
        "Cat": "cat",
        "CatInput": "cat_input",
        "CatInputDict": "cat_input",
        "Dog": "dog",
        "DogInput": "dog_input",
        "DogInputDict": "dog_input",
        "DogUnion": "dog_union",
        "DogUnionInput": "dog_union_input",
        "DogUnionInputDict": "dog_union_input",
        "Fish": "fish",
        "Pet": "pet",
        "PetInput": "pet_input",
        "PetInputDict": "pet_input",
        "PetUnion": "pet_union",
        "PetUnionInput": "pet_union_input",
        "PetUnionInputDict": "pet_union_input",
        "Poodle": "poodle",
        "PoodleInput": "poodle_input",
        "PoodleInputDict": "poodle_input",
    }
    __getattr__, __dir__, __all__ = lazy(__name__, _MODULES)
