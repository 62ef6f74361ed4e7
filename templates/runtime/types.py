"""The types that make pydantic mean exactly what a JSON Schema says.

Each is an annotation on a plain Python type: checkers and readers see `int`, `datetime` or `list[...]`. Parsing is
strict (`"1"` is no integer, `true` is no number), and what was parsed is written back as the same JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction
from typing import Annotated, Any, Literal, Never, TypeAlias, get_args, get_origin

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .alternatives import Growing, OneOf, Tagged
from .constraint import Constraint, Info, first_of, reads
from .patterns import search
from .spellings import Date, DateTime, Uuid, plain

__all__ = [
    "OPEN",
    "UNIQUE",
    "Date",
    "DateTime",
    "Exactly",
    "Growing",
    "Integer",
    "Matches",
    "MultipleOf",
    "Nothing",
    "Number",
    "OneOf",
    "Spelled",
    "Tagged",
    "Uuid",
]

_Json: TypeAlias = "dict[str, _Json] | list[_Json] | str | int | float | bool | None"


def _whole(value: float) -> int:
    if not value.is_integer():
        raise PydanticCustomError("int_from_float", "Input should be an integer, without a fractional part")
    return int(value)


class _Integer:
    """`integer`: 3, and also 3.0, which is the same number."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        whole = core_schema.no_info_after_validator_function(
            _whole, core_schema.float_schema(strict=True, allow_inf_nan=False)
        )
        return first_of(core_schema.int_schema(strict=True), whole)


class _Number:
    """`number`: 5 stays 5 and 5.0 stays 5.0; there is no NaN and no infinity in JSON."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return first_of(core_schema.int_schema(strict=True), core_schema.float_schema(strict=True, allow_inf_nan=False))


class _Nothing:
    """The schema `false`: no value is valid."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_refuse)


def _refuse(value: object) -> Never:
    raise PydanticCustomError("nothing", "No value is allowed here")


# --- enumerations, arrays and strings ---------------------------------------------------------------------------------


class _Open:
    """An enumeration that may grow: unknown values are refused, except in a response that a client reads."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        known = [value for member in get_args(source) if get_origin(member) is Literal for value in get_args(member)]
        others = [member for member in get_args(source) if get_origin(member) is not Literal]
        unknown = [
            core_schema.with_info_after_validator_function(_refused_unless_open(known), handler.generate_schema(other))
            for other in others
        ]
        return first_of(_exact(known), *unknown)


def _refused_unless_open(known: Sequence[Any]) -> Callable[[Any, Info], Any]:
    expected = ", ".join(map(repr, known))

    def check(value: Any, info: Info) -> Any:
        if reads(info):
            return value
        raise PydanticCustomError("enum", "Input should be one of {expected}", {"expected": expected})

    return check


class Exactly(Constraint):
    """Values that are equal as JSON to one of these: `true` is not 1, but 1.0 is."""

    def __init__(self, values: tuple[Any, ...]) -> None:
        self.values = values

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _exact(self.values)


def _exact(values: Sequence[Any]) -> CoreSchema:
    if all(isinstance(value, str) for value in values):
        return core_schema.literal_schema(list(values))
    expected = ", ".join(map(repr, values))
    keys = {_identity(value) for value in values}

    def check(value: Any) -> Any:
        if _identity(value) not in keys:
            raise PydanticCustomError("enum", "Input should be one of {expected}", {"expected": expected})
        return value

    return core_schema.no_info_after_validator_function(check, core_schema.any_schema())


def _identity(value: object) -> Hashable:
    """A key that two values share exactly if they are the same JSON: `true` is not 1, but 1.0 is."""
    return _key(plain(value))


def _key(value: _Json) -> Hashable:
    match value:
        case bool() | None:
            return (type(value), value)
        case list():
            return tuple(_key(item) for item in value)
        case dict():
            return frozenset((name, _key(member)) for name, member in value.items())
        case _:
            return value


class _Unique:
    """`uniqueItems`: no two items are the same JSON."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(_distinct, handler(source))


def _distinct(items: list[Any]) -> list[Any]:
    if len({_identity(item) for item in items}) != len(items):
        raise PydanticCustomError("unique_items", "Input should not hold an item twice")
    return items


class Matches(Constraint):
    """`pattern`: the expression, as ECMA-262 reads it, occurs somewhere in the string."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        occurs = search(self.pattern)

        def check(text: str) -> None:
            if not occurs(text):
                raise PydanticCustomError("pattern", "Input should match {pattern}", {"pattern": self.pattern})

        return _spelling(check, handler(source))


class Spelled(Constraint):
    """`minLength` and `maxLength` of a string that becomes something else: a date, a UUID."""

    def __init__(self, min_length: int = 0, max_length: int | None = None) -> None:
        self.min_length, self.max_length = min_length, max_length

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        def check(text: str) -> None:
            if len(text) < self.min_length or (self.max_length is not None and len(text) > self.max_length):
                most = "any number of" if self.max_length is None else self.max_length
                raise PydanticCustomError(
                    "string_length",
                    "Input should have {least} to {most} characters",
                    {"least": self.min_length, "most": most},
                )

        return _spelling(check, handler(source))


def _spelling(check: Callable[[str], None], schema: CoreSchema) -> CoreSchema:
    """The schema of a string, with a check of how it is written, before it becomes anything else."""

    def written(value: Any) -> Any:
        if isinstance(value, str):
            check(value)
        return value

    return core_schema.no_info_before_validator_function(written, schema)


class MultipleOf(Constraint):
    """`multipleOf`, as JSON Schema reads it: 4.35 is a multiple of 0.01, whatever its double is."""

    def __init__(self, factor: int | float) -> None:
        self.factor = factor

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        factor = _exact_number(self.factor)

        def check(value: int | float) -> int | float:
            if _exact_number(value) % factor:
                raise PydanticCustomError(
                    "multiple_of", "Input should be a multiple of {factor}", {"factor": self.factor}
                )
            return value

        return core_schema.no_info_after_validator_function(check, handler(source))


def _exact_number(number: int | float) -> int | Fraction:
    """The number that its decimal text means: 0.1 is one tenth."""
    return number if isinstance(number, int) else Fraction(repr(number))


OPEN = _Open()
UNIQUE = _Unique()
Nothing: TypeAlias = Annotated[Never, _Nothing()]
Integer: TypeAlias = Annotated[int, _Integer()]
Number: TypeAlias = Annotated[int | float, _Number()]
