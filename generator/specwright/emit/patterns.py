"""ECMA-262 regular expressions -> Python's, for strings to be drawn from."""

from __future__ import annotations

import re
import unicodedata
import warnings
from functools import cache
from itertools import islice

_TOKEN = re.compile(
    r"""
    (?P<property>\\[pP]\{[^}]*\})
    | (?P<code>\\u\{[0-9a-fA-F]+\})
    | (?P<control>\\c[A-Za-z])
    | (?P<named_reference>\\k<\w+>)
    | (?P<identity>\\[aegijklmoqyzACEFGHIJKLMNOQRTUVXYZ])
    | (?P<escape>\\.)
    | (?P<named_group>\(\?<(?![=!]))
    | (?P<open>\[\^?\]?)
    | (?P<close>\])
    | (?P<end>\$)
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_PROPERTIES = {
    **dict.fromkeys(("L", "Letter", "Alphabetic"), "A-Za-z"),
    **dict.fromkeys(("Lu", "Uppercase_Letter"), "A-Z"),
    **dict.fromkeys(("Ll", "Lowercase_Letter"), "a-z"),
    **dict.fromkeys(("N", "Nd", "Number"), "0-9"),
    **dict.fromkeys(("P", "Punctuation"), "!,.?"),
    **dict.fromkeys(("S", "Symbol"), "+<=>"),
    **dict.fromkeys(("Z", "Zs", "Separator"), " "),
}
_REPEATED = re.compile(r"\^(\[(?:[^\]\\]|\\.)+\]|\\[dws])([+*])\$")


class _Untranslatable(Exception):
    """The expression has something that Python has no counterpart for."""


def python_pattern(pattern: str, min_length: int = 0, max_length: int | None = None) -> str | None:
    """A Python expression for strings that the pattern admits, if not for all of them; None if there is none.

    Lengths are made part of it where that is simple: `^[a-z]+$` of at most 9 becomes `^[a-z]{1,9}\\Z`.
    """
    if repeated := _REPEATED.fullmatch(pattern):
        least = max(min_length, int(repeated[2] == "+"))
        if max_length is not None or min_length:
            pattern = f"^{repeated[1]}{{{least},{'' if max_length is None else max_length}}}$"
    try:
        translated = _translated(pattern)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(translated, re.ASCII)
    except (_Untranslatable, re.error, OverflowError, RecursionError):
        return None
    return translated


def _translated(pattern: str) -> str:
    parts: list[str] = []
    in_class = False
    for token in _TOKEN.finditer(pattern):
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
        case "property" if text[1] == "p":
            return _property(text)
        case "open" | "other" if text[0] in "[&|~":
            return "".join(f"\\{character}" for character in text)
        case "end" | "named_group":
            return text
        case _:
            return _escape(kind, text)


def _outside(kind: str | None, text: str) -> str:
    match kind:
        case "property":
            return f"[{_property(text)}]" if text[1] == "p" else _untranslatable()
        case "end":
            return r"\Z"
        case "named_group":
            return "(?P<"
        case "named_reference":
            return f"(?P={text[3:-1]})"
        case _:
            return _escape(kind, text)


def _escape(kind: str | None, text: str) -> str:
    match kind:
        case "property":
            return _untranslatable()
        case "code":
            return f"\\U{int(text[3:-1], 16):08x}"
        case "control":
            return f"\\x{ord(text[2]) % 32:02x}"
        case "identity":
            return text[1]
        case _:
            return text


def _property(text: str) -> str:
    """Some of the characters that have a Unicode property: a general category, or a script."""
    name = text[3:-1].rpartition("=")[2]
    return _PROPERTIES.get(name) or _characters(name) or _untranslatable()


@cache
def _characters(name: str) -> str:
    """The first few characters of a category (`Sc`), or letters of a script (`Hangul`), by what Unicode calls them."""
    script = {"HAN": "CJK UNIFIED IDEOGRAPH-"}.get(name.upper(), name.upper().replace("_", " ") + " ")
    found = (
        character
        for character in map(chr, range(0x21, 0xD800))
        if unicodedata.category(character) == name
        or (unicodedata.category(character)[0] == "L" and unicodedata.name(character, "").startswith(script))
    )
    return re.escape("".join(islice(found, 4)))


def _untranslatable() -> str:
    raise _Untranslatable
