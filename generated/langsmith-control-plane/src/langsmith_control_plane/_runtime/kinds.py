"""Objects that say of which kind they are: those of a schema with a discriminator, which others extend."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, core_schema

from .constraint import Constraint, Info

__all__ = ["KindOf", "Kinds"]

if TYPE_CHECKING:
    from typing import Union as KindOf
else:

    class KindOf:
        """`KindOf["Cat", "Dog", Pet]` is a Cat, a Dog or a Pet: the last one, until a value says that it is another.

        So the classes of the kinds are loaded when they are needed: there may be hundreds.
        """

        def __class_getitem__(cls, members: Any) -> Any:
            return members[-1]


class Kinds(Constraint):
    """Which kind an object is: with `Kinds(__name__, "petType", {"cat": "Cat"})` one whose `petType` is `cat` is read
    as the `Cat` of the package that the module is in.

    What is valid is not changed by that. An object of no known kind, and one that is not what it says it is, is read
    as what they all are.
    """

    def __init__(self, module: str, tag: str, kinds: Mapping[str, str]) -> None:
        self.package, self.tag, self.kinds = module.rpartition(".")[0], tag, kinds

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_wrap_validator_function(
            self._kind, handler(source), serialization=core_schema.simple_ser_schema("any")
        )

    def _kind(self, value: Any, validate: core_schema.ValidatorFunctionWrapHandler, info: Info) -> Any:
        if isinstance(value, BaseModel):
            return value if self._known(type(value)) else validate(value)
        name = self._told(value)
        if name:
            try:
                return self._class(name).model_validate(value, context=info.context)
            except ValidationError:
                pass
        return validate(value)

    def _told(self, value: Any) -> str | None:
        """The name of the class that an object says it is of."""
        if not isinstance(value, dict):
            return None
        text = cast("dict[object, object]", value).get(self.tag)
        return self.kinds.get(text) if isinstance(text, str) else None

    def _known(self, cls: type) -> bool:
        """Whether a class is one of the kinds, or made from one."""
        names = {*self.kinds.values()}
        return any(each.__name__ in names and self._class(each.__name__) is each for each in cls.__mro__)

    def _class(self, name: str) -> type[BaseModel]:
        found: type[BaseModel] = getattr(sys.modules[self.package], name)
        return found
