"""Dates, times and identifiers: strings on the wire, whose spelling is kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Annotated, Any, SupportsIndex, TypeAlias, cast
from uuid import UUID

from pydantic import BaseModel, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, PydanticSerializationUnexpectedValue, core_schema

from .constraint import Constraint, first_of

_DATE_TIME = (
    r"(\d{4}-\d{2}-\d{2})[Tt]((?:[01]\d|2[0-3]):[0-5]\d):([0-5]\d|60)(?:\.(\d+))?"
    r"(?:([Zz])|([+-](?:[01]\d|2[0-3]):[0-5]\d))"
)
"""Compiled when first needed, for that takes longer than to make a class, and the usual spellings go without."""
_USUAL = frozenset((20, 25, 27, 32))
"""How long the spellings of date-times are that Python writes itself, if RFC 3339 has them too."""


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
        value = date.fromisoformat(text)
        if value.isoformat() == text:
            return value
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
    try:
        value = UUID(text)
        standard = str(value)
        if standard == text:
            return value
        if standard == text.lower():
            spelled = _SpelledUUID(int=value.int)
            object.__setattr__(spelled, "spelling", text)
            return spelled
    except ValueError:
        pass
    raise PydanticCustomError("uuid_type", "Input should be a UUID as RFC 4122 writes it, 36 characters long")


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


class _Text(Constraint):
    """A Python type whose wire form is a string: how it is parsed, checked when given, and written.

    To write refuses what is not of the type: of several alternatives, another one has to write that.
    """

    def __init__(
        self, cls: type[Any], parse: Callable[[str], Any], check: Callable[[Any], Any], write: Callable[[Any], str]
    ) -> None:
        self.cls, self.parse, self.check, self.write = cls, parse, check, write

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        parsed = core_schema.no_info_after_validator_function(self.parse, core_schema.str_schema(strict=True))
        given = core_schema.no_info_after_validator_function(self.check, core_schema.is_instance_schema(self.cls))
        return core_schema.json_or_python_schema(
            json_schema=parsed,
            python_schema=first_of(given, parsed),
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


Date: TypeAlias = Annotated[date, _Text(date, _parsed_date, _checked_date, _spelled_date)]
DateTime: TypeAlias = Annotated[datetime, _Text(datetime, _parsed_date_time, _checked_date_time, _spelled_date_time)]
Uuid: TypeAlias = Annotated[UUID, _Text(UUID, _parsed_uuid, _same_uuid, _spelled_uuid)]
