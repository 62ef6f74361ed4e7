"""The types that make pydantic mean exactly what a JSON Schema says.

Each is an annotation on a plain Python type: checkers and readers see `int`, `datetime` or `list[...]`. Parsing is
strict (`"1"` is no integer, `true` is no number), and what was parsed is written back as the same JSON.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
    Never,
    SupportsIndex,
    TypeAlias,
    Union,
    cast,
    get_args,
    get_origin,
)
from uuid import UUID

from pydantic import BaseModel, GetCoreSchemaHandler, ValidationError
from pydantic_core import (
    CoreSchema,
    InitErrorDetails,
    PydanticCustomError,
    PydanticSerializationUnexpectedValue,
    core_schema,
)

from .locations import TAG
from .patterns import search

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
    "plain",
]

_Info: TypeAlias = "core_schema.ValidationInfo[Mapping[str, object] | None]"
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
        return _first_of(core_schema.int_schema(strict=True), whole)


class _Number:
    """`number`: 5 stays 5 and 5.0 stays 5.0; there is no NaN and no infinity in JSON."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return _first_of(
            core_schema.int_schema(strict=True), core_schema.float_schema(strict=True, allow_inf_nan=False)
        )


class _Nothing:
    """The schema `false`: no value is valid."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(_refuse)


def _refuse(value: object) -> Never:
    raise PydanticCustomError("nothing", "No value is allowed here")


def _first_of(*choices: CoreSchema) -> CoreSchema:
    return core_schema.union_schema(list(choices), mode="left_to_right")


# --- dates and identifiers: strings on the wire, with their spelling kept ---------------------------------------------

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DATE_TIME = (
    r"(\d{4}-\d{2}-\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d+))?"
    r"(?:([Zz])|([+-](?:[01]\d|2[0-3]):[0-5]\d))"
)
"""Compiled when first needed, for that takes longer than to make a class, and the usual spellings go without."""
_USUAL = frozenset((20, 25, 27, 32))
"""How long the spellings of date-times are that Python writes itself, if RFC 3339 has them too."""
_UUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")


class _SpelledDateTime(datetime):
    """A date-time that was not written in the standard spelling; it is written back as it came."""

    spelling: str

    def __reduce_ex__(self, protocol: SupportsIndex) -> tuple[Callable[[str], datetime], tuple[str]]:
        return (_parsed_date_time, (self.spelling,))


class _SpelledUUID(UUID):
    """A UUID that was not written in lower case; it is written back as it came."""

    __slots__ = ("spelling",)

    spelling: str

    def __reduce__(self) -> tuple[Callable[[str], UUID], tuple[str]]:
        return (_parsed_uuid, (self.spelling,))


def _parsed_date(text: str) -> date:
    try:
        if _DATE.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise PydanticCustomError("date_type", "Input should be a date as RFC 3339 writes it, such as 2026-01-31")


def _parsed_date_time(text: str) -> datetime:
    try:
        if len(text) in _USUAL and _spelled_date_time(value := datetime.fromisoformat(text)) == text:
            return value
    except ValueError:
        pass
    try:
        if match := re.fullmatch(_DATE_TIME, text, re.ASCII):
            day, minute, second, fraction, zulu, offset = match.groups()
            whole = f"{day}T{minute}:{'59' if second == '60' else second}"
            plain = f"{whole}.{(fraction or '0')[:6]:0<6}{'+00:00' if zulu else offset}"
            value = datetime.fromisoformat(plain)
            if second == "60" and not _ends_a_day(value):
                raise ValueError(text)
            if _spelled_date_time(value) == text:
                return value
            spelled = _SpelledDateTime.fromisoformat(plain)
            spelled.spelling = text
            return spelled
    except ValueError:
        pass
    raise PydanticCustomError(
        "datetime_type", "Input should be a date-time as RFC 3339 writes it, such as 2026-01-31T23:59:00Z"
    )


def _ends_a_day(value: datetime) -> bool:
    """Whether it falls into the last minute of a day of UTC, the only place for a leap second."""
    minute = timedelta(hours=value.hour, minutes=value.minute) - (value.utcoffset() or timedelta())
    return minute % timedelta(days=1) == timedelta(hours=23, minutes=59)


def _spelled_date(value: object) -> str:
    """A date as it is written; a datetime, which is one to Python, is left to another member of the union."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise PydanticSerializationUnexpectedValue("Expected a date, not a date-time")
    return value.isoformat()


