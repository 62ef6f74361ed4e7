"""What JSON text may not say, although pydantic reads it: numbers that are none or too large, and a member twice."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from typing import cast

from pydantic_core import from_json, to_json

_KEY_APART = re.compile(rb'"[ \t\r\n]+:')


def refuse_constants(content: bytes) -> None:
    """Raise ValueError if there is a NaN or an infinity in JSON text.

    JSON has neither, but pydantic reads and writes them where a type takes anything.
    """
    if b"NaN" in content or b"Infinity" in content:
        from_json(content, allow_inf_nan=False)


def refuse_repeated(content: bytes) -> None:
    """Raise ValueError if an object in JSON text has a member twice: two readers could see different ones.

    The text is written anew and both are searched for `":`, which parts a name from its member and is in strings alike.
    Only where that cannot tell is every object looked at.
    """
    plain = b"\\u00" not in content and _KEY_APART.search(content) is None
    if plain and content.count(b'":') == to_json(from_json(content)).count(b'":'):
        return
    objects: list[list[tuple[str, object]]] = []
    json.loads(content, object_pairs_hook=objects.append)
    for pairs in objects:
        name, times = Counter(name for name, _ in pairs).most_common(1)[0] if pairs else ("", 0)
        if times > 1:
            raise ValueError(f"the member {name!r} is there {times} times")


def infinite(value: object) -> tuple[int | str, ...] | None:
    """The place of the first number that is too large for a float, if there is one."""
    if isinstance(value, float):
        return () if math.isinf(value) else None
    members: Iterator[tuple[int | str, object]] = iter(())
    if isinstance(value, dict):
        members = iter(cast("dict[str, object]", value).items())
    elif isinstance(value, list):
        members = iter(enumerate(cast("list[object]", value)))
    for key, member in members:
        if (place := infinite(member)) is not None:
            return (key, *place)
    return None
