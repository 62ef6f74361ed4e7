"""Looking into an object of the document: what is missing or of the wrong kind is empty, never None."""

from __future__ import annotations

import math
from collections.abc import Mapping

from specwright.ir import escaped
from specwright.read.json_text import JsonValue


def members(value: JsonValue) -> dict[str, JsonValue]:
    """The members of an object, none of anything else."""
    return value if isinstance(value, dict) else {}


def items(value: JsonValue) -> list[JsonValue]:
    """The items of a list, none of anything else."""
    return value if isinstance(value, list) else []


def text(keywords: Mapping[str, JsonValue], name: str) -> str:
    """A keyword that holds prose, without white space around it."""
    value = keywords.get(name)
    return value.strip() if isinstance(value, str) else ""


def texts(value: JsonValue) -> list[str]:
    """The strings in a list."""
    return [item for item in items(value) if isinstance(item, str)]


def bound(value: object) -> int | float | None:
    """A finite number, whole ones as integers; None for anything else."""
    match value:
        case bool():
            return None
        case int():
            return value
        case float() if math.isfinite(value):
            return int(value) if value.is_integer() else value
        case _:
            return None


def count(value: object) -> int | None:
    """A number of things; None for anything else."""
    number = bound(value)
    return None if number is None or number < 0 else int(number)


def last_token(pointer: str) -> str:
    """The name of the member that a JSON pointer ends at."""
    return pointer.rpartition("/")[2].replace("~1", "/").replace("~0", "~")


def tokens(pointer: str) -> list[str]:
    """The names that a JSON pointer is made of."""
    return [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]


def pointer_of(*names: str) -> str:
    """The JSON pointer that is made of names."""
    return "".join(f"/{escaped(name)}" for name in names)
