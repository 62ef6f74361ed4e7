"""Objects that say by a member of which kind they are, though nothing holds them to it: what a discriminator is for."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, core_schema

from .constraint import Constraint, Info, reads

__all__ = ["KindOf", "Kinds", "Told"]

T = TypeVar("T")

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
        name = _said(value, self.tag, self.kinds)
        return _first(self._class(name) if name else None, value, validate, info)

    def _known(self, cls: type) -> bool:
        """Whether a class is one of the kinds, or made from one."""
        names = {*self.kinds.values()}
        return any(each.__name__ in names and self._class(each.__name__) is each for each in cls.__mro__)

    def _class(self, name: str) -> type[BaseModel]:
        found: type[BaseModel] = getattr(sys.modules[self.package], name)
        return found


class Told(Constraint):
    """Which alternative an object is: `Annotated[Cat | Dog, Told("kind", {"a": Cat})]` reads one whose `kind` is `a` as
    a Cat, if it is one.

    What is valid is not changed by that: where it has to be `exactly_one` of them, that is looked at first, unless a
    client reads.
    """

    def __init__(self, tag: str, called: Mapping[str, Any], *, exactly_one: bool = False) -> None:
        self.tag, self.called, self.exactly_one = tag, called, exactly_one

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.with_info_wrap_validator_function(self._told, handler(source))

    def _told(self, value: Any, validate: core_schema.ValidatorFunctionWrapHandler, info: Info) -> Any:
        kind = _said(value, self.tag, self.called) if reads(info) or not self.exactly_one else None
        return _first(kind, value, validate, info)


def _said(value: Any, tag: str, called: Mapping[str, T]) -> T | None:
    """What an object says it is."""
    text = cast("dict[object, object]", value).get(tag) if isinstance(value, dict) else None
    return called.get(text) if isinstance(text, str) else None


def _first(kind: Any, value: Any, validate: core_schema.ValidatorFunctionWrapHandler, info: Info) -> Any:
    """The value as one of a kind if that is a class and the value is of it, else as anything that is valid."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        try:
            return kind.model_validate(value, context=info.context)
        except ValidationError:
            pass
    return validate(value)
