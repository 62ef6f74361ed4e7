from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeAlias

from .._runtime.kinds import KindOf, Kinds

from .dog_input import DogInput, DogInputDict

if TYPE_CHECKING:
    from .poodle_input import PoodleInput, PoodleInputDict

DogUnionInput: TypeAlias = Annotated[
    KindOf["PoodleInput", DogInput], Kinds(__name__, "petType", {"poodle": "PoodleInput"})
]
"""A `Dog`, or what extends it: `petType` says which.

As it is sent.
"""

DogUnionInputDict: TypeAlias = KindOf["PoodleInputDict", DogInputDict]
"""`DogUnionInput` as a dict, with the names of the wire."""
