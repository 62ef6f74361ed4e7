from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from .._runtime.kinds import KindOf, Kinds

from .pet_input import PetInput, PetInputDict

if TYPE_CHECKING:
    from .cat_input import CatInput, CatInputDict
    from .dog_input import DogInput, DogInputDict
    from .poodle_input import PoodleInput, PoodleInputDict

PetUnionInput: TypeAlias = Annotated[
    KindOf["CatInput", "DogInput", "PoodleInput", PetInput],
    Kinds(
        __name__,
        "petType",
        {"kitten": "CatInput", "cat": "CatInput", "Dog": "DogInput", "poodle": "PoodleInput"},
    ),
]
"""A `Pet`, or what extends it: `petType` says which.

As it is sent.
"""

PetUnionInputDict: TypeAlias = KindOf[
    "CatInputDict", "DogInputDict", "PoodleInputDict", PetInputDict
]
"""`PetUnionInput` as a dict, with the names of the wire."""
