"""What a schema says of a value as a whole, and no single field can: here, which members are present."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, ClassVar, TypeAlias, cast

from pydantic import BaseModel, GetCoreSchemaHandler, model_validator
from pydantic_core import MISSING, CoreSchema, PydanticCustomError, core_schema

from .constraint import Constraint, Info
from .model import wire_names
from .spellings import plain

Context: TypeAlias = "Mapping[str, object] | None"


class Rule(Constraint):
    """A rule that a value keeps to; it is an annotation, or one of a class's `rules`. `whole` if it looks at JSON."""

    whole: ClassVar[bool] = True

    def check(self, value: Any, context: Context) -> None:
        """Raises `PydanticCustomError` if the rule is broken; `value` is JSON, or what stands for it."""
        raise NotImplementedError

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return self.added_to(handler(source))

    def added_to(self, schema: CoreSchema) -> CoreSchema:
        """A schema whose values keep to the rule as well."""

        def check(value: Any, info: Info) -> Any:
            self.check(plain(value) if self.whole else value, info.context)
            return value

        return core_schema.with_info_after_validator_function(check, schema)


class _Members(Rule):
    """A rule about the names of the members, those of the wire."""

    whole: ClassVar[bool] = False

    def check(self, value: Any, context: Context) -> None:
        if isinstance(value, BaseModel):
            self.check_names(_present(value))
        elif isinstance(value, dict):
            self.check_names(cast("dict[str, object]", value))

    def check_names(self, names: Collection[str]) -> None:
        """Raises `PydanticCustomError` if the rule is broken."""
        raise NotImplementedError


class Size(_Members):
    """`minProperties` and `maxProperties`."""

    def __init__(self, least: int, most: int | None) -> None:
        self.least, self.most = least, most

    def check_names(self, names: Collection[str]) -> None:
        if not self.least <= len(names) <= (len(names) if self.most is None else self.most):
            most = "any number of" if self.most is None else self.most
            raise PydanticCustomError(
                "members",
                "Input should have {least} to {most} members, not {count}",
                {"least": self.least, "most": most, "count": len(names)},
            )


class Together(_Members):
    """So many of these sets of members are present as a whole."""

    def __init__(self, *sets: tuple[str, ...], least: int = 0, most: int | None = None) -> None:
        self.sets, self.least, self.most = sets, least, most

    def check_names(self, names: Collection[str]) -> None:
        count = sum(all(name in names for name in needed) for needed in self.sets)
        if count < self.least or (self.most is not None and count > self.most):
            sets = "; ".join(", ".join(needed) for needed in self.sets)
            raise PydanticCustomError(
                "members_together", "Input should {say}: {sets}", {"say": self._say, "sets": sets}
            )

    @property
    def _say(self) -> str:
        match self.least, self.most:
            case 0, 0:
                return "have none of these"
            case _, None:
                return "have one of these at least"
            case _:
                return "have exactly one of these"


class Needs(_Members):
    """`dependentRequired`: where one member is present, so are these."""

    def __init__(self, name: str, needed: tuple[str, ...]) -> None:
        self.name, self.needed = name, needed

    def check_names(self, names: Collection[str]) -> None:
        if self.name in names and not all(name in names for name in self.needed):
            raise PydanticCustomError(
                "members_needed",
                "Input with {name} should also have {needed}",
                {"name": self.name, "needed": ", ".join(self.needed)},
            )


def rules(*given: Rule) -> object:
    """What a class sets `_rules` to, for these rules to hold for each of its values."""
    whole = any(rule.whole for rule in given)

    def check(value: BaseModel, info: Info) -> BaseModel:
        json = plain(value) if whole else value
        for rule in given:
            rule.check(json if rule.whole else value, info.context)
        return value

    return cast(object, model_validator(mode="after")(check))


def _present(value: BaseModel) -> list[str]:
    """The wire names of the members that are not `UNSET`."""
    names = wire_names(type(value))
    declared = [wire_name for name, wire_name in names.items() if getattr(value, name) is not MISSING]
    return [*declared, *(value.model_extra or {})]
