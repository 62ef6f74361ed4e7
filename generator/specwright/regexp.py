"""The regular expressions of `pattern`, as ECMA-262 reads them: section 6.4 of JSON Schema Core."""

from __future__ import annotations

from functools import cache


@cache
def runs(pattern: str) -> bool:
    """Whether a validator can run an expression: `(` it cannot, and `^.{0,262144}$` is too big."""
    import jsonschema_rs

    try:
        jsonschema_rs.Draft202012Validator({"pattern": pattern})
    except jsonschema_rs.ValidationError:
        return False
    return True


def occurs(pattern: str, text: str) -> bool:
    """Whether an expression is found in a text; one that cannot be run is."""
    import jsonschema_rs

    return not runs(pattern) or jsonschema_rs.Draft202012Validator({"pattern": pattern}).is_valid(text)
