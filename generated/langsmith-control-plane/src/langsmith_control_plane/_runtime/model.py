"""The base class of every model, and the third state: a property that is absent is `UNSET`."""

from __future__ import annotations

import sys
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import MISSING as UNSET
from pydantic_core import CoreSchema

__all__ = ["UNSET", "Completing", "Model", "complete", "wire_names"]


class Completing(BaseModel, defer_build=True):
    """A class whose annotations name models of modules that are loaded when it is first used."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler, /) -> CoreSchema:
        complete(cls)
        return handler(source)

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Any = None,
    ) -> bool | None:
        """Complete the class: names are looked up in its module, and nowhere else."""
        complete(cls)
        return super().model_rebuild(force=force, raise_errors=raise_errors, _types_namespace=_types_namespace or {})


class Model(Completing):
    """An object of the API. `Model.model_validate_json(wire)` and `model.model_dump_json()` are its wire form.

    Attributes have Python names, the wire and dicts have the document's own. A property that is not given is `UNSET`
    and is not sent; members that the document does not declare are kept, unless it forbids them.
    """

    model_config = ConfigDict(
        strict=True,
        extra="allow",
        serialize_by_alias=True,
        validate_by_alias=True,
        validate_by_name=False,
        defer_build=True,
        protected_namespaces=(),
        ser_json_inf_nan="constants",
    )

    def __init__(self, /, **members: Any) -> None:
        """Build from Python names. Raises `pydantic.ValidationError` for what the document does not allow."""
        self.__pydantic_validator__.validate_python(members, self_instance=self, by_alias=True, by_name=True)

    # Tells pydantic that this __init__ only validates, so that parsing need not go through it.
    setattr(__init__, "__pydantic_base_init__", True)

    @classmethod
    def from_received(cls, received: Model, /, **members: Any) -> Self:
        """What may be sent of what was received: its members that go both ways, at every depth.

        Args:
            received: An object that the API answered with.
            members: Those that take the place of its own, or come beside them, by their Python names.

        Raises:
            pydantic.ValidationError: The document does not allow to send this, or demands more.
        """
        from .received import sendable

        names = wire_names(cls)
        given = {names.get(name, name): sendable(member) for name, member in members.items()}
        return cls.model_validate({**sendable(received), **given})

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        for base in cls.__bases__:
            if issubclass(base, Model) and base is not Model:
                base.model_rebuild()


def wire_names(cls: type[BaseModel]) -> dict[str, str]:
    """The attributes of a model, each with its name on the wire; a class that has not been built is, first."""
    if not cls.__pydantic_fields_complete__:
        cls.model_rebuild()
    return {name: name if field.alias is None else field.alias for name, field in cls.model_fields.items()}


def complete(cls: type[BaseModel]) -> None:
    """Have the module of a class load the models that its annotations name.

    pydantic would have it do so as well, but under a lock that another thread may want in the middle of an import.
    """
    vars(sys.modules[cls.__module__])
