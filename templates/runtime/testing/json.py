"""JSON as Python has it, written and read without loss."""

from __future__ import annotations

import json
from typing import TypeAlias, cast

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def encode(value: Json) -> bytes:
    """The text of a value, as it travels. Raises ValueError for NaN, infinities and lone surrogates."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False).encode()


def decode(text: bytes | str) -> Json:
    """The value of a text. Raises ValueError for what is not JSON, NaN and infinities included."""
    return cast(Json, json.loads(text, parse_constant=_refused))


def _refused(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