def _spelled_date_time(value: object) -> str:
    """The spelling that was parsed, or else RFC 3339's with `Z` for UTC."""
    if type(value) is datetime and value.tzinfo is UTC:  # as nearly all that are parsed
        return value.isoformat()[:-6] + "Z"
    if isinstance(value, _SpelledDateTime):
        return value.spelling
    if not isinstance(value, datetime):
        raise PydanticSerializationUnexpectedValue("Expected a date-time")
    text = value.isoformat()
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def _parsed_uuid(text: str) -> UUID:
    if not _UUID.fullmatch(text):
        raise PydanticCustomError("uuid_type", "Input should be a UUID as RFC 4122 writes it, 36 characters long")
    value = UUID(text)
    if str(value) == text:
        return value
    spelled = _SpelledUUID(int=value.int)
    object.__setattr__(spelled, "spelling", text)
    return spelled


def _spelled_uuid(value: object) -> str:
    if not isinstance(value, UUID):
        raise PydanticSerializationUnexpectedValue("Expected a UUID")
    return value.spelling if isinstance(value, _SpelledUUID) else str(value)


def _checked_date(value: date) -> date:
    if isinstance(value, datetime):
        raise PydanticCustomError("date_type", "Input should be a date, not a date-time")
    return value


def _checked_date_time(value: datetime) -> datetime:
    if value.tzinfo is None:
        raise PydanticCustomError("datetime_zone", "Input should have a time zone: RFC 3339 demands one")
    return value


def _same_uuid(value: UUID) -> UUID:
    return value


@dataclass(frozen=True)
class _Text:
    """A Python type whose wire form is a string: how it is parsed, checked when given, and written.

    To write refuses what is not of the type: of several alternatives, another one has to write that.
    """

    cls: type[Any]
    parse: Callable[[str], Any]
    check: Callable[[Any], Any]
    write: Callable[[Any], str]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        parsed = core_schema.no_info_after_validator_function(self.parse, core_schema.str_schema(strict=True))
        given = core_schema.no_info_after_validator_function(self.check, core_schema.is_instance_schema(self.cls))
        return core_schema.json_or_python_schema(
            json_schema=parsed,
            python_schema=_first_of(given, parsed),
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.write, return_schema=core_schema.str_schema(), when_used="json"
            ),
        )


def plain(value: Any) -> Any:
    """A parsed value as the JSON that it was parsed from: models as objects, dates and identifiers as spelled."""
    match value:
        case BaseModel():
            return value.model_dump(mode="json", warnings=False)
        case dict():
            return {name: plain(member) for name, member in cast("dict[str, object]", value).items()}
        case list():
            return [plain(item) for item in cast("list[object]", value)]
        case datetime():
            return _spelled_date_time(value)
        case date():
            return value.isoformat()
        case UUID():
            return _spelled_uuid(value)
        case _:
            return value


# --- alternatives -----------------------------------------------------------------------------------------------------

if TYPE_CHECKING:
    from typing import Union as OneOf
else:

    class OneOf:
        """`OneOf[A, B]` is `A | B` that refuses what both of them accept, though a client reads that as an A."""

        def __class_getitem__(cls, members: Any) -> Any:
            members = members if isinstance(members, tuple) else (members,)
            return Annotated[Union[members], _OneOf(members)]  # noqa: UP007


@dataclass(frozen=True)
class _OneOf:
    members: tuple[Any, ...]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = [handler.generate_schema(member) for member in self.members]
        return core_schema.with_info_wrap_validator_function(self._only, _numbered(members))

    def _only(self, value: Any, validate: core_schema.ValidatorFunctionWrapHandler, info: _Info) -> Any:
        accepted: list[Any] = []
        refusals: list[ValidationError] = []
        for number in range(len(self.members)):
            try:
                accepted.append(validate((number, value)))
            except ValidationError as refusal:
                refusals.append(refusal)
                continue
            if _reads(info):
                return accepted[0]
        if not accepted and (shared := _shared(refusals)):
            raise ValidationError.from_exception_data("OneOf", shared)
        if len(accepted) != 1:
            raise PydanticCustomError(
                "one_of",
                "Input should be exactly one of {count} alternatives, but is {accepted} of them",
                {"count": len(self.members), "accepted": len(accepted) or "none"},
            )
        return accepted[0]


def _shared(refusals: Sequence[ValidationError]) -> list[InitErrorDetails]:
    """The faults inside of a value that every alternative finds."""
    found: list[dict[tuple[Any, ...], Any]] = [
        {(fault["loc"][2:], fault["type"], fault["msg"]): fault["input"] for fault in refusal.errors(include_url=False)}
        for refusal in refusals
    ]
    return [
        InitErrorDetails(type=PydanticCustomError(kind, message), loc=place, input=given)
        for (place, kind, message), given in found[0].items()
        if place and all((place, kind, message) in others for others in found)
    ]


