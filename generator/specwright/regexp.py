"""The regular expressions of `pattern`, as ECMA-262 reads them: section 6.4 of JSON Schema Core."""

from __future__ import annotations

import re
import warnings
from functools import cache
from importlib import import_module
from typing import Any

_READ_OTHERWISE = re.compile(r"\\[1-9k]|\[\^?\]|\{,|\(\?[a-zA-Z<-](?![=!])")
"""What Python reads in another way, or has another width."""


@cache
def runs(pattern: str) -> bool:
    """Whether a validator can run an expression: `(` it cannot, and `^.{0,262144}$` is too big."""
    import jsonschema_rs

    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except jsonschema_rs.ValidationError:
        return False
    return True


@cache
def widths(pattern: str) -> tuple[int, int | None]:
    """How few characters a text has in which an expression is found, and how many, if there is an end to that.

    Nothing is said of an expression that Python reads otherwise.
    """
    parser: Any = import_module("re._parser")
    if _READ_OTHERWISE.search(pattern):
        return 0, None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            parts = parser.parse(pattern)
        except (re.error, OverflowError, RecursionError):
            return 0, None
    least, most = map(int, parts.getwidth())
    ends = [str(held) for kind, held in (*parts[:1], *parts[-1:]) if str(kind) == "AT"]
    whole = ends == ["AT_BEGINNING", "AT_END"]
    return least, most if whole and most < int(parser.MAXREPEAT) else None


def occurs(pattern: str, text: str) -> bool:
    """Whether an expression is found in a text; one that cannot be run is."""
    import jsonschema_rs

    return not runs(pattern) or jsonschema_rs.Draft202012Validator({"pattern": pattern}).is_valid(text)
