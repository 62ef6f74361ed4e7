"""Rules that hold a value against further schemas: what it excludes, implies and holds, member by member if need be.

A rule looks at the JSON of a value and never changes it. Where a client reads a response, an enumeration may have grown
in what a value must be; in what decides on it, such as a condition, every enumeration is the document's.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import FunctionType
from typing import Annotated, Any, cast

from pydantic import GetCoreSchemaHandler, TypeAdapter, ValidationError
from pydantic_core import CoreSchema, PydanticCustomError, core_schema, to_json

from .adapter import adapter
from .locations import pointer
from .patterns import search
from .rules import Context, Rule

__all__ = ["Excludes", "Having", "Holds", "Implies", "Names", "Part", "Patterns", "Positions", "Unevaluated"]


class _Test:
    """Holds JSON values against a type; a function that returns the type is called when it is first needed."""

    def __init__(self, given: object) -> None:
        self._given = given

    @cached_property
    def _adapter(self) -> TypeAdapter[object]:
        return adapter(lambda: _type(self._given))

    def fits(self, value: object, context: Context = None) -> bool:
        return not self.fault(value, context)

    def fault(self, value: object, context: Context = None) -> str:
        """Why a value is not of the type; empty if it is."""
        try:
            self._adapter.validate_json(to_json(value, inf_nan_mode="constants"), context=context)
        except ValidationError as error:
            detail = error.errors(include_url=False, include_input=False, include_context=False)[0]
            place = pointer(value, detail["loc"], missing=detail["type"] == "missing")
            return f"{place}: {detail['msg']}" if place else detail["msg"]
        return ""


def _type(given: Any) -> Any:
    if isinstance(given, FunctionType):
        _load(given)
        given = given()
    return Annotated[dict[str, Any], given] if isinstance(given, Having) else given


def _load(function: FunctionType) -> None:
    """Put the models that a function names into its module: those are loaded when they are first asked for."""
    module = function.__globals__
    package = sys.modules.get(module["__name__"].rpartition(".")[0])
    for name in function.__code__.co_names:
        if name not in module and (model := getattr(package, name, None)) is not None:
            module[name] = model


# --- of any value -----------------------------------------------------------------------------------------------------


class Excludes(Rule):
    """`not`: the value is not of this type."""

    def __init__(self, excluded: object) -> None:
        self._excluded = _Test(excluded)

    def check(self, value: Any, context: Context) -> None:
        if self._excluded.fits(value):
            raise PydanticCustomError("excluded", "Input should not be what the schema excludes")


class Implies(Rule):
    """`if`, `then`, `else`: a value of the condition is of the consequence, any other of the alternative."""

    def __init__(self, condition: object, consequence: object, alternative: object = Any) -> None:
        self._condition, self._consequence, self._alternative = map(_Test, (condition, consequence, alternative))

    def check(self, value: Any, context: Context) -> None:
        fulfilled = self._condition.fits(value)
        if fault := (self._consequence if fulfilled else self._alternative).fault(value, context):
            raise PydanticCustomError(
                "condition",
                "Input that {does} a condition of the schema should have what follows: {fault}",
                {"does": "meets" if fulfilled else "does not meet", "fault": fault},
            )


# --- of members -------------------------------------------------------------------------------------------------------


class Names(Rule):
    """`propertyNames`: the name of every member is of this type."""

    def __init__(self, names: object) -> None:
        self._names = _Test(names)

    def check(self, value: Any, context: Context) -> None:
        for name in _members(value):
            if fault := self._names.fault(name, context):
                raise PydanticCustomError(
                    "member_name",
                    "Input should not have a member {name}: {fault}",
                    {"name": repr(name), "fault": fault},
                )


class Patterns(Rule):
    """`patternProperties`: a member whose name matches is of the pattern's type, one that none matches of `others`.

    Those in `declared` are no others.
    """

    def __init__(self, patterns: Mapping[str, object], *, others: object = Any, declared: Sequence[str] = ()) -> None:
        self._patterns = [(search(pattern), _Test(given)) for pattern, given in patterns.items()]
        self._others, self._declared = _Test(others), frozenset(declared)

    def check(self, value: Any, context: Context) -> None:
        for name, member in _members(value).items():
            for test in self._tests(name):
                if fault := test.fault(member, context):
                    raise PydanticCustomError(
                        "member_pattern",
                        "Input should not have such a member {name}: {fault}",
                        {"name": repr(name), "fault": fault},
                    )

    def _tests(self, name: str) -> list[_Test]:
        matching = [test for occurs, test in self._patterns if occurs(name)]
        return matching if matching or name in self._declared else [self._others]


class Part:
    """A part of a schema: the names and patterns of the members that it speaks of in values of its condition."""

    def __init__(self, condition: object, names: Sequence[str] = (), *, patterns: Sequence[str] = ()) -> None:
        self._condition, self._names = _Test(condition), frozenset(names)
        self._patterns = [search(pattern) for pattern in patterns]

    def spoken_of(self, value: object) -> set[str]:
        """The names of the members of a value that this part speaks of."""
        names = {
            name for name in _members(value) if name in self._names or any(occurs(name) for occurs in self._patterns)
        }
        return names if names and self._condition.fits(value) else set()


class Unevaluated(Rule):
    """`unevaluatedProperties`: a member that no part of the schema speaks of is of the type `others`."""

    def __init__(self, others: object, *parts: Part) -> None:
        self._others, self._parts = _Test(others), parts

    def check(self, value: Any, context: Context) -> None:
        known = {name for part in self._parts for name in part.spoken_of(value)}
        for name, member in _members(value).items():
            if name not in known and (fault := self._others.fault(member, context)):
                raise PydanticCustomError(
                    "member_unevaluated",
                    "Input should not have such a member {name} here: {fault}",
                    {"name": repr(name), "fault": fault},
                )


def _members(value: object) -> dict[str, object]:
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


class Having(Rule):
    """Objects by their members, where no class stands for them: those of these names, and those of these types."""

    def __init__(
        self,
        *names: str,
        required: Mapping[str, object] | None = None,
        optional: Mapping[str, object] | None = None,
        others: object = Any,
        rules: Sequence[Rule] = (),
    ) -> None:
        self._required = {**dict.fromkeys(names, cast(object, Any)), **(required or {})}
        self._optional, self._others, self._rules = optional or {}, others, rules

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def field(given: object, required: bool) -> core_schema.TypedDictField:
            return core_schema.typed_dict_field(handler.generate_schema(_type(given)), required=required)

        schema: CoreSchema = core_schema.typed_dict_schema(
            {
                **{name: field(given, True) for name, given in self._required.items()},
                **{name: field(given, False) for name, given in self._optional.items()},
            },
            extra_behavior="allow",
            extras_schema=handler.generate_schema(_type(self._others)),
            config=core_schema.CoreConfig(strict=True, allow_inf_nan=False),
        )
        for rule in self._rules:
            schema = rule.added_to(schema)
        return schema


# --- of items ---------------------------------------------------------------------------------------------------------


class Holds(Rule):
    """`contains`: so many items are of this type."""

    def __init__(self, wanted: object, *, least: int = 1, most: int | None = None) -> None:
        self._wanted, self._least, self._most = _Test(wanted), least, most

    def check(self, value: Any, context: Context) -> None:
        if not isinstance(value, list):
            return
        items = cast("list[object]", value)
        count = sum(self._wanted.fits(item) for item in items)
        enough = count >= self._least or sum(self._wanted.fits(item, context) for item in items) >= self._least
        if not enough or (self._most is not None and count > self._most):
            most = "any number of" if self._most is None else self._most
            raise PydanticCustomError(
                "contains",
                "Input should hold {least} to {most} items of a kind, not {count}",
                {"least": self._least, "most": most, "count": count},
            )


class Positions(Rule):
    """`prefixItems`: the first items are of these types, in their order, and any further one of `others`."""

    def __init__(self, *prefix: object, others: object = Any) -> None:
        self._prefix, self._others = [_Test(given) for given in prefix], _Test(others)

    def check(self, value: Any, context: Context) -> None:
        for index, item in enumerate(cast("list[object]", value) if isinstance(value, list) else []):
            test = self._prefix[index] if index < len(self._prefix) else self._others
            if fault := test.fault(item, context):
                raise PydanticCustomError(
                    "item_position", "Item {index} is not of its place: {fault}", {"index": index, "fault": fault}
                )
