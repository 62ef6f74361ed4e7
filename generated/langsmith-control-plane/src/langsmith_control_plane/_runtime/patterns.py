"""ECMA-262 regular expressions, which are what a schema's `pattern` is, on Python's engine."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable

from pydantic_core import SchemaError, SchemaValidator, core_schema

_TOKEN = r"""
    (?P<property>\\[pP]\{[^}]*\})
    | (?P<code>\\u\{[0-9a-fA-F]+\})
    | (?P<pair>\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})
    | (?P<control>\\c[A-Za-z])
    | (?P<null>\\0(?!\d))
    | (?P<named_reference>\\k<\w+>)
    | (?P<space>\\[sS])
    | (?P<identity>\\[aegijklmoqyzACEFGHIJKLMNOQRTUVXYZ])
    | (?P<escape>\\.)
    | (?P<named_group>\(\?<(?![=!]))
    | (?P<open>\[\^?\]?)
    | (?P<close>\])
    | (?P<end>\$)
    | (?P<dot>\.)
    | (?P<other>.)
    """
_SPACES = r"\s\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_NOT_SPACES = (
    r"\x00-\x08\x0e-\x1f!-\x9f\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e"
    r"\u2030-\u205e\u2060-\u2fff\u3001-\ufefe\uff00-\U0010ffff"
)


class _Untranslatable(Exception):
    """The expression has something that Python's engine has no counterpart for."""


def search(pattern: str) -> Callable[[str], bool]:
    """Whether the expression occurs in a string.

    Unicode properties (`\\p{Lu}`), which Python does not know, are left to pydantic's engine. An expression that
    neither of the two can run is taken to occur everywhere.
    """
    try:
        expression = _compiled(pattern)
    except (_Untranslatable, re.error, OverflowError, RecursionError):
        return _search_by_pydantic(pattern)
    return lambda text: expression.search(text) is not None


def _compiled(pattern: str) -> re.Pattern[str]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return re.compile(translated(pattern), re.ASCII)


def _search_by_pydantic(pattern: str) -> Callable[[str], bool]:
    try:
        validator = SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
    except SchemaError:
        return lambda _: True
    return validator.isinstance_python


def translated(pattern: str) -> str:
    """The expression as Python writes it, to be compiled with `re.ASCII`: `^\\d+$` -> `^\\d+\\Z`."""
    parts: list[str] = []
    in_class = False
    for token in re.finditer(_TOKEN, pattern, re.VERBOSE | re.DOTALL):
        kind, text = token.lastgroup, token[0]
        if not in_class and kind == "open":
            whole = {"[]": "(?!)", "[^]": r"[\s\S]"}.get(text)
            parts.append(whole or text)
            in_class = whole is None
        elif in_class and kind == "close":
            parts.append(text)
            in_class = False
        else:
            parts.append(_in_class(kind, text) if in_class else _outside(kind, text))
    return "".join(parts)


def _in_class(kind: str | None, text: str) -> str:
    match kind:
        case "open" | "other" if text[0] in "[&|~":
            return "".join(f"\\{character}" for character in text)
        case "space":
            return _SPACES if text == r"\s" else _NOT_SPACES
        case _:
            return _anywhere(kind, text)


def _outside(kind: str | None, text: str) -> str:
    match kind:
        case "end":
            return r"\Z"
        case "dot":
            return r"[^\n\r\u2028\u2029]"
        case "space":
            return f"[{_SPACES}]" if text == r"\s" else f"[^{_SPACES}]"
        case "named_group":
            return "(?P<"
        case "named_reference":
            return f"(?P={text[3:-1]})"
        case _:
            return _anywhere(kind, text)


def _anywhere(kind: str | None, text: str) -> str:
    match kind:
        case "property":
            raise _Untranslatable
        case "code":
            return f"\\U{int(text[3:-1], 16):08x}"
        case "pair":
            character = bytes.fromhex(text[2:6] + text[8:]).decode("utf-16-be")
            return f"\\U{ord(character):08x}"
        case "control":
            return f"\\x{ord(text[2]) % 32:02x}"
        case "null":
            return r"\x00"
        case "identity":
            return text[1]
        case _:
            return text