def _numbered(members: Sequence[CoreSchema]) -> CoreSchema:
    """Validates (number, value), the value by the member of that number; writes a value as one of the members.

    What is written has no number, of which pydantic warns unless there is another alternative: one that is never taken.
    """
    choices: dict[Any, CoreSchema] = {
        number: core_schema.no_info_before_validator_function(lambda numbered: numbered[1], member)
        for number, member in enumerate(members)
    }
    numbered = core_schema.tagged_union_schema(choices, discriminator=lambda numbered: numbered[0])
    return _first_of(numbered, core_schema.none_schema())


class Tagged:
    """Objects that a member tells apart: `Annotated[Cat | Dog, Tagged("kind", "cat", "dog")]` looks at `kind` first."""

    def __init__(self, name: str, /, *texts: str) -> None:
        self.name, self.texts = name, texts

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        members = map(handler.generate_schema, get_args(source))
        choices: dict[Any, CoreSchema] = dict(zip(self.texts, members, strict=True))
        tagged = core_schema.tagged_union_schema(choices, discriminator=self.name, from_attributes=True)
        return core_schema.union_schema([(tagged, TAG)], auto_collapse=False)


class Growing:
    """Alternatives that may grow: an object that is none of them is refused, except in a response that a client reads.

    `Annotated[Cat | Dog | dict[str, Any], Growing("kind", "cat", "dog")]` keeps an object of another kind as a dict.
    Without a member that tells them apart, it keeps any object that is neither. What is said `beside` the alternatives
    holds for an object of another kind too.
    """

    def __init__(self, tag: str = "", /, *known: str, beside: Any = None) -> None:
        self.tag, self.known, self.beside = tag, frozenset(known), beside

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        *known, unknown = get_args(source)
        kept: CoreSchema = core_schema.with_info_after_validator_function(self._kept, handler.generate_schema(unknown))
        if self.beside is not None:
            held = core_schema.no_info_wrap_validator_function(_held, handler.generate_schema(self.beside))
            kept = core_schema.chain_schema([held, kept])
        return _first_of(handler.generate_schema(Union[tuple(known)]), kept)  # noqa: UP007

    def _kept(self, value: dict[str, Any], info: _Info) -> dict[str, Any]:
        """An object that is none of those known. One that says it is, is not what it says."""
        told = value.get(self.tag)
        if not _reads(info) or (self.tag and (not isinstance(told, str) or told in self.known)):
            raise PydanticCustomError("union_member", "Input should be one of the known alternatives")
        return value


def _held(value: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
    """The value as it came, if it is valid."""
    validate(value)
    return value


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
        return _first_of(_exact(known), *unknown)


def _reads(info: _Info) -> bool:
    """Whether a client reads a response."""
    return info.context is not None and "open" in info.context


def _refused_unless_open(known: Sequence[Any]) -> Callable[[Any, _Info], Any]:
    expected = ", ".join(map(repr, known))

    def check(value: Any, info: _Info) -> Any:
        if _reads(info):
            return value
        raise PydanticCustomError("enum", "Input should be one of {expected}", {"expected": expected})

    return check


@dataclass(frozen=True)
class Exactly:
    """Values that are equal as JSON to one of these: `true` is not 1, but 1.0 is."""

    values: tuple[Any, ...]

    def __hash__(self) -> int:
        """Of the text, for values may be objects and arrays; `typing` hashes what it annotates a type with."""
        return hash(repr(self.values))

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


@dataclass(frozen=True)
class Matches:
    """`pattern`: the expression, as ECMA-262 reads it, occurs somewhere in the string."""

    pattern: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        occurs = search(self.pattern)

        def check(text: str) -> None:
            if not occurs(text):
                raise PydanticCustomError("pattern", "Input should match {pattern}", {"pattern": self.pattern})

        return _spelling(check, handler(source))


@dataclass(frozen=True)
class Spelled:
    """`minLength` and `maxLength` of a string that becomes something else: a date, a UUID."""

    min_length: int = 0
    max_length: int | None = None

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


@dataclass(frozen=True)
class MultipleOf:
    """`multipleOf`, as JSON Schema reads it: 4.35 is a multiple of 0.01, whatever its double is."""

    factor: int | float

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
Date: TypeAlias = Annotated[date, _Text(date, _parsed_date, _checked_date, _spelled_date)]
DateTime: TypeAlias = Annotated[datetime, _Text(datetime, _parsed_date_time, _checked_date_time, _spelled_date_time)]
Uuid: TypeAlias = Annotated[UUID, _Text(UUID, _parsed_uuid, _same_uuid, _spelled_uuid)]
