"""Places inside a JSON value: pydantic's locations, and JSON pointers (RFC 6901)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

TAG = "(tag)"
"""Stands in a location before the text by which an alternative was chosen, and which is no key of the value."""


def tokens(value: object, location: Sequence[int | str]) -> list[int | str]:
    """The keys and indices of a location that lead into a value, without the branches of unions named among them."""
    found: list[int | str] = []
    ahead = iter(location)
    for token in ahead:
        if token == TAG:
            next(ahead, None)
            continue
        if isinstance(value, dict) and token in value:
            value = cast("dict[object, object]", value)[token]
        elif isinstance(value, list) and isinstance(token, int) and token < len(cast("list[object]", value)):
            value = cast("list[object]", value)[token]
        else:
            continue
        found.append(token)
    return found


def pointer(value: object, location: Sequence[int | str], *, missing: bool = False) -> str:
    """The JSON pointer of a location; it leads to a member that is missing as if it were there."""
    found = [*tokens(value, location), *(location[-1:] if missing else ())]
    return "".join("/" + str(token).replace("~", "~0").replace("/", "~1") for token in found)
