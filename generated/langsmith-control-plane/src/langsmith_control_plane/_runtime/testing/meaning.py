"""What parsed dates and identifiers stand for, read anew: one that keeps its spelling may still mean something else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from .json import Json


def mistaken(value: object, payload: Json) -> str:
    """The first date, date-time or UUID that does not mean what the payload says; empty if there is none such.

    `value` is what was parsed, with its objects as dicts.
    """
    return next(_mistaken(value, payload), "")


def _mistaken(value: object, payload: Json) -> Iterator[str]:
    match value, payload:
        case dict(), dict():
            for name, member in cast("dict[str, object]", value).items():
                yield from _mistaken(member, payload.get(name))
        case list(), list():
            for item, given in zip(cast("list[object]", value), payload, strict=False):
                yield from _mistaken(item, given)
        case datetime() | date() | UUID(), str():
            if not _means(value, payload):
                yield f"{payload!r} was taken for {value!r}"
        case _:
            return


def _means(value: Any, text: str) -> bool:
    if isinstance(value, datetime):
        clock = value.replace(tzinfo=None, microsecond=0).isoformat()
        return clock == text[:19].upper().replace(":60", ":59") and value.utcoffset() == _offset(text)
    if isinstance(value, date):
        return value.isoformat() == text
    return str(value) == text.lower()


def _offset(text: str) -> timedelta:
    """How far ahead of UTC the clock of a date-time is."""
    sign, hours, minutes = text[-6:-5], text[-5:-3], text[-2:]
    if text[-1] in "Zz":
        return timedelta()
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return -ahead if sign == "-" else ahead
